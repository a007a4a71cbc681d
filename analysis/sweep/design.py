"""The design of a sweep: what varies (parameters or levers, each over a range), and which points there are.

All but grids and tables are drawn as shares (0-1) of each range, the same for the same seed; SALib's indices are computed from
shares too. A table of points of one's own (CSV or Parquet) has a row for each point and a column for each parameter or lever
(lever_NAME); an empty cell leaves it as it is without a sweep. Its columns `point` and `posterior_draw` are passed over, so that
points.parquet of another sweep can be such a table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq
from numpy.typing import ArrayLike, NDArray
from scipy.stats import qmc

from samvirke.analysis.sweep.terse import TerseDesign, TerseRange
from samvirke.model.errors import Problem, ScenarioError, between, nearest_valid, refused, shown
from samvirke.model.extensions import all_parameters
from samvirke.model.levers import LEVERS
from samvirke.model.parameters import Fixed, LogUniform, Uniform
from samvirke.model.scenario.rules import is_outside
from samvirke.model.scenario.values import Declared

LEVER_PREFIX = "lever_"
"""Before the name of a lever in a table of points: parameters of the same name say what is typical, levers what is set."""

DECIMALS = 12
"""Of the steps of a grid: 0.9 and not 0.8999999999999999."""

PASSED_OVER = ("point", "posterior_draw")
MOST_PROBLEMS = 10

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

    def at(self, shares: ArrayLike) -> Any:
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


def varied_over(of: Of, name: str, given: TerseRange, kind: str) -> Varied:
    """The range that the file gives one parameter or lever; there are no `what_is_wrong`."""
    values = given.values if kind == "grid" else ()
    if kind == "grid" and not values:
        spread = _spread(of, name, given)
        values = tuple(round(float(each), DECIMALS) for each in spread.at(np.linspace(0.0, 1.0, given.steps or 2)))
    return Varied(name, of, None if values else _spread(of, name, given), tuple(map(float, values)))


def _spread(of: Of, name: str, given: TerseRange) -> Uniform | LogUniform:
    if given.low is None or given.high is None:
        prior = all_parameters()[name].prior
        assert not isinstance(prior, Fixed)
        return prior
    return LogUniform(given.low, given.high) if given.log else Uniform(given.low, given.high)


def what_is_wrong(of: Of, name: str, given: TerseRange, kind: str) -> Iterator[tuple[str, str]]:
    """Key and sentence for everything about a range that its design or the registry does not allow."""
    entry = declared(of, name)
    for key, value in (("low", given.low), ("high", given.high), *(("values", each) for each in given.values)):
        if value is not None and is_outside(entry, value):
            yield key, f"{key} = {value:g} of {name} {between(entry.low, entry.high, entry.meaning)}"
    yield from _wrong_for_the_kind(of, name, given, kind)


def _wrong_for_the_kind(of: Of, name: str, given: TerseRange, kind: str) -> Iterator[tuple[str, str]]:
    if given.low is not None and given.high is None:
        yield "low", f"low = {given.low:g} of {name} has no high beside it; say both or neither"
    elif kind == "grid":
        if bool(given.values) == (given.steps is not None):
            yield "", f"{name} in a grid needs steps (how many values from low to high) or values, one of them"
    elif given.steps is not None or given.values:
        yield "", f"{name} says steps or values, which belong to a grid; keep low and high, or nothing for the registry's prior"
    if not given.values and given.low is None and isinstance(all_parameters()[name].prior, Fixed):
        yield "", f"{name} has no prior to vary over in the registry; say how far: {{ low = …, high = … }}"


def points_of(design: TerseDesign, varied: Sequence[Varied]) -> NDArray[np.float64]:
    """Values (points x varied) of a grid, a Latin hypercube, a Sobol or a Morris design."""
    if design.kind == "grid":
        return np.array(list(product(*(each.values for each in varied))), dtype=float).reshape(-1, len(varied))
    shares = SHARES[design.kind](design, len(varied))
    return np.stack([each.at(shares[:, column]) for column, each in enumerate(varied)], axis=-1)


def how_many_points(design: TerseDesign, varied: Sequence[Varied]) -> int:
    """How many points such a design has, without drawing them."""
    number = len(varied)
    if design.kind == "grid":
        return int(np.prod([float(len(each.values)) for each in varied]))
    if design.kind == "sobol":
        return (design.points or 0) * (2 * number + 2 if design.second_order else number + 2)
    if design.kind == "morris":
        return (design.trajectories or 0) * (number + 1)
    return (design.points or 0) * design.blocks


def salib_problem(names: Sequence[str]) -> dict[str, Any]:
    """What SALib calls the problem: names, and bounds of their shares."""
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}


def _latin_hypercube(design: TerseDesign, number: int) -> NDArray[np.float64]:
    """One hypercube per block, each with a seed of its own: another block leaves the first ones as they are."""
    blocks = (
        qmc.LatinHypercube(number, rng=np.random.default_rng([design.seed, block])).random(design.points) for block in range(design.blocks)
    )
    return np.concatenate(list(blocks))


def _sobol(design: TerseDesign, number: int) -> Any:
    """A scrambled sequence: twice as many points keep the first."""
    from SALib.sample import sobol

    problem = salib_problem([str(each) for each in range(number)])
    return sobol.sample(problem, design.points, calc_second_order=design.second_order, seed=design.seed)


def _morris(design: TerseDesign, number: int) -> NDArray[np.float64]:
    """Each trajectory with a seed of its own: more trajectories keep the first."""
    from SALib.sample import morris

    problem = salib_problem([str(each) for each in range(number)])
    seeds = np.random.SeedSequence(design.seed).generate_state(design.trajectories or 0)
    trajectories = [morris.sample(problem, 1, num_levels=design.levels, seed=int(each)) for each in seeds]
    return np.concatenate(trajectories)


SHARES = {"latin_hypercube": _latin_hypercube, "sobol": _sobol, "morris": _morris}


def read_points(path: Path, name: str) -> tuple[tuple[Varied, ...], NDArray[np.float64]]:
    """What varies in a table of points, and its values (points x varied; NaN where a cell is empty). Raises ScenarioError."""
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
    kept = ~np.isnan(values).all(axis=0)  # a column without a value has no effect
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


def _out_of_bounds(name: str, varied: tuple[Varied, ...], values: NDArray[np.float64]) -> list[Problem]:
    problems = []
    for each, column in zip(varied, values.T, strict=True):
        entry = declared(each.of, each.name)
        for row in np.flatnonzero([is_outside(entry, value) or np.isinf(value) for value in column])[:MOST_PROBLEMS]:
            sentence = f"{each.column} = {column[row]:g} {between(entry.low, entry.high, entry.meaning)}"
            problems.append(Problem(name, sentence, int(row) + 2))
    return sorted(problems, key=lambda problem: problem.line)[:MOST_PROBLEMS]
