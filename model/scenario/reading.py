"""From the name of a scenario to the complete, checked object: the files it extends, then the options."""

from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any

from samvirke.model.errors import Problem, ScenarioError, shown
from samvirke.model.scenario.complete import complete, merged, what_does_not_fit, what_is_missing, what_no_arm_can_be
from samvirke.model.scenario.library import find_scenario
from samvirke.model.scenario.options import (
    unknown_cases,
    with_months,
    with_only,
    with_settings,
    wrong_months,
    wrong_settings,
)
from samvirke.model.scenario.reader import ScenarioFile, open_file, values_in
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.scenario.text import RULE_FOR_NAMES, is_a_name

MISFIT = "what it extends does not fit: "


def read_scenario(
    name_or_path: str,
    *,
    parameters: Mapping[str, float] | None = None,
    only: Sequence[str] = (),
    months: int | None = None,
) -> Scenario:
    """The scenario of that name or path, complete and checked.

    `parameters` (of `--set`) may name parameters, and levers: those are set in every partnership from the start. `only`
    keeps these partnerships, with the chance they have among all. Raises ScenarioError with every problem found.
    """
    settings = parameters or {}
    problems = [*wrong_settings(settings), *([] if months is None else wrong_months(months))]
    try:
        scenario = _resolved(find_scenario(name_or_path))
        problems += unknown_cases(scenario, only)
    except ScenarioError as error:
        problems += error.problems
    if problems:
        raise ScenarioError(problems)
    scenario = with_settings(scenario, settings) if settings else scenario
    scenario = with_only(scenario, only) if only else scenario
    return scenario if months is None else with_months(scenario, months)


def check(name_or_path: str) -> list[str]:
    """Every problem of a scenario as a sentence; empty if there is none."""
    try:
        read_scenario(name_or_path)
    except ScenarioError as error:
        return [str(problem) for problem in error.problems]
    return []


def _resolved(path: FilePath) -> Scenario:
    """The scenario in the file, before options. Raises ScenarioError."""
    files, problems = _with_what_it_extends(open_file(path))
    eldest_first = files[::-1]
    if not problems:
        stated = {key: value for file in eldest_first for key, value in file.raw.items()}
        problems = [Problem(files[0].name, sentence, line=1) for sentence in what_is_missing(stated)]
    values: dict[str, Any] = {}
    for file in eldest_first:
        given = values_in(file, values)
        problems += given.problems
        values = merged(values, given.values)
    if not problems:
        problems = [files[0].problem(("extends",), MISFIT + sentence) for sentence in what_does_not_fit(values)]
        problems += [files[0].problem(("arms", arm), sentence) for arm, sentence in what_no_arm_can_be(values)]
    if "name" not in values and not is_a_name(path.stem):
        problems.append(Problem(files[0].name, f'has the name of its file, which {RULE_FOR_NAMES}; say another: name = "…"'))
    if problems:
        raise ScenarioError(problems)
    return complete(values, path.stem)


def _with_what_it_extends(file: ScenarioFile) -> tuple[list[ScenarioFile], list[Problem]]:
    """The file, the one it extends, and so on; and why the row ends, if it should not."""
    files = [file]
    while isinstance(name := files[-1].raw.get("extends"), str):
        last = files[-1]
        try:
            path = find_scenario(name, last.path.parent)
        except ScenarioError as error:
            return files, [last.problem(("extends",), f"extends = {shown(name)}: {each.what}") for each in error.problems]
        if path.resolve() in [each.path.resolve() for each in files]:
            circle = " extends ".join([*(each.name for each in files), path.name])
            return files, [last.problem(("extends",), f"extends = {shown(name)} closes a circle: {circle}")]
        try:
            files.append(open_file(path))
        except ScenarioError as error:
            return files, list(error.problems)
    return files, []
