"""The questions a proof is about, how the draws answer them, and how likely that makes what was reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.calibration.likelihood import Question, answers_in_cells, log_likelihood
from samvirke.analysis.validation.ensembles import Simulated
from samvirke.analysis.validation.weighting import effective_number


@dataclass(frozen=True)
class Answered:
    """Simulated answers per question: `counts` has for each question an array draws x cells (all lives of a draw together)."""

    questions: tuple[Question, ...]
    counts: tuple[Any, ...]

    def log_likelihoods(self, concentrations: Sequence[float]) -> Any:
        """Log likelihood of what was reported, draws x questions; `concentrations` are one per question."""
        each = zip(self.questions, self.counts, concentrations, strict=True)
        return np.stack([log_likelihood(question.counts, counts, sure) for question, counts, sure in each], axis=-1)

    def pooled(self, weights: Any) -> tuple[Any, ...]:
        """Answers in each cell over all draws, weighted: as many as the weights are worth."""
        worth = effective_number(weights)
        return tuple(np.asarray(weights) @ counts * worth for counts in self.counts)


def answered(questions: Sequence[Question], simulated: Simulated) -> Answered:
    """How the lives answer the questions."""
    counts = [answers_in_cells(question, simulated.answers, simulated.months) for question in questions]
    return Answered(tuple(questions), tuple(per_draw(each, simulated.draws.runs_each) for each in counts))


def per_draw(counts: Any, runs_each: int) -> Any:
    """From runs x cells to draws x cells."""
    return counts.reshape(-1, runs_each, counts.shape[-1]).sum(axis=1)
