"""Every partnership has a name that a reader would say, in Danish and English, never the id of a file."""

from textwrap import wrap

import pytest

from samvirke.model.scenario import read_scenario, scenario_names
from samvirke.viz.dashboard.words.case_names import NAMES, PROJECTS, case_named

CASES = [case.case_id for name in scenario_names() for case in read_scenario(name).partnerships]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("case", CASES)
def test_every_partnership_has_a_name_that_stands_in_two_lines(case: str, language: str):
    assert case in NAMES or case in PROJECTS
    name = case_named(case, language)
    assert len(name) <= 44
    assert len(wrap(name, 22)) <= 2


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_two_partnerships_have_one_name(language: str):
    assert len({case_named(case, language) for case in CASES}) == len(CASES)


def test_a_partnership_is_named_in_the_language_of_the_page():
    assert case_named("health-sites") == "Sundhedsstederne"
    assert case_named("health-sites", "en") == "Health sites"
    assert case_named("maend-i-fokus", "en") == "Mænd i fokus"


def test_a_partnership_of_an_own_scenario_is_called_by_its_id():
    assert case_named("moedet-i-byen") == "Mødet i byen"
