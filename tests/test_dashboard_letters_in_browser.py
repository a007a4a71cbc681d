"""Words in a real browser: none is cut off, all stand out, and in large letters they are large and the pictures on the first screen."""

from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.model.scenario import scenario_names
from samvirke.viz.dashboard.charts.dots import SIGNS
from samvirke.viz.dashboard.names import LANGUAGES, TABS
from tests.browser import CHROMIUM, SCREEN, drawn, select, settled
from tests.looks import CLIPPED, CONTRASTS, FOCUSED, MENU, READY, SMALLEST

HALL, SMALL = {"width": 1920, "height": 1080}, {"width": 1024, "height": 768}
OF_THE_HEIGHT = 50
MOST_TABS = 140
TAB = pytest.mark.parametrize("tab", TABS)
LANGUAGE = pytest.mark.parametrize("language", list(LANGUAGES))
SCREENS = pytest.mark.parametrize("screen", [SCREEN, SMALL, HALL], ids=["1280", "1024", "1920"])
LARGE_SCREENS = pytest.mark.parametrize("screen", [SCREEN, HALL], ids=["1280", "1920"])
WORSE = ".samvirke .v-btn { max-width: 40px; overflow: hidden; } .legend { opacity: 0.4; } h1 { font-size: 6px !important; }"
BRANCHED = "scenario=one-partnership&case=shared-meals&month=30&levers=openness:1&branch=12&projector=1"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def ready(opened: Any, tab: str, more: str, screen: dict[str, int] = SCREEN) -> Any:
    page = opened(f"tab={tab}&month=30&{more}", screen)
    page.wait_for_selector(READY[tab])
    settled(page)
    return page


def menus_of(page: Any) -> Any:
    """Opens one list after the other."""
    for one in page.locator(".v-select").all():
        one.locator(".v-select__slot").click()
        page.wait_for_selector(f"{MENU} .v-list-item")
        settled(page)
        yield one
        page.keyboard.press("Escape")
        page.wait_for_selector(MENU, state="hidden")


@TAB
@LANGUAGE
def test_no_word_is_cut_off_and_every_letter_stands_out(opened: Any, tab: str, language: str):
    page = ready(opened, tab, f"language={language}&levers=openness:0.9")
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(CONTRASTS) == []
    for _ in menus_of(page):
        assert page.evaluate(CLIPPED) == []
        assert page.evaluate(CONTRASTS) == []


def test_what_is_cut_off_pale_or_small_would_be_found(opened: Any):
    page = ready(opened, "one", "projector=1")
    assert page.evaluate(CLIPPED) == page.evaluate(CONTRASTS) == []
    page.add_style_tag(content=WORSE)
    assert len(page.evaluate(CLIPPED)) > 3
    assert len(page.evaluate(CONTRASTS)) == len(SIGNS)
    assert page.evaluate(SMALLEST)[0] < 10


@LANGUAGE
def test_the_choices_of_every_scenario_are_whole_words(opened: Any, language: str):
    page = ready(opened, "one", f"language={language}")
    cut: dict[str, Any] = {}
    for name in scenario_names():
        page.goto(f"{page.url.partition('?')[0]}?scenario={name}&month=3&language={language}")
        drawn(page)
        select(page, language_of(language).gettext("Variant")).locator(".v-select__slot").click()
        page.wait_for_selector(f"{MENU} .v-list-item")
        settled(page)
        cut[name] = page.evaluate(CLIPPED)
    assert {name: found for name, found in cut.items() if found} == {}


@SCREENS
@pytest.mark.parametrize("tab", ["one", "all"])
@LANGUAGE
def test_in_large_letters_the_living_picture_is_on_the_first_screen(opened: Any, tab: str, screen: dict[str, int], language: str):
    assert_whole(ready(opened, tab, f"projector=1&language={language}", screen), 1, screen)


@SCREENS
def test_in_large_letters_both_runs_are_on_the_first_screen(opened: Any, screen: dict[str, int]):
    page = opened(BRANCHED, screen)
    drawn(page)
    assert_whole(page, 2, screen)


def assert_whole(page: Any, pictures: int, screen: dict[str, int]) -> None:
    for picture in page.locator(".picture").all()[:pictures]:
        box = picture.bounding_box()
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= screen["width"]
        assert box["y"] + box["height"] <= screen["height"]


@TAB
@LARGE_SCREENS
def test_in_large_letters_the_smallest_are_a_fiftieth_of_the_screen(opened: Any, tab: str, screen: dict[str, int]):
    size, wording = ready(opened, tab, "projector=1&levers=openness:0.9", screen).evaluate(SMALLEST)
    assert size >= screen["height"] / OF_THE_HEIGHT, wording


@TAB
def test_what_has_the_focus_is_seen(opened: Any, tab: str):
    page = ready(opened, tab, "levers=openness:0.9")
    focused = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            break
        focused.append(found)
    assert len(focused) >= 10
    assert [wording for wording, seen in focused if not seen] == []
