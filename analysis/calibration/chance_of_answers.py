"""The probability of given answers in a run: the survey instrument, integrated over the noise of each answer."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.survey.instrument import DESIRABLE_POLE, FIRST_CODE, SCALE_OF_A_LOGISTIC, mood_of, noise_left
from samvirke.model.chance import Moment
from samvirke.model.ensemble import Ensemble
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.rule import rule

STEPS = 5
LEAST_NOISE = 1e-6
SURE = 700.0  # beyond this the logistic is 0 or 1 to the last bit
LEAST_CHANCE = 1e-300


def log_chances(ensemble: Ensemble, answers: Mapping[Any, int], partnership: int, wave: int) -> NDArray[np.float64]:
    """Log probability of these answers (items of five steps) by one partnership at one questionnaire, per run.

    The respondent's mood, and whether she talks it over, are part of the run; only the noise of each answer is integrated out.
    """
    items = np.array([ITEM_NUMBER[name] for name in answers])
    steps = np.array(list(answers.values())) - FIRST_CODE[items]
    number = ensemble.world.scenario.partnerships[partnership].number
    month = int(ensemble.world.template.survey_months[wave])
    seen = np.ascontiguousarray(ensemble.seen[:, partnership, wave, items])
    found = np.zeros(len(seen))
    sum_log_chances(found, seen, steps, DESIRABLE_POLE[items], ensemble.seeds, ensemble.draws, month, number)
    return found


@rule
def below(value: float, noise: float) -> float:
    """Chance that a logistic noise with this standard deviation lies below a value."""
    return 1.0 / (1.0 + math.exp(min(SURE, max(-SURE, -value / (SCALE_OF_A_LOGISTIC * noise)))))


@rule
def chance_of_step(value: float, step: int, width: float, noise: float) -> float:
    """Chance that a shifted value, once noisy, falls on this step (from 0) of five; the outer steps have no end."""
    low = (step - STEPS / 2.0) * width + 0.5 - value
    high = low + width
    up_to = 1.0 if step == STEPS - 1 else below(high, noise)
    return up_to - (0.0 if step == 0 else below(low, noise))


@rule
def sum_log_chances(found: Any, seen: Any, steps: Any, poles: Any, seeds: Any, draws: Any, month: int, number: int) -> None:
    """Fill `found` (runs) from what is seen (runs x items) and what was answered (items)."""
    for run in range(seen.shape[0]):
        draw = draws[run]
        mood = mood_of(seeds[run], number, draw)
        noise = max(LEAST_NOISE, noise_left(Moment(seeds[run], month), number, draw))
        for item in range(seen.shape[1]):
            value = seen[run, item] + poles[item] * (draw.social_desirability + mood)
            found[run] += math.log(max(LEAST_CHANCE, chance_of_step(value, steps[item], draw.width_of_an_answer, noise)))
