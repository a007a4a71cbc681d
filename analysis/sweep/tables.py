"""The tables of a sweep (those of a run with the column `point` at the end), and how the runs of a chunk become rows of them.

Runs are simulated some at a time; one that fails becomes a row of the table `failures`. Rows are in the order of the chunk and do
not depend on how many are simulated at a time.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from samvirke.analysis.columns import KEYS, Column, schema_of, table_of, text
from samvirke.analysis.run.tables import TABLES as OF_RUNS
from samvirke.analysis.run.tables import events, monthly, outcomes, people, survey, ties, watched_for
from samvirke.analysis.survey.instrument import answers
from samvirke.analysis.sweep.chunk import Base, Chunk
from samvirke.analysis.sweep.points import DESIGN, DRAWS, POINT, POINTS, points_columns
from samvirke.analysis.sweep.sweep import MONTHLY_TABLES
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.extensions import own_parameters
from samvirke.model.levers import LEVERS
from samvirke.model.parameters import REGISTRY, parameter_record
from samvirke.model.world import World, lay_out

PARTNERSHIPS_AT_A_TIME = 1000
"""Runs of a partnership that are in memory at a time."""

FAILURES: tuple[Column, ...] = (
    *KEYS[:-1],
    Column("parameters", "what the point sets, as JSON", "text", "string", never_null=True),
    Column("message", "why the run failed", "text", "string", never_null=True),
    POINT,
)
TABLES: dict[str, tuple[Column, ...]] = {
    **{name: (*columns, POINT) for name, columns in OF_RUNS.items()},
    "failures": FAILURES,
}
"""Tables in parts: a folder each."""

SINGLE: dict[str, tuple[Column, ...]] = {"points": POINTS, "design": DESIGN, "draws": DRAWS}
"""Tables in one file each."""

SCHEMAS: dict[str, Any] = {name: schema_of(columns) for name, columns in {**TABLES, **SINGLE}.items()}


def schema_now(name: str) -> Any:
    """The schema of a table, with the parameters of extensions in points; None for what is no table of a sweep."""
    return schema_of(points_columns()) if name == "points" else SCHEMAS.get(name)


Tables = dict[str, Any]
Positions = NDArray[np.int64]
MAKERS: dict[str, Callable[[Ensemble], Any]] = {
    "outcomes": outcomes,
    "monthly": monthly,
    "survey": lambda ensemble: survey(ensemble, answers(ensemble)),
    "events": events,
    "ties": ties,
    "people": people,
}
LEVER_NUMBERS = {name: number for number, name in enumerate(LEVERS)}


@dataclass(frozen=True)
class Failure:
    """A run that failed: its position in the chunk, and why."""

    position: int
    message: str


def simulated(chunk: Chunk) -> Iterator[tuple[Tables, list[Failure]]]:
    """Tables and failures of the chunk's runs, some runs at a time."""
    at_a_time = max(1, PARTNERSHIPS_AT_A_TIME // len(chunk.base.scenario.partnerships))
    for arm, group in groupby(range(len(chunk)), key=lambda position: chunk.arms[position]):
        positions = np.array(list(group))
        for first in range(0, len(positions), at_a_time):
            yield _simulated_or_not(chunk, world_of(chunk.base, arm), positions[first : first + at_a_time])


@lru_cache(maxsize=8)
def world_of(base: Base, arm: str) -> World:
    """The arm laid out; points may put other levers into it."""
    keep = base.tables
    world = lay_out(base.scenario, arm, monthly="monthly" in keep, events="events" in keep, watched=watched_for(keep))
    return replace(world, parameters=dict(base.scenario.arms[arm].parameters))  # the scenario's own are put in by `_records`


def _simulated_or_not(chunk: Chunk, world: World, positions: Positions) -> tuple[Tables, list[Failure]]:
    """All at once; if that fails one by one, so that one bad run does not take the others with it."""
    try:
        return _tables(chunk, world, positions), []
    except (MemoryError, OSError):  # not the runs' fault
        raise
    except Exception as error:  # noqa: BLE001  (it becomes a row)
        if len(positions) == 1:
            return {}, [Failure(int(positions[0]), f"{type(error).__name__}: {' '.join(str(error).split())}"[:500])]
    parts = [_simulated_or_not(chunk, world, positions[[each]]) for each in range(len(positions))]
    tables = [each for each, _ in parts if each]
    whole = {name: pa.concat_tables([each[name] for each in tables]).combine_chunks() for name in tables[0]} if tables else {}
    return whole, [failure for _, failures in parts for failure in failures]


def _tables(chunk: Chunk, world: World, positions: Positions) -> Tables:
    ensemble = _runs(chunk, world, positions)
    kept = {name: MAKERS[name](ensemble) for name in chunk.base.tables}
    return {name: _with_point(chunk, name, _of_months(chunk.base, name, table)) for name, table in kept.items()}


def _runs(chunk: Chunk, world: World, positions: Positions) -> Ensemble:
    """The draw's number is the run's position until `_with_point` puts the right one."""
    columns = [number for number, each in enumerate(chunk.base.varied) if each.of == "levers"]
    levers = _policies(world, chunk.base, columns, chunk.values[positions][:, columns]) if columns else None
    records = _records(chunk, positions).view(np.recarray)
    return simulate(world, chunk.seeds[positions], records, positions, levers, _own(chunk, positions))


def _policies(world: World, base: Base, columns: list[int], levers: Any) -> Any:
    """What each run sets (runs x partnerships x levers): the arm's own, and the point's in every partnership."""
    policies = np.repeat(world.template.set_policies[None], len(levers), axis=0)
    for column, values in zip(columns, levers.T, strict=True):
        set_here = ~np.isnan(values)
        policies[set_here, :, LEVER_NUMBERS[base.varied[column].name]] = values[set_here, None]
    return policies


def _records(chunk: Chunk, positions: Positions) -> Any:
    """Parameter records: the draw (or the defaults), the scenario's values, the point's."""
    records = np.repeat(parameter_record(), len(positions)) if chunk.records is None else chunk.records[positions].copy()
    for name, value in chunk.base.scenario.parameters.items():
        if name in REGISTRY:
            records[name] = value
    for column, each in enumerate(chunk.base.varied):
        if each.of == "parameters" and each.name in REGISTRY:
            values = chunk.values[positions, column]
            records[each.name] = np.where(np.isnan(values), records[each.name], values)
    return records


def _own(chunk: Chunk, positions: Positions) -> NDArray[np.float64] | None:
    """The parameters of extensions that the points set (runs x parameters, NaN where they do not); None without extensions."""
    names = list(own_parameters())
    own = np.full((len(positions), len(names)), np.nan)
    for column, each in enumerate(chunk.base.varied):
        if each.name in names:
            own[:, names.index(each.name)] = chunk.values[positions, column]
    return own if names else None


def _of_months(base: Base, name: str, table: Any) -> Any:
    """The rows of the months that are kept."""
    if name not in MONTHLY_TABLES or base.months is None:
        return table
    return table.filter(pc.is_in(table["month"], value_set=pa.array(base.months, pa.int64())))


def _with_point(chunk: Chunk, name: str, table: Any) -> Any:
    """The table with the draw's own number and the point in every row."""
    row = table["draw"].to_numpy()
    ids = list(dict.fromkeys(chunk.points))
    number = {each: at for at, each in enumerate(ids)}
    point = np.array([number[each] for each in chunk.points], dtype=np.int32)
    columns = [pa.array(chunk.draws[row]) if each == "draw" else table[each] for each in table.column_names]
    return pa.Table.from_arrays([*columns, text(point[row], ids)], schema=SCHEMAS[name])


def failures_table(chunk: Chunk, failures: list[Failure]) -> Any:
    """One row per run that failed."""
    positions = [each.position for each in failures]
    rows = {
        "scenario": [chunk.base.scenario.name] * len(positions),
        "arm": [chunk.arms[each] for each in positions],
        "draw": chunk.draws[positions],
        "seed": chunk.seeds[positions],
        "parameters": [_given(chunk, each) for each in positions],
        "message": [each.message for each in failures],
        "point": [chunk.points[each] for each in positions],
    }
    return table_of(FAILURES, [rows[column.name] for column in FAILURES])


def _given(chunk: Chunk, position: int) -> str:
    values = {each.column: float(value) for each, value in zip(chunk.base.varied, chunk.values[position], strict=True)}
    return json.dumps({name: value for name, value in values.items() if not np.isnan(value)})
