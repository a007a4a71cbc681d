"""Tension that grows unspoken, talk that resolves it, agreements and roles: part of process 3."""

from typing import Any

from samvirke.model.arithmetic import moved, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import CONFLICT
from samvirke.model.events import AGREEMENT_REVISED, CONFLICT_BREAKS_OUT, called_off, happened
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.processes.goals import has_sparring, pull_now
from samvirke.model.rule import rule

PARTS_OF_CLARITY = 3.0  # structure, agreement and communication count alike: assumed


@rule
def growth_of_tension(differing: float, unknown: float, openness: float, usual: float) -> float:
    """Tension added per month: differing interests neither integrated (`unknown`: 1 - integration) nor spoken of [G3, G4, G5]."""
    return share(usual * differing * unknown * (1.0 - openness))


@rule
def relief_by_talk(openness: float, attendance: float, trust: float, usual: float) -> float:
    """Share of the tension that open talk resolves per month: it needs meetings, and works better with trust [G5]."""
    return share(usual * openness * attendance * trust)


@rule
def discuss(state: Any, p: int, moment: Moment) -> None:
    """Tension grows unspoken, is talked out, or breaks out in the open and costs trust [G4, G5, G6]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    grown = growth_of_tension(
        policy.differing_interests, 1.0 - partnership.integration, policy.openness, parameters.growth_of_tension_per_month
    )
    grown = share(grown * pull_now(state, p))
    relieved = relief_by_talk(policy.openness, partnership.attendance, partnership.trust, parameters.relief_by_talk_per_month)
    partnership.tension = share((partnership.tension + grown * (1.0 - partnership.tension)) * (1.0 - relieved))
    chance = share(parameters.chance_of_conflict_per_month * partnership.tension)
    felt = partnership.tension
    if uniform(moment, CONFLICT, partnership.number, THE_WHOLE) < chance and not called_off(
        state, moment, p, CONFLICT_BREAKS_OUT, THE_WHOLE
    ):
        felt = 1.0
        happened(state, moment, p, CONFLICT_BREAKS_OUT, THE_WHOLE, NOBODY, partnership.tension)
        quarrel_costs_trust(state, p, parameters.trust_lost_in_conflict * partnership.tension)
        partnership.tension *= 1.0 - policy.openness * parameters.air_cleared_by_open_conflict
    partnership.conflict = moved(partnership.conflict, felt, parameters.memory_per_month)
    partnership.talk = moved(partnership.talk, policy.openness * partnership.attendance, parameters.memory_per_month)


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
