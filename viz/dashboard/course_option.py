"""Time lines of one life, or of two side by side: a small chart for each measure, with the grant's end marked in all."""

from collections.abc import Mapping, Sequence
from typing import Any

from viz.colours import ACCENT, INK, OUTSIDE, PALE, SOFT_INK
from viz.dashboard.followed_life import FollowedLife
from viz.dashboard.letters import LETTERS
from viz.dashboard.words import Words

SHOWN = ("trust", "shared_understanding", "tension", "synergy", "volunteers", "participants", "hours", "received_dkk")
SHARES = ("trust", "shared_understanding", "tension", "synergy")
COLUMNS, ROWS = 2, 4
WIDTH, HEIGHT = 600, 600
LEFT, BETWEEN, TOP, TITLE, BELOW = 44, 58, 26, 22, 20
MILLION = 1e6
NEAR_THE_LEFT_EDGE = 20  # months: a label centred there would stand on the axis

Course = Mapping[str, Sequence[float]]


def axes_option(course: Course, other: Course | None, months: int, grant_end: int | None, words: Words) -> dict[str, Any]:
    """What stays: titles, axes, and the grant's end."""
    grids = [_grid(number) for number in range(len(SHOWN))]
    return {
        "animation": False,
        "textStyle": {"fontFamily": LETTERS},
        "title": [_title(number, grid, words) for number, grid in enumerate(grids)],
        "grid": grids,
        "xAxis": [_months(number, months) for number in range(len(SHOWN))],
        "yAxis": [_values(number, course, other) for number in range(len(SHOWN))],
        "series": [_marked(number, grant_end, words) for number in range(len(SHOWN))],
    }


def course_option(course: Course, other: Course | None, until: int, months: int, words: Words) -> dict[str, Any]:
    """The lines up to the month `until`; `other` is the life with the levers."""
    unseen = {"axisLine": {"show": False}, "axisTick": {"show": False}, "axisLabel": {"show": False}, "splitLine": {"show": False}}
    return {
        "animation": False,
        "textStyle": {"fontFamily": LETTERS},
        "grid": [_grid(number) for number in range(len(SHOWN))],
        "xAxis": [_months(number, months) | unseen for number in range(len(SHOWN))],
        "yAxis": [_values(number, course, other) | unseen for number in range(len(SHOWN))],
        "tooltip": {"trigger": "axis", "confine": True, "textStyle": {"fontSize": 13}},
        "series": [
            *(_line(number, course, until, words.without, 0) for number in range(len(SHOWN))),
            *(_line(number, other, until, words.with_levers, 1) for number in range(len(SHOWN)) if other is not None),
        ],
    }


def columns() -> list[tuple[int, int]]:
    """Left end and width of the columns that are revealed together, month by month."""
    return [(_grid(number)["left"], _grid(number)["width"]) for number in range(COLUMNS)]


def lines_of(life: FollowedLife) -> dict[str, list[float]]:
    """What is shown of a life; how things stand between partners only as long as they are partners."""
    lines = {name: life.course(name) for name in SHOWN}
    return {name: values[: life.ended_month] if name in SHARES else values for name, values in lines.items()}


def scaled(measure: str, value: float) -> float:
    """A value in the unit it is shown in."""
    return round(100.0 * value, 1) if measure in SHARES else round(value / MILLION, 3) if measure == "received_dkk" else round(value, 1)


def _grid(number: int) -> dict[str, Any]:
    column, row = number % COLUMNS, number // COLUMNS
    width = (WIDTH - LEFT - BETWEEN - 14) // COLUMNS
    height = HEIGHT // ROWS - TOP - TITLE - BELOW
    top = row * (HEIGHT // ROWS) + TOP + TITLE
    return {"left": LEFT + column * (width + BETWEEN), "top": top, "width": width, "height": height}


def _title(number: int, grid: dict[str, Any], words: Words) -> dict[str, Any]:
    name = SHOWN[number]
    return {
        "text": words.measures[name], "subtext": words.units[name], "left": grid["left"] - 34,
        "top": grid["top"] - TITLE - TOP + 4, "itemGap": 2,
        "textStyle": {"fontSize": 15, "lineHeight": 17, "color": INK},
        "subtextStyle": {"fontSize": 12, "lineHeight": 14, "color": SOFT_INK},
    }  # fmt: skip


def _months(number: int, months: int) -> dict[str, Any]:
    return {
        "gridIndex": number, "type": "value", "min": 0, "max": months, "interval": 12 if months <= 72 else 24, "splitLine": {"show": False},
        "axisLabel": {"fontSize": 12, "color": SOFT_INK, "showMaxLabel": False}, "axisTick": {"show": False},
    }  # fmt: skip


def _values(number: int, course: Course, other: Course | None) -> dict[str, Any]:
    name = SHOWN[number]
    highest = max((scaled(name, value) for each in (course, other) if each is not None for value in each[name]), default=1.0)
    top = 100 if name in SHARES else _round_number(highest if name == "received_dkk" else max(2.0, highest))
    return {
        "gridIndex": number, "type": "value", "min": 0, "max": top, "interval": top / 2, "splitLine": {"lineStyle": {"color": PALE}},
        "axisLabel": {"fontSize": 12, "color": SOFT_INK},
    }  # fmt: skip


def _round_number(value: float) -> float:
    """The next of 2, 4, 6, 10, 20 … at or above it."""
    size = 0.1
    while True:
        for step in (2, 4, 6, 10):
            if step * size >= value:
                return round(step * size, 1)
        size *= 10


def _line(number: int, course: Course | None, until: int, name: str, which: int) -> dict[str, Any]:
    measure = SHOWN[number]
    points = [[month, scaled(measure, value)] for month, value in enumerate((course or {}).get(measure, ())[:until], start=1)]
    style = {"width": 2.5, "color": OUTSIDE if which else ACCENT, "type": "dashed" if which else "solid"}
    return {
        "type": "line", "name": name, "data": points, "xAxisIndex": number, "yAxisIndex": number, "symbol": "none", "lineStyle": style,
        "itemStyle": {"color": style["color"]}, "connectNulls": False,
    }  # fmt: skip


def _marked(number: int, grant_end: int | None, words: Words) -> dict[str, Any]:
    """The grant's end, named once."""
    line = {"type": "line", "data": [], "xAxisIndex": number, "yAxisIndex": number}
    if grant_end is None:
        return line
    label = {"show": number == 0, "formatter": words.grant_end, "position": "end", "distance": 3, "color": INK, "fontSize": 12}
    label |= {"align": "left"} if grant_end < NEAR_THE_LEFT_EDGE else {}
    style = {"color": INK, "type": [4, 4], "width": 1.5}
    return line | {"markLine": {"silent": True, "symbol": "none", "data": [{"xAxis": grant_end}], "lineStyle": style, "label": label}}
