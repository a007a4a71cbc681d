"""Tables say what happened: one row per fact, every column explained, nothing that did not come."""

import numpy as np
import pyarrow.compute as pc
import pytest

from samvirke.analysis.columns import KEYS, dictionary_of
from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.run.execution import run
from samvirke.analysis.run.tables import SCHEMAS, TABLES, tables_of, watched_for
from samvirke.analysis.summary.summary import joined, summaries
from samvirke.analysis.summary.text import of_100, summary_text
from samvirke.analysis.survey.instrument import NOT_ASKED, answers
from samvirke.model.agents.partnership import END_REASONS, FUTURES
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.events import RECORDED_KINDS
from samvirke.model.items import ITEM_NUMBER, ITEMS, SCALES, SEVEN_CS
from samvirke.model.records import MONTHLY_MEASURES
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.world import lay_out

SEEDS = range(1, 9)
PROMISED = {
    "outcomes": """future future_12_months adjusts_constellation adjusts_activities end_month end_reason synergy
        goal_attainment purpose congruency value connection communication learning commitment trust key_person_departures
        organisations_at_start organisations_at_end hours_total hours_on_relations anchoring_started_month volunteers_peak
        volunteers_at_grant_end volunteers_12_months_after volunteers_joined volunteers_left citizens_reached
        vulnerable_reached wellbeing_change network_change activities_at_grant_end activities_alive_12_months
        activities_alive_24_months activities_alive_36_months received_dkk spent_dkk partnership_alive_month_36
        activities_alive_month_60 citizens_month_84""",
    "monthly": "month trust shared_understanding tension hours synergy volunteers participants activities",
    "survey": "month item latent answer label",
    "events": "id month process kind subject other size",
    "ties": """month from_person to_person from_organisation to_organisation personal_trust institutional_trust
        expectations_known""",
    "people": "month kind person stage organisation hours persons",
}


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return read_scenario("one-partnership")


@pytest.fixture(scope="module")
def ensemble(scenario: Scenario) -> Ensemble:
    return simulate(lay_out(scenario, watched=watched_for(TABLES)), list(SEEDS))


@pytest.fixture(scope="module")
def tables(ensemble: Ensemble):
    return tables_of(ensemble)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_every_column_that_the_design_promises(name: str):
    columns = [column.name for column in TABLES[name]]
    assert columns[: len(KEYS)] == ["scenario", "arm", "draw", "seed", "partnership"]
    assert set(PROMISED[name].split()) <= set(columns)
    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_says_its_meaning_and_unit(name: str, tables):
    for field in tables[name].schema:
        assert field.metadata[b"description"].strip(), field.name
        assert field.metadata[b"unit"].strip(), field.name


def test_key_columns_have_one_type_in_all_tables_and_are_never_null(tables):
    for key in KEYS:
        assert len({table.schema.field(key.name).type for table in tables.values()}) == 1
        assert all(table[key.name].null_count == 0 for table in tables.values())


@pytest.mark.parametrize("name", TABLES)
def test_a_column_that_is_never_null_has_no_null(name: str, tables):
    tables[name].validate(full=True)
    assert [field.name for field in tables[name].schema if not field.nullable and tables[name][field.name].null_count] == []


def test_the_dictionary_has_a_line_for_every_column():
    lines = dictionary_of(SCHEMAS).to_pylist()
    assert len(lines) == sum(len(columns) for columns in TABLES.values())
    assert all(text for line in lines for text in line.values())


def test_outcomes_has_one_row_per_run_and_partnership(tables, scenario: Scenario):
    outcomes = tables["outcomes"]
    assert outcomes["seed"].to_pylist() == list(SEEDS)
    assert set(outcomes["partnership"].to_pylist()) == {case.case_id for case in scenario.partnerships}


def test_futures_and_reasons_are_words_and_a_living_partnership_has_no_reason(tables):
    for row in tables["outcomes"].to_pylist():
        assert row["future"] in FUTURES
        assert row["end_reason"] in (None, *END_REASONS[1:])
        assert (row["end_reason"] is None) == (row["end_month"] is None)


def test_what_lies_after_the_run_is_null(tables):
    outcomes = tables["outcomes"]  # the grant ends in month 36, the run in month 60
    assert outcomes["activities_alive_24_months"].null_count == 0
    assert outcomes["activities_alive_36_months"].null_count == outcomes.num_rows


def test_a_run_that_ends_before_the_grant_declares_nothing():
    outcomes = run(read_scenario("one-partnership", months=12))["outcomes"]
    for column in ("future", "future_12_months", "adjusts_activities", "volunteers_at_grant_end", "organisations_at_end"):
        assert outcomes[column].null_count == 1, column


def test_a_grant_without_end_has_no_declaration(scenario: Scenario):
    case = scenario.partnerships[0]
    endless = case.model_copy(update={"grants": (case.grants[0].model_copy(update={"months": None}),)})
    tables = run(scenario.model_copy(update={"partnerships": (endless,), "months": 24, "events": ()}))
    outcomes = tables["outcomes"].to_pylist()[0]
    assert outcomes["future"] is None
    assert outcomes["grant_end_month"] is None
    assert "future" not in tables["survey"]["item"].to_pylist()
    begun = tables["events"].filter(pc.equal(tables["events"]["kind"], "anchoring_begins"))
    assert begun["size"].null_count == begun.num_rows


def test_citizens_are_counted_in_persons(ensemble: Ensemble, tables, scenario: Scenario):
    slots = ensemble.partnerships.ever_participated.reshape(-1)
    persons = tables["outcomes"]["citizens_reached"].to_numpy()
    assert np.array_equal(persons, slots * scenario.persons_per_citizen_of(scenario.partnerships[0]))


def test_the_seven_cs_are_the_means_of_their_items_at_the_last_questionnaire(ensemble: Ensemble, tables):
    for name, items in SEVEN_CS.items():
        latent = ensemble.latent[:, 0, -2, [ITEM_NUMBER[item] for item in items]]
        assert np.allclose(tables["outcomes"][name].to_numpy(), latent.mean(axis=1))


def test_without_a_questionnaire_the_seven_cs_are_null():
    tables = run(read_scenario("one-partnership", months=6))
    assert tables["outcomes"]["purpose"].null_count == 1
    assert tables["survey"].num_rows == 0


def test_monthly_has_one_row_per_month_in_order(ensemble: Ensemble, tables):
    monthly = tables["monthly"]
    assert monthly["month"].to_pylist() == [*range(1, ensemble.world.months + 1)] * len(SEEDS)
    for field in MONTHLY_MEASURES:
        assert np.array_equal(monthly[field.name].to_numpy(), ensemble.monthly[field.name].reshape(-1), equal_nan=True)


def test_survey_has_a_row_for_every_answer_and_no_other(ensemble: Ensemble, tables):
    given = answers(ensemble)
    assert tables["survey"].num_rows == (given != NOT_ASKED).sum()
    for row in tables["survey"].slice(0, 200).to_pylist():
        item, run_number = ITEM_NUMBER[row["item"]], row["seed"] - SEEDS[0]
        wave = (12, 24, 36).index(row["month"]) if not ITEMS[row["item"]].declared else 3
        assert row["answer"] == given[run_number, 0, wave, item]


def test_an_answer_has_the_label_of_its_scale(tables):
    for row in tables["survey"].to_pylist():
        scale = SCALES[ITEMS[row["item"]].scale]
        assert row["label"] == scale.labels[row["answer"] - scale.first]


def test_only_counted_items_have_no_latent(tables):
    for row in tables["survey"].to_pylist():
        assert (row["latent"] is None) == ITEMS[row["item"]].counted, row


def test_the_declaration_stands_in_the_grants_last_month_and_agrees_with_the_outcome(tables):
    declared = tables["survey"].filter(pc.equal(tables["survey"]["item"], "future"))
    assert set(declared["month"].to_pylist()) == {36}
    assert declared["label"].to_pylist() == tables["outcomes"]["future"].to_pylist()


def test_events_say_who_in_words_numbered_from_one(ensemble: Ensemble, tables):
    happened = [event for kept in ensemble.events for event in kept]
    for row, event in zip(tables["events"].to_pylist(), happened, strict=True):
        kind = RECORDED_KINDS[event.kind]
        assert (row["kind"], row["process"], row["id"], row["month"]) == (kind.name, kind.process, event.id, event.month)
        match kind.subject:
            case "partnership":
                assert row["subject"] == "partnership"
            case "key person":
                assert row["subject"] == f"key person {event.subject // 8 + 1}.{event.subject % 8 + 1}"
            case "lever":
                assert row["subject"] in ("openness", "second_person")
            case sort:
                assert row["subject"] == f"{sort} {event.subject + 1}"
        assert (row["other"] is None) == (event.other < 0 or not kind.other)


def test_runs_that_kept_no_months_and_events_have_no_such_tables(scenario: Scenario):
    few = simulate(lay_out(scenario, monthly=False, events=False), [1])
    assert list(tables_of(few)) == ["outcomes", "survey"]


def test_batches_change_nothing(scenario: Scenario, monkeypatch: pytest.MonkeyPatch):
    whole = run(scenario, seed=1, replicates=5)
    monkeypatch.setattr("samvirke.analysis.run.execution.RUNS_PER_BATCH", 2)
    assert run(scenario, seed=1, replicates=5) == whole


def test_summaries_of_batches_are_the_summary_of_all(scenario: Scenario):
    whole = run(scenario, seed=1, replicates=6)
    halves = [run(scenario, seed=seed, replicates=3) for seed in (1, 4)]
    together = joined(summary for half in halves for summary in summaries(half))
    assert list(map(summary_text, together)) == list(map(summary_text, summaries(whole)))


def test_a_summary_counts_what_the_outcomes_say_and_passes_no_verdict(scenario: Scenario, tables):
    text = summary_text(summaries(tables)[0])
    ended = tables["outcomes"]["future"].to_pylist().count("ended")
    assert f"{ended} of {len(SEEDS)} runs (" in text
    assert "90\N{NO-BREAK SPACE}% interval of the share" in text
    assert text.endswith(OF_MANY_RUNS)


def test_a_share_of_runs_has_an_interval_of_its_sampling_error():
    values = np.repeat([1.0, 0.0, np.nan], [12, 88, 50])
    assert [round(each) for each in of_100(values)] == [8, 18]


def test_a_summary_of_many_partnerships_shows_how_much_runs_differ(scenario: Scenario):
    other = scenario.partnerships[0].model_copy(update={"case_id": "another", "number": 1})
    two = scenario.model_copy(update={"partnerships": (*scenario.partnerships, other)})
    assert "(" not in summary_text(summaries(run(two, replicates=1))[0])
    assert "median of 4 runs" in summary_text(summaries(run(two, replicates=4))[0])
