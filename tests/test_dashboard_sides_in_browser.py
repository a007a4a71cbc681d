"""The other sides of the page in a real browser: levers and branches, survey, evidence, why; and whether all of it can be read."""

from typing import Any

import pytest

from tests.browser import CHROMIUM, SCREEN, drawn, month_of, wait_for

MEALS = "scenario=one-partnership&case=shared-meals"
READY = {
    "survey": ".question", "compare": ".compared table", "evidence": "table.plain",
    "what-if": ".of100", "one": ".picture canvas", "all": ".picture canvas",
}  # fmt: skip
HALL = {"width": 1920, "height": 1080}
CONTRASTS = """() => {
  const rgb = text => (text.match(/[\\d.]+/g) || [0, 0, 0]).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = each => { while (each) { const c = rgb(getComputedStyle(each).backgroundColor);
    if (c.length < 4 || c[3] > 0.5) return c; each = each.parentElement; } return [255, 255, 255]; };
  const low = [];
  for (const each of document.querySelectorAll('.samvirke *')) {
    const own = [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own || !each.offsetParent || each.closest('[disabled]') || each.closest('.v-btn--disabled')) continue;
    const [a, b] = [light(rgb(getComputedStyle(each).color)), light(behind(each))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push([each.className, each.textContent.slice(0, 40), ratio.toFixed(2)]);
  }
  return low;
}"""
SIZES = """() => [...document.querySelectorAll('.samvirke p, .samvirke td, .samvirke th, .samvirke li, .samvirke button, .samvirke .key')]
    .filter(each => each.offsetParent).map(each => parseFloat(getComputedStyle(each).fontSize) * (each.closest('.projector') ? 1.35 : 1))"""

pytestmark = [
    pytest.mark.browser,
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
    wait_for(lambda: "levers=" in page.evaluate("location.search"), page)
    page.click("button:has-text('Prøv grebene herfra')")
    page.wait_for_selector("text=Med grebene fra måned 13")
    drawn(page)
    assert page.locator(".picture").count() == 3
    page.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(page) == 13, page)


@pytest.mark.slow
def test_the_difference_can_be_asked_of_another_measure(opened: Any):
    page = opened(f"{MEALS}&tab=what-if&levers=openness:1&language=en")
    page.wait_for_selector(".of100")
    first = page.inner_text(".answer")
    page.click(".v-select:has(label:text-is('Difference in'))")
    page.click(".v-list-item:has-text('shared understanding')")
    wait_for(lambda: page.inner_text(".answer") != first, page)


@pytest.mark.slow
def test_levers_that_cannot_be_are_said_and_the_others_hold(opened: Any):
    page = opened(f"{MEALS}&tab=what-if&levers=openness:7,nonsense:1,second_person:1")
    assert page.locator("[role=alert]").count() == 2
    page.wait_for_selector(".of100")


def test_a_click_on_one_that_ended_tells_why(opened: Any):
    page = opened("tab=all&month=84&language=en")
    drawn(page)
    crosses = (
        "document.querySelector('.stage').__vue__.charts.all.getOption().series[0].data.findIndex(each => each.label.formatter === '×')"
    )
    number = page.evaluate(crosses)
    page.locator(".picture").click(position={"x": 1220 / 8 * (number % 8 + 0.5), "y": 118 * (number // 8 + 0.38)})
    page.wait_for_selector("text=Of 100 lives with the same beginning")


def test_why_is_asked_in_place(opened: Any):
    page = opened(f"{MEALS}&month=60&language=en")
    drawn(page)
    page.click("button:has-text('Why did it go')")
    page.wait_for_selector("text=Of 100 lives with the same beginning")


@pytest.mark.slow
def test_the_survey_has_the_questionnaires_own_labels_and_their_english(opened: Any):
    page = opened("tab=survey&language=en")
    page.wait_for_selector(".question")
    steps = page.inner_text(".steps >> nth=0")
    assert "i meget høj grad" in steps
    assert "to a very high degree" in steps
    assert page.locator(".question").count() == page.locator(".question p:has-text('Source:')").count()


@pytest.mark.slow
def test_evidence_is_folded_and_unfolds(opened: Any):
    page = opened("tab=evidence")
    page.wait_for_selector("table.plain")
    folded = page.locator("details").first
    assert not folded.evaluate("each => each.open")
    folded.locator("summary").press("Enter")
    assert folded.evaluate("each => each.open")


@pytest.mark.slow
def test_a_month_pointed_at_in_the_time_lines_is_said_in_danish(opened: Any):
    page = opened("month=40")
    drawn(page)
    box = page.locator("[data-picture=course]").bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 80)
    said = page.locator("[data-picture=course] div:has-text('Som det er:')").last
    said.wait_for()
    assert said.inner_text().startswith("Måned ")
    assert "." not in said.inner_text()


@pytest.mark.slow
def test_signs_are_named_beside_the_picture(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    assert page.locator(".legend li svg").count() == 12
    assert "koordinator" in page.inner_text(".legend")


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
    page.mouse.click(box["x"] + box["width"] / 8 * 2.5, box["y"] + box["height"] / 5 * 0.38)
    wait_for(lambda: "case=baby-sikker" in page.evaluate("location.search"), page)
