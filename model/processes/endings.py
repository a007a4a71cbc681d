"""The grant's end: organisations decide whether they stay, hosts whether they take over; four futures follow [E7]."""

from typing import Any

from samvirke.model.agents.activity import DROPPED, ENDED, NO_HOST, RUNNING, has_host
from samvirke.model.agents.organisation import MUNICIPALITY, NGO
from samvirke.model.agents.partnership import (
    ALIVE,
    CONTINUES_ADJUSTED,
    CONTINUES_UNCHANGED,
    ENDED_ACTIVITIES_CONTINUE,
    ENDED_ALTOGETHER,
    FEWEST_MEMBERS,
    GOAL_MET,
    LED_BY_OTHERS,
    NO_MONEY,
    NOBODY_TO_LEAD,
    NOT_DECIDED,
    STILL_ALIVE,
    TOO_FEW_PARTNERS,
)
from samvirke.model.agents.partnership import ENDED as ENDED_PARTNERSHIP
from samvirke.model.arithmetic import ratio
from samvirke.model.chance import Moment
from samvirke.model.events import (
    ACTIVITY_ENDS,
    ACTIVITY_HANDED_OVER,
    FUTURE_DECLARED,
    PARTNERSHIP_ENDS,
    WAITS_FOR_HOST,
    happened,
)
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.processes.contribute import members
from samvirke.model.processes.going_on import capacity_afterwards, hours_afterwards, hours_needed_to_go_on
from samvirke.model.processes.hosting import hours_of_host, is_alive
from samvirke.model.processes.hosts import ask_everybody, daily_operation_has_all
from samvirke.model.processes.wishes import decide_who_stays
from samvirke.model.rule import rule


@rule
def declare_future(state: Any, p: int, moment: Moment) -> None:
    """In the grant's last month each member decides, activities pass to hosts or end, and one of four futures is declared."""
    partnership = state.partnerships[p]
    partnership.volunteers_at_grant_end = partnership.active_volunteers
    partnership.activities_at_grant_end = partnership.running_activities
    withdrawn = 0
    if partnership.stage == ALIVE:
        lead_before = partnership.lead
        withdrawn = decide_who_stays(state, p, moment)
        reason = why_it_cannot_go_on(state, p)
        if reason == STILL_ALIVE:
            dropped = settle_activities(state, p, capacity_afterwards(state, p), moment)
            partnership.adjusts_constellation = 1 if withdrawn > 0 or partnership.lead != lead_before else 0
            partnership.adjusts_activities = 1 if dropped > 0 else 0
            adjusted = partnership.adjusts_constellation + partnership.adjusts_activities > 0
            partnership.future = CONTINUES_ADJUSTED if adjusted else CONTINUES_UNCHANGED
        else:
            end_partnership(state, p, reason, moment)
    partnership.organisations_at_end = members(state, p) - withdrawn if partnership.stage == ALIVE else 0
    happened(state, moment, p, FUTURE_DECLARED, THE_WHOLE, partnership.future, float(partnership.future))


@rule
def leader_among_those_who_stay(state: Any, p: int) -> int:
    """The lead if it stays, else the staying member with most ownership if that is enough to lead; -1 for nobody."""
    partnership = state.partnerships[p]
    lead = state.organisations[partnership.lead]
    if lead.active and lead.stays:
        return int(partnership.lead)
    best = NOBODY
    highest = state.parameters[0].ownership_needed_to_lead
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active and organisation.stays and organisation.ownership >= highest:
            best = o
            highest = organisation.ownership
    return best


@rule
def why_it_cannot_go_on(state: Any, p: int) -> int:
    """STILL_ALIVE if it can: two members, somebody to lead, and hours enough; else the first of these that is missing."""
    partnership = state.partnerships[p]
    staying = 0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        staying += state.organisations[o].active and state.organisations[o].stays
    if is_done(state, p):
        return GOAL_MET
    if staying < members_needed(state, p):
        return TOO_FEW_PARTNERS
    leader = leader_among_those_who_stay(state, p)
    if leader == NOBODY:
        return NOBODY_TO_LEAD
    if hours_afterwards(state, p) < hours_needed_to_go_on(state, p, staying):
        return NO_MONEY
    change_lead(state, p, leader)
    return STILL_ALIVE


@rule
def members_needed(state: Any, p: int) -> float:
    """How many must stay: two, and a part of the members, without whom what is left is a relation and no longer the partnership [T5]."""
    return float(max(FEWEST_MEMBERS, state.parameters[0].part_of_members_that_must_stay * members(state, p)))


@rule
def is_done(state: Any, p: int) -> bool:
    """Whether the goal is met and daily operation has taken everything over: an end that is no failure [X11]."""
    met = state.partnerships[p].attainment >= state.parameters[0].attainment_that_meets_the_goal
    return bool(met and daily_operation_has_all(state, p))


@rule
def change_lead(state: Any, p: int, leader: int) -> None:
    """The organisation that leads from now on, and whose representative coordinates if it is another than before."""
    partnership = state.partnerships[p]
    if leader == partnership.lead:
        return
    state.organisations[partnership.lead].is_lead = 0
    state.organisations[leader].is_lead = 1
    partnership.lead = leader
    kind = state.organisations[leader].kind
    partnership.lead_kind = kind if kind in (MUNICIPALITY, NGO) else LED_BY_OTHERS
    name_coordinator(state, p, 0)
    partnership.coordinator_seat = state.organisations[leader].first_seat
    name_coordinator(state, p, 1)


@rule
def name_coordinator(state: Any, p: int, is_one: int) -> None:
    """The holder of the coordinator's seat, and the seat, are marked as coordinator (1) or no longer (0)."""
    seat = state.seats[state.partnerships[p].coordinator_seat]
    seat.is_coordinator = is_one
    if seat.holder >= 0:
        state.key_persons[seat.holder].is_coordinator = is_one


@rule
def end_partnership(state: Any, p: int, reason: int, moment: Moment) -> None:
    """The partnership ends; its activities are offered once more to possible hosts, and go on, wait for one, or end [E7, W12].

    Activities continue where at least one of them has a host with hours and, if the partnership meets citizens, somebody who comes.
    """
    partnership = state.partnerships[p]
    partnership.stage = ENDED_PARTNERSHIP
    partnership.end_month = moment.month
    partnership.end_reason = reason
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage == RUNNING:
            offer_once_more(state, p, a, moment)
        else:
            state.activities[a].stage = ENDED
    go_on = 0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        state.activities[a].host_hours = hours_of_host(state, p, a)
        go_on += state.activities[a].handed_over and is_alive(state, p, a)
    if partnership.future == NOT_DECIDED:
        partnership.future = ENDED_ACTIVITIES_CONTINUE if go_on > 0 else ENDED_ALTOGETHER
    happened(state, moment, p, PARTNERSHIP_ENDS, THE_WHOLE, reason, float(reason))


@rule
def offer_once_more(state: Any, p: int, a: int, moment: Moment) -> None:
    """One running activity of a partnership that has ended: it passes to its host, waits for one where that is done, or ends."""
    parameters = state.parameters[0]
    activity = state.activities[a]
    if not has_host(activity.host, activity.host_kind):
        ask_everybody(state, p, a, parameters.last_call_for_hosts, moment)
    if has_host(activity.host, activity.host_kind):
        hand_over(state, p, a, moment)
    elif parameters.months_an_activity_waits_for_a_host >= 1.0:
        happened(state, moment, p, WAITS_FOR_HOST, a - state.partnerships[p].first_activity, NOBODY, hours_of_host(state, p, a))
    else:
        end_activity(state, p, a, NO_HOST, moment)


@rule
def settle_activities(state: Any, p: int, capacity: float, moment: Moment) -> int:
    """A partnership that goes on drops what no member hosts and its hours do not suffice for [T5, E8].

    `capacity` is its hours afterwards relative to those now: each activity can go on with fewer, down to what it needs. Returns
    how many it drops: what a member hosts is carried on.
    """
    partnership = state.partnerships[p]
    carried = int(ratio(capacity, state.parameters[0].part_of_its_hours_an_activity_needs) * partnership.running_activities)
    dropped = 0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        if activity.stage != RUNNING:
            activity.stage = ENDED
        elif has_host(activity.host, activity.host_kind):
            hand_over(state, p, a, moment)
        elif carried > 0:
            carried -= 1
        else:
            dropped += 1
            end_activity(state, p, a, DROPPED, moment)
    return dropped


@rule
def hand_over(state: Any, p: int, a: int, moment: Moment) -> None:
    """The host runs it from now on, on its own if it goes on with the others no longer."""
    partnership = state.partnerships[p]
    activity = state.activities[a]
    activity.handed_over = 1
    number = a - partnership.first_activity
    host = activity.host - partnership.first_organisation if activity.host >= 0 else NOBODY
    happened(state, moment, p, ACTIVITY_HANDED_OVER, number, host, activity.quality)


@rule
def end_activity(state: Any, p: int, a: int, cause: int, moment: Moment) -> None:
    """An activity stops for good, for a cause that the ledger keeps."""
    activity = state.activities[a]
    activity.stage = ENDED
    activity.ended_month = moment.month
    activity.end_cause = cause
    activity.host_hours = 0.0
    number = a - state.partnerships[p].first_activity
    happened(state, moment, p, ACTIVITY_ENDS, number, cause, float(moment.month - activity.started_month))
