"""Who runs an activity after the grant, and who comes: hours of hosts, setting up, waiting for a host. Part of processes 5 and 9."""

from typing import Any

from samvirke.model.agents.activity import GOES_ON, NOBODY_CAME, NOBODY_RAN_IT, RUNNING, has_host
from samvirke.model.agents.organisation import MUNICIPALITY
from samvirke.model.agents.partnership import ALIVE, ONE_OFF
from samvirke.model.arithmetic import ratio, share
from samvirke.model.processes.hosts_outside import freedom_of_host, means_outside
from samvirke.model.rule import rule


@rule
def hosts_give_hours(state: Any, p: int) -> None:
    """The hours of those who run what was handed over, or waits for a host, and what they go to [W12, X5]."""
    partnership = state.partnerships[p]
    partnership.host_hours = 0.0
    doors = 0.0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        activity.host_hours = hours_of_host(state, p, a)
        if activity.host_hours > 0.0:
            partnership.host_hours += activity.host_hours
            doors += activity.host_hours * doors_of_host(state, p, a)
        set_up(state, a)
    partnership.host_doors = share(ratio(doors, partnership.host_hours))
    divide_hours_of_hosts(state, p)


@rule
def set_up(state: Any, a: int) -> None:
    """A host that has agreed sets the activity up, before it takes it over or after [E2, W12]."""
    activity = state.activities[a]
    if activity.set_up_months > 0 and has_host(activity.host, activity.host_kind):
        activity.set_up_months -= 1


@rule
def divide_hours_of_hosts(state: Any, p: int) -> None:
    """Hosts, too, have one budget of time: reaching people and supporting volunteers, the rest is for the activity [M7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    reach = parameters.share_of_hours_on_reaching_people * max(partnership.citizen_facing, partnership.volunteer_based)
    partnership.host_reach_hours = partnership.host_hours * reach
    left = share(parameters.most_hours_besides_activities - reach) * partnership.host_hours
    partnership.host_support_hours = min(left, partnership.active_volunteers * state.policies[p].support_hours_per_volunteer)


@rule
def doors_of_host(state: Any, p: int, a: int) -> float:
    """How well the one who runs an activity reaches the target group: a member as it did, somebody outside as one usually does [C3]."""
    activity = state.activities[a]
    if activity.host >= 0:
        return float(state.organisations[activity.host].arena_access)
    if activity.host_kind > 0:
        return float(state.parameters[0].arena_access_at_start)
    return float(state.organisations[state.partnerships[p].lead].arena_access)


@rule
def hours_of_host(state: Any, p: int, a: int) -> float:
    """Hours that the host gives an activity beside the partnership's own; few while it is set up, or waits for a host [W12].

    What a member hosts while it still works with the others is run in the partnership's hours.
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    activity = state.activities[a]
    if activity.stage != RUNNING:
        return 0.0
    with_the_others = activity.handed_over == 0 or (activity.host >= 0 and state.organisations[activity.host].active)
    if partnership.stage == ALIVE and with_the_others:
        return 0.0
    hours = parameters.hours_a_host_gives * means_of_the_keeper(state, p, a) / in_the_same_hands(state, p, a)
    not_yet = activity.handed_over == 0 or activity.set_up_months > 0
    return hours * parameters.part_of_the_hours_while_waiting if not_yet else hours


@rule
def in_the_same_hands(state: Any, p: int, a: int) -> int:
    """How many running activities the one who runs this one runs: a host's hours are one budget, shared by what it has taken on.

    What a member of several partnerships carries on in the others counts too, as it was at the end of the last month [W1].
    """
    partnership = state.partnerships[p]
    mine = state.activities[a]
    together = 0
    for other in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[other]
        same = activity.host == mine.host and activity.host_kind == mine.host_kind and activity.handed_over == mine.handed_over
        together += activity.stage == RUNNING and same
    if mine.host >= 0 and mine.handed_over:
        together += state.organisations[mine.host].carries_elsewhere
    return max(1, together)


@rule
def means_of_the_keeper(state: Any, p: int, a: int) -> float:
    """How well the one who runs it can and will: commitment, and for a host the money or the autonomy of its kind [X5].

    A host outside the members has what its kind has.
    """
    parameters = state.parameters[0]
    activity = state.activities[a]
    if activity.host < 0 and activity.host_kind > 0:
        means = means_outside(state, p, a, activity.host_kind)
        return share(means + parameters.steadiness_of_a_free_host * freedom_of_host(state, a))
    keeper = state.organisations[activity.host if activity.host >= 0 else state.partnerships[p].lead]
    if activity.host < 0:
        return float(keeper.commitment)
    if keeper.kind == MUNICIPALITY:
        pressure = state.legal_organisations[keeper.legal].budget_pressure
        return share(keeper.commitment + parameters.steadiness_of_a_municipal_host * (1.0 - pressure))
    return share(keeper.commitment + parameters.steadiness_of_a_free_host * freedom_of_host(state, a))


@rule
def better_ones(state: Any, p: int, a: int) -> int:
    """How many running activities are better, or as good and earlier: where hands or people are few, they go to the best."""
    partnership = state.partnerships[p]
    better = 0
    for other in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[other].stage == RUNNING and other != a:
            ahead = state.activities[other].quality - state.activities[a].quality
            better += ahead > 0.0 or (ahead == 0.0 and other < a)
    return better


@rule
def suffices_for(available: float, each: float, better: int) -> bool:
    """Whether what there is, shared out with so much for each, reaches the one that so many come before; always where nothing is needed."""
    return bool(available >= each * (better + 1.0))


@rule
def what_is_missing(state: Any, p: int, a: int) -> int:
    """GOES_ON where somebody runs the activity and, if the partnership meets citizens, somebody comes; else which of the two is missing.

    It is run by its host, or by its part of the volunteers' hours and those of a partnership that still works.
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    better = better_ones(state, p, a)
    shared = partnership.volunteer_hours + (partnership.delivery_hours if partnership.stage == ALIVE else 0.0)
    needed = parameters.hours_that_keep_an_activity
    if state.activities[a].host_hours < needed and not suffices_for(shared + state.activities[a].host_hours, needed, better):
        return NOBODY_RAN_IT
    persons = partnership.participants * partnership.persons_per_citizen
    lasts = partnership.format != ONE_OFF  # between two campaigns nobody takes part
    if partnership.citizen_facing and lasts and not suffices_for(persons, parameters.persons_that_keep_an_activity, better):
        return NOBODY_CAME
    return GOES_ON


@rule
def is_alive(state: Any, p: int, a: int) -> bool:
    """Whether an activity runs, with somebody who runs it and somebody who comes."""
    return bool(state.activities[a].stage == RUNNING and what_is_missing(state, p, a) == GOES_ON)


@rule
def alive_activities(state: Any, p: int) -> int:
    """Activities that run, with somebody who runs them and somebody who comes [E7]."""
    partnership = state.partnerships[p]
    alive = 0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        alive += is_alive(state, p, a)
    return alive
