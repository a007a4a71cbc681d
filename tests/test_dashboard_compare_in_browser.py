"""Variants side by side in a real browser: each drawn, in words and with its price, in the order of the measure asked for."""

from typing import Any

import pytest

from samvirke.analysis.measures import MEASURES
from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario
from samvirke.viz.dashboard.names import TABS
from tests.browser import CHROMIUM, address_of, button, chosen, drawn, select, wait_for

MEALS = "scenario=one-partnership&case=shared-meals"
VARIANTS = [arm for arm in read_scenario("one-partnership").arms.values() if not arm.changes_nothing]
BOTH = pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.slow)])

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def compared(opened: Any, language: str) -> Any:
    """The page after a click on its tab."""
    page = opened(f"{MEALS}&month=10&language={language}")
    drawn(page)
    button(page, language_of(language).gettext(TABS["compare"])).click()
    page.wait_for_selector(".compared tbody tr")
    return page


def order_of(page: Any) -> list[str]:
    return [str(each) for each in page.locator(".compared tbody a").all_inner_texts()]


@BOTH
def test_every_variant_is_drawn_and_reported_with_its_price(opened: Any, language: str):
    words, page = language_of(language), compared(opened, language)
    assert sorted(order_of(page)) == sorted(arm.whole_title(language) for arm in VARIANTS)
    for row in page.locator(".compared tbody tr:has(a)").all():
        mean, scale = row.locator(".scale i.mean"), row.locator(".scale").bounding_box()
        assert mean.count() == row.locator(".scale i.range").count() == 1
        assert scale["x"] - 8 <= mean.bounding_box()["x"] <= scale["x"] + scale["width"]
        wording, price = row.locator("td").nth(1).inner_text(), row.locator("td .soft").inner_text()
        assert len(wording) > len(price) + 3
        assert price == words.gettext("No price is given.") or any(digit in price for digit in "0123456789")
        assert row.locator(".hundred > span").count() >= 1
    assert "_" not in page.inner_text(".compared")
    assert page.locator(".compared tbody tr").first.locator("th").inner_text() == words.gettext("As it is")


@pytest.mark.slow
@BOTH
def test_another_measure_is_another_order(opened: Any, language: str):
    words, page = language_of(language), compared(opened, language)
    orders = [order_of(page)]
    for measure in ("key_person_departures", "conflict", "volunteers_at_grant_end", "citizens_reached"):
        named = words.pgettext("measure", MEASURES[measure].label)
        select(page, words.gettext("Difference in")).click()
        page.locator(f".menuable__content__active .v-list-item:has(:text-is('{named}'))").click()
        wait_for(lambda named=named: named in page.inner_text(".compared thead"), page)  # type: ignore[misc]
        orders.append(order_of(page))
    assert len({tuple(order) for order in orders}) > 1
    assert len({tuple(sorted(order)) for order in orders}) == 1


@pytest.mark.slow
@BOTH
def test_a_click_on_a_variants_name_leads_to_the_run_with_it(opened: Any, language: str):
    words, page = language_of(language), compared(opened, language)
    link = page.locator(".compared tbody a").last
    named = link.inner_text()
    link.click()
    drawn(page)
    wait_for(lambda: chosen(page, words.gettext("Variant")) == named, page)
    arm = next(arm for name, arm in read_scenario("one-partnership").arms.items() if f"arm={name}" in address_of(page).split("&"))
    assert arm.whole_title(language) == named
    assert "month=10" in address_of(page)
