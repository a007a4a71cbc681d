"""Who trusts whom and who is there, month by month: the same run as without looking, and everybody by her name."""

import numpy as np
import pandas as pd
import pyarrow.compute as pc
import pytest

from samvirke.analysis.run.events import numbers_by_name, subject_in_words
from samvirke.analysis.run.execution import run, runs_per_batch
from samvirke.analysis.run.tables import TABLES, tables_of, watched_for
from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT, PRESENT
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.world import lay_out
from tests.ensembles import same_runs, tiny

KEYS_OF_A_MONTH = ["seed", "partnership", "month"]
SEEDS = [3, 4, 5]


@pytest.fixture(scope="module")
def ensemble() -> Ensemble:
    return simulate(lay_out(tiny(), watched=watched_for(TABLES)), SEEDS)


@pytest.fixture(scope="module")
def tables(ensemble: Ensemble) -> dict[str, pd.DataFrame]:
    return {name: table.to_pandas() for name, table in tables_of(ensemble).items()}


@pytest.fixture(scope="module")
def key_persons(tables) -> pd.DataFrame:
    people = tables["people"]
    return people[people["kind"] == "key person"]


def month_of(table: pd.DataFrame, seed: int, partnership: str, month: int) -> pd.DataFrame:
    return table[(table["seed"] == seed) & (table["partnership"] == partnership) & (table["month"] == month)]


@pytest.mark.oracle
def test_a_run_that_is_watched_is_the_same_run():
    watched, unwatched = (simulate(lay_out(tiny(), watched=watched_for(keep)), [3]) for keep in (TABLES, ()))
    assert same_runs(watched, unwatched)
    assert unwatched.watched == {}


def test_the_other_tables_are_the_same_with_and_without_them():
    kept = run(tiny(), seed=3, replicates=2, keep=tuple(TABLES))
    without = run(tiny(), seed=3, replicates=2)
    assert without == {name: kept[name] for name in without}


@pytest.mark.parametrize("name", ["ties", "people"])
def test_one_of_them_alone_is_the_same_as_both_together(name: str):
    alone = run(tiny(), seed=3, keep=[name])
    assert list(alone) == ["outcomes", "survey", name]
    assert alone[name] == run(tiny(), seed=3, keep=["ties", "people"])[name]


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch):
    whole = run(tiny(), seed=3, replicates=3, keep=["ties", "people"])
    monkeypatch.setattr("samvirke.analysis.run.execution.WATCHED_ROWS_PER_BATCH", 1)
    assert runs_per_batch(lay_out(tiny(), watched=watched_for(["ties"]))) == 1
    assert run(tiny(), seed=3, replicates=3, keep=["ties", "people"]) == whole


def test_rows_stand_in_the_order_of_the_other_tables(tables):
    partnerships = list(dict.fromkeys(tables["outcomes"]["partnership"]))
    for name in ("ties", "people"):
        table = tables[name]
        place = table["partnership"].map(partnerships.index)
        months = pd.MultiIndex.from_arrays([table["seed"], place, table["month"]])
        assert months.is_monotonic_increasing, name
        assert table["month"].between(1, tiny().months).all()


def test_nobody_stands_twice_in_a_month(tables):
    assert not tables["ties"].duplicated([*KEYS_OF_A_MONTH, "from_person", "to_person"]).any()
    assert not tables["people"].duplicated([*KEYS_OF_A_MONTH, "person"]).any()


def test_both_ends_of_a_tie_are_there_and_of_different_organisations(tables, key_persons):
    there = set(key_persons[[*KEYS_OF_A_MONTH, "person", "organisation"]].itertuples(index=False, name=None))
    for end in ("from", "to"):
        ends = tables["ties"][[*KEYS_OF_A_MONTH, f"{end}_person", f"{end}_organisation"]]
        assert set(ends.itertuples(index=False, name=None)) <= there
    assert (tables["ties"]["from_organisation"] != tables["ties"]["to_organisation"]).all()


def test_every_tie_has_its_way_back(tables):
    there = tables["ties"][[*KEYS_OF_A_MONTH, "from_person", "to_person"]]
    back = there.rename(columns={"from_person": "to_person", "to_person": "from_person"})
    assert set(there.itertuples(index=False, name=None)) == set(back[there.columns].itertuples(index=False, name=None))


def test_the_last_months_trust_is_that_between_those_who_are_left(ensemble: Ensemble, tables):
    last = tables["ties"][tables["ties"]["month"] == tiny().months]
    assert np.array_equal(np.sort(last["personal_trust"]), np.sort(_held(ensemble)))


def _held(ensemble: Ensemble) -> np.ndarray:
    ties, holder = ensemble.world.template.ties, ensemble.watched["seats"]["holder"][:, -1]
    held = (holder[:, ties.from_seat] >= 0) & (holder[:, ties.to_seat] >= 0)
    return np.asarray(ensemble.watched["ties"]["trust"][:, -1][held])


def test_who_sits_on_a_seat_is_who_is_present():
    ensemble = simulate(lay_out(tiny(), watched={"seats": ("holder",), "key_persons": ("stage",)}), SEEDS)
    holders = (ensemble.watched["seats"]["holder"] >= 0).sum(axis=2)
    assert np.array_equal(holders, (ensemble.watched["key_persons"]["stage"] == PRESENT).sum(axis=2))


def test_who_has_left_is_gone_from_ties_and_people_and_her_successor_has_a_new_name(tables):
    events = tables["events"]
    left = events[events["kind"] == "key_person_leaves"]
    assert len(left) > 3
    for name, columns in (("ties", ["from_person", "to_person"]), ("people", ["person"])):
        for event in left.itertuples():
            table = tables[name]
            hers = table[(table["seed"] == event.seed) & (table["partnership"] == event.partnership)]
            months = hers[(hers[columns] == event.subject).any(axis=1)]["month"]
            assert (months < event.month).all(), event
    arrived = events[events["kind"] == "successor_arrives"]
    assert len(arrived) > 3
    for event in arrived.itertuples():
        now = month_of(tables["people"], event.seed, event.partnership, event.month).set_index("person")
        assert now.loc[event.subject, "since_month"] == event.month
        assert now.loc[event.subject, "organisation"] == event.other
        assert not event.subject.endswith(".1")


def test_what_a_person_is_called_leads_back_to_her_number():
    numbers = numbers_by_name("key person")
    assert [numbers[f"key person {each}"] for each in ("1.1", "1.2", "2.1")] == [0, 1, GENERATIONS_PER_SEAT]
    assert all(subject_in_words("key person", number) == name for name, number in numbers.items())


def test_at_most_one_coordinates_and_she_is_of_those_who_lead_at_first(key_persons):
    assert key_persons.groupby(KEYS_OF_A_MONTH)["is_coordinator"].sum().max() == 1
    first = key_persons[(key_persons["month"] == 1) & key_persons["is_coordinator"]]
    assert set(first["person"]) == {"key person 1.1"}
    assert first["is_lead"].all()


def test_volunteers_and_hours_are_those_of_the_month(tables):
    people = tables["people"]
    monthly = tables["monthly"].set_index(KEYS_OF_A_MONTH)
    volunteers = people[people["kind"] == "volunteer"].groupby(KEYS_OF_A_MONTH)
    assert len(volunteers)
    assert (volunteers.size() == monthly["volunteers"].reindex(volunteers.size().index)).all()
    assert np.allclose(volunteers["hours"].sum(), monthly["volunteer_hours"].reindex(volunteers.size().index))


def test_participants_are_counted_in_persons(tables):
    people = tables["people"]
    monthly = tables["monthly"].set_index(KEYS_OF_A_MONTH)["participants"]
    taking_part = people[(people["kind"] == "citizen") & people["stage"].isin(["participating"])].groupby(KEYS_OF_A_MONTH)["persons"].sum()
    assert (taking_part == monthly.reindex(taking_part.index)).all()


def test_a_kind_has_its_own_states_and_no_others(tables):
    people = tables["people"]
    of_kind = {"key person": "understanding", "volunteer": "energy", "citizen": "wellbeing"}
    for kind, column in of_kind.items():
        assert (people[column].notna() == (people["kind"] == kind)).all()
    assert people["hours"].isna().eq(people["kind"] == "citizen").all()
    assert people["organisation"].notna().eq(people["kind"] == "key person").all()
    assert "unaware" not in set(people["stage"])


def test_no_column_that_is_never_null_has_a_null(ensemble: Ensemble):
    for name in ("ties", "people"):
        table = tables_of(ensemble)[name]
        assert not [field.name for field in table.schema if not field.nullable and pc.any(pc.is_null(table[field.name])).as_py()]
