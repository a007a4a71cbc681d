"""Known answers: what pairing takes away, what chance adds, and which doubt more runs shrink."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from samvirke.analysis.comparison.differences import (
    DIFFERENCES,
    Difference,
    difference,
    differences_table,
    in_order,
    not_simulated_yet,
    table_of_differences,
    within,
    without_chance,
)
from samvirke.analysis.comparison.prior_width import error_of_share, prior_runs, runs_of_prior, share_of_prior, with_width_of_prior
from samvirke.analysis.run.tables import write_csv

NUMBER = 2000
DRAWS = np.repeat(np.arange(NUMBER), 4)


def noise(size: float, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(0.0, size, len(DRAWS))


def real_effect(size: float) -> np.ndarray:
    """An expected difference for every draw: around 10, spread by `size`."""
    return np.repeat(10.0 + size * norm.ppf((np.arange(NUMBER) + 0.5) / NUMBER), 4)


def found(arm: np.ndarray, baseline: np.ndarray, better: int = 1, all_draws: int = NUMBER) -> Difference:
    return difference(arm, baseline, DRAWS, better, all_draws)


def test_what_both_arms_share_goes_out_when_runs_are_paired():
    shared = noise(30.0)
    one = found(shared + 3.0, shared)
    assert (one.mean, one.low, one.high) == pytest.approx((3.0, 3.0, 3.0))
    assert one.mc_error == pytest.approx(0.0, abs=1e-9)
    assert one.probability_better == 1.0


def test_an_arm_that_changes_nothing_differs_by_exactly_nothing():
    shared = noise(30.0)
    one = found(shared, shared)
    assert (one.mean, one.mc_error, one.low, one.high, one.spread_over_lives) == (0.0,) * 5
    assert np.isnan(one.variance_reduction)


def test_pairs_that_all_agree_leave_open_what_one_more_could_have_shown():
    shared = np.zeros(198)
    one = difference(shared, shared, np.arange(198), 1, 198, step=100.0)
    assert (one.mean, one.low, one.high) == (0.0, 0.0, 0.0)
    assert one.mc_error == pytest.approx(100.0 / 200.0**0.5 / 198.0**0.5)


def test_the_level_in_both_arms_stands_beside_the_difference():
    one = found(np.full(len(DRAWS), 14.0), np.full(len(DRAWS), 11.0))
    assert (one.level_baseline, one.level_arm, one.mean) == (11.0, 14.0, 3.0)


def test_sampling_error_does_not_widen_the_interval():
    one = found(real_effect(0.0) + noise(8.0), np.zeros(len(DRAWS)))
    assert one.high - one.low < 4.0  # the draws' means alone would spread by 3.29 x 8 / 2 = 13
    assert one.mean == pytest.approx(10.0, abs=0.6)


def test_the_interval_holds_what_draws_really_expect():
    one = found(real_effect(5.0) + noise(8.0), np.zeros(len(DRAWS)))
    assert one.low == pytest.approx(10.0 - 1.645 * 5.0, abs=1.0)
    assert one.high == pytest.approx(10.0 + 1.645 * 5.0, abs=1.0)
    assert one.spread_over_lives == pytest.approx(np.hypot(5.0, 8.0), abs=0.5)


def test_the_draws_keep_their_mean_when_sampling_error_is_taken_off():
    means = np.array([1.0, 2.0, 6.0])
    assert without_chance(means, np.zeros(3)) == pytest.approx(means)
    assert without_chance(means, np.full(3, 99.0)) == pytest.approx([3.0, 3.0, 3.0])
    assert without_chance(means, np.full(3, means.var() * 0.75)) == pytest.approx([2.0, 2.5, 4.5])


def test_draws_that_were_all_simulated_add_nothing_to_the_error_of_the_mean():
    arm, baseline = real_effect(5.0) + noise(2.0), np.zeros(len(DRAWS))
    of_chance = (within(arm, DRAWS) / len(DRAWS)) ** 0.5
    assert found(arm, baseline, all_draws=NUMBER).mc_error == pytest.approx(of_chance)
    assert found(arm, baseline, all_draws=10**9).mc_error == pytest.approx(np.hypot(of_chance, 5.0 / NUMBER**0.5), rel=0.1)
    assert not_simulated_yet(250, 500) == pytest.approx(0.5 / 250)


def test_without_two_runs_of_a_draw_all_spread_counts_as_sampling_error():
    assert within(np.array([1.0, 3.0]), np.array([1, 2])) == pytest.approx(2.0)
    assert np.isnan(within(np.array([1.0]), np.array([1])))


def test_one_pair_alone_does_not_tell_how_sure_its_difference_is():
    for step in (0.0, 100.0):
        one = difference(np.array([3420.5]), np.array([2642.5]), np.zeros(1, int), 1, 1, step)
        assert (one.mean, one.runs) == (778.0, 1)
        assert np.isnan([one.mc_error, one.low, one.high, one.probability_better, one.spread_over_lives, one.variance_reduction]).all()


def test_pairing_arms_that_share_nothing_gains_nothing():
    assert found(noise(4.0), noise(4.0, seed=2)).variance_reduction == pytest.approx(1.0, abs=0.1)


def test_pairing_arms_that_share_their_chance_gains_much():
    shared = noise(10.0)
    expected = (2 * 10.0**2 + 1.0) / 1.0
    assert found(shared + noise(1.0, seed=2), shared).variance_reduction == pytest.approx(expected, rel=0.15)


def test_less_is_better_where_the_measure_says_so():
    fewer = found(np.full(len(DRAWS), -2.0), np.zeros(len(DRAWS)), better=-1)
    assert (fewer.mean, fewer.probability_better) == (-2.0, 1.0)


def test_where_neither_way_is_better_no_share_is_given():
    assert np.isnan(found(noise(1.0), noise(1.0, seed=2), better=0).probability_better)


def test_one_draw_says_nothing_of_how_many_expect_better():
    assert np.isnan(difference(np.full(8, 3.0), np.zeros(8), np.zeros(8, int), 1).probability_better)


def test_a_draw_that_expects_no_difference_at_all_counts_half():
    assert found(np.zeros(len(DRAWS)), np.zeros(len(DRAWS))).probability_better == 0.5
    helped = np.repeat([0.0, 1.0, -1.0, 2.0], 2)
    assert difference(helped, np.zeros(8), np.repeat(np.arange(4), 2), 1, 4).probability_better == 0.625


def small_table() -> pd.DataFrame:
    ensemble = {"baseline": np.zeros((4, 2)), "one": np.ones((4, 2)), "two": np.full((4, 2), -1.5)}
    table = differences_table(ensemble, np.zeros(4, int), {"trust": 1, "hours_total": 0}, "baseline", ["one", "two"], 1)
    return table.assign(scenario="made-up", cost_hours=70.0, cost_dkk=12000.5)


def test_there_is_a_row_for_every_measure_and_arm():
    rows = small_table()[["arm", "measure", "mean"]].to_numpy().tolist()
    assert rows == [["one", "trust", 1.0], ["one", "hours_total", 1.0], ["two", "trust", -1.5], ["two", "hours_total", -1.5]]


def test_every_column_says_its_meaning_and_unit_and_what_is_not_known_is_null():
    table = table_of_differences(small_table())
    assert table.column_names == [
        "scenario", "measure", "arm", "level_baseline", "level_arm", "mean", "mc_error", "low", "high", "width_of_prior",
        "probability_better", "spread_over_lives", "cost_hours", "cost_dkk", "runs", "variance_reduction",
    ]  # fmt: skip
    assert all(field.metadata[b"description"] and field.metadata[b"unit"] for field in table.schema)
    assert table["probability_better"].to_pylist() == table["width_of_prior"].to_pylist() == [None] * 4
    assert table["runs"].to_pylist() == [4] * 4


def test_a_csv_is_danish_only_on_request(tmp_path):
    for danish, line in ((False, "made-up,trust,two,0.0,-1.5,-1.5"), (True, "made-up;trust;two;0,0;-1,5;-1,5")):
        write_csv(in_order(small_table()), tmp_path / "table.csv", danish=danish)
        head, *rows = (tmp_path / "table.csv").read_text(encoding="utf-8").splitlines()
        assert head.split(";" if danish else ",") == [column.name for column in DIFFERENCES]
        assert rows[2].startswith(line)


def test_a_draw_counts_by_its_replicates_where_some_have_more():
    draws = np.array([1] * 18 + [2, 2])
    paired = np.where(draws == 1, 5.0, -40.0)
    found = difference(paired, np.zeros(20), draws, 1, 2)
    assert found.probability_better == pytest.approx(0.9)
    assert found.high == pytest.approx(5.0)
    assert found.low <= found.mean <= found.high


def test_the_width_of_the_prior_is_that_of_its_interval_in_the_same_row():
    table, wider = small_table(), small_table()
    wider[["low", "high"]] = [[-1.0, 4.0], [0.0, 1.0], [2.0, 2.5], [0.0, 0.0]]
    assert list(with_width_of_prior(table, wider)["width_of_prior"]) == [5.0, 1.0, 0.5, 0.0]


def test_the_prior_has_half_the_runs_and_as_many_draws_up_to_a_limit():
    assert [runs_of_prior(runs) for runs in (4, 79, 80, 400, 1000, 20_000)] == [0, 0, 40, 200, 500, 10_000]
    beside = prior_runs(80, 11)
    assert beside is not None
    assert (list(beside.seeds[:3]), list(beside.numbers[:3]), beside.draws) == ([11, 12, 13], [1, 1, 2], 20)
    assert (beside.records[0] == beside.records[1], beside.records[1] == beside.records[2]) == (True, False)


@pytest.mark.parametrize(("posterior", "prior"), [(5.0, 5.0), (3.0, 6.0)])
def test_the_error_of_the_ratio_of_widths_is_about_what_repetition_shows(posterior: float, prior: float):
    shares, errors = [], []
    for seed in range(60):
        rng = np.random.default_rng(seed)
        few, other = np.repeat(np.arange(100), 4), np.repeat(np.arange(100), 2)
        real, of_prior = (np.repeat(rng.normal(10.0, size, 100), n) for size, n in ((posterior, 4), (prior, 2)))
        row = difference(real + rng.normal(0.0, 6.0, 400), np.zeros(400), few, 1, 500)
        wide = difference(of_prior + rng.normal(0.0, 6.0, 200), np.zeros(200), other, 1, 100)
        found = SimpleNamespace(**vars(row), width_of_prior=wide.high - wide.low)
        shares.append(share_of_prior(found))
        errors.append(error_of_share(found))
    assert np.exp(np.log(shares).mean()) == pytest.approx(posterior / prior, rel=0.1)
    assert 0.8 < np.mean(errors) / np.std(np.log(shares)) < 2.0
