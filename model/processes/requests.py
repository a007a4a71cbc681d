"""What must be asked of a leader, a department or politicians waits, and comes back late, changed or not at all. Part of process 1."""

from typing import Any

from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import ANSWERED_AT_THE_TABLE, REQUEST_IS_ANSWERED, REQUEST_IS_SENT, WHAT_THE_ANSWER_IS
from samvirke.model.events import (
    REQUEST_CHANGED,
    REQUEST_GRANTED,
    REQUEST_REFUSED,
    REQUEST_SENT,
    REQUEST_UNANSWERED,
    called_off,
    happened,
)
from samvirke.model.fields import NEVER, NOBODY, THE_WHOLE
from samvirke.model.processes.calendar import JULY, calendar_month
from samvirke.model.processes.trust import refused_late
from samvirke.model.rule import rule

HALF_ACTED_ON = 0.5  # what comes back changed counts half of what is granted: assumed


@rule
def requests(state: Any, p: int, moment: Moment) -> None:
    """One request waits at a time: it is sent, waits for those who decide, is answered or given up [W11]."""
    partnership = state.partnerships[p]
    if moment.month < partnership.first_month or moment.month > partnership.grant_end or partnership.stage != ALIVE:
        return
    if partnership.request_sent_month == NEVER:
        send(state, p, moment)
    if partnership.request_sent_month < NEVER:
        wait_for_an_answer(state, p, moment)


@rule
def chance_of_having_to_ask(most: float, mandate: float) -> float:
    """Chance per month that something must be asked of others: none where the coordinator may decide all herself [W11, K5]."""
    return share(most * (1.0 - mandate))


@rule
def months_an_answer_takes(near: float, committee: float, level: float) -> float:
    """Months an answer takes on average, at a level between a leader who is near (0) and a political committee (1) [W11]."""
    return near + level * (committee - near)


@rule
def chance_of_an_answer(months: float, backing: float, slowed_by_a_busy_leader: float) -> float:
    """Chance per month that an answer comes: in so many months on average, later from a leader who is busy with other things [W11, G8]."""
    return share((1.0 - slowed_by_a_busy_leader * (1.0 - backing)) / max(1.0, months))


@rule
def usual_months(state: Any, p: int) -> float:
    """Months an answer takes on average at the level that decides for the partnership [W11]."""
    parameters = state.parameters[0]
    near = parameters.months_a_near_leader_takes
    return float(months_an_answer_takes(near, max(near, parameters.months_a_committee_takes), state.policies[p].level_of_decision))


@rule
def send(state: Any, p: int, moment: Moment) -> None:
    """Something comes up that the coordinator may not decide; where those who decide sit at the table it is decided there [W11]."""
    partnership = state.partnerships[p]
    holder = state.seats[partnership.coordinator_seat].holder
    mandate = state.key_persons[holder].mandate if holder >= 0 else 0.0
    chance = chance_of_having_to_ask(state.parameters[0].chance_of_a_request_per_month, mandate)
    if uniform(moment, REQUEST_IS_SENT, partnership.number, THE_WHOLE) >= chance:
        return
    if uniform(moment, ANSWERED_AT_THE_TABLE, partnership.number, THE_WHOLE) < state.policies[p].deciders_at_the_table:
        return
    if not called_off(state, moment, p, REQUEST_SENT, THE_WHOLE):
        partnership.request_sent_month = moment.month
        happened(state, moment, p, REQUEST_SENT, THE_WHOLE, NOBODY, usual_months(state, p))


@rule
def wait_for_an_answer(state: Any, p: int, moment: Moment) -> None:
    """A month of waiting, which puts the first activity off; then the answer, or after long enough none is expected any more [W11]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    waited = moment.month - partnership.request_sent_month
    partnership.months_waited += 1
    if partnership.running_activities == 0:
        partnership.start_delayed_months += parameters.work_that_waits_for_an_answer
    if calendar_month(state) == JULY:
        return
    chance = chance_of_an_answer(usual_months(state, p), state.organisations[partnership.lead].backing, parameters.slowed_by_a_busy_leader)
    if uniform(moment, REQUEST_IS_ANSWERED, partnership.number, THE_WHOLE) < chance:
        answer_request(state, p, float(waited), moment)
    elif waited >= parameters.months_a_request_is_remembered:
        partnership.requests_unanswered += 1
        close_request(state, p, 0.0)
        partnership.role_clarity *= 1.0 - parameters.clarity_from_an_answer
        refused_late(state, p, partnership.lead, float(waited))
        happened(state, moment, p, REQUEST_UNANSWERED, THE_WHOLE, NOBODY, float(waited))


@rule
def answer_request(state: Any, p: int, waited: float, moment: Moment) -> None:
    """Granted as management stands behind it; else it comes back changed, or is refused: the later, the more it hurts [W11, T4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    backing = state.organisations[partnership.lead].backing
    drawn = uniform(moment, WHAT_THE_ANSWER_IS, partnership.number, THE_WHOLE)
    partnership.requests_answered += 1
    if drawn < backing:
        close_request(state, p, 1.0)
        happened(state, moment, p, REQUEST_GRANTED, THE_WHOLE, NOBODY, waited)
    elif ratio(drawn - backing, 1.0 - backing) < parameters.part_changed_on_the_way:
        close_request(state, p, HALF_ACTED_ON)
        happened(state, moment, p, REQUEST_CHANGED, THE_WHOLE, NOBODY, waited)
    else:
        close_request(state, p, 0.0)
        refused_late(state, p, partnership.lead, waited)
        happened(state, moment, p, REQUEST_REFUSED, THE_WHOLE, NOBODY, waited)


@rule
def close_request(state: Any, p: int, granted: float) -> None:
    """Nothing waits any more; what is granted (1), or half of it, makes clear who does what, and is remembered [W11, G8]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.request_sent_month = NEVER
    partnership.acted_on = moved(partnership.acted_on, granted, parameters.memory_per_month)
    partnership.role_clarity = moved(partnership.role_clarity, 1.0, parameters.clarity_from_an_answer * granted)


@rule
def input_acted_on_now(state: Any, p: int) -> float:
    """Part of the citizens' input that is turned into action: the practice, less what those who decide do not let through [W11, C6]."""
    lost = state.parameters[0].weight_of_answers_in_input * (1.0 - state.partnerships[p].acted_on)
    return float(state.policies[p].input_acted_on * (1.0 - lost))
