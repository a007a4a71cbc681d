"""Choosing in a real browser, by pointer and by keyboard alone; and that a speed is one."""

from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.viz.dashboard.views.playing import SPEEDS
from tests.browser import CHROMIUM, button, chosen, drawn, month_of, select, wait_for

DANISH = language_of("da")
POOL = "scenario=partnerskabspuljen&month=10"
SECONDS = 3
MOST_TABS = 25

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def tab_to_the_list(page: Any, label: str) -> None:
    """Press Tab until the list with this label has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.v-select')?.querySelector('label').innerText") == label:
            return
    raise AssertionError(f"{label} is not reached")


def part_of(page: Any, name: str) -> str:
    return str(page.evaluate("name => new URLSearchParams(location.search).get(name) || ''", name))


@pytest.mark.slow
@pytest.mark.parametrize(("part", "label"), [("case", DANISH.gettext("Partnership")), ("arm", DANISH.gettext("Variant"))])
def test_partnership_and_variant_are_chosen_with_the_pointer(opened: Any, part: str, label: str):
    page = opened(POOL)
    drawn(page)
    before = part_of(page, part)
    select(page, label).click()
    third = page.locator(".menuable__content__active .v-list-item").nth(2)
    named = third.inner_text()
    third.click()
    wait_for(lambda: part_of(page, part) not in ("", before), page)
    wait_for(lambda: chosen(page, label) == named, page)
    assert month_of(page) == 10


@pytest.mark.parametrize(
    ("part", "label"), [("case", DANISH.gettext("Partnership")), pytest.param("arm", DANISH.gettext("Variant"), marks=pytest.mark.slow)]
)
def test_partnership_and_variant_are_chosen_with_the_keyboard_alone(opened: Any, part: str, label: str):
    page = opened(POOL)
    drawn(page)
    before, shown = part_of(page, part), chosen(page, label)
    tab_to_the_list(page, label)
    page.keyboard.press("Enter")
    page.wait_for_selector(".menuable__content__active")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_for(lambda: part_of(page, part) not in ("", before), page)
    assert chosen(page, label) != shown
    assert month_of(page) == 10


@pytest.mark.slow
def test_at_a_higher_speed_more_months_are_simulated(opened: Any):
    def months_at(speed: str) -> int:
        page = opened("scenario=one-partnership&case=shared-meals&month=0")
        drawn(page)
        button(page, DANISH.gettext(SPEEDS[speed])).click()
        page.keyboard.press("Space")
        wait_for(lambda: month_of(page) >= 1, page)
        first = month_of(page)
        page.wait_for_timeout(1000 * SECONDS)
        return month_of(page) - first

    wait_for(lambda: 1 <= months_at("slow") < months_at("fast"))  # a busy machine may need several trials
