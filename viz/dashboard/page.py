"""The page: what stands where."""

from collections.abc import Callable
from pathlib import Path

import solara
from solara.lab import headers, use_task
from solara.server.kernel_context import has_current_context

from samvirke.model.language import Language, language_of
from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard import warming
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.runs.address import read_address
from samvirke.viz.dashboard.runs.session import parameters_of
from samvirke.viz.dashboard.server import ADDRESS, MOST_PAGES, give_back, most_for, take_a_place
from samvirke.viz.dashboard.views.bar import Bar, Choices
from samvirke.viz.dashboard.views.played import AllView, OneView
from samvirke.viz.dashboard.views.playing import Controls
from samvirke.viz.dashboard.views.still import CompareView, EvidenceView, SurveyView
from samvirke.viz.dashboard.views.what_if import WhatIfView
from samvirke.viz.dashboard.views.widgets import Keys, put

STYLE = Path(__file__).with_name("style.css")
View = Callable[[Desk], solara.Element]
PLAYED: dict[str, View] = {"one": OneView, "all": AllView}
STILL: dict[str, View] = {"what-if": WhatIfView, "compare": CompareView, "survey": SurveyView, "evidence": EvidenceView}


@solara.component
def Page() -> None:  # noqa: N802
    """One page of one reader, if there is room for one more."""
    query = solara.use_router().search or ""
    place = solara.use_memo(lambda: take_a_place(_browser(), _address()), [])
    solara.use_effect(lambda: lambda: give_back(place), [])
    solara.Style(STYLE)
    if place is None:
        _, most = _language_asked_for(query).gettext, most_for(_browser(), _address()) or MOST_PAGES
        put(_("{most} pages are already open on this machine. Close one of them, and reload.", most=most), classes="samvirke")
    else:
        WhenReady(query)


@solara.component
def WhenReady(query: str) -> None:  # noqa: N802
    """What the reader came for, as soon as the model is there; a notice where it has to be compiled first."""
    at_once = solara.use_memo(lambda: warming.ready_within(warming.A_MOMENT), [])
    waited = use_task(warming.wait, dependencies=None if at_once else [])
    if at_once or waited.finished:
        Reader(query)
    else:
        with solara.Div(classes=["samvirke"]):
            _ = _language_asked_for(query).gettext
            put(
                _("The model is being prepared for this machine. That happens only the first time and takes about a minute."),
                classes="notice", role="status",
            )  # fmt: skip
            solara.ProgressLinear(value=True, color=ACCENT)


@solara.component
def Reader(query: str) -> None:  # noqa: N802
    """What one reader sees who came with a query. In large letters the choices make room for the picture: they stand below it."""
    desk = solara.use_memo(lambda: Desk(query), [])
    address, _ = desk.address.value, desk.language.gettext
    with solara.Div(classes=["samvirke", *(["projector"] if address.projector else [])]):
        Bar(desk)
        if not address.projector:
            Choices(desk)
        with solara.Div():  # always there: what follows it would else be taken for new when a notice comes
            for notice in desk.notices.value:
                put(notice, classes="notice", role="alert")
        Guarded(desk).key("side")
        if address.projector:
            Choices(desk)
        keys = _(
            "Keys: space plays and pauses, right and left arrow go one month, Home and End go to the beginning and the end, 1–6 change "
            "page, L changes language, S gives large letters."
        )
        put(f"{_numbers_behind(desk)} {keys}", classes="soft foot")
        Keys(query=_query(desk), language=address.language, title=desk.title, event_pressed=desk.press, event_returned=desk.come_back)


@solara.component
def Guarded(desk: Desk) -> None:  # noqa: N802
    """The open view. If it fails, the page shows an error and stays; another address is tried anew."""
    error, tempered = solara.use_exception()
    address = desk.address.value
    solara.use_effect(lambda: tempered() if error else None, [address])
    solara.use_effect(lambda: desk.fail(error) if error else None, [error])
    if error is None:
        Viewed(desk)


@solara.component
def Viewed(desk: Desk) -> None:  # noqa: N802
    """The open view. The month is read by the stage only, which is drawn outside the tree of widgets."""
    tab = desk.address.value.tab
    if tab in PLAYED:
        with solara.Div(classes=["played"]):
            Controls(desk)
            PLAYED[tab](desk)
    else:
        STILL[tab](desk)


def _browser() -> str:
    """The number of the reader's browser; empty where nothing is served."""
    return solara.get_session_id() if has_current_context() else ""


def _address() -> str:
    """The address that the reader connects from; empty where nothing is served."""
    return (headers.peek() or {}).get(ADDRESS, [""])[0] if has_current_context() else ""


def _language_asked_for(query: str) -> Language:
    address, _ = read_address(query)
    return language_of(address.language)


def _query(desk: Desk) -> str:
    """The address; while a stage is shown, the month comes from the stage."""
    return desk.query_at(desk.month.peek()) if desk.address.value.tab in PLAYED else desk.query


def _numbers_behind(desk: Desk) -> str:
    """Where the parameters come from, and whether that can be relied on."""
    _, posterior = desk.language.gettext, parameters_of(desk.address.value.scenario)
    if posterior is None:
        return _("The assumptions are prior estimates, fitted to no answers.")
    if posterior.stale:
        return _("The assumptions are fitted to an earlier version of the model and must be fitted again.")
    fitted = _("The assumptions are fitted to answers from 37 partnerships.")
    borrows = desk.session.scenario(desk.address.value).borrows is not None
    return " ".join([fitted, _("They are borrowed: this scenario has no answers of its own.")]) if borrows else fitted
