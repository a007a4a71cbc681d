"""What an arm may change besides levers: the partnerships themselves, their grants, and which events happen."""

import numpy as np
import pytest

from samvirke.analysis.comparison.costs import cost_of
from samvirke.model.agents.partnership import LED_TOGETHER
from samvirke.model.fields import NEVER
from samvirke.model.scenario import Arm, Grant, read_scenario
from samvirke.model.scenario.resolved import PartnershipChange, Text
from samvirke.model.state import State
from samvirke.model.world import lay_out
from tests.ensembles import many, same_runs, tiny

WORDS = Text(da="a", en="a")


def laid_out(change: PartnershipChange) -> State:
    arm = Arm(title=WORDS, partnerships=change)
    return lay_out(tiny().model_copy(update={"arms": {"other": arm}}), "other").template


def baseline() -> State:
    return lay_out(tiny()).template


def test_twice_as_many_members_is_twice_of_each_sector():
    assert (laid_out(PartnershipChange(members_times=2.0)).partnerships.organisations == 2 * baseline().partnerships.organisations).all()


def test_of_each_sector_one_member_is_left():
    fewer = laid_out(PartnershipChange(members_times=0.1)).partnerships
    assert [len(each.members) for each in tiny().partnerships] == list(fewer.organisations)


def test_concept_theme_and_lead_change_in_every_partnership():
    change = PartnershipChange(
        members={"municipality": 1, "civil_society": 1}, lead_sector="civil_society", concept="proven", framing="risk"
    )
    there = laid_out(change)
    assert set(there.partnerships.concept) == {2}
    assert set(there.partnerships.risk_framing) == {1.0}
    assert set(there.partnerships.lead_kind) == {1}


def test_municipality_and_association_lead_together_where_an_arm_says_so():
    assert set(laid_out(PartnershipChange(shared_lead=True)).partnerships.lead_kind) == {LED_TOGETHER}
    assert set(laid_out(PartnershipChange(shared_lead=False)).partnerships.lead_kind) == set(baseline().partnerships.lead_kind)


def test_money_without_an_end_date_has_none_and_the_activities_stay_as_they_were():
    change = PartnershipChange(grants=(Grant(funder="The municipality", amount_dkk=3_000_000.0),))
    there = laid_out(change).partnerships
    assert set(there.grant_end) == {NEVER}
    assert (there.activities == baseline().partnerships.activities).all()


def test_a_bridge_comes_besides_the_grant():
    bridge = Grant(funder="A bridge", amount_dkk=100_000.0, start=21, months=6)
    there = laid_out(PartnershipChange(more_grants=(bridge,)))
    assert (there.partnerships.grants == baseline().partnerships.grants + 1).all()
    assert set(there.partnerships.grant_end) == {26}


def test_the_money_of_changed_grants_is_a_cost():
    bridge = Grant(funder="A bridge", amount_dkk=100_000.0, start=21, months=6)
    arm = Arm(title=WORDS, partnerships=PartnershipChange(more_grants=(bridge,)))
    assert cost_of(tiny().model_copy(update={"arms": {"bridge": arm}}), "bridge").dkk == pytest.approx(100_000.0)


def test_events_of_a_kind_do_not_happen_in_an_arm_without_them():
    scenario = tiny().model_copy(update={"arms": {"calm": Arm(title=WORDS, without=("quarrel", "savings_round"))}})
    assert len(lay_out(scenario, "calm").template.scheduled) == len(baseline().scheduled) - 2


def test_an_arm_without_events_that_there_are_not_is_the_baseline():
    scenario = read_scenario("one-partnership")
    calm = scenario.model_copy(update={"arms": {**scenario.arms, "calm": Arm(title=WORDS, without=("quarrel",))}})
    assert same_runs(many(calm, range(3), "calm"), many(calm, range(3)))


def test_what_was_changed_in_an_arm_reads_as_an_arm_that_changes_something():
    assert not Arm(title=WORDS, partnerships=PartnershipChange(concept="new")).changes_nothing
    assert not Arm(title=WORDS, without=("quarrel",)).changes_nothing
    assert Arm(title=WORDS, details=WORDS, cost_dkk=3.0).changes_nothing


def test_a_lead_from_another_sector_takes_the_first_seat():
    scenario = read_scenario("netvaerksfamilier")
    arm = Arm(title=WORDS, partnerships=PartnershipChange(lead_sector="civil_society"))
    there = lay_out(scenario.model_copy(update={"arms": {"other": arm}}), "other").template
    leads = there.organisations[there.partnerships.lead]
    assert (there.partnerships.lead_kind == 1).all()
    assert np.asarray(leads.is_lead).all()
