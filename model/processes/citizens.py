"""7 Citizens: reached, joining, staying, benefiting, bringing others, becoming volunteers."""

from typing import Any

from model.agents.citizen import (
    CONTACTED,
    LAPSED,
    PARTICIPATING,
    UNAWARE,
    VOLUNTEERING,
    chance_of_joining,
    chance_of_lapsing,
)
from model.agents.volunteer import POTENTIAL
from model.arithmetic import ratio, share
from model.chance import Moment, fill_uniforms, uniform
from model.decisions import BECOMES_VOLUNTEER, CONTACTED_BY_PARTNERSHIP, JOINS_ACTIVITY, LAPSES
from model.events import CITIZEN_VOLUNTEERS, called_off, happened
from model.processes.volunteers import join
from model.rule import rule

MUNICIPAL_LEAD = 0


@rule
def citizens(state: Any, p: int, moment: Moment) -> None:
    """A month among the citizens of partnership `p`; without anything running those who took part lapse."""
    partnership = state.partnerships[p]
    if not partnership.citizen_facing:
        return
    if partnership.running_activities == 0:
        if partnership.participants > 0:
            everybody_lapses(state, p)
        return
    contact(state, p, moment)
    come_in(state, p, moment)
    take_part(state, p, moment)
    count_citizens(state, p)


@rule
def everybody_lapses(state: Any, p: int) -> None:
    """Nothing runs any more: those who took part are left behind."""
    partnership = state.partnerships[p]
    for c in range(partnership.first_citizen, partnership.first_citizen + partnership.citizens):
        if state.citizens[c].stage == PARTICIPATING:
            state.citizens[c].stage = LAPSED
    partnership.participants = 0


@rule
def access_to_arenas(state: Any, p: int) -> float:
    """How well the members together reach the target group where they are: any of them may open the door [C3]."""
    partnership = state.partnerships[p]
    closed = 1.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active:
            closed *= 1.0 - organisation.arena_access * organisation.kept
    return 1.0 - closed


@rule
def contact(state: Any, p: int, moment: Moment) -> None:
    """Unaware and lapsed citizens are reached by open meetings, on their own terms, or by those who take part [C1, C3, C4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    hours = partnership.reach_hours
    if partnership.volunteer_based:
        hours *= 1.0 - parameters.share_of_reaching_that_recruits_volunteers
    access = access_to_arenas(state, p)
    referral = 1.0 + parameters.municipal_lead_refers_citizens * (partnership.lead_kind == MUNICIPAL_LEAD)
    slots = float(partnership.citizens)
    open_rate = hours * (1.0 - policy.share_of_outreach) / (slots * parameters.hours_per_contact_in_open_meetings) * referral
    outreach_rate = hours * policy.share_of_outreach / (slots * parameters.hours_per_contact_by_outreach) * referral
    by_mouth = parameters.word_of_mouth_per_month * partnership.participants / slots
    fill_uniforms(state.uniforms, moment, CONTACTED_BY_PARTNERSHIP, partnership.number, partnership.citizens)
    for c in range(partnership.citizens):
        citizen = state.citizens[partnership.first_citizen + c]
        if citizen.stage != UNAWARE and citizen.stage != LAPSED:
            continue
        chance = share(access * (open_rate * citizen.resources + outreach_rate) + by_mouth * citizen.network)
        if state.uniforms[c] < chance:
            citizen.stage = CONTACTED


@rule
def come_in(state: Any, p: int, moment: Moment) -> None:
    """Those contacted join if they trust the offer and it asks little of them [C2]."""
    partnership = state.partnerships[p]
    policy = state.policies[p]
    fill_uniforms(state.uniforms, moment, JOINS_ACTIVITY, partnership.number, partnership.citizens)
    for c in range(partnership.citizens):
        citizen = state.citizens[partnership.first_citizen + c]
        if citizen.stage != CONTACTED:
            continue
        company = policy.company_on_first_visits
        chance = chance_of_joining(citizen.trust_in_offer, policy.threshold, citizen.stigma, company, partnership.quality)
        if state.uniforms[c] < chance:
            citizen.stage = PARTICIPATING
            citizen.joined_month = moment.month


@rule
def take_part(state: Any, p: int, moment: Moment) -> None:
    """Those who take part benefit, some lapse, and some with growing surplus are asked and become volunteers [C2, C7, C8]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    usual = parameters.chance_of_lapsing_per_month
    fill_uniforms(state.uniforms, moment, LAPSES, partnership.number, partnership.citizens)
    for c in range(partnership.citizens):
        citizen = state.citizens[partnership.first_citizen + c]
        if citizen.stage != PARTICIPATING:
            continue
        benefit(state, p, partnership.first_citizen + c)
        lapsing = chance_of_lapsing(
            usual, policy.threshold * (1.0 - policy.company_on_first_visits), partnership.quality * partnership.local_fit
        )
        if state.uniforms[c] < lapsing:
            citizen.stage = LAPSED
        elif partnership.volunteer_based and citizen.volunteer >= 0:
            ask_to_volunteer(state, p, c, moment)


@rule
def benefit(state: Any, p: int, c: int) -> None:
    """A month of taking part: wellbeing moves more than the network does, and for some it falls [C7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    citizen = state.citizens[c]
    effect = partnership.quality * (citizen.response - parameters.response_that_does_nothing)
    citizen.wellbeing = share(citizen.wellbeing + parameters.wellbeing_gain_per_month * effect * (1.0 - citizen.wellbeing))
    citizen.network = share(citizen.network + parameters.network_gain_per_month * effect * (1.0 - citizen.network))
    citizen.months_participated += 1
    citizen.ever_participated = 1


@rule
def ask_to_volunteer(state: Any, p: int, c: int, moment: Moment) -> None:
    """A participant with growing surplus, asked in person, becomes a volunteer: the same person, another stage [C8]."""
    partnership = state.partnerships[p]
    citizen = state.citizens[partnership.first_citizen + c]
    surplus = citizen.wellbeing - citizen.wellbeing_at_start
    if surplus <= 0.0 or state.volunteers[citizen.volunteer].stage != POTENTIAL:
        return
    chance = share(state.parameters[0].volunteering_from_surplus_per_month * surplus) * state.policies[p].share_of_personal_asks
    if uniform(moment, BECOMES_VOLUNTEER, partnership.number, c) < chance:
        v = citizen.volunteer - partnership.first_volunteer
        if not called_off(state, moment, p, CITIZEN_VOLUNTEERS, c):
            happened(state, moment, p, CITIZEN_VOLUNTEERS, c, v, surplus)
            citizen.stage = VOLUNTEERING
            join(state, p, v, moment)


@rule
def count_citizens(state: Any, p: int) -> None:
    """Who takes part, who ever did, and how they have changed."""
    partnership = state.partnerships[p]
    taking_part = 0
    ever = 0
    vulnerable = 0
    wellbeing = 0.0
    network = 0.0
    for c in range(partnership.first_citizen, partnership.first_citizen + partnership.citizens):
        citizen = state.citizens[c]
        taking_part += citizen.stage == PARTICIPATING
        if citizen.ever_participated:
            ever += 1
            vulnerable += citizen.vulnerable
            wellbeing += citizen.wellbeing - citizen.wellbeing_at_start
            network += citizen.network - citizen.network_at_start
    partnership.participants = taking_part
    partnership.ever_participated = ever
    partnership.vulnerable_ever_participated = vulnerable
    partnership.wellbeing_change = ratio(wellbeing, ever)
    partnership.network_change = ratio(network, ever)
