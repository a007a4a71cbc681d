"""A box: limits of some inputs that hold together, and how well it holds the cases that are searched for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

OPEN = (-np.inf, np.inf)
Limits = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """Limits (lower, upper; both belong to the box) by place of the input; inputs that are not named are free."""

    limits: Mapping[int, Limits] = field(default_factory=dict)

    def holds(self, inputs: Any) -> Any:
        """Which lives (lives x inputs) lie in it."""
        inside = np.ones(len(inputs), dtype=bool)
        for at, (low, high) in self.limits.items():
            inside &= (inputs[:, at] >= low) & (inputs[:, at] <= high)
        return inside

    def narrowed(self, at: int, *, low: float = -np.inf, high: float = np.inf) -> "Box":
        """The same with a narrower limit of one input."""
        before = self.limits.get(at, OPEN)
        return self.with_limits(at, (max(low, before[0]), min(high, before[1])))

    def with_limits(self, at: int, limits: Limits) -> "Box":
        """The same with these limits of one input."""
        others = {each: values for each, values in self.limits.items() if each != at}
        return Box(others if limits == OPEN else {**others, at: limits})

    def without(self, at: int) -> "Box":
        """The same with one input free."""
        return self.with_limits(at, OPEN)


@dataclass(frozen=True)
class Held:
    """What a box holds: share of the cases (coverage), share of its lives that are cases (density), share of all lives (mass)."""

    coverage: float
    density: float
    mass: float


def held(box: Box, inputs: Any, cases: Any) -> Held:
    """What a box holds of these lives; `cases` says which of them are searched for. NaN where there is nothing to divide by."""
    inside = box.holds(inputs)
    among = float(cases[inside].sum())
    return Held(_share(among, cases.sum()), _share(among, inside.sum()), _share(inside.sum(), len(cases)))


def _share(part: Any, whole: Any) -> float:
    return float(part) / float(whole) if whole else float("nan")
