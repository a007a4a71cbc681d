"""What if? A lever is turned, and 250 lives answer: the difference in one sentence, of 100 partnerships, and as a fan."""

from typing import TYPE_CHECKING

import solara

from samvirke.analysis.measures import MEASURES
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.pictures.fan_option import fan_option
from samvirke.viz.dashboard.pictures.room import LETTERS_ON_A_DESK, LETTERS_ON_A_WALL
from samvirke.viz.dashboard.runs.asked import SHARES, SHOWN_BY_MONTH, asked_where
from samvirke.viz.dashboard.stage.markup import of_100
from samvirke.viz.dashboard.views.chart import chart
from samvirke.viz.dashboard.views.lever_rows import Levers
from samvirke.viz.dashboard.words.glossary import folded

if TYPE_CHECKING:
    from samvirke.viz.dashboard.runs.paired_runs import Pairs, Simulated

WIDTH, WIDTH_ON_A_WALL, HEIGHT = 760, 650, 280


@solara.component
def WhatIfView(desk: Desk) -> None:  # noqa: N802
    """Levers on the left, answers on the right. While new lives are lived, the answer before them stays."""
    address = desk.address.value
    key = (address.scenario, address.case, address.arm, address.seed, address.branch, tuple(address.levers.items()))

    def both() -> "tuple[Simulated, Pairs | None]":
        return desk.session.without(address), desk.session.pairs(address)

    task = solara.lab.use_task(lambda: desk.trying(both), dependencies=[key])
    kept, keep = solara.use_state(None)
    if task.finished and task.value is not kept:
        keep(task.value)
    with solara.Div(classes=["two"]):
        with solara.Div(classes=["levers"]):
            Levers(desk)
        with solara.Div(classes=["answers"]):
            found = task.value if task.finished else kept
            if found is None:
                solara.HTML(tag="p", classes=["answer"], unsafe_innerHTML=desk.words.counting)
            else:
                Answers(desk, found[0], found[1] if address.levers else None)


@solara.component
def Answers(desk: Desk, without: "Simulated", pairs: "Pairs | None") -> None:  # noqa: N802
    """The sentence first, then the pictures; before a lever is turned, the lives as they are."""
    words = desk.words
    MeasureAsked(desk)
    if pairs is None:
        solara.HTML(tag="p", classes=["answer"], unsafe_innerHTML=words.turn_one)
    else:
        Difference(desk, pairs)
    with_levers = [] if pairs is None else [(words.with_levers, pairs.with_levers.futures)]
    if without.declared or (pairs is not None and pairs.with_levers.declared):
        solara.HTML(tag="h2", unsafe_innerHTML=words.of_100)
        solara.HTML(tag="div", unsafe_innerHTML=of_100([(words.without, without.futures), *with_levers], words))
    solara.HTML(tag="h2", unsafe_innerHTML=words.fan)
    Fan(desk, without, None if pairs is None else pairs.with_levers)
    solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.pairs_note)
    solara.HTML(tag="div", unsafe_innerHTML=folded(words, "what-if"))


@solara.component
def Difference(desk: Desk, pairs: "Pairs") -> None:  # noqa: N802
    """What the levers change, what that costs, and what else they move."""
    words, measure = desk.words, desk.measure_asked()
    solara.HTML(tag="p", classes=["answer"], unsafe_innerHTML=pairs.sentence(measure, words.language), attributes={"aria-live": "polite"})
    cost, also = pairs.cost_in_words(words.language), pairs.also(measure, words.language)
    solara.HTML(tag="p", unsafe_innerHTML=words.costs.format(cost=cost) if cost else words.counts_nothing)
    if also:
        solara.HTML(tag="p", unsafe_innerHTML=f"{words.also}: {' '.join(each[:1].upper() + each[1:] for each in also)}")


@solara.component
def MeasureAsked(desk: Desk) -> None:  # noqa: N802
    """In which measure the difference is told."""
    words, ends = desk.words, desk.session.run(desk.address.value).grant_end is not None
    names = [{"text": MEASURES[name].words[words.position], "value": name} for name in asked_where(ends)]
    solara.v.Select(
        label=words.difference_in, items=names, v_model=desk.measure_asked(), on_v_model=desk.ask, outlined=True, dense=True,
        hide_details=True, class_="measure",
    )  # fmt: skip


@solara.component
def Fan(desk: Desk, without: "Simulated", with_levers: "Simulated | None") -> None:  # noqa: N802
    """The course of the lives in one measure of the months."""
    words, name, large = desk.words, desk.month_measure_asked(), desk.address.value.projector
    items = [{"text": words.measures[each], "value": each} for each in SHOWN_BY_MONTH]
    solara.v.Select(
        label=words.fan_of, items=items, v_model=name, on_v_model=desk.show_course, outlined=True, dense=True, hide_details=True
    )  # fmt: skip
    grant_end = desk.session.run(desk.address.value).grant_end
    option = fan_option(without, with_levers, name, grant_end, LETTERS_ON_A_WALL if large else LETTERS_ON_A_DESK, words)
    chart(option, f"{words.fan}: {words.measures[name]}", WIDTH_ON_A_WALL if large else WIDTH, HEIGHT)
    if name in SHARES:
        solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.only_partners)
