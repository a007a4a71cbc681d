"""Cohorts of volunteers: when people are taken in, who applies anew, and who may be asked again after a pause. Part of process 6."""

from typing import Any

from samvirke.model.agents.volunteer import ACTIVE, GONE, POTENTIAL, readiness_to_return
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import APPLIES_ANEW
from samvirke.model.processes.company import stop
from samvirke.model.rule import rule

PARTS_OF_WANTING_ON = 2.0  # what the goal means to her and how she was recognised count alike: assumed


@rule
def months_of_asking(state: Any, p: int, month: int) -> int:
    """Months whose asking is answered this month: one, or where all apply anew together, all since the last intake [X2].

    New ones are then taken in as a cohort, in the month after the renewal; until then they wait.
    """
    every = int(state.policies[p].renewal_months)
    since = month - state.partnerships[p].first_month
    if every == 0:
        return 1
    if since % every != 0:
        return 0
    return every if since > 0 else 1


@rule
def willingness_of(state: Any, v: int, month: int) -> float:
    """How readily a person listens to being asked: 1 who has never served, another value who has, 0 who cannot be asked now [W6].

    Who serves is not asked, nor who stopped a short while ago, nor a citizen: she comes by taking part first [C8].
    """
    parameters = state.parameters[0]
    volunteer = state.volunteers[v]
    if volunteer.citizen >= 0:
        return 0.0
    if volunteer.stage == POTENTIAL:
        return 1.0
    if volunteer.stage == GONE and month - volunteer.left_month >= parameters.months_before_asked_again:
        return readiness_to_return(volunteer.recognition, parameters.return_in_the_best_of_terms)
    return 0.0


@rule
def apply_anew(state: Any, p: int, moment: Moment) -> None:
    """Where volunteers must apply anew, the motivated and recognised do and are refreshed; ties start over, it takes hours [X2, V3]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    every = int(state.policies[p].renewal_months)
    if every == 0 or (moment.month - partnership.first_month + 1) % every != 0:
        return
    for v in range(partnership.volunteers):
        volunteer = state.volunteers[partnership.first_volunteer + v]
        if volunteer.stage != ACTIVE:
            continue
        wish = (volunteer.motivation + volunteer.recognition) / PARTS_OF_WANTING_ON
        chance = chance_of_applying_anew(wish, parameters.unmotivated_who_apply_anew)
        applies = uniform(moment, APPLIES_ANEW, partnership.number, v) < chance
        if applies:
            volunteer.energy = 1.0
            volunteer.belonging *= 1.0 - parameters.belonging_lost_at_renewal
            intake = min(partnership.support_hours, parameters.hours_per_renewal)
            partnership.support_hours -= intake
            partnership.documentation_hours += intake
        else:
            stop(state, p, v, moment)


@rule
def chance_of_applying_anew(wish: float, of_the_unmotivated: float) -> float:
    """Chance that a volunteer who must apply anew does: all who fully want to go on, fewer of the others [X2, V3]."""
    return of_the_unmotivated + (1.0 - of_the_unmotivated) * wish
