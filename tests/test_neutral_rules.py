"""Of a rule: with the switching argument at its neutral value, other arguments no longer matter."""

import inspect
from collections.abc import Callable
from itertools import product

import pytest

from samvirke.model.agents.activity import quality_within_reach, readiness_to_be_handed_over
from samvirke.model.agents.citizen import chance_of_following, chance_of_joining, chance_of_lapsing, company_to_go_in
from samvirke.model.agents.key_person import chance_of_leaving, knowledge_from_elsewhere, trust_after_meeting
from samvirke.model.agents.locality import easier_where_known, readiness_left_by_asks
from samvirke.model.agents.volunteer import (
    chance_of_saying_yes,
    chance_of_stopping,
    readiness_to_return,
    wellbeing_after_serving,
    what_holds_her,
)
from samvirke.model.processes.aftermath import chance_of_activity_stopping, what_it_lacks
from samvirke.model.processes.anchor import chance_of_beginning
from samvirke.model.processes.carrying import part_of_the_work_carried
from samvirke.model.processes.contribute import hours_staffed, own_hours_promised
from samvirke.model.processes.deliver import (
    effort_a_goal_calls_forth,
    effort_not_lost_in_waiting,
    effort_not_lost_to_friction,
    effort_that_points_the_same_way,
    gain_from_difference,
    gain_from_integration,
    hours_that_count,
    part_of_ideas_carried_out,
    worth_of_an_hour,
)
from samvirke.model.processes.departure import chance_of_being_driven_out, chance_of_exit
from samvirke.model.processes.disagreement import chance_of_conflict, growth_of_tension, price_of_conflict, provocation, relief_by_talk
from samvirke.model.processes.goals import drift_of_views, pull_of_differing_interests
from samvirke.model.processes.hosts_outside import means_left_without_money, part_that_is_paid
from samvirke.model.processes.joining import chance_of_refusing_for_its_cause, chance_of_shunning_papers
from samvirke.model.processes.meet import coordination_demanded, informal_contact
from samvirke.model.processes.pairs import chance_of_a_match, lapsing_in_a_pair, search_for_citizens_given_up
from samvirke.model.processes.reaching import chance_of_contact
from samvirke.model.processes.requests import chance_of_an_answer, chance_of_having_to_ask
from samvirke.model.processes.results import persuaded_by
from samvirke.model.processes.shared_persons import part_of_time
from samvirke.model.processes.shortfall import missing_capacity, part_given_up
from samvirke.model.processes.trust import (
    commitment_of_an_equal,
    competence_as_seen,
    fading_without_upkeep,
    kept_as_seen,
    trust_lost_to_a_refusal,
)
from samvirke.model.processes.value import commitment_within_reach, ownership_called_for
from samvirke.model.processes.wishes import wish_to_stay
from samvirke.model.promise import hours_aimed_at
from tests.test_rules import RULES, grid


def demanded_of_each(organisations: float, hours_per_partner: float, growth: float) -> float:
    return coordination_demanded(int(organisations), hours_per_partner, growth) / int(organisations)


DOMAIN = {rule: [domain for domain, _ in arguments] for _, rule, arguments in RULES}
DOMAIN[demanded_of_each] = DOMAIN[coordination_demanded]
AT_NEUTRAL: list[tuple[str, Callable[..., float], dict[str, float], str]] = [
    ("A1", quality_within_reach, {"weight_of_luck": 0.0, "lacking": 0.0}, "luck maturity"),
    ("A2", worth_of_an_hour, {"weight_of_fit": 0.0}, "local_fit"),
    ("A3", readiness_to_be_handed_over, {"weight": 0.0}, "staff_run"),
    ("A4", part_given_up, {"pace": 0.0}, "attained level"),
    ("A5", missing_capacity, {"eased_by_each": 0.0}, "associations"),
    ("C1", chance_of_contact, {"open_rate": 0.0}, "resources"),
    ("C2", chance_of_joining, {"company": 1.0}, "threshold stigma"),
    ("C2", chance_of_lapsing, {"usual": 0.0}, "threshold quality"),
    ("C4", chance_of_contact, {"by_mouth": 0.0}, "network"),
    ("W7", company_to_go_in, {"of_an_acquaintance": 0.0}, "there"),
    ("W7", chance_of_following, {"weight": 0.0}, "there gone"),
    ("E2", chance_of_beginning, {"urgency": 0.0}, "nearness_of_the_end"),
    ("E5 E7", wish_to_stay, {"weight_of_money": 0.0}, "money"),
    ("W12", part_that_is_paid, {"price": 0.0}, "money"),
    ("W12", means_left_without_money, {"price": 0.0}, "paid"),
    ("X11", what_it_lacks, {"needed": 0.0}, "there"),
    ("E7", chance_of_activity_stopping, {"usual": 0.0}, "held"),
    ("G1", effort_that_points_the_same_way, {"lost_to_cross_purposes": 0.0}, "shared_understanding"),
    ("G2", drift_of_views, {"stilled_by_talk": 0.0}, "talk communication"),
    ("G6", pull_of_differing_interests, {"weight": 0.0}, "strength"),
    ("G3", kept_as_seen, {"weight_of_the_unspoken": 0.0}, "unspoken"),
    ("G4", gain_from_integration, {"gain": 0.0}, "variety integration"),
    ("G4", effort_not_lost_to_friction, {"lost_to_friction": 0.0}, "tension"),
    ("G4 G5", growth_of_tension, {"usual": 0.0}, "differing unknown openness"),
    ("G4 G5", kept_as_seen, {"weight_of_tension": 0.0}, "tension"),
    ("G5", relief_by_talk, {"usual": 0.0}, "openness attendance trust"),
    ("G6", effort_a_goal_calls_forth, {"lost_to_abstract_goals": 0.0}, "concreteness"),
    ("G8", effort_not_lost_in_waiting, {"lost_to_bottlenecks": 0.0}, "role_clarity mandate"),
    ("K4", competence_as_seen, {"weight": 0.0}, "competence"),
    ("K6", chance_of_leaving, {"yearly": 0.0}, "turbulence pull_of_the_end"),
    ("M3", commitment_within_reach, {"weight_of_cost": 0.0}, "cost"),
    ("M3", chance_of_exit, {"usual": 0.0}, "commitment limit"),
    ("X11", chance_of_being_driven_out, {"most": 0.0}, "commitment driven"),
    ("M1", ownership_called_for, {"weight_of_money": 0.0}, "money"),
    ("M4", own_hours_promised, {"weight_of_backing": 0.0}, "backing"),
    ("T1", trust_after_meeting, {"gain": 0.0}, "experience loss_relative_to_gain"),
    ("T3", fading_without_upkeep, {"fading": 0.0}, "coverage"),
    ("T4", trust_lost_to_a_refusal, {"lost_per_month": 0.0}, "months_waited"),
    ("T6", kept_as_seen, {"weight_of_standing": 0.0}, "standing"),
    ("T6", commitment_of_an_equal, {"weight": 0.0}, "standing"),
    ("T7", informal_contact, {"lost_per_partner": 0.0}, "organisations"),
    ("T7", demanded_of_each, {"growth": 1.0}, "organisations"),
    ("V5", chance_of_saying_yes, {"motivation": 0.0}, "meaning demands"),
    ("V2 V3 V4 V6", chance_of_stopping, {"usual": 0.0}, "bonds tiredness hopelessness"),
    ("W2", part_of_time, {"lost": 0.0}, "seats"),
    ("W2", knowledge_from_elsewhere, {"gained": 0.0}, "seats"),
    ("W4", readiness_left_by_asks, {"tiring": 0.0}, "asks_of_others"),
    ("W4", easier_where_known, {"ease": 0.0}, "known"),
    ("W8", hours_aimed_at, {"hours_of_a_goal": 0.0}, "goals"),
    ("W8", hours_staffed, {"months_to_fill_a_post": 0.0}, "staffed_before"),
    ("W8", hours_that_count, {"worth_lost": 0.0}, "activities"),
    ("W8", persuaded_by, {"weight": 0.0}, "results"),
    ("W9", gain_from_difference, {"gain": 0.0}, "spread integration talk"),
    ("W10", provocation, {"weight": 0.0}, "stakes crowding broken"),
    ("G5 W10", chance_of_conflict, {"spared": 0.0}, "talk"),
    ("G5 W10", price_of_conflict, {"spared": 0.0}, "talk"),
    ("W5", chance_of_refusing_for_its_cause, {"most": 0.0}, "stake"),
    ("W5", chance_of_shunning_papers, {"per_part": 0.0}, "papers impatience_with_them"),
    ("W11", chance_of_having_to_ask, {"most": 0.0}, "mandate"),
    ("W11 G8", chance_of_an_answer, {"slowed_by_a_busy_leader": 0.0}, "backing"),
    ("V2", what_holds_her, {"weight_of_belonging": 0.0}, "belonging"),
    ("V3", what_holds_her, {"weight_of_being_valued": 0.0}, "valued"),
    ("V3", chance_of_a_match, {"needed": 0.0}, "hours"),
    ("V3", lapsing_in_a_pair, {"weight": 0.0}, "support"),
    ("V3", search_for_citizens_given_up, {"attention": 0.0}, "waiting volunteers"),
    ("W6", part_of_the_work_carried, {"staff_can_carry": 1.0}, "given needed left_to_volunteers"),
    ("W6", readiness_to_return, {"return_in_the_best_of_terms": 0.0}, "terms"),
    ("W6", wellbeing_after_serving, {"gain": 0.0, "harm": 0.0}, "bonds strain"),
    ("X4", part_of_ideas_carried_out, {"hours_a_place_needs": 0.0}, "hours places"),
]


@pytest.mark.parametrize(("codes", "rule", "neutral", "idle"), AT_NEUTRAL, ids=[f"{row[0]}: {row[1].__name__}" for row in AT_NEUTRAL])
def test_at_its_neutral_value_a_rule_ignores_its_drivers(codes: str, rule: Callable[..., float], neutral: dict[str, float], idle: str):
    del codes
    names = list(inspect.signature(getattr(rule, "py_func", rule)).parameters)
    assert {*neutral, *idle.split()} <= set(names)
    assert rule in DOMAIN, f"{rule.__name__} has no row in RULES of tests/test_rules.py, which gives the domains of its arguments"
    domains = dict(zip(names, DOMAIN[rule], strict=True)) | {name: (value, value) for name, value in neutral.items()}
    drivers = {name: grid(domains[name], 4) for name in idle.split()}
    others = {name: grid(domains[name], 3) for name in names if name not in drivers}
    for setting in product(*others.values()):
        fixed = dict(zip(others, setting, strict=True))
        results = {rule(**fixed, **dict(zip(drivers, driver, strict=True))) for driver in product(*drivers.values())}
        assert len(results) == 1, fixed
