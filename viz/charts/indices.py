"""Which inputs move a measure, as bars in order; and whether the indices converge with the number of points."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.folder import Input
from samvirke.analysis.sweep_analysis.indices import MAIN, Index, in_order
from samvirke.model.language import Language
from samvirke.model.levers import LEVERS
from samvirke.viz.charts.colours import ACCENT, INK, PALE, SOFT_INK
from samvirke.viz.charts.file import FONT, locale_of

MOST_INPUTS, MOST_LINES, LINES_A_ROW = 15, 6, 3
WIDTH, ROW, SMALL = 520, 30, 230
LETTERS, LETTERS_OF_A_LABEL = 120, 420
BACK = "white"


def indices_picture(found: Sequence[Index], kind: str, answer: Answer, language: Language) -> alt.LayerChart:
    """A bar for every input, what moves the measure most at the top; hollow where the answers do not narrow a parameter."""
    _ = language.gettext
    rows = _rows(found, kind, language)
    order = list(dict.fromkeys(rows["label"]))
    axis_of_labels = alt.Axis(
        title=None, labelFontSize=14, labelLimit=LETTERS_OF_A_LABEL, labelColor=INK, labelPadding=12, ticks=False, domain=False
    )
    y = alt.Y("label:N", sort=order, axis=axis_of_labels)
    if kind == "morris":
        on_the_axis = _("change over the range, {unit}", unit=_(answer.unit))
        how = _("Dot: mean absolute change over the whole range of the input; bar: 90 % interval (Morris, {points} points).",
                points=language.number(found[0].points))  # fmt: skip
    else:
        on_the_axis = _("share of the variance")
        how = _("Dot: share of the variance, interactions included; bar: 90 % interval; stroke: of the input alone (Sobol, {points} "
                "points).", points=language.number(found[0].points))  # fmt: skip
    chart = alt.Chart(rows)
    axis = axis_named(on_the_axis)
    layers = [chart.mark_rule(strokeWidth=4, strokeCap="round", color=ACCENT).encode(alt.X("low:Q", axis=axis), y, x2="high:Q")]
    for hollow, fill in ((False, ACCENT), (True, BACK)):
        dots = alt.Chart(rows[rows["hollow"] == hollow]).mark_point(
            shape="circle", size=110, opacity=1, strokeWidth=2, fill=fill, stroke=ACCENT
        )
        layers.append(dots.encode(alt.X("value:Q"), y))
    if kind == "sobol":
        layers.append(chart.mark_tick(thickness=3, size=18, color=INK).encode(alt.X("alone:Q"), y))
    explained = [hollow_means(language)] if rows["hollow"].any() else []
    title = title_with(
        _("What moves this most: {measure}", measure=answer.wording(language)), [how, *explained, language.gettext(OF_MANY_RUNS)]
    )
    return configured(alt.layer(*layers, title=title, width=WIDTH, height=ROW * len(order)), language)


def _rows(found: Sequence[Index], kind: str, language: Language) -> pd.DataFrame:
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


def convergence_picture(found: Sequence[Index], kind: str, answer: Answer, language: Language) -> alt.VConcatChart:
    """A small line for each of the foremost inputs: its index from more and more points."""
    _ = language.gettext
    most = max(each.points for each in found)
    foremost = in_order([each for each in found if each.points == most], kind)[:MOST_LINES]
    panels = [_panel([each for each in found if each.input == of and each.index == MAIN[kind]], of, language) for of in foremost]
    rows = [alt.hconcat(*panels[first : first + LINES_A_ROW], spacing=24) for first in range(0, len(panels), LINES_A_ROW)]
    how = _("The index from fewer points and from all of them, with 90 % intervals.")
    title = title_with(_("Do the figures converge? {measure}", measure=answer.wording(language)), [how])
    return configured(alt.vconcat(*rows, title=title, spacing=18), language)


def _panel(found: Sequence[Index], of: Input, language: Language) -> alt.LayerChart | alt.FacetChart:
    rows = pd.DataFrame([{"points": each.points, "value": each.value, "low": each.low, "high": each.high} for each in found])
    ticks = sorted(set(rows["points"]))
    axis = alt.Axis(title=language.gettext("points"), titleFontWeight="normal", values=ticks, labelFontSize=12, grid=False, format="d")
    x = alt.X("points:Q", scale=alt.Scale(type="log", base=2, nice=False), axis=axis)
    y = alt.Y(
        "low:Q",
        axis=alt.Axis(title=None, labelFontSize=12, gridColor=PALE, domain=False, tickCount=4),
    )
    chart = alt.Chart(rows, title=alt.TitleParams(wrap(label_of(of, language), 32), fontSize=13, color=INK, anchor="start"))
    band = chart.mark_area(color=ACCENT, opacity=0.15).encode(x, y, y2="high:Q")
    line = chart.mark_line(color=ACCENT, strokeWidth=2.5, point={"color": ACCENT, "size": 45}).encode(x, alt.Y("value:Q"))
    return alt.layer(band, line, width=SMALL, height=120)


def label_of(each: Input, language: Language) -> str:
    """A lever in words, a parameter by its name in `samvirke evidence`."""
    return lever_label(each.column.removeprefix("lever_"), language) if each.of == "levers" else each.column


def lever_label(name: str, language: Language) -> str:
    """What a lever is called."""
    return language.gettext(LEVERS[name].label)


def hollow_means(language: Language) -> str:
    """What a hollow mark means."""
    return language.gettext("Hollow: a parameter that the reported answers do not narrow, so where in its range it lies is not known.")


def axis_named(title: str) -> alt.Axis:
    """A horizontal or vertical axis of numbers."""
    return alt.Axis(
        title=title, labelFontSize=13, titleFontSize=14, titleFontWeight="normal", labelColor=INK, titleColor=INK, gridColor=PALE,
        domain=False, tickColor=PALE, tickCount=6,
    )  # fmt: skip


def title_with(text: str, lines: Sequence[str]) -> alt.TitleParams:
    """The title of a picture of a sweep, and below it how it is read."""
    return alt.TitleParams(
        wrap(text, 70), subtitle=[part for line in lines for part in wrap(line, LETTERS)], anchor="start", fontSize=20,
        subtitleFontSize=14, subtitleColor=SOFT_INK, subtitlePadding=8, subtitleLineHeight=19, offset=14, color=INK,
    )  # fmt: skip


def configured(chart: Any, language: Language) -> Any:
    """A picture of a sweep with its font and background, and numbers as the language writes them."""
    return chart.properties(background=BACK).configure(font=FONT, padding=16, locale=locale_of(language)).configure_view(stroke=None)
