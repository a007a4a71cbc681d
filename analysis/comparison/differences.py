"""What an arm changes: paired differences, and how sure they are. Pure arithmetic on measured lives.

Two sources of doubt are kept apart. How far the mean would move with more runs (`mc_error`: luck of lives, and draws not lived
yet): more runs shrink it. Parameters: each draw has its own expected difference, and `low` to `high` holds 90 % of these, however
many runs there are. What luck adds to the spread of the draws' means is taken off before the interval is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

LOW, HIGH = 0.05, 0.95
NO_STEPS: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Difference:
    """One measure of one arm against the baseline, over paired lives: its level in both, and how they differ."""

    level_baseline: float
    level_arm: float
    mean: float
    mc_error: float
    low: float
    high: float
    probability_better: float
    spread_over_lives: float
    variance_reduction: float
    runs: int


def difference(arm: Any, baseline: Any, draws: Any, better: int, all_draws: int = 1, step: float = 0.0) -> Difference:
    """From one number per life in the arm and in the baseline (same seeds and draws), and each life's draw.

    `variance_reduction` is the variance of the difference had the arms had seeds of their own, divided by that of paired lives.
    `all_draws` is how many draws there are to live with; `step` is the least by which a life can differ, where that is known: that
    no pair differed is no proof that none would. `probability_better` is NaN where the measure has no better direction, and
    where one draw was lived. Of a single pair that differs, or might by any amount, all but the difference itself is NaN.
    """
    arm, baseline, draws = np.asarray(arm, float), np.asarray(baseline, float), np.asarray(draws)
    paired = arm - baseline
    if np.isnan(paired).any():
        return _not_known(arm, baseline)
    chance = unseen(paired, step) or within(paired, draws)
    if np.isnan(chance):
        return _not_known(arm, baseline, mean=float(paired.mean()))
    means, replicates = by_draw(paired, draws)
    expected = without_chance(means, chance / replicates, chance / len(paired))
    counted = by_runs(expected, replicates, paired.mean())
    chance_of_strangers = within(arm, draws) + within(baseline, draws)
    return Difference(
        level_baseline=float(baseline.mean()),
        level_arm=float(arm.mean()),
        mean=float(paired.mean()),
        mc_error=float((chance / len(paired) + expected.var() * not_simulated_yet(len(means), all_draws)) ** 0.5),
        low=float(np.quantile(counted, LOW)),
        high=float(np.quantile(counted, HIGH)),
        probability_better=share_better(counted * better) if better and len(means) > 1 else float("nan"),
        spread_over_lives=float(paired.std()),
        variance_reduction=float(chance_of_strangers / chance) if chance > 0.0 else float("nan"),
        runs=len(paired),
    )


def _not_known(arm: Any, baseline: Any, mean: float = float("nan")) -> Difference:
    """The difference where some lives do not tell, or one pair alone does not tell how sure it is."""
    nothing = dict.fromkeys(("mc_error", "low", "high", "probability_better", "spread_over_lives", "variance_reduction"), np.nan)
    return Difference(float(baseline.mean()), float(arm.mean()), mean, **nothing, runs=len(arm))


def share_better(helped: Any) -> float:
    """Share of draws that expect more of what helps; one that expects exactly no difference counts half."""
    return float((helped > 0.0).mean() + (helped == 0.0).mean() / 2.0)


def unseen(paired: Any, step: float) -> float:
    """Variance that pairs which all agree leave open: as if one more than were lived differed by a step (Laplace 1774)."""
    return step * step / (len(paired) + 2.0) if not paired.any() else 0.0


def not_simulated_yet(draws: int, all_draws: int) -> float:
    """What the variance among draws adds to that of the mean, per unit: 1 / draws, less as few are left (finite population)."""
    return max(0.0, 1.0 - draws / max(1, all_draws)) / draws


def by_draw(values: Any, draws: Any) -> tuple[Any, Any]:
    """Mean and number of lives of each draw."""
    _, of = np.unique(draws, return_inverse=True)
    ensemble = np.bincount(of)
    return np.bincount(of, values) / ensemble, ensemble


def by_runs(expected: Any, ensemble: Any, mean: float) -> Any:
    """Each draw once; where some have more lives (those that fit one's own answers), once per life, around the mean of the lives."""
    if ensemble.min() == ensemble.max():
        return expected
    counted = np.repeat(expected, ensemble)
    return counted + (mean - counted.mean())


def within(values: Any, draws: Any) -> float:
    """Variance among lives of the same draw: luck. Over all lives where no draw has two (an upper bound); NaN of a single life."""
    _, of = np.unique(draws, return_inverse=True)
    ensemble = np.bincount(of)
    freedom = len(values) - len(ensemble)
    if freedom == 0:
        return float(np.var(values, ddof=1)) if len(values) > 1 else float("nan")
    means = np.bincount(of, values) / ensemble
    return float(((values - means[of]) ** 2).sum() / freedom)


def without_chance(means: Any, chance: Any, of_their_mean: float = 0.0) -> Any:
    """The draws' means drawn together by as much as luck has spread them, but for what luck leaves open of the mean of all.

    Without that, few lives would look sure: where luck is all that is seen, nothing would be left of the spread.
    """
    middle, variance = means.mean(), means.var()
    real = max(0.0, variance - float(np.mean(chance))) + of_their_mean
    return middle + (means - middle) * (real / variance) ** 0.5 if variance > 0.0 else means


def differences_table(
    measured: dict[str, Any], draws: Any, better: dict[str, int], baseline: str, arms: Sequence[str], all_draws: int,
    steps: Mapping[str, float] = NO_STEPS,
) -> pd.DataFrame:  # fmt: skip
    """One row per measure and arm; `measured` holds runs x measures per arm, in the order of `better`.

    `steps` says of some measures the least by which a life can differ.
    """
    rows = []
    for arm in arms:
        for column, name in enumerate(better):
            found = difference(
                measured[arm][:, column], measured[baseline][:, column], draws, better[name], all_draws, steps.get(name, 0.0)
            )
            rows.append({"measure": name, "arm": arm, **vars(found)})
    return pd.DataFrame(rows)
