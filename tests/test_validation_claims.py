"""What the page of validate claims: no more than was done, and what speaks against it beside it."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from samvirke.analysis.validation.identification import Agreement
from samvirke.analysis.validation.left_out import BASELINES, MODEL, NO_DIFFERENCES, LeftOut
from samvirke.analysis.validation.measures import table_of_measures
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import Verdict, verdicts
from samvirke.analysis.validation.weighting import copy_groups, count_distinct, distinct_draws
from samvirke.model.language import language_of
from samvirke.viz.validation.answer import answers, how_many_hold, whether_it_holds
from samvirke.viz.validation.names import BLOCK_NAMES, MODEL_NAMES
from samvirke.viz.validation.page import validation_page
from samvirke.viz.validation.tables import coverage_table, left_out_table, scores_table
from tests.validations import small_validation

ENGLISH = language_of("en")


@pytest.fixture(scope="module")
def validation() -> Validation:
    return small_validation()


def block(name: str, ours: float, other: float) -> LeftOut:
    """A block that our model and one other predict so well; the rest do not predict it."""
    silent = {model: {"a": float("nan")} for model in (NO_DIFFERENCES, *BASELINES)}
    return LeftOut(name, 500.0, small_validation().left_out[0].rows, {MODEL: {"a": ours}, **silent, "uniform": {"a": other}})


def text_about_what_was_not_fitted(validation: Validation) -> str:
    return " ".join(answers(validation, ENGLISH)["How well does it predict answers it was not fitted to?"])


# What was not fitted


@pytest.mark.parametrize(("language", "limit"), [("en", "were not unknown"), ("da", "var ikke ukendte")])
def test_no_data_is_claimed_to_be_unseen(validation, language, limit):
    page = validation_page(validation, language_of(language))
    assert not re.search(r"never (used|seen|saw)|aldrig (brugt|set|så)", page)
    assert limit in page


def test_the_blocks_that_another_model_predicts_as_well_are_named_worst_first(validation):
    blocks = (block("synergy", -3.0, -2.0), block("money", -9.0, -2.0), block("arenas", -1.0, -2.0))
    wording = text_about_what_was_not_fitted(replace(validation, left_out=blocks))
    assert "2 of the 3 blocks" in wording
    assert wording.index(f"{BLOCK_NAMES['money']} ({MODEL_NAMES['uniform']})") < wording.index(BLOCK_NAMES["synergy"])
    assert BLOCK_NAMES["arenas"] not in wording


def test_no_more_than_five_blocks_are_named(validation):
    names = ("synergy", "money", "arenas", "turnover", "endings", "learning")
    blocks = tuple(block(name, -10.0, -float(at)) for at, name in enumerate(names))
    wording = text_about_what_was_not_fitted(replace(validation, left_out=blocks))
    assert "6 of the 6 blocks" in wording
    assert BLOCK_NAMES["learning"] not in wording


def test_how_wide_the_intervals_are_is_reported_beside_how_many_lie_inside(validation):
    wide = tuple(replace(row, low=10.0, high=73.0) for row in validation.validation)
    assert "63 points wide" in text_about_what_was_not_fitted(replace(validation, validation=wide))


def test_what_lay_inside_before_the_data_is_reported_beside_what_does_now(validation):
    wording = " ".join(answers(validation, ENGLISH)["Does it fit?"])
    assert (
        f"Before the data, {sum(row.inside for row in validation.prior)} of the same {len(validation.prior)} percentages lay inside"
        in wording
    )


def test_the_table_of_blocks_says_what_was_done_for_its_rows(validation):
    weighted = validation.left_out
    refitted = tuple(replace(each, refitted=True) for each in weighted)
    ways = ("draws are reweighted as if", "Every block was refitted", "Blocks marked “refitted”")
    for blocks, way in zip((weighted, refitted, weighted[:1] + refitted[1:]), ways, strict=True):
        shown = left_out_table(replace(validation, left_out=blocks), ENGLISH).text
        assert [each for each in ways if each in shown] == [way]


# What a figure hangs on


def test_a_bound_that_holds_by_itself_is_not_counted_among_what_holds(validation):
    (noise,) = [each for each in verdicts(validation) if each.name == "noise"]
    tests = [Verdict("inside", 90.0, 85.0, True), Verdict("error", 9.0, 6.5, False)]
    assert not noise.is_a_test
    assert how_many_hold([*tests, noise], ENGLISH).startswith("1 of the 2 criteria")
    assert whether_it_holds(replace(noise, pulled=True), ENGLISH) == "held by the prior's bound; the data pull towards it"
    assert whether_it_holds(replace(noise, pulled=False), ENGLISH) == "held by the prior's bound"


def test_a_bound_that_holds_by_itself_is_unknown_in_the_table_for_machines(validation):
    table = table_of_measures(validation).to_pandas()
    holds = table[(table.part == "verdict") & (table.measure == "holds")].set_index("subject").value
    no_tests = [f"{each.name}: {each.of}" if each.of else each.name for each in verdicts(validation) if not each.is_a_test]
    assert {"noise", "joint: luck"} <= set(no_tests)
    assert holds[no_tests].isna().all()
    assert holds.drop(no_tests).notna().all()


def test_draws_that_are_alike_count_once():
    found = count_distinct(copy_groups({"openness": np.array([0.1, 0.1, 0.1, 0.7])}, ["openness"]), np.full(4, 0.25))
    assert (found.draws, found.different, found.commonest) == (4, 2, 3)
    assert found.effective == pytest.approx(1.6)


def test_how_many_draws_differ_is_on_the_page_and_in_the_table(validation):
    found, table = distinct_draws(validation.posterior), table_of_measures(validation).to_pandas()
    assert f"{found.draws} draws, of which {found.different} are distinct" in validation_page(validation, ENGLISH)
    of_draws = table[table.part == "draws"].set_index("measure").value
    assert of_draws.to_dict() == {"draws": 12.0, "different": 12.0, "commonest": 1.0, "effective": pytest.approx(12.0)}


def checks_of(**changes: object) -> pd.DataFrame:
    """A table of coverage: one parameter, as sampled and made too narrow."""
    made = {"parameter": "log likelihood", "covered_50": 0.5, "covered_90": 0.9, "p": [0.4, 0.0001], "sets": 300, "draws": 31}
    return pd.DataFrame({"treatment": ["as sampled", "too narrow"], **made, **changes})


def test_coverage_stands_beside_that_of_posteriors_made_wrong(validation):
    rows = coverage_table(checks_of(), ENGLISH).rows
    assert [row[0] for row in rows] == ["as sampled", "made too narrow"]
    table = table_of_measures(replace(validation, coverage=checks_of())).to_pandas()
    assert table[(table.part == "coverage") & (table.measure == "p")].value.tolist() == [0.4, 0.0001]


def test_the_log_score_is_reported_to_leave_out_how_uncertain_parameters_are(validation):
    assert "not in this score" in scores_table(validation, ENGLISH).text


def test_two_calibrations_name_the_row_they_differ_most_at_and_what_they_share(validation):
    row = validation.fitted[0].target.target_id
    wording = " ".join(
        answers(replace(validation, agreement=Agreement(5.0, 9.0, "openness", 2.0, 7.5, row)), ENGLISH)["What can the data not tell?"]
    )
    assert "by 7.5 points" in wording
    assert "Both calibrations sample the same parameters" in wording
    assert "our own choice" in wording
