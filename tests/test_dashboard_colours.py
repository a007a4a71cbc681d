"""Colours of the dashboard's pictures: every mark that carries meaning stands out from its ground, and every letter can be read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario
from samvirke.viz.charts.colours import PALE, contrast, ink_on
from samvirke.viz.dashboard.charts.dots import NOT_ACTIVE, NOT_TAKING_PART, SIGNS, STAMPS
from samvirke.viz.dashboard.charts.months import axes_option, course_option, fan_option, lines_of
from samvirke.viz.dashboard.charts.network import network_option
from samvirke.viz.dashboard.charts.partnerships import ON_A_DESK, all_option, names_option
from samvirke.viz.dashboard.charts.room import ROOMS
from samvirke.viz.dashboard.content.texts import FUTURES, names_of
from samvirke.viz.dashboard.names import partnerships_named
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.session import Session

MEALS = Address(scenario="one-partnership", case="shared-meals", levers={"openness": 1.0})
LANGUAGE, DESK, WHITE = language_of("da"), ROOMS[False, False], "#ffffff"
MARK, LETTER = 3.0, 4.5
MONTHS = (1, 14, 30, 60)
PALE_ON_PURPOSE = (NOT_ACTIVE, NOT_TAKING_PART)
"""Those who do not take part: that they are there is no more than a ground for those who do."""
NAMES = partnerships_named(read_scenario("partnerskabspuljen"), LANGUAGE)
SHADE = "#00000026"
"""Of the hatching in style.css."""


@cache
def session() -> Session:
    return Session()


def over(colour: str, opacity: float = 1.0, ground: str = WHITE) -> str:
    """A colour as it is seen: its own eighth and ninth digit and its opacity let the ground through."""
    opaque = opacity * (int(colour[7:9], 16) / 255 if len(colour) == 9 else 1.0)
    parts = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one * opaque + other * (1 - opaque)):02x}" for one, other in parts)


def stands_out(style: dict[str, Any]) -> float:
    """How much a mark with this style does, by its inside or by its edge."""
    opacity = style.get("opacity", 1.0)
    inside, edge = style.get("color", WHITE), style.get("borderColor", WHITE) if style.get("borderWidth", 0) else WHITE
    return max(contrast(over(each, opacity), WHITE) for each in (inside, edge))


def letters_in(option: Any, ground: str = WHITE) -> Iterator[float]:
    """Of all letters in a chart how much they stand out from what they are written on."""
    if isinstance(option, list):
        for each in option:
            yield from letters_in(each, ground)
    elif isinstance(option, dict):
        if "fontSize" in option and "color" in option:
            behind = over(option.get("backgroundColor", ground), ground=ground)
            yield contrast(over(option["color"], ground=behind), behind)
        within = (option.get("itemStyle") or {}).get("color", ground)
        for key, each in option.items():
            yield from letters_in(each, within if key == "label" else ground)


def marks_of_the_network(address: Address) -> Iterator[dict[str, Any]]:
    run = session().run(address)
    for month in MONTHS:
        option = network_option(run.frame(month), names_of(run, LANGUAGE), DESK, LANGUAGE)
        for series in option["series"]:
            yield from (each.get("lineStyle") or each["itemStyle"] for each in series["data"] if "itemStyle" in each or "lineStyle" in each)


def lines() -> tuple[Any, Any]:
    one, other = session().run(MEALS), session().other_run(MEALS)
    assert other is not None
    return lines_of(one), lines_of(other)


def axes() -> dict[str, Any]:
    return axes_option(*lines(), 60, 36, DESK.course, LANGUAGE)


def fan() -> dict[str, Any]:
    pairs = session().pairs(MEALS)
    assert pairs is not None
    return fan_option(pairs.without, pairs.with_levers, "trust", 36, 13, LANGUAGE)


def glyphs() -> Iterator[Any]:
    everybody = session().all(Address())
    for month in MONTHS:
        yield everybody.glyphs(month)


@pytest.mark.parametrize("arm", ["baseline", "coordinator-leaves"])
def test_members_persons_holes_and_trust_stand_out(arm: str):
    assert min(stands_out(style) for seed in (1, 3, 4) for style in marks_of_the_network(replace(MEALS, arm=arm, seed=seed))) >= MARK


def test_dots_stand_out_except_those_who_do_not_take_part():
    shown = [(fill, edge) for letter, (_, _, fill, edge) in STAMPS.items() if letter not in PALE_ON_PURPOSE]
    assert min(max(contrast(fill, WHITE), contrast(edge or WHITE, WHITE)) for fill, edge in shown) >= MARK
    assert [STAMPS[letter][2] for letter in PALE_ON_PURPOSE] == [PALE, PALE]


def test_time_lines_and_the_grants_end_stand_out():
    series = [*course_option(*lines(), 60, 60, DESK.course, LANGUAGE)["series"], *(each["markLine"] for each in axes()["series"])]
    assert min(stands_out(each["lineStyle"]) for each in series) >= MARK


def test_middles_of_the_fan_stand_out():
    series = fan()["series"]
    drawn = [each["lineStyle"] for each in series if "name" in each] + [series[-1]["markLine"]["lineStyle"]]
    assert min(stands_out(style) for style in drawn) >= MARK


def test_where_the_fan_ends_stands_out():
    ends = [each["lineStyle"] for each in fan()["series"] if "stack" in each]
    assert min(stands_out(style) for style in ends) >= MARK


def test_glyphs_stand_out():
    styles = [each["itemStyle"] for month in glyphs() for each in all_option(month, NAMES, ON_A_DESK, LANGUAGE)["series"][0]["data"]]
    assert min(stands_out(style) for style in styles) >= MARK


@pytest.mark.parametrize("name", list(SIGNS))
def test_each_sign_beside_the_picture_stands_out(name: str):
    assert max(contrast(colour, WHITE) for colour in re.findall(r"#[0-9a-f]{6}", SIGNS[name][1])) >= MARK


def test_every_letter_in_a_picture_can_be_read():
    run = session().run(MEALS)
    networks = [network_option(run.frame(month), names_of(run, LANGUAGE), DESK, LANGUAGE) for month in MONTHS]
    all_of_them = [
        each for month in glyphs() for each in (all_option(month, NAMES, ON_A_DESK, LANGUAGE), names_option(month, NAMES, ON_A_DESK))
    ]
    found = list(letters_in([*networks, axes(), fan(), *all_of_them]))
    assert len(found) > 100
    assert min(found) >= LETTER


def test_numbers_of_futures_can_be_read_on_their_hatching_too():
    for _, _, colour, look in FUTURES:
        grounds = [colour, *([over(SHADE, ground=colour)] if look == "hatched" else [])]
        assert min(contrast(ink_on(colour), ground) for ground in grounds) >= LETTER
