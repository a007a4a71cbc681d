"""Lives at points of the prior, and how many of their answers fall in each cell of each question."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.calibration.likelihood import Question, answers_in_cells, log_likelihood
from samvirke.analysis.survey.instrument import answers
from samvirke.model.draws import prior_draws, records_at
from samvirke.model.ensemble import simulate
from samvirke.model.world import World

THREADS = 2
RUNS_AT_ONCE = 100
ROLE_OF_DRAWS, ROLE_OF_RUNS = 2, 3  # parts of the keys of chance


@dataclass(frozen=True)
class Problem:
    """What is to be fitted: the reported counts of `questions`, in lives of `world`.

    Questions are multiplied as if they were independent. They are not quite: the same persons answer all of them, and what is
    not sampled moves several at once. How much too sure that makes the posterior is what coverage shows.

    `sampled` are the parameters whose place in the prior a point says; all others are drawn from the prior anew for every life.
    `lives` are lived per point. `concentrations` say, per question, how far one life's shares lie from the pooled ones.
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

    def log_likelihood(self, points: Any, evaluation: int) -> tuple[Any, Any]:
        """Log likelihood of points (shares of the prior), and the pooled counts in all cells (points x cells)."""
        counts = self.counts_of_runs(np.repeat(points, self.replicates, axis=0), evaluation)
        pooled = counts.reshape(len(points), self.replicates, -1).sum(axis=1)
        return self.log_likelihood_of(pooled), pooled

    def log_likelihood_of(self, pooled: Any, reported: Any = None) -> Any:
        """Log probability of the reported counts (or of `reported`, all cells) given pooled counts (... x cells)."""
        return sum(self.by_question(pooled, reported))

    def by_question(self, pooled: Any, reported: Any = None) -> list[Any]:
        """The same, question by question."""
        cells = self.cells
        parts = zip(self.questions, self.concentrations, cells, cells[1:], strict=False)
        return [
            log_likelihood(question.counts if reported is None else reported[first:last], pooled[..., first:last], concentration)
            for question, concentration, first, last in parts
        ]

    def counts_of_runs(self, points: Any, evaluation: int) -> Any:
        """One life per point with the other parameters drawn anew: counts in all cells (lives x cells)."""
        draws = records_at(self.sampled, points, prior_draws(len(points), [self.seed, evaluation, ROLE_OF_DRAWS]))
        return self.counts_of(self.seeds(len(points), evaluation), draws)

    def seeds(self, number: int, evaluation: int) -> Any:
        """Seeds of lives of their own for every evaluation of every calibration."""
        return np.random.SeedSequence([self.seed, evaluation, ROLE_OF_RUNS]).generate_state(number).astype(np.int64)

    def counts_of(self, seeds: Any, draws: Any) -> Any:
        """Counts in all cells of one life per seed and draw (lives x cells)."""
        starts = range(0, len(seeds), RUNS_AT_ONCE)
        with ThreadPoolExecutor(THREADS) as threads:
            parts = threads.map(self._some, (seeds[i : i + RUNS_AT_ONCE] for i in starts), (draws[i : i + RUNS_AT_ONCE] for i in starts))
            return np.concatenate(list(parts))

    def _some(self, seeds: Any, draws: Any) -> Any:
        ensemble = simulate(self.world, seeds, draws)
        given = answers(ensemble)
        return np.concatenate([answers_in_cells(question, given, self.months) for question in self.questions], axis=1)


def figures(questions: Sequence[Question], counts: Any) -> Any:
    """Shares of all cells but the last of each question (lives x figures), NaN where nobody was asked."""
    shares = []
    first = 0
    for question in questions:
        of_question = counts[:, first : first + len(question.cells)]
        with np.errstate(invalid="ignore"):
            shares.append(of_question[:, :-1] / of_question.sum(axis=1, keepdims=True))
        first += len(question.cells)
    return np.concatenate(shares, axis=1)
