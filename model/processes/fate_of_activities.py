"""What becomes of activities when the grant ends or later: handed over, carried on, dropped. Part of process 9."""

from typing import Any

from samvirke.model.agents.activity import ENDED, RUNNING
from samvirke.model.arithmetic import ratio
from samvirke.model.chance import Moment
from samvirke.model.events import ACTIVITY_ENDS, ACTIVITY_HANDED_OVER, happened
from samvirke.model.fields import NOBODY
from samvirke.model.rule import rule


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
        elif activity.host >= 0:
            hand_over(state, p, a, moment)
        elif carried > 0:
            carried -= 1
        else:
            dropped += 1
            end_activity(state, p, a, moment)
    return dropped


@rule
def hand_over(state: Any, p: int, a: int, moment: Moment) -> None:
    """The host runs it from now on, on its own if it goes on with the others no longer."""
    partnership = state.partnerships[p]
    activity = state.activities[a]
    activity.handed_over = 1
    number = a - partnership.first_activity
    happened(state, moment, p, ACTIVITY_HANDED_OVER, number, activity.host - partnership.first_organisation, activity.quality)


@rule
def end_activity(state: Any, p: int, a: int, moment: Moment) -> None:
    """An activity stops for good."""
    activity = state.activities[a]
    activity.stage = ENDED
    activity.ended_month = moment.month
    number = a - state.partnerships[p].first_activity
    happened(state, moment, p, ACTIVITY_ENDS, number, NOBODY, float(moment.month - activity.started_month))


@rule
def alive_activities(state: Any, p: int) -> int:
    """Activities that run."""
    partnership = state.partnerships[p]
    alive = 0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        alive += state.activities[a].stage == RUNNING
    return alive
