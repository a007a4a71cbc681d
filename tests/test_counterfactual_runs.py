"""Counterfactual runs: runs stopped and gone on with, events and courses called off, practices turned."""

from typing import Any

import pytest

from samvirke.analysis.explanation.changes import CHANGES, COURSES, arm_of, ids_of
from samvirke.analysis.explanation.counterfactual import EVENT, PRACTICE
from samvirke.analysis.explanation.explained_run import run_of
from samvirke.analysis.explanation.explanation import explain
from samvirke.analysis.explanation.forks import begun, gone_on, months_of, nearby_seeds, with_other_chance
from samvirke.model.events import KEY_PERSON_LEAVES
from samvirke.model.scenario import GrantChange, read_scenario
from samvirke.model.scenario.resolved import BASELINE
from samvirke.model.world import lay_out
from tests.ensembles import TINY, differing_parts, same_bits, tiny
from tests.explained import tiny_explained, tiny_run


@pytest.mark.parametrize("month", [0, 1, 13, 20])
def test_going_on_with_its_own_chance_is_the_same_run_to_the_bit(month: int):
    run = tiny_run()
    simulated = run.simulated(monthly=False, events=False).partnerships[0]
    state = tuple(months_of(begun(run.world(), run.draw, run.seed), month))[-1]
    assert same_bits(with_other_chance(state, [run.seed], run.scenario.months)[0], simulated)
    straight_through = gone_on(begun(run.world(), run.draw, run.seed), run.scenario.months)
    assert differing_parts(gone_on(state, run.scenario.months), straight_through) == []


def test_calling_off_nothing_and_an_arm_that_changes_nothing_are_the_same_run_to_the_bit():
    run = tiny_run()
    same = run.world(run.scenario.arms["nothing-changes"])
    one, other = (gone_on(begun(world, run.draw, run.seed), 40, ()) for world in (run.world(), same))
    assert differing_parts(one, other) == []


def test_new_chance_gives_another_run_and_leaves_the_stopped_one_alone():
    run = tiny_run()
    state = begun(run.world(), run.draw, run.seed)
    before = state.partnerships.tobytes()
    first, second = with_other_chance(state, nearby_seeds(run.seed, 2), 30)
    assert not same_bits(first, second)
    assert state.partnerships.tobytes() == before


def test_a_partnership_explained_alone_has_the_run_it_has_among_the_others():
    among = lay_out(tiny())
    alone = tiny_run("without-municipality").simulated(monthly=False, events=False).partnerships[0, 0]
    theirs = gone_on(begun(among, None, 5), 40).partnerships[1]
    for name in ("hours_total", "output_total", "trust", "future", "end_month", "departures"):
        assert alone[name] == theirs[name]


def test_an_event_called_off_from_the_month_before_is_what_an_arm_that_cancels_it_gives():
    run = tiny_run()
    asked = [each for each in tiny_explained().but_for if each.sort == EVENT]
    assert asked
    for each in asked:
        arm = run.scenario.arms[BASELINE].model_copy(update={"cancel": (int(each.event["id"]),)})
        world = run.world(arm)
        assert same_bits(gone_on(begun(world, run.draw, run.seed), world.months).partnerships[0], each.own)


def test_every_event_of_a_course_is_among_the_ids_that_it_calls_off():
    run = tiny_run()
    events = run.simulated().events[0]
    world = run.world()
    for change in COURSES:
        concerned = {int(event["id"]) for event in events if change.concerns(event["kind"], event["subject"])}
        assert concerned <= set(ids_of(change, world, run.scenario.months))
    assert (events["kind"] == KEY_PERSON_LEAVES).any()


@pytest.mark.parametrize("change", COURSES, ids=lambda change: change.name)
def test_a_course_that_is_called_off_never_comes(change: Any):
    world = lay_out(tiny())
    arms = {**tiny().arms, BASELINE: arm_of(change, world, None, 40)}
    state = gone_on(begun(lay_out(tiny().model_copy(update={"arms": arms})), None, 5), 40)
    kept = state.events[: state.clock[0].events]
    assert not any(change.concerns(event["kind"], event["subject"]) for event in kept)


def test_a_practice_that_it_has_already_is_not_asked_about():
    run = run_of(read_scenario(TINY, parameters={"openness": 0.95}), "with-everybody", seed=5)
    asked = {each.change.name for each in explain(run, replicates=20).but_for if each.change and each.sort == PRACTICE}
    assert "open-talk" not in asked
    assert {"postponed-talk", "bridge"} <= asked


def test_anchoring_that_is_left_to_chance_is_not_early_enough():
    change = next(each for each in CHANGES if each.name == "anchoring-from-month-12")
    world = lay_out(tiny())
    for own, wanted in ((-1.0, 12.0), (6.0, 6.0), (30.0, 12.0)):
        assert arm_of(change, world, {"anchoring_start_month": own}, 40).levers["anchoring_start_month"] == wanted


def test_a_bridge_on_top_of_a_longer_grant_adds_its_months():
    change = next(each for each in CHANGES if each.name == "bridge")
    arm = arm_of(change, lay_out(tiny(), "longer-grant"), {}, 40)
    assert arm.grants == GrantChange(longer_by_months=24)


def test_runs_last_until_a_year_after_the_longest_grant_that_is_asked_about():
    assert tiny_run().world().months == 44
    assert run_of(tiny(), "with-everybody", arm="longer-grant").world().months == 56
    assert run_of(read_scenario(TINY, months=20), "with-everybody").world().months == 44
