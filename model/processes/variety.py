"""How different what members bring is: the raw material of synergy. Part of process 5."""

from typing import Any

from samvirke.model.arithmetic import ratio, share
from samvirke.model.rule import rule

PARTS_OF_VARIETY = 3.0  # organisations, sectors and interests count alike: assumed
DISTANCES_TO_A_WHOLE = 4.0  # interests spread evenly from 0 to 1 lie a quarter from their mean, and count as full spread: assumed


@rule
def distinct_resources(concentration: float, further_for_half: float) -> float:
    """Part of what there is to bring that so many bring (0-1): each adds something new, and less than the one before [W9].

    `concentration` is the sum of squared parts; its inverse, less one, is the number of equal contributors beside the first, of whom
    `further_for_half` bring half of what there is. With 1 it is the Gini-Simpson index.
    """
    return (1.0 - concentration) / (1.0 - concentration + further_for_half * concentration)


@rule
def variety_of_contributions(state: Any, p: int) -> float:
    """How different what is brought is: distinct resources of organisations and of sectors by hours, and spread of interests.

    The mean of the three: many hands, different trades, and differing interests are the raw material of synergy [G4].
    """
    partnership = state.partnerships[p]
    same_organisation = 0.0
    same_sector = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        part = ratio(state.organisations[o].given_hours, partnership.hours)
        same_organisation += part * part
        if is_first_of_its_sector(state, p, o):
            of_sector = ratio(hours_of_sector(state, p, state.organisations[o].sector), partnership.hours)
            same_sector += of_sector * of_sector
    if partnership.hours <= 0.0:
        return 0.0
    half = state.parameters[0].further_members_who_bring_half
    distinct = distinct_resources(share(same_organisation), half) + distinct_resources(share(same_sector), half)
    return share((distinct + spread_of_interests(state, p)) / PARTS_OF_VARIETY)


@rule
def spread_of_interests(state: Any, p: int) -> float:
    """How far the members' interests lie apart, weighted by the hours they give: 4 x mean distance from their mean (0-1)."""
    partnership = state.partnerships[p]
    middle = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        middle += state.organisations[o].interest * ratio(state.organisations[o].given_hours, partnership.hours)
    apart = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        distance = state.organisations[o].interest - middle
        apart += max(distance, -distance) * ratio(state.organisations[o].given_hours, partnership.hours)
    return share(DISTANCES_TO_A_WHOLE * apart)


@rule
def is_first_of_its_sector(state: Any, p: int, o: int) -> bool:
    """Whether no organisation before it in the partnership is of its sector."""
    for earlier in range(state.partnerships[p].first_organisation, o):
        if state.organisations[earlier].sector == state.organisations[o].sector:
            return False
    return True


@rule
def hours_of_sector(state: Any, p: int, sector: int) -> float:
    """Hours given this month by the organisations of one sector."""
    partnership = state.partnerships[p]
    hours = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].sector == sector:
            hours += state.organisations[o].given_hours
    return hours
