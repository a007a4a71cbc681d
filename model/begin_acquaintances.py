"""Which citizens of a place know each other, before the first month: a sparse network, the same in every arm and draw."""

from typing import Any

from samvirke.model import decisions
from samvirke.model.arithmetic import share
from samvirke.model.chance import Moment, fill_uniforms
from samvirke.model.fields import NOBODY
from samvirke.model.rule import rule


@rule
def begin_acquaintances(state: Any, p: int, moment: Moment) -> None:
    """Two circles of acquaintances, in each of which a citizen knows the one before and the one after her [W7].

    Where she stands in a circle is partly where she stands in resources, partly chance, so that like knows like. It is asked
    for while `resources` still holds the number between 0 and 1 that decides who is vulnerable: that number does not depend
    on any parameter that is drawn, and so neither do the ties.
    """
    partnership = state.partnerships[p]
    draws = state.uniforms
    for slot in range(partnership.citizens):
        citizen = state.citizens[partnership.first_citizen + slot]
        citizen.acquaintance_0 = NOBODY
        citizen.acquaintance_1 = NOBODY
        citizen.acquaintance_2 = NOBODY
        citizen.acquaintance_3 = NOBODY
    fill_uniforms(draws, moment, decisions.BEGIN_FIRST_CIRCLE, partnership.number, partnership.citizens)
    line_up(state, p)
    introduce(state, p, True)
    fill_uniforms(draws, moment, decisions.BEGIN_SECOND_CIRCLE, partnership.number, partnership.citizens)
    line_up(state, p)
    introduce(state, p, False)
    for slot in range(partnership.citizens):
        state.citizens[partnership.first_citizen + slot].acquaintances_there = 0
        state.citizens[partnership.first_citizen + slot].acquaintances_gone = 0


@rule
def standing_in_a_circle(resources: float, chance: float, homophily: float) -> float:
    """Where somebody stands in a circle (0-1): the more homophily, the more it is her resources that say it [W7]."""
    return share(homophily * resources + (1.0 - homophily) * chance)


@rule
def line_up(state: Any, p: int) -> None:
    """Sort the citizens of a place by their standing, in as many steps as there are citizens.

    There is a box for each part of the line, kept on the citizen of that number: `acquaintances_there` is who was put into it last,
    `acquaintances_gone` who was put into her box before her (both counted from 1; 0 for nobody). They are counts only afterwards.
    """
    partnership = state.partnerships[p]
    first = partnership.first_citizen
    boxes = partnership.citizens
    homophily = state.parameters[0].homophily_of_acquaintances
    for slot in range(boxes):
        state.citizens[first + slot].acquaintances_there = 0
    for slot in range(boxes):
        standing = standing_in_a_circle(state.citizens[first + slot].resources, state.uniforms[slot], homophily)
        box = state.citizens[first + min(boxes - 1, int(standing * boxes))]
        state.citizens[first + slot].acquaintances_gone = box.acquaintances_there
        box.acquaintances_there = slot + 1


@rule
def introduce(state: Any, p: int, first_circle: bool) -> None:
    """Each citizen of the line gets to know the one before her."""
    partnership = state.partnerships[p]
    first = partnership.first_citizen
    before = NOBODY
    for place in range(partnership.citizens):
        there = state.citizens[first + place].acquaintances_there
        while there > 0:
            c = first + there - 1
            if before >= 0:
                know_each_other(state, before, c, first_circle)
            before = c
            there = state.citizens[c].acquaintances_gone


@rule
def know_each_other(state: Any, before: int, after: int, first_circle: bool) -> None:
    """Two who stand beside each other in a circle are each other's acquaintances."""
    if first_circle:
        state.citizens[before].acquaintance_1 = after
        state.citizens[after].acquaintance_0 = before
    else:
        state.citizens[before].acquaintance_3 = after
        state.citizens[after].acquaintance_2 = before
