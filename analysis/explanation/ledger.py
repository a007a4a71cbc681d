"""The ledger of one run: what happened, month by month, how its prospects stood, and what of it mattered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samvirke.analysis.explanation.counterfactual import ButFor, Course
from samvirke.analysis.explanation.sentences import COUNTED, counted, sentence_of
from samvirke.analysis.explanation.who import Who
from samvirke.model.events import RECORDED_KINDS
from samvirke.model.language import Language
from samvirke.model.levers import LEVERS
from samvirke.model.scenario.resolved import calendar

OFTEN = tuple(COUNTED)


@dataclass(frozen=True)
class Entry:
    """One event. `chance` is how often such a run goes on from the end of the month; None once it is decided."""

    month: int
    calendar_month: str
    id: int
    kind: str
    in_words: str
    chance: float | None
    change: float | None
    mattered: bool


def ledger_of(course: Course, events: Any, but_for: Sequence[ButFor], measure: str, language: Language) -> tuple[Entry, ...]:
    """All events of the run in the order of time."""
    asked = {int(each.event["id"]): each for each in but_for if each.event is not None}
    start = course.run.scenario.start
    entries = []
    for event in events:
        month, found = int(event["month"]), asked.get(int(event["id"]))
        decided = not 0 <= month <= course.decided_month
        entries.append(
            Entry(
                month, calendar(start, month), int(event["id"]), RECORDED_KINDS[event["kind"]].name, in_words(course, event, language),
                None if decided else course.chance(month, "continues").percent, None if found is None else found.by(measure).points,
                found is not None and found.mattered(measure),
            )
        )  # fmt: skip
    return tuple(entries)


def in_words(course: Course, event: Any, language: Language, *, short: bool = False) -> str:
    """One event as a sentence; `short` is without its size and reason."""
    who = Who(course.world.template, language)

    def lever(number: int) -> str:
        return _lever(course, number, language)

    return sentence_of(event, who.subject(event), who.other(event), lever, language, short=short)


def often(entries: Sequence[Entry], language: Language) -> list[str]:
    """What happened so often that its number says enough."""
    counts = {kind: sum(entry.kind == kind for entry in entries) for kind in OFTEN}
    return [counted(kind, n, language) for kind, n in counts.items() if n]


def told_of(entries: Sequence[Entry], month: int, most: int = 3) -> str:
    """The first few things that happened in a month, what mattered before the rest; empty if the ledger has none."""
    of_month = [entry for entry in entries if entry.month == month and (entry.kind not in OFTEN or entry.mattered)]
    those = [entry.in_words for entry in sorted(of_month, key=lambda entry: not entry.mattered)][:most]
    return "; ".join([*those[:1], *(each[:1].lower() + each[1:] for each in those[1:])])


def _lever(course: Course, number: int, language: Language) -> str:
    """What a lever is called: by the scenario, else as it is declared."""
    name = list(LEVERS)[number]
    declared = course.run.scenario.levers.get(name)
    return language.gettext(LEVERS[name].label) if declared is None else declared.label.in_language(language.code)
