"""Texts of a month: the sentence above a view, what happened, the seven C's; and what becomes of 100 partnerships.

And the markup of every view, from macros in templates: whatever is filled in is escaped there, and nowhere else.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from samvirke.analysis.explanation.sentences import COUNTED, counted, sentence_of
from samvirke.analysis.explanation.who import END_REASONS as REASONS_IN_WORDS
from samvirke.analysis.explanation.who import Who
from samvirke.analysis.survey.questionnaire import label_of
from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.agents.partnership import END_REASONS
from samvirke.model.events import RECORDED_KINDS
from samvirke.model.language import N_, Language
from samvirke.model.levers import LEVERS
from samvirke.model.scenario.resolved import Scenario, calendar
from samvirke.viz.charts.colours import PALE, RAMP, ink_on
from samvirke.viz.dashboard.charts.room import FIRST_OF_ALL
from samvirke.viz.dashboard.names import citizens, organisations, volunteers
from samvirke.viz.dashboard.runs.all_partnerships import AllPartnerships
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
from samvirke.viz.dashboard.runs.frame import Frame
from samvirke.viz.dashboard.runs.measures import MONTHLY, SHARES, scaled

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
)


@cache
def _macros(template: str, language: Language) -> Any:
    return TEMPLATES.get_template(template).make_module({"_": language.gettext, "ngettext": language.ngettext, "language": language})


def part(template: str, macro: str, language: Language, **values: Any) -> Markup:
    """One macro of a template, said in a language."""
    return Markup(getattr(_macros(template, language), macro)(**values).strip())


MONTHS_TOLD = 9
OFTEN = tuple(COUNTED)
WEIGHTY = ("key_person_leaves", "organisation_leaves", "partnership_ends", "future_declared", "conflict_breaks_out", "reorganisation",
           "savings_round", "money_won", "application_refused", "lever_set")  # fmt: skip
SCALE_OF_CS = "degree5"
SEVEN_CS_NAMED: dict[str, str] = {
    "purpose": N_("Purpose: shared understanding of the goal"), "congruency": N_("Congruency: values and joint decisions"),
    "value": N_("Value: what partners gain"), "connection": N_("Connection: investment and trust"),
    "communication": N_("Communication"), "learning": N_("Learning: knowledge to build on"),
    "commitment": N_("Commitment: engagement and ownership"),
}  # fmt: skip


class Future(NamedTuple):
    """What can become of a partnership, with a sign and a look of its own: never colour alone."""

    wording: str
    sign: str
    colour: str
    look: str

    @property
    def ink(self) -> str:
        """The colour that can be read on it."""
        return ink_on(self.colour)


FUTURES: tuple[Future, ...] = (
    Future(N_("go on unchanged"), "=", RAMP[4], "plain"), Future(N_("go on, adjusted"), "≈", RAMP[3], "plain"),
    Future(N_("end, activities go on"), "→", RAMP[1], "hatched"), Future(N_("end altogether"), "×", RAMP[0], "hatched"),
    Future(N_("have not answered"), "?", PALE, "plain"),
)  # fmt: skip
BESIDE_EACH_OTHER = 8
"""Of 100: a sign and a number have room beside each other; in less the sign stands above the number."""


def when(scenario: Scenario, month: int, months: int, language: Language) -> str:
    """The month as a heading."""
    year, of_year = calendar(scenario.start, max(1, month)).split("-")
    in_calendar = language.calendar_month(int(year), int(of_year))
    return language.gettext("Month {month} of {months} · {calendar}", month=month, months=months, calendar=in_calendar)


def of_one(run: FollowedRun, frame: Frame, language: Language) -> str:
    """What one sees of a partnership."""
    _, here, counts = language.gettext, sum(not member.left_month for member in frame.members), frame.measures
    if not frame.month:
        persons = len(frame.persons)
        return _("The partnership is about to begin: {members} organisations and {persons} key persons.", members=here, persons=persons)
    if not frame.alive:
        return _("The partnership ended in month {month}: {reason}.", month=frame.end_month, reason=reason_it_ended(run, language))
    trust = language.number(100.0 * counts["trust"])
    if not counts["activities"] and frame.month > (run.grant_end or frame.month):
        return language.ngettext(
            "{n} organisation is still in the partnership, but no activity is running. Trust is {trust} of 100.",
            "{n} organisations are still in the partnership, but no activity is running. Trust is {trust} of 100.",
            here, trust=trust,
        )  # fmt: skip
    wording = _(
        "{members}, {volunteers} and {citizens} take part. Trust is {trust} of 100, synergy {synergy}.",
        members=organisations(here, language), volunteers=volunteers(counts["volunteers"], language),
        citizens=citizens(counts["participants"], language), trust=trust, synergy=language.number(100.0 * counts["synergy"]),
    )  # fmt: skip
    empty = language.ngettext("{n} seat at the table is empty.", "{n} seats at the table are empty.", frame.holes)
    return f"{wording} {empty}" if frame.holes else wording


def between(frame: Frame, other: Frame, language: Language) -> str:
    """What differs between two runs in the same month; how partners get on only while both are partnerships."""
    told_of = [name for name in FIRST_OF_ALL if name not in SHARES or (frame.alive and other.alive)]
    changed = {name: round(scaled(name, other.measures[name]) - scaled(name, frame.measures[name])) for name in told_of}
    told = [f"{_named(name, language).lower()} {language.number(number, sign=True)}" for name, number in changed.items() if number]
    if not told:
        return language.gettext("Right now there is no difference.")
    return language.gettext("The difference now: {differences}.", differences=", ".join(told).replace("-", "\N{MINUS SIGN}"))


def _named(measure: str, language: Language) -> str:
    name, _unit = MONTHLY[measure]
    return language.gettext(name)


def of_all(everybody: AllPartnerships, month: int, language: Language) -> str:
    """What one sees of all partnerships."""
    return language.gettext(
        "{alive} of {all} partnerships are running. Click one to see it more closely, or one that has ended to see why.",
        alive=everybody.alive(month), all=len(everybody.monthly),
    )  # fmt: skip


def names_of(run: FollowedRun, language: Language) -> dict[str, dict[int, str]]:
    """The names of members and key persons by number."""
    who = Who(run.world.template, language)
    persons = range(len(run.world.template.seats) * GENERATIONS_PER_SEAT)
    members = range(len(run.world.template.organisations))
    return {"organisation": {n: who.organisation(n) for n in members}, "key person": {n: who.key_person(n) for n in persons}}


def ticker(run: FollowedRun, month: int, language: Language) -> Markup:
    """What has happened lately, the newest first; what happens often is counted."""
    months = sorted({int(event["month"]) for event in run.events(0, month)}, reverse=True)[:MONTHS_TOLD]
    return part("stage.jinja", "ticker", language, months=[(each, sentences_of(run, each, language)) for each in months])


def sentences_of(run: FollowedRun, month: int, language: Language) -> list[tuple[str, str]]:
    """What happened in a month: `weighty` or `small`, and the sentence."""
    events = run.events(month, month)
    kinds = [RECORDED_KINDS[int(event["kind"])].name for event in events]
    told = [
        ("weighty" if kind in WEIGHTY else "small", in_words(run, event, language))
        for kind, event in zip(kinds, events, strict=True)
        if kind not in OFTEN
    ]
    often = [("small", counted(kind, kinds.count(kind), language)) for kind in OFTEN if kind in kinds]
    return [*sorted(told, reverse=True), *often]


def in_words(run: FollowedRun, event: Any, language: Language) -> str:
    """One event as a sentence."""
    who = Who(run.world.template, language)

    def lever(number: int) -> str:
        return lever_name(run.scenario, number, language)

    return sentence_of(event, who.subject(event), who.other(event), lever, language)


def lever_name(scenario: Scenario, number: int, language: Language) -> str:
    """What a lever is called: by the scenario, else as it is declared."""
    name = list(LEVERS)[number]
    declared = scenario.levers.get(name)
    return language.gettext(LEVERS[name].label) if declared is None else declared.label.in_language(language.code)


def reason_it_ended(run: FollowedRun, language: Language) -> str:
    """Why it ended, in words."""
    return language.gettext(REASONS_IN_WORDS[END_REASONS[int(run.last.partnerships[0]["end_reason"])]])


def seven_cs(run: FollowedRun, frame: Frame, language: Language) -> Markup:
    """The seven C's: a bar for how they are, and what was answered last."""
    answered_in, given = run.answered(frame.month)
    rows = [
        (language.gettext(SEVEN_CS_NAMED[name]), round(100.0 * value) if frame.alive else None, _answer(given.get(name, ()), language))
        for name, value in frame.seven_cs.items()
    ]
    return part("stage.jinja", "seven_cs", language, rows=rows, answered_in=answered_in)


def _answer(codes: Sequence[int], language: Language) -> str:
    """The answer in words, of two the lower; empty where nothing was asked yet."""
    known = [code for code in codes if code > 0]
    return label_of(SCALE_OF_CS, min(known), language.code) if known else ""


def of_100(rows: Iterable[tuple[str, Sequence[int]]], language: Language) -> Markup:
    """Of 100 partnerships, how many have each future: a bar each, its parts numbered, and what the parts are."""
    named = [(name, parts_of_100(counts)) for name, counts in rows]
    return part("answers.jinja", "of_100", language, rows=named, futures=FUTURES, beside=BESIDE_EACH_OTHER)


def parts_of_100(counts: Sequence[int]) -> list[tuple[int, Future]]:
    """The parts of such a bar: how many partnerships have each future; those that none has are left out."""
    return [(count, future) for count, future in zip(counts, FUTURES, strict=True) if count]
