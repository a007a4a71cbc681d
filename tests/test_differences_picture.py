"""The picture of differences: ranked, said in words, and understood without colour."""

from typing import Any

import pandas as pd
import pytest

from samvirke.model.scenario import read_scenario
from samvirke.viz.charts.differences import BLUE, GREY, INK, KINDS, ORANGE, SOFT_INK, differences_picture
from samvirke.viz.charts.file import svg_of

POOL = read_scenario("partnerskabspuljen")
RANGES = {"late-anchoring": (-9.0, -3.0), "earlier-anchoring": (9.0, 17.0), "open-talk": (-3.0, 5.0), "fixed-structure": (0.1, 0.3)}


def table(measure: str = "continues", ranges: dict[str, tuple[float, float]] = RANGES) -> pd.DataFrame:
    return pd.DataFrame([
        {"measure": measure, "arm": arm, "mean": (low + high) / 2, "low": low, "high": high, "mc_error": 0.0, "runs": 400}
        for arm, (low, high) in ranges.items()
    ])  # fmt: skip


def chart(measure: str = "continues", language: str = "en") -> Any:
    return differences_picture(POOL, table(measure), measure, language=language).to_dict()


def texts_of(spec: Any) -> list[str]:
    return [row["text"] for rows in spec["datasets"].values() for row in rows if row.get("text")]


def test_arms_stand_in_the_order_of_what_they_help():
    wording = texts_of(chart())
    order = [wording.index(text) for text in ("9 to 17 more", "between 3 fewer and 5 more", "hardly any difference", "3 to 9 fewer")]
    assert order == sorted(order)


def test_where_less_is_better_the_least_stands_at_the_top():
    wording = texts_of(chart("conflict"))
    assert wording.index("3 to 9 points lower") < wording.index("9 to 17 points higher")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Of 100 partnerships, how many more or fewer go on when the grant ends?", "no difference", "10 more", "9 to 17 more",
                "not a verdict on any one of them")),
        ("da", ("Hvor mange flere eller færre af 100 partnerskaber fortsætter, når bevillingen slutter?", "ingen forskel", "10 flere",
                "9 til 17 flere", "ikke en dom over noget enkelt af dem")),
    ],
)  # fmt: skip
def test_the_picture_holds_everything_in_words(language: str, expected: tuple[str, ...]):
    svg = svg_of(differences_picture(POOL, table(), language=language))
    for each in expected:
        assert each in svg


def test_titles_are_whole_and_no_word_stands_alone():
    wording = " ".join(texts_of(chart()))
    assert "Early anchoring: planning for the time after the grant begins by month 12" in wording


def test_what_may_go_either_way_is_hollow_and_the_rest_is_filled():
    assert KINDS["open"]["fill"] == "white"
    assert KINDS["better"]["fill"] != KINDS["worse"]["fill"] != "white"


def test_with_one_set_of_parameters_the_bar_is_the_sampling_error():
    alone = table().assign(low=lambda rows: rows["mean"], high=lambda rows: rows["mean"], mc_error=2.0)
    assert "Bar: its sampling error" in svg_of(differences_picture(POOL, alone))


def test_arms_without_any_difference_can_be_drawn_and_so_can_none():
    nothing = table(ranges={"open-talk": (0.0, 0.0)})
    assert "hardly any difference" in svg_of(differences_picture(POOL, nothing))
    unknown = nothing.assign(mean=float("nan"), low=float("nan"), high=float("nan"))
    assert "no difference" in svg_of(differences_picture(POOL, unknown))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", [INK, SOFT_INK, BLUE, ORANGE, GREY])
def test_every_colour_can_be_read_on_white(colour: str):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5
