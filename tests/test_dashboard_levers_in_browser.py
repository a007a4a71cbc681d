"""Levers in a real browser: turned by hand or by pointer, the answer, the futures and the fan are those of the lever as it stands."""

from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.viz.dashboard.runs.address import levers_of, read_address
from tests.browser import CHROMIUM, address_of, wait_for

POOL = "scenario=partnerskabspuljen&tab=what-if"
FAN = "JSON.stringify(document.querySelector('.chart').__vue__.chart.getOption().series.map(each => each.data))"
NAMED = "document.querySelector('.chart').__vue__.chart.getOption().legend[0].data"
PARTS = "bars => bars.map(bar => [...bar.children].map(part => part.style.width + part.innerText).join(' '))"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def lever(page: Any, name: str) -> Any:
    """The row of a lever."""
    address, _ = read_address(address_of(page).removeprefix("?"))
    label = getattr(scenario().levers[name].label, address.language)
    return page.locator(".lever", has=page.locator(f'[aria-label="{label}"]'))


def scenario() -> Any:
    from samvirke.model.scenario import read_scenario

    return read_scenario("partnerskabspuljen")


def levers_in(page: Any) -> dict[str, float]:
    return dict(read_address(address_of(page).removeprefix("?"))[0].levers)


def answered(page: Any) -> tuple[str, list[str], str]:
    """The sentence, the futures of both, and the fan."""
    page.wait_for_selector(".of100")
    wait_for(lambda: page.evaluate("!!document.querySelector('.chart')?.__vue__?.chart"), page)
    return page.inner_text(".answer"), page.locator(".of100 .hundred").evaluate_all(PARTS), page.evaluate(FAN)


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.slow)])
def test_before_a_lever_is_turned_the_runs_as_they_are_are_there(opened: Any, language: str):
    words = language_of(language)
    page = opened(f"{POOL}&language={language}")
    sentence, futures, _ = answered(page)
    assert sentence == words.gettext("Move one of the levers to see the difference here.")
    assert len(futures) == 1
    assert page.evaluate(NAMED) == [words.gettext("As it is")]


def test_another_position_of_a_lever_is_another_answer(opened: Any):
    page = opened(f"{POOL}&levers=anchoring_start_month:6")
    early = answered(page)
    slider = lever(page, "anchoring_start_month").locator("[role=slider]")
    slider.focus()
    slider.press("End")
    wait_for(lambda: levers_in(page) == {"anchoring_start_month": 48.0}, page)
    wait_for(lambda: all(one != other for one, other in zip(early, answered(page), strict=True)), page)
    (_, before, _), (_, after, _) = early, answered(page)
    assert before[0] == after[0]  # the runs as they are do not move
    assert before[1] != after[1]


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.slow)])
def test_on_request_the_page_tells_what_the_data_add(opened: Any, language: str):
    words = language_of(language)
    page = opened(f"{POOL}&language={language}&levers=anchoring_start_month:6&case=jump4fun&measure=synergy")
    answered(page)
    page.get_by_text(words.gettext("How much of the range do the data decide?")).click()
    page.wait_for_selector(f"text={words.gettext('Over {n} runs:', n=words.number(4000))}")
    assert words.gettext("The data say nothing about this: the range comes from assumptions.") in page.inner_text(".answers")


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.25, 0.8])
@pytest.mark.parametrize("name", ["anchoring_start_month", "shared_power", "co_running"])
def test_a_lever_drawn_with_the_mouse_on_a_run_that_has_ended_turns_that_lever_alone(opened: Any, name: str, share: float):
    page = opened(f"case=baby-sikker&month=84&{POOL}")
    answered(page)
    low, high = levers_of(scenario())[name]
    row = lever(page, name)
    row.scroll_into_view_if_needed()
    rail, thumb = row.locator(".v-slider__track-container").bounding_box(), row.locator(".v-slider__thumb").bounding_box()
    across, down = rail["x"] + share * rail["width"], thumb["y"] + thumb["height"] / 2
    page.mouse.move(thumb["x"] + thumb["width"] / 2, down)
    page.mouse.down()
    for step in range(1, 11):
        start = thumb["x"] + thumb["width"] / 2
        page.mouse.move(start + (across - start) * step / 10, down)
        page.wait_for_timeout(60)
    page.mouse.up()
    wait_for(lambda: name in levers_in(page), page)
    expected = {name: pytest.approx(low + share * (high - low), abs=1.01 * scenario().levers[name].step)}
    wait_for(lambda: levers_in(page) == expected, page)
    page.wait_for_timeout(1500)
    assert levers_in(page) == expected
    box = row.locator(".v-slider__thumb").bounding_box()
    assert box["x"] + box["width"] / 2 == pytest.approx(across, abs=12)
    assert box["y"] + box["height"] / 2 == pytest.approx(down, abs=6)  # it has not slipped away under the hand
