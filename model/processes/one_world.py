"""What partnerships share, before the ten processes of the month: an organisation is one, whatever it is a member of [W1-W3].

Only how things stood at the end of the last month is read, so that the order of partnerships makes no difference. An
organisation with one membership finds its hours and its reputation as they would be alone.
"""

from typing import Any

from samvirke.model.agents.activity import RUNNING
from samvirke.model.agents.organisation import LEFT_AGAIN, MEMBER, MUNICIPALITY
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment
from samvirke.model.fields import NEVER, NOBODY
from samvirke.model.processes.membership import takes_part
from samvirke.model.processes.municipal import municipal_month, scheduled_for_municipalities
from samvirke.model.processes.requests import take_up_requests
from samvirke.model.processes.shared_persons import shared_persons_leave_or_arrive
from samvirke.model.rule import rule


@rule
def one_world(state: Any, moment: Moment) -> None:
    """A month of the organisations themselves: politics, answers to requests, hours and money for all their partnerships, what is heard."""
    scheduled_for_municipalities(state, moment)
    for one in range(len(state.legal_organisations)):
        forget_associations(state, one)
        if state.organisations[state.legal_organisations[one].first_membership].kind == MUNICIPALITY:
            municipal_month(state, one, moment)
            divide_money(state, one)
    for one in range(len(state.legal_organisations)):  # once all municipalities have had theirs: what strikes one changes trust in others
        take_up_requests(state, one, moment)
        if state.legal_organisations[one].memberships > 1:
            divide_hours(state, one)
            count_what_it_carries(state, one)
            note_trust(state, one)
            hear_of_each_other(state, one)
    shared_persons_leave_or_arrive(state, moment)


@rule
def forget_associations(state: Any, one: int) -> None:
    """What those who have left any of its partnerships since last month knew of local associations is lost to it in all [X6]."""
    o = state.legal_organisations[one].first_membership
    while o != NOBODY:
        state.legal_organisations[one].knows_associations *= state.organisations[o].associations_kept
        state.organisations[o].associations_kept = 1.0
        o = state.organisations[o].next_membership


# Hours


@rule
def hours_for_all(hours_for_one: float, memberships: int, growth: float) -> float:
    """Hours per month for all partnerships of an organisation: `growth` 1 is as many for each as if it were the only one [W1]."""
    return float(hours_for_one * memberships**growth)


@rule
def begin_hours(state: Any, one: int) -> None:
    """What an organisation could put in besides paid hours, over all that it is a member of."""
    organisation = state.legal_organisations[one]
    total = 0.0
    o = organisation.first_membership
    while o != NOBODY:
        total += state.organisations[o].own_hours
        o = state.organisations[o].next_membership
    growth = state.parameters[0].growth_of_hours_with_memberships
    organisation.hours_there = hours_for_all(total / organisation.memberships, organisation.memberships, growth)


@rule
def divide_hours(state: Any, one: int) -> None:
    """Where its partnerships ask for more hours than it has, each gets the same part of what it asks for [W1].

    What is asked is what it could put in, were each the only one; how much of its part it gives is a matter of its will.
    """
    organisation = state.legal_organisations[one]
    organisation.hours_asked = 0.0
    o = organisation.first_membership
    while o != NOBODY:
        member = state.organisations[o]
        if takes_part(state, o):
            organisation.hours_asked += member.own_hours
        o = member.next_membership
    part = min(1.0, ratio(organisation.hours_there, organisation.hours_asked, 1.0))
    o = organisation.first_membership
    while o != NOBODY:
        state.organisations[o].part_of_hours_there = part
        o = state.organisations[o].next_membership


@rule
def count_what_it_carries(state: Any, one: int) -> None:
    """In each partnership, how many activities an organisation runs as a host from its others: its hours are one budget [W1, W12]."""
    all_together = 0
    o = state.legal_organisations[one].first_membership
    while o != NOBODY:
        all_together += carries_here(state, o)
        o = state.organisations[o].next_membership
    o = state.legal_organisations[one].first_membership
    while o != NOBODY:
        state.organisations[o].carries_elsewhere = all_together - carries_here(state, o)
        o = state.organisations[o].next_membership


@rule
def carries_here(state: Any, o: int) -> int:
    """How many activities an organisation runs in hours of its own: what a member hosts is run in the partnership's hours."""
    partnership = state.partnerships[state.organisations[o].partnership]
    carried = 0
    if not takes_part(state, o):
        for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
            activity = state.activities[a]
            carried += activity.stage == RUNNING and activity.host == o and activity.handed_over
    return int(carried)


# Money


@rule
def divide_money(state: Any, one: int) -> None:
    """What a municipality has room for of what is applied for with it: its frame, less what it gives already [W1, E4]."""
    municipality = state.legal_organisations[one]
    municipality.given_dkk = 0.0
    asked = 0.0
    o = municipality.first_membership
    while o != NOBODY:
        member = state.organisations[o]
        partnership = state.partnerships[member.partnership]
        if partnership.stage == ALIVE:
            municipality.given_dkk += member.gives_dkk
            if partnership.application_sent_month < NEVER and partnership.application_to == o:
                asked += state.parameters[0].part_of_the_need_an_application_covers * partnership.money_needed_dkk
        o = member.next_membership
    room = max(0.0, municipality.frame_dkk - municipality.given_dkk)
    municipality.part_of_money_there = share(ratio(room, asked, 1.0))


# What is heard and seen


@rule
def note_trust(state: Any, one: int) -> None:
    """How far the others trust the organisation in each of its partnerships; what they last thought of it there stays known."""
    o = state.legal_organisations[one].first_membership
    while o != NOBODY:
        if takes_part(state, o):
            state.organisations[o].trusted_here = trust_in(state, o)
        o = state.organisations[o].next_membership


@rule
def trust_in(state: Any, o: int) -> float:
    """Mean trust of the others in those who represent an organisation in a partnership."""
    organisation = state.organisations[o]
    total = 0.0
    ties = 0
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        seat = state.seats[s]
        for t in range(seat.first_tie, seat.first_tie + seat.ties):
            total += state.ties[state.ties[t].reverse].trust
            ties += 1
    return ratio(total, ties, organisation.trusted_here)


@rule
def hear_of_each_other(state: Any, one: int) -> None:
    """Good and bad experience with an organisation travels between its partnerships, and so do results that can be seen [W1, W3]."""
    o = state.legal_organisations[one].first_membership
    while o != NOBODY:
        member = state.organisations[o]
        trusted, there, shown = elsewhere(state, one, o)
        member.reputation_elsewhere = trusted if there > 0 else member.trusted_here
        member.results_elsewhere = shown
        if there > 0 and takes_part(state, o):
            news_changes_trust(state, o, state.parameters[0].news_that_travels_per_month)
        o = member.next_membership


@rule
def elsewhere(state: Any, one: int, o: int) -> tuple[float, int, float]:
    """Of an organisation in its other partnerships: mean trust in it, their number, and the most visible results."""
    here = state.organisations[o].partnership
    trusted = 0.0
    there = 0
    shown = 0.0
    other = state.legal_organisations[one].first_membership
    while other != NOBODY:
        member = state.organisations[other]
        partnership = state.partnerships[member.partnership]
        has_taken_part = member.membership in (MEMBER, LEFT_AGAIN) and state.clock[0].month > partnership.first_month
        if member.partnership != here and has_taken_part:
            trusted += member.trusted_here
            there += 1
            if takes_part(state, other):
                shown = max(shown, partnership.visibility)
        other = member.next_membership
    return ratio(trusted, there), there, shown


@rule
def news_changes_trust(state: Any, o: int, rate: float) -> None:
    """Each who deals with an organisation moves her trust in it towards what is thought of it elsewhere [W3]."""
    organisation = state.organisations[o]
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        seat = state.seats[s]
        for t in range(seat.first_tie, seat.first_tie + seat.ties):
            towards = state.ties[state.ties[t].reverse]
            towards.trust = moved(towards.trust, organisation.reputation_elsewhere, rate)


@rule
def visibility_to(state: Any, p: int, o: int) -> float:
    """Visible results that count with a member: the partnership's own, and those of others that the member takes part in [W1, E4]."""
    own = float(state.partnerships[p].visibility)
    return own + state.parameters[0].doors_opened_by_results_elsewhere * state.organisations[o].results_elsewhere * (1.0 - own)
