"""How likely reported counts are: questions are made of rows, and the likelihood is what it says."""

import itertools

import numpy as np
import pytest
from scipy.stats import betabinom, multinomial

from samvirke.analysis.calibration.likelihood import answers_in_cells, fitted, log_likelihood, questions
from samvirke.analysis.survey.targets import ALL_ANSWERED, Target, read_targets
from samvirke.model.items import ITEM_NUMBER, ITEMS
from samvirke.model.scenario import data_file

MONTHS = (12, 24, 36)


def row(name: str, codes: tuple[int, ...], count: int, n: int = 36, item: str = "synergy", given: object = None) -> Target:
    return Target(name, "calibration", "fit", item, "36", codes, given, 100 * count / n, count, n, "made up")  # type: ignore[arg-type]


def reported() -> tuple[Target, ...]:
    return read_targets(data_file("partnerskabspuljen_targets.csv"))


def test_a_source_has_a_publication_and_a_place_in_it():
    cited = {each.target_id: each.cited for each in reported()}
    assert cited["goal_understanding_full"] == ("Holt and others 2019, Partnerskaber på folkesundhedsområdet", "figure 30 (text)")
    assert row("any", (5,), 1).cited == ("made up", "")
    assert all(", ".join(each.cited) == each.source for each in reported())


def test_overlapping_rows_of_an_item_become_one_multinomial():
    (question,) = questions([row("full", (5,), 20), row("agree", (4, 5), 32)])
    assert question.cells == ((5,), (4,), (1, 2, 3))
    assert question.counts == (20, 12, 4)


def test_rows_that_cut_each_other_are_refused_by_name():
    with pytest.raises(ValueError, match="mostly: its answers overlap those of another row of synergy"):
        questions([row("some", (3, 4), 10), row("mostly", (4, 5), 12)])


def test_conditional_rows_stay_conditional():
    made = questions([row("all", (5,), 10), row("given", (5,), 7, 11, given=("all_seven_c_high", (1,)))])
    assert [question.given for question in made] == [None, ("all_seven_c_high", (1,))]


def test_all_seven_and_at_least_six_are_one_question():
    made = {question.item: question for question in questions(fitted(reported()))}
    assert made["all_seven_c_high"].counts == (11, 7, 19)
    assert "at_least_six_of_seven_c_high" not in made


def test_every_fitted_row_is_in_exactly_one_question():
    ids = list(itertools.chain.from_iterable(question.target_ids for question in questions(fitted(reported()))))
    assert sorted(ids) == sorted(target.target_id for target in fitted(reported()))


def test_cells_of_a_question_exclude_each_other_and_counts_add_up():
    for question in questions(fitted(reported())):
        codes = list(itertools.chain.from_iterable(question.cells))
        assert len(codes) == len(set(codes))
        assert 11 <= sum(question.counts) <= 37
        assert min(question.counts) >= 0


def test_those_who_did_not_answer_count_as_no_where_answers_are_counted():
    question = next(each for each in questions(fitted(reported())) if each.item == "all_seven_c_high")
    answers = np.zeros((1, 37, 4, len(ITEMS)), dtype=np.int8)
    answers[:, :, 2, ITEM_NUMBER["all_seven_c_high"]] = 1
    answers[:, :, 2, ITEM_NUMBER["at_least_six_of_seven_c_high"]] = 1
    assert answers_in_cells(question, answers, MONTHS)[0] == pytest.approx([37 * ALL_ANSWERED, 0, 37 * (1 - ALL_ANSWERED)])


def test_with_very_many_answers_it_is_the_multinomial():
    counts, shares = np.array([7, 4, 3]), np.array([0.5, 0.3, 0.2])
    assert log_likelihood(counts, shares * 1e9) == pytest.approx(multinomial.logpmf(counts, 14, shares), rel=1e-4)


def test_with_a_concentration_it_is_the_beta_binomial():
    wanted = betabinom.logpmf(7, 11, 10 * 0.6, 10 * 0.4)
    assert log_likelihood([7, 4], np.array([0.6, 0.4]) * 1e9, 10.0) == pytest.approx(wanted, rel=1e-4)


def test_the_nearer_the_simulated_shares_the_likelier():
    near, far = log_likelihood([20, 16], np.array([[200, 160], [40, 320]]))
    assert near > far
