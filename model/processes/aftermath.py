"""After the grant, and too weak before it: what holds, what stops, and what is true later. Part of process 9."""

from typing import Any

from samvirke.model.agents.activity import GIVEN_UP, GOES_ON, NO_HOST_IN_TIME, RUNNING, has_host
from samvirke.model.agents.partnership import (
    ALIVE,
    CONTINUES_ADJUSTED,
    CONTINUES_UNCHANGED,
    ENDED_ACTIVITIES_CONTINUE,
    ENDED_ALTOGETHER,
    FADED,
    FEWEST_MEMBERS,
    GOAL_MET,
    LOST_HEART,
    NOBODY_TO_LEAD,
    PARTNERS_LEFT,
    TOO_FEW_HOURS,
    TOO_LITTLE_TRUST,
)
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import ACTIVITY_STOPS, DISSOLVES, PASSES_INTO_OPERATION
from samvirke.model.events import PARTNERSHIP_WEAKENS, happened
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.processes.contribute import members
from samvirke.model.processes.endings import end_activity, end_partnership, hand_over
from samvirke.model.processes.going_on import fewest_hours
from samvirke.model.processes.hosting import alive_activities, means_of_the_keeper, what_is_missing
from samvirke.model.processes.hosts import daily_operation_has_all
from samvirke.model.rule import rule

PARTS_OF_WHAT_HOLDS = 3.0  # the keeper's means, quality and volunteers count alike: assumed
MONTHS_LOOKED_BACK = 12  # a year


@rule
def after_the_grant(state: Any, p: int, moment: Moment) -> None:
    """In every other month: too weak for too long ends a partnership; after it or the grant, activities live on or stop [E8, X11]."""
    partnership = state.partnerships[p]
    over = moment.month > partnership.grant_end
    if partnership.stage == ALIVE and moment.month >= partnership.first_month:
        fade(state, p, over, moment)
    if partnership.stage == ALIVE and moment.month >= partnership.first_month:
        struggle_on(state, p, over, moment)
    if partnership.stage == ALIVE and over:
        pass_into_operation(state, p, moment)
    if partnership.stage != ALIVE and partnership.end_month < moment.month:
        partnership.visibility *= 1.0 - state.parameters[0].fading_of_visibility_per_month
    if over or partnership.end_month < moment.month:
        activities_live_or_end(state, p, moment)


@rule
def fade(state: Any, p: int, over: bool, moment: Moment) -> None:
    """So many months in a row with too few members or, after the grant, too few hours end a partnership."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    weak = members(state, p) < FEWEST_MEMBERS or (over and partnership.hours < fewest_hours(state, members(state, p)))
    partnership.weak_months = partnership.weak_months + 1 if weak else 0
    if partnership.weak_months == 1:
        happened(state, moment, p, PARTNERSHIP_WEAKENS, THE_WHOLE, NOBODY, partnership.hours)
    if partnership.weak_months >= parameters.weak_months_before_the_end:
        end_partnership(state, p, FADED if over else PARTNERS_LEFT, moment)


@rule
def what_it_lacks(there: float, needed: float) -> float:
    """How much is lacking of what is needed (0-1); nothing where nothing is needed [X11]."""
    return share(ratio(needed - there, needed))


@rule
def struggle_on(state: Any, p: int, over: bool, moment: Moment) -> None:
    """A partnership that has long lacked what it takes to go on dissolves sooner or later, for what it lacks most [X11]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    most, reason = what_it_lacks_most(state, p)
    partnership.struggle = moved(partnership.struggle, most, parameters.memory_per_month)
    chance = share(parameters.chance_of_dissolving_per_month * partnership.struggle)
    if most > 0.0 and uniform(moment, DISSOLVES, partnership.number, THE_WHOLE) < chance:
        end_partnership(state, p, FADED if over else reason, moment)


@rule
def what_it_lacks_most(state: Any, p: int) -> tuple[float, int]:
    """What a partnership lacks most of this month (0-1), and the reason that this would be.

    Hours for the activities it runs, or for one; trust; its members' will; members; or somebody to lead.
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    most = what_it_lacks(partnership.hours, parameters.hours_an_activity_needs * max(1, partnership.running_activities))
    reason = TOO_FEW_HOURS
    trust = what_it_lacks(partnership.trust, parameters.trust_that_keeps_a_partnership_together)
    if trust > most:
        most, reason = trust, TOO_LITTLE_TRUST
    will = what_it_lacks(mean_commitment(state, p), parameters.commitment_below_which_partners_leave)
    if will > most:
        most, reason = will, LOST_HEART
    alone = what_it_lacks(float(members(state, p)), float(FEWEST_MEMBERS))
    if alone > most:
        most, reason = alone, PARTNERS_LEFT
    leaderless = what_leading_lacks(state, p)
    if leaderless > most:
        most, reason = leaderless, NOBODY_TO_LEAD
    return most, reason


@rule
def what_leading_lacks(state: Any, p: int) -> float:
    """How much nobody leads (0-1): the lead has left, or the coordinator's seat is empty and no second person knows the work [K3, X11]."""
    partnership = state.partnerships[p]
    if state.organisations[partnership.lead].active == 0:
        return 1.0
    return 0.0 if state.seats[partnership.coordinator_seat].holder >= 0 else 1.0 - float(state.policies[p].second_person)


@rule
def mean_commitment(state: Any, p: int) -> float:
    """Mean commitment of the members."""
    partnership = state.partnerships[p]
    total = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active:
            total += state.organisations[o].commitment
    return float(ratio(total, members(state, p)))


@rule
def pass_into_operation(state: Any, p: int, moment: Moment) -> None:
    """After the grant, those whose activities daily operation has taken over stop meeting sooner or later: no failure [X11].

    Sooner the more of what was promised is attained: what is left to do holds them together.
    """
    partnership = state.partnerships[p]
    chance = state.parameters[0].chance_of_passing_into_operation_per_month * partnership.attainment
    passes = uniform(moment, PASSES_INTO_OPERATION, partnership.number, THE_WHOLE) < chance
    if passes and daily_operation_has_all(state, p):
        end_partnership(state, p, GOAL_MET, moment)


@rule
def chance_of_activity_stopping(usual: float, held: float) -> float:
    """Chance per month that an activity stops after the grant: the usual one where nothing holds it, none where all does."""
    return share(usual * (1.0 - held))


@rule
def activities_live_or_end(state: Any, p: int, moment: Moment) -> None:
    """Each running activity waits for a host, is empty or is given up, and may end for it [E7, W12]."""
    partnership = state.partnerships[p]
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage == RUNNING:
            cause = why_it_ends(state, p, a, moment)
            if cause != GOES_ON:
                end_activity(state, p, a, cause, moment)


@rule
def why_it_ends(state: Any, p: int, a: int, moment: Moment) -> int:
    """What ends an activity this month: nobody runs it or comes for too long, no host in time, or it is given up; GOES_ON for nothing."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    activity = state.activities[a]
    missing = what_is_missing(state, p, a)
    activity.empty_months = 0 if missing == GOES_ON else activity.empty_months + 1
    if activity.empty_months >= parameters.months_an_activity_lives_empty:
        return missing
    if partnership.stage != ALIVE and activity.handed_over == 0:
        activity.months_waited += 1
        if has_host(activity.host, activity.host_kind):
            hand_over(state, p, a, moment)
        elif activity.months_waited >= parameters.months_an_activity_waits_for_a_host:
            return NO_HOST_IN_TIME
    served = ratio(partnership.active_volunteers, partnership.active_volunteers + parameters.fellows_that_make_a_circle)
    held = (means_of_the_keeper(state, p, a) + activity.quality + served) / PARTS_OF_WHAT_HOLDS
    chance = chance_of_activity_stopping(parameters.chance_of_activity_stopping_per_month, held)
    stops = uniform(moment, ACTIVITY_STOPS, partnership.number, a - partnership.first_activity) < chance
    return GIVEN_UP if stops else GOES_ON


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
def count_at_fixed_dates(state: Any, p: int, moment: Moment) -> None:
    """What is alive in fixed months of the scenario, whenever the grant ends, and whom it served in the year before."""
    partnership = state.partnerships[p]
    if moment.month == 36:
        partnership.activities_month_36 = alive_activities(state, p)
        partnership.citizens_month_36 = served_in_a_year(state, p)
    elif moment.month == 48:
        partnership.activities_month_48 = alive_activities(state, p)
        partnership.citizens_month_48 = served_in_a_year(state, p)
    elif moment.month == 60:
        partnership.activities_month_60 = alive_activities(state, p)
        partnership.citizens_month_60 = served_in_a_year(state, p)
    elif moment.month == 72:
        partnership.activities_month_72 = alive_activities(state, p)
        partnership.citizens_month_72 = served_in_a_year(state, p)
    elif moment.month == 84:
        partnership.activities_month_84 = alive_activities(state, p)
        partnership.citizens_month_84 = served_in_a_year(state, p)


@rule
def served_in_a_year(state: Any, p: int) -> int:
    """Citizen slots that have taken part in the last twelve months."""
    partnership = state.partnerships[p]
    served = 0
    for c in range(partnership.first_citizen, partnership.first_citizen + partnership.citizens):
        took_part = state.citizens[c].took_part_month
        served += took_part > 0 and took_part > state.clock[0].month - MONTHS_LOOKED_BACK
    return served


@rule
def what_is_true(state: Any, p: int) -> int:
    """The future as it has come: unchanged means the members and activities of the grant's last month are still there, and no others."""
    partnership = state.partnerships[p]
    running = alive_activities(state, p)
    if partnership.stage != ALIVE:
        return ENDED_ACTIVITIES_CONTINUE if running > 0 else ENDED_ALTOGETHER
    kept = partnership.future == CONTINUES_UNCHANGED and members(state, p) == partnership.organisations_at_end
    same = running == partnership.activities_at_grant_end and not has_begun_anew(state, p)
    return CONTINUES_UNCHANGED if kept and same else CONTINUES_ADJUSTED


@rule
def has_begun_anew(state: Any, p: int) -> bool:
    """Whether an activity runs that has begun, or been taken up again, after the grant."""
    partnership = state.partnerships[p]
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage == RUNNING and state.activities[a].started_month > partnership.grant_end:
            return True
    return False
