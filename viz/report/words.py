"""How a report speaks: texts by key in one language, and its figures as that language writes them."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from samvirke.analysis.comparison.sentences import in_digits
from samvirke.analysis.comparison.texts import LANGUAGES
from samvirke.model.language import NOT_KNOWN as NOTHING
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import Parameter
from samvirke.model.scenario.resolved import Scenario, Text
from samvirke.viz.report.danish import DANISH
from samvirke.viz.report.english import ENGLISH
from samvirke.viz.words.evidence_danish import fact_in_danish, source_in_danish, value_in_danish
from samvirke.viz.words.lever_words import EVENT_WORDS, LEVER_WORDS
from samvirke.viz.words.mechanism_words import DANISH_CLAIMS
from samvirke.viz.words.parameter_words import PARAMETER_WORDS
from samvirke.viz.words.parameters_in_danish import MEANINGS, SOURCES, UNITS

WORDS_OF_SOURCES: dict[str, str] = {
    r"^assumed\b": "antaget",
    r"\bchapters? on\b": "kapitel om",
    r"\banthology on\b": "antologi om",
    r"\bhandbook on\b": "håndbog om",
    r"\bevaluation of\b": "evaluering af",
    r"\bfigure(s?) (?=\d)": "figur ",
    r"\bsection(s?) (?=\d)": "afsnit ",
    r"\btable(s?) (?=\d)": "tabel ",
    r"\band others\b": "m.fl.",
}
"""The words around titles, in Danish; titles stay as they are."""
TEXTS: dict[str, dict[str, str]] = {"en": ENGLISH, "da": DANISH}


@dataclass(frozen=True)
class Words:
    """One language, `en` or `da`; `names` are the real names of partnerships by case_id, where they were asked for."""

    language: str
    names: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        """A text, with what stands in braces filled in."""
        return TEXTS[self.language][key].format(**values).replace(" %", "\N{NO-BREAK SPACE}%")

    def of(self, text: Text) -> str:
        """The words of a scenario."""
        return str(getattr(text, self.language))

    def pick(self, danish_and_english: tuple[str, str]) -> str:
        """One of two."""
        return danish_and_english[self.language == "en"]

    def number(self, value: float, places: int = 0) -> str:
        """A figure; a dash where there is none."""
        if math.isnan(value):
            return NOTHING
        return in_digits(round(value, places) + 0.0, places, LANGUAGES[self.language]).replace("-", "−")

    def change(self, value: float, places: int = 1) -> str:
        """A figure with its sign."""
        return f"+{self.number(value, places)}" if round(value, places) > 0 else self.number(value, places)

    def range(self, low: float, high: float, places: int = 0) -> str:
        """From one figure to another; a dash where there are none."""
        if math.isnan(low):
            return NOTHING
        return self.say("range", low=self.number(low, places), high=self.number(high, places))

    def partnership(self, case_id: str) -> str:
        """What a partnership is called: its case_id, unless real names were asked for."""
        return self.names.get(case_id) or case_id

    def partnerships(self, scenario: Scenario) -> str:
        """How many there are."""
        number = len(scenario.partnerships)
        return self.say("one partnership" if number == 1 else "several partnerships", number=number)

    def claim(self, code: str) -> str:
        """What a mechanism claims."""
        return DANISH_CLAIMS[code] if self.language == "da" else MECHANISMS[code].claim

    def lever(self, scenario: Scenario, name: str) -> str:
        """What a lever, or a parameter that scenarios set, is called: by the scenario, or else by us; another by its name."""
        if name in scenario.levers:
            return self.of(scenario.levers[name].label)
        known = {**PARAMETER_WORDS, **LEVER_WORDS}
        return self.pick(known[name]) if name in known else name

    def source(self, text: str) -> str:
        """A source as its author wrote it; the words around titles in the language of the page."""
        if self.language == "en":
            return text
        known = SOURCES.get(text, source_in_danish(text))
        if known != text:
            return known
        for english, danish in WORDS_OF_SOURCES.items():
            text = re.sub(english, danish, text)
        return text

    def fact(self, name: str) -> str:
        """What a fact of a scenario file is called."""
        return name if self.language == "en" else fact_in_danish(name)

    def reported(self, value: Any) -> str:
        """What a scenario file says of a fact."""
        return value_in_danish(value) if self.language == "da" and isinstance(value, str) else self.plain(value)

    def meaning(self, parameter: Parameter) -> str:
        """What a parameter means."""
        return parameter.meaning if self.language == "en" else MEANINGS[parameter.name]

    def unit(self, parameter: Parameter) -> str:
        """The unit of a parameter."""
        return parameter.unit if self.language == "en" else UNITS[parameter.unit]

    def event(self, kind: str) -> str:
        """What a kind of event of a scenario is called."""
        return self.pick(EVENT_WORDS[kind])

    def plain(self, value: Any) -> str:
        """A number of whatever size as one would write it, or a text."""
        if not isinstance(value, float | int):
            return str(value)
        places = 0 if float(value).is_integer() else 1 if abs(value) >= 10.0 else 2
        return self.number(float(value), places)
