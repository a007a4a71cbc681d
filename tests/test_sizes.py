"""Both extremes of size: two get by without structure, thirty-seven do not."""

from typing import Any

import numpy as np

from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.scenario import read_scenario
from samvirke.model.world import lay_out

PAIR, FORUM = "maend-i-fokus", "forum-for-maends-sundhed"
SEEDS = range(12)


def runs_of(case: str, structure: float) -> Ensemble:
    scenario = read_scenario("partnerskabspuljen", only=[case])
    arm = scenario.arms["baseline"].model_copy(update={"levers": {"structure": structure}})
    return simulate(lay_out(scenario.model_copy(update={"arms": {"baseline": arm}}), events=False), SEEDS)


def year_two(ensemble: Ensemble, measure: str) -> Any:
    return ensemble.monthly[measure][:, 0, 12:24].mean(axis=1)


def test_a_pair_of_charities_works_informally() -> None:
    informal, fixed = runs_of(PAIR, 0.0), runs_of(PAIR, 1.0)
    assert year_two(informal, "attendance").mean() > 0.6
    assert abs(year_two(informal, "trust").mean() - year_two(fixed, "trust").mean()) < 0.03


def test_a_forum_without_structure_loses_its_periphery() -> None:
    informal, fixed = runs_of(FORUM, 0.0), runs_of(FORUM, 1.0)
    assert (year_two(fixed, "attendance") > year_two(informal, "attendance")).all()
    assert year_two(informal, "attendance").mean() < 0.4
    assert (year_two(fixed, "expectations_known") > year_two(informal, "expectations_known")).all()
    gone = informal.partnerships["organisations_at_end"].mean() - fixed.partnerships["organisations_at_end"].mean()
    assert gone <= 0


def test_without_structure_the_pair_trusts_more_than_the_forum() -> None:
    difference = year_two(runs_of(PAIR, 0.0), "trust") - year_two(runs_of(FORUM, 0.0), "trust")
    assert np.mean(difference) > 0
