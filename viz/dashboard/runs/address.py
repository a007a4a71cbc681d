"""The address of a view: scenario, partnership, levers, seed, month and language, as they stand after the question mark.

A link or a reload brings the same view back. Invalid parts are left out with one sentence each; the rest is shown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from samvirke.model.chance import HIGHEST_SEED
from samvirke.model.errors import nearest
from samvirke.model.language import N_, Language, language_of
from samvirke.model.levers import LEVERS, SETTLED_AT_THE_START
from samvirke.model.scenario import DEFAULT_SCENARIO, Scenario, ScenarioError, read_scenario, scenario_names
from samvirke.model.scenario.resolved import BASELINE
from samvirke.viz.dashboard.names import FIRST_LANGUAGE, LANGUAGES, TABS, in_digits, partnership_named
from samvirke.viz.dashboard.runs.measures import ASKED, SHOWN_BY_MONTH

FIRST_SEED = 1
PLAIN = ("scenario", "case", "arm", "seed", "month", "language", "tab", "branch", "measure", "course")
"""Parts that stand in the address as they are."""
PARTS: dict[str, str] = {
    "scenario": N_("Scenario"), "case": N_("Partnership"), "arm": N_("Variant"), "seed": N_("Run number"), "month": N_("Month"),
    "tab": N_("Page"), "language": N_("Language"), "branch": N_("Levers from month"), "levers": N_("Lever"),
    "measure": N_("Difference in"), "course": N_("Development of"),
}  # fmt: skip
"""What the parts of an address are called."""
MOST_DIGITS, MOST_LETTERS = 10, 40


@dataclass(frozen=True)
class Address:
    """What is looked at. `levers` are turned from the month after `branch` on (0: from the start); empty `case`: the first.

    `measure` is the measure of differences, `course` whose months are drawn beside it; empty: as the scenario has it.
    """

    scenario: str = DEFAULT_SCENARIO
    case: str = ""
    arm: str = BASELINE
    seed: int = FIRST_SEED
    month: int | None = None
    language: str = FIRST_LANGUAGE
    tab: str = "one"
    levers: Mapping[str, float] = field(default_factory=dict)
    branch: int = 0
    measure: str = ""
    course: str = ""
    projector: bool = False

    def query(self) -> str:
        """The address after the question mark; what is as usual is left out."""
        usual = Address()
        plain = {name: str(getattr(self, name)) for name in PLAIN}
        given = {name: text for name, text in plain.items() if text != str(getattr(usual, name))}
        levers = ",".join(f"{name}:{value:g}" for name, value in self.levers.items())
        return urlencode(given | ({"levers": levers} if levers else {}) | ({"projector": "1"} if self.projector else {}), safe=":,")


def read_address(query: str) -> tuple[Address, list[str]]:
    """The address of a query, and a sentence for each invalid part."""
    typed = {name: values[-1] for name, values in parse_qs(query).items()}
    given = Typed(typed, language_of(typed["language"] if typed.get("language") in LANGUAGES else FIRST_LANGUAGE))
    code = given.one_of("language", tuple(LANGUAGES), FIRST_LANGUAGE, lambda code: LANGUAGES[code])
    scenario = given.scenario()
    cases = [each.case_id for each in scenario.partnerships]
    branch = given.number("branch", 0, scenario.months - 1) or 0
    seed = given.number("seed", 0, HIGHEST_SEED)
    address = Address(
        scenario=scenario.name,
        case=given.one_of("case", cases, cases[0], lambda _: partnership_named(scenario.partnerships[0], given.language)),
        arm=given.one_of("arm", list(scenario.arms), BASELINE, lambda _: given.language.gettext("As it is")),
        seed=FIRST_SEED if seed is None else seed,
        month=given.number("month", 0, scenario.months),
        language=code,
        tab=given.one_of("tab", tuple(TABS), "one", lambda tab: given.language.gettext(TABS[tab])),
        levers=given.levers(scenario, branch),
        branch=branch,
        measure=given.one_of("measure", ("", *ASKED), ""),
        course=given.one_of("course", ("", *SHOWN_BY_MONTH), ""),
        projector=typed.get("projector") == "1",
    )
    return address, given.sentences


@dataclass(frozen=True)
class Typed:
    """What stands in an address by its names; `sentences` say what of it cannot be."""

    parts: Mapping[str, str]
    language: Language
    sentences: list[str] = field(default_factory=list)

    def one_of(self, name: str, choices: Sequence[str], usual: str, called: Callable[[str], str] = str) -> str:
        """One of the choices; the usual one where none is named, or one that is not there."""
        text = self.parts.get(name, usual)
        if text in choices:
            return text
        sentences = [
            self._no_such(name, text, choices),
            *([self.language.gettext("Shown is “{shown}”.", shown=called(usual))] if usual else []),
        ]
        self.sentences.append(" ".join(sentences))
        return usual

    def number(self, name: str, low: int, high: int) -> int | None:
        """A whole number between two others; None where none stands there, or none such."""
        text = self.parts.get(name)
        if text is None:
            return None
        if text.isdecimal() and len(text) <= MOST_DIGITS and low <= int(text) <= high:
            return int(text)
        self.sentences.append(self._no_such_number(self.language.gettext(PARTS[name]), text, low, high))
        return None

    def scenario(self) -> Scenario:
        """Only scenarios that ship with samvirke: an address never opens a file."""
        try:
            return read_scenario(self.one_of("scenario", scenario_names(), DEFAULT_SCENARIO, self._titled))
        except ScenarioError as error:
            self.sentences.append(str(error))
            return read_scenario(DEFAULT_SCENARIO)

    def _titled(self, name: str) -> str:
        return read_scenario(name).title.in_language(self.language.code)

    def levers(self, scenario: Scenario, branch: int) -> dict[str, float]:
        """Those that can be turned so."""
        found: dict[str, float] = {}
        for name, value in (each.partition(":")[::2] for each in self.parts.get("levers", "").split(",") if each):
            wrong = self._wrong_lever(name, value, scenario, branch)
            if wrong:
                self.sentences.append(wrong)
            else:
                found[name] = float(value)
        return found

    def _no_such(self, name: str, text: str, choices: Sequence[str]) -> str:
        """There is none such; and the nearest, where one is near."""
        match = nearest(text, list(choices))
        _, given = self.language.gettext, {"name": self.language.gettext(PARTS[name]), "typed": text[:MOST_LETTERS]}
        if match is None:
            return _("{name}: there is no “{typed}”.", **given)
        return _("{name}: there is no “{typed}”; the nearest is “{nearest}”.", **given, nearest=match)

    def _no_such_number(self, name: str, text: str, low: float, high: float) -> str:
        return self.language.gettext(
            "{name}: “{typed}” must be a number from {low} to {high}.",
            name=name, typed=text[:MOST_LETTERS], low=in_digits(low, self.language), high=in_digits(high, self.language),
        )  # fmt: skip

    def _wrong_lever(self, name: str, value: str, scenario: Scenario, branch: int) -> str:
        """Why a lever cannot be turned so; empty if it can."""
        known = levers_of(scenario)
        if name not in known:
            return self._no_such("levers", name, list(known))
        label, (low, high) = scenario.levers[name].label.in_language(self.language.code), known[name]
        if branch and name in SETTLED_AT_THE_START:
            return self.language.gettext("{name} is settled at the start and cannot be changed later.", name=label)
        number = as_number(value)
        if number is None or not low <= number <= high:
            return self._no_such_number(label, value, low, high)
        return ""


def levers_of(scenario: Scenario) -> dict[str, tuple[float, float]]:
    """Lowest and highest value of each lever that the scenario lets one turn: practices, not parameters of the model."""
    return {name: (lever.low, lever.high) for name, lever in scenario.levers.items() if name in LEVERS}


def as_number(text: str) -> float | None:
    """The number in a text; None if there is none."""
    try:
        return float(text)
    except ValueError:
        return None
