"""Counterfactual runs: the same run, and runs near it, in which one thing is otherwise.

Two definitions, both with the run's own parameters. A single event is judged from the month before it: the run is stopped
there, its month is simulated with its own chance once with the event and once without, and both go on with the same new chance
thereafter, many times. A practice or a course is judged from before month 1: the same people and the same beginning, new chance
from then on. So the change says how much the thing weighed when it came, not how the dice fell afterwards. Beside it stands what
would have become of this run, all of whose chance is its own, and for practices and courses the change over runs of the same
partnership with other beginnings and other parameters.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from samvirke.analysis.explanation.changes import CHANGES, Change, arm_of
from samvirke.analysis.explanation.explained_run import OneRun
from samvirke.analysis.explanation.forks import begun, gone_on, months_of, nearby_seeds, with_other_chance
from samvirke.analysis.explanation.lasting import LASTING, MONTHS_AFTER, ChangeOfShare, Share, change_of_share, share_of
from samvirke.model.ensemble import simulate
from samvirke.model.events import (
    ACTIVITY_FALLS_THROUGH,
    ANCHORING_BEGINS,
    APPLICATION_SENT,
    CONFLICT_BREAKS_OUT,
    HOST_FOUND,
    HOST_OUTSIDE_FOUND,
    KEY_PERSON_LEAVES,
    LEVER_SET,
    MONEY_WON,
    ORGANISATION_LEAVES,
    QUARREL,
    REORGANISATION,
    SAVINGS_ROUND,
)
from samvirke.model.fields import NEVER
from samvirke.model.state import State
from samvirke.model.world import World

EVENTS_THAT_MAY_MATTER = (
    KEY_PERSON_LEAVES, REORGANISATION, SAVINGS_ROUND, ORGANISATION_LEAVES, CONFLICT_BREAKS_OUT, QUARREL, ACTIVITY_FALLS_THROUGH,
    ANCHORING_BEGINS, HOST_FOUND, HOST_OUTSIDE_FOUND, APPLICATION_SENT, MONEY_WON, LEVER_SET,
)  # fmt: skip
"""Called off, each may still come in a later month: what would have come a month later anyway weighs little."""

LEAST_POINTS = 5.0
EVENT, COURSE, PRACTICE = "event", "course", "practice"

Tick = Callable[[], None]
"""Is called when another question has been answered."""


@dataclass(frozen=True)
class ButFor:
    """One thing that is otherwise: an event (its record) or a change; what it changes nearby, in this run, and elsewhere.

    `as_it_was` and `without` are the records of the nearby runs (one per chance); `own` is the record of this run.
    """

    sort: str
    month: int
    event: Any
    change: Change | None
    as_it_was: Any
    without: Any
    own: Any
    elsewhere: tuple[Any, Any] | None = None

    def by(self, measure: str) -> ChangeOfShare:
        """What it changes nearby."""
        holds = LASTING[measure].holds
        return change_of_share(holds(self.without), holds(self.as_it_was))

    def percents(self, measure: str) -> tuple[float, float]:
        """In how many of 100 nearby runs it lasts: without the thing, and as it was."""
        without, as_it_was = (100.0 * float(np.mean(LASTING[measure].holds(each))) for each in (self.without, self.as_it_was))
        return without, as_it_was

    def elsewhere_by(self, measure: str) -> ChangeOfShare | None:
        """What it changes over other beginnings and parameters; None for an event."""
        if self.elsewhere is None:
            return None
        without, as_it_was = (LASTING[measure].holds(each) for each in self.elsewhere)
        return change_of_share(without, as_it_was)

    def mattered(self, measure: str) -> bool:
        """Whether its change is not chance, and large enough to speak of."""
        return self.by(measure).matters(LEAST_POINTS)


@dataclass(frozen=True)
class Course:
    """The run month by month: its state at the end of each month up to the decision, and what many other chances make of each.

    `own` is the record of the run itself; `other_beginnings` are those of runs that begin otherwise with the same parameters,
    `elsewhere` of runs with other parameters too.
    """

    run: OneRun
    world: World
    seeds: Any
    states: tuple[State, ...]
    records: tuple[Any, ...]
    own: Any
    other_beginnings: Any
    elsewhere: Any

    @property
    def decided_month(self) -> int:
        """The last month that has a say: the grant's last; without an end date the run's."""
        return len(self.states) - 1

    def chance(self, month: int, measure: str) -> Share:
        """How often it lasts from the end of a month on."""
        return share_of(LASTING[measure].holds(self.records[month]))


def course_of(run: OneRun, replicates: int, tick: Tick) -> Course:
    """Simulate it once, and from the end of every month up to the decision `replicates` times more with new chance."""
    world, seeds = run.world(), nearby_seeds(run.seed, replicates)
    states = tuple(months_of(begun(world, run.draw, run.seed), months_with_a_say(run)))
    records = []
    for state in states:
        records.append(_of_one(with_other_chance(state, seeds, _until(world))))
        tick()
    own = gone_on(states[-1], world.months).partnerships[0]
    begun_otherwise = _simulated(world, seeds, None if run.draw is None else np.repeat(run.draw, replicates).view(np.recarray))
    return Course(run, world, seeds, states, tuple(records), own, begun_otherwise, runs_elsewhere(run, world, seeds))


def months_with_a_say(run: OneRun) -> int:
    """The grant's last month; without an end date the run's."""
    end = _grant_end(run.world())
    return run.scenario.months if end == NEVER else end


def runs_elsewhere(run: OneRun, world: World, seeds: Any) -> Any:
    """The records of runs with the same seeds as the nearby ones, but from their own beginning, each with its own draw."""
    if run.posterior is None:
        return _simulated(world, seeds, None)
    return _simulated(world, seeds, run.posterior.of_numbers(run.posterior.numbers_for(seeds)))


def _simulated(world: World, seeds: Any, draws: Any) -> Any:
    return _of_one(simulate(replace(world, months=_until(world)), seeds, draws).partnerships)


def but_for_events(course: Course, events: Any) -> Iterator[ButFor]:
    """Each event of the run that may have mattered, called off."""
    for event in events:
        if event["kind"] in EVENTS_THAT_MAY_MATTER and 1 <= event["month"] <= course.decided_month:
            month, before = int(event["month"]), course.states[int(event["month"]) - 1]
            without = gone_on(before, month, (int(event["id"]),))
            nearby = _of_one(with_other_chance(without, course.seeds, _until(course.world)))
            own = gone_on(without, course.world.months).partnerships[0]
            yield ButFor(EVENT, month, event, None, course.records[month], nearby, own)


def but_for_changes(course: Course, events: Any) -> Iterator[ButFor]:
    """Each practice that the run did not have, and each course that it had events of."""
    first = course.states[0]
    for change in CHANGES:
        if change.is_course and not any(change.concerns(each["kind"], each["subject"]) for each in _early(course, events)):
            continue
        world = course.run.world(arm_of(change, course.world, first.policies[0], course.decided_month))
        start = begun(world, course.run.draw, course.run.seed)
        if not change.is_course and _alike(start, first):
            continue
        nearby = _of_one(with_other_chance(start, course.seeds, _until(world)))
        own = gone_on(start, world.months).partnerships[0]
        sort = COURSE if change.is_course else PRACTICE
        yield ButFor(
            sort, 1, None, change, course.records[0], nearby, own, (runs_elsewhere(course.run, world, course.seeds), course.elsewhere)
        )


def _early(course: Course, events: Any) -> Any:
    return events[events["month"] <= course.decided_month]


def _alike(one: State, other: State) -> bool:
    """Whether nothing is otherwise: the same practices and the same grants."""
    return all(getattr(one, name).tobytes() == getattr(other, name).tobytes() for name in ("policies", "grants"))


def _of_one(records: Any) -> Any:
    """Records of the only partnership."""
    return records[:, 0]


def _grant_end(world: World) -> int:
    return int(world.template.partnerships[0].grant_end)


def _until(world: World) -> int:
    """How long runs are simulated: until a year after the grant; without an end date to the end of the run."""
    return world.months if _grant_end(world) == NEVER else min(world.months, _grant_end(world) + MONTHS_AFTER)
