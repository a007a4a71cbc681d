"""A partnership in one month as a network: members, key persons, trust. Everybody has the same place in every month. Around it: dots.py."""

import re
from collections.abc import Iterable
from html import escape
from math import cos, pi, sin
from textwrap import wrap
from typing import Any

from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.language import Language
from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, RAMP, SOFT_INK
from samvirke.viz.dashboard.charts.room import FONT, Room
from samvirke.viz.dashboard.runs.frame import Frame, Person

HIGH_TRUST, SOME_TRUST = 0.6, 0.4
MOST_NAMED, LETTERS_OF_A_LINE = 14, 16
CIRCLE_OF_FEW, CIRCLE_OF_MANY, MANY, LARGEST_BUBBLE = 45.0, 61.0, 10, 20.0
RING_OF_VOLUNTEERS, RING_OF_CITIZENS, BETWEEN_RINGS = 74.0, 84.0, 5.5
CITIZENS_ON_A_RING = 60
MOST_DOTS = 180
AIR = 2.5  # between a bubble and the volunteers
WHITE = "#ffffff"
HIDDEN = {"min": -100, "max": 100, "show": False, "type": "value"}
Place = tuple[float, float]
"""Across and up from the middle; the picture is 200 wide."""


def network_option(frame: Frame, names: dict[str, dict[int, str]], room: Room, language: Language) -> dict[str, Any]:
    """The whole chart. `names` has the names of members (`organisation`) and of key persons (`key person`) by number."""
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT},
        "grid": {"left": 0, "right": 0, "top": 0, "bottom": 0},
        "xAxis": HIDDEN,
        "yAxis": HIDDEN,
        "tooltip": {"textStyle": {"fontSize": room.letters + 1}, "confine": True},
        "series": [{"name": name, **content} for name, content in network_frame(frame, names, room, language).items()],
    }


def network_frame(frame: Frame, names: dict[str, dict[int, str]], room: Room, language: Language) -> dict[str, dict[str, Any]]:
    """Its series by name."""
    return {
        "members": _dots("members", _members(frame, names, room)),
        "bonds": _bonds(frame, language),
        "persons": _dots("persons", _persons(frame, names, room, language)),
        "names": _dots("names", _names(frame, names, room)),
    }


def kind_of_trust(trust: float) -> dict[str, Any]:
    """Colour and dashes together: never colour alone."""
    if trust >= HIGH_TRUST:
        return {"color": RAMP[4], "type": "solid", "opacity": 0.85}
    if trust >= SOME_TRUST:
        return {"color": SOFT_INK, "type": [7, 5], "opacity": 0.75}
    return {"color": RAMP[0], "type": [2, 4], "opacity": 0.9}


def _dots(name: str, data: Iterable[dict[str, Any]]) -> dict[str, Any]:
    deep = {"members": 1, "persons": 3, "names": 4}[name]
    return {"type": "scatter", "data": list(data), "silent": name == "names", "z": deep, "itemStyle": {"opacity": 1}}


def _members(frame: Frame, names: dict[str, dict[int, str]], room: Room) -> Iterable[dict[str, Any]]:
    members, size = len(frame.members), 2.0 * room.pixels * bubble(len(frame.members))
    for member in frame.members:
        left = bool(member.left_month) or not frame.alive
        style = {
            "color": WHITE if left else "#f1f5f4",
            "borderColor": SOFT_INK if left else ACCENT,
            "borderType": "dashed" if left else "solid",
        }
        yield {
            "value": place_of_member(member.number, members),
            "symbolSize": size,
            "itemStyle": {**style, "borderWidth": 3 if member.is_lead and not left else 1},
            "tooltip": {"formatter": escape(names["organisation"][member.number])},
        }


def _names(frame: Frame, names: dict[str, dict[int, str]], room: Room) -> Iterable[dict[str, Any]]:
    """What members are called, above the lines; where they are many, their numbers outside the circle."""
    members = len(frame.members)
    few = members <= MOST_NAMED
    below = [0, room.pixels * bubble(members) * 0.62] if few else [0, 0]
    for member in frame.members:
        named = in_lines(names["organisation"][member.number]) if few else str(member.number + 1)
        label = {
            "fontSize": room.letters,
            "lineHeight": room.letters + 2,
            "color": INK,
            "show": True,
            "formatter": named,
            "position": "inside",
            "offset": below,
            "backgroundColor": "#f1f5f4cc" if few else WHITE,
        }
        at = place_of_member(member.number, members) if few else place_of_number(member.number, members)
        yield {"value": at, "symbolSize": 1, "label": label}


def in_lines(name: str) -> str:
    """A member's name in short lines; a long compound is divided where its last word begins."""
    return "\n".join(wrap(re.sub(r"(?<=\w{4})organisation\b", "- organisation", name), LETTERS_OF_A_LINE, break_long_words=False))


def _persons(frame: Frame, names: dict[str, dict[int, str]], room: Room, language: Language) -> Iterable[dict[str, Any]]:
    largest = room.pixels * bubble(len(frame.members))
    for person, at in zip(frame.persons, places_of_persons(frame), strict=True):
        who = names["key person"][person.seat * GENERATIONS_PER_SEAT + person.generation]
        yield _hole(person, who, at, language) if person.vacant or not frame.alive else _one_person(person, who, at, largest, language)


def places_of_persons(frame: Frame) -> list[tuple[float, float]]:
    """Where each seat is."""
    by_member: dict[int, list[int]] = {}
    for person in frame.persons:
        by_member.setdefault(person.organisation, []).append(person.seat)
    found = []
    for person in frame.persons:
        seats = by_member[person.organisation]
        x, y = place_of_person(seats.index(person.seat), len(seats), person.organisation, len(frame.members))
        found.append((x, y + bubble(len(frame.members)) * 0.22))
    return found


def _hole(person: Person, who: str, at: tuple[float, float], language: Language) -> dict[str, Any]:
    """The place she left: a dashed ring with a cross in it."""
    wording = language.gettext("Empty seat: {who}, since month {month}", who=who, month=person.left_month)
    return {
        "value": at,
        "symbolSize": 24,
        "itemStyle": {"color": WHITE, "borderColor": OUTSIDE, "borderType": "dashed", "borderWidth": 2},
        "label": {"show": True, "formatter": "×", "color": OUTSIDE, "fontSize": 18, "fontWeight": "bold"},
        "tooltip": {"formatter": escape(wording)},
    }


def _one_person(person: Person, who: str, at: tuple[float, float], largest: float, language: Language) -> dict[str, Any]:
    colour = OUTSIDE if person.is_coordinator else INK
    wording = language.gettext(
        "{who}: {hours} hours a month; the others' trust in her is {trust} of 100",
        who=who, hours=language.number(person.hours), trust=language.number(100.0 * person.trusted),
    )  # fmt: skip
    return {
        "value": at,
        "symbol": "diamond" if person.is_coordinator else "circle",
        "symbolSize": round(min(34.0, 12.0 + 1.6 * person.hours**0.5, largest) + (6 if person.is_coordinator else 0), 1),
        "itemStyle": {
            "color": WHITE if person.is_new else colour,
            "borderColor": colour if person.is_new else WHITE,
            "borderWidth": 4 if person.is_new else 1,
        },
        "tooltip": {"formatter": escape(wording)},
    }


def _bonds(frame: Frame, language: Language) -> dict[str, Any]:
    at = places_of_persons(frame)
    lines: list[dict[str, Any]] = [
        {
            "coords": [at[bond.one], at[bond.other]],
            "lineStyle": {**kind_of_trust(bond.trust), "width": round(min(9.0, 1.0 + 0.55 * bond.hours**0.5), 1)},
            "tooltip": {"formatter": language.gettext("Mutual trust {trust} of 100", trust=language.number(100.0 * bond.trust))},
        }
        for bond in frame.bonds
    ]
    return {"type": "lines", "coordinateSystem": "cartesian2d", "data": lines, "z": 2, "lineStyle": {"curveness": 0.08}}


def bubble(members: int) -> float:
    """Radius of a member's bubble: as large as its neighbours and the volunteers around allow."""
    return min(LARGEST_BUBBLE, circle(members) * sin(pi / max(2, members)) * 0.94, RING_OF_VOLUNTEERS - AIR - circle(members))


def circle(members: int) -> float:
    """Radius of the circle on which the members lie."""
    return CIRCLE_OF_MANY if members > MANY else CIRCLE_OF_FEW


def place_of_member(number: int, members: int) -> Place:
    """On a circle, the first on top, clockwise; two alone left and right."""
    return on_a_circle(number - (0.5 if members == 2 else 0.0), members, circle(members))


def place_of_number(number: int, members: int) -> Place:
    """Where a member's number stands when there is no room for its name: outside it."""
    return on_a_circle(number, members, circle(members) + bubble(members) + 3.5)


def place_of_person(position: int, seats: int, member: int, members: int) -> Place:
    """Inside her organisation: alone in its middle, else around it."""
    x, y = place_of_member(member, members)
    if seats == 1:
        return x, y
    first = 0.5 if seats == 2 else 0.0  # two sit beside each other
    inside_x, inside_y = on_a_circle(position + first, seats, bubble(members) * 0.55)
    return x + inside_x, y + inside_y


def place_of_volunteer(number: int, slots: int) -> Place:
    """On the inner ring."""
    return on_a_circle(number, slots, RING_OF_VOLUNTEERS)


def place_of_citizen(number: int, slots: int) -> Place:
    """On one of the outer rings."""
    rings = max(1, -(-slots // CITIZENS_ON_A_RING))
    return on_a_circle(number / rings, slots / rings, RING_OF_CITIZENS + BETWEEN_RINGS * (number % rings))


def on_a_circle(position: float, places: float, radius: float) -> Place:
    """Clockwise from the top."""
    angle = 2.0 * pi * position / max(1.0, places)
    return round(radius * sin(angle), 2), round(radius * cos(angle), 2)
