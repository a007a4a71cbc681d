"""Survey, evidence and glossary in a real browser: the questionnaire's own words, a source under each, and no cell that is empty."""

from typing import Any

import pytest

from samvirke.analysis.survey.questionnaire import label_of
from samvirke.model.items import SCALES
from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario
from samvirke.viz.dashboard.names import LANGUAGES
from tests.browser import CHROMIUM

CELLS = "rows => rows.map(row => [...row.children].map(cell => cell.textContent.trim()))"
SIDES_WITH_WORDS = ("what-if", "compare", "survey")
BOTH = pytest.mark.parametrize("language", list(LANGUAGES))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def surveyed(opened: Any, language: str) -> Any:
    page = opened(f"tab=survey&language={language}")
    page.wait_for_selector(".question")
    return page


def steps_of_the(page: Any) -> list[str]:
    return [str(each) for each in page.locator(".steps .key span").all_inner_texts()]


def test_in_danish_the_steps_are_the_questionnaires_own_and_nothing_else(opened: Any):
    page = surveyed(opened, "da")
    assert set(steps_of_the(page)) <= {label_of(scale, code, "da") for scale in SCALES for code in SCALES[scale].codes}
    assert page.locator(".steps").count() >= 2


def test_in_english_each_step_has_its_meaning_in_brackets(opened: Any):
    page = surveyed(opened, "en")
    pairs = {(label_of(scale, code, "da"), label_of(scale, code, "en")) for scale in SCALES for code in SCALES[scale].codes}
    assert set(steps_of_the(page)) <= {one if one == other else f"{one} ({other})" for one, other in pairs}
    assert any("(" in each for each in steps_of_the(page))


@BOTH
def test_a_question_has_both_bars_a_range_and_a_source(opened: Any, language: str):
    page = surveyed(opened, language)
    before_the_source = language_of(language).gettext("Source: {source}").partition("{")[0]
    questions = page.locator(".question").all()
    assert len(questions) >= 10
    for question in questions:
        assert question.locator(".hundred").count() == 2
        assert question.locator(".whisker").count() == 1
        assert question.locator(".whisker").bounding_box()["width"] >= 1
        assert len(question.locator("p").inner_text().partition(before_the_source)[2].strip()) > 3


@BOTH
def test_every_word_of_the_glossary_has_meaning_source_and_doubt(opened: Any, language: str):
    page = opened(f"tab=evidence&language={language}")
    page.wait_for_selector("table.plain")
    glossary = page.locator("table.plain:has(thead) tbody tr").evaluate_all(CELLS)
    assert len(glossary) >= 10
    assert [row for row in glossary if len(row) != 4 or not all(row)] == []


@BOTH
def test_no_fact_claim_or_number_is_without_meaning_and_source(opened: Any, language: str):
    page = opened(f"tab=evidence&language={language}")
    page.wait_for_selector("table.plain")
    of_cases = f"details:has(summary:text-is('{language_of(language).gettext('About each partnership')}'))"
    together = page.locator(of_cases)
    assert together.locator("p.soft").inner_text() or together.locator("p.soft").text_content()
    assert together.locator("tbody tr").count() == len(read_scenario("partnerskabspuljen").partnerships)
    together.evaluate("each => each.remove()")
    who = language_of(language).gettext("Who sits in each partnership, where the source leaves it open")
    page.locator(f"details:has(summary:text-is('{who}'))").evaluate("each => each.remove()")
    rows = page.locator("table.plain tbody tr").evaluate_all(CELLS)
    assert len(rows) > 100
    assert [row for row in rows if len(row) < 3 or not all(row)] == []


@BOTH
@pytest.mark.parametrize("tab", SIDES_WITH_WORDS)
def test_the_words_of_a_side_are_folded_below_it(opened: Any, tab: str, language: str):
    page = opened(f"scenario={'partnerskabspuljen' if tab == 'survey' else 'one-partnership'}&tab={tab}&language={language}")
    summary = language_of(language).gettext("What the numbers mean, where they come from, and how certain they are")
    folded = page.locator(f"details:has(summary:text-is('{summary}'))").first
    folded.locator("summary").click()
    rows = folded.locator("tbody tr").evaluate_all(CELLS)
    assert rows
    assert [row for row in rows if len(row) != 4 or not all(row)] == []
