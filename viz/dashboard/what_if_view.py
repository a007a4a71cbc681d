"""What if? A lever is turned, and 250 lives answer: the difference in one sentence, of 100 partnerships, and as a fan."""

from dataclasses import replace

import solara

from analysis.measures import MEASURES
from viz.dashboard.chart import chart
from viz.dashboard.course_option import SHARES
from viz.dashboard.desk import Desk
from viz.dashboard.fan_option import HEIGHT, WIDTH, fan_option
from viz.dashboard.glossary import folded
from viz.dashboard.lever_rows import Levers
from viz.dashboard.markup import of_100
from viz.dashboard.paired_lives import SHOWN_BY_MONTH, Pairs

ASKED = (
    "continues", "something_left", "continues_a_year_later", "activity_alive_36_months", "trust", "shared_understanding", "synergy",
    "goal_attainment", "conflict", "citizens_reached", "vulnerable_reached", "volunteers_at_grant_end", "key_person_departures",
)  # fmt: skip


@solara.component
def WhatIfView(desk: Desk) -> None:  # noqa: N802
    """Levers on the left, answers on the right."""
    address = desk.address.value
    key = (address.scenario, address.case, address.arm, address.seed, address.branch, tuple(address.levers.items()))
    task = solara.lab.use_task(lambda: desk.trying(lambda: desk.session.pairs(replace(address))), dependencies=[key])
    kept, keep = solara.use_state(None)
    if task.finished and task.value is not kept:
        keep(task.value)
    with solara.Div(classes=["two"]):
        with solara.Div(classes=["levers"]):
            Levers(desk)
        with solara.Div(classes=["answers"]):
            Answers(desk, (task.value if task.finished else kept) if address.levers else None, bool(task.pending))


@solara.component
def Answers(desk: Desk, pairs: Pairs | None, pending: bool) -> None:  # noqa: N802
    """The sentence first, then the pictures."""
    words, measure = desk.words, desk.measure_asked()
    if pairs is None:
        solara.HTML(
            tag="p", classes=["answer"], unsafe_innerHTML=words.counting if pending and desk.address.value.levers else words.turn_one
        )
        return
    MeasureAsked(desk)
    solara.HTML(tag="p", classes=["answer"], unsafe_innerHTML=pairs.sentence(measure, words.language), attributes={"aria-live": "polite"})
    cost = pairs.cost_in_words(words.language)
    solara.HTML(tag="p", unsafe_innerHTML=words.costs.format(cost=cost) if cost else words.counts_nothing)
    also = pairs.also(measure, words.language)
    if also:
        solara.HTML(tag="p", unsafe_innerHTML=f"{words.also}: {' '.join(each[:1].upper() + each[1:] for each in also)}")
    if pairs.without.declared or pairs.with_levers.declared:
        solara.HTML(tag="h2", unsafe_innerHTML=words.of_100)
        rows = [(words.without, pairs.without.futures), (words.with_levers, pairs.with_levers.futures)]
        solara.HTML(tag="div", unsafe_innerHTML=of_100(rows, words))
    solara.HTML(tag="h2", unsafe_innerHTML=words.fan)
    Fan(desk, pairs)
    solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.pairs_note)
    solara.HTML(tag="div", unsafe_innerHTML=folded(words, "what-if"))


@solara.component
def MeasureAsked(desk: Desk) -> None:  # noqa: N802
    """In which measure the difference is told."""
    words = desk.words
    names = [{"text": MEASURES[name].words[words.position], "value": name} for name in ASKED]
    solara.v.Select(
        label=words.difference_in, items=names, v_model=desk.measure_asked(), on_v_model=desk.measure.set, outlined=True, dense=True,
        hide_details=True, class_="measure",
    )  # fmt: skip


@solara.component
def Fan(desk: Desk, pairs: Pairs) -> None:  # noqa: N802
    """The course of the lives in one measure of the months."""
    words, name = desk.words, desk.by_month.value
    items = [{"text": words.measures[each], "value": each} for each in SHOWN_BY_MONTH]
    solara.v.Select(
        label=words.fan_of, items=items, v_model=name, on_v_model=desk.by_month.set, outlined=True, dense=True, hide_details=True
    )  # fmt: skip
    grant_end = desk.session.life(desk.address.value).grant_end
    said = f"{words.fan}: {words.measures[name]}"
    chart(fan_option(pairs, name, grant_end, words), said, WIDTH, HEIGHT)
    if name in SHARES:
        solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.only_partners)
