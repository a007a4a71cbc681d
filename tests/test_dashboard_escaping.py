"""What a user writes into a scenario, its titles and names, is text on every view of the page and never markup."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from samvirke.model.language import language_of
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.resolved import Text
from samvirke.viz.dashboard.content.all import AllStage
from samvirke.viz.dashboard.content.compare import compare_markup
from samvirke.viz.dashboard.content.evidence import evidence_markup
from samvirke.viz.dashboard.content.one import OneStage
from samvirke.viz.dashboard.content.survey import survey_markup, surveyed
from samvirke.viz.dashboard.content.why import explained, why_markup
from samvirke.viz.dashboard.runs.address import Address, read_address
from samvirke.viz.dashboard.runs.session import Session

HARM = "<img src=x onerror=1>"
TITLE = Text(da=HARM, en=HARM)
MEALS = Address(scenario="one-partnership", case="shared-meals", language="en")
ENGLISH = language_of("en")


@cache
def harmful(name: str = "one-partnership") -> Scenario:
    """A scenario whose titles, names, levers and facts would run a script if they were taken for markup."""
    scenario = read_scenario(name)
    return scenario.model_copy(
        update={
            "title": TITLE,
            "partnerships": tuple(each.model_copy(update={"title": TITLE, "name": HARM}) for each in scenario.partnerships),
            "arms": {key: each.model_copy(update={"title": TITLE}) for key, each in scenario.arms.items()},
            "levers": {key: each.model_copy(update={"label": TITLE}) for key, each in scenario.levers.items()},
            "evidence": tuple(each.model_copy(update={"fact": HARM, "value": HARM, "source": HARM}) for each in scenario.evidence),
        }
    )


class Harmed(Session):
    """A session of such a scenario."""

    def scenario(self, address: Address) -> Scenario:
        return harmful(address.scenario)


def texts_in(content: Any) -> list[str]:
    """All texts in what is sent to the browser, but those that a canvas draws as letters."""
    if isinstance(content, dict):
        return [text for key, each in content.items() if key != "label" for text in texts_in(each)]
    if isinstance(content, list | tuple):
        return [text for each in content for text in texts_in(each)]
    return [content] if isinstance(content, str) else []


def harmless(*contents: Any) -> bool:
    return not any("<img" in text for each in contents for text in texts_in(each))


@pytest.mark.parametrize("levers", [{}, {"openness": 1.0}])
def test_one_partnership(levers: dict[str, float]):
    session, address = Harmed(), replace(MEALS, levers=levers)
    stage = OneStage(harmful(), session.run(address), session.other_run(address), HARM, ENGLISH)
    assert "&lt;img" in stage.skeleton()
    assert harmless(stage.skeleton(), stage.pictures(), *(stage.shown(month) for month in (0, 14, 60)))


def test_all_partnerships():
    stage = AllStage(Harmed().all(MEALS), 60, ENGLISH)
    assert harmless(stage.skeleton(), stage.pictures(), stage.shown(0), stage.shown(30))


def test_a_lever_that_is_set_is_told_without_harm():
    session, address = Harmed(), replace(MEALS, levers={"openness": 1.0}, branch=12)
    shown = OneStage(harmful(), session.run(address), session.other_run(address), "", ENGLISH).shown(13)
    assert "&lt;img" in shown["text:other-network-ticker"]
    assert harmless(shown)


def test_variants_side_by_side():
    session = Harmed()
    told = compare_markup(harmful(), session.arms(MEALS), "continues", MEALS, ENGLISH)
    assert "&lt;img" in told
    assert harmless(told)


def test_why():
    what = explained(harmful(), MEALS)
    assert harmless(why_markup(what, MEALS, ENGLISH))


def test_evidence_and_survey():
    told = evidence_markup(harmful(), ENGLISH)
    assert "&lt;img" in told
    assert harmless(told, survey_markup(*surveyed(harmful("partnerskabspuljen"), None, 1), ENGLISH))


def test_an_address():
    _, sentences = read_address(f"case={HARM}&language=en")
    assert HARM[:40] in sentences[0]  # a sentence is text: whoever puts it on the page escapes it


def test_there_is_one_place_where_markup_comes_onto_the_page():
    folder = Path(__file__).parents[1] / "viz" / "dashboard"
    places = [path.name for path in folder.rglob("*.py") for line in path.read_text("utf-8").splitlines() if "unsafe_innerHTML=" in line]
    assert places == ["widgets.py"]
