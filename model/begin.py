"""How things stand before the first month: each property is drawn by its own named decision, so that all arms begin alike."""

import math
from typing import Any

import numpy as np

from model import decisions
from model.agents.activity import quality_within_reach
from model.agents.partnership import NOT_DECIDED
from model.arithmetic import ratio, share
from model.begin_people import begin_citizens, begin_key_persons, begin_ties, begin_volunteers
from model.chance import Moment, evenly_around, uniform
from model.fields import NEVER, THE_WHOLE, codes
from model.levers import LEVERS
from model.processes.contribute import own_hours_promised
from model.processes.meet import take_stock
from model.rule import rule

LEVER_NUMBER = dict(zip(LEVERS, codes(0, len(LEVERS)), strict=True))
LOWEST = np.array([field.low for field in LEVERS.values()], dtype=np.float64)
HIGHEST = np.array([field.high for field in LEVERS.values()], dtype=np.float64)
KIND_MUNICIPALITY, KIND_NGO = range(2)
REGION = 1
FEWEST_GOALS = 3
MOST_GOALS = 10  # the questionnaire has room for ten
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


@rule
def begin(state: Any, seed: int) -> None:
    """Draw the beginning of a run with this seed into a state whose structure is laid out; its month is then 0."""
    clock = state.clock[0]
    clock.seed = seed
    moment = Moment(seed, 0)
    for p in range(len(state.partnerships)):
        begin_policies(state, p, moment)
        begin_grants(state, p)
        begin_organisations(state, p, moment)
        begin_key_persons(state, p, moment)
        begin_ties(state, p, moment)
        begin_activities(state, p, moment)
        begin_volunteers(state, p, moment)
        begin_citizens(state, p, moment)
        begin_partnership(state, p, moment)


@rule
def practice(state: Any, p: int, moment: Moment, lever: int, typical: float) -> float:
    """A lever's value: what the scenario sets, else drawn around what is typical, as far as partnerships differ."""
    chosen = state.set_policies[p, lever]
    if not math.isnan(chosen):
        return float(chosen)
    draw = uniform(moment, decisions.BEGIN_POLICY, state.partnerships[p].number, lever)
    drawn = typical * (1.0 + state.parameters[0].difference_between_partnerships * (2.0 * draw - 1.0))
    return float(min(HIGHEST[lever], max(LOWEST[lever], drawn)))


@rule
def on_five_steps(draw: float, to_1: float, to_2: float, to_3: float, to_4: float) -> float:
    """A latent share whose five even steps hold the reported shares of answers: cumulated up to steps 1, 2, 3 and 4."""
    if draw < to_1:
        return 0.2 * ratio(draw, to_1)
    if draw < to_2:
        return 0.2 + 0.2 * (draw - to_1) / (to_2 - to_1)
    if draw < to_3:
        return 0.4 + 0.2 * (draw - to_2) / (to_3 - to_2)
    if draw < to_4:
        return 0.6 + 0.2 * (draw - to_3) / (to_4 - to_3)
    return 0.8 + 0.2 * ratio(draw - to_4, 1.0 - to_4)


@rule
def reported_practice(state: Any, p: int, moment: Moment, lever: int, typical: float, from_answers: float) -> float:
    """A lever whose distribution was reported: what the scenario sets, else as answered, as far as partnerships differ."""
    chosen = state.set_policies[p, lever]
    if not math.isnan(chosen):
        return float(chosen)
    return share(typical + min(1.0, 2.0 * state.parameters[0].difference_between_partnerships) * (from_answers - typical))


@rule
def begin_policies(state: Any, p: int, moment: Moment) -> None:
    """How each partnership goes about things, where the scenario leaves it open."""
    policy = state.policies[p]
    typical = state.parameters[0]
    number = state.partnerships[p].number
    policy.openness = practice(state, p, moment, OPENNESS, typical.openness)
    policy.share_of_hours_on_relations = practice(
        state, p, moment, SHARE_OF_HOURS_ON_RELATIONS, typical.share_of_hours_on_relations
    )
    policy.structure = practice(state, p, moment, STRUCTURE, typical.structure)
    policy.formulation_months = practice(state, p, moment, FORMULATION_MONTHS, typical.formulation_months)
    policy.tailoring_months = practice(state, p, moment, TAILORING_MONTHS, typical.tailoring_months)
    agreement = on_five_steps(
        uniform(moment, decisions.BEGIN_POLICY, number, AGREEMENT_DETAIL), typical.agreements_up_to_step_1,
        typical.agreements_up_to_step_2, typical.agreements_up_to_step_3, typical.agreements_up_to_step_4,
    )  # fmt: skip
    policy.agreement_detail = reported_practice(state, p, moment, AGREEMENT_DETAIL, typical.agreement_detail, agreement)
    policy.agreement_revision_months = practice(
        state, p, moment, AGREEMENT_REVISION_MONTHS, typical.agreement_revision_months
    )
    policy.handover_months = practice(state, p, moment, HANDOVER_MONTHS, typical.handover_months)
    policy.second_person = practice(state, p, moment, SECOND_PERSON, typical.second_person)
    decided = state.set_policies[p, ANCHORING_START_MONTH]
    policy.anchoring_start_month = typical.anchoring_start_month if math.isnan(decided) else decided
    policy.share_of_hours_on_documentation = practice(
        state, p, moment, SHARE_OF_HOURS_ON_DOCUMENTATION, typical.share_of_hours_on_documentation
    )
    policy.support_hours_per_volunteer = practice(
        state, p, moment, SUPPORT_HOURS_PER_VOLUNTEER, typical.support_hours_per_volunteer
    )
    policy.share_of_personal_asks = practice(state, p, moment, SHARE_OF_PERSONAL_ASKS, typical.share_of_personal_asks)
    policy.share_of_outreach = practice(state, p, moment, SHARE_OF_OUTREACH, typical.share_of_outreach)
    policy.threshold = practice(state, p, moment, THRESHOLD, typical.threshold)
    policy.company_on_first_visits = practice(state, p, moment, COMPANY_ON_FIRST_VISITS, typical.company_on_first_visits)
    policy.shared_power = practice(state, p, moment, SHARED_POWER, typical.shared_power)
    policy.share_of_grant_with_lead = practice(
        state, p, moment, SHARE_OF_GRANT_WITH_LEAD, typical.share_of_grant_with_lead
    )
    policy.size_of_goal = practice(state, p, moment, SIZE_OF_GOAL, typical.size_of_goal)
    policy.co_running = practice(state, p, moment, CO_RUNNING, typical.co_running)
    policy.experience_at_start = practice(state, p, moment, EXPERIENCE_AT_START, typical.experience_at_start)
    policy.mandate_at_start = practice(state, p, moment, MANDATE_AT_START, typical.mandate_at_start)
    differing = on_five_steps(
        uniform(moment, decisions.BEGIN_POLICY, number, DIFFERING_INTERESTS), typical.differing_interests_up_to_step_1,
        typical.differing_interests_up_to_step_2, typical.differing_interests_up_to_step_3,
        typical.differing_interests_up_to_step_4,
    )  # fmt: skip
    policy.differing_interests = reported_practice(
        state, p, moment, DIFFERING_INTERESTS, typical.differing_interests, differing
    )


@rule
def begin_organisations(state: Any, p: int, moment: Moment) -> None:
    """Each member's interest, will, means and access."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    differing = state.policies[p].differing_interests
    spread = parameters.difference_between_organisations
    n = partnership.number
    for slot in range(partnership.organisations):
        organisation = state.organisations[partnership.first_organisation + slot]
        organisation.active = 1
        organisation.left_month = NEVER
        organisation.kept = 1.0
        organisation.availability = 1.0
        organisation.involvement = state.policies[p].shared_power
        organisation.standing = state.policies[p].shared_power
        organisation.interest = evenly_around(uniform(moment, decisions.BEGIN_INTEREST, n, slot), 0.5, differing / 2.0)
        organisation.commitment = evenly_around(
            uniform(moment, decisions.BEGIN_COMMITMENT, n, slot), parameters.commitment_at_start, spread
        )
        owned = parameters.ownership_at_start + (1.0 - parameters.ownership_at_start) * organisation.is_lead / 2.0
        organisation.ownership = evenly_around(uniform(moment, decisions.BEGIN_OWNERSHIP, n, slot), owned, spread)
        organisation.expected_gain = evenly_around(
            uniform(moment, decisions.BEGIN_EXPECTED_GAIN, n, slot), parameters.expected_gain_at_start, spread
        )
        organisation.felt_need = evenly_around(
            uniform(moment, decisions.BEGIN_NEED, n, slot), parameters.felt_need_at_start, spread
        )
        organisation.backing = evenly_around(
            uniform(moment, decisions.BEGIN_BACKING, n, slot), parameters.backing_at_start, spread
        )
        organisation.own_hours = parameters.own_hours_per_partner * (
            1.0 + parameters.difference_between_partnerships * (2.0 * uniform(moment, decisions.BEGIN_OWN_HOURS, n, slot) - 1.0)
        )
        organisation.arena_access = evenly_around(
            uniform(moment, decisions.BEGIN_ARENA, n, slot), parameters.arena_access_at_start, spread
        )
        begin_kind(state, p, slot, moment)


@rule
def begin_kind(state: Any, p: int, slot: int, moment: Moment) -> None:
    """What only a municipality, an NGO or another partner has."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    organisation = state.organisations[partnership.first_organisation + slot]
    spread = parameters.difference_between_organisations
    n = partnership.number
    if organisation.kind == KIND_MUNICIPALITY:
        organisation.political_priority = evenly_around(
            uniform(moment, decisions.BEGIN_PRIORITY, n, slot), parameters.political_priority_at_start, spread
        )
        organisation.budget_pressure = evenly_around(
            uniform(moment, decisions.BEGIN_PRESSURE, n, slot), parameters.budget_pressure, spread
        )
        has_one = uniform(moment, decisions.BEGIN_STRATEGY, n, slot) < parameters.share_with_volunteer_strategy
        organisation.volunteer_strategy = 1 if has_one else 0
    elif organisation.kind == KIND_NGO:
        organisation.fit_with_target_group = evenly_around(
            uniform(moment, decisions.BEGIN_FIT_WITH_TARGET_GROUP, n, slot), parameters.fit_of_ngos_at_start, spread
        )
    else:
        of_health = uniform(moment, decisions.BEGIN_CORE_TASK, n, slot) < parameters.share_of_other_partners_in_health
        organisation.core_task_is_health = 1 if organisation.sector == REGION or of_health else 0
        organisation.own_interest = evenly_around(
            uniform(moment, decisions.BEGIN_OWN_INTEREST, n, slot), parameters.own_interest_of_other_partners, spread
        )


@rule
def maturity_of(concept: int, adapted: float) -> float:
    """How proven a concept is: 0 new, 1 proven, an adapted one between [A1]."""
    if concept == 1:
        return adapted
    return concept / 2.0


@rule
def begin_activities(state: Any, p: int, moment: Moment) -> None:
    """Each activity's concept, what luck there is in it, and how it starts."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    for slot in range(partnership.activities):
        activity = state.activities[partnership.first_activity + slot]
        activity.maturity = maturity_of(partnership.concept, parameters.maturity_of_an_adapted_concept)
        activity.luck_of_concept = uniform(moment, decisions.LUCK_OF_CONCEPT, partnership.number, slot)
        activity.host = -1
        activity.started_month = NEVER
        activity.ended_month = NEVER
        activity.staff_run = 1.0
        activity.quality = parameters.quality_at_first * quality_within_reach(
            activity.maturity, activity.luck_of_concept, parameters.quality_of_a_proven_concept,
            parameters.quality_of_a_new_concept, parameters.luck_in_new_concepts,
        )  # fmt: skip
        draw = uniform(moment, decisions.BEGIN_LOCAL_FIT, partnership.number, slot)
        activity.local_fit = evenly_around(draw, parameters.local_fit_at_start, parameters.difference_between_organisations)


@rule
def begin_grants(state: Any, p: int) -> None:
    """What the scenario leaves open of a grant's conditions (NaN) is typical."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    for g in range(partnership.first_grant, partnership.first_grant + partnership.grants):
        grant = state.grants[g]
        if math.isnan(grant.legitimacy):
            grant.legitimacy = parameters.legitimacy_of_a_funder
        if math.isnan(grant.reporting_burden):
            grant.reporting_burden = parameters.reporting_burden_of_a_grant


@rule
def begin_partnership(state: Any, p: int, moment: Moment) -> None:
    """The collective before its first month: nothing done, nothing decided, some things promised."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    policy = state.policies[p]
    n = partnership.number
    spread = parameters.difference_between_organisations
    partnership.goals = FEWEST_GOALS + int((MOST_GOALS + 1 - FEWEST_GOALS) * uniform(moment, decisions.BEGIN_GOALS, n, THE_WHOLE))
    partnership.goal_concreteness = evenly_around(
        uniform(moment, decisions.BEGIN_CONCRETENESS, n, THE_WHOLE), parameters.goal_concreteness_at_start, spread
    )
    partnership.role_clarity = evenly_around(
        uniform(moment, decisions.BEGIN_ROLE_CLARITY, n, THE_WHOLE), parameters.role_clarity_at_start, spread
    )
    partnership.know_how = parameters.know_how_from_experience * policy.experience_at_start
    partnership.attendance = 1.0
    partnership.communication = (policy.structure + policy.openness) / 2.0
    partnership.joint_decisions = policy.shared_power
    partnership.talk = policy.openness
    partnership.future = NOT_DECIDED
    partnership.future_12_months = NOT_DECIDED
    partnership.end_month = NEVER
    partnership.anchoring_started_month = NEVER
    partnership.application_sent_month = NEVER
    partnership.synergy = 0.5
    partnership.organisations_now = partnership.organisations
    promise(state, p)
    take_stock(state, p)


@rule
def promise(state: Any, p: int) -> None:
    """What the plan promises: output and persons reached for the hours it counts on, times the size of the goal [G6]."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    policy = state.policies[p]
    hours = 0.0
    for slot in range(partnership.organisations):
        organisation = state.organisations[partnership.first_organisation + slot]
        hours += own_hours_promised(
            organisation.own_hours, organisation.commitment, organisation.backing, 0.0, parameters.weight_of_backing_in_hours
        )
    hours += hours_granted_per_month(state, p)
    months = plan_months(state, p)
    partnership.relation_hours = hours * policy.share_of_hours_on_relations
    partnership.hours = hours
    partnership.promised_output = policy.size_of_goal * hours * months * parameters.promised_output_per_hour
    reach_hours = hours * months * parameters.share_of_hours_on_reaching_people
    most = parameters.most_of_the_place_promised * partnership.citizens
    partnership.promised_reach = min(most, policy.size_of_goal * reach_hours / parameters.hours_per_promised_citizen)


@rule
def plan_months(state: Any, p: int) -> float:
    """Months the plan covers: the grant's, or the declared length of a plan without an end."""
    partnership = state.partnerships[p]
    months = partnership.grant_end - partnership.first_month + 1
    return float(min(float(months), state.parameters[0].months_of_a_plan_without_end))


@rule
def hours_granted_per_month(state: Any, p: int) -> float:
    """Hours per month that the grants of a partnership pay, over its plan."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    dkk_per_month = 0.0
    for g in range(partnership.first_grant, partnership.first_grant + partnership.grants):
        grant = state.grants[g]
        if grant.end == NEVER:
            dkk_per_month += grant.amount_dkk / grant.months
        else:
            dkk_per_month += grant.amount_dkk / plan_months(state, p)
    return dkk_per_month * parameters.share_of_money_for_staff / parameters.cost_of_an_hour_dkk
