"""Runs over draws, on two threads; of each run only what the validation needs is kept."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.survey.instrument import answers
from samvirke.analysis.validation.weighting import effective_sample_size
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.world import World

Taken = TypeVar("Taken")
CountRuns = Callable[[int], None]
"""Is called with the number of runs just finished; may raise to stop."""

THREADS = 2
RUNS_AT_A_TIME = 40
ANOTHER_RESPONDENT = 2**31


@dataclass(frozen=True)
class Draws:
    """Draws with their weights (which sum to 1), each simulated `runs_each` times.

    `records` are the parameters of every run; the runs of one draw follow each other, with one parameter set.
    `groups` has one number per draw, the same for copies of one draw (None: there are no copies).
    """

    records: NDArray[Any]
    weights: NDArray[np.float64]
    runs_each: int
    groups: NDArray[np.int64] | None = None

    @property
    def weights_of_runs(self) -> NDArray[np.float64]:
        """The weight of every run."""
        return runs_weights(self.weights, self.runs_each)

    @property
    def group_of_each(self) -> NDArray[np.int64]:
        """The group of copies that each draw belongs to."""
        return np.arange(len(self.weights)) if self.groups is None else self.groups

    @property
    def effective(self) -> float:
        """Effective sample size, copies counted as one."""
        return effective_sample_size(np.bincount(self.group_of_each, weights=self.weights))

    @property
    def runs(self) -> int:
        """Number of runs."""
        return len(self.records)


@dataclass(frozen=True)
class Simulated:
    """What is kept of the runs: the first axis is the run, in the order of `draws`.

    `answers` are runs x partnerships x waves x items (-1 where not asked); `again` are the answers that other respondents
    would give who see the same; `latent` is the simulated state (0-1). `months` are those of the questionnaires.
    """

    draws: Draws
    answers: NDArray[np.int8]
    again: NDArray[np.int8]
    latent: NDArray[np.floating[Any]]
    months: tuple[int, ...]


def runs_weights(weights: ArrayLike, runs_each: int) -> NDArray[np.float64]:
    """Weights of runs from weights of draws: a draw's weight is spread evenly over its runs."""
    return np.repeat(np.asarray(weights) / runs_each, runs_each)


def simulate_draws(world: World, draws: Draws, seed: int, count_runs: CountRuns) -> Simulated:
    """Simulate every draw; run r has seed `seed` + r, so that two sets of draws are paired."""
    parts = map_runs(world, draws, seed, _what_is_kept, count_runs)
    given, again, latent = (np.concatenate(each) for each in zip(*parts, strict=True))
    return Simulated(draws, given, again, latent, months_of(world))


def months_of(world: World) -> tuple[int, ...]:
    """The months of the questionnaires."""
    return tuple(int(month) for month in world.template.survey_months)


def _what_is_kept(ensemble: Ensemble) -> tuple[NDArray[np.int8], NDArray[np.int8], NDArray[np.float32]]:
    return answers(ensemble), answers(with_other_respondents(ensemble)), ensemble.latent.astype(np.float32)


def with_other_respondents(ensemble: Ensemble) -> Ensemble:
    """The same runs with other respondents: other mood, other answer noise, and talked over with more or fewer partners."""
    return replace(ensemble, seeds=(ensemble.seeds + ANOTHER_RESPONDENT) % 2**32)


def map_runs(world: World, draws: Draws, seed: int, take: Callable[[Ensemble], Taken], count_runs: CountRuns) -> list[Taken]:
    """What `take` makes of the runs, some at a time and in order; the runs themselves are not kept."""
    seeds = seed + np.arange(draws.runs)
    parts = [slice(first, first + RUNS_AT_A_TIME) for first in range(0, draws.runs, RUNS_AT_A_TIME)]

    def one(part: slice) -> Taken:
        return take(simulate(world, seeds[part], draws.records[part]))

    return _on_threads(one, parts, seeds, count_runs)


def _on_threads(one: Callable[[slice], Taken], parts: list[slice], seeds: NDArray[np.int64], count_runs: CountRuns) -> list[Taken]:
    taken = []
    threads = ThreadPoolExecutor(THREADS)
    try:
        for part, result in zip(parts, threads.map(one, parts), strict=True):
            taken.append(result)
            count_runs(len(seeds[part]))
    finally:
        threads.shutdown(cancel_futures=True)
    return taken
