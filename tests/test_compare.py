"""Arms side by side: the same chance in all, runs until the error asked for, prices from declared unit costs."""

import doctest
from typing import Any

import numpy as np
import pytest

import samvirke
from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.comparison import comparison as comparisons
from samvirke.analysis.comparison.comparison import Comparison, compare
from samvirke.analysis.comparison.costs import cost_of
from samvirke.analysis.comparison.prior_width import RUNS_PER_DRAW
from samvirke.analysis.measure import PERCENT
from samvirke.analysis.measures import MEASURES, measured
from samvirke.api import runs as from_python
from samvirke.model.draws import UNCERTAIN, prior_draws, records_at
from samvirke.model.ensemble import simulate
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import ScenarioError, read_scenario
from samvirke.model.scenario.resolved import Event, Lever, Text
from samvirke.model.world import lay_out
from tests.ensembles import TINY, changed, same_bits, tiny

WORDS = Text(da="a", en="a")
OPENNESS = Lever(label=WORDS, low=0.0, high=1.0, step=0.1, cost_hours_per_month=6.0, cost_dkk=1000.0)
GRANT_MONTHS = 20


@pytest.fixture
def five_draws(monkeypatch: pytest.MonkeyPatch) -> Posterior:
    """A posterior of five draws from the prior, and a scenario that has it."""
    posterior = Posterior("made-up", prior_draws(5, 1), np.full(5, 0.2), np.zeros(5), {"sampled": [], "scenario": "tiny"}, ())
    monkeypatch.setattr(comparisons, "posterior_of", lambda scenario: posterior)
    return posterior


@pytest.fixture(scope="module")
def all_arms() -> Comparison:
    return compare(tiny(), replicates=24)


def test_an_arm_that_changes_nothing_differs_by_exactly_nothing(all_arms: Comparison):
    rows = all_arms.differences[all_arms.differences["arm"] == "nothing-changes"]
    assert list(rows["measure"]) == [name for name, measure in MEASURES.items() if not measure.watches]
    assert not rows[["mean", "low", "high", "spread_over_lives"]].dropna().to_numpy().any()
    assert list(rows["level_arm"]) == pytest.approx(list(rows["level_baseline"]), nan_ok=True)


def test_pairs_that_all_agree_do_not_show_that_none_would_differ(all_arms: Comparison):
    rows = all_arms.differences[all_arms.differences["arm"] == "nothing-changes"].dropna(subset=["mean"])
    counted = [MEASURES[name].unit == PERCENT for name in rows["measure"]]
    assert list(rows["mc_error"] > 0.0) == counted


def test_all_arms_but_the_baseline_are_compared_if_none_is_named(all_arms: Comparison):
    assert all_arms.arms == ("nothing-changes", "open-talk", "anchoring-from-month-8", "longer-grant")
    assert set(all_arms.differences["scenario"]) == {"tiny"}


def test_another_arm_may_be_the_baseline(all_arms: Comparison):
    turned = compare(tiny(), ["baseline"], baseline="open-talk", replicates=24).differences
    straight = all_arms.differences[all_arms.differences["arm"] == "open-talk"]
    assert list(turned["mean"]) == pytest.approx(list(-straight["mean"]), nan_ok=True)


def test_the_order_of_arms_changes_nothing(all_arms: Comparison):
    turned = compare(tiny(), all_arms.arms[::-1], replicates=24)
    assert all(same_bits(all_arms.measured[arm], turned.measured[arm]) for arm in all_arms.measured)


def test_every_arm_has_the_same_seeds_and_draws(five_draws: Posterior, monkeypatch: pytest.MonkeyPatch):
    simulated: dict[str, list[Any]] = {}

    def noted(world: Any, seeds: Any, records: Any, numbers: Any) -> Any:
        simulated.setdefault(world.arm, []).extend(zip(seeds, numbers, (each.tobytes() for each in records), strict=True))
        return simulate(world, seeds, records, numbers)

    monkeypatch.setattr(comparisons, "simulate", noted)
    what = compare(tiny(), ["open-talk", "longer-grant"], replicates=30, seed=7)
    assert sorted(simulated["baseline"]) == sorted(simulated["open-talk"]) == sorted(simulated["longer-grant"])
    assert list(what.seeds) == list(range(7, 37))
    assert list(what.draws) == [(seed - 1) // RUNS_PER_DRAW % 5 + 1 for seed in range(7, 37)]


def test_a_pair_of_runs_is_what_the_two_runs_are_alone(five_draws: Posterior):
    what = compare(tiny(), ["open-talk"], replicates=6)
    for arm in ("baseline", "open-talk"):
        alone = measured(simulate(lay_out(tiny(), arm, events=False), what.seeds, five_draws.of_numbers(what.draws)))
        assert same_bits(what.measured[arm], alone)


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> Posterior:
    """A posterior that hardly leaves anything open: draws of the prior, all nearly alike."""
    near_the_middle = 0.5 + 0.02 * (np.random.default_rng(1).random((30, len(UNCERTAIN))) - 0.5)
    draws = records_at(UNCERTAIN, near_the_middle)
    posterior = Posterior("made-up", draws, np.full(30, 1 / 30), np.zeros(30), {"sampled": [], "scenario": "tiny"}, ())
    monkeypatch.setattr(comparisons, "posterior_of", lambda scenario: posterior)
    return posterior


def test_the_prior_leaves_more_open_than_a_narrow_posterior(narrow: Posterior):
    what = compare(tiny(), ["open-talk"], replicates=120)
    rows = what.differences[what.differences["measure"].isin(["trust", "conflict", "synergy"])]
    assert len(rows) == 3
    assert (rows["width_of_prior"] > 2.0 * (rows["high"] - rows["low"])).all()
    assert what.draws_of_prior == 30


def test_without_a_posterior_there_is_no_width_of_a_prior(all_arms: Comparison):
    assert compare(tiny(), ["open-talk"], replicates=100).differences["width_of_prior"].isna().all()
    assert all_arms.draws_of_prior == 0


def test_without_the_runs_of_the_prior_all_else_is_the_same(narrow: Posterior):
    with_prior, without = (compare(tiny(), ["open-talk"], replicates=80, prior=each) for each in (True, False))
    assert without.differences["width_of_prior"].isna().all()
    assert with_prior.differences["width_of_prior"].notna().any()
    assert with_prior.differences.drop(columns="width_of_prior").equals(without.differences.drop(columns="width_of_prior"))
    assert without.draws_of_prior == 0


def test_of_few_draws_the_width_of_the_prior_is_not_known(narrow: Posterior):
    assert compare(tiny(), ["open-talk"], replicates=79).differences["width_of_prior"].isna().all()


def test_the_runs_of_the_prior_have_the_seeds_of_the_posterior_and_the_same_draws_in_every_arm(
    narrow: Posterior, monkeypatch: pytest.MonkeyPatch
):
    simulated: dict[str, list[Any]] = {}
    told: list[tuple[int, int]] = []

    def noted(world: Any, seeds: Any, records: Any, numbers: Any) -> Any:
        simulated.setdefault(world.arm, []).extend(zip(seeds, numbers, (each.tobytes() for each in records), strict=True))
        return simulate(world, seeds, records, numbers)

    monkeypatch.setattr(comparisons, "simulate", noted)
    compare(tiny(), ["open-talk", "longer-grant"], replicates=84, seed=7, progress=lambda done, of: told.append((done, of)))
    assert sorted(simulated["baseline"]) == sorted(simulated["open-talk"]) == sorted(simulated["longer-grant"])
    of_posterior = {each.tobytes() for each in narrow.draws}
    of_prior = sorted((seed, number) for seed, number, record in simulated["baseline"] if record not in of_posterior)
    assert of_prior == [(seed, (seed - 7) // 2 + 1) for seed in range(7, 7 + 84 // 2)]
    assert told[-1] == (3 * (84 + len(of_prior)), 3 * (84 + len(of_prior)))


def test_runs_are_added_until_the_error_is_as_small_as_asked():
    def error(what: Comparison) -> float:
        return float(what.differences.set_index("measure").loc["trust", "mc_error"])  # type: ignore[arg-type]

    first = compare(tiny(), ["open-talk"], replicates=80)
    until = 0.8 * error(first)
    more = compare(tiny(), ["open-talk"], until=until, until_measure="trust")
    assert error(more) <= until
    assert len(more.seeds) > 80
    assert same_bits(first.measured["open-talk"], more.measured["open-talk"][:80])


def test_an_error_that_is_never_reached_ends_at_the_most_runs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(comparisons, "MOST_RUNS", 100)
    assert len(compare(tiny(), ["open-talk"], until=1e-9, until_measure="trust").seeds) == 100


def test_progress_is_told_and_never_goes_back():
    told: list[tuple[int, int]] = []
    compare(tiny(), ["open-talk"], replicates=90, progress=lambda done, of: told.append((done, of)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (180, 180)


def test_what_comes_after_the_last_month_is_not_known_and_never_0():
    found = compare(read_scenario("partnerskabspuljen", only=["baby-sikker"]), ["grant-twice-as-long"], replicates=4)
    rows: Any = found.differences.set_index("measure")
    assert rows.loc["activity_alive_36_months", ["level_arm", "mean", "low", "high", "mc_error", "probability_better"]].isna().all()
    assert rows.loc["activity_alive_36_months", "level_baseline"] >= 0.0
    assert not np.isnan(rows.loc["continues_a_year_later", "mean"])


def test_of_a_grant_without_an_end_it_is_not_known_what_is_left_when_it_ends():
    compared = compare(read_scenario("silkeborg-naermiljoe"), ["permanent-money"], replicates=4)
    found: Any = compared.differences.set_index("measure")
    late = [name for name, measure in MEASURES.items() if measure.after is not None and name in found.index]
    assert found.loc[late, "mean"].isna().all()
    assert not found.loc[["trust", "citizens_reached"], "mean"].isna().any()


def test_an_error_that_cannot_be_known_asks_for_no_more_runs():
    scenario = read_scenario("silkeborg-naermiljoe")
    assert len(compare(scenario, ["permanent-money"], until=0.1, until_measure="continues").seeds) == 80


def test_whatever_is_wrong_is_reported_at_once():
    with pytest.raises(ScenarioError) as refusal:
        compare(tiny(), ["open-tlk"], baseline="basline", until_measure="continus", until=0.0, replicates=0)
    wording = str(refusal.value)
    for expected in (
        '--arm open-tlk: tiny has no such arm; the nearest is "open-talk"', '"baseline"', '"continues"', "--until: 0 must be above 0",
        "--replicates: 0 must be at least 1",
    ):  # fmt: skip
        assert expected in wording


def test_a_scenario_without_arms_has_nothing_to_compare():
    alone = changed(arms={"baseline": tiny().arms["baseline"]})
    with pytest.raises(ScenarioError, match="there is no arm to compare with baseline"):
        compare(alone)


def test_a_lever_costs_its_unit_cost_times_how_far_it_is_turned():
    turned = 0.95 - REGISTRY["openness"].default
    cost = cost_of(changed(levers={"openness": OPENNESS}), "open-talk")
    assert cost.hours == pytest.approx(6.0 * turned * GRANT_MONTHS)
    assert cost.dkk == pytest.approx(1000.0 * turned)


def test_a_lever_turned_midway_costs_the_months_it_stands_so():
    turns = Event(month=GRANT_MONTHS - 4, kind="set_lever", whom="all", size=0.95, lever="openness")
    late = tiny().arms["open-talk"].model_copy(update={"levers": {}, "events": (turns,)})
    cost = cost_of(changed(levers={"openness": OPENNESS}, arms={**tiny().arms, "late": late}), "late")
    assert cost.hours == pytest.approx(6.0 * (0.95 - REGISTRY["openness"].default) * 5)


def test_a_lever_turned_back_saves_as_much():
    back = tiny().arms["open-talk"].model_copy(update={"levers": {"openness": 0.0}})
    cost = cost_of(changed(levers={"openness": OPENNESS}, arms={**tiny().arms, "closed": back}), "closed")
    assert cost.hours == pytest.approx(-6.0 * REGISTRY["openness"].default * GRANT_MONTHS)


def test_a_longer_grant_costs_its_months_and_an_arm_without_prices_nothing():
    assert cost_of(tiny(), "longer-grant").dkk == pytest.approx(900_000 * 12 / 20)
    assert np.isnan([*vars(cost_of(tiny(), "open-talk")).values()]).all()


def test_what_an_arm_says_it_costs_counts_before_anything_else():
    wording = tiny().arms["longer-grant"].model_copy(update={"cost_dkk": 5.0, "cost_hours": 7.0})
    assert vars(cost_of(changed(arms={**tiny().arms, "longer-grant": wording}), "longer-grant")) == {"hours": 7.0, "dkk": 5.0}


def test_costs_stand_in_the_table(all_arms: Comparison):
    for arm, column, expected in (("longer-grant", "cost_dkk", 540_000.0), ("longer-grant", "cost_hours", 0.0)):
        rows = all_arms.differences[all_arms.differences["arm"] == arm]
        assert rows[column].unique().tolist() == [expected]
    unpriced = all_arms.differences[all_arms.differences["arm"] == "open-talk"]
    assert unpriced[["cost_hours", "cost_dkk"]].isna().all(axis=None)


def test_the_python_door_gives_the_same_table(all_arms: Comparison):
    table = samvirke.compare(TINY, ["open-talk"], replicates=24)
    same = all_arms.differences[all_arms.differences["arm"] == "open-talk"].reset_index(drop=True)
    assert table.equals(same)
    assert samvirke.compare(read_scenario(TINY), ["open-talk"], replicates=24).equals(same)


def test_the_example_of_the_python_door_runs():
    runner = doctest.DocTestRunner()
    for example in doctest.DocTestFinder().find(from_python.compare, "compare"):
        runner.run(example)
    assert runner.summarize(verbose=False) == (0, 4)
