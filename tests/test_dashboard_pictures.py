"""What the dashboard draws and says: charts as plain descriptions, texts in two languages."""

import json
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from samvirke.model.language import Language, language_of
from samvirke.model.scenario import read_scenario, scenario_names
from samvirke.viz.charts.colours import ACCENT, OUTSIDE, contrast
from samvirke.viz.dashboard.charts.dots import ACTIVE, STAMPS, TAKING_PART, VULNERABLE, kinds_of, places_of, slots_a_dot
from samvirke.viz.dashboard.charts.months import axes_option, columns, course_option, fan_option, lines_of
from samvirke.viz.dashboard.charts.network import (
    bubble,
    kind_of_trust,
    network_option,
    place_of_citizen,
    place_of_member,
    place_of_volunteer,
)
from samvirke.viz.dashboard.charts.network import in_lines as name_in_lines
from samvirke.viz.dashboard.charts.partnerships import ON_A_DESK, ON_A_WALL, all_option, in_lines
from samvirke.viz.dashboard.charts.room import LETTERS_ON_A_WALL, MEASURES, ROOMS
from samvirke.viz.dashboard.content.texts import names_of
from samvirke.viz.dashboard.names import TABS, partnerships_named
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
from samvirke.viz.dashboard.runs.measures import MONTHLY, SHOWN_BY_MONTH
from samvirke.viz.dashboard.runs.session import Session
from samvirke.viz.dashboard.views.playing import SPEEDS

MEALS = Address(scenario="one-partnership", case="shared-meals")
FORUM = Address(case="forum-for-maends-sundhed")
DANISH, ENGLISH = language_of("da"), language_of("en")
LANGUAGES = pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])
DESK = ROOMS[False, False]


@cache
def session() -> Session:
    return Session()


def run() -> FollowedRun:
    return session().run(MEALS)


def network(address: Address, month: int, language: Language = ENGLISH) -> dict[str, Any]:
    shown = session().run(address)
    return network_option(shown.frame(month), names_of(shown, language), DESK, language)


def series(option: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return next(each["data"] for each in option["series"] if each.get("name") == name)


@LANGUAGES
def test_every_page_speed_and_measure_has_a_name(language: Language):
    wording = [*TABS.values(), *SPEEDS.values(), *(text for name in SHOWN_BY_MONTH for text in MONTHLY[name])]
    assert all(language.gettext(each) for each in wording)
    assert len({language.gettext(each) for each in TABS.values()}) == len(TABS)


def test_everybody_has_a_place_in_the_network():
    option, frame = network(MEALS, 20), run().frame(20)
    assert len(series(option, "members")) == len(frame.members)
    assert len(series(option, "persons")) == len(frame.persons)
    assert len(series(option, "bonds")) == len(frame.bonds)
    assert len(places_of(frame, DESK.pixels)) == len(kinds_of(frame)) == frame.volunteer_slots + frame.citizen_slots
    assert kinds_of(frame).count(ACTIVE) == len(frame.volunteers)
    assert kinds_of(frame).count(VULNERABLE) == len(frame.vulnerable)
    assert set(kinds_of(frame)) <= set(STAMPS)


def test_trust_is_told_by_colour_and_by_dashes():
    little, some, high = (kind_of_trust(trust) for trust in (0.2, 0.5, 0.8))
    assert len({str(each["color"]) for each in (little, some, high)}) == 3
    assert len({str(each["type"]) for each in (little, some, high)}) == 3
    assert min(contrast(each["color"], "#ffffff") for each in (little, some, high)) > 3.0


def test_more_hours_make_a_thicker_line():
    frame = run().frame(20)
    widths = [line["lineStyle"]["width"] for line in series(network(MEALS, 20), "bonds")]
    hours = [bond.hours for bond in frame.bonds]
    assert sorted(widths) == [width for _, width in sorted(zip(hours, widths, strict=True))]


def test_an_empty_seat_is_a_ring_with_a_cross():
    ensemble = (session().run(replace(MEALS, arm="coordinator-leaves", seed=seed)) for seed in range(1, 30))
    with_hole = next(each for each in ensemble if each.frame(14).persons[0].vacant)
    option = network_option(with_hole.frame(14), names_of(with_hole, ENGLISH), DESK, ENGLISH)
    crosses = [each for each in series(option, "persons") if each.get("label", {}).get("formatter") == "×"]
    assert "the coordinator" in crosses[0]["tooltip"]["formatter"]
    assert crosses[0]["itemStyle"]["borderType"] == "dashed"


def test_nobody_moves_from_month_to_month():
    first, later = (series(network(MEALS, month), "persons") for month in (3, 40))
    assert [each["value"] for each in first] == [each["value"] for each in later]


@pytest.mark.parametrize("members", [2, 3, 8, 14, 37])
def test_members_and_those_around_never_overlap(members: int):
    places = [place_of_member(number, members) for number in range(members)]
    apart = min(((x - a) ** 2 + (y - b) ** 2) ** 0.5 for x, y in places for a, b in places if (x, y) != (a, b))
    assert apart >= 2 * bubble(members) - 0.1
    farthest = max((x**2 + y**2) ** 0.5 for x, y in places) + bubble(members)
    around = [place_of_volunteer(n, 40) for n in range(40)] + [place_of_citizen(n, 120) for n in range(120)]
    assert min((x**2 + y**2) ** 0.5 for x, y in around) > farthest
    assert max(max(abs(x), abs(y)) for x, y in around) <= 100


def test_thirty_seven_members_are_numbered_outside_their_circle():
    option = network(FORUM, 20)
    assert [each["label"]["formatter"] for each in series(option, "names")] == [str(number) for number in range(1, 38)]
    sizes = [each["symbolSize"] for each in series(option, "persons")]
    assert max(sizes) < 2 * 2 * DESK.pixels * bubble(37)


def test_time_lines_end_with_the_month_and_mark_the_grants_end():
    lines = {name: run().course(name) for name in MEASURES}
    option = course_option(lines, None, 20, run().months, DESK.course, ENGLISH)
    assert [len(each["data"]) for each in option["series"]] == [20] * len(MEASURES)
    axes = axes_option(lines, None, run().months, run().grant_end, DESK.course, ENGLISH)
    assert all(each["markLine"]["data"] == [{"xAxis": run().grant_end}] for each in axes["series"])
    assert [each["text"] for each in axes["title"]] == [ENGLISH.gettext(MONTHLY[name][0]) for name in MEASURES]
    assert [each["left"] for each in axes["grid"][:2]] == [left for left, _ in columns(DESK.course)]


def test_how_things_stand_between_partners_is_drawn_as_long_as_they_are_partners():
    ended = next(each for each in (session().run(replace(MEALS, seed=seed)) for seed in range(1, 60)) if each.ended_month < each.months)
    lines = lines_of(ended)
    assert len(lines["trust"]) == ended.ended_month
    assert len(lines["participants"]) == ended.months


def test_a_second_run_is_dashed_and_of_another_colour():
    lines = {name: run().course(name) for name in MEASURES}
    option = course_option(lines, lines, 20, run().months, DESK.course, ENGLISH)
    first, second = option["series"][0]["lineStyle"], option["series"][len(MEASURES)]["lineStyle"]
    assert (first["color"], second["color"]) == (ACCENT, OUTSIDE)
    assert (first["type"], second["type"]) == ("solid", "dashed")


def test_a_long_name_is_divided_where_its_last_word_begins():
    assert name_in_lines("interesseorganisation 2") == "interesse-\norganisation 2"
    assert name_in_lines("uddannelse eller forskning 1") == "uddannelse eller\nforskning 1"
    assert name_in_lines("housing organisation 1") == "housing\norganisation 1"
    assert name_in_lines("kommune 1") == "kommune 1"


def test_members_have_one_name_in_the_picture_and_in_what_happens():
    drawn = [each["label"]["formatter"] for each in series(network(MEALS, 20), "names")]
    listed = names_of(run(), ENGLISH)["organisation"].values()
    assert [each.replace("\n", " ") for each in drawn] == list(listed)


def test_without_a_grants_end_none_is_marked():
    lines = {name: run().course(name) for name in MEASURES}
    assert all("markLine" not in each for each in axes_option(lines, None, 60, None, DESK.course, ENGLISH)["series"])


def letters_of(option: Any) -> list[float]:
    if isinstance(option, dict):
        own = [option["fontSize"]] if "fontSize" in option else []
        return own + [size for each in option.values() for size in letters_of(each)]
    return [size for each in option for size in letters_of(each)] if isinstance(option, list) else []


@pytest.mark.parametrize("beside", [False, True])
def test_on_a_wall_all_letters_of_a_partnerships_pictures_are_large(beside: bool):
    room, lines = ROOMS[beside, True], {name: run().course(name) for name in MEASURES}
    panels = [room.course] + ([room.below] if room.below else [])
    drawn = [axes_option(lines, None, 60, 36, each, ENGLISH) for each in panels]
    drawn.append(network_option(run().frame(20), names_of(run(), ENGLISH), room, ENGLISH))
    assert min(size for each in drawn for size in letters_of(each)) >= LETTERS_ON_A_WALL


@pytest.mark.parametrize("place", list(ROOMS))
def test_no_measure_of_the_course_is_lost_where_there_is_little_room(place: tuple[bool, bool]):
    room = ROOMS[place]
    below = room.below.shown if room.below else ()
    assert sorted((*room.course.shown, *below)) == sorted(MEASURES)


@pytest.mark.parametrize("grid", [ON_A_DESK, ON_A_WALL], ids=["desk", "wall"])
def test_every_name_stands_whole_below_its_glyph(grid: Any):
    room = grid.row - grid.largest - 0.08 * grid.row
    for name in scenario_names():
        for named in partnerships_named(read_scenario(name), DANISH).values():
            lines = in_lines(named, grid)
            assert "…" not in lines
            assert len(lines.split("\n")) * (grid.letters + 1) <= room + 1


def test_where_there_are_many_citizens_dots_are_spread_and_stand_for_as_many_as_is_reported():
    many = replace(run().frame(20), citizens=tuple(range(300)), vulnerable=tuple(range(90)), citizen_slots=600)
    kinds = kinds_of(many)[many.volunteer_slots :]
    lit = [number for number, kind in enumerate(kinds) if kind in (TAKING_PART, VULNERABLE)]
    assert len(lit) == pytest.approx(300 / slots_a_dot(600), abs=1)
    assert max(b - a for a, b in pairwise(lit)) <= 8


@LANGUAGES
def test_glyphs_tell_trust_in_digits_and_endings_by_a_cross(language: Language):
    everybody = session().all(FORUM)
    glyphs = everybody.glyphs(80)
    drawn = all_option(glyphs, partnerships_named(everybody.scenario, language), ON_A_DESK, language)["series"][0]["data"]
    assert [each["name"] for each in drawn] == [each.case for each in glyphs]
    for each, glyph in zip(drawn, glyphs, strict=True):
        assert each["label"]["formatter"] == ("×" if glyph.ended_month else f"{100 * glyph.trust:.0f}")


@LANGUAGES
def test_the_fan_has_both_middles_and_both_ranges(language: Language):
    pairs = session().pairs(replace(MEALS, levers={"openness": 1.0}))
    assert pairs is not None
    option = fan_option(pairs.without, pairs.with_levers, "trust", run().grant_end, 13, language)
    assert [each["name"] for each in option["series"] if "name" in each] == [
        language.gettext("As it is"),
        language.gettext("With the levers"),
    ]
    assert sum("areaStyle" in each for each in option["series"]) == 2


def test_the_fan_of_trust_ends_when_hardly_anybody_is_a_partnership_any_more():
    fan = Session().without(Address(case="mere-liv-i-lungerne")).fan  # its campaign lasts a month
    assert not np.isnan(fan["trust"][:, 0]).any()
    assert np.isnan(fan["trust"][:, 40]).all()
    assert not np.isnan(fan["volunteers"]).any()


def test_the_fan_of_those_that_have_ended_can_be_sent_as_json():
    pairs = Session().pairs(Address(case="mere-liv-i-lungerne", levers={"openness": 1.0}))
    assert pairs is not None
    option = fan_option(pairs.without, pairs.with_levers, "trust", 1, 13, DANISH)
    assert json.loads(json.dumps(option, allow_nan=False))["series"][2]["data"][-1] is None


def test_every_chart_can_be_sent_as_json():
    lines = {name: run().course(name) for name in MEASURES}
    everybody = session().all(FORUM)
    of_all = all_option(everybody.glyphs(9), partnerships_named(everybody.scenario, DANISH), ON_A_DESK, DANISH)
    for option in (network(FORUM, 30), course_option(lines, lines, 9, 60, DESK.course, DANISH), of_all):
        assert json.loads(json.dumps(option, allow_nan=False)) is not None
