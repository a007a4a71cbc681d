"""An organisation leaves, and why: its seats stand empty, what it promised to host has no host. Used by processes 1 and 8."""

from typing import Any

from samvirke.model.agents.activity import ENDED
from samvirke.model.agents.key_person import LEFT
from samvirke.model.agents.organisation import LEFT_AGAIN
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment
from samvirke.model.events import DISCORD, HOST_WITHDREW, ORGANISATION_LEAVES, OTHER_TASKS, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.contribute import name_who_reaches
from samvirke.model.rule import rule


@rule
def note_busyness(state: Any, o: int) -> None:
    """How much of its promise other tasks took this month goes into what an organisation remembers of being busy."""
    organisation = state.organisations[o]
    organisation.busyness = moved(organisation.busyness, 1.0 - organisation.kept, state.parameters[0].memory_per_month)


@rule
def chance_of_exit(commitment: float, limit: float, usual: float) -> float:
    """Chance per month that a partner gives up: none at or above the limit, the usual one when nothing is left of commitment [M3]."""
    return share(usual * ratio(limit - commitment, limit)) if commitment < limit else 0.0


@rule
def chance_of_being_driven_out(commitment: float, driven: float, most: float) -> float:
    """Chance per month that conflict, or other tasks, drive a partner out (`driven`: how much there is): commitment holds it in [X11]."""
    return share(most * driven * (1.0 - commitment))


@rule
def exit_for_conflict(state: Any, p: int, o: int) -> float:
    """Chance that conflict drives the organisation out this month [X11]."""
    most = state.parameters[0].chance_of_leaving_in_conflict_per_month
    return float(chance_of_being_driven_out(state.organisations[o].commitment, state.partnerships[p].conflict, most))


@rule
def exit_for_other_tasks(state: Any, o: int) -> float:
    """Chance that other tasks draw the organisation away this month [X11]."""
    organisation = state.organisations[o]
    most = state.parameters[0].chance_of_leaving_when_busy_per_month
    return float(chance_of_being_driven_out(organisation.commitment, organisation.busyness, most))


@rule
def exit_for_want_of_commitment(state: Any, o: int) -> float:
    """Chance that the organisation gives up this month because too little is left of its commitment [M3]."""
    parameters = state.parameters[0]
    limit = parameters.commitment_below_which_partners_leave
    return float(chance_of_exit(state.organisations[o].commitment, limit, parameters.chance_of_exit_per_month))


@rule
def chance_of_leaving_early(state: Any, p: int, o: int) -> float:
    """Chance per month that a member leaves, whatever of the three drives it: little commitment, conflict, other tasks [M3, X11]."""
    stays = (1.0 - exit_for_want_of_commitment(state, o)) * (1.0 - exit_for_conflict(state, p, o))
    return 1.0 - stays * (1.0 - exit_for_other_tasks(state, o))


@rule
def why_it_leaves(state: Any, p: int, o: int, worn_down_by: int) -> int:
    """The strongest of the three causes, and what wore its commitment down where that is the one: for the ledger, it decides nothing."""
    for_conflict = exit_for_conflict(state, p, o)
    for_tasks = exit_for_other_tasks(state, o)
    if exit_for_want_of_commitment(state, o) >= max(for_conflict, for_tasks):
        return worn_down_by
    return DISCORD if for_conflict >= for_tasks else OTHER_TASKS


@rule
def depart(state: Any, p: int, o: int, motive: int, moment: Moment) -> None:
    """An organisation leaves the partnership, unless the arm calls it off; `motive` is for the ledger, -1 if it was made to."""
    number = o - state.partnerships[p].first_organisation
    if not called_off(state, moment, p, ORGANISATION_LEAVES, number):
        happened(state, moment, p, ORGANISATION_LEAVES, number, motive, state.organisations[o].commitment)
        leave_the_table(state, p, o, moment)


@rule
def leave_the_table(state: Any, p: int, o: int, moment: Moment) -> None:
    """An organisation is a member no longer."""
    organisation = state.organisations[o]
    organisation.active = 0
    organisation.membership = LEFT_AGAIN
    organisation.left_month = moment.month
    organisation.given_hours = 0.0
    organisation.planned_hours = 0.0
    state.partnerships[p].organisations_now -= 1
    take_back_promises_to_host(state, p, o, moment)
    if state.partnerships[p].who_reaches == o:
        name_who_reaches(state, p)
    empty_seats(state, o, moment)


@rule
def empty_seats(state: Any, o: int, moment: Moment) -> None:
    """The persons who represented the organisation leave with it; the seats stay empty."""
    organisation = state.organisations[o]
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        seat = state.seats[s]
        if seat.holder >= 0:
            person = state.key_persons[seat.holder]
            person.stage = LEFT
            person.left_month = moment.month
            person.hours = 0.0
            seat.holder = -1
            seat.attends = 0


@rule
def take_back_promises_to_host(state: Any, p: int, o: int, moment: Moment) -> None:
    """What an organisation that leaves has promised to host, and not yet taken over, has no host any more."""
    partnership = state.partnerships[p]
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        if activity.host == o and activity.handed_over == 0 and activity.stage != ENDED:
            activity.host = NOBODY
            number = a - partnership.first_activity
            happened(state, moment, p, HOST_WITHDREW, number, o - partnership.first_organisation, 1.0)
