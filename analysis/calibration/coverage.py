"""Simulation-based calibration (Talts and others 2018): does the method find what it should, where the truth is known?

Runs of the table over the prior serve as synthetic reports: their parameters are a draw of the prior, their answers the simulator's own.
For each the posterior is sampled as for the real report, and the rank of the truth among the draws is noted. If emulator, likelihood
and sampler are right, ranks are uniform. To show that the test can fail, the same draws are made too narrow, too wide and shifted, and
draws of the prior are put in their place.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import chisquare, kstest

from samvirke.analysis.calibration.calibration import Calibration
from samvirke.analysis.calibration.hamiltonian import Target, moved
from samvirke.analysis.calibration.joint_likelihood import synthetic, target_of

Floats = NDArray[np.float64]
SETS, DRAWS, MOVES = 300, 39, 60  # with 39 draws, intervals of 50 and 90 % hold the truth exactly as often where the method is right
BINS = 8
THREADS = 2
LEVELS = (0.5, 0.9)
NARROW, WIDE, SHIFT = 0.7, 1.4, 0.3  # how far a posterior is made wrong: errors that would change what is concluded
ROLE_OF_SETS = 11  # part of the key of chance
AS_SAMPLED, OF_THE_PRIOR = "as sampled", "the prior"
LIKELIHOOD = "log likelihood"
"""What is ranked beside the parameters: of a posterior that ignores the report, only this rank is uneven (Modrak and others 2023)."""
MADE_WRONG: dict[str, Callable[[Floats, np.random.Generator], Floats]] = {
    AS_SAMPLED: lambda draws, chance: draws,
    "too narrow": lambda draws, chance: draws.mean(axis=0) + NARROW * (draws - draws.mean(axis=0)),
    "too wide": lambda draws, chance: draws.mean(axis=0) + WIDE * (draws - draws.mean(axis=0)),
    "shifted": lambda draws, chance: draws + SHIFT * draws.std(axis=0),
    OF_THE_PRIOR: lambda draws, chance: chance.standard_normal(draws.shape),
}
"""What is done to the draws of each synthetic posterior: nothing, or what a test must catch."""
Report = Callable[[float], None]


def coverage(calibration: Calibration, report: Report, sets: int = SETS) -> pd.DataFrame:
    """One row per treatment and parameter: `covered_50`, `covered_90`, the chi-squared `p` of a uniform rank; `sets` and `draws`."""
    ranks = ranks_of_the_truth(calibration, report, sets)
    names = (*calibration.emulator.names, LIKELIHOOD)
    rows = [
        {"treatment": treatment, "parameter": name, **_of_ranks(found[:, column])}
        for treatment, found in ranks.items()
        for column, name in enumerate(names)
    ]
    return pd.DataFrame(rows).assign(sets=len(next(iter(ranks.values()))), draws=DRAWS)


def ranks_of_the_truth(calibration: Calibration, report: Report, sets: int) -> dict[str, NDArray[np.int64]]:
    """By treatment: how many draws lie below the truth (sets x parameters and log likelihood, 0 to DRAWS)."""
    table = calibration.held_out
    number = min(sets, len(table.scores))

    def one(at: int) -> dict[str, NDArray[np.int64]]:
        report(at / number)
        observed = synthetic(calibration.observed.tallies, table.columns[at], calibration.observed)
        chance = np.random.default_rng([calibration.seed, ROLE_OF_SETS, at])
        start = chance.standard_normal((DRAWS, len(calibration.emulator.names)))
        target = target_of(observed.without_relations(), calibration.emulator)
        draws, _ = moved(target, start, MOVES, chance)
        return {name: _ranks(target, table.scores[at], change(draws, chance)) for name, change in MADE_WRONG.items()}

    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(one, range(number)))
    return {name: np.stack([each[name] for each in found]) for name in MADE_WRONG}


def _ranks(target: Target, truth: Floats, draws: Floats) -> NDArray[np.int64]:
    """How many draws lie below the truth, parameter by parameter, and last in log likelihood."""
    likely, _ = target(np.concatenate([truth[None], draws]))
    return np.asarray([*(draws < truth).sum(axis=0), (likely[1:] < likely[0]).sum()])


def _of_ranks(ranks: NDArray[np.int64]) -> dict[str, float]:
    middle = (ranks + 0.5) / (DRAWS + 1.0)
    histogram = np.bincount((ranks * BINS) // (DRAWS + 1), minlength=BINS)
    covered = {f"covered_{round(100 * level)}": float((np.abs(middle - 0.5) <= level / 2.0).mean()) for level in LEVELS}
    return {**covered, "p": float(chisquare(histogram).pvalue)}


def expected_coverage(level: float) -> float:
    """How often an interval of so few draws holds the truth where the method is right."""
    middle = (np.arange(DRAWS + 1) + 0.5) / (DRAWS + 1.0)
    return float((np.abs(middle - 0.5) <= level / 2.0).mean())


def verdict(table: pd.DataFrame, treatment: str = AS_SAMPLED) -> float:
    """Whether the p values of all parameters look like those of uniform ranks: the p of their own uniformity (Kolmogorov-Smirnov)."""
    return float(kstest(table.loc[table.treatment == treatment, "p"], "uniform").pvalue)
