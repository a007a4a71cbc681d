"""What buys most, on policies whose frontier and regret are known; and the command on a small scenario."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner, Result

import samvirke
from samvirke.analysis.sweep_analysis.frontier import bought, on_frontier, regrets
from samvirke.analysis.sweep_analysis.policies import Policy, PolicyError, policies_of, sweep_of
from samvirke.command_line import app
from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario
from samvirke.model.scenario.resolved import Lever, Scenario
from samvirke.terminal.frontier import levers_in_words
from tests.ensembles import tiny

COSTS = np.array([0.0, 100.0, 200.0, 200.0, 300.0])


def gains_of(means: list[list[float]], replicates: int = 4) -> Any:
    """Policies x draws x runs, all runs of a draw alike."""
    return np.repeat(np.array(means, dtype=float)[:, :, None], replicates, axis=2)


def test_the_frontier_holds_what_no_cheaper_policy_outdoes():
    assert on_frontier(COSTS, np.array([0.0, 2.0, 1.0, 3.0, 2.5])).tolist() == [True, True, False, True, False]


def test_of_two_that_gain_as_much_the_cheaper_stands_on_the_frontier():
    assert on_frontier(np.array([0.0, 10.0, 20.0, 20.0]), np.array([0.0, 1.0, 1.0, 1.0])).tolist() == [True, True, False, False]


def test_regret_is_what_one_misses_beside_the_best_for_as_much_money_in_each_draw():
    gains = gains_of([[0, 0], [2, -1], [1, 1], [0, 3], [5, 0]])
    assert regrets(COSTS, gains).tolist() == [[0, 0], [0, 1], [1, 2], [2, 0], [0, 3]]
    found = bought(COSTS, gains)
    assert found.regret_mean.tolist() == [0, 0.5, 1.5, 1.0, 1.5]
    assert found.mean.tolist() == [0, 0.5, 1.0, 1.5, 2.5]
    assert found.share_on_frontier.tolist() == [1.0, 0.5, 0.0, 0.5, 0.5]
    assert found.probability_better.tolist() == [0, 0.5, 1, 0.5, 0.5]


def test_what_the_money_buys_is_told_per_100000_kroner_and_only_of_what_costs():
    found = bought(np.array([0.0, 200_000.0, -50.0]), gains_of([[0], [4], [1]]))
    assert found.gain_per_100000_dkk[1] == 2.0
    assert np.isnan(found.gain_per_100000_dkk[[0, 2]]).all()


def test_sampling_error_alone_gives_no_regret():
    gains = np.random.default_rng(1).normal(size=(30, 400, 8))
    costs = np.arange(30.0)
    assert abs(regrets(costs, gains).mean()) < 0.05  # with one half it would be about the highest of 30: 1.4
    assert not bought(costs, gains).gains[1:].all()


def test_a_draw_in_which_some_policy_has_no_gain_counts_for_none():
    gains = gains_of([[0, 0, 0], [1, 2, 9]])
    gains[1, 2] = np.nan
    assert bought(np.array([0.0, 1.0]), gains).mean.tolist() == [0, 1.5]


def with_levers(**prices: float) -> Scenario:
    title = tiny().title
    levers = {name: Lever(label=title, low=0.0, high=1.0, step=0.5, cost_hours_per_month=price) for name, price in prices.items()}
    return tiny().model_copy(update={"levers": levers})


def test_policies_begin_with_what_is_and_each_lever_alone_and_are_there_once():
    found = policies_of(with_levers(openness=2.0, structure=1.0), 13, 100.0, 1)
    assert [dict(each.levers) for each in found[:5]] == [{}, {"openness": 0}, {"openness": 1}, {"structure": 0}, {"structure": 1}]
    assert len({tuple(each.levers.items()) for each in found}) == len(found) == 13  # 5 and all 9 of three steps of both, at most
    assert {value for each in found for value in each.levers.values()} == {0.0, 0.5, 1.0}


def test_more_policies_keep_the_first():
    scenario = with_levers(openness=2.0, structure=1.0)
    assert policies_of(scenario, 12, 100.0, 1)[:7] == policies_of(scenario, 7, 100.0, 1)


def test_a_policy_costs_its_hours_at_their_price():
    one, twice = (policies_of(with_levers(openness=2.0), 3, price, 1)[2] for price in (100.0, 200.0))
    assert one.cost_hours == twice.cost_hours > 0
    assert one.cost_dkk == 100 * one.cost_hours
    assert twice.cost_dkk == 2 * one.cost_dkk


def test_levers_without_a_price_are_not_searched():
    assert {name for each in policies_of(with_levers(openness=2.0, structure=0.0), 5, 1.0, 1) for name in each.levers} == {"openness"}
    with pytest.raises(PolicyError, match=r"no lever has a price; say cost_hours_per_month or cost_dkk under \[levers.NAME\]"):
        policies_of(with_levers(structure=0.0), 5, 1.0, 1)


def test_each_lever_must_be_tried_at_either_end():
    with pytest.raises(PolicyError, match="4 are too few for 2 levers with a price: 5 are the scenario as it is and each lever alone"):
        policies_of(with_levers(openness=2.0, structure=1.0), 4, 1.0, 1)


def test_every_policy_meets_the_same_draws_and_seeds():
    chosen = policies_of(with_levers(openness=2.0), 3, 1.0, 1)
    sweep = sweep_of(with_levers(openness=2.0), chosen, 4, range(1, 3))
    assert sweep.draws is not None
    assert sweep.draws.tolist() == [1, 2, 3, 4] * 3
    assert np.isnan(sweep.values[:4]).all()  # noqa: PD011
    assert sweep.seeds == range(1, 3)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def typed(*words: str) -> Result:
    return CliRunner().invoke(app, ["frontier", *words], prog_name="samvirke")


def test_the_command_searches_and_reuses_finished_runs(tmp_path: Path):
    few = ("one-partnership", "--policies", "6", "--draws", "3", "--replicates", "2", "--workers", "1", "--out", "mine", "--force")
    result = typed(*few, "--measure", "synergy", "--measure", "key_person_departures", "--language", "da")
    assert result.exit_code == 0, result.output
    policies = "6 valg over Åbenhed om forskellige prioriteringer og Hvor godt en anden kender arbejdet; 3 trækninger fra de spænd"
    assert f"{policies}, som ingen svar er tilpasset, 2 forløb af hver" in result.stdout
    assert "færre er en gevinst" in result.stdout
    assert "  valg 0: 0 kroner: som det er" in result.stdout
    rows = pd.read_parquet("mine/frontier.parquet")
    assert len(rows) == 2 * 6
    assert (rows[rows["policy"] == 0][["mean", "low", "high", "cost_dkk"]] == 0).all(axis=None)
    assert len(pd.read_parquet("mine/policies.parquet")) == 6
    assert {"frontier.png", "frontier.svg", "frontier.csv"} <= {each.name for each in (tmp_path / "mine").iterdir()}
    more = typed(*few[:2], "7", *few[3:], "--measure", "synergy")
    assert more.exit_code == 0, more.output
    assert "  policy 0: 0 kroner: as it is" in more.stdout
    assert len(list(Path("runs/frontier-one-partnership/parts").iterdir())) == 2  # the first policies, and the seventh
    assert read_scenario("one-partnership").levers.keys() == {"openness", "second_person"}


def test_a_policy_is_told_in_the_words_of_the_scenario_and_the_numbers_of_the_language():
    scenario, policy = read_scenario("one-partnership"), Policy({"openness": 0.25, "second_person": 1.0}, 0.0, 0.0)
    told = [levers_in_words(scenario, policy, language_of(code)) for code in ("en", "da")]
    assert told == [
        "Openness about differing priorities = 0.25; How well a second person knows the work = 1",
        "Åbenhed om forskellige prioriteringer = 0,25; Hvor godt en anden kender arbejdet = 1",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("one-partnership", "--measure", "hours_total"), "neither more nor less is better"),
        (("one-partnership", "--measure", "synergi"), 'the nearest is "synergy"'),
        (("one-partnership", "--language", "de"), "is no language of samvirke"),
    ],
)
def test_what_cannot_be_searched_is_refused_in_a_sentence(words: tuple[str, ...], sentence: str):
    result = typed(*words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not Path("runs").exists()


def test_the_earlier_name_of_replicates_still_counts_and_says_its_new_name(tmp_path: Path):
    with pytest.warns(DeprecationWarning, match="replicates"), pytest.raises(PolicyError):
        samvirke.frontier("one-partnership", tmp_path, policies=2, lives=8)
