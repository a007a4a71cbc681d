"""What policies buy: gain against kroner, a panel for each measure; the frontier joined and numbered, and listed below."""

from collections.abc import Sequence
from textwrap import wrap

import altair as alt
import numpy as np
import pandas as pd

from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.policies import Policy, Searched
from samvirke.model.language import Language
from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, SOFT_INK
from samvirke.viz.charts.indices import BACK, axis_named, configured, lever_label, title_with

WIDTH, HEIGHT, LETTERS, LINE = 560, 230, 118, 19
MOST_TOLD = 12


def frontier_picture(what: Searched, answers: Sequence[Answer], language: Language) -> alt.VConcatChart:
    """A panel for each measure, and below it which policies stand on its frontier."""
    _ = language.gettext
    panels = [part for each in answers for part in (_panel(what, each, language), _told(what, each, language))]
    how = _("Dots: policies. Joined: nothing that costs as much or less is expected to gain more. Bars: 90 % of the draws.")
    title = title_with(
        _("What buys most: {scenario}", scenario=what.scenario.title.in_language(language.code)), [how, language.gettext(OF_MANY_RUNS)]
    )
    return configured(alt.vconcat(*panels, title=title, spacing=14), language)


def numbers_on_frontier(what: Searched, measure: str) -> list[int]:
    """The policies on a measure's frontier that gain more than Monte Carlo error explains, and the baseline; the cheapest first."""
    found, costs = what.bought[measure], np.array([each.cost_dkk for each in what.policies])
    there = {0, *(int(each) for each in np.flatnonzero(found.on_frontier & found.gains))}
    cheapest_first = sorted(there, key=lambda each: (costs[each], found.mean[each]))
    spread = np.unique(np.linspace(0, len(there) - 1, min(MOST_TOLD, len(there))).round().astype(int))
    return [cheapest_first[each] for each in spread]


def _panel(what: Searched, answer: Answer, language: Language) -> alt.LayerChart | alt.FacetChart:
    _ = language.gettext
    found = what.bought[answer.name]
    rows = pd.DataFrame({
        "cost": [each.cost_dkk / 1000.0 for each in what.policies], "gain": found.mean, "low": found.low, "high": found.high,
        "number": [str(each) for each in range(len(what.policies))],
    })  # fmt: skip
    told = numbers_on_frontier(what, answer.name)
    joined = rows.iloc[told]
    frontier = rows[found.on_frontier & found.gains].sort_values("cost")
    x = alt.X("cost:Q", axis=axis_named(_("1,000 kroner per partnership beyond the baseline, hours priced")))
    y = alt.Y("gain:Q", axis=axis_named(_("gain, {unit}", unit=_(answer.unit))))
    zero = alt.Chart(pd.DataFrame({"gain": [0.0]})).mark_rule(color=INK, strokeWidth=1.2).encode(y)
    layers = [
        zero,
        alt.Chart(rows).mark_circle(size=45, color=SOFT_INK, opacity=0.35).encode(x, y),
        alt.Chart(frontier).mark_line(color=ACCENT, strokeWidth=2, interpolate="step-after").encode(x, y),
        alt.Chart(joined).mark_rule(color=ACCENT, strokeWidth=2).encode(x, alt.Y("low:Q"), y2="high:Q"),
        alt.Chart(joined).mark_point(shape="circle", size=330, fill=OUTSIDE, stroke=BACK, opacity=1).encode(x, y),
        alt.Chart(joined).mark_text(color=BACK, fontSize=12, fontWeight="bold").encode(x, y, text="number:N"),
    ]
    heading = answer.wording(language)
    title = alt.TitleParams(heading[:1].upper() + heading[1:], fontSize=15, color=INK, anchor="start", frame="group")
    return alt.layer(*layers, title=title, width=WIDTH, height=HEIGHT)


def _told(what: Searched, answer: Answer, language: Language) -> alt.Chart:
    told = [_in_words(number, what.policies[number], language) for number in numbers_on_frontier(what, answer.name)]
    lines = [part for each in told for part in wrap(each, LETTERS, subsequent_indent="\N{NO-BREAK SPACE}" * 4)]
    rows = pd.DataFrame([{"text": text, "y": LINE * (at + 0.5)} for at, text in enumerate(lines)], columns=["text", "y"])
    chart = alt.Chart(rows, width=WIDTH, height=LINE * max(1, len(rows)))
    mark = chart.mark_text(align="left", baseline="middle", fontSize=13, color=INK)
    return mark.encode(alt.Y("y:Q", scale=None, axis=None), x=alt.value(0), text="text:N")


def _in_words(number: int, policy: Policy, language: Language) -> str:
    levers = "; ".join(f"{lever_label(name, language)}: {language.significant(value)}" for name, value in policy.levers.items())
    wording = levers or language.gettext("as it is")
    return f"{number}: {wording}"
