"""Boxes in which cases are dense: limits of some inputs that hold together, found by PRIM or by CART.

PRIM, the patient rule induction method, cuts off a little at a time: Friedman and Fisher (1999), Bump hunting in high-dimensional
data, Statistics and Computing 9: peeling and pasting. A peel is chosen by the density it gains for each run it loses (Kwakkel and
Jaxa-Rozen 2016), which for continuous inputs is the same and for few levels is not greedy. Limits that chance would find too are
dropped (quasi-p of Bryant and Lempert 2010). CART (Breiman and others 1984, by scikit-learn) makes a small tree of cuts, whose leaves
where cases are denser than elsewhere are boxes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

OPEN = (-np.inf, np.inf)
Limits = tuple[float, float]
Inputs = NDArray[np.float64]
"""Runs x inputs."""
Cases = NDArray[np.bool_]
"""For each run (or each run in a box), whether it is one of those that are searched for."""

PEEL = 0.05
"""Share of the box's runs that a peel cuts off."""

SMALLEST_MASS = 0.02
"""Share of all runs below which a box is not peeled further."""

CHANCE = 0.05
"""A limit with a higher quasi-p is dropped."""

LEAST_COVERAGE = 0.5

MOST_CUTS = 3
"""One after the other: what a person can keep in mind."""

SMALLEST_LEAF = 0.03
SEED_OF_TIES = 1


@dataclass(frozen=True)
class Box:
    """Limits (lower, upper; both belong to the box) by position of the input; inputs that are not named are free."""

    limits: Mapping[int, Limits] = field(default_factory=dict)

    def holds(self, inputs: Inputs) -> Cases:
        """Which runs lie in it."""
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
    """What a box holds: share of the cases (coverage), share of its runs that are cases (density), share of all runs (mass)."""

    coverage: float
    density: float
    mass: float


def held(box: Box, inputs: Inputs, cases: Cases) -> Held:
    """What a box holds of these runs. NaN where there is nothing to divide by."""
    inside = box.holds(inputs)
    among = float(cases[inside].sum())
    return Held(_share(among, cases.sum()), _share(among, inside.sum()), _share(inside.sum(), len(cases)))


def _share(part: float, whole: float) -> float:
    return float(part) / float(whole) if whole else float("nan")


def prim(inputs: Inputs, cases: Cases, least_coverage: float = LEAST_COVERAGE) -> Box:
    """A dense box that holds at least so large a share of the cases, pasted, with only limits that matter.

    Of the boxes on the way it is the largest whose density lies within a standard error of the densest: more peels fit chance.
    """
    on_the_way = [(box, held(box, inputs, cases)) for box in peels(inputs, cases)]
    enough = [(box, what) for box, what in on_the_way if what.coverage >= least_coverage]
    densest = max(what.density - _error(what, cases) for _, what in enough)
    largest = next(box for box, what in enough if what.density >= densest)
    return _without_chance(_pasted(largest, inputs, cases), inputs, cases)


def _error(what: Held, cases: Cases) -> float:
    """Standard error of a box's density."""
    return float((what.density * (1.0 - what.density) / (what.mass * len(cases))) ** 0.5)


def peels(inputs: Inputs, cases: Cases) -> Iterator[Box]:
    """The boxes on the way, from the one without limits to the smallest."""
    box = Box()
    least = max(1, int(np.ceil(SMALLEST_MASS * len(cases))))
    while True:
        yield box
        inside = box.holds(inputs)
        candidates = [peel for peel in _peels_of(box, inputs[inside]) if peel.holds(inputs).sum() >= least]
        if not candidates or cases[inside].all():
            return
        box = max(candidates, key=lambda peel: _gain(peel.holds(inputs), inside, cases))


def _peels_of(box: Box, inside: Inputs) -> Iterator[Box]:
    """The box with a little cut off at each end of each input; of an input with few levels a whole level."""
    for at, values in enumerate(inside.T):
        ordered = np.unique(values)
        if len(ordered) > 1:
            above = ordered[ordered >= np.quantile(values, PEEL)]
            yield box.narrowed(at, low=float(above[0] if above[0] > ordered[0] else ordered[1]))
            below = ordered[ordered <= np.quantile(values, 1.0 - PEEL)]
            yield box.narrowed(at, high=float(below[-1] if below[-1] < ordered[-1] else ordered[-2]))


def _gain(kept: Cases, inside: Cases, cases: Cases) -> float:
    lost = inside.sum() - kept.sum()
    return float((cases[kept].mean() - cases[inside].mean()) / lost)


def _pasted(box: Box, inputs: Inputs, cases: Cases) -> Box:
    """The box made wider again where that does not make it less dense."""
    while True:
        density = held(box, inputs, cases).density
        wider = [each for each in _pastes_of(box, inputs) if held(each, inputs, cases).density >= density]
        if not wider:
            return box
        box = max(wider, key=lambda each: (held(each, inputs, cases).density, held(each, inputs, cases).mass))


def _pastes_of(box: Box, inputs: Inputs) -> Iterator[Box]:
    for at, (low, high) in box.limits.items():
        values = inputs[box.without(at).holds(inputs), at]
        more = max(1, int(PEEL * box.holds(inputs).sum()))
        below, above = np.sort(values[values < low])[::-1], np.sort(values[values > high])
        if len(below):
            yield box.with_limits(at, (float(below[more - 1]) if more < len(below) else OPEN[0], high))
        if len(above):
            yield box.with_limits(at, (low, float(above[more - 1]) if more < len(above) else OPEN[1]))


def quasi_p(box: Box, at: int, inputs: Inputs, cases: Cases) -> float:
    """Chance that as dense a box comes of a limit on this input that has no effect: binomial, with the density without it."""
    inside, without = box.holds(inputs), box.without(at).holds(inputs)
    return float(binomtest(int(cases[inside].sum()), int(inside.sum()), float(cases[without].mean()), alternative="greater").pvalue)


def _without_chance(box: Box, inputs: Inputs, cases: Cases) -> Box:
    """Drop the limit that matters least until all matter."""
    while box.limits:
        worst = max(box.limits, key=lambda at: quasi_p(box, at, inputs, cases))
        if quasi_p(box, worst, inputs, cases) <= CHANCE:
            return box
        box = box.without(worst)
    return box


def cart(inputs: Inputs, cases: Cases) -> list[Box]:
    """The leaves that hold more than the usual share of cases, what covers most first."""
    from sklearn.tree import DecisionTreeClassifier

    tree = DecisionTreeClassifier(max_depth=MOST_CUTS, min_samples_leaf=SMALLEST_LEAF, random_state=SEED_OF_TIES)
    tree.fit(inputs, cases)
    boxes = [box for box in _leaves(tree.tree_, 0, Box()) if held(box, inputs, cases).density > cases.mean()]
    return sorted(boxes, key=lambda box: -held(box, inputs, cases).coverage)


def _leaves(tree: Any, node: int, box: Box) -> Iterator[Box]:
    left, right = int(tree.children_left[node]), int(tree.children_right[node])
    if left == right:
        yield box
        return
    at, cut = int(tree.feature[node]), float(tree.threshold[node])
    yield from _leaves(tree, left, box.narrowed(at, high=cut))
    yield from _leaves(tree, right, box.narrowed(at, low=cut))
