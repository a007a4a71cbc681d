"""Hours and money with which a partnership goes on when the grant ends. Part of process 9."""

from typing import Any

from samvirke.model.agents.partnership import FEWEST_MEMBERS
from samvirke.model.arithmetic import ratio, share
from samvirke.model.processes.contribute import own_hours_promised
from samvirke.model.processes.meet import coordination_demanded
from samvirke.model.rule import rule

USUAL_MEMBERS = 6  # of the partnership that `hours_that_keep_a_partnership_going` is about: half of the 37 name no more


@rule
def hours_afterwards(state: Any, p: int) -> float:
    """Hours per month that those who stay would give of their own, and that secured money pays."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    hours = partnership.money_secured_dkk * parameters.share_of_money_for_staff / parameters.cost_of_an_hour_dkk
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active and organisation.stays:
            hours += (1.0 - parameters.hours_given_up_at_the_end) * own_hours_of(state, o)
    return hours


@rule
def own_hours_of(state: Any, o: int) -> float:
    """Hours per month that an organisation would promise of its own, July and busy months aside."""
    organisation = state.organisations[o]
    return own_hours_promised(
        organisation.own_hours * organisation.part_of_hours_there, organisation.commitment, organisation.backing, organisation.hours_cut,
        state.parameters[0].weight_of_backing_in_hours,
    )  # fmt: skip


@rule
def hours_of_a_usual_month(state: Any, p: int) -> float:
    """Hours per month that grants pay and members promise now, whatever this month was like."""
    partnership = state.partnerships[p]
    hours = partnership.paid_hours
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active:
            hours += own_hours_of(state, o)
    return float(hours)


@rule
def capacity_afterwards(state: Any, p: int) -> float:
    """Hours afterwards relative to those of a usual month now (0-1)."""
    return share(ratio(hours_afterwards(state, p), hours_of_a_usual_month(state, p)))


@rule
def hours_worth_going_on_with(fewest: float, usual: float, pull: float) -> float:
    """Hours per month with which members find it worth going on (0 and up).

    Between the fewest that keep any partnership going (`pull` 0) and a part of what they are used to (`pull` 1): who has had
    more wants more, but not as much more.
    """
    return fewest ** (1.0 - pull) * usual**pull


@rule
def fewest_hours(state: Any, organisations: int) -> float:
    """Hours per month below which a partnership of so many members is too weak: they grow with its size as coordination does [T7, E8]."""
    parameters = state.parameters[0]
    growth = parameters.growth_of_coordination
    size = coordination_demanded(max(FEWEST_MEMBERS, organisations), 1.0, growth)
    return float(parameters.hours_that_keep_a_partnership_going * size / coordination_demanded(USUAL_MEMBERS, 1.0, growth))


@rule
def hours_needed_to_go_on(state: Any, p: int, organisations: int) -> float:
    """Hours per month without which so many members do not go on after the grant: what survives shrinks [E8, E5]."""
    parameters = state.parameters[0]
    usual = parameters.part_of_the_hours_needed_to_go_on * hours_of_a_usual_month(state, p)
    return hours_worth_going_on_with(fewest_hours(state, organisations), usual, parameters.pull_of_usual_hours)


@rule
def money_wanted(state: Any, p: int) -> float:
    """DKK per month that those who go on look for: what these hours cost, and no more than what going on as before costs [E5, E8]."""
    parameters = state.parameters[0]
    cost = (
        hours_needed_to_go_on(state, p, state.partnerships[p].organisations_now)
        * parameters.cost_of_an_hour_dkk
        / parameters.share_of_money_for_staff
    )
    return float(min(cost, state.partnerships[p].money_needed_dkk))
