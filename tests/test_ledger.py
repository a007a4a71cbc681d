"""Any ending can be followed back to its causes in the events of a run."""

from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from samvirke.analysis.run.tables import tables_of
from samvirke.model.draws import prior_draws
from samvirke.model.ensemble import simulate
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import read_scenario
from samvirke.model.world import lay_out

RUNS = 12


@cache
def ledger() -> tuple[Any, Any]:
    """Outcomes and events of some runs of the 37 partnerships, one per draw from the prior."""
    world = lay_out(read_scenario("partnerskabspuljen"))
    tables = tables_of(simulate(world, range(RUNS), prior_draws(RUNS, 2), range(1, RUNS + 1)))
    return tables["outcomes"].to_pandas(), tables["events"].to_pandas()


def of_one(row: Any) -> pd.DataFrame:
    """The events of the partnership and run of a row of outcomes."""
    events = ledger()[1]
    return events[(events.seed == row.seed) & (events.partnership == row.partnership)]


def ended_for(reason: str) -> list[tuple[Any, pd.DataFrame]]:
    outcomes = ledger()[0]
    return [(row, of_one(row)) for row in outcomes[outcomes.end_reason == reason].itertuples()]


def test_every_ending_is_an_event_that_names_its_reason():
    outcomes, events = ledger()
    ends = events[events.kind == "partnership_ends"].set_index(["seed", "partnership"])
    for row in outcomes[outcomes.end_reason.notna()].itertuples():
        assert ends.loc[(row.seed, row.partnership)].other == row.end_reason
        assert ends.loc[(row.seed, row.partnership)].month == row.end_month


def test_every_declared_future_is_an_event_that_names_it():
    outcomes, events = ledger()
    declared = events[events.kind == "future_declared"].set_index(["seed", "partnership"]).other
    stated = declared.reindex(pd.MultiIndex.from_frame(outcomes[["seed", "partnership"]]))
    assert (stated.to_numpy() == outcomes.future.to_numpy()).all()


def test_too_few_wanted_to_go_on_because_members_withdrew_for_a_motive():
    for _, events in ended_for("too_few_partners_wanted_to_go_on"):
        withdrew = events[events.kind.isin(["organisation_withdraws", "organisation_leaves"])]
        stayed, went = ((events.kind == each).sum() for each in ("organisation_stays", "organisation_withdraws"))
        assert stayed < max(2.0, REGISTRY["part_of_members_that_must_stay"].high * (stayed + went))
        assert len(withdrew) > 0
        assert withdrew.other.notna().all()


def nobody_leads(events: pd.DataFrame) -> bool:
    """Whether the lead has withdrawn or left, or a key person of a lead has left whom nobody succeeded."""
    leads = {"organisation 1", *events[events.kind == "lead_passes_on"].subject}
    gone = events[events.kind.isin(["organisation_withdraws", "organisation_leaves"])].subject
    seats = events[events.kind.isin(["key_person_leaves", "successor_arrives"]) & events.other.isin(leads)]
    last = seats.groupby(seats.subject.str.replace(r"\.\d+$", "", regex=True)).kind.last()
    return bool(leads & {*gone}) or "key_person_leaves" in set(last)


def test_nobody_to_lead_because_the_lead_withdrew_or_left_or_its_person_was_not_replaced():
    assert all(nobody_leads(events) for _, events in ended_for("nobody_to_lead"))
    goes_on = [of_one(row) for row in ledger()[0].query("end_reason.isna()").itertuples()]
    assert np.mean([nobody_leads(events) for events in goes_on]) < 0.5


def won_money(events: pd.DataFrame, by_month: int) -> bool:
    return bool(((events.kind == "money_won") & (events.month <= by_month)).any())


def test_no_money_because_none_was_won_in_time_while_many_who_go_on_won_some():
    without = ended_for("no_money_and_too_few_hours")
    assert np.mean([won_money(events, row.end_month) for row, events in without]) < 0.1
    outcomes = ledger()[0]
    alive = [(row, of_one(row)) for row in outcomes[outcomes.end_reason.isna()].itertuples()]
    assert np.mean([won_money(events, row.grant_end_month) for row, events in alive]) > 0.4


@pytest.mark.parametrize("reason", ["faded_after_the_grant", "partners_left_before_the_end"])
def test_most_who_fade_were_weak_before(reason: str):
    """Some have hours and members enough, and dissolve for what else they lack."""
    weakened = [(events[events.kind == "partnership_weakens"].month < row.end_month).any() for row, events in ended_for(reason)]
    assert np.mean(weakened) > 0.5


def test_the_runs_hold_the_common_reasons():
    reasons = set(ledger()[0].end_reason.dropna())
    assert {"too_few_partners_wanted_to_go_on", "no_money_and_too_few_hours", "faded_after_the_grant"} <= reasons


def test_every_motive_occurs_among_those_who_stay_or_withdraw():
    events = ledger()[1]
    motives = events[events.kind.isin(["organisation_stays", "organisation_withdraws"])].other
    assert {"commitment", "trust", "expected gain", "backing", "money", "stake"} <= set(motives)
    assert np.isfinite(events[events.kind == "organisation_stays"]["size"]).all()
