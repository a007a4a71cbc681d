"""Every partnership has a name that a reader would say, in Danish and English, never the id of a file."""

from textwrap import wrap

import pytest

from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario, scenario_names
from samvirke.viz.dashboard.names import LANGUAGES, partnership_named, partnerships_named

CASES = [(name, case.case_id) for name in scenario_names() for case in read_scenario(name).partnerships]
BOTH = pytest.mark.parametrize("code", list(LANGUAGES))


def named(scenario: str, case: str, code: str) -> str:
    return partnerships_named(read_scenario(scenario), language_of(code))[case]


@BOTH
@pytest.mark.parametrize(("scenario", "case"), CASES)
def test_every_partnership_has_a_name_that_stands_in_two_lines(scenario: str, case: str, code: str):
    assert next(each.title for each in read_scenario(scenario).partnerships if each.case_id == case) is not None
    name = named(scenario, case, code)
    assert len(name) <= 44
    assert len(wrap(name, 22)) <= 2


@BOTH
def test_no_two_partnerships_have_one_name(code: str):
    assert len({named(scenario, case, code) for scenario, case in CASES}) == len(CASES)


def test_a_partnership_is_named_in_the_language_of_the_page():
    assert named("viborg-sundhedssatellitter", "health-sites", "da") == "Sundhedsstederne"
    assert named("viborg-sundhedssatellitter", "health-sites", "en") == "Health sites"
    assert named("partnerskabspuljen", "maend-i-fokus", "en") == "Mænd i fokus"


def test_a_partnership_without_a_title_is_called_by_its_id():
    case = read_scenario("one-partnership").partnerships[0]
    own = case.model_copy(update={"case_id": "moedet-i-byen", "title": None})
    assert partnership_named(own, language_of("da")) == "Mødet i byen"


def test_danish_letters_come_last():
    names = list(partnerships_named(read_scenario("partnerskabspuljen"), language_of("da")).values())
    assert names.index("Vi hopper fra smøgerne") == len(names) - 1
    assert names.index("Fællesskab på tværs") > names.index("Forum for mænds sundhed")


def test_languages_call_themselves_by_their_own_names():
    assert LANGUAGES == {"da": "Dansk", "en": "English"}
