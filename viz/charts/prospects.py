"""How a run's prospects moved: of 100 runs going on from each month, how many last; where it turned, and what happened there."""

from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from samvirke.analysis.explanation.explanation import Explanation
from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.explanation.ledger import told_of
from samvirke.analysis.measures import OF_ONE_RUN
from samvirke.model.language import Language, capitalised, language_of
from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, PALE, SOFT_INK
from samvirke.viz.charts.file import FONT

WIDTH, HEIGHT = 860, 300
MOST_TURNS = 6
LETTERS, LINE = 118, 20
BACK = "white"


def prospects_picture(what: Explanation) -> alt.VConcatChart:
    """A line over the months with its range of chance, numbered dots where it turned, and below what happened there."""
    language = language_of(what.language)
    _, partnership = language.gettext, what.run.case.case_id
    turns = sorted(what.turns, key=lambda turn: -abs(turn.after - turn.before))[:MOST_TURNS]
    months = sorted(turn.month for turn in turns)
    if months:
        head = _("Where {partnership} turned, in one simulated run", partnership=partnership)
    else:
        head = _("The prospects of {partnership}, one simulated run: nothing turned them", partnership=partnership)
    how = _(
        "Of 100 runs that go on from the end of a month with new chance, so many {words}.",
        words=LASTING[what.measure].wording(language),
    )
    title = alt.TitleParams(
        wrap(head, 76), subtitle=wrap(f"{how} {language.gettext(OF_ONE_RUN)}", LETTERS),
        anchor="start", fontSize=22, subtitleFontSize=15, subtitleColor=SOFT_INK, subtitlePadding=8, subtitleLineHeight=20, offset=14,
        color=INK,
    )  # fmt: skip
    line = alt.layer(*_line(what, language), *_dots(what, language, months), width=WIDTH, height=HEIGHT)
    below = _told(what, language, months)
    parts = [line, below] if months else [line]
    return (
        alt.vconcat(*parts, title=title, spacing=10, background=BACK)
        .configure(font=FONT, padding=16)
        .configure_view(stroke=None)
    )  # fmt: skip


def _x(what: Explanation, language: Language) -> alt.X:
    last = what.course.decided_month
    axis = alt.Axis(
        title=language.gettext("month"), values=[*range(0, last, 12 if last > 30 else 6), last], labelFontSize=14, titleFontSize=14,
        titleFontWeight="normal", labelColor=INK, titleColor=INK, grid=False, format="d", offset=12,
    )  # fmt: skip
    return alt.X("month:Q", scale=alt.Scale(domain=[0, max(1, last)], nice=False), axis=axis)


def _y(language: Language, field: str = "chance") -> alt.Y:
    axis = alt.Axis(
        title=language.gettext("of 100 runs"), values=[0, 25, 50, 75, 100], labelFontSize=14, titleFontSize=14,
        titleFontWeight="normal", labelColor=INK, titleColor=INK, gridColor=PALE, domain=False, tickColor=PALE,
    )  # fmt: skip
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


def _line(what: Explanation, language: Language) -> list[alt.Chart]:
    shares = [what.course.chance(month, what.measure) for month in range(len(what.course.states))]
    rows = [{"month": month, "chance": each.percent, "low": each.low, "high": each.high} for month, each in enumerate(shares)]
    chart = alt.Chart(pd.DataFrame(rows))
    band = chart.properties(name="range").mark_area(color=ACCENT, opacity=0.15)
    middle = chart.properties(name="chance").mark_line(color=ACCENT, strokeWidth=3)
    return [band.encode(_x(what, language), _y(language, "low"), y2="high:Q"), middle.encode(_x(what, language), _y(language))]


def _dots(what: Explanation, language: Language, months: list[int]) -> list[alt.Chart]:
    rows: list[dict[str, Any]] = [
        {"month": month, "chance": what.course.chance(month, what.measure).percent, "number": str(number)}
        for number, month in enumerate(months, start=1)
    ]
    chart = alt.Chart(pd.DataFrame(rows, columns=["month", "chance", "number"]))
    dot = chart.properties(name="turn").mark_point(shape="circle", size=420, fill=OUTSIDE, stroke=BACK, strokeWidth=1.5, opacity=1)
    text = chart.properties(name="turn_number").mark_text(color=BACK, fontSize=14, fontWeight="bold")
    return [dot.encode(_x(what, language), _y(language)), text.encode(_x(what, language), _y(language), text="number:N")]


def _told(what: Explanation, language: Language, months: list[int]) -> alt.Chart:
    """The numbers again, each with its month, how far it moved, and what happened."""
    lines = [line for number, month in enumerate(months, start=1) for line in _one_turn(what, language, number, month)]
    rows = [{"text": text, "y": LINE * (at + 0.5)} for at, text in enumerate(lines)]
    chart = alt.Chart(pd.DataFrame(rows, columns=["text", "y"]), name="told", width=WIDTH, height=LINE * max(1, len(rows)))
    mark = chart.mark_text(align="left", baseline="middle", fontSize=15, color=INK)
    return mark.encode(alt.Y("y:Q", scale=None, axis=None), x=alt.value(0), text="text:N")


def _one_turn(what: Explanation, language: Language, number: int, month: int) -> list[str]:
    before, after = (language.number(what.course.chance(each, what.measure).percent) for each in (month - 1, month))
    happened = told_of(what.ledger, month)
    nothing = language.gettext("Something that could have happened did not, or many small things did.")
    when, told = capitalised(language.month_of(what.run.scenario.start, month)), happened + "." if happened else nothing
    wording = language.gettext("{month}: from {before} to {after} of 100. {what}", month=when, before=before, after=after, what=told)
    lines = wrap(f"{number}  {wording}", LETTERS - 4)
    return [lines[0], *(f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{line}" for line in lines[1:])]
