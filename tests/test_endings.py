"""Endings have a content: what goes on has somebody who runs it and somebody who comes, and what has ended has no state."""

from typing import Any

import numpy as np
import pytest

from samvirke.analysis.measures import MEASURES
from samvirke.analysis.run.tables import tables_of
from samvirke.model.agents.activity import CAUSES, GOES_ON, HOST_KINDS
from samvirke.model.agents.activity import ENDED as ENDED_ACTIVITY
from samvirke.model.agents.partnership import ENDED, ENDED_ACTIVITIES_CONTINUE, FIXED_MONTHS
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.events import ACTIVITY_ENDS, KIND_NUMBER
from samvirke.model.extensions import run_months
from samvirke.model.fields import NEVER
from samvirke.model.handle import handle
from samvirke.model.parameters import REGISTRY
from samvirke.model.processes.going_on import USUAL_MEMBERS, fewest_hours
from samvirke.model.scenario import read_scenario
from samvirke.model.world import lay_out
from tests.ensembles import begun, changed, tiny

STATES = (
    "trust", "shared_understanding", "expectations_known", "tension", "conflict", "communication", "role_clarity", "know_how",
    "commitment", "ownership", "attendance", "synergy", "attainment", "visibility", "money_outlook",
)  # fmt: skip
SEEDS = range(12)
LONG = 84
NOTHING_IS_GIVEN_UP = {"chance_of_activity_stopping_per_month": 0.0}


def runs(**parameters: float) -> Ensemble:
    return runs_of(LONG, parameters)


def runs_of(months: int, parameters: dict[str, float]) -> Ensemble:
    return simulate(lay_out(changed(months=months, parameters=parameters)), SEEDS)


def after_the_end(ensemble: Ensemble) -> Any:
    """Which months (runs x partnerships x months) are later than the one the partnership ended in."""
    month = np.arange(1, ensemble.monthly.shape[2] + 1)
    return month > ensemble.partnerships["end_month"][..., None]


@pytest.mark.parametrize("state", STATES)
def test_a_state_of_what_has_ended_is_null_and_was_known_until_then(state: str) -> None:
    ensemble = runs()
    ended = after_the_end(ensemble)
    assert ended.any()
    assert np.isnan(ensemble.monthly[state][ended]).all()
    with_members = ~ended & (ensemble.monthly["organisations"] > 0)
    if state != "attainment":  # which is not known until something is due
        assert not np.isnan(ensemble.monthly[state][with_members]).any()


def test_what_has_ended_has_no_members_and_its_quality_is_that_of_what_still_runs() -> None:
    ensemble = runs()
    ended, running = after_the_end(ensemble), ensemble.monthly["activities"] > 0
    assert (ensemble.monthly["organisations"][ended] == 0).all()
    assert np.isnan(ensemble.monthly["quality"][ended & ~running]).all()
    assert not np.isnan(ensemble.monthly["quality"][ended & running]).any()


def test_states_of_what_has_ended_are_null_in_the_table() -> None:
    ensemble = runs()
    trust = tables_of(ensemble)["monthly"]["trust"]
    assert trust.null_count == int(np.isnan(ensemble.monthly["trust"]).sum()) > 0


def test_a_mean_over_the_grant_leaves_out_what_has_ended() -> None:
    ensemble = runs(trust_that_keeps_a_partnership_together=1.0, chance_of_dissolving_per_month=0.5)
    early = ensemble.partnerships["end_month"] < ensemble.partnerships["grant_end"]
    assert early.any()
    measured = MEASURES["trust_over_grant"].of(ensemble)
    assert not np.isnan(measured).any()
    assert (measured > 0.0).all()


def test_activities_continue_only_where_somebody_runs_them_and_somebody_comes() -> None:
    ensemble = runs(**NOTHING_IS_GIVEN_UP)
    declared = ensemble.partnerships["future"] == ENDED_ACTIVITIES_CONTINUE
    assert declared.any()
    for run, p in zip(*np.nonzero(declared), strict=True):
        record = ensemble.partnerships[run, p]
        month = int(min(record.end_month, record.grant_end))
        now, then = ensemble.monthly[run, p][month - 1], ensemble.monthly[run, p][month]
        assert then["activities"] > 0
        assert then["host_hours"] + then["volunteer_hours"] > 0.0
        assert now["participants"] > 0 or not record.citizen_facing


@pytest.mark.parametrize(
    ("missing", "hopeless"),
    [("nobody_ran_it", {"hours_that_keep_an_activity": 100.0}), ("nobody_came", {"persons_that_keep_an_activity": 100.0})],
)  # fmt: skip
def test_what_nobody_runs_or_comes_to_is_gone_in_time(missing: str, hopeless: dict[str, float]) -> None:
    ensemble = runs(**hopeless, **NOTHING_IS_GIVEN_UP, months_an_activity_lives_empty=3.0)
    ended = (ensemble.partnerships["stage"] == ENDED) & ((ensemble.partnerships["citizen_facing"] == 1) | (missing == "nobody_ran_it"))
    late = ensemble.partnerships["end_month"] + 3 < LONG
    assert (ensemble.monthly["activities"][..., -1][ended & late] == 0).all()
    causes = {CAUSES[event["other"]] for events in ensemble.events for event in events if event["kind"] == ACTIVITY_ENDS}
    assert missing in causes


def test_every_activity_that_ends_has_its_cause() -> None:
    ensemble = runs()
    ended = [event for events in ensemble.events for event in events if event["kind"] == ACTIVITY_ENDS]
    assert ended
    assert all(event["other"] > GOES_ON for event in ended)


def test_an_activity_that_waits_for_a_host_runs_on_fewer_hours_and_not_for_ever() -> None:
    ensemble = runs(
        last_call_for_hosts=0.0, chance_of_finding_a_host_per_month=0.0, wish_of_hosts_outside=0.0, months_an_activity_waits_for_a_host=6.0
    )
    waits = KIND_NUMBER["waits_for_host"]
    waiting = [(run, event) for run, events in enumerate(ensemble.events) for event in events if event["kind"] == waits]
    months = [(run, int(event["partnership"]), int(event["month"])) for run, event in waiting]
    assert months
    for run, p, month in months:
        assert ensemble.monthly["activities"][run, p, month] > 0
        if month + 7 < LONG:  # counted before it ends in its last month
            assert ensemble.monthly["activities"][run, p, month + 7] < ensemble.monthly["activities"][run, p, month - 1]


def test_hosts_outside_the_members_are_found_where_they_wish_to_be() -> None:
    outside = KIND_NUMBER["host_outside_found"]

    def kinds(wish: float) -> set[str]:
        ensemble = runs(wish_of_hosts_outside=wish)
        return {HOST_KINDS[event["other"]] for events in ensemble.events for event in events if event["kind"] == outside}

    assert kinds(0.0) == set()
    assert len(kinds(1.0)) > 1


def test_a_host_outside_keeps_its_kind_and_no_row() -> None:
    state = begun(lay_out(changed(months=LONG, parameters={"wish_of_hosts_outside": 1.0})), 5)
    for month in range(1, LONG + 1):
        run_months(handle(state), month)
        activities = state.activities
        assert ((activities.host < 0) | (activities.host_kind == 0)).all()
        assert (activities.host_hours[activities.stage == ENDED_ACTIVITY] == 0.0).all()


def test_what_is_there_at_fixed_dates_agrees_with_the_months() -> None:
    ensemble = runs()
    for month in FIXED_MONTHS:
        alive, months = ensemble.partnerships[f"activities_month_{month}"], ensemble.monthly[..., month - 1]
        assert (alive <= months["activities"]).all()
        nobody = (months["host_hours"] + months["hours"] + months["volunteer_hours"] == 0.0) | (
            (months["participants"] == 0) & (ensemble.partnerships["citizen_facing"] == 1)
        )
        assert nobody.any()
        assert (alive[nobody] == 0).all()
        served = ensemble.partnerships[f"citizens_month_{month}"] * ensemble.world.scenario.population.persons_per_citizen
        after_joining = ensemble.monthly["participants"][..., month - 1] > 0
        assert (served[after_joining] > 0).all()
        assert (served <= ensemble.partnerships["ever_participated"] * ensemble.world.scenario.population.persons_per_citizen).all()


def test_a_fixed_date_that_the_run_does_not_reach_is_not_known() -> None:
    table, measures = tables_of(runs_of(50, {}))["outcomes"], MEASURES["activity_alive_month_60"].of(runs_of(50, {}))
    for month in FIXED_MONTHS:
        for column in (f"partnership_alive_month_{month}", f"activities_alive_month_{month}", f"citizens_month_{month}"):
            assert table[column].null_count == (len(table) if month > 50 else 0)
    assert np.isnan(measures).all()


WAYS_TO_END_EARLY = (
    "chance_of_dissolving_per_month", "chance_of_exit_per_month", "chance_of_leaving_in_conflict_per_month",
    "chance_of_leaving_when_busy_per_month",
    "chance_of_leaving_post_per_year", "chance_of_reorganisation_per_year",
)  # fmt: skip


def test_some_partnerships_dissolve_before_the_grant_ends_where_trust_is_gone() -> None:
    ensemble = runs(trust_at_start=0.0, trust_that_keeps_a_partnership_together=1.0, chance_of_dissolving_per_month=1.0)
    assert (ensemble.partnerships["end_month"] < ensemble.partnerships["grant_end"]).mean() > 0.5
    calm = runs(**dict.fromkeys(WAYS_TO_END_EARLY, 0.0))
    assert (calm.partnerships["end_month"] < calm.partnerships["grant_end"]).mean() == 0.0


@pytest.mark.slow
def test_the_37_still_have_all_four_futures() -> None:
    ensemble = simulate(lay_out(read_scenario("partnerskabspuljen"), events=False), range(8))
    assert set(np.unique(ensemble.partnerships["future"])) == {0, 1, 2, 3}
    assert (ensemble.partnerships["end_month"] == NEVER).any()


def test_the_more_members_the_more_hours_it_takes_to_go_on() -> None:
    """[T7, E8] Coordination grows with the number of partners, and so does what a partnership needs that goes on without a grant."""
    state = handle(begun(lay_out(tiny()), 1))
    hours = [fewest_hours(state, organisations) for organisations in range(2, 36)]
    assert np.all(np.diff(hours) > 0.0)
    assert hours[USUAL_MEMBERS - 2] == pytest.approx(float(REGISTRY["hours_that_keep_a_partnership_going"].default))
