"""Runs at points of the prior, and how many of their answers fall in each cell of each question."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.likelihood import Question, answers_in_cells, log_likelihood
from samvirke.analysis.survey.instrument import answers
from samvirke.model.draws import prior_draws, records_at
from samvirke.model.ensemble import simulate
from samvirke.model.world import World

THREADS = 2
RUNS_AT_ONCE = 100
ROLE_OF_DRAWS, ROLE_OF_RUNS = 2, 3  # parts of the keys of random streams


@dataclass(frozen=True)
class Problem:
    """What is to be fitted: the reported counts of `questions`, in runs of `world`.

    Questions are multiplied as if they were independent. They are not quite: the same persons answer all of them, and parameters
    that are not sampled move several at once. Coverage shows how much too narrow that makes the posterior.

    `sampled` are the parameters whose place in the prior a point says; all others are drawn from the prior anew for every run.
    Each point has `replicates` runs. `concentrations` say, per question, how far one run's shares lie from the pooled ones.
    """

    world: World
    months: tuple[int, ...]
    questions: tuple[Question, ...]
    sampled: tuple[str, ...]
    replicates: int
    concentrations: tuple[float, ...]
    seed: int

    @property
    def cells(self) -> list[int]:
        """Where each question's cells begin among all cells, and after them the end."""
        return [0, *np.cumsum([len(question.cells) for question in self.questions])]

    def log_likelihood(self, points: NDArray[np.float64], evaluation: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Log likelihood of points (shares of the prior), and the pooled counts in all cells (points x cells)."""
        counts = self.counts_of_runs(np.repeat(points, self.replicates, axis=0), evaluation)
        pooled = counts.reshape(len(points), self.replicates, -1).sum(axis=1)
        return self.log_likelihood_of(pooled), pooled

    def log_likelihood_of(self, pooled: NDArray[np.float64], reported: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
        """Log probability of the reported counts (or of `reported`, all cells) given pooled counts (... x cells)."""
        total: NDArray[np.float64] = reduce(np.add, self.by_question(pooled, reported))
        return total

    def by_question(self, pooled: NDArray[np.float64], reported: NDArray[np.float64] | None = None) -> list[NDArray[np.float64]]:
        """The same, question by question."""
        cells = self.cells
        parts = zip(self.questions, self.concentrations, cells, cells[1:], strict=False)
        return [
            log_likelihood(question.counts if reported is None else reported[first:last], pooled[..., first:last], concentration)
            for question, concentration, first, last in parts
        ]

    def counts_of_runs(self, points: NDArray[np.float64], evaluation: int) -> NDArray[np.float64]:
        """One run per point with the other parameters drawn anew: counts in all cells (runs x cells)."""
        draws = records_at(self.sampled, points, prior_draws(len(points), [self.seed, evaluation, ROLE_OF_DRAWS]))
        return self.counts_of(self.seeds(len(points), evaluation), draws)

    def seeds(self, number: int, evaluation: int) -> NDArray[np.int64]:
        """Seeds that no other evaluation of any calibration uses."""
        return np.random.SeedSequence([self.seed, evaluation, ROLE_OF_RUNS]).generate_state(number).astype(np.int64)

    def counts_of(self, seeds: NDArray[np.int64], draws: NDArray[Any]) -> NDArray[np.float64]:
        """Counts in all cells of one run per seed and draw (runs x cells)."""
        starts = range(0, len(seeds), RUNS_AT_ONCE)
        with ThreadPoolExecutor(THREADS) as threads:
            parts = threads.map(self._some, (seeds[i : i + RUNS_AT_ONCE] for i in starts), (draws[i : i + RUNS_AT_ONCE] for i in starts))
            return np.concatenate(list(parts))

    def _some(self, seeds: NDArray[np.int64], draws: NDArray[Any]) -> NDArray[np.float64]:
        ensemble = simulate(self.world, seeds, draws)
        given = answers(ensemble)
        return np.concatenate([answers_in_cells(question, given, self.months) for question in self.questions], axis=1)


def figures(questions: Sequence[Question], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares of all cells but the last of each question (runs x figures), NaN where nobody was asked."""
    shares = []
    first = 0
    for question in questions:
        of_question = counts[:, first : first + len(question.cells)]
        with np.errstate(invalid="ignore"):
            shares.append(of_question[:, :-1] / of_question.sum(axis=1, keepdims=True))
        first += len(question.cells)
    return np.concatenate(shares, axis=1)
