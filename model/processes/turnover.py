"""2 Turnover: key persons leave, seats stand vacant, successors take over what the others let them."""

from typing import Any

from samvirke.model.agents.key_person import (
    GENERATIONS_PER_SEAT,
    LEFT,
    carried_over,
    chance_of_leaving,
    establishment,
    trust_after_succession,
)
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import ratio, share
from samvirke.model.begin_people import take_the_seat
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import HANDOVER, LEAVES_POST, POST_FILLED
from samvirke.model.events import KEY_PERSON_LEAVES, SUCCESSOR_ARRIVES, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.calendar import SEPTEMBER, calendar_month
from samvirke.model.rule import rule


@rule
def turnover(state: Any, p: int, moment: Moment) -> None:
    """Each seat of partnership `p` keeps, loses or regains its holder."""
    partnership = state.partnerships[p]
    if partnership.stage != ALIVE:
        return
    number = partnership.number
    parameters = state.parameters[0]
    for s in range(partnership.first_seat, partnership.first_seat + partnership.seats):
        seat = state.seats[s]
        slot = s - partnership.first_seat
        if state.organisations[seat.organisation].active == 0 or seat.seats_of_person > 1:
            continue  # who has several seats decides once for all of them, in `shared_persons`
        if seat.holder == NOBODY:
            seat.vacant_months += 1
            if uniform(moment, POST_FILLED, number, slot, seat.generation) < parameters.chance_of_filling_a_post_per_month:
                succeed(state, p, s, moment)
        elif uniform(moment, LEAVES_POST, number, slot, seat.generation) < chance_she_leaves(state, p, s, moment):
            leave_seat(state, p, s, moment)


@rule
def chance_she_leaves(state: Any, p: int, s: int, moment: Moment) -> float:
    """Chance per month: her usual one, unrest after a reorganisation, and a grant that runs out under a paid post [K6].

    Where pupils or students run the organisation, posts change hands when the year of studies begins.
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    person = state.key_persons[state.seats[s].holder]
    organisation = state.organisations[person.organisation]
    turbulence = parameters.leaving_after_reorganisation if state.legal_organisations[organisation.legal].turbulent_months > 0 else 0.0
    months_left = partnership.grant_end - moment.month
    nearness = share(1.0 - months_left / parameters.months_the_end_is_felt) if months_left >= 0 else 0.0
    pull = parameters.leaving_as_the_grant_ends * nearness * person.paid_by_grant
    chance = chance_of_leaving(parameters.chance_of_leaving_post_per_year, turbulence, pull)
    if organisation.run_by_students and calendar_month(state) == SEPTEMBER:
        return max(chance, parameters.rotation_of_student_organisations)
    return chance


@rule
def leave_seat(state: Any, p: int, s: int, moment: Moment) -> None:
    """The holder leaves for good, unless the arm calls it off or the seat has no generation left to follow her."""
    partnership = state.partnerships[p]
    seat = state.seats[s]
    if seat.holder == NOBODY or seat.generation == GENERATIONS_PER_SEAT - 1:
        return
    subject = seat.holder - state.seats[partnership.first_seat].first_person
    if called_off(state, moment, p, KEY_PERSON_LEAVES, subject):
        return
    organisation_number = seat.organisation - partnership.first_organisation
    happened(state, moment, p, KEY_PERSON_LEAVES, subject, organisation_number, trust_in(state, s))
    person = state.key_persons[seat.holder]
    person.stage = LEFT
    person.left_month = moment.month
    person.hours = 0.0
    seat.holder = NOBODY
    seat.vacant_months = 0
    seat.attends = 0
    partnership.departures += 1
    partnership.central_departures += seat.is_central
    overlaps = uniform(moment, HANDOVER, seat.chance_number, seat.chance_slot) < state.policies[p].handover_months
    if overlaps:
        succeed(state, p, s, moment)


@rule
def trust_in(state: Any, s: int) -> float:
    """Mean trust that the others have in the person on seat `s`."""
    seat = state.seats[s]
    total = 0.0
    for t in range(seat.first_tie, seat.first_tie + seat.ties):
        total += state.ties[state.ties[t].reverse].trust
    return ratio(total, seat.ties)


@rule
def share_saved(state: Any, p: int, established: float, overlapped: bool) -> float:
    """What handover, a detailed and fresh agreement, a second person and an established relation save together [K1, K3]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    fresh = parameters.months_an_agreement_stays_fresh / (parameters.months_an_agreement_stays_fresh + partnership.agreement_age_months)
    saved = carried_over(
        parameters.saved_by_an_established_tie * established,
        share(parameters.saved_by_a_month_of_handover * max(1.0, policy.handover_months)) if overlapped else 0.0,
        parameters.saved_by_a_fresh_agreement * policy.agreement_detail * fresh,
        parameters.saved_by_a_second_person * policy.second_person,
    )
    return 1.0 - parameters.lost_with_a_departure * (1.0 - saved)


@rule
def succeed(state: Any, p: int, s: int, moment: Moment) -> None:
    """The seat's next generation takes over: ties, knowledge and know-how shrink to what is carried over [K1-K4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    seat = state.seats[s]
    overlapped = bool(seat.vacant_months == 0)
    seat.generation += 1
    seat.holder = seat.first_person + seat.generation
    take_the_seat(state, p, s, moment)
    total = 0.0
    for t in range(seat.first_tie, seat.first_tie + seat.ties):
        tie = state.ties[t]
        carried = share_saved(state, p, establishment(tie.months_met, parameters.months_to_establish_a_tie), overlapped)
        hand_on(state, t, carried)
        hand_on(state, tie.reverse, carried)
        total += carried
    carried = total / seat.ties if seat.ties > 0 else share_saved(state, p, 0.0, overlapped)
    lost = (1.0 - carried) / partnership.seats
    weight = 1.0 + parameters.weight_of_central_persons * seat.is_central * state.policies[p].concentration_of_hours
    partnership.know_how *= 1.0 - share(lost * weight)
    partnership.role_clarity *= 1.0 - share(lost * weight)
    state.organisations[seat.organisation].associations_kept *= 1.0 - parameters.search_lost_with_a_person * (1.0 - carried)
    organisation_number = seat.organisation - partnership.first_organisation
    subject = seat.holder - state.seats[partnership.first_seat].first_person
    happened(state, moment, p, SUCCESSOR_ARRIVES, subject, organisation_number, carried)


@rule
def hand_on(state: Any, t: int, carried: float) -> None:
    """One directed tie passes to a successor: trust falls back towards what the organisations have between them [T2]."""
    parameters = state.parameters[0]
    tie = state.ties[t]
    between_organisations = state.relations[tie.relation].trust
    floor = max(parameters.trust_at_start, parameters.weight_of_institutional_trust * between_organisations)
    tie.trust = trust_after_succession(tie.trust, floor, carried)
    tie.expectations_known *= carried
    tie.months_met = int(tie.months_met * carried)
