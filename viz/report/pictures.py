"""The pictures of a run's report: how it ended, answers beside the states behind them, and month by month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from markupsafe import Markup
from numpy.typing import NDArray

from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.summary.summary import HIGH_ANSWER, HIGH_STATE
from samvirke.analysis.survey.questionnaire import item_name, label_of
from samvirke.model.agents.partnership import FUTURES
from samvirke.model.items import ITEMS, SCALES, SEVEN_CS
from samvirke.model.language import N_
from samvirke.viz.charts.colours import colour_of_answers, ink_on
from samvirke.viz.charts.interval_rows import Frame, IntervalRow, interval_rows
from samvirke.viz.charts.likert_bars import Bar, Part, likert_bars
from samvirke.viz.charts.month_lines import MEASURES, Panel, colours_of, month_lines
from samvirke.viz.page.page import picture
from samvirke.viz.report.labels import Labels

ASKED = (*(item for items in SEVEN_CS.values() for item in items), "synergy")
STEPS = 5
ENDINGS = "future4"
TITLES = {
    "trust": N_("Trust (0 to 1)"),
    "shared_understanding": N_("Shared understanding of the goal (0 to 1)"),
    "synergy": N_("Synergy (0.5: as much together as apart)"),
    "hours": N_("Hours per partnership and month"),
    "volunteers": N_("Volunteers per partnership"),
    "participants": N_("Citizens taking part per partnership"),
}
"""What is drawn month by month."""
Chip = tuple[str, str, str]
"""Colour, ink and text of a label."""


@dataclass(frozen=True)
class Panels:
    """Pictures with a title each, and the labels that explain their colours."""

    chips: Sequence[Chip]
    pictures: Sequence[tuple[str, Markup]]


def pictures(findings: Findings, labels: Labels) -> dict[str, object]:
    """All of them; what the run has not kept is empty."""
    outcomes = findings.tables["outcomes"].to_pandas()
    asked = last_asked(findings)
    return {
        "endings": _endings(findings, outcomes, labels) if outcomes["future"].notna().any() else None,
        "answered": _answers_and_states(asked, labels) if len(asked) else None,
        "month": int(asked["month"].max()) if len(asked) else 0,
        "scales": list(_steps(asked, labels)) if len(asked) else [],
        "months": _months(findings, outcomes, labels) if "monthly" in findings.tables else None,
    }


def last_asked(findings: Findings) -> pd.DataFrame:
    """Answers about the seven C's and synergy at the last questionnaire, in the first arm."""
    survey: pd.DataFrame = findings.tables["survey"].to_pandas()
    asked = survey[(survey["arm"] == findings.arms[0]) & survey["item"].isin(ASKED)]
    return asked[asked["month"] == asked["month"].max()]


def _endings(findings: Findings, outcomes: pd.DataFrame, labels: Labels) -> Panels:
    """Declared and a year later, for each arm, as a bar."""
    _ = labels.language.gettext
    drawn = []
    for arm in findings.arms:
        title = labels.arm(findings.scenario, arm) if len(findings.arms) > 1 else ""
        for column, name in (("future", _("as declared")), ("future_12_months", _("a year later"))):
            known = outcomes.loc[outcomes["arm"] == arm, column].dropna()
            if len(known):
                drawn.append((title if column == "future" else "", _bars([Bar(name, _futures(known, labels), says_words=True)], labels)))
    return Panels(_chips(ENDINGS, labels), drawn)


def _futures(known: pd.Series, labels: Labels) -> tuple[Part, ...]:
    """From what is hoped for the least to the most, as on other scales."""
    return tuple(
        Part(100.0 * float((known == name).mean()), label_of(ENDINGS, code, labels.language.code), _colour(ENDINGS, code))
        for code, name in reversed(list(enumerate(FUTURES)))
    )


def _colour(scale: str, code: int) -> str:
    steps = SCALES[scale]
    return colour_of_answers((code,), steps.first, len(steps.codes), low_end_first=scale != ENDINGS)


def _chips(scale: str, labels: Labels) -> list[Chip]:
    colours = {code: _colour(scale, code) for code in SCALES[scale].codes}
    return [(colour, ink_on(colour), label_of(scale, code, labels.language.code)) for code, colour in colours.items()]


def _bars(bars: Sequence[Bar], labels: Labels) -> Markup:
    """Bars as a picture, and as sentences for who cannot see them."""
    wording = (
        f"{bar.name}: {', '.join(f'{part.words} {labels.language.percent(part.percent / 100.0)}' for part in bar.parts)}" for bar in bars
    )
    return picture(likert_bars(bars, labels.language), ". ".join(wording))


def _answers_and_states(asked: pd.DataFrame, labels: Labels) -> Markup:
    """Share of high states, beside share of high answers."""
    rows = []
    for item in ASKED:
        some = asked[asked["item"] == item]
        answered, state = (100.0 * float(each.mean()) for each in (some["answer"] >= HIGH_ANSWER, some["latent"] >= HIGH_STATE))
        shares = {name: labels.language.percent(each / 100.0) for name, each in (("answered", answered), ("state", state))}
        wording = labels.language.gettext("state {state} · answered {answered}", **shares)
        name = item_name(item, labels.language.code)
        rows.append(IntervalRow(name, min(answered, state), state, max(answered, state), answered, wording=wording))
    return picture(interval_rows(rows, Frame(right=230, width=350)), "; ".join(f"{row.label}: {row.wording}" for row in rows))


def _steps(asked: pd.DataFrame, labels: Labels) -> Iterator[Panels]:
    """Every question as two bars, answers above states; questions of one scale together."""
    for scale in dict.fromkeys(ITEMS[item].scale for item in ASKED):
        items = [each for each in ASKED if ITEMS[each].scale == scale]
        drawn = [(item_name(each, labels.language.code), _question(scale, asked[asked["item"] == each], labels)) for each in items]
        yield Panels(_chips(scale, labels), drawn)


def _question(scale: str, asked: pd.DataFrame, labels: Labels) -> Markup:
    _ = labels.language.gettext
    answers = _parts(scale, asked["answer"].to_numpy(), labels)
    states = _parts(scale, _fifths(asked["latent"].to_numpy()), labels)
    return _bars([Bar(_("answers"), answers, says_words=False), Bar(_("states"), states, says_words=False)], labels)


def _fifths(latent: NDArray[np.float64]) -> NDArray[np.float64]:
    """Which fifth of 0-1 a state lies in, counted as the steps of a scale: from 1."""
    return np.clip(np.floor(latent * STEPS), 0, STEPS - 1) + 1


def _parts(scale: str, codes: NDArray[np.generic], labels: Labels) -> tuple[Part, ...]:
    return tuple(
        Part(100.0 * float((codes == code).mean()), label_of(scale, code, labels.language.code), _colour(scale, code))
        for code in SCALES[scale].codes
    )


def _months(findings: Findings, outcomes: pd.DataFrame, labels: Labels) -> Panels:
    """Small pictures, one per measure; of several arms in their colours."""
    monthly: pd.DataFrame = findings.tables["monthly"].to_pandas()
    ends = outcomes["grant_end_month"].dropna()
    end = int(ends.mode().iloc[0]) if len(ends) else None
    drawn = []
    for measure, places in MEASURES.items():
        panel = Panel(measure, places, findings.arms, end, labels.language.gettext("the grant ends"), labels.language)
        title = labels.language.gettext(TITLES[measure])
        drawn.append((title, picture(month_lines(monthly, outcomes, panel), title)))
    colours = colours_of(findings.arms) if len(findings.arms) > 1 else {}
    return Panels([(colour, ink_on(colour), labels.arm(findings.scenario, arm)) for arm, colour in colours.items()], drawn)
