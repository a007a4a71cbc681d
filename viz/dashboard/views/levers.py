"""The levers of the scenario: what they are called, how they stand, what they cost."""

from typing import Any

import solara

from samvirke.model.extensions import all_parameters
from samvirke.model.scenario import Lever, Scenario
from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard.content.texts import part
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.names import ends, grouped, price, stands
from samvirke.viz.dashboard.runs.address import levers_of
from samvirke.viz.dashboard.views.widgets import put

TRACK = "#767676"


@solara.component
def Levers(desk: Desk) -> None:  # noqa: N802
    """Branching, and a row for each. Nothing above a row comes or goes when it is turned: it would slip away under the hand."""
    _ = desk.language.gettext
    put(" · ".join([_("Levers"), desk.partnership_named()]), "h2")
    put(
        _("What can be done differently? Move a lever: the same 250 runs are computed again with it. The mark below each lever is its "
          "usual position; where no price is shown, none is given."),
        classes="soft",
    )  # fmt: skip
    Branching(desk)
    for group, names in grouped(list(levers_of(desk.session.scenario(desk.address.value)))):
        put(_(group), "h3")
        for name in names:
            LeverRow(desk, name).key(name)


@solara.component
def Branching(desk: Desk) -> None:  # noqa: N802
    """From when on the levers hold."""
    _, address = desk.language.gettext, desk.address.value
    month, ended = desk.month.value, desk.ended_by(desk.month.value)
    too_late = bool(ended) or month >= desk.months
    with solara.Div(classes=["row-of"]):
        if address.branch:
            solara.Button(_("Use the levers from the beginning"), on_click=lambda: desk.change(branch=0), outlined=True)
        else:
            at_rest = not address.levers or not month or too_late
            here = _("Try the levers from here (from month {month})", month=min(month, desk.months - 1) + 1)
            solara.Button(here, on_click=desk.branch_here, disabled=at_rest, outlined=True)
        solara.Button(_("Reset the levers"), on_click=lambda: desk.turn({}), disabled=not address.levers, text=True)
    if address.branch:
        same = _("Until then the run is the same, and the random events are the same in both.")
        put(f"{since(desk)}. {same}", classes="soft")
    elif too_late:
        put(
            _("The levers cannot be tried from here: this run ended in month {month}. Go back to an earlier month.",
              month=ended or desk.months),
            classes="soft",
        )  # fmt: skip


@solara.component
def LeverRow(desk: Desk, name: str) -> None:  # noqa: N802
    """One lever: how it stands, its ends in words, and where it usually stands."""
    language, scenario = desk.language, desk.session.scenario(desk.address.value)
    lever, turned = scenario.levers[name], dict(desk.address.value.levers)
    label, as_usual = lever.label.in_language(language.code), usual(scenario, name, lever)
    value = turned.get(name, as_usual)
    with solara.Div(classes=["lever"]):
        put(
            part(
                "answers.jinja", "standing", language, label=label, wording=_wording(desk, name, value), cost=price(name, lever, language)
            ),
            "div",
        )
        with solara.Div(classes=["rail"]):
            solara.v.Slider(
                v_model=value, on_v_model=lambda to: _turn(desk, name, to), min=lever.low, max=lever.high, step=lever.step,
                hide_details=True, class_="slider", color=ACCENT, track_color=TRACK,
                attributes={"aria-label": label, "aria-valuetext": stands(name, value, language)},
            )  # fmt: skip
            rest = {each: to for each, to in turned.items() if each != name}
            solara.Button(
                "×", on_click=lambda: desk.turn(rest), text=True, classes=[] if name in turned else ["at-rest"],
                attributes={"aria-label": language.gettext("Reset the lever: {lever}", lever=label)}, disabled=name not in turned,
            )  # fmt: skip
        low, high = ends(name, lever, language)
        place = round(100.0 * (as_usual - lever.low) / (lever.high - lever.low), 1)
        put(part("answers.jinja", "ends", language, low=low, high=high, place=place), "div", "ends")


def _wording(desk: Desk, name: str, value: float) -> str:
    return stands(name, value, desk.language) if name in desk.address.value.levers else desk.language.gettext("unchanged")


def since(desk: Desk) -> str:
    """With the levers, and from when on if not from the beginning."""
    branch, _ = desk.address.value.branch, desk.language.gettext
    return _("With the levers from month {month}", month=branch + 1) if branch else _("With the levers")


def levers_in_words(desk: Desk) -> str:
    """What is turned and how far, from when on."""
    address, language = desk.address.value, desk.language
    levers = desk.session.scenario(address).levers
    turned = (f"{levers[name].label.in_language(language.code)}: {stands(name, value, language)}" for name, value in address.levers.items())
    return f"{since(desk)} · {'; '.join(turned)}"


def _turn(desk: Desk, name: str, to: Any) -> None:
    levers = dict(desk.address.peek().levers)
    if levers.get(name) != float(to):
        desk.turn({**levers, name: float(to)})


def usual(scenario: Scenario, name: str, lever: Lever) -> float:
    """Where a lever usually stands, on the nearest step it can be turned to."""
    value = scenario.parameters.get(name, all_parameters()[name].default)
    return min(lever.high, max(lever.low, round(lever.low + round((value - lever.low) / lever.step) * lever.step, 6)))
