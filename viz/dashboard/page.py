"""The page: what stands where."""

from pathlib import Path
from typing import Any

import solara
from solara.lab import use_task
from solara.server.kernel_context import has_current_context

from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard import warming
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.open_pages import MOST_PAGES, give_back, most_for, take_a_place
from samvirke.viz.dashboard.runs.address import read_address
from samvirke.viz.dashboard.runs.session import parameters_of
from samvirke.viz.dashboard.views.all_view import AllView
from samvirke.viz.dashboard.views.bar import Bar, Choices
from samvirke.viz.dashboard.views.compare_view import CompareView
from samvirke.viz.dashboard.views.controls import Controls
from samvirke.viz.dashboard.views.evidence_view import EvidenceView
from samvirke.viz.dashboard.views.keys import Keys
from samvirke.viz.dashboard.views.one_view import OneView
from samvirke.viz.dashboard.views.survey_view import SurveyView
from samvirke.viz.dashboard.views.what_if_view import WhatIfView
from samvirke.viz.dashboard.words.languages import LANGUAGES
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped

STYLE = Path(__file__).with_name("style.css")
PLAYED: dict[str, Any] = {"one": OneView, "all": AllView}
STILL: dict[str, Any] = {"what-if": WhatIfView, "compare": CompareView, "survey": SurveyView, "evidence": EvidenceView}


@solara.component
def Page() -> None:  # noqa: N802
    """One page of one reader, if there is room for one more."""
    query = solara.use_router().search or ""
    place = solara.use_memo(lambda: take_a_place(_browser()), [])
    solara.use_effect(lambda: lambda: give_back(place), [])
    solara.Style(STYLE)
    if place is None:
        said = _words_asked_for(query).too_many.format(most=most_for(_browser()) or MOST_PAGES)
        solara.HTML(tag="p", classes=["samvirke"], unsafe_innerHTML=said)
    else:
        WhenReady(query)


@solara.component
def WhenReady(query: str) -> None:  # noqa: N802
    """What the reader came for, as soon as the model is there; where it has to be compiled first, that is said."""
    at_once = solara.use_memo(lambda: warming.ready_within(warming.A_MOMENT), [])
    waited = use_task(warming.wait, dependencies=None if at_once else [])
    if at_once or waited.finished:
        Reader(query)
    else:
        with solara.Div(classes=["samvirke"]):
            words = _words_asked_for(query)
            solara.HTML(tag="p", classes=["notice"], unsafe_innerHTML=words.making_ready, attributes={"role": "status"})
            solara.ProgressLinear(value=True, color=ACCENT)


@solara.component
def Reader(query: str) -> None:  # noqa: N802
    """What one reader sees who came with a query. In large letters the choices make room for the picture: they stand below it."""
    desk = solara.use_memo(lambda: Desk(query), [])
    address, words = desk.address.value, desk.words
    with solara.Div(classes=["samvirke", *(["projector"] if address.projector else [])]):
        Bar(desk)
        if not address.projector:
            Choices(desk)
        with solara.Div():  # always there: what follows it would else be taken for new when a notice comes
            for notice in desk.notices.value:
                solara.HTML(tag="p", classes=["notice"], unsafe_innerHTML=escaped(notice), attributes={"role": "alert"})
        Guarded(desk).key("side")
        if address.projector:
            Choices(desk)
        solara.HTML(tag="p", classes=["soft", "foot"], unsafe_innerHTML=f"{_numbers_behind(desk)} {words.keys}")
        Keys(query=_query(desk), language=words.language, title=words.title, event_pressed=desk.press, event_returned=desk.come_back)


@solara.component
def Guarded(desk: Desk) -> None:  # noqa: N802
    """The side that is looked at. Where it fails the page says so and stays; another address is tried anew."""
    error, tempered = solara.use_exception()
    address = desk.address.value
    solara.use_effect(lambda: tempered() if error else None, [address])
    solara.use_effect(lambda: desk.fail(error) if error else None, [error])
    if error is None:
        Living(desk)


@solara.component
def Living(desk: Desk) -> None:  # noqa: N802
    """The side of the page that is looked at. Which month it is, only the stage asks: it is drawn past the tree of widgets."""
    tab = desk.address.value.tab
    if tab in PLAYED:
        with solara.Div(classes=["living"]):
            Controls(desk)
            PLAYED[tab](desk)
    else:
        STILL[tab](desk)


def _browser() -> str:
    """The number of the reader's browser; empty where nothing is served."""
    return solara.get_session_id() if has_current_context() else ""


def _words_asked_for(query: str) -> Words:
    address, _ = read_address(query)
    return LANGUAGES[address.language]


def _query(desk: Desk) -> str:
    """What the address says; while a stage is there, it is the stage that says another month."""
    return desk.query_at(desk.month.peek()) if desk.address.value.tab in PLAYED else desk.query


def _numbers_behind(desk: Desk) -> str:
    """Where the parameters come from, and whether that can be relied on."""
    words, posterior = desk.words, parameters_of(desk.address.value.scenario)
    if posterior is None:
        return words.parameters_default
    if posterior.stale:
        return words.parameters_stale
    borrows = desk.session.scenario(desk.address.value).borrows is not None
    return f"{words.parameters_fitted} {words.borrowed}" if borrows else words.parameters_fitted
