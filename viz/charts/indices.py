"""Which inputs move a measure, as bars in order; and whether the indices settle with the number of points."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.indices import MAIN, Index, in_order
from samvirke.viz.charts.colours import ACCENT, INK, PALE, SOFT_INK
from samvirke.viz.charts.file import FONT
from samvirke.viz.charts.sweep_analysis_words import LANGUAGES, label_of, unit_of

MOST_INPUTS, MOST_LINES, LINES_A_ROW = 15, 6, 3
WIDTH, ROW, SMALL = 520, 30, 230
LETTERS, LETTERS_OF_A_LABEL = 120, 420
BACK = "white"
LABELS = {"en": "datum.label", "da": "replace(datum.label, '.', ',')"}


def indices_picture(found: Sequence[Index], kind: str, answer: Answer, language: str) -> alt.LayerChart:
    """A bar for every input, what moves the measure most at the top; hollow where the answers do not narrow a parameter."""
    words = LANGUAGES[language]
    rows = _rows(found, kind, language)
    order = list(dict.fromkeys(rows["label"]))
    y = alt.Y(
        "label:N",
        sort=order,
        axis=alt.Axis(
            title=None, labelFontSize=14, labelLimit=LETTERS_OF_A_LABEL, labelColor=INK, labelPadding=12, ticks=False, domain=False
        ),
    )
    axis = _axis(words.axis_morris.format(unit=unit_of(answer, language)) if kind == "morris" else words.axis_sobol, language)
    chart = alt.Chart(rows)
    layers = [chart.mark_rule(strokeWidth=4, strokeCap="round", color=ACCENT).encode(alt.X("low:Q", axis=axis), y, x2="high:Q")]
    for hollow, fill in ((False, ACCENT), (True, BACK)):
        dots = alt.Chart(rows[rows["hollow"] == hollow]).mark_point(
            shape="circle", size=110, opacity=1, strokeWidth=2, fill=fill, stroke=ACCENT
        )
        layers.append(dots.encode(alt.X("value:Q"), y))
    if kind == "sobol":
        layers.append(chart.mark_tick(thickness=3, size=18, color=INK).encode(alt.X("alone:Q"), y))
    how = (words.how_morris if kind == "morris" else words.how_sobol).format(points=found[0].points)
    explained = [words.hollow] if rows["hollow"].any() else []
    title = _title(words.moves.format(words=answer.words[words.position]), [how, *explained, words.not_a_verdict])
    return _configured(alt.layer(*layers, title=title, width=WIDTH, height=ROW * len(order)))


def _rows(found: Sequence[Index], kind: str, language: str) -> pd.DataFrame:
    alone = {each.input.column: each.value for each in found if each.index == "S1"}
    main = {each.input.column: each for each in found if each.index == MAIN[kind]}
    rows = [
        {
            "label": label_of(each, language), "value": main[each.column].value, "low": main[each.column].low,
            "high": main[each.column].high, "alone": alone.get(each.column), "hollow": each.identified is False,
        }
        for each in in_order(found, kind)[:MOST_INPUTS]
    ]  # fmt: skip
    return pd.DataFrame(rows)


def convergence_picture(found: Sequence[Index], kind: str, answer: Answer, language: str) -> Any:
    """A small line for each of the foremost inputs: its index from more and more points."""
    words = LANGUAGES[language]
    most = max(each.points for each in found)
    foremost = in_order([each for each in found if each.points == most], kind)[:MOST_LINES]
    panels = [
        _panel([each for each in found if each.input == of and each.index == MAIN[kind]], label_of(of, language), language)
        for of in foremost
    ]
    rows = [alt.hconcat(*panels[first : first + LINES_A_ROW], spacing=24) for first in range(0, len(panels), LINES_A_ROW)]
    title = _title(words.settles.format(words=answer.words[words.position]), [words.how_settles])
    return _configured(alt.vconcat(*rows, title=title, spacing=18))


def _panel(found: Sequence[Index], label: str, language: str) -> Any:
    rows = pd.DataFrame([{"points": each.points, "value": each.value, "low": each.low, "high": each.high} for each in found])
    ticks = sorted(set(rows["points"]))
    x = alt.X(
        "points:Q",
        scale=alt.Scale(type="log", base=2, nice=False),
        axis=alt.Axis(
            title=LANGUAGES[language].axis_points, titleFontWeight="normal", values=ticks, labelFontSize=12, grid=False, format="d"
        ),
    )
    y = alt.Y("low:Q", axis=alt.Axis(title=None, labelFontSize=12, gridColor=PALE, domain=False, tickCount=4, labelExpr=LABELS[language]))
    chart = alt.Chart(rows, title=alt.TitleParams(wrap(label, 32), fontSize=13, color=INK, anchor="start"))
    band = chart.mark_area(color=ACCENT, opacity=0.15).encode(x, y, y2="high:Q")
    line = chart.mark_line(color=ACCENT, strokeWidth=2.5, point={"color": ACCENT, "size": 45}).encode(x, alt.Y("value:Q"))
    return alt.layer(band, line, width=SMALL, height=120)


def _axis(title: str, language: str) -> alt.Axis:
    return alt.Axis(
        title=title, labelFontSize=13, titleFontSize=14, titleFontWeight="normal", labelColor=INK, titleColor=INK, gridColor=PALE,
        domain=False, tickColor=PALE, tickCount=6, labelExpr=LABELS[language],
    )  # fmt: skip


def _title(text: str, lines: Sequence[str]) -> alt.TitleParams:
    return alt.TitleParams(
        wrap(text, 70), subtitle=[part for line in lines for part in wrap(line, LETTERS)], anchor="start", fontSize=20,
        subtitleFontSize=14, subtitleColor=SOFT_INK, subtitlePadding=8, subtitleLineHeight=19, offset=14, color=INK,
    )  # fmt: skip


def _configured(chart: Any) -> Any:
    return chart.properties(background=BACK).configure(font=FONT, padding=16).configure_view(stroke=None)
