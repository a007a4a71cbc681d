"""250 runs of one partnership, each computed twice with the same random numbers: without the levers and with them."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.comparison.comparison import THREADS
from samvirke.analysis.comparison.costs import Cost, cost_of
from samvirke.analysis.comparison.differences import differences_table
from samvirke.analysis.comparison.prior_width import RUNS_PER_DRAW
from samvirke.analysis.comparison.reading import moved_most
from samvirke.analysis.comparison.sentences import cost, what_changes_alone
from samvirke.analysis.measures import MEASURES, measured
from samvirke.model.agents.partnership import FUTURES, NOT_DECIDED
from samvirke.model.chance import HIGHEST_SEED
from samvirke.model.ensemble import simulate
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import lay_out
from samvirke.viz.dashboard.names import first_large
from samvirke.viz.dashboard.runs.followed_run import TURNED
from samvirke.viz.dashboard.runs.measures import SHARES, SHOWN_BY_MONTH

PAIRS = 250
QUANTILES = (0.1, 0.5, 0.9)
OF = 100
FEWEST_RUNS = 20
"""So many must still be partnerships for a fan to be drawn of them."""
Fan = Mapping[str, NDArray[np.float64]]
"""By measure: quantiles x months."""


@dataclass(frozen=True)
class Simulated:
    """What is kept of 250 runs: measures (runs x measures), months as quantiles, and how many declared each future."""

    measures: NDArray[np.float64]
    fan: Fan
    futures: tuple[int, ...]

    @property
    def declared(self) -> int:
        """Of 100 partnerships, how many declare what becomes of them: none where no grant ends."""
        return OF - self.futures[-1]


@dataclass(frozen=True)
class Pairs:
    """Both, and the differences between them."""

    scenario: Scenario
    without: Simulated
    with_levers: Simulated
    differences: pd.DataFrame
    cost: Cost

    def sentence(self, measure: str, language: str) -> str:
        """The difference in one measure, in a sentence."""
        return first_large(what_changes_alone(self._row(measure), language))

    def also(self, measure: str, language: str) -> list[str]:
        """What else is moved most."""
        others = moved_most(self.differences, TURNED, (measure, "hours_total"))
        return [what_changes_alone(row, language) for row in others.itertuples()]

    def cost_in_words(self, language: str) -> str:
        """What it costs; empty where nothing is counted."""
        return cost(self.cost.hours, self.cost.dkk, language)

    def _row(self, measure: str) -> Any:
        return next(self.differences[self.differences["measure"] == measure].itertuples())


def simulated(
    scenario: Scenario, arm: str, seed: int, posterior: Posterior | None, by_month: Sequence[str] = SHOWN_BY_MONTH
) -> Simulated:  # fmt: skip
    """250 runs of an arm with the seeds from `seed` on; each four share a draw of the posterior, if there is one.

    `by_month` are the measures of the months that are kept as quantiles.
    """
    world = lay_out(scenario, arm, events=False)
    parts = np.array_split(seeds_from(seed), THREADS)

    def of(seeds: Any) -> Any:
        numbers = None if posterior is None else posterior.numbers_for(seeds, RUNS_PER_DRAW)
        return simulate(world, seeds, None if posterior is None else posterior.of_numbers(numbers), numbers)

    with ThreadPoolExecutor(THREADS) as threads:
        ensemble = list(threads.map(of, parts))
    ends = np.concatenate([each.partnerships["end_month"][:, 0] for each in ensemble])
    fan = {name: _fan(name, np.concatenate([each.monthly[name][:, 0] for each in ensemble]), ends) for name in by_month}
    futures = np.concatenate([each.partnerships["future"][:, 0] for each in ensemble])
    return Simulated(np.concatenate([measured(each) for each in ensemble]), fan, of_100(futures))


def _fan(name: str, monthly: NDArray[np.float64], ends: NDArray[np.int64]) -> NDArray[np.float64]:
    """Quantiles of each month (quantiles x months); how partners get on only over runs that are still partnerships, if there are a few."""
    if name not in SHARES:
        return np.quantile(monthly, QUANTILES, axis=0)
    still = np.arange(1, monthly.shape[1] + 1) <= ends[:, None]
    enough = still.sum(axis=0) >= FEWEST_RUNS
    known = pd.DataFrame(np.where(still & enough, monthly, np.nan))
    return known.quantile(list(QUANTILES)).to_numpy()  # many times as fast as numpy's with gaps


def seeds_from(seed: int) -> NDArray[np.int64]:
    """The seeds of the runs, from the first again where there are no more."""
    return (seed + np.arange(PAIRS, dtype=np.int64)) % (HIGHEST_SEED + 1)


def paired(
    scenario: Scenario, without: Simulated, with_levers: Simulated, seed: int, posterior: Posterior | None, arm: str = TURNED
) -> Pairs:
    """The differences; `scenario` is the one that has the arm."""
    draws = np.zeros(PAIRS, dtype=np.int64) if posterior is None else posterior.numbers_for(seeds_from(seed).tolist(), RUNS_PER_DRAW)
    both = {"without": without.measures, arm: with_levers.measures}
    better = {name: measure.better for name, measure in MEASURES.items()}
    table = differences_table(both, draws, better, "without", (arm,), 1 if posterior is None else len(posterior.draws))
    return Pairs(scenario, without, with_levers, table, cost_of(scenario, arm))


def of_100(futures: NDArray[np.int64]) -> tuple[int, ...]:
    """Of 100 partnerships, how many have each future and (last) none declared; whole numbers that add up to 100."""
    kinds = [*range(len(FUTURES)), NOT_DECIDED]
    exact = np.array([(futures == kind).mean() * OF for kind in kinds])
    whole = np.floor(exact).astype(int)
    for kind in np.argsort(whole - exact, kind="stable")[: OF - int(whole.sum())]:
        whole[kind] += 1
    return tuple(int(each) for each in whole)
