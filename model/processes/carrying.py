"""What volunteers carry of the activities' work, and what stays undone without them. Part of processes 5, 6 and 7."""

from typing import Any

from samvirke.model.arithmetic import ratio, share
from samvirke.model.rule import rule


@rule
def part_of_the_work_carried(given: float, needed: float, left_to_volunteers: float, staff_can_carry: float) -> float:
    """Part of the activities' work that is done (0-1) [W6].

    `left_to_volunteers` of it hangs on volunteers. Of what their hours `given` do not cover of the hours `needed`, staff can
    step in for a declared part; the rest is left undone.
    """
    undone = 1.0 - share(ratio(given, needed, 1.0))
    return 1.0 - left_to_volunteers * (1.0 - staff_can_carry) * undone


@rule
def volunteer_hours_needed(state: Any, p: int) -> float:
    """Hours per month that the running activities need of volunteers: the part of their work that is left to them [W6]."""
    partnership = state.partnerships[p]
    hours = partnership.running_activities * state.parameters[0].volunteer_hours_an_activity_needs
    return float(hours * state.policies[p].work_left_to_volunteers)


@rule
def carry(state: Any, p: int) -> None:
    """Note how much of the month's work was carried; citizens notice this month, the output follows in the next [W6]."""
    partnership = state.partnerships[p]
    partnership.work_carried = part_of_the_work_carried(
        partnership.volunteer_hours, volunteer_hours_needed(state, p), state.policies[p].work_left_to_volunteers,
        state.parameters[0].part_of_volunteers_work_staff_can_carry,
    )  # fmt: skip
    if partnership.running_activities > 0:
        partnership.work_carried_total += partnership.work_carried
        partnership.months_with_activities += 1
