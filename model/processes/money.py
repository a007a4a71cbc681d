"""Money for the time after the grant: part of process 9."""

import math
from typing import Any

from samvirke.model.agents.municipality import openness_of_own_budget
from samvirke.model.agents.organisation import MUNICIPALITY, NGO
from samvirke.model.agents.partnership import LED_TOGETHER
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import APPLICATION_GRANTED, SENDS_APPLICATION
from samvirke.model.events import APPLICATION_REFUSED, APPLICATION_SENT, MONEY_WON, called_off, happened
from samvirke.model.fields import NEVER, NOBODY, THE_WHOLE
from samvirke.model.processes.calendar import BUDGET_MONTH, MONTHS_OF_A_YEAR, calendar_month
from samvirke.model.processes.hosts import anchoring_effort
from samvirke.model.processes.leading import municipal_part
from samvirke.model.processes.one_world import visibility_to
from samvirke.model.processes.results import persuaded_by, results_as_judged
from samvirke.model.processes.trust import refused_late
from samvirke.model.rule import rule

ROOT_OF_THREE = 1.0 / 3.0  # the geometric mean of three: each counts alike and none can be missing; assumed


@rule
def money_needed(state: Any, p: int) -> float:
    """What going on as before costs in DKK per month: the paid hours of the grant's time, kept at their highest."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    if state.clock[0].month > partnership.grant_end:
        return float(partnership.money_needed_dkk)
    income = partnership.paid_hours * parameters.cost_of_an_hour_dkk / parameters.share_of_money_for_staff
    return float(max(partnership.money_needed_dkk, income))


@rule
def door_of(state: Any, p: int, o: int) -> float:
    """How open a member's purse is to what is done here (0-1): a municipal budget, wider where it leads, or a purse of its own [E4, M5]."""
    organisation = state.organisations[o]
    visibility = visibility_to(state, p, o)
    if organisation.kind != MUNICIPALITY:
        purse = state.parameters[0].purse_of_an_association if organisation.kind == NGO else 1.0
        return purse * own_money(organisation.backing, organisation.expected_gain, visibility)
    lead_kind = state.partnerships[p].lead_kind
    leads = municipal_part(lead_kind) if organisation.is_lead or lead_kind == LED_TOGETHER else 0.0
    led = 1.0 + state.parameters[0].municipal_lead_opens_budgets * leads
    municipality = state.legal_organisations[organisation.legal]
    return led * openness_of_own_budget(municipality.political_priority, visibility, organisation.backing, municipality.budget_pressure)


@rule
def door_of_other_pools(state: Any, p: int) -> float:
    """How open the pools of others are to what is done here (0-1) [E5]."""
    return float(state.parameters[0].openness_of_other_pools * state.partnerships[p].documented)


@rule
def widest_door(state: Any, p: int) -> int:
    """Whom to ask for money now: the member whose purse is most open, given when it answers; -1 for another pool."""
    partnership = state.partnerships[p]
    best = NOBODY
    widest = door_of_other_pools(state, p)
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active:
            door = door_of(state, p, o)
            if state.organisations[o].kind == MUNICIPALITY:
                door *= worth_of_waiting(state, p)
            if door > widest:
                best = o
                widest = door
    return best


@rule
def worth_of_waiting(state: Any, p: int) -> float:
    """What the wait for a municipal budget, decided once a year, leaves of the time to use the answer or to ask elsewhere (0-1) [E2]."""
    usual = math.ceil(state.parameters[0].months_until_a_funder_decides)
    longer = (BUDGET_MONTH - calendar_month(state) - usual) % MONTHS_OF_A_YEAR
    left = max(0.0, state.partnerships[p].grant_end - state.clock[0].month - usual)
    return share(1.0 - longer / (left + 1.0))


@rule
def chance_of_money(state: Any, p: int, asked: int) -> float:
    """Chance (0-1) that the member `asked`, or another pool (-1), grants an application [E4, E5, W8]."""
    door = door_of_other_pools(state, p) if asked == NOBODY else door_of(state, p, asked)
    persuaded = persuaded_by(results_as_judged(state, p), state.parameters[0].weight_of_results_in_money)
    return share(state.parameters[0].chance_of_application_granted * door * persuaded)


@rule
def own_money(backing: float, expected_gain: float, visibility: float) -> float:
    """How open a member's own purse is (0-1): backed, worth it, and seen; the geometric mean, since each is needed [E4]."""
    return share((backing * expected_gain * visibility) ** ROOT_OF_THREE)


@rule
def seek_money(state: Any, p: int, moment: Moment) -> None:
    """Applications are written, wait, and are granted or refused [E2, E4, E5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    pending = partnership.application_sent_month < NEVER
    asked = partnership.application_to if pending else widest_door(state, p)
    moved_on = asked != NOBODY and state.organisations[asked].active == 0
    if moved_on:
        asked = widest_door(state, p)  # who was asked has left: the next door is tried with the same papers, and answers later
        partnership.application_to = asked
    chance = chance_of_money(state, p, asked)
    secured = share(ratio(partnership.money_secured_dkk, partnership.money_needed_dkk))
    partnership.money_outlook = share(secured + (1.0 - secured) * chance)
    if pending:
        waited = moment.month - partnership.application_sent_month
        if waited >= parameters.months_until_a_funder_decides and decides_this_month(state, asked) and not moved_on:
            decide_application(state, p, asked, chance, moment)
    elif secured < 1.0 and moment.month <= partnership.grant_end:
        effort = anchoring_effort(state, p)
        sends = uniform(moment, SENDS_APPLICATION, partnership.number, THE_WHOLE) < parameters.chance_of_applying_per_month * effort
        if sends and not called_off(state, moment, p, APPLICATION_SENT, THE_WHOLE):
            partnership.application_sent_month = moment.month
            partnership.application_to = asked
            happened(state, moment, p, APPLICATION_SENT, THE_WHOLE, NOBODY, chance)


@rule
def decide_application(state: Any, p: int, asked: int, chance: float, moment: Moment) -> None:
    """The answer of who was asked: part of what is needed, or nothing, which a member is held to the later it comes [T4]."""
    partnership = state.partnerships[p]
    waited = float(moment.month - partnership.application_sent_month)
    partnership.application_sent_month = NEVER
    partnership.application_to = NOBODY
    won = state.parameters[0].part_of_the_need_an_application_covers * partnership.money_needed_dkk * part_there_is_room_for(state, asked)
    granted = uniform(moment, APPLICATION_GRANTED, partnership.number, THE_WHOLE) < chance
    if granted and not called_off(state, moment, p, MONEY_WON, THE_WHOLE):
        partnership.money_secured_dkk += won
        if asked != NOBODY:
            state.organisations[asked].gives_dkk += won
        happened(state, moment, p, MONEY_WON, THE_WHOLE, NOBODY, won)
    elif not granted:
        if asked != NOBODY:
            refused_late(state, p, asked, waited)
        happened(state, moment, p, APPLICATION_REFUSED, THE_WHOLE, NOBODY, chance)


@rule
def part_there_is_room_for(state: Any, asked: int) -> float:
    """Part of what is applied for that whoever is asked has room for: a municipality's frame is one for all who ask [W1]."""
    if asked == NOBODY or state.organisations[asked].kind != MUNICIPALITY:
        return 1.0
    return float(state.legal_organisations[state.organisations[asked].legal].part_of_money_there)


@rule
def decides_this_month(state: Any, asked: int) -> bool:
    """Whether an answer can come this month: municipal budgets are decided in autumn, once a year; others answer when they like."""
    municipal = asked != NOBODY and state.organisations[asked].kind == MUNICIPALITY
    return bool(not municipal or calendar_month(state) == BUDGET_MONTH)
