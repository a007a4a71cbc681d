"""How far chance in the draws may move a log score: the draws drawn anew, with all copies of one together (Efron 1979)."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from samvirke.analysis.calibration.likelihood import Question, log_likelihood
from samvirke.analysis.validation.ensembles import Simulated
from samvirke.analysis.validation.questions_of import Answered, answered
from samvirke.analysis.validation.weighting import effective_number

TIMES = 200


def error_of_score(asked: Sequence[Question], simulated: Simulated, seed: int) -> float:
    """Standard deviation of the questions' log score, over draws drawn anew."""
    return error_of_answers(answered(asked, simulated), simulated.draws.weights, simulated.draws.family_of_each, seed)


def error_of_answers(given: Answered, weights: Any, family: Any, seed: int) -> float:
    """The same of what draws answered; those of one family are copies."""
    anew, worth = drawn_anew(weights, family, seed), effective_number(weights)
    scores = sum(log_likelihood(each.counts, anew @ counts * worth) for each, counts in zip(given.questions, given.counts, strict=True))
    return float(np.std(scores))


def drawn_anew(weights: Any, family: Any, seed: int) -> Any:
    """Weights of the draws, each time families are drawn anew (times x draws)."""
    number = int(family.max()) + 1
    times_drawn = np.random.default_rng([seed, 11]).multinomial(number, np.full(number, 1.0 / number), TIMES)
    anew = times_drawn[:, family] * np.asarray(weights)
    return anew / anew.sum(axis=1, keepdims=True)
