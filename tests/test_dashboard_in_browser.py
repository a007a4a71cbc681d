"""The dashboard in a real browser: it lives, hears keys, keeps its view over a reload, and asks nobody outside."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
ROOT = Path(__file__).parents[1]
SCREEN = {"width": 1320, "height": 1000}
MEALS = "scenario=one-partnership&case=shared-meals"
MINUTES_OF_PLAY = 10
PATIENCE = 60_000  # milliseconds: the first page on a cold machine waits for compilation
MONTH = re.compile(r"(?:Måned|Month) (\d+) (?:af|of)")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    """The address of a dashboard, and the number of its process."""
    port = free_port()
    command = [sys.executable, "-c", "from samvirke.command_line import app; app()", "dashboard", "--no-browser", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    began = monotonic()
    while not answers(port):
        assert server.poll() is None
        assert monotonic() - began < 120
        sleep(0.2)
    yield f"http://127.0.0.1:{port}/", server.pid
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="module")
def served(server: tuple[str, int]) -> str:
    return server[0]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Any, served: str) -> Iterator[Callable[[str], Any]]:
    """Opens a page; what it says that is an error, and what it fetches, is checked when the test is over."""
    pages: list[Any] = []

    def at(query: str) -> Any:
        page = browser.new_page(viewport=SCREEN)
        page.wrong, page.fetched = [], []
        page.on("console", lambda message: page.wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("request", lambda asked: page.fetched.append(asked.url))
        page.set_default_timeout(PATIENCE)
        page.goto(f"{served}?{query}")
        page.wait_for_selector(".samvirke h1")
        pages.append(page)
        return page

    yield at
    for page in pages:
        assert page.wrong == []
        assert [url for url in page.fetched if not url.startswith((served, "data:", "blob:"))] == []
        page.close()


def month_of(page: Any) -> int:
    found = MONTH.search(page.inner_text(".samvirke"))
    return int(found.group(1)) if found else -1


def wait_for(page: Any, what: Callable[[], bool]) -> None:
    began = monotonic()
    while not what():
        assert monotonic() - began < PATIENCE / 1000
        page.wait_for_timeout(50)


def drawn(page: Any) -> None:
    page.wait_for_selector(".picture canvas")


def ink(page: Any) -> int:
    """How many pixels of the first chart are not white."""
    return int(
        page.evaluate(
            """() => { const one = document.querySelector('.picture canvas');
                const all = one.getContext('2d').getImageData(0, 0, one.width, one.height).data; let n = 0;
                for (let i = 0; i < all.length; i += 4) if (all[i + 3] > 0 && all[i] + all[i + 1] + all[i + 2] < 740) n++; return n; }"""
        )
    )


def test_it_opens_on_something_alive_with_a_sentence_and_goes_on(opened: Any):
    page = opened("")
    drawn(page)
    first = month_of(page)
    wait_for(page, lambda: month_of(page) >= first + 2)
    assert page.inner_text(".sentence")
    assert ink(page) > 2000


def test_keys_play_pause_step_and_go_back(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    page.keyboard.press("ArrowRight")
    wait_for(page, lambda: month_of(page) == 11)
    page.keyboard.press("ArrowLeft")
    wait_for(page, lambda: month_of(page) == 10)
    page.keyboard.press("Space")
    wait_for(page, lambda: month_of(page) >= 12)
    page.keyboard.press("Space")
    wait_for(page, lambda: "Afspil" in page.inner_text(".samvirke"))
    stands = month_of(page)
    page.wait_for_timeout(900)
    assert month_of(page) == stands
    page.keyboard.press("Home")
    wait_for(page, lambda: month_of(page) == 0)


def test_both_languages_by_click_and_by_key(opened: Any):
    page = opened(f"{MEALS}&month=10")
    page.click("button:has-text('English')")
    page.wait_for_selector("text=What happens")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.keyboard.press("l")
    page.wait_for_selector("text=Hvad der sker")
    wait_for(page, lambda: page.evaluate("document.documentElement.lang") == "da")


def test_a_reload_brings_the_same_view_back(opened: Any):
    page = opened(f"{MEALS}&month=10&language=en")
    drawn(page)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    wait_for(page, lambda: "month=13" in page.evaluate("location.search"))
    told = page.inner_text(".sentence")
    page.reload()
    drawn(page)
    wait_for(page, lambda: month_of(page) == 13)
    assert page.inner_text(".sentence") == told
    assert "Play" in page.inner_text(".samvirke")


def test_a_click_on_a_glyph_enters_its_partnership(opened: Any):
    page = opened("tab=all&month=12")
    drawn(page)
    page.locator(".picture").click(position={"x": 1220 / 8 * 1.5, "y": 118 * 0.38})
    wait_for(page, lambda: "case=alkoholpartnerskabet" in page.evaluate("location.search"))
    page.wait_for_selector("text=De syv C'er")


def test_a_lever_moved_by_keyboard_changes_the_answer(opened: Any):
    page = opened(f"{MEALS}&month=12&tab=what-if")
    slider = page.locator(".lever [role=slider]").first
    slider.focus()
    for _ in range(4):
        slider.press("ArrowRight")
    page.wait_for_selector(".of100")
    assert page.inner_text(".answer").endswith(".")
    wait_for(page, lambda: "levers=" in page.evaluate("location.search"))
    page.click("button:has-text('Forgren her')")
    page.wait_for_selector("text=Med grebene fra måned 13")
    assert page.locator(".picture").count() == 3


def test_two_browsers_with_different_scenarios_do_not_meet(opened: Any):
    one, other = opened(f"{MEALS}&month=5"), opened("month=7&language=en")
    drawn(one)
    drawn(other)
    one.keyboard.press("ArrowRight")
    wait_for(one, lambda: month_of(one) == 6)
    assert month_of(other) == 7
    assert "What happens" in other.inner_text(".samvirke")
    assert "Hvad der sker" in one.inner_text(".samvirke")


def test_what_is_wrong_in_the_address_is_said_in_place_and_the_rest_works(opened: Any):
    page = opened(f"{MEALS}&month=10&case=nobody&seed=x")
    drawn(page)
    assert page.locator("[role=alert]").count() == 2
    page.keyboard.press("ArrowRight")
    wait_for(page, lambda: month_of(page) == 11)


@pytest.mark.parametrize("tab", ["one", "all", "what-if", "survey", "evidence"])
def test_every_side_fits_a_screen_and_can_be_read(opened: Any, tab: str):
    page = opened(f"tab={tab}&month=30&levers=openness:0.9")
    page.wait_for_selector({"survey": ".question", "evidence": "table.plain", "what-if": ".of100"}.get(tab, ".picture canvas"))
    assert page.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"]
    sizes = page.evaluate(
        "[...document.querySelectorAll('.samvirke p, .samvirke td, .samvirke th, .samvirke li, .samvirke button')]"
        ".map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 14.0


def test_everything_can_be_reached_with_the_keyboard_alone(opened: Any):
    page = opened(f"{MEALS}&month=10")
    drawn(page)
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("(document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || '').trim()"))
    assert {"English", "Hvad nu hvis?", "En måned frem", "Stor skrift"} <= reached
    assert any("Afspil" in each for each in reached)


@pytest.mark.slow
def test_at_the_fastest_it_never_freezes(opened: Any):
    page = opened("month=0&language=en")
    drawn(page)
    page.click("button:has-text('Fastest')")
    ends = monotonic() + MINUTES_OF_PLAY * 60
    while monotonic() < ends:
        if "Play" in page.inner_text(".samvirke"):
            page.keyboard.press("Space")
        stands = month_of(page)
        page.wait_for_timeout(3000)
        assert month_of(page) != stands or "Play" in page.inner_text(".samvirke")


@pytest.mark.slow
def test_closed_pages_are_forgotten(browser: Any, server: tuple[str, int]):
    address, process = server

    def visit(seed: int) -> None:
        page = browser.new_page(viewport=SCREEN)
        page.goto(f"{address}?month=20&seed={seed}")
        page.wait_for_selector(".picture canvas")
        page.keyboard.press("2")
        page.wait_for_timeout(300)
        page.close()

    for seed in range(5):
        visit(seed)
    before = megabytes(process)
    for seed in range(5, 25):
        visit(seed)
    sleep(5)
    assert (megabytes(process) - before) / 20 < 5.0


def megabytes(process: int) -> float:
    """What a process holds in memory."""
    held = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(held.partition("VmRSS:")[2].split()[0]) / 1024
