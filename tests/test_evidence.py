"""What is reported is counted once, and what contradicts itself is a sentence."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import nchypergeom_fisher

from samvirke.analysis.calibration.evidence import FUTURES, Evidence, evidence_of, read_outcomes, read_tables
from samvirke.analysis.calibration.joint_likelihood import given_its_margins, reported
from samvirke.analysis.calibration.likelihood import fitted
from samvirke.analysis.calibration.tallies import Tallies
from samvirke.analysis.survey.targets import read_targets
from samvirke.model.errors import ScenarioError
from samvirke.model.scenario import data_file, read_scenario


@cache
def of_the_37() -> Evidence:
    return evidence_of(read_scenario("partnerskabspuljen"))


@pytest.mark.parametrize("item", ["future", "goal_attainment"])
def test_whose_own_outcome_is_fitted_is_no_more_in_the_margins(item: str):
    """Margins about the others, and single outcomes, together hold every reported answer once."""
    (margin,) = [each for each in of_the_37().questions if each.item == item]
    known = [each.future if item == "future" else each.rating for each in of_the_37().outcomes]
    known = [each for each in known if each is not None]
    scenario = read_scenario("partnerskabspuljen")
    rows = [each for each in fitted(read_targets(data_file(scenario.targets or ""))) if each.item == item]
    assert sum(margin.counts) + len(known) == int(max(row.n for row in rows))
    assert margin.partnerships is not None
    assert not set(margin.partnerships) & {each.place for each in of_the_37().outcomes}


def test_of_a_cross_table_whose_margins_are_fitted_only_the_association_counts():
    by_name = {each.name: each.given_margins for each in of_the_37().tables}
    assert by_name == {
        "synergy_by_all_seven_c_high": True, "synergy_by_interests": True, "synergy_by_discussion": True, "conflict_by_discussion": False,
    }  # fmt: skip


def test_an_answer_that_a_margin_counts_with_others_is_split_by_its_cross_table():
    (split,) = [each for each in of_the_37().questions if each.given is not None]
    assert (split.item, split.given, split.cells, split.counts) == ("synergy", ("synergy", (4, 5)), ((5,), (4,)), (10, 17))


@pytest.mark.parametrize("odds", [0.2, 1.0, 5.0])
def test_a_table_given_its_margins_is_fishers_distribution(odds: float):
    first, second = [4, 5], [1, 6]
    found, expected = given_its_margins(first, second, np.array([np.log(odds)]))
    distribution = nchypergeom_fisher(16, 9, 5, odds)
    assert found[0] == pytest.approx(distribution.logpmf(4))
    assert expected[0] == pytest.approx(distribution.mean())


def test_a_partnership_without_a_rating_is_known_by_its_future_alone():
    (broen,) = [each for each in of_the_37().outcomes if each.case_id == "broen-til-bedre-sundhed"]
    assert broen.attainment is None
    assert len(broen.cells) == 3
    assert len({cell % len(FUTURES) for cell in broen.cells}) == 1


def test_what_is_left_out_does_not_count():
    observed = reported(Tallies(of_the_37()))
    assert observed.without(frozenset({3})).left_out == frozenset({3})


def test_a_future_that_cannot_be_is_a_sentence(tmp_path: Path):
    file = tmp_path / "outcomes.csv"
    file.write_text("case_id,goal_attainment,future\ndropmob,5,goes_on\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"goes_on of dropmob: must be among continues_unchanged"):
        read_outcomes(file, read_scenario("partnerskabspuljen"))


def test_a_cross_table_of_one_group_is_a_sentence(tmp_path: Path):
    file = tmp_path / "relations.csv"
    head = "relation_id,cross_table,item,month,categories,given,percent,count,n,source\n"
    file.write_text(head + 'one,alone,synergy,36,5,differing_interests=1|2,14,1,7,"A, B, c"\n', encoding="utf-8")
    with pytest.raises(ScenarioError, match="alone has 1 rows: a cross-table is about two groups"):
        list(read_tables(file))


def test_an_outcome_of_nobody_is_a_sentence(tmp_path: Path):
    rows = "case_id,goal_attainment,future\nlaks,5,ended\ndropmobb,5,ended\nabc-mental-sundhed,,ended\n"
    (tmp_path / "outcomes.csv").write_text(rows, encoding="utf-8")
    scenario = tmp_path / "own.toml"
    scenario.write_text(f"extends = 'partnerskabspuljen'\noutcomes = '{tmp_path / 'outcomes.csv'}'\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="dropmobb"):
        read_scenario(str(scenario))
