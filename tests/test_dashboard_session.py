"""What a page of the dashboard knows, before anything is drawn."""

import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.comparison.comparison import compare
from samvirke.analysis.survey.instrument import answers
from samvirke.model.chance import HIGHEST_SEED
from samvirke.model.ensemble import simulate
from samvirke.model.items import ITEM_NUMBER, SEVEN_CS
from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario
from samvirke.model.scenario.resolved import Text
from samvirke.viz.dashboard.content.compare import most_helpful, what_the_data_add
from samvirke.viz.dashboard.runs import session as sessions
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.followed_run import TURNED, FollowedRun, alone, seven_cs_as_they_are, turned
from samvirke.viz.dashboard.runs.paired_runs import PAIRS, of_100
from samvirke.viz.dashboard.runs.session import Session

MEALS = Address(scenario="one-partnership", case="shared-meals")
POOL = Address(case="jump4fun")
ALONE = Address(case="mental-sundhed-boligafdelinger")
COORDINATOR_LEAVES = 14

ROOT = Path(__file__).parents[1]


@cache
def session() -> Session:
    return Session()


def run_of(address: Address) -> FollowedRun:
    return session().run(address)


def course(run: FollowedRun, measure: str = "trust") -> Any:
    return np.array(run.course(measure))


def test_stepping_back_shows_what_stepping_on_showed():
    forwards = FollowedRun(run_of(MEALS).scenario, "baseline", 1)
    backwards = FollowedRun(run_of(MEALS).scenario, "baseline", 1)
    there, back = [forwards.frame(month) for month in range(31)], [backwards.frame(month) for month in range(30, -1, -1)]
    assert repr(there) == repr(back[::-1])  # what is not known yet equals nothing, not even itself


@pytest.mark.parametrize("month", [1, 11, 12, 13, 35, 60])
def test_a_month_simulated_again_is_the_month_of_the_whole_run(month: int):
    run = run_of(MEALS)
    np.testing.assert_equal(run.frame(month).measures["trust"], run.course("trust")[month - 1])
    assert run.frame(month).measures["volunteers"] == run.course("volunteers")[month - 1]


def test_the_months_before_and_after_a_run_are_its_first_and_last():
    run = run_of(MEALS)
    assert run.frame(-5) == run.frame(0)
    assert run.frame(999) == run.frame(run.months)


def test_a_partnership_simulated_alone_has_the_run_it_has_among_all():
    """Where it shares nobody with another one."""
    everybody, alone = session().all(ALONE), run_of(ALONE)
    number = [case.case_id for case in everybody.scenario.partnerships].index(ALONE.case)
    np.testing.assert_array_equal(everybody.monthly[number]["trust"], alone.course("trust"))


def test_all_partnerships_are_there_in_every_month():
    everybody = session().all(POOL)
    for month in (0, 1, 40, 84):
        glyphs = everybody.glyphs(month)
        assert len(glyphs) == 37
        assert sum(not glyph.ended_month for glyph in glyphs) == everybody.alive(month)


def test_a_branch_is_the_same_run_up_to_its_month_and_another_one_after():
    branch = replace(MEALS, levers={"openness": 1.0}, branch=18)
    other = session().other_run(branch)
    assert other is not None
    assert (course(other, "tension")[:18] == course(run_of(MEALS), "tension")[:18]).all()
    assert (course(other, "tension")[18:] != course(run_of(MEALS), "tension")[18:]).any()


def test_a_branch_that_turns_a_lever_to_where_it_stands_changes_nothing():
    stands = float(run_of(MEALS).state(18).policies[0]["openness"])
    other = session().other_run(replace(MEALS, levers={"openness": stands}, branch=18))
    assert other is not None
    np.testing.assert_array_equal(course(other), course(run_of(MEALS)))


def test_levers_without_a_branch_hold_from_the_start():
    other = session().other_run(replace(MEALS, levers={"openness": 1.0}))
    assert other is not None
    assert float(other.state(0).policies[0]["openness"]) == 1.0


def test_no_lever_no_other_run():
    assert session().other_run(MEALS) is None
    assert session().pairs(MEALS) is None


def test_the_seven_cs_in_the_month_of_a_questionnaire_are_what_it_found():
    run = run_of(MEALS)
    found = run.last.latent[0, 0]
    means = {name: float(np.mean([found[ITEM_NUMBER[item]] for item in items])) for name, items in SEVEN_CS.items()}
    assert run.frame(12).seven_cs == pytest.approx(means)


def test_asking_how_things_are_does_not_change_them():
    state = run_of(MEALS).state(17)
    before = [getattr(state, name).tobytes() for name in ("latent", "seen", "partnerships", "ties")]
    seven_cs_as_they_are(state)
    assert [getattr(state, name).tobytes() for name in ("latent", "seen", "partnerships", "ties")] == before


def test_answers_on_the_page_are_those_of_a_run():
    run = run_of(MEALS)
    ensemble = simulate(run.world, [MEALS.seed], None if run.draw is None else run.draw.reshape(1))
    given = answers(ensemble)[0, 0, 1]
    when, wording = run.answered(30)
    assert when == 24
    assert wording == {name: tuple(int(given[ITEM_NUMBER[item]]) for item in items) for name, items in SEVEN_CS.items()}


def test_nothing_is_answered_before_the_first_questionnaire():
    assert run_of(MEALS).answered(11) == (0, {})


def leaves_a_hole(run: FollowedRun) -> bool:
    before, after = (run.frame(month).persons[0] for month in (COORDINATOR_LEAVES - 1, COORDINATOR_LEAVES))
    return not before.vacant and after.vacant and after.left_month == COORDINATOR_LEAVES


def test_a_departure_leaves_a_hole_until_somebody_takes_over():
    ensemble = (run_of(replace(MEALS, arm="coordinator-leaves", seed=seed)) for seed in range(1, 30))
    run = next(each for each in ensemble if leaves_a_hole(each))  # the post is not filled at once, and was not empty before
    gone = run.frame(COORDINATOR_LEAVES)
    assert gone.persons[0].left_month == COORDINATOR_LEAVES
    assert gone.holes >= 1
    assert all(0 not in (bond.one, bond.other) for bond in gone.bonds)
    later = next(frame for frame in map(run.frame, range(COORDINATOR_LEAVES, 61)) if not frame.persons[0].vacant)
    assert later.persons[0].generation == 1
    assert later.persons[0].is_new


def test_the_difference_on_the_page_is_that_of_compare():
    pairs = session().pairs(replace(MEALS, levers={"openness": 1.0}))
    assert pairs is not None
    scenario = turned(alone(read_scenario(MEALS.scenario), MEALS.case), "baseline", {"openness": 1.0})
    compared = compare(scenario, (TURNED,), replicates=PAIRS, seed=1).differences.set_index("measure")
    here = pairs.differences.set_index("measure")
    for measure in ("continues", "trust", "citizens_reached"):
        assert here.loc[measure, "mean"] == pytest.approx(compared.loc[measure, "mean"])
        assert here.loc[measure, "low"] == pytest.approx(compared.loc[measure, "low"])


def test_what_the_data_add_is_that_of_compare_and_computed_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sessions, "RUNS_FOR_WIDTHS", 80)
    told: list[tuple[int, int]] = []
    here, levers = Session(), replace(POOL, levers={"anchoring_start_month": 6.0})
    found = here.with_prior(levers, tell=lambda done, of: told.append((done, of)))
    assert found.arms == (TURNED,)
    assert told[-1] == (2 * (80 + 40), 2 * (80 + 40))
    assert here.with_prior(levers) is found
    (line,) = what_the_data_add(found, "continues", language_of("da"))
    assert line.endswith(("smallere.", "bredere.", "antagelserne."))
    assert here.with_prior(levers, ("longer-grant", "earlier-anchoring")).arms == ("longer-grant", "earlier-anchoring")
    assert here.with_prior(replace(POOL, seed=HIGHEST_SEED, levers=levers.levers)).seeds.max() <= HIGHEST_SEED


def test_the_most_helpful_variants_come_first_and_are_few():
    arms = session().arms(MEALS)
    first = most_helpful(arms, "continues")
    assert len(first) == min(3, len(arms))
    assert set(first) <= set(arms)


def test_without_a_posterior_nothing_is_reported_of_the_data(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sessions, "RUNS_FOR_WIDTHS", 80)
    found = Session().with_prior(replace(MEALS, levers={"openness": 1.0}))
    assert what_the_data_add(found, "continues", language_of("en")) == []


def test_the_fan_lies_around_its_middle_and_the_futures_add_up():
    pairs = session().pairs(replace(MEALS, levers={"openness": 1.0}))
    assert pairs is not None
    for ensemble in (pairs.without, pairs.with_levers):
        low, middle, high = ensemble.fan["trust"]
        assert (low <= middle).all()
        assert (middle <= high).all()
        assert sum(ensemble.futures) == 100


def test_the_difference_is_reported_in_both_languages():
    pairs = session().pairs(replace(MEALS, levers={"openness": 1.0}))
    assert pairs is not None
    assert pairs.sentence("trust", "en").endswith(".")
    assert "tilliden" in pairs.sentence("trust", "da").lower()
    assert "timer" in pairs.cost_in_words("da")


@pytest.mark.parametrize("title", ["Tidlig forankring: nu", "Færre møder."])
def test_the_title_of_the_levers_does_not_cut_what_they_change(title: str):
    pairs = session().pairs(replace(MEALS, levers={"openness": 1.0}))
    assert pairs is not None
    alike = pairs.scenario.arms[TURNED].model_copy(update={"title": Text(da=title, en=title)})
    titled = replace(pairs, scenario=pairs.scenario.model_copy(update={"arms": {**pairs.scenario.arms, TURNED: alike, "another": alike}}))
    assert titled.also("trust", "da")
    assert titled.also("trust", "da") == pairs.also("trust", "da")
    assert titled.sentence("trust", "da") == pairs.sentence("trust", "da")
    assert not any(title in each for each in titled.also("trust", "da"))


def test_of_100_are_whole_and_add_up():
    assert of_100(np.array([0, 1, 2])) == (34, 33, 33, 0, 0)
    assert of_100(np.array([-1] * 7)) == (0, 0, 0, 0, 100)


def test_only_the_last_run_of_each_sort_is_kept():
    page = Session()
    ensemble = [page.run(replace(MEALS, seed=seed)) for seed in (1, 2, 1)]
    assert ensemble[0] is not ensemble[2]
    assert page.run(MEALS) is ensemble[2]


@pytest.mark.slow
def test_each_variant_is_simulated_with_the_same_seeds_as_the_baseline():
    arms = session().arms(POOL)
    scenario = session().scenario(POOL)
    assert set(arms) == {name for name, arm in scenario.arms.items() if not arm.changes_nothing}
    assert len({id(pairs.without) for pairs in arms.values()}) == 1
    name, pairs = next(iter(arms.items()))
    turned_there = session().without(replace(POOL, arm=name))
    assert np.array_equal(turned_there.measures, pairs.with_levers.measures, equal_nan=True)


def test_the_session_needs_no_page():
    below = ("samvirke.viz.dashboard.runs.session", "samvirke.viz.dashboard.content.one", "samvirke.viz.dashboard.charts.network")
    program = f"import sys, {', '.join(below)}; sys.exit('solara' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_pandas_is_there_as_a_whole_before_the_first_page_draws():
    program = "import sys, samvirke.viz.dashboard.app; sys.exit(not hasattr(sys.modules.get('pandas'), 'DataFrame'))"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
