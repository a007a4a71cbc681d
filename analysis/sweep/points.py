"""The points of a sweep: each has an id that follows from its content, and a row in points.parquet with every parameter."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from samvirke.analysis.columns import Column, known, table_of
from samvirke.analysis.sweep.design import LEVER_PREFIX
from samvirke.analysis.sweep.sweep import Sweep
from samvirke.model.extensions import own_parameters
from samvirke.model.levers import LEVERS
from samvirke.model.parameters import REGISTRY

ROWS_AT_A_TIME = 2000

POINT = Column("point", "id of the point; points.parquet holds its values", "id", "string", never_null=True)
POINTS: tuple[Column, ...] = (
    POINT,
    Column("posterior_draw", "number of the posterior draw that the point is; null where it is none", "number", "int64"),
    *(
        Column(name, f"{each.meaning}; null where each seed has it from its draw (draws.parquet)", each.unit, "double")
        for name, each in REGISTRY.items()
    ),
    *(
        Column(f"{LEVER_PREFIX}{name}", f"{each.meaning}; null where the point does not set it", each.unit, "double")
        for name, each in LEVERS.items()
    ),
)


def points_columns() -> tuple[Column, ...]:
    """The columns of points.parquet, the parameters of extensions last."""
    return (*POINTS, *(Column(name, each.meaning, each.unit, "double") for name, each in own_parameters().items()))


DESIGN: tuple[Column, ...] = (
    Column("row", "place in the design, from 1: two rows may be the same point", "number", "int64", never_null=True),
    POINT,
)
DRAWS: tuple[Column, ...] = (
    Column("draw", "number of the draw; 0 is the defaults", "number", "int64", never_null=True),
    *(Column(name, f"{each.meaning}, before scenario, point and arm", each.unit, "double") for name, each in REGISTRY.items()),
)


@dataclass(frozen=True)
class Points:
    """The different points of a sweep: `ids` in the order of the design, `rows` the first row of each, `ids_of_rows` all."""

    sweep: Sweep
    ids_of_rows: tuple[str, ...]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every point once."""
        return tuple(dict.fromkeys(self.ids_of_rows))

    @cached_property
    def rows(self) -> NDArray[np.int64]:
        """The first row of the design that is each point."""
        first = {each: row for row, each in reversed(list(enumerate(self.ids_of_rows)))}
        return np.array([first[each] for each in self.ids], dtype=np.int64)

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The position of each point in `ids`."""
        return {each: number for number, each in enumerate(self.ids)}

    def table(self) -> Iterator[Any]:
        """points.parquet, some rows at a time."""
        for first in range(0, len(self.ids), ROWS_AT_A_TIME):
            yield _table(self.sweep, self.ids[first : first + ROWS_AT_A_TIME], self.rows[first : first + ROWS_AT_A_TIME])

    def design(self) -> Any:
        """design.parquet."""
        return table_of(DESIGN, [np.arange(1, len(self.ids_of_rows) + 1), pa.array(self.ids_of_rows, pa.string())])


def points_of_sweep(sweep: Sweep) -> Points:
    """The points with their ids, which depend on what a point sets and on nothing else."""
    order = np.argsort([each.column for each in sweep.varied], kind="stable").astype(int)
    names = [sweep.varied[each].column for each in order]
    values = np.ascontiguousarray(sweep.values[:, order]) + 0.0  # there is no -0.0
    numbers = np.zeros(len(values), dtype=np.int64) if sweep.draws is None else sweep.draws
    return Points(sweep, tuple(_id(names, row, number) for row, number in zip(values, numbers, strict=True)))


def _id(names: list[str], values: NDArray[np.float64], draw: int) -> str:
    given = ~np.isnan(values)
    named = names if given.all() else [name for name, keep in zip(names, given, strict=True) if keep]
    return sha256(f"{draw};{';'.join(named)};".encode() + values[given].astype("<f8").tobytes()).hexdigest()[:16]


def _table(sweep: Sweep, ids: tuple[str, ...], rows: NDArray[np.int64]) -> Any:
    columns: dict[str, Any] = {"point": pa.array(ids, pa.string()), "posterior_draw": _draw_numbers(sweep, rows)}
    for name, parameter in REGISTRY.items():
        columns[name] = _parameter(sweep, name, parameter.default, rows)
    for name, parameter in own_parameters().items():  # no posterior holds them
        columns[name] = np.full(len(rows), sweep.scenario.parameters.get(name, parameter.default))
    for name in LEVERS:
        columns[f"{LEVER_PREFIX}{name}"] = np.full(len(rows), np.nan)
    for number, each in enumerate(sweep.varied):
        values = sweep.values[rows, number]
        columns[each.column] = np.where(np.isnan(values), columns[each.column], values)
    there = points_columns()
    return table_of(there, [columns[each.name] if each.type != "double" else known(columns[each.name]) for each in there])


def _draw_numbers(sweep: Sweep, rows: NDArray[np.int64]) -> Any:
    if sweep.draws is None:
        return pa.nulls(len(rows), pa.int64())
    return pa.array(sweep.draws[rows])


def _parameter(sweep: Sweep, name: str, default: float, rows: NDArray[np.int64]) -> Any:
    """What a point leaves a parameter at: the scenario's value, else its draw's, else the default."""
    if name in sweep.scenario.parameters:
        return np.full(len(rows), sweep.scenario.parameters[name])
    if sweep.draws is not None and sweep.posterior is not None:
        return np.asarray(sweep.posterior.of_numbers(sweep.draws[rows])[name])
    return np.full(len(rows), np.nan if sweep.rest_varies_with_the_seed else default)


def draws_table(sweep: Sweep) -> Any:
    """draws.parquet: what does not vary, for every draw that some seed has."""
    numbers = np.unique(sweep.draw_of_seed)
    assert sweep.posterior is not None
    records = sweep.posterior.of_numbers(numbers)
    return table_of(DRAWS, [numbers, *(np.asarray(records[name]) for name in REGISTRY)])
