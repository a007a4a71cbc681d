"""A link in a real browser of somebody else: the same choices, levers, sentence and address."""

from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.viz.dashboard.names import LANGUAGES, TABS
from samvirke.viz.dashboard.runs.address import read_address
from tests.browser import CHROMIUM, address_of, button, chosen, drawn, wait_for

HERE = (
    "scenario=partnerskabspuljen&case=baby-sikker&arm=longer-grant&seed=7&month=20&language=en&tab=what-if"
    "&branch=6&levers=openness:0.8,second_person:0.35"
)
LEVERS = """rows => rows.map(row => [row.querySelector('[role=slider]').getAttribute('aria-valuenow'), row.innerText])"""
FIELDS = ("scenario", "case", "arm", "seed", "month", "language", "tab", "levers", "branch", "projector")
LARGE = pytest.mark.parametrize("projector", ["", "&projector=1"], ids=["desk", "projector"])

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def answered(page: Any) -> None:
    page.wait_for_selector(".of100 .row:nth-of-type(3)")


def seen_of(page: Any, language: str) -> list[Any]:
    """What stands in the choices, how the levers stand, and what is answered."""
    words = language_of(language)
    lists = [chosen(page, label) for label in (words.gettext("Scenario"), words.gettext("Variant"), words.gettext("Partnership"))]
    return [*lists, page.locator(".lever").evaluate_all(LEVERS), page.inner_text(".answer"), page.inner_text(".of100")]


def same(one: str, other: str) -> bool:
    """Whether two addresses lead to the same view."""
    (here, wrong), (there, also_wrong) = (read_address(each.removeprefix("?")) for each in (one, other))
    return wrong == also_wrong == [] and all(getattr(here, name) == getattr(there, name) for name in FIELDS)


@pytest.mark.parametrize("language", list(LANGUAGES))
@LARGE
def test_a_link_brings_somebody_else_to_the_same_view(opened: Any, projector: str, language: str):
    query = f"{HERE}{projector}".replace("language=en", f"language={language}")
    mine = opened(query)
    answered(mine)
    wait_for(lambda: same(address_of(mine), query), mine)
    theirs = opened(address_of(mine).removeprefix("?"))
    answered(theirs)
    assert seen_of(theirs, language) == seen_of(mine, language)
    wait_for(lambda: address_of(theirs) == address_of(mine), theirs)
    assert theirs.locator(".projector").count() == bool(projector)
    turned = [row for row in seen_of(theirs, language)[3] if language_of(language).gettext("unchanged") not in row[1].splitlines()[0]]
    assert len(turned) == 2


@LARGE
def test_a_link_to_two_runs_beside_each_other_brings_both(opened: Any, projector: str):
    mine = opened(f"{HERE}{projector}")
    answered(mine)
    button(mine, language_of("en").gettext(TABS["one"])).click()
    drawn(mine)
    wait_for(lambda: "tab=" not in address_of(mine), mine)
    theirs = opened(address_of(mine).removeprefix("?"))
    drawn(theirs)
    assert theirs.inner_text(".stage") == mine.inner_text(".stage")
    wait_for(lambda: address_of(theirs) == address_of(mine), theirs)


def test_a_view_reached_by_clicks_is_a_link_to_it(opened: Any):
    words = language_of("da")
    mine = opened("scenario=partnerskabspuljen&month=10")
    drawn(mine)
    button(mine, words.gettext("New random run")).click()
    mine.keyboard.press("ArrowRight")
    button(mine, words.gettext("Large letters")).click()
    button(mine, "English").click()
    wait_for(lambda: all(part in address_of(mine) for part in ("seed=2", "projector=1", "language=en")), mine)
    wait_for(lambda: "month=11" in address_of(mine), mine)
    theirs = opened(address_of(mine).removeprefix("?"))
    drawn(theirs)
    assert theirs.inner_text(".stage") == mine.inner_text(".stage")


def test_back_and_forward_lead_through_the_places_one_was_at(opened: Any):
    words = language_of("en")
    page = opened("month=12&language=en&tab=all")
    drawn(page)
    opened_at = address_of(page)
    page.keyboard.press("ArrowRight")
    wait_for(lambda: "month=13" in address_of(page), page)
    button(page, words.gettext(TABS["survey"])).click()
    wait_for(lambda: "tab=survey" in address_of(page), page)
    button(page, words.gettext(TABS["one"])).click()
    drawn(page)
    wait_for(lambda: "tab=" not in address_of(page), page)
    page.click("button:has-text('Fastest')")
    page.keyboard.press("Space")
    wait_for(lambda: "month=13" not in address_of(page), page)
    page.go_back()
    wait_for(lambda: selected(page) == words.gettext(TABS["survey"]), page)
    page.go_back()
    wait_for(lambda: selected(page) == words.gettext(TABS["all"]), page)
    drawn(page)
    wait_for(lambda: address_of(page) == opened_at.replace("month=12", "month=13"), page)
    page.wait_for_timeout(1000)  # nothing that was said before stands in the address now
    assert address_of(page) == opened_at.replace("month=12", "month=13")
    page.go_forward()
    wait_for(lambda: selected(page) == words.gettext(TABS["survey"]), page)
    assert not page.locator("p.notice").count()


def selected(page: Any) -> str:
    return str(page.inner_text(".tabs [aria-pressed=true]"))
