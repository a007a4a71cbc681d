"""The picture of a partnership in one month, as a chart's plain description: members, key persons, trust. Around it: dots.py."""

from collections.abc import Iterable
from typing import Any

from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, RAMP, SOFT_INK
from samvirke.viz.dashboard.pictures.letters import LETTERS
from samvirke.viz.dashboard.pictures.places import (
    bubble,
    place_of_member,
    place_of_number,
    place_of_person,
)
from samvirke.viz.dashboard.pictures.room import Room
from samvirke.viz.dashboard.runs.frame import Frame, Person
from samvirke.viz.dashboard.words.words import Words

HIGH_TRUST, SOME_TRUST = 0.6, 0.4
MOST_NAMED = 14
WHITE = "#ffffff"
HIDDEN = {"min": -100, "max": 100, "show": False, "type": "value"}


def network_option(frame: Frame, names: dict[str, dict[int, str]], room: Room, words: Words) -> dict[str, Any]:
    """The whole chart. `names` has the names of members (`organisation`) and of key persons (`key person`) by number."""
    return {
        "animation": False,
        "textStyle": {"fontFamily": LETTERS},
        "grid": {"left": 0, "right": 0, "top": 0, "bottom": 0},
        "xAxis": HIDDEN,
        "yAxis": HIDDEN,
        "tooltip": {"textStyle": {"fontSize": room.letters + 1}, "confine": True},
        "series": [{"name": name, **content} for name, content in network_frame(frame, names, room, words).items()],
    }


def network_frame(frame: Frame, names: dict[str, dict[int, str]], room: Room, words: Words) -> dict[str, dict[str, Any]]:
    """Its series by name."""
    return {
        "members": _dots("members", _members(frame, names, room)),
        "bonds": _bonds(frame, words),
        "persons": _dots("persons", _persons(frame, names, room, words)),
        "names": _dots("names", _names(frame, room, words)),
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
            "tooltip": {"formatter": names["organisation"][member.number]},
        }


def _names(frame: Frame, room: Room, words: Words) -> Iterable[dict[str, Any]]:
    """What members are called, above the lines; where they are many, their numbers outside the circle."""
    members = len(frame.members)
    few = members <= MOST_NAMED
    below = [0, room.pixels * bubble(members) * 0.62] if few else [0, 0]
    for member in frame.members:
        named = f"{words.sectors[member.sector]} {member.number + 1}" if few else str(member.number + 1)
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


def _persons(frame: Frame, names: dict[str, dict[int, str]], room: Room, words: Words) -> Iterable[dict[str, Any]]:
    largest = room.pixels * bubble(len(frame.members))
    for person, at in zip(frame.persons, places_of_persons(frame), strict=True):
        who = names["key person"][person.seat * GENERATIONS_PER_SEAT + person.generation]
        yield _hole(person, who, at, words) if person.vacant or not frame.alive else _one_person(person, who, at, largest, words)


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


def _hole(person: Person, who: str, at: tuple[float, float], words: Words) -> dict[str, Any]:
    """The place she left: a dashed ring with a cross in it."""
    return {
        "value": at,
        "symbolSize": 24,
        "itemStyle": {"color": WHITE, "borderColor": OUTSIDE, "borderType": "dashed", "borderWidth": 2},
        "label": {"show": True, "formatter": "×", "color": OUTSIDE, "fontSize": 18, "fontWeight": "bold"},
        "tooltip": {"formatter": words.hole.format(who=who, month=person.left_month)},
    }


def _one_person(person: Person, who: str, at: tuple[float, float], largest: float, words: Words) -> dict[str, Any]:
    colour = OUTSIDE if person.is_coordinator else INK
    said = words.tooltip_person.format(who=who, hours=f"{person.hours:.0f}", trust=f"{100.0 * person.trusted:.0f}")
    return {
        "value": at,
        "symbol": "diamond" if person.is_coordinator else "circle",
        "symbolSize": round(min(34.0, 12.0 + 1.6 * person.hours**0.5, largest) + (6 if person.is_coordinator else 0), 1),
        "itemStyle": {
            "color": WHITE if person.is_new else colour,
            "borderColor": colour if person.is_new else WHITE,
            "borderWidth": 4 if person.is_new else 1,
        },
        "tooltip": {"formatter": said},
    }


def _bonds(frame: Frame, words: Words) -> dict[str, Any]:
    at = places_of_persons(frame)
    lines: list[dict[str, Any]] = [
        {
            "coords": [at[bond.one], at[bond.other]],
            "lineStyle": {**kind_of_trust(bond.trust), "width": round(min(9.0, 1.0 + 0.55 * bond.hours**0.5), 1)},
            "tooltip": {"formatter": words.tooltip_bond.format(trust=f"{100.0 * bond.trust:.0f}")},
        }
        for bond in frame.bonds
    ]
    return {"type": "lines", "coordinateSystem": "cartesian2d", "data": lines, "z": 2, "lineStyle": {"curveness": 0.08}}
