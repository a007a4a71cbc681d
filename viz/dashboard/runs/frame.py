"""One month of one partnership as it is drawn: who sits where, who trusts whom, who is around. Immutable; nothing of the state is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.model.agents.citizen import PARTICIPATING, VOLUNTEERING
from samvirke.model.agents.key_person import PRESENT
from samvirke.model.agents.organisation import SECTORS
from samvirke.model.agents.volunteer import ACTIVE, GONE
from samvirke.model.fields import NEVER
from samvirke.model.records import MONTHLY_MEASURES
from samvirke.model.state import State

RECENT = 3  # months
MEASURES = tuple(field.name for field in MONTHLY_MEASURES)


@dataclass(frozen=True)
class Member:
    """A member organisation; `number` from 0. `left_month` is 0 while it is there."""

    number: int
    sector: str
    is_lead: bool
    hours: float
    left_month: int


@dataclass(frozen=True)
class Person:
    """A seat and who sits on it; `generation` 0 is the first. A seat that stands empty has a `vacant` holder: the hole she left."""

    seat: int
    organisation: int
    generation: int
    is_coordinator: bool
    vacant: bool
    is_new: bool
    hours: float
    trusted: float
    left_month: int


@dataclass(frozen=True)
class Bond:
    """Two who meet, by their seats: mean trust in each other, and the hours that the one gives who gives least."""

    one: int
    other: int
    trust: float
    hours: float


@dataclass(frozen=True)
class Frame:
    """The partnership at the end of a month; numbers of volunteers and citizens are their slots."""

    month: int
    alive: bool
    end_month: int
    members: tuple[Member, ...]
    persons: tuple[Person, ...]
    bonds: tuple[Bond, ...]
    volunteers: tuple[int, ...]
    volunteers_gone: tuple[int, ...]
    volunteer_slots: int
    citizens: tuple[int, ...]
    vulnerable: tuple[int, ...]
    citizen_slots: int
    measures: Mapping[str, float]
    seven_cs: Mapping[str, float]

    @property
    def holes(self) -> int:
        """Seats that stand empty in organisations that are still members."""
        here = {member.number for member in self.members if not member.left_month}
        return sum(person.vacant and person.organisation in here for person in self.persons)


def frame_of(state: State, seven_cs: Mapping[str, float]) -> Frame:
    """What is seen of a state with a single partnership at the end of its last month."""
    partnership = state.partnerships[0]
    month = int(state.clock[0].month)
    ended = int(partnership.end_month)
    persons = tuple(_person(state, seat, month) for seat in range(len(state.seats)))
    volunteers, citizens = state.volunteers.stage, state.citizens.stage
    taking_part = (citizens == PARTICIPATING) | (citizens == VOLUNTEERING)
    return Frame(
        month=month,
        alive=ended == NEVER,
        end_month=0 if ended == NEVER else ended,
        members=tuple(_member(row, number) for number, row in enumerate(state.organisations)),
        persons=persons,
        bonds=tuple(_bonds(state, persons)),
        volunteers=_rows(volunteers == ACTIVE),
        volunteers_gone=_rows((volunteers == GONE) & (state.volunteers.left_month > month - RECENT)),
        volunteer_slots=len(state.volunteers),
        citizens=_rows(taking_part),
        vulnerable=_rows(taking_part & (state.citizens.vulnerable == 1)),
        citizen_slots=len(state.citizens),
        measures=_measures(state, month),
        seven_cs=seven_cs,
    )


def _rows(holds: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(row) for row in holds.nonzero()[0])


def _member(row: Any, number: int) -> Member:
    left = 0 if row.active else min(int(row.left_month), int(NEVER))
    return Member(number, SECTORS[int(row.sector)], bool(row.is_lead), float(row.given_hours), left)


def _person(state: State, number: int, month: int) -> Person:
    seat = state.seats[number]
    vacant = int(seat.holder) < 0
    row = state.key_persons[int(seat.first_person) + int(seat.generation) if vacant else int(seat.holder)]
    towards = state.ties.trust[state.ties.to_seat == number]
    left = int(row.left_month)
    return Person(
        seat=number,
        organisation=int(seat.organisation),
        generation=int(seat.generation),
        is_coordinator=bool(seat.is_coordinator),
        vacant=vacant or int(row.stage) != PRESENT,
        is_new=not vacant and int(seat.generation) > 0 and month - int(row.arrived_month) < RECENT,
        hours=0.0 if vacant else float(row.hours),
        trusted=float(towards.mean()) if len(towards) else 0.0,
        left_month=left if left < NEVER else 0,
    )


def _bonds(state: State, persons: tuple[Person, ...]) -> list[Bond]:
    """Both directions of a tie as one; none with an empty seat."""
    both: dict[tuple[int, int], list[float]] = {}
    for tie in state.ties:
        one, other = sorted((int(tie.from_seat), int(tie.to_seat)))
        if not (persons[one].vacant or persons[other].vacant):
            both.setdefault((one, other), []).append(float(tie.trust))
    return [
        Bond(one, other, sum(trust) / len(trust), min(persons[one].hours, persons[other].hours)) for (one, other), trust in both.items()
    ]


def _measures(state: State, month: int) -> dict[str, float]:
    """The month's row; before the first month nothing has been noted."""
    if not 1 <= month <= len(state.monthly):
        return dict.fromkeys(MEASURES, 0.0)
    row = state.monthly[month - 1]
    return {name: float(row[name]) for name in MEASURES}
