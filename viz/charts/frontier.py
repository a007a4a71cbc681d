"""What policies buy: gain against kroner, a panel for each measure; the frontier joined and numbered, and told below."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.policies import Policy
from samvirke.analysis.sweep_analysis.policy_search import Searched
from samvirke.model.language import language_of
from samvirke.model.levers import LEVERS
from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, PALE, SOFT_INK
from samvirke.viz.charts.file import FONT
from samvirke.viz.charts.indices import LABELS
from samvirke.viz.charts.sweep_analysis_words import LANGUAGES, Words, unit_of

WIDTH, HEIGHT, LETTERS, LINE = 560, 230, 118, 19
BACK = "white"
MOST_TOLD = 12


def frontier_picture(what: Searched, answers: Sequence[Answer], language: str) -> Any:
    """A panel for each measure, and below it which policies stand on its frontier."""
    words = LANGUAGES[language]
    panels = [part for each in answers for part in (_panel(what, each, words, language), _told(what, each, words, language))]
    lines = [words.how_frontier, words.not_a_verdict]
    title = alt.TitleParams(
        wrap(words.buys.format(scenario=getattr(what.scenario.title, language)), 76),
        subtitle=[part for line in lines for part in wrap(line, LETTERS)], anchor="start", fontSize=20, subtitleFontSize=14,
        subtitleColor=SOFT_INK, subtitlePadding=8, subtitleLineHeight=19, offset=14, color=INK,
    )  # fmt: skip
    return alt.vconcat(*panels, title=title, spacing=14, background=BACK).configure(font=FONT, padding=16).configure_view(stroke=None)


def numbers_on_frontier(what: Searched, measure: str) -> list[int]:
    """The policies on a measure's frontier that gain more than chance, and the scenario as it is; the cheapest first, at most so many."""
    found, costs = what.bought[measure], np.array([each.cost_dkk for each in what.policies])
    there = {0, *(int(each) for each in np.flatnonzero(found.on_frontier & found.gains))}
    cheapest_first = sorted(there, key=lambda each: (costs[each], found.mean[each]))
    spread = np.unique(np.linspace(0, len(there) - 1, min(MOST_TOLD, len(there))).round().astype(int))
    return [cheapest_first[each] for each in spread]


def _panel(what: Searched, answer: Answer, words: Words, language: str) -> Any:
    found = what.bought[answer.name]
    rows = pd.DataFrame({
        "cost": [each.cost_dkk / 1000.0 for each in what.policies], "gain": found.mean, "low": found.low, "high": found.high,
        "number": [str(each) for each in range(len(what.policies))],
    })  # fmt: skip
    told = numbers_on_frontier(what, answer.name)
    joined = rows.iloc[told]
    frontier = rows[found.on_frontier & found.gains].sort_values("cost")
    x = alt.X("cost:Q", axis=_axis(words.axis_dkk, language))
    y = alt.Y("gain:Q", axis=_axis(f"{words.axis_gain}, {unit_of(answer, language)}", language))
    zero = alt.Chart(pd.DataFrame({"gain": [0.0]})).mark_rule(color=INK, strokeWidth=1.2).encode(y)
    layers = [
        zero,
        alt.Chart(rows).mark_circle(size=45, color=SOFT_INK, opacity=0.35).encode(x, y),
        alt.Chart(frontier).mark_line(color=ACCENT, strokeWidth=2, interpolate="step-after").encode(x, y),
        alt.Chart(joined).mark_rule(color=ACCENT, strokeWidth=2).encode(x, alt.Y("low:Q"), y2="high:Q"),
        alt.Chart(joined).mark_point(shape="circle", size=330, fill=OUTSIDE, stroke=BACK, opacity=1).encode(x, y),
        alt.Chart(joined).mark_text(color=BACK, fontSize=12, fontWeight="bold").encode(x, y, text="number:N"),
    ]
    heading = answer.words[words.position]
    title = alt.TitleParams(heading[:1].upper() + heading[1:], fontSize=15, color=INK, anchor="start", frame="group")
    return alt.layer(*layers, title=title, width=WIDTH, height=HEIGHT)


def _told(what: Searched, answer: Answer, words: Words, language: str) -> Any:
    told = [_in_words(number, what.policies[number], words, language) for number in numbers_on_frontier(what, answer.name)]
    lines = [part for each in told for part in wrap(each, LETTERS, subsequent_indent="\N{NO-BREAK SPACE}" * 4)]
    rows = pd.DataFrame([{"text": text, "y": LINE * (at + 0.5)} for at, text in enumerate(lines)], columns=["text", "y"])
    chart = alt.Chart(rows, width=WIDTH, height=LINE * max(1, len(rows)))
    mark = chart.mark_text(align="left", baseline="middle", fontSize=13, color=INK)
    return mark.encode(alt.Y("y:Q", scale=None, axis=None), x=alt.value(0), text="text:N")


def _in_words(number: int, policy: Policy, words: Words, language: str) -> str:
    levers = [f"{language_of(language).gettext(LEVERS[name].label)}: {value:g}" for name, value in policy.levers.items()]
    return words.policy.format(number=number, levers="; ".join(levers) or words.as_it_is)


def _axis(title: str, language: str) -> alt.Axis:
    return alt.Axis(
        title=title, labelFontSize=12, titleFontSize=13, titleFontWeight="normal", labelColor=INK, titleColor=INK, gridColor=PALE,
        domain=False, tickColor=PALE, tickCount=6, labelExpr=LABELS[language],
    )  # fmt: skip
