"""The course of 250 lives without and with the levers: the middle of each, and where 80 of 100 lives lie."""

from math import isnan
from typing import Any

from viz.colours import ACCENT, INK, OUTSIDE, PALE, SOFT_INK
from viz.dashboard.course_option import NEAR_THE_LEFT_EDGE, scaled
from viz.dashboard.letters import LETTERS
from viz.dashboard.paired_lives import Pairs
from viz.dashboard.words import Words

WIDTH, HEIGHT = 760, 280


def fan_option(pairs: Pairs, measure: str, grant_end: int | None, words: Words) -> dict[str, Any]:
    """The chart of one measure of the months."""
    without, with_levers = pairs.without.fan[measure], pairs.with_levers.fan[measure]
    months = without.shape[1]
    near_the_edge = {"align": "left"} if grant_end and grant_end < NEAR_THE_LEFT_EDGE else {}
    mark = {
        "silent": True, "symbol": "none", "data": [{"xAxis": grant_end - 1}] if grant_end else [],
        "lineStyle": {"color": INK, "type": [4, 4], "width": 1.5},
        "label": {"formatter": words.grant_end, "fontSize": 13, "color": INK} | near_the_edge,
    }  # fmt: skip
    return {
        "animation": False,
        "textStyle": {"fontFamily": LETTERS},
        "grid": {"left": 52, "right": 20, "top": 44, "bottom": 30},
        "legend": {"top": 0, "data": [words.without, words.with_levers], "textStyle": {"fontSize": 14, "color": INK}},
        "tooltip": {"trigger": "axis", "confine": True},
        "xAxis": {
            "type": "category",
            "data": list(range(1, months + 1)),
            "boundaryGap": False,
            "axisLabel": {**_axis_text(), "interval": 11},
        },
        "yAxis": {"type": "value", "splitLine": {"lineStyle": {"color": PALE}}, "axisLabel": _axis_text()},
        "series": [
            *_fan(without, measure, words.without, ACCENT, "solid"),
            *_fan(with_levers, measure, words.with_levers, OUTSIDE, "dashed"),
            {"type": "line", "data": [], "markLine": mark},
        ],
    }


def _axis_text() -> dict[str, Any]:
    return {"fontSize": 13, "color": SOFT_INK}


def _fan(quantiles: Any, measure: str, name: str, colour: str, dashes: str) -> list[dict[str, Any]]:
    low, middle, high = ([None if isnan(value) else scaled(measure, float(value)) for value in row] for row in quantiles)
    width = [None if top is None or bottom is None else round(top - bottom, 1) for bottom, top in zip(low, high, strict=True)]
    unseen = {"type": "line", "symbol": "none", "stack": name, "lineStyle": {"opacity": 0}, "tooltip": {"show": False}, "silent": True}
    return [
        {**unseen, "data": low},
        {**unseen, "data": width, "areaStyle": {"color": colour, "opacity": 0.16}},
        {
            "type": "line", "name": name, "symbol": "none", "data": middle, "lineStyle": {"color": colour, "width": 3, "type": dashes},
            "itemStyle": {"color": colour},
        },
    ]  # fmt: skip
