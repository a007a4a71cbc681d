"""The pictures of a run's report: how it ended, answered beside as it is, and month by month."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.comparison.reading import short_title
from samvirke.analysis.summary.summary import HIGH_ANSWER, HIGH_STATE
from samvirke.model.agents.partnership import FUTURES
from samvirke.model.items import ITEMS, SCALES, SEVEN_CS
from samvirke.viz.charts.colours import colour_of_answers, ink_on
from samvirke.viz.charts.file import figure_of
from samvirke.viz.charts.interval_rows import Frame, IntervalRow, interval_rows
from samvirke.viz.charts.likert_bars import Bar, Part, likert_bars
from samvirke.viz.charts.month_lines import MEASURES, Panel, colours_of, month_lines
from samvirke.viz.page.pieces import escaped, heading, paragraph
from samvirke.viz.report.words import Words
from samvirke.viz.words.item_words import item_name, label_of

ASKED = (*(item for items in SEVEN_CS.values() for item in items), "synergy")
STEPS = 5


def pictures_of_run(findings: Findings, words: Words) -> Iterator[str]:
    """All of them; what the run has not kept is left out."""
    yield heading(2, words.say("pictures"))
    outcomes = findings.tables["outcomes"].to_pandas()
    if outcomes["future"].notna().any():
        yield _endings(findings, outcomes, words)
    asked = _last_asked(findings)
    if len(asked):
        yield _answered_and_so(asked, words)
        yield from _steps(asked, words)
    if "monthly" in findings.tables:
        yield from _months(findings, outcomes, words)


def _pictured(key: str, content: str, words: Words, **values: object) -> str:
    caption = paragraph(words.say(f"{key} caption", **values), "soft")
    return f'<section class="whole">{heading(3, words.say(f"{key} figure"))}{caption}{content}</section>'


def _endings(findings: Findings, outcomes: pd.DataFrame, words: Words) -> str:
    """Declared and a year later, for each arm, as a bar."""
    bars = []
    for arm in findings.arms:
        title = short_title(findings.scenario, arm, words.language) if len(findings.arms) > 1 else ""
        for column in ("future", "future_12_months"):
            known = outcomes.loc[outcomes["arm"] == arm, column].dropna()
            if len(known):
                bars.append((title, column, Bar(words.say(f"bar {column}"), _futures(known, words), says_words=True)))
    shown = "".join(
        (f"<h4>{escaped(title)}</h4>" if title and column == "future" else "") + figure_of(likert_bars([bar]), _said(bar))
        for title, column, bar in bars
    )
    return _pictured("endings", _chips("future4", words) + shown, words)


def _futures(known: pd.Series, words: Words) -> tuple[Part, ...]:
    """From what is hoped for the least to the most, as on other scales."""
    return tuple(
        Part(100.0 * float((known == name).mean()), label_of("future4", code, words.language), _colour("future4", code))
        for code, name in reversed(list(enumerate(FUTURES)))
    )


def _colour(scale: str, code: int) -> str:
    steps = SCALES[scale]
    return colour_of_answers((code,), steps.first, len(steps.codes), low_end_first=scale != "future4")


def _chips(scale: str, words: Words) -> str:
    chips = "".join(
        f'<span style="background:{_colour(scale, code)};color:{ink_on(_colour(scale, code))}">'
        f"{escaped(label_of(scale, code, words.language))}</span>"
        for code in SCALES[scale].codes
    )
    return f'<p class="key">{chips}</p>'


def _said(*bars: Bar) -> str:
    """Bars as sentences, for who cannot see them."""
    return ". ".join(f"{bar.name}: {', '.join(f'{part.words} {part.percent:.0f} %' for part in bar.parts)}" for bar in bars)


def _last_asked(findings: Findings) -> pd.DataFrame:
    """Answers about the seven C's and synergy at the last questionnaire, in the first arm."""
    survey: pd.DataFrame = findings.tables["survey"].to_pandas()
    asked = survey[(survey["arm"] == findings.arms[0]) & survey["item"].isin(ASKED)]
    return asked[asked["month"] == asked["month"].max()]


def _answered_and_so(asked: pd.DataFrame, words: Words) -> str:
    """Share high as it is, beside share high as answered."""
    rows = []
    for item in ASKED:
        some = asked[asked["item"] == item]
        answered, so = (100.0 * float(each.mean()) for each in (some["answer"] >= HIGH_ANSWER, some["latent"] >= HIGH_STATE))
        said = words.say("answered and so", answered=words.number(answered), so=words.number(so))
        rows.append(IntervalRow(item_name(item, words.language), min(answered, so), so, max(answered, so), answered, said=said))
    picture = figure_of(interval_rows(rows, Frame(right=230, width=350)), "; ".join(f"{row.label}: {row.said}" for row in rows))
    return _pictured("answered", picture, words, month=int(asked["month"].iloc[0]))


def _steps(asked: pd.DataFrame, words: Words) -> Iterator[str]:
    """Every question as two bars: answered above, as it is below."""
    yield heading(3, words.say("steps figure")) + paragraph(words.say("steps caption"), "soft")
    for scale in dict.fromkeys(ITEMS[item].scale for item in ASKED):
        yield _chips(scale, words)
        for item in (each for each in ASKED if ITEMS[each].scale == scale):
            some = asked[asked["item"] == item]
            bars = [
                Bar(words.say("as answered"), _parts(scale, some["answer"].to_numpy(), words), says_words=False),
                Bar(words.say("as it is"), _parts(scale, _fifths(some["latent"].to_numpy()), words), says_words=False),
            ]
            figure = figure_of(likert_bars(bars), _said(*bars))
            yield f'<section class="question"><h4>{escaped(item_name(item, words.language))}</h4>{figure}</section>'


def _fifths(latent: Any) -> Any:
    """Which fifth of 0-1 a state lies in, counted as the steps of a scale: from 1."""
    return np.clip(np.floor(latent * STEPS), 0, STEPS - 1) + 1


def _parts(scale: str, codes: Any, words: Words) -> tuple[Part, ...]:
    return tuple(
        Part(100.0 * float((codes == code).mean()), label_of(scale, code, words.language), _colour(scale, code))
        for code in SCALES[scale].codes
    )


def _months(findings: Findings, outcomes: pd.DataFrame, words: Words) -> Iterator[str]:
    """Small pictures, one per measure, side by side."""
    monthly: pd.DataFrame = findings.tables["monthly"].to_pandas()
    ends = outcomes["grant_end_month"].dropna()
    end = int(ends.mode().iloc[0]) if len(ends) else None
    panels = []
    for measure, places in MEASURES.items():
        title = words.say(f"monthly {measure}")
        chart = month_lines(monthly, outcomes, Panel(measure, places, findings.arms, end, words.say("grant ends"), words.language))
        panels.append(f'<section class="panel"><h4>{escaped(title)}</h4>{figure_of(chart, title)}</section>')
    key = "months many" if findings.replicates > 1 else "months one"
    yield heading(3, words.say("months figure")) + paragraph(words.say(f"{key} caption"), "soft")
    if len(findings.arms) > 1:
        yield _arms(findings, words)
    yield f'<div class="panels">{"".join(panels)}</div>'


def _arms(findings: Findings, words: Words) -> str:
    """The arms in their colours."""
    chips = "".join(
        f'<span style="background:{colour};color:{ink_on(colour)}">{escaped(short_title(findings.scenario, arm, words.language))}</span>'
        for arm, colour in colours_of(findings.arms).items()
    )
    return f'<p class="key">{chips}</p>'
