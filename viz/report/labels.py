"""What the things of a scenario are called in a report, and how their numbers are written, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from samvirke.analysis.comparison.reading import short_title
from samvirke.analysis.measures import MEASURES
from samvirke.model.language import Language
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import Parameter
from samvirke.model.scenario.resolved import Scenario, Text
from samvirke.viz.words.lever_words import CHOICES, EVENT_WORDS, HAPPENINGS, LEVER_WORDS, PARTS
from samvirke.viz.words.mechanism_words import DANISH_CLAIMS
from samvirke.viz.words.parameter_words import PARAMETER_WORDS
from samvirke.viz.words.parameters_in_danish import MEANINGS, SOURCES, UNITS

ANCHORING = "anchoring_start_month"
"""A lever in months of the grant; below 1 there is no deadline."""


@dataclass(frozen=True)
class Labels:
    """`names` are the real names of partnerships by case_id, where they were asked for."""

    language: Language
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, text: Text) -> str:
        """The words of a scenario."""
        return str(getattr(text, self.language.code))

    def _pick(self, danish_and_english: tuple[str, str]) -> str:
        return danish_and_english[self.language.code == "en"]

    def title(self, scenario: Scenario, arm: str) -> str:
        """The whole title of an arm."""
        return self.of(scenario.arms[arm].title)

    def arm(self, scenario: Scenario, arm: str) -> str:
        """The title of an arm, in short."""
        return short_title(scenario, arm, self.language.code)

    def partnership(self, case_id: str) -> str:
        """What a partnership is called: its case_id, unless real names were asked for."""
        return self.names.get(case_id) or case_id

    def partnerships(self, scenario: Scenario) -> str:
        """How many there are."""
        return self.language.ngettext("{n} partnership", "{n} partnerships", len(scenario.partnerships))

    def measure(self, name: str) -> str:
        """What one has more or less of."""
        return self._pick(MEASURES[name].words)

    def claim(self, code: str) -> str:
        """What a mechanism claims."""
        return DANISH_CLAIMS[code] if self.language.code == "da" else MECHANISMS[code].claim

    def lever(self, scenario: Scenario, name: str) -> str:
        """What a lever, or a parameter that scenarios set, is called: by the scenario, or else by us; another by its name."""
        if name in scenario.levers:
            return self.of(scenario.levers[name].label)
        known = {**PARAMETER_WORDS, **LEVER_WORDS}
        return self._pick(known[name]) if name in known else name

    def setting(self, name: str, value: float) -> str:
        """Where a lever or a parameter stands."""
        if name != ANCHORING:
            return self.plain(value)
        return self.language.gettext("month {month}", month=self.plain(value)) if value >= 1.0 else self.language.gettext("no deadline")

    def event(self, kind: str) -> str:
        """What a kind of event of a scenario is called."""
        return self._pick(EVENT_WORDS[kind])

    def happening(self, kind: str) -> str:
        """What a kind of recorded event is called."""
        return self._pick(HAPPENINGS[kind])

    def part(self, name: str, organisation: int) -> str:
        """The part of a partnership that an event happens to."""
        return self._pick(PARTS.get(name, (name, name))).format(number=organisation)

    def choice(self, name: str) -> str:
        """A concept or a framing; empty for another choice."""
        return self._pick(CHOICES[name]) if name in CHOICES else ""

    def meaning(self, parameter: Parameter) -> str:
        """What a parameter means."""
        return parameter.meaning if self.language.code == "en" else MEANINGS[parameter.name]

    def unit(self, parameter: Parameter) -> str:
        """The unit of a parameter."""
        return parameter.unit if self.language.code == "en" else UNITS[parameter.unit]

    def source(self, parameter: Parameter) -> str:
        """The source of a parameter."""
        return parameter.source if self.language.code == "en" else SOURCES[parameter.source]

    def span(self, low: float, high: float, decimals: int = 0) -> str:
        """From one number to another; a dash where they are not known."""
        if low != low:
            return self.language.number(low)
        return self.language.gettext("{low} to {high}", low=self.language.number(low, decimals), high=self.language.number(high, decimals))

    def plain(self, value: float | str) -> str:
        """A number of whatever size as one would write it, or a text."""
        if isinstance(value, str):
            return value
        decimals = 0 if float(value).is_integer() else 1 if abs(value) >= 10.0 else 2
        return self.language.number(value, decimals)
