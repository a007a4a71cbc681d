"""1 Context: what comes from outside. Scenario events, reorganisation, politics and budgets, the grant's money."""

from typing import Any

from samvirke.model.agents.funder import instalment
from samvirke.model.agents.key_person import PRESENT
from samvirke.model.agents.organisation import MUNICIPALITY
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import monthly_chance, moved, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import ELECTION, HOST_WITHDRAWS, PRESSURE_SHIFTS, PRIORITY_SHIFTS, REORGANISED
from samvirke.model.events import (
    FOR_ALL,
    HOST_WITHDREW,
    LEVER_SET,
    QUARREL,
    REORGANISATION,
    SAVINGS_ROUND,
    called_off,
    happened,
)
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.levers import EVENT_KINDS
from samvirke.model.processes.calendar import is_election_month
from samvirke.model.processes.departure import depart, leave_the_table
from samvirke.model.processes.dissolving import pass_the_lead_on
from samvirke.model.processes.joining import seek_members
from samvirke.model.processes.requests import requests
from samvirke.model.processes.trust import refused_late
from samvirke.model.processes.turnover import leave_seat
from samvirke.model.rule import rule

CODE_REORGANISATION = EVENT_KINDS["reorganisation"].code
CODE_SAVINGS_ROUND = EVENT_KINDS["savings_round"].code
CODE_KEY_PERSON_LEAVES = EVENT_KINDS["key_person_leaves"].code
CODE_ORGANISATION_LEAVES = EVENT_KINDS["organisation_leaves"].code
CODE_SET_LEVER = EVENT_KINDS["set_lever"].code
CODE_QUARREL = EVENT_KINDS["quarrel"].code
WHOLE, COORDINATOR, LEAD, MUNICIPALITIES, ORGANISATION = range(5)


@rule
def context(state: Any, p: int, moment: Moment) -> None:
    """Let the month's outside world reach partnership `p`."""
    partnership = state.partnerships[p]
    if partnership.end_month == moment.month - 1 or partnership.grant_end == moment.month - 1:
        take_leave(state, p, moment)
    if partnership.stage != ALIVE:
        partnership.paid_hours = 0.0
        return
    pay_grants(state, p, moment)
    scheduled_events(state, p, moment)
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].kind == MUNICIPALITY:
            municipal_month(state, p, o, moment)
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
    """What the scenario puts in this month."""
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
            if is_meant(state, p, scheduled, state.seats[s].organisation, s):
                leave_seat(state, p, s, moment)
    else:
        for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
            if is_meant(state, p, scheduled, o, NOBODY):
                befall_organisation(state, p, o, scheduled, moment)


@rule
def is_meant(state: Any, p: int, scheduled: Any, o: int, s: int) -> bool:
    """Whether a scheduled event is about this organisation (and, if `s` is a seat and not -1, this seat of it)."""
    partnership = state.partnerships[p]
    if scheduled.target == COORDINATOR:
        return bool(s == partnership.coordinator_seat)
    if scheduled.target == LEAD:
        return bool(o == partnership.lead and s != partnership.coordinator_seat)
    if scheduled.target == MUNICIPALITIES:
        return bool(state.organisations[o].kind == MUNICIPALITY)
    if scheduled.target == ORGANISATION:
        return bool(o == partnership.first_organisation + scheduled.organisation and s != partnership.coordinator_seat)
    return True


@rule
def befall_organisation(state: Any, p: int, o: int, scheduled: Any, moment: Moment) -> None:
    """A reorganisation or savings round (of municipalities), or an organisation's departure."""
    organisation = state.organisations[o]
    if organisation.active == 0:
        return
    if scheduled.kind == CODE_ORGANISATION_LEAVES:
        depart(state, p, o, NOBODY, moment)
    elif organisation.kind == MUNICIPALITY:
        if scheduled.kind == CODE_REORGANISATION:
            reorganise(state, p, o, scheduled.magnitude, moment)
        else:
            save_hours(state, p, o, scheduled.magnitude, moment)


@rule
def municipal_month(state: Any, p: int, o: int, moment: Moment) -> None:
    """A municipality's politics drift, its budget tightens or eases, and now and then it is reorganised [K6]."""
    parameters = state.parameters[0]
    organisation = state.organisations[o]
    number = state.partnerships[p].number
    slot = o - state.partnerships[p].first_organisation
    drift = parameters.drift_of_politics_per_month
    organisation.political_priority = share(
        organisation.political_priority + drift * (2.0 * uniform(moment, PRIORITY_SHIFTS, number, slot) - 1.0)
    )
    organisation.budget_pressure = share(
        moved(organisation.budget_pressure, parameters.budget_pressure, drift)
        + drift * (2.0 * uniform(moment, PRESSURE_SHIFTS, number, slot) - 1.0)
    )
    if is_election_month(state):
        shift = parameters.shift_at_elections * (2.0 * uniform(moment, ELECTION, number, slot) - 1.0)
        organisation.political_priority = share(organisation.political_priority + shift)
    organisation.turbulent_months = max(0, organisation.turbulent_months - 1)
    if organisation.turbulent_months == 0:
        recover(state, o)
    chance = monthly_chance(parameters.chance_of_reorganisation_per_year)
    if organisation.active and uniform(moment, REORGANISED, number, slot) < chance:
        reorganise(state, p, o, 1.0, moment)


@rule
def recover(state: Any, o: int) -> None:
    """Once the unrest is over, backing and mandates find back to what they were."""
    parameters = state.parameters[0]
    organisation = state.organisations[o]
    organisation.backing = moved(organisation.backing, organisation.usual_backing, parameters.recovery_per_month)
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        holder = state.seats[s].holder
        if holder >= 0:
            person = state.key_persons[holder]
            person.mandate = moved(person.mandate, person.usual_mandate, parameters.recovery_per_month)


@rule
def reorganise(state: Any, p: int, o: int, breadth: float, moment: Moment) -> None:
    """Leaders change, roles unsettle, mandates must be found again; people leave in the months that follow [K6, E9]."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    organisation = state.organisations[o]
    if called_off(state, moment, p, REORGANISATION, o - partnership.first_organisation):
        return
    loss = share(parameters.loss_from_reorganisation * breadth)
    organisation.turbulent_months = int(parameters.months_of_unrest * breadth)
    organisation.backing *= 1.0 - loss
    partnership.role_clarity *= 1.0 - loss / partnership.organisations_now
    partnership.visibility *= 1.0 - loss / partnership.organisations_now
    for s in range(partnership.first_seat, partnership.first_seat + partnership.seats):
        seat = state.seats[s]
        if seat.organisation == o and seat.holder >= 0 and state.key_persons[seat.holder].stage == PRESENT:
            state.key_persons[seat.holder].mandate *= 1.0 - loss
    hosts_withdraw(state, p, o, loss, moment)
    happened(state, moment, p, REORGANISATION, o - partnership.first_organisation, NOBODY, breadth)


@rule
def hosts_withdraw(state: Any, p: int, o: int, loss: float, moment: Moment) -> None:
    """What a reorganised or saving municipality has promised to host, it may no longer: a late refusal [E9, T4]."""
    partnership = state.partnerships[p]
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        number = a - partnership.first_activity
        if activity.host == o and activity.handed_over == 0 and uniform(moment, HOST_WITHDRAWS, partnership.number, number) < loss:
            activity.host = NOBODY
            refused_late(state, p, o, float(max(0, moment.month - partnership.anchoring_started_month)))
            happened(state, moment, p, HOST_WITHDREW, number, o - partnership.first_organisation, loss)


@rule
def save_hours(state: Any, p: int, o: int, cut: float, moment: Moment) -> None:
    """A savings round takes part of a municipality's own hours for good."""
    organisation = state.organisations[o]
    number = o - state.partnerships[p].first_organisation
    if not called_off(state, moment, p, SAVINGS_ROUND, number):
        organisation.hours_cut = 1.0 - (1.0 - organisation.hours_cut) * (1.0 - cut)
        organisation.backing *= 1.0 - cut
        organisation.usual_backing *= 1.0 - cut
        hosts_withdraw(state, p, o, cut, moment)
        happened(state, moment, p, SAVINGS_ROUND, number, NOBODY, cut)
