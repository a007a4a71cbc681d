"""The page rendered without a browser: every side, both languages, and what happens when something fails."""

import asyncio
import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest
import solara

from samvirke.analysis.calibration.posterior import posterior_of
from samvirke.model.ensemble import simulate
from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario, scenario_names
from samvirke.model.world import lay_out
from samvirke.viz.dashboard import server, warming
from samvirke.viz.dashboard.names import TABS
from samvirke.viz.dashboard.page import Page, Reader, WhenReady

KEYS = {"da": "Taster: mellemrum afspiller", "en": "Keys: space plays"}
MEALS = "scenario=one-partnership&case=shared-meals"


@pytest.fixture(autouse=True)
def a_loop_of_its_own() -> Iterator[None]:
    """A page's tasks ask for the thread's event loop, which whoever ran one before has taken away."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    loop.close()


@contextmanager
def rendered(query: str) -> Iterator[Any]:
    _, page = solara.render(solara.AppLayout(children=[Reader(query)]), handle_error=False)
    try:
        yield page
    finally:
        page.close()


def texts(page: Any) -> str:
    shown = stage(page)
    staged = [shown.get("skeleton", ""), *(str(each) for key, each in shown.get("frame", {}).items() if key.startswith("text:"))]
    return " ".join([*(str(each.unsafe_innerHTML) for each in page.find(solara.widgets.HTML).widgets), *staged])


def widgets(page: Any) -> list[Any]:
    """All of them, wherever they stand."""
    found: dict[int, Any] = {}

    def look(widget: Any) -> None:
        found[id(widget)] = widget
        for child in getattr(widget, "children", ()):
            look(child)

    for widget in page.find().widgets:
        look(widget)
    return list(found.values())


def stage(page: Any) -> dict[str, Any]:
    found = [each for each in widgets(page) if isinstance(getattr(each, "stage", None), str)]
    return dict(json.loads(found[0].stage)) if found else {}


def pictures(page: Any) -> set[str]:
    return set(stage(page).get("pictures", {}))


def button(page: Any, label: str) -> Any:
    return next(each for each in widgets(page) if type(each).__name__ == "Btn" and label in each.children)


def wait_for(what: Any, seconds: float = 300.0) -> None:
    began = monotonic()
    while not what():
        assert monotonic() - began < seconds
        sleep(0.05)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("tab", ["one", "all", "evidence"])
def test_every_side_is_there_in_both_languages(tab: str, language: str):
    with rendered(f"{MEALS}&tab={tab}&language={language}&month=20") as page:
        assert KEYS[language] in texts(page)
        assert pictures(page) == {"one": {"network", "course"}, "all": {"all"}, "evidence": set()}[tab]


@pytest.mark.parametrize("name", scenario_names())
def test_every_scenario_can_be_looked_at(name: str):
    with rendered(f"scenario={name}&month=10") as page:
        assert pictures(page) == {"network", "course"}
        assert page.find(solara.widgets.HTML).widgets
        assert "notice" not in str([each.attributes for each in page.find(solara.widgets.HTML).widgets])


def test_what_if_answers_in_one_sentence_first():
    with rendered(f"{MEALS}&tab=what-if&language=en&levers=openness:1") as page:
        wait_for(lambda: "Of 100 partnerships" in texts(page))
        assert "go on when the grant ends" in texts(page)
        assert "Prices are assumptions" in texts(page)


def test_variants_are_compared_side_by_side():
    with rendered(f"{MEALS}&tab=compare&language=en") as page:
        wait_for(lambda: "Of 100 partnerships" in texts(page))
        titles = [str(arm.title.en) for arm in read_scenario("one-partnership").arms.values() if not arm.changes_nothing]
        assert all(title in texts(page) for title in titles)


def test_the_survey_shows_reported_above_simulated():
    with rendered("tab=survey&language=da") as page:
        wait_for(lambda: "i meget høj grad" in texts(page))
        assert "figur 31" in texts(page)
        assert "slet ikke – i nogen grad: rapporteret 20\N{NO-BREAK SPACE}%, simuleret" in texts(page)
        assert language_of("da").gettext("several answers combined") in texts(page)


def one_that_plans_before(month: int) -> tuple[str, int]:
    """A partnership that, simulated alone with seed 1, begins to plan for the time after the grant before a month; and when."""
    for case in read_scenario("partnerskabspuljen").partnerships:
        scenario = read_scenario("partnerskabspuljen", only=(case.case_id,))
        posterior = posterior_of(scenario)
        assert posterior is not None
        began = simulate(lay_out(scenario), (1,), posterior.of_numbers(posterior.numbers_for((1,)))).partnerships["anchoring_started_month"]
        if 1 < began[0, 0] < month:
            return case.case_id, int(began[0, 0])
    raise AssertionError("none does")


def test_a_branch_says_when_what_is_turned_has_already_begun():
    case_id, began = one_that_plans_before(20)
    with rendered(f"case={case_id}&month=30&branch=20&levers=anchoring_start_month:2&language=en") as page:
        wait_for(
            lambda: (
                language_of("en").gettext(
                    "Planning for the time after the grant already began in month {month}; a deadline for it changes nothing from here on.",
                    month=began,
                )
                in texts(page)
            )
        )


def test_a_scenario_without_a_survey_says_so():
    with rendered(f"{MEALS}&tab=survey&language=en") as page:
        wait_for(lambda: language_of("en").gettext("This scenario has no answers to compare with.") in texts(page))


def test_a_branch_is_watched_beside_the_run():
    with rendered(f"{MEALS}&month=24&levers=openness:1&branch=12") as page:
        assert pictures(page) == {"network", "other-network", "course", "course-below"}
        assert language_of("da").gettext("With the levers from month {month}", month=13) in texts(page)


def test_what_is_wrong_in_the_address_is_reported_and_cannot_be_markup():
    with rendered("case=%3Cscript%3Ealert(1)%3C/script%3E&month=7") as page:
        assert "<script" not in texts(page)
        assert "&lt;script" in texts(page)
        assert pictures(page) == {"network", "course"}


FAILURES = {
    "one": ("samvirke.viz.dashboard.runs.followed_run.FollowedRun.frame", "all"),
    "all": ("samvirke.viz.dashboard.runs.all_partnerships.AllPartnerships.glyphs", "one"),
    "what-if": ("samvirke.viz.dashboard.runs.followed_run.FollowedRun.frame", "all"),
    "compare": ("samvirke.viz.dashboard.content.compare.compare_markup", "one"),
    "survey": ("samvirke.viz.dashboard.content.survey.surveyed", "one"),
    "evidence": ("samvirke.viz.dashboard.views.still.evidence_markup", "one"),
}
"""By side of the page: what is broken, and where the page still goes."""


@pytest.mark.parametrize("tab", list(FAILURES))
def test_a_side_that_fails_is_one_sentence_and_all_else_stays(tab: str, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise ValueError("no such run")

    what, elsewhere = FAILURES[tab]
    words = language_of("en")
    monkeypatch.setattr(what, broken)
    with rendered(f"month=20&language=en&tab={tab}&levers=openness:1") as page:
        wording = words.gettext(
            "“{tab}” cannot be shown for run number {seed}; choose another run, partnership or page. Everything else works.",
            seed=1,
            tab=words.gettext(TABS[tab]),
        )
        wait_for(lambda: wording in texts(page))
        assert "Traceback" not in texts(page)
        assert KEYS["en"] in texts(page)
        monkeypatch.undo()
        button(page, words.gettext(TABS[elsewhere])).click()
        assert wording not in texts(page)
        assert pictures(page)


def test_why_is_asked_by_a_button_and_answered_in_place():
    with rendered(f"{MEALS}&month=60&language=en") as page:
        button(page, language_of("en").gettext("Why did it go like that?")).click()
        wait_for(lambda: "Of 100 runs with the same start" in texts(page))


def test_there_is_a_limit_to_open_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(server, "MOST_PAGES", 2)
    monkeypatch.setattr(server, "_open", {})
    places = [server.take_a_place() for _ in range(3)]
    assert [place is None for place in places] == [False, False, True]
    server.give_back(places[0])
    assert server.take_a_place() is not None


def test_one_browser_cannot_take_all_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(server, "MOST_PAGES_OF_A_BROWSER", 2)
    monkeypatch.setattr(server, "_open", {})
    places = [server.take_a_place("one") for _ in range(3)]
    assert [place is None for place in places] == [False, False, True]
    assert server.most_for("one") == 2
    assert server.take_a_place("another") is not None


def test_one_address_cannot_take_all_pages_by_inventing_browsers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(server, "_open", {})
    places = [server.take_a_place(f"made-up-{number}", "10.0.0.1") for number in range(server.MOST_PAGES)]
    assert sum(place is not None for place in places) == server.MOST_PAGES_OF_AN_ADDRESS < server.MOST_PAGES
    assert server.most_for("made-up", "10.0.0.1") == server.MOST_PAGES_OF_AN_ADDRESS
    assert server.take_a_place("another", "10.0.0.2") is not None


def test_while_the_model_is_made_ready_the_page_says_so_and_then_opens(monkeypatch: pytest.MonkeyPatch):
    ready = Event()
    monkeypatch.setattr(warming, "_ready", ready)
    monkeypatch.setattr(warming, "begin", lambda: None)
    monkeypatch.setattr(warming, "A_MOMENT", 0.0)
    _, page = solara.render(solara.AppLayout(children=[WhenReady("language=en&tab=evidence")]), handle_error=False)
    try:
        assert language_of("en").gettext(
            "The model is being prepared for this machine. That happens only the first time and takes about a minute."
        ) in texts(page)
        ready.set()
        began = monotonic()
        while language_of("en").gettext("Glossary") not in texts(page) and monotonic() - began < 300:
            sleep(0.02)
        assert language_of("en").gettext("Glossary") in texts(page)
        assert language_of("en").gettext(
            "The model is being prepared for this machine. That happens only the first time and takes about a minute."
        ) not in texts(page)
    finally:
        page.close()


def test_a_page_too_many_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(server, "MOST_PAGES", 0)
    _, page = solara.render(Page(), handle_error=False)
    assert "allerede" in texts(page)
    page.close()


def test_garbage_is_looked_for_again_once_the_model_is_there():
    gc.disable()  # as the command leaves it while it imports
    try:
        warming._warm_up()
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()
