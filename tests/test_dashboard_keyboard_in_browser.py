"""The dashboard in a real browser without a mouse: into a partnership, why, levers, a branch, and what the numbers mean."""

from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.viz.dashboard.runs.address import read_address
from tests.browser import CHROMIUM, WHY_BEGAN, address_of, drawn, month_of, told, wait_for

WORDS = language_of("da")
MEALS = "scenario=one-partnership&case=shared-meals"
MOST_TABS = 80
ALIVE = (
    "document.querySelector('.stage').__vue__.charts.all.getOption().series[0].data.filter(each => each.label.formatter !== '×')[0].name"
)
ENDED = ALIVE.replace("!==", "===")
AT = "([there, said]) => document.activeElement.matches(there) && document.activeElement.innerText.startsWith(said)"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def tab_to(page: Any, there: str, wording: str = "") -> None:
    """Press Tab until something has the focus that is this and says that."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(AT, [there, wording]):
            return
    raise AssertionError(f"{there} “{wording}” is not reached")


def test_a_glyph_is_entered_with_enter(opened: Any):
    page = opened("tab=all&month=40")
    drawn(page)
    case = page.evaluate(ALIVE)
    tab_to(page, f"button[data-clicked={case}]")
    page.keyboard.press("Enter")
    wait_for(lambda: f"case={case}" in address_of(page), page)
    page.wait_for_selector("[data-text=network-said]")
    assert month_of(page) == 40
    assert page.locator(".why").count() == 0


@pytest.mark.slow
def test_a_glyph_that_has_ended_is_entered_with_enter_and_tells_why(opened: Any):
    page = opened("tab=all&month=84")
    drawn(page)
    case = page.evaluate(ENDED)
    tab_to(page, f"button[data-clicked={case}]")
    page.keyboard.press("Enter")
    wait_for(lambda: f"case={case}" in address_of(page), page)
    page.wait_for_selector(f"div.why:has-text('{WHY_BEGAN[WORDS.code]}')")
    assert page.inner_text("div.why b").endswith(".")


@pytest.mark.slow
def test_levers_are_turned_branched_and_let_go_of(opened: Any):
    page = opened(f"{MEALS}&month=12&tab=what-if")
    page.wait_for_selector(".of100")
    tab_to(page, "[role=slider]")
    before = levers_of(page)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    wait_for(lambda: len(levers_of(page)) == 1, page)
    wait_for(
        lambda: (
            page.inner_text(".answer")
            not in (
                WORDS.gettext("Move one of the levers to see the difference here."),
                WORDS.gettext("Computing 250 runs with and without …"),
            )
        ),
        page,
    )
    assert before == {}
    page.wait_for_timeout(500)
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "button", WORDS.gettext("Try the levers from here (from month {month})", month=13))
    page.keyboard.press("Enter")
    drawn(page)
    wait_for(lambda: "branch=12" in address_of(page), page)
    assert told(page, "between") == WORDS.gettext("Right now there is no difference.")
    page.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(page) == 13, page)
    tab_to(page, "button", WORDS.gettext("Reset the levers"))
    page.keyboard.press("Enter")
    wait_for(lambda: levers_of(page) == {} and "branch" not in address_of(page), page)
    drawn(page)
    assert page.locator("[data-text=between]").count() == 0


def levers_of(page: Any) -> dict[str, float]:
    return dict(read_address(address_of(page).removeprefix("?"))[0].levers)


@pytest.mark.slow
@pytest.mark.parametrize("tab", ["one", "all", "what-if", "compare", "evidence"])
def test_what_the_numbers_mean_is_unfolded_with_the_keyboard(opened: Any, tab: str):
    page = opened(f"{MEALS}&tab={tab}&month=30")
    page.wait_for_selector("summary")
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    page.wait_for_selector("details[open] td")
    page.keyboard.press("Enter")
    page.wait_for_selector("details[open]", state="detached")
