"""The levers of the scenario: what they are called, how they stand, what they cost."""

from typing import Any

import solara

from model.parameters import REGISTRY
from model.scenario import Lever, Scenario
from viz.colours import ACCENT
from viz.dashboard.address import levers_of
from viz.dashboard.desk import Desk
from viz.dashboard.digits import in_digits
from viz.dashboard.words import Words


@solara.component
def Levers(desk: Desk) -> None:  # noqa: N802
    """A row for each, and branching."""
    words, address = desk.words, desk.address.value
    scenario = desk.session.scenario(address)
    solara.HTML(tag="h2", unsafe_innerHTML=words.levers)
    solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.levers_explained)
    with solara.Div(classes=["row-of"]):
        month, ended = min(desk.month.value, desk.months - 1), desk.ended_by(desk.month.value)
        at_rest = not address.levers or not month or bool(ended)
        solara.Button(words.branch_here.format(month=month + 1), on_click=desk.branch_here, disabled=at_rest, outlined=True)
        solara.Button(words.unset_all, on_click=lambda: desk.turn({}), disabled=not address.levers, text=True)
    if address.levers and ended and not address.branch:
        solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.branch_too_late.format(month=ended))
    if address.branch:
        said = f"{words.with_levers_since.format(month=address.branch + 1)}. {words.branch_explained}"
        solara.HTML(tag="p", classes=["notice"], unsafe_innerHTML=said)
        solara.Button(words.end_branch, on_click=lambda: desk.change(branch=0), text=True)
    for name in levers_of(scenario):
        _row(desk, scenario, name, scenario.levers[name], words)


def _row(desk: Desk, scenario: Scenario, name: str, lever: Lever, words: Words) -> None:
    turned = dict(desk.address.value.levers)
    label = str(getattr(lever.label, words.language))
    value = turned.get(name, usual(scenario, name, lever))
    stands = in_digits(value, words) if name in turned else words.usual
    with solara.Div(classes=["lever"]):
        solara.HTML(tag="div", unsafe_innerHTML=f"{label}: <b>{stands}</b> <span class='soft'>({price(lever, words)})</span>")
        with solara.Div(style="display: flex; align-items: center;"):
            solara.v.Slider(
                v_model=value, on_v_model=lambda to: _turn(desk, name, to), min=lever.low, max=lever.high, step=lever.step,
                hide_details=True, class_="slider", color=ACCENT, attributes={"aria-label": label},
            )  # fmt: skip
            if name in turned:
                rest = {each: to for each, to in turned.items() if each != name}
                solara.Button("×", on_click=lambda: desk.turn(rest), text=True, attributes={"aria-label": f"{words.unset}: {label}"})


def levers_in_words(desk: Desk) -> str:
    """What is turned and how far, from when on."""
    address, words = desk.address.value, desk.words
    since = words.with_levers_since.format(month=address.branch + 1) if address.branch else words.with_levers
    levers = desk.session.scenario(address).levers
    turned = (f"{getattr(levers[name].label, words.language)}: {in_digits(value, words)}" for name, value in address.levers.items())
    return f"{since} · {'; '.join(turned)}"


def _turn(desk: Desk, name: str, to: Any) -> None:
    levers = dict(desk.address.peek().levers)
    if levers.get(name) != float(to):
        desk.turn({**levers, name: float(to)})


def usual(scenario: Scenario, name: str, lever: Lever) -> float:
    """Where a lever usually stands, on the nearest step it can be turned to."""
    value = scenario.parameters.get(name, REGISTRY[name].default)
    return min(lever.high, max(lever.low, round(lever.low + round((value - lever.low) / lever.step) * lever.step, 6)))


def price(lever: Lever, words: Words) -> str:
    """What one unit more costs."""
    if lever.cost_hours_per_month:
        return words.lever_cost_hours.format(hours=in_digits(lever.cost_hours_per_month, words))
    return words.lever_cost_dkk.format(dkk=in_digits(lever.cost_dkk, words)) if lever.cost_dkk else words.lever_free
