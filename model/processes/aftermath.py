"""After the grant, and too weak before it: what holds, what stops, and what is true later. Part of process 9."""

from typing import Any

from samvirke.model.agents.activity import RUNNING
from samvirke.model.agents.organisation import MUNICIPALITY
from samvirke.model.agents.partnership import (
    ALIVE,
    CONTINUES_ADJUSTED,
    CONTINUES_UNCHANGED,
    ENDED_ACTIVITIES_CONTINUE,
    ENDED_ALTOGETHER,
    FADED,
    FEWEST_MEMBERS,
    PARTNERS_LEFT,
)
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import ACTIVITY_STOPS
from samvirke.model.events import PARTNERSHIP_WEAKENS, happened
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.processes.contribute import members
from samvirke.model.processes.endings import alive_activities, end_activity, end_partnership
from samvirke.model.rule import rule

PARTS_OF_WHAT_HOLDS = 3.0  # the keeper's means, quality and volunteers count alike: assumed


@rule
def after_the_grant(state: Any, p: int, moment: Moment) -> None:
    """In every other month: too weak for too long ends a partnership; after the grant activities stop now and then [E8]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    over = moment.month > partnership.grant_end
    if partnership.stage == ALIVE and moment.month >= partnership.first_month:
        weak = members(state, p) < FEWEST_MEMBERS or (over and partnership.hours < parameters.hours_that_keep_a_partnership_going)
        partnership.weak_months = partnership.weak_months + 1 if weak else 0
        if partnership.weak_months == 1:
            happened(state, moment, p, PARTNERSHIP_WEAKENS, THE_WHOLE, NOBODY, partnership.hours)
        if partnership.weak_months >= parameters.weak_months_before_the_end:
            end_partnership(state, p, FADED if over else PARTNERS_LEFT, moment)
    if over:
        activities_stop(state, p, moment)


@rule
def chance_of_activity_stopping(usual: float, held: float) -> float:
    """Chance per month that an activity stops after the grant: the usual one where nothing holds it, none where all does."""
    return share(usual * (1.0 - held))


@rule
def means_of_the_keeper(state: Any, p: int, a: int) -> float:
    """The motivation of the one who runs it: commitment, and for a host the money or the autonomy of its kind [X5]."""
    parameters = state.parameters[0]
    activity = state.activities[a]
    keeper = state.organisations[activity.host if activity.host >= 0 else state.partnerships[p].lead]
    if activity.host < 0:
        return float(keeper.commitment)
    if keeper.kind == MUNICIPALITY:
        return share(
            keeper.commitment + parameters.steadiness_of_a_municipal_host * (1.0 - state.legal_organisations[keeper.legal].budget_pressure)
        )
    return share(keeper.commitment + parameters.steadiness_of_a_free_host * keeper.autonomy)


@rule
def activities_stop(state: Any, p: int, moment: Moment) -> None:
    """What holds an activity: its host's or the partnership's commitment, its quality, and volunteers who serve it."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    served = ratio(partnership.active_volunteers, partnership.active_volunteers + parameters.fellows_that_make_a_circle)
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        if activity.stage != RUNNING:
            continue
        held = (means_of_the_keeper(state, p, a) + activity.quality + served) / PARTS_OF_WHAT_HOLDS
        number = a - partnership.first_activity
        chance = chance_of_activity_stopping(parameters.chance_of_activity_stopping_per_month, held)
        if uniform(moment, ACTIVITY_STOPS, partnership.number, number) < chance:
            end_activity(state, p, a, moment)


@rule
def look_back(state: Any, p: int, moment: Moment) -> None:
    """What is left 12, 24 and 36 months after the grant."""
    partnership = state.partnerships[p]
    since = moment.month - partnership.grant_end
    if since == 12:
        partnership.activities_12_months_after = alive_activities(state, p)
        partnership.volunteers_12_months_after = partnership.active_volunteers
        partnership.future_12_months = what_is_true(state, p)
    elif since == 24:
        partnership.activities_24_months_after = alive_activities(state, p)
    elif since == 36:
        partnership.activities_36_months_after = alive_activities(state, p)


@rule
def what_is_true(state: Any, p: int) -> int:
    """The future as it has come: unchanged means the members and activities of the grant's last month are all still there."""
    partnership = state.partnerships[p]
    running = alive_activities(state, p)
    if partnership.stage != ALIVE:
        return ENDED_ACTIVITIES_CONTINUE if running > 0 else ENDED_ALTOGETHER
    kept = partnership.future == CONTINUES_UNCHANGED and members(state, p) == partnership.organisations_at_end
    return CONTINUES_UNCHANGED if kept and running == partnership.activities_at_grant_end else CONTINUES_ADJUSTED
