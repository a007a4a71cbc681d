"""One partnership in a real browser: a departure leaves a hole, and what happened, what was answered and the grant's end are told."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from samvirke.analysis.survey.questionnaire import label_of
from samvirke.model.events import RECORDED_KINDS
from samvirke.model.items import SCALES, SEVEN_CS
from samvirke.model.language import language_of
from samvirke.viz.charts.colours import OUTSIDE
from samvirke.viz.dashboard.content.texts import SCALE_OF_CS
from samvirke.viz.dashboard.names import LANGUAGES
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.session import Session
from tests.browser import CHROMIUM, drawn, month_of, option_of, series_of, told, wait_for

MEALS = "scenario=one-partnership&case=shared-meals"
COORDINATOR_LEAVES, FIRST_QUESTIONNAIRE = 14, 12
NEAR = 14  # pixels
PIXELS_OF_A_COLOUR = """([series, at, colour, near]) => {
  const chart = document.querySelector('.stage').__vue__.charts.network;
  const [x, y] = chart.convertToPixel({ seriesIndex: series }, at), sharp = window.devicePixelRatio;
  const pen = chart.getDom().querySelector('canvas').getContext('2d');
  const all = pen.getImageData((x - near) * sharp, (y - near) * sharp, 2 * near * sharp, 2 * near * sharp).data;
  let found = 0;
  for (let i = 0; i < all.length; i += 4) if (colour.every((part, n) => Math.abs(all[i + n] - part) < 24)) found++;
  return found;
}"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


@cache
def seed_with_a_hole() -> int:
    """Of a run in which the coordinator's post is not filled at once, and every other seat is held by a member's."""
    meals, session = Address(scenario="one-partnership", case="shared-meals", arm="coordinator-leaves"), Session()
    ensemble = ((seed, session.run(replace(meals, seed=seed))) for seed in range(1, 80))
    return next(seed for seed, run in ensemble if leaves_one_hole(run))


def leaves_one_hole(run: Any) -> bool:
    before, after = (run.frame(month) for month in (COORDINATOR_LEAVES - 1, COORDINATOR_LEAVES))
    return after.persons[0].vacant and not before.persons[0].vacant and after.holes == sum(each.vacant for each in after.persons)


def the_month_after_a_departure(language: str = "da") -> str:
    return f"{MEALS}&arm=coordinator-leaves&seed={seed_with_a_hole()}&month={COORDINATOR_LEAVES}&language={language}"


def holes_of(page: Any) -> list[Any]:
    return [each for each in series_of(page, "network", "persons") if (each.get("label") or {}).get("formatter") == "×"]


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.slow)])
def test_a_departure_leaves_a_hole_that_is_seen_and_reported(opened: Any, language: str):
    words = language_of(language)
    page = opened(the_month_after_a_departure(language))
    drawn(page)
    holes = holes_of(page)
    assert holes
    assert told(page, "network-said").endswith(
        words.ngettext("{n} seat at the table is empty.", "{n} seats at the table are empty.", len(holes))
    )
    number = [each["name"] for each in option_of(page, "network")["series"]].index("persons")
    orange = [int(OUTSIDE[at : at + 2], 16) for at in (1, 3, 5)]
    assert page.evaluate(PIXELS_OF_A_COLOUR, [number, holes[0]["value"], orange, NEAR]) > 40
    page.keyboard.press("ArrowLeft")
    wait_for(lambda: month_of(page) == COORDINATOR_LEAVES - 1, page)
    assert len(holes_of(page)) < len(holes)


@pytest.mark.slow
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_newest_of_what_happens_is_of_the_month_shown(opened: Any, language: str):
    page = opened(the_month_after_a_departure(language))
    drawn(page)
    first = page.locator("ul.ticker li").first
    assert first.locator("b").inner_text() == language_of(language).gettext("month {month}", month=COORDINATOR_LEAVES)
    assert first.locator("span.weighty").count() >= 1


@pytest.mark.slow
def test_what_happens_is_reported_in_words_and_in_the_pages_language(opened: Any):
    def sentences_in(language: str) -> list[str]:
        page = opened(the_month_after_a_departure(language))
        drawn(page)
        found = []
        for month in (COORDINATOR_LEAVES, 24, 36, 48, 60):
            page.locator(".month input[type=range]").fill(str(month))
            wait_for(lambda month=month: month_of(page) == month, page)  # type: ignore[misc]
            found.append(told(page, "network-ticker"))
        return found

    danish, english = sentences_in("da"), sentences_in("en")
    raw = [kind.name for kind in RECORDED_KINDS if "_" in kind.name]
    for one, other in zip(danish, english, strict=True):
        assert one != other
        assert not [name for name in raw if name in one + other]
        assert "_" not in one + other


@pytest.mark.slow
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_seven_cs_have_a_number_each_and_an_answer_once_they_are_asked(opened: Any, language: str):
    words = language_of(language)
    labels = {label_of(SCALE_OF_CS, code, language) for code in SCALES[SCALE_OF_CS].codes}
    page = opened(f"{MEALS}&month={FIRST_QUESTIONNAIRE - 1}&language={language}")
    drawn(page)
    assert answers_of(page) == [words.gettext("not asked yet")] * len(SEVEN_CS)
    assert all(0 <= number <= 100 for number in numbers_of(page))
    page.keyboard.press("ArrowRight")
    wait_for(lambda: month_of(page) == FIRST_QUESTIONNAIRE, page)
    assert len(answers_of(page)) == len(numbers_of(page)) == len(SEVEN_CS)
    assert set(answers_of(page)) <= labels
    assert words.gettext("Answered in month {month}", month=FIRST_QUESTIONNAIRE) in told(page, "network-cs")


def answers_of(page: Any) -> list[str]:
    return [each.strip() for each in page.locator("table.cs tbody td:nth-child(3)").all_inner_texts()]


def numbers_of(page: Any) -> list[int]:
    return [int(each) for each in page.locator("table.cs tbody td:nth-child(2)").all_inner_texts()]


@pytest.mark.slow
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_grants_end_is_marked_in_every_time_line_and_named_once(opened: Any, language: str):
    page = opened(f"{MEALS}&month=40&language={language}")
    drawn(page)
    marks = [each["markLine"] for each in option_of(page, "course-axes")["series"]]
    assert {tuple(line["xAxis"] for line in mark["data"]) for mark in marks} == {(36,)}
    named = [mark["label"]["formatter"] for mark in marks if mark["label"]["show"]]
    assert named == [language_of(language).gettext("the grant ends")]
