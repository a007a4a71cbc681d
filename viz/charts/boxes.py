"""Boxes of scenario discovery: for each, the limits of its inputs beside the range of the sweep."""

from textwrap import wrap
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.sweep_analysis.discovery import Discovery, Found
from samvirke.model.language import Language
from samvirke.viz.charts.colours import ACCENT, INK, PALE
from samvirke.viz.charts.indices import BACK, configured, hollow_means, label_of, title_with

WIDTH, ROW, WIDTH_OF_LABELS = 420, 30, 420
SHARE = alt.Scale(domain=[0, 1], nice=False)


def boxes_picture(what: Discovery, language: Language) -> alt.VConcatChart:
    """A panel for each box, a row for each of its limits; hollow ends where the answers do not narrow a parameter."""
    _ = language.gettext
    limited = [each for each in what.found if each.box.limits]
    panels = [_panel(what, each, language) for each in limited]
    how = _("It holds in {share} of all {runs} runs. Grey: the range of the sweep. Coloured: the box; its limits hold together.",
            share=language.percent(what.base_rate), runs=language.number(len(what.cases)))  # fmt: skip
    lines = [how]
    lines += [hollow_means(language)] if any(what.inputs[at].identified is False for each in limited for at in each.box.limits) else []
    lines += [] if panels else [_("No box was found that is denser than chance would make it.")]
    title = title_with(_("Where this happens: {event}", event=what.when.wording(language)), [*lines, language.gettext(OF_MANY_RUNS)])
    empty = alt.Chart(pd.DataFrame({"x": [0.0]})).mark_point(opacity=0).encode(alt.X("x:Q", axis=None)).properties(width=WIDTH, height=1)
    return configured(alt.vconcat(*(panels or [empty]), title=title, spacing=22), language)


def _panel(what: Discovery, found: Found, language: Language) -> alt.LayerChart | alt.FacetChart:
    rows = pd.DataFrame([_row(what, at, limits, language) for at, limits in found.box.limits.items()])
    axis = alt.Axis(
        title=None, labelFontSize=14, labelLimit=WIDTH_OF_LABELS, minExtent=WIDTH_OF_LABELS, labelColor=INK, labelPadding=10, ticks=False,
        domain=False,
    )  # fmt: skip
    y = alt.Y("label:N", sort=list(rows["label"]), axis=axis)
    chart = alt.Chart(rows)
    whole = chart.mark_bar(height=10, color=PALE).encode(alt.X("from:Q", scale=SHARE, axis=None), y, x2="to:Q")
    inside = [
        alt.Chart(rows[rows["hollow"] == hollow]).mark_bar(height=14, fill=BACK if hollow else ACCENT, stroke=ACCENT, strokeWidth=2)
        .encode(alt.X("low:Q", scale=SHARE), y, x2="high:Q")
        for hollow in (False, True)
    ]  # fmt: skip
    wording = chart.mark_text(align="left", fontSize=13, color=INK, dx=8).encode(alt.X("to:Q", scale=SHARE), y, text="wording:N")
    title = alt.TitleParams(wrap(_title(found, language), 88), fontSize=14, color=INK, anchor="start", frame="group")
    return alt.layer(whole, *inside, wording, title=title, width=WIDTH, height=ROW * len(rows))


def _row(what: Discovery, at: int, limits: tuple[float, float], language: Language) -> dict[str, Any]:
    values, of = what.inputs_of_runs[:, at], what.inputs[at]
    low, high = float(values.min()), float(values.max())
    ends = [(max(limits[0], low) - low) / (high - low), (min(limits[1], high) - low) / (high - low)]
    return {
        "label": label_of(of, language), "from": 0.0, "to": 1.0, "low": ends[0], "high": ends[1], "wording": _limits(limits, language),
        "hollow": of.identified is False,
    }  # fmt: skip


def _limits(limits: tuple[float, float], language: Language) -> str:
    """Both limits, or the one that there is."""
    low, high = (language.significant(each) if np.isfinite(each) else "" for each in limits)
    return f"{low} – {high}" if low and high else f"≥ {low}" if low else f"≤ {high}"


def _title(found: Found, language: Language) -> str:
    return language.gettext(
        "Box {number} ({method}): {density} of its runs, and {coverage} of all cases (held out: {density_out} and {coverage_out})",
        number=found.number, method=found.method, **shares_of(found, language),
    )  # fmt: skip


def shares_of(found: Found, language: Language) -> dict[str, str]:
    """Density and coverage of a box, among all runs and among those held out."""
    shares = {
        "density": found.of_all.density, "coverage": found.of_all.coverage, "density_out": found.of_held_out.density,
        "coverage_out": found.of_held_out.coverage,
    }  # fmt: skip
    return {name: language.percent(share) for name, share in shares.items()}
