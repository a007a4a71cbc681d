"""5 Deliver: activities start, get better, fit the place, and give output; beside it, what the partners would make apart."""

from typing import Any

from samvirke.model.agents.activity import ENDED, PLANNED, RUNNING, quality_within_reach
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment
from samvirke.model.events import ACTIVITY_STARTS, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.hosting import hosts_give_hours
from samvirke.model.processes.leading import voluntary_part
from samvirke.model.processes.renewal import begin_anew
from samvirke.model.processes.shortfall import fall_through, scale_promises_down
from samvirke.model.processes.variety import spread_of_interests, variety_of_contributions
from samvirke.model.rule import rule

SYNERGY_OF_NO_GAIN = 0.5  # together as much as apart: the middle of the scale, whose ends are a third and three times as much (assumed)


@rule
def deliver(state: Any, p: int, moment: Moment) -> None:
    """A month of activities in partnership `p`; what a host has taken over goes on in the host's hands."""
    partnership = state.partnerships[p]
    partnership.output = 0.0
    if partnership.stage == ALIVE:
        start_activities(state, p, moment)
        begin_anew(state, p, moment)
        fall_through(state, p, moment)
        improve(state, p)
        joint_output(state, p)
        scale_promises_down(state, p, moment)
    hosts_give_hours(state, p)
    count_running(state, p)


@rule
def month_of_first_activity(state: Any, p: int) -> float:
    """Month in which the first activity is due: after formulation and tailoring, sooner with backing or voluntary lead [A2, G1, M4, M5].

    What waits for an answer of those who decide puts it off [W11].
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    slow = 1.0 - parameters.start_hastened_by_backing * state.organisations[partnership.lead].backing
    slow *= 1.0 - parameters.start_hastened_by_voluntary_lead * voluntary_part(partnership.lead_kind)
    setting_up = parameters.months_of_setting_up * slow + partnership.start_delayed_months
    return float(partnership.first_month + policy.formulation_months + policy.tailoring_months + setting_up)


@rule
def start_activities(state: Any, p: int, moment: Moment) -> None:
    """Activities begin one after the other, while there is time before the money ends."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    due = min(month_of_first_activity(state, p), float(partnership.grant_end))
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        number = a - partnership.first_activity
        due_now = min(due + number * parameters.months_between_activities, float(partnership.grant_end))
        due_and_able = activity.stage == PLANNED and moment.month >= due_now and partnership.delivery_hours > 0.0
        if due_and_able and not called_off(state, moment, p, ACTIVITY_STARTS, number):
            activity.stage = RUNNING
            activity.started_month = moment.month
            happened(state, moment, p, ACTIVITY_STARTS, number, NOBODY, activity.quality)


@rule
def improve(state: Any, p: int) -> None:
    """Quality moves towards what concept and know-how allow, fit towards what tailoring allows [A1, A2]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    tailored = ratio(policy.tailoring_months, policy.tailoring_months + parameters.months_of_tailoring_that_halve_misfit)
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        if activity.stage == ENDED:
            continue
        allowed = quality_within_reach(
            activity.maturity, activity.luck_of_concept, parameters.quality_of_a_proven_concept,
            parameters.quality_a_new_concept_lacks, parameters.luck_in_new_concepts,
        )  # fmt: skip
        learnt = share(allowed + parameters.quality_from_know_how * partnership.know_how * (1.0 - allowed))
        follow_up = 1.0 + parameters.follow_up_by_one * (policy.concentration_of_hours - parameters.usual_concentration)
        pace = parameters.improvement_per_month * (1.0 + parameters.pace_of_a_proven_concept * activity.maturity) * follow_up
        activity.quality = moved(activity.quality, learnt, share(pace))
        fit_within_reach = share(tailored + (1.0 - tailored) * policy.co_running)
        activity.local_fit = moved(activity.local_fit, fit_within_reach, parameters.improvement_per_month)
        activity.staff_run = moved(activity.staff_run, 1.0 - policy.co_running, parameters.handing_on_per_month)


@rule
def gain_from_integration(variety: float, integration: float, gain: float) -> float:
    """What joining different contributions adds: a factor of 1 and up; variety alone adds nothing [G4]."""
    return 1.0 + gain * variety * integration


@rule
def gain_from_difference(spread: float, integration: float, talk: float, gain: float) -> float:
    """What differing interests add where they are joined and spoken of: ideas, resources and arenas the others lack [W9]."""
    return gain * spread * integration * talk


@rule
def hours_that_count(hours: float, activities: float, worth_lost: float) -> float:
    """Hours as if each were worth as much as the first: the more of them in one activity, the less one more adds [W8].

    `worth_lost` is per hour in an activity: at 1 / `worth_lost` hours, half of what they would give is lost.
    """
    return hours / (1.0 + worth_lost * hours / activities)


@rule
def effort_that_points_the_same_way(shared_understanding: float, lost_to_cross_purposes: float) -> float:
    """Part of the joint effort that is not lost to cross-purposes [G1]."""
    return 1.0 - lost_to_cross_purposes * (1.0 - shared_understanding)


@rule
def effort_not_lost_to_friction(tension: float, lost_to_friction: float) -> float:
    """Part of the joint effort that is not lost to unspoken tension [G4]."""
    return 1.0 - lost_to_friction * tension


@rule
def effort_not_lost_in_waiting(role_clarity: float, mandate: float, lost_to_bottlenecks: float) -> float:
    """Part of the joint effort that does not wait for a decision: lost where roles are unclear and the mandate small [G8]."""
    return 1.0 - lost_to_bottlenecks * (1.0 - role_clarity) * (1.0 - mandate)


@rule
def effort_a_goal_calls_forth(concreteness: float, lost_to_abstract_goals: float) -> float:
    """Part of an hour's worth that a goal concrete enough to act on calls forth [G6]."""
    return 1.0 - lost_to_abstract_goals * (1.0 - concreteness)


@rule
def part_of_ideas_carried_out(hours: float, places: float, hours_a_place_needs: float) -> float:
    """Hours count per place: below what a place needs, ideas stall [X4]; one place alone is never short of itself."""
    if places <= 1.0:
        return 1.0
    return share(ratio(hours, places * hours_a_place_needs, 1.0))


@rule
def mandate_of_coordinator(state: Any, p: int) -> float:
    """The mandate of the coordinating person; nothing while the seat is vacant."""
    holder = state.seats[state.partnerships[p].coordinator_seat].holder
    return float(state.key_persons[holder].mandate) if holder >= 0 else 0.0


@rule
def worth_of_an_hour(quality: float, local_fit: float, weight_of_fit: float) -> float:
    """Quality-weighted output of one hour of activity [A2]."""
    return quality * (1.0 - weight_of_fit * (1.0 - local_fit))


@rule
def joint_output(state: Any, p: int) -> None:
    """Output together, and apart: the same rule without the integration terms, hours for relations and papers given back."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.variety = variety_of_contributions(state, p)
    running = 0
    worth = 0.0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        if activity.stage == RUNNING:
            running += 1
            worth += worth_of_an_hour(activity.quality, activity.local_fit, parameters.weight_of_local_fit)
    if running == 0:
        return
    worth /= running
    volunteers = partnership.volunteer_hours * parameters.worth_of_a_volunteer_hour
    joined = gain_from_integration(partnership.variety, partnership.integration, parameters.gain_from_integration)
    joined += gain_from_difference(
        spread_of_interests(state, p), partnership.integration, partnership.talk, parameters.gain_from_spoken_difference
    )
    together = (
        joined
        * effort_that_points_the_same_way(partnership.shared_understanding, parameters.lost_to_cross_purposes)
        * effort_not_lost_to_friction(partnership.tension, parameters.lost_to_friction)
        * effort_not_lost_in_waiting(partnership.role_clarity, mandate_of_coordinator(state, p), parameters.lost_to_bottlenecks)
    )
    worth *= effort_a_goal_calls_forth(partnership.goal_concreteness, parameters.lost_to_abstract_goals)
    worth *= part_of_ideas_carried_out(partnership.hours, state.policies[p].places, parameters.hours_a_place_needs)
    worth *= partnership.work_carried  # as volunteers left it last month [W6]
    given_back = partnership.relation_hours + partnership.documentation_hours
    hours = partnership.delivery_hours + volunteers
    lost = parameters.worth_lost_as_an_activity_fills
    partnership.output = hours_that_count(hours, running, lost) * worth * together
    apart = hours_that_count(hours + given_back, running, lost) * worth
    rate = parameters.memory_per_month
    partnership.recent_output = moved(partnership.recent_output, partnership.output, rate)
    partnership.recent_output_apart = moved(partnership.recent_output_apart, apart, rate)
    partnership.output_total += partnership.output
    partnership.synergy = synergy_on_its_scale(partnership.recent_output, partnership.recent_output_apart)


@rule
def synergy_on_its_scale(together: float, apart: float) -> float:
    """Output together relative to apart, as 0-1: 0 is a third as much or less, 0.5 the same, 1 three times as much or more.

    Evenly spaced in relative gain: (together - apart) / (together + apart) runs from -1/2 (a third) to 1/2 (three times).
    """
    return share(SYNERGY_OF_NO_GAIN + ratio(together - apart, together + apart))


@rule
def count_running(state: Any, p: int) -> None:
    """How many activities run, how good they are and how well they fit (of what runs, else as it was)."""
    partnership = state.partnerships[p]
    running = 0
    quality = 0.0
    fit = 0.0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        if activity.stage == RUNNING:
            running += 1
            quality += activity.quality
            fit += activity.local_fit
    partnership.running_activities = running
    if running > 0:
        partnership.quality = quality / running
        partnership.local_fit = fit / running
