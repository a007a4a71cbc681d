"""The built-in scenarios, and what becomes of a scenario file on its way to the complete object."""

import json
import re
import tomllib
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

from samvirke.model.agents.organisation import SECTORS
from samvirke.model.levers import LEVERS
from samvirke.model.scenario import (
    DEFAULT_SCENARIO,
    TEMPLATE,
    Grant,
    GrantChange,
    ScenarioError,
    as_toml,
    check,
    copy_template,
    data_file,
    read_scenario,
    scenario_names,
)
from samvirke.model.scenario.library import built_in_folder
from samvirke.model.scenario.resolved import Sector
from samvirke.model.scenario.schema import FILE_NAME, schema_text

ARMS_OF_THE_POOL = {
    "savings-round",
    "reorganisation",
    "key-person-leaves",
    "longer-grant",
    "earlier-anchoring",
    "open-talk",
}


@pytest.fixture
def write(tmp_path: Path):
    """A function that writes a scenario file and gives back its path."""

    def written(text: str, name: str = "scenario.toml") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return written


@pytest.mark.parametrize("name", scenario_names())
def test_every_built_in_scenario_checks_clean(name: str):
    assert check(name) == []


@pytest.mark.parametrize("name", scenario_names())
def test_what_show_prints_reads_back_as_the_same_scenario(name: str, write):
    scenario = read_scenario(name)
    assert read_scenario(write(as_toml(scenario, real_names=True))) == scenario


@pytest.mark.parametrize("name", scenario_names())
def test_the_schema_accepts_every_built_in_scenario(name: str):
    schema = json.loads(schema_text())
    content = tomllib.loads((built_in_folder() / f"{name}.toml").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content)


@pytest.mark.parametrize("name", scenario_names())
def test_the_schema_accepts_what_show_prints(name: str):
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(tomllib.loads(as_toml(read_scenario(name))))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


def test_the_schema_file_is_fresh():
    written = (built_in_folder() / FILE_NAME).read_text(encoding="utf-8")
    assert written == schema_text(), "write it anew: python -m samvirke.model.scenario"


def test_the_schema_refuses_an_unknown_key():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(schema_text())).validate({"titel": {}})


def test_sectors_are_those_of_the_model():
    assert get_args(Sector) == SECTORS


def test_the_default_scenario_comes_first_and_is_complete():
    assert scenario_names()[0] == DEFAULT_SCENARIO
    scenario = read_scenario(DEFAULT_SCENARIO)
    assert len(scenario.partnerships) == 37
    assert [each.number for each in scenario.partnerships] == list(range(37))
    assert sum("municipality" not in each.members for each in scenario.partnerships) == 15
    assert sum(not each.volunteer_based for each in scenario.partnerships) == 21
    assert all(len(each.grants) == 1 for each in scenario.partnerships)
    assert scenario.arms.keys() >= ARMS_OF_THE_POOL | {"baseline"}
    assert scenario.survey.months == (12, 24, 36)


def test_every_arm_but_the_baseline_changes_something():
    for name in scenario_names():
        arms = read_scenario(name).arms
        assert [arm for arm, what in arms.items() if what.changes_nothing] == ["baseline"]


def test_amount_and_length_of_a_grant_come_from_the_table_of_cases():
    scenario = read_scenario(DEFAULT_SCENARIO)
    grants = {each.case_id: each.grants[0] for each in scenario.partnerships}
    assert grants["baby-sikker"] == Grant(funder="Partnerskabspuljen", amount_dkk=2408800, start=1, months=36)
    assert grants["mere-liv-i-lungerne"].months == 1


def test_every_assumed_cell_of_the_cases_is_evidence():
    scenario = read_scenario(DEFAULT_SCENARIO)
    assumed = {each.fact for each in scenario.evidence if each.status == "assumed"}
    for case in scenario.partnerships:
        assert {f"{case.case_id}: concept", f"{case.case_id}: framing"} <= assumed
    assert "mere-liv-i-lungerne: grant_months" not in assumed
    assert "abc-mental-sundhed: lead_sector" in assumed


def test_real_names_are_shown_only_when_asked_for():
    scenario = read_scenario(DEFAULT_SCENARIO)
    assert scenario.partnerships[8].name == "DropMob"
    assert "DropMob" not in as_toml(scenario)
    assert "DropMob" in as_toml(scenario, real_names=True)


def test_targets_of_a_built_in_scenario_are_found():
    targets = read_scenario(DEFAULT_SCENARIO).targets
    assert targets is not None
    assert data_file(targets).read_text(encoding="utf-8").startswith("target_id,")


def test_only_keeps_the_number_that_chance_goes_by():
    scenario = read_scenario(DEFAULT_SCENARIO, only=["dropmob"])
    assert [(each.case_id, each.number) for each in scenario.partnerships] == [("dropmob", 8)]


def test_only_drops_what_happens_to_others(write):
    two = """
        extends = "one-partnership"
        arms.coordinator-leaves = { title = { da = "a", en = "a" } }
        arms.coordinator-leaves-prepared = { title = { da = "b", en = "b" } }
        partnerships = [
            { case_id = "a", members = { housing = 2 }, lead_sector = "housing" },
            { case_id = "b", members = { housing = 2 }, lead_sector = "housing" },
        ]
        events = [
            { kind = "quarrel", month = 3, whom = "a", size = 0.5 },
            { kind = "quarrel", month = 4, whom = "b", size = 0.5 },
            { kind = "quarrel", month = 5, whom = "all", size = 0.5 },
        ]
    """
    assert [event.month for event in read_scenario(write(two), only=["b"]).events] == [4, 5]


def test_months_cut_what_never_comes():
    scenario = read_scenario("one-partnership", months=24)
    assert (scenario.months, scenario.survey.months, scenario.events) == (24, (12, 24), ())
    assert len(scenario.arms["coordinator-leaves"].events) == 1


def test_a_setting_of_a_lever_holds_for_every_partnership():
    scenario = read_scenario(DEFAULT_SCENARIO, parameters={"openness": 0.9})
    assert {each.levers["openness"] for each in scenario.partnerships} == {0.9}
    assert scenario.parameters == {}


def test_a_setting_of_a_parameter_is_a_parameter():
    scenario = read_scenario(DEFAULT_SCENARIO, parameters={"difference_between_partnerships": 0.5})
    assert scenario.parameters == {"difference_between_partnerships": 0.5}


def test_extending_joins_tables_and_replaces_lists(write):
    child = """
        extends = "one-partnership"
        months = 48
        population.citizens = 80
        events = []
        levers.threshold = { label = { da = "Tærskel", en = "Threshold" }, low = 0, high = 1, step = 0.1 }
    """
    scenario, parent = read_scenario(write(child)), read_scenario("one-partnership")
    assert (scenario.months, scenario.population.citizens, scenario.population.volunteers) == (48, 80, 30)
    assert scenario.events == ()
    assert scenario.levers.keys() == {*parent.levers, "threshold"}
    assert scenario.partnerships == parent.partnerships
    assert scenario.name == "scenario"


def test_a_scenario_that_says_nothing_new_is_the_one_it_extends(write):
    child = read_scenario(write('extends = "partnerskabspuljen"'))
    assert child.model_copy(update={"name": DEFAULT_SCENARIO}) == read_scenario(DEFAULT_SCENARIO)


def test_survey_months_are_put_in_order(write):
    scenario = read_scenario(write('extends = "one-partnership"\nsurvey.months = [24, 12]'))
    assert scenario.survey.months == (12, 24)


def test_a_scenario_without_grants_has_none(write):
    scenario = read_scenario(write('extends = "one-partnership"\ngrants = []'))
    assert scenario.partnerships[0].grants == ()


def test_own_grants_replace_the_ones_for_all(write):
    child = """
        extends = "one-partnership"
        [[partnerships]]
        case_id = "shared-meals"
        members = { municipality = 1, housing = 1 }
        lead_sector = "housing"
        grants = [
            { funder = "A", amount_dkk = 100, start = 3, end = 14 },
            { funder = "B", amount_dkk = 50 },
        ]
    """
    first, second = read_scenario(write(child)).partnerships[0].grants
    assert (first.start, first.months, first.end) == (3, 12, 14)
    assert (second.start, second.months, second.end) == (1, None, None)


def test_an_event_knows_its_addressee():
    scenario = read_scenario("one-partnership")
    (event,) = scenario.arms["coordinator-leaves"].events
    assert event.addressee == ("shared-meals", "coordinator", 0)
    assert scenario.events[0].addressee == ("all", "", 0)


@pytest.mark.parametrize(
    ("change", "months", "amount"),
    [
        (GrantChange(longer_by_months=12), 48, 4_000_000),
        (GrantChange(longer_by_months=12, amount="same_total"), 48, 3_000_000),
        (GrantChange(longer_by_months=-12), 24, 2_000_000),
        (GrantChange(longer_by_months=-40, amount="same_total"), 1, 3_000_000),
    ],
)
def test_a_grant_can_be_longer_with_the_same_money_or_the_same_per_month(change, months, amount):
    grant = change.applied_to(Grant(funder="A", amount_dkk=3_000_000, months=36))
    assert (grant.months, grant.amount_dkk) == (months, pytest.approx(amount))


def test_a_grant_without_an_end_cannot_be_longer():
    grant = Grant(funder="A", amount_dkk=3_000_000)
    assert GrantChange(longer_by_months=12).applied_to(grant) == grant


def test_the_template_is_copied_and_runs_under_its_new_name(tmp_path: Path):
    copy = copy_template(TEMPLATE, tmp_path / "my-place")
    assert copy == tmp_path / "my-place.toml"
    assert read_scenario(str(copy)).name == "my-place"
    assert read_scenario(str(tmp_path / "my-place")) == read_scenario(str(copy))
    assert "#:schema" not in copy.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", scenario_names())
def test_remarks_in_a_scenario_speak_of_runs(name: str):
    lines = data_file(f"{name}.toml").read_text(encoding="utf-8").splitlines()
    remarks = " ".join(line.partition("#")[2] for line in lines).replace("lived experience", "")
    assert not re.search(r"\b(live|life|lives|lived)\b", remarks)


def test_a_template_is_never_copied_over_a_file_unless_forced(tmp_path: Path):
    copy = copy_template(TEMPLATE, tmp_path / "my-place.toml")
    copy.write_text("mine")
    with pytest.raises(ScenarioError, match="there is a file of that name already"):
        copy_template(TEMPLATE, copy)
    assert copy.read_text() == "mine"
    copy_template(TEMPLATE, copy, force=True)
    assert check(str(copy)) == []


@pytest.mark.parametrize("destination", ["", "no/such/folder/my-place", "\0"])
def test_a_template_that_cannot_be_written_is_answered_in_words(destination: str):
    with pytest.raises(ScenarioError):
        copy_template(TEMPLATE, destination)


def test_the_template_explains_every_line():
    lines = (built_in_folder() / f"{TEMPLATE}.toml").read_text(encoding="utf-8").splitlines()
    assert sum("#" in line for line in lines) > len(lines) / 3
    assert set(read_scenario(TEMPLATE).partnerships[0].levers) <= set(LEVERS)
