"""One's own answers: how likely they are in a run, and which runs are kept because of them."""

from functools import cache
from typing import Any, get_args

import numpy as np
import pytest

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.comparison.comparison import compare
from samvirke.analysis.explanation.explained_run import run_at
from samvirke.analysis.explanation.turning_events import turning_events
from samvirke.analysis.run.execution import run
from samvirke.analysis.run.plan import plan, with_seeds_chosen
from samvirke.analysis.run.seeds import FEW, FIRST_RUNS, CompatibleSeeds, ConsecutiveSeeds, Likeness, seeds_of
from samvirke.analysis.survey.instrument import STEPS_OF_FIVE, chance_of_step, log_probabilities, step_of
from samvirke.analysis.survey.instrument import answers as answers_of
from samvirke.model.draws import prior_draws
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.items import ITEM_NUMBER, SEVEN_CS
from samvirke.model.scenario import Scenario, ScenarioError, as_toml, read_scenario
from samvirke.model.scenario.question import OwnAnswers, QuestionOfTheSevenCs
from samvirke.model.scenario.reading import check
from samvirke.model.world import lay_out
from samvirke.viz.words import about_own_answers, how_they_were_chosen

TRUST = "trust_between_partners"
DRAWS = prior_draws(500, 3)
POSTERIOR = Posterior("made-up", DRAWS, np.full(500, 0.002), np.zeros(500), {"sampled": [], "scenario": "x"}, ())


def answered(month: int = 12, **answers: int) -> Scenario:
    """One partnership with answers of its own."""
    return read_scenario("one-partnership").model_copy(update={"own_answers": OwnAnswers(month=month, answers=answers)})  # type: ignore[arg-type]


@cache
def simulated() -> Ensemble:
    scenario = read_scenario("one-partnership", months=12)
    return simulate(lay_out(scenario, monthly=False, events=False), np.arange(1, 2001), np.resize(DRAWS, 2000).view(np.recarray))


def test_the_questions_are_those_of_the_seven_cs():
    assert set(get_args(QuestionOfTheSevenCs)) == {item for items in SEVEN_CS.values() for item in items}


@pytest.mark.oracle
@pytest.mark.parametrize("value", [-0.4, 0.0, 0.33, 0.5, 0.91, 1.6])
@pytest.mark.parametrize("noise", [1e-6, 0.05, 0.3])
def test_the_chances_of_all_steps_sum_to_one(value: float, noise: float):
    chances = [chance_of_step(value, step, 0.2, noise) for step in range(STEPS_OF_FIVE)]
    assert sum(chances) == pytest.approx(1.0)
    assert min(chances) >= 0.0


@pytest.mark.oracle
@pytest.mark.parametrize("value", [0.05, 0.25, 0.47, 0.66, 0.93])
def test_without_noise_the_step_is_the_one_that_the_instrument_gives(value: float):
    chances = [chance_of_step(value, step, 0.2, 1e-6) for step in range(STEPS_OF_FIVE)]
    assert int(np.argmax(chances)) == step_of(value, STEPS_OF_FIVE, 0.2)


@pytest.mark.parametrize("item", [TRUST, "shared_understanding_of_goals", "joint_decisions"])
def test_answers_come_as_often_as_their_chances_say(item: str):
    given = answers_of(simulated())[:, 0, 0, ITEM_NUMBER[item]]
    for step in range(1, STEPS_OF_FIVE + 1):
        chances = np.exp(log_probabilities(simulated(), {item: step}, 0, 0))
        spread = float(np.sqrt((chances * (1.0 - chances)).sum())) / len(given)
        assert abs((given == step).mean() - chances.mean()) < 4.0 * spread + 1e-9


def test_answers_to_several_questions_multiply():
    both = log_probabilities(simulated(), {TRUST: 4, "joint_decisions": 3}, 0, 0)
    apart = log_probabilities(simulated(), {TRUST: 4}, 0, 0) + log_probabilities(simulated(), {"joint_decisions": 3}, 0, 0)
    assert both == pytest.approx(apart)


def test_without_answers_seeds_are_run_in_turn():
    source = seeds_of(read_scenario("one-partnership"), None, 5)
    assert isinstance(source, ConsecutiveSeeds)
    assert [*source.take(2), *source.take(3)] == [5, 6, 7, 8, 9]


def test_runs_like_yours_are_each_simulated_once_and_the_same_every_time():
    one, other = (CompatibleSeeds(answered(trust_between_partners=3), POSTERIOR, 1) for _ in range(2))
    seeds = one.take(150)
    assert len(set(seeds)) == 150
    assert list(seeds) == [*other.take(40), *other.take(110)]
    assert one.likeness == other.likeness


def states_at_month_12(seeds: Any, item: str) -> Any:
    world = lay_out(read_scenario("one-partnership", months=12), monthly=False, events=False)
    ensemble = simulate(world, seeds, POSTERIOR.of_numbers(POSTERIOR.numbers_for(seeds)))
    return ensemble.latent[:, 0, 0, ITEM_NUMBER[item]]


@pytest.mark.slow
def test_high_answers_keep_runs_in_which_it_is_so_and_low_ones_the_others():
    means = [
        states_at_month_12(CompatibleSeeds(answered(trust_between_partners=step), POSTERIOR, 1).take(150), TRUST).mean()
        for step in (2, 3, 4, 5)
    ]
    assert means == sorted(means)
    assert means[-1] - means[0] > 0.1


@pytest.mark.slow
def test_what_is_kept_agrees_with_runs_weighted_by_their_chances():
    own = answered(trust_between_partners=3, joint_decisions=3)
    kept = states_at_month_12(CompatibleSeeds(own, POSTERIOR, 1).take(400), TRUST)
    seeds: Any = np.arange(1, 4001)
    world = lay_out(read_scenario("one-partnership", months=12), monthly=False, events=False)
    ensemble = simulate(world, seeds, POSTERIOR.of_numbers(POSTERIOR.numbers_for(seeds)))
    weights = np.exp(log_probabilities(ensemble, {TRUST: 3, "joint_decisions": 3}, 0, 0))
    weighted = np.average(ensemble.latent[:, 0, 0, ITEM_NUMBER[TRUST]], weights=weights)
    assert abs(kept.mean() - weighted) < 4.0 * kept.std() / 400**0.5


def test_unusual_answers_are_reported_to_be_so():
    usual = CompatibleSeeds(answered(trust_between_partners=4), POSTERIOR, 1).likeness
    odd = dict.fromkeys(get_args(QuestionOfTheSevenCs), 1) | {TRUST: 5, "joint_decisions": 5}
    unusual = CompatibleSeeds(answered(**odd), POSTERIOR, 1).likeness
    assert usual.effective > FEW > unusual.effective
    assert not usual.is_unusual
    assert "These answers are unusual here" in " ".join(about_own_answers(unusual, None, "en"))
    assert "De svar er usædvanlige her" in " ".join(about_own_answers(unusual, None, "da"))
    assert "These answers" not in " ".join(about_own_answers(usual, None, "en"))


def test_the_share_of_runs_that_could_have_answered_so_comes_first_and_how_they_were_found_last():
    likeness = Likeness(10, "my-partnership", 163.0, 2000, 4000)
    (line,) = about_own_answers(likeness, None, "en")
    assert line.replace("\N{NO-BREAK SPACE}", " ").startswith("Runs like yours: 8 % of the runs could have given your answers in month 10")
    assert "less than 1" in next(iter(about_own_answers(Likeness(10, "mine", 3.0, 2000, 4000), None, "en")))
    found = " ".join(how_they_were_chosen(likeness, 1, "en"))
    assert "2,000 simulated partnerships, weighted by how likely each was to give your answers (effective sample size: 163)" in found
    assert "1 run of 4,000 was kept" in found


def test_a_run_has_the_seeds_that_were_kept_in_every_arm():
    scenario = answered(trust_between_partners=2)
    chosen = with_seeds_chosen(plan(scenario, replicates=8))
    tables = run(scenario, replicates=8, arms=("baseline", "longer-grant"))
    for arm in ("baseline", "longer-grant"):
        outcomes = tables["outcomes"].to_pandas()
        assert tuple(outcomes.loc[outcomes["arm"] == arm, "seed"]) == chosen.seeds
    assert chosen.beside is not None
    assert chosen.likeness is not None
    assert chosen.likeness.of == FIRST_RUNS


def test_a_comparison_uses_them_too_and_says_so():
    found = compare(answered(trust_between_partners=2), ["longer-grant"], replicates=30)
    assert found.likeness is not None
    assert len(set(found.seeds)) == 30
    assert list(found.seeds) != list(range(1, 31))


def test_an_explanation_is_of_the_first_run_that_could_have_answered_so():
    scenario = answered(trust_between_partners=5, joint_decisions=5)
    (first,) = with_seeds_chosen(plan(scenario)).seeds
    assert run_at(scenario).seed == first
    assert run_at(scenario, seed=first).seed == first
    assert list(with_seeds_chosen(plan(scenario, replicates=20)).seeds) == list(turning_events(scenario, replicates=20).what.seeds)


def test_a_run_that_could_not_have_answered_so_is_not_explained():
    scenario = answered(**dict.fromkeys(get_args(QuestionOfTheSevenCs), 5))
    ensemble = CompatibleSeeds(scenario, POSTERIOR, 1)
    seed = next(each for each in range(1, 400) if not ensemble.could_be(each))
    with pytest.raises(
        ScenarioError, match=rf"--seed {seed}: this run could not have .*; the first that could is --seed {run_at(scenario).seed}$"
    ):
        run_at(scenario, seed=seed)


def test_answers_of_a_partnership_among_several_are_its_own():
    own = OwnAnswers(month=12, answers={"trust_between_partners": 5}, partnership="baby-sikker")
    scenario = read_scenario("partnerskabspuljen", only=["baby-sikker", "maend-i-fokus"]).model_copy(update={"own_answers": own})
    assert CompatibleSeeds(scenario, POSTERIOR, 1).likeness.partnership == "baby-sikker"
    with pytest.raises(ScenarioError, match="leaves out baby-sikker"):
        CompatibleSeeds(read_scenario("partnerskabspuljen", only=["maend-i-fokus"]).model_copy(update={"own_answers": own}), POSTERIOR, 1)


def test_a_run_that_ends_before_the_answers_is_refused():
    with pytest.raises(ScenarioError, match="ends before month 12"):
        with_seeds_chosen(plan(answered(trust_between_partners=4).model_copy(update={"months": 6})))


def test_own_answers_are_shown_and_read_again(tmp_path: Any):
    file = tmp_path / "again.toml"
    file.write_text(as_toml(answered(trust_between_partners=4)), encoding="utf-8")
    assert check(str(file)) == []
    assert read_scenario(str(file)).own_answers == answered(trust_between_partners=4).own_answers
