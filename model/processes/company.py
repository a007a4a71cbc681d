"""Those one volunteers with: ties between persons that grow with the months served together, and go with the person. Part of process 6."""

from typing import Any

from samvirke.model.agents.volunteer import ACTIVE, GONE
from samvirke.model.arithmetic import ratio
from samvirke.model.chance import Moment
from samvirke.model.events import VOLUNTEER_STOPS, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.acquaintances import stays_away
from samvirke.model.rule import rule


@rule
def fellows_known(months_together: float, fellows: float, months_to_know_a_fellow: float) -> float:
    """How many of those she serves with she knows well: months together make acquaintances, at most of all who are there [V2]."""
    return min(fellows, months_together / months_to_know_a_fellow)


@rule
def company_of_fellows(known: float, fellows_that_make_a_circle: float) -> float:
    """How much company those she knows are (0-1): half of it when they make a circle [V2]."""
    return known / (known + fellows_that_make_a_circle)


@rule
def stop(state: Any, p: int, v: int, moment: Moment) -> None:
    """A volunteer stops, and those who stay lose her."""
    if leave(state, p, v, moment):
        lose_a_fellow(state, p, v)


@rule
def leave(state: Any, p: int, v: int, moment: Moment) -> bool:
    """A volunteer is gone, unless it is called off; a citizen who volunteered is a citizen who has lapsed."""
    if called_off(state, moment, p, VOLUNTEER_STOPS, v):
        return False
    partnership = state.partnerships[p]
    volunteer = state.volunteers[partnership.first_volunteer + v]
    volunteer.stage = GONE
    volunteer.left_month = moment.month
    volunteer.hours = 0.0
    partnership.active_volunteers -= 1
    partnership.volunteers_left += 1
    if volunteer.citizen >= 0:
        citizen = state.citizens[volunteer.citizen]
        stays_away(state, volunteer.citizen)
        citizen.wellbeing = volunteer.wellbeing
        citizen.network = volunteer.network
    happened(state, moment, p, VOLUNTEER_STOPS, v, NOBODY, float(volunteer.months_served))
    return True


@rule
def lose_a_fellow(state: Any, p: int, gone: int) -> None:
    """One has left: each who stays loses the months served beside her, and the belonging that was hers [V2]."""
    partnership = state.partnerships[p]
    first = partnership.first_volunteer
    lost_with_her = state.parameters[0].belonging_lost_with_a_fellow
    for v in range(first, first + partnership.volunteers):
        volunteer = state.volunteers[v]
        if volunteer.stage == ACTIVE:
            beside_her = float(min(volunteer.months_this_time, state.volunteers[first + gone].months_this_time))
            volunteer.belonging *= 1.0 - lost_with_her * min(1.0, ratio(beside_her, volunteer.months_together))
            volunteer.months_together = max(0.0, volunteer.months_together - beside_her)
