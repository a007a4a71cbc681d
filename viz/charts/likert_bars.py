"""One question as two stacked bars: what was reported above what is simulated, every part labelled where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from samvirke.model.language import Language
from samvirke.viz.charts.colours import INK, ink_on
from samvirke.viz.charts.file import FONT
from samvirke.viz.charts.interval_rows import AS_IT_IS

WIDTH, BAR, GAP, LEFT = 920, 28, 4, 96
WIDTH_OF_A_LETTER = 7.3  # at 14 pixels
FONT_SIZE = 14


@dataclass(frozen=True)
class Part:
    """A piece of a bar: percent, what it is in words, colour."""

    percent: float
    words: str
    colour: str


@dataclass(frozen=True)
class Bar:
    """A bar and what it is called at its left; words are written into its parts where `says_words`."""

    name: str
    parts: tuple[Part, ...]
    says_words: bool


def likert_bars(bars: Sequence[Bar], language: Language) -> alt.LayerChart:
    """The chart; parts that are too narrow for a number have none (the table beside has all)."""
    pieces = pd.DataFrame([row for at, bar in enumerate(bars) for row in _pieces(bar, at)], columns=["x", "x2", "y", "y2", "colour"])
    texts = pd.DataFrame([row for at, bar in enumerate(bars) for row in _texts(bar, at, language)], columns=["x", "y", "text", "ink"])
    names = pd.DataFrame([(-8.0, _middle(at), bar.name) for at, bar in enumerate(bars)], columns=["x", "y", "text"])
    return (
        alt.layer(_rectangles(pieces), _labels(texts), _names(names), width=WIDTH, height=_top(len(bars)) - GAP)
        .configure(font=FONT, autosize=AS_IT_IS, padding={"left": LEFT, "right": 4, "top": 2, "bottom": 2})
        .configure_view(stroke=None)
    )


def _top(bar: int) -> float:
    return bar * (BAR + GAP)


def _middle(bar: int) -> float:
    return _top(bar) + BAR / 2


def _ends(bar: Bar) -> list[tuple[Part, float, float]]:
    """Where the parts begin and end, in percent."""
    ends, at = [], 0.0
    for part in bar.parts:
        ends.append((part, at, at + part.percent))
        at += part.percent
    return ends


def _pieces(bar: Bar, at: int) -> list[tuple[Any, ...]]:
    top = _top(at)
    return [(low, high, top, top + BAR, part.colour) for part, low, high in _ends(bar) if high > low]


def _texts(bar: Bar, at: int, language: Language) -> list[tuple[Any, ...]]:
    middle, says = _middle(at), bar.says_words
    return [((low + high) / 2, middle, wording(part, says, language), ink_on(part.colour)) for part, low, high in _ends(bar)]


def wording(part: Part, says_words: bool, language: Language) -> str:
    """As much of a part's words and percent as fits into it."""
    percent, number = language.percent(part.percent / 100.0), language.number(part.percent)
    choices = [*([f"{part.words} {percent}"] if says_words else []), percent, number]
    room = part.percent / 100.0 * WIDTH - 6
    return next((each for each in choices if len(each) * WIDTH_OF_A_LETTER <= room), "")


def _x(name: str = "x") -> alt.X:
    return alt.X(f"{name}:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=None)


def _y(bars: str = "y") -> alt.Y:
    return alt.Y(f"{bars}:Q", scale=None, axis=None)


def _rectangles(pieces: pd.DataFrame) -> alt.Chart:
    chart = alt.Chart(pieces).mark_rect(stroke="white", strokeWidth=2)
    return chart.encode(_x(), _y(), x2="x2:Q", y2="y2:Q", fill=alt.Fill("colour:N", scale=None, legend=None))


def _labels(texts: pd.DataFrame) -> alt.Chart:
    chart = alt.Chart(texts).mark_text(fontSize=FONT_SIZE, baseline="middle")
    return chart.encode(_x(), _y(), text="text:N", color=alt.Color("ink:N", scale=None, legend=None))


def _names(names: pd.DataFrame) -> alt.Chart:
    chart = alt.Chart(names).mark_text(fontSize=FONT_SIZE, align="right", baseline="middle", color=INK)
    return chart.encode(alt.X("x:Q", scale=None), _y(), text="text:N")
