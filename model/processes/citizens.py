"""7 Citizens: reached, joining, staying, benefiting, bringing others, becoming volunteers."""

from typing import Any

from samvirke.model.agents.citizen import (
    CONTACTED,
    LAPSED,
    PARTICIPATING,
    UNAWARE,
    VOLUNTEERING,
    chance_of_following,
    chance_of_joining,
    chance_of_lapsing,
    company_to_go_in,
    heard_from_acquaintances,
)
from samvirke.model.agents.partnership import ONE_OFF, PAIRS
from samvirke.model.agents.volunteer import POTENTIAL
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, fill_uniforms, uniform
from samvirke.model.decisions import BECOMES_VOLUNTEER, TAKES_HER_NEXT_STEP
from samvirke.model.events import CITIZEN_VOLUNTEERS, VOLUNTEER_JOINS, called_off, happened
from samvirke.model.fields import NEVER
from samvirke.model.processes.acquaintances import come_in, stays_away
from samvirke.model.processes.benefiting import benefit
from samvirke.model.processes.one_off import go_home, month_of_meeting_many
from samvirke.model.processes.pairs import (
    free_those_whose_citizens_went,
    lapsing_in_a_pair,
    leave_all_pairs_behind,
    lose_by_being_left,
    lose_those_who_stopped,
    tire_of_waiting,
    wait_for_a_match,
)
from samvirke.model.processes.reaching import chance_of_contact, contacts_per_slot, how_welcome_the_offer_is, trust_in_who_stands_there
from samvirke.model.processes.recruiting import join
from samvirke.model.processes.requests import input_acted_on_now
from samvirke.model.processes.volunteers import share_with_lived_experience, support_relative_to_need
from samvirke.model.rule import rule


@rule
def citizens(state: Any, p: int, moment: Moment) -> None:
    """A month among the citizens of partnership `p`; without anything running those who took part lapse."""
    partnership = state.partnerships[p]
    if not partnership.citizen_facing or partnership.citizens == 0:
        return
    if partnership.format == ONE_OFF and partnership.participants > 0:
        go_home(state, p)
    if partnership.running_activities == 0:
        if partnership.format == PAIRS:
            leave_all_pairs_behind(state, p)
            note_changes(state, p)
        if partnership.participants > 0:
            everybody_lapses(state, p)
        return
    if partnership.format == ONE_OFF:
        month_of_meeting_many(state, p, moment)
    elif partnership.format == PAIRS:
        month_of_pairs(state, p, moment)
    else:
        month_of_citizens(state, p, moment)
    note_changes(state, p)


@rule
def note_changes(state: Any, p: int) -> None:
    """Mean change of wellbeing and network so far, of all who have taken part."""
    partnership = state.partnerships[p]
    partnership.wellbeing_change = ratio(partnership.wellbeing_gained, partnership.ever_participated)
    partnership.network_change = ratio(partnership.network_gained, partnership.ever_participated)


@rule
def everybody_lapses(state: Any, p: int) -> None:
    """Nothing runs any more: those who took part are left behind, and counted [X12]."""
    partnership = state.partnerships[p]
    for c in range(partnership.first_citizen, partnership.first_citizen + partnership.citizens):
        citizen = state.citizens[c]
        if citizen.stage == PARTICIPATING:
            lose_by_being_left(state, p, c)
            stays_away(state, c)
            partnership.left_behind += 1 - citizen.was_left_behind
            citizen.was_left_behind = 1
    partnership.participants = 0


@rule
def lapsing_now(state: Any, p: int) -> float:
    """Chance per month that a participant stays away from what is offered now [C2, C6], and is carried as far as it is [W6].

    One who has a volunteer of her own, less often, the more so where volunteers are supported [V3].
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    usual = parameters.chance_of_lapsing_per_month * (
        1.0 + parameters.lapsing_when_input_leads_nowhere * (1.0 - input_acted_on_now(state, p))
    )
    if partnership.format == PAIRS:
        support = support_relative_to_need(state, p)
        usual *= lapsing_in_a_pair(parameters.held_by_a_volunteer_of_her_own, support, parameters.lapsing_in_an_unsupported_pair)
    threshold = policy.threshold * (1.0 - company_there_is(state, p))
    offer = partnership.quality * partnership.local_fit * partnership.work_carried
    return float(chance_of_lapsing(usual, threshold, offer, parameters.held_by_quality))


@rule
def company_there_is(state: Any, p: int) -> float:
    """Part of the newcomers who are accompanied: as many as is meant, if there is somebody to do it [C2, W6]."""
    return float(state.policies[p].company_on_first_visits * state.partnerships[p].work_carried)


@rule
def month_of_citizens(state: Any, p: int, moment: Moment) -> None:
    """Each citizen's one step, by the stage she is in: hears of it, joins, takes part and stays or lapses [C1-C5, C7, C8, W7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    fill_uniforms(state.uniforms, moment, TAKES_HER_NEXT_STEP, partnership.number, partnership.citizens)
    open_rate, outreach_rate = contacts_per_slot(state, p)
    lapsing = lapsing_now(state, p)
    accompanied = company_there_is(state, p)
    welcome = how_welcome_the_offer_is(state, p)
    credible = parameters.credibility_of_lived_experience * share_with_lived_experience(state, p)
    off_putting = parameters.joining_lost_to_risk_framing * partnership.risk_framing
    for c in range(partnership.citizens):
        citizen = state.citizens[partnership.first_citizen + c]
        if citizen.stage == UNAWARE or citizen.stage == LAPSED:
            by_mouth = heard_from_acquaintances(citizen.acquaintances_there, parameters.word_of_mouth_per_month)
            if state.uniforms[c] < chance_of_contact(open_rate, citizen.resources, outreach_rate, by_mouth, citizen.network):
                citizen.stage = CONTACTED
        elif citizen.stage == CONTACTED and citizen.waits_since_month == NEVER:
            appeal = partnership.quality * partnership.work_carried * welcome * (1.0 - off_putting * citizen.vulnerable)
            trust = trust_in_who_stands_there(citizen.trust_in_offer, credible)
            company = company_to_go_in(accompanied, citizen.acquaintances_there, parameters.company_of_an_acquaintance)
            if state.uniforms[c] < chance_of_joining(trust, policy.threshold, citizen.stigma, company, appeal):
                come_in_or_wait(state, p, partnership.first_citizen + c, moment)
        elif citizen.stage == PARTICIPATING:
            benefit(state, p, partnership.first_citizen + c)
            follows = parameters.lapsing_with_acquaintances
            if state.uniforms[c] < chance_of_following(lapsing, citizen.acquaintances_there, citizen.acquaintances_gone, follows):
                stays_away(state, partnership.first_citizen + c)
                partnership.participants -= 1
            elif partnership.volunteer_based and citizen.volunteer >= 0:
                ask_to_volunteer(state, p, c, moment)


@rule
def come_in_or_wait(state: Any, p: int, c: int, moment: Moment) -> None:
    """A citizen takes part at once; where each is to have a volunteer of her own, she waits for a match first [V3]."""
    if state.partnerships[p].format == PAIRS:
        wait_for_a_match(state, p, c, moment)
    else:
        come_in(state, p, c, moment)


@rule
def month_of_pairs(state: Any, p: int, moment: Moment) -> None:
    """Who waits gives up or not, who has lost her volunteer is left behind; then as with all citizens, but nobody joins unmatched."""
    tire_of_waiting(state, p, moment)
    lose_those_who_stopped(state, p, moment)
    month_of_citizens(state, p, moment)
    free_those_whose_citizens_went(state, p)
    state.partnerships[p].months_waited_for_a_match += state.partnerships[p].citizens_waiting


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
