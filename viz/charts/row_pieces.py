"""What pictures of rows share: places from the top down, and a column of texts of which each stands in the middle of its row."""

from collections.abc import Callable, Mapping
from typing import Any

import altair as alt
import pandas as pd

from samvirke.viz.charts.colours import INK

LINE_HEIGHT = 18


def y_from_top(height: float, field: str = "y") -> alt.Y:
    """Places from 0 at the top to the height at the bottom, without an axis."""
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)


def texts(rows: pd.DataFrame, column: str, height: float, width: int, align: str) -> alt.Chart:
    """A column of texts, each in lines around the middle (y) of its row."""
    placed = [
        {"text": text, "y": float(middle) + LINE_HEIGHT * (number - (len(lines) - 1) / 2)}
        for middle, lines in zip(rows["y"], rows[column], strict=True)
        for number, text in enumerate(lines)
    ]
    chart = alt.Chart(pd.DataFrame(placed, columns=["text", "y"]), name=column, width=width, height=height)
    mark = chart.mark_text(align=align, baseline="middle", fontSize=15, color=INK)  # type: ignore[arg-type]
    return mark.encode(y_from_top(height), x=alt.value(width if align == "right" else 0), text="text:N")


def ranges(rows: pd.DataFrame, kinds: Mapping[str, Any], height: float, x: Callable[[str], alt.X], middle: str) -> list[alt.Chart]:
    """For each kind of row a bar from low to high, and a dot at the middle."""
    drawn = []
    for kind, style in kinds.items():
        chart = alt.Chart(rows.loc[rows["kind"] == kind, ["low", "high", middle, "y"]])
        bar = chart.properties(name=f"{kind}_range").mark_rule(strokeWidth=4, strokeCap="round", color=style["color"])
        dot = chart.properties(name=f"{kind}_{middle}").mark_point(shape="circle", size=85, opacity=1, strokeWidth=2, **style)
        drawn += [bar.encode(x("low"), y_from_top(height), x2="high:Q"), dot.encode(x(middle), y_from_top(height))]
    return drawn
