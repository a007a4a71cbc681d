"""What drives a result: what each arm does differently and through which mechanisms; and what was assumed, what emerged."""

from collections.abc import Iterator, Sequence
from typing import Any

from samvirke.analysis.comparison.costs import cost_of
from samvirke.analysis.comparison.drivers import Driver, codes_of, drivers_of, event_driver
from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.comparison.reading import ranked, short_title
from samvirke.analysis.comparison.sentences import cost, what_changes
from samvirke.analysis.questions.words import claim, note, verdict_in_words
from samvirke.model.levers import EVENT_KINDS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.scenario.resolved import BASELINE, Event
from samvirke.model.scenario.whom import ALL
from samvirke.viz.network.words import LANGUAGES as OF_MONTHS
from samvirke.viz.page.pieces import escaped, heading, listed, paragraph, table
from samvirke.viz.report.words import Words
from samvirke.viz.words.lever_words import CHOICES, HAPPENINGS, PARTS

ENDINGS = ("continues", "something_left", "continues_a_year_later")
MOST_HAPPENINGS = 12


def what_drives_it(findings: Findings, words: Words) -> Iterator[str]:
    """What happens in every arm, then what each arm does differently."""
    yield heading(2, words.say("drives"))
    yield paragraph(words.say("drives text"))
    if findings.scenario.events:
        yield heading(3, words.say("in every arm"))
        yield listed(escaped(in_words(findings, event_driver(each), words)) for each in findings.scenario.events)
    for arm in changing_arms(findings):
        yield _an_arm(findings, arm, words)
    if not findings.is_comparison:
        yield from _what_happened(findings, words)


def changing_arms(findings: Findings) -> list[str]:
    """The arms that differ from the scenario as it stands, the most helpful first where they were compared."""
    arms = list(ranked(findings.differences, findings.measure)["arm"]) if findings.is_comparison else list(findings.arms)
    everything = [*arms, *([findings.baseline] if findings.is_comparison else [])]
    return [arm for arm in everything if arm != BASELINE and drivers_of(findings.scenario, arm)]


def _an_arm(findings: Findings, arm: str, words: Words) -> str:
    """What it does differently, what that costs, and what it acts through."""
    drivers = drivers_of(findings.scenario, arm)
    price = cost_of(findings.scenario, arm)
    costs = cost(price.hours, price.dkk, words.language)
    said = [*(in_words(findings, each, words) for each in drivers), words.say("costs", what=costs) if costs else words.say("no costs")]
    claims = [f"<strong>{code}</strong> {escaped(words.claim(code))}" for code in codes_of(drivers)]
    through = paragraph(words.say("acts through")) + listed(claims) if claims else ""
    title = heading(3, words.of(findings.scenario.arms[arm].title))
    return f'<section class="whole">{title}{listed(map(escaped, said))}{through}</section>'


def in_words(findings: Findings, driver: Driver, words: Words) -> str:
    """One thing that is done differently, or that happens."""
    match driver.kind:
        case "event":
            return event_in_words(findings, driver.event, words) if driver.event else ""
        case "grant":
            how = words.say(f"grant {driver.name}")
            return words.say("driver grant", before=words.plain(driver.before), after=words.plain(driver.after), how=how)
        case "change":
            return words.say(f"change {driver.name}", now=_now(driver.now, words))
        case "without":
            return words.say("driver without", what=words.event(driver.name))
        case "cancelled":
            return words.say("driver cancelled", number=driver.name)
    label = words.lever(findings.scenario, driver.name)
    return words.say("driver lever", label=label, before=words.plain(driver.before), after=words.plain(driver.after))


def _now(value: Any, words: Words) -> str:
    """How the partnerships are in an arm: members by sector, who leads, grants, a choice, or how many times as many."""
    sectors = OF_MONTHS[words.language]
    if isinstance(value, dict):
        return ", ".join(sectors.sector(sector, count) for sector, count in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(words.say("grant", funder=each["funder"], amount=words.number(each["amount_dkk"])) for each in value)
    if isinstance(value, str):
        return words.pick(CHOICES[value]) if value in CHOICES else sectors.sector(value, 1)
    return words.plain(value)


def event_in_words(findings: Findings, event: Event, words: Words) -> str:
    """What happens, when, to whom, and how large it is."""
    when = OF_MONTHS[words.language].month_in_words(event.month, findings.scenario.start)
    what = words.event(event.kind)
    if event.lever:
        what = words.say("lever set", what=what, lever=words.lever(findings.scenario, event.lever), value=words.plain(event.size))
    elif EVENT_KINDS[event.kind].size_unit:
        what = words.say("event of size", what=what, size=words.number(100.0 * event.size))
    return words.say("event", what=what, when=when, whom=whom_in_words(event, words))


def whom_in_words(event: Event, words: Words) -> str:
    """All partnerships or one, and which part of it."""
    addressee = event.addressee
    whose = words.say("all partnerships") if addressee.case_id == ALL else words.partnership(addressee.case_id)
    part = words.pick(PARTS.get(addressee.part, (addressee.part, addressee.part))).format(number=addressee.organisation)
    return f"{whose}: {part}" if addressee.part else whose


def _what_happened(findings: Findings, words: Words) -> Iterator[str]:
    """The most frequent events of a run that kept them, per life and partnership."""
    if "events" not in findings.tables:
        yield paragraph(words.say("no events kept"), "soft")
        return
    events = findings.tables["events"].to_pandas()
    number = findings.replicates * len(findings.scenario.partnerships)
    counts = events.groupby(["kind", "arm"]).size().unstack(fill_value=0).reindex(columns=list(findings.arms), fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index[:MOST_HAPPENINGS]]
    rows = [
        [words.pick(HAPPENINGS[str(kind)]), *(words.number(each / number, 2) for each in row)]
        for kind, row in zip(counts.index, counts.to_numpy(), strict=True)
    ]
    heads = [words.say("column happening"), *(short_title(findings.scenario, arm, words.language) for arm in findings.arms)]
    text = paragraph(words.say("happened text"), "soft")
    yield f'<section class="whole">{heading(3, words.say("happened"))}{text}{table(heads, rows)}</section>'


def assumed_and_emerged(findings: Findings, words: Words) -> Iterator[str]:
    """Which signs somebody wrote down, each with its source; and which came out of the lives."""
    yield heading(2, words.say("signs"))
    yield paragraph(words.say("signs text"))
    codes = codes_of(each for arm in changing_arms(findings) for each in drivers_of(findings.scenario, arm))
    codes = codes_of([*(event_driver(each) for each in findings.scenario.events), Driver("parameter", "", tuple(codes))])
    if codes:
        yield heading(3, words.say("assumed"))
        rows = [[code, words.claim(code), "; ".join(MECHANISMS[code].sources)] for code in codes]
        yield table([words.say(f"column {each}") for each in ("code", "claim", "source")], rows, words=(0, 1, 2), kind="claims")
    else:
        yield paragraph(words.say("assumed all"))
    yield heading(3, words.say("emerged"))
    yield _emerged_differences(findings, words) if findings.is_comparison else paragraph(words.say("emerged of lives"))


def _emerged_differences(findings: Findings, words: Words) -> str:
    """The net result on the endings, arm by arm, as it came out."""
    found = findings.differences
    rows: list[Sequence[str]] = []
    for arm in ranked(found, findings.measure)["arm"]:
        said = [what_changes(row, words.language) for row in found[found["arm"] == arm].itertuples() if row.measure in ENDINGS]
        rows.append([short_title(findings.scenario, arm, words.language), *said])
    heads = [words.say("column arm"), *(words.say(f"column {each}") for each in ENDINGS)]
    claimed = "".join(paragraph(each) for each in about_the_claim(findings, words))
    return claimed + paragraph(words.say("emerged differences")) + table(heads, rows, words=(0, 1, 2, 3), kind="claims")


def about_the_claim(findings: Findings, words: Words) -> Iterator[str]:
    """What the sources claim, and whether the model came out that way; nothing where no question of the scenario was asked."""
    question = findings.question
    if question is None:
        return
    yield claim(question, words.language)
    yield verdict_in_words(question, findings.verdict, words.language)
    if question.note:
        yield note(question, words.language)
