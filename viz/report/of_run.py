"""The report of the runs of a scenario: how it ended, how they worked together, whom it reached; and how sure that is."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.comparison.reading import SURE
from samvirke.analysis.summary.summary import Line, Section, Summary, summaries
from samvirke.analysis.summary.text import HIGH, LOW, of_100
from samvirke.model.language import NOT_KNOWN
from samvirke.viz.report.labels import Labels
from samvirke.viz.report.partnerships import by_partnership
from samvirke.viz.report.pictures import last_asked, pictures
from samvirke.viz.words import about_the_ceiling

SHARE, PERSONS = "share", "persons"


def of_run(findings: Findings, labels: Labels) -> dict[str, object]:
    """For each arm what came of it and every number of the summary; how far that carries; pictures; the partnerships one by one."""
    found = summaries(findings.tables)
    several = len(findings.scenario.partnerships) > 1
    return {
        "arms": [_arm(findings, each, labels) for each in found],
        "doubts": list(_doubts(findings, found, labels)),
        "pictures": pictures(findings, labels),
        "many_runs": findings.replicates > 1,
        "partnerships": by_partnership(findings, labels) if several else [],
    }


def _arm(findings: Findings, summary: Summary, labels: Labels) -> dict[str, object]:
    title = labels.title(findings.scenario, summary.arm) if len(findings.arms) > 1 else ""
    asked = last_asked(findings)
    month = int(asked["month"].max()) if len(asked) else 0
    tables = [_section(summary, each, month, labels) for each in summary.sections]
    return {"title": title, "wording": list(in_words(summary, labels)), "tables": [each for each in tables if each["rows"]]}


def in_words(summary: Summary, labels: Labels) -> Iterator[str]:
    """An arm's runs in a few sentences."""
    yield from _endings(summary, labels)
    for section in summary.sections:
        if section.unit == SHARE:
            yield _synergy(summary, section, labels)
        if section.unit == PERSONS:
            yield from _people(section, labels)


def _endings(summary: Summary, labels: Labels) -> Iterator[str]:
    """How many go on, where something is left, and the state a year later."""
    lines = {line.label: line for line in summary.sections[0].lines}
    declared, later = lines["continues"].values
    if np.isnan(declared).all():
        yield labels.language.gettext("The run ends before the grant does: how it ends is not known.")
        return
    left = declared + lines["ends, activities continue"].values[0]
    how_many = _of_partnerships if summary.partnerships > 1 else _of_one_run if summary.replicates == 1 else _of_many_runs
    yield from how_many(summary, declared, left, later, labels)


Values = NDArray[np.float64]


def _of_partnerships(summary: Summary, declared: Values, left: Values, later: Values, labels: Labels) -> Iterator[str]:
    _, of = labels.language.gettext, summary.partnerships
    yield _("{number} of {all} partnerships go on when the grant ends, as declared.", number=spread(declared, labels), all=of)
    yield _("{number} of {all} leave something behind: a partnership or an activity.", number=spread(left, labels), all=of)
    if not np.isnan(later).all():
        yield _("{number} of {all} are still partnerships a year later.", number=spread(later, labels), all=of)


def _of_one_run(summary: Summary, declared: Values, left: Values, later: Values, labels: Labels) -> Iterator[str]:
    _ = labels.language.gettext
    if declared[0]:
        yield _("In this run it goes on when the grant ends, as declared.")
    else:
        yield _("In this run it does not go on when the grant ends, as declared.")
    yield _("Something is left: a partnership or an activity.") if left[0] else _("Nothing is left, neither a partnership nor an activity.")
    if not np.isnan(later).all():
        yield _("It is still a partnership a year later.") if later[0] else _("It is no partnership any more a year later.")


def _of_many_runs(summary: Summary, declared: Values, left: Values, later: Values, labels: Labels) -> Iterator[str]:
    _ = labels.language.gettext
    yield _(
        "In {number} of {all} runs it goes on when the grant ends, as declared (90 % interval: {low} to {high} of 100).",
        **_so_many(summary, declared, labels),
    )
    yield _(
        "In {number} of {all} runs something is left: a partnership or an activity (90 % interval: {low} to {high} of 100).",
        **_so_many(summary, left, labels),
    )
    if not np.isnan(later).all():
        yield _(
            "In {number} of {all} runs it is still a partnership a year later (90 % interval: {low} to {high} of 100).",
            **_so_many(summary, later, labels),
        )


def _so_many(summary: Summary, values: Values, labels: Labels) -> dict[str, str]:
    low, high = of_100(values)
    numbers = {"number": float(np.nansum(values)), "all": summary.replicates, "low": low, "high": high}
    return {name: labels.language.number(each) for name, each in numbers.items()}


def spread(values: Values, labels: Labels, scale: float = 1.0) -> str:
    """The median of some runs and the range that holds 90 % of them; the number alone of one run."""
    low, middle, high = (labels.language.number(each) for each in np.nanpercentile(values * scale, [LOW, 50, HIGH]))
    return middle if len(values) == 1 else labels.language.gettext("{middle} ({low} to {high})", middle=middle, low=low, high=high)


def _synergy(summary: Summary, section: Section, labels: Labels) -> str:
    """Synergy and the seven C's: the answers, and the states behind them."""
    _, number = labels.language.gettext, labels.language.number
    one = summary.replicates == summary.partnerships == 1
    lines = {line.label: line for line in section.lines}
    answered, state = (float(np.nanmean(each)) for each in lines.pop("synergy").values)
    of_cs = [number(float(sum(np.nanmean(line.values[at]) for line in lines.values())), 0 if one else 1) for at in (0, 1)]
    if one:
        return _(
            "At the last questionnaire synergy is {answered} by the answers and {state} by the state behind them. Of the seven C's, "
            "{cs_answered} are high by the answers and {cs_state} by the states.",
            answered=_("high") if answered else _("not high"), state=_("high") if state else _("not high"),
            cs_answered=of_cs[0], cs_state=of_cs[1],
        )  # fmt: skip
    return _(
        "At the last questionnaire {answered} % of the answers say that synergy is high; the state behind them is high in {state} %. "
        "Of the seven C's, {cs_answered} are high by the answers and {cs_state} by the states.",
        answered=number(100.0 * answered), state=number(100.0 * state), cs_answered=of_cs[0], cs_state=of_cs[1],
    )  # fmt: skip


def _people(section: Section, labels: Labels) -> Iterator[str]:
    _ = labels.language.gettext
    values = {line.label.strip(): line.values[0] for line in section.lines}
    reached, few = (spread(values[each], labels) for each in ("citizens reached", "of them with few resources"))
    yield _("Citizens reached: {reached}; of them with few resources: {few}.", reached=reached, few=few)
    volunteers = values["volunteers when the grant ends"]
    if not np.isnan(volunteers).all():
        yield _("Volunteers when the grant ends: {volunteers}.", volunteers=spread(volunteers, labels))


def _doubts(findings: Findings, found: Sequence[Summary], labels: Labels) -> Iterator[str]:
    """What more runs would shrink, and what they would not; and where more could not be shown."""
    _ = labels.language.gettext
    yield from about_the_ceiling(findings.ceiling, findings.scenario, labels.language.code)
    if findings.replicates == 1:
        yield _(
            "This is a single run. How much of it is chance, and how much depends on uncertain parameters, one run cannot show: add "
            "--replicates 100."
        )
        return
    yield from _simulation_error(findings, found, labels)
    if findings.posterior:
        yield _(
            "Differences between runs: a range in brackets holds nine of ten runs. It contains both chance and parameter uncertainty "
            "(each run has its own of {draws} plausible parameter sets); more runs do not make it narrower.",
            draws=labels.language.number(findings.posterior["draws"]),
        )
    else:
        yield _(
            "Differences between runs: a range in brackets holds nine of ten runs, all with the same parameters. Parameter uncertainty "
            "is not in it."
        )


def _simulation_error(findings: Findings, found: Sequence[Summary], labels: Labels) -> Iterator[str]:
    known = [each for each in map(_error, found) if not np.isnan(each)]
    replicates = labels.language.number(findings.replicates)
    if known and len(findings.scenario.partnerships) > 1:
        yield labels.language.gettext(
            "Simulation error: with {replicates} runs the mean number of partnerships that go on is uncertain by ±{error} (90 %). More "
            "runs make that smaller.",
            replicates=replicates, error=labels.language.number(max(known), 1),
        )  # fmt: skip
    elif known:
        yield labels.language.gettext(
            "Simulation error: with {replicates} runs it is the interval beside each share; more runs make it narrower.",
            replicates=replicates,
        )


def _error(summary: Summary) -> float:
    """How far simulation error leaves the mean number of partnerships that go on open, to either side (90 %)."""
    values = summary.sections[0].lines[0].values[0]
    return SURE * float(np.nanstd(values, ddof=1)) / len(values) ** 0.5 if not np.isnan(values).all() else float("nan")


def _section(summary: Summary, section: Section, month: int, labels: Labels) -> dict[str, list[Any]]:
    """A table of the summary."""
    lines = [line for line in section.lines if line.total > 0 or not line.left_out_if_nothing]
    rows = [[_label(line, labels), *(_cell(summary, section, each, labels) for each in line.values)] for line in lines]
    return {"heads": _heads(section, month, labels), "rows": rows}


def _heads(section: Section, month: int, labels: Labels) -> list[str]:
    _ = labels.language.gettext
    if section.unit == SHARE:
        return [_("High or very high, month {month}", month=month), _("as answered"), _("as it is")]
    if section.unit == PERSONS:
        return [_("People, over all partnerships"), _("persons")]
    if len(section.columns) > 1:
        return [_("When the grant ends"), _("as declared"), _("a year later")]
    return [_("What ended partnerships, by the end of the run"), _("partnerships")]


def _label(line: Line, labels: Labels) -> str:
    """What is counted; a part of the line above has a dash."""
    wording = labels.language.gettext(line.label)
    return f"{NOT_KNOWN} {wording}" if line.is_part else wording


def _cell(summary: Summary, section: Section, values: Values, labels: Labels) -> str:
    if np.isnan(values).all():
        return NOT_KNOWN
    if section.unit != PERSONS and summary.partnerships == 1:
        return _of_runs(summary, values, labels)
    return labels.language.gettext("{share} %", share=spread(values, labels, 100.0)) if section.unit == SHARE else spread(values, labels)


def _of_runs(summary: Summary, values: Values, labels: Labels) -> str:
    _, number = labels.language.gettext, labels.language.number
    if summary.replicates == 1:
        return _("yes") if values[0] else _("no")
    return _("{number} of {all} runs", number=number(float(np.nansum(values))), all=number(summary.replicates))
