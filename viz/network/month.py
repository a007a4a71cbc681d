"""What a picture of a partnership shows of one month: who sits where, who is new, who has left, who trusts whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from samvirke.analysis.network import TRUSTED, graph_of, pairs_cut, shares_of_trust, trusted_ties
from samvirke.analysis.run.events import numbers_by_name
from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT

Presence = Literal["here", "new", "left"]


@dataclass(frozen=True)
class Seat:
    """A seat at the table in one month; `person` is who sits there, or sat there last (empty if it was never filled)."""

    number: int
    presence: Presence
    person: str
    organisation: str
    sector: str | None
    is_coordinator: bool
    is_lead: bool
    left_month: int = 0


@dataclass(frozen=True)
class Line:
    """A pair of persons who meet, by their seats, and the mean of their trust in each other."""

    one: int
    other: int
    trust: float


@dataclass(frozen=True)
class Month:
    """One month of a partnership, and what hangs on its coordinator (or hung on her, if she has left)."""

    month: int
    seats: tuple[Seat, ...]
    lines: tuple[Line, ...]
    share_on_coordinator: float
    pairs_without_coordinator: int

    @property
    def coordinator(self) -> Seat | None:
        """The seat from which it is coordinated; None if there is none."""
        return next((seat for seat in self.seats if seat.is_coordinator and seat.presence != "left"), None)

    @property
    def pairs_of_high_trust(self) -> int:
        """How many pairs trust each other much."""
        return sum(line.trust >= TRUSTED for line in self.lines)


def seat_number(person: str) -> int:
    """The seat, from 1, of a key person of the tables: 2 for `key person 2.1`."""
    return numbers_by_name("key person")[person] // GENERATIONS_PER_SEAT + 1


def months_of(ties: pd.DataFrame, people: pd.DataFrame, months: tuple[int, ...]) -> Iterator[Month]:
    """The months of one partnership in one run, from its tables; new is who has come since the month shown before."""
    key_persons = people[people["kind"] == "key person"].assign(seat=lambda table: table["person"].map(seat_number))
    before = 0
    for month in months:
        seats = tuple(_seats(key_persons, month, before))
        share, pairs = _on_the_coordinator(ties, key_persons, month)
        yield Month(month, seats, tuple(_lines(ties[ties["month"] == month])), share, pairs)
        before = month


def _seats(key_persons: pd.DataFrame, month: int, before: int) -> Iterator[Seat]:
    for number, hers in key_persons.groupby("seat"):
        now = hers[hers["month"] == month]
        earlier = hers[hers["month"] < month]
        if len(now):
            row = now.iloc[0]
            yield _seat(row, "new" if row["since_month"] > before else "here")
        elif len(earlier):
            row = earlier.iloc[-1]
            yield _seat(row, "left", int(row["month"]) + 1)
        else:
            row = hers.iloc[0]
            yield Seat(int(str(number)), "left", "", row["organisation"], row["sector"], False, False, 1)


def _seat(row: Any, presence: Presence, left_month: int = 0) -> Seat:
    marks = (bool(row["is_coordinator"]), bool(row["is_lead"]))
    return Seat(int(row["seat"]), presence, row["person"], row["organisation"], row["sector"], *marks, left_month)


def _lines(ties: pd.DataFrame) -> Iterator[Line]:
    """Both directions of a tie as one line."""
    seats = pd.DataFrame({"one": ties["from_person"].map(seat_number), "other": ties["to_person"].map(seat_number)})
    pairs = pd.DataFrame({"low": seats.min(axis=1), "high": seats.max(axis=1), "trust": ties["personal_trust"]})
    for pair in pairs.groupby(["low", "high"])["trust"].mean().reset_index().to_dict("records"):
        yield Line(int(pair["low"]), int(pair["high"]), float(pair["trust"]))


def _on_the_coordinator(ties: pd.DataFrame, key_persons: pd.DataFrame, month: int) -> tuple[float, int]:
    """Share of all trust that hangs on her, and pairs that meet through her alone; of her last month, if she has left."""
    hers = key_persons[key_persons["is_coordinator"] & (key_persons["month"] <= month)]
    if hers.empty:
        return 0.0, 0
    last = hers.iloc[-1]
    graph = graph_of(ties[ties["month"] == last["month"]], key_persons[key_persons["month"] == last["month"]])
    return shares_of_trust(graph)[last["person"]], pairs_cut(trusted_ties(graph), last["person"])
