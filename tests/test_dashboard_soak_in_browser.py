"""The dashboard for a long time in a real browser: it never freezes, and closed pages are forgotten."""

from time import monotonic, sleep
from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.viz.dashboard.views.playing import SPEEDS
from tests.browser import CHROMIUM, SCREEN, Served, drawn, is_playing, month_of, wait_for

MINUTES_AT = {"slow": 1.0, "normal": 1.0, "fast": 2.0, "fastest": 6.0}
MONTHS_A_MINUTE = {"slow": 40, "normal": 80, "fast": 150, "fastest": 150}
"""At least: a busy machine draws fewer than a speed asks for."""
LONGEST_STANDSTILL = 3.0  # seconds
LAST_MONTH = 84
COUNT = """() => {
  window.months_shown = 0;
  const shown = new MutationObserver(() => window.months_shown++);
  shown.observe(document.querySelector('[data-text=when]'), { childList: true, characterData: true, subtree: true });
}"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


@pytest.mark.parametrize("speed", list(MINUTES_AT))
def test_at_no_speed_it_freezes(opened: Any, speed: str):
    words = language_of("en")
    page = opened("month=0&language=en")
    drawn(page)
    page.click(f"[aria-label='{words.gettext('Speed: {speed}', speed=words.gettext(SPEEDS[speed]))}']")
    page.wait_for_function("() => document.querySelector('[aria-pressed=true].chosen.v-btn--text') !== null")
    play(page)
    shown, standstill = watched(page, 60 * MINUTES_AT[speed])
    assert standstill <= LONGEST_STANDSTILL
    assert shown >= MONTHS_A_MINUTE[speed] * MINUTES_AT[speed]


def play(page: Any) -> None:
    """Press Space; it plays within a short time."""
    page.keyboard.press("Space")
    wait_for(lambda: is_playing(page), page, seconds=3.0)


def watched(page: Any, seconds: float) -> tuple[int, float]:
    """How many months are shown in a time, from the beginning again whenever it is over; and the longest that none came."""
    page.evaluate(COUNT)
    began = at = monotonic()
    standstill, month = 0.0, month_of(page)
    while monotonic() < began + seconds:
        if not is_playing(page) and month_of(page) == LAST_MONTH:
            play(page)
        page.wait_for_timeout(100)
        if month_of(page) != month:
            month, at = month_of(page), monotonic()
        standstill = max(standstill, monotonic() - at)
    return int(page.evaluate("window.months_shown")), standstill


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
