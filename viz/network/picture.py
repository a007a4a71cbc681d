"""One partnership's trust at a few dates, side by side: a picture without a legend: labels stand beside what they name."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import altair as alt
import pandas as pd

from samvirke.analysis.measures import OF_ONE_RUN
from samvirke.analysis.network import TRUSTED
from samvirke.model.language import Language, capitalised, language_of
from samvirke.viz.charts.file import FONT
from samvirke.viz.network.layout import (
    LINE_HEIGHT,
    TO_BRACKET,
    WIDTH,
    Frame,
    Label,
    Place,
    angle,
    apart,
    bracket,
    frame,
    label_at,
    place_of_seat,
)
from samvirke.viz.network.month import Line, Month, Seat, months_of
from samvirke.viz.network.sentences import label_lines, on_the_coordinator, sector_label, sentence_lines

MOST_LABELLED_ONE_BY_ONE = 11
LITTLE_TRUST = 0.5
INK, SOFT_INK, ORANGE, BLUE, SOFT_BLUE, GREY, PALE = "#1a1a1a", "#4d4d4d", "#b34700", "#08306b", "#2f6fb0", "#6b6b6b", "#e6e6e6"
KINDS_OF_LINE: dict[str, dict[str, Any]] = {
    "little": {"color": GREY, "strokeDash": [4, 4]},
    "some": {"color": SOFT_BLUE},
    "high": {"color": BLUE},
}
KINDS_OF_PERSON: dict[str, dict[str, Any]] = {
    "left": {"fill": "white", "stroke": GREY, "strokeWidth": 2, "strokeDash": [4, 3]},
    "here": {"fill": INK, "stroke": "white", "strokeWidth": 1.5},
    "new": {"fill": "white", "stroke": INK, "strokeWidth": 4},
    "coordinator": {"fill": ORANGE, "stroke": "white", "strokeWidth": 1.5},
    "new coordinator": {"fill": "white", "stroke": ORANGE, "strokeWidth": 5},
}


def network_picture(
    ties: pd.DataFrame, people: pd.DataFrame, months: Sequence[int], *, partnership: str, start: str, seed: int, language: str = "en"
) -> alt.HConcatChart:
    """A panel for each of `months`, from the rows of one run and partnership of the tables `ties` and `people`.

    `start` is the calendar month of month 1 (YYYY-MM).
    """
    words = language_of(language)
    shown = list(months_of(ties, people, tuple(sorted(set(months)))))
    lines = max(len(sentence_lines(what_it_shows(month, words))) for month in shown)
    panels = [_panel(month, words, start, lines) for month in shown]
    title = alt.TitleParams(
        words.gettext("Who trusts whom in {partnership}", partnership=partnership), subtitle=_below_the_title(seed, words),
        anchor="start", fontSize=23, subtitleFontSize=16, subtitleColor=SOFT_INK, subtitlePadding=8, subtitleLineHeight=21, offset=22,
        color=INK,
    )  # fmt: skip
    return (
        alt.hconcat(*panels, title=title, spacing=8, background="white")
        .configure(font=FONT, padding=14)
        .configure_view(stroke=None)
        .configure_concat(columns=len(panels))
    )


def _below_the_title(seed: int, language: Language) -> list[str]:
    _ = language.gettext
    lines = _(
        "A thick dark line is high trust between two persons, a thin line some, a dashed one little. An empty dashed circle: somebody has "
        "left."
    )
    return [lines, _("One simulated run (seed {seed}) of the many that could have been.", seed=seed), _(OF_ONE_RUN)]


def what_it_shows(month: Month, language: Language) -> str:
    """The sentence above a panel."""
    _ = language.gettext
    if all(seat.presence == "left" for seat in month.seats):
        return _("Nobody is left at the table.")
    if not month.lines:
        return _("Those who are left do not meet each other.")
    if month.coordinator is None and not month.share_on_coordinator:
        trust = _("Nobody coordinates")
    else:
        trust = on_the_coordinator(month.share_on_coordinator, language, left=month.coordinator is None)
    pairs = {"trust": trust, "high": month.pairs_of_high_trust, "pairs": len(month.lines)}
    if month.coordinator and month.pairs_without_coordinator:
        return language.ngettext(
            "{trust}; trust is high in {high} of the {pairs} pairs who meet; without her, {n} pair would lose touch.",
            "{trust}; trust is high in {high} of the {pairs} pairs who meet; without her, {n} pairs would lose touch.",
            month.pairs_without_coordinator, **pairs,
        )  # fmt: skip
    return _("{trust}; trust is high in {high} of the {pairs} pairs who meet.", **pairs)


def _panel(month: Month, language: Language, start: str, lines: int) -> Any:
    title = alt.TitleParams(
        capitalised(language.month_of(start, month.month)), subtitle=_sentence(month, language, lines), anchor="start", fontSize=19,
        subtitleFontSize=16, subtitleColor=INK, subtitleLineHeight=21, subtitlePadding=6, color=INK, offset=8,
    )  # fmt: skip
    layers = [_organisations(month), _brackets(month), *_ties(month), *_persons(month), *_texts(month, language)]
    return alt.layer(*layers, width=WIDTH, height=_frame(month).height, title=title)


def _sentence(month: Month, language: Language, lines: int) -> list[str]:
    """The sentence in so many lines, the last of them blank if need be: so the pictures below stand at the same height."""
    wording = sentence_lines(what_it_shows(month, language))
    return wording + [" "] * (lines - len(wording))


def _x() -> alt.X:
    return alt.X("x:Q", scale=alt.Scale(domain=[-WIDTH / 2, WIDTH / 2], nice=False), axis=None)


def _y(month: Month) -> alt.Y:
    top, bottom = _frame(month)
    return alt.Y("y:Q", scale=alt.Scale(domain=[bottom, top], nice=False), axis=None)


def _frame(month: Month) -> Frame:
    return frame(max(seat.number for seat in month.seats))


def _place(month: Month, seat: int) -> Place:
    return place_of_seat(seat, max(each.number for each in month.seats))


def _organisations(month: Month) -> alt.Chart:
    """A pale ground under everybody of an organisation: a disc for one person, a longer shape for two."""
    grounds = []
    for _, seats in groupby(sorted(month.seats, key=lambda seat: (seat.organisation, seat.number)), key=lambda seat: seat.organisation):
        there = [_place(month, seat.number) for seat in seats if seat.presence != "left"]
        if there:
            grounds.append({"x": there[0].x, "y": there[0].y, "x2": there[-1].x + 0.01, "y2": there[-1].y})
    width = 36 if _is_labelled_one_by_one(month) else 18
    chart = alt.Chart(pd.DataFrame(grounds, columns=["x", "y", "x2", "y2"]), name="organisations")
    return chart.mark_rule(strokeCap="round", color=PALE, strokeWidth=width).encode(_x(), _y(month), x2="x2:Q", y2="y2:Q")


def _brackets(month: Month) -> alt.Chart:
    """Where neighbours share a label, a curve that holds them together."""
    curves = [
        (*at, number, step)
        for number, seats in enumerate(_neighbours(month))
        if len(seats) > 1
        for step, at in enumerate(bracket(_angle(month, seats[0].number), _angle(month, seats[-1].number)))
    ]
    chart = alt.Chart(pd.DataFrame(curves, columns=["x", "y", "neighbours", "step"]), name="brackets")
    return chart.mark_line(color=GREY, strokeWidth=1.5).encode(_x(), _y(month), detail="neighbours:N", order="step:Q")


def _angle(month: Month, seat: float) -> float:
    return angle(seat - 2, max(each.number for each in month.seats) - 1)


def _ties(month: Month) -> Iterator[alt.Chart]:
    """A line for every pair who meet: wider, darker and unbroken the more they trust each other; most trust on top."""
    lines = pd.DataFrame([_line(month, line) for line in month.lines], columns=["x", "y", "x2", "y2", "trust", "width", "kind"])
    for kind, style in KINDS_OF_LINE.items():
        chart = alt.Chart(lines[lines["kind"] == kind], name=f"{kind}_trust")
        yield chart.mark_rule(**style).encode(_x(), _y(month), x2="x2:Q", y2="y2:Q", strokeWidth=alt.StrokeWidth("width:Q", scale=None))


def _line(month: Month, line: Line) -> tuple[float | str, ...]:
    kind = "high" if line.trust >= TRUSTED else "some" if line.trust >= LITTLE_TRUST else "little"
    return (*_place(month, line.one), *_place(month, line.other), line.trust, _width(month, line.trust), kind)


def _width(month: Month, trust: float) -> float:
    """In pixels: from hardly any at 0.4, what one gives a stranger, to the widest at 0.8; thinner where there are many."""
    width = min(6.5, max(1.2, 1.2 + 13.0 * (trust - 0.4)))
    return width if _is_labelled_one_by_one(month) else max(1.0, 0.6 * width)


def _persons(month: Month) -> Iterator[alt.Chart]:
    persons = pd.DataFrame(
        [(*_place(month, seat.number), seat.person, _kind_of_person(seat)) for seat in month.seats], columns=["x", "y", "person", "kind"]
    )
    size = 250 if _is_labelled_one_by_one(month) else 90
    for kind, style in KINDS_OF_PERSON.items():
        chart = alt.Chart(persons[persons["kind"] == kind], name=kind.replace(" ", "_"))
        larger = 1.7 if "coordinator" in kind else 1.0
        yield chart.mark_point(opacity=1, size=size * larger, **style).encode(_x(), _y(month), tooltip="person:N")


def _kind_of_person(seat: Seat) -> str:
    if seat.presence == "left" or not seat.is_coordinator:
        return seat.presence
    return "new coordinator" if seat.presence == "new" else "coordinator"


def _texts(month: Month, language: Language) -> Iterator[alt.Chart]:
    """Labels, first as a white halo, then as ink: readable where they cross a line."""
    rows = [
        (label.x, label.y + row * LINE_HEIGHT, text, label.align)
        for label in (*apart(_labels(month, language), _frame(month).bottom), _label_in_the_middle(month, language))
        for row, text in enumerate(label.lines)
    ]
    texts = pd.DataFrame(rows, columns=["x", "y", "text", "align"])
    for name, style in (("halo", {"stroke": "white", "strokeWidth": 5, "strokeJoin": "round"}), ("label", {"fill": INK})):
        for align in ("left", "center", "right"):
            chart = alt.Chart(texts[texts["align"] == align], name=f"{name}_{align}")
            mark = chart.mark_text(align=align, baseline="middle", fontSize=15, **style)
            yield mark.encode(_x(), _y(month), text="text:N")


def _is_labelled_one_by_one(month: Month) -> bool:
    return len(month.seats) - 1 <= MOST_LABELLED_ONE_BY_ONE


def _labels(month: Month, language: Language) -> Iterator[Label]:
    """A label for each organisation, or where they are many for each row of neighbours of one sector."""
    for neighbours in _neighbours(month):
        middle = sum(seat.number for seat in neighbours) / len(neighbours)
        outside = TO_BRACKET if len(neighbours) > 1 else 0.0
        yield label_at(_angle(month, middle), tuple(_caption(neighbours, language)), outside)


def _neighbours(month: Month) -> list[list[Seat]]:
    """Those around the coordinator who share a label: each has her own, unless they are many."""
    one_by_one = _is_labelled_one_by_one(month)
    around = (seat for seat in month.seats if seat.number > 1)
    groups = groupby(around, key=lambda seat: seat.number if one_by_one or seat.number == 2 else seat.sector)
    return [list(group) for _, group in groups]


def _caption(neighbours: list[Seat], language: Language) -> Iterator[str]:
    """The lines of a label: how many of what, whether they lead or coordinate, who is new, who has left."""
    yield from label_lines(sector_label(neighbours[0].sector, len(neighbours), language))
    there = [seat for seat in neighbours if seat.presence != "left"]
    if any(seat.is_lead for seat in there):
        yield language.gettext("(leads)")
    if any(seat.is_coordinator for seat in there):
        yield language.gettext("Coordinator")
    left, new = (sum(seat.presence == presence for seat in neighbours) for presence in ("left", "new"))
    if left:
        yield from label_lines(_left(neighbours[0], language) if len(neighbours) == 1 else language.gettext("{n} left", n=left))
    if new:
        yield language.pgettext("people", "new") if len(neighbours) == 1 else language.gettext("{n} new", n=new)


def _left(seat: Seat, language: Language) -> str:
    return language.gettext("left in month\N{NO-BREAK SPACE}{month}", month=seat.left_month)


def _label_in_the_middle(month: Month, language: Language) -> Label:
    """Who sits in the middle, below her."""
    seat = month.seats[0]
    if seat.presence == "left":
        lines = [language.gettext("Coordinator"), *label_lines(_left(seat, language))]
    elif seat.is_coordinator:
        lines = [language.gettext("Coordinator"), *([language.pgettext("people", "new")] if seat.presence == "new" else [])]
    else:
        lines = label_lines(language.gettext("former coordinator"))
    return Label(tuple(lines), 0.0, 28.0, "center")
