"""What must be asked of a leader, a department or politicians waits, and comes back late, changed or not at all. Part of process 1.

Requests wait in a queue at each partnership. An organisation decides for all partnerships that it leads, the oldest request first;
which ones it takes up is settled before the processes of the month, from what waited at the end of the last (`one_world`).
"""

from typing import Any

from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import (
    ANSWERED_AT_THE_TABLE,
    REQUEST_IS_ANSWERED,
    REQUEST_IS_SENT,
    WHAT_THE_ANSWER_IS,
    WHICH_IS_TAKEN_UP,
)
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
from samvirke.model.processes.membership import takes_part
from samvirke.model.processes.trust import refused_late
from samvirke.model.rule import rule

HALF_ACTED_ON = 0.5  # what comes back changed counts half of what is granted: assumed


@rule
def requests(state: Any, p: int, moment: Moment) -> None:
    """What waits is answered or given up, and something new may be asked; after the grant nothing is expected any more [W11]."""
    partnership = state.partnerships[p]
    if sends_requests(state, p, moment):
        wait_for_answers(state, p, moment)
        send(state, p, moment)
    else:
        expect_no_answers(state, p)
    oldest = state.requests[partnership.first_request].sent_month
    partnership.request_sent_month = oldest if partnership.requests_waiting > 0 else NEVER


@rule
def expect_no_answers(state: Any, p: int) -> None:
    """Nothing waits any more."""
    partnership = state.partnerships[p]
    partnership.requests_waiting = 0
    partnership.request_sent_month = NEVER


@rule
def sends_requests(state: Any, p: int, moment: Moment) -> bool:
    """Whether the partnership is one that asks and is answered: alive, and within its grant."""
    partnership = state.partnerships[p]
    return bool(partnership.stage == ALIVE and partnership.first_month <= moment.month <= partnership.grant_end)


# Those who ask


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
    if partnership.requests_waiting == partnership.requests or uniform(moment, REQUEST_IS_SENT, partnership.number, THE_WHOLE) >= chance:
        return
    if uniform(moment, ANSWERED_AT_THE_TABLE, partnership.number, THE_WHOLE) < state.policies[p].deciders_at_the_table:
        return
    if not called_off(state, moment, p, REQUEST_SENT, THE_WHOLE):
        request = state.requests[partnership.first_request + partnership.requests_waiting]
        request.sent_month = moment.month
        request.is_taken_up = 0
        partnership.requests_waiting += 1
        happened(state, moment, p, REQUEST_SENT, THE_WHOLE, NOBODY, usual_months(state, p))


@rule
def wait_for_answers(state: Any, p: int, moment: Moment) -> None:
    """A month of waiting, which puts the first activity off; then answers, and after long enough none is expected any more [W11]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    if partnership.requests_waiting > 0:
        partnership.months_waited += 1
        if partnership.running_activities == 0:
            partnership.start_delayed_months += parameters.work_that_waits_for_an_answer
    r = partnership.first_request
    while r < partnership.first_request + partnership.requests_waiting:
        sent = state.requests[r].sent_month
        if state.requests[r].is_taken_up:
            leave_the_queue(state, p, r)
            answer_request(state, p, sent, moment)
        elif moment.month - sent >= parameters.months_a_request_is_remembered:
            leave_the_queue(state, p, r)
            give_up(state, p, float(moment.month - sent), moment)
        else:
            r += 1


@rule
def leave_the_queue(state: Any, p: int, r: int) -> None:
    """A request waits no longer, and those sent after it move up."""
    partnership = state.partnerships[p]
    partnership.requests_waiting -= 1
    for row in range(r, partnership.first_request + partnership.requests_waiting):
        state.requests[row].sent_month = state.requests[row + 1].sent_month
        state.requests[row].is_taken_up = state.requests[row + 1].is_taken_up


@rule
def give_up(state: Any, p: int, waited: float, moment: Moment) -> None:
    """Nobody answers: it is less clear who does what, and those who asked trust those who were silent less [W11, T4]."""
    partnership = state.partnerships[p]
    partnership.requests_unanswered += 1
    act_on(state, p, 0.0)
    partnership.role_clarity *= 1.0 - state.parameters[0].clarity_from_an_answer
    refused_late(state, p, partnership.lead, waited)
    happened(state, moment, p, REQUEST_UNANSWERED, THE_WHOLE, NOBODY, waited)


@rule
def answer_request(state: Any, p: int, sent_month: int, moment: Moment) -> None:
    """Granted as management stands behind it; else it comes back changed, or is refused: the later, the more it hurts [W11, T4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    waited = float(moment.month - sent_month)
    backing = state.organisations[partnership.lead].backing
    drawn = uniform(moment, WHAT_THE_ANSWER_IS, partnership.number, sent_month)
    partnership.requests_answered += 1
    if drawn < backing:
        act_on(state, p, 1.0)
        happened(state, moment, p, REQUEST_GRANTED, THE_WHOLE, NOBODY, waited)
    elif ratio(drawn - backing, 1.0 - backing) < parameters.part_changed_on_the_way:
        act_on(state, p, HALF_ACTED_ON)
        happened(state, moment, p, REQUEST_CHANGED, THE_WHOLE, NOBODY, waited)
    else:
        act_on(state, p, 0.0)
        refused_late(state, p, partnership.lead, waited)
        happened(state, moment, p, REQUEST_REFUSED, THE_WHOLE, NOBODY, waited)


@rule
def act_on(state: Any, p: int, granted: float) -> None:
    """What is granted (1), or half of it, makes clear who does what, and is remembered [W11, G8]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.acted_on = moved(partnership.acted_on, granted, parameters.memory_per_month)
    partnership.role_clarity = moved(partnership.role_clarity, 1.0, parameters.clarity_from_an_answer * granted)


@rule
def input_acted_on_now(state: Any, p: int) -> float:
    """Part of the citizens' input that is turned into action: the practice, less what those who decide do not let through [W11, C6]."""
    lost = state.parameters[0].weight_of_answers_in_input * (1.0 - state.partnerships[p].acted_on)
    return float(state.policies[p].input_acted_on * (1.0 - lost))


# Those who decide


@rule
def answers_possible(left: float, per_month: float) -> float:
    """Requests that can be answered this month: of the time that was left last month, no more than one answer's is kept [W11, W1]."""
    return min(left, 1.0) + per_month


@rule
def take_up_requests(state: Any, one: int, moment: Moment) -> None:
    """An organisation takes up what waits at all partnerships that it leads: the oldest first, as long as it has time [W11, W1]."""
    organisation = state.legal_organisations[one]
    organisation.answers_left = answers_possible(organisation.answers_left, state.parameters[0].requests_answered_per_month)
    if calendar_month(state) == JULY:
        return
    while organisation.answers_left >= 1.0:
        r = oldest_that_is_ready(state, one, moment)
        if r == NOBODY:
            return
        state.requests[r].is_taken_up = 1
        organisation.answers_left -= 1.0


@rule
def oldest_that_is_ready(state: Any, one: int, moment: Moment) -> int:
    """The oldest request that can be answered this month and is not taken up yet, at any partnership that it leads; -1 for none.

    Of those that are as old, chance decides.
    """
    best = NOBODY
    first_sent = NEVER
    lowest = 1.0
    o = state.legal_organisations[one].first_membership
    while o != NOBODY:
        p = state.organisations[o].partnership
        partnership = state.partnerships[p]
        if partnership.lead == o and takes_part(state, o) and sends_requests(state, p, moment):
            for r in range(partnership.first_request, partnership.first_request + partnership.requests_waiting):
                sent = state.requests[r].sent_month
                if state.requests[r].is_taken_up or sent > first_sent or not is_ready(state, p, sent, moment):
                    continue
                lot = uniform(moment, WHICH_IS_TAKEN_UP, partnership.number, sent)
                if sent < first_sent or lot < lowest:
                    best, first_sent, lowest = r, sent, lot
        o = state.organisations[o].next_membership
    return best


@rule
def is_ready(state: Any, p: int, sent_month: int, moment: Moment) -> bool:
    """Whether a request has come so far this month that it can be answered: papers are made, and its turn on the agenda has come."""
    partnership = state.partnerships[p]
    backing = state.organisations[partnership.lead].backing
    chance = chance_of_an_answer(usual_months(state, p), backing, state.parameters[0].slowed_by_a_busy_leader)
    return bool(uniform(moment, REQUEST_IS_ANSWERED, partnership.number, sent_month) < chance)
