"""Boxes of scenario discovery: for each, the ranges of its inputs beside the range that was swept."""

from textwrap import wrap
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from samvirke.analysis.sweep_analysis.discovery import Discovery, Found
from samvirke.viz.charts.colours import ACCENT, INK, PALE, SOFT_INK
from samvirke.viz.charts.file import FONT
from samvirke.viz.charts.sweep_analysis_words import LANGUAGES, Words, label_of

WIDTH, ROW, LETTERS, WIDTH_OF_LABELS = 420, 30, 130, 420
BACK = "white"
SHARE = alt.Scale(domain=[0, 1], nice=False)


def boxes_picture(what: Discovery, language: str) -> Any:
    """A panel for each box, a row for each of its limits; hollow ends where the answers do not narrow a parameter."""
    words = LANGUAGES[language]
    limited = [each for each in what.found if each.box.limits]
    panels = [_panel(what, each, words, language) for each in limited]
    lines = [words.how_boxes.format(base=_percent(what.base_rate), replicates=f"{len(what.cases):,}".replace(",", " "))]
    lines += [words.hollow] if any(what.inputs[at].identified is False for each in limited for at in each.box.limits) else []
    lines += [] if panels else [words.no_box]
    title = alt.TitleParams(
        wrap(words.where.format(words=what.when.words[words.position]), 70),
        subtitle=[part for line in [*lines, words.not_a_verdict] for part in wrap(line, LETTERS)], anchor="start", fontSize=20,
        subtitleFontSize=14, subtitleColor=SOFT_INK, subtitlePadding=8, subtitleLineHeight=19, offset=14, color=INK,
    )  # fmt: skip
    empty = alt.Chart(pd.DataFrame({"x": [0.0]})).mark_point(opacity=0).encode(alt.X("x:Q", axis=None)).properties(width=WIDTH, height=1)
    return (
        alt.vconcat(*(panels or [empty]), title=title, spacing=22, background=BACK)
        .configure(font=FONT, padding=16)
        .configure_view(stroke=None)
    )  # fmt: skip


def _panel(what: Discovery, found: Found, words: Words, language: str) -> Any:
    rows = pd.DataFrame([_row(what, at, limits, language) for at, limits in found.box.limits.items()])
    y = alt.Y(
        "label:N",
        sort=list(rows["label"]),
        axis=alt.Axis(
            title=None,
            labelFontSize=14,
            labelLimit=WIDTH_OF_LABELS,
            minExtent=WIDTH_OF_LABELS,
            labelColor=INK,
            labelPadding=10,
            ticks=False,
            domain=False,
        ),
    )
    chart = alt.Chart(rows)
    whole = chart.mark_bar(height=10, color=PALE).encode(alt.X("from:Q", scale=SHARE, axis=None), y, x2="to:Q")
    inside = [
        alt.Chart(rows[rows["hollow"] == hollow]).mark_bar(height=14, fill=BACK if hollow else ACCENT, stroke=ACCENT, strokeWidth=2)
        .encode(alt.X("low:Q", scale=SHARE), y, x2="high:Q")
        for hollow in (False, True)
    ]  # fmt: skip
    said = chart.mark_text(align="left", fontSize=13, color=INK, dx=8).encode(alt.X("to:Q", scale=SHARE), y, text="said:N")
    title = alt.TitleParams(wrap(_title(found, words), 88), fontSize=14, color=INK, anchor="start", frame="group")
    return alt.layer(whole, *inside, said, title=title, width=WIDTH, height=ROW * len(rows))


def _row(what: Discovery, at: int, limits: tuple[float, float], language: str) -> dict[str, Any]:
    values = what.inputs_of_runs[:, at]
    low, high = float(values.min()), float(values.max())
    ends = [(max(limits[0], low) - low) / (high - low), (min(limits[1], high) - low) / (high - low)]
    of = what.inputs[at]
    said = _limits(limits, language)
    return {
        "label": label_of(of, language),
        "from": 0.0,
        "to": 1.0,
        "low": ends[0],
        "high": ends[1],
        "said": said,
        "hollow": of.identified is False,
    }


def _limits(limits: tuple[float, float], language: str) -> str:
    """Both limits, or the one that there is."""
    low, high = (f"{each:.3g}" if np.isfinite(each) else "" for each in limits)
    said = f"{low} – {high}" if low and high else f"≥ {low}" if low else f"≤ {high}"
    return said.replace(".", ",") if language == "da" else said


def _title(found: Found, words: Words) -> str:
    return words.box.format(
        number=found.number, method=found.method, density=_percent(found.of_all.density), coverage=_percent(found.of_all.coverage),
        density_out=_percent(found.of_held_out.density), coverage_out=_percent(found.of_held_out.coverage),
    )  # fmt: skip


def _percent(share: float) -> str:
    return "–" if np.isnan(share) else f"{100 * share:.0f}"
