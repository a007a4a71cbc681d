"""The survey instrument: from what a contact person sees (0-1) to what she answers on a scale, and the probability of given answers.

No item has a constant of its own. Evaluative answers are shifted towards the desirable pole by one social-desirability shift
and by one halo per respondent; every answer has one noise, smaller after talking it over; evenly spaced cuts make it a step.
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import ANSWER_NOISE, HALO, HOW_MUCH_TALKED_OVER
from samvirke.model.ensemble import Ensemble
from samvirke.model.fields import THE_WHOLE, codes
from samvirke.model.items import ITEM_NUMBER, ITEMS, SCALES, SEVEN_CS
from samvirke.model.rule import rule

NOT_ASKED = -1
FIVE_STEPS, FOUR_STEPS, YES_OR_NO, AS_DECLARED, MEAN_OF_RATINGS, COUNTED = codes(0, 6)
SCALE_KIND = {
    "degree5": FIVE_STEPS, "agree5": FIVE_STEPS, "satisfaction5": FIVE_STEPS, "frequency4": FOUR_STEPS,
    "collaboration4": FOUR_STEPS, "yesno": YES_OR_NO, "future4": AS_DECLARED,
}  # fmt: skip
KIND_OF_ITEM = np.array(
    [COUNTED if item.counted else MEAN_OF_RATINGS if item.name == "goal_attainment" else SCALE_KIND[item.scale] for item in ITEMS.values()]
)
FIRST_CODE = np.array([SCALES[item.scale].first for item in ITEMS.values()])
DESIRABLE_POLE = np.array([float(item.evaluative) for item in ITEMS.values()])
C_ITEMS = [[ITEM_NUMBER[name] for name in names] for names in SEVEN_CS.values()]
HIGH = 4
ALL_SEVEN = ITEM_NUMBER["all_seven_c_high"]
SIX_OF_SEVEN = ITEM_NUMBER["at_least_six_of_seven_c_high"]
SCALE_OF_A_LOGISTIC = math.sqrt(3.0) / math.pi  # makes the standard deviation of a logistic draw 1
MIDDLE_OF_A_SCALE = 0.5  # where the middle of the steps lies, and from where on a yes is given: assumed
STEPS_OF_FOUR, STEPS_OF_FIVE = codes(4, 2)  # of the questionnaire's scales
WIDTH_OF_FOUR_STEPS = 0.25  # four even steps: assumed
WIDTH_OF_A_MEAN_RATING = 0.25  # a mean of ratings from 1 to 5 is rounded: steps half as wide at both ends
NOISE_TALKED_OVER_WITH_SOME = 0.5  # talking it over with some takes this part of what talking with all takes: assumed
LEAST_NOISE = 1e-6
SURE = 700.0  # beyond this the logistic is 0 or 1 to the last bit
LEAST_CHANCE = 1e-300


def answers(ensemble: Ensemble) -> NDArray[np.int8]:
    """The answers of every run: 8-bit integers, runs x partnerships x waves x items; -1 where an item was not asked.

    The last wave is the declaration at the grant's end. Codes are those of the items' scales.
    """
    given = np.full(ensemble.seen.shape, NOT_ASKED, dtype=np.int8)
    months = np.append(ensemble.world.template.survey_months, 0)
    answer_all(
        given, ensemble.seen, ensemble.seeds, ensemble.draws, ensemble.partnerships, months, KIND_OF_ITEM, FIRST_CODE, DESIRABLE_POLE
    )
    _count_seven_cs(given)
    return given


def _count_seven_cs(given: NDArray[np.int8]) -> None:
    """A C is high when all its items are answered 4 or 5; all seven and at least six are counted, not asked."""
    asked = given[..., C_ITEMS[0][0]] != NOT_ASKED
    high = np.stack([(given[..., items] >= HIGH).all(axis=-1) for items in C_ITEMS], axis=-1).sum(axis=-1)
    given[..., ALL_SEVEN] = np.where(asked, high == len(C_ITEMS), NOT_ASKED)
    given[..., SIX_OF_SEVEN] = np.where(asked, high >= len(C_ITEMS) - 1, NOT_ASKED)


@rule
def logistic_noise(draw: float) -> float:
    """A draw of noise with mean 0 and standard deviation 1 (logistic), by inversion of a uniform in (0, 1)."""
    return SCALE_OF_A_LOGISTIC * math.log(draw / (1.0 - draw))


@rule
def step_of(value: float, steps: int, width: float) -> int:
    """Which of `steps` steps (from 0) a latent value falls on: cuts are `width` apart around 0.5."""
    step = math.floor((value - MIDDLE_OF_A_SCALE) / width + steps / 2.0)
    return int(min(steps - 1, max(0, step)))


@rule
def noise_left(moment: Moment, partnership: int, draw: Any) -> float:
    """Standard deviation of an answer's noise: smaller when the answers were talked over with all, half so with some."""
    how_much = uniform(moment, HOW_MUCH_TALKED_OVER, partnership, THE_WHOLE)
    with_all = float(draw.noise_left_by_talking_it_over)
    if how_much < draw.share_who_talk_it_over_with_all:
        return draw.response_noise * with_all
    if how_much < draw.share_who_talk_it_over_with_all + draw.share_who_talk_it_over_with_some:
        return draw.response_noise * (1.0 + with_all) * NOISE_TALKED_OVER_WITH_SOME
    return float(draw.response_noise)


@rule
def mood_of(seed: int, partnership: int, draw: Any) -> float:
    """How far one respondent shades every evaluative answer towards the desirable pole (or away from it)."""
    return float(draw.halo * (2.0 * uniform(Moment(seed, 0), HALO, partnership, THE_WHOLE) - 1.0))


@rule
def answer_on_scale(value: float, kind: int, width: float) -> int:
    """The step, from 0, that a shifted and noisy value gives on a scale of this kind."""
    if kind == FIVE_STEPS:
        return step_of(value, STEPS_OF_FIVE, width)
    if kind == FOUR_STEPS:
        return step_of(value, STEPS_OF_FOUR, WIDTH_OF_FOUR_STEPS)
    if kind == MEAN_OF_RATINGS:
        return step_of(value, STEPS_OF_FIVE, WIDTH_OF_A_MEAN_RATING)
    return 1 if value > MIDDLE_OF_A_SCALE else 0


@rule
def answer_all(
    given: Any, seen: Any, seeds: Any, draws: Any, partnerships: Any, months: Any, kinds: Any, first_codes: Any, poles: Any
) -> None:
    """Fill `given` (runs x partnerships x waves x items) from `seen`; counted items are left as they are."""
    for run in range(seen.shape[0]):
        draw = draws[run]
        for p in range(seen.shape[1]):
            partnership = partnerships[run, p]
            mood = mood_of(seeds[run], partnership.number, draw)
            for wave in range(seen.shape[2]):
                moment = Moment(seeds[run], months[wave])
                noise = noise_left(moment, partnership.number, draw)
                for item in range(seen.shape[3]):
                    value = seen[run, p, wave, item]
                    kind = kinds[item]
                    if math.isnan(value) or kind == COUNTED:
                        continue
                    if kind == AS_DECLARED:
                        given[run, p, wave, item] = partnership.future
                        continue
                    if kind != YES_OR_NO:
                        value += poles[item] * (draw.social_desirability + mood)
                        value += noise * logistic_noise(uniform(moment, ANSWER_NOISE, partnership.number, item))
                    given[run, p, wave, item] = first_codes[item] + answer_on_scale(value, kind, draw.width_of_an_answer)


def log_probabilities(ensemble: Ensemble, answers: Mapping[Any, int], partnership: int, wave: int) -> NDArray[np.float64]:
    """Log probability of these answers (items of five steps) by one partnership at one questionnaire, per run.

    The respondent's mood, and whether she talks it over, are part of the run; only the noise of each answer is integrated out.
    """
    items = np.array([ITEM_NUMBER[name] for name in answers])
    steps = np.array(list(answers.values())) - FIRST_CODE[items]
    number = ensemble.world.scenario.partnerships[partnership].number
    month = int(ensemble.world.template.survey_months[wave])
    seen = np.ascontiguousarray(ensemble.seen[:, partnership, wave, items])
    found = np.zeros(len(seen))
    sum_log_probabilities(found, seen, steps, DESIRABLE_POLE[items], ensemble.seeds, ensemble.draws, month, number)
    return found


@rule
def below(value: float, noise: float) -> float:
    """Probability that a logistic noise with this standard deviation lies below a value."""
    return 1.0 / (1.0 + math.exp(min(SURE, max(-SURE, -value / (SCALE_OF_A_LOGISTIC * noise)))))


@rule
def chance_of_step(value: float, step: int, width: float, noise: float) -> float:
    """Probability that a shifted value, once noisy, falls on this step (from 0) of five; the outer steps have no end."""
    low = (step - STEPS_OF_FIVE / 2.0) * width + MIDDLE_OF_A_SCALE - value
    high = low + width
    up_to = 1.0 if step == STEPS_OF_FIVE - 1 else below(high, noise)
    return up_to - (0.0 if step == 0 else below(low, noise))


@rule
def sum_log_probabilities(found: Any, seen: Any, steps: Any, poles: Any, seeds: Any, draws: Any, month: int, number: int) -> None:
    """Fill `found` (runs) from what is seen (runs x items) and what was answered (items)."""
    for run in range(seen.shape[0]):
        draw = draws[run]
        mood = mood_of(seeds[run], number, draw)
        noise = max(LEAST_NOISE, noise_left(Moment(seeds[run], month), number, draw))
        for item in range(seen.shape[1]):
            value = seen[run, item] + poles[item] * (draw.social_desirability + mood)
            found[run] += math.log(max(LEAST_CHANCE, chance_of_step(value, steps[item], draw.width_of_an_answer, noise)))
