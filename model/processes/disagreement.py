"""Tension that grows unspoken, talk that resolves it, agreements and roles: part of process 3."""

from typing import Any

from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import CONFLICT
from samvirke.model.events import (
    AGREEMENT_REVISED,
    AT_STAKE,
    BROKEN_PROMISE,
    CONFLICT_BREAKS_OUT,
    TENSION,
    TOO_LITTLE_TIME,
    called_off,
    happened,
)
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.processes.goals import has_sparring, pull_now
from samvirke.model.processes.shortfall import missing_capacity
from samvirke.model.processes.stakes import stake_in_the_theme
from samvirke.model.rule import rule

PARTS_OF_CLARITY = 3.0  # structure, agreement and communication count alike: assumed
PARTS_OF_PROVOCATION = 3.0  # what is at stake, too few hours and a broken promise count alike: assumed
PARTS_OF_CROWDING = 2.0  # hours that activities lack and contact that is lacking count alike: assumed


@rule
def growth_of_tension(differing: float, unknown: float, openness: float, usual: float) -> float:
    """Tension added per month: differing interests neither integrated (`unknown`: 1 - integration) nor spoken of [G3, G4, G5]."""
    return share(usual * differing * unknown * (1.0 - openness))


@rule
def relief_by_talk(openness: float, attendance: float, trust: float, usual: float) -> float:
    """Share of the tension that open talk resolves per month: it needs meetings, and works better with trust [G5]."""
    return share(usual * openness * attendance * trust)


@rule
def provocation(stakes: float, crowding: float, broken: float, weight: float) -> float:
    """What provokes open disagreement beside differing interests (0-1): stakes, crowding and a broken promise [W10]."""
    return share(weight * (stakes + crowding + broken) / PARTS_OF_PROVOCATION)


@rule
def strain(tension: float, provoked: float) -> float:
    """Tension and what provokes together (0-1): either is enough, and neither counts twice [W10]."""
    return 1.0 - (1.0 - tension) * (1.0 - provoked)


@rule
def chance_of_conflict(strained: float, talk: float, usual: float, spared: float) -> float:
    """Chance per month that disagreement breaks out in the open: talk takes the point off some of it [G5, W10]."""
    return share(usual * strained * (1.0 - spared * talk))


@rule
def price_of_conflict(strained: float, talk: float, usual: float, spared: float) -> float:
    """Part of all trust that an outbreak costs: less among those who are used to talking about where they differ [G5, W10]."""
    return share(usual * strained * (1.0 - spared * talk))


@rule
def what_is_at_stake(state: Any, p: int) -> float:
    """How near the theme is to what its members are there for: their mean."""
    partnership = state.partnerships[p]
    total = 0.0
    members = 0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active:
            total += stake_in_the_theme(state, o)
            members += 1
    return ratio(total, members)


@rule
def crowding(state: Any, p: int) -> float:
    """How far there was too little time last month (0-1): for the activities that run, and for keeping in touch."""
    partnership = state.partnerships[p]
    lacking = 0.0
    if partnership.running_activities > 0:
        each = (partnership.delivery_hours + partnership.volunteer_hours) / partnership.running_activities
        lacking = missing_capacity(each, 0.0, state.parameters[0].hours_an_activity_needs, 0.0)
    return (lacking + 1.0 - partnership.coverage) / PARTS_OF_CROWDING


@rule
def largest_broken_promise(state: Any, p: int) -> float:
    """Part of its promised hours that the member furthest behind did not give last month."""
    partnership = state.partnerships[p]
    largest = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active:
            largest = max(largest, 1.0 - state.organisations[o].kept)
    return largest


@rule
def tension_of_the_month(state: Any, p: int) -> float:
    """Tension after it has grown unspoken and been talked out [G4, G5, G6]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    grown = growth_of_tension(
        policy.differing_interests, 1.0 - partnership.integration, policy.openness, parameters.growth_of_tension_per_month
    )
    grown = share(grown * pull_now(state, p))
    relieved = relief_by_talk(policy.openness, partnership.attendance, partnership.trust, parameters.relief_by_talk_per_month)
    return share((partnership.tension + grown * (1.0 - partnership.tension)) * (1.0 - relieved))


@rule
def discuss(state: Any, p: int, moment: Moment) -> None:
    """Tension grows unspoken and is talked out; with what provokes it breaks out in the open, or does not [G4, G5, W10]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.tension = tension_of_the_month(state, p)
    stakes, crowded, broken = what_is_at_stake(state, p), crowding(state, p), largest_broken_promise(state, p)
    strained = strain(partnership.tension, provocation(stakes, crowded, broken, parameters.weight_of_provocation))
    chance = chance_of_conflict(strained, partnership.talk, parameters.chance_of_conflict_per_month, parameters.conflicts_spared_by_talk)
    breaks_out = uniform(moment, CONFLICT, partnership.number, THE_WHOLE) < chance
    if breaks_out and not called_off(state, moment, p, CONFLICT_BREAKS_OUT, THE_WHOLE):
        each = parameters.weight_of_provocation / PARTS_OF_PROVOCATION
        cause = foremost_cause(partnership.tension, each * stakes, each * crowded, each * broken)
        break_out(state, p, strained, cause, moment)
    else:
        partnership.conflict = moved(partnership.conflict, partnership.tension, parameters.memory_per_month)
    partnership.talk = moved(partnership.talk, state.policies[p].openness * partnership.attendance, parameters.memory_per_month)


@rule
def break_out(state: Any, p: int, strained: float, cause: int, moment: Moment) -> None:
    """Open disagreement costs trust, clears the air as far as one talks, and is remembered longer than a quiet month [G5, W10]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    happened(state, moment, p, CONFLICT_BREAKS_OUT, THE_WHOLE, cause, strained)
    lost = price_of_conflict(strained, partnership.talk, parameters.trust_lost_in_conflict, parameters.price_of_conflict_spared_by_talk)
    quarrel_costs_trust(state, p, lost)
    partnership.tension *= 1.0 - state.policies[p].openness * parameters.air_cleared_by_open_conflict
    partnership.conflict = moved(partnership.conflict, 1.0, parameters.mark_left_by_a_conflict)


@rule
def foremost_cause(tension: float, stakes: float, crowded: float, broken: float) -> int:
    """What strained a partnership most when disagreement broke out: for the ledger, it decides nothing."""
    largest = max(max(tension, stakes), max(crowded, broken))
    if tension == largest:
        return TENSION
    if broken == largest:
        return BROKEN_PROMISE
    return AT_STAKE if stakes == largest else TOO_LITTLE_TIME


@rule
def quarrel_costs_trust(state: Any, p: int, lost: float) -> None:
    """A quarrel takes part of every tie's trust."""
    partnership = state.partnerships[p]
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        state.ties[t].trust *= 1.0 - share(lost)


@rule
def revise_agreement(state: Any, p: int, moment: Moment) -> None:
    """The written agreement ages until it is revised [K3]."""
    partnership = state.partnerships[p]
    policy = state.policies[p]
    partnership.agreement_age_months += 1
    due = policy.agreement_revision_months > 0.0 and partnership.agreement_age_months >= policy.agreement_revision_months
    if due and policy.agreement_detail > 0.0 and not called_off(state, moment, p, AGREEMENT_REVISED, THE_WHOLE):
        happened(state, moment, p, AGREEMENT_REVISED, THE_WHOLE, NOBODY, float(partnership.agreement_age_months))
        partnership.agreement_age_months = 0


@rule
def clarify_roles(state: Any, p: int) -> None:
    """Roles get clearer where structure, agreement and meetings are, and blur with time where they are not [G8]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    clarity_within_reach = (policy.structure + policy.agreement_detail + partnership.communication) / PARTS_OF_CLARITY
    pace = parameters.settling_of_roles_per_month
    if has_sparring(state, p):
        clarity_within_reach += (1.0 - clarity_within_reach) * parameters.clarity_from_sparring
        pace += (1.0 - pace) * parameters.clarity_from_sparring * pace
    partnership.role_clarity = moved(partnership.role_clarity, clarity_within_reach, pace)
