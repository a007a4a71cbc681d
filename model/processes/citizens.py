"""7 Citizens: reached, joining, staying, benefiting, bringing others, becoming volunteers."""

from typing import Any

from samvirke.model.agents.citizen import (
    CONTACTED,
    LAPSED,
    PARTICIPATING,
    UNAWARE,
    VOLUNTEERING,
    chance_of_joining,
    chance_of_lapsing,
)
from samvirke.model.agents.organisation import NGO
from samvirke.model.agents.partnership import MUNICIPAL_LEAD
from samvirke.model.agents.volunteer import POTENTIAL
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, fill_uniforms, uniform
from samvirke.model.decisions import BECOMES_VOLUNTEER, TAKES_HER_NEXT_STEP
from samvirke.model.events import CITIZEN_VOLUNTEERS, VOLUNTEER_JOINS, called_off, happened
from samvirke.model.processes.recruiting import join
from samvirke.model.processes.volunteers import share_with_lived_experience
from samvirke.model.rule import rule


@rule
def citizens(state: Any, p: int, moment: Moment) -> None:
    """A month among the citizens of partnership `p`; without anything running those who took part lapse."""
    partnership = state.partnerships[p]
    if not partnership.citizen_facing or partnership.citizens == 0:
        return
    if partnership.running_activities == 0:
        if partnership.participants > 0:
            everybody_lapses(state, p)
        return
    month_of_citizens(state, p, moment)
    partnership.wellbeing_change = ratio(partnership.wellbeing_gained, partnership.ever_participated)
    partnership.network_change = ratio(partnership.network_gained, partnership.ever_participated)


@rule
def everybody_lapses(state: Any, p: int) -> None:
    """Nothing runs any more: those who took part are left behind, and counted [X12]."""
    partnership = state.partnerships[p]
    for c in range(partnership.first_citizen, partnership.first_citizen + partnership.citizens):
        if state.citizens[c].stage == PARTICIPATING:
            state.citizens[c].stage = LAPSED
    partnership.left_behind += partnership.participants
    partnership.participants = 0


@rule
def access_to_arenas(state: Any, p: int) -> float:
    """How well the members together reach the target group: any of them may open the door [C3].

    An association that leans on one other opens a narrower one [X1].
    """
    partnership = state.partnerships[p]
    closed = 1.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active:
            free = 1.0
            if organisation.kind == NGO:
                free -= state.parameters[0].access_lost_to_dependence * (1.0 - organisation.autonomy)
            closed *= 1.0 - organisation.arena_access * organisation.kept * free
    return 1.0 - closed


@rule
def contacts_per_slot(state: Any, p: int) -> tuple[float, float]:
    """Chance that a slot is reached this month: by open meetings (at full resources), and on the person's own terms [C1, C3, M5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    outreach = state.policies[p].share_of_outreach
    hours = partnership.reach_hours * access_to_arenas(state, p)
    hours += partnership.host_reach_hours * partnership.host_doors
    if partnership.volunteer_based:
        hours *= 1.0 - parameters.share_of_reaching_that_recruits_volunteers
    referral = 1.0 + parameters.municipal_lead_refers_citizens * (partnership.lead_kind == MUNICIPAL_LEAD)
    reached = hours * referral / partnership.citizens
    open_rate = reached * (1.0 - outreach) / parameters.hours_per_contact_in_open_meetings
    return open_rate, reached * outreach / parameters.hours_per_contact_by_outreach


@rule
def chance_of_contact(open_rate: float, resources: float, outreach_rate: float, by_mouth: float, network: float) -> float:
    """Chance per month that a citizen hears of it: meetings reach the resourceful, outreach all, friends the networked [C1, C4]."""
    return share(open_rate * resources + outreach_rate + by_mouth * network)


@rule
def how_welcome_the_offer_is(state: Any, p: int) -> float:
    """What an invitation by diagnosis leaves of a contact's readiness, relative to one by interest (0-1) [X8]."""
    return 1.0 - float(state.parameters[0].joining_lost_to_diagnosis * (1.0 - state.policies[p].invitation_by_interest))


@rule
def trust_in_who_stands_there(trust: float, credibility: float) -> float:
    """A citizen's trust in the offer, raised by volunteers who have lived with the theme [X7]."""
    return trust + credibility * (1.0 - trust)


@rule
def lapsing_now(state: Any, p: int) -> float:
    """Chance per month that a participant stays away from what is offered now [C2, C6]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    usual = parameters.chance_of_lapsing_per_month * (1.0 + parameters.lapsing_when_input_leads_nowhere * (1.0 - policy.input_acted_on))
    threshold = policy.threshold * (1.0 - policy.company_on_first_visits)
    return float(chance_of_lapsing(usual, threshold, partnership.quality * partnership.local_fit, parameters.held_by_quality))


@rule
def month_of_citizens(state: Any, p: int, moment: Moment) -> None:
    """Each citizen's one step, by the stage she is in: hears of it, joins, takes part and stays or lapses [C1-C5, C7, C8]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    slots = partnership.citizens
    fill_uniforms(state.uniforms, moment, TAKES_HER_NEXT_STEP, partnership.number, slots)
    open_rate, outreach_rate = contacts_per_slot(state, p)
    by_mouth = parameters.word_of_mouth_per_month * partnership.participants / slots
    company = policy.company_on_first_visits
    lapsing = lapsing_now(state, p)
    welcome = how_welcome_the_offer_is(state, p)
    credible = parameters.credibility_of_lived_experience * share_with_lived_experience(state, p)
    off_putting = parameters.joining_lost_to_risk_framing * partnership.risk_framing
    for c in range(slots):
        citizen = state.citizens[partnership.first_citizen + c]
        if citizen.stage == UNAWARE or citizen.stage == LAPSED:
            if state.uniforms[c] < chance_of_contact(open_rate, citizen.resources, outreach_rate, by_mouth, citizen.network):
                citizen.stage = CONTACTED
        elif citizen.stage == CONTACTED:
            appeal = partnership.quality * welcome * (1.0 - off_putting * citizen.vulnerable)
            trust = trust_in_who_stands_there(citizen.trust_in_offer, credible)
            if state.uniforms[c] < chance_of_joining(trust, policy.threshold, citizen.stigma, company, appeal):
                come_in(state, p, partnership.first_citizen + c, moment)
        elif citizen.stage == PARTICIPATING:
            benefit(state, p, partnership.first_citizen + c)
            if state.uniforms[c] < lapsing:
                citizen.stage = LAPSED
                partnership.participants -= 1
            elif partnership.volunteer_based and citizen.volunteer >= 0:
                ask_to_volunteer(state, p, c, moment)


@rule
def come_in(state: Any, p: int, c: int, moment: Moment) -> None:
    """A citizen joins; if for the first time, she has been reached."""
    citizen = state.citizens[c]
    citizen.stage = PARTICIPATING
    citizen.joined_month = moment.month
    state.partnerships[p].participants += 1
    if citizen.ever_participated == 0:
        citizen.ever_participated = 1
        state.partnerships[p].ever_participated += 1
        state.partnerships[p].vulnerable_ever_participated += citizen.vulnerable


@rule
def benefit(state: Any, p: int, c: int) -> None:
    """A month of taking part: wellbeing moves more than the network does, and for some it falls [C7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    citizen = state.citizens[c]
    effect = partnership.quality * (citizen.response - parameters.response_that_does_nothing)
    better = share(citizen.wellbeing + parameters.wellbeing_gain_per_month * effect * (1.0 - citizen.wellbeing))
    wider = share(citizen.network + parameters.network_gain_per_month * effect * (1.0 - citizen.network))
    partnership.wellbeing_gained += better - citizen.wellbeing
    partnership.network_gained += wider - citizen.network
    citizen.wellbeing = better
    citizen.network = wider
    citizen.months_participated += 1
    citizen.took_part_month = state.clock[0].month


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
        if not (called_off(state, moment, p, CITIZEN_VOLUNTEERS, c) or called_off(state, moment, p, VOLUNTEER_JOINS, v)):
            happened(state, moment, p, CITIZEN_VOLUNTEERS, c, v, surplus)
            citizen.stage = VOLUNTEERING
            partnership.participants -= 1
            join(state, p, v, moment)
