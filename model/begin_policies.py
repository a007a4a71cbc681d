"""How each partnership goes about things before the first month: levers that are set, reported or drawn."""

import math
from typing import Any

import numpy as np

from samvirke.model import decisions
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.fields import THE_WHOLE, codes
from samvirke.model.levers import LEVERS
from samvirke.model.rule import rule

LEVER_NUMBER = dict(zip(LEVERS, codes(0, len(LEVERS)), strict=True))
OPENNESS = LEVER_NUMBER["openness"]
SHARE_OF_HOURS_ON_RELATIONS = LEVER_NUMBER["share_of_hours_on_relations"]
STRUCTURE = LEVER_NUMBER["structure"]
FORMULATION_MONTHS = LEVER_NUMBER["formulation_months"]
TAILORING_MONTHS = LEVER_NUMBER["tailoring_months"]
AGREEMENT_DETAIL = LEVER_NUMBER["agreement_detail"]
AGREEMENT_REVISION_MONTHS = LEVER_NUMBER["agreement_revision_months"]
HANDOVER_MONTHS = LEVER_NUMBER["handover_months"]
SECOND_PERSON = LEVER_NUMBER["second_person"]
ANCHORING_START_MONTH = LEVER_NUMBER["anchoring_start_month"]
SHARE_OF_HOURS_ON_DOCUMENTATION = LEVER_NUMBER["share_of_hours_on_documentation"]
SUPPORT_HOURS_PER_VOLUNTEER = LEVER_NUMBER["support_hours_per_volunteer"]
SHARE_OF_PERSONAL_ASKS = LEVER_NUMBER["share_of_personal_asks"]
SHARE_OF_OUTREACH = LEVER_NUMBER["share_of_outreach"]
THRESHOLD = LEVER_NUMBER["threshold"]
COMPANY_ON_FIRST_VISITS = LEVER_NUMBER["company_on_first_visits"]
SHARED_POWER = LEVER_NUMBER["shared_power"]
SHARE_OF_GRANT_WITH_LEAD = LEVER_NUMBER["share_of_grant_with_lead"]
SIZE_OF_GOAL = LEVER_NUMBER["size_of_goal"]
CO_RUNNING = LEVER_NUMBER["co_running"]
EXPERIENCE_AT_START = LEVER_NUMBER["experience_at_start"]
MANDATE_AT_START = LEVER_NUMBER["mandate_at_start"]
DIFFERING_INTERESTS = LEVER_NUMBER["differing_interests"]
MONTHS_TO_FIND_PARTNERS = LEVER_NUMBER["months_to_find_partners"]
CONCENTRATION_OF_HOURS = LEVER_NUMBER["concentration_of_hours"]
RENEWAL_MONTHS = LEVER_NUMBER["renewal_months"]
SPARRING_MONTHS = LEVER_NUMBER["sparring_months"]
PLACES = LEVER_NUMBER["places"]
INVITATION_BY_INTEREST = LEVER_NUMBER["invitation_by_interest"]
INPUT_ACTED_ON = LEVER_NUMBER["input_acted_on"]
LOWEST = np.array([field.low for field in LEVERS.values()], dtype=np.float64)
HIGHEST = np.array([field.high for field in LEVERS.values()], dtype=np.float64)
EVEN_STEPS = (0.2, 0.4, 0.6, 0.8)  # where one of five even steps ends and the next begins
ANSWERS_COUNT_PER_DIFFERENCE = 2.0  # answers count in full where partnerships differ by half or more, below in proportion: assumed


@rule
def common_practice(state: Any, p: int, moment: Moment, lever: int, typical: float) -> float:
    """A practice of working together: as likely as the parameter says, all of them stand equally far above or below the typical.

    Who leads a partnership well leads it well in most things (our reading of K5). What each is by itself is spread the same.
    """
    number = state.partnerships[p].number
    together = uniform(moment, decisions.BEGIN_GOES_TOGETHER, number, lever) < state.parameters[0].practices_go_together
    if not together or not math.isnan(state.set_policies[p, lever]):
        return practice(state, p, moment, lever, typical)
    draw = uniform(moment, decisions.BEGIN_COMMON_PRACTICE, number, THE_WHOLE)
    return practised(state, lever, typical, draw)


@rule
def practised(state: Any, lever: int, typical: float, draw: float) -> float:
    """A lever's value around what is typical, from a draw (0-1), as far as partnerships differ."""
    drawn = typical * (1.0 + state.parameters[0].difference_between_partnerships * (2.0 * draw - 1.0))
    return float(min(HIGHEST[lever], max(LOWEST[lever], drawn)))


@rule
def practice(state: Any, p: int, moment: Moment, lever: int, typical: float) -> float:
    """A lever's value: what the scenario sets, else drawn around what is typical, as far as partnerships differ."""
    chosen = state.set_policies[p, lever]
    if not math.isnan(chosen):
        return float(chosen)
    draw = uniform(moment, decisions.BEGIN_POLICY, state.partnerships[p].number, lever)
    return practised(state, lever, typical, draw)


@rule
def on_five_steps(draw: float, to_1: float, to_2: float, to_3: float, to_4: float) -> float:
    """A latent share whose five even steps hold the reported shares of answers: cumulated up to steps 1, 2, 3 and 4."""
    if draw < to_1:
        return EVEN_STEPS[0] * ratio(draw, to_1)
    if draw < to_2:
        return EVEN_STEPS[0] + EVEN_STEPS[0] * (draw - to_1) / (to_2 - to_1)
    if draw < to_3:
        return EVEN_STEPS[1] + EVEN_STEPS[0] * (draw - to_2) / (to_3 - to_2)
    if draw < to_4:
        return EVEN_STEPS[2] + EVEN_STEPS[0] * (draw - to_3) / (to_4 - to_3)
    return EVEN_STEPS[3] + EVEN_STEPS[0] * ratio(draw - to_4, 1.0 - to_4)


@rule
def reported_practice(state: Any, p: int, moment: Moment, lever: int, typical: float, from_answers: float) -> float:
    """A lever whose distribution was reported: what the scenario sets, else as answered, as far as partnerships differ."""
    chosen = state.set_policies[p, lever]
    if not math.isnan(chosen):
        return float(chosen)
    as_far_as_they_differ = min(1.0, ANSWERS_COUNT_PER_DIFFERENCE * state.parameters[0].difference_between_partnerships)
    return share(typical + as_far_as_they_differ * (from_answers - typical))


@rule
def begin_policies(state: Any, p: int, moment: Moment) -> None:
    """How each partnership goes about things, where the scenario leaves it open."""
    policy = state.policies[p]
    typical = state.parameters[0]
    number = state.partnerships[p].number
    policy.openness = common_practice(state, p, moment, OPENNESS, typical.openness)
    policy.share_of_hours_on_relations = common_practice(state, p, moment, SHARE_OF_HOURS_ON_RELATIONS, typical.share_of_hours_on_relations)
    policy.structure = common_practice(state, p, moment, STRUCTURE, typical.structure)
    policy.formulation_months = common_practice(state, p, moment, FORMULATION_MONTHS, typical.formulation_months)
    policy.tailoring_months = common_practice(state, p, moment, TAILORING_MONTHS, typical.tailoring_months)
    agreement = on_five_steps(
        uniform(moment, decisions.BEGIN_POLICY, number, AGREEMENT_DETAIL), typical.agreements_up_to_step_1,
        typical.agreements_up_to_step_2, typical.agreements_up_to_step_3, typical.agreements_up_to_step_4,
    )  # fmt: skip
    policy.agreement_detail = reported_practice(state, p, moment, AGREEMENT_DETAIL, typical.agreement_detail, agreement)
    policy.agreement_revision_months = practice(state, p, moment, AGREEMENT_REVISION_MONTHS, typical.agreement_revision_months)
    policy.handover_months = common_practice(state, p, moment, HANDOVER_MONTHS, typical.handover_months)
    policy.second_person = common_practice(state, p, moment, SECOND_PERSON, typical.second_person)
    decided = state.set_policies[p, ANCHORING_START_MONTH]
    policy.anchoring_start_month = typical.anchoring_start_month if math.isnan(decided) else decided
    policy.share_of_hours_on_documentation = practice(
        state, p, moment, SHARE_OF_HOURS_ON_DOCUMENTATION, typical.share_of_hours_on_documentation
    )
    policy.support_hours_per_volunteer = common_practice(state, p, moment, SUPPORT_HOURS_PER_VOLUNTEER, typical.support_hours_per_volunteer)
    policy.share_of_personal_asks = practice(state, p, moment, SHARE_OF_PERSONAL_ASKS, typical.share_of_personal_asks)
    policy.share_of_outreach = practice(state, p, moment, SHARE_OF_OUTREACH, typical.share_of_outreach)
    policy.threshold = practice(state, p, moment, THRESHOLD, typical.threshold)
    policy.company_on_first_visits = practice(state, p, moment, COMPANY_ON_FIRST_VISITS, typical.company_on_first_visits)
    policy.shared_power = common_practice(state, p, moment, SHARED_POWER, typical.shared_power)
    policy.share_of_grant_with_lead = practice(state, p, moment, SHARE_OF_GRANT_WITH_LEAD, typical.share_of_grant_with_lead)
    policy.size_of_goal = practice(state, p, moment, SIZE_OF_GOAL, typical.size_of_goal)
    differing = on_five_steps(
        uniform(moment, decisions.BEGIN_POLICY, number, DIFFERING_INTERESTS), typical.differing_interests_up_to_step_1,
        typical.differing_interests_up_to_step_2, typical.differing_interests_up_to_step_3,
        typical.differing_interests_up_to_step_4,
    )  # fmt: skip
    policy.differing_interests = reported_practice(state, p, moment, DIFFERING_INTERESTS, typical.differing_interests, differing)
    begin_further_policies(state, p, moment)


@rule
def begin_further_policies(state: Any, p: int, moment: Moment) -> None:
    """Practices of search, hours, volunteers, sparring, places and citizens' say."""
    policy = state.policies[p]
    typical = state.parameters[0]
    policy.co_running = common_practice(state, p, moment, CO_RUNNING, typical.co_running)
    policy.experience_at_start = common_practice(state, p, moment, EXPERIENCE_AT_START, typical.experience_at_start)
    policy.mandate_at_start = common_practice(state, p, moment, MANDATE_AT_START, typical.mandate_at_start)
    policy.months_to_find_partners = practice(state, p, moment, MONTHS_TO_FIND_PARTNERS, typical.months_to_find_partners)
    policy.concentration_of_hours = practice(state, p, moment, CONCENTRATION_OF_HOURS, typical.concentration_of_hours)
    policy.renewal_months = practice(state, p, moment, RENEWAL_MONTHS, typical.renewal_months)
    policy.sparring_months = practice(state, p, moment, SPARRING_MONTHS, typical.sparring_months)
    policy.invitation_by_interest = practice(state, p, moment, INVITATION_BY_INTEREST, typical.invitation_by_interest)
    policy.input_acted_on = common_practice(state, p, moment, INPUT_ACTED_ON, typical.input_acted_on)
    places = state.set_policies[p, PLACES]
    policy.places = typical.places if math.isnan(places) else places
