"""Hosts outside the members: what each kind costs, how free it is, how long it takes to set up, and what it has to run an activity with.

The order of the kinds is the source's (anthology on partnerships, chapter on going from project to lasting effort, and the handbook's
chapter on Silkeborg); that they lie evenly from 0 to 1 is ours.
"""

from typing import Any

from samvirke.model.agents.activity import (
    ASSOCIATION_OUTSIDE,
    HOST_KINDS,
    NEW_ASSOCIATION,
    OTHER_PROJECT,
    SOCIAL_ENTERPRISE,
    VOLUNTEERS_THEMSELVES,
)
from samvirke.model.agents.organisation import MUNICIPALITY, NGO
from samvirke.model.arithmetic import ratio, share
from samvirke.model.processes.membership import belongs_to_it
from samvirke.model.processes.recruiting import knowledge_of_associations
from samvirke.model.rule import rule

PRICES = (1.0, 0.25, 0.5, 0.0, 0.75, 0.5)  # of a host, relative to the dearest: order from the source, even steps assumed
FREEDOMS = (0.0, 0.75, 1.0, 1.0, 0.5, 0.25)  # of a host, from a municipality's frames to none: order from the source, even steps assumed
NEWNESS = (0.0, 0.5, 1.0, 0.5, 1.0, 0.25)  # what must be set up, relative to an organisation that is founded for it: even steps assumed
KINDS_OUTSIDE = len(HOST_KINDS)
PARTS_OF_AN_ASSOCIATIONS_MEANS = 2.0  # an activity worth carrying and people who carry it count alike: assumed


@rule
def part_that_is_paid(money: float, price: float) -> float:
    """Part of a host's price that there is money for (0-1); all of it where it costs nothing [W12]."""
    return share(ratio(money, price, 1.0))


@rule
def means_left_without_money(price: float, paid: float) -> float:
    """Part of its means that a host of this price (0-1) has left where only part is paid (0-1): the dearest has nothing unpaid [W12]."""
    return 1.0 - price * (1.0 - paid)


@rule
def circle_of_volunteers(state: Any, p: int) -> float:
    """How near those who serve are to a circle that can carry something (0-1)."""
    serving = state.partnerships[p].active_volunteers
    return float(ratio(serving, serving + state.parameters[0].fellows_that_make_a_circle))


@rule
def lent_coordinator(state: Any, p: int) -> float:
    """How far a municipality that is or was a member can lend a coordinator (0-1): backed, and not squeezed [X5]."""
    partnership = state.partnerships[p]
    best = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.kind == MUNICIPALITY and belongs_to_it(state, p, o):
            best = max(best, organisation.backing * (1.0 - state.legal_organisations[organisation.legal].budget_pressure))
    return best


@rule
def means_outside(state: Any, p: int, a: int, kind: int) -> float:
    """What a host of this kind has to run an activity with (0-1): people of its own, a lent coordinator, sales, another grant [X5, W12]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    money = ratio(partnership.money_secured_dkk, partnership.running_activities)
    paid = part_that_is_paid(money, PRICES[kind] * parameters.price_of_the_dearest_host_dkk)
    if kind == ASSOCIATION_OUTSIDE:
        has = (state.activities[a].quality + circle_of_volunteers(state, p)) / PARTS_OF_AN_ASSOCIATIONS_MEANS
    elif kind == NEW_ASSOCIATION:
        has = circle_of_volunteers(state, p)
        paid = max(paid, lent_coordinator(state, p))
    elif kind == VOLUNTEERS_THEMSELVES:
        has = circle_of_volunteers(state, p)
    elif kind == SOCIAL_ENTERPRISE:
        has = partnership.visibility
    else:
        has = parameters.openness_of_other_pools
    return float(has * means_left_without_money(PRICES[kind], paid))


@rule
def way_to(state: Any, p: int, kind: int) -> float:
    """How near a host of this kind is at hand (0-1): associations must be known, another project needs something written [E3, X6]."""
    if kind in (ASSOCIATION_OUTSIDE, NEW_ASSOCIATION):
        return knowledge_of_associations(state, p)
    if kind == OTHER_PROJECT:
        return float(state.partnerships[p].documented)
    return 1.0


@rule
def freedom_of_host(state: Any, a: int) -> float:
    """How free an activity is with its host (0-1): a municipality has frames, an association the freedom it has itself [X5]."""
    activity = state.activities[a]
    if activity.host < 0:
        return FREEDOMS[activity.host_kind] if activity.host_kind > 0 else 1.0
    organisation = state.organisations[activity.host]
    if organisation.kind == MUNICIPALITY:
        return FREEDOMS[0]
    return float(organisation.autonomy) if organisation.kind == NGO else FREEDOMS[SOCIAL_ENTERPRISE]
