"""Arms side by side: the same seeds and draws in every arm, runs added until chance is small enough."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.costs import cost_of
from analysis.differences import difference, differences_table
from analysis.measures import MEASURES, measured
from analysis.posterior import Posterior, posterior_of
from model.ensemble import simulate
from model.scenario.errors import Problem, ScenarioError, nearest_valid
from model.scenario.resolved import BASELINE, Scenario
from model.world import World, lay_out

THREADS = 2
LIVES_PER_DRAW = 4
RUNS_AT_A_TIME = 80
MOST_RUNS = 20_000

Progress = Callable[[int, int], None]
"""Is told how many runs are done, and of how many as far as is known."""


@dataclass(frozen=True)
class Comparison:
    """Measured lives of each arm (runs x measures; the same seeds and draws in all) and the differences they show."""

    scenario: Scenario
    baseline: str
    arms: tuple[str, ...]
    seeds: Any
    draws: Any
    measured: dict[str, Any]
    differences: pd.DataFrame
    posterior: Posterior | None


def compare(
    scenario: Scenario,
    arms: Sequence[str] = (),
    *,
    baseline: str = BASELINE,
    replicates: int = 400,
    seed: int = 1,
    until: float | None = None,
    until_measure: str = "continues",
    progress: Progress | None = None,
) -> Comparison:
    """Compare arms (all, if none is named) with the baseline arm over `replicates` paired lives.

    With `until`, runs are added until the Monte Carlo error of every arm's difference in `until_measure` is at most that.
    Raises ScenarioError for an arm or a measure that there is not.
    """
    chosen = tuple(dict.fromkeys(arm for arm in (arms or scenario.arms) if arm != baseline))
    _check(scenario, (*chosen, baseline), until_measure)
    posterior = posterior_of(scenario)
    worlds = {arm: lay_out(scenario, arm, monthly=False, events=False) for arm in (baseline, *chosen)}
    parts: dict[str, list[Any]] = {arm: [] for arm in worlds}
    seeds: Any = np.zeros(0, dtype=np.int64)
    wanted = replicates
    while len(seeds) < wanted:
        new = seed + np.arange(len(seeds), min(wanted, len(seeds) + RUNS_AT_A_TIME))
        _live(worlds, new, posterior, parts)
        seeds = np.concatenate([seeds, new])
        if until is not None and len(seeds) >= wanted:
            wanted = _wanted(parts, baseline, posterior, seeds, until, until_measure)
        if progress:
            progress(len(seeds) * len(worlds), wanted * len(worlds))
    draws = _draws(posterior, seeds)
    all_measured = {arm: np.concatenate(each) for arm, each in parts.items()}
    better = {name: measure.better for name, measure in MEASURES.items()}
    table = differences_table(all_measured, draws, better, baseline, chosen, _number_of(posterior))
    return Comparison(scenario, baseline, chosen, seeds, draws, all_measured, _priced(scenario, table), posterior)


def _check(scenario: Scenario, arms: Sequence[str], measure: str) -> None:
    problems = [
        Problem(f"--arm {arm}", f"{scenario.name} has no such arm; {nearest_valid(arm, scenario.arms)}")
        for arm in arms
        if arm not in scenario.arms
    ]
    if measure not in MEASURES:
        problems.append(Problem(f"--measure {measure}", f"there is no such measure; {nearest_valid(measure, MEASURES)}"))
    if problems:
        raise ScenarioError(problems)


def _number_of(posterior: Posterior | None) -> int:
    """How many draws there are to live with."""
    return 1 if posterior is None else len(posterior.draws)


def _draws(posterior: Posterior | None, seeds: Any) -> Any:
    return np.zeros(len(seeds), dtype=np.int64) if posterior is None else posterior.numbers_for(seeds, LIVES_PER_DRAW)


def _live(worlds: dict[str, World], seeds: Any, posterior: Posterior | None, parts: dict[str, list[Any]]) -> None:
    """The same seeds and draws in every arm."""
    numbers = _draws(posterior, seeds)
    records = None if posterior is None else posterior.of_numbers(numbers)

    def of(arm: str) -> Any:
        return measured(simulate(worlds[arm], seeds, records, numbers))

    with ThreadPoolExecutor(THREADS) as threads:
        for arm, found in zip(worlds, threads.map(of, worlds), strict=True):
            parts[arm].append(found)


def _wanted(
    parts: dict[str, list[Any]], baseline: str, posterior: Posterior | None, seeds: Any, until: float, measure: str
) -> int:  # fmt: skip
    """How many runs bring the Monte Carlo error of every arm down to `until`, as far as the runs so far tell."""
    column = list(MEASURES).index(measure)
    values = {arm: np.concatenate(each)[:, column] for arm, each in parts.items()}
    draws = _draws(posterior, seeds)
    errors = [difference(values[arm], values[baseline], draws, 1, _number_of(posterior)).mc_error for arm in values if arm != baseline]
    needed = len(draws) * (max(errors, default=0.0) / until) ** 2
    return int(min(MOST_RUNS, max(len(draws), np.ceil(needed))))


def _priced(scenario: Scenario, table: pd.DataFrame) -> pd.DataFrame:
    costs = {arm: cost_of(scenario, arm) for arm in table["arm"].unique()} if len(table) else {}
    table.insert(0, "scenario", scenario.name)
    return table.assign(
        cost_hours=[costs[arm].hours for arm in table["arm"]] if len(table) else [],
        cost_dkk=[costs[arm].dkk for arm in table["arm"]] if len(table) else [],
    )
