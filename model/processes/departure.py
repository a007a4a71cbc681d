"""An organisation leaves: its seats stand empty, what it promised to host has no host. Used by processes 1 and 8."""

from typing import Any

from samvirke.model.agents.key_person import LEFT
from samvirke.model.chance import Moment
from samvirke.model.events import HOST_WITHDREW, ORGANISATION_LEAVES, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.rule import rule


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
    organisation.left_month = moment.month
    organisation.given_hours = 0.0
    organisation.planned_hours = 0.0
    state.partnerships[p].organisations_now -= 1
    take_back_promises_to_host(state, p, o, moment)
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
        if state.activities[a].host == o and state.activities[a].handed_over == 0:
            state.activities[a].host = NOBODY
            number = a - partnership.first_activity
            happened(state, moment, p, HOST_WITHDREW, number, o - partnership.first_organisation, 1.0)
