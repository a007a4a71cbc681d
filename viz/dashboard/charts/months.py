"""Measures over the months: lines of one run or of two, a small chart for each measure; and the median and 8 of 10 of many runs."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import TYPE_CHECKING, Any

from samvirke.model.language import Language
from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, PALE, SOFT_INK
from samvirke.viz.dashboard.charts.room import FONT, MEASURES, Panels
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
from samvirke.viz.dashboard.runs.measures import MONTHLY, SHARES, scaled

if TYPE_CHECKING:  # a second to import, only where many runs are made
    from samvirke.viz.dashboard.runs.paired_runs import Simulated

LEFT, BETWEEN, RIGHT, BELOW = 44, 58, 14, 22
TITLE_IN_LETTERS, AIR = 2.0, 24
NEAR_THE_LEFT_EDGE = 20  # months: a label centred there would stand on the axis

Course = Mapping[str, Sequence[float]]


def axes_option(
    course: Course, other: Course | None, months: int, grant_end: int | None, panels: Panels, language: Language
) -> dict[str, Any]:  # fmt: skip
    """What stays: titles, axes, and the grant's end."""
    grids = [_grid(number, panels) for number in range(len(panels.shown))]
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT},
        "title": [_title(name, grid, panels, language) for name, grid in zip(panels.shown, grids, strict=True)],
        "grid": grids,
        "xAxis": [_months(number, months, panels) for number in range(len(grids))],
        "yAxis": [_values(number, course, other, panels) for number in range(len(grids))],
        "series": [_marked(number, grant_end, panels, language) for number in range(len(grids))],
    }


def course_option(course: Course, other: Course | None, until: int, months: int, panels: Panels, language: Language) -> dict[str, Any]:
    """The lines up to the month `until`; `other` is the run with the levers."""
    unseen = {"axisLine": {"show": False}, "axisTick": {"show": False}, "axisLabel": {"show": False}, "splitLine": {"show": False}}
    numbers = range(len(panels.shown))
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT},
        "grid": [_grid(number, panels) for number in numbers],
        "xAxis": [_months(number, months, panels) | unseen for number in numbers],
        "yAxis": [_values(number, course, other, panels) | unseen for number in numbers],
        "tooltip": {"trigger": "axis", "confine": True, "textStyle": {"fontSize": panels.letters}},
        "series": [
            *(_line(number, course, until, language.gettext("As it is"), 0, panels) for number in numbers),
            *(_line(number, other, until, language.gettext("With the levers"), 1, panels) for number in numbers if other is not None),
        ],
    }


def columns(panels: Panels) -> list[tuple[int, int]]:
    """Left end and width of the columns that are revealed together, month by month."""
    grids = [_grid(number, panels) for number in range(panels.columns)]
    return [(grid["left"], grid["width"]) for grid in grids]


def lines_of(run: FollowedRun) -> dict[str, list[float]]:
    """What is shown of a run; how partners get on only as long as they are partners."""
    lines = {name: run.course(name) for name in MEASURES}
    return {name: values[: run.ended_month] if name in SHARES else values for name, values in lines.items()}


def between_years(months: int) -> int:
    """Months between two that are written at an axis: whole years, and not so many that they crowd."""
    return next(years for years in (12, 24, 48, 96, 192) if months <= 6 * years)


def _grid(number: int, panels: Panels) -> dict[str, Any]:
    column, row = number % panels.columns, number // panels.columns
    width = (panels.width - LEFT - RIGHT - BETWEEN * (panels.columns - 1)) // panels.columns
    tall = panels.height // panels.rows
    return {
        "left": LEFT + column * (width + BETWEEN), "top": row * tall + _title_height(panels), "width": width,
        "height": tall - _title_height(panels) - BELOW,
    }  # fmt: skip


def _title_height(panels: Panels) -> int:
    """Of the measure's name, its unit, and the label of the grant's end."""
    return round(TITLE_IN_LETTERS * panels.letters) + AIR


def _title(name: str, grid: dict[str, Any], panels: Panels, language: Language) -> dict[str, Any]:
    large, small, (measure, unit) = panels.letters + 2, panels.letters, MONTHLY[name]
    return {
        "text": language.gettext(measure), "subtext": language.gettext(unit), "left": grid["left"] - 34,
        "top": grid["top"] - _title_height(panels) + 2, "itemGap": 1,
        "textStyle": {"fontSize": large, "lineHeight": large + 2, "color": INK},
        "subtextStyle": {"fontSize": small, "lineHeight": small + 1, "color": SOFT_INK},
    }  # fmt: skip


def _months(number: int, months: int, panels: Panels) -> dict[str, Any]:
    return {
        "gridIndex": number, "type": "value", "min": 0, "max": months, "interval": between_years(months), "splitLine": {"show": False},
        "axisLabel": {"fontSize": panels.letters, "color": SOFT_INK, "showMaxLabel": False}, "axisTick": {"show": False},
    }  # fmt: skip


def _values(number: int, course: Course, other: Course | None, panels: Panels) -> dict[str, Any]:
    name = panels.shown[number]
    highest = max((scaled(name, value) for each in (course, other) if each is not None for value in each[name]), default=1.0)
    top = 100 if name in SHARES else _round_number(highest if name == "received_dkk" else max(2.0, highest))
    return {
        "gridIndex": number, "type": "value", "min": 0, "max": top, "interval": top / 2, "splitLine": {"lineStyle": {"color": PALE}},
        "axisLabel": {"fontSize": panels.letters, "color": SOFT_INK},
    }  # fmt: skip


def _round_number(value: float) -> float:
    """The next of 2, 4, 6, 10, 20 … at or above it."""
    size = 0.1
    while True:
        for step in (2, 4, 6, 10):
            if step * size >= value:
                return round(step * size, 1)
        size *= 10


def _line(number: int, course: Course | None, until: int, name: str, which: int, panels: Panels) -> dict[str, Any]:
    measure = panels.shown[number]
    points = [[month, scaled(measure, value)] for month, value in enumerate((course or {}).get(measure, ())[:until], start=1)]
    style = {"width": 2.5, "color": OUTSIDE if which else ACCENT, "type": "dashed" if which else "solid"}
    return {
        "type": "line", "name": name, "data": points, "xAxisIndex": number, "yAxisIndex": number, "symbol": "none", "lineStyle": style,
        "itemStyle": {"color": style["color"]}, "connectNulls": False,
    }  # fmt: skip


def _marked(number: int, grant_end: int | None, panels: Panels, language: Language) -> dict[str, Any]:
    """The grant's end, named once."""
    line = {"type": "line", "data": [], "xAxisIndex": number, "yAxisIndex": number}
    if grant_end is None:
        return line
    return line | {"markLine": _grant_end(grant_end, panels.letters, language, show=number == 0, position="end", distance=3)}


def _grant_end(month: int | None, letters: int, language: Language, **label: Any) -> dict[str, Any]:
    """A dashed line at the grant's end; nothing where none ends."""
    label |= {"formatter": language.gettext("the grant ends"), "color": INK, "fontSize": letters}
    label |= {"align": "left"} if month and month < NEAR_THE_LEFT_EDGE else {}
    style = {"color": INK, "type": [4, 4], "width": 1.5}
    return {"silent": True, "symbol": "none", "data": [{"xAxis": month}] if month else [], "lineStyle": style, "label": label}


def fan_option(
    without: "Simulated", with_levers: "Simulated | None", measure: str, grant_end: int | None, letters: int, language: Language
) -> dict[str, Any]:  # fmt: skip
    """The chart of one measure of the months; `letters` are pixels."""
    months = without.fan[measure].shape[1]
    text = {"fontSize": letters, "color": SOFT_INK}
    ensemble = [(without, language.gettext("As it is"), ACCENT, "solid")]
    ensemble += [] if with_levers is None else [(with_levers, language.gettext("With the levers"), OUTSIDE, "dashed")]
    return {
        "animation": False,
        "language": language.code,
        "textStyle": {"fontFamily": FONT},
        "grid": {"left": 56, "right": 20, "top": 44, "bottom": 30},
        "legend": {"top": 0, "data": [name for _, name, *_ in ensemble], "textStyle": {"fontSize": letters + 1, "color": INK}},
        "tooltip": {"trigger": "axis", "confine": True, "textStyle": {"fontSize": letters}},
        "xAxis": {
            "type": "category", "data": list(range(months + 1)), "boundaryGap": False,
            "axisLabel": {**text, "interval": between_years(months) - 1},
        },
        "yAxis": {"type": "value", "splitLine": {"lineStyle": {"color": PALE}}, "axisLabel": text},
        "series": [
            *(series for simulated, name, colour, dashes in ensemble for series in _fan(simulated.fan[measure], measure, name, colour, dashes)),  # noqa: E501
            {"type": "line", "data": [], "markLine": _grant_end(grant_end, letters, language)},
        ],
    }  # fmt: skip


def _fan(quantiles: Any, measure: str, name: str, colour: str, dashes: str) -> list[dict[str, Any]]:
    low, middle, high = ([None if isnan(value) else scaled(measure, float(value)) for value in row] for row in quantiles)
    width = [None if top is None or bottom is None else round(top - bottom, 1) for bottom, top in zip(low, high, strict=True)]
    edge = {"color": colour, "width": 1, "type": dashes}
    end = {"type": "line", "symbol": "none", "stack": name, "lineStyle": edge, "tooltip": {"show": False}, "silent": True}
    return [
        {**end, "data": [None, *low]},
        {**end, "data": [None, *width], "areaStyle": {"color": colour, "opacity": 0.16}},
        {
            "type": "line", "name": name, "symbol": "none", "data": [None, *middle],
            "lineStyle": {"color": colour, "width": 3, "type": dashes}, "itemStyle": {"color": colour},
        },
    ]  # fmt: skip
