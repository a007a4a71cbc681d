"""The dashboard in a real browser: it plays runs, answers clicks and keys, keeps its view over a reload, fetches nothing from outside."""

from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario
from samvirke.viz.dashboard.charts.partnerships import ON_A_DESK
from samvirke.viz.dashboard.names import LANGUAGES, TABS
from samvirke.viz.dashboard.views.playing import SPEEDS
from tests.browser import CHROMIUM, address_of, button, drawn, is_playing, month_of, select, wait_for

DANISH, ENGLISH = language_of("da"), language_of("en")
MEALS = "scenario=one-partnership&case=shared-meals"
INK = """which => { const one = document.querySelectorAll('.picture canvas')[which];
    const all = one.getContext('2d').getImageData(0, 0, one.width, one.height).data; let n = 0;
    for (let i = 0; i < all.length; i += 4) if (all[i + 3] > 0 && all[i] + all[i + 1] + all[i + 2] < 740) n++; return n; }"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def test_it_opens_on_something_alive_with_a_sentence_and_goes_on(opened: Any):
    page = opened("")
    drawn(page)
    first = month_of(page)
    wait_for(lambda: month_of(page) >= first + 2, page)
    assert page.inner_text(".sentence").endswith(".")
    assert page.evaluate(INK, 1) > 2000


def test_clicks_play_pause_step_go_back_and_set_the_speed(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    page.click(f"[aria-label='{DANISH.gettext('One month on')}']")
    wait_for(lambda: month_of(page) == 11, page)
    page.click(f"[aria-label='{DANISH.gettext('One month back')}']")
    wait_for(lambda: month_of(page) == 10, page)
    button(page, DANISH.gettext(SPEEDS["fastest"])).click()
    button(page, DANISH.gettext("Play")).click()
    wait_for(lambda: month_of(page) == 60 and not is_playing(page), page)
    page.click(f"[aria-label='{DANISH.gettext('To the beginning')}']")
    wait_for(lambda: month_of(page) == 0, page)
    button(page, DANISH.gettext(SPEEDS["slow"])).click()
    button(page, DANISH.gettext("Play")).click()
    wait_for(lambda: month_of(page) >= 1, page)
    button(page, DANISH.gettext("Pause")).click()
    wait_for(lambda: not is_playing(page), page)


def test_keys_play_pause_step_and_go_back(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    page.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(page) == 11, page)
    page.keyboard.press("ArrowLeft")
    wait_for(lambda: month_of(page) == 10, page)
    page.keyboard.press("Space")
    wait_for(lambda: month_of(page) >= 12, page)
    page.keyboard.press("Space")
    wait_for(lambda: not is_playing(page), page)
    stands = month_of(page)
    page.wait_for_timeout(900)
    assert month_of(page) == stands
    page.keyboard.press("Home")
    wait_for(lambda: month_of(page) == 0, page)


@pytest.mark.slow
def test_many_steps_in_a_row_end_in_the_month_they_add_up_to(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(page) == 22 and "month=22" in page.url, page)
    stepped = page.inner_text(".stage")
    page.reload()
    drawn(page)
    assert page.inner_text(".stage") == stepped


@pytest.mark.slow
def test_the_month_can_be_pointed_at(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    slider = page.locator(".month input[type=range]")
    slider.fill("48")
    wait_for(lambda: month_of(page) == 48, page)
    slider.press("ArrowLeft")
    wait_for(lambda: month_of(page) == 47, page)
    assert "47" in slider.get_attribute("aria-valuetext")


def test_both_languages_by_click_and_by_key(opened: Any):
    page = opened(f"{MEALS}&month=10")
    button(page, LANGUAGES["en"]).click()
    page.wait_for_selector(f"h2:text-is('{ENGLISH.gettext('What happens')}')")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.keyboard.press("l")
    page.wait_for_selector(f"h2:text-is('{DANISH.gettext('What happens')}')")
    wait_for(lambda: page.evaluate("document.documentElement.lang") == "da", page)


def test_a_reload_brings_the_same_view_back(opened: Any):
    page = opened(f"{MEALS}&month=10&language=en&levers=openness:0.9&branch=8&seed=4")
    drawn(page)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    wait_for(lambda: "month=13" in address_of(page), page)
    told = page.inner_text(".stage")
    page.reload()
    drawn(page)
    assert page.inner_text(".stage") == told
    assert ENGLISH.gettext("Play") in page.inner_text(".samvirke")


@pytest.mark.slow
def test_scenario_and_run_are_chosen_in_place(opened: Any):
    page = opened("month=10")
    drawn(page)
    select(page, DANISH.gettext("Scenario")).click()
    page.locator(".v-list-item", has_text=str(read_scenario("one-partnership").title.da)).click()
    wait_for(lambda: "scenario=one-partnership" in address_of(page), page)
    button(page, DANISH.gettext("New random run")).click()
    wait_for(lambda: "seed=2" in address_of(page), page)
    assert month_of(page) == 0


@pytest.mark.slow
def test_a_click_on_a_glyph_enters_its_partnership(opened: Any):
    page = opened("tab=all&month=12")
    drawn(page)
    page.locator(".picture").click(position={"x": ON_A_DESK.width / ON_A_DESK.columns * 1.5, "y": ON_A_DESK.row * 0.38})
    wait_for(lambda: "case=alkoholpartnerskabet" in address_of(page), page)
    page.wait_for_selector("table.cs")


@pytest.mark.slow
def test_all_of_them_live_on_one_screen(opened: Any):
    page = opened("tab=all&month=1")
    drawn(page)
    page.keyboard.press("Space")
    wait_for(lambda: month_of(page) >= 3, page)
    wording = page.inner_text(".sentence")
    assert wording in {
        DANISH.gettext(
            "{alive} of {all} partnerships are running. Click one to see it more closely, or one that has ended to see why.",
            alive=alive,
            all=37,
        )
        for alive in range(38)
    }


@pytest.mark.slow
def test_two_browsers_with_different_scenarios_do_not_meet(opened: Any):
    one, other = opened(f"{MEALS}&month=5"), opened("month=7&language=en")
    drawn(one)
    drawn(other)
    one.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(one) == 6, one)
    assert month_of(other) == 7
    assert ENGLISH.gettext("What happens") in other.inner_text(".samvirke")
    assert DANISH.gettext("What happens") in one.inner_text(".samvirke")


def test_what_is_wrong_in_the_address_is_reported_in_place_and_the_rest_works(opened: Any):
    page = opened(f"{MEALS}&month=10&case=nobody&seed=x")
    drawn(page)
    assert page.locator("[role=alert]").count() == 2
    page.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(page) == 11, page)


@pytest.mark.slow
def test_everything_can_be_reached_with_the_keyboard_alone(opened: Any):
    page = opened(f"{MEALS}&month=60")  # why is asked only where it is decided
    drawn(page)
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("(document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || '').trim()"))
    assert {
        LANGUAGES["en"],
        DANISH.gettext(TABS["what-if"]),
        DANISH.gettext("One month on"),
        DANISH.gettext("Large letters"),
        DANISH.gettext("Month"),
        DANISH.gettext("Why did it go like that?"),
    } <= reached
    assert any(DANISH.gettext("Play") in each for each in reached)
    assert any(DANISH.gettext("What the numbers mean, where they come from, and how certain they are") in each for each in reached)


@pytest.mark.slow
def test_what_has_the_focus_keeps_its_keys(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    summary = page.locator("summary").first
    summary.focus()
    page.keyboard.press("Space")
    wait_for(lambda: page.locator("details[open]").count() == 1, page)
    assert not is_playing(page)
    page.locator(".v-select input").first.focus()
    page.keyboard.press("l")
    page.keyboard.press("s")
    page.wait_for_timeout(500)
    assert page.locator(".projector").count() == 0
    assert page.evaluate("document.documentElement.lang") == "da"
