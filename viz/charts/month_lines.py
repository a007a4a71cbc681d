"""One measure month by month: the median run as a line, nine in ten runs as a band, and where the grant ends."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np
import pandas as pd

from samvirke.model.language import Language
from samvirke.viz.charts.colours import ACCENT, INK, PALE, SOFT_INK
from samvirke.viz.charts.file import FONT, locale_of
from samvirke.viz.charts.interval_rows import AS_IT_IS

MEASURES: dict[str, int] = {"trust": 2, "shared_understanding": 2, "synergy": 2, "hours": 0, "volunteers": 0, "participants": 0}
"""The measures drawn, with their decimals."""
STATES = ("trust", "shared_understanding", "synergy")
WIDTH, HEIGHT, LEFT, RIGHT = 400, 150, 50, 20
COLOURS = (ACCENT, "#8c510a", "#08519c", "#b34700", "#6b6b6b", "#5e3c99")
MOST_BANDS = 1
LOW, HIGH = 5, 95
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Panel:
    """What is drawn: a measure, its decimals, the arms, the month in which most grants end, and its label."""

    measure: str
    places: int
    arms: Sequence[str]
    grant_end: int | None
    grant_ends: str
    language: Language


def colours_of(arms: Sequence[str]) -> dict[str, str]:
    """A colour for each arm; with more arms than colours they come again."""
    return {arm: COLOURS[at % len(COLOURS)] for at, arm in enumerate(arms)}


def month_lines(monthly: pd.DataFrame, outcomes: pd.DataFrame, panel: Panel) -> alt.LayerChart:
    """The chart."""
    table = pd.concat([_of_an_arm(monthly, outcomes, arm, panel.measure) for arm in panel.arms])
    table["colour"] = table["arm"].map(colours_of(panel.arms))
    top = 1.0 if panel.measure in STATES else max(1.0, float(table[["high", "middle"]].max().max()))
    y = alt.Scale(domain=[0.0, top], nice=panel.measure not in STATES)
    last = int(table["month"].max())
    layers = [*_bands(table, panel, y, last), _lines(table, panel, y, last), *_grant_end(panel, y, last, top)]
    return (
        alt.layer(*layers, width=WIDTH, height=HEIGHT)
        .configure(
            font=FONT, autosize=AS_IT_IS, padding={"left": LEFT, "right": RIGHT, "top": 20, "bottom": 24}, locale=locale_of(panel.language)
        )
        .configure_view(stroke=None)
    )


def _of_an_arm(monthly: pd.DataFrame, outcomes: pd.DataFrame, arm: str, measure: str) -> pd.DataFrame:
    """Middle and 90 % range over runs of the mean over partnerships; states only of partnerships that still run."""
    some = monthly.loc[monthly["arm"] == arm, ["draw", "seed", "partnership", "month", measure]]
    if measure in STATES:
        ends = outcomes.loc[outcomes["arm"] == arm, ["draw", "seed", "partnership", "end_month"]]
        some = some.merge(ends, on=["draw", "seed", "partnership"])
        some = some[some["end_month"].isna() | (some["month"] <= some["end_month"])]
    means = some.groupby(["month", "draw", "seed"])[measure].mean().groupby("month")
    found = pd.DataFrame({"low": means.quantile(LOW / 100), "middle": means.median(), "high": means.quantile(HIGH / 100)})
    return found.reset_index().assign(arm=arm)


def _x(last: int) -> alt.X:
    values = [1, *range(MONTHS_OF_A_YEAR, last + 1, MONTHS_OF_A_YEAR)]
    axis = alt.Axis(values=values, title=None, labelFontSize=12, labelColor=INK, grid=False, domainColor=PALE, tickColor=PALE, format="d")
    return alt.X("month:Q", scale=alt.Scale(domain=[1, last], nice=False), axis=axis)


def _y(field: str, scale: alt.Scale, panel: Panel) -> alt.Y:
    axis = alt.Axis(
        title=None, labelFontSize=12, labelColor=INK, gridColor=PALE, domain=False, ticks=False, tickCount=4,
        format=".1f" if panel.measure in STATES else "d",
    )  # fmt: skip
    return alt.Y(f"{field}:Q", scale=scale, axis=axis)


def _colour() -> alt.Color:
    return alt.Color("colour:N", scale=None, legend=None)


def _bands(table: pd.DataFrame, panel: Panel, scale: alt.Scale, last: int) -> list[alt.Chart]:
    """The band of nine in ten runs, where it would not lie over another arm's."""
    if len(panel.arms) > MOST_BANDS or np.allclose(table["low"], table["high"], equal_nan=True):
        return []
    chart = alt.Chart(table).mark_area(opacity=0.22)
    return [chart.encode(_x(last), _y("low", scale, panel), y2="high:Q", color=_colour())]


def _lines(table: pd.DataFrame, panel: Panel, scale: alt.Scale, last: int) -> alt.Chart:
    chart = alt.Chart(table).mark_line(strokeWidth=2.5)
    return chart.encode(_x(last), _y("middle", scale, panel), color=_colour(), detail="arm:N")


def _grant_end(panel: Panel, scale: alt.Scale, last: int, top: float) -> list[alt.Chart]:
    """A line in the month in which most grants end, with its name above the picture."""
    if panel.grant_end is None:
        return []
    at = alt.Chart(pd.DataFrame([{"month": panel.grant_end, "top": top, "bottom": 0.0, "wording": panel.grant_ends}]))
    rule = at.mark_rule(color=SOFT_INK, strokeDash=[4, 3])
    text = at.mark_text(align="center", dy=-4, baseline="bottom", fontSize=12, color=SOFT_INK)
    return [
        rule.encode(_x(last), _y("bottom", scale, panel), y2="top:Q"),
        text.encode(_x(last), y=alt.value(0), text="wording:N"),
    ]
