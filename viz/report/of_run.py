"""What a report says of lives that were lived: how it ended, how they worked together, whom it reached; and how sure that is."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.comparison.reading import SURE
from samvirke.analysis.summary.summary import Section, Summary, summaries
from samvirke.analysis.summary.text import HIGH, LOW, of_100
from samvirke.viz.page.pieces import escaped, heading, listed, paragraph, table
from samvirke.viz.report.words import Words
from samvirke.viz.validation.words import NOTHING
from samvirke.viz.words.ceiling_words import about_the_ceiling

ENDINGS, REASONS = "When the grant ends", "What ended partnerships, by the end of the run"
SHARES, PEOPLE = "High or very high", "People"


def answer_of_run(findings: Findings, words: Words) -> Iterator[str]:
    """For each arm what came of it; then how far that carries."""
    yield heading(2, words.say("answer"))
    several = len(findings.arms) > 1
    for summary in summaries(findings.tables):
        if several:
            yield heading(3, words.of(findings.scenario.arms[summary.arm].title))
        yield listed(map(escaped, in_words(summary, words)), "said")
    yield heading(3, words.say("how sure"))
    yield listed(map(escaped, _doubts(findings, words)))


def in_words(summary: Summary, words: Words) -> Iterator[str]:
    """An arm's lives in a few sentences."""
    sections = {each.title.partition(",")[0]: each for each in summary.sections}
    yield from _endings(summary, sections[ENDINGS], words)
    if SHARES in sections:
        yield _synergy(summary, sections[SHARES], words)
    yield _people(sections[PEOPLE], words)


def _endings(summary: Summary, section: Section, words: Words) -> Iterator[str]:
    """How many go on, where something is left, and what is true a year later."""
    lines = {line.label.strip(): line for line in section.lines}
    declared, later = lines["continues"].values
    if np.isnan(declared).all():
        yield words.say("not reached")
        return
    left = declared + lines["ended, activities continue"].values[0]
    for key, values in (("goes on", declared), ("something left", left), ("later", later)):
        if not np.isnan(values).all():
            yield _so_many(key, summary, values, words)


def _so_many(key: str, summary: Summary, values: Any, words: Words) -> str:
    """So many of so many: partnerships in a life, or lives of one partnership."""
    if summary.partnerships > 1:
        return words.say(f"{key}, of partnerships", number=spread(values, words), all=summary.partnerships)
    if summary.replicates == 1:
        return words.say(f"{key}, {'this life' if values[0] else 'not this life'}")
    low, high = (words.number(each) for each in of_100(values))
    return words.say(
        f"{key}, of lives", number=words.number(float(np.nansum(values))), all=words.number(summary.replicates), low=low, high=high
    )


def spread(values: Any, words: Words, scale: float = 1.0) -> str:
    """The median of some lives and the range that holds 90 % of them; the number alone of one life."""
    low, middle, high = np.nanpercentile(values * scale, [LOW, 50, HIGH])
    if len(values) == 1:
        return words.number(middle)
    return words.say("spread", middle=words.number(middle), low=words.number(low), high=words.number(high))


def _synergy(summary: Summary, section: Section, words: Words) -> str:
    """Synergy and the seven C's, as answered and as it is."""
    lines = {line.label: line for line in section.lines}
    synergy = [float(np.nanmean(each)) for each in lines.pop("synergy").values]
    answered, so = (float(sum(np.nanmean(line.values[at]) for line in lines.values())) for at in (0, 1))
    one = summary.replicates == summary.partnerships == 1
    cs = {"cs_answered": words.number(answered, 0 if one else 1), "cs_so": words.number(so, 0 if one else 1)}
    if one:
        how = [words.say("high" if each else "low") for each in synergy]
        return words.say("synergy of one", answered=how[0], so=how[1], **cs)
    shares = [words.number(100.0 * each) for each in synergy]
    return words.say("synergy in words", answered=shares[0], so=shares[1], **cs)


def _people(section: Section, words: Words) -> str:
    values = {line.label.strip(): line.values[0] for line in section.lines}
    said = {
        "reached": spread(values["citizens reached"], words),
        "vulnerable": spread(values["of them with few resources"], words),
    }
    volunteers = values["volunteers when the grant ends"]
    return words.say("people in words", **said) + (
        "" if np.isnan(volunteers).all() else words.say("volunteers in words", volunteers=spread(volunteers, words))
    )


def _doubts(findings: Findings, words: Words) -> Iterator[str]:
    """What more lives would shrink, and what they would not; and where more could not be shown."""
    yield from about_the_ceiling(findings.ceiling, findings.scenario, words.language)
    if findings.replicates == 1:
        yield words.say("doubt one life")
        return
    chance = [_error(each) for each in summaries(findings.tables)]
    known = [each for each in chance if not np.isnan(each)]
    if known and len(findings.scenario.partnerships) > 1:
        yield words.say("doubt of the mean", error=words.number(max(known), 1), replicates=words.number(findings.replicates))
    elif known:
        yield words.say("doubt of a share", replicates=words.number(findings.replicates))
    draws = findings.posterior["draws"] if findings.posterior else 0
    yield words.say("doubt of lives", draws=words.number(draws)) if findings.posterior else words.say("doubt of lives one set")


def _error(summary: Summary) -> float:
    """How far chance leaves the mean number of partnerships that go on open, to either side (90 %)."""
    values = summary.sections[0].lines[0].values[0]
    return SURE * float(np.nanstd(values, ddof=1)) / len(values) ** 0.5 if not np.isnan(values).all() else float("nan")


def numbers_of_run(findings: Findings, words: Words) -> Iterator[str]:
    """Every number of the summary, arm by arm; then the partnerships one by one."""
    yield heading(2, words.say("numbers"))
    yield paragraph(words.say("how to read lives" if findings.replicates > 1 else "how to read one life"), "soft")
    for summary in summaries(findings.tables):
        if len(findings.arms) > 1:
            yield heading(3, words.of(findings.scenario.arms[summary.arm].title))
        for section in summary.sections:
            yield _section(summary, section, words)
    if len(findings.scenario.partnerships) > 1:
        yield _by_partnership(findings, words)


def _section(summary: Summary, section: Section, words: Words) -> str:
    title, _, month = section.title.partition(", in month ")
    heads = [words.say(f"section {title}", month=month), *(words.say(f"head {each or section.unit}") for each in section.columns)]
    lines = [line for line in section.lines if line.total > 0 or not line.left_out_if_nothing]
    rows = [[words.say(f"line {line.label.strip()}"), *(_cell(summary, section, each, words) for each in line.values)] for line in lines]
    return f'<section class="whole">{table(heads, rows, kind="summary")}</section>' if rows else ""


def _cell(summary: Summary, section: Section, values: Any, words: Words) -> str:
    if np.isnan(values).all():
        return NOTHING
    if section.unit == "share":
        return f"{spread(values, words, 100.0)}\N{NO-BREAK SPACE}%" if summary.partnerships > 1 else _of_runs(summary, values, words)
    return spread(values, words) if section.unit == "persons" or summary.partnerships > 1 else _of_runs(summary, values, words)


def _of_runs(summary: Summary, values: Any, words: Words) -> str:
    if summary.replicates == 1:
        return words.say("yes" if values[0] else "no")
    return words.say("in lives", number=words.number(float(np.nansum(values))), all=words.number(summary.replicates))


def _by_partnership(findings: Findings, words: Words) -> str:
    """For each partnership in how many of its lives it goes on, leaves something, and what it reaches."""
    outcomes = findings.tables["outcomes"].to_pandas()
    outcomes = outcomes[outcomes["arm"] == findings.arms[0]]
    rows = [_partnership_cells(name, some, words) for name, some in outcomes.groupby("partnership", sort=True)]
    heads = [words.say(f"head {each}") for each in ("partnership", "goes on", "something left", "a year on", "citizens", "departures")]
    text = paragraph(words.say("partnerships text", arm=words.of(findings.scenario.arms[findings.arms[0]].title)), "soft")
    return heading(3, words.say("partnerships")) + text + table(heads, sorted(rows, key=_first))


def _first(cells: Sequence[str]) -> str:
    return cells[0].lower()


def _partnership_cells(name: Any, some: Any, words: Words) -> list[str]:
    on = [some[each].isin(["continues_unchanged", "continues_adjusted"]) for each in ("future", "future_12_months")]
    left = some["future"].notna() & (some["future"] != "ended")
    shares = [_share(on[0], some["future"], words), _share(left, some["future"], words), _share(on[1], some["future_12_months"], words)]
    places = 1 if len(some) > 1 else 0  # of one life they are whole persons
    counts = [words.number(float(some[each].mean()), places) for each in ("citizens_reached", "key_person_departures")]
    return [words.partnership(str(name)), *shares, *counts]


def _share(holds: Any, known: Any, words: Words) -> str:
    if not known.notna().any():
        return NOTHING
    if len(holds) == 1:
        return words.say("yes" if holds.iloc[0] else "no")
    return f"{words.number(100.0 * float(holds[known.notna()].mean()))}\N{NO-BREAK SPACE}%"
