"""How well each model says what was reported: log score, error, width and rows inside, beside what one would say without a model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.stats import binom

from samvirke.analysis.calibration.likelihood import Question, log_likelihood
from samvirke.analysis.calibration.targets import Target
from samvirke.analysis.validation.baselines import Shares
from samvirke.analysis.validation.predictive import HIGH, LOW, Predicted, mean_error, mean_width, share_inside

AS_GOOD_AS_CERTAIN = 1e9


@dataclass(frozen=True)
class Score:
    """A model over the fitted rows: its log score per question, and what its rows come to."""

    model: str
    of_questions: dict[str, float]
    mean_absolute_error: float
    mean_interval_width: float
    share_inside: float

    @property
    def log_score(self) -> float:
        """Log probability of all reported counts under the shares pooled over all lives: higher is better."""
        return float(sum(self.of_questions.values()))


def score_of_counts(question: Question, pooled: Any) -> float:
    """Log probability of what was reported, under the smoothed shares of pooled simulated answers."""
    return float(log_likelihood(question.counts, pooled))


def score_of_shares(question: Question, shares: Any) -> float:
    """Log probability of what was reported, under given shares; NaN where there are none."""
    return float("nan") if shares is None else float(log_likelihood(question.counts, np.asarray(shares) * AS_GOOD_AS_CERTAIN))


def score_of_rows(model: str, of_questions: dict[str, float], rows: Sequence[Predicted]) -> Score:
    """The score of a model whose rows are known."""
    return Score(model, of_questions, mean_error(rows), mean_width(rows), share_inside(rows))


def score_of_baseline(model: str, shares: Shares, questions: Sequence[Question], targets: Sequence[Target]) -> Score:
    """The score of a baseline that has something to say on every question."""
    rows = [binomial_row(target, shares, questions) for target in targets]
    return score_of_rows(model, {each.name: score_of_shares(each, shares(each)) for each in questions}, rows)


def binomial_row(target: Target, shares: Shares, questions: Sequence[Question]) -> Predicted:
    """A row whose n partnerships answer independently with the baseline's share."""
    question = next(each for each in questions if target.target_id in each.target_ids)
    part = float(np.sum([share for share, cell in zip(shares(question), question.cells, strict=True) if _belongs(cell, target, question)]))
    low, median, high = (100.0 * binom.ppf(share, int(target.n), min(part, 1.0)) / target.n for share in (LOW, 0.5, HIGH))
    return Predicted(target, target.exact_percent, 100.0 * part, median, low, high)


def _belongs(cell: tuple[int, ...], target: Target, question: Question) -> bool:
    """Whether a cell is part of what the row counts; cells of a nested question are how many of two things hold."""
    if question.nested_in is None:
        return set(cell) <= set(target.codes)
    return cell == (2,) or (cell == (1,) and target.item == question.nested_in)
