"""What could have been otherwise: the counterfactual arms, each with its label and the levers, grants or events it turns.

Two sorts. A *practice* is turned from month 1: a lever at least (or at most) so high, or the grant longer or shorter. A *course* is
events of a kind that never happen: their ids are called off, month by month. Both are ordinary arms, so chance is shared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.events import (
    ACTIVITY_FALLS_THROUGH,
    ANCHORING_BEGINS,
    CONFLICT_BREAKS_OUT,
    HOST_FOUND,
    HOST_OUTSIDE_FOUND,
    KEY_PERSON_LEAVES,
    MONEY_WON,
    ORGANISATION_LEAVES,
    PROMISE_BROKEN,
    QUARREL,
    RECORDED_KINDS,
    REORGANISATION,
    SAVINGS_ROUND,
    event_id,
)
from samvirke.model.language import N_
from samvirke.model.scenario import Arm, GrantChange
from samvirke.model.world import World

LEFT_TO_CHANCE = {"anchoring_start_month": -1.0}
"""Values of levers that stand for never, and so are never early enough."""


@dataclass(frozen=True)
class Change:
    """One thing that could have been otherwise. `label` follows *without* (course) or *with* (practice)."""

    name: str
    label: str
    at_least: Mapping[str, float] = field(default_factory=dict)
    at_most: Mapping[str, float] = field(default_factory=dict)
    grants: GrantChange | None = None
    kinds: tuple[int, ...] = ()
    first_seat_only: bool = False

    @property
    def is_course(self) -> bool:
        """Whether it is about events that would not have happened."""
        return bool(self.kinds)

    def concerns(self, kind: int, subject: int) -> bool:
        """Whether it calls off an event of this kind that happened to this subject."""
        return kind in self.kinds and not (self.first_seat_only and subject >= GENERATIONS_PER_SEAT)


def _practice(name: str, label: str, **turned: Any) -> Change:
    return Change(name, label, **turned)


def _course(name: str, kinds: tuple[int, ...], label: str, *, first_seat_only: bool = False) -> Change:
    return Change(name, label, kinds=kinds, first_seat_only=first_seat_only)


CHANGES: tuple[Change, ...] = (
    _practice("open-talk", N_("open talk about differing priorities"), at_least={"openness": 0.9}),
    _practice("postponed-talk", N_("talk about differences politely postponed"), at_most={"openness": 0.1}),
    _practice(
        "second-person-and-handover",
        N_("a second person who knows the work, and two months of overlap"),
        at_least={"second_person": 0.9, "handover_months": 2.0},
    ),
    _practice("nobody-prepared", N_("no second person and no overlap"), at_most={"second_person": 0.0, "handover_months": 0.0}),
    _practice("anchoring-from-month-12", N_("anchoring from month 12 at the latest"), at_most={"anchoring_start_month": 12.0}),
    _practice("bridge", N_("a grant 12 months longer with as much per month"), grants=GrantChange(longer_by_months=12)),
    _practice(
        "bridge-same-money", N_("a grant 12 months longer on the same money"), grants=GrantChange(longer_by_months=12, amount="same_total")
    ),
    _practice("shorter-grant", N_("a grant 12 months shorter"), grants=GrantChange(longer_by_months=-12)),
    _practice("more-time-for-relations", N_("30 per cent of the hours for relations"), at_least={"share_of_hours_on_relations": 0.3}),
    _practice("little-time-for-relations", N_("5 per cent of the hours for relations"), at_most={"share_of_hours_on_relations": 0.05}),
    _course("no-departures", (KEY_PERSON_LEAVES,), N_("key persons leaving")),
    _course("coordinator-stays", (KEY_PERSON_LEAVES,), N_("coordinators leaving"), first_seat_only=True),
    _course("no-reorganisation", (REORGANISATION,), N_("reorganisations")),
    _course("no-savings-round", (SAVINGS_ROUND,), N_("savings rounds")),
    _course("no-organisation-leaves", (ORGANISATION_LEAVES,), N_("organisations leaving")),
    _course("no-conflict", (CONFLICT_BREAKS_OUT, QUARREL), N_("conflicts breaking out")),
    _course("no-broken-promises", (PROMISE_BROKEN,), N_("broken promises of hours")),
    _course("nothing-falls-through", (ACTIVITY_FALLS_THROUGH,), N_("activities falling through")),
    _course("no-anchoring", (ANCHORING_BEGINS,), N_("work on the time after")),
    _course("no-host-found", (HOST_FOUND, HOST_OUTSIDE_FOUND), N_("hosts for the activities")),
    _course("no-money-won", (MONEY_WON,), N_("money for the time after")),
)
COURSES = tuple(change for change in CHANGES if change.is_course)


def arm_of(change: Change, world: World, policies: Any, until_month: int) -> Arm:
    """The world's arm with the change on top; `policies` is how the partnership goes about things in it (one row)."""
    arm = world.scenario.arms[world.arm]
    if change.is_course:
        return arm.model_copy(update={"cancel": (*arm.cancel, *ids_of(change, world, until_month))})
    levers = {**arm.levers, **_turned(change, policies)}
    return arm.model_copy(update={"levers": levers, "grants": _together(arm.grants, change.grants)})


def ids_of(change: Change, world: World, until_month: int) -> Iterator[int]:
    """The ids of all events that a course calls off, in every partnership."""
    for row in world.template.partnerships:
        for kind in change.kinds:
            for month in range(1, until_month + 1):
                first = int(event_id(int(kind), month, int(row.number), 0))
                yield from range(first, first + _subjects(change, row, RECORDED_KINDS[kind].subject))


def _subjects(change: Change, partnership: Any, sort: str) -> int:
    """How many of this sort there can be in a partnership."""
    if sort == "key person":
        return GENERATIONS_PER_SEAT * (1 if change.first_seat_only else int(partnership.seats))
    return int({"organisation": partnership.organisations, "activity": partnership.activities}.get(sort, 1))


def _turned(change: Change, policies: Any) -> dict[str, float]:
    """The levers' values: what is far enough already stays as it is."""
    raised = {name: max(value, float(policies[name])) for name, value in change.at_least.items()}
    return raised | {
        name: value if _is_never(name, policies) else min(value, float(policies[name])) for name, value in change.at_most.items()
    }


def _is_never(name: str, policies: Any) -> bool:
    return name in LEFT_TO_CHANCE and float(policies[name]) == LEFT_TO_CHANCE[name]


def _together(one: GrantChange | None, other: GrantChange | None) -> GrantChange | None:
    if one is None or other is None:
        return other or one
    return other.model_copy(update={"longer_by_months": one.longer_by_months + other.longer_by_months})
