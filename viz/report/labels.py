"""What the things of a scenario are called in a report, and how their numbers are written, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from samvirke.analysis.comparison.reading import short_title
from samvirke.analysis.measures import MEASURES
from samvirke.model.agents.partnership import CHOICES
from samvirke.model.event_kinds import EVENT_KINDS, WHOM
from samvirke.model.events import KIND_NUMBER, RECORDED_KINDS
from samvirke.model.extensions import all_parameters
from samvirke.model.language import Language
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.scenario.resolved import Scenario, Text

MONTH = "month"


@dataclass(frozen=True)
class Labels:
    """`names` are the real names of partnerships by case_id, where they were asked for."""

    language: Language
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, text: Text) -> str:
        """The words of a scenario."""
        return text.in_language(self.language.code)

    def title(self, scenario: Scenario, arm: str) -> str:
        """The whole title of an arm."""
        return scenario.arms[arm].whole_title(self.language.code)

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
        return self.language.pgettext("measure", MEASURES[name].label)

    def claim(self, code: str) -> str:
        """What a mechanism claims."""
        return self.language.gettext(MECHANISMS[code].claim)

    def lever(self, scenario: Scenario, name: str) -> str:
        """What a lever, or a parameter that scenarios set, is called: by the scenario, or else as it is declared; another by its name."""
        if name in scenario.levers:
            return self.of(scenario.levers[name].label)
        label = LEVERS[name].label if name in LEVERS else all_parameters()[name].label
        return self.language.gettext(label) or name

    def setting(self, name: str, value: float) -> str:
        """Where a lever or a parameter stands."""
        lever = LEVERS.get(name)
        if lever and lever.at_lowest and lever.low is not None and value <= lever.low:
            return self.language.pgettext("lever", lever.at_lowest)
        if lever and lever.unit == MONTH:
            return self.language.gettext("month {month}", month=self.plain(value))
        return self.plain(value)

    def event(self, kind: str) -> str:
        """What a kind of event of a scenario is called."""
        return self.language.gettext(EVENT_KINDS[kind].label)

    def happening(self, kind: str) -> str:
        """What a kind of recorded event is called."""
        return self.language.gettext(RECORDED_KINDS[KIND_NUMBER[kind]].label)

    def part(self, name: str, organisation: int) -> str:
        """The part of a partnership that an event happens to."""
        return self.language.gettext(WHOM[name], number=organisation)

    def choice(self, name: str) -> str:
        """A concept, a framing or a format; empty for another choice."""
        return self.language.pgettext("partnership", CHOICES[name]) if name in CHOICES else ""

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
