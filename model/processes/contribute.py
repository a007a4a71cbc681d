"""4 Contribute: each organisation decides its hours, keeps or breaks its promise, and the partnership divides its time."""

from typing import Any

from samvirke.model.agents.funder import instalment
from samvirke.model.agents.partnership import ALIVE, FEWEST_MEMBERS, ONE_OFF
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import BUSY, HOW_BUSY
from samvirke.model.events import PROMISE_BROKEN, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.calendar import JULY, calendar_month
from samvirke.model.processes.pairs import hours_asked_for_volunteers
from samvirke.model.rule import rule

HOURS_OF_A_POST = 130.0  # a month: 37 hours in 42 weeks of a year, holidays taken off


@rule
def contribute(state: Any, p: int, moment: Moment) -> None:
    """A month's hours in partnership `p`, and what they go to."""
    partnership = state.partnerships[p]
    if partnership.stage != ALIVE:
        no_hours(state, p)
        return
    partnership.organisations_now = members(state, p)
    partnership.paid_hours = hours_staffed(partnership.paid_hours, partnership.staffed_hours, months_to_fill_a_post(state, p))
    partnership.staffed_hours = partnership.paid_hours
    partnership.hours = 0.0
    planned = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        organisation.planned_hours = 0.0
        organisation.given_hours = 0.0
        if organisation.active:
            put_in_hours(state, p, o, moment)
            share_among_key_persons(state, p, o)
            partnership.hours += organisation.given_hours
            planned += organisation.planned_hours
    partnership.planned_hours_total += planned
    partnership.hours_total += partnership.hours
    spend(state, p)
    divide_time(state, p)


@rule
def members(state: Any, p: int) -> int:
    """Number of organisations that are members this month."""
    partnership = state.partnerships[p]
    active = 0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        active += state.organisations[o].active
    return active


@rule
def months_to_fill_a_post(state: Any, p: int) -> float:
    """Months it takes to find staff for a post; hands for a campaign, test or festival are hired by the day [W8, C10]."""
    if state.partnerships[p].format == ONE_OFF:
        return 0.0
    return float(state.parameters[0].months_to_fill_a_paid_post)


@rule
def hours_staffed(paid: float, staffed_before: float, months_to_fill_a_post: float) -> float:
    """Paid hours a month that there is staff for: at most what is paid, and no faster than posts are filled [W8]."""
    if months_to_fill_a_post <= 0.0:
        return paid
    return min(paid, staffed_before + HOURS_OF_A_POST / months_to_fill_a_post)


@rule
def own_hours_promised(own_hours: float, commitment: float, backing: float, cut: float, weight_of_backing: float) -> float:
    """Hours per month an organisation sets aside besides paid ones: it wants to, its management lets it, savings allow [M4]."""
    return own_hours * commitment * (1.0 - weight_of_backing * (1.0 - backing)) * (1.0 - cut)


@rule
def part_of_the_grant(state: Any, p: int, o: int) -> float:
    """The organisation's part of the paid hours: the lead's share, and an equal part of the rest for each other member [M1]."""
    partnership = state.partnerships[p]
    if partnership.organisations_now < FEWEST_MEMBERS:
        return 1.0
    with_lead = state.policies[p].share_of_grant_with_lead
    if state.organisations[partnership.lead].active == 0:
        return 1.0 / partnership.organisations_now
    if o == partnership.lead:
        return float(with_lead)
    return float((1.0 - with_lead) / (partnership.organisations_now - 1.0))


@rule
def put_in_hours(state: Any, p: int, o: int, moment: Moment) -> None:
    """One organisation's month: what it promised, how free it was, what it gave. Unpaid hours give way first [M1, M4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    organisation = state.organisations[o]
    number = o - partnership.first_organisation
    organisation.share_of_grant = part_of_the_grant(state, p, o)
    paid = partnership.paid_hours * organisation.share_of_grant
    own = own_hours_promised(
        organisation.own_hours, organisation.commitment, organisation.backing, organisation.hours_cut,
        parameters.weight_of_backing_in_hours,
    )  # fmt: skip
    own *= organisation.part_of_hours_there * part_of_time_of_key_persons(state, p, o)
    if calendar_month(state) == JULY:
        own *= 1.0 - parameters.hours_lost_in_july  # known beforehand, so no more is promised
    organisation.planned_hours = own + paid
    busy = uniform(moment, BUSY, partnership.number, number) < share(
        parameters.chance_of_a_busy_month * (1.0 - organisation.commitment * organisation.backing)
    )
    vacant = part_of_hours_on_vacant_seats(state, p, o)
    away = parameters.hours_lost_to_a_vacancy * vacant * (1.0 - state.policies[p].second_person)
    taken = parameters.hours_lost_to_a_busy_month * uniform(moment, HOW_BUSY, partnership.number, number) if busy else 0.0
    organisation.availability = (1.0 - away) * (1.0 - taken)
    protected = 1.0 - away - (1.0 - away) * taken * (1.0 - parameters.protection_of_paid_hours)
    organisation.paid_hours_given = paid * protected
    organisation.given_hours = own * organisation.availability + organisation.paid_hours_given
    organisation.kept = ratio(organisation.given_hours, organisation.planned_hours, organisation.availability)
    missing = 1.0 - organisation.kept
    if missing > parameters.missing_hours_that_break_a_promise:
        if called_off(state, moment, p, PROMISE_BROKEN, number):
            organisation.given_hours = organisation.planned_hours
            organisation.paid_hours_given = paid
            organisation.kept = 1.0
        else:
            happened(state, moment, p, PROMISE_BROKEN, number, NOBODY, missing)


@rule
def part_of_hours_on_vacant_seats(state: Any, p: int, o: int) -> float:
    """Part of an organisation's hours whose giver's seat is vacant."""
    organisation = state.organisations[o]
    part = 0.0
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        if state.seats[s].holder < 0:
            part += part_of_hours_from(state, p, s)
    return part


@rule
def part_of_time_of_key_persons(state: Any, p: int, o: int) -> float:
    """Part of an organisation's unpaid hours for which those who represent it have time, as they sit in other partnerships too [W2]."""
    organisation = state.organisations[o]
    divided = 0.0
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        divided += part_of_hours_from(state, p, s) * (1.0 - state.seats[s].part_of_her_time)
    return 1.0 - divided


@rule
def part_of_hours_from(state: Any, p: int, s: int) -> float:
    """Part of its organisation's hours that the holder of a seat gives: the lead's are concentrated on its coordinator [K7]."""
    organisation = state.organisations[state.seats[s].organisation]
    coordinator = state.partnerships[p].coordinator_seat
    with_coordinator = organisation.first_seat <= coordinator < organisation.first_seat + organisation.seats
    if organisation.seats == 1 or not with_coordinator:
        return 1.0 / organisation.seats
    on_one = state.policies[p].concentration_of_hours
    return float(on_one if s == coordinator else (1.0 - on_one) / (organisation.seats - 1.0))


@rule
def share_among_key_persons(state: Any, p: int, o: int) -> None:
    """An organisation's hours are shared by those who hold its seats, as they are concentrated."""
    organisation = state.organisations[o]
    of_those_there = 1.0 - part_of_hours_on_vacant_seats(state, p, o)
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        holder = state.seats[s].holder
        if holder >= 0:
            state.key_persons[holder].hours = ratio(organisation.given_hours * part_of_hours_from(state, p, s), of_those_there)


@rule
def spend(state: Any, p: int) -> None:
    """Money goes to paid hours that were given and, in step with them, to running costs; never more than there is."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    paid_given = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active:
            paid_given += organisation.paid_hours_given
    cost = paid_given * parameters.cost_of_an_hour_dkk / parameters.share_of_money_for_staff
    partnership.spent_dkk = min(partnership.received_dkk, partnership.spent_dkk + cost)


@rule
def divide_time(state: Any, p: int) -> None:
    """Time is one budget: relations, papers, anchoring, volunteers, reaching people; the rest is for activities [M7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    papers = policy.share_of_hours_on_documentation + reporting_demanded(state, p)
    anchoring = 0.0
    if partnership.anchoring_started_month <= state.clock[0].month:
        anchoring = parameters.share_of_hours_on_anchoring
    reach = parameters.share_of_hours_on_reaching_people * max(partnership.citizen_facing, partnership.volunteer_based)
    support = ratio(hours_asked_for_volunteers(state, p), partnership.hours)
    asked = policy.share_of_hours_on_relations + papers + anchoring + reach + support
    fits = min(1.0, parameters.most_hours_besides_activities / asked) if asked > 0.0 else 1.0
    partnership.relation_hours = partnership.hours * policy.share_of_hours_on_relations * fits
    partnership.documentation_hours = partnership.hours * papers * fits
    partnership.anchoring_hours = partnership.hours * anchoring * fits
    needed = partnership.hours * reach * fits
    partnership.reach_hours = needed * part_of_the_task_done(state, p, needed)
    partnership.support_hours = partnership.hours * support * fits
    partnership.delivery_hours = partnership.hours * max(0.0, 1.0 - asked * fits) + needed - partnership.reach_hours
    partnership.relation_hours_total += partnership.relation_hours


@rule
def name_who_reaches(state: Any, p: int) -> None:
    """The member that is to refer citizens and volunteers: beside the lead, the one that best reaches them where they are [M6]."""
    partnership = state.partnerships[p]
    named = NOBODY
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active == 0 or o == partnership.lead:
            continue
        if named == NOBODY or organisation.arena_access > state.organisations[named].arena_access:
            named = o
    partnership.who_reaches = partnership.lead if named == NOBODY else named


@rule
def part_of_the_task_done(state: Any, p: int, hours_needed: float) -> float:
    """Part of the reaching that is done: one partner answers for it, and without hours of its own leaves it undone [M6]."""
    given = state.organisations[state.partnerships[p].who_reaches].given_hours
    covered = share(ratio(given, hours_needed, 1.0))
    return 1.0 - state.parameters[0].left_undone_without_hours * (1.0 - covered)


@rule
def reporting_demanded(state: Any, p: int) -> float:
    """Share of all hours that reporting to the funders takes this month."""
    partnership = state.partnerships[p]
    demanded = 0.0
    income = 0.0
    for g in range(partnership.first_grant, partnership.first_grant + partnership.grants):
        grant = state.grants[g]
        paid = instalment(grant.amount_dkk, grant.start, grant.end, grant.months, state.clock[0].month)
        income += paid
        demanded += grant.reporting_burden * paid
    demanded = ratio(demanded, income) * ratio(partnership.paid_hours, partnership.hours)
    return share(demanded)


@rule
def no_hours(state: Any, p: int) -> None:
    """A partnership that has ended puts in nothing."""
    partnership = state.partnerships[p]
    partnership.hours = 0.0
    partnership.relation_hours = 0.0
    partnership.documentation_hours = 0.0
    partnership.anchoring_hours = 0.0
    partnership.reach_hours = 0.0
    partnership.support_hours = 0.0
    partnership.delivery_hours = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        state.organisations[o].given_hours = 0.0
        state.organisations[o].planned_hours = 0.0
        share_among_key_persons(state, p, o)
