"""Pairs: citizens who wait for a volunteer of their own, and what becomes of both [V3, X12]."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.measures import MEASURES
from samvirke.analysis.run.tables import outcomes
from samvirke.model.agents.citizen import CONTACTED, PARTICIPATING, VOLUNTEERING
from samvirke.model.agents.volunteer import ACTIVE
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.fields import NEVER, NOBODY
from samvirke.model.processes.pairs import lapsing_in_a_pair, level_after_being_left
from samvirke.model.scenario import Population, Scenario, check, read_scenario
from samvirke.model.world import World, lay_out
from tests.ensembles import same_runs, simulated, tiny
from tests.test_invariants import every_month, fields_out_of_bounds

SEEDS = range(12)
PLENTY = {
    "hours_per_contact_in_open_meetings": 0.2, "hours_per_contact_by_outreach": 0.8, "persons_a_specialised_offer_needs": 1.0,
    "hours_per_personal_ask": 0.2, "motivation_of_volunteers": 0.95, "meaning_before_anything_runs": 0.9,
    "chance_of_falling_through_per_month": 0.0,
}  # fmt: skip
"""Persons enough of both sorts, and an offer that lasts as long as the grant."""
NOBODY_TIRES = {"chance_of_giving_up_waiting_per_month": 0.0}
ALL_STOP = {"chance_of_volunteer_stopping_per_month": 0.08, "weight_of_belonging": 0.0, "weight_of_recognition": 0.0}
FEW_STOP = {"chance_of_volunteer_stopping_per_month": 0.01}
WAITING = (
    "pairs_made",
    "gave_up_waiting",
    "waited_until_it_closed",
    "pairs_parted",
    "citizens_waiting",
    "months_waited_for_a_match",
    "pairs_left_behind",
    "matching_hours",
)


def paired(parameters: dict[str, float] | None = None, levers: dict[str, float] | None = None, volunteers: int = 40) -> Scenario:
    """The small scenario, its partnerships matching citizens with a volunteer each."""
    cases = tuple(
        case.model_copy(update={"format": "pairs", "citizen_facing": True, "volunteer_based": True}) for case in tiny().partnerships
    )
    arm = tiny().arms["baseline"].model_copy(update={"levers": levers or {}})
    return tiny().model_copy(
        update={
            "partnerships": cases,
            "arms": {"baseline": arm},
            "population": Population(volunteers=volunteers, citizens=80),
            "parameters": {**tiny().parameters, **PLENTY, **(parameters or {})},
        }
    )


def runs_of(**changes: Any) -> Ensemble:
    return simulate(lay_out(paired(**changes), events=False), SEEDS)


def total(ensemble: Ensemble, name: str) -> Any:
    """Of all partnerships, per run."""
    return ensemble.partnerships[name].sum(axis=1)


def mean(ensemble: Ensemble, measure: str) -> float:
    return float(np.nanmean(MEASURES[measure].of(ensemble)))


# Who is whose


def queue(state: Any, p: int) -> Iterator[int]:
    """The citizens who wait in partnership `p`, in their order."""
    c = state.partnerships[p].first_waiting
    while c != NOBODY:
        yield int(c)
        c = state.citizens[c].waits_after_her


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_volunteer_has_at_most_one_citizen_and_a_citizen_one_volunteer(seed: int) -> None:
    made = 0
    for state in every_month(lay_out(paired()), seed, None):
        volunteers, citizens = state.volunteers, state.citizens
        matched = np.flatnonzero(volunteers.her_citizen != NOBODY)
        of_them = volunteers.her_citizen[matched]
        assert len(set(of_them)) == len(matched)
        assert np.array_equal(citizens.her_volunteer[of_them], matched)
        assert np.array_equal(np.sort(of_them), np.flatnonzero(citizens.her_volunteer != NOBODY))
        assert (volunteers.partnership[matched] == citizens.partnership[of_them]).all()
        assert (volunteers.stage[matched] == ACTIVE).all()
        assert np.array_equal(np.sort(of_them), np.flatnonzero(citizens.stage == PARTICIPATING))
        for p, partnership in enumerate(state.partnerships):
            pairs = (volunteers.partnership[matched] == p).sum()
            assert partnership.participants == pairs <= partnership.active_volunteers
            made = max(made, int(pairs))
    assert made > 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_waits_stands_once_in_the_queue_and_the_longest_waiting_first(seed: int) -> None:
    longest = 0
    for state in every_month(lay_out(paired({"share_who_wait_again": 0.0})), seed, None):
        waiting = np.flatnonzero(state.citizens.waits_since_month != NEVER)
        assert (state.citizens.stage[waiting] == CONTACTED).all()
        everybody = []
        for p, partnership in enumerate(state.partnerships):
            here = list(queue(state, p))
            since = state.citizens.waits_since_month[here]
            assert (np.diff(since) >= 0).all()
            assert partnership.citizens_waiting == len(here)
            assert partnership.last_waiting == (here[-1] if here else NOBODY)
            everybody += here
            longest = max(longest, len(here))
        assert sorted(everybody) == list(waiting)
    assert longest > 3


def test_who_is_left_behind_comes_before_all_others() -> None:
    before, seen = np.zeros(3), 0
    for state in every_month(lay_out(paired({**ALL_STOP, "share_who_wait_again": 1.0})), 1, None):
        left = state.partnerships.pairs_left_behind.astype(float)
        for p in np.flatnonzero(left > before):
            first = state.citizens[state.partnerships[p].first_waiting]
            assert first.ever_participated
            assert first.waits_since_month == state.clock[0].month
            seen += 1
        before = left
    assert seen > 0


def test_every_field_of_pairs_stays_within_its_bounds() -> None:
    for state in every_month(lay_out(paired(ALL_STOP)), 5, None):
        assert fields_out_of_bounds(state) == []


def test_nobody_takes_part_unmatched_and_every_pair_made_is_there_left_behind_or_parted() -> None:
    ensemble = runs_of()
    assert (total(ensemble, "pairs_made") >= total(ensemble, "ever_participated")).all()
    assert (total(ensemble, "ever_participated") > 0).all()
    gone = total(ensemble, "pairs_left_behind") + total(ensemble, "pairs_parted")
    assert (total(ensemble, "pairs_made") == gone + total(ensemble, "participants")).all()


# What drives it


def test_more_support_shortens_waiting() -> None:
    little = runs_of(levers={"support_hours_per_volunteer": 0.5}, parameters=NOBODY_TIRES)
    much = runs_of(levers={"support_hours_per_volunteer": 8.0}, parameters=NOBODY_TIRES)
    assert mean(much, "months_of_waiting") < mean(little, "months_of_waiting")
    assert mean(much, "pairs_made") > mean(little, "pairs_made")


def test_a_match_that_takes_more_hours_is_made_later() -> None:
    quick, slow = runs_of(parameters={"hours_to_make_a_match": 2.0}), runs_of(parameters={"hours_to_make_a_match": 80.0})
    assert mean(slow, "months_of_waiting") > mean(quick, "months_of_waiting")


def test_volunteers_who_leave_leave_citizens_behind() -> None:
    staying, leaving = runs_of(parameters=FEW_STOP), runs_of(parameters=ALL_STOP)
    assert mean(leaving, "share_of_pairs_left_behind") > mean(staying, "share_of_pairs_left_behind")


def test_the_more_volunteers_the_more_citizens_take_part() -> None:
    few, many = runs_of(volunteers=8), runs_of(volunteers=60)
    assert mean(many, "citizens_reached") > mean(few, "citizens_reached")


def test_without_volunteers_nobody_takes_part_and_all_wait_in_vain() -> None:
    scenario = paired({"share_of_citizens_who_could_volunteer": 0.0}, volunteers=0)
    ensemble = simulate(lay_out(scenario, events=False), SEEDS)
    assert not ensemble.partnerships["ever_participated"].any()
    assert not ensemble.partnerships["pairs_made"].any()
    assert (total(ensemble, "gave_up_waiting") + total(ensemble, "citizens_waiting") > 0).all()
    assert not (ensemble.monthly["participants"] > 0).any()


def test_the_impatient_give_up_waiting_more_often() -> None:
    patient, impatient = runs_of(parameters=NOBODY_TIRES), runs_of(parameters={"chance_of_giving_up_waiting_per_month": 0.3})
    assert mean(impatient, "waited_in_vain") > mean(patient, "waited_in_vain")


def test_when_nothing_runs_any_more_pairs_are_left_behind_and_nobody_waits() -> None:
    ensemble = runs_of(parameters={"last_call_for_hosts": 0.0})
    over = ensemble.partnerships["running_activities"] == 0
    assert over.any()
    assert not ensemble.partnerships["participants"][over].any()
    assert not ensemble.partnerships["citizens_waiting"][over].any()
    assert ensemble.partnerships["left_behind"][over].any()


def test_being_left_behind_costs_wellbeing() -> None:
    """[X12] Nothing at its neutral value."""
    unhurt = runs_of(parameters={**ALL_STOP, "lost_when_left_behind": 0.0})
    hurt = runs_of(parameters={**ALL_STOP, "lost_when_left_behind": 0.5})
    assert mean(hurt, "wellbeing_change") < mean(unhurt, "wellbeing_change")
    assert level_after_being_left(0.3, 0.0) == 0.3


def test_a_pair_without_support_parts_sooner() -> None:
    """Support holds the two together [V3]."""
    assert lapsing_in_a_pair(0.7, 0.0, 0.5) > lapsing_in_a_pair(0.7, 1.0, 0.5)
    together, alone = ({"lapsing_in_an_unsupported_pair": each, **NOBODY_TIRES} for each in (0.0, 5.0))
    unsupported = {"support_hours_per_volunteer": 0.5}
    assert mean(runs_of(parameters=alone, levers=unsupported), "citizen_stay") < mean(
        runs_of(parameters=together, levers=unsupported), "citizen_stay"
    )


def test_a_volunteer_of_her_own_holds_a_citizen() -> None:
    alone, held = (runs_of(parameters={"held_by_a_volunteer_of_her_own": each, **FEW_STOP}) for each in (0.0, 0.95))
    assert mean(held, "citizen_stay") > mean(alone, "citizen_stay")


def test_where_many_wait_volunteers_are_sought_rather_than_citizens() -> None:
    heedless, heedful = (runs_of(parameters={"attention_to_the_queue": each}) for each in (0.0, 1.0))
    assert mean(heedful, "volunteers_peak") > mean(heedless, "volunteers_peak")
    assert mean(heedful, "waited_in_vain") < mean(heedless, "waited_in_vain")


# Elsewhere


def test_other_formats_know_no_pairs() -> None:
    ensemble = simulate(lay_out(tiny(), events=False), range(2))
    assert not any(ensemble.partnerships[name].any() for name in WAITING)
    assert not ensemble.monthly["citizens_waiting"].any()
    assert np.isnan(MEASURES["pairs_made"].of(ensemble)).all()
    assert outcomes(ensemble)["pairs_made"].null_count == outcomes(ensemble).num_rows
    assert outcomes(ensemble)["months_of_waiting"].null_count == outcomes(ensemble).num_rows


def test_what_pairs_are_made_with_changes_nothing_where_there_are_none() -> None:
    plain = simulate(lay_out(tiny(), events=False), range(4))
    values = {
        "hours_to_make_a_match": 100.0,
        "chance_of_a_fit_per_month": 0.9,
        "lapsing_in_an_unsupported_pair": 4.0,
        "chance_of_giving_up_waiting_per_month": 0.9,
        "held_by_a_volunteer_of_her_own": 1.0,
        "attention_to_the_queue": 1.0,
        "share_who_wait_again": 0.0,
    }
    other = tiny().model_copy(update={"parameters": {**tiny().parameters, **values}})
    assert same_runs(plain, simulate(lay_out(other, events=False), range(4)))


def test_another_partnership_changes_nothing_in_a_pair() -> None:
    """Chance hangs on the partnership and the citizen's own slot."""
    world: World = lay_out(paired(), events=False)
    alone = paired().model_copy(update={"partnerships": paired().partnerships[1:2]})
    together, apart = simulated(world, 4), simulated(lay_out(alone, events=False), 4)
    mine = together.citizens[together.citizens.partnership == 1]
    assert np.array_equal(mine.stage, apart.citizens.stage)
    assert np.array_equal(mine.wellbeing, apart.citizens.wellbeing)


def test_a_slot_is_one_person_and_the_table_counts_pairs() -> None:
    scenario = paired()
    assert {scenario.persons_per_citizen_of(case) for case in scenario.partnerships} == {1.0}
    table = outcomes(runs_of()).to_pandas()
    assert (table["pairs_made"] >= table["pairs_now"]).all()
    assert (table["citizens_reached"] <= table["pairs_made"]).all()


def test_who_volunteers_herself_is_in_no_pair_as_a_citizen() -> None:
    seen = 0
    for state in every_month(lay_out(paired({"volunteering_from_surplus_per_month": 5.0, "wellbeing_gain_per_month": 0.2})), 2, None):
        volunteering = state.citizens.stage == VOLUNTEERING
        seen += int(volunteering.sum())
        assert (state.citizens.her_volunteer[volunteering] == NOBODY).all()
    assert seen > 0


# What a scenario says


def test_network_families_are_pairs() -> None:
    scenario = read_scenario("netvaerksfamilier")
    assert {case.format for case in scenario.partnerships} == {"pairs"}
    assert "pairs" in {each.value for each in scenario.evidence if each.fact == "format: how citizens take part"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("volunteer_based = false", "volunteer_based = false does not fit"),
        ("citizen_facing = false", "citizen_facing = false does not fit"),
        ("persons_per_citizen = 10", "must be 1 where"),
    ],
)
def test_pairs_without_both_or_of_many_are_refused(line: str, said: str, tmp_path: Any) -> None:
    whole = f'extends = "one-partnership"\n[[partnerships]]\ncase_id = "one"\nmembers = {{ municipality = 1, civil_society = 1 }}\nlead_sector = "municipality"\nformat = "pairs"\n{line}\n'  # noqa: E501
    (tmp_path / "mine.toml").write_text(whole, encoding="utf-8")
    assert any(said in problem for problem in check(str(tmp_path / "mine.toml")))
