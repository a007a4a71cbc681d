"""A table of points of one's own (CSV or Parquet): a row is a point, a column a parameter or a lever (lever_NAME).

An empty cell leaves the parameter or lever as it is without a sweep. The columns `point` and `posterior_draw` are passed over, so
that points.parquet of another sweep can be such a table.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

from samvirke.analysis.sweep.varied import LEVER_PREFIX, Varied, declared, varied_of_column
from samvirke.model.errors import Problem, ScenarioError, between, nearest_valid, refused, shown
from samvirke.model.extensions import all_parameters
from samvirke.model.levers import LEVERS
from samvirke.model.scenario.rules import is_outside

PASSED_OVER = ("point", "posterior_draw")
MOST_PROBLEMS = 10


def read_points(path: Path, name: str) -> tuple[tuple[Varied, ...], Any]:
    """What varies in the table, and its values (points x varied; NaN where a cell is empty). Raises ScenarioError."""
    table = _read(path, name)
    columns = [column for column in table.column_names if column not in PASSED_OVER]
    found = [varied_of_column(column) for column in columns]
    problems = [_unknown(name, column) for column, each in zip(columns, found, strict=True) if each is None]
    varied = tuple(each for each in found if each is not None)
    problems = problems or _twice(name, columns)
    if problems or not varied or not table.num_rows:
        raise ScenarioError(problems or [Problem(name, "holds no points: a row for each, a column for each parameter or lever")])
    values = np.stack([_numbers(table[each.column], name, each.column) for each in varied], axis=-1)
    wrong = _out_of_bounds(name, varied, values)
    if wrong:
        raise ScenarioError(wrong)
    kept = ~np.isnan(values).all(axis=0)  # a column without a value says nothing
    return tuple(each for each, keep in zip(varied, kept, strict=True) if keep), values[:, kept]


def _read(path: Path, name: str) -> Any:
    try:
        return pq.read_table(path) if path.suffix == ".parquet" else csv.read_csv(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise refused(name, f"is no table of points: {' '.join(str(error).split())}") from error


def _unknown(name: str, column: str) -> Problem:
    known = [*all_parameters(), *(f"{LEVER_PREFIX}{lever}" for lever in LEVERS)]
    return Problem(name, f"the column {shown(column)} is no parameter and no lever; {nearest_valid(column, known)}", line=1)


def _twice(name: str, columns: list[str]) -> list[Problem]:
    twice = sorted({column for column in columns if columns.count(column) > 1})
    return [Problem(name, f"the column {shown(column)} is there twice; keep one of them", line=1) for column in twice]


def _numbers(column: Any, name: str, title: str) -> Any:
    try:
        return column.cast(pa.float64()).to_numpy(zero_copy_only=False).astype(float)
    except pa.ArrowInvalid as error:
        raise refused(name, f"the column {shown(title)} holds what is no number ({' '.join(str(error).split())})", 1) from error


def _out_of_bounds(name: str, varied: tuple[Varied, ...], values: Any) -> list[Problem]:
    problems = []
    for each, column in zip(varied, values.T, strict=True):
        entry = declared(each.of, each.name)
        for row in np.flatnonzero([is_outside(entry, value) or np.isinf(value) for value in column])[:MOST_PROBLEMS]:
            sentence = f"{each.column} = {column[row]:g} {between(entry.low, entry.high, entry.meaning)}"
            problems.append(Problem(name, sentence, int(row) + 2))
    return sorted(problems, key=lambda problem: problem.line)[:MOST_PROBLEMS]
