"""The municipality: its politics drift, its budget tightens or eases, it is reorganised, it saves; once for all its partnerships."""

from typing import Any

from samvirke.model.agents.activity import ENDED
from samvirke.model.agents.key_person import PRESENT
from samvirke.model.agents.organisation import MUNICIPALITY
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import monthly_chance, moved, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import ELECTION, HOST_WITHDRAWS, PRESSURE_SHIFTS, PRIORITY_SHIFTS, REORGANISED
from samvirke.model.event_kinds import EVENT_KINDS
from samvirke.model.events import FOR_ALL, HOST_WITHDREW, REORGANISATION, SAVINGS_ROUND, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.calendar import is_election_month
from samvirke.model.processes.membership import takes_part
from samvirke.model.processes.scheduled import is_meant
from samvirke.model.processes.trust import refused_late
from samvirke.model.rule import rule

CODE_REORGANISATION = EVENT_KINDS["reorganisation"].code
CODE_SAVINGS_ROUND = EVENT_KINDS["savings_round"].code


@rule
def municipal_month(state: Any, one: int, moment: Moment) -> None:
    """A municipality's politics drift, its budget tightens or eases, and now and then it is reorganised [K6]."""
    parameters = state.parameters[0]
    municipality = state.legal_organisations[one]
    number = municipality.chance_number
    slot = municipality.chance_slot
    drift = parameters.drift_of_politics_per_month
    municipality.political_priority = share(
        municipality.political_priority + drift * (2.0 * uniform(moment, PRIORITY_SHIFTS, number, slot) - 1.0)
    )
    municipality.budget_pressure = share(
        moved(municipality.budget_pressure, parameters.budget_pressure, drift)
        + drift * (2.0 * uniform(moment, PRESSURE_SHIFTS, number, slot) - 1.0)
    )
    if is_election_month(state):
        shift = parameters.shift_at_elections * (2.0 * uniform(moment, ELECTION, number, slot) - 1.0)
        municipality.political_priority = share(municipality.political_priority + shift)
    municipality.turbulent_months = max(0, municipality.turbulent_months - 1)
    chance = monthly_chance(parameters.chance_of_reorganisation_per_year)
    strikes = uniform(moment, REORGANISED, number, slot) < chance
    quiet = municipality.turbulent_months == 0
    o = municipality.first_membership
    while o != NOBODY:
        organisation = state.organisations[o]
        if quiet:
            recover(state, o)
        if strikes:
            reorganise(state, organisation.partnership, o, 1.0, moment)
        o = organisation.next_membership


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
def scheduled_for_municipalities(state: Any, moment: Moment) -> None:
    """Reorganisations and savings rounds that the scenario puts in this month; a municipality is struck in all its partnerships."""
    for e in range(len(state.scheduled)):
        scheduled = state.scheduled[e]
        if scheduled.month != moment.month or scheduled.kind not in (CODE_REORGANISATION, CODE_SAVINGS_ROUND):
            continue
        for o in range(len(state.organisations)):
            organisation = state.organisations[o]
            named = scheduled.partnership in (FOR_ALL, organisation.partnership) and is_meant(
                state, organisation.partnership, scheduled, o, NOBODY
            )
            if named and organisation.kind == MUNICIPALITY and is_first_meant(state, scheduled, o):
                strike(state, o, scheduled, moment)


@rule
def is_first_meant(state: Any, scheduled: Any, o: int) -> bool:
    """Whether no membership before this one brings the same event to the same municipality."""
    organisation = state.organisations[o]
    earlier = state.legal_organisations[organisation.legal].first_membership
    while earlier != o:
        p = state.organisations[earlier].partnership
        if scheduled.partnership in (FOR_ALL, p) and is_meant(state, p, scheduled, earlier, NOBODY):
            return False
        earlier = state.organisations[earlier].next_membership
    return True


@rule
def strike(state: Any, o: int, scheduled: Any, moment: Moment) -> None:
    """One event reaches a municipality in every partnership that it takes part in."""
    each = state.legal_organisations[state.organisations[o].legal].first_membership
    while each != NOBODY:
        organisation = state.organisations[each]
        if scheduled.kind == CODE_REORGANISATION:
            reorganise(state, organisation.partnership, each, scheduled.magnitude, moment)
        else:
            save_hours(state, organisation.partnership, each, scheduled.magnitude, moment)
        each = organisation.next_membership


@rule
def reorganise(state: Any, p: int, o: int, breadth: float, moment: Moment) -> None:
    """Leaders change, roles unsettle, mandates must be found again; people leave in the months that follow [K6, E9]."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    organisation = state.organisations[o]
    loss = share(parameters.loss_from_reorganisation * breadth)
    if not takes_part(state, o):
        hosts_withdraw(state, p, o, loss, moment)
        return
    if called_off(state, moment, p, REORGANISATION, o - partnership.first_organisation):
        return
    state.legal_organisations[organisation.legal].turbulent_months = int(parameters.months_of_unrest * breadth)
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
    """What a reorganised or saving municipality hosts, or has promised to, it may no longer: a late refusal [E9, T4].

    What it ran already is the partnership's again, and where that has ended it waits for another host [W12].
    """
    partnership = state.partnerships[p]
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        number = a - partnership.first_activity
        hosts = activity.host == o and activity.stage != ENDED
        if hosts and uniform(moment, HOST_WITHDRAWS, partnership.number, number) < loss:
            kept_waiting = partnership.stage == ALIVE and activity.handed_over == 0
            activity.host = NOBODY
            activity.handed_over = 0
            activity.months_waited = 0
            if kept_waiting:
                refused_late(state, p, o, float(max(0, moment.month - partnership.anchoring_started_month)))
            happened(state, moment, p, HOST_WITHDREW, number, o - partnership.first_organisation, loss)


@rule
def save_hours(state: Any, p: int, o: int, cut: float, moment: Moment) -> None:
    """A savings round takes part of a municipality's own hours for good."""
    organisation = state.organisations[o]
    number = o - state.partnerships[p].first_organisation
    if not takes_part(state, o):
        hosts_withdraw(state, p, o, cut, moment)
    elif not called_off(state, moment, p, SAVINGS_ROUND, number):
        organisation.hours_cut = 1.0 - (1.0 - organisation.hours_cut) * (1.0 - cut)
        organisation.backing *= 1.0 - cut
        organisation.usual_backing *= 1.0 - cut
        hosts_withdraw(state, p, o, cut, moment)
        happened(state, moment, p, SAVINGS_ROUND, number, NOBODY, cut)
