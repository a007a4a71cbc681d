"""Asking people to volunteer, in person or by advertisement: part of process 6."""

from typing import Any

from samvirke.model.agents.volunteer import ACTIVE, chance_of_saying_yes, part_of_a_month_taken_by_the_role
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, fill_uniforms
from samvirke.model.decisions import JOINS_AS_VOLUNTEER
from samvirke.model.events import VOLUNTEER_JOINS, called_off, happened
from samvirke.model.fields import NEVER, NOBODY
from samvirke.model.processes.cohorts import months_of_asking, willingness_of
from samvirke.model.processes.leading import voluntary_part
from samvirke.model.processes.localities import readiness_beside_others
from samvirke.model.processes.membership import belongs_to_it
from samvirke.model.processes.pairs import part_of_reaching_for_volunteers
from samvirke.model.rule import rule

PARTS_OF_MEANING = 2.0  # that the goal is concrete and that it is shared count alike: assumed


@rule
def meaning_of_the_goal(state: Any, p: int) -> float:
    """How much the goal means to those who are asked [V1]: concrete, shared, and something goes on.

    Less where it is about risk and restriction [V8], and where they are only hands for what others thought out [V9].
    """
    partnership = state.partnerships[p]
    something_goes_on = 1.0 if partnership.running_activities > 0 else state.parameters[0].meaning_before_anything_runs
    meaning = (partnership.goal_concreteness + partnership.shared_understanding) / PARTS_OF_MEANING * something_goes_on
    parameters = state.parameters[0]
    own = 1.0 - parameters.meaning_lost_without_a_say * (1.0 - state.policies[p].co_running)
    return share(meaning * own * (1.0 - parameters.meaning_lost_to_risk_framing * partnership.risk_framing))


@rule
def people_asked(state: Any, p: int) -> tuple[float, float]:
    """Persons asked in person and persons reached by advertisement this month [V1, M4, M5, X6, X9]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    hours = partnership.reach_hours + partnership.host_reach_hours
    if partnership.citizen_facing:
        hours *= partnership.part_for_volunteers
    easier = 1.0 + parameters.voluntary_lead_eases_recruiting * voluntary_part(partnership.lead_kind)
    easier *= 1.0 + parameters.volunteer_strategy_eases_recruiting * has_volunteer_strategy(state, p)
    easier *= 1.0 + parameters.wide_search_eases_recruiting * knowledge_of_associations(state, p)
    if partnership.grant_end == NEVER:
        easier *= 1.0 + parameters.no_end_date_widens_the_search
    in_person = hours * policy.share_of_personal_asks * easier / parameters.hours_per_personal_ask
    by_advertisement = hours * (1.0 - policy.share_of_personal_asks) * easier / parameters.hours_per_person_advertised_to
    return in_person, by_advertisement


@rule
def has_volunteer_strategy(state: Any, p: int) -> float:
    """1 if a member municipality has a volunteer strategy, else 0 [M4]."""
    partnership = state.partnerships[p]
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if belongs_to_it(state, p, o) and state.legal_organisations[state.organisations[o].legal].volunteer_strategy:
            return 1.0
    return 0.0


@rule
def knowledge_of_associations(state: Any, p: int) -> float:
    """How well the member municipalities know the local associations: the best of them; it makes the search wide [X6]."""
    partnership = state.partnerships[p]
    best = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if belongs_to_it(state, p, o):
            best = max(best, state.legal_organisations[state.organisations[o].legal].knows_associations)
    return best


@rule
def paperwork(state: Any, p: int) -> float:
    """Part of all hours that papers take this month: what volunteers notice of registration and control."""
    partnership = state.partnerships[p]
    return ratio(partnership.documentation_hours, partnership.hours)


@rule
def asked_by_volunteers(state: Any, p: int) -> float:
    """Persons whom those who serve ask this month: each among those she knows, and the more the more she belongs [V1]."""
    partnership = state.partnerships[p]
    asking = 0.0
    for v in range(partnership.first_volunteer, partnership.first_volunteer + partnership.volunteers):
        if state.volunteers[v].stage == ACTIVE:
            asking += state.volunteers[v].network * state.volunteers[v].belonging
    return float(state.parameters[0].asks_by_a_volunteer_per_month * asking)


@rule
def hours_of_a_role(state: Any, p: int) -> float:
    """Hours per month that one volunteer's role asks for, never more than she lets be asked of her [V4]."""
    return float(min(state.policies[p].hours_of_a_role, state.parameters[0].most_hours_of_a_volunteer))


@rule
def demands_on_volunteers(state: Any, p: int) -> float:
    """What joining demands (0-1): enrolment and fixed attendance, papers [V5], and a large role; small ones recruit [V4]."""
    parameters = state.parameters[0]
    role = part_of_a_month_taken_by_the_role(hours_of_a_role(state, p), parameters.hours_a_volunteer_gives_gladly)
    return share(
        state.policies[p].threshold * parameters.weight_of_demands_on_volunteers
        + paperwork(state, p) * parameters.weight_of_paperwork_on_volunteers
        + role * parameters.weight_of_the_role_on_volunteers
    )


@rule
def who_can_be_asked(state: Any, p: int, month: int) -> tuple[float, float]:
    """Persons who could be asked this month, and their nearness to those who ask, summed."""
    partnership = state.partnerships[p]
    people = 0.0
    nearness = 0.0
    for v in range(partnership.first_volunteer, partnership.first_volunteer + partnership.volunteers):
        if willingness_of(state, v, month) > 0.0:
            people += 1.0
            nearness += state.volunteers[v].network
    return people, nearness


@rule
def recruit(state: Any, p: int, moment: Moment) -> None:
    """Who could be asked is asked or not, those near first, and says yes or not: one chance, one draw [V1, W4, W6]."""
    partnership = state.partnerships[p]
    months = months_of_asking(state, p, moment.month)
    partnership.part_for_volunteers = part_of_reaching_for_volunteers(state, p)
    in_person, by_advertisement = people_asked(state, p)
    in_person += asked_by_volunteers(state, p)
    partnership.asked = months * in_person
    if months == 0 or in_person + by_advertisement <= 0.0:
        return
    people, nearness = who_can_be_asked(state, p, moment.month)
    told = ratio(months * by_advertisement, people) * state.parameters[0].conversion_of_advertising
    meaning = meaning_of_the_goal(state, p)
    demands = demands_on_volunteers(state, p)
    readiness = readiness_beside_others(state, p)
    fill_uniforms(state.uniforms, moment, JOINS_AS_VOLUNTEER, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        volunteer = state.volunteers[partnership.first_volunteer + v]
        willing = willingness_of(state, partnership.first_volunteer + v, moment.month)
        if willing <= 0.0:
            continue
        reached = share(ratio(months * in_person * volunteer.network, nearness) + told)
        says_yes = state.uniforms[v] < reached * willing * readiness * chance_of_saying_yes(volunteer.motivation, meaning, demands)
        if says_yes and not called_off(state, moment, p, VOLUNTEER_JOINS, v):
            join(state, p, v, moment)


@rule
def join(state: Any, p: int, v: int, moment: Moment) -> None:
    """Somebody begins to serve, for the first time or again; a citizen brings along how she is and whom she knows."""
    partnership = state.partnerships[p]
    volunteer = state.volunteers[partnership.first_volunteer + v]
    if volunteer.joined_month == NEVER:
        partnership.volunteers_ever += 1
    if volunteer.citizen >= 0:
        volunteer.wellbeing = state.citizens[volunteer.citizen].wellbeing
        volunteer.network = state.citizens[volunteer.citizen].network
    volunteer.stage = ACTIVE
    volunteer.joined_month = moment.month
    volunteer.left_month = NEVER
    volunteer.energy = 1.0
    volunteer.months_this_time = 0
    volunteer.months_together = 0.0
    partnership.active_volunteers += 1
    partnership.volunteers_joined += 1
    happened(state, moment, p, VOLUNTEER_JOINS, v, NOBODY, volunteer.motivation)
