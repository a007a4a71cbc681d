"""PRIM, the patient rule induction method: a box in which cases are dense, found by cutting off a little at a time.

Friedman and Fisher (1999), Bump hunting in high-dimensional data, Statistics and Computing 9: peeling and pasting. A peel is
chosen by the density it gains for each life it loses (Kwakkel and Jaxa-Rozen 2016), which for continuous inputs is the same and for
few levels is not greedy. Limits that chance would find too are dropped (quasi-p of Bryant and Lempert 2010).
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from scipy.stats import binomtest

from samvirke.analysis.sweep_analysis.box import OPEN, Box, Held, held

PEEL = 0.05
"""Share of the box's lives that a peel cuts off."""

SMALLEST_MASS = 0.02
"""Share of all lives below which a box is not peeled further."""

CHANCE = 0.05
"""A limit with a higher quasi-p is dropped."""

LEAST_COVERAGE = 0.5


def prim(inputs: Any, cases: Any, least_coverage: float = LEAST_COVERAGE) -> Box:
    """A dense box that holds at least so large a share of the cases, pasted, with only limits that matter.

    Of the boxes on the way it is the largest whose density lies within a standard error of the densest: more peels fit chance.
    """
    on_the_way = [(box, held(box, inputs, cases)) for box in peels(inputs, cases)]
    enough = [(box, what) for box, what in on_the_way if what.coverage >= least_coverage]
    densest = max(what.density - _error(what, cases) for _, what in enough)
    largest = next(box for box, what in enough if what.density >= densest)
    return _without_chance(_pasted(largest, inputs, cases), inputs, cases)


def _error(what: Held, cases: Any) -> float:
    """Standard error of a box's density."""
    return float((what.density * (1.0 - what.density) / (what.mass * len(cases))) ** 0.5)


def peels(inputs: Any, cases: Any) -> Iterator[Box]:
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


def _peels_of(box: Box, inside: Any) -> Iterator[Box]:
    """The box with a little cut off at each end of each input; of an input with few levels a whole level."""
    for at, values in enumerate(inside.T):
        ordered = np.unique(values)
        if len(ordered) > 1:
            above = ordered[ordered >= np.quantile(values, PEEL)]
            yield box.narrowed(at, low=float(above[0] if above[0] > ordered[0] else ordered[1]))
            below = ordered[ordered <= np.quantile(values, 1.0 - PEEL)]
            yield box.narrowed(at, high=float(below[-1] if below[-1] < ordered[-1] else ordered[-2]))


def _gain(kept: Any, inside: Any, cases: Any) -> float:
    lost = inside.sum() - kept.sum()
    return float((cases[kept].mean() - cases[inside].mean()) / lost)


def _pasted(box: Box, inputs: Any, cases: Any) -> Box:
    """The box made wider again where that does not make it less dense."""
    while True:
        density = held(box, inputs, cases).density
        wider = [each for each in _pastes_of(box, inputs) if held(each, inputs, cases).density >= density]
        if not wider:
            return box
        box = max(wider, key=lambda each: (held(each, inputs, cases).density, held(each, inputs, cases).mass))


def _pastes_of(box: Box, inputs: Any) -> Iterator[Box]:
    for at, (low, high) in box.limits.items():
        values = inputs[box.without(at).holds(inputs), at]
        more = max(1, int(PEEL * box.holds(inputs).sum()))
        below, above = np.sort(values[values < low])[::-1], np.sort(values[values > high])
        if len(below):
            yield box.with_limits(at, (float(below[more - 1]) if more < len(below) else OPEN[0], high))
        if len(above):
            yield box.with_limits(at, (low, float(above[more - 1]) if more < len(above) else OPEN[1]))


def quasi_p(box: Box, at: int, inputs: Any, cases: Any) -> float:
    """Chance that as dense a box comes of a limit on this input that says nothing: binomial, with the density without it."""
    inside, without = box.holds(inputs), box.without(at).holds(inputs)
    return float(binomtest(int(cases[inside].sum()), int(inside.sum()), float(cases[without].mean()), alternative="greater").pvalue)


def _without_chance(box: Box, inputs: Any, cases: Any) -> Box:
    """Drop the limit that matters least until all matter."""
    while box.limits:
        worst = max(box.limits, key=lambda at: quasi_p(box, at, inputs, cases))
        if quasi_p(box, worst, inputs, cases) <= CHANCE:
            return box
        box = box.without(worst)
    return box
