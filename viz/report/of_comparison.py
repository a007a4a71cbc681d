"""What a report says of arms that were compared: a sentence per arm, how sure it is, pictures, every number."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.comparison.reading import chance_decides, moved_most, range_of, ranked, said, short_title
from samvirke.analysis.comparison.sentences import kind_of, sentence, what_changes
from samvirke.analysis.comparison.texts import SMALL_STATE, STATE
from samvirke.analysis.measures import MEASURES
from samvirke.viz.charts.differences import differences_picture
from samvirke.viz.charts.differences_words import LANGUAGES as OF_PICTURES
from samvirke.viz.charts.file import figure_of
from samvirke.viz.page.pieces import escaped, heading, listed, paragraph, table
from samvirke.viz.report.drivers import about_the_claim
from samvirke.viz.report.words import Words
from samvirke.viz.words.ceiling_words import about_the_ceiling

FEW_ARMS = 8  # of more, only those with a clear direction have a sentence of their own
ARMS_OF_A_PICTURE = 16  # fit on one page
ARMS_WITH_TABLES = 12  # of more, the workbook has the tables
COMPANIONS = ("something_left", "continues", "continues_a_year_later")
"""Endings: the first two that were not asked about anyway are drawn too."""
PICTURED_BESIDES = 2


def answer_of_comparison(findings: Findings, words: Words) -> Iterator[str]:
    """A sentence per arm, the most helpful first; then how far the numbers carry."""
    rows = ranked(findings.differences, findings.measure)
    yield heading(2, words.say("answer"))
    yield paragraph(_what_was_compared(findings, words))
    yield listed(map(escaped, _said(findings, rows, words)), "said")
    yield from map(paragraph, about_the_claim(findings, words))
    yield heading(3, words.say("how sure"))
    yield listed(map(escaped, _doubts(findings, rows, words)))


def _said(findings: Findings, rows: pd.DataFrame, words: Words) -> Iterator[str]:
    """A sentence per arm; of many arms those without a clear direction in one."""
    unclear = []
    for row in rows.itertuples():
        found = said(row)
        if len(rows) > FEW_ARMS and found.low <= 0.0 <= found.high:
            unclear.append(short_title(findings.scenario, str(row.arm), words.language))
        else:
            yield sentence(findings.scenario, row, words.language)
    if unclear:
        yield words.say("no clear way", arms="; ".join(unclear))


def _what_was_compared(findings: Findings, words: Words) -> str:
    baseline = words.of(findings.scenario.arms[findings.baseline].title)
    return words.say(
        "compared", baseline=baseline, measure=_capital(named(findings.measure, words)), replicates=words.number(findings.replicates),
        partnerships=words.partnerships(findings.scenario),
    )  # fmt: skip


def named(measure: str, words: Words) -> str:
    """What one has more or less of."""
    return words.pick(MEASURES[measure].words)


def places(measure: str) -> int:
    """Decimals with which differences in a measure are written."""
    return 3 if kind_of(measure) == SMALL_STATE else 1


def unit(measure: str, words: Words) -> str:
    """What a difference in a measure is counted in."""
    return OF_PICTURES[words.language].axis[kind_of(measure)]


def _doubts(findings: Findings, rows: pd.DataFrame, words: Words) -> Iterator[str]:
    """The two doubts apart, each with its size; and where more could not be shown."""
    yield from about_the_ceiling(findings.ceiling, findings.scenario, words.language)
    if rows["mean"].notna().any() and rows.dropna(subset=["mean"])["mc_error"].isna().all():
        yield words.say("doubt one pair")
        return
    at = places(findings.measure) + 1
    errors = [words.number(float(each), at) for each in (rows["mc_error"].min(), rows["mc_error"].max())]
    between = errors[0] if errors[0] == errors[1] else words.say("range", low=errors[0], high=errors[1])
    yield words.say("doubt chance", errors=between, unit=unit(findings.measure, words))
    if findings.posterior is None:
        yield words.say("doubt one set")
        return
    simulated = findings.manifest["compared"]["draws_lived"]
    yield words.say("doubt parameters", simulated=words.number(simulated), draws=words.number(findings.posterior["draws"]))


def pictures_of_comparison(findings: Findings, words: Words) -> Iterator[str]:
    """The measure that was asked about, and endings beside it."""
    yield heading(2, words.say("pictures"))
    for measure in (findings.measure, *_pictured_besides(findings)):
        rows = ranked(findings.differences, measure).dropna(subset=["mean"])
        for first in range(0, len(rows), ARMS_OF_A_PICTURE):
            yield _picture(findings, rows, rows[first : first + ARMS_OF_A_PICTURE], words)


def _picture(findings: Findings, all_arms: pd.DataFrame, some: pd.DataFrame, words: Words) -> str:
    """Some arms in one measure, on the scale of all; in words for who cannot see it."""
    arms = findings.differences[findings.differences["arm"].isin(some["arm"])]
    measure = str(some["measure"].iloc[0])
    chart = differences_picture(
        findings.scenario, arms, measure, baseline=findings.baseline, language=words.language, scale_of=all_arms
    )  # fmt: skip
    return figure_of(chart, " ".join(sentence(findings.scenario, row, words.language) for row in some.itertuples()))


def _pictured_besides(findings: Findings) -> list[str]:
    """The other measures of the question that was asked, else endings; none where there are many arms."""
    if len(findings.arms) > ARMS_OF_A_PICTURE:
        return []
    shown = findings.question.shown if findings.question else ()
    return [each for each in (*shown, *COMPANIONS) if each != findings.measure][:PICTURED_BESIDES]


def numbers_of_comparison(findings: Findings, words: Words) -> Iterator[str]:
    """The measure asked about, all arms."""
    yield heading(2, words.say("numbers"))
    rows = ranked(findings.differences, findings.measure)
    title = words.say("numbers of measure", measure=named(findings.measure, words), unit=unit(findings.measure, words))
    heads = [words.say(f"column {each}") for each in ("arm", "from", "to", "mean", "interval", "error", "better", "hours", "kroner")]
    cells = [_cells_of_arm(findings, row, words) for row in rows.itertuples()]
    yield f'<section class="whole">{heading(3, title)}{paragraph(words.say("how to read numbers"), "soft")}{table(heads, cells)}</section>'


def every_number(findings: Findings, words: Words) -> Iterator[str]:
    """Every arm with all measures."""
    yield heading(2, words.say("every number"))
    if len(findings.arms) > ARMS_WITH_TABLES:
        yield paragraph(words.say("every number elsewhere"))
        return
    for arm in ranked(findings.differences, findings.measure)["arm"]:
        yield _all_of_an_arm(findings, arm, words)


def _cells_of_arm(findings: Findings, row: Any, words: Words) -> list[str]:
    title = short_title(findings.scenario, row.arm, words.language)
    return [title, *_figures(row, words), words.number(row.cost_hours), words.number(row.cost_dkk)]


def _figures(row: Any, words: Words) -> list[str]:
    at = places(row.measure)
    return [
        words.number(row.level_baseline, at), words.number(row.level_arm, at),
        words.change(row.mean, at), words.range(*range_of(row), at), words.number(row.mc_error, at + 1),
        _share_better(row, words),
    ]  # fmt: skip


def _share_better(row: Any, words: Words) -> str:
    """In how many sets of parameters it is better, where that is known and more than chance; empty where neither way is better."""
    better = float(row.probability_better) * 100.0
    if np.isnan(better):
        return words.number(better) if MEASURES[row.measure].better else ""
    return words.say("cannot tell") if chance_decides(row) else f"{words.number(better)}\N{NO-BREAK SPACE}%"


def _all_of_an_arm(findings: Findings, arm: str, words: Words) -> str:
    """What else it moves most in words, and every measure."""
    found = findings.differences
    others = [what_changes(row, words.language) for row in moved_most(found, arm, besides=[findings.measure]).itertuples()]
    nothing = "moves unknown" if findings.replicates == 1 else "moves nothing"
    moved = paragraph(words.say("moves most")) + listed(map(escaped, others)) if others else paragraph(words.say(nothing))
    heads = [words.say(f"column {each}") for each in ("measure", "unit", "from", "to", "mean", "interval", "error", "better")]
    rows = [_cells_of_measure(row, words) for row in found[found["arm"] == arm].itertuples()]
    title = heading(3, words.of(findings.scenario.arms[arm].title))
    return f'<section class="whole">{title}{moved}{table(heads, rows, words=(0, 1), kind="figures")}</section>'


def _cells_of_measure(row: Any, words: Words) -> list[str]:
    return [_capital(named(row.measure, words)), _unit(row.measure, words), *_figures(row, words)]


def _unit(measure: str, words: Words) -> str:
    return words.say("points") if kind_of(measure) == STATE else unit(measure, words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
