"""How partnerships go about things at the start: what goes together, and what a plan promises for its money."""

from typing import Any

import numpy as np
import pytest

from samvirke.model.scenario import read_scenario
from samvirke.model.world import lay_out
from tests.ensembles import begun, changed, tiny

MANY = 40


def practices(together: float) -> Any:
    """Openness and shared power of the 37 partnerships at the start of many runs (2 x runs x partnerships)."""
    scenario = read_scenario("partnerskabspuljen", parameters={"practices_go_together": together, "difference_between_partnerships": 0.5})
    world = lay_out(scenario)
    policies = [begun(world, seed).policies for seed in range(MANY)]
    return np.array([[each[name] for each in policies] for name in ("openness", "shared_power")])


def correlation(together: float) -> float:
    return float(np.corrcoef(practices(together).reshape(2, -1))[0, 1])


def test_practices_go_together_as_far_as_the_parameter_says():
    assert abs(correlation(0.0)) < 0.1
    assert 0.1 < correlation(0.5) < 0.45  # both follow the common draw in a quarter of all partnerships
    assert correlation(1.0) > 0.9


def test_going_together_spreads_no_practice_more():
    alone, common = (practices(together).std(axis=(1, 2)) for together in (0.0, 1.0))
    np.testing.assert_allclose(alone, common, rtol=0.1)


def test_a_practice_that_is_set_follows_no_common_draw():
    cases = tuple(each.model_copy(update={"levers": {"openness": 0.37}}) for each in tiny().partnerships)
    scenario = changed(partnerships=cases, parameters={"practices_go_together": 1.0, "difference_between_partnerships": 0.5})
    assert set(begun(lay_out(scenario), 3).policies["openness"]) == {0.37}


def promised(months: int) -> float:
    """Output promised per month by a partnership whose grant pays as much per month for so long."""
    pays = {"amount_dkk": 50_000.0 * months, "months": months}
    cases = tuple(
        each.model_copy(update={"grants": tuple(grant.model_copy(update=pays) for grant in each.grants)}) for each in tiny().partnerships
    )
    world = lay_out(changed(partnerships=cases, months=100))
    return float(begun(world, 3).partnerships[0].promised_output / months)


def test_a_long_grant_promises_per_month_what_a_short_one_does():
    assert promised(72) == pytest.approx(promised(36))
