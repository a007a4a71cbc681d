"""The sign of each rule over its whole domain: raising one argument never moves the result the wrong way, whatever the others.

Each row: the mechanisms, the rule, and per argument its domain and the direction (+1, -1, or 0 where the theory leaves it open).
"""

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest

from samvirke.model.agents.activity import quality_within_reach, readiness_to_be_handed_over
from samvirke.model.agents.citizen import (
    after_taking_part,
    chance_of_following,
    chance_of_joining,
    chance_of_lapsing,
    company_to_go_in,
    heard_from_acquaintances,
)
from samvirke.model.agents.key_person import (
    carried_over,
    chance_of_leaving,
    establishment,
    knowledge_from_elsewhere,
    trust_after_meeting,
    trust_after_succession,
)
from samvirke.model.agents.locality import easier_where_known, readiness_left_by_asks, share_who_know_it
from samvirke.model.agents.municipality import openness_of_own_budget
from samvirke.model.agents.volunteer import (
    chance_of_saying_yes,
    chance_of_stopping,
    part_of_a_month_taken_by_the_role,
    readiness_to_return,
    wellbeing_after_serving,
    what_holds_her,
)
from samvirke.model.begin import fit_of_window
from samvirke.model.begin_acquaintances import standing_in_a_circle
from samvirke.model.processes.aftermath import chance_of_activity_stopping, what_it_lacks
from samvirke.model.processes.anchor import chance_of_beginning
from samvirke.model.processes.carrying import part_of_the_work_carried
from samvirke.model.processes.cohorts import chance_of_applying_anew
from samvirke.model.processes.company import company_of_fellows, fellows_known
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
    synergy_on_its_scale,
    worth_of_an_hour,
)
from samvirke.model.processes.departure import chance_of_being_driven_out, chance_of_exit
from samvirke.model.processes.disagreement import (
    chance_of_conflict,
    growth_of_tension,
    price_of_conflict,
    provocation,
    relief_by_talk,
    strain,
)
from samvirke.model.processes.goals import drift_of_views, pull_of_differing_interests
from samvirke.model.processes.going_on import hours_worth_going_on_with
from samvirke.model.processes.hosts_outside import means_left_without_money, part_that_is_paid
from samvirke.model.processes.joining import chance_of_being_asked, chance_of_refusing_for_its_cause, chance_of_shunning_papers
from samvirke.model.processes.meet import coordination_demanded, informal_contact, integration_of
from samvirke.model.processes.one_world import hours_for_all
from samvirke.model.processes.pairs import chance_of_a_match, lapsing_in_a_pair, level_after_being_left, search_for_citizens_given_up
from samvirke.model.processes.reaching import chance_of_contact, trust_in_who_stands_there
from samvirke.model.processes.requests import answers_possible, chance_of_an_answer, chance_of_having_to_ask, months_an_answer_takes
from samvirke.model.processes.results import persuaded_by, reached_of_promised
from samvirke.model.processes.shared_persons import part_of_time
from samvirke.model.processes.shortfall import missing_capacity, missing_place, part_given_up
from samvirke.model.processes.trust import (
    commitment_of_an_equal,
    competence_as_seen,
    fading_without_upkeep,
    kept_as_seen,
    trust_lost_to_a_refusal,
)
from samvirke.model.processes.value import (
    commitment_within_reach,
    experienced_gain,
    felt_cost,
    ownership_called_for,
)
from samvirke.model.processes.variety import distinct_resources
from samvirke.model.processes.wishes import wish_to_stay
from samvirke.model.promise import hours_aimed_at

pytestmark = pytest.mark.oracle

SHARE = (0.0, 1.0)
Argument = tuple[tuple[float, float], int]
UP, DOWN, OPEN = (SHARE, 1), (SHARE, -1), (SHARE, 0)
RULES: list[tuple[str, Callable[..., float], tuple[Argument, ...]]] = [
    ("W1", hours_for_all, (((0.0, 90.0), 1), ((1, 12), 1), UP)),
    ("W2", part_of_time, (((1, 12), -1), DOWN)),
    ("W2", knowledge_from_elsewhere, (UP, ((1, 12), 1), UP)),
    ("W4", readiness_left_by_asks, (((0.0, 9.0), -1), ((0.0, 20.0), -1))),
    ("W4", easier_where_known, (UP, ((0.0, 10.0), 1))),
    ("W4", share_who_know_it, (UP, UP)),
    ("A1", quality_within_reach, (OPEN, UP, UP, DOWN, OPEN)),
    ("A2", worth_of_an_hour, (UP, UP, DOWN)),
    ("A3", readiness_to_be_handed_over, (DOWN, DOWN)),
    ("A4", part_given_up, (DOWN, ((0.01, 1.0), 1), UP)),
    ("A5", missing_capacity, (((0.0, 50.0), -1), ((0.0, 8.0), -1), ((0.1, 60.0), 1), ((0.0, 5.0), -1))),
    ("C1 C4", chance_of_contact, (UP, UP, UP, UP, UP)),
    ("C2", chance_of_joining, (UP, DOWN, DOWN, UP, UP)),
    ("C2", chance_of_lapsing, (UP, UP, DOWN, DOWN)),
    ("C4 W7", heard_from_acquaintances, (((0.0, 4.0), 1), UP)),
    ("C2 W7", company_to_go_in, (UP, ((0.0, 4.0), 1), UP)),
    ("W7", chance_of_following, (UP, ((0.0, 4.0), -1), ((0.0, 4.0), 1), ((0.0, 5.0), 1))),
    ("W7", standing_in_a_circle, (UP, UP, OPEN)),
    ("C7", after_taking_part, (UP, ((-0.5, 0.5), 1))),
    ("C9", missing_place, (((0.0, 2000.0), -1), ((1.0, 2000.0), 1))),
    ("E1", fit_of_window, (((0.0, 24.0), 1), ((0.1, 24.0), -1))),
    ("E2 E6", chance_of_beginning, (UP, UP, ((0.0, 12.0), 1), UP)),
    ("E4 E9", openness_of_own_budget, (UP, UP, UP, DOWN)),
    ("E3 E5 E7 M4", wish_to_stay, (UP, UP, UP, UP, UP, UP, OPEN, OPEN)),
    ("E7", chance_of_activity_stopping, (UP, DOWN)),
    ("E8 E5", hours_worth_going_on_with, (((0.0, 60.0), 1), ((0.0, 900.0), 1), ((0.0, 1.0), 0))),
    ("W12", part_that_is_paid, (((0.0, 40000.0), 1), ((0.1, 40000.0), -1))),
    ("W12", means_left_without_money, (DOWN, UP)),
    ("X11", what_it_lacks, (((0.0, 40.0), -1), ((0.1, 40.0), 1))),
    ("G1", effort_that_points_the_same_way, (UP, DOWN)),
    ("G2", drift_of_views, (UP, DOWN, DOWN, DOWN)),
    ("G6", pull_of_differing_interests, (DOWN, UP, ((0.0, 5.0), 0))),
    ("G4", gain_from_integration, (UP, UP, ((0.0, 10.0), 1))),
    ("G4", effort_not_lost_to_friction, (DOWN, DOWN)),
    ("G3 G4 G5", growth_of_tension, (UP, UP, DOWN, UP)),
    ("G5", relief_by_talk, (UP, UP, UP, UP)),
    ("G6", effort_a_goal_calls_forth, (UP, DOWN)),
    ("G6", reached_of_promised, (((0.0, 9.0), 1), ((0.1, 9.0), -1), ((0.1, 1.0), -1))),
    ("G7 M2 M3 X9", commitment_within_reach, (UP, UP, UP, DOWN, ((0.0, 5.0), -1), DOWN)),
    ("G8", effort_not_lost_in_waiting, (UP, UP, DOWN)),
    ("K1 K2 K3", carried_over, (UP, UP, UP, UP)),
    ("K2", establishment, (((0.0, 60.0), 1), ((1.0, 60.0), -1))),
    ("K1 K4", trust_after_succession, (UP, UP, UP)),
    ("K4", competence_as_seen, (UP, DOWN)),
    ("K6", chance_of_leaving, (UP, ((0.0, 10.0), 1), ((0.0, 10.0), 1))),
    ("M3 W8", experienced_gain, (UP, UP, UP, UP, UP, ((0.0, 5.0), 0))),
    ("M3", felt_cost, (UP, UP, UP, DOWN)),
    ("M1 M2 A2", ownership_called_for, (UP, UP, UP, UP, ((0.0, 5.0), 0))),
    ("M3", chance_of_exit, (DOWN, ((0.01, 1.0), 1), UP)),
    ("M4", own_hours_promised, (((0.0, 50.0), 1), UP, UP, DOWN, DOWN)),
    ("T1", trust_after_meeting, (UP, UP, OPEN, ((1.0, 5.0), -1), ((0.0, 0.0), 0))),
    ("T1 T6 G3", kept_as_seen, (UP, UP, DOWN, DOWN, UP, OPEN, OPEN, OPEN)),
    ("T3", fading_without_upkeep, (UP, DOWN)),
    ("T4", trust_lost_to_a_refusal, (((0.0, 36.0), 1), UP)),
    ("T6", commitment_of_an_equal, (UP, UP, ((0.0, 5.0), 0))),
    ("X11", chance_of_being_driven_out, (DOWN, UP, UP)),
    ("T7", coordination_demanded, (((2.0, 40.0), 1), ((0.1, 20.0), 1), ((1.0, 3.0), 1))),
    ("T7", informal_contact, (((2.0, 40.0), -1), ((0.0, 2.0), -1))),
    ("G4", integration_of, (UP, UP, UP, ((0.0, 0.0), 0))),
    ("synergy", synergy_on_its_scale, (((0.0, 9.0), 1), ((0.1, 9.0), -1))),
    ("V1 V5", chance_of_saying_yes, (UP, UP, DOWN)),
    ("V2 V3 V4 V6", chance_of_stopping, (UP, DOWN, ((0.0, 9.0), 1), ((0.0, 9.0), 1))),
    ("W8", hours_aimed_at, (((0.0, 900.0), 1), ((3.0, 10.0), 1), ((0.0, 40.0), 1))),
    ("W8", hours_staffed, (((0.0, 900.0), 1), ((0.0, 900.0), 1), ((0.0, 24.0), -1))),
    ("W8", hours_that_count, (((0.0, 900.0), 1), ((1.0, 6.0), 1), ((0.0, 0.1), -1))),
    ("W8", persuaded_by, (UP, OPEN)),
    ("W9", distinct_resources, (DOWN, ((1.0, 40.0), -1))),
    ("W9", gain_from_difference, (UP, UP, UP, ((0.0, 10.0), 1))),
    ("W10", provocation, (UP, UP, UP, UP)),
    ("W10", strain, (UP, UP)),
    ("G5 W10", chance_of_conflict, (UP, DOWN, UP, DOWN)),
    ("G5 W10", price_of_conflict, (UP, DOWN, UP, DOWN)),
    ("W5", chance_of_being_asked, (((0.0, 60.0), 1), ((1.0, 9.0), -1), ((1.0, 80.0), -1))),
    ("W5", chance_of_refusing_for_its_cause, (UP, DOWN)),
    ("W5", chance_of_shunning_papers, (((0.0, 5.0), 1), UP, UP)),
    ("W11", chance_of_having_to_ask, (UP, DOWN)),
    ("W11", months_an_answer_takes, (((0.5, 2.0), 1), ((2.0, 12.0), 1), UP)),
    ("W11 G8", chance_of_an_answer, (((0.5, 12.0), -1), UP, DOWN)),
    ("W11 W1", answers_possible, (((0.0, 3.0), 1), ((0.05, 3.0), 1))),
    ("V2", fellows_known, (((0.0, 200.0), 1), ((0.0, 30.0), 1), ((0.5, 60.0), -1))),
    ("V2", company_of_fellows, (((0.0, 30.0), 1), ((0.5, 100.0), -1))),
    ("V2 V3", what_holds_her, (UP, UP, UP, UP)),
    ("V3", chance_of_a_match, (UP, ((0.0, 40.0), 1), ((0.0, 40.0), -1))),
    ("V3", lapsing_in_a_pair, (DOWN, DOWN, ((0.0, 5.0), 1))),
    ("V3", search_for_citizens_given_up, (((0.0, 300.0), 1), ((0.0, 40.0), -1), UP)),
    ("X12", level_after_being_left, (UP, DOWN)),
    ("V4", part_of_a_month_taken_by_the_role, (((1.0, 40.0), 1), ((0.5, 100.0), -1))),
    ("W6", part_of_the_work_carried, (((0.0, 300.0), 1), ((0.0, 300.0), -1), DOWN, UP)),
    ("W6", readiness_to_return, (UP, ((0.0, 10.0), 1))),
    ("W6 V4", wellbeing_after_serving, (UP, UP, DOWN, ((0.0, 0.5), 1), ((0.0, 0.5), -1))),
    ("X2", chance_of_applying_anew, (UP, UP)),
    ("X7", trust_in_who_stands_there, (UP, UP)),
    ("X4", part_of_ideas_carried_out, (((0.0, 300.0), 1), ((2.0, 40.0), -1), ((1.0, 100.0), -1))),
]
ROUNDING = 1e-12


def grid(domain: tuple[float, float], points: int) -> Any:
    return np.unique(np.linspace(*domain, points))


@pytest.mark.parametrize(("mechanisms", "rule", "arguments"), RULES, ids=[f"{codes}: {rule.__name__}" for codes, rule, _ in RULES])
def test_the_sign_holds_over_the_whole_domain(mechanisms: str, rule: Callable[..., float], arguments: tuple[Argument, ...]) -> None:
    del mechanisms
    points = 4 if len(arguments) < 6 else 3
    for position, (domain, direction) in enumerate(arguments):
        if direction == 0:
            continue
        others = [grid(each, points) for each, _ in arguments]
        others[position] = np.array([0.0])
        for values in product(*others):
            results = [rule(*values[:position], value, *values[position + 1 :]) for value in grid(domain, 6)]
            assert (np.diff(results) * direction >= -ROUNDING).all(), (position, values, results)


@pytest.mark.parametrize("law", [0, 1, 2])
def test_trust_falls_faster_than_it_grows_under_every_law(law: int) -> None:
    """[T1] For the same surprise, up or down from the middle."""
    for surprise in (0.1, 0.3, 0.5):
        gained = trust_after_meeting(0.5, 0.5 + surprise, 0.1, 2.0, law) - 0.5
        lost = 0.5 - trust_after_meeting(0.5, 0.5 - surprise, 0.1, 2.0, law)
        assert lost > gained > 0.0


def test_a_bad_relation_ends_with_a_departure() -> None:
    """[K4] Where trust was below that in a stranger, a successor starts higher."""
    assert trust_after_succession(0.1, 0.4, 0.9) == 0.4
