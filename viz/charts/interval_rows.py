"""Rows of figures on one scale: an interval as a bar, its middle as a white line, and what it stands beside as a diamond.

And what pictures of rows share: positions from the top down, and a column of texts of which each stands in the middle of its row.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, PALE, SOFT_INK
from samvirke.viz.charts.file import FONT

ROW, FONT_SIZE = 21, 14
AXIS = 26
LINE_HEIGHT = 18
NAN = float("nan")
AS_IT_IS = alt.AutoSizeParams(type="none")  # so that all pictures of a page have the same size of letters


@dataclass(frozen=True)
class IntervalRow:
    """One row: `label` at the left, `wording` at the right; `beside` is the diamond (NaN: none), hollow where it is `off`."""

    label: str
    low: float
    middle: float
    high: float
    beside: float = NAN
    off: bool = False
    wording: str = ""
    colour: str = ACCENT
    strong: bool = True


@dataclass(frozen=True)
class Frame:
    """The scale: its ends, where lines stand with what they say, and the room for words at both sides."""

    low: float = 0.0
    high: float = 100.0
    lines: tuple[tuple[float, str], ...] = ((0, "0"), (25, "25"), (50, "50"), (75, "75"), (100, "100 %"))
    left: int = 440
    width: int = 400
    right: int = 180


def interval_rows(rows: Sequence[IntervalRow], frame: Frame) -> Any:
    """The chart."""
    table = pd.DataFrame([_row(row, at, frame) for at, row in enumerate(rows)])
    height = ROW * len(rows)
    layers = [_grid(frame, height), *_intervals(table, frame), *_diamonds(table, frame), *_words(table, frame)]
    return (
        alt.layer(*layers, width=frame.width, height=height + AXIS)
        .configure(font=FONT, autosize=AS_IT_IS, padding={"left": frame.left, "right": frame.right, "top": 4, "bottom": 4})
        .configure_view(stroke=None)
    )


def _row(row: IntervalRow, at: int, frame: Frame) -> dict[str, Any]:
    y = ROW * (at + 0.5)
    clipped = {name: min(max(getattr(row, name), frame.low), frame.high) for name in ("low", "middle", "high")}
    return {**vars(row), **clipped, "y": y, "left": -10, "right": frame.width + 12}


def _x(name: str, frame: Frame) -> Any:
    return alt.X(f"{name}:Q", scale=alt.Scale(domain=[frame.low, frame.high], nice=False), axis=None)


def _y(name: str = "y") -> Any:
    return alt.Y(f"{name}:Q", scale=None, axis=None)


def _colour() -> Any:
    return alt.Color("colour:N", scale=None, legend=None)


def _grid(frame: Frame, height: int) -> Any:
    lines = pd.DataFrame(
        [(at, 0, height, height + 14, wording) for at, wording in frame.lines], columns=["x", "y", "y2", "below", "wording"]
    )
    rules = alt.Chart(lines).mark_rule(color=PALE, strokeWidth=1.5).encode(_x("x", frame), _y(), y2="y2:Q")
    texts = (
        alt.Chart(lines)
        .mark_text(fontSize=13, color=SOFT_INK)
        .encode(_x("x", frame), alt.Y("below:Q", scale=None, axis=None), text="wording:N")
    )
    return rules + texts


def _intervals(table: pd.DataFrame, frame: Frame) -> list[Any]:
    strong, weak = table[table["strong"]], table[~table["strong"]]
    encoded = {"x2": "high:Q", "color": _colour()}
    middles = table.dropna(subset=["middle"])
    white, dark = (alt.Chart(each).mark_point(shape="stroke", angle=90, size=170, opacity=1, strokeWidth=3) for each in (middles, weak))
    return [
        alt.Chart(strong).mark_rule(strokeWidth=10, opacity=1).encode(_x("low", frame), _y(), **encoded),
        alt.Chart(weak).mark_rule(strokeWidth=3, strokeDash=[6, 3]).encode(_x("low", frame), _y(), **encoded),
        white.encode(_x("middle", frame), _y(), stroke=alt.value("white")),
        dark.encode(_x("middle", frame), _y(), stroke=_stroke()),
    ]


def _stroke() -> Any:
    return alt.Stroke("colour:N", scale=None, legend=None)


def _diamonds(table: pd.DataFrame, frame: Frame) -> list[Any]:
    known = table.dropna(subset=["beside"])
    styles: dict[bool, dict[str, Any]] = {
        False: {"fill": INK, "stroke": "white", "strokeWidth": 1.5},
        True: {"fill": "white", "stroke": OUTSIDE, "strokeWidth": 3},
    }
    return [
        alt.Chart(known[known["off"] == off]).mark_point(shape="diamond", size=150, opacity=1, **style).encode(_x("beside", frame), _y())
        for off, style in styles.items()
    ]


def _words(table: pd.DataFrame, frame: Frame) -> list[Any]:
    labels = alt.Chart(table).mark_text(align="right", baseline="middle", fontSize=FONT_SIZE, color=INK, limit=frame.left - 10)
    wording = alt.Chart(table).mark_text(align="left", baseline="middle", fontSize=FONT_SIZE, color=INK)
    return [
        labels.encode(alt.X("left:Q", scale=None), _y(), text="label:N"),
        wording.encode(alt.X("right:Q", scale=None), _y(), text="wording:N"),
    ]


def y_from_top(height: float, field: str = "y") -> alt.Y:
    """Positions from 0 at the top to the height at the bottom, without an axis."""
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
