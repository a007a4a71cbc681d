"""A campaign, a test, a festival: whoever it reaches has taken part, once, and goes on. Part of process 7."""

from typing import Any

from samvirke.model.agents.citizen import LAPSED, PARTICIPATING, UNAWARE, chance_of_joining
from samvirke.model.chance import Moment, fill_uniforms
from samvirke.model.decisions import TAKES_HER_NEXT_STEP
from samvirke.model.processes.benefiting import benefit
from samvirke.model.processes.reaching import (
    chance_of_contact,
    contacts_per_slot,
    how_welcome_the_offer_is,
    trust_in_who_stands_there,
)
from samvirke.model.processes.volunteers import share_with_lived_experience
from samvirke.model.rule import rule


@rule
def go_home(state: Any, p: int) -> None:
    """Those who were met last month are there no more; nobody is left behind, as nobody was to stay [C10]."""
    partnership = state.partnerships[p]
    for c in range(partnership.first_citizen, partnership.first_citizen + partnership.citizens):
        if state.citizens[c].stage == PARTICIPATING:
            state.citizens[c].stage = LAPSED
    partnership.participants = 0


@rule
def month_of_meeting_many(state: Any, p: int, moment: Moment) -> None:
    """Each citizen who has not been met: she is, and joins in at once, or not at all this month [C1-C3, C5, C7, C10]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    fill_uniforms(state.uniforms, moment, TAKES_HER_NEXT_STEP, partnership.number, partnership.citizens)
    open_rate, outreach_rate = contacts_per_slot(state, p)
    welcome = how_welcome_the_offer_is(state, p)
    credible = parameters.credibility_of_lived_experience * share_with_lived_experience(state, p)
    off_putting = parameters.joining_lost_to_risk_framing * partnership.risk_framing
    for slot in range(partnership.citizens):
        citizen = state.citizens[partnership.first_citizen + slot]
        if citizen.stage != UNAWARE:
            continue
        appeal = partnership.quality * welcome * (1.0 - off_putting * citizen.vulnerable)
        trust = trust_in_who_stands_there(citizen.trust_in_offer, credible)
        joins = chance_of_joining(trust, policy.threshold, citizen.stigma, policy.company_on_first_visits, appeal)
        if state.uniforms[slot] < chance_of_contact(open_rate, citizen.resources, outreach_rate, 0.0, citizen.network) * joins:
            take_part_once(state, p, partnership.first_citizen + slot, moment)


@rule
def take_part_once(state: Any, p: int, c: int, moment: Moment) -> None:
    """She is met, and has a month's benefit of it [C10]."""
    citizen = state.citizens[c]
    citizen.stage = PARTICIPATING
    citizen.joined_month = moment.month
    state.partnerships[p].participants += 1
    citizen.ever_participated = 1
    state.partnerships[p].ever_participated += 1
    state.partnerships[p].vulnerable_ever_participated += citizen.vulnerable
    benefit(state, p, c)
