"""Where each mechanism can be seen: of the built-in scenarios and all measures, the one that it moves furthest when it is switched off.

Visible is what moves a measure by a tenth of its standard deviation between runs, or by one point of 100, with an interval off zero.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.ablation.ablation import TIMES_ERROR
from samvirke.analysis.measure import PERCENT, POINTS
from samvirke.analysis.measures import MEASURES, measured, watched_for
from samvirke.model.ensemble import simulate
from samvirke.model.neutral import switches
from samvirke.model.scenario import Scenario
from samvirke.model.scenario.resolved import BASELINE
from samvirke.model.world import lay_out

TENTH = 0.1
ONE_POINT = 1.0
OF_100 = (PERCENT, POINTS)
DRAWS = 40
"""Runs with and without each mechanism, in each arm that is looked at."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Sight:
    """What switching a mechanism off does to one measure in one arm of one scenario.

    `change` and `error` (half the 90 % interval) are in the measure's unit; `relative` is the change in standard deviations between runs.
    """

    mechanism: str
    scenario: str
    arm: str
    measure: str
    change: float
    error: float
    relative: float

    @property
    def is_visible(self) -> bool:
        """Whether it is off zero and large enough to see."""
        points = MEASURES[self.measure].unit in OF_100 and abs(self.change) >= ONE_POINT
        return abs(self.change) > self.error and (points or abs(self.relative) >= TENTH)


def sights(scenarios: Sequence[Scenario], drawn: NDArray[Any], seed: int, progress: Progress | None = None) -> dict[str, Sight]:
    """For each mechanism where it is seen best: in the scenarios as they are, and for those not visible there in their arms."""
    best: dict[str, Sight] = {}
    steps = [(each, BASELINE) for each in scenarios]
    steps += [(each, arm) for each in scenarios for arm in each.arms if arm != BASELINE]
    for done, (scenario, arm) in enumerate(steps):
        missing = [code for code in switches() if arm == BASELINE or code not in best or not best[code].is_visible]
        for found in _in_arm(scenario, arm, missing, drawn, seed):
            best[found.mechanism] = max(found, best.get(found.mechanism, found), key=_how_plain)
        if progress:
            progress(done + 1, len(steps))
    return best


def _how_plain(sight: Sight) -> tuple[bool, float]:
    return sight.is_visible, abs(sight.relative)


def _in_arm(scenario: Scenario, arm: str, codes: Sequence[str], drawn: NDArray[Any], seed: int) -> Iterator[Sight]:
    """What each of these mechanisms moves most in one arm."""
    if not codes:
        return
    whole = _measures(scenario, arm, {}, drawn, seed)
    for code in codes:
        difference = _measures(scenario, arm, switches()[code], drawn, seed) - whole
        yield _furthest(code, scenario.name, arm, difference, whole)


def _measures(scenario: Scenario, arm: str, off: dict[str, float], drawn: NDArray[Any], seed: int) -> NDArray[np.float64]:
    """All measures of runs with these parameters at these values (runs x measures)."""
    own = scenario.arms[arm].model_copy(update={"parameters": {**scenario.arms[arm].parameters, **off}})
    switched = scenario.model_copy(update={"arms": {**scenario.arms, arm: own}})
    world = lay_out(switched, arm, events=False, watched=watched_for(MEASURES))
    found: NDArray[np.float64] = measured(simulate(world, range(seed, seed + len(drawn)), drawn))
    return found


def _furthest(code: str, scenario: str, arm: str, difference: NDArray[np.float64], whole: NDArray[np.float64]) -> Sight:
    """The measure with the largest change relative to its spread, among those that are visible if any is."""
    found = []
    for column, name in enumerate(MEASURES):
        known = ~(np.isnan(difference[:, column]) | np.isnan(whole[:, column]))
        if known.sum() > 1:
            change, spread = difference[known, column], float(whole[known, column].std(ddof=1))
            error = float(TIMES_ERROR * change.std(ddof=1) / known.sum() ** 0.5)
            mean = float(change.mean())
            found.append(Sight(code, scenario, arm, name, mean, error, mean / spread if spread > 0.0 else 0.0))
    return max(found, key=_how_plain) if found else Sight(code, scenario, arm, next(iter(MEASURES)), 0.0, 0.0, 0.0)
