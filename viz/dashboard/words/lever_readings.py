"""Levers as a room understands them: in groups, with words at both ends, and how one stands in words and not as a bare number."""

from samvirke.model.language import Language
from samvirke.model.levers import GROUPS, LEVERS, UNITS
from samvirke.model.scenario import Lever

SHARE = "share"


def stands(name: str, value: float, language: Language) -> str:
    """How a lever stands, in words: 70 of 100, 2 months, month 12, not planned."""
    declared = LEVERS[name]
    if declared.at_lowest and declared.low is not None and value <= declared.low:
        return language.pgettext("lever", declared.at_lowest)
    number = round(100.0 * value) if declared.unit == SHARE else value
    unit = UNITS[declared.unit]
    return language.ngettext(unit.one, unit.several, number, n=language.number(number, None))


def ends(name: str, lever: Lever, language: Language) -> tuple[str, str]:
    """What its ends mean."""
    if said := LEVERS[name].ends:
        low, high = (language.pgettext("lever", each) for each in said)
        return low, high
    return stands(name, lever.low, language), stands(name, lever.high, language)


def price(name: str, lever: Lever, language: Language) -> str:
    """What turning it costs; empty where no price is declared."""
    _ = language.gettext
    if not lever.cost_hours_per_month and not lever.cost_dkk:
        return ""
    hours, amount = lever.cost_hours_per_month, lever.cost_dkk
    each = _("{hours} hours a month", hours=language.number(hours, None)) if hours else language.kroner(amount)
    return _(UNITS[LEVERS[name].unit].price, price=each)


def grouped(names: list[str]) -> list[tuple[str, list[str]]]:
    """The levers of a scenario in groups, in the order in which they are declared; groups with none are left out."""
    found = [(group, [name for name, lever in LEVERS.items() if lever.group == group and name in names]) for group in GROUPS]
    return [(group, members) for group, members in found if members]
