"""What varies in a sweep: a parameter or a lever, and over which range."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from samvirke.analysis.sweep.terse import TerseRange
from samvirke.model.errors import between
from samvirke.model.extensions import all_parameters
from samvirke.model.levers import LEVERS
from samvirke.model.parameters import Fixed, LogUniform, Uniform
from samvirke.model.scenario.rules import is_outside
from samvirke.model.scenario.values import Declared

LEVER_PREFIX = "lever_"
"""Before the name of a lever in a table of points: parameters of the same name say what is typical, levers what is set."""

DECIMALS = 12
"""Of the steps of a grid: 0.9 and not 0.8999999999999999."""

Of = Literal["parameters", "levers"]


@dataclass(frozen=True)
class Varied:
    """One thing that varies; `values` are those of a grid, empty for other designs."""

    name: str
    of: Of
    spread: Uniform | LogUniform | None = None
    values: tuple[float, ...] = ()

    @property
    def column(self) -> str:
        """What tables of points call it."""
        return f"{LEVER_PREFIX}{self.name}" if self.of == "levers" else self.name

    def at(self, shares: Any) -> Any:
        """Values from shares (0-1) of the range."""
        assert self.spread is not None, f"{self.name} has no range"
        return self.spread.at(np.asarray(shares))


def declared(of: Of, name: str) -> Declared:
    """The parameter or lever itself."""
    return LEVERS[name] if of == "levers" else all_parameters()[name]


def varied_of_column(column: str) -> Varied | None:
    """What a column of a table of points is about; None if it is neither a parameter nor a lever."""
    if column in all_parameters():
        return Varied(column, "parameters")
    name = column.removeprefix(LEVER_PREFIX)
    return Varied(name, "levers") if column.startswith(LEVER_PREFIX) and name in LEVERS else None


def varied_over(of: Of, name: str, said: TerseRange, kind: str) -> Varied:
    """What the file says of one parameter or lever; there are no `what_is_wrong`."""
    values = said.values if kind == "grid" else ()
    if kind == "grid" and not values:
        spread = _spread(of, name, said)
        values = tuple(round(float(each), DECIMALS) for each in spread.at(np.linspace(0.0, 1.0, said.steps or 2)))
    return Varied(name, of, None if values else _spread(of, name, said), tuple(map(float, values)))


def _spread(of: Of, name: str, said: TerseRange) -> Uniform | LogUniform:
    if said.low is None or said.high is None:
        prior = all_parameters()[name].prior
        assert not isinstance(prior, Fixed)
        return prior
    return LogUniform(said.low, said.high) if said.log else Uniform(said.low, said.high)


def what_is_wrong(of: Of, name: str, said: TerseRange, kind: str) -> Iterator[tuple[str, str]]:
    """Key and sentence for everything about a range that its design or the registry does not allow."""
    entry = declared(of, name)
    for key, value in (("low", said.low), ("high", said.high), *(("values", each) for each in said.values)):
        if value is not None and is_outside(entry, value):
            yield key, f"{key} = {value:g} of {name} {between(entry.low, entry.high, entry.meaning)}"
    yield from _wrong_for_the_kind(of, name, said, kind)


def _wrong_for_the_kind(of: Of, name: str, said: TerseRange, kind: str) -> Iterator[tuple[str, str]]:
    if said.low is not None and said.high is None:
        yield "low", f"low = {said.low:g} of {name} has no high beside it; say both or neither"
    elif kind == "grid":
        if bool(said.values) == (said.steps is not None):
            yield "", f"{name} in a grid needs steps (how many values from low to high) or values, one of them"
    elif said.steps is not None or said.values:
        yield "", f"{name} says steps or values, which belong to a grid; keep low and high, or nothing for the registry's prior"
    if not said.values and said.low is None and isinstance(all_parameters()[name].prior, Fixed):
        yield "", f"{name} has no prior to vary over in the registry; say how far: {{ low = …, high = … }}"
