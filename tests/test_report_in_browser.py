"""The reports in a real browser: nothing goes wrong, nothing is fetched, and it fits the screen and the paper."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samvirke.analysis.comparison.findings import read_findings
from samvirke.viz.report.page import report_page
from tests.commands import typed
from tests.ensembles import TINY

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
SCREEN = {"width": 1280, "height": 900}
WIDTH_OF_A4 = round((210 - 2 * 12) / 25.4 * 96)  # pixels between the margins
SMALLEST_LETTERS = 11.0
ON_SCREEN = """() => [...document.querySelectorAll('p, li, td, th, h1, h2, h3, h4')]
    .map(each => parseFloat(getComputedStyle(each).fontSize))"""
IN_PICTURES = """() => [...document.querySelectorAll('svg text')].filter(each => each.textContent)
    .map(each => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a)"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of each sort in each language."""
    place = tmp_path_factory.mktemp("reports")
    arms = ("--arm", "open-talk", "--arm", "nothing-changes")
    typed("compare", TINY, *arms, "--replicates", "12", "--out", str(place / "compared"))
    typed("run", TINY, "--arm", "baseline", *arms, "--replicates", "3", "--out", str(place / "simulated"))
    for name in ("compared", "simulated"):
        for language in ("da", "en"):
            page = report_page(read_findings(place / name), language)
            (place / f"{name}-{language}.html").write_text(page, encoding="utf-8")
    return place


@pytest.fixture(params=["compared-da", "compared-en", "simulated-da", "simulated-en"])
def opened(browser: Any, pages: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The page on a screen, with a list of what it said and fetched."""
    page = browser.new_page(viewport=SCREEN)
    page.wording, page.fetched = [], []
    page.on("console", lambda message: page.wording.append(message.text))
    page.on("pageerror", lambda error: page.wording.append(str(error)))
    page.on("request", lambda asked: page.fetched.append(asked.url))
    page.goto((pages / f"{request.param}.html").as_uri())
    yield page
    page.close()


def test_it_says_nothing_to_the_console_and_fetches_only_itself(opened: Any):
    assert opened.wording == []
    assert opened.fetched == [opened.url]


def test_it_fits_a_screen_of_1280_and_can_be_read_there(opened: Any):
    assert opened.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"]
    assert min(opened.evaluate(ON_SCREEN)) >= SMALLEST_LETTERS
    assert min(opened.evaluate(IN_PICTURES)) >= SMALLEST_LETTERS


def test_it_fits_the_width_of_a4(opened: Any):
    opened.set_viewport_size({"width": WIDTH_OF_A4, "height": 1000})
    opened.emulate_media(media="print")
    assert opened.evaluate("document.documentElement.scrollWidth") <= WIDTH_OF_A4
    assert (
        opened.evaluate("Math.max(...[...document.querySelectorAll('table, svg')].map(each => each.getBoundingClientRect().right))")
        <= WIDTH_OF_A4
    )


def test_on_paper_no_row_picture_or_sentence_is_cut(opened: Any):
    opened.emulate_media(media="print")
    for kind in ("tr", "p", "li", "figure", "section.whole", "section.question", "section.panel"):
        rules = opened.evaluate(f"[...document.querySelectorAll('{kind}')].map(each => getComputedStyle(each).breakInside)")
        assert set(rules) <= {"avoid"}, kind


def test_a_picture_with_its_heading_is_never_taller_than_a_page(opened: Any):
    opened.set_viewport_size({"width": WIDTH_OF_A4, "height": 1000})
    opened.emulate_media(media="print")
    height_of_a4 = (297 - 2 * 14) / 25.4 * 96
    heights = opened.evaluate("[...document.querySelectorAll('section.whole, figure')].map(each => each.getBoundingClientRect().height)")
    assert max(heights) <= height_of_a4


def test_it_prints_as_a_pdf_on_a4(opened: Any):
    printed = opened.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert b"/MediaBox" in printed
