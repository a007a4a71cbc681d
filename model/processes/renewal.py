"""A partnership that goes on takes up again what has ended, where it has the hours. Part of process 5."""

from typing import Any

from samvirke.model.agents.activity import ENDED, GOES_ON, NO_KIND, RUNNING
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import BEGINS_ANEW
from samvirke.model.events import ACTIVITY_STARTS, called_off, happened
from samvirke.model.fields import NEVER, NOBODY, THE_WHOLE
from samvirke.model.rule import rule


@rule
def begin_anew(state: Any, p: int, moment: Moment) -> None:
    """After the grant, or without an end, a partnership with hours for one activity more than it runs takes up one that has ended [E7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    if moment.month <= partnership.grant_end < NEVER:
        return
    ended = first_ended(state, p)
    suffices = partnership.hours >= parameters.hours_an_activity_needs * (running(state, p) + 1)
    if ended == NOBODY or not suffices:
        return
    begins = uniform(moment, BEGINS_ANEW, partnership.number, THE_WHOLE) < parameters.chance_of_beginning_anew_per_month
    number = ended - partnership.first_activity
    if begins and not called_off(state, moment, p, ACTIVITY_STARTS, number):
        restart(state, ended, moment)
        happened(state, moment, p, ACTIVITY_STARTS, number, NOBODY, state.activities[ended].quality)


@rule
def restart(state: Any, a: int, moment: Moment) -> None:
    """An activity runs from this month on, without a host."""
    activity = state.activities[a]
    activity.stage = RUNNING
    activity.started_month = moment.month
    activity.ended_month = NEVER
    activity.end_cause = GOES_ON
    activity.host = NOBODY
    activity.host_kind = NO_KIND
    activity.handed_over = 0
    activity.set_up_months = 0
    activity.months_waited = 0
    activity.empty_months = 0


@rule
def first_ended(state: Any, p: int) -> int:
    """The first activity that has run and ended, with its concept and what was learnt of it; -1 if none has."""
    partnership = state.partnerships[p]
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage == ENDED and state.activities[a].started_month < NEVER:
            return a
    return int(NOBODY)


@rule
def running(state: Any, p: int) -> int:
    """Activities that run now."""
    partnership = state.partnerships[p]
    found = 0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        found += state.activities[a].stage == RUNNING
    return found
