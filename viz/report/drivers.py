"""What goes into a result: what happens, what each arm does differently and through which mechanisms; what was assumed, what emerged."""

from collections.abc import Iterator
from typing import Any

from samvirke.analysis.comparison.costs import cost_of
from samvirke.analysis.comparison.drivers import Driver, codes_of, drivers_of, event_driver
from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.comparison.reading import ranked
from samvirke.analysis.comparison.sentences import cost, what_changes
from samvirke.analysis.questions.page import claim, note, verdict_in_words
from samvirke.model.event_kinds import EVENT_KINDS
from samvirke.model.language import N_, capitalised
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.scenario.resolved import ALL, BASELINE, Event
from samvirke.viz import words
from samvirke.viz.network.sentences import sector_label
from samvirke.viz.report.labels import Labels

ENDINGS = ("continues", "something_left", "continues_a_year_later")
MOST_HAPPENINGS = 12
CHANGES = {
    "members": N_("Other members: {now}"),
    "members_times": N_("{now} times as many members of each sector"),
    "lead_sector": N_("The leading organisation is: {now}"),
    "shared_lead": N_("Municipality and association lead together: {now}"),
    "concept": N_("The concept is: {now}"),
    "framing": N_("The theme is framed as: {now}"),
    "format": N_("Citizens take part: {now}"),
    "grants": N_("Other grants: {now}"),
    "more_grants": N_("Further grants: {now}"),
}
"""What an arm changes of the partnerships themselves."""


def inputs(findings: Findings, labels: Labels) -> dict[str, object]:
    """What happens in every arm, what each arm does differently, and of a run what happened most."""
    return {
        "everywhere": [in_words(findings, event_driver(each), labels) for each in findings.scenario.events],
        "arms": [_an_arm(findings, arm, labels) for arm in changing_arms(findings)],
        "happened": _what_happened(findings, labels) if "events" in findings.tables else [],
    }


def changing_arms(findings: Findings) -> list[str]:
    """The arms that differ from the scenario as it stands, the most helpful first where they were compared."""
    arms = list(ranked(findings.differences, findings.measure)["arm"]) if findings.is_comparison else list(findings.arms)
    everything = [*arms, *([findings.baseline] if findings.is_comparison else [])]
    return [arm for arm in everything if arm != BASELINE and drivers_of(findings.scenario, arm)]


def _an_arm(findings: Findings, arm: str, labels: Labels) -> dict[str, object]:
    """What it does differently, what that costs, and what it acts through."""
    _ = labels.language.gettext
    drivers = drivers_of(findings.scenario, arm)
    price = cost_of(findings.scenario, arm)
    costs = cost(price.hours, price.dkk, labels.language.code)
    wording = [
        *(in_words(findings, each, labels) for each in drivers),
        _("It {costs}.", costs=costs) if costs else _("No costs are declared."),
    ]
    claims = [(code, labels.claim(code)) for code in codes_of(drivers)]
    return {"title": labels.title(findings.scenario, arm), "wording": wording, "claims": claims}


def in_words(findings: Findings, driver: Driver, labels: Labels) -> str:
    """One thing that is done differently, or that happens."""
    _ = labels.language.gettext
    match driver.kind:
        case "event":
            return event_in_words(findings, driver.event, labels) if driver.event else ""
        case "grant":
            return _grants_in_words(driver, labels)
        case "change":
            return _(CHANGES[driver.name], now=_now(driver.now, labels))
        case "without":
            return _("Does not happen: {event}", event=labels.event(driver.name))
        case "cancelled":
            return _("The event with id {number} is cancelled.", number=driver.name)
    before, after = labels.setting(driver.name, driver.before), labels.setting(driver.name, driver.after)
    return _("{label}: {after} (baseline: {before})", label=labels.lever(findings.scenario, driver.name), before=before, after=after)


def _grants_in_words(driver: Driver, labels: Labels) -> str:
    _ = labels.language.gettext
    months = {"before": labels.plain(driver.before), "after": labels.plain(driver.after)}
    if driver.name == "same_total":
        return _("Grants with an end last {after} months on average (baseline: {before}); the amount in total is the same.", **months)
    return _("Grants with an end last {after} months on average (baseline: {before}); the amount per month is the same.", **months)


def _now(value: Any, labels: Labels) -> str:
    """How the partnerships are in an arm: members by sector, who leads, grants, a choice, or how many times as many."""
    language = labels.language
    if isinstance(value, bool):
        return language.gettext("yes") if value else language.gettext("no")
    if isinstance(value, dict):
        return ", ".join(sector_label(sector, count, language) for sector, count in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(f"{each['funder']}, {language.kroner(each['amount_dkk'])}" for each in value)
    if isinstance(value, str):
        return labels.choice(value) or sector_label(value, 1, language)
    return labels.plain(value)


def event_in_words(findings: Findings, event: Event, labels: Labels) -> str:
    """What happens, when, to whom, and how large it is."""
    _ = labels.language.gettext
    when = capitalised(labels.language.month_of(findings.scenario.start, event.month))
    wording = {"when": when, "event": labels.event(event.kind), "whom": whom_in_words(event, labels)}
    if event.lever:
        lever, value = labels.lever(findings.scenario, event.lever), labels.setting(event.lever, event.size)
        return _("{when}: {event}: {lever} is {value} ({whom})", lever=lever, value=value, **wording)
    if EVENT_KINDS[event.kind].size_unit:
        return _("{when}: {event}, {size} ({whom})", size=labels.language.percent(event.size), **wording)
    return _("{when}: {event} ({whom})", **wording)


def whom_in_words(event: Event, labels: Labels) -> str:
    """All partnerships or one, and which part of it."""
    addressee = event.addressee
    whose = labels.language.gettext("all partnerships") if addressee.case_id == ALL else labels.partnership(addressee.case_id)
    return f"{whose}: {labels.part(addressee.part, addressee.organisation)}" if addressee.part else whose


def _what_happened(findings: Findings, labels: Labels) -> list[list[str]]:
    """The most frequent events, and how often they happened per run and partnership in each arm."""
    events = findings.tables["events"].to_pandas()
    number = findings.replicates * len(findings.scenario.partnerships)
    counts = events.groupby(["kind", "arm"]).size().unstack(fill_value=0).reindex(columns=list(findings.arms), fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index[:MOST_HAPPENINGS]]
    return [
        [labels.happening(str(kind)), *(labels.language.number(each / number, 2) for each in row)]
        for kind, row in zip(counts.index, counts.to_numpy(), strict=True)
    ]


def signs(findings: Findings, labels: Labels) -> dict[str, object]:
    """Which directions are assumed in a rule, each with its source; and which emerge from the runs."""
    codes = codes_of(each for arm in changing_arms(findings) for each in drivers_of(findings.scenario, arm))
    codes = codes_of([*(event_driver(each) for each in findings.scenario.events), Driver("parameter", "", tuple(codes))])
    return {
        "assumed": [[code, labels.claim(code), words.sources(MECHANISMS[code].sources, labels.language)] for code in codes],
        "emerged": list(_emerged(findings, labels)) if findings.is_comparison else [],
    }


def _emerged(findings: Findings, labels: Labels) -> Iterator[list[str]]:
    """The net result on the endings, arm by arm."""
    found = findings.differences
    for arm in ranked(found, findings.measure)["arm"]:
        rows = found[(found["arm"] == arm) & found["measure"].isin(ENDINGS)]
        yield [labels.arm(findings.scenario, arm), *(what_changes(row, labels.language.code) for row in rows.itertuples())]


def about_the_claim(findings: Findings, labels: Labels) -> Iterator[str]:
    """What the sources claim, and whether the model came out that way; nothing where no question of the scenario was asked."""
    question = findings.question
    if question is None:
        return
    yield claim(question, labels.language.code)
    yield verdict_in_words(question, findings.verdict, labels.language.code)
    if question.note:
        yield note(question, labels.language.code)
