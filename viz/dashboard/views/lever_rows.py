"""The levers of the scenario: what they are called, how they stand, what they cost."""

from typing import Any

import solara

from samvirke.model.language import language_of
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Lever, Scenario
from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.runs.address import levers_of
from samvirke.viz.dashboard.words.case_names import case_named
from samvirke.viz.dashboard.words.lever_readings import ends, grouped, price, stands
from samvirke.viz.page.pieces import escaped

TRACK = "#767676"


@solara.component
def Levers(desk: Desk) -> None:  # noqa: N802
    """Branching, and a row for each. Nothing above a row comes or goes when it is turned: it would slip away under the hand."""
    words, scenario = desk.words, desk.session.scenario(desk.address.value)
    name = case_named(desk.shown_address().case, words.language)
    solara.HTML(tag="h2", unsafe_innerHTML=escaped(f"{words.levers} · {name}"))
    solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.levers_explained)
    Branching(desk)
    for group, names in grouped(list(levers_of(scenario))):
        solara.HTML(tag="h3", unsafe_innerHTML=escaped(language_of(words.language).gettext(group)))
        for name in names:
            LeverRow(desk, name).key(name)


@solara.component
def Branching(desk: Desk) -> None:  # noqa: N802
    """From when on the levers hold."""
    words, address = desk.words, desk.address.value
    month, ended = desk.month.value, desk.ended_by(desk.month.value)
    too_late = bool(ended) or month >= desk.months
    with solara.Div(classes=["row-of"]):
        if address.branch:
            solara.Button(words.end_branch, on_click=lambda: desk.change(branch=0), outlined=True)
        else:
            at_rest = not address.levers or not month or too_late
            here = words.branch_here.format(month=min(month, desk.months - 1) + 1)
            solara.Button(here, on_click=desk.branch_here, disabled=at_rest, outlined=True)
        solara.Button(words.unset_all, on_click=lambda: desk.turn({}), disabled=not address.levers, text=True)
    if address.branch:
        said = f"{words.with_levers_since.format(month=address.branch + 1)}. {words.branch_explained}"
        solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=said)
    elif too_late:
        solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.branch_too_late.format(month=ended or desk.months))


@solara.component
def LeverRow(desk: Desk, name: str) -> None:  # noqa: N802
    """One lever: how it stands, its ends in words, and where it usually stands."""
    words, scenario = desk.words, desk.session.scenario(desk.address.value)
    lever, turned = scenario.levers[name], dict(desk.address.value.levers)
    label, cost = str(getattr(lever.label, words.language)), price(name, lever, language_of(words.language))
    as_usual = usual(scenario, name, lever)
    value = turned.get(name, as_usual)
    said = stands(name, value, language_of(words.language)) if name in turned else words.usual
    priced = f" <span class='soft'>({escaped(cost)})</span>" if cost else ""
    with solara.Div(classes=["lever"]):
        solara.HTML(tag="div", unsafe_innerHTML=f"{escaped(label)}: <b>{escaped(said)}</b>{priced}")
        with solara.Div(classes=["rail"]):
            solara.v.Slider(
                v_model=value, on_v_model=lambda to: _turn(desk, name, to), min=lever.low, max=lever.high, step=lever.step,
                hide_details=True, class_="slider", color=ACCENT, track_color=TRACK,
                attributes={"aria-label": label, "aria-valuetext": stands(name, value, language_of(words.language))},
            )  # fmt: skip
            rest = {each: to for each, to in turned.items() if each != name}
            solara.Button(
                "×", on_click=lambda: desk.turn(rest), text=True, classes=[] if name in turned else ["at-rest"],
                attributes={"aria-label": f"{words.unset}: {label}"}, disabled=name not in turned,
            )  # fmt: skip
        solara.HTML(tag="div", classes=["ends"], unsafe_innerHTML=_ends(name, lever, as_usual, desk))


def _ends(name: str, lever: Lever, as_usual: float, desk: Desk) -> str:
    low, high = ends(name, lever, language_of(desk.words.language))
    place = 100.0 * (as_usual - lever.low) / (lever.high - lever.low)
    mark = f'<i title="{escaped(desk.words.usual)}" style="left:{place:.1f}%"></i>'
    return f"<span>{escaped(low)}</span>{mark}<span>{escaped(high)}</span>"


def levers_in_words(desk: Desk) -> str:
    """What is turned and how far, from when on."""
    address, words = desk.address.value, desk.words
    since = words.with_levers_since.format(month=address.branch + 1) if address.branch else words.with_levers
    levers = desk.session.scenario(address).levers
    turned = (
        f"{getattr(levers[name].label, words.language)}: {stands(name, value, language_of(words.language))}"
        for name, value in address.levers.items()
    )
    return f"{since} · {'; '.join(turned)}"


def _turn(desk: Desk, name: str, to: Any) -> None:
    levers = dict(desk.address.peek().levers)
    if levers.get(name) != float(to):
        desk.turn({**levers, name: float(to)})


def usual(scenario: Scenario, name: str, lever: Lever) -> float:
    """Where a lever usually stands, on the nearest step it can be turned to."""
    value = scenario.parameters.get(name, REGISTRY[name].default)
    return min(lever.high, max(lever.low, round(lever.low + round((value - lever.low) / lever.step) * lever.step, 6)))
