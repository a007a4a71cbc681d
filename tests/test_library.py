"""The scenario library: what every file of it must keep to, and that each of its arms runs."""

import re
import tomllib

import pytest

from samvirke.analysis.calibration.posterior import posterior_of
from samvirke.analysis.questions.questions import asked, wrong_measures
from samvirke.model.ensemble import simulate
from samvirke.model.scenario import as_toml, data_file, read_scenario, scenario_names
from samvirke.model.scenario.library import built_in_folder
from samvirke.model.world import lay_out

THE_FORTY = {f"W{number:02}" for number in range(1, 41)}
OF_THE_DEEP_PLACES = {
    "partnerskabspuljen": {"W01", "W03", *(f"W{number:02}" for number in range(6, 19)), "W40"},
    "netvaerksfamilier": {"W04", "W05", "W22", "W38", "W39"},
    "esbjerg-trivselsambassadoerer": {"W19", "W20", "W21"},
    "silkeborg-naermiljoe": {"W23", "W24"},
    "middelfart-baeredygtige-lokalsamfund": {"W25", "W30"},
}
INVENTED = "one-partnership"
SHORT_NAMES = r"SIF-2019|15M-2016|Haandbog|KiB-2007|SMU-2025"
PLACES_IN_OUR_COPIES = r"\blines? \d|\blinjer? \d|\bl\. ?\d"


def text_of(name: str) -> str:
    return (built_in_folder() / f"{name}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", scenario_names())
def test_every_arm_of_every_file_runs(name: str):
    scenario = read_scenario(name)
    for arm in scenario.arms:
        ensemble = simulate(lay_out(scenario, arm, events=False), [1])
        assert ensemble.monthly.shape == (1, len(scenario.partnerships), scenario.months), arm
        assert (ensemble.monthly["hours"].sum(axis=2) > 0.0).all(), arm


@pytest.mark.parametrize("name", scenario_names())
def test_no_two_arms_of_a_file_are_the_same(name: str):
    arms = [arm.model_dump_json(exclude={"title", "details"}) for arm in read_scenario(name).arms.values()]
    assert len(set(arms)) == len(arms)


def test_every_one_of_the_forty_questions_is_asked_by_one_file():
    names = [name for _, name in asked()]
    assert len(set(names)) == len(names)
    assert {name for name in names if re.fullmatch(r"W\d+", name)} == THE_FORTY


@pytest.mark.parametrize("name", OF_THE_DEEP_PLACES)
def test_the_deep_places_ask_their_questions(name: str):
    assert OF_THE_DEEP_PLACES[name] <= set(read_scenario(name).questions)


@pytest.mark.parametrize("name", scenario_names())
def test_questions_are_about_measures_that_there_are(name: str):
    assert wrong_measures(read_scenario(name)) == []


@pytest.mark.parametrize("name", scenario_names())
def test_a_file_names_titles_and_chapters_and_nothing_of_our_copies(name: str):
    assert not re.search(SHORT_NAMES, text_of(name))
    assert not re.search(PLACES_IN_OUR_COPIES, text_of(name))


@pytest.mark.parametrize("name", [name for name in scenario_names() if name != INVENTED])
def test_every_place_says_where_its_facts_come_from(name: str):
    evidence = read_scenario(name).evidence
    assert any(each.status == "reported" for each in evidence)
    assert any(each.status == "assumed" for each in evidence)


@pytest.mark.parametrize("name", scenario_names())
def test_real_names_of_partnerships_are_shown_only_on_request(name: str):
    scenario = read_scenario(name)
    names = {each.name for each in scenario.partnerships if each.name}
    shown = tomllib.loads(as_toml(scenario))["partnerships"]
    assert all("name" not in each for each in shown)
    assert not names & {each.case_id for each in scenario.partnerships}


@pytest.mark.parametrize("name", [name for name in scenario_names() if name != INVENTED])
def test_a_place_has_a_posterior_or_borrows_one(name: str):
    scenario = read_scenario(name)
    lender = read_scenario(scenario.borrows) if scenario.borrows else scenario
    assert lender.posterior is not None
    assert data_file(lender.posterior).is_file()


def test_what_is_borrowed_is_the_lenders_and_stale_when_the_lenders_is():
    lent, own = (posterior_of(read_scenario(name)) for name in ("silkeborg-naermiljoe", "partnerskabspuljen"))
    assert lent is not None
    assert own is not None
    assert (lent.file, lent.stale) == (own.file, own.stale)
    assert (lent.draws == own.draws).all()
