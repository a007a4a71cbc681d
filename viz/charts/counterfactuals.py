"""Counterfactual runs, ranked by what one change makes of them: a bar for the interval, a dot for the change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from samvirke.analysis.explanation.counterfactual import ButFor
from samvirke.analysis.explanation.explanation import Explanation
from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.explanation.turning_events import TurningEvents
from samvirke.analysis.measures import OF_MANY_RUNS, OF_ONE_RUN
from samvirke.model.language import Language, language_of
from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, PALE, SOFT_INK
from samvirke.viz.charts.file import FONT
from samvirke.viz.charts.interval_rows import LINE_HEIGHT, ranges, texts, y_from_top

MOST_ROWS = 14
WIDTH_OF_LABELS, WIDTH_OF_BARS, WIDTH_OF_NUMBERS = 480, 420, 60
LETTERS_OF_A_LABEL, LETTERS_OF_A_LINE = 62, 128
BETWEEN, HEAD = 12, 26
GREY = "#6b6b6b"
KINDS: dict[str, dict[str, Any]] = {
    "more": {"color": ACCENT, "fill": ACCENT},
    "less": {"color": OUTSIDE, "fill": OUTSIDE},
    "open": {"color": GREY, "fill": "white"},
}
"""How a row is drawn: filled where chance leaves one way, hollow where it leaves both."""


@dataclass(frozen=True)
class Row:
    """One row: what it is about, a middle with its range, and how it is drawn."""

    label: str
    middle: float
    low: float
    high: float
    kind: str
    signed: bool = True


def but_for_picture(what: Explanation) -> alt.HConcatChart:
    """What changed most about one run: what helps at the top, what harms at the bottom."""
    language = language_of(what.language)
    _ = language.gettext
    title = _("{partnership}: counterfactual runs with one thing changed", partnership=what.run.case.case_id)
    subtitle = _(
        "Of 100 such runs, how many more or fewer {words}. Bar: 95 % interval of chance. Hollow: the direction cannot be told from chance, "
        "or nothing changes.",
        words=LASTING[what.measure].wording(language),
    )
    rows = sorted((_row(what, each) for each in what.ranked[:MOST_ROWS]), key=lambda row: -row.middle)
    return _picture(rows, title, f"{subtitle} {language.gettext(OF_ONE_RUN)}", language)


def turning_events_picture(what: TurningEvents, measure: str, code: str) -> alt.HConcatChart:
    """How many endings each kind of event changes, the most at the top."""
    language = language_of(code)
    _, rows = language.gettext, []
    for each in what.ranked(measure):
        kind = "open" if each.turns.percent < 1.0 else "more"
        label = _("never any {what}", what=_(each.change.label))
        rows.append(Row(label, each.turns.percent, each.turns.low, each.turns.high, kind, signed=False))
    title = _("Which events change endings: {scenario}", scenario=what.what.scenario.name)
    subtitle = _("Of 100 partnership histories, how many end otherwise when such events never happen. Bar: 95 % interval of chance.")
    return _picture(rows, title, f"{subtitle} {language.gettext(OF_MANY_RUNS)}", language)


def _row(what: Explanation, each: ButFor) -> Row:
    change = each.by(what.measure)
    low, high = round(change.low), round(change.high)
    kind = "open" if low <= 0 <= high else "more" if low > 0 else "less"
    return Row(what.named(each), change.points, change.low, change.high, kind)


def _picture(rows: Sequence[Row], title: str, subtitle: str, language: Language) -> alt.HConcatChart:
    table = _placed(rows)
    height = float(table["bottom"].max()) if len(table) else float(HEAD)
    labels = texts(table, "label", height, WIDTH_OF_LABELS, "right")
    bars = alt.layer(*_bars(table, height, language), width=WIDTH_OF_BARS, height=height)
    numbers = texts(table, "number", height, WIDTH_OF_NUMBERS, "left")
    head = alt.TitleParams(
        wrap(title, 84), subtitle=wrap(subtitle, LETTERS_OF_A_LINE), anchor="start", fontSize=22, subtitleFontSize=15,
        subtitleColor=SOFT_INK, subtitlePadding=8, subtitleLineHeight=20, offset=16, color=INK,
    )  # fmt: skip
    return (
        alt.hconcat(labels, bars, numbers, title=head, spacing=14, background="white")
        .configure(font=FONT, padding=16)
        .configure_view(stroke=None)
    )  # fmt: skip


def _placed(rows: Sequence[Row]) -> pd.DataFrame:
    """Every row with its texts in lines, and where it begins and ends."""
    placed: list[dict[str, Any]] = []
    top = float(HEAD)
    for row in rows:
        label = wrap(row.label, LETTERS_OF_A_LABEL)
        bottom = top + LINE_HEIGHT * len(label) + BETWEEN
        whole = round(row.middle)
        number = f"{whole:+d}" if row.signed and whole else f"{whole}"
        placed.append({**vars(row), "label": label, "number": [number.replace("-", "\u2212")], "bottom": bottom, "y": (top + bottom) / 2})
        top = bottom
    return pd.DataFrame(placed, columns=["label", "number", "middle", "low", "high", "kind", "bottom", "y"])


def _bars(table: pd.DataFrame, height: float, language: Language) -> Iterator[alt.Chart]:
    """The line of no difference with its name, then for each kind of row bars and dots."""
    reach = [0.0, *table["low"], *table["high"]]
    domain = [min(reach), max(reach)] if max(reach) > min(reach) else [-1.0, 1.0]
    axis = alt.Axis(
        title=language.gettext("of 100 runs"), labelFontSize=14, titleFontSize=14, titleFontWeight="normal", labelColor=INK, titleColor=INK,
        gridColor=PALE, domain=False, tickColor=PALE, tickCount=5, titlePadding=8,
    )  # fmt: skip

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=domain, nice=True), axis=axis)

    zero = alt.Chart(pd.DataFrame([{"zero": 0.0, "top": HEAD - 4.0, "bottom": height, "text": language.gettext("no difference")}]))
    yield zero.properties(name="zero").mark_rule(color=INK, strokeWidth=1.5).encode(x("zero"), y_from_top(height, "top"), y2="bottom:Q")
    name = zero.properties(name="zero_name").mark_text(baseline="bottom", fontSize=14, dy=-3, color=INK)
    yield name.encode(x("zero"), y_from_top(height, "top"), text="text:N")
    yield from ranges(table, KINDS, height, x, "middle")
