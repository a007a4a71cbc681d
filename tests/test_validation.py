"""Blocks of questions left out, and the null models, on cases small enough to know the answer."""

from dataclasses import replace

import numpy as np
import pytest

from samvirke.analysis.calibration.likelihood import log_likelihood
from samvirke.analysis.survey.targets import Target
from samvirke.analysis.validation.ensembles import Draws
from samvirke.analysis.validation.left_out import (
    BLOCKS,
    MODEL,
    Fit,
    LeftOut,
    by_refit,
    leave_out_blocks,
    places_of_blocks,
    places_of_repeated_questions,
    repeated_questions,
)
from samvirke.analysis.validation.null_models import DIFFERENCES, endings_at_random, is_joint, joint_scores, without_differences
from samvirke.analysis.validation.scores import Answered, error_of_score, score_of_counts
from samvirke.model.draws import prior_draws
from samvirke.model.items import ITEM_NUMBER, ITEMS
from tests.ensembles import tiny
from tests.validations import answers_to, question, simulated_with, target

CHANCE = np.random.default_rng(1)


def test_the_blocks_hold_every_item_once():
    items = [item for block in BLOCKS.values() for item in block]
    assert sorted(items) == sorted(ITEMS)


def test_blocks_none_of_whose_questions_is_fitted_are_not_left_out():
    asked = [question("synergy", ((5,), (1, 2, 3, 4)), (1, 1)), question("future", ((0,), (1, 2, 3)), (1, 1))]
    assert places_of_blocks(asked) == {"synergy": [0], "endings": [1]}


def two_draws() -> tuple[Fit, list[Target], dict[str, np.ndarray]]:
    """One draw says yes to both questions, the other no; the report says yes: a posterior holds the first for likely."""
    asked = tuple(question(item, ((5,), (1, 2, 3, 4)), (10, 0), target_ids=(item,)) for item in ("synergy", "all_partners_invested"))
    counts = tuple(np.array([[90.0, 10.0], [10.0, 90.0]]) for _ in asked)
    log_likelihoods = np.stack([log_likelihood((10, 0), each) for each in counts], axis=-1)
    weights = np.exp(log_likelihoods.sum(axis=1))
    rows = [replace(target(each.item, (5,), 10, 10), target_id=each.item) for each in asked]
    percents = {each.item: np.array([90.0, 10.0]) for each in asked}
    return Fit(weights / weights.sum(), log_likelihoods, Answered(asked, counts)), rows, percents


def test_a_block_is_predicted_only_by_what_the_others_say():
    draw, rows, percents = two_draws()
    found = {each.block: each for each in leave_out_blocks(draw, draw, rows, percents, 1)}
    only_the_other = np.exp(draw.log_likelihoods[:, 1])
    expected = percents["synergy"] @ (only_the_other / only_the_other.sum())
    assert found["synergy"].rows[0].mean == pytest.approx(expected)
    assert found["synergy"].total(MODEL) <= score_of_counts(draw.answered.questions[0], draw.answered.pooled(draw.weights)[0])


def test_few_draws_call_for_a_refit_and_a_refit_does_not():
    draw, rows, percents = two_draws()
    (block, _) = leave_out_blocks(draw, draw, rows, percents, 1)
    assert block.needs_a_refit
    simulated = simulated_with(answers_to("synergy", np.full((4, 37), 5)))
    refitted = by_refit(
        replace(block, block="synergy", scores={MODEL: {draw.answered.questions[0].name: -9.0}}),
        simulated,
        None,
        draw.answered.questions,
        1,
    )
    assert not refitted.needs_a_refit
    assert refitted.total(MODEL) > -1.0
    assert refitted.effective == pytest.approx(4.0)


def test_a_model_is_not_reported_to_win_where_it_does_not():
    block = LeftOut("synergy", 500.0, (), {MODEL: {"a": -3.0}, "uniform": {"a": -2.0}, "literature": {"a": float("nan")}})
    assert block.not_beaten == ("uniform",)
    assert block.gain_over("uniform") == pytest.approx(-1.0)
    assert not block.predicts("literature")


def test_repeated_questions_are_compared_with_the_persistence_baseline():
    cells = ((4, 5), (1, 2, 3))
    asked = (question("activity_quality", cells, (30, 5), "24"), question("activity_quality", cells, (31, 4)))
    counts = tuple(np.array([[90.0, 10.0], [60.0, 40.0]]) for _ in asked)
    draw = Fit(np.array([0.5, 0.5]), np.zeros((2, 2)), Answered(asked, counts))
    (found,) = repeated_questions(draw, {})
    assert found.question == asked[1].name
    assert found.persistence > found.left_out
    assert not found.refitted


def test_a_repeated_question_is_predicted_by_a_calibration_without_it_where_there_is_one():
    asked = (question("synergy", ((4, 5), (1, 2, 3)), (30, 5)), question("activity_quality", ((4, 5), (1, 2, 3)), (30, 5), "24"))
    again = question("activity_quality", ((4, 5), (1, 2, 3)), (31, 4))
    counts = tuple(np.array([[60.0, 40.0]]) for _ in range(3))
    draw = Fit(np.array([1.0]), np.zeros((1, 3)), Answered((*asked, again), counts))
    assert places_of_repeated_questions(draw.answered.questions) == {"activity_quality_asked_again": [2]}
    as_reported = np.tile(np.repeat([5, 3], [33, 4]), (4, 1))
    (found,) = repeated_questions(draw, {"activity_quality_asked_again": simulated_with(answers_to("activity_quality", as_reported))})
    assert found.refitted
    assert found.left_out > repeated_questions(draw, {})[0].left_out


def test_all_alike_leaves_no_difference_that_a_parameter_or_a_lever_makes():
    alike = without_differences(tiny())
    assert all(alike.parameters[name] == 0.0 for name in DIFFERENCES)
    assert not any(case.levers for case in alike.partnerships)


def test_copies_of_a_draw_count_as_one():
    records = prior_draws(4, 1)
    assert Draws(records, np.full(4, 0.25), 1, np.array([0, 0, 1, 1])).effective == pytest.approx(2.0)
    assert Draws(records, np.full(4, 0.25), 1).effective == pytest.approx(4.0)


def test_the_error_of_a_score_is_nothing_where_all_draws_answer_alike_and_larger_with_copies():
    asked = [question("synergy", ((5,), (1, 2, 3, 4)), (18, 18))]
    even = simulated_with(answers_to("synergy", np.tile([5, 4], (16, 18))))
    assert error_of_score(asked, even, 1) == pytest.approx(0.0, abs=1e-9)
    uneven = simulated_with(answers_to("synergy", np.repeat([5, 4], 8)[:, None] * np.ones((1, 36), int)))
    copies = replace(uneven, draws=replace(uneven.draws, groups=np.repeat([0, 1, 2, 3], 4)))
    assert error_of_score(asked, copies, 1) > error_of_score(asked, uneven, 1) > 0.0


def test_endings_at_random_keep_how_many_end_so_but_not_which():
    answers = answers_to("future", CHANCE.integers(0, 4, (20, 37)), wave=3)
    simulated = simulated_with(answers)
    dealt = endings_at_random(simulated, 1).answers[:, :, 3, ITEM_NUMBER["future"]]
    before = answers[:, :, 3, ITEM_NUMBER["future"]]
    np.testing.assert_array_equal(np.sort(dealt, axis=1), np.sort(before, axis=1))
    assert not np.array_equal(dealt, before)


def test_endings_at_random_keep_what_an_ending_adjusts():
    answers = answers_to("future", CHANCE.integers(0, 4, (20, 37)), wave=3)
    adjusts = ITEM_NUMBER["adjusts_constellation"]
    answers[:, :, 3, adjusts] = answers[:, :, 3, ITEM_NUMBER["future"]] == 1
    dealt = endings_at_random(simulated_with(answers), 1).answers[:, :, 3]
    np.testing.assert_array_equal(dealt[..., adjusts] == 1, dealt[..., ITEM_NUMBER["future"]] == 1)


def test_joint_questions_are_those_about_two_answers_at_once():
    plain = question("synergy", ((5,), (1, 2, 3, 4)), (1, 1))
    given = question("synergy", ((5,), (1, 2, 3, 4)), (1, 1), given=("all_seven_c_high", (1,)))
    assert not is_joint(plain)
    assert is_joint(given)
    found = joint_scores(Answered((plain, given), (np.ones((1, 2)), np.ones((1, 2)))), np.array([1.0]))
    assert list(found) == [given.name]
