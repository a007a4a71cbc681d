"""Money for the time after the grant: part of process 9."""

from typing import Any

from samvirke.model.agents.municipality import openness_of_own_budget
from samvirke.model.agents.organisation import MUNICIPALITY
from samvirke.model.agents.partnership import MUNICIPAL_LEAD
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import APPLICATION_GRANTED, SENDS_APPLICATION
from samvirke.model.events import APPLICATION_REFUSED, APPLICATION_SENT, MONEY_WON, called_off, happened
from samvirke.model.fields import NEVER, NOBODY, THE_WHOLE
from samvirke.model.processes.calendar import BUDGET_MONTH, calendar_month
from samvirke.model.processes.hosts import anchoring_effort
from samvirke.model.processes.one_world import visibility_to
from samvirke.model.processes.results import persuaded_by
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
def chance_of_money(state: Any, p: int) -> tuple[float, int]:
    """Chance (0-1) that an application made now is granted, and by whom: a member, or another pool (-1) [E4, M5, W8]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    open_door = parameters.openness_of_other_pools * partnership.documented
    most_open = -1
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active == 0:
            continue
        if organisation.kind == MUNICIPALITY:
            municipality = state.legal_organisations[organisation.legal]
            led = 1.0 + parameters.municipal_lead_opens_budgets * organisation.is_lead
            door = led * openness_of_own_budget(
                municipality.political_priority, visibility_to(state, p, o), organisation.backing, municipality.budget_pressure
            )
        else:
            door = own_money(organisation.backing, organisation.expected_gain, partnership.visibility)
        if door > open_door:
            open_door = door
            most_open = o
    persuaded = persuaded_by(partnership.results, parameters.weight_of_results_in_money)
    return share(parameters.chance_of_application_granted * open_door * persuaded), most_open


@rule
def own_money(backing: float, expected_gain: float, visibility: float) -> float:
    """How open a member's own purse is (0-1): backed, worth it, and seen; the geometric mean, since each is needed [E4]."""
    return share((backing * expected_gain * visibility) ** ROOT_OF_THREE)


@rule
def seek_money(state: Any, p: int, moment: Moment) -> None:
    """Applications are written, wait, and are granted or refused [E2, E4, E5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    chance, most_open = chance_of_money(state, p)
    secured = share(ratio(partnership.money_secured_dkk, partnership.money_needed_dkk))
    partnership.money_outlook = share(secured + (1.0 - secured) * chance)
    if partnership.application_sent_month < NEVER:
        waited = moment.month - partnership.application_sent_month
        if waited >= parameters.months_until_a_funder_decides and budget_month_or_other_pool(state, p):
            decide_application(state, p, chance, moment)
    elif secured < 1.0 and moment.month <= partnership.grant_end:
        effort = anchoring_effort(state, p)
        sends = uniform(moment, SENDS_APPLICATION, partnership.number, THE_WHOLE) < parameters.chance_of_applying_per_month * effort
        if sends and not called_off(state, moment, p, APPLICATION_SENT, THE_WHOLE):
            partnership.application_sent_month = moment.month
            partnership.asked_of = most_open
            happened(state, moment, p, APPLICATION_SENT, THE_WHOLE, NOBODY, chance)


@rule
def decide_application(state: Any, p: int, chance: float, moment: Moment) -> None:
    """A funder's answer: part of what is needed, or nothing."""
    partnership = state.partnerships[p]
    waited = float(moment.month - partnership.application_sent_month)
    partnership.application_sent_month = NEVER
    won = state.parameters[0].part_of_the_need_an_application_covers * partnership.money_needed_dkk * part_there_is_room_for(state, p)
    granted = uniform(moment, APPLICATION_GRANTED, partnership.number, THE_WHOLE) < chance
    if granted and not called_off(state, moment, p, MONEY_WON, THE_WHOLE):
        partnership.money_secured_dkk += won
        if partnership.asked_of != NOBODY:
            state.organisations[partnership.asked_of].gives_dkk += won
        happened(state, moment, p, MONEY_WON, THE_WHOLE, NOBODY, won)
    elif not granted:
        if partnership.lead_kind == MUNICIPAL_LEAD:
            refused_late(state, p, waited)
        happened(state, moment, p, APPLICATION_REFUSED, THE_WHOLE, NOBODY, chance)


@rule
def part_there_is_room_for(state: Any, p: int) -> float:
    """Part of what is applied for that whoever is asked has room for: a municipality's frame is one for all who ask [W1]."""
    o = state.partnerships[p].asked_of
    if o == NOBODY or state.organisations[o].kind != MUNICIPALITY:
        return 1.0
    return float(state.legal_organisations[state.organisations[o].legal].part_of_money_there)


@rule
def budget_month_or_other_pool(state: Any, p: int) -> bool:
    """Whether an answer can come this month: a municipal lead's budget is decided in autumn, once a year; pools when they like."""
    return bool(state.partnerships[p].lead_kind != MUNICIPAL_LEAD or calendar_month(state) == BUDGET_MONTH)


@rule
def trust_lost_to_a_refusal(months_waited: float, lost_per_month: float) -> float:
    """Part of the trust in a municipality that a refusal costs: an early, clear no hurts less than a late one [T4]."""
    return share(lost_per_month * months_waited)


@rule
def refused_late(state: Any, p: int, waited: float) -> None:
    """Those who hoped trust the member municipalities less, the longer they were left to hope."""
    partnership = state.partnerships[p]
    lost = trust_lost_to_a_refusal(waited, state.parameters[0].trust_lost_per_month_of_waiting)
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        tie = state.ties[t]
        if state.organisations[state.seats[tie.to_seat].organisation].kind == MUNICIPALITY:
            tie.trust *= 1.0 - lost
