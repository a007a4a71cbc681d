"""The dashboard as a person in the room meets it, in a real browser: wall time, and beside it what server and browser computed.

On a busy machine wall times say little: what a frame costs the processor says whether a machine that has nothing else to do can draw it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from time import monotonic, perf_counter, sleep
from typing import Any

from tests.benchmarks.row import Row
from tests.browser import SCREEN, Served, drawn, is_playing, opened_browser, served_dashboard

SECONDS_OF_PLAY = 15
MINUTES_AT_THE_FASTEST = 10
STEPS = 20
LEVERS = 6
CLOSED_PAGES = 20
PAGES_BEFORE = 6
ONE = "month=0&language=en&seed={seed}"
ALL = "month=0&language=en&tab=all"
WATCH = """() => {
  window.frames_drawn = []; window.painted = 0;
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...all) { window.painted = performance.now(); return clear.apply(this, all); };
  let before = "";
  const look = () => {
    const now = document.querySelector("[data-text=when]")?.textContent ?? "";
    if (now !== before) window.frames_drawn.push([performance.now(), parseInt(now.split(" ")[1])]);
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
STEP = """() => new Promise(done => {
  const text = () => document.querySelector("[data-text=when]").textContent;
  const before = text(), began = performance.now();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  const look = () => text() !== before ? done(performance.now() - began) : requestAnimationFrame(look);
  requestAnimationFrame(look);
})"""
PAINTED_AFTER = """began => new Promise(done => {
  const look = () => window.painted > began ? done(window.painted - began) : requestAnimationFrame(look);
  requestAnimationFrame(look);
})"""


@dataclass(frozen=True)
class Played:
    """Frames a second, the longest standstill, and what a frame costs the server and the browser's main thread."""

    frames: int
    frames_a_second: float
    longest_ms: float
    server_ms: float
    browser_ms: float

    def row(self, what: str, must: int) -> Row:
        """A line of the table."""
        short = f", {must - self.frames_a_second:.0f} short" if self.frames_a_second < must else ""
        costs = f"a frame takes {self.server_ms:.0f} ms in the server, {self.browser_ms:.0f} ms in the page"
        wording = f"{self.frames_a_second:.0f} a second{short}; {costs}"
        measured = {"frames_a_second": self.frames_a_second, "server_ms": self.server_ms, "browser_ms": self.browser_ms}
        return Row(what, f"{must} a second", "–", wording, self.frames_a_second >= must, measured)


@contextmanager
def looking_at(query: str) -> Iterator[tuple[Any, Served]]:
    """A page on a server of its own, drawn and still."""
    with served_dashboard() as served, opened_browser() as browser:
        page = browser.new_page(viewport=SCREEN)
        page.set_default_timeout(120_000)
        page.goto(f"{served.address}?{query}")
        if "what-if" in query:
            page.wait_for_selector(".lever")
        else:
            drawn(page)
        page.evaluate(WATCH)
        sleep(3)  # until the server has warmed up what it opens with
        yield page, served


def played(query: str, seconds: float) -> Played:
    """At the fastest, from the beginning again whenever it is over."""
    with looking_at(query) as (page, served):
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.click("button:has-text('Fastest')")
        page.keyboard.press("Space")
        page.wait_for_timeout(2000)
        page.evaluate("window.frames_drawn = []")
        before = (served.processor_seconds(), main_thread_seconds(session))
        play_on(page, seconds)
        after = (served.processor_seconds(), main_thread_seconds(session))
        drawn_at, ended_at = page.evaluate("[window.frames_drawn, performance.now()]")
    between = [later[0] - earlier[0] for earlier, later in pairwise(drawn_at) if later[1] >= earlier[1]]  # all but beginning again
    longest = max(*between, ended_at - drawn_at[-1][0])
    server_ms, browser_ms = (1000 * (end - start) / len(drawn_at) for start, end in zip(before, after, strict=True))
    return Played(len(drawn_at), 1000 * len(between) / sum(between), longest, server_ms, browser_ms)


def play_on(page: Any, seconds: float) -> None:
    """Keep it playing."""
    ends = monotonic() + seconds
    while monotonic() < ends:
        page.wait_for_timeout(500)
        if not is_playing(page):
            page.keyboard.press("Space")


def main_thread_seconds(session: Any) -> float:
    """What the page's main thread has computed."""
    return float(next(each["value"] for each in session.send("Performance.getMetrics")["metrics"] if each["name"] == "TaskDuration"))


def a_run_that_goes_on() -> int:
    """A seed whose first partnership is alive to the last month: one that has ended is drawn for nothing."""
    from samvirke.viz.dashboard.runs.address import Address
    from samvirke.viz.dashboard.runs.session import Session

    ensemble = ((seed, Session().run(Address(seed=seed))) for seed in range(1, 200))
    return next(seed for seed, run in ensemble if run.ended_month == run.months)


def one_row() -> Row:
    """How smoothly a run of one partnership is shown."""
    return played(ONE.format(seed=a_run_that_goes_on()), SECONDS_OF_PLAY).row("dashboard: frames of one partnership, at the fastest", 20)


def all_row() -> Row:
    """How smoothly all partnerships live."""
    return played(ALL, SECONDS_OF_PLAY).row("dashboard: frames of all 37, at the fastest", 15)


def ten_minutes_row() -> Row:
    """The longest time that nothing moved."""
    longest = played(ONE.format(seed=a_run_that_goes_on()), 60 * MINUTES_AT_THE_FASTEST).longest_ms / 1000
    what = f"dashboard: longest standstill in {MINUTES_AT_THE_FASTEST} minutes at the fastest"
    return Row(what, "1 s", "0.3 s", f"{longest:.2f} s", longest <= 1.0, {"seconds": longest})


def start_row() -> Row:
    """From the command to a page that can be used, with compiled code in its cache."""
    with looking_at(""):
        pass  # compiled, if it was not
    with opened_browser() as browser:
        page = browser.new_page(viewport=SCREEN)
        began = perf_counter()
        with served_dashboard() as served:
            page.goto(served.address)
            drawn(page)
            wall = perf_counter() - began
            computed = served.processor_seconds()
    wording = f"{wall:.1f} s{f', {wall - 5:.1f} s too long' if wall > 5 else ''}; {computed:.1f} s computed by the server"
    return Row(
        "dashboard: from the command to a page that can be used", "5 s", "–", wording, wall <= 5, {"seconds": wall, "server": computed}
    )


def step_row() -> Row:
    """From a key to the month drawn."""
    with looking_at("month=5&language=en") as (page, _):
        steps = [float(page.evaluate(STEP)) / 1000 for _ in range(STEPS)]
    middle, longest = median(steps), max(steps)
    wording = f"{middle:.3f} s; the longest of {STEPS} {longest:.3f} s"
    return Row(
        "dashboard: a step, from the key to the month drawn", "0.15 s", "–", wording, middle <= 0.15, {"median": middle, "longest": longest}
    )


def lever_row() -> Row:
    """From moving a lever to the picture of paired runs."""
    with looking_at("month=5&language=en&tab=what-if") as (page, served):
        slider = page.locator(".lever [role=slider]").nth(1)
        slider.focus()
        times, before = [], 0.0
        for _ in range(LEVERS):
            before = served.processor_seconds()
            began = page.evaluate("performance.now()")
            slider.press("ArrowRight")
            times.append(float(page.evaluate(PAINTED_AFTER, began)) / 1000)
            page.wait_for_timeout(1500)
        computed = served.processor_seconds() - before
    wall = median(times[1:])
    wording = f"{wall:.2f} s; the first {times[0]:.2f} s; {computed:.2f} s computed by the server"
    what = "a lever moved in the dashboard → 250 paired runs of one partnership, drawn"
    return Row(what, "1 s", "0.25 s", wording, wall <= 1.0, {"seconds": wall, "first": times[0], "server": computed})


def memory_row() -> Row:
    """What a page leaves behind when it is closed."""
    with served_dashboard() as served, opened_browser() as browser:
        for seed in range(PAGES_BEFORE):
            visit(browser, served, seed)
        before = served.megabytes()
        for seed in range(PAGES_BEFORE, PAGES_BEFORE + CLOSED_PAGES):
            visit(browser, served, seed)
        sleep(5)
        kept = (served.megabytes() - before) / CLOSED_PAGES
    return Row(f"dashboard: kept of a closed page, over {CLOSED_PAGES}", "5 MB", "–", f"{kept:.1f} MB", kept <= 5.0, {"megabytes": kept})


def visit(browser: Any, served: Served, seed: int) -> None:
    """Look at one partnership and at all of them, and close the page."""
    page = browser.new_page(viewport=SCREEN)
    page.goto(f"{served.address}?month=20&seed={seed}")
    drawn(page)
    page.keyboard.press("2")
    page.wait_for_timeout(300)
    page.close()
