"""What the dashboard draws and says: charts as plain descriptions, texts in two languages."""

import json
import string
from dataclasses import fields, replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from analysis.explain.but_for import EVENT
from model.scenario import read_scenario
from viz.colours import ACCENT, OUTSIDE, contrast
from viz.dashboard.address import SPEEDS, TABS, Address
from viz.dashboard.all_option import all_option
from viz.dashboard.course_option import SHOWN, axes_option, columns, course_option, lines_of
from viz.dashboard.danish import DANISH
from viz.dashboard.dots import ACTIVE, STAMPS, VULNERABLE, kinds_of, places_of
from viz.dashboard.english import ENGLISH
from viz.dashboard.fan_option import fan_option
from viz.dashboard.followed_life import FollowedLife
from viz.dashboard.markup import names_of, of_100, sentences_of, seven_cs, ticker
from viz.dashboard.network_option import kind_of_trust, network_option
from viz.dashboard.places import PIXELS, bubble, place_of_citizen, place_of_member, place_of_volunteer
from viz.dashboard.sentences import of_one, when
from viz.dashboard.session import Session
from viz.dashboard.why_side import explained, why_markup
from viz.dashboard.words import Words

MEALS = Address(scenario="one-partnership", case="shared-meals")
FORUM = Address(case="forum-for-maends-sundhed")
LANGUAGES = pytest.mark.parametrize("words", [DANISH, ENGLISH], ids=["da", "en"])


@cache
def session() -> Session:
    return Session()


def life() -> FollowedLife:
    return session().life(MEALS)


def network(address: Address, month: int, words: Words = ENGLISH) -> dict[str, Any]:
    shown = session().life(address)
    return network_option(shown.frame(month), names_of(shown, words.language), words)


def series(option: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return next(each["data"] for each in option["series"] if each.get("name") == name)


def texts_of(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts_of(each)]
    return [text for each in value for text in texts_of(each)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("field", [each.name for each in fields(Words)])
def test_both_languages_say_the_same_things(field: str):
    danish, english = (getattr(each, field) for each in (DANISH, ENGLISH))
    if isinstance(danish, dict):
        assert danish.keys() == english.keys()
    holes = [
        [sorted(name for _, name, _, _ in string.Formatter().parse(text) if name) for text in texts_of(each)] for each in (danish, english)
    ]
    assert holes[0] == holes[1]
    assert all(texts_of(danish)) and all(texts_of(english))


def test_every_page_and_speed_has_a_name():
    for words in (DANISH, ENGLISH):
        assert set(TABS) == set(words.tabs)
        assert set(SPEEDS) == set(words.speeds)


def test_everybody_has_a_place_in_the_network():
    option, frame = network(MEALS, 20), life().frame(20)
    assert len(series(option, "members")) == len(frame.members)
    assert len(series(option, "persons")) == len(frame.persons)
    assert len(series(option, "bonds")) == len(frame.bonds)
    assert len(places_of(frame)) == len(kinds_of(frame)) == frame.volunteer_slots + frame.citizen_slots
    assert kinds_of(frame).count(ACTIVE) == len(frame.volunteers)
    assert kinds_of(frame).count(VULNERABLE) == len(frame.vulnerable)
    assert set(kinds_of(frame)) <= set(STAMPS)


def test_trust_is_told_by_colour_and_by_dashes():
    little, some, high = (kind_of_trust(trust) for trust in (0.2, 0.5, 0.8))
    assert len({str(each["color"]) for each in (little, some, high)}) == 3
    assert len({str(each["type"]) for each in (little, some, high)}) == 3
    assert min(contrast(each["color"], "#ffffff") for each in (little, some, high)) > 3.0


def test_more_hours_make_a_thicker_line():
    frame = life().frame(20)
    widths = [line["lineStyle"]["width"] for line in series(network(MEALS, 20), "bonds")]
    hours = [bond.hours for bond in frame.bonds]
    assert sorted(widths) == [width for _, width in sorted(zip(hours, widths, strict=True))]


def test_an_empty_seat_is_a_ring_with_a_cross():
    lives = (session().life(replace(MEALS, arm="coordinator-leaves", seed=seed)) for seed in range(1, 30))
    with_hole = next(each for each in lives if each.frame(14).persons[0].vacant)
    option = network_option(with_hole.frame(14), names_of(with_hole, "en"), ENGLISH)
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
    assert max(sizes) < 2 * 2 * PIXELS * bubble(37)


def test_time_lines_end_with_the_month_and_mark_the_grants_end():
    lines = {name: life().course(name) for name in SHOWN}
    option = course_option(lines, None, 20, life().months, ENGLISH)
    assert [len(each["data"]) for each in option["series"]] == [20] * len(SHOWN)
    axes = axes_option(lines, None, life().months, life().grant_end, ENGLISH)
    assert all(each["markLine"]["data"] == [{"xAxis": life().grant_end}] for each in axes["series"])
    assert [each["text"] for each in axes["title"]] == [ENGLISH.measures[name] for name in SHOWN]
    assert [each["left"] for each in axes["grid"][:2]] == [left for left, _ in columns()]


def test_how_things_stand_between_partners_is_drawn_as_long_as_they_are_partners():
    ended = next(each for each in (session().life(replace(MEALS, seed=seed)) for seed in range(1, 60)) if each.ended_month < each.months)
    lines = lines_of(ended)
    assert len(lines["trust"]) == ended.ended_month
    assert len(lines["participants"]) == ended.months


def test_a_second_life_is_dashed_and_of_another_colour():
    lines = {name: life().course(name) for name in SHOWN}
    option = course_option(lines, lines, 20, life().months, ENGLISH)
    first, second = option["series"][0]["lineStyle"], option["series"][len(SHOWN)]["lineStyle"]
    assert (first["color"], second["color"]) == (ACCENT, OUTSIDE)
    assert (first["type"], second["type"]) == ("solid", "dashed")


def test_without_a_grants_end_none_is_marked():
    lines = {name: life().course(name) for name in SHOWN}
    assert all("markLine" not in each for each in axes_option(lines, None, 60, None, ENGLISH)["series"])


@LANGUAGES
def test_glyphs_tell_trust_in_digits_and_endings_by_a_cross(words: Words):
    everybody = session().all(FORUM)
    glyphs = everybody.glyphs(80)
    drawn = all_option(glyphs, words)["series"][0]["data"]
    assert [each["name"] for each in drawn] == [each.case for each in glyphs]
    for each, glyph in zip(drawn, glyphs, strict=True):
        assert each["label"]["formatter"] == ("×" if glyph.ended_month else f"{100 * glyph.trust:.0f}")


@LANGUAGES
def test_what_happens_is_said_newest_first(words: Words):
    told = ticker(life(), 30, words)
    months = [int(part.split("</b>")[0].split()[-1]) for part in told.split("<li><b>")[1:]]
    assert months == sorted(months, reverse=True)
    assert months[0] <= 30


def test_long_after_the_last_event_the_last_ones_are_still_told():
    shown = life()
    last = int(shown.events(0, shown.months)[-1]["month"])
    assert ENGLISH.month_short.format(month=last) in ticker(shown, shown.months, ENGLISH)


@LANGUAGES
def test_why_says_how_often_such_a_life_goes_on_and_what_weighed(words: Words):
    what = explained(read_scenario("one-partnership"), "shared-meals", 1, "baseline", words.language)
    told = why_markup(what, words)
    assert words.why_began.format(percent=f"{what.to_begin_with.percent:.0f}") in told
    weighed = [*what.what_carried_it, *what.what_weighed_against_it, *what.what_would_have_helped]
    assert (words.why_nothing in told) == (not weighed)
    assert ("<li>" in told) == bool(weighed)


@LANGUAGES
def test_what_weighed_is_told_from_its_own_beginning_to_where_it_led(words: Words):
    what = explained(read_scenario("one-partnership"), "shared-meals", 1, "baseline", words.language)
    for each in what.but_for:
        otherwise, as_it_was = each.percents(what.measure)
        assert otherwise - as_it_was == pytest.approx(each.by(what.measure).points)
        assert min(otherwise, as_it_was) >= 0.0
        if each.sort != EVENT:
            assert as_it_was == pytest.approx(what.to_begin_with.percent)


def test_what_happens_often_is_counted_and_not_repeated():
    said = [text for month in range(1, 60) for _, text in sentences_of(life(), month, ENGLISH)]
    assert any("new volunteer" in text for text in said)
    for month in range(1, 60):
        of_month = [text for _, text in sentences_of(life(), month, ENGLISH) if "volunteer joined" in text]
        assert len(of_month) <= 1


def test_one_is_not_many():
    assert DANISH.so_many("volunteers", 1.0) == "1 frivillig"
    assert ENGLISH.so_many("volunteers", 0.0) == "0 volunteers"


@LANGUAGES
def test_the_sentence_above_says_what_is_seen(words: Words):
    assert of_one(life(), life().frame(0), words) == words.before_the_first.format(members=4, persons=len(life().frame(0).persons))
    assert "4" in of_one(life(), life().frame(10), words)
    ended = next(each for each in (session().life(replace(MEALS, seed=seed)) for seed in range(1, 60)) if not each.frame(60).alive)
    assert str(ended.frame(60).end_month) in of_one(ended, ended.frame(60), words)
    assert when(life().scenario, 13, 60, words).endswith(f"{words.months_of_the_year[0]} 2026")


@LANGUAGES
def test_the_seven_cs_show_how_they_are_and_what_was_answered(words: Words):
    told = seven_cs(life(), life().frame(30), words)
    assert told.count("<tr>") == 8
    assert words.cs_answered_in.format(month=24) in told
    assert words.cs_not_asked in seven_cs(life(), life().frame(3), words)


@LANGUAGES
def test_of_100_partnerships_each_part_is_numbered(words: Words):
    told = of_100([(words.without, (10, 20, 30, 40, 0)), (words.with_levers, (0, 0, 0, 0, 100))], words)
    assert [told.count(f">{number}</span>") for number in (10, 20, 30, 40, 100)] == [1] * 5
    assert all(future in told for future in words.futures)


@LANGUAGES
def test_the_fan_has_both_middles_and_both_ranges(words: Words):
    pairs = session().pairs(replace(MEALS, levers={"openness": 1.0}))
    assert pairs is not None
    option = fan_option(pairs, "trust", life().grant_end, words)
    assert [each["name"] for each in option["series"] if "name" in each] == [words.without, words.with_levers]
    assert sum("areaStyle" in each for each in option["series"]) == 2


def test_the_fan_of_trust_ends_when_hardly_anybody_is_a_partnership_any_more():
    fan = Session().without(Address(case="mere-liv-i-lungerne")).fan  # its campaign lasts a month
    assert not np.isnan(fan["trust"][:, 0]).any()
    assert np.isnan(fan["trust"][:, 40]).all()
    assert not np.isnan(fan["volunteers"]).any()


def test_the_fan_of_those_that_have_ended_can_be_sent_as_json():
    pairs = Session().pairs(Address(case="mere-liv-i-lungerne", levers={"openness": 1.0}))
    assert pairs is not None
    option = fan_option(pairs, "trust", 1, DANISH)
    assert json.loads(json.dumps(option, allow_nan=False))["series"][2]["data"][-1] is None


def test_every_chart_can_be_sent_as_json():
    lines = {name: life().course(name) for name in SHOWN}
    for option in (network(FORUM, 30), course_option(lines, lines, 9, 60, DANISH), all_option(session().all(FORUM).glyphs(9), DANISH)):
        assert json.loads(json.dumps(option, allow_nan=False)) is not None
