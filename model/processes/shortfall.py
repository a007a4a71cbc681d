"""When capacity is too small for the task: activities fall through, promises are scaled down. Part of process 5."""

from typing import Any

from samvirke.model.agents.activity import ENDED, RUNNING
from samvirke.model.agents.organisation import NGO
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import FALLS_THROUGH
from samvirke.model.events import ACTIVITY_FALLS_THROUGH, PROMISES_SCALED_DOWN, called_off, happened
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.processes.results import attainment, part_of_the_plan_due
from samvirke.model.rule import rule


@rule
def missing_capacity(hours: float, associations: float, needed: float, eased_by_each: float) -> float:
    """Part of the capacity that a task needs and lacks (0-1): several associations that each take a part ease it [A5]."""
    return share(1.0 - hours * (1.0 + eased_by_each * associations) / needed)


@rule
def missing_place(persons: float, needed: float) -> float:
    """How far the target group of a place, whichever it is, is too small for an offer of its own (0-1) [C9]."""
    return share(1.0 - persons / needed)


@rule
def associations(state: Any, p: int) -> int:
    """Member associations."""
    partnership = state.partnerships[p]
    found = 0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        found += state.organisations[o].active and state.organisations[o].kind == NGO
    return found


@rule
def shortage(state: Any, p: int) -> float:
    """What its activities lack this month: hours each, or people of the target group in the place [A5, C9]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    each = ratio(partnership.delivery_hours + partnership.volunteer_hours, max(1, partnership.running_activities))
    lacking = missing_capacity(each, associations(state, p), parameters.hours_an_activity_needs, parameters.eased_by_an_association)
    if partnership.citizen_facing and partnership.targets_a_special_group:
        persons = partnership.citizens * partnership.persons_per_citizen / state.policies[p].places
        lacking = max(lacking, missing_place(persons, parameters.persons_a_specialised_offer_needs))
    return lacking


@rule
def fall_through(state: Any, p: int, moment: Moment) -> None:
    """An activity for which there is too little capacity, or too small a place, may fall through [A5, C9]."""
    partnership = state.partnerships[p]
    if partnership.running_activities == 0:
        return
    lacking = shortage(state, p)
    chance = share(state.parameters[0].chance_of_falling_through_per_month * lacking)
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        number = a - partnership.first_activity
        if activity.stage != RUNNING or activity.handed_over:
            continue
        falls = uniform(moment, FALLS_THROUGH, partnership.number, number) < chance
        if falls and not called_off(state, moment, p, ACTIVITY_FALLS_THROUGH, number):
            activity.stage = ENDED
            activity.ended_month = moment.month
            happened(state, moment, p, ACTIVITY_FALLS_THROUGH, number, NOBODY, lacking)


@rule
def part_given_up(attained: float, level: float, pace: float) -> float:
    """Part of the promises given up at a review: none at or above the level, more the further below it [A4]."""
    return share(pace * ratio(level - attained, level)) if attained < level else 0.0


@rule
def scale_promises_down(state: Any, p: int, moment: Moment) -> None:
    """At each review promises that cannot be kept are scaled down; attainment is judged against what is left of them [A4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    since = moment.month - partnership.first_month + 1
    if (
        since % int(parameters.months_between_reviews) != 0
        or part_of_the_plan_due(state, p) <= 0.0
        or moment.month >= partnership.grant_end
    ):
        return
    given_up = part_given_up(
        attainment(state, p), parameters.attainment_that_scales_promises_down, parameters.promises_given_up_at_a_review
    )
    if given_up > 0.0 and not called_off(state, moment, p, PROMISES_SCALED_DOWN, THE_WHOLE):
        partnership.promised_output *= 1.0 - given_up
        partnership.promised_reach *= 1.0 - given_up
        happened(state, moment, p, PROMISES_SCALED_DOWN, THE_WHOLE, NOBODY, given_up)
