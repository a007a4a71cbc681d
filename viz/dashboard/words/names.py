"""What things are called on the page: tabs, languages, partnerships, numbers of people."""

from collections.abc import Mapping

from babel import Locale

from samvirke.model.language import N_, Language, languages
from samvirke.model.scenario.resolved import PartnershipCase, Scenario

FIRST_LANGUAGE = "da"
LANGUAGES: dict[str, str] = {
    code: str(Locale.parse(code).language_name).capitalize() for code in sorted(languages(), key=lambda code: code != FIRST_LANGUAGE)
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
    return _in_words(case.case_id) if case.title is None else str(getattr(case.title, language.code))


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
    said = case.replace("-", " ")
    return said[:1].upper() + said[1:]


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


def first_large(said: str) -> str:
    """A text with a capital letter at its beginning."""
    return said[:1].upper() + said[1:]
