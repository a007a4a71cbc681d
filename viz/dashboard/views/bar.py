"""The bar of the page: which view and which language; and the choices: which scenario, variant, partnership and run."""

from collections.abc import Callable

import solara

from samvirke.model.language import Language
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.names import LANGUAGES, TABS, partnerships_named
from samvirke.viz.dashboard.runs.session import titles
from samvirke.viz.dashboard.views.widgets import put

OF_ONE_VARIANT = ("one", "all", "what-if")
OF_ONE_PARTNERSHIP = ("one", "what-if", "compare")


@solara.component
def Bar(desk: Desk) -> None:  # noqa: N802
    """Title, pages, language."""
    _, address = desk.language.gettext, desk.address.value
    with solara.Div(classes=["row-of"]):
        put("Samvirke", "h1", title=desk.title)
        with solara.Div(classes=["row-of", "tabs"], attributes={"role": "navigation"}):
            for tab, wording in TABS.items():
                _choice(_(wording), address.tab == tab, lambda tab=tab: desk.choose_tab(tab))
        solara.v.Spacer()
        for name, wording in LANGUAGES.items():
            _choice(wording, address.language == name, lambda name=name: desk.change(language=name))
        _choice(_("Large letters"), address.projector, lambda: desk.change(projector=not address.projector))


@solara.component
def Choices(desk: Desk) -> None:  # noqa: N802
    """What is looked at."""
    language, address = desk.language, desk.shown_address()
    _ = language.gettext
    with solara.Div(classes=["row-of"]):
        _select(_("Scenario"), _scenarios(language), address.scenario, desk.choose_scenario, 440)
        if address.tab in OF_ONE_VARIANT:
            _select(_("Variant"), _arms(desk, language), address.arm, lambda name: desk.change(arm=name), 260)
        if address.tab in OF_ONE_PARTNERSHIP:
            _select(_("Partnership"), _cases(desk, language), address.case, lambda case: desk.change(case=case), 250)
        if address.tab == "evidence":  # has nothing of a single run
            return
        solara.Button(_("New random run"), on_click=desk.another_run, outlined=True)
        solara.Text(_("Run number {number}", number=address.seed))
        attributes = {"aria-label": _("The run before"), "title": _("The run before")}
        solara.Button("↶", on_click=lambda: desk.another_run(-1), outlined=True, classes=["small"], attributes=attributes)


def _choice(label: str, chosen: bool, on_click: Callable[..., None]) -> None:
    classes = ["chosen"] if chosen else []
    solara.Button(label, on_click=on_click, outlined=True, classes=classes, attributes={"aria-pressed": "true" if chosen else "false"})


def _select(label: str, items: list[dict[str, str]], value: str, on_value: Callable[[str], None], width: int) -> None:
    solara.v.Select(
        label=label,
        items=items,
        v_model=value,
        on_v_model=on_value,
        outlined=True,
        dense=True,
        hide_details=True,
        style_=f"max-width: {width}px",
    )


def _scenarios(language: Language) -> list[dict[str, str]]:
    return [{"text": title.in_language(language.code), "value": name} for name, title in titles().items()]


def _arms(desk: Desk, language: Language) -> list[dict[str, str]]:
    arms, as_it_is = desk.session.scenario(desk.address.value).arms, language.gettext("As it is")
    named = {name: as_it_is if arm.changes_nothing else arm.whole_title(language.code) for name, arm in arms.items()}
    return [{"text": text, "value": name} for name, text in named.items()]


def _cases(desk: Desk, language: Language) -> list[dict[str, str]]:
    names = partnerships_named(desk.session.scenario(desk.address.value), language)
    return [{"text": name, "value": case} for case, name in names.items()]
