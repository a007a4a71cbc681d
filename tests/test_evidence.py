"""What is reported is counted once, and what contradicts itself is a sentence."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.stats import nchypergeom_fisher

from samvirke.analysis.calibration.evidence import Evidence, evidence_of
from samvirke.analysis.calibration.joint_likelihood import given_its_margins, reported
from samvirke.analysis.calibration.likelihood import fitted
from samvirke.analysis.calibration.reported_tables import FUTURES, read_outcomes, read_published, read_tables
from samvirke.analysis.calibration.tallies import Tallies
from samvirke.analysis.survey.targets import read_targets
from samvirke.model.errors import ScenarioError
from samvirke.model.scenario import data_file, read_scenario


def of_outcomes(file: Path) -> Any:
    return read_outcomes(file, read_scenario("partnerskabspuljen"))


def list_of_tables(file: Path) -> Any:
    return list(read_tables(file))


def list_of_published(file: Path) -> Any:
    return list(read_published(file))


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
    with pytest.raises(ScenarioError, match=r"outcomes.csv, line 2: column future = \"goes_on\" is not known"):
        read_outcomes(file, read_scenario("partnerskabspuljen"))


def test_a_cross_table_of_one_group_is_a_sentence(tmp_path: Path):
    file = tmp_path / "relations.csv"
    head = RELATIONS
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


RELATIONS = "relation_id,cross_table,item,month,categories,given,percent,count,n,source\n"
OUTCOMES = "case_id,goal_attainment,future\n"
PUBLISHED = "relation_id,kind,item,other_item,value,discounted_error,source\n"
BAD: list[tuple[Callable[[Path], Any], str, str]] = [
    (of_outcomes, "case_id;goal_attainment;future\ndropmob;5;ended\n", "semicolons"),
    (of_outcomes, OUTCOMES + "dropmob,7,ended\n", 'goal_attainment = "7" must be 1, 2, 3, 4, 5, or empty'),
    (of_outcomes, OUTCOMES + "dropmob,five,ended\n", "must be 1, 2, 3, 4, 5"),
    (of_outcomes, OUTCOMES + "dropmob,5,ended\ndropmob,4,ended\n", "is there twice"),
    (of_outcomes, OUTCOMES + "dropmob,5\n", "has 2 cells, but there are 3 columns"),
    (of_outcomes, "case_id,future\ndropmob,ended\n", "columns are missing: goal_attainment"),
    (list_of_tables, RELATIONS + 'a,t,synergy,36,5,differing_interests=1|2,14,,7,"A"\n', "column count is empty"),
    (list_of_tables, RELATIONS + 'a,t,synergy,36,5,differing_interests=1|2,14,9,7,"A"\n', 'count = "9" must be a number from 0 to 7'),
    (list_of_tables, RELATIONS + 'a,t,synergi,36,5,differing_interests=1|2,14,1,7,"A"\n', 'item = "synergi" is not known'),
    (list_of_tables, RELATIONS + 'a,t,synergy,36,6,differing_interests=1|2,14,1,7,"A"\n', "categories '6' of synergy"),
    (list_of_tables, RELATIONS + 'a,t,synergy,36,5,interests=1|2,14,1,7,"A"\n', "is no item of the questionnaire"),
    (list_of_published, PUBLISHED + 'a,corelation,synergy,trust_between_partners,0.2,0.4,"A"\n', 'kind = "corelation" is not known'),
    (
        list_of_published,
        PUBLISHED + 'a,correlation,synergy,trust_between_partners,0.2,0,"A"\n',
        'discounted_error = "0" must be a number of at',
    ),
    (list_of_published, PUBLISHED + 'a,correlation,synergy,trust_between_partners,"0,2",0.4,"A"\n', 'value = "0,2" must be a number'),
    (
        read_targets,
        "target_id,item,month,categories,given,percent,count,n,source\na,synergy,36,5,,x,1,7,A\n",
        'percent = "x" must be a number',
    ),
]


@pytest.mark.parametrize(("read", "content", "sentence"), BAD, ids=[each[2][:40] for each in BAD])
def test_a_table_that_cannot_be_is_a_sentence_with_its_line(read: Callable[[Path], Any], content: str, sentence: str, tmp_path: Path):
    file = tmp_path / "table.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read(file)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("table.csv, line ")


def test_a_table_cut_in_half_is_a_sentence(tmp_path: Path):
    whole = data_file("partnerskabspuljen_relations.csv").read_bytes()
    (tmp_path / "table.csv").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ScenarioError, match=r"table\.csv"):
        list_of_tables(tmp_path / "table.csv")
