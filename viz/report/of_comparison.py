"""The report of a comparison: a sentence per arm, how sure it is, pictures, every number."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from markupsafe import Markup

from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.comparison.linked import also_moved_in_words
from samvirke.analysis.comparison.prior_width import COLUMN, WHAT_THE_COLUMN_MEANS, share_in_words, what_data_say
from samvirke.analysis.comparison.reading import chance_decides, moved_most, range_of, ranked, reported_range
from samvirke.analysis.comparison.sentences import SMALL_STATE, kind_of, sentence, unit_in_words, what_changes
from samvirke.analysis.measures import MEASURES
from samvirke.viz.charts.differences import differences_picture
from samvirke.viz.page.page import picture
from samvirke.viz.report.drivers import about_the_claim
from samvirke.viz.report.labels import Labels
from samvirke.viz.words import about_the_ceiling

FEW_ARMS = 8  # of more, only those with a clear direction have a sentence of their own
ARMS_OF_A_PICTURE = 16  # fit on one page
ARMS_WITH_TABLES = 12  # of more, the workbook has the tables
COMPANIONS = ("something_left", "continues", "continues_a_year_later")
"""Endings: the first two that were not asked about anyway are drawn too."""
PICTURED_BESIDES = 2


def of_comparison(findings: Findings, labels: Labels) -> dict[str, object]:
    """A sentence per arm, the most helpful first; how far the numbers carry; pictures; the numbers of the measure asked about."""
    rows = ranked(findings.differences, findings.measure)
    return {
        "compared": _what_was_compared(findings, labels),
        "wording": list(_wording(findings, rows, labels)),
        "claimed": list(about_the_claim(findings, labels)),
        "doubts": list(_doubts(findings, rows, labels)),
        "pictures": list(_pictures(findings, labels)),
        "measure": labels.measure(findings.measure),
        "unit": unit(findings.measure, labels),
        "numbers": [_cells_of_arm(findings, row, labels) for row in rows.itertuples()],
        "arms": [_all_of_an_arm(findings, arm, labels) for arm in rows["arm"]] if len(findings.arms) <= ARMS_WITH_TABLES else [],
        "of_prior": [labels.language.gettext(each) for each in (COLUMN, WHAT_THE_COLUMN_MEANS)] if _has_prior(findings) else [],
        "one_pair": findings.replicates == 1,
    }


def _wording(findings: Findings, rows: pd.DataFrame, labels: Labels) -> Iterator[str]:
    """A sentence per arm; of many arms those without a clear direction in one."""
    unclear = []
    for row in rows.itertuples():
        found = reported_range(row)
        if len(rows) > FEW_ARMS and found.low <= 0.0 <= found.high:
            unclear.append(labels.arm(findings.scenario, str(row.arm)))
        else:
            too = also_moved_in_words(findings.also_moved(str(row.arm)), labels.language, labels.partnership)
            of_data = what_data_say(row, labels.language.code)
            yield " ".join(filter(None, (sentence(findings.scenario, row, labels.language.code), of_data, too)))
    if unclear:
        yield labels.language.gettext("No clear difference: {arms}.", arms="; ".join(unclear))


def _what_was_compared(findings: Findings, labels: Labels) -> str:
    return labels.language.gettext(
        "“{measure}”, compared with “{baseline}”: {pairs} of {partnerships}, with the same random numbers in every arm. The most "
        "helpful arm stands first; intervals hold 90 %.",
        measure=_capital(labels.measure(findings.measure)),
        baseline=labels.title(findings.scenario, findings.baseline),
        pairs=labels.language.ngettext("{n} pair of runs", "{n} pairs of runs", findings.replicates),
        partnerships=labels.partnerships(findings.scenario),
    )


def places(measure: str) -> int:
    """Decimals with which differences in a measure are written."""
    return 3 if kind_of(measure) == SMALL_STATE else 1


def unit(measure: str, labels: Labels) -> str:
    """What a difference in a measure is counted in."""
    return unit_in_words(measure, labels.language.code)


def _doubts(findings: Findings, rows: pd.DataFrame, labels: Labels) -> Iterator[str]:
    """The two doubts apart, each with its size; and where more could not be shown."""
    _, number = labels.language.gettext, labels.language.number
    yield from about_the_ceiling(findings.ceiling, findings.scenario, labels.language.code)
    if rows["mean"].notna().any() and rows.dropna(subset=["mean"])["mc_error"].isna().all():
        yield _("Simulation error: one pair of runs does not show how far others would differ; more runs would.")
        return
    at = places(findings.measure) + 1
    low, high = float(rows["mc_error"].min()), float(rows["mc_error"].max())
    yield _(
        "Simulation error: the Monte Carlo standard error of the mean differences is {errors} ({unit}). More runs make it smaller.",
        errors=number(low, at) if number(low, at) == number(high, at) else labels.span(low, high, at),
        unit=unit(findings.measure, labels),
    )
    if findings.posterior is None:
        yield _("Parameter uncertainty: all runs use the same parameters, so it is not in the intervals.")
        return
    yield _(
        "Parameter uncertainty: the intervals hold what 90 % of {simulated} parameter sets expect, out of {draws} plausible ones. "
        "More runs do not make them narrower; better data would.",
        simulated=number(findings.manifest["compared"]["draws_lived"]),
        draws=number(findings.posterior["draws"]),
    )


def _pictures(findings: Findings, labels: Labels) -> Iterator[Markup]:
    """The measure that was asked about, and endings beside it."""
    for measure in (findings.measure, *_pictured_besides(findings)):
        rows = ranked(findings.differences, measure).dropna(subset=["mean"])
        for first in range(0, len(rows), ARMS_OF_A_PICTURE):
            yield _picture(findings, rows, rows[first : first + ARMS_OF_A_PICTURE], labels)


def _picture(findings: Findings, all_arms: pd.DataFrame, some: pd.DataFrame, labels: Labels) -> Markup:
    """Some arms in one measure, on the scale of all; in words for who cannot see it."""
    arms = findings.differences[findings.differences["arm"].isin(some["arm"])]
    measure, code = str(some["measure"].iloc[0]), labels.language.code
    chart = differences_picture(findings.scenario, arms, measure, baseline=findings.baseline, language=code, scale_of=all_arms)
    return picture(chart, " ".join(sentence(findings.scenario, row, code) for row in some.itertuples()))


def _pictured_besides(findings: Findings) -> list[str]:
    """The other measures of the question that was asked, else endings; none where there are many arms."""
    if len(findings.arms) > ARMS_OF_A_PICTURE:
        return []
    shown = findings.question.shown if findings.question else ()
    return [each for each in (*shown, *COMPANIONS) if each != findings.measure][:PICTURED_BESIDES]


def _cells_of_arm(findings: Findings, row: Any, labels: Labels) -> list[str]:
    costs = [labels.language.number(each) for each in (row.cost_hours, row.cost_dkk)]
    return [labels.arm(findings.scenario, row.arm), *_figures(findings, row, labels), *costs]


def _has_prior(findings: Findings) -> bool:
    """Whether the width of the prior's interval is known."""
    return bool(findings.differences["width_of_prior"].notna().any())


def _figures(findings: Findings, row: Any, labels: Labels) -> list[str]:
    """From, to, mean, interval, its width in percent of the prior's if known, standard error, share of parameter sets for the better."""
    at, number = places(row.measure), labels.language.number
    return [
        number(row.level_baseline, at), number(row.level_arm, at), number(row.mean, at, sign=True),
        labels.span(*range_of(row), at), *([share_in_words(row, labels.language.code)] if _has_prior(findings) else []),
        number(row.mc_error, at + 1), _share_better(row, labels),
    ]  # fmt: skip


def _share_better(row: Any, labels: Labels) -> str:
    """Empty where neither way is better; in words where simulation error hides the direction."""
    if not MEASURES[row.measure].better:
        return ""
    hidden = row.probability_better == row.probability_better and chance_decides(row)
    return labels.language.gettext("unclear") if hidden else labels.language.percent(row.probability_better)


def _all_of_an_arm(findings: Findings, arm: str, labels: Labels) -> dict[str, object]:
    """What else it moves most in words, and every measure."""
    found = findings.differences
    others = moved_most(found, arm, besides=[findings.measure])
    return {
        "title": labels.title(findings.scenario, arm),
        "moved": [what_changes(row, labels.language.code) for row in others.itertuples()],
        "rows": [_cells_of_measure(findings, row, labels) for row in found[found["arm"] == arm].itertuples()],
    }


def _cells_of_measure(findings: Findings, row: Any, labels: Labels) -> list[str]:
    return [_capital(labels.measure(row.measure)), unit(row.measure, labels), *_figures(findings, row, labels)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
