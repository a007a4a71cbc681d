"""The places of the reports that were not told at length: their files are whole, live, and every arm does something."""

import re
import tomllib

import numpy as np
import pytest

from samvirke.analysis.measures import MEASURES
from samvirke.model.ensemble import simulate
from samvirke.model.scenario import Scenario, check, read_scenario, scenario_names
from samvirke.model.scenario.library import built_in_folder
from samvirke.model.scenario.resolved import BASELINE
from samvirke.model.world import World, lay_out
from tests.ensembles import differing_parts

QUESTIONS_OF = {
    "pool-15m": {"W02"},
    "vejle-peer": {"Q01"},
    "case-a-dependence": {"Q02"},
    "case-b-several-funders": {"W36"},
    "volunteer-spinoff-randers": {"W37"},
    "viborg-sundhedssatellitter": {"W27", "W28"},
    "gladsaxe-social-balance": {"W29"},
    "aalborg-boerneliv-i-sund-balance": {"W31"},
    "randers-havndal": {"W26"},
    "kommuner-i-bevaegelse": {"W32"},
    "sammen-mod-ulighed": {"W33", "W34", "W35"},
}
PLACES = list(QUESTIONS_OF)
ARMS = [(place, arm) for place in PLACES for arm in read_scenario(place).arms if arm != BASELINE]
TITLES = (
    "Socialstyrelsen 2016, anthology on partnerships between the public sector and civil society",
    "Sund By Netværket, handbook on local communities as an arena for health promotion",
    "IPTeams and Sundhedsstyrelsen 2007, status of Kommuner i Bevægelse",
    "Region Midtjylland 2025, evaluation of Sammen mod ulighed i sundhed, the politicians' view",
)
NAMES_OF_OUR_OWN = re.compile(r"SIF-2019|15M-2016|Haandbog|KiB-2007|SMU-2025|\blines? \d", re.IGNORECASE)
MONTHS_TO_LIVE = 12


def text_of(place: str) -> str:
    """The file as it stands."""
    return (built_in_folder() / f"{place}.toml").read_text(encoding="utf-8")


def differs(world: World, other: World) -> bool:
    """Whether a world begins or is befallen otherwise."""
    return world.parameters != other.parameters or bool(differing_parts(world.template, other.template))


@pytest.mark.parametrize("place", PLACES)
def test_a_place_checks_clean_and_borrows_what_it_has_no_survey_for(place: str):
    assert check(place) == []
    scenario = read_scenario(place)
    assert scenario.borrows == "partnerskabspuljen"
    assert scenario.targets is None


@pytest.mark.parametrize("place", PLACES)
def test_a_place_asks_its_questions(place: str):
    assert read_scenario(place).questions.keys() == QUESTIONS_OF[place]


def test_no_question_is_asked_twice():
    asked = [question for name in scenario_names() for question in read_scenario(name).questions]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("place", PLACES)
def test_every_question_is_about_measures_that_there_are(place: str):
    for question in read_scenario(place).questions.values():
        assert set(question.shown) <= MEASURES.keys()


@pytest.mark.parametrize("place", PLACES)
def test_every_arm_helps_to_answer_a_question(place: str):
    scenario = read_scenario(place)
    used = {arm for question in scenario.questions.values() for arm in (*question.simulated, question.beside)}
    assert used | {BASELINE} == scenario.arms.keys()


@pytest.mark.parametrize(("place", "arm"), ARMS)
def test_every_arm_is_laid_out_or_befallen_otherwise_than_the_baseline(place: str, arm: str):
    scenario = read_scenario(place)
    assert differs(lay_out(scenario, arm, monthly=False, events=False), lay_out(scenario, monthly=False, events=False))


@pytest.mark.parametrize("place", PLACES)
def test_no_two_arms_are_the_same(place: str):
    scenario = read_scenario(place)
    worlds = [lay_out(scenario, arm, monthly=False, events=False) for arm in scenario.arms]
    assert all(differs(one, other) for number, one in enumerate(worlds) for other in worlds[:number])


def only_a_year(scenario: Scenario) -> Scenario:
    """The scenario in which what befalls later still stands in the file, but never comes."""
    return scenario.model_copy(update={"months": MONTHS_TO_LIVE})


@pytest.mark.parametrize("place", PLACES)
def test_a_year_can_be_simulated_with_every_arm(place: str):
    scenario = only_a_year(read_scenario(place))
    for arm in scenario.arms:
        ensemble = simulate(lay_out(scenario, arm, events=False), [1])
        assert (ensemble.partnerships["hours_total"] > 0).all()
        alive = np.arange(1, MONTHS_TO_LIVE + 1) <= ensemble.partnerships["end_month"][:, :, None]
        assert np.isfinite(ensemble.monthly["trust"][alive]).all()


@pytest.mark.parametrize("place", PLACES)
def test_both_languages_say_something_of_their_own(place: str):
    scenario = read_scenario(place)
    texts = [
        scenario.title,
        scenario.asks,
        *(arm.title for arm in scenario.arms.values()),
        *(arm.details for arm in scenario.arms.values() if arm.details),
        *(each.label for each in scenario.levers.values()),
    ]
    for question in scenario.questions.values():
        texts += [question.text, question.when, *([question.note] if question.note else [])]
    assert all(text.da.strip() and text.en.strip() and text.da != text.en for text in texts)


@pytest.mark.parametrize("place", PLACES)
def test_a_file_names_no_source_by_a_name_or_a_line_of_our_own(place: str):
    assert not NAMES_OF_OUR_OWN.findall(text_of(place))


@pytest.mark.parametrize("place", PLACES)
def test_reported_facts_name_a_document_and_a_place_in_it(place: str):
    reported = [each for each in read_scenario(place).evidence if each.status == "reported"]
    assert reported
    assert all(each.source in TITLES and each.place for each in reported)


@pytest.mark.parametrize("place", PLACES)
def test_what_costs_of_levers_and_people_are_assumed_is_reported(place: str):
    assumed = {each.fact for each in read_scenario(place).evidence if each.status == "assumed"}
    assert "unit costs of the levers" in assumed


@pytest.mark.parametrize("place", PLACES)
def test_real_names_do_not_stand_in_case_ids(place: str):
    raw = tomllib.loads(text_of(place))
    assert not {each["case_id"] for each in raw["partnerships"]} & {"struer", "norddjurs", place}
