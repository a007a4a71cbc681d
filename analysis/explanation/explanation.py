"""Explain one run: what happened, how its prospects stood month by month, and what would have been had one thing been otherwise."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from samvirke.analysis.explanation.changes import CHANGES
from samvirke.analysis.explanation.counterfactual import (
    EVENT,
    LEAST_POINTS,
    PRACTICE,
    ButFor,
    Course,
    Tick,
    but_for_changes,
    but_for_events,
    course_of,
    months_with_a_say,
)
from samvirke.analysis.explanation.explained_run import OneRun
from samvirke.analysis.explanation.lasting import LASTING, Share, change_of_share, share_of
from samvirke.analysis.explanation.ledger import Entry, in_words, ledger_of
from samvirke.analysis.explanation.who import END_REASONS, Who
from samvirke.analysis.run.plan import not_whole
from samvirke.analysis.run.tables import tables_of, watched_for
from samvirke.model.errors import Problem, ScenarioError, nearest_valid, shown
from samvirke.model.events import ORGANISATION_WITHDRAWS
from samvirke.model.language import ENGLISH, Language, language_of, languages

FEWEST_RUNS, MOST_RUNS = 20, 100_000
LEAD = 0  # members stand in a fixed order, the lead first


def refuse_what_cannot_be_asked(measure: str, language: str, replicates: int = FEWEST_RUNS) -> None:
    """Raise ScenarioError with all that is wrong."""
    problems = []
    if measure not in LASTING:
        problems.append(Problem("--measure", f"{shown(measure)} is no measure of lasting; {nearest_valid(measure, LASTING)}"))
    if language not in languages():
        problems.append(Problem("--language", f"{shown(language)} is no language of samvirke; {nearest_valid(language, languages())}"))
    if wrong := not_whole("--replicates", replicates):
        problems += wrong
    elif not FEWEST_RUNS <= replicates <= MOST_RUNS:
        problems.append(
            Problem("--replicates", f"{replicates} must lie between {FEWEST_RUNS} and {ENGLISH.number(MOST_RUNS)}: runs per question")
        )
    if problems:
        raise ScenarioError(problems)


RUNS_UNASKED = 300
NETWORK = ("ties", "people")

Progress = Callable[[int, int], None]
"""Is told how many steps are done, and of how many."""


@dataclass(frozen=True)
class Turn:
    """A month in which the prospects moved: how often such a run lasts from its beginning on, and from its end on."""

    month: int
    before: float
    after: float


@dataclass(frozen=True)
class Explanation:
    """One run explained. `events` are its records, in numbers; `tables` are those of this run: outcomes, events, ties, people."""

    run: OneRun
    measure: str
    language: str
    course: Course
    but_for: tuple[ButFor, ...]
    ledger: tuple[Entry, ...]
    events: Any
    tables: dict[str, Any]

    @property
    def outcome(self) -> dict[str, Any]:
        """The row of the table of outcomes."""
        row: dict[str, Any] = self.tables["outcomes"].to_pylist()[0]
        return row

    @property
    def lasted(self) -> bool:
        """Whether it lasted."""
        return bool(LASTING[self.measure].holds(self.course.own))

    @property
    def to_begin_with(self) -> Share:
        """How often such a run lasts: the same beginning, new chance."""
        return self.course.chance(0, self.measure)

    @property
    def other_beginnings(self) -> Share:
        """How often it lasts with the same parameters and other beginnings."""
        return share_of(LASTING[self.measure].holds(self.course.other_beginnings))

    @property
    def elsewhere(self) -> Share:
        """How often this partnership lasts with other beginnings and parameters."""
        return share_of(LASTING[self.measure].holds(self.course.elsewhere))

    @property
    def what_carried_it(self) -> list[ButFor]:
        """Events and courses that this run had and that mattered for it: without them fewer last. The heaviest first."""
        return [each for each in self._happened_and_mattered if each.by(self.measure).points < 0.0]

    @property
    def what_weighed_against_it(self) -> list[ButFor]:
        """Events and courses that mattered against it: without them more last. The heaviest first."""
        return [each for each in self._happened_and_mattered if each.by(self.measure).points > 0.0]

    @property
    def what_would_have_helped(self) -> list[ButFor]:
        """Practices that it did not have and with which more last. The heaviest first."""
        asked = [each for each in self.ranked if each.sort == PRACTICE and each.mattered(self.measure)]
        return [each for each in asked if each.by(self.measure).points > 0.0]

    @property
    def _happened_and_mattered(self) -> list[ButFor]:
        return [each for each in self.ranked if each.sort != PRACTICE and each.mattered(self.measure)]

    @property
    def turns(self) -> list[Turn]:
        """The months in which its prospects moved by more than chance and at least 5 points, in the order of time.

        What moved them may be an event, a refusal, a decision, or many small things at once.
        """
        held = [LASTING[self.measure].holds(each) for each in self.course.records]
        moved = ((month, change_of_share(held[month], held[month - 1])) for month in range(1, len(held)))
        return [Turn(month, *self._around(month)) for month, change in moved if change.matters(LEAST_POINTS)]

    def _around(self, month: int) -> tuple[float, float]:
        return self.course.chance(month - 1, self.measure).percent, self.course.chance(month, self.measure).percent

    @property
    def ranked(self) -> list[ButFor]:
        """All that was asked, the largest change first."""
        return sorted(self.but_for, key=lambda each: -abs(each.by(self.measure).points))

    def label(self, each: ButFor) -> str:
        """What would have been otherwise, in words."""
        if each.change is not None:
            return language_of(self.language).gettext(each.change.label)
        return in_words(self.course, each.event, language_of(self.language), short=True)

    def named(self, each: ButFor) -> str:
        """The same as a row's name: without an event, no such course, with a practice."""
        _, label = language_of(self.language).gettext, self.label(each)
        if each.sort == EVENT:
            return _("unless {what} (month {month})", what=label[:1].lower() + label[1:], month=each.month)
        return _("with {what}", what=label) if each.sort == PRACTICE else _("without {what}", what=label)

    def networks(self) -> Any:
        """Measures of who trusts whom, of the months before and after."""
        from samvirke.analysis.network import networks  # loads networkx, which the dashboard opens without

        ties, people = (self.tables[name].to_pandas() for name in NETWORK)
        table = networks(ties, people)
        return table[table["month"].isin(self.months_before_and_after)].reset_index(drop=True)

    @property
    def months_before_and_after(self) -> list[int]:
        """Month 1, the grant's last, and a year after it, as far as they were simulated."""
        last, end = self.run.scenario.months, min(self.course.decided_month, self.run.scenario.months)
        return sorted({1, end, min(last, end + 12)})


def explain(
    run: OneRun, *, measure: str = "continues", replicates: int = RUNS_UNASKED, language: str = "en", progress: Progress | None = None
) -> Explanation:  # fmt: skip
    """Simulate it, and near it `replicates` runs per question. Raises ScenarioError for a measure or a number that cannot be."""
    refuse_what_cannot_be_asked(measure, language, replicates)
    simulated = run.simulated(watched=watched_for(NETWORK))
    events = simulated.events[0]
    tick = _ticking(progress, replicates, questions(run))
    course = course_of(run, replicates, tick)
    asked = []
    for each in chain(but_for_events(course, events), but_for_changes(course, events)):
        asked.append(each)
        tick()
    ledger = ledger_of(course, events, asked, measure, language_of(language))
    return Explanation(run, measure, language, course, tuple(asked), ledger, events, tables_of(simulated))


def questions(run: OneRun) -> int:
    """How many questions there are about, each to be answered by many runs: every month, every change, and an event a quarter."""
    months = months_with_a_say(run)
    return months + 1 + months // 3 + len(CHANGES)


def _ticking(progress: Progress | None, replicates: int, of: int) -> Tick:
    """What to call when another question is answered."""
    numbers = count(1)

    def tick() -> None:
        if progress:
            progress(replicates * min(next(numbers), of), replicates * of)

    return tick


def cause_of(what: Explanation) -> str:
    """What a run's ending came down to, in one clause: why it ended and who withdrew over what, or what carried it most.

    Empty where nothing is known of why it ended.
    """
    language = language_of(what.language)
    if not what.lasted:
        return "; ".join([*_reason(what, language), *_who_withdrew(what, language)])
    carried = what.what_carried_it
    if not carried:
        return language.gettext("no single event carried it")
    return language.gettext("what carried it most: {what}", what=_small(what.label(carried[0])))


def _reason(what: Explanation, language: Language) -> Iterator[str]:
    """The recorded reason, if the partnership itself has ended."""
    if what.outcome["end_reason"]:
        yield language.gettext(END_REASONS[what.outcome["end_reason"]])


def _who_withdrew(what: Explanation, language: Language) -> Iterator[str]:
    """The lead first if it withdrew, and over what; else the first who did; then how many more."""
    withdrew = [each for each in what.events if each["kind"] == ORGANISATION_WITHDRAWS and each["month"] <= what.course.decided_month]
    withdrew.sort(key=lambda each: each["subject"] != LEAD)
    named = Who(what.course.world.template, language)
    for each in withdrew[:1]:
        who, why = named.subject(each), named.other(each)
        if each["subject"] == LEAD:
            yield language.gettext("the lead, {who}, did not want to go on (main reason: {why})", who=who, why=why)
        else:
            yield language.gettext("{who} did not want to go on (main reason: {why})", who=who, why=why)
    if len(withdrew) > 1:
        others = len(withdrew) - 1
        yield language.ngettext("{n} of the others did not want to either", "{n} of the others did not want to either", others)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
