"""Levers as a room understands them: in groups, with words at both ends, and how one stands in words and not as a bare number."""

from samvirke.model.language import Language
from samvirke.model.levers import GROUPS, LEVERS
from samvirke.model.scenario import Lever
from samvirke.viz.dashboard.words.names import in_digits

SHARE = "share"


def stands(name: str, value: float, language: Language) -> str:
    """How a lever stands, in words: 70 of 100, 2 months, month 12, not planned."""
    declared = LEVERS[name]
    if declared.at_lowest and declared.low is not None and value <= declared.low:
        return language.pgettext("lever", declared.at_lowest)
    if declared.unit == SHARE:
        return language.gettext("{number} of 100", number=language.number(100.0 * value))
    return _amount(declared.unit, 1 if value == 1 else 2, in_digits(value, language), language)


def _amount(unit: str, one_or_several: int, number: str, language: Language) -> str:
    """So many of a unit."""
    said = language.ngettext
    return {
        "months": said("{n} month", "{n} months", one_or_several, n=number),
        "month": language.gettext("month {month}", month=number),
        "hours per month": said("{n} hour", "{n} hours", one_or_several, n=number),
        "ratio": said("{n} time", "{n} times", one_or_several, n=number),
        "places": said("{n} place", "{n} places", one_or_several, n=number),
    }[unit]


def ends(name: str, lever: Lever, language: Language) -> tuple[str, str]:
    """What its ends mean."""
    if said := LEVERS[name].ends:
        low, high = (language.pgettext("lever", each) for each in said)
        return low, high
    return stands(name, lever.low, language), stands(name, lever.high, language)


def price(name: str, lever: Lever, language: Language) -> str:
    """What turning it costs; empty where no price is declared."""
    _, unit = language.gettext, LEVERS[name].unit
    if lever.cost_hours_per_month:
        cost = _("{hours} working hours a month", hours=in_digits(lever.cost_hours_per_month, language))
    elif lever.cost_dkk:
        cost = language.kroner(lever.cost_dkk)
    else:
        return ""
    return {
        SHARE: _("costs up to {cost}", cost=cost),
        "months": _("each month costs about {cost}", cost=cost),
        "month": _("each month costs about {cost}", cost=cost),
        "hours per month": _("each hour costs about {cost}", cost=cost),
        "ratio": _("each time as much costs about {cost}", cost=cost),
        "places": _("each place costs about {cost}", cost=cost),
    }[unit]


def grouped(names: list[str]) -> list[tuple[str, list[str]]]:
    """The levers of a scenario in groups, in the order in which they are declared; groups with none are left out."""
    found = [(group, [name for name, lever in LEVERS.items() if lever.group == group and name in names]) for group in GROUPS]
    return [(group, members) for group, members in found if members]
