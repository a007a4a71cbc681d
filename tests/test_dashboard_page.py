"""The page rendered without a browser: every side, both languages, and what happens when something fails."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any
from unittest.mock import Mock

import pytest
import solara

from model.scenario import scenario_names
from viz.dashboard import open_pages
from viz.dashboard.desk import Desk
from viz.dashboard.followed_life import FollowedLife
from viz.dashboard.languages import LANGUAGES
from viz.dashboard.page import Page, Reader
from viz.dashboard.playing import play

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


def wait_for(what: Any, seconds: float = 30.0) -> None:
    began = monotonic()
    while not what():
        assert monotonic() - began < seconds
        sleep(0.05)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("tab", ["one", "all", "evidence"])
def test_every_side_is_there_in_both_languages(tab: str, language: str):
    with rendered(f"{MEALS}&tab={tab}&language={language}&month=20") as page:
        assert LANGUAGES[language].keys in texts(page)
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


def test_the_survey_shows_reported_above_simulated():
    with rendered("tab=survey&language=da") as page:
        wait_for(lambda: "i meget høj grad" in texts(page))
        assert "figur 31" in texts(page)


def test_a_scenario_without_a_survey_says_so():
    with rendered(f"{MEALS}&tab=survey&language=en") as page:
        wait_for(lambda: LANGUAGES["en"].no_survey in texts(page))


def test_a_branch_is_watched_beside_the_life():
    with rendered(f"{MEALS}&month=24&levers=openness:1&branch=12") as page:
        assert pictures(page) == {"network", "other-network", "course"}
        assert LANGUAGES["da"].with_levers_since.format(month=13) in texts(page)


def test_what_is_wrong_in_the_address_is_said_and_cannot_be_markup():
    with rendered("case=%3Cscript%3Ealert(1)%3C/script%3E&month=7") as page:
        assert "<script" not in texts(page)
        assert "&lt;script" in texts(page)
        assert pictures(page) == {"network", "course"}


def test_a_month_that_fails_is_one_sentence_and_the_page_goes_on():
    def broken(*_: object) -> None:
        raise ValueError("the month is broken")

    desk = Desk(f"{MEALS}&language=en&month=3")
    desk.playing.set(True)
    desk.staged = Mock(shown=broken)
    asyncio.run(play(desk))
    assert not desk.playing.value
    assert "the month is broken" in desk.notices.value[0]
    desk.change(language="da")
    assert desk.notices.value == ()


def test_a_life_that_fails_is_said_on_the_page_and_all_else_stays(monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise ValueError("no such life")

    monkeypatch.setattr(FollowedLife, "frame", broken)
    with rendered(f"{MEALS}&month=20&language=en") as page:
        assert "no such life" in texts(page)
        assert LANGUAGES["en"].keys in texts(page)
        monkeypatch.undo()
        button(page, "All partnerships").click()
        assert "no such life" not in texts(page)
        assert pictures(page) == {"all"}


def test_it_plays_to_the_end_and_stops():
    desk = Desk(MEALS)
    desk.speed.set("fastest")
    desk.go_to(55)
    seen: list[int] = []
    desk.month.subscribe(seen.append)
    desk.month.subscribe(lambda month: setattr(desk, "drawn_beat", month))
    asyncio.run(play(desk))
    assert seen == [56, 57, 58, 59, 60]
    assert not desk.playing.value
    desk.play_or_pause()
    assert (desk.month.value, desk.playing.value) == (0, True)


def test_a_month_waits_for_the_browser_to_draw_the_one_before(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("viz.dashboard.playing.LONGEST_WAIT", 0.05)
    desk = Desk(MEALS)
    desk.speed.set("fastest")
    desk.go_to(57)
    began = monotonic()
    asyncio.run(play(desk))
    assert monotonic() - began >= 3 * 0.05


def test_it_opens_on_something_alive_and_a_link_on_its_month():
    assert Desk("").playing.value
    shared = Desk("month=18")
    assert (shared.playing.value, shared.month.value) == (False, 18)
    assert "month=18" in shared.query


def test_keys_do_what_the_page_says():
    desk = Desk(f"{MEALS}&month=10")
    desk.press("ArrowRight")
    desk.press("ArrowRight")
    desk.press("ArrowLeft")
    assert desk.month.value == 11
    desk.press("Home")
    assert desk.month.value == 0
    desk.press(" ")
    assert desk.playing.value
    desk.press("3")
    assert (desk.address.value.tab, desk.playing.value) == ("what-if", False)
    desk.press("L")
    assert desk.address.value.language == "en"
    desk.press("s")
    assert desk.address.value.projector
    desk.press("q")


def test_where_no_grant_ends_the_difference_is_told_in_trust():
    assert Desk(MEALS).measure_asked() == "continues"
    assert Desk("scenario=kommuner-i-bevaegelse").measure_asked() == "trust"


def test_branching_holds_the_levers_from_next_month_on():
    desk = Desk(f"{MEALS}&month=18&tab=what-if&levers=openness:0.9")
    desk.branch_here()
    assert (desk.address.value.branch, desk.address.value.tab) == (18, "one")
    assert "branch=18" in desk.query
    desk.turn({})
    assert desk.address.value.branch == 0


def test_another_scenario_begins_at_its_beginning():
    desk = Desk("month=80&levers=openness:0.9")
    desk.choose_scenario("one-partnership")
    assert (desk.month.value, dict(desk.address.value.levers), desk.session.case(desk.address.value)) == (0, {}, "shared-meals")


def test_pages_share_nothing():
    one, other = Desk(MEALS), Desk("scenario=partnerskabspuljen&month=5")
    one.go_to(30)
    one.change(language="en")
    assert (other.month.value, other.address.value.language) == (5, "da")
    assert one.session is not other.session


def test_why_is_asked_by_a_button_and_answered_in_place():
    with rendered(f"{MEALS}&month=60&language=en") as page:
        button(page, LANGUAGES["en"].why).click()
        wait_for(lambda: "Of 100 lives with the same beginning" in texts(page), 60.0)


def test_there_is_a_limit_to_open_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(open_pages, "MOST_PAGES", 2)
    monkeypatch.setattr(open_pages, "_open", set())
    places = [open_pages.take_a_place() for _ in range(3)]
    assert [place is None for place in places] == [False, False, True]
    open_pages.give_back(places[0])
    assert open_pages.take_a_place() is not None


def test_a_page_too_many_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(open_pages, "MOST_PAGES", 0)
    _, page = solara.render(Page(), handle_error=False)
    assert "allerede" in texts(page)
    page.close()
