"""The other sides of the page in a real browser: levers and branches, survey, evidence, why; and whether all of it can be read."""

from typing import Any

import pytest

from samvirke.analysis.measures import MEASURES
from samvirke.model.language import language_of
from samvirke.viz.dashboard.charts.dots import SIGNS
from samvirke.viz.dashboard.charts.partnerships import ON_A_DESK, ON_A_WALL
from tests.browser import CHROMIUM, SCREEN, WHY_BEGAN, address_of, button, drawn, month_of, option_of, select, wait_for
from tests.looks import CONTRASTS, READY

MEALS = "scenario=one-partnership&case=shared-meals"
HALL = {"width": 1920, "height": 1080}
DANISH, ENGLISH = language_of("da"), language_of("en")
SIZES = """() => [...document.querySelectorAll('.samvirke p, .samvirke td, .samvirke th, .samvirke li, .samvirke button, .samvirke .key')]
    .filter(each => each.offsetParent).map(each => parseFloat(getComputedStyle(each).fontSize) * (each.closest('.projector') ? 1.35 : 1))"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def test_a_lever_moved_by_keyboard_changes_the_answer_and_can_be_branched(opened: Any):
    page = opened(f"{MEALS}&month=12&tab=what-if")
    slider = page.locator(".lever [role=slider]").first
    slider.focus()
    for _ in range(4):
        slider.press("ArrowRight")
    page.wait_for_selector(".of100")
    assert page.inner_text(".answer").endswith(".")
    page.wait_for_selector(".chart canvas")
    wait_for(lambda: "levers=" in address_of(page), page)
    button(page, DANISH.gettext("Try the levers from here (from month {month})", month=13)).click()
    page.wait_for_selector(f"text={DANISH.gettext('With the levers from month {month}', month=13)}")
    drawn(page)
    assert page.locator("[data-picture$=network]").count() == 2
    page.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(page) == 13, page)


@pytest.mark.slow
def test_the_difference_can_be_asked_of_another_measure(opened: Any):
    page = opened(f"{MEALS}&tab=what-if&levers=openness:1&language=en")
    page.wait_for_selector(".of100")
    first = page.inner_text(".answer")
    select(page, ENGLISH.gettext("Difference in")).click()
    page.locator(".v-list-item", has_text=MEASURES["shared_understanding"].label).click()
    wait_for(lambda: page.inner_text(".answer") != first, page)


@pytest.mark.slow
def test_levers_that_cannot_be_are_reported_and_the_others_hold(opened: Any):
    page = opened(f"{MEALS}&tab=what-if&levers=openness:7,nonsense:1,second_person:1")
    assert page.locator("[role=alert]").count() == 2
    page.wait_for_selector(".of100")


@pytest.mark.slow
def test_a_click_on_one_that_ended_tells_why(opened: Any):
    page = opened("tab=all&month=84&language=en")
    drawn(page)
    glyphs = option_of(page, "all")["series"][0]["data"]
    column, row = ON_A_DESK.place([each["label"]["formatter"] for each in glyphs].index("×"))
    page.locator(".picture").click(position={"x": ON_A_DESK.width / ON_A_DESK.columns * (column + 0.5), "y": ON_A_DESK.row * (row + 0.38)})
    page.wait_for_selector(f"div.why:has-text('{WHY_BEGAN[ENGLISH.code]}')")


@pytest.mark.slow
def test_why_is_asked_in_place(opened: Any):
    page = opened(f"{MEALS}&month=60&language=en")
    drawn(page)
    button(page, ENGLISH.gettext("Why did it go like that?")).click()
    page.wait_for_selector(f"div.why:has-text('{WHY_BEGAN[ENGLISH.code]}')")


@pytest.mark.slow
def test_evidence_is_folded_and_unfolds(opened: Any):
    page = opened("tab=evidence")
    page.wait_for_selector("table.plain")
    folded = page.locator("details").first
    assert not folded.evaluate("each => each.open")
    folded.locator("summary").press("Enter")
    assert folded.evaluate("each => each.open")


@pytest.mark.slow
def test_a_month_pointed_at_in_the_time_lines_is_reported_in_danish(opened: Any):
    page = opened("month=40")
    drawn(page)
    box = page.locator("[data-picture=course]").bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 80)
    wording = page.locator("[data-picture=course] div", has_text=f"{DANISH.gettext('As it is')}:").last
    wording.wait_for()
    assert wording.inner_text().startswith(f"{DANISH.gettext('Month')} ")
    assert "." not in wording.inner_text()


@pytest.mark.slow
def test_signs_are_named_beside_the_picture(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    assert page.locator(".legend li svg").count() == len(SIGNS)
    assert DANISH.gettext(SIGNS["coordinator"][0]) in page.inner_text(".legend")


@pytest.mark.slow
def test_what_is_beyond_the_month_is_not_shown_before_its_time(opened: Any):
    page = opened(f"{MEALS}&month=0")
    drawn(page)
    shown = "getComputedStyle(document.querySelectorAll('[data-picture=course] canvas')[1].parentElement).clipPath"
    assert page.evaluate(shown) == "inset(100%)"
    page.keyboard.press("ArrowRight")
    wait_for(lambda: page.evaluate(shown).startswith("path("), page)


@pytest.mark.slow
@pytest.mark.parametrize("tab", list(READY))
@pytest.mark.parametrize("screen", [SCREEN, HALL], ids=["desk", "projector"])
def test_every_side_fits_and_can_be_read(opened: Any, tab: str, screen: dict[str, int]):
    page = opened(f"tab={tab}&month=30&levers=openness:0.9{'&projector=1' if screen is HALL else ''}", screen)
    page.wait_for_selector(READY[tab])
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
    assert min(page.evaluate(SIZES)) >= (18.0 if screen is HALL else 14.0)
    assert page.evaluate(CONTRASTS) == []


@pytest.mark.slow
@pytest.mark.parametrize(("screen", "projector"), [(SCREEN, ""), (HALL, "&projector=1")], ids=["desk", "projector"])
@pytest.mark.parametrize("tab", ["one", "all"])
def test_the_living_picture_is_on_the_first_screen(opened: Any, tab: str, screen: dict[str, int], projector: str):
    page = opened(f"tab={tab}&month=30{projector}", screen)
    drawn(page)
    assert page.locator(".picture").first.bounding_box()["y"] + page.locator(".picture").first.bounding_box()["height"] <= screen["height"]


@pytest.mark.slow
def test_a_click_finds_its_glyph_in_large_letters(opened: Any):
    page = opened("tab=all&month=12&projector=1", HALL)
    drawn(page)
    box = page.locator(".picture").bounding_box()
    rows = ON_A_WALL.rows(37)
    page.mouse.click(box["x"] + box["width"] / ON_A_WALL.columns * 2.5, box["y"] + box["height"] / rows * 0.38)
    wait_for(lambda: "case=baby-sikker" in address_of(page), page)
