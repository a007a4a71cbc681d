"""A dashboard served on a port of its own, and a browser that looks at it: for tests and for benchmarks."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from samvirke.model.language import language_of
from samvirke.viz.dashboard.names import LANGUAGES
from start import BROWSERS

CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
ROOT = Path(__file__).parents[1]
COMMAND = "from samvirke.command_line import app; app()"
ARGUMENTS = ("dashboard", "--no-browser", "--port")
SCREEN = {"width": 1280, "height": 800}
PATIENCE = 300_000  # milliseconds: against hanging only; the first page on a cold and busy machine waits for compilation
HEADINGS = [language_of(code).gettext("Month {month} of {months} · {calendar}") for code in LANGUAGES]
BEFORE, AFTER = zip(*(re.split(r"\{month\}|\{months\}", heading)[:2] for heading in HEADINGS), strict=True)
WHY_BEGAN = {"da": "Af 100 forløb med samme begyndelse", "en": "Of 100 runs with the same start"}
"""How an explanation begins."""
MONTH = re.compile(rf"(?:{'|'.join(map(re.escape, BEFORE))})(\d+)(?:{'|'.join(map(re.escape, AFTER))})")


@dataclass(frozen=True)
class Served:
    """Where it is served, and the number of the process that serves it."""

    address: str
    process: int

    def megabytes(self) -> float:
        """What the server holds in memory."""
        held = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8")
        return int(held.partition("VmRSS:")[2].split()[0]) / 1024

    def processor_seconds(self) -> float:
        """What the server has computed since it started."""
        told = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def served_dashboard(before: str = "") -> Iterator[Served]:
    """As the command serves it; `before` is a program that the server's process runs first."""
    port = free_port()
    command = (sys.executable, "-c", f"{before}\n{COMMAND}", *ARGUMENTS, str(port))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(lambda: answers(port) or server.poll() is not None)
            assert server.poll() is None
            yield Served(f"http://127.0.0.1:{port}/", server.pid)
        finally:
            server.terminate()


@contextmanager
def opened_browser() -> Iterator[Any]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def opening(browser: Any, served: Served) -> Iterator[Callable[..., Any]]:
    """Opens pages, each in a browser context of its own; what they say that is an error, and what they fetch, is checked at the end."""
    pages: list[Any] = []

    def at(query: str, screen: dict[str, int] = SCREEN) -> Any:
        page = browser.new_context(viewport=screen).new_page()
        page.wrong, page.fetched = [], []
        page.on("console", lambda message: page.wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("request", lambda asked: page.fetched.append(asked.url))
        page.on("websocket", lambda socket: page.fetched.append(socket.url.replace("ws://", "http://")))
        page.set_default_timeout(PATIENCE)
        page.goto(f"{served.address}?{query}")
        page.wait_for_selector(".samvirke h1, p.samvirke")
        pages.append(page)
        return page

    yield at
    for page in pages:
        assert page.wrong == []
        assert [url for url in page.fetched if not url.startswith((served.address, "data:", "blob:"))] == []
        page.context.close()


def wait_for(what: Callable[[], bool], page: Any = None, seconds: float = PATIENCE / 1000) -> None:
    """Until something holds; fails after a time. With a page, the browser goes on meanwhile."""
    began = monotonic()
    while not what():
        assert monotonic() - began < seconds
        if page is None:
            sleep(0.02)
        else:
            page.wait_for_timeout(40)


def month_of(page: Any) -> int:
    """The month that is shown; -1 where none is."""
    found = MONTH.search(page.inner_text(".samvirke"))
    return int(found.group(1)) if found else -1


def drawn(page: Any) -> None:
    """Wait until the stage is there."""
    page.wait_for_selector(".picture canvas")
    page.wait_for_function("document.querySelector('[data-text=when]').textContent !== ''")


def settled(page: Any) -> None:
    """Wait until nothing moves or fades any more, but for what always does."""
    page.wait_for_timeout(300)
    page.wait_for_function(
        "document.getAnimations().every(each => each.playState !== 'running' || each.effect.getTiming().iterations === Infinity)"
    )


def is_playing(page: Any) -> bool:
    """Whether the button says pause."""
    return bool(page.evaluate("[...document.querySelectorAll('.controls button')].some(each => each.innerText.startsWith('❚'))"))


def option_of(page: Any, chart: str) -> Any:
    """What a chart of the stage is drawn from."""
    return page.evaluate("name => document.querySelector('.stage').__vue__.charts[name].getOption()", chart)


def series_of(page: Any, chart: str, name: str) -> list[Any]:
    """The data of one of its series."""
    return next(list(each["data"]) for each in option_of(page, chart)["series"] if each.get("name") == name)


def told(page: Any, name: str) -> str:
    """A text of the stage."""
    return str(page.inner_text(f"[data-text={name}]"))


def address_of(page: Any) -> str:
    """What the address says after the question mark."""
    return str(page.evaluate("location.search"))


def select(page: Any, label: str) -> Any:
    """A list to choose from, by its label."""
    return page.locator(f".v-select:has(label:text-is('{label}'))")


def chosen(page: Any, label: str) -> str:
    """What is chosen in it."""
    return str(select(page, label).locator(".v-select__selection").inner_text())


def button(page: Any, wording: str) -> Any:
    """A button by what stands on it."""
    return page.locator("button", has_text=wording).first
