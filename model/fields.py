"""How a column of an agent's table is declared: once, beside the agent's rules, with meaning, unit and bounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

Kind = Literal["number", "count", "flag", "code", "index"]


@dataclass(frozen=True)
class Field:
    """One column of a table of agents.

    `kind` is number (64-bit float), count, flag (0 or 1), code (position in `codes`) or index (a row of another table, -1 for
    none); all but numbers are 64-bit integers. `low` and `high` bound the value in every month; None where unbounded.
    """

    name: str
    meaning: str
    unit: str = "share"
    low: float | None = 0.0
    high: float | None = 1.0
    kind: Kind = "number"
    codes: tuple[str, ...] = ()


def count(name: str, meaning: str, unit: str) -> Field:
    """A whole number, never negative."""
    return Field(name, meaning, unit, 0, None, "count")


def amount(name: str, meaning: str, unit: str) -> Field:
    """A number that is never negative and has no upper bound: hours, kroner, output."""
    return Field(name, meaning, unit, 0.0, None)


def month_of(name: str, meaning: str) -> Field:
    """A month of the run; `NEVER` (9999) where it has not come, so that earlier and later compare as expected."""
    return Field(name, meaning, "month", None, None, "count")


def flag(name: str, meaning: str) -> Field:
    """1 where it holds, else 0."""
    return Field(name, meaning, "0 or 1", 0, 1, "flag")


def code(name: str, meaning: str, codes: tuple[str, ...]) -> Field:
    """One of a few named kinds, kept as its position in `codes`."""
    return Field(name, meaning, "position in " + ", ".join(codes), 0, len(codes) - 1, "code", codes)


def index(name: str, meaning: str) -> Field:
    """Row of another table; -1 for none."""
    return Field(name, meaning, "row", -1, None, "index")


def record_type(fields: Iterable[Field]) -> np.dtype[np.void]:
    """The numpy record type of a table with these columns.

    Raises ValueError for a name that numpy's records use themselves (`size`, `data` …): uncompiled rules would read that.
    """
    fields = tuple(fields)
    taken = [field.name for field in fields if hasattr(np.record, field.name)]
    if taken:
        raise ValueError(f"a table cannot have columns named {', '.join(taken)}: numpy's records use these names; choose others")
    return np.dtype([(field.name, np.float64 if field.kind == "number" else np.int64) for field in fields], align=True)


# 64-bit on purpose, see `codes`; typed as the plain integers that they are to every reader
NEVER: Any = np.int64(9999)
NOBODY: Any = np.int64(-1)
THE_WHOLE: Any = np.int64(0)


def codes(first: int, how_many: int) -> tuple[Any, ...]:
    """Numbers for named kinds, as 64-bit integers: a plain Python integer would make every rule compile once per number."""
    return tuple(np.int64(first + position) for position in range(how_many))
