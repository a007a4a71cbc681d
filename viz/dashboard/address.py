"""The address of a view: scenario, partnership, levers, seed, month and language, as they stand after the question mark.

A link or a reload brings the same view back. What cannot be is left out and said in one sentence each; the rest is shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlencode

from model.chance import HIGHEST_SEED
from model.levers import LEVERS, SETTLED_AT_THE_START
from model.scenario import DEFAULT_SCENARIO, Scenario, ScenarioError, read_scenario, scenario_names
from model.scenario.errors import nearest
from model.scenario.resolved import BASELINE
from viz.dashboard.languages import LANGUAGES
from viz.dashboard.words import Words

TABS = ("one", "all", "what-if", "compare", "survey", "evidence")
SPEEDS = ("slow", "normal", "fast", "fastest")
FIRST_LANGUAGE = "da"


@dataclass(frozen=True)
class Address:
    """What is looked at. `levers` are turned from the month after `branch` on (0: from the start); empty `case`: the first."""

    scenario: str = DEFAULT_SCENARIO
    case: str = ""
    arm: str = BASELINE
    seed: int = 1
    month: int | None = None
    language: str = FIRST_LANGUAGE
    tab: str = "one"
    levers: Mapping[str, float] = field(default_factory=dict)
    branch: int = 0
    projector: bool = False

    def query(self) -> str:
        """The address after the question mark; what is as usual is left out."""
        usual = Address()
        plain = {name: str(getattr(self, name)) for name in ("scenario", "case", "arm", "seed", "month", "language", "tab", "branch")}
        said = {name: text for name, text in plain.items() if text != str(getattr(usual, name))}
        levers = ",".join(f"{name}:{value:g}" for name, value in self.levers.items())
        return urlencode(said | ({"levers": levers} if levers else {}) | ({"projector": "1"} if self.projector else {}), safe=":,")


def read_address(query: str) -> tuple[Address, list[str]]:
    """The address that a query says, and a sentence for each thing in it that cannot be."""
    typed = {name: values[-1] for name, values in parse_qs(query).items()}
    words = LANGUAGES.get(typed.get("language", ""), LANGUAGES[FIRST_LANGUAGE])
    sentences: list[str] = []
    language = _one_of(typed, "language", tuple(LANGUAGES), FIRST_LANGUAGE, sentences, words)
    scenario = _scenario(typed, sentences, words)
    address = Address(
        scenario=scenario.name,
        case=_one_of(typed, "case", [each.case_id for each in scenario.partnerships], scenario.partnerships[0].case_id, sentences, words),
        arm=_one_of(typed, "arm", list(scenario.arms), BASELINE, sentences, words),
        seed=_number(typed, "seed", 0, HIGHEST_SEED, sentences, words) or (0 if typed.get("seed") == "0" else 1),
        month=_number(typed, "month", 0, scenario.months, sentences, words),
        language=language,
        tab=_one_of(typed, "tab", TABS, TABS[0], sentences, words),
        branch=_number(typed, "branch", 0, scenario.months - 1, sentences, words) or 0,
        projector=typed.get("projector") == "1",
    )
    return replace(address, levers=_levers(typed.get("levers", ""), scenario, address.branch, sentences, words)), sentences


def _scenario(typed: Mapping[str, str], sentences: list[str], words: Words) -> Scenario:
    """Only scenarios that ship with samvirke: an address never opens a file."""
    name = _one_of(typed, "scenario", scenario_names(), DEFAULT_SCENARIO, sentences, words)
    try:
        return read_scenario(name)
    except ScenarioError as error:
        sentences.append(str(error))
        return read_scenario(DEFAULT_SCENARIO)


def _one_of(typed: Mapping[str, str], name: str, known: object, usual: str, sentences: list[str], words: Words) -> str:
    text = typed.get(name, usual)
    choices = list(known)  # type: ignore[call-overload]
    if text in choices:
        return text
    sentences.append(_no_such(name, text, choices, words) + " " + words.shown_instead.format(shown=usual))
    return usual


def _no_such(name: str, text: str, choices: list[str], words: Words) -> str:
    """There is none such; and the nearest, where one is near."""
    match = nearest(text, choices)
    said = words.no_such if match is None else words.no_such_but_near
    return said.format(name=words.address_parts[name], typed=text[:40], nearest=match)


def _number(typed: Mapping[str, str], name: str, low: int, high: int, sentences: list[str], words: Words) -> int | None:
    if name not in typed:
        return None
    text = typed[name]
    if text.isdecimal() and len(text) <= 10 and low <= int(text) <= high:
        return int(text)
    sentences.append(words.no_such_number.format(name=words.address_parts[name], typed=text[:40], low=low, high=high))
    return None


def _levers(text: str, scenario: Scenario, branch: int, sentences: list[str], words: Words) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, value in (each.partition(":")[::2] for each in text.split(",") if each):
        said = _wrong_lever(name, value, scenario, branch, words)
        if said:
            sentences.append(said)
        else:
            found[name] = float(value)
    return found


def _wrong_lever(name: str, value: str, scenario: Scenario, branch: int, words: Words) -> str:
    """Why a lever cannot be turned so; empty if it can."""
    known = levers_of(scenario)
    if name not in known:
        return _no_such("levers", name, list(known), words)
    if branch and name in SETTLED_AT_THE_START:
        return words.settled_at_the_start.format(name=name)
    number = _read(float, value)
    if number is None or not known[name][0] <= number <= known[name][1]:
        return words.no_such_number.format(name=name, typed=value[:40], low=f"{known[name][0]:g}", high=f"{known[name][1]:g}")
    return ""


def levers_of(scenario: Scenario) -> dict[str, tuple[float, float]]:
    """Lowest and highest value of each lever that the scenario lets one turn: practices, not parameters of the model."""
    return {name: (lever.low, lever.high) for name, lever in scenario.levers.items() if name in LEVERS}


def _read(kind: Callable[[str], float], text: str) -> float | None:
    try:
        return kind(text)
    except ValueError:
        return None
