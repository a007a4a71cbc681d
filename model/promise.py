"""What a plan promises, before the first month, for the hours and money it counts on."""

from typing import Any

from samvirke.model.agents.partnership import ONE_OFF, PAIRS
from samvirke.model.fields import NEVER
from samvirke.model.processes.contribute import own_hours_promised
from samvirke.model.rule import rule


@rule
def promise(state: Any, p: int) -> None:
    """What the plan promises: output and persons reached for the hours it aims at, times the size of the goal [G6, W8]."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    policy = state.policies[p]
    hours = 0.0
    for slot in range(partnership.organisations):
        organisation = state.organisations[partnership.first_organisation + slot]
        if organisation.candidate == 0:
            hours += own_hours_promised(
                organisation.own_hours, organisation.commitment, organisation.backing, 0.0, parameters.weight_of_backing_in_hours
            )
    hours += hours_granted_per_month(state, p)
    months = plan_months(state, p)
    partnership.relation_hours = hours * policy.share_of_hours_on_relations
    partnership.hours = hours
    aimed = hours_aimed_at(hours, partnership.goals, parameters.hours_a_goal_calls_for)
    partnership.promised_output = policy.size_of_goal * aimed * months * parameters.promised_output_per_hour
    most = parameters.most_of_the_place_promised * partnership.citizens
    wanted = policy.size_of_goal * persons_promised(state, p, aimed * months) / partnership.persons_per_citizen
    partnership.promised_reach = min(most, wanted)


@rule
def persons_promised(state: Any, p: int, hours: float) -> float:
    """Persons that a plan promises to reach with so many hours: all of them meet people at a campaign, test or festival [C10].

    Where citizens are matched with a volunteer each, a plan counts on the hours of a match besides [V3].
    """
    parameters = state.parameters[0]
    if state.partnerships[p].format == ONE_OFF:
        return float(hours * (1.0 + parameters.extra_reach_of_a_one_off) / parameters.hours_per_promised_citizen)
    hours_of_each = parameters.hours_per_promised_citizen
    if state.partnerships[p].format == PAIRS:
        hours_of_each += parameters.hours_to_make_a_match
    return float(hours * parameters.share_of_hours_on_reaching_people / hours_of_each)


@rule
def hours_aimed_at(counted_on: float, goals: float, hours_of_a_goal: float) -> float:
    """Hours a month that what is promised is worth: those counted on, but no fewer than the goals themselves call for [W8].

    More money is expected to give more; but what a case sets out to do is not made small by a small grant.
    """
    return max(counted_on, goals * hours_of_a_goal)


@rule
def plan_months(state: Any, p: int) -> float:
    """Months the plan covers: the grant's, or the declared length of a plan without an end."""
    partnership = state.partnerships[p]
    if partnership.grant_end == NEVER:
        return float(state.parameters[0].months_of_a_plan_without_end)
    return float(partnership.grant_end - partnership.first_month + 1)


@rule
def hours_granted_per_month(state: Any, p: int) -> float:
    """Hours per month that the grants of a partnership pay, over its plan."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    dkk_per_month = 0.0
    for g in range(partnership.first_grant, partnership.first_grant + partnership.grants):
        grant = state.grants[g]
        if grant.end == NEVER:
            dkk_per_month += grant.amount_dkk / grant.months
        else:
            dkk_per_month += grant.amount_dkk / plan_months(state, p)
    return dkk_per_month * parameters.share_of_money_for_staff / parameters.cost_of_an_hour_dkk
