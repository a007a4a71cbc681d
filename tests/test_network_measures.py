"""Networks that are known beforehand: a star hangs on its middle, a triangle on nobody, one-way trust is not mutual."""

import math
from collections.abc import Iterable
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from samvirke.analysis.network import NETWORK, OF_A_MONTH, PERSONS, networks, persons
from samvirke.analysis.run.execution import run
from tests.ensembles import tiny

MONTH = {"scenario": "small", "arm": "baseline", "draw": 0, "seed": 1, "partnership": "p", "month": 1}
Ties = Iterable[tuple[str, str, float]]


def people_of(names: str, hours: float = 10.0, organisations: str = "") -> pd.DataFrame:
    """Key persons, each of an organisation of her own unless `organisations` says of which."""
    return pd.DataFrame(
        [
            {**MONTH, "kind": "key person", "person": name, "organisation": organisation, "hours": hours, "is_coordinator": name == "a"}
            for name, organisation in zip(names, organisations or names, strict=True)
        ]
    )


def ties_of(trusts: Ties) -> pd.DataFrame:
    columns = [*OF_A_MONTH, "from_person", "to_person", "personal_trust"]
    return pd.DataFrame([(*MONTH.values(), *tie) for tie in trusts], columns=columns)


def both_ways(*pairs: str, trust: float = 0.8) -> list[tuple[str, str, float]]:
    return [(way[0], way[1], trust) for pair in pairs for way in (pair, pair[::-1])]


def network(trusts: Ties, names: str) -> dict[str, Any]:
    (row,) = networks(ties_of(trusts), people_of(names)).to_dict("records")
    return {str(name): value for name, value in row.items()}


def hanging_on(trusts: Ties, names: str) -> pd.DataFrame:
    return persons(ties_of(trusts), people_of(names)).set_index("person")


STAR = both_ways("ab", "ac", "ad", "ae")
LOST = ["groups_without_her", "pairs_cut", "share_of_pairs_cut"]
TRIANGLE = both_ways("ab", "bc", "ca")


def test_a_star_hangs_on_its_middle():
    star = hanging_on(STAR, "abcde")
    assert star.loc["a", "share_of_trust"] == pytest.approx(1.0)
    assert star[LOST].loc["a"].to_dict() == {"groups_without_her": 4, "pairs_cut": 6, "share_of_pairs_cut": 1.0}
    assert star.loc["b", "share_of_trust"] == pytest.approx(0.25)
    assert star[LOST].loc["b"].to_dict() == {"groups_without_her": 1, "pairs_cut": 0, "share_of_pairs_cut": 0.0}
    whole = network(STAR, "abcde")
    assert (whole["hangs_on"], whole["density"], whole["groups"]) == ("a", 8 / 20, 1)


def test_a_full_triangle_has_no_cut_person():
    triangle = hanging_on(TRIANGLE, "abc")
    assert triangle["share_of_trust"].to_list() == pytest.approx([2 / 3] * 3)
    assert triangle["pairs_cut"].to_list() == [0, 0, 0]
    assert triangle["groups_without_her"].to_list() == [1, 1, 1]
    whole = network(TRIANGLE, "abc")
    assert (whole["density"], whole["reciprocity"], whole["weighted_reciprocity"]) == (1.0, 1.0, 1.0)


def test_one_way_trust_is_not_mutual():
    one_way = network([("a", "b", 0.9), ("b", "c", 0.7)], "abc")
    assert (one_way["reciprocity"], one_way["weighted_reciprocity"]) == (0.0, 0.0)
    assert one_way["groups"] == 1


def test_trust_that_is_returned_by_half_is_mutual_by_half():
    uneven = network([("a", "b", 0.8), ("b", "a", 0.2)], "ab")
    assert uneven["weighted_reciprocity"] == pytest.approx(0.4)
    assert uneven["reciprocity"] == 0.0
    assert (uneven["density"], uneven["weighted_density"], uneven["mean_trust"]) == pytest.approx((0.5, 0.5, 0.5))


def test_a_bridge_cuts_those_on_either_side_from_each_other():
    bridge = hanging_on(both_ways("ab", "bc", "cd"), "abcd")
    assert bridge["pairs_cut"].to_dict() == {"a": 0, "b": 2, "c": 2, "d": 0}


def test_little_trust_connects_nobody():
    weak = network(both_ways("ab", "bc", trust=0.59), "abc")
    assert (weak["trusted_ties"], weak["groups"]) == (0, 3)
    assert math.isnan(weak["reciprocity"])
    assert hanging_on(both_ways("ab", "bc", trust=0.59), "abc")["pairs_cut"].sum() == 0


def test_who_has_no_tie_is_there_all_the_same():
    lonely = network(both_ways("ab"), "abc")
    assert (lonely["persons"], lonely["groups"], lonely["density"]) == (3, 2, 2 / 6)
    nobody = network([], "ab")
    assert nobody["hangs_on"] is None
    assert all(math.isnan(nobody[each]) for each in ("largest_share_of_trust", "mean_trust", "weighted_reciprocity"))


def test_between_colleagues_no_tie_is_possible():
    (row,) = networks(ties_of(both_ways("ac", "bc")), people_of("abc", organisations="xxy")).to_dict("records")
    assert (row["possible_ties"], row["density"]) == (4, 1.0)


def test_hours_are_shared_by_those_who_give_them():
    assert hanging_on(STAR, "abcde")["share_of_hours"].to_list() == pytest.approx([0.2] * 5)
    idle = persons(ties_of(TRIANGLE), people_of("abc", hours=0.0))
    assert idle["share_of_hours"].isna().all()


@pytest.mark.parametrize("columns", [NETWORK, PERSONS])
def test_every_measure_says_its_meaning_and_unit(columns):
    assert all(column.meaning and column.unit for column in columns)


def test_a_run_has_a_network_for_every_month_in_which_somebody_is_there():
    tables = run(tiny(), seed=3, keep=["ties", "people"])
    months = networks(tables["ties"], tables["people"])
    people = tables["people"].to_pandas()
    there = people[people["kind"] == "key person"].groupby(OF_A_MONTH).size()
    assert months.set_index(OF_A_MONTH)["persons"].sort_index().tolist() == there.sort_index().tolist()
    for column in ("density", "weighted_density", "reciprocity", "weighted_reciprocity", "largest_share_of_trust"):
        assert months[column].dropna().round(9).between(0.0, 1.0).all()
    hers = persons(tables["ties"], tables["people"])
    assert hers.groupby(OF_A_MONTH)["share_of_trust"].sum().round(9).isin([0.0, 2.0]).all()
    assert len(hers) == months["persons"].sum()
    assert isinstance(tables["ties"], pa.Table)
    pd.testing.assert_frame_equal(months, networks(tables["ties"].to_pandas(), people))
