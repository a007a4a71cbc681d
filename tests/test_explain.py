"""Why a run ended or lasted: tested where the cause is known because there is only one, or none."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

from samvirke.analysis.explanation.counterfactual import COURSE, EVENT
from samvirke.analysis.explanation.explained_run import run_in_run, run_of
from samvirke.analysis.explanation.explanation import explain
from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.run.execution import run_to_folder
from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.run.plan import plan
from samvirke.model.errors import ScenarioError
from samvirke.model.scenario import read_scenario
from tests.ensembles import TINY, same_bits, tiny
from tests.explained import explained, nobody_ever_stays, tiny_run


def test_the_one_thing_that_could_end_it_is_found():
    what = explained()
    assert (what.outcome["future"], what.outcome["end_reason"]) == ("ended", "too_few_partners_wanted_to_go_on")
    events = [each for each in what.what_weighed_against_it if each.sort == EVENT]
    assert [what.label(each) for each in events] == ["The coordinator leaves"]
    assert events[0].month == 14
    assert events[0].by("continues").points == 100.0
    assert int(events[0].own["future"]) == 0


def test_beside_it_only_departures_as_such_are_blamed():
    what = explained()
    courses = {each.change.name for each in what.what_weighed_against_it if each.sort == COURSE and each.change}
    assert courses == {"no-departures", "coordinator-stays"}
    assert what.what_carried_it == []


def test_a_handover_would_have_saved_it_and_talking_openly_would_not():
    helped = {each.change.name for each in explained().what_would_have_helped if each.change}
    assert "second-person-and-handover" in helped
    assert "open-talk" not in helped


def test_its_twin_that_nobody_leaves_lasts_and_the_work_on_the_time_after_carried_it():
    what = explained("left-by-nobody")
    assert what.lasted
    assert what.to_begin_with.percent == 100.0
    assert {"no-anchoring", "no-money-won"} <= {each.change.name for each in what.what_carried_it if each.change}
    assert what.what_weighed_against_it == []


def test_where_nothing_could_change_it_nothing_is_reported_to_have_mattered():
    what = explained(scenario=nobody_ever_stays)
    assert what.to_begin_with.percent == 0.0
    assert (what.what_carried_it, what.what_weighed_against_it, what.what_would_have_helped, what.turns) == ([], [], [], [])
    assert not any(entry.mattered for entry in what.ledger)


def test_a_run_in_a_folder_is_explained_as_it_stands_there(tmp_path: Path):
    run_to_folder(plan(tiny(), seed=4, replicates=2, arms=("open-talk",)), tmp_path / "run")
    run = run_in_run(tmp_path / "run", "with-everybody", seed=5)
    assert (run.arm, run.seed, run.draw_number) == ("open-talk", 5, 0)
    assert run_in_run(tmp_path / "run", "with-everybody").seed == 4


def test_a_run_that_this_model_no_longer_gives_is_refused(tmp_path: Path):
    run_to_folder(plan(tiny()), tmp_path / "run")
    file = tmp_path / "run" / "outcomes.parquet"
    table = pq.read_table(file)
    column = table.column_names.index("hours_total")
    pq.write_table(table.set_column(column, table.schema.field(column), [np.asarray(table["hours_total"]) + 1.0]), file)
    with pytest.raises(RunFolderError, match="no longer gives the run that stands there"):
        run_in_run(tmp_path / "run", "with-everybody")


def test_a_run_with_a_posterior_keeps_its_draw_and_others_elsewhere_have_theirs():
    run = run_of(read_scenario("partnerskabspuljen"), "baby-sikker", seed=3)
    assert run.draw_number == 3
    assert run.posterior is not None
    simulated = run.simulated(monthly=False, events=False)
    assert same_bits(simulated.draws[0], np.asarray(run.world().draw(run.posterior.of_numbers([3])[0])))


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"partnership": "with-everybdy"}, 'the nearest is "with-everybody"'),
        ({"partnership": ""}, "which of the 3 partnerships of tiny"),
        ({"partnership": "with-everybody", "arm": "open-tlk"}, 'the nearest is "open-talk"'),
        ({"partnership": "with-everybody", "seed": -1}, "--seed"),
    ],
)
def test_a_run_that_there_is_not_names_the_nearest_that_there_is(asked: dict[str, Any], sentence: str):
    with pytest.raises(ScenarioError, match=sentence):
        run_of(tiny(), **asked)


def test_a_run_that_is_not_decided_yet_is_not_explained():
    with pytest.raises(ScenarioError, match="its grant ends in month 20, after the last of the 10 months: make the run longer"):
        run_of(read_scenario(TINY, months=10), "with-everybody")


def test_without_an_end_date_it_lasts_if_it_is_alive_when_the_run_ends():
    grants = tuple(grant.model_copy(update={"months": None}) for grant in tiny().partnerships[0].grants)
    endless = tuple(case.model_copy(update={"grants": grants}) for case in tiny().partnerships)
    what = explain(run_of(tiny().model_copy(update={"partnerships": endless}), "with-everybody", seed=5), replicates=20)
    assert what.course.decided_month == 40
    assert what.outcome["future"] is None
    assert what.lasted == (what.outcome["end_month"] is None)
    assert not {"bridge", "shorter-grant"} & {each.change.name for each in what.but_for if each.change}


def test_lasting_means_what_the_measures_that_arms_are_compared_by_mean():
    simulated = tiny_run().simulated(monthly=False, events=False)
    for name, lasting in LASTING.items():
        assert 100.0 * float(lasting.holds(simulated.partnerships)[0, 0]) == MEASURES[name].of(simulated)[0]
        assert lasting.label == MEASURES[name].label
