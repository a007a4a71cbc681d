"""The course of 250 lives, and of the same lives with the levers: the middle of each, and where 80 of 100 lives lie."""

from math import isnan
from typing import TYPE_CHECKING, Any

from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, PALE, SOFT_INK
from samvirke.viz.dashboard.pictures.course_option import NEAR_THE_LEFT_EDGE, between_years, scaled
from samvirke.viz.dashboard.pictures.letters import LETTERS
from samvirke.viz.dashboard.words.words import Words

if TYPE_CHECKING:
    from samvirke.viz.dashboard.runs.paired_runs import Simulated


def fan_option(
    without: "Simulated", with_levers: "Simulated | None", measure: str, grant_end: int | None, letters: int, words: Words
) -> dict[str, Any]:  # fmt: skip
    """The chart of one measure of the months; `letters` are pixels."""
    months = without.fan[measure].shape[1]
    text = {"fontSize": letters, "color": SOFT_INK}
    ensemble = [(without, words.without, ACCENT, "solid")]
    ensemble += [] if with_levers is None else [(with_levers, words.with_levers, OUTSIDE, "dashed")]
    return {
        "animation": False,
        "language": words.language,
        "textStyle": {"fontFamily": LETTERS},
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
            _grant_end(grant_end, letters, words),
        ],
    }  # fmt: skip


def _grant_end(grant_end: int | None, letters: int, words: Words) -> dict[str, Any]:
    label = {"formatter": words.grant_end, "fontSize": letters, "color": INK}
    label |= {"align": "left"} if grant_end and grant_end < NEAR_THE_LEFT_EDGE else {}
    mark = {
        "silent": True, "symbol": "none", "data": [{"xAxis": grant_end}] if grant_end else [],
        "lineStyle": {"color": INK, "type": [4, 4], "width": 1.5}, "label": label,
    }  # fmt: skip
    return {"type": "line", "data": [], "markLine": mark}


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
