"""Levers as a room understands them: in groups, with words at both ends, and how one stands in words and not as a bare number."""

from samvirke.model.language import language_of
from samvirke.model.levers import GROUPS, LEVERS
from samvirke.model.scenario import Lever
from samvirke.viz.dashboard.words.digits import in_digits
from samvirke.viz.dashboard.words.words import Words

SHARE = "share"


def stands(name: str, value: float, words: Words) -> str:
    """How a lever stands, in words: 70 of 100, 2 months, month 12, not planned."""
    declared = LEVERS[name]
    if declared.at_lowest and declared.low is not None and value <= declared.low:
        return language_of(words.language).pgettext("lever", declared.at_lowest)
    unit = declared.unit
    number = in_digits(round(100.0 * value) if unit == SHARE else value, words)
    return words.lever_units[unit][value != 1].format(number=number)


def ends(name: str, lever: Lever, words: Words) -> tuple[str, str]:
    """What its ends mean."""
    if said := LEVERS[name].ends:
        low, high = (language_of(words.language).pgettext("lever", each) for each in said)
        return low, high
    return stands(name, lever.low, words), stands(name, lever.high, words)


def price(name: str, lever: Lever, words: Words) -> str:
    """What turning it costs; empty where no price is declared."""
    unit = words.lever_price_of[LEVERS[name].unit]
    if lever.cost_hours_per_month:
        return f"{words.lever_cost_hours.format(hours=in_digits(lever.cost_hours_per_month, words))} {unit}"
    return f"{words.lever_cost_dkk.format(dkk=in_digits(lever.cost_dkk, words))} {unit}" if lever.cost_dkk else ""


def grouped(names: list[str]) -> list[tuple[str, list[str]]]:
    """The levers of a scenario in groups, in the order in which they are declared; groups with none are left out."""
    found = [(group, [name for name, lever in LEVERS.items() if lever.group == group and name in names]) for group in GROUPS]
    return [(group, members) for group, members in found if members]
