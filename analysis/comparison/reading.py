"""What stands out in a table of differences: which arm helps most, what else it moves, and the range that is reported of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.measure import PERCENT, POINTS
from samvirke.analysis.measures import MEASURES
from samvirke.model.scenario.resolved import Scenario

SURE = 1.645  # standard errors to either side that hold 90 %
MOST_OTHERS = 3
NUMBERS_OF_TENS = 100  # from here on two digits say enough


@dataclass(frozen=True)
class ReportedRange:
    """A range as it is reported: rounded to what a reader can use; NaN where it is not known. `decimals` are those that are written."""

    low: float
    high: float
    decimals: int

    @property
    def unknown(self) -> bool:
        """Whether there is no range: a single pair of runs gives no sampling error."""
        return bool(np.isnan(self.low))

    @property
    def nothing(self) -> bool:
        """Whether all of it rounds to zero."""
        return self.low == self.high == 0.0

    @property
    def either_way(self) -> bool:
        """Whether it holds both more and less."""
        return self.low < 0.0 < self.high


def range_of(row: Any) -> tuple[float, float]:
    """The wider of two 90 % intervals: over draws (parameter uncertainty), or of the mean (sampling error)."""
    chance = SURE * row.mc_error
    return min(row.low, row.mean - chance), max(row.high, row.mean + chance)


def chance_decides(row: Any) -> bool:
    """Whether sampling error hides the sign: its interval holds zero, and is wider than that of the parameters."""
    chance = SURE * row.mc_error
    return bool(abs(row.mean) < chance and 2.0 * chance > row.high - row.low)


def reported_range(row: Any) -> ReportedRange:
    """The range of a row, rounded: whole partnerships of 100, whole points, tenths of small counts, two digits of large ones.

    Where only rounding would bring one end to nothing, it is reported to one decimal more: 0.4 to 7.2 is a direction.
    """
    found, (low, high) = short_range(row), range_of(row)
    finer = _rounded_range(low, high, found.decimals + 1)
    one_way = low * high > 0.0 and finer.low * finer.high > 0.0
    return finer if one_way and not found.nothing and found.low * found.high == 0.0 else found


def short_range(row: Any) -> ReportedRange:
    """The same without the further decimal: what a claim is judged by."""
    low, high = range_of(row)
    return _rounded_range(low, high, _decimals(MEASURES[row.measure].unit, max(abs(low), abs(high))))


def _rounded_range(low: float, high: float, decimals: int) -> ReportedRange:
    return ReportedRange(rounded(low, decimals), rounded(high, decimals), decimals)


def rounded(value: float, decimals: int = 0) -> float:
    """The value as it is reported, a half away from zero; never minus zero."""
    if abs(value) >= NUMBERS_OF_TENS:
        decimals = 1 - int(np.floor(np.log10(abs(value))))
    return float(Decimal(float(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)) + 0.0


def _decimals(unit: str, size: float) -> int:
    if unit in (PERCENT, POINTS):
        return 0
    if unit.startswith("points"):
        return 2
    return 1 if size < 10.0 else 0


def ranked(differences: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The rows of one measure, the most helpful arm first (the largest where neither way is better)."""
    rows = differences[differences["measure"] == measure]
    order = (rows["mean"] * (MEASURES[measure].better or 1)).sort_values(ascending=False, kind="stable").index
    return rows.loc[order]


def way_of(row: Any) -> str:
    """Whether the range of a row lies on one side: `better` or `worse` (more, where neither way is better); `open` where it does not."""
    found, better = reported_range(row), MEASURES[row.measure].better or 1
    if found.low * found.high > 0.0:
        return "better" if found.high * better > 0.0 else "worse"
    return "open"


def reach(differences: pd.DataFrame, measure: str) -> tuple[float, float]:
    """From where to where a scale must go to hold no difference and the ranges of all arms in one measure."""
    rows = differences[(differences["measure"] == measure) & differences["mean"].notna()]
    ends = [0.0, *rows["mean"], *(end for row in rows.dropna(subset=["low"]).itertuples() for end in range_of(row))]
    return (min(ends), max(ends)) if max(ends) > min(ends) else (-1.0, 1.0)


def moved_most(differences: pd.DataFrame, arm: str, besides: Sequence[str], number: int = MOST_OTHERS) -> pd.DataFrame:
    """The other measures that the arm moved most, relative to their spread over runs; none that it hardly moved."""
    rows = differences[(differences["arm"] == arm) & ~differences["measure"].isin(besides)]
    rows = rows[rows["mean"].notna() & (rows["spread_over_lives"] > 0.0)]
    rows = rows[np.array([not reported_range(row).nothing for row in rows.itertuples()], dtype=bool)]
    relative = rows["mean"].abs() / rows["spread_over_lives"]
    return rows.loc[relative.sort_values(ascending=False, kind="stable").index[:number]]


def short_title(scenario: Scenario, arm: str, language: str) -> str:
    """The arm's title; with its details if another arm is called the same."""
    titles = {name: each.title.in_language(language) for name, each in scenario.arms.items()}
    alike = sum(title == titles[arm] for title in titles.values())
    return titles[arm] if alike == 1 else scenario.arms[arm].whole_title(language)
