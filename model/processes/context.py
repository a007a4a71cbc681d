"""1 Context: what comes from outside. Scenario events and the grant's money; what municipalities meet stands in `municipal`."""

from typing import Any

from samvirke.model.agents.funder import instalment
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import share
from samvirke.model.chance import Moment
from samvirke.model.event_kinds import EVENT_KINDS
from samvirke.model.events import (
    FOR_ALL,
    LEVER_SET,
    QUARREL,
    called_off,
    happened,
)
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.processes.departure import depart, leave_the_table
from samvirke.model.processes.dissolving import pass_the_lead_on
from samvirke.model.processes.joining import seek_members
from samvirke.model.processes.requests import expect_no_answers, requests
from samvirke.model.processes.scheduled import is_meant
from samvirke.model.processes.turnover import leave_seat
from samvirke.model.rule import rule

CODE_KEY_PERSON_LEAVES = EVENT_KINDS["key_person_leaves"].code
CODE_ORGANISATION_LEAVES = EVENT_KINDS["organisation_leaves"].code
CODE_SET_LEVER = EVENT_KINDS["set_lever"].code
CODE_QUARREL = EVENT_KINDS["quarrel"].code


@rule
def context(state: Any, p: int, moment: Moment) -> None:
    """Let the month's outside world reach partnership `p`."""
    partnership = state.partnerships[p]
    if partnership.end_month == moment.month - 1 or partnership.grant_end == moment.month - 1:
        take_leave(state, p, moment)
    if partnership.stage != ALIVE:
        partnership.paid_hours = 0.0
        expect_no_answers(state, p)
        return
    pay_grants(state, p, moment)
    scheduled_events(state, p, moment)
    pass_the_lead_on(state, p, moment)
    seek_members(state, p, moment)
    requests(state, p, moment)


@rule
def take_leave(state: Any, p: int, moment: Moment) -> None:
    """The month after: who has decided to withdraw, or all where it has ended, is a member no longer; the rest give less [E8]."""
    partnership = state.partnerships[p]
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active and (partnership.stage != ALIVE or organisation.stays == 0):
            leave_the_table(state, p, o, moment)
        elif partnership.grant_end == moment.month - 1:
            organisation.own_hours *= 1.0 - state.parameters[0].hours_given_up_at_the_end


@rule
def pay_grants(state: Any, p: int, moment: Moment) -> None:
    """Grants pay their instalments; after the last one, money secured for afterwards does [E5]."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    income = 0.0
    for g in range(partnership.first_grant, partnership.first_grant + partnership.grants):
        grant = state.grants[g]
        paid = instalment(grant.amount_dkk, grant.start, grant.end, grant.months, moment.month)
        grant.paid_dkk += paid
        income += paid
    if moment.month > partnership.grant_end:
        income += partnership.money_secured_dkk
    partnership.received_dkk += income
    partnership.paid_hours = income * parameters.share_of_money_for_staff / parameters.cost_of_an_hour_dkk


@rule
def scheduled_events(state: Any, p: int, moment: Moment) -> None:
    """What the scenario puts in this month, besides what strikes municipalities."""
    for e in range(len(state.scheduled)):
        scheduled = state.scheduled[e]
        if scheduled.month == moment.month and (scheduled.partnership == FOR_ALL or scheduled.partnership == p):
            befall(state, p, scheduled, moment)


@rule
def befall(state: Any, p: int, scheduled: Any, moment: Moment) -> None:
    """One scheduled event reaches the partnership, or those of its organisations and seats that it names."""
    partnership = state.partnerships[p]
    if scheduled.kind == CODE_SET_LEVER:
        if not called_off(state, moment, p, LEVER_SET, scheduled.lever):
            state.policy_values[p, scheduled.lever] = scheduled.magnitude
            happened(state, moment, p, LEVER_SET, scheduled.lever, NOBODY, scheduled.magnitude)
    elif scheduled.kind == CODE_QUARREL:
        if not called_off(state, moment, p, QUARREL, THE_WHOLE):
            partnership.tension = share(partnership.tension + scheduled.magnitude)
            partnership.conflict = share(partnership.conflict + scheduled.magnitude)
            happened(state, moment, p, QUARREL, THE_WHOLE, NOBODY, scheduled.magnitude)
    elif scheduled.kind == CODE_KEY_PERSON_LEAVES:
        for s in range(partnership.first_seat, partnership.first_seat + partnership.seats):
            if state.seats[s].seats_of_person == 1 and is_meant(state, p, scheduled, state.seats[s].organisation, s):
                leave_seat(state, p, s, moment)
    elif scheduled.kind == CODE_ORGANISATION_LEAVES:
        make_leave(state, p, scheduled, moment)


@rule
def make_leave(state: Any, p: int, scheduled: Any, moment: Moment) -> None:
    """The organisations that the event names are members no longer."""
    partnership = state.partnerships[p]
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active and is_meant(state, p, scheduled, o, NOBODY):
            depart(state, p, o, NOBODY, moment)
