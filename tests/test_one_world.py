"""One world: what partnerships share reaches those that share it, and nobody else."""

from functools import cache
from typing import Any

import numpy as np
import pytest

from samvirke.model.agents.activity import RUNNING
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.extensions import run_months
from samvirke.model.handle import handle
from samvirke.model.processes.shared_persons import part_of_time
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.links import links_of
from samvirke.model.scenario.resolved import Event, MemberOrganisation
from samvirke.model.world import lay_out
from tests.ensembles import begun, same_bits, tiny

SEEDS = range(12)
TOLERANCE = 1e-9
NO_NEWS_AND_HOURS_FOR_ALL = {"news_that_travels_per_month": 0.0, "growth_of_hours_with_memberships": 1.0}


@cache
def the_37() -> Scenario:
    return read_scenario("partnerskabspuljen")


def with_events(scenario: Scenario, *events: Event, **parameters: float) -> Scenario:
    arm = scenario.arms["baseline"].model_copy(update={"events": events})
    return scenario.model_copy(update={"arms": {"baseline": arm}, "parameters": {**scenario.parameters, **parameters}})


def test_what_partnerships_share_is_known_by_name() -> None:
    (aarhus,) = [each for each in links_of(the_37(), "bedre-byer-mere-sundhed") if each.who == "Aarhus Kommune"]
    assert set(aarhus.others) == {"forum-for-maends-sundhed", "laering-for-sundhed", "samskabelse-unge-alkohol"}
    (ann,) = [each for each in links_of(town(2, "ann", association=None), "number-0") if each.who == "ann"]
    assert ann.others == ("number-1",)
    assert links_of(tiny(), "with-everybody") == ()


def ids(case: Any) -> set[str]:
    return {each.id for each in case.organisations} | {case.place or case.case_id}


def linked_to(scenario: Scenario, case_id: str) -> set[str]:
    """Partnerships that share an organisation with this one, or with one that does."""
    reached = {case_id}
    while True:
        shared = {organisation for case in scenario.partnerships if case.case_id in reached for organisation in ids(case)}
        more = {case.case_id for case in scenario.partnerships if ids(case) & shared} | reached
        if more == reached:
            return reached
        reached = more


def runs(scenario: Scenario, seeds: Any = SEEDS) -> Ensemble:
    return simulate(lay_out(scenario, events=False), seeds)


def same_partnership(one: Ensemble, other: Ensemble, case_id: str) -> bool:
    """Whether a partnership left the same bits in both."""
    rows = [each.world.case_ids.index(case_id) for each in (one, other)]
    alike = [same_bits(one.monthly[:, rows[0]], other.monthly[:, rows[1]])]
    for name in one.partnerships.dtype.names:
        if not name.startswith("first_") and name not in (
            "lead",
            "coordinator_seat",
            "application_to",
            "who_reaches",
        ):  # rows of other tables
            alike.append(same_bits(one.partnerships[name][:, rows[0]], other.partnerships[name][:, rows[1]]))
    return all(alike)


def test_what_happens_in_one_partnership_reaches_those_linked_to_it_and_no_other() -> None:
    struck = "abc-mental-sundhed"
    quarrel = Event(month=6, kind="quarrel", whom=struck, size=1.0)
    before, after = runs(the_37(), range(3)), runs(with_events(the_37(), quarrel), range(3))
    linked = linked_to(the_37(), struck)
    moved = {case for case in before.world.case_ids if not same_partnership(before, after, case)}
    assert struck in moved
    assert moved <= linked
    assert len(moved) > 5
    assert len(linked) < len(before.world.case_ids)


def test_left_out_or_not_partnerships_without_a_link_make_no_difference() -> None:
    alone = next(case.case_id for case in the_37().partnerships if linked_to(the_37(), case.case_id) == {case.case_id})
    by_itself = runs(read_scenario("partnerskabspuljen", only=[alone]), range(3))
    assert same_partnership(by_itself, runs(the_37(), range(3)), alone)


def test_the_order_of_partnerships_makes_no_difference() -> None:
    backwards = the_37().model_copy(update={"partnerships": the_37().partnerships[::-1]})
    one, other = runs(the_37(), range(2)), runs(backwards, range(2))
    apart = [case for case in one.world.case_ids if not np.allclose(_trust(one, case), _trust(other, case), atol=1e-9, equal_nan=True)]
    assert apart == []


def _trust(ensemble: Ensemble, case_id: str) -> Any:
    return ensemble.monthly["trust"][:, ensemble.world.case_ids.index(case_id)]


def test_a_municipality_is_struck_once_in_all_its_partnerships() -> None:
    shared = town(2, coordinator=None)
    event = Event(month=5, kind="savings_round", whom=f"{shared.partnerships[0].case_id}:municipality", size=0.4)
    state = begun(lay_out(with_events(shared, event)), 1)
    run_months(handle(state), 6)
    municipal = state.organisations.kind == 0
    assert state.organisations.hours_cut[municipal] == pytest.approx([0.4, 0.4])


def town(partnerships: int, coordinator: str | None = None, association: str | None = "a-club", **parameters: float) -> Scenario:
    """Partnerships of one municipality, each in its own place, with an association and a housing organisation; who is who may be shared."""
    first = tiny().partnerships[0]
    named = [MemberOrganisation(id="a-town", sector="municipality")]
    if association:
        named.append(MemberOrganisation(id=association, sector="civil_society"))
    alike = {"organisations": tuple(named), "coordinator": coordinator, "name": ""}
    cases = tuple(
        first.model_copy(update={"case_id": f"number-{number}", "number": number, "place": f"quarter-{number}", **alike})
        for number in range(partnerships)
    )
    plain = {"events": (), "arms": {"baseline": tiny().arms["baseline"]}, "parameters": {**tiny().parameters, **parameters}}
    return tiny().model_copy(update={"partnerships": cases, **plain})


MONEY_IS_EASY = {"chance_of_applying_per_month": 1.0, "chance_of_application_granted": 1.0, "months_until_a_funder_decides": 1.0}


@pytest.mark.parametrize("partnerships", [1, 2, 10])
def test_hours_money_and_time_are_divided_and_never_more_than_there_are(partnerships: int) -> None:
    scarce = {"growth_of_hours_with_memberships": 0.0, "time_lost_between_partnerships": 1.0, "frame_for_taking_over_dkk": 20_000.0}
    wanting = {"commitment_at_start": 1.0, "backing_at_start": 1.0, "chance_of_beginning_anchoring_per_month": 1.0}
    state = begun(lay_out(town(partnerships, "ann", "a-club", **scarce, **wanting, **MONEY_IS_EASY)), 1)
    hers = state.seats.is_coordinator == 1
    for month in range(1, 41):
        met = (state.partnerships.stage == ALIVE)[state.seats.partnership] & (state.organisations.active == 1)[state.seats.organisation]
        run_months(handle(state), month)
        for one, whole in enumerate(state.legal_organisations):
            mine = state.organisations[state.organisations.legal == one]
            unpaid = (mine.planned_hours - state.partnerships.paid_hours[mine.partnership] * mine.share_of_grant) * mine.active
            assert unpaid.sum() <= whole.hours_there + TOLERANCE
        assert given_by_the_town_hall(state) <= 20_000 + TOLERANCE
        assert state.seats.part_of_her_time[met & hers].sum() <= 1 + TOLERANCE


def given_by_the_town_hall(state: Any) -> float:
    """What the municipality gives all its partnerships a month (DKK)."""
    town_hall = state.organisations[state.organisations.kind == 0]
    alive = state.partnerships.stage == ALIVE
    return float(town_hall.gives_dkk[alive[town_hall.partnership]].sum())


def test_a_municipality_gives_ten_partnerships_no_more_than_it_has() -> None:
    def most_given(frame_dkk: float) -> float:
        wanting = {"commitment_at_start": 1.0, "backing_at_start": 1.0, "chance_of_beginning_anchoring_per_month": 1.0}
        state = begun(lay_out(town(10, None, "a-club", frame_for_taking_over_dkk=frame_dkk, **wanting, **MONEY_IS_EASY)), 1)
        given = []
        for month in range(1, 41):
            run_months(handle(state), month)
            given.append(given_by_the_town_hall(state))
        return max(given)

    assert 0.0 < most_given(20_000.0) <= 20_000.0 + TOLERANCE < most_given(1e9)


EVERYBODY_WITHDRAWS_AND_HOSTS = {
    "wish_needed_to_stay": 1.0, "luck_in_decisions": 0.0, "last_call_for_hosts": 1.0, "ownership_at_start": 1.0, "commitment_at_start": 1.0,
    "backing_at_start": 1.0, "weight_of_staff_run": 0.0, "political_priority_at_start": 1.0, "budget_pressure": 0.0,
    "chance_of_activity_stopping_per_month": 0.0, "wish_of_hosts_outside": 0.0, "hours_that_keep_an_activity": 0.0,
    "persons_that_keep_an_activity": 0.0, "chance_of_reorganisation_per_year": 0.0, "chance_of_finding_a_host_per_month": 1.0,
    "chance_of_beginning_anchoring_per_month": 1.0, "chance_of_dissolving_per_month": 0.0, "chance_of_falling_through_per_month": 0.0,
}  # fmt: skip


def carried_by_the_town_hall(state: Any) -> Any:
    """Which activities the municipality runs of partnerships that have ended."""
    municipal = np.isin(state.activities.host, np.flatnonzero(state.organisations.kind == 0))
    ended = state.partnerships.stage[state.activities.partnership] != ALIVE
    return municipal & ended & (state.activities.handed_over == 1) & (state.activities.stage == RUNNING)


def test_what_a_municipality_carries_of_ended_partnerships_shares_one_budget_of_hours() -> None:
    world, seen = lay_out(town(4, None, None, **EVERYBODY_WITHDRAWS_AND_HOSTS)), 0
    for seed in range(1, 9):
        state, carried = begun(world, seed), 0
        for month in range(1, 41):
            before = carried
            run_months(handle(state), month)
            running = carried_by_the_town_hall(state)
            carried = int(running.sum())
            if carried == before > 1 and len(set(state.activities.partnership[running])) > 1:
                assert state.activities.host_hours[running].sum() <= state.parameters[0].hours_a_host_gives + TOLERANCE
                seen += 1
    assert seen > 0


def test_a_savings_round_also_reaches_what_the_municipality_runs_of_ended_partnerships() -> None:
    """[E9, W12] It waits for another host then."""
    ends = tiny().partnerships[0].grants[0].end or 0
    cut = Event(month=ends + 2, kind="savings_round", whom="number-0:municipality", size=1.0)
    state = begun(lay_out(with_events(town(2, None, None, **EVERYBODY_WITHDRAWS_AND_HOSTS), cut)), 2)
    run_months(handle(state), ends + 1)
    carried = carried_by_the_town_hall(state)
    assert carried.any()
    run_months(handle(state), ends + 2)
    assert (state.activities.handed_over[carried] == 0).all()
    assert (state.activities.months_waited[carried] <= 1).all()


def test_persons_are_conserved_across_partnerships() -> None:
    """Who sits in several partnerships leaves them all, in the same month, and so do her successors come."""
    state = begun(lay_out(town(4, "ann", chance_of_leaving_post_per_year=0.9, chance_of_filling_a_post_per_month=0.5)), 3)
    for month in range(1, 31):
        run_months(handle(state), month)
        alive = state.partnerships.stage == ALIVE
        hers = state.seats[(state.seats.is_coordinator == 1) & (state.organisations.active[state.seats.organisation] == 1)]
        hers = hers[alive[hers.partnership]]
        if len(hers):
            assert len(set(hers.generation + (hers.holder < 0))) == 1  # where nobody sits, the next one is to come


def mean_of(ensemble: Ensemble, measure: str, first: int, last: int, case: int = 0) -> Any:
    return ensemble.monthly[measure][:, case, first - 1 : last].mean(axis=1)


def test_divided_hours_are_fewer_for_each() -> None:
    """[W1] What one partnership gets, another asks for in vain."""
    alone, beside = (runs(town(count, growth_of_hours_with_memberships=0.0, commitment_at_start=0.9)) for count in (1, 4))
    assert (mean_of(beside, "hours", 2, 12) < mean_of(alone, "hours", 2, 12)).mean() > 0.9


def test_a_shared_coordinators_departure_is_felt_in_every_partnership() -> None:
    """[W2] Nothing befalls the second partnership itself: what she knew of the others is lost there too."""
    leaving = Event(month=8, kind="key_person_leaves", whom="number-0:coordinator")
    for coordinator, travels in (("ann", True), (None, False)):
        scenario = town(2, coordinator, association=None, **NO_NEWS_AND_HOURS_FOR_ALL)
        arms = (with_events(scenario, leaving), scenario)
        after, before = (mean_of(runs(each, range(60)), "expectations_known", 8, 11, 1) for each in arms)
        assert (np.nanmean(after - before) < 0) == travels


def test_bad_experience_with_an_organisation_is_known_in_its_other_partnerships() -> None:
    """[W3] A quarrel in one lowers the trust that others have in the same organisations elsewhere, and only where it is shared."""
    quarrels = tuple(Event(month=month, kind="quarrel", whom="number-0", size=1.0) for month in range(3, 20))
    scenario = town(2, news_that_travels_per_month=0.2)
    effect = mean_of(runs(with_events(scenario, *quarrels)), "trust", 10, 20, 1) - mean_of(runs(scenario), "trust", 10, 20, 1)
    assert effect.mean() < 0
    deaf = town(2, news_that_travels_per_month=0.0, growth_of_hours_with_memberships=1.0)
    still = mean_of(runs(with_events(deaf, *quarrels)), "trust", 10, 12, 1) - mean_of(runs(deaf), "trust", 10, 12, 1)
    assert still == pytest.approx(0.0, abs=1e-12)


def test_time_divided_between_partnerships_is_never_more_than_one() -> None:
    assert [part_of_time(seats, 1.0) * seats for seats in (1, 2, 4)] == pytest.approx([1.0, 1.0, 1.0])
    assert [part_of_time(seats, 0.0) for seats in (1, 2, 4)] == [1.0, 1.0, 1.0]
