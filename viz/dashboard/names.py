"""What things are called on the page: tabs, languages, partnerships, numbers of people; how levers stand, and what they cost."""

from collections.abc import Mapping

from samvirke.model.language import N_, Language, language_of, languages
from samvirke.model.levers import GROUPS, LEVERS, SHARE, UNITS
from samvirke.model.scenario.resolved import Lever, PartnershipCase, Scenario

FIRST_LANGUAGE = "da"
LANGUAGES: dict[str, str] = {
    code: language_of(code).name.capitalize() for code in sorted(languages(), key=lambda code: code != FIRST_LANGUAGE)
}
"""What each language calls itself, the first one first."""
TABS: dict[str, str] = {
    "one": N_("One partnership"), "all": N_("All partnerships"), "what-if": N_("What if?"), "compare": N_("Compare"),
    "survey": N_("Survey"), "evidence": N_("Evidence"),
}  # fmt: skip
DANISH_ORDER = " 0123456789abcdefghijklmnopqrstuvwxyzæøå"
LETTERS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


def partnership_named(case: PartnershipCase, language: Language) -> str:
    """What its scenario calls it; without a title its id in words: `moedet-i-byen` is Mødet i byen."""
    return _in_words(case.case_id) if case.title is None else case.title.in_language(language.code)


def partnerships_named(scenario: Scenario, language: Language) -> dict[str, str]:
    """The names of all partnerships of a scenario by their ids, in the order of their names."""
    names = {case.case_id: partnership_named(case, language) for case in scenario.partnerships}
    return {case: names[case] for case in alphabetically(names)}


def alphabetically(names: Mapping[str, str]) -> list[str]:
    """The keys in the order of their names, as Danish has it."""
    return sorted(names, key=lambda key: [DANISH_ORDER.find(letter) for letter in names[key].lower()])


def _in_words(case: str) -> str:
    for written, letter in LETTERS:
        case = case.replace(written, letter)
    wording = case.replace("-", " ")
    return wording[:1].upper() + wording[1:]


def organisations(number: float, language: Language) -> str:
    """So many organisations."""
    return language.ngettext("{n} organisation", "{n} organisations", number)


def volunteers(number: float, language: Language) -> str:
    """So many volunteers."""
    return language.ngettext("{n} volunteer", "{n} volunteers", number)


def citizens(number: float, language: Language) -> str:
    """So many citizens."""
    return language.ngettext("{n} citizen", "{n} citizens", number)


def in_digits(value: float, language: Language) -> str:
    """A number with the decimals it has, whole from a thousand on."""
    return language.number(value, None if abs(value) < 1000 else 0)


def first_large(wording: str) -> str:
    """A text with a capital letter at its beginning."""
    return wording[:1].upper() + wording[1:]


def stands(name: str, value: float, language: Language) -> str:
    """How a lever stands, in words: 70 of 100, 2 months, month 12, not planned."""
    declared = LEVERS[name]
    if declared.at_lowest and declared.low is not None and value <= declared.low:
        return language.pgettext("lever", declared.at_lowest)
    unit, number = UNITS[declared.unit], in_digits(round(100.0 * value) if declared.unit == SHARE else value, language)
    if not unit.several:
        return language.gettext(unit.one, n=number)
    return language.ngettext(unit.one, unit.several, 1 if value == 1 else 2, n=number)


def ends(name: str, lever: Lever, language: Language) -> tuple[str, str]:
    """What its ends mean."""
    if wording := LEVERS[name].ends:
        low, high = (language.pgettext("lever", each) for each in wording)
        return low, high
    return stands(name, lever.low, language), stands(name, lever.high, language)


def price(name: str, lever: Lever, language: Language) -> str:
    """What turning it costs; empty where no price is declared."""
    _ = language.gettext
    if lever.cost_hours_per_month:
        cost = _("{hours} working hours a month", hours=in_digits(lever.cost_hours_per_month, language))
    elif lever.cost_dkk:
        cost = language.kroner(lever.cost_dkk)
    else:
        return ""
    return _(UNITS[LEVERS[name].unit].price, cost=cost)


def grouped(names: list[str]) -> list[tuple[str, list[str]]]:
    """The levers of a scenario in groups, in the order in which they are declared; groups with none are left out."""
    found = [(group, [name for name, lever in LEVERS.items() if lever.group == group and name in names]) for group in GROUPS]
    return [(group, members) for group, members in found if members]
