"""What buys most: which policies no cheaper one outdoes, and what one would regret of each, draw by draw.

Gains are policies x draws x runs; runs with the same seed have common random numbers, so a gain is a paired difference from the
scenario as it is. Regret is measured against the best policy for as much money in that draw, chosen with one half of the runs and
judged by the other: with the same half the luckiest would look best.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

FEWEST_RUNS = 2
TIMES_ERROR = 1.645  # 90 % of a normal mean

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True)
class Bought:
    """For one measure, one number per policy (the columns of the table `frontier`)."""

    mean: Numbers
    mc_error: Numbers
    low: Numbers
    high: Numbers
    probability_better: Numbers
    gain_per_100000_dkk: Numbers
    on_frontier: Mask
    share_on_frontier: Numbers
    regret_mean: Numbers
    regret_95: Numbers

    @property
    def gains(self) -> Mask:
        """Which policies gain more than Monte Carlo error explains: their 90 % interval of the mean lies above 0."""
        return self.mean > TIMES_ERROR * np.nan_to_num(self.mc_error)


def bought(costs: Numbers, gains: Numbers) -> Bought:
    """What each policy buys: `costs` in kroner, `gains` policies x draws x runs, above 0 for the better (NaN: not known)."""
    assert gains.shape[2] >= FEWEST_RUNS, "regret needs two halves"
    gains = gains[:, draws_known(gains)]
    by_draw = np.nanmean(gains, axis=2)
    mean = by_draw.mean(axis=1)
    low, high = np.quantile(by_draw, (0.05, 0.95), axis=1)
    draws = by_draw.shape[1]
    regret = regrets(costs, gains)
    with np.errstate(divide="ignore", invalid="ignore"):
        per_dkk = np.where(costs > 0.0, 1e5 * mean / costs, np.nan)
    return Bought(
        mean=mean,
        mc_error=by_draw.std(axis=1, ddof=1) / draws**0.5 if draws > 1 else np.full(len(mean), np.nan),
        low=low,
        high=high,
        probability_better=(by_draw > 0.0).mean(axis=1),
        gain_per_100000_dkk=per_dkk,
        on_frontier=on_frontier(costs, mean),
        share_on_frontier=np.mean([on_frontier(costs, each) for each in by_draw.T], axis=0),
        regret_mean=regret.mean(axis=1),
        regret_95=np.quantile(regret, 0.95, axis=1),
    )


def on_frontier(costs: Numbers, gains: Numbers) -> Mask:
    """Which policies are outdone by none: no other costs as much or less and gains more, or costs less and gains as much."""
    cheaper_or_alike = costs[None, :] <= costs[:, None]
    outdone = cheaper_or_alike & (gains[None, :] > gains[:, None])
    outdone |= (costs[None, :] < costs[:, None]) & (gains[None, :] == gains[:, None])
    return ~np.asarray(outdone.any(axis=1))


def regrets(costs: Numbers, gains: Numbers) -> Numbers:
    """What each policy misses in each draw (policies x draws) beside the best for as much money; chance may make it less than 0."""
    one, other = (np.nanmean(half, axis=2) for half in _halves(gains))
    affordable = costs[None, :] <= costs[:, None]
    return (_missed(affordable, one, other) + _missed(affordable, other, one)) / 2.0


def draws_known(gains: Numbers) -> Mask:
    """The draws in which every policy has a gain (not NaN) in both halves of its runs."""
    one, other = _halves(np.isnan(gains))
    missing = np.asarray(one.all(axis=2) | other.all(axis=2))
    return ~np.asarray(missing.any(axis=0))


def _halves(gains: NDArray[Kind]) -> tuple[NDArray[Kind], NDArray[Kind]]:
    half = gains.shape[2] // 2
    return gains[:, :, :half], gains[:, :, half:]


def _missed(affordable: Mask, chosen_by: Numbers, judged_by: Numbers) -> Numbers:
    missed = np.empty_like(judged_by)
    for draw in range(judged_by.shape[1]):
        best = np.where(affordable, chosen_by[:, draw], -np.inf).argmax(axis=1)
        missed[:, draw] = judged_by[best, draw] - judged_by[:, draw]
    return missed
