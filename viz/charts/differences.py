"""Arms ranked by what they change in one measure: a bar for the interval, a dot for the mean, the number in words beside it."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from samvirke.analysis.comparison.reading import range_of, ranked, reach, way_of
from samvirke.analysis.comparison.sentences import (
    COUNT,
    SHARE,
    SMALL_STATE,
    STATE,
    amount,
    kind_of,
    measure_in_words,
    unit_in_words,
    ways_in_words,
)
from samvirke.analysis.measures import MEASURES, OF_MANY_RUNS
from samvirke.model.language import N_, language_of
from samvirke.model.scenario.resolved import BASELINE, Scenario
from samvirke.viz.charts.file import FONT, locale_of
from samvirke.viz.charts.interval_rows import LINE_HEIGHT, ranges, texts, y_from_top

INK, SOFT_INK, BLUE, ORANGE, GREY, PALE = "#1a1a1a", "#4d4d4d", "#08519c", "#b34700", "#6b6b6b", "#d9d9d9"
WIDTH_OF_TITLES, WIDTH_OF_BARS, WIDTH_OF_NUMBERS = 370, 490, 210
LETTERS_OF_A_TITLE, LETTERS_OF_A_NUMBER, LETTERS_OF_THE_QUESTION, LETTERS_OF_A_LINE = 48, 30, 88, 140
BETWEEN_ROWS, HEAD = 14, 30
QUESTIONS = {
    SHARE: N_("Of 100 partnerships, how many more or fewer {measure}?"),
    COUNT: N_("How many more or fewer {measure} per partnership?"),
    STATE: N_("How much higher or lower is {measure}, in points of 100?"),
    SMALL_STATE: N_("How much higher or lower is {measure}, on a scale of 0 to 1?"),
}
KINDS: dict[str, dict[str, Any]] = {
    "better": {"color": BLUE, "fill": BLUE},
    "worse": {"color": ORANGE, "fill": ORANGE},
    "open": {"color": GREY, "fill": "white"},
}
"""How an arm is drawn: filled where its range lies on one side of zero, hollow where it does not."""

NAME_OF_ZERO: dict[str, dict[str, Any]] = {
    "halo": {"stroke": "white", "strokeWidth": 6, "strokeJoin": "round"},
    "label": {"fill": INK},
}


def differences_picture(
    scenario: Scenario,
    differences: pd.DataFrame,
    measure: str = "continues",
    *,
    baseline: str = BASELINE,
    language: str = "en",
    scale_of: pd.DataFrame | None = None,
) -> alt.HConcatChart:
    """The arms of a table of differences, the most helpful at the top.

    `scale_of` is the table whose arms the scale has room for, if these are only some of them.
    """
    rows = _placed(scenario, ranked(differences, measure).dropna(subset=["mean"]), language)
    height = float(rows["bottom"].max()) if len(rows) else float(HEAD)
    titles = texts(rows, "title", height, WIDTH_OF_TITLES, "right")
    low_to_high = reach(differences if scale_of is None else scale_of, measure)
    bars = alt.layer(*_bars(rows, low_to_high, height, measure, language), width=WIDTH_OF_BARS, height=height)
    numbers = texts(rows, "number", height, WIDTH_OF_NUMBERS, "left")
    title = _title(scenario, differences, measure, baseline, language)
    return (
        alt.hconcat(titles, bars, numbers, title=title, spacing=14, background="white")
        .configure(font=FONT, padding=16, locale=locale_of(language_of(language)))
        .configure_view(stroke=None)
    )


def _placed(scenario: Scenario, rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """For every arm its texts in lines, the ends of its bar, how it is drawn, and where its row begins and ends."""
    placed: list[dict[str, Any]] = []
    top = float(HEAD)
    for row in rows.itertuples():
        title = _even_lines(scenario.arms[str(row.arm)].whole_title(language), LETTERS_OF_A_TITLE)
        number = _even_lines(amount(row, language), LETTERS_OF_A_NUMBER)
        low, high = range_of(row)
        bottom = top + LINE_HEIGHT * max(len(title), len(number)) + BETWEEN_ROWS
        drawn = {"title": title, "number": number, "low": low, "high": high, "mean": row.mean, "kind": way_of(row)}
        placed.append({"arm": row.arm, **drawn, "top": top, "bottom": bottom, "y": (top + bottom) / 2})
        top = bottom
    return pd.DataFrame(placed, columns=["arm", "title", "number", "low", "high", "mean", "kind", "top", "bottom", "y"])


def _even_lines(text: str, widest: int) -> list[str]:
    """The text in as few lines as it takes, none of them much shorter than the others."""
    fewest = len(wrap(text, widest))
    lines = (wrap(text, width, break_long_words=False) for width in range(max(1, len(text) // fewest), widest))
    return next((each for each in lines if len(each) == fewest and max(map(len, each)) <= widest), wrap(text, widest))


def _bars(rows: pd.DataFrame, domain: Sequence[float], height: float, measure: str, language: str) -> Iterator[alt.Chart]:
    """The line of no difference with its name, then for each kind of arm bars and dots."""
    axis = _axis(measure, language)
    nothing = language_of(language).gettext("no difference")

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=domain, nice=True), axis=axis)

    zero = alt.Chart(pd.DataFrame([{"zero": 0.0, "top": HEAD - 4.0, "bottom": height, "text": nothing}]))
    yield (
        zero.properties(name="no_difference")
        .mark_rule(color=INK, strokeWidth=1.5)
        .encode(x("zero"), y_from_top(height, "top"), y2="bottom:Q")
    )
    for name, style in NAME_OF_ZERO.items():
        text = zero.properties(name=f"no_difference_{name}").mark_text(baseline="bottom", fontSize=14, dy=-3, **style)
        yield text.encode(x("zero"), y_from_top(height, "top"), text="text:N")
    yield from ranges(rows, KINDS, height, x, "mean")


def _axis(measure: str, language: str) -> alt.Axis:
    """Numbers with the way they go in words: 10 fewer, 0, 10 more."""
    less, more = ways_in_words(measure, language)
    return alt.Axis(
        title=unit_in_words(measure, language),
        labelFontSize=14, titleFontSize=14, titleFontWeight="normal", labelColor=INK, titleColor=INK,
        gridColor=PALE, domain=False, tickColor=PALE, tickCount=5, titlePadding=8, labelFlush=False, labelOverlap=True,
        labelExpr=f"datum.value == 0 ? '0' : replace(datum.label, '\u2212', '') + (datum.value < 0 ? ' {less}' : ' {more}')",
    )  # fmt: skip


def _title(scenario: Scenario, differences: pd.DataFrame, measure: str, baseline: str, language: str) -> alt.TitleParams:
    words = language_of(language)
    _ = words.gettext
    question = _(QUESTIONS[kind_of(measure)], measure=measure_in_words(measure, language))
    runs = int(differences["runs"].max()) if len(differences) else 0
    titles = {"scenario": scenario.title.in_language(language), "baseline": scenario.arms[baseline].whole_title(language)}
    lines = [
        words.ngettext(
            "{scenario}. Compared with: {baseline} ({n} pair of runs).",
            "{scenario}. Compared with: {baseline} ({n} pairs of runs).",
            runs,
            **titles,
        ),
        _("Dot: the mean. Bar: its sampling error, 90 % interval (all runs have the same parameters).")
        if differences["low"].equals(differences["high"])
        else _("Dot: the mean. Bar: 90 % interval. Hollow and grey: no clear difference."),
        " ".join([_("Best at the top.") if MEASURES[measure].better else _("Most at the top."), _(OF_MANY_RUNS)]),
    ]
    return alt.TitleParams(
        wrap(question, LETTERS_OF_THE_QUESTION), subtitle=[part for line in lines for part in wrap(line, LETTERS_OF_A_LINE)],
        anchor="start", fontSize=22, subtitleFontSize=15, subtitleColor=SOFT_INK, subtitlePadding=8, subtitleLineHeight=20, offset=18,
        color=INK,
    )  # fmt: skip
