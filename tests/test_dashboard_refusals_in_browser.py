"""When it cannot be, in a real browser: too many pages, or a month that fails. One sentence in place, and all else goes on."""

from collections.abc import Iterator
from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.viz.dashboard.names import LANGUAGES, TABS
from tests.browser import CHROMIUM, button, drawn, is_playing, month_of, opening, served_dashboard, wait_for
from tests.looks import READY

WORDS = language_of("da")
MOST, BROKEN = 2, 3
BREAKS, BREAKS_IN = 4, 13
"""A run, and the month from which on it cannot be shown."""
FORGOTTEN_AFTER = 4  # seconds
FEW_PAGES = """
from samvirke.terminal import dashboard
from samvirke.viz.dashboard import server
server.{limit} = {most}
dashboard.SETTINGS["SOLARA_KERNEL_CULL_TIMEOUT"] = "{forgotten_after}s"
"""
A_RUN_THAT_FAILS = f"""
from samvirke.viz.dashboard.runs import session
def failing(make):
    def made(self, address, *more):
        if address.seed == {BROKEN}:
            raise ValueError("this run is broken")
        return make(self, address, *more)
    return made
for name in ("run", "other_run", "all", "without", "pairs", "arms"):
    setattr(session.Session, name, failing(getattr(session.Session, name)))
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
drawn = FollowedRun.frame
def frame(self, month):
    if self.seed == {BREAKS} and month >= {BREAKS_IN}:
        raise ValueError("this month is broken")
    return drawn(self, month)
FollowedRun.frame = frame
"""
THAT_NEED_A_RUN = ("one", "all", "what-if", "compare")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


@pytest.fixture(params=["MOST_PAGES", "MOST_PAGES_OF_AN_ADDRESS"])
def opened_where_few_may(chromium: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    before = FEW_PAGES.format(limit=request.param, most=MOST, forgotten_after=FORGOTTEN_AFTER)
    with served_dashboard(before) as served, opening(chromium, served) as at:
        yield at


@pytest.fixture(scope="module")
def broken() -> Iterator[Any]:
    with served_dashboard(A_RUN_THAT_FAILS) as served:
        yield served


@pytest.fixture
def opened_where_one_fails(chromium: Any, broken: Any) -> Iterator[Any]:
    with opening(chromium, broken) as at:
        yield at


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_page_too_many_says_so_and_opens_when_another_is_closed(opened_where_few_may: Any, language: str):
    at = f"scenario=one-partnership&month=10&language={language}"
    first, second = opened_where_few_may(at), opened_where_few_may(at)
    drawn(first)
    drawn(second)
    third = opened_where_few_may(at)
    wait_for(
        lambda: (
            third.inner_text(".samvirke")
            == language_of(language).gettext("{most} pages are already open on this machine. Close one of them, and reload.", most=MOST)
        ),
        third,
    )
    first.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(first) == 11, first)
    second.goto("about:blank")

    def opens() -> bool:
        third.reload()
        third.wait_for_selector(".samvirke h1, p.samvirke")
        return bool(third.locator(".samvirke h1").count())

    third.wait_for_timeout(1000 * FORGOTTEN_AFTER)
    wait_for(opens, third)
    drawn(third)


@pytest.mark.parametrize("tab", THAT_NEED_A_RUN)
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_run_that_fails_is_one_sentence_and_another_run_is_shown(opened_where_one_fails: Any, tab: str, language: str):
    words = language_of(language)
    page = opened_where_one_fails(f"scenario=one-partnership&month=10&seed={BROKEN}&tab={tab}&levers=openness:1&language={language}")
    wording = page.locator("[role=alert]")
    wording.wait_for()
    page.wait_for_timeout(1500)
    assert wording.all_inner_texts() == [
        words.gettext(
            "“{tab}” cannot be shown for run number {seed}; choose another run, partnership or page. Everything else works.",
            seed=BROKEN,
            tab=words.gettext(TABS[tab]),
        )
    ]
    everything = page.inner_text("body")
    assert not [each for each in ("Traceback", "ValueError", "this run is broken") if each in everything]
    button(page, words.gettext("New random run")).click()
    page.wait_for_selector(READY[tab])
    wait_for(lambda: wording.count() == 0, page)


@pytest.mark.parametrize("tab", ["survey", "evidence"])
def test_a_side_that_needs_no_run_goes_on(opened_where_one_fails: Any, tab: str):
    page = opened_where_one_fails(f"seed={BROKEN}&month=10&tab={tab}")
    page.wait_for_selector(READY[tab])
    assert page.locator("[role=alert]").count() == 0


def test_where_a_run_fails_the_keys_still_change_the_side(opened_where_one_fails: Any):
    page = opened_where_one_fails(f"scenario=one-partnership&month=10&seed={BROKEN}")
    wording = page.locator("[role=alert]")
    wording.wait_for()
    for key, tab in [*enumerate(TABS, start=1), (1, "one")]:
        page.keyboard.press(str(key))
        button(page, WORDS.gettext(TABS[tab])).and_(page.locator("[aria-pressed=true]")).wait_for()
        page.wait_for_timeout(600)
        wait_for(lambda tab=tab: wording.count() == (tab in THAT_NEED_A_RUN), page)  # type: ignore[misc]
    page.click(f"[aria-label='{WORDS.gettext('The run before')}']")
    drawn(page)
    page.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(page) == 11, page)


@pytest.mark.parametrize("key", ["ArrowRight", "Space"])
def test_a_month_that_fails_is_one_sentence_and_those_before_it_go_on(opened_where_one_fails: Any, key: str):
    page = opened_where_one_fails(f"scenario=one-partnership&month={BREAKS_IN - 1}&seed={BREAKS}")
    drawn(page)
    page.keyboard.press(key)
    wording = page.locator("[role=alert]")
    wording.wait_for()
    page.wait_for_timeout(1500)
    assert wording.all_inner_texts() == [
        WORDS.gettext(
            "“{tab}” cannot be shown for run number {seed}; choose another run, partnership or page. Everything else works.",
            seed=BREAKS,
            tab=WORDS.gettext(TABS["one"]),
        )
    ]
    assert not is_playing(page)
    assert "Traceback" not in page.inner_text("body")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    wait_for(lambda: 0 < month_of(page) < BREAKS_IN, page)
    drawn(page)
