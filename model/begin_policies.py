"""How each partnership goes about things before the first month: levers that are set, reported or drawn."""

import math
from typing import Any

import numpy as np

from samvirke.model import decisions
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.fields import THE_WHOLE
from samvirke.model.levers import AS_ANSWERED, BY_ITSELF, IN_COMMON, LEVERS
from samvirke.model.parameters import REGISTRY
from samvirke.model.parameters.levers import step_name
from samvirke.model.rule import rule

COLUMN = {name: column for column, name in enumerate(REGISTRY)}
DRAWN = np.array([lever.drawn for lever in LEVERS.values()], dtype=np.int64)
TYPICAL = np.array([COLUMN[name] for name in LEVERS], dtype=np.int64)  # where the usual value of each lever stands among the parameters
FIRST_STEP = np.array([COLUMN[step_name(each.answers, 1)] if each.answers else -1 for each in LEVERS.values()], dtype=np.int64)
LOWEST = np.array([field.low for field in LEVERS.values()], dtype=np.float64)
HIGHEST = np.array([field.high for field in LEVERS.values()], dtype=np.float64)
EVEN_STEPS = (0.2, 0.4, 0.6, 0.8)  # where one of five even steps ends and the next begins
ANSWERS_COUNT_PER_DIFFERENCE = 2.0  # answers count in full where partnerships differ by half or more, below in proportion: assumed


@rule
def common_practice(state: Any, p: int, moment: Moment, lever: int, typical: float) -> float:
    """A practice of working together: as likely as the parameter says, all of them stand equally far above or below the typical.

    Who leads a partnership well leads it well in most things (our reading of K5). What each is by itself is spread the same.
    """
    number = state.partnerships[p].number
    together = uniform(moment, decisions.BEGIN_GOES_TOGETHER, number, lever) < state.parameters[0].practices_go_together
    if not together or not math.isnan(state.set_policies[p, lever]):
        return practice(state, p, moment, lever, typical)
    draw = uniform(moment, decisions.BEGIN_COMMON_PRACTICE, number, THE_WHOLE)
    return practised(state, lever, typical, draw)


@rule
def practised(state: Any, lever: int, typical: float, draw: float) -> float:
    """A lever's value around what is typical, from a draw (0-1), as far as partnerships differ."""
    drawn = typical * (1.0 + state.parameters[0].difference_between_partnerships * (2.0 * draw - 1.0))
    return float(min(HIGHEST[lever], max(LOWEST[lever], drawn)))


@rule
def practice(state: Any, p: int, moment: Moment, lever: int, typical: float) -> float:
    """A lever's value: what the scenario sets, else drawn around what is typical, as far as partnerships differ."""
    chosen = state.set_policies[p, lever]
    if not math.isnan(chosen):
        return float(chosen)
    draw = uniform(moment, decisions.BEGIN_POLICY, state.partnerships[p].number, lever)
    return practised(state, lever, typical, draw)


@rule
def on_five_steps(draw: float, to_1: float, to_2: float, to_3: float, to_4: float) -> float:
    """A latent share whose five even steps hold the reported shares of answers: cumulated up to steps 1, 2, 3 and 4."""
    if draw < to_1:
        return EVEN_STEPS[0] * ratio(draw, to_1)
    if draw < to_2:
        return EVEN_STEPS[0] + EVEN_STEPS[0] * (draw - to_1) / (to_2 - to_1)
    if draw < to_3:
        return EVEN_STEPS[1] + EVEN_STEPS[0] * (draw - to_2) / (to_3 - to_2)
    if draw < to_4:
        return EVEN_STEPS[2] + EVEN_STEPS[0] * (draw - to_3) / (to_4 - to_3)
    return EVEN_STEPS[3] + EVEN_STEPS[0] * ratio(draw - to_4, 1.0 - to_4)


@rule
def reported_practice(state: Any, p: int, moment: Moment, lever: int, typical: float) -> float:
    """A lever whose distribution was reported: what the scenario sets, else as answered, as far as partnerships differ."""
    chosen = state.set_policies[p, lever]
    if not math.isnan(chosen):
        return float(chosen)
    draw = uniform(moment, decisions.BEGIN_POLICY, state.partnerships[p].number, lever)
    step, shares = FIRST_STEP[lever], state.parameter_values[0]
    from_answers = on_five_steps(draw, shares[step], shares[step + 1], shares[step + 2], shares[step + 3])
    as_far_as_they_differ = min(1.0, ANSWERS_COUNT_PER_DIFFERENCE * state.parameters[0].difference_between_partnerships)
    return share(typical + as_far_as_they_differ * (from_answers - typical))


@rule
def begin_policies(state: Any, p: int, moment: Moment) -> None:
    """How each partnership goes about things: every lever as it is declared to begin."""
    for lever in range(len(DRAWN)):
        typical = state.parameter_values[0, TYPICAL[lever]]
        state.policy_values[p, lever] = value_at_the_start(state, p, moment, lever, typical)


@rule
def value_at_the_start(state: Any, p: int, moment: Moment, lever: int, typical: float) -> float:
    """Where a lever stands before the first month."""
    if DRAWN[lever] == IN_COMMON:
        return common_practice(state, p, moment, lever, typical)
    if DRAWN[lever] == BY_ITSELF:
        return practice(state, p, moment, lever, typical)
    if DRAWN[lever] == AS_ANSWERED:
        return reported_practice(state, p, moment, lever, typical)
    chosen = state.set_policies[p, lever]
    return typical if math.isnan(chosen) else float(chosen)
