"""A key person who sits in several partnerships: her time is divided, her knowledge is not, and her departure is felt in all [W2]."""

from typing import Any

from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.agents.organisation import OUTSIDE
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import LEAVES_POST, POST_FILLED
from samvirke.model.event_kinds import EVENT_KINDS
from samvirke.model.events import FOR_ALL
from samvirke.model.fields import NOBODY
from samvirke.model.processes.scheduled import is_meant
from samvirke.model.processes.turnover import chance_she_leaves, leave_seat, succeed
from samvirke.model.rule import rule

CODE_KEY_PERSON_LEAVES = EVENT_KINDS["key_person_leaves"].code


@rule
def shared_persons_leave_or_arrive(state: Any, moment: Moment) -> None:
    """Each person of several seats keeps or leaves them all; so does her successor take them."""
    for s in range(len(state.seats)):
        if state.seats[s].is_first_of_person and state.seats[s].seats_of_person > 1:
            divide_her_time(state, s)
            leave_or_arrive(state, s, moment)


@rule
def is_in_use(state: Any, s: int) -> bool:
    """Whether a seat is one at a table that still meets."""
    seat = state.seats[s]
    return bool(state.partnerships[seat.partnership].stage == ALIVE and state.organisations[seat.organisation].active)


@rule
def part_of_time(seats: int, lost: float) -> float:
    """Part of her time that each of a person's partnerships has: with `lost` 1 she has no more for all than for one [W2]."""
    return 1.0 - lost * (1.0 - 1.0 / max(1, seats))


@rule
def divide_her_time(state: Any, first: int) -> None:
    """Each partnership that still meets has its part of her time."""
    in_use = 0
    s = first
    while s != NOBODY:
        in_use += is_in_use(state, s)
        s = state.seats[s].next_of_person
    part = part_of_time(in_use, state.parameters[0].time_lost_between_partnerships)
    s = first
    while s != NOBODY:
        state.seats[s].part_of_her_time = part
        s = state.seats[s].next_of_person


@rule
def leave_or_arrive(state: Any, first: int, moment: Moment) -> None:
    """One draw for the person: she leaves for what draws or drives her most, and a successor comes to all seats that stand empty."""
    seat = state.seats[first]
    chance = 0.0
    s = first
    while s != NOBODY:
        if is_in_use(state, s) and state.seats[s].holder != NOBODY:
            chance = max(chance, chance_she_leaves(state, state.seats[s].partnership, s, moment))
        s = state.seats[s].next_of_person
    leaves = uniform(moment, LEAVES_POST, seat.chance_number, seat.chance_slot, seat.generation) < chance or is_made_to_leave(state, first)
    filling = state.parameters[0].chance_of_filling_a_post_per_month
    arrives = uniform(moment, POST_FILLED, seat.chance_number, seat.chance_slot, seat.generation) < filling
    s = first
    latest = NOBODY
    while s != NOBODY:
        if is_in_use(state, s):
            leave_or_take(state, s, leaves, arrives, moment)
            latest = max(latest, state.seats[s].generation + (state.seats[s].holder == NOBODY))
        s = state.seats[s].next_of_person
    update_seats_outside(state, first, latest)


@rule
def update_seats_outside(state: Any, first: int, generation: int) -> None:
    """Where her organisation has yet to join, who would sit there is who has her other posts, or is to take them; -1 for no other post."""
    s = first
    while s != NOBODY:
        seat = state.seats[s]
        if generation != NOBODY and state.organisations[seat.organisation].membership == OUTSIDE:
            seat.generation = min(generation, GENERATIONS_PER_SEAT - 1)
        s = seat.next_of_person


@rule
def is_made_to_leave(state: Any, first: int) -> bool:
    """Whether an event of the scenario takes her away this month from any of her seats, and with that from all."""
    for e in range(len(state.scheduled)):
        scheduled = state.scheduled[e]
        if scheduled.month != state.clock[0].month or scheduled.kind != CODE_KEY_PERSON_LEAVES:
            continue
        s = first
        while s != NOBODY:
            p = state.seats[s].partnership
            if (
                is_in_use(state, s)
                and scheduled.partnership in (FOR_ALL, p)
                and is_meant(state, p, scheduled, state.seats[s].organisation, s)
            ):
                return True
            s = state.seats[s].next_of_person
    return False


@rule
def leave_or_take(state: Any, s: int, leaves: bool, arrives: bool, moment: Moment) -> None:
    """What the person's draw means for one of her seats."""
    seat = state.seats[s]
    if seat.holder != NOBODY:
        if leaves:
            leave_seat(state, seat.partnership, s, moment)
        return
    if leaves and seat.generation + 1 < GENERATIONS_PER_SEAT - 1:
        seat.generation += 1  # who was to come here has left already: the next one will
    seat.vacant_months += 1
    if arrives:
        succeed(state, seat.partnership, s, moment)
