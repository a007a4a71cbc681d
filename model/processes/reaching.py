"""Who is reached and how welcome the offer is to her. Part of process 7."""

from typing import Any

from samvirke.model.agents.organisation import NGO
from samvirke.model.agents.partnership import ONE_OFF
from samvirke.model.arithmetic import share
from samvirke.model.processes.leading import municipal_part
from samvirke.model.processes.localities import ease_beside_others
from samvirke.model.rule import rule


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
    """Chance that a citizen is reached this month: by open meetings (at full resources), and on her own terms [C1, C3, M5].

    Hours reach persons, and the more persons a slot stands for, the less likely each is among them. Who meets people is short
    of hands where work is left to volunteers who are not there [W6].
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    outreach = state.policies[p].share_of_outreach
    referral = 1.0 + parameters.municipal_lead_refers_citizens * municipal_part(partnership.lead_kind)
    persons = partnership.citizens * partnership.persons_per_citizen
    own = partnership.reach_hours
    if partnership.format == ONE_OFF:
        own += partnership.delivery_hours + partnership.volunteer_hours
    hours = hours_that_reach_citizens(state, p, own) * access_to_arenas(state, p)
    hours += hours_that_reach_citizens(state, p, partnership.host_reach_hours) * partnership.host_doors
    reached = hours * referral * partnership.work_carried / persons
    open_rate = reached * (1.0 - outreach) / parameters.hours_per_contact_in_open_meetings
    return open_rate, reached * outreach / parameters.hours_per_contact_by_outreach


@rule
def hours_that_reach_citizens(state: Any, p: int, hours: float) -> float:
    """Hours that seek citizens, of those that seek people; at a campaign, test or festival all who work meet many an hour [C1, C10]."""
    partnership = state.partnerships[p]
    if partnership.volunteer_based:
        hours *= 1.0 - partnership.part_for_volunteers
    if partnership.format == ONE_OFF:
        hours *= 1.0 + state.parameters[0].extra_reach_of_a_one_off
    return float(hours)


@rule
def chance_of_contact(open_rate: float, resources: float, outreach_rate: float, by_mouth: float, network: float) -> float:
    """Chance per month that a citizen hears of it: meetings reach the resourceful, outreach all, friends the networked [C1, C4]."""
    return share(open_rate * resources + outreach_rate + by_mouth * network)


@rule
def how_welcome_the_offer_is(state: Any, p: int) -> float:
    """How ready an invitation finds a contact, relative to one by interest of a partnership alone in its place.

    Less by diagnosis [X8], more where the place knows another partnership [W4].
    """
    by_diagnosis = 1.0 - float(state.parameters[0].joining_lost_to_diagnosis * (1.0 - state.policies[p].invitation_by_interest))
    return by_diagnosis * ease_beside_others(state, p)


@rule
def trust_in_who_stands_there(trust: float, credibility: float) -> float:
    """A citizen's trust in the offer, raised by volunteers who have lived with the theme [X7]."""
    return trust + credibility * (1.0 - trust)
