"""What the page of the proof claims: no more than was done, and what speaks against it beside it."""

import re
from dataclasses import replace
from html import unescape

import numpy as np
import pandas as pd
import pytest

from samvirke.analysis.validation.agreement import Agreement
from samvirke.analysis.validation.distinct import distinct, distinct_families, families
from samvirke.analysis.validation.left_out import BASELINES, MODEL, NO_DIFFERENCES, LeftOut
from samvirke.analysis.validation.measures import table_of_measures
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import Verdict, verdicts
from samvirke.viz.validation.answer import answers, how_many_hold, whether_it_holds
from samvirke.viz.validation.page import beginning, validation_page
from samvirke.viz.validation.tables import coverage_table, left_out_table, scores_table
from samvirke.viz.validation.words import TEXTS, Words
from tests.validations import small_validation

ENGLISH = Words("en")


@pytest.fixture(scope="module")
def validation() -> Validation:
    return small_validation()


def block(name: str, ours: float, other: float) -> LeftOut:
    """A block that we and one other say so well; the rest say nothing of it."""
    silent = {model: {"a": float("nan")} for model in (NO_DIFFERENCES, *BASELINES)}
    return LeftOut(name, 500.0, small_validation().left_out[0].rows, {MODEL: {"a": ours}, **silent, "uniform": {"a": other}})


def said_of_what_was_not_fitted(validation: Validation) -> str:
    return " ".join(answers(validation, ENGLISH)[ENGLISH.say("unseen")])


# What was not fitted


@pytest.mark.slow
@pytest.mark.parametrize("language", TEXTS)
def test_nothing_is_said_to_have_been_unseen(validation, language):
    assert not re.search(r"never (used|seen|saw)|aldrig (brugt|set|så)", validation_page(validation, language))
    assert Words(language).say("limit 7") in validation_page(validation, language)


def test_the_blocks_that_another_model_says_as_well_are_named_worst_first(validation):
    blocks = (block("synergy", -3.0, -2.0), block("money", -9.0, -2.0), block("arenas", -1.0, -2.0))
    said = said_of_what_was_not_fitted(replace(validation, left_out=blocks))
    assert "2 of the 3 blocks" in said
    assert said.index(f"{ENGLISH.block('money')} ({ENGLISH.model('uniform')})") < said.index(ENGLISH.block("synergy"))
    assert ENGLISH.block("arenas") not in said


def test_no_more_than_five_blocks_are_named(validation):
    names = ("synergy", "money", "arenas", "turnover", "endings", "learning")
    blocks = tuple(block(name, -10.0, -float(at)) for at, name in enumerate(names))
    said = said_of_what_was_not_fitted(replace(validation, left_out=blocks))
    assert "6 of the 6 blocks" in said
    assert ENGLISH.block("learning") not in said


def test_how_wide_the_intervals_are_is_said_beside_how_many_lie_inside(validation):
    wide = tuple(replace(row, low=10.0, high=73.0) for row in validation.validation)
    assert "63 points wide" in said_of_what_was_not_fitted(replace(validation, validation=wide))


def test_what_lay_inside_before_the_data_is_said_beside_what_does_now(validation):
    said = " ".join(answers(validation, ENGLISH)[ENGLISH.say("fit")])
    assert (
        f"Before the data {sum(row.inside for row in validation.prior)} of the same {len(validation.prior)} percentages lay inside" in said
    )


def test_the_table_of_blocks_says_what_was_done_for_its_rows(validation):
    weighted = validation.left_out
    refitted = tuple(replace(each, refitted=True) for each in weighted)
    for blocks, how in ((weighted, "weighted"), (refitted, "refitted"), (weighted[:1] + refitted[1:], "mixed")):
        shown = unescape(left_out_table(replace(validation, left_out=blocks), ENGLISH))
        assert [key for key in ("weighted", "refitted", "mixed") if ENGLISH.say(f"left_out {key}", enough=100) in shown] == [how]


# What a figure hangs on


def test_a_bound_that_holds_by_itself_is_not_counted_among_what_holds(validation):
    (noise,) = [each for each in verdicts(validation) if each.name == "noise"]
    tests = [Verdict("inside", 90.0, 85.0, True), Verdict("error", 9.0, 6.5, False)]
    assert not noise.is_a_test
    assert how_many_hold([*tests, noise], ENGLISH).startswith("1 of the 2 things")
    assert whether_it_holds(replace(noise, pulled=True), ENGLISH) == "held by its bound; the data pull towards it"
    assert whether_it_holds(replace(noise, pulled=False), ENGLISH) == "held by its bound"


def test_a_bound_that_holds_by_itself_is_unknown_in_the_table_for_machines(validation):
    table = table_of_measures(validation).to_pandas()
    holds = table[(table.part == "verdict") & (table.measure == "holds")].set_index("subject").value
    assert np.isnan(holds["noise"])
    assert holds.drop(["noise", "joint: luck"]).notna().all()


def test_draws_that_are_alike_count_once():
    found = distinct_families(families({"openness": np.array([0.1, 0.1, 0.1, 0.7])}, ["openness"]), np.full(4, 0.25))
    assert (found.draws, found.different, found.commonest) == (4, 2, 3)
    assert found.effective == pytest.approx(1.6)


def test_how_many_draws_differ_is_on_the_page_and_in_the_table(validation):
    found, table = distinct(validation.posterior), table_of_measures(validation).to_pandas()
    assert f"{found.draws} draws {found.different} differ" in "".join(beginning(validation, ENGLISH))
    of_draws = table[table.part == "draws"].set_index("measure").value
    assert of_draws.to_dict() == {"draws": 12.0, "different": 12.0, "commonest": 1.0, "effective": pytest.approx(12.0)}


def test_coverage_says_how_many_points_it_hangs_on(validation):
    few = pd.DataFrame({"parameter": ["openness"], "level": [0.9], "covered": [0.94], "sets": [300], "effective": [6.07]})
    made = replace(validation, coverage=few)
    assert "hangs on 6 effective points" in coverage_table(made, ENGLISH)
    assert "can hardly fail" in coverage_table(made, ENGLISH)
    assert "can hardly fail" not in coverage_table(replace(validation, coverage=few.assign(effective=400.0)), ENGLISH)
    table = table_of_measures(made).to_pandas()
    assert table[table.measure == "effective_points"].value.tolist() == [6.07]


def test_the_log_score_is_said_to_leave_out_how_uncertain_parameters_are(validation):
    assert "not in this score" in scores_table(validation, ENGLISH)


def test_two_calibrations_name_the_row_they_differ_most_at_and_what_they_share(validation):
    row = validation.fitted[0].target.target_id
    said = " ".join(answers(replace(validation, agreement=Agreement(5.0, 9.0, "openness", 2.0, 7.5, row)), ENGLISH)[ENGLISH.say("unknown")])
    assert "by 7.5 points" in said
    assert "takes over which parameters are calibrated" in said
    assert "our own choice" in said
