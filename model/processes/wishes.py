"""Who wants to go on when the grant ends, and for what motive. Part of process 9 [E7]."""

from typing import Any

from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import LUCK_OF_STAYING
from samvirke.model.events import (
    BACKING,
    CHANCE,
    COMMITMENT,
    GAIN,
    MONEY,
    ORGANISATION_STAYS,
    ORGANISATION_WITHDRAWS,
    STAKE,
    TRUST,
    called_off,
    happened,
)
from samvirke.model.processes.going_on import money_wanted
from samvirke.model.processes.stakes import stake_in_the_theme
from samvirke.model.rule import rule

PARTS_OF_RELATIONS = 2.0  # commitment and trust count alike: assumed


@rule
def wish_to_stay(
    commitment: float, trust: float, expected_gain: float, backing: float, stake: float, money: float, weight_of_relations: float,
    weight_of_money: float,
) -> float:  # fmt: skip
    """How much a member wants to go on (0-1): money in sight pulls it; the rest is relations and reasons [E3, E5, E7, M4].

    Relations are its commitment and its trust in the others. Reasons are no stronger than the weakest of three: the gain it
    expects, how far its management stands behind it, and its stake: how near the theme is to what it is there for.
    """
    relations = (commitment + trust) / PARTS_OF_RELATIONS
    reasons = min(expected_gain, min(backing, stake))
    moved_by_itself = weight_of_relations * relations + (1.0 - weight_of_relations) * reasons
    return (1.0 - weight_of_money) * moved_by_itself + weight_of_money * money


@rule
def part_of_its_hours_paid(state: Any, p: int, o: int) -> float:
    """Part of the hours a member could give that the grants pay: what it would miss when they end [M1, E5]."""
    organisation = state.organisations[o]
    paid = state.partnerships[p].paid_hours * organisation.share_of_grant
    return ratio(paid, paid + organisation.own_hours)


@rule
def trust_of_organisation(state: Any, p: int, o: int) -> float:
    """Mean trust in the others along the ties of an organisation's seats; a vacant seat's ties are as they were left."""
    partnership = state.partnerships[p]
    total = 0.0
    ties = 0
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        tie = state.ties[t]
        if state.seats[tie.from_seat].organisation == o:
            total += tie.trust
            ties += 1
    return ratio(total, ties)


@rule
def decide_who_stays(state: Any, p: int, moment: Moment) -> int:
    """Each member stays if its wish, plus a small declared random part, is above the threshold; returns how many withdraw."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    money = share(ratio(partnership.money_secured_dkk, money_wanted(state, p), 1.0))
    withdrawn = 0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active == 0:
            continue
        number = o - partnership.first_organisation
        trust = trust_of_organisation(state, p, o)
        stake = stake_in_the_theme(state, o)
        weight_of_money = parameters.weight_of_money_in_staying * part_of_its_hours_paid(state, p, o)
        wish = wish_to_stay(
            organisation.commitment, trust, organisation.expected_gain, organisation.backing, stake, money,
            parameters.weight_of_relations_in_staying, weight_of_money,
        )  # fmt: skip
        chance = parameters.luck_in_decisions * (2.0 * uniform(moment, LUCK_OF_STAYING, partnership.number, number) - 1.0)
        margin = wish + chance - parameters.wish_needed_to_stay
        organisation.stays = 1 if margin >= 0.0 or called_off(state, moment, p, ORGANISATION_WITHDRAWS, number) else 0
        motive = decisive_motive(
            1.0 if margin >= 0.0 else -1.0, parameters.wish_needed_to_stay, organisation.commitment, trust, organisation.expected_gain,
            organisation.backing, stake, money, parameters.weight_of_relations_in_staying, weight_of_money,
        )  # fmt: skip
        if (wish - parameters.wish_needed_to_stay) * margin < 0.0:
            motive = CHANCE
        if organisation.stays:
            happened(state, moment, p, ORGANISATION_STAYS, number, motive, margin)
        else:
            happened(state, moment, p, ORGANISATION_WITHDRAWS, number, motive, -margin)
            withdrawn += 1
    return withdrawn


@rule
def decisive_motive(
    direction: float, needed: float, commitment: float, trust: float, expected_gain: float, backing: float, stake: float,
    money: float, weight_of_relations: float, weight_of_money: float,
) -> int:  # fmt: skip
    """What moved the wish furthest from what was needed, up (direction 1) or down (-1): for the ledger, it decides nothing."""
    relation = direction * (1.0 - weight_of_money) * weight_of_relations / PARTS_OF_RELATIONS
    reason = direction * (1.0 - weight_of_money) * (1.0 - weight_of_relations)
    weakest = min(expected_gain, min(backing, stake))
    motive = MONEY
    furthest = direction * weight_of_money * (money - needed)
    if relation * (commitment - needed) > furthest:
        motive = COMMITMENT
        furthest = relation * (commitment - needed)
    if relation * (trust - needed) > furthest:
        motive = TRUST
        furthest = relation * (trust - needed)
    if reason * (weakest - needed) > furthest:
        motive = GAIN
        if weakest == backing:
            motive = BACKING
        if weakest == stake:
            motive = STAKE
    return motive
