"""No effect at its neutral value: a mechanism that is switched off leaves no trace of what drives it.

Three kinds of claim. Of a rule: with the switching argument at its neutral value, other arguments no longer matter. Of whole
runs: with all of a mechanism's parameters neutral, what drives it can be changed and nothing else changes (and it does
change with the mechanism at work, so that the claim is not empty). Of a state: it stands still.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from samvirke.model.agents.key_person import PRESENT
from samvirke.model.handle import handle
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.processes.contribute import part_of_the_task_done
from samvirke.model.processes.value import caution_now
from samvirke.model.scenario.resolved import Event, MemberOrganisation
from samvirke.model.world import lay_out
from tests.ensembles import begun, changed, simulated, tiny
from tests.neutral_runs import Driver, Row, alike, neutral_values, with_off, with_on
from tests.test_neutral_rules import AT_NEUTRAL

EXCEPTIONS = {
    "C3": "who is a member is a fact of the case: without members who have ties of their own nobody is reached at all",
    "C10": "how citizens take part is a fact of the case: no number turns a festival into a group",
}


def values(**of_names: float) -> Driver:
    return Driver(of_names)


def in_month(month: int, kind: str, whom: str = "all", size: float = 1.0, lever: str = "") -> Driver:
    return Driver(events=(Event(month=month, kind=kind, whom=whom, size=size, lever=lever),))


NOTHING = Driver()
ONE_FOR_ALL = (MemberOrganisation(id="one", sector="civil_society"),)
ALL_NEAR_AND_ALIKE = {"network_of_volunteers": 1.0, "difference_between_persons": 0.0, "conversion_of_advertising": 1.0, "hours_per_personal_ask": 2.0, "hours_per_person_advertised_to": 2.0}  # fmt: skip
NOBODY_WITHDRAWS = {"wish_needed_to_stay": 0.0, "chance_of_exit_per_month": 0.0, "chance_of_leaving_in_conflict_per_month": 0.0, "chance_of_leaving_when_busy_per_month": 0.0}  # fmt: skip
NOTHING_ELSE_IN_PAPERS = {"learning_per_month": 0.0, "openness_of_other_pools": 0.0}
MONEY_IS_EASY = {"chance_of_beginning_anchoring_per_month": 1.0, "chance_of_applying_per_month": 1.0, "months_until_a_funder_decides": 1.0, "chance_of_application_granted": 1.0, "openness_of_other_pools": 1.0}  # fmt: skip
ROWS: list[Row] = [
    Row("A1", values(follow_up_by_one=0.0), values(follow_up_by_one=4.0)),
    Row("A2", values(months_of_tailoring_that_halve_misfit=0.5), values(months_of_tailoring_that_halve_misfit=50.0)),
    Row("A3 V9", values(co_running=0.0), values(co_running=1.0), also="A2"),
    Row("A4", values(attainment_that_scales_promises_down=0.1), values(attainment_that_scales_promises_down=1.0)),
    Row("A5", values(hours_an_activity_needs=1.0), values(hours_an_activity_needs=200.0), also="W10 X11 E7", recorded=("struggle",)),
    Row("K5", values(experience_at_start=0.0), values(experience_at_start=1.0)),
    Row("C1", values(resources_of_the_vulnerable=0.0, hours_per_contact_in_open_meetings=0.5), values(resources_of_the_vulnerable=0.9, hours_per_contact_in_open_meetings=20.0), neutral={"share_of_outreach": 1.0}),
    Row("C2 V5", values(threshold=0.0, stigma_of_the_vulnerable=0.0), values(threshold=1.0, stigma_of_the_vulnerable=0.9), also="W6", neutral={"company_on_first_visits": 1.0}),
    Row("C4", values(network_of_citizens=0.0), values(network_of_citizens=1.0), also="C7 X12"),
    Row("C5 V8", Driver(case={"framing": "positive"}), Driver(case={"framing": "risk"}), recorded=("risk_framing",)),
    Row("C6", values(input_acted_on=0.0), values(input_acted_on=1.0)),
    Row("C7", values(response_that_does_nothing=0.0), values(response_that_does_nothing=0.9)),
    Row("C8 V1", values(share_of_personal_asks=0.0), values(share_of_personal_asks=1.0), neutral=ALL_NEAR_AND_ALIKE, recorded=("asked", "asks_per_head")),
    Row("C9", values(persons_a_specialised_offer_needs=1.0), values(persons_a_specialised_offer_needs=9000.0)),
    Row("E1", values(months_to_find_partners=0.0), values(months_to_find_partners=24.0)),
    Row("E2", values(chance_of_beginning_anchoring_per_month=0.0), values(chance_of_beginning_anchoring_per_month=0.5), recorded=("anchoring_started_month",)),
    Row("E3 E7", values(fit_of_ngos_at_start=0.0, own_interest_of_other_partners=0.0), values(fit_of_ngos_at_start=1.0, own_interest_of_other_partners=1.0), also="M3 W5 W8 W10 X11", neutral={"wish_needed_to_stay": 0.0}),
    Row("E4", values(share_of_hours_that_documents_all=0.01), values(share_of_hours_that_documents_all=0.9), neutral={"fading_of_visibility_per_month": 0.0}, setting=NOTHING_ELSE_IN_PAPERS, recorded=("documented",)),
    Row("E5", values(part_of_the_need_an_application_covers=0.0), values(part_of_the_need_an_application_covers=1.0), setting=MONEY_IS_EASY),
    Row("E6", values(role_clarity_at_start=0.0), values(role_clarity_at_start=1.0), also="G8", recorded=("role_clarity", "roles_clearly_defined", "overall_functioning")),
    Row("E8", values(weak_months_before_the_end=1.0), values(weak_months_before_the_end=60.0), setting={**NOBODY_WITHDRAWS, "part_of_the_hours_needed_to_go_on": 0.0}),
    Row("E9 K6", NOTHING, in_month(10, "reorganisation")),
    Row("G1 G3", values(pace_of_experience=0.0), values(pace_of_experience=8.0)),
    Row("G4 T5", values(depth_of_samvirke=0.1), values(depth_of_samvirke=1.0), recorded=("level", "level_months", "collaboration_type", "integration")),
    Row("G5", NOTHING, in_month(1, "set_lever", lever="openness", size=0.95), also="G2 G3 G6 W9 W10", recorded=("talk", "different_priorities_discussed", "goal_strength")),
    Row("G6", values(goal_strength_at_start=0.0), values(goal_strength_at_start=1.0), recorded=("goal_strength",)),
    Row("K6", values(share_run_by_students=0.0), values(share_run_by_students=1.0)),
    Row("G7", values(felt_need_at_start=0.0), values(felt_need_at_start=1.0), recorded=("felt_need_for_partnership",)),
    Row("G8", values(mandate_at_start=0.0), values(mandate_at_start=1.0), also="K5 W11", setting={"chance_of_beginning_anchoring_per_month": 0.0}),
    Row("K1 K2 T2", values(months_to_establish_a_tie=1.0), values(months_to_establish_a_tie=120.0)),
    Row("K1 K7", values(concentration_of_hours=0.0), values(concentration_of_hours=1.0)),
    Row("K3", values(months_an_agreement_stays_fresh=1.0, second_person=0.0), values(months_an_agreement_stays_fresh=240.0, second_person=1.0), also="X11", recorded=("struggle",), neutral={"hours_lost_to_a_vacancy": 0.0}),
    Row("K4", values(competence_of_key_persons=0.0), values(competence_of_key_persons=1.0)),
    Row("K5", values(experience_at_start=0.0), values(experience_at_start=1.0), neutral={"know_how_from_experience": 0.0}),
    Row("M1", values(protection_of_paid_hours=0.0), values(protection_of_paid_hours=1.0)),
    Row("M3 X10", values(legitimacy_of_a_funder=0.0), values(legitimacy_of_a_funder=1.0)),
    Row("M4", values(share_with_volunteer_strategy=0.0), values(share_with_volunteer_strategy=1.0)),
    Row("M5", Driver(lead_kind=0), Driver(lead_kind=1), recorded=("lead_kind",)),
    Row("M5", Driver(lead_kind=2), Driver(lead_kind=3), recorded=("lead_kind",)),
    Row("M7", NOTHING, Driver(start="2015-04"), also="E4 E5 K6 W11"),
    Row("T1", values(competence_of_key_persons=0.0), values(competence_of_key_persons=1.0)),
    Row("T4", values(share_with_bad_experience=0.0), values(share_with_bad_experience=1.0)),
    Row("T6", values(respect_of_a_dismissive_person=0.0), values(respect_of_a_dismissive_person=1.0), setting={"share_of_dismissive_persons": 0.5}),
    Row("V2", values(fellows_that_make_a_circle=0.5), values(fellows_that_make_a_circle=90.0), also="V1 W6 E3", setting={"chance_of_activity_stopping_per_month": 0.0}),
    Row("V3", values(support_hours_that_suffice=0.1, match_of_volunteers=0.0), values(support_hours_that_suffice=20.0, match_of_volunteers=1.0), also="W6"),
    Row("V4", values(hours_a_volunteer_gives_gladly=1.0), values(hours_a_volunteer_gives_gladly=90.0)),
    Row("V6", values(months_the_end_is_felt=1.0), values(months_the_end_is_felt=60.0), also="K6 E2"),
    Row("V7", values(handing_on_per_month=0.0), values(handing_on_per_month=0.9), also="A3"),
    Row("W7", values(homophily_of_acquaintances=0.0), values(homophily_of_acquaintances=1.0)),
    Row("W10", values(mark_left_by_a_conflict=0.1), values(mark_left_by_a_conflict=0.9)),
    Row("W5", values(hours_to_ask_a_member=1.0), values(hours_to_ask_a_member=200.0)),
    Row("W11", values(level_of_decision=0.0), values(level_of_decision=1.0)),
    Row("W11", values(requests_answered_per_month=0.05), values(requests_answered_per_month=3.0)),
    Row("W12", values(months_an_activity_lives_empty=1.0), values(months_an_activity_lives_empty=60.0)),
    Row("X1 X5", values(autonomy_of_ngos_at_start=0.0), values(autonomy_of_ngos_at_start=1.0)),
    Row("X2", values(belonging_lost_at_renewal=0.0, hours_per_renewal=0.0), values(belonging_lost_at_renewal=1.0, hours_per_renewal=20.0), neutral={"renewal_months": 0.0}, setting={"renewal_months": 4.0}),
    Row("X3", values(sparring_months=0.0), values(sparring_months=12.0)),
    Row("X4", values(places=1.0), values(places=12.0), also="C9"),
    Row("X6", values(knowledge_of_associations_at_start=0.0), values(knowledge_of_associations_at_start=1.0), also="E3"),
    Row("X7", values(share_with_lived_experience=0.0), values(share_with_lived_experience=1.0)),
    Row("W1 W3", Driver(case={"organisations": ()}), Driver(case={"organisations": ONE_FOR_ALL})),
    Row("W4", NOTHING, Driver(case={"place": "one"}), recorded=("asks_of_others_per_head", "known_through_others", "first_presence", "presences")),
    Row("W6", values(months_before_asked_again=1.0), values(months_before_asked_again=60.0)),
    Row("X8", values(invitation_by_interest=0.0), values(invitation_by_interest=1.0)),
]  # fmt: skip
STANDING_STILL = [
    ("A1 A2", "activities", "local_fit"),
    ("A3", "activities", "staff_run"),
    ("C7 X12", "citizens", "wellbeing"),
    ("C7 X12", "citizens", "network"),
    ("E4", "legal_organisations", "political_priority"),
    ("G1 G2", "key_persons", "goal_view"),
    ("G7 M3", "organisations", "commitment"),
    ("M2", "organisations", "ownership"),
    ("M3", "organisations", "expected_gain"),
    ("T2", "relations", "trust"),
    ("V4", "volunteers", "energy"),
    ("W6 C8", "volunteers", "wellbeing"),
    ("W6 C8", "volunteers", "network"),
    ("X1", "organisations", "autonomy"),
]
OF_THE_STATE: list[tuple[str, Callable[..., float], tuple[float, ...], float]] = [
    ("M6", part_of_the_task_done, (0.0, 1.0, 1e6), 1.0),
    ("X9", caution_now, (), 0.0),
]  # fmt: skip


@pytest.mark.oracle
@pytest.mark.parametrize("row", ROWS, ids=[row.off for row in ROWS])
def test_a_mechanism_that_is_off_leaves_no_trace_of_what_drives_it(row: Row):
    same = alike(with_off(row, row.less), with_off(row, row.more), row.recorded)
    assert same


@pytest.mark.parametrize("row", ROWS, ids=[row.off for row in ROWS])
def test_the_same_driver_leaves_a_trace_when_the_mechanism_is_at_work(row: Row):
    same = alike(with_on(row, row.less), with_on(row, row.more), row.recorded)
    assert not same


@pytest.mark.parametrize(("codes", "table", "column"), STANDING_STILL, ids=[" ".join(row) for row in STANDING_STILL])
def test_a_state_that_only_a_switched_off_mechanism_moves_stands_still(codes: str, table: str, column: str):
    world = lay_out(changed(parameters=neutral_values(codes)), events=False)
    for seed in range(1, 4):
        before, after = getattr(begun(world, seed), table), getattr(simulated(world, seed), table)
        there = before["stage"] == PRESENT if table == "key_persons" else np.ones(len(before), dtype=bool)
        assert np.array_equal(before[column][there], after[column][there])


@pytest.mark.parametrize(("codes", "rule", "arguments", "expected"), OF_THE_STATE, ids=[row[0] for row in OF_THE_STATE])
def test_switched_off_a_rule_gives_the_same_in_every_state(codes: str, rule: Callable[..., float], arguments: Any, expected: float):
    world = lay_out(changed(parameters=neutral_values(codes)), events=False)
    for months in (1, 12, 30):
        state = handle(simulated(world, 1, months))
        for p in range(len(tiny().partnerships)):
            given = {rule(state, p, argument) for argument in arguments} if arguments else {rule(state, p)}
            assert given == {expected}


def test_every_mechanism_is_switched_off_in_a_claim_or_has_a_reason_not_to_be():
    of_runs, of_rules = [row.off for row in ROWS], [codes for codes, *_ in AT_NEUTRAL]
    of_states = [codes for codes, *_ in STANDING_STILL] + [codes for codes, *_ in OF_THE_STATE]
    claimed = set(" ".join(of_runs + of_rules + of_states).split())
    assert claimed | set(EXCEPTIONS) == set(MECHANISMS)
    assert not claimed & set(EXCEPTIONS)
