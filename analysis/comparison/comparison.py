"""Arms side by side: the same seeds and draws in every arm, runs added until the Monte Carlo error is small enough."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.calibration.posterior import Posterior, posterior_of
from samvirke.analysis.comparison.costs import cost_of
from samvirke.analysis.comparison.differences import Difference, Floats, Ints, difference, differences_table
from samvirke.analysis.comparison.linked import also_moved, cases_that_moved, changed_by, traces
from samvirke.analysis.comparison.prior_width import RUNS_PER_DRAW, PriorRuns, prior_runs, runs_of_prior, with_width_of_prior
from samvirke.analysis.measure import PERCENT
from samvirke.analysis.measures import MEASURES, is_known, measured, watched_for
from samvirke.analysis.run.ceiling import Ceiling, ceiling, runs_that_reached_all
from samvirke.analysis.run.plan import wrong_seeds
from samvirke.analysis.run.seeds import Likeness, likeness_of, seeds_of
from samvirke.model.ensemble import simulate
from samvirke.model.errors import Problem, ScenarioError, nearest_valid
from samvirke.model.scenario.links import Link
from samvirke.model.scenario.resolved import BASELINE, Scenario
from samvirke.model.world import World, lay_out

THREADS = 2
RUNS_UNASKED = 400
RUNS_AT_A_TIME = 80
FEWEST_RUNS_MORE = 20  # once more are needed
MOST_RUNS = 20_000

Progress = Callable[[int, int], None]
"""Is told how many runs are done, and of how many as far as is known."""


@dataclass(frozen=True)
class Comparison:
    """Measured runs of each arm (runs x measures; the same seeds and draws in all) and the differences between them.

    `measure` is the one that was asked about; `likeness` says how usual the scenario's own answers are, if it has some; `ceiling`
    in how many runs all simulated citizens were reached; `also_moved`, by arm, who moved though the arm changes only other partnerships;
    `draws_of_prior` how many draws of the prior were simulated beside, 0 if none.
    """

    scenario: Scenario
    baseline: str
    arms: tuple[str, ...]
    seeds: Ints
    draws: Ints
    measured: dict[str, Floats]
    differences: pd.DataFrame
    posterior: Posterior | None
    measure: str = "continues"
    likeness: Likeness | None = None
    ceiling: Ceiling | None = None
    also_moved: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    draws_of_prior: int = 0

    def between(self, measure: str, arm: str, other: str) -> Difference:
        """The difference of any two simulated arms, in one measure."""
        column = list(MEASURES).index(measure)
        values, others = (self.measured[each][:, column] for each in (arm, other))
        step = steps_of(self.scenario).get(measure, 0.0)
        return difference(values, others, self.draws, MEASURES[measure].better, _number_of(self.posterior), step)


def compare(
    scenario: Scenario,
    arms: Sequence[str] = (),
    *,
    baseline: str = BASELINE,
    replicates: int | None = None,
    seed: int = 1,
    until: float | None = None,
    until_measure: str = "continues",
    also: Sequence[str] = (),
    prior: bool = True,
    progress: Progress | None = None,
) -> Comparison:
    """Compare arms (all, if none is named) with the baseline arm over `replicates` paired runs (400, or with `until` a few).

    `until_measure` and those of `also` are measured even where that takes longer; other such measures are left out.
    With `until`, runs are added until the Monte Carlo error of every arm's difference in `until_measure` is at most that.
    Where the scenario has a posterior, half as many runs have draws from the prior, unless `prior` is False: `width_of_prior`.
    Raises ScenarioError for an arm, a measure or a number that cannot be.
    """
    chosen = arms_to_compare(scenario, arms, baseline=baseline, measure=until_measure, replicates=replicates, seed=seed, until=until)
    posterior = posterior_of(scenario)
    watched = watched_for((until_measure, *also))
    worlds = {arm: lay_out(scenario, arm, events=False, watched=watched) for arm in (baseline, *chosen)}
    changed_by_arm = {arm: changed for arm in chosen if (changed := changed_by(scenario, arm, baseline))}
    runs = _Runs(worlds, (baseline, *changed_by_arm) if changed_by_arm else ())
    source = seeds_of(scenario, posterior, seed, RUNS_PER_DRAW)
    seeds: Ints = np.zeros(0, dtype=np.int64)
    wanted = runs_at_first(replicates, until)
    with_prior = prior and posterior is not None

    def tell(done: int) -> None:
        if progress:
            progress(done, (wanted + with_prior * runs_of_prior(wanted)) * len(worlds))

    while len(seeds) < wanted:
        new = source.take(min(wanted - len(seeds), RUNS_AT_A_TIME))
        if not len(new):
            break
        numbers = _draws(posterior, new)
        for done in runs.add(new, numbers, None if posterior is None else posterior.of_numbers(numbers)):
            tell(len(seeds) * len(worlds) + done)
        seeds = np.concatenate([seeds, new])
        if until is not None and len(seeds) >= wanted:
            wanted = _wanted(runs.parts, baseline, posterior, seeds, until, until_measure, steps_of(scenario).get(until_measure, 0.0))
    draws, all_measured = _draws(posterior, seeds), runs.measured()
    table = _differences(scenario, all_measured, draws, baseline, chosen, _number_of(posterior))
    beside = prior_runs(len(seeds), seed) if with_prior else None
    if beside is not None:
        of_prior = _from_prior(worlds, beside, lambda done: tell(len(seeds) * len(worlds) + done))
        table = with_width_of_prior(table, _differences(scenario, of_prior, beside.numbers, baseline, chosen, beside.draws))
    table = table[[is_known(name, watched) for name in table["measure"]]].reset_index(drop=True)
    return Comparison(
        scenario, baseline, chosen, seeds, draws, all_measured, _priced(scenario, table), posterior, until_measure, likeness_of(source),
        ceiling(scenario, runs.reached_all, len(seeds)), _also_moved(scenario, baseline, changed_by_arm, runs.traced),
        0 if beside is None else beside.draws,
    )  # fmt: skip


def _differences(
    scenario: Scenario, all_measured: Mapping[str, Floats], draws: Ints, baseline: str, arms: Sequence[str], all_draws: int
) -> pd.DataFrame:  # fmt: skip
    better = {name: measure.better for name, measure in MEASURES.items()}
    return differences_table(all_measured, draws, better, baseline, arms, all_draws, steps_of(scenario))


def _from_prior(worlds: Mapping[str, World], beside: PriorRuns, tell: Callable[[int], None]) -> dict[str, Floats]:
    """The measures of each arm with draws from the prior."""
    runs = _Runs(worlds)
    for first in range(0, len(beside.seeds), RUNS_AT_A_TIME):
        some = slice(first, first + RUNS_AT_A_TIME)
        for done in runs.add(beside.seeds[some], beside.numbers[some], beside.records[some]):
            tell(first * len(worlds) + done)
    return runs.measured()


def _also_moved(
    scenario: Scenario, baseline: str, changed_by_arm: Mapping[str, frozenset[str]], traced: Mapping[str, list[Floats]]
) -> dict[str, tuple[Link, ...]]:
    """By arm that changes only some partnerships: who else moved, and along which link."""
    whole = {arm: np.concatenate(each) for arm, each in traced.items()}
    return {
        arm: also_moved(scenario, changed, cases_that_moved(scenario, whole[arm], whole[baseline]))
        for arm, changed in changed_by_arm.items()
    }


def arms_to_compare(
    scenario: Scenario, arms: Sequence[str], *, baseline: str, measure: str, replicates: int | None, seed: int, until: float | None
) -> tuple[str, ...]:  # fmt: skip
    """The arms, all but the baseline if none is named. Raises ScenarioError with every problem of what is asked for."""
    problems = [_no_such_arm(scenario, "--arm", arm) for arm in arms if arm not in scenario.arms]
    if baseline not in scenario.arms:
        problems.append(_no_such_arm(scenario, "--baseline", baseline))
    if measure not in MEASURES:
        problems.append(Problem(f"--measure {measure}", f"there is no such measure; {nearest_valid(measure, MEASURES)}"))
    if until is not None and not until > 0.0:
        problems.append(Problem("--until", f"{until:g} must be above 0: the Monte Carlo error that is small enough"))
    problems += wrong_seeds(seed, replicates if replicates is not None else MOST_RUNS if until else RUNS_UNASKED)
    chosen = tuple(dict.fromkeys(arm for arm in (arms or scenario.arms) if arm != baseline))
    if not problems and not chosen:
        problems.append(Problem(scenario.name, _nothing_to_compare(scenario, baseline)))
    if problems:
        raise ScenarioError(problems)
    return chosen


def _nothing_to_compare(scenario: Scenario, baseline: str) -> str:
    others = [name for name in scenario.arms if name != baseline]
    if not others:
        return f"there is no arm to compare with {baseline}; write one as [arms.NAME]"
    return f"{baseline} cannot be compared with itself; name another arm, such as {others[0]}"


def runs_at_first(replicates: int | None, until: float | None) -> int:
    """How many pairs of runs come before their Monte Carlo error is looked at."""
    if replicates is not None:
        return replicates
    return RUNS_UNASKED if until is None else RUNS_AT_A_TIME


def steps_of(scenario: Scenario) -> dict[str, float]:
    """The least by which a run can differ, of measures that count partnerships: one of them."""
    return {name: 100.0 / len(scenario.partnerships) for name, measure in MEASURES.items() if measure.unit == PERCENT}


def _no_such_arm(scenario: Scenario, option: str, arm: str) -> Problem:
    return Problem(f"{option} {arm}", f"{scenario.name} has no such arm; {nearest_valid(arm, scenario.arms)}")


def _number_of(posterior: Posterior | None) -> int:
    """How many draws there are."""
    return 1 if posterior is None else len(posterior.draws)


def _draws(posterior: Posterior | None, seeds: Ints) -> Ints:
    if posterior is None:
        return np.zeros(len(seeds), dtype=np.int64)
    return posterior.numbers_for(seeds, RUNS_PER_DRAW)


class _Runs:
    """What is kept of the runs of each arm: measures, in how many all citizens were reached, and traces of the arms of `traced`."""

    def __init__(self, worlds: Mapping[str, World], traced: Sequence[str] = ()) -> None:
        self._worlds = worlds
        self.parts: dict[str, list[Floats]] = {arm: [] for arm in worlds}
        self.reached_all = dict.fromkeys(worlds, 0)
        self.traced: dict[str, list[Floats]] = {arm: [] for arm in traced}

    def measured(self) -> dict[str, Floats]:
        """The measures by arm: runs x measures."""
        return {arm: np.concatenate(each) for arm, each in self.parts.items()}

    def add(self, seeds: Ints, numbers: Ints, records: Any) -> Iterator[int]:
        """The same seeds and draws in every arm (a number and a record per seed); gives how many runs are done, now and then."""
        at = np.arange(len(seeds))
        some = np.array_split(at, THREADS) if len(seeds) >= THREADS else [at]  # so that no thread is idle for a whole arm
        tasks = [(arm, each) for arm in self._worlds for each in some]

        def of(task: tuple[str, Ints]) -> tuple[Floats, int, Floats | None]:
            arm, these = task
            ensemble = simulate(self._worlds[arm], seeds[these], None if records is None else records[these], numbers[these])
            return measured(ensemble), runs_that_reached_all(ensemble), traces(ensemble) if arm in self.traced else None

        done = 0
        with ThreadPoolExecutor(THREADS) as threads:
            try:
                for (arm, these), (found, full, trace) in zip(tasks, threads.map(of, tasks), strict=True):
                    self.parts[arm].append(found)
                    self.reached_all[arm] += full
                    if trace is not None:
                        self.traced[arm].append(trace)
                    done += len(these)
                    yield done
            finally:  # an interrupted command does not wait for what has not begun
                threads.shutdown(wait=False, cancel_futures=True)


def _wanted(
    parts: Mapping[str, list[Floats]], baseline: str, posterior: Posterior | None, seeds: Ints, until: float, measure: str, step: float
) -> int:  # fmt: skip
    """How many runs bring the Monte Carlo error of every arm down to `until`, as far as the runs so far tell."""
    column = list(MEASURES).index(measure)
    values = {arm: np.concatenate(each)[:, column] for arm, each in parts.items()}
    draws = _draws(posterior, seeds)
    other, number = values.pop(baseline), _number_of(posterior)
    errors = [difference(of_arm, other, draws, 1, number, step).mc_error for of_arm in values.values()]
    errors = [each for each in errors if not np.isnan(each)]
    if not errors or max(errors) <= until:
        return len(draws)
    needed = np.ceil(len(draws) * (max(errors) / until) ** 2)
    return int(min(max(MOST_RUNS, len(draws)), max(needed, len(draws) + FEWEST_RUNS_MORE)))


def _priced(scenario: Scenario, table: pd.DataFrame) -> pd.DataFrame:
    costs = {arm: cost_of(scenario, arm) for arm in table["arm"].unique()} if len(table) else {}
    table.insert(0, "scenario", scenario.name)
    return table.assign(
        cost_hours=[costs[arm].hours for arm in table["arm"]] if len(table) else [],
        cost_dkk=[costs[arm].dkk for arm in table["arm"]] if len(table) else [],
    )
