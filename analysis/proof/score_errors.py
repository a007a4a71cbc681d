"""How far chance in the draws may move a log score: the draws drawn anew, with all copies of one together (Efron 1979)."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from analysis.likelihood import Question, log_likelihood
from analysis.proof.lived import Draws, Lived
from analysis.proof.questions_of import answered
from analysis.proof.weighting import effective_number

TIMES = 200


def error_of_score(asked: Sequence[Question], lived: Lived, seed: int) -> float:
    """Standard deviation of the questions' log score, over draws drawn anew."""
    weights = drawn_anew(lived.draws, seed)
    worth = effective_number(lived.draws.weights)
    given = answered(asked, lived)
    scores = sum(log_likelihood(each.counts, weights @ counts * worth) for each, counts in zip(asked, given.counts, strict=True))
    return float(np.std(scores))


def drawn_anew(draws: Draws, seed: int) -> Any:
    """Weights of the draws, each time families are drawn anew (times x draws)."""
    family = draws.family_of_each
    number = int(family.max()) + 1
    times_drawn = np.random.default_rng([seed, 11]).multinomial(number, np.full(number, 1.0 / number), TIMES)
    weights = times_drawn[:, family] * np.asarray(draws.weights)
    return weights / weights.sum(axis=1, keepdims=True)
