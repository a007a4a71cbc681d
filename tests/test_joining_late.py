"""Who joins on the way, and what of it reaches other partnerships."""

from typing import Any

import numpy as np
import pytest

from samvirke.model.agents.organisation import MEMBER
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.ensemble import simulate
from samvirke.model.events import ORGANISATION_JOINS, ORGANISATION_REFUSES
from samvirke.model.extensions import run_months
from samvirke.model.handle import handle
from samvirke.model.scenario import Scenario
from samvirke.model.scenario.resolved import MemberOrganisation
from samvirke.model.world import lay_out
from tests.ensembles import begun
from tests.test_one_world import town

ALL_JOIN_LATER = {"share_that_joins_on_the_way": 1.0, "hours_to_ask_a_member": 60.0}
BO_COMES = MemberOrganisation(id="a-landlord", sector="housing", representative="bo")
RESTLESS = {
    "share_that_joins_on_the_way": 1.0,
    "hours_to_ask_a_member": 100.0,
    "chance_of_leaving_post_per_year": 0.99,
    "chance_of_filling_a_post_per_month": 0.5,
}


def with_bo(scenario: Scenario) -> Scenario:
    """The same landlord is represented by the same person in each partnership."""
    cases = tuple(each.model_copy(update={"organisations": (*each.organisations, BO_COMES)}) for each in scenario.partnerships)
    return scenario.model_copy(update={"partnerships": cases})


def test_who_joins_late_sends_the_person_who_has_its_other_posts_now() -> None:
    """Not the one who had them when the partnerships began."""
    joined_after_a_departure = 0
    for seed in range(12):
        scenario = with_bo(town(4, None, "a-club", **RESTLESS))
        state = begun(lay_out(scenario), seed)
        hers = np.flatnonzero(state.seats.seats_of_person == 4)
        there_before: set[int] = set()
        for month in range(1, 31):
            run_months(handle(state), month)
            there = {int(s) for s in hers if is_in_use(state, int(s))}
            seats = state.seats[sorted(there)]
            assert len(set(seats.generation + (seats.holder < 0))) <= 1
            joined_after_a_departure += sum(int(state.seats[s].generation) > 0 for s in there - there_before)
            there_before |= there
    assert joined_after_a_departure > 0


def is_in_use(state: Any, s: int) -> bool:
    seat = state.seats[s]
    return bool(state.organisations[seat.organisation].membership == MEMBER and state.partnerships[seat.partnership].stage == ALIVE)


def test_candidates_nobody_can_ask_take_no_time_from_asking_others() -> None:
    """[W5] As long as no member of a sector is lacking, its candidates are not asked."""

    def asked_early(candidates: dict[str, int]) -> list[Any]:
        scenario = town(1, None, "a-club", **ALL_JOIN_LATER)
        case = scenario.partnerships[0].model_copy(update={"candidates": candidates})
        runs = simulate(lay_out(scenario.model_copy(update={"partnerships": (case,)})), range(20))
        kinds = (ORGANISATION_JOINS, ORGANISATION_REFUSES)
        return [[(int(each.month), int(each.subject)) for each in run if each.kind in kinds and each.month <= 3] for run in runs.events]

    assert any(asked_early({}))
    assert asked_early({"company": 9}) == asked_early({})


def test_what_a_municipality_forgets_with_a_person_it_forgets_in_all_its_partnerships_a_month_later() -> None:
    """[X6] So that no partnership knows less for coming after another in the month."""
    state = begun(lay_out(town(2)), 1)
    town_hall = state.legal_organisations[state.organisations.legal[0]]
    knew = float(town_hall.knows_associations)
    state.organisations.associations_kept[0] = 0.5
    run_months(handle(state), 1)
    assert float(town_hall.knows_associations) == pytest.approx(knew * 0.5)
