"""A branch in a real browser: the same run up to its month, another one after, both told side by side and brought back by a reload."""

from typing import Any

import pytest

from samvirke.model.language import language_of
from tests.browser import CHROMIUM, button, drawn, month_of, series_of, told, wait_for

MEALS = "scenario=one-partnership&case=shared-meals&seed=4"
AT, LATER = 12, 34
SIDES = ("network", "other-network")
PARTS = ("members", "persons", "bonds")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def branched(opened: Any, language: str = "da") -> Any:
    """A page on which the lever `openness` holds from the next month on."""
    words = language_of(language)
    page = opened(f"{MEALS}&month={AT}&tab=what-if&levers=openness:1&language={language}")
    page.wait_for_selector(".of100")
    button(page, words.gettext("Try the levers from here (from month {month})", month=AT + 1)).click()
    page.wait_for_selector(f"text={words.gettext('With the levers from month {month}', month=AT + 1)}")
    drawn(page)
    return page


def networks(page: Any) -> list[Any]:
    return [[series_of(page, side, part) for part in PARTS] for side in SIDES]


def go_to(page: Any, month: int) -> None:
    page.locator(".month input[type=range]").fill(str(month))
    wait_for(lambda: month_of(page) == month, page)


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.slow)])
def test_both_runs_are_the_same_at_the_branch_and_differ_later(opened: Any, language: str):
    words = language_of(language)
    page = branched(opened, language)
    one, other = networks(page)
    assert one == other
    assert told(page, "between") == words.gettext("Right now there is no difference.")
    go_to(page, LATER)
    one, other = networks(page)
    assert one != other
    assert told(page, "between") != words.gettext("Right now there is no difference.")
    assert told(page, "between").startswith(words.gettext("The difference now: {differences}.").partition("{")[0])


@pytest.mark.slow
def test_everything_is_shown_of_both_runs(opened: Any):
    page = branched(opened)
    go_to(page, LATER)
    for side in SIDES:
        assert told(page, f"{side}-said").endswith(".")
        assert page.locator(f"[data-text={side}-ticker] li").count() >= 3
        assert page.locator(f"[data-text={side}-cs] tbody tr").count() == 7
    assert told(page, "network-cs") != told(page, "other-network-cs")


@pytest.mark.slow
def test_the_difference_between_them_changes_with_the_month(opened: Any):
    page = branched(opened)
    wording = []
    for month in (AT, 16, 20, 24, 28, 32):
        go_to(page, month)
        wording.append(told(page, "between"))
    assert len(set(wording)) >= 3


@pytest.mark.slow
def test_a_reload_brings_the_branch_back(opened: Any):
    page = branched(opened)
    go_to(page, LATER)
    wait_for(lambda: f"month={LATER}" in page.url and f"branch={AT}" in page.url, page)
    seen, stood = networks(page), page.inner_text(".stage")
    page.reload()
    drawn(page)
    assert networks(page) == seen
    assert page.inner_text(".stage") == stood
