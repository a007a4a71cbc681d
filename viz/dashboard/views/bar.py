"""The bar of the page, which side and which language; and the choices: which scenario, variant, partnership and life."""

from typing import Any

import solara

from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.runs.address import TABS
from samvirke.viz.dashboard.runs.session import titles
from samvirke.viz.dashboard.words.case_names import alphabetically, case_named
from samvirke.viz.dashboard.words.languages import LANGUAGES
from samvirke.viz.dashboard.words.words import Words

OF_ONE_VARIANT = ("one", "all", "what-if")
OF_ONE_PARTNERSHIP = ("one", "what-if", "compare")


@solara.component
def Bar(desk: Desk) -> None:  # noqa: N802
    """Title, pages, language."""
    words, address = desk.words, desk.address.value
    with solara.Div(classes=["row-of"]):
        solara.HTML(tag="h1", unsafe_innerHTML="Samvirke", attributes={"title": words.title})
        with solara.Div(classes=["row-of", "tabs"], attributes={"role": "navigation"}):
            for tab in TABS:
                _choice(words.tabs[tab], address.tab == tab, lambda tab=tab: desk.choose_tab(tab))
        solara.v.Spacer()
        for name, each in LANGUAGES.items():
            _choice(each.name, address.language == name, lambda name=name: desk.change(language=name))
        _choice(words.projector, address.projector, lambda: desk.change(projector=not address.projector))


@solara.component
def Choices(desk: Desk) -> None:  # noqa: N802
    """What is looked at."""
    words, address = desk.words, desk.shown_address()
    with solara.Div(classes=["row-of"]):
        _select(words.scenario, _scenarios(words), address.scenario, desk.choose_scenario, 440)
        if address.tab in OF_ONE_VARIANT:
            _select(words.arm, _arms(desk, words), address.arm, lambda name: desk.change(arm=name), 260)
        if address.tab in OF_ONE_PARTNERSHIP:
            _select(words.partnership, _cases(desk, words), address.case, lambda case: desk.change(case=case), 250)
        if address.tab == "evidence":  # says nothing of a single life
            return
        _small("−", f"{words.seed} −", lambda: desk.another_run(-1))
        solara.Text(f"{words.seed} {address.seed}")
        _small("+", f"{words.seed} +", desk.another_run)


def _choice(label: str, chosen: bool, on_click: Any) -> None:
    classes = ["chosen"] if chosen else []
    solara.Button(label, on_click=on_click, outlined=True, classes=classes, attributes={"aria-pressed": "true" if chosen else "false"})


def _small(sign: str, label: str, on_click: Any) -> None:
    solara.Button(sign, on_click=on_click, outlined=True, classes=["small"], attributes={"aria-label": label})


def _select(label: str, items: list[dict[str, str]], value: str, on_value: Any, width: int) -> None:
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


def _scenarios(words: Words) -> list[dict[str, str]]:
    return [{"text": str(getattr(title, words.language)), "value": name} for name, title in titles().items()]


def _arms(desk: Desk, words: Words) -> list[dict[str, str]]:
    arms = desk.session.scenario(desk.address.value).arms
    named = {name: words.as_it_is if arm.changes_nothing else str(getattr(arm.title, words.language)) for name, arm in arms.items()}
    return [{"text": text, "value": name} for name, text in named.items()]


def _cases(desk: Desk, words: Words) -> list[dict[str, str]]:
    cases = [case.case_id for case in desk.session.scenario(desk.address.value).partnerships]
    return [{"text": case_named(case, words.language), "value": case} for case in alphabetically(cases, words.language)]
