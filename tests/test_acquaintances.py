"""Who knows whom among the citizens of a place, and what they see of each other."""

from typing import Any

import numpy as np
import pytest

from samvirke.model.agents.citizen import CONTACTED, LAPSED, MOST_ACQUAINTANCES, PARTICIPATING, VOLUNTEERING
from samvirke.model.agents.partnership import ONE_OFF
from samvirke.model.fields import NOBODY
from samvirke.model.scenario import read_scenario
from samvirke.model.world import lay_out
from tests.ensembles import begun, changed, simulated

TIES = [f"acquaintance_{number}" for number in range(MOST_ACQUAINTANCES)]


def ties_of(citizens: Any) -> tuple[Any, Any]:
    """Who knows, and whom."""
    pairs = [(np.flatnonzero(citizens[name] != NOBODY), citizens[name][citizens[name] != NOBODY]) for name in TIES]
    return np.concatenate([one for one, _ in pairs]), np.concatenate([other for _, other in pairs])


@pytest.fixture(scope="module")
def at_first() -> Any:
    return begun(lay_out(read_scenario("partnerskabspuljen"), events=False), 3).citizens


def test_acquaintances_are_mutual_and_live_in_one_place(at_first: Any) -> None:
    one, other = ties_of(at_first)
    assert sorted(zip(one, other, strict=True)) == sorted(zip(other, one, strict=True))
    assert (at_first.partnership[one] == at_first.partnership[other]).all()
    assert (one != other).all()


def test_nearly_all_know_four_and_nobody_more(at_first: Any) -> None:
    known = np.bincount(ties_of(at_first)[0], minlength=len(at_first))
    assert known.max() <= MOST_ACQUAINTANCES
    assert known.mean() > MOST_ACQUAINTANCES - 0.1


def test_like_knows_like_in_resources(at_first: Any) -> None:
    one, other = ties_of(at_first)
    assert np.corrcoef(at_first.resources[one], at_first.resources[other])[0, 1] > 0.15


def test_arms_and_draws_agree_on_who_knows_whom_and_runs_do_not() -> None:
    plain = begun(lay_out(changed()), 5).citizens
    vulnerable = begun(lay_out(changed(parameters={"share_vulnerable_in_general": 0.9, "resources_of_others": 0.3})), 5).citizens
    other_run = begun(lay_out(changed()), 6).citizens
    assert all(np.array_equal(plain[name], vulnerable[name]) for name in TIES)
    assert not all(np.array_equal(plain[name], other_run[name]) for name in TIES)


@pytest.mark.parametrize("months", [14, 30, 40])
def test_everybody_sees_which_of_her_acquaintances_are_there_and_which_have_gone(months: int) -> None:
    state = simulated(lay_out(changed()), 2, months)
    citizens = state.citizens
    one, other = ties_of(citizens)
    there = np.isin(citizens.stage, (PARTICIPATING, VOLUNTEERING))
    gone = np.isin(citizens.stage, (CONTACTED, LAPSED)) & (citizens.ever_participated == 1)
    assert np.array_equal(np.bincount(one, there[other], len(citizens)), citizens.acquaintances_there)
    assert np.array_equal(np.bincount(one, gone[other], len(citizens)), citizens.acquaintances_gone)


def test_a_festival_meets_many_at_once_and_nobody_stays() -> None:
    cases = tuple(case.model_copy(update={"format": "one_off", "citizen_facing": True}) for case in changed().partnerships)
    state = simulated(lay_out(changed(partnerships=cases)), 2)
    assert set(state.partnerships.format) == {ONE_OFF}
    assert (state.partnerships.ever_participated > 0).all()
    assert not state.partnerships.left_behind.any()
    assert not state.citizens.acquaintances_there.any()
