"""A difference is said so that a director understands it, in either language, and never more surely than it is known."""

import math
import re
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from analysis.comparison_reading import chance_decides, moved_most, ranked, short_title
from analysis.comparison_words import LANGUAGES, amount, cost, sentence, what_changes
from analysis.measures import MEASURES
from model.scenario import read_scenario

POOL = read_scenario("partnerskabspuljen")


def row(measure: str, low: float, high: float, mc_error: float = 0.0, **other: Any) -> Any:
    usual = {"arm": "earlier-anchoring", "mean": (low + high) / 2, "cost_hours": 0.0, "cost_dkk": 0.0, "spread_over_lives": 1.0}
    return SimpleNamespace(**{"measure": measure, "low": low, "high": high, "mc_error": mc_error, **usual, **other})


CASES = [
    ("continues", 9.2, 17.4, "of 100 partnerships, 9 to 17 more go on when the grant ends",
     "9 til 17 flere af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("something_left", -17.4, -9.2, "of 100 partnerships, 9 to 17 fewer leave something behind when the grant ends",
     "9 til 17 færre af 100 partnerskaber efterlader noget, når bevillingen slutter"),
    ("continues", -3.1, 5.2,
     "of 100 partnerships, between 3 fewer and 5 more go on when the grant ends; which way it goes the model does not say",
     "mellem 3 færre og 5 flere af 100 partnerskaber fortsætter, når bevillingen slutter; hvilken vej det går, siger modellen ikke"),
    ("continues", -0.4, 0.4, "hardly any difference: of 100 partnerships, as many go on when the grant ends",
     "næsten ingen forskel: lige mange af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("continues", 0.0, 0.0, "hardly any difference: of 100 partnerships, as many go on when the grant ends",
     "næsten ingen forskel: lige mange af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("continues", 0.02, 4.6, "of 100 partnerships, up to 5 more go on when the grant ends; perhaps there is hardly any difference",
     "op til 5 flere af 100 partnerskaber fortsætter, når bevillingen slutter; måske er der næsten ingen forskel"),
    ("continues", 0.4, 7.2, "of 100 partnerships, 0.4 to 7.2 more go on when the grant ends",
     "0,4 til 7,2 flere af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("continues", 8.8, 9.3, "of 100 partnerships, about 9 more go on when the grant ends",
     "omkring 9 flere af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("trust", 2.6, 6.1, "trust is 3 to 6 points higher (of 100)", "tilliden er 3 til 6 point højere (af 100)"),
    ("conflict", -1.2, -0.8, "conflict is about 1 point lower (of 100)", "konflikten er omkring 1 point lavere (af 100)"),
    ("trust", -1.2, 21.0, "trust is between 1 point lower and 21 points higher (of 100); which way it goes the model does not say",
     "tilliden er mellem 1 point lavere og 21 point højere (af 100); hvilken vej det går, siger modellen ikke"),
    ("trust", -0.2, 0.3, "hardly any difference in trust", "næsten ingen forskel i tilliden"),
    ("wellbeing_change", 0.012, 0.034, "the change of wellbeing is 0.01 to 0.03 higher (on a scale of 0 to 1)",
     "ændringen i trivsel er 0,01 til 0,03 højere (på en skala fra 0 til 1)"),
    ("citizens_reached", 12.2, 30.4, "per partnership, 12 to 30 more citizens reached", "pr. partnerskab 12 til 30 flere borgere nået"),
    ("volunteers_peak", -2.04, -0.31, "per partnership, 0.3 to 2.0 fewer volunteers at once",
     "pr. partnerskab 0,3 til 2,0 færre frivillige på én gang"),
    ("volunteers_peak", -0.04, 0.04, "hardly any difference in volunteers at once", "næsten ingen forskel i frivillige på én gang"),
    ("hours_total", 614.3, 3135.4, "per partnership, 610 to 3,100 more hours in all", "pr. partnerskab 610 til 3.100 flere timer i alt"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "low", "high", "english", "danish"), CASES)
def test_a_difference_is_said_in_plain_words(measure: str, low: float, high: float, english: str, danish: str):
    assert what_changes(row(measure, low, high)) == english
    assert what_changes(row(measure, low, high), "da") == danish


def test_a_sentence_names_the_arm_and_what_it_costs():
    dear = row("continues", 9.2, 17.4, cost_hours=72.4, cost_dkk=12_345.0)
    assert sentence(POOL, dear) == (
        "Early anchoring: of 100 partnerships, 9 to 17 more go on when the grant ends; "
        "it costs about 72 hours and 12,000 kr per partnership."
    )  # fmt: skip
    assert sentence(POOL, dear, "da") == (
        "Tidlig forankring: 9 til 17 flere af 100 partnerskaber fortsætter, når bevillingen slutter; "
        "det koster omkring 72 timer og 12.000 kr. pr. partnerskab."
    )
    assert sentence(POOL, dear, with_cost=False).endswith("go on when the grant ends.")


@pytest.mark.parametrize(
    ("hours", "dkk", "english", "danish"),
    [
        (0.0, 0.0, "", ""),
        (0.4, -0.4, "", ""),
        (0.0, 1_022_868.0, "costs about 1,000,000 kr per partnership", "koster omkring 1.000.000 kr. pr. partnerskab"),
        (-216.0, 0.0, "saves about 220 hours per partnership", "sparer omkring 220 timer pr. partnerskab"),
        (70.0, -12_000.0, "costs about 70 hours and saves about 12,000 kr per partnership",
         "koster omkring 70 timer og sparer omkring 12.000 kr. pr. partnerskab"),
        (-70.0, 12_000.0, "costs about 12,000 kr and saves about 70 hours per partnership",
         "koster omkring 12.000 kr. og sparer omkring 70 timer pr. partnerskab"),
    ],
)  # fmt: skip
def test_a_price_is_said_where_it_is_counted(hours: float, dkk: float, english: str, danish: str):
    assert cost(hours, dkk) == english
    assert cost(hours, dkk, "da") == danish


def test_too_few_runs_never_look_sure():
    assert amount(row("continues", 9.0, 9.0)) == "about 9 more"
    assert amount(row("continues", 9.0, 9.0, mc_error=2.0)) == "6 to 12 more"
    assert amount(row("continues", 9.0, 9.0, mc_error=10.0)) == "between 7 fewer and 25 more"


@pytest.mark.parametrize(
    ("low", "high", "mean", "mc_error", "decides"),
    [(0.3, 0.3, 1.2, 2.0, True), (-8.0, 9.0, 1.2, 2.0, False), (0.3, 0.3, 4.0, 2.0, False), (0.0, 0.0, 0.0, 0.0, False)],
)
def test_chance_decides_where_it_goes_both_ways_and_further_than_the_parameters(
    low: float, high: float, mean: float, mc_error: float, decides: bool
):
    assert chance_decides(row("continues", low, high, mc_error, mean=mean)) is decides


def test_what_comes_after_the_last_month_is_said_to_come_too_late():
    late = row("activity_alive_36_months", math.nan, math.nan)
    assert what_changes(late).endswith(
        "because the lives end before, or the grant does not end: have an activity running three years later"
    )
    assert what_changes(late, "da").startswith("kan ikke ses, fordi livene slutter før, eller bevillingen ikke slutter: har en aktivitet")


def test_what_is_not_known_is_said_so():
    unknown = row("wellbeing_change", float("nan"), float("nan"))
    assert what_changes(unknown) == "not known: the change of wellbeing"
    assert what_changes(unknown, "da") == "vides ikke: ændringen i trivsel"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", MEASURES)
def test_no_sentence_of_any_measure_has_a_gap(measure: str, language: str):
    for low, high in ((1.0, 2.0), (-2.0, 1.0), (0.0, 0.0), (-2.0, 0.0)):
        said = sentence(POOL, row(measure, low, high, cost_hours=1.0), language)
        assert not re.search(r"[{}]|  |\.\.|;\.", said)
        assert said.endswith(".")


def test_a_title_is_cut_at_its_colon_unless_two_begin_alike():
    assert short_title(POOL, "longer-grant", "en") == "One year more"
    alike = POOL.arms["longer-grant"].model_copy(update={"title": POOL.arms["longer-grant"].title})
    again = POOL.model_copy(update={"arms": {**POOL.arms, "again": alike}})
    assert short_title(again, "longer-grant", "en").startswith("One year more: the grant is")


def test_the_most_helpful_arm_comes_first_whichever_way_helps():
    rows = pd.DataFrame(
        [vars(row(measure, each, each, arm=f"arm {each}")) for measure in ("trust", "conflict") for each in (-1.0, 3.0, 2.0)]
    )
    assert list(ranked(rows, "trust")["arm"]) == ["arm 3.0", "arm 2.0", "arm -1.0"]
    assert list(ranked(rows, "conflict")["arm"]) == ["arm -1.0", "arm 2.0", "arm 3.0"]


def test_what_moved_most_is_told_relative_to_its_spread_and_never_what_hardly_moved():
    rows = pd.DataFrame([
        vars(row("continues", 9.0, 9.0)),
        vars(row("trust", 5.0, 5.0, spread_over_lives=50.0)),
        vars(row("conflict", -5.0, -5.0, spread_over_lives=2.0)),
        vars(row("ownership", 0.1, 0.1, spread_over_lives=0.001)),
        vars(row("synergy", float("nan"), float("nan"))),
    ])  # fmt: skip
    assert list(moved_most(rows, "earlier-anchoring", besides=["continues"])["measure"]) == ["conflict", "trust"]
    assert list(moved_most(rows, "earlier-anchoring", besides=["continues"], number=1)["measure"]) == ["conflict"]
    assert moved_most(rows, "another", besides=[]).empty
