"""Asking people to volunteer, in person or by advertisement: part of process 6."""

from typing import Any

from samvirke.model.agents.partnership import VOLUNTARY_LEAD
from samvirke.model.agents.volunteer import ACTIVE, POTENTIAL, chance_of_saying_yes
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, fill_uniforms
from samvirke.model.decisions import JOINS_AS_VOLUNTEER
from samvirke.model.events import VOLUNTEER_JOINS, called_off, happened
from samvirke.model.fields import NEVER, NOBODY
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
        hours *= parameters.share_of_reaching_that_recruits_volunteers
    easier = 1.0 + parameters.voluntary_lead_eases_recruiting * (partnership.lead_kind == VOLUNTARY_LEAD)
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
        if state.organisations[o].active and state.organisations[o].volunteer_strategy:
            return 1.0
    return 0.0


@rule
def knowledge_of_associations(state: Any, p: int) -> float:
    """How well the member municipalities know the local associations: the best of them; it makes the search wide [X6]."""
    partnership = state.partnerships[p]
    best = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active:
            best = max(best, state.organisations[o].knows_associations)
    return best


@rule
def paperwork(state: Any, p: int) -> float:
    """Part of all hours that papers take this month: what volunteers notice of registration and control."""
    partnership = state.partnerships[p]
    return ratio(partnership.documentation_hours, partnership.hours)


@rule
def recruit(state: Any, p: int, moment: Moment) -> None:
    """Each potential volunteer is asked or not, and says yes or not: one chance, one draw [V1]."""
    partnership = state.partnerships[p]
    if partnership.reach_hours + partnership.host_reach_hours <= 0.0:
        return
    parameters = state.parameters[0]
    in_person, by_advertisement = people_asked(state, p)
    people = max(1, partnership.volunteers)
    asked = share(in_person / people)
    told = share(by_advertisement / people) * parameters.conversion_of_advertising
    meaning = meaning_of_the_goal(state, p)
    demands = share(
        state.policies[p].threshold * parameters.weight_of_demands_on_volunteers
        + paperwork(state, p) * parameters.weight_of_paperwork_on_volunteers
    )
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
