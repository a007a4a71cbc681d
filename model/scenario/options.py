"""What the command line changes in a scenario: `--set`, `--only`, `--months`."""

from collections.abc import Callable, Mapping, Sequence

from samvirke.model.errors import Problem, ScenarioError, between, nearest_valid, shown
from samvirke.model.levers import LEVERS
from samvirke.model.scenario.resolved import ALL, Event, PartnershipCase, Scenario, Survey
from samvirke.model.scenario.rules import is_outside
from samvirke.model.scenario.table import HIGHEST_MONTH, is_a_number
from samvirke.model.scenario.values import DECLARED, WHOLE


def parse_settings(texts: Sequence[str]) -> dict[str, float]:
    """What `--set` was given, `["openness=0.4"]`, as numbers by name. Raises ScenarioError."""
    problems = []
    settings = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        try:
            settings[name] = float(value)
        except ValueError:
            sentence = f"{name} = {shown(value)} must be a number" if equals else "must be written name=number"
            problems.append(Problem(f"--set {text}", sentence))
    if problems:
        raise ScenarioError(problems)
    return settings


def with_settings(scenario: Scenario, settings: Mapping[str, float]) -> Scenario:
    """The scenario with parameters changed, and levers set in every partnership from the start."""
    levers = {name: float(value) for name, value in settings.items() if name in LEVERS}
    parameters = {name: float(value) for name, value in settings.items() if name not in LEVERS}
    partnerships = tuple(_with_levers(each, levers) for each in scenario.partnerships)
    return scenario.model_copy(update={"parameters": {**scenario.parameters, **parameters}, "partnerships": partnerships})


def _with_levers(partnership: PartnershipCase, levers: Mapping[str, float]) -> PartnershipCase:
    return partnership.model_copy(update={"levers": {**partnership.levers, **levers}})


def wrong_settings(settings: Mapping[str, float]) -> list[Problem]:
    """A problem per name that is not declared and per value out of bounds."""
    sentences = ((name, value, _wrong_setting(name, value)) for name, value in settings.items())
    return [Problem(f"--set {name}={shown(value)}", sentence) for name, value, sentence in sentences if sentence]


def _wrong_setting(name: str, value: float) -> str | None:
    if name not in DECLARED:
        return f"{shown(name)} is no parameter and no lever; {nearest_valid(name, DECLARED)}"
    if not is_a_number(value):
        return f"{name} = {shown(value)} must be an ordinary number"
    entry = DECLARED[name]
    if is_outside(entry, value):
        return f"{name} = {value:g} {between(entry.low, entry.high, entry.meaning)}"
    return f"{name} = {value:g} must be a whole number" if name in WHOLE and value % 1 else None


def with_only(scenario: Scenario, case_ids: Sequence[str]) -> Scenario:
    """The scenario with these partnerships alone, and the events that can happen to them."""
    kept = tuple(each for each in scenario.partnerships if each.case_id in case_ids)
    fewer = scenario.model_copy(update={"partnerships": kept})
    return _with_events(fewer, lambda event: event.addressee.case_id in (ALL, *case_ids))


def unknown_cases(scenario: Scenario, case_ids: Sequence[str]) -> list[Problem]:
    """A problem per name that is not a partnership of the scenario."""
    known = [each.case_id for each in scenario.partnerships]
    return [
        Problem(f"--only {case_id}", f"there is no such partnership in {scenario.name}; {nearest_valid(case_id, known)}")
        for case_id in case_ids
        if case_id not in known
    ]


def with_months(scenario: Scenario, months: int) -> Scenario:
    """The scenario over another length; questionnaires and events after the last month never come."""
    waves = tuple(month for month in scenario.survey.months if month <= months)
    other = scenario.model_copy(update={"months": months, "survey": Survey(months=waves)})
    return _with_events(other, lambda event: event.month <= months)


def wrong_months(months: int) -> list[Problem]:
    """A problem, if no scenario can last that long."""
    if isinstance(months, int) and 1 <= months <= HIGHEST_MONTH:
        return []
    return [Problem("--months", f"{shown(months)} must be a whole number between 1 and {HIGHEST_MONTH}")]


def _with_events(scenario: Scenario, keep: Callable[[Event], bool]) -> Scenario:
    """The scenario with only those events, in every arm."""
    arms = {name: arm.model_copy(update={"events": tuple(filter(keep, arm.events))}) for name, arm in scenario.arms.items()}
    return scenario.model_copy(update={"events": tuple(filter(keep, scenario.events)), "arms": arms})
