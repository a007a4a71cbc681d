"""The dashboard for a long time in a real browser: it never freezes, and closed pages are forgotten."""

from time import monotonic, sleep
from typing import Any

import pytest

from tests.browser import CHROMIUM, SCREEN, Served, drawn, is_playing, month_of

MINUTES_OF_PLAY = 10

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def test_at_the_fastest_it_never_freezes(opened: Any):
    page = opened("month=0&language=en")
    drawn(page)
    page.click("button:has-text('Fastest')")
    ends = monotonic() + MINUTES_OF_PLAY * 60
    while monotonic() < ends:
        if not is_playing(page):
            page.keyboard.press("Space")
        stands = month_of(page)
        page.wait_for_timeout(3000)
        assert month_of(page) != stands or not is_playing(page)


def test_closed_pages_are_forgotten(chromium: Any, served: Served):
    def visit(seed: int) -> None:
        page = chromium.new_page(viewport=SCREEN)
        page.goto(f"{served.address}?month=20&seed={seed}")
        drawn(page)
        page.keyboard.press("2")
        page.wait_for_timeout(300)
        page.close()

    for seed in range(5):
        visit(seed)
    before = served.megabytes()
    for seed in range(5, 25):
        visit(seed)
    sleep(5)
    assert (served.megabytes() - before) / 20 < 5.0
