"""Each leading mechanism does what its source says: the same lives, one thing changed, and a measure downstream of it.

A claim compares two ensembles of the 37 partnerships under common random numbers. Its effect is the mean over seeds of the
paired difference; it holds when that mean has the claimed sign and its 90 % interval over seeds does not touch zero.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import numpy as np
import pytest

from samvirke.model.agents.organisation import SECTORS
from samvirke.model.agents.partnership import ENDED_ALTOGETHER, GOAL_MET, goes_on
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.fields import NEVER
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.resolved import Event
from samvirke.model.world import lay_out

SEEDS = range(16)
ONE_SIDED_90_PERCENT = 1.34  # of Student's t with 15 degrees of freedom


@cache
def the_37() -> Scenario:
    return read_scenario("partnerskabspuljen")


@dataclass(frozen=True)
class Change:
    """What differs: parameters and levers by name, events, grants."""

    parameters: dict[str, float] = field(default_factory=dict)
    levers: dict[str, float] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    case: dict[str, Any] = field(default_factory=dict)
    endless: bool = False
    grant_dkk: float | None = None
    members_times: float = 1.0

    def applied(self) -> Scenario:
        """The 37 partnerships with this change."""
        scenario = the_37()
        arm = scenario.arms["baseline"].model_copy(update={"levers": self.levers, "events": self.events})
        cases = tuple(self._changed(case) for case in scenario.partnerships)
        parameters = {**scenario.parameters, **self.parameters}
        return scenario.model_copy(update={"parameters": parameters, "arms": {"baseline": arm}, "partnerships": cases})

    def _changed(self, case: Any) -> Any:
        update = dict(self.case)
        if self.endless:
            update["grants"] = tuple(
                grant.model_copy(update={"months": None, "amount_dkk": grant.amount_dkk * 12 / grant.months}) for grant in case.grants
            )
        if self.members_times != 1.0:
            update["members"] = {sector: max(1, round(self.members_times * there)) for sector, there in case.members.items() if there}
        if self.grant_dkk is not None:
            update["grants"] = tuple(grant.model_copy(update={"amount_dkk": self.grant_dkk}) for grant in case.grants)
        return case.model_copy(update=update)


def levers(**values: float) -> Change:
    return Change(levers=values)


def parameters(**values: float) -> Change:
    return Change(parameters=values)


@lru_cache(maxsize=8)  # 20 MB each; neighbours in the table share a side
def _runs(key: str) -> Ensemble:
    return simulate(lay_out(CHANGES[key].applied(), events=False), SEEDS)


CHANGES: dict[str, Change] = {}


def runs_of(change: Change) -> Ensemble:
    CHANGES.setdefault(repr(change), change)
    return _runs(repr(change))


Measure = Callable[[Ensemble], Any]


def monthly(name: str, first: int, last: int) -> Measure:
    """Mean over partnerships, while they last, of a monthly measure between two months (both included), per run."""
    return lambda ensemble: np.nanmean(ensemble.monthly[name][:, :, first - 1 : last], axis=(1, 2))


def at_end(name: str) -> Measure:
    """Mean over partnerships of a partnership's field at the end of the run, per run."""
    return lambda ensemble: np.asarray(ensemble.partnerships[name], dtype=float).mean(axis=1)


def latent(item: str, wave: int = 2) -> Measure:
    """Mean latent of an item in a wave."""
    return lambda ensemble: ensemble.latent[:, :, wave, ITEM_NUMBER[item]].mean(axis=1)


def first_started(ensemble: Ensemble) -> Any:
    """Months with any activity running in the first year and a half."""
    return (ensemble.monthly["activities"][:, :, :18] > 0).mean(axis=(1, 2))


def goes_on_after(ensemble: Ensemble) -> Any:
    """Share of partnerships that go on at the grant's end."""
    return goes_on(ensemble.partnerships["future"]).mean(axis=1)


def output_per_krone(ensemble: Ensemble) -> Any:
    """Output of all partnerships relative to the money they received."""
    return ensemble.partnerships["output_total"].sum(axis=1) / ensemble.partnerships["received_dkk"].sum(axis=1)


def something_left(ensemble: Ensemble) -> Any:
    """Share of partnerships of which something is left at the grant's end."""
    return (ensemble.partnerships["future"] != ENDED_ALTOGETHER).mean(axis=1)


def began_anchoring_early(ensemble: Ensemble) -> Any:
    """Share of partnerships that began anchoring a year or more before the end."""
    return (ensemble.partnerships["anchoring_started_month"] < ensemble.partnerships["grant_end"] - 12).mean(axis=1)


def trust_lost_in_the_month_after(month: int) -> Measure:
    """Fall of mean trust from before to after an event in `month`."""
    return lambda ensemble: (ensemble.monthly["trust"][:, :, month - 2] - ensemble.monthly["trust"][:, :, month]).mean(axis=1)


def comings_and_goings(ensemble: Ensemble) -> Any:
    """Mean over partnerships of the largest change of the corps from one month to the next, in the two years before the grant ends."""
    return np.abs(np.diff(ensemble.monthly["volunteers"][:, :, 12:36].astype(float), axis=2)).max(axis=2).mean(axis=1)


def spread_between_partnerships(name: str, month: int) -> Measure:
    return lambda ensemble: np.nanstd(ensemble.monthly[name][:, :, month - 1], axis=1)


def large_minus_small_trust(ensemble: Ensemble) -> Any:
    """Trust at month 30 in the partnerships of ten and more members, less that in those of up to four."""
    trust = ensemble.monthly["trust"][:, :, 29]
    members = ensemble.partnerships["organisations"][0]
    return np.nanmean(trust[:, members >= 10], axis=1) - np.nanmean(trust[:, members <= 4], axis=1)


def members_in_the_last_month_of_the_grant(ensemble: Ensemble) -> Any:
    """Mean number of members in month 36."""
    return ensemble.monthly["organisations"][:, :, 35].mean(axis=1)


def ended_early(ensemble: Ensemble) -> Any:
    """Share of partnerships that ended before their grant."""
    return (ensemble.partnerships["end_month"] < ensemble.partnerships["grant_end"]).mean(axis=1)


def left_of_those_who_joined(ensemble: Ensemble) -> Any:
    """Times a volunteer stopped relative to times one joined, per run."""
    return ensemble.partnerships["volunteers_left"].sum(axis=1) / ensemble.partnerships["volunteers_joined"].sum(axis=1)


def leaving(month: int) -> tuple[Event, ...]:
    return (Event(month=month, kind="key_person_leaves", whom="all"),)


def set_in(month: int, lever: str, value: float) -> Event:
    return Event(month=month, kind="set_lever", whom="all", lever=lever, size=value)


JOINED_UP = {"openness": 0.95, "structure": 1.0, "shared_power": 0.95, "share_of_hours_on_relations": 0.3, "formulation_months": 6.0}
KEPT_APART = {"openness": 0.1, "structure": 0.1, "shared_power": 0.3, "share_of_hours_on_relations": 0.05, "formulation_months": 0.0}
MODEST, BOLD = {"promised_output_per_hour": 0.2}, {"promised_output_per_hour": 3.0}
SMALL_GRANT, MIDDLING_GRANT, LARGE_GRANT, HUGE_GRANT = 1e3, 3e6, 3e7, 3e8
SLOW_TO_FILL = {"chance_of_filling_a_post_per_month": 0.05}
COORDINATOR_LEAVES = (Event(month=18, kind="key_person_leaves", whom="all:coordinator"),)
REORGANISED = (Event(month=34, kind="reorganisation", whom="all"),)
PLAIN = Change()
TWO_LEAVE = (Event(month=12, kind="organisation_leaves", whom="all:organisation 2"), Event(month=12, kind="organisation_leaves", whom="all:organisation 3"))  # fmt: skip
LEAD_LEAVES = (Event(month=12, kind="organisation_leaves", whom="all:lead"),)
HOSTED = {"anchoring_start_month": 6.0, "co_running": 1.0}
NOTHING_FROM_INTEGRATION = {"gain_from_integration": 0.0, "lost_to_cross_purposes": 0.0, "lost_to_friction": 0.0}
EVERYBODY_STOPS = {"chance_of_volunteer_stopping_per_month": 1.0, "weight_of_belonging": 0.0, "weight_of_recognition": 0.0}
MUCH_TO_DO = {"volunteer_hours_an_activity_needs": 500.0, "most_hours_of_a_volunteer": 160.0}
CLAIMS: list[tuple[str, str, Change, Change, Measure, int]] = [
    ("G1", "joint formulation early raises shared understanding in the first year", levers(formulation_months=0), levers(formulation_months=8), monthly("shared_understanding", 6, 12), +1),
    ("G1", "shared understanding makes effort point the same way: more output", parameters(alignment_per_month=0.02), parameters(alignment_per_month=0.3), at_end("output_total"), +1),
    ("G2", "drifting views lower shared understanding", parameters(drift_of_views_per_month=0.0), parameters(drift_of_views_per_month=0.2), monthly("shared_understanding", 20, 36), -1),
    ("G2", "newcomers lower shared understanding", PLAIN, Change(events=leaving(20)), monthly("shared_understanding", 21, 25), -1),
    ("G2", "views drift less apart where the goal is spoken of", parameters(drift_of_views_per_month=0.08, drift_stilled_by_talk=0.0), parameters(drift_of_views_per_month=0.08, drift_stilled_by_talk=0.9), monthly("shared_understanding", 20, 36), +1),
    ("G6", "a strong goal keeps differing interests from becoming tension", parameters(goal_strength_at_start=0.1), parameters(goal_strength_at_start=0.95), monthly("tension", 12, 36), -1),
    ("G6", "a strong goal keeps the view of it shared", parameters(goal_strength_at_start=0.1), parameters(goal_strength_at_start=0.95), monthly("shared_understanding", 12, 36), +1),
    ("G3", "knowing each other's expectations raises trust", parameters(learning_of_expectations_per_month=0.0), parameters(learning_of_expectations_per_month=0.3), monthly("trust", 24, 36), +1),
    ("G4", "differing interests raise synergy where they are integrated", Change(levers={"differing_interests": 0.05, **JOINED_UP}), Change(levers={"differing_interests": 0.8, **JOINED_UP}), latent("synergy"), +1),
    ("G4", "differing interests that are not integrated lower synergy", Change(levers={"differing_interests": 0.05, **KEPT_APART}), Change(levers={"differing_interests": 0.8, **KEPT_APART}), latent("synergy"), -1),
    ("G4", "differing interests that are not integrated become tension", levers(differing_interests=0.1), levers(differing_interests=0.9), monthly("tension", 12, 36), +1),
    ("G5", "open talk lowers conflict", levers(openness=0.2), levers(openness=0.9), monthly("conflict", 12, 36), -1),
    ("G5", "open talk raises trust", levers(openness=0.2), levers(openness=0.9), monthly("trust", 12, 36), +1),
    ("G7", "partners that need the others commit more", parameters(felt_need_at_start=0.3), parameters(felt_need_at_start=0.95), monthly("commitment", 12, 36), +1),
    ("T1", "losing trust faster than gaining it lowers trust", parameters(trust_loss_relative_to_gain=1.0), parameters(trust_loss_relative_to_gain=6.0), monthly("trust", 12, 36), -1),
    ("T1", "broken promises lower trust", parameters(chance_of_a_busy_month=0.0), parameters(chance_of_a_busy_month=0.9), monthly("trust", 12, 36), -1),
    ("T2", "institutional trust lets trust survive departures", Change(parameters={"weight_of_institutional_trust": 0.0}, events=leaving(24)), Change(parameters={"weight_of_institutional_trust": 1.0}, events=leaving(24)), monthly("trust", 26, 32), +1),
    ("T3", "ties decay without upkeep", parameters(fading_of_ties_per_month=0.0), parameters(fading_of_ties_per_month=0.15), monthly("trust", 24, 36), -1),
    ("T3", "hours for relations keep ties up", Change(levers={"share_of_hours_on_relations": 0.02}, parameters={"fading_of_ties_per_month": 0.1}), Change(levers={"share_of_hours_on_relations": 0.3}, parameters={"fading_of_ties_per_month": 0.1}), monthly("trust", 24, 36), +1),
    ("T6", "equal standing raises trust", levers(shared_power=0.2), levers(shared_power=0.95), monthly("trust", 12, 36), +1),
    ("T6", "equal standing raises ownership", levers(shared_power=0.2), levers(shared_power=0.95), monthly("ownership", 12, 36), +1),
    ("T6", "equal standing raises commitment", Change(levers={"shared_power": 0.95}, parameters={"weight_of_standing_in_commitment": 0.0}), Change(levers={"shared_power": 0.95}, parameters={"weight_of_standing_in_commitment": 2.0}), monthly("commitment", 12, 36), +1),
    ("T6", "dismissive persons lower trust", parameters(share_of_dismissive_persons=0.0), parameters(share_of_dismissive_persons=0.4), monthly("trust", 12, 36), -1),
    ("T7", "without structure large partnerships lose trust against small ones", levers(structure=0.0), levers(structure=1.0), large_minus_small_trust, +1),
    ("K1", "departures cost trust", PLAIN, Change(events=leaving(24)), monthly("trust", 25, 30), -1),
    ("K1", "departures cost know-how", PLAIN, Change(events=leaving(24)), monthly("know_how", 25, 30), -1),
    ("K2", "a departure costs more where ties take longer to be established", Change(parameters={"months_to_establish_a_tie": 2.0}, events=leaving(20)), Change(parameters={"months_to_establish_a_tie": 100.0}, events=leaving(20)), monthly("expectations_known", 22, 28), -1),
    ("K3", "handover saves what a departure would cost", Change(levers={"handover_months": 0.0}, events=leaving(24)), Change(levers={"handover_months": 3.0}, events=leaving(24)), monthly("expectations_known", 25, 30), +1),
    ("K3", "a detailed and fresh agreement saves what a departure would cost", Change(levers={"agreement_detail": 0.0}, events=leaving(24)), Change(levers={"agreement_detail": 1.0, "agreement_revision_months": 6.0}, events=leaving(24)), monthly("expectations_known", 25, 30), +1),
    ("K3", "a second person saves what a departure would cost", Change(levers={"second_person": 0.0}, events=leaving(24)), Change(levers={"second_person": 1.0}, events=leaving(24)), monthly("trust", 25, 30), +1),
    ("K4", "a departure is a gain where the relation was bad", Change(parameters={"share_of_dismissive_persons": 1.0, "respect_of_a_dismissive_person": 0.0}), Change(parameters={"share_of_dismissive_persons": 1.0, "respect_of_a_dismissive_person": 0.0}, events=leaving(24)), monthly("trust", 26, 27), +1),
    ("K5", "experience and mandate early raise shared understanding", levers(experience_at_start=0.1, mandate_at_start=0.1), levers(experience_at_start=0.9, mandate_at_start=0.9), monthly("shared_understanding", 6, 12), +1),
    ("K6", "reorganisations make key persons leave", parameters(chance_of_reorganisation_per_year=0.0), parameters(chance_of_reorganisation_per_year=0.6), at_end("departures"), +1),
    ("K6", "the grant's end makes key persons leave", parameters(leaving_as_the_grant_ends=0.0), parameters(leaving_as_the_grant_ends=10.0), at_end("central_departures"), +1),
    ("K6", "associations that pupils or students run change their key persons every year", parameters(share_run_by_students=0.0), parameters(share_run_by_students=1.0), at_end("departures"), +1),
    ("M1", "ownership follows the money", levers(share_of_grant_with_lead=0.9), levers(share_of_grant_with_lead=0.4), monthly("ownership", 12, 36), +1),
    ("M2", "ownership grows with joint decisions", parameters(pace_of_ownership_per_month=0.0), Change(parameters={"pace_of_ownership_per_month": 0.1}, levers={"shared_power": 1.0}), latent("all_partners_engaged_with_ownership"), +1),
    ("M3", "cost above expected gain loses commitment", parameters(weight_of_cost=0.3, expected_gain_at_start=0.6), parameters(weight_of_cost=1.5, expected_gain_at_start=0.6), monthly("commitment", 6, 36), -1),
    ("M3", "expected gain keeps partners in", parameters(expected_gain_at_start=0.2), parameters(expected_gain_at_start=0.9), at_end("organisations_at_end"), +1),
    ("M4", "management backing gives more hours", parameters(backing_at_start=0.2), parameters(backing_at_start=0.9), monthly("hours", 6, 24), +1),
    ("M4", "management backing gives a faster start", parameters(backing_at_start=0.2, months_of_setting_up=10.0, start_hastened_by_backing=0.9), parameters(backing_at_start=0.9, months_of_setting_up=10.0, start_hastened_by_backing=0.9), first_started, +1),
    ("M4", "a municipal volunteer strategy brings volunteers", parameters(volunteer_strategy_eases_recruiting=0.0), parameters(volunteer_strategy_eases_recruiting=3.0), at_end("volunteers_joined"), +1),
    ("M5", "municipal lead brings referrals of citizens", parameters(municipal_lead_refers_citizens=0.0), parameters(municipal_lead_refers_citizens=3.0), at_end("ever_participated"), +1),
    ("M5", "voluntary lead brings volunteers", parameters(voluntary_lead_eases_recruiting=0.0), parameters(voluntary_lead_eases_recruiting=3.0), at_end("volunteers_joined"), +1),
    ("M5", "municipal lead opens budgets", parameters(municipal_lead_opens_budgets=0.0), parameters(municipal_lead_opens_budgets=5.0), at_end("money_secured_dkk"), +1),
    ("M5", "a shared lead brings referrals of citizens", Change(case={"shared_lead": True}, parameters={"municipal_lead_refers_citizens": 0.0}), Change(case={"shared_lead": True}, parameters={"municipal_lead_refers_citizens": 3.0}), at_end("ever_participated"), +1),
    ("M7", "hours on relations and papers are hours activities lack", Change(levers={"share_of_hours_on_relations": 0.05}, parameters=NOTHING_FROM_INTEGRATION), Change(levers={"share_of_hours_on_relations": 0.4}, parameters=NOTHING_FROM_INTEGRATION), at_end("output_total"), -1),
    ("A1", "proven concepts give higher quality", Change(case={"concept": "new"}), Change(case={"concept": "proven"}), latent("activity_quality"), +1),
    ("A1", "new concepts are uncertain", Change(case={"concept": "proven"}), Change(case={"concept": "new"}), spread_between_partnerships("quality", 36), +1),
    ("A2", "local tailoring raises ownership", levers(tailoring_months=0), levers(tailoring_months=12), monthly("ownership", 30, 36), +1),
    ("A2", "local tailoring takes time", levers(tailoring_months=0), levers(tailoring_months=12), first_started, -1),
    ("A3", "co-run activities can be handed over", levers(co_running=0.0), levers(co_running=1.0), at_end("activities_12_months_after"), +1),
    ("V1", "a personal ask converts better than advertising", Change(levers={"share_of_personal_asks": 0.0}, parameters={"conversion_of_advertising": 0.01}), Change(levers={"share_of_personal_asks": 1.0}, parameters={"conversion_of_advertising": 0.01}), at_end("volunteers_joined"), +1),
    ("V2", "belonging keeps volunteers", parameters(fellows_that_make_a_circle=100.0), parameters(fellows_that_make_a_circle=0.5), monthly("volunteers", 24, 36), +1),
    ("V3", "support keeps volunteers", levers(support_hours_per_volunteer=0.0), levers(support_hours_per_volunteer=4.0), monthly("volunteers", 12, 36), +1),
    ("V4", "overuse tires volunteers and makes them stop", Change(levers={"hours_of_a_role": 3.0}, parameters={"volunteer_hours_an_activity_needs": 300.0}), Change(levers={"hours_of_a_role": 30.0}, parameters={"volunteer_hours_an_activity_needs": 300.0, "most_hours_of_a_volunteer": 40.0}), left_of_those_who_joined, +1),
    ("V1", "those who serve ask those they know", parameters(asks_by_a_volunteer_per_month=0.0), parameters(asks_by_a_volunteer_per_month=2.0), at_end("volunteers_joined"), +1),
    ("V2", "company is lost with those who go", parameters(belonging_lost_with_a_fellow=0.0, weight_of_belonging=1.0), parameters(belonging_lost_with_a_fellow=1.0, weight_of_belonging=1.0), monthly("volunteers", 24, 36), -1),
    ("V3", "support makes a larger corps", levers(support_hours_per_volunteer=0.0), levers(support_hours_per_volunteer=8.0), at_end("volunteers_at_grant_end"), +1),
    ("V3", "support helps volunteers to tasks that fit", parameters(matching_per_month=0.0, match_of_volunteers=0.1, weight_of_recognition=0.9), parameters(matching_per_month=0.5, match_of_volunteers=0.1, weight_of_recognition=0.9), monthly("volunteers", 12, 36), +1),
    ("V4", "many small roles recruit", levers(hours_of_a_role=20.0), levers(hours_of_a_role=3.0), at_end("volunteers_joined"), +1),
    ("V4", "overload leaves volunteers worse", Change(levers={"hours_of_a_role": 6.0}, parameters=MUCH_TO_DO), Change(levers={"hours_of_a_role": 40.0}, parameters=MUCH_TO_DO), at_end("volunteers_wellbeing_change"), -1),
    ("W6", "what volunteers carry is not there without them: fewer come", Change(parameters=EVERYBODY_STOPS), PLAIN, at_end("ever_participated"), +1),
    ("W6", "what volunteers carry ends when they go: fewer stay", parameters(chance_of_volunteer_stopping_per_month=0.0), Change(parameters=EVERYBODY_STOPS), monthly("participants", 24, 36), -1),
    ("W6", "the more that is left to volunteers who do not come, the less is made", Change(levers={"work_left_to_volunteers": 0.1}, parameters=EVERYBODY_STOPS), Change(levers={"work_left_to_volunteers": 0.9}, parameters=EVERYBODY_STOPS), at_end("output_total"), -1),
    ("W6", "some come back after a pause", parameters(return_in_the_best_of_terms=0.0), parameters(return_in_the_best_of_terms=4.0), at_end("volunteers_joined"), +1),
    ("W6", "serving does volunteers good", parameters(wellbeing_gained_by_serving_per_month=0.0), parameters(wellbeing_gained_by_serving_per_month=0.05), at_end("volunteers_wellbeing_change"), +1),
    ("X2", "applying anew makes a corps come and go in cohorts", levers(renewal_months=0), levers(renewal_months=6), comings_and_goings, +1),
    ("X7", "serving does most for those who have lived with the theme", parameters(share_with_lived_experience=0.0, response_of_lived_experience=2.0), parameters(share_with_lived_experience=1.0, response_of_lived_experience=2.0, extra_support_for_lived_experience=0.0), at_end("volunteers_wellbeing_change"), +1),
    ("V6", "a known end without next step makes volunteers stop", parameters(weight_of_the_end_in_stopping=0.0), parameters(weight_of_the_end_in_stopping=8.0), monthly("volunteers", 30, 36), -1),
    ("C1", "outreach reaches the vulnerable", levers(share_of_outreach=0.0), levers(share_of_outreach=1.0), lambda ensemble: ensemble.partnerships["vulnerable_ever_participated"].sum(axis=1) / ensemble.partnerships["ever_participated"].sum(axis=1), +1),
    ("C1", "outreach costs hours: fewer are reached in all", levers(share_of_outreach=0.0), levers(share_of_outreach=1.0), monthly("participants", 6, 12), -1),
    ("C2", "a low threshold and company make citizens join and stay", levers(threshold=0.9, company_on_first_visits=0.0), levers(threshold=0.1, company_on_first_visits=0.8), monthly("participants", 12, 36), +1),
    ("C3", "partners with ties of their own widen the reach", parameters(arena_access_at_start=0.1), parameters(arena_access_at_start=0.8), at_end("ever_participated"), +1),
    ("C4", "citizens bring citizens", parameters(word_of_mouth_per_month=0.0), parameters(word_of_mouth_per_month=0.5), at_end("ever_participated"), +1),
    ("C7", "taking part raises wellbeing", parameters(wellbeing_gain_per_month=0.0), parameters(wellbeing_gain_per_month=0.05), at_end("wellbeing_change"), +1),
    ("C7", "wellbeing rises more than networks do", PLAIN, PLAIN, lambda ensemble: ensemble.partnerships["wellbeing_change"].mean(axis=1) - ensemble.partnerships["network_change"].mean(axis=1), 0),
    ("W7", "an acquaintance to go with makes more citizens join", parameters(company_of_an_acquaintance=0.0), parameters(company_of_an_acquaintance=1.0), at_end("ever_participated"), +1),
    ("W7", "citizens stay away as their acquaintances do", parameters(lapsing_with_acquaintances=0.0), parameters(lapsing_with_acquaintances=8.0), monthly("participants", 18, 36), -1),
    ("W7", "acquaintances who take part too widen a network", parameters(network_gain_from_acquaintances_per_month=0.0), parameters(network_gain_from_acquaintances_per_month=0.05), at_end("network_change"), +1),
    ("C10", "a campaign, test or festival meets more citizens than groups do", Change(case={"format": "group"}), Change(case={"format": "one_off"}), at_end("ever_participated"), +1),
    ("C10", "each of those met once gains less", Change(case={"format": "group"}), Change(case={"format": "one_off"}), at_end("wellbeing_change"), -1),
    ("C8", "participants with surplus become volunteers", parameters(volunteering_from_surplus_per_month=0.0), parameters(volunteering_from_surplus_per_month=2.0), at_end("volunteers_joined"), +1),
    ("E2", "anchoring begun in month 12 leaves more than anchoring begun in month 34", Change(levers={"anchoring_start_month": 34.0}, parameters={"chance_of_beginning_anchoring_per_month": 0.0}), Change(levers={"anchoring_start_month": 12.0}, parameters={"chance_of_beginning_anchoring_per_month": 0.0}), something_left, +1),
    ("E3", "hosts are members that hold it to be their own", parameters(ownership_at_start=0.1, pace_of_ownership_per_month=0.0), parameters(ownership_at_start=0.9, pace_of_ownership_per_month=0.0), something_left, +1),
    ("E4", "documented results become visible to those who decide", levers(share_of_hours_on_documentation=0.0), levers(share_of_hours_on_documentation=0.15), monthly("visibility", 24, 36), +1),
    ("E5", "without money hardly any partnership carries on", parameters(openness_of_other_pools=0.0, chance_of_application_granted=0.0, part_of_the_hours_needed_to_go_on=0.5), parameters(openness_of_other_pools=1.0, chance_of_application_granted=1.0, part_of_the_hours_needed_to_go_on=0.5), lambda ensemble: (ensemble.partnerships["future"] <= 1).mean(axis=1), +1),
    ("E7", "trust and commitment decide who stays", parameters(commitment_at_start=0.3, felt_need_at_start=0.2), parameters(commitment_at_start=0.9, felt_need_at_start=0.95), lambda ensemble: (ensemble.partnerships["organisations_at_end"]).mean(axis=1), +1),
    ("X9", "no end date raises commitment early", PLAIN, Change(endless=True), monthly("commitment", 6, 24), +1),
    ("G6", "a goal concrete enough to act on gives more output", parameters(goal_concreteness_at_start=0.1), parameters(goal_concreteness_at_start=0.95), at_end("output_total"), +1),
    ("G6", "over-ambitious goals cost attainment", levers(size_of_goal=0.7), levers(size_of_goal=3.0), latent("goal_attainment"), -1),
    ("G8", "clear roles and a mandate leave less of the effort waiting", parameters(lost_to_bottlenecks=0.9, role_clarity_at_start=0.05, settling_of_roles_per_month=0.0), parameters(lost_to_bottlenecks=0.9, role_clarity_at_start=0.95, settling_of_roles_per_month=0.0), latent("synergy"), +1),
    ("T4", "bad experience with the municipality lowers starting trust", parameters(share_with_bad_experience=0.0), parameters(share_with_bad_experience=0.8), monthly("trust", 1, 6), -1),
    ("T4", "a late refusal costs trust", parameters(trust_lost_per_month_of_waiting=0.0), parameters(trust_lost_per_month_of_waiting=0.2), monthly("trust", 30, 36), -1),
    ("T5", "steps not yet taken withhold integration", parameters(integration_withheld_below_samvirke=0.0), parameters(integration_withheld_below_samvirke=0.8), latent("synergy", 0), -1),
    ("K7", "hours on one person make activities improve faster", levers(concentration_of_hours=0.0), levers(concentration_of_hours=1.0), latent("activity_quality", 0), +1),
    ("K7", "hours on one person make her departure dearer", Change(levers={"concentration_of_hours": 0.0}, events=COORDINATOR_LEAVES, parameters=SLOW_TO_FILL), Change(levers={"concentration_of_hours": 1.0}, events=COORDINATOR_LEAVES, parameters=SLOW_TO_FILL), monthly("hours", 20, 24), -1),
    ("M6", "a partner without hours leaves its task undone", parameters(left_undone_without_hours=0.0), parameters(left_undone_without_hours=1.0), at_end("ever_participated"), -1),
    ("A4", "promises scaled down are kept sooner", Change(levers={"size_of_goal": 3.0}, parameters={"promises_given_up_at_a_review": 0.0}), Change(levers={"size_of_goal": 3.0}, parameters={"promises_given_up_at_a_review": 0.9}), latent("goal_attainment"), +1),
    ("A5", "too little capacity makes activities fall through", parameters(chance_of_falling_through_per_month=0.0, hours_an_activity_needs=100.0), parameters(chance_of_falling_through_per_month=0.4, hours_an_activity_needs=100.0), monthly("activities", 24, 36), -1),
    ("A5", "several associations that take a part ease it", parameters(chance_of_falling_through_per_month=0.4, hours_an_activity_needs=60.0, eased_by_an_association=0.0), parameters(chance_of_falling_through_per_month=0.4, hours_an_activity_needs=60.0, eased_by_an_association=2.0), monthly("activities", 24, 36), +1),
    ("V5", "paperwork costs volunteers", Change(levers={"share_of_hours_on_documentation": 0.02}), Change(levers={"share_of_hours_on_documentation": 0.35}), at_end("volunteers_joined"), -1),
    ("V7", "professionals who do all the work make volunteers leave", Change(parameters={"weight_of_takeover_in_stopping": 0.0}, levers={"co_running": 0.1}), Change(parameters={"weight_of_takeover_in_stopping": 10.0}, levers={"co_running": 0.1}), monthly("volunteers", 18, 36), -1),
    ("V8", "risk themes recruit fewer volunteers", Change(case={"framing": "positive"}), Change(case={"framing": "risk"}), at_end("volunteers_joined"), -1),
    ("V8", "risk themes motivate partners outside health less", Change(case={"framing": "positive"}, parameters={"gain_lost_to_risk_framing": 0.5}), Change(case={"framing": "risk"}, parameters={"gain_lost_to_risk_framing": 0.5}), monthly("commitment", 6, 18), -1),
    ("V9", "volunteers who are only hands find less meaning", Change(levers={"co_running": 0.0}, parameters={"meaning_lost_without_a_say": 0.0}), Change(levers={"co_running": 0.0}, parameters={"meaning_lost_without_a_say": 0.9}), at_end("volunteers_joined"), -1),
    ("C5", "risk-framed offers attract the vulnerable less", Change(case={"framing": "risk"}, parameters={"joining_lost_to_risk_framing": 0.0}), Change(case={"framing": "risk"}, parameters={"joining_lost_to_risk_framing": 0.9}), at_end("vulnerable_ever_participated"), -1),
    ("C6", "input that leads nowhere makes citizens stay away", levers(input_acted_on=0.0), levers(input_acted_on=1.0), monthly("participants", 18, 36), +1),
    ("C9", "any target group too small cannot carry an offer of its own, not only the vulnerable", Change(case={"target_group": "youth"}, parameters={"persons_a_specialised_offer_needs": 1.0, "chance_of_falling_through_per_month": 0.3}), Change(case={"target_group": "youth"}, parameters={"persons_a_specialised_offer_needs": 5000.0, "chance_of_falling_through_per_month": 0.3}), monthly("activities", 24, 36), -1),
    ("C9", "too small a place cannot carry a specialised offer", parameters(persons_a_specialised_offer_needs=1.0, chance_of_falling_through_per_month=0.3), parameters(persons_a_specialised_offer_needs=5000.0, chance_of_falling_through_per_month=0.3), monthly("activities", 24, 36), -1),
    ("E1", "a short window brings partners that need each other less", levers(months_to_find_partners=0.5), levers(months_to_find_partners=12), latent("felt_need_for_partnership"), +1),
    ("E6", "where nobody knows who leads, nobody owns the anchoring", Change(parameters={"anchoring_nobody_owns": 0.0, "role_clarity_at_start": 0.1, "settling_of_roles_per_month": 0.0}), Change(parameters={"anchoring_nobody_owns": 1.0, "role_clarity_at_start": 0.1, "settling_of_roles_per_month": 0.0}), began_anchoring_early, -1),
    ("E8", "what survives shrinks", parameters(hours_given_up_at_the_end=0.0, wish_needed_to_stay=0.2, part_of_the_hours_needed_to_go_on=0.0), parameters(hours_given_up_at_the_end=0.8, wish_needed_to_stay=0.2, part_of_the_hours_needed_to_go_on=0.0), monthly("hours", 38, 48), -1),
    ("E9", "reorganisation takes hosts away", Change(levers={"anchoring_start_month": 6.0}, parameters={"loss_from_reorganisation": 0.0}, events=REORGANISED), Change(levers={"anchoring_start_month": 6.0}, parameters={"loss_from_reorganisation": 1.0}, events=REORGANISED), at_end("activities_12_months_after"), -1),
    ("W5", "who joins on the way is missing at first", parameters(share_that_joins_on_the_way=0.0), parameters(share_that_joins_on_the_way=0.8), monthly("organisations", 1, 2), -1),
    ("W5", "organisations to which the theme is foreign refuse to join", parameters(share_that_joins_on_the_way=0.8, refusal_for_its_cause=0.0), parameters(share_that_joins_on_the_way=0.8, refusal_for_its_cause=1.0), at_end("organisations_ever"), -1),
    ("W5", "papers make associations refuse to join", Change(levers={"share_of_hours_on_documentation": 0.2}, parameters={"share_that_joins_on_the_way": 0.8, "refusal_for_papers": 0.0}), Change(levers={"share_of_hours_on_documentation": 0.2}, parameters={"share_that_joins_on_the_way": 0.8, "refusal_for_papers": 5.0}), at_end("organisations_ever"), -1),
    ("W5", "an association that withdraws is followed by another where there is one to ask", Change(events=TWO_LEAVE), Change(events=TWO_LEAVE, case={"candidates": dict.fromkeys(SECTORS, 2)}), monthly("organisations", 20, 36), +1),
    ("W11", "the higher up decisions are made, the longer requests wait", levers(level_of_decision=0.0), levers(level_of_decision=1.0), at_end("months_waited"), +1),
    ("W11", "with those who decide at the table nothing waits", levers(deciders_at_the_table=0.0), levers(deciders_at_the_table=1.0), at_end("months_waited"), -1),
    ("W11", "waiting for answers puts the first activity off", Change(levers={"level_of_decision": 1.0}, parameters={"work_that_waits_for_an_answer": 0.0}), Change(levers={"level_of_decision": 1.0}, parameters={"work_that_waits_for_an_answer": 1.0}), first_started, -1),
    ("W11", "what comes late or never costs trust", Change(levers={"level_of_decision": 0.0}, parameters={"trust_lost_per_month_of_waiting": 0.05}), Change(levers={"level_of_decision": 1.0}, parameters={"trust_lost_per_month_of_waiting": 0.05}), monthly("trust", 12, 36), -1),
    ("X1", "leaning on one other narrows whom an association opens doors to", parameters(access_lost_to_dependence=0.0), parameters(access_lost_to_dependence=1.0), at_end("ever_participated"), -1),
    ("X2", "applying anew makes a smaller corps", levers(renewal_months=0), levers(renewal_months=6), monthly("volunteers", 24, 36), -1),
    ("X3", "outside sparring makes roles clear sooner", levers(sparring_months=0), levers(sparring_months=12), monthly("role_clarity", 6, 12), +1),
    ("X3", "withdrawn early, the gain fades", levers(sparring_months=6), levers(sparring_months=30), monthly("role_clarity", 24, 30), +1),
    ("X4", "the same hours over many places let ideas stall", levers(places=1), levers(places=12), at_end("output_total"), -1),
    ("X5", "a municipal host's steady money keeps activities", parameters(steadiness_of_a_municipal_host=0.0, last_call_for_hosts=1.0), parameters(steadiness_of_a_municipal_host=1.0, last_call_for_hosts=1.0), at_end("activities_36_months_after"), +1),
    ("X5", "the narrower a host's frames, the more volunteers leave", Change(levers=HOSTED, parameters={"weight_of_takeover_in_stopping": 0.0}), Change(levers=HOSTED, parameters={"weight_of_takeover_in_stopping": 10.0}), monthly("volunteers", 37, 60), -1),
    ("E3", "hosts outside the members leave more that is carried on", parameters(wish_of_hosts_outside=0.0), parameters(wish_of_hosts_outside=1.0), at_end("activities_12_months_after"), +1),
    ("E3", "hosts outside are found where associations are known", parameters(wish_of_hosts_outside=1.0, knowledge_of_associations_at_start=0.05), parameters(wish_of_hosts_outside=1.0, knowledge_of_associations_at_start=0.95), at_end("activities_12_months_after"), +1),
    ("W12", "what nobody runs ends", parameters(hours_that_keep_an_activity=0.0), parameters(hours_that_keep_an_activity=30.0), at_end("activities_24_months_after"), -1),
    ("W12", "what nobody comes to ends", parameters(persons_that_keep_an_activity=0.0), parameters(persons_that_keep_an_activity=60.0), at_end("activities_24_months_after"), -1),
    ("W12", "hosts that give more hours serve more citizens afterwards", parameters(hours_a_host_gives=1.0), parameters(hours_a_host_gives=100.0), at_end("citizens_month_60"), +1),
    ("W12", "a host outside that costs more carries less on", parameters(wish_of_hosts_outside=1.0, price_of_the_dearest_host_dkk=0.0), parameters(wish_of_hosts_outside=1.0, price_of_the_dearest_host_dkk=200000.0), at_end("activities_36_months_after"), -1),
    ("W12", "what may wait for a host is there longer", parameters(months_an_activity_waits_for_a_host=0.0), parameters(months_an_activity_waits_for_a_host=24.0), monthly("activities", 38, 60), +1),
    ("W12", "a host that must be set up first is slower to give its hours", parameters(wish_of_hosts_outside=1.0, months_to_set_up_a_new_host=0.0), parameters(wish_of_hosts_outside=1.0, months_to_set_up_a_new_host=36.0), monthly("host_hours", 37, 48), -1),
    ("X6", "knowing the local associations widens the search", parameters(knowledge_of_associations_at_start=0.05), parameters(knowledge_of_associations_at_start=0.95), at_end("volunteers_joined"), +1),
    ("X7", "lived experience makes volunteers credible", parameters(share_with_lived_experience=0.0, joining_lost_to_diagnosis=0.9, credibility_of_lived_experience=1.0), parameters(share_with_lived_experience=1.0, joining_lost_to_diagnosis=0.9, credibility_of_lived_experience=1.0), at_end("ever_participated"), +1),
    ("X7", "lived experience asks for more supervision", parameters(share_with_lived_experience=1.0, extra_support_for_lived_experience=0.0), parameters(share_with_lived_experience=1.0, extra_support_for_lived_experience=3.0), monthly("volunteers", 12, 36), -1),
    ("X8", "an invitation by interest makes more join", levers(invitation_by_interest=0.0), levers(invitation_by_interest=1.0), at_end("ever_participated"), +1),
    ("X10", "a funder's name lends legitimacy", parameters(legitimacy_of_a_funder=0.0), parameters(legitimacy_of_a_funder=1.0), monthly("commitment", 12, 36), +1),
    ("X11", "partnerships dissolve before the grant ends where partners leave", parameters(chance_of_exit_per_month=0.0, commitment_at_start=0.1, felt_need_at_start=0.05, ownership_at_start=0.05, expected_gain_at_start=0.05, pace_of_ownership_per_month=0.0), parameters(chance_of_exit_per_month=0.5, commitment_at_start=0.1, felt_need_at_start=0.05, ownership_at_start=0.05, expected_gain_at_start=0.05, pace_of_ownership_per_month=0.0), lambda ensemble: (ensemble.partnerships["end_month"] < ensemble.partnerships["grant_end"]).mean(axis=1), +1),
    ("X11", "conflict drives members out before the grant ends", parameters(chance_of_leaving_in_conflict_per_month=0.0), parameters(chance_of_leaving_in_conflict_per_month=0.5), members_in_the_last_month_of_the_grant, -1),
    ("X11", "other tasks draw members away before the grant ends", parameters(chance_of_leaving_when_busy_per_month=0.0), parameters(chance_of_leaving_when_busy_per_month=0.5), members_in_the_last_month_of_the_grant, -1),
    ("X11", "partnerships dissolve where nobody takes over from a lead that leaves", Change(events=LEAD_LEAVES, parameters={"ownership_needed_to_lead": 0.0}), Change(events=LEAD_LEAVES, parameters={"ownership_needed_to_lead": 1.0}), ended_early, +1),
    ("X11", "some end because daily operation has taken over", parameters(attainment_that_meets_the_goal=1.0, chance_of_finding_a_host_per_month=1.0), parameters(attainment_that_meets_the_goal=0.3, chance_of_finding_a_host_per_month=1.0), lambda ensemble: (ensemble.partnerships["end_reason"] == GOAL_MET).mean(axis=1), +1),
    ("W8", "what attains more of its promises goes on more often", parameters(**BOLD), parameters(**MODEST), goes_on_after, +1),
    ("W8", "results in sight raise what members gain", parameters(**BOLD), parameters(**MODEST), latent("partners_gained_value"), +1),
    ("W8", "results in sight find hosts", parameters(**BOLD, weight_of_results_in_gain=0.0), parameters(**MODEST, weight_of_results_in_gain=0.0), at_end("activities_12_months_after"), +1),
    ("W8", "a tiny grant attains less of what the goals call for than a middling one", Change(grant_dkk=SMALL_GRANT), Change(grant_dkk=MIDDLING_GRANT), latent("goal_attainment"), +1),
    ("W8", "a hundredfold grant attains no more of its larger promises", Change(grant_dkk=MIDDLING_GRANT), Change(grant_dkk=HUGE_GRANT), latent("goal_attainment"), -1),
    ("W8", "each further krone gives less", Change(grant_dkk=MIDDLING_GRANT), Change(grant_dkk=LARGE_GRANT), output_per_krone, -1),
    ("W8", "what needed little leaves little", Change(grant_dkk=SMALL_GRANT), Change(grant_dkk=MIDDLING_GRANT), monthly("output", 40, 60), +1),
    ("W9", "differing interests that are spoken of raise synergy", levers(openness=0.9, differing_interests=0.05), levers(openness=0.9, differing_interests=0.8), latent("synergy"), +1),
    ("W9", "differing interests that nobody speaks of lower synergy", levers(openness=0.1, differing_interests=0.05), levers(openness=0.1, differing_interests=0.8), latent("synergy"), -1),
    ("W9", "where differences are joined, three times as many members bring more", Change(levers=JOINED_UP, members_times=1 / 3), Change(levers=JOINED_UP), latent("synergy"), +1),
    ("W9", "and four times as many again too many to join", Change(levers=JOINED_UP), Change(levers=JOINED_UP, members_times=4.0), latent("synergy"), -1),
    ("W10", "stakes bring open disagreement", parameters(fit_of_ngos_at_start=0.1, political_priority_at_start=0.1, own_interest_of_other_partners=0.1), parameters(fit_of_ngos_at_start=0.95, political_priority_at_start=0.95, own_interest_of_other_partners=0.95), monthly("conflict", 12, 36), +1),
    ("W10", "too few hours bring open disagreement", parameters(hours_an_activity_needs=1.0, chance_of_falling_through_per_month=0.0), parameters(hours_an_activity_needs=200.0, chance_of_falling_through_per_month=0.0), monthly("conflict", 12, 36), +1),
    ("W10", "broken promises bring open disagreement", parameters(hours_lost_to_a_busy_month=0.0), parameters(hours_lost_to_a_busy_month=0.9), monthly("conflict", 12, 36), +1),
    ("W10", "talk makes open disagreement rarer", Change(levers={"openness": 0.8}, parameters={"conflicts_spared_by_talk": 0.0}), Change(levers={"openness": 0.8}, parameters={"conflicts_spared_by_talk": 0.9}), monthly("conflict", 12, 36), -1),
    ("W10", "talk makes open disagreement less dear", Change(levers={"openness": 0.8}, parameters={"price_of_conflict_spared_by_talk": 0.0}), Change(levers={"openness": 0.8}, parameters={"price_of_conflict_spared_by_talk": 0.9}), monthly("trust", 24, 36), +1),
    ("X11", "partnerships that long lack trust dissolve before the grant ends", parameters(chance_of_dissolving_per_month=0.0, trust_that_keeps_a_partnership_together=0.9), parameters(chance_of_dissolving_per_month=0.5, trust_that_keeps_a_partnership_together=0.9), lambda ensemble: (ensemble.partnerships["end_month"] < ensemble.partnerships["grant_end"]).mean(axis=1), +1),
    ("X11", "a host in daily operation that carries some takes the rest", parameters(attainment_that_meets_the_goal=0.3, readiness_to_take_the_rest=0.0), parameters(attainment_that_meets_the_goal=0.3, readiness_to_take_the_rest=5.0), lambda ensemble: (ensemble.partnerships["end_reason"] == GOAL_MET).mean(axis=1), +1),
    ("X11", "partnerships that nobody coordinates dissolve before the grant ends", Change(events=COORDINATOR_LEAVES, parameters={**SLOW_TO_FILL, "chance_of_dissolving_per_month": 0.0}), Change(events=COORDINATOR_LEAVES, parameters={**SLOW_TO_FILL, "chance_of_dissolving_per_month": 0.3}), lambda ensemble: (ensemble.partnerships["end_month"] < ensemble.partnerships["grant_end"]).mean(axis=1), +1),
    ("X12", "citizens met through what stops are left behind", parameters(last_call_for_hosts=1.0), parameters(last_call_for_hosts=0.0), at_end("left_behind"), +1),
    ("W1", "an organisation that takes part in several partnerships has fewer hours for each", parameters(growth_of_hours_with_memberships=1.0), parameters(growth_of_hours_with_memberships=0.0), monthly("hours", 6, 30), -1),
    ("W1", "a municipality's money is one for all who ask", parameters(frame_for_taking_over_dkk=1e9), parameters(frame_for_taking_over_dkk=5000.0), at_end("money_secured_dkk"), -1),
    ("W1", "results of one partnership open doors for another", parameters(doors_opened_by_results_elsewhere=0.0), parameters(doors_opened_by_results_elsewhere=1.0), monthly("money_outlook", 24, 36), +1),
    ("W2", "a person with several partnerships has less time for each", Change(case={"coordinator": "ann"}, parameters={"time_lost_between_partnerships": 0.0}), Change(case={"coordinator": "ann"}, parameters={"time_lost_between_partnerships": 1.0}), monthly("hours", 6, 30), -1),
    ("W2", "what she learns in one she knows in the others", Change(case={"coordinator": "ann"}, parameters={"knowledge_gained_elsewhere": 0.0}), Change(case={"coordinator": "ann"}, parameters={"knowledge_gained_elsewhere": 1.0}), monthly("know_how", 6, 30), +1),
    ("W3", "what is thought of an organisation becomes alike in its partnerships", parameters(news_that_travels_per_month=0.0), parameters(news_that_travels_per_month=0.5), spread_between_partnerships("trust", 30), -1),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("code", "claim", "less", "more", "measure", "sign"), CLAIMS, ids=[f"{c[0]}: {c[1]}" for c in CLAIMS])
def test_claim(code: str, claim: str, less: Change, more: Change, measure: Measure, sign: int) -> None:
    del code, claim
    after = measure(runs_of(more))
    effect = after if sign == 0 else measure(runs_of(more)) - measure(runs_of(less))
    mean, error = effect.mean(), effect.std(ddof=1) / len(effect) ** 0.5
    direction = sign or 1
    assert mean * direction > ONE_SIDED_90_PERCENT * error, f"effect {mean:.4g}, standard error {error:.2g}"


def test_a_municipal_lead_does_not_by_itself_lower_the_money_won() -> None:
    """[M5] The same partnerships, led by a municipality or an association in name only, and lead without its effects."""
    from tests.neutral_runs import neutral_values

    world = lay_out(parameters(**neutral_values("M5")).applied(), events=False)
    won = []
    for lead_kind in range(2):
        world.template.partnerships["lead_kind"] = lead_kind
        won.append(at_end("money_secured_dkk")(simulate(world, range(4))))
    assert (won[0] == won[1]).all()


def test_some_participants_get_worse() -> None:
    """[C7] Participation does not do everybody good."""
    from tests.ensembles import simulated

    citizens = simulated(lay_out(the_37()), 1).citizens
    took_part = citizens[citizens.ever_participated == 1]
    worse = (took_part.wellbeing < took_part.wellbeing_at_start).mean()
    narrower = (took_part.network < took_part.network_at_start).mean()
    assert 0.02 < worse < 0.5
    assert 0.02 < narrower < 0.5


def test_wellbeing_and_network_of_a_participant_do_not_move_as_one() -> None:
    """[C7, W7] For some the one rises and the other falls; those whose responses are alike are more often better off in both."""
    from tests.ensembles import simulated

    citizens = simulated(lay_out(the_37()), 1).citizens
    took_part = citizens[citizens.ever_participated == 1]
    better, wider = took_part.wellbeing > took_part.wellbeing_at_start, took_part.network > took_part.network_at_start
    assert 0.05 < (better != wider).mean() < 0.5
    assert np.corrcoef(citizens.response, citizens.response_of_network)[0, 1] > 0.2


def test_nothing_is_attained_before_anything_is_due() -> None:
    """[W8] Attainment is not known until something is due; members go by what they expect until then."""
    runs = runs_of(PLAIN)
    attained = runs.monthly["attainment"][:, runs.partnerships["grant_end"][0] > 12]  # of a grant of one month, all is due in it
    assert np.isnan(attained[:, :, 0]).all()
    assert np.nanmean(attained[:, :, 17]) > np.nanmean(attained[:, :, 7]) > 0.0


def test_open_disagreement_comes_to_most_partnerships_in_three_years() -> None:
    """[W10] An outbreak moves what is felt at once: it shows as a leap from one month to the next."""
    conflict = runs_of(PLAIN).monthly["conflict"][:, :, :36]
    rises = np.diff(conflict, axis=2).max(axis=2)
    assert 0.5 < (rises > 0.2).mean() < 0.98


def test_every_mechanism_of_the_theory_has_a_claim() -> None:
    assert {claim[0] for claim in CLAIMS} == set(MECHANISMS)


def test_a_departure_hurts_most_while_the_partnership_is_being_established() -> None:
    """[K1] The share of known expectations lost in month 8 is larger than in month 30."""

    def lost(month: int) -> Any:
        with_it = runs_of(Change(events=leaving(month))).monthly["expectations_known"][:, :, month]
        without = runs_of(PLAIN).monthly["expectations_known"][:, :, month]
        return 1.0 - np.nanmean(with_it, axis=1) / np.nanmean(without, axis=1)

    assert (lost(8) - lost(30)).mean() > 0


def test_endings_without_chance_still_differ_between_partnerships() -> None:
    """[E7] Endings follow from states: with chance switched off all four kinds of future still come."""
    futures = runs_of(parameters(luck_in_decisions=0.0)).partnerships["future"]
    assert len(np.unique(futures)) >= 3
    assert NEVER not in futures
