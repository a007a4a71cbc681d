"""What taking part does for a citizen: her wellbeing and her network, each in its own way. Part of process 7."""

from typing import Any

from samvirke.model.agents.citizen import MOST_ACQUAINTANCES, after_taking_part
from samvirke.model.rule import rule


@rule
def effect_on_wellbeing(state: Any, p: int, c: int) -> float:
    """What a month of taking part does for her wellbeing; below 0 for some [C7]."""
    parameters = state.parameters[0]
    response = state.citizens[c].response - parameters.response_that_does_nothing
    return float(parameters.wellbeing_gain_per_month * state.partnerships[p].quality * response)


@rule
def effect_on_network(state: Any, p: int, c: int) -> float:
    """What a month of taking part does for her network, by her own response and by the acquaintances she meets there [C7, W7].

    Below 0 for some: taking part costs them time with others.
    """
    parameters = state.parameters[0]
    citizen = state.citizens[c]
    response = citizen.response_of_network - parameters.response_of_network_that_does_nothing
    met = citizen.acquaintances_there / MOST_ACQUAINTANCES
    own = parameters.network_gain_per_month * state.partnerships[p].quality * response
    return float(own + parameters.network_gain_from_acquaintances_per_month * met)


@rule
def benefit(state: Any, p: int, c: int) -> None:
    """A month of taking part: wellbeing and network move apart, and each falls for some [C7]."""
    partnership = state.partnerships[p]
    citizen = state.citizens[c]
    better = after_taking_part(citizen.wellbeing, effect_on_wellbeing(state, p, c))
    wider = after_taking_part(citizen.network, effect_on_network(state, p, c))
    partnership.wellbeing_gained += better - citizen.wellbeing
    partnership.network_gained += wider - citizen.network
    citizen.wellbeing = better
    citizen.network = wider
    citizen.months_participated += 1
    citizen.took_part_month = state.clock[0].month
