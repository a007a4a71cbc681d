"""What is known from elsewhere, beside what the model does: figures of the literature that nothing is fitted to.

Each check measures the literature's figure in lives of the 37 partnerships, one per draw of parameters, and says in words how
the two stand. scenarios/literature.csv holds the figures; a check names the rows it stands beside.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.literature.course import significant_rises
from samvirke.analysis.literature.month_by_month import OneHistory, runs_month_by_month
from samvirke.analysis.literature.trust import levers_with_trust
from samvirke.model.scenario import data_file, read_scenario
from samvirke.model.world import lay_out

FILE = "literature.csv"
SCENARIO = "partnerskabspuljen"
RANGE = (0.05, 0.95)
ENOUGH = 0.9  # of the draws in which a sign must hold
FIGURE, BOUND, SIGN, ELSEWHERE = "figure", "upper bound", "sign only", "another setting"

Progress = Callable[[int, int], None]
"""Is told how many lives are done, and of how many."""


@dataclass(frozen=True)
class Record:
    """One row of the literature file. `low` and `high` are its figure (the same, or a reported interval); NaN for a finding in words."""

    record_id: str
    quantity: str
    value: str
    unit: str
    population: str
    year: str
    source: str
    use: str

    @property
    def low(self) -> float:
        """The figure, or the lower end of a reported interval."""
        return _numbers(self.value)[0]

    @property
    def high(self) -> float:
        """The figure, or the upper end."""
        return _numbers(self.value)[1]


def _numbers(value: str) -> tuple[float, float]:
    parts = value.split("-")
    try:
        return float(parts[0]), float(parts[-1])
    except ValueError:
        return float("nan"), float("nan")


def as_it_is(figure: float) -> float:
    """A figure that needs no conversion."""
    return figure


@dataclass(frozen=True)
class Check:
    """A figure that can be measured in a life, the rows it stands beside, and what limits the comparison.

    `kind` says how the two are compared: FIGURE and ELSEWHERE with the figures of the rows, BOUND with the lowest of them from
    below, SIGN with the band `holds` (both ends belong to it). `in_its_unit` turns a row's figure into the check's unit.
    """

    name: str
    unit: str
    measure: Callable[[OneHistory], float]
    records: tuple[str, ...]
    kind: str
    limits: str
    holds: tuple[float, float] = (float("-inf"), float("inf"))
    in_its_unit: Callable[[float], float] = as_it_is


@dataclass(frozen=True)
class Result:
    """A check's figure in each draw (NaN where a life has nothing to measure), beside the rows."""

    check: Check
    records: tuple[Record, ...]
    values: Any

    @property
    def reported(self) -> tuple[float, float]:
        """Lowest and highest figure among the rows, in the check's unit; NaN for findings in words and for signs."""
        if self.check.kind == SIGN:
            return float("nan"), float("nan")
        figures = [self.check.in_its_unit(figure) for each in self.records for figure in (each.low, each.high)]
        return min(figures), max(figures)

    @property
    def simulated(self) -> tuple[float, float, float]:
        """Median over draws, and both ends of the 90 % range; NaN where no life had anything to measure."""
        if np.isnan(self.values).all():
            return (float("nan"),) * 3
        low, high = np.nanquantile(self.values, RANGE)
        return float(np.nanmedian(self.values)), float(low), float(high)

    @property
    def verdict(self) -> str:
        """How the simulated figure stands to the reported one, in words."""
        if np.isnan(self.values).all():
            return "nothing to measure in these lives"
        if self.check.kind == SIGN:
            return self._share_that_holds(*self.check.holds)
        if self.check.kind == BOUND:
            return self._share_that_holds(float("-inf"), self.reported[0])
        return f"{self.check.kind}: {self._place()}" if self.check.kind == ELSEWHERE else self._place()

    def _share_that_holds(self, low: float, high: float) -> str:
        known = self.values[~np.isnan(self.values)]
        held = float(np.mean((known >= low) & (known <= high)))
        return f"{self.check.kind}: holds in {held:.0%} of the draws{'' if held >= ENOUGH else ', too few'}"

    def _place(self) -> str:
        _, low, high = self.simulated
        least, most = self.reported
        if low <= most and high >= least:
            return "inside"
        return "outside, simulated is lower" if high < least else "outside, simulated is higher"


@dataclass(frozen=True)
class Literature:
    """All checks over a set of draws, and two tables beside them.

    `levers`: median over draws of each lever's rank correlation with trust; `first_year`: share of draws in which each monthly
    measure rises significantly from month 1 to 12.
    """

    results: tuple[Result, ...]
    levers: dict[str, float]
    first_year: dict[str, float]
    unused: tuple[Record, ...]
    draws: int


def read_literature() -> dict[str, Record]:
    """The rows of the literature file by name."""
    table = pd.read_csv(data_file(FILE), dtype=str, keep_default_na=False)
    names = list(Record.__dataclass_fields__)
    return {row["record_id"]: Record(**{name: row[name] for name in names}) for row in table.to_dict("records")}


def check_literature(checks: Sequence[Check], draws: Any, seed: int, progress: Progress | None = None) -> Literature:
    """Measure every check in one life per draw (a table of parameter records), with seeds from `seed` on."""
    world = lay_out(read_scenario(SCENARIO), events=False)
    measured, levers, rises = [], [], []
    for done, run in enumerate(runs_month_by_month(world, range(seed, seed + len(draws)), draws), start=1):
        measured.append([check.measure(run) for check in checks])
        levers.append(levers_with_trust(run))
        rises.append(significant_rises(run))
        if progress:
            progress(done, len(draws))
    known = read_literature()
    results = [
        Result(check, tuple(known[each] for each in check.records), values)
        for check, values in zip(checks, np.array(measured).T, strict=True)
    ]
    used = {each for check in checks for each in check.records}
    unused = tuple(record for name, record in known.items() if name not in used)
    return Literature(tuple(results), dict(pd.DataFrame(levers).median()), dict(pd.DataFrame(rises).mean()), unused, len(draws))
