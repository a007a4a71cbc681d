"""A difference in words that a director understands, in either language, and never more certain than it is."""

import math
import re
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from samvirke.analysis.comparison.prior_width import share_in_words, what_data_say
from samvirke.analysis.comparison.reading import chance_decides, moved_most, ranked, reach, rounded, short_title, way_of
from samvirke.analysis.comparison.sentences import amount, cost, sentence, what_changes, what_changes_alone
from samvirke.analysis.measures import MEASURES
from samvirke.model.language import languages
from samvirke.model.scenario import read_scenario
from samvirke.model.scenario.resolved import Text

POOL = read_scenario("partnerskabspuljen")


def row(measure: str, low: float, high: float, mc_error: float = 0.0, **other: Any) -> Any:
    usual = {"arm": "earlier-anchoring", "mean": (low + high) / 2, "cost_hours": 0.0, "cost_dkk": 0.0, "spread_over_lives": 1.0}
    return SimpleNamespace(**{"measure": measure, "low": low, "high": high, "mc_error": mc_error, **usual, **other})


CASES = [
    ("continues", 9.2, 17.4, "about 13 more of 100 partnerships go on when the grant ends (9 to 17)",
     "omkring 13 flere af 100 partnerskaber fortsætter, når bevillingen slutter (9 til 17)"),
    ("something_left", -17.4, -9.2, "about 13 fewer of 100 partnerships leave something behind when the grant ends (9 to 17)",
     "omkring 13 færre af 100 partnerskaber efterlader noget, når bevillingen slutter (9 til 17)"),
    ("continues", -3.1, 5.2,
     "no clear difference (from 3 fewer to 5 more of 100 partnerships go on when the grant ends)",
     "ingen klar forskel (fra 3 færre til 5 flere af 100 partnerskaber fortsætter, når bevillingen slutter)"),
    ("continues_a_year_later", -3.1, 5.2,
     "no clear difference (from 3 fewer to 5 more of 100 partnerships are still partnerships a year later)",
     "ingen klar forskel (fra 3 færre til 5 flere af 100 partnerskaber er stadig partnerskaber et år efter bevillingen)"),
    ("continues", -0.4, 0.4, "about as many of 100 partnerships go on when the grant ends",
     "omtrent lige mange af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("continues", 0.0, 0.0, "about as many of 100 partnerships go on when the grant ends",
     "omtrent lige mange af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("continues", -0.02, 4.6, "0 to 5 more of 100 partnerships go on when the grant ends",
     "op til 5 flere af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("continues", 0.02, 0.6, "hardly any difference (at most 1 more of 100 partnerships go on when the grant ends)",
     "næsten ingen forskel (højst 1 mere af 100 partnerskaber fortsætter, når bevillingen slutter)"),
    ("continues", 0.1, 0.8, "hardly any difference (at most 1 more of 100 partnerships go on when the grant ends)",
     "næsten ingen forskel (højst 1 mere af 100 partnerskaber fortsætter, når bevillingen slutter)"),
    ("continues", 0.4, 15.3, "about 8 more of 100 partnerships go on when the grant ends (less than 1 to 15)",
     "omkring 8 flere af 100 partnerskaber fortsætter, når bevillingen slutter (under 1 til 15)"),
    ("continues", 8.8, 9.3, "about 9 more of 100 partnerships go on when the grant ends",
     "omkring 9 flere af 100 partnerskaber fortsætter, når bevillingen slutter"),
    ("trust", 2.6, 6.1, "trust is about 4 points higher (3 to 6 of 100)", "tilliden er omkring 4 point højere (3 til 6 af 100)"),
    ("trust", -0.02, 6.1, "trust is 0 to 6 points higher (of 100)", "tilliden er op til 6 point højere (af 100)"),
    ("conflict", -1.2, -0.8, "conflict is about 1 point lower (of 100)", "konflikten er omkring 1 point lavere (af 100)"),
    ("trust", -1.2, 21.0, "no clear difference in trust (from 1 point lower to 21 points higher of 100)",
     "ingen klar forskel i tilliden (fra 1 point lavere til 21 point højere af 100)"),
    ("trust", -0.2, 0.3, "hardly any difference in trust", "næsten ingen forskel i tilliden"),
    ("wellbeing_change", 0.012, 0.034, "the change of wellbeing is about 0.02 higher (0.01 to 0.03 on a scale of 0 to 1)",
     "ændringen i trivsel er omkring 0,02 højere (0,01 til 0,03 på en skala fra 0 til 1)"),
    ("key_person_departures", 0.96, 1.04, "per partnership, about 1.0 more key persons who left",
     "pr. partnerskab omkring 1,0 flere nøglepersoner stoppet"),
    ("citizens_reached", 12.2, 30.4, "per partnership, about 21 more citizens reached (12 to 30)",
     "pr. partnerskab omkring 21 flere borgere nået (12 til 30)"),
    ("citizens_reached", -12.2, 30.4,
     "no clear difference (from 12 fewer to 30 more citizens reached, per partnership)",
     "ingen klar forskel (fra 12 færre til 30 flere borgere nået pr. partnerskab)"),
    ("volunteers_peak", -2.04, -0.31, "per partnership, about 1.2 fewer volunteers at once (0.3 to 2.0)",
     "pr. partnerskab omkring 1,2 færre frivillige på én gang (0,3 til 2,0)"),
    ("volunteers_peak", -0.04, 0.04, "hardly any difference in volunteers at once", "næsten ingen forskel i frivillige på én gang"),
    ("hours_total", 614.3, 3135.4, "per partnership, about 1,900 more hours in all (610 to 3,100)",
     "pr. partnerskab omkring 1.900 flere timer i alt (610 til 3.100)"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "low", "high", "english", "danish"), CASES)
def test_a_difference_is_reported_in_plain_words(measure: str, low: float, high: float, english: str, danish: str):
    assert what_changes(row(measure, low, high)) == english
    assert what_changes(row(measure, low, high), "da") == danish
    assert what_changes_alone(row(measure, low, high), "da") == f"{danish}."


@pytest.mark.parametrize(
    ("width_of_prior", "english", "danish", "short"),
    [
        (12.6, "The data narrow this range by about a fifth.", "Data gør intervallet omkring en femtedel smallere.", "79 %"),
        (15.0, "The data narrow this range by about a third.", "Data gør intervallet omkring en tredjedel smallere.", "67 %"),
        (20.0, "The data narrow this range by about half.", "Data gør intervallet omkring halvt så bredt.", "50 %"),
        (100.0, "The data narrow this range by about nine tenths.", "Data gør intervallet omkring ni tiendedele smallere.", "10 %"),
        (10.0, "The data say nothing about this: the range comes from assumptions.",
         "Data siger intet om dette: intervallet kommer af antagelserne.", "100 %"),
        (8.1, "The data say nothing about this: the range comes from assumptions.",
         "Data siger intet om dette: intervallet kommer af antagelserne.", "123 %"),
        (5.0, "The data widen this range by about 100 %.", "Data gør intervallet omkring 100 % bredere.", "200 %"),
    ],
)  # fmt: skip
def test_what_the_data_add_is_reported_in_one_sentence(width_of_prior: float, english: str, danish: str, short: str):
    found = row("continues", 5.0, 15.0, mc_error=0.1, width_of_prior=width_of_prior, runs=2000)
    assert what_data_say(found).replace("\u00a0", " ") == english
    assert what_data_say(found, "da").replace("\u00a0", " ") == danish
    assert share_in_words(found).replace("\u00a0", " ") == short


def test_too_few_runs_do_not_tell_what_the_data_add():
    for few in ({"runs": 80}, {"runs": 2000, "spread_over_lives": 60.0}):
        found = row("continues", 5.0, 15.0, **{"mc_error": 0.1, "width_of_prior": 12.0, **few})
        assert what_data_say(found) == "Too few runs to tell whether the data narrow this range."
        assert what_data_say(found, "da") == "Der er for få forløb til at se, om data gør intervallet smallere."
        assert share_in_words(found) == "too few runs"


@pytest.mark.parametrize("width_of_prior", [math.nan, 0.0])
def test_nothing_is_reported_of_the_data_where_the_prior_leaves_nothing_open_or_is_not_known(width_of_prior: float):
    found = row("continues", 5.0, 15.0, width_of_prior=width_of_prior, runs=400)
    assert (what_data_say(found), share_in_words(found)) == ("", "–")


def test_a_sentence_names_the_arm_and_what_it_costs():
    dear = row("continues", 9.2, 17.4, cost_hours=72.4, cost_dkk=12_345.0)
    assert sentence(POOL, dear) == (
        "Early anchoring: about 13 more of 100 partnerships go on when the grant ends (9 to 17); "
        "it costs about 72 hours and 12,000 kroner per partnership."
    )  # fmt: skip
    assert sentence(POOL, dear, "da") == (
        "Tidlig forankring: omkring 13 flere af 100 partnerskaber fortsætter, når bevillingen slutter (9 til 17); "
        "det koster omkring 72 timer og 12.000 kroner pr. partnerskab."
    )
    assert sentence(POOL, dear, with_cost=False).endswith("go on when the grant ends (9 to 17).")


@pytest.mark.parametrize(
    ("hours", "dkk", "english", "danish"),
    [
        (0.0, 0.0, "", ""),
        (0.4, -0.4, "", ""),
        (0.0, 1_022_868.0, "costs about 1 million kroner per partnership", "koster omkring 1 mio. kroner pr. partnerskab"),
        (0.0, 1_250_000.0, "costs about 1.3 million kroner per partnership", "koster omkring 1,3 mio. kroner pr. partnerskab"),
        (0.0, -23_400_000.0, "saves about 23 million kroner per partnership", "sparer omkring 23 mio. kroner pr. partnerskab"),
        (-216.0, 0.0, "saves about 220 hours per partnership", "sparer omkring 220 timer pr. partnerskab"),
        (70.0, -12_000.0, "costs about 70 hours and saves about 12,000 kroner per partnership",
         "koster omkring 70 timer og sparer omkring 12.000 kroner pr. partnerskab"),
        (-70.0, 12_000.0, "costs about 12,000 kroner and saves about 70 hours per partnership",
         "koster omkring 12.000 kroner og sparer omkring 70 timer pr. partnerskab"),
    ],
)  # fmt: skip
def test_a_price_is_reported_where_it_is_counted(hours: float, dkk: float, english: str, danish: str):
    assert cost(hours, dkk) == english
    assert cost(hours, dkk, "da") == danish


def test_too_few_runs_never_look_sure():
    assert amount(row("continues", 9.0, 9.0)) == "about 9 more"
    assert amount(row("continues", 9.0, 9.0, mc_error=2.0)) == "6 to 12 more"
    assert amount(row("continues", 9.0, 9.0, mc_error=10.0)) == "between 7 fewer and 25 more"


def test_a_half_is_reported_away_from_zero_as_the_table_shows_it():
    assert amount(row("continues", 22.5, 22.5)) == "about 23 more"
    assert amount(row("continues", -22.5, -22.5)) == "about 23 fewer"
    assert what_changes(row("continues", 0.5, 22.5, mean=2.5)) == ("about 3 more of 100 partnerships go on when the grant ends (1 to 23)")
    assert math.isnan(rounded(math.nan))


def test_one_pair_is_reported_to_tell_no_difference():
    alone = row("hours_total", math.nan, math.nan, math.nan, mean=778.0)
    assert what_changes(alone) == "not known from one pair of runs: hours in all"
    assert what_changes(alone, "da").startswith("kan ikke ses af ét par forløb: ")
    assert (amount(alone), way_of(alone)) == ("not known from one pair of runs", "open")
    assert reach(pd.DataFrame([vars(alone)]), "hours_total") == (0.0, 778.0)


def test_an_amount_is_short_and_knows_no_parts_of_a_partnership():
    assert amount(row("continues", 0.4, 15.3), "da") == "op til 15 flere"
    assert amount(row("continues", 0.1, 0.8)) == "hardly any difference (at most 1 more)"
    assert amount(row("volunteers_peak", 0.31, 2.04), "da") == "0,3 til 2,0 flere"


@pytest.mark.parametrize(
    ("low", "high", "mean", "mc_error", "decides"),
    [(0.3, 0.3, 1.2, 2.0, True), (-8.0, 9.0, 1.2, 2.0, False), (0.3, 0.3, 4.0, 2.0, False), (0.0, 0.0, 0.0, 0.0, False)],
)
def test_sampling_error_hides_the_sign_where_it_goes_both_ways_and_further_than_the_parameters(
    low: float, high: float, mean: float, mc_error: float, decides: bool
):
    assert chance_decides(row("continues", low, high, mc_error, mean=mean)) is decides


def test_what_comes_after_the_last_month_is_reported_to_come_too_late():
    late = row("activity_alive_36_months", math.nan, math.nan)
    assert what_changes(late).endswith("because the runs end before, or the grant has no end: have an activity running three years later")
    assert what_changes(late, "da").startswith(
        "kan ikke ses, fordi forløbene slutter før, eller bevillingen ikke slutter: har en aktivitet"
    )


def test_what_is_not_known_is_reported_so():
    unknown = row("wellbeing_change", float("nan"), float("nan"))
    assert what_changes(unknown) == "not known: the change of wellbeing"
    assert what_changes(unknown, "da") == "vides ikke: ændringen i trivsel"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("measure", MEASURES)
def test_no_sentence_of_any_measure_has_a_gap(measure: str, language: str):
    for low, high in ((1.0, 2.0), (-2.0, 1.0), (0.0, 0.0), (-2.0, 0.0)):
        wording = sentence(POOL, row(measure, low, high, cost_hours=1.0), language)
        assert not re.search(r"[{}]|  |\.\.|;\.", wording)
        assert wording.endswith(".")


def test_an_arm_is_called_by_its_title_and_with_its_details_if_two_are_called_the_same():
    assert short_title(POOL, "longer-grant", "en") == "One year more"
    again = POOL.model_copy(update={"arms": {**POOL.arms, "again": POOL.arms["longer-grant"]}})
    assert short_title(again, "longer-grant", "en").startswith("One year more: the grant is")


def test_a_title_with_a_colon_is_not_cut():
    own = POOL.arms["baseline"].model_copy(update={"title": Text(da="Plan B: mere", en="Plan B: more")})
    assert own.whole_title("da") == "Plan B: mere"
    assert short_title(POOL.model_copy(update={"arms": {**POOL.arms, "own": own}}), "own", "en") == "Plan B: more"


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
