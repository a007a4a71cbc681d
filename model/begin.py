"""How things stand before the first month: each property is drawn by its own named decision, so that all arms begin alike."""

import math
from typing import Any

from samvirke.model import decisions
from samvirke.model.agents.activity import quality_within_reach
from samvirke.model.agents.organisation import MIDDLE_OF_INTERESTS, MUNICIPALITY, NGO, PARTNER
from samvirke.model.agents.partnership import NOT_DECIDED
from samvirke.model.begin_people import begin_citizens, begin_key_persons, begin_ties, begin_volunteers
from samvirke.model.begin_policies import begin_policies
from samvirke.model.begin_starts import ACTIVITIES, ARENAS, BACKING, COMMITMENT, GAIN, GOAL, NEED, OWNERSHIP, typical_here
from samvirke.model.chance import Moment, evenly_around, uniform
from samvirke.model.fields import NEVER, NOBODY, THE_WHOLE
from samvirke.model.processes.contribute import members, name_who_reaches
from samvirke.model.processes.deliver import SYNERGY_OF_NO_GAIN
from samvirke.model.processes.joining import membership_at_first
from samvirke.model.processes.meet import take_stock
from samvirke.model.processes.one_world import begin_hours
from samvirke.model.promise import promise
from samvirke.model.rule import rule

REGION = 1
PROVEN = 2.0  # position of a proven concept: 0 is new
FEWEST_GOALS = 3
MOST_GOALS = 10  # the questionnaire has room for ten
MISSING_OWNERSHIP_A_LEAD_HAS = 0.5  # who leads begins half-way between the others and full ownership: assumed
PARTS_OF_FIRST_COMMUNICATION = 2.0  # structure and openness count alike before anybody has met: assumed


@rule
def begin(state: Any, seed: int) -> None:
    """Draw the beginning of a run with this seed into a state whose structure is laid out; its month is then 0."""
    clock = state.clock[0]
    clock.seed = seed
    moment = Moment(seed, 0)
    begin_municipalities(state, moment)
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
    for one in range(len(state.legal_organisations)):
        begin_hours(state, one)


@rule
def begin_municipalities(state: Any, moment: Moment) -> None:
    """What is one for a municipality, whatever it takes part in: its politics, its budget, what it knows."""
    parameters = state.parameters[0]
    spread = parameters.difference_between_organisations
    for one in range(len(state.legal_organisations)):
        municipality = state.legal_organisations[one]
        if state.organisations[municipality.first_membership].kind != MUNICIPALITY:
            continue
        n = municipality.chance_number
        slot = municipality.chance_slot
        municipality.political_priority = evenly_around(
            uniform(moment, decisions.BEGIN_PRIORITY, n, slot), parameters.political_priority_at_start, spread
        )
        municipality.budget_pressure = evenly_around(uniform(moment, decisions.BEGIN_PRESSURE, n, slot), parameters.budget_pressure, spread)
        municipality.knows_associations = evenly_around(
            uniform(moment, decisions.BEGIN_KNOWS_ASSOCIATIONS, n, slot), parameters.knowledge_of_associations_at_start, spread
        )
        has_one = uniform(moment, decisions.BEGIN_STRATEGY, n, slot) < parameters.share_with_volunteer_strategy
        municipality.volunteer_strategy = 1 if has_one else 0
        municipality.frame_dkk = parameters.frame_for_taking_over_dkk


@rule
def begin_standing(state: Any, p: int, moment: Moment) -> None:
    """How each member stands to the partnership and the theme: around what is typical here, which is around what is typical of all."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    spread = parameters.difference_between_organisations
    n = partnership.number
    commitment = typical_here(state, p, moment, COMMITMENT, parameters.commitment_at_start, parameters.starts_apart_in_commitment)
    ownership = typical_here(state, p, moment, OWNERSHIP, parameters.ownership_at_start, parameters.starts_apart_in_ownership)
    gain = typical_here(state, p, moment, GAIN, parameters.expected_gain_at_start, parameters.starts_apart_in_expected_gain)
    need = typical_here(state, p, moment, NEED, parameters.felt_need_at_start, parameters.starts_apart_in_need)
    backing = typical_here(state, p, moment, BACKING, parameters.backing_at_start, parameters.starts_apart_in_backing)
    access = typical_here(state, p, moment, ARENAS, parameters.arena_access_at_start, parameters.starts_apart_in_arena_access)
    for slot in range(partnership.organisations):
        organisation = state.organisations[partnership.first_organisation + slot]
        organisation.commitment = evenly_around(uniform(moment, decisions.BEGIN_COMMITMENT, n, slot), commitment, spread)
        owned = ownership + (1.0 - ownership) * organisation.is_lead * MISSING_OWNERSHIP_A_LEAD_HAS
        organisation.ownership = evenly_around(uniform(moment, decisions.BEGIN_OWNERSHIP, n, slot), owned, spread)
        organisation.expected_gain = evenly_around(uniform(moment, decisions.BEGIN_EXPECTED_GAIN, n, slot), gain, spread)
        organisation.felt_need = evenly_around(uniform(moment, decisions.BEGIN_NEED, n, slot), need, spread)
        organisation.backing = evenly_around(uniform(moment, decisions.BEGIN_BACKING, n, slot), backing, spread)
        organisation.usual_backing = organisation.backing
        organisation.arena_access = evenly_around(uniform(moment, decisions.BEGIN_ARENA, n, slot), access, spread)


@rule
def begin_organisations(state: Any, p: int, moment: Moment) -> None:
    """Each member's interest, will, means and access."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    differing = state.policies[p].differing_interests
    n = partnership.number
    begin_standing(state, p, moment)
    for slot in range(partnership.organisations):
        organisation = state.organisations[partnership.first_organisation + slot]
        membership_at_first(state, p, slot, moment)
        organisation.left_month = NEVER
        organisation.kept = 1.0
        organisation.part_of_hours_there = 1.0
        organisation.associations_kept = 1.0
        organisation.availability = 1.0
        organisation.involvement = state.policies[p].shared_power
        organisation.standing = state.policies[p].shared_power
        organisation.interest = evenly_around(
            uniform(moment, decisions.BEGIN_INTEREST, n, slot), MIDDLE_OF_INTERESTS, differing * MIDDLE_OF_INTERESTS
        )
        organisation.own_hours = parameters.own_hours_per_partner * (
            1.0 + parameters.difference_between_partnerships * (2.0 * uniform(moment, decisions.BEGIN_OWN_HOURS, n, slot) - 1.0)
        )
        begin_kind(state, p, slot, moment)
        fit_of_the_constellation(state, p, slot)
    name_central_seat(state, p)
    name_who_reaches(state, p)


@rule
def name_central_seat(state: Any, p: int) -> None:
    """Beside the coordinator's and the lead's seats, that of the largest other member, by the hours it could put in, is central."""
    partnership = state.partnerships[p]
    largest = NOBODY
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active == 0 or o == partnership.lead:
            continue
        if largest == NOBODY or state.organisations[o].own_hours > state.organisations[largest].own_hours:
            largest = o
    if largest != NOBODY:
        state.seats[state.organisations[largest].first_seat].is_central = 1


@rule
def begin_kind(state: Any, p: int, slot: int, moment: Moment) -> None:
    """What only an NGO or another partner has; a municipality's is its own, whatever it takes part in."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    organisation = state.organisations[partnership.first_organisation + slot]
    spread = parameters.difference_between_organisations
    n = partnership.number
    if organisation.kind == NGO:
        organisation.fit_with_target_group = evenly_around(
            uniform(moment, decisions.BEGIN_FIT_WITH_TARGET_GROUP, n, slot), parameters.fit_of_ngos_at_start, spread
        )
        organisation.autonomy = evenly_around(
            uniform(moment, decisions.BEGIN_AUTONOMY, n, slot), parameters.autonomy_of_ngos_at_start, spread
        )
        organisation.patience_with_paperwork = evenly_around(
            uniform(moment, decisions.BEGIN_PATIENCE, n, slot), parameters.patience_of_ngos_with_paperwork, spread
        )
        of_students = uniform(moment, decisions.BEGIN_RUN_BY_STUDENTS, n, slot) < parameters.share_run_by_students
        organisation.run_by_students = 1 if of_students and partnership.for_the_young else 0
    elif organisation.kind == PARTNER:
        of_health = uniform(moment, decisions.BEGIN_CORE_TASK, n, slot) < parameters.share_of_other_partners_in_health
        organisation.core_task_is_health = 1 if organisation.sector == REGION or of_health else 0
        organisation.own_interest = evenly_around(
            uniform(moment, decisions.BEGIN_OWN_INTEREST, n, slot), parameters.own_interest_of_other_partners, spread
        )


@rule
def fit_of_window(months: float, months_for_half: float) -> float:
    """How well partners fit who were found in so many months (0-1): with too little time those already known are taken [E1]."""
    return months / (months + months_for_half)


@rule
def fit_of_the_constellation(state: Any, p: int, slot: int) -> None:
    """A short application window brings partners that need each other less [E1]; a risk theme motivates those outside health less [V8]."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    organisation = state.organisations[partnership.first_organisation + slot]
    misfit = 1.0 - fit_of_window(state.policies[p].months_to_find_partners, parameters.months_that_half_find_partners)
    organisation.felt_need *= 1.0 - parameters.need_lost_to_a_short_window * misfit
    organisation.fit_with_target_group *= 1.0 - parameters.need_lost_to_a_short_window * misfit
    outside_health = 1.0 - organisation.core_task_is_health
    organisation.expected_gain *= 1.0 - parameters.gain_lost_to_risk_framing * partnership.risk_framing * outside_health


@rule
def maturity_of(concept: int, adapted: float) -> float:
    """How proven a concept is: 0 new, 1 proven, an adapted one between [A1]."""
    if concept == 1:
        return adapted
    return concept / PROVEN


@rule
def begin_activities(state: Any, p: int, moment: Moment) -> None:
    """Each activity's concept, how much chance there is in it, and how it starts."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    apart = parameters.starts_apart_in_first_activities
    first_quality = typical_here(state, p, moment, ACTIVITIES, parameters.quality_at_first, apart)
    first_fit = typical_here(state, p, moment, ACTIVITIES, parameters.local_fit_at_start, apart)
    for slot in range(partnership.activities):
        activity = state.activities[partnership.first_activity + slot]
        activity.maturity = maturity_of(partnership.concept, parameters.maturity_of_an_adapted_concept)
        activity.luck_of_concept = uniform(moment, decisions.LUCK_OF_CONCEPT, partnership.number, slot)
        activity.host = -1
        activity.started_month = NEVER
        activity.ended_month = NEVER
        activity.staff_run = 1.0
        activity.quality = first_quality * quality_within_reach(
            activity.maturity, activity.luck_of_concept, parameters.quality_of_a_proven_concept,
            parameters.quality_a_new_concept_lacks, parameters.luck_in_new_concepts,
        )  # fmt: skip
        draw = uniform(moment, decisions.BEGIN_LOCAL_FIT, partnership.number, slot)
        activity.local_fit = evenly_around(draw, first_fit, parameters.difference_between_organisations)


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
    apart = parameters.starts_apart_in_goal
    partnership.goals = FEWEST_GOALS + int((MOST_GOALS + 1 - FEWEST_GOALS) * uniform(moment, decisions.BEGIN_GOALS, n, THE_WHOLE))
    concreteness, strength, clarity = (
        typical_here(state, p, moment, GOAL, parameters.goal_concreteness_at_start, apart),
        typical_here(state, p, moment, GOAL, parameters.goal_strength_at_start, apart),
        typical_here(state, p, moment, GOAL, parameters.role_clarity_at_start, apart),
    )
    partnership.goal_concreteness = evenly_around(uniform(moment, decisions.BEGIN_CONCRETENESS, n, THE_WHOLE), concreteness, spread)
    partnership.goal_strength = evenly_around(uniform(moment, decisions.BEGIN_STRENGTH, n, THE_WHOLE), strength, spread)
    partnership.role_clarity = evenly_around(uniform(moment, decisions.BEGIN_ROLE_CLARITY, n, THE_WHOLE), clarity, spread)
    partnership.know_how = parameters.know_how_from_experience * policy.experience_at_start
    partnership.attendance = 1.0
    partnership.communication = (policy.structure + policy.openness) / PARTS_OF_FIRST_COMMUNICATION
    partnership.joint_decisions = policy.shared_power
    partnership.talk = policy.openness
    partnership.future = NOT_DECIDED
    partnership.future_12_months = NOT_DECIDED
    partnership.end_month = NEVER
    partnership.anchoring_started_month = NEVER
    partnership.application_sent_month = NEVER
    partnership.application_to = NOBODY
    partnership.request_sent_month = NEVER
    partnership.acted_on = 1.0
    partnership.synergy = SYNERGY_OF_NO_GAIN
    partnership.organisations_now = members(state, p)
    partnership.organisations_ever = partnership.organisations_now
    promise(state, p)
    take_stock(state, p)
