"""6 Volunteers: asked in person or by advertisement, supported, bound to each other, tired, gone."""

from typing import Any

from model.agents.activity import ENDED
from model.agents.citizen import LAPSED
from model.agents.volunteer import ACTIVE, GONE, POTENTIAL, chance_of_saying_yes, chance_of_stopping
from model.arithmetic import moved, ratio, share
from model.chance import Moment, fill_uniforms
from model.decisions import JOINS_AS_VOLUNTEER, STOPS_VOLUNTEERING
from model.events import VOLUNTEER_JOINS, VOLUNTEER_STOPS, called_off, happened
from model.fields import NEVER, NOBODY
from model.rule import rule

VOLUNTARY_LEAD = 1


@rule
def volunteers(state: Any, p: int, moment: Moment) -> None:
    """A month of partnership `p`'s volunteers: some join, those who serve are bound or worn, some stop."""
    partnership = state.partnerships[p]
    if not partnership.volunteer_based:
        return
    recruit(state, p, moment)
    serve(state, p, moment)
    partnership.volunteers_peak = max(partnership.volunteers_peak, partnership.active_volunteers)


@rule
def meaning_of_the_goal(state: Any, p: int) -> float:
    """How much the goal means to those who are asked: concrete, shared, and something goes on [V1]."""
    partnership = state.partnerships[p]
    something_goes_on = 1.0 if partnership.running_activities > 0 else state.parameters[0].meaning_before_anything_runs
    return share((partnership.goal_concreteness + partnership.shared_understanding) / 2.0 * something_goes_on)


@rule
def people_asked(state: Any, p: int) -> tuple[float, float]:
    """Persons asked in person and persons reached by advertisement this month [V1, M4, M5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    hours = partnership.reach_hours * parameters.share_of_reaching_that_recruits_volunteers
    if not partnership.citizen_facing:
        hours = partnership.reach_hours
    easier = 1.0 + parameters.voluntary_lead_eases_recruiting * (partnership.lead_kind == VOLUNTARY_LEAD)
    easier *= 1.0 + parameters.volunteer_strategy_eases_recruiting * has_volunteer_strategy(state, p)
    in_person = hours * policy.share_of_personal_asks * easier / parameters.hours_per_personal_ask
    by_advertisement = hours * (1.0 - policy.share_of_personal_asks) * easier / parameters.hours_per_person_advertised_to
    return in_person, by_advertisement


@rule
def has_volunteer_strategy(state: Any, p: int) -> float:
    """1 if a member municipality has a volunteer strategy, else 0 [M4]."""
    partnership = state.partnerships[p]
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active and state.organisations[o].volunteer_strategy:
            return 1.0
    return 0.0


@rule
def recruit(state: Any, p: int, moment: Moment) -> None:
    """Each potential volunteer is asked or not, and says yes or not: one chance, one draw [V1]."""
    partnership = state.partnerships[p]
    if partnership.reach_hours <= 0.0:
        return
    parameters = state.parameters[0]
    in_person, by_advertisement = people_asked(state, p)
    asked = share(in_person / partnership.volunteers)
    told = share(by_advertisement / partnership.volunteers) * parameters.conversion_of_advertising
    meaning = meaning_of_the_goal(state, p)
    demands = state.policies[p].threshold * parameters.weight_of_demands_on_volunteers
    fill_uniforms(state.uniforms, moment, JOINS_AS_VOLUNTEER, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        volunteer = state.volunteers[partnership.first_volunteer + v]
        if volunteer.stage != POTENTIAL or volunteer.citizen >= 0:
            continue
        reached = asked * volunteer.network + told
        says_yes = state.uniforms[v] < reached * chance_of_saying_yes(volunteer.motivation, meaning, demands)
        if says_yes and not called_off(state, moment, p, VOLUNTEER_JOINS, v):
            join(state, p, v, moment)


@rule
def join(state: Any, p: int, v: int, moment: Moment) -> None:
    """A potential volunteer begins to serve."""
    partnership = state.partnerships[p]
    volunteer = state.volunteers[partnership.first_volunteer + v]
    volunteer.stage = ACTIVE
    volunteer.joined_month = moment.month
    volunteer.left_month = NEVER
    volunteer.energy = 1.0
    partnership.active_volunteers += 1
    partnership.volunteers_joined += 1
    happened(state, moment, p, VOLUNTEER_JOINS, v, NOBODY, volunteer.motivation)


@rule
def hopelessness(state: Any, p: int) -> float:
    """How near a known end without a next step is: 0 far away or with somebody to go on, 1 at the very end [V6]."""
    partnership = state.partnerships[p]
    months_left = partnership.grant_end - state.clock[0].month
    nearness = share(1.0 - months_left / state.parameters[0].months_the_end_is_felt)
    if months_left < 0:
        nearness = 1.0
    return nearness * (1.0 - max(partnership.money_outlook, share_of_activities_with_a_host(state, p)))


@rule
def share_of_activities_with_a_host(state: Any, p: int) -> float:
    """Share of the activities that are not ended which a host has promised to carry on."""
    partnership = state.partnerships[p]
    hosted = 0
    alive = 0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage != ENDED:
            alive += 1
            hosted += state.activities[a].host >= 0
    return ratio(hosted, alive)


@rule
def serve(state: Any, p: int, moment: Moment) -> None:
    """Those who serve give their hours, belong more or less, tire or recover, and stay or stop [V2, V3, V4, V6]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.volunteer_hours = 0.0
    if partnership.active_volunteers == 0:
        return
    policy = state.policies[p]
    supported = share(ratio(partnership.support_hours, partnership.active_volunteers * parameters.support_hours_that_suffice))
    company = ratio(partnership.active_volunteers, partnership.active_volunteers + parameters.fellows_that_make_a_circle)
    load = hours_asked_of_each(state, p) / parameters.hours_a_volunteer_gives_gladly
    no_hope = parameters.weight_of_the_end_in_stopping * hopelessness(state, p)
    usual = parameters.chance_of_volunteer_stopping_per_month
    recognised = share((supported + policy.shared_power) / 2.0)
    fill_uniforms(state.uniforms, moment, STOPS_VOLUNTEERING, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        volunteer = state.volunteers[partnership.first_volunteer + v]
        volunteer.hours = 0.0
        if volunteer.stage != ACTIVE:
            continue
        volunteer.months_served += 1
        volunteer.belonging = moved(volunteer.belonging, company, parameters.pace_of_belonging_per_month)
        volunteer.recognition = moved(volunteer.recognition, recognised, parameters.pace_of_belonging_per_month)
        volunteer.energy = share(volunteer.energy + parameters.tiring_per_month * (1.0 - load))
        bonds = parameters.weight_of_bonds * (volunteer.belonging + volunteer.recognition + volunteer.match) / 3.0
        tired = parameters.weight_of_tiredness * (1.0 - volunteer.energy)
        if state.uniforms[v] < chance_of_stopping(usual, bonds, tired, no_hope):
            stop(state, p, v, moment)
        else:
            volunteer.hours = hours_asked_of_each(state, p) * volunteer.energy
            partnership.volunteer_hours += volunteer.hours


@rule
def hours_asked_of_each(state: Any, p: int) -> float:
    """Hours per month asked of each volunteer: what the running activities need, shared by those who serve [V4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    needed = partnership.running_activities * parameters.volunteer_hours_an_activity_needs
    return min(ratio(needed, partnership.active_volunteers), parameters.most_hours_of_a_volunteer)


@rule
def stop(state: Any, p: int, v: int, moment: Moment) -> None:
    """A volunteer stops; a citizen who volunteered is a citizen who has lapsed."""
    if called_off(state, moment, p, VOLUNTEER_STOPS, v):
        return
    partnership = state.partnerships[p]
    volunteer = state.volunteers[partnership.first_volunteer + v]
    volunteer.stage = GONE
    volunteer.left_month = moment.month
    partnership.active_volunteers -= 1
    partnership.volunteers_left += 1
    if volunteer.citizen >= 0:
        state.citizens[volunteer.citizen].stage = LAPSED
    happened(state, moment, p, VOLUNTEER_STOPS, v, NOBODY, float(volunteer.months_served))
