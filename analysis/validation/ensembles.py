"""Lives over draws, on two threads, and of each only what the proof needs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np

from samvirke.analysis.survey.instrument import answers
from samvirke.analysis.validation.weighting import effective_number
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.world import World

Taken = TypeVar("Taken")
Tell = Callable[[int], None]
"""Is told how many more lives are done; may raise to stop."""

THREADS = 2
RUNS_AT_A_TIME = 40
ANOTHER_RESPONDENT = 2**31


@dataclass(frozen=True)
class Draws:
    """Draws with their weights (which sum to 1), each lived `lives_each` times.

    `records` are the parameters of every run; the runs of one draw follow each other. They share the calibrated parameters
    alone: all others are drawn from their prior in every life, as they were when the draw's likelihood was estimated.
    `families` number the draws so that copies of one have one number (None: there are no copies).
    """

    records: Any
    weights: Any
    runs_each: int
    families: Any = None

    @property
    def weights_of_runs(self) -> Any:
        """The weight of every run."""
        return runs_weights(self.weights, self.runs_each)

    @property
    def family_of_each(self) -> Any:
        """The number of each draw's family."""
        return np.arange(len(self.weights)) if self.families is None else self.families

    @property
    def effective(self) -> float:
        """How many equally weighted draws they are worth, copies counted as one."""
        return effective_number(np.bincount(self.family_of_each, weights=self.weights))

    @property
    def runs(self) -> int:
        """How many lives they are."""
        return len(self.records)


@dataclass(frozen=True)
class Simulated:
    """What lives leave: the first axis is the run, in the order of `draws`.

    `answers` are runs x partnerships x waves x items (-1 where not asked); `again` are the answers that other respondents
    would give who see the same; `latent` is how it is (0-1). `months` are those of the questionnaires.
    """

    draws: Draws
    answers: Any
    again: Any
    latent: Any
    months: tuple[int, ...]


def runs_weights(weights: Any, runs_each: int) -> Any:
    """Weights of runs from weights of draws: a draw's weight is spread evenly over its lives."""
    return np.repeat(np.asarray(weights) / runs_each, runs_each)


def live_draws(world: World, draws: Draws, seed: int, tell: Tell) -> Simulated:
    """Live every draw; run r has seed `seed` + r, so that two sets of draws are paired."""
    parts = taken_from_runs(world, draws, seed, _what_is_kept, tell)
    given, again, latent = (np.concatenate(each) for each in zip(*parts, strict=True))
    return Simulated(draws, given, again, latent, months_of(world))


def months_of(world: World) -> tuple[int, ...]:
    """The months of the questionnaires."""
    return tuple(int(month) for month in world.template.survey_months)


def _what_is_kept(ensemble: Ensemble) -> tuple[Any, Any, Any]:
    return answers(ensemble), answers(with_other_respondents(ensemble)), ensemble.latent.astype(np.float32)


def with_other_respondents(ensemble: Ensemble) -> Ensemble:
    """The same lives, answered for by people of another mood and other slips of the pen, who talked it over more or less."""
    return replace(ensemble, seeds=(ensemble.seeds + ANOTHER_RESPONDENT) % 2**32)


def taken_from_runs(world: World, draws: Draws, seed: int, take: Callable[[Ensemble], Taken], tell: Tell) -> list[Taken]:
    """What `take` makes of the lives, some at a time and in order; lives themselves are not kept."""
    seeds = seed + np.arange(draws.runs)
    parts = [slice(first, first + RUNS_AT_A_TIME) for first in range(0, draws.runs, RUNS_AT_A_TIME)]

    def one(part: slice) -> Taken:
        return take(simulate(world, seeds[part], draws.records[part]))

    return _on_threads(one, parts, seeds, tell)


def _on_threads(one: Callable[[slice], Taken], parts: list[slice], seeds: Any, tell: Tell) -> list[Taken]:
    taken = []
    threads = ThreadPoolExecutor(THREADS)
    try:
        for part, result in zip(parts, threads.map(one, parts), strict=True):
            taken.append(result)
            tell(len(seeds[part]))
    finally:
        threads.shutdown(cancel_futures=True)
    return taken
