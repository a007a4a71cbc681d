"""The dashboard in a real browser, played on and on: it never freezes, and closed pages are removed.

Ten seconds at each speed, on a machine that may be busy. For ten minutes on a quiet one:
`pytest tests/test_dashboard_soak_in_browser.py --soak`.
"""

from time import monotonic
from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.viz.dashboard.views.playing import SPEEDS
from tests.browser import CHROMIUM, SCREEN, Served, drawn, is_playing, month_of, wait_for

MINUTES_AT = {"slow": 1.0, "normal": 1.0, "fast": 2.0, "fastest": 6.0}
MONTHS_A_MINUTE = {"slow": 40, "normal": 80, "fast": 150, "fastest": 150}
"""At least, on a quiet machine."""
LONGEST_STANDSTILL = 3.0  # seconds, on a quiet machine
IN_SHORT = 1 / 6  # of a minute
A_FREEZE = 30.0  # seconds: no machine is as busy as that
MONTHS_IN_SHORT = 3
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
def test_at_no_speed_it_freezes(opened: Any, speed: str, request: pytest.FixtureRequest):
    long = request.config.getoption("--soak")
    words = language_of("en")
    page = opened("month=0&language=en")
    drawn(page)
    page.click(f"[aria-label='{words.gettext('Speed: {speed}', speed=words.gettext(SPEEDS[speed]))}']")
    page.wait_for_function("() => document.querySelector('[aria-pressed=true].chosen.v-btn--text') !== null")
    play(page)
    shown, standstill = watched(page, 60 * (MINUTES_AT[speed] if long else IN_SHORT))
    assert standstill <= (LONGEST_STANDSTILL if long else A_FREEZE)
    assert shown >= (MONTHS_A_MINUTE[speed] * MINUTES_AT[speed] if long else MONTHS_IN_SHORT)


def play(page: Any) -> None:
    """Press Space, and wait until it plays."""
    page.keyboard.press("Space")
    wait_for(lambda: is_playing(page), page)


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


def test_closed_pages_are_removed_from_memory(chromium: Any, served: Served):
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
    wait_for(lambda: (served.megabytes() - before) / 20 < 5.0)
