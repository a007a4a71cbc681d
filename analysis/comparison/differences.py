"""What an arm changes: paired differences with their uncertainty, as arithmetic on measured runs, and the table of them.

Two kinds of uncertainty are kept apart. Sampling error (`mc_error`, the Monte Carlo standard error): how far the mean may be off
because there are only so many runs and draws; more runs shrink it. Parameter uncertainty: each draw has its own expected
difference, and `low` to `high` holds 90 % of these, however many runs there are. The spread that sampling error adds to the
draws' means is taken off before the interval is read. `width_of_prior` is the width of the same interval, by the same estimator,
over draws from the prior; both widths have sampling error, more where there are fewer draws.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samvirke.analysis.columns import Column, known, table_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
LOW, HIGH = 0.05, 0.95
NO_STEPS: Mapping[str, float] = MappingProxyType({})
PRICED = "declared, not simulated; null where no price is declared"
DIFFERENCES: tuple[Column, ...] = (
    Column("scenario", "name of the scenario", "name", "string", never_null=True),
    Column("measure", "what is compared: one number per run; the manifest says what each means, and its unit", "name", "string",
           never_null=True),
    Column("arm", "variant of the scenario that is compared with the baseline", "name", "string", never_null=True),
    Column("level_baseline", "mean over all runs of the baseline", "unit of the measure", "double"),
    Column("level_arm", "mean over all runs of the arm", "unit of the measure", "double"),
    Column("mean", "mean difference over all pairs of runs: the arm less the baseline", "unit of the measure", "double"),
    Column("mc_error", "Monte Carlo standard error of the mean; more runs shrink it; null where there is one pair of runs, as are low, "
           "high and what rests on a spread", "unit of the measure", "double"),
    Column("low", "5 % quantile over draws of the expected difference: parameter uncertainty, which more runs do not shrink; where the "
           "sampling error is larger, sentences, reports and pictures say the wider mean -/+ 1.645 mc_error",
           "unit of the measure", "double"),
    Column("high", "95 % quantile over draws of the expected difference", "unit of the measure", "double"),
    Column("width_of_prior", "width of the same interval (high less low) with draws from the prior: what assumptions alone leave open; "
           "both widths have sampling error; null where the scenario has no posterior, where the prior's runs are left out, and where "
           "there are fewer than 80 pairs of runs", "unit of the measure", "double"),
    Column("probability_better", "share of draws that expect a difference for the better, one that expects none at all counts half; null "
           "where neither way is, and where all runs have one draw: then nothing is known about the parameters", "0-1", "double"),
    Column("spread_over_lives", "standard deviation of the difference over pairs of runs", "unit of the measure", "double"),
    Column("cost_hours", f"hours that the arm takes more than the baseline, per partnership; {PRICED}", "hours", "double"),
    Column("cost_dkk", f"kroner that the arm costs more than the baseline, per partnership; {PRICED}", "DKK", "double"),
    Column("runs", "pairs of runs compared", "number", "int64", never_null=True),
    Column("variance_reduction", "variance of the difference with independent seeds in each arm, divided by that with common seeds; 1 is "
           "no gain", "ratio", "double"),
)  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One measure of one arm against the baseline, over paired runs: its level in both, and how they differ."""

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


def difference(
    arm: Floats, baseline: Floats, draws: Ints, better: int, all_draws: int = 1, step: float = 0.0
) -> Difference:  # fmt: skip
    """From one number per run in the arm and in the baseline (same seeds and draws), and each run's draw.

    `variance_reduction` is the variance of the difference with independent seeds in each arm, divided by that of paired runs.
    `all_draws` is how many draws there are; `step` is the least by which a run can differ, where that is known: that no pair
    differed does not mean that none would. `probability_better` is NaN where the measure has no better direction, and where all
    runs have one draw. Of a single pair that differs, or might by any amount, all but the difference itself is NaN.
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
    unpaired = within(arm, draws) + within(baseline, draws)
    return Difference(
        level_baseline=float(baseline.mean()),
        level_arm=float(arm.mean()),
        mean=float(paired.mean()),
        mc_error=float((chance / len(paired) + expected.var() * not_simulated_yet(len(means), all_draws)) ** 0.5),
        low=float(np.quantile(counted, LOW)),
        high=float(np.quantile(counted, HIGH)),
        probability_better=share_better(counted * better) if better and len(means) > 1 else float("nan"),
        spread_over_lives=float(paired.std()),
        variance_reduction=float(unpaired / chance) if chance > 0.0 else float("nan"),
        runs=len(paired),
    )


def _not_known(arm: Floats, baseline: Floats, mean: float = float("nan")) -> Difference:
    """The difference where it is not known in some runs, or where one pair alone gives no sampling error."""
    nothing = dict.fromkeys(("mc_error", "low", "high", "probability_better", "spread_over_lives", "variance_reduction"), np.nan)
    return Difference(float(baseline.mean()), float(arm.mean()), mean, **nothing, runs=len(arm))


def share_better(helped: Floats) -> float:
    """Share of draws that expect more of what helps; one that expects exactly no difference counts half."""
    return float((helped > 0.0).mean() + (helped == 0.0).mean() / 2.0)


def unseen(paired: Floats, step: float) -> float:
    """Variance where no pair differed: as if one pair more had differed by a step (rule of succession, Laplace 1774)."""
    return step * step / (len(paired) + 2.0) if not paired.any() else 0.0


def not_simulated_yet(draws: int, all_draws: int) -> float:
    """What the variance among draws adds to that of the mean, per unit: 1 / draws, less as few are left (finite population)."""
    return max(0.0, 1.0 - draws / max(1, all_draws)) / draws


def by_draw(values: Floats, draws: Ints) -> tuple[Floats, Ints]:
    """Mean and number of runs of each draw."""
    _, of = np.unique(draws, return_inverse=True)
    replicates = np.bincount(of)
    return np.bincount(of, values) / replicates, replicates


def by_runs(expected: Floats, replicates: Ints, mean: float) -> Floats:
    """Each draw once; where some have more runs (those that fit one's own answers), once per run, around the mean of the runs."""
    if replicates.min() == replicates.max():
        return expected
    counted = np.repeat(expected, replicates)
    return counted + (mean - counted.mean())


def within(values: Floats, draws: Ints) -> float:
    """Variance among runs of the same draw. Over all runs where no draw has two (an upper bound); NaN of a single run."""
    _, of = np.unique(draws, return_inverse=True)
    replicates = np.bincount(of)
    freedom = len(values) - len(replicates)
    if freedom == 0:
        return float(np.var(values, ddof=1)) if len(values) > 1 else float("nan")
    means = np.bincount(of, values) / replicates
    return float(((values - means[of]) ** 2).sum() / freedom)


def without_chance(means: Floats, chance: Floats, of_their_mean: float = 0.0) -> Floats:
    """The draws' means drawn together by the spread that sampling error gives them, except for the sampling error of their mean.

    Without that, few runs would look certain: where sampling error is all there is, nothing would be left of the spread.
    """
    middle, variance = means.mean(), means.var()
    real = max(0.0, variance - float(np.mean(chance))) + of_their_mean
    return middle + (means - middle) * (real / variance) ** 0.5 if variance > 0.0 else means


def differences_table(
    measured: Mapping[str, Floats], draws: Ints, better: dict[str, int], baseline: str, arms: Sequence[str], all_draws: int,
    steps: Mapping[str, float] = NO_STEPS,
) -> pd.DataFrame:  # fmt: skip
    """One row per measure and arm; `measured` holds runs x measures per arm, in the order of `better`.

    `steps` says of some measures the least by which a run can differ. `width_of_prior` is not known from these runs.
    """
    rows = []
    for arm in arms:
        for column, name in enumerate(better):
            found = difference(
                measured[arm][:, column], measured[baseline][:, column], draws, better[name], all_draws, steps.get(name, 0.0)
            )
            rows.append({"measure": name, "arm": arm, **vars(found), "width_of_prior": np.nan})
    return pd.DataFrame(rows)


def table_of_differences(differences: pd.DataFrame) -> Any:
    """The Arrow table, its columns in order, what is not known null."""
    return table_of(DIFFERENCES, [_values(column, differences[column.name]) for column in DIFFERENCES])


def _values(column: Column, values: pd.Series) -> Any:
    return known(values.to_numpy(float)) if column.type == "double" else values.to_list()


def in_order(differences: pd.DataFrame) -> pd.DataFrame:
    """The columns of the table in their order."""
    return differences[[column.name for column in DIFFERENCES]]
