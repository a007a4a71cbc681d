"""How well a model predicts the reported counts: answers per question, log scores and their Monte Carlo standard errors, rows inside."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom

from samvirke.analysis.calibration.likelihood import Question, answers_in_cells, log_likelihood
from samvirke.analysis.survey.targets import Target
from samvirke.analysis.validation.baselines import Shares
from samvirke.analysis.validation.ensembles import Simulated
from samvirke.analysis.validation.predictive import HIGH, LOW, Predicted, mean_error, mean_width, share_inside
from samvirke.analysis.validation.weighting import effective_sample_size

AS_GOOD_AS_CERTAIN = 1e9
BOOTSTRAPS = 200


@dataclass(frozen=True)
class Answered:
    """Simulated answers per question: `counts` has for each question an array draws x cells (all runs of a draw together)."""

    questions: tuple[Question, ...]
    counts: tuple[NDArray[np.float64], ...]

    def log_likelihoods(self, concentrations: Sequence[float]) -> NDArray[np.float64]:
        """Log likelihood of what was reported, draws x questions; `concentrations` are one per question."""
        each = zip(self.questions, self.counts, concentrations, strict=True)
        return np.stack([log_likelihood(question.counts, counts, concentration) for question, counts, concentration in each], axis=-1)

    def pooled(self, weights: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
        """Answers in each cell over all draws, weighted; their number is that of the effective sample size."""
        number = effective_sample_size(weights)
        return tuple(np.asarray(weights) @ counts * number for counts in self.counts)


def answered(questions: Sequence[Question], simulated: Simulated) -> Answered:
    """How the runs answer the questions."""
    counts = [answers_in_cells(question, simulated.answers, simulated.months) for question in questions]
    return Answered(tuple(questions), tuple(per_draw(each, simulated.draws.runs_each) for each in counts))


def per_draw(counts: NDArray[np.float64], runs_each: int) -> NDArray[np.float64]:
    """From runs x cells to draws x cells."""
    return counts.reshape(-1, runs_each, counts.shape[-1]).sum(axis=1)


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
        """Log probability of all reported counts under the shares pooled over all runs: higher is better."""
        return float(sum(self.of_questions.values()))


def score_of_counts(question: Question, pooled: NDArray[np.float64]) -> float:
    """Log probability of what was reported, under the smoothed shares of pooled simulated answers."""
    return float(log_likelihood(question.counts, pooled))


def score_of_shares(question: Question, shares: NDArray[np.float64] | None) -> float:
    """Log probability of what was reported, under given shares; NaN where there are none."""
    return float("nan") if shares is None else float(log_likelihood(question.counts, np.asarray(shares) * AS_GOOD_AS_CERTAIN))


def score_of_rows(model: str, of_questions: dict[str, float], rows: Sequence[Predicted]) -> Score:
    """The score of a model whose rows are known."""
    return Score(model, of_questions, mean_error(rows), mean_width(rows), share_inside(rows))


def score_of_baseline(model: str, shares: Shares, questions: Sequence[Question], targets: Sequence[Target]) -> Score:
    """The score of a baseline that predicts every question."""
    rows = [binomial_row(target, shares, questions) for target in targets]
    return score_of_rows(model, {each.name: score_of_shares(each, shares(each)) for each in questions}, rows)


def binomial_row(target: Target, shares: Shares, questions: Sequence[Question]) -> Predicted:
    """A row whose n partnerships answer independently with the baseline's share."""
    question = next(each for each in questions if target.target_id in each.target_ids)
    of_cells = shares(question)
    if of_cells is None:
        raise ValueError(f"{question.name}: this baseline does not predict it")
    part = float(np.sum([share for share, cell in zip(of_cells, question.cells, strict=True) if _belongs(cell, target, question)]))
    low, median, high = (100.0 * binom.ppf(share, int(target.n), min(part, 1.0)) / target.n for share in (LOW, 0.5, HIGH))
    return Predicted(target, target.exact_percent, 100.0 * part, median, low, high)


def _belongs(cell: tuple[int, ...], target: Target, question: Question) -> bool:
    """Whether a cell is part of what the row counts; cells of a nested question are how many of two things hold."""
    if question.nested_in is None:
        return set(cell) <= set(target.codes)
    return cell == (2,) or (cell == (1,) and target.item == question.nested_in)


def error_of_score(asked: Sequence[Question], simulated: Simulated, seed: int) -> float:
    """Monte Carlo standard error of the questions' log score: its standard deviation over bootstrap samples of the draws (Efron 1979)."""
    return error_of_answers(answered(asked, simulated), simulated.draws.weights, simulated.draws.group_of_each, seed)


def error_of_answers(given: Answered, weights: NDArray[np.float64], groups: NDArray[np.int64], seed: int) -> float:
    """The same from the answers of the draws; those of one group are copies and are resampled together."""
    samples, number = bootstrap_weights(weights, groups, seed), effective_sample_size(weights)
    scores = sum(log_likelihood(each.counts, samples @ counts * number) for each, counts in zip(given.questions, given.counts, strict=True))
    return float(np.std(scores))


def bootstrap_weights(weights: NDArray[np.float64], groups: NDArray[np.int64], seed: int) -> NDArray[np.float64]:
    """Weights of the draws in each bootstrap sample of the groups (samples x draws)."""
    number = int(groups.max()) + 1
    times_drawn = np.random.default_rng([seed, 11]).multinomial(number, np.full(number, 1.0 / number), BOOTSTRAPS)
    samples = times_drawn[:, groups] * np.asarray(weights)
    return samples / samples.sum(axis=1, keepdims=True)
