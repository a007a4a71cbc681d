"""What a new survey of the 37 partnerships would report, at the n that answered: beside each reported percentage.

In each run a random order of the partnerships says who answers; a row with n answers takes the first n of them, without
replacement. Rows with a condition take those who meet it among the 35 that answered at all; rows that are counted over all
partnerships take those 35, and the others count as "no".
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.survey.targets import ALL_ANSWERED, Target, wave_of
from samvirke.analysis.validation.ensembles import Simulated, runs_weights
from samvirke.analysis.validation.weighting import weighted_mean, weighted_quantile
from samvirke.model.items import ITEM_NUMBER, ITEMS

LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True)
class Predicted:
    """A reported row beside its predictive distribution, all in percent."""

    target: Target
    reported: float
    mean: float
    median: float
    low: float
    high: float

    @property
    def inside(self) -> bool:
        """Whether what was reported lies in the 90 % interval."""
        return self.low <= self.reported <= self.high

    @property
    def error(self) -> float:
        """How far the mean lies from what was reported, in points."""
        return abs(self.mean - self.reported)

    @property
    def width(self) -> float:
        """Width of the 90 % interval, in points."""
        return self.high - self.low


def places_in_line(simulated: Simulated, seed: int) -> NDArray[np.int64]:
    """For each run a random order of its partnerships: who would answer first (0), second (1) and so on."""
    runs, partnerships = simulated.answers.shape[:2]
    chance = np.random.default_rng([seed, runs])
    return chance.permuted(np.tile(np.arange(partnerships), (runs, 1)), axis=1)


def percent_at_n(target: Target, simulated: Simulated, places: NDArray[np.int64]) -> NDArray[np.float64]:
    """The row's percentage in each run, if as many answer as did; NaN where nobody meets its condition."""
    partnerships = simulated.answers.shape[1]
    counted = ITEMS[target.item].counted
    asked = places < (round(ALL_ANSWERED * partnerships) if counted or target.given else min(target.n, partnerships))
    if target.given is not None:
        asked = asked & _gave(target.given[0], target.given[1], target.month, simulated)
    wording = asked & _gave(target.item, target.codes, target.month, simulated)
    of = partnerships if counted else asked.sum(axis=1)
    with np.errstate(invalid="ignore"):
        return 100.0 * wording.sum(axis=1) / of


def _gave(item: str, codes: tuple[int, ...], month: str, simulated: Simulated) -> NDArray[np.bool_]:
    return np.isin(simulated.answers[:, :, wave_of(item, month, simulated.months), ITEM_NUMBER[item]], codes)


def predicted(target: Target, percent: NDArray[np.float64], weights: NDArray[np.float64]) -> Predicted:
    """A row beside what the runs (with these weights) give."""
    low, median, high = (weighted_quantile(percent, weights, share) for share in (LOW, 0.5, HIGH))
    return Predicted(target, target.exact_percent, weighted_mean(percent, weights), median, low, high)


def predict(targets: Sequence[Target], simulated: Simulated, seed: int, weights: NDArray[np.float64] | None = None) -> list[Predicted]:
    """Every row beside what the runs give; `weights` of the draws if not their own."""
    places = places_in_line(simulated, seed)
    of_runs = simulated.draws.weights_of_runs if weights is None else runs_weights(weights, simulated.draws.runs_each)
    return [predicted(target, percent_at_n(target, simulated, places), of_runs) for target in targets]


def share_inside(rows: Sequence[Predicted]) -> float:
    """Share of the rows that lie in their intervals."""
    return float(np.mean([row.inside for row in rows]))


def mean_error(rows: Sequence[Predicted]) -> float:
    """Mean distance between the simulated mean and what was reported, in points."""
    return float(np.nanmean([row.error for row in rows]))


def mean_width(rows: Sequence[Predicted]) -> float:
    """Mean width of the 90 % intervals, in points."""
    return float(np.nanmean([row.width for row in rows]))
