"""What W1, W2 and W3 say holds in nearly every draw from the prior, and so does what no single one of them contains."""

from typing import Any

import numpy as np
import pytest

from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.draws import prior_draws
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.events import KEY_PERSON_LEAVES
from samvirke.model.scenario import Scenario
from samvirke.model.scenario.resolved import Event
from samvirke.model.world import lay_out
from tests.test_one_world import TOLERANCE, mean_of, town, with_events

DRAWS, SEEDS_PER_DRAW = 60, 5
ANCHORING_EARLY = Event(month=1, kind="set_lever", whom="all", lever="anchoring_start_month", size=4)


QUARRELS = tuple(Event(month=month, kind="quarrel", whom="number-0", size=1.0) for month in range(3, 12))


def over_the_prior(scenario: Scenario, **fixed: float) -> Ensemble:
    """Some runs per draw, one after the other; parameters that are fixed have the same value in all."""
    draws = prior_draws(DRAWS, 7)
    for name, value in fixed.items():
        draws[name] = value
    return simulate(lay_out(scenario), range(DRAWS * SEEDS_PER_DRAW), np.repeat(draws, SEEDS_PER_DRAW).view(np.recarray))


def per_draw(effect: Any, counts: Any = True) -> Any:
    """Mean effect in each draw, over those of its runs that count and are known; draws without such a run are left out."""
    known = np.where(counts & ~np.isnan(effect), effect, np.nan).reshape(DRAWS, SEEDS_PER_DRAW)
    return np.nanmean(known[~np.isnan(known).all(axis=1)], axis=1)


def with_a_grant_of(amount_dkk: float) -> Scenario:
    """Two partnerships of one municipality; the first has this much money."""
    scenario = with_events(town(2), ANCHORING_EARLY)
    first, second = scenario.partnerships
    grant = first.grants[0].model_copy(update={"amount_dkk": amount_dkk})
    return scenario.model_copy(update={"partnerships": (first.model_copy(update={"grants": (grant,)}), second)})


@pytest.mark.slow
def test_the_success_of_one_makes_money_for_another_look_more_likely() -> None:
    """[W1] The sign holds, but the effect is small, and in these runs no host and no krone more comes of it."""
    poor, rich = over_the_prior(with_a_grant_of(10_000)), over_the_prior(with_a_grant_of(3_000_000))
    assert (per_draw(mean_of(rich, "money_outlook", 7, 20, 1) - mean_of(poor, "money_outlook", 7, 20, 1)) > 0).mean() >= 0.9


@pytest.mark.slow
def test_a_quarrel_in_one_partnership_costs_trust_in_another() -> None:
    """[W3] What is thought of an organisation there is heard here."""
    calm, quarrelsome = over_the_prior(town(2)), over_the_prior(with_events(town(2), *QUARRELS))
    assert (per_draw(mean_of(quarrelsome, "trust", 8, 20, 1) - mean_of(calm, "trust", 8, 20, 1)) < 0).mean() >= 0.9


@pytest.mark.slow
def test_the_departure_of_a_shared_coordinator_travels() -> None:
    """[W2, K1] She leaves one partnership, hence her post; know-how leaves the other with her."""
    leaving = Event(month=8, kind="key_person_leaves", whom="number-0:coordinator")
    staying, left = over_the_prior(town(2, "ann")), over_the_prior(with_events(town(2, "ann"), leaving))
    change = mean_of(left, "know_how", 14, 20, 1) - mean_of(staying, "know_how", 14, 20, 1)  # once successors have come
    assert (per_draw(change, keeps_her_until(staying, 20)) < 0).mean() >= 0.9


@pytest.mark.slow
def test_a_quarrel_elsewhere_frees_hours_and_costs_more_than_they_are_worth() -> None:
    """[W1, W3] Two ways with opposite signs that no rule weighs: without news hours are freed elsewhere, hardly anybody delivers less."""

    def change_of_output(**fixed: float) -> Any:
        calm, quarrelsome = over_the_prior(town(2), **fixed), over_the_prior(with_events(town(2), *QUARRELS), **fixed)
        return per_draw(mean_of(quarrelsome, "output", 13, 24, 1) - mean_of(calm, "output", 13, 24, 1))

    both, hours_alone = change_of_output(), change_of_output(news_that_travels_per_month=0.0)
    assert (both[np.abs(both) > TOLERANCE] < 0).mean() >= 0.9
    assert (both < -0.01).mean() > 0.5
    assert (hours_alone < -TOLERANCE).mean() < 0.2
    assert hours_alone.mean() > 0


def keeps_her_until(ensemble: Ensemble, month: int) -> Any:
    """Per run whether the second partnership's first coordinator stays until a month."""
    left = [
        any(
            each.kind == KEY_PERSON_LEAVES and each.partnership == 1 and each.subject < GENERATIONS_PER_SEAT and each.month <= month
            for each in run
        )
        for run in ensemble.events
    ]
    return ~np.array(left)
