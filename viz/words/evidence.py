"""What scenario files and models say of facts, values and sources, in a language: the files are written in English.

Every fact, value, source and place of the scenarios that ship with samvirke is a message; another stays as its author wrote it.
"""

from collections.abc import Iterable

from samvirke.model.language import Language
from samvirke.model.scenario.resolved import Evidence

FACT = "fact"
"""The context of facts and their values."""
LINE = ", line "
MEMBERS_OF = "members of "


def fact(name: str, language: Language) -> str:
    """What a fact is about; a case it is about stays in front."""
    case, colon, plain = name.rpartition(": ")
    _, of, whom = plain.partition(MEMBERS_OF)
    wording = language.gettext("members of {whom}", whom=whom) if of else language.pgettext(FACT, plain)
    return f"{case}{colon}{wording}"


def value(text: str, language: Language) -> str:
    """The value of a fact, where it is given in words."""
    return language.pgettext(FACT, text)


def sources(texts: Iterable[str], language: Language) -> str:
    """Several sources."""
    return "; ".join(map(language.gettext, texts))


def source(each: Evidence, language: Language) -> str:
    """The source of a fact and the place in it, or why it is assumed."""
    place, line, number = each.place.partition(LINE)
    wording = language.gettext("{file}, line {number}", file=place, number=number) if line else language.gettext(place)
    return ", ".join(filter(None, (language.gettext(each.source), wording)))
