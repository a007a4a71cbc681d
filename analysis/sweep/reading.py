"""From a sweep file to the complete, checked sweep; everything wrong at once, with file, line and key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import ValidationError

from samvirke.analysis.calibration.posterior import Posterior, posterior_of
from samvirke.analysis.sweep.design import Of, Varied, how_many_points, points_of, read_points, varied_over, what_is_wrong
from samvirke.analysis.sweep.sweep import Sweep, runs_of_a_part, tables_kept
from samvirke.analysis.sweep.terse import MOST_POINTS, TerseDesign, TerseSweep
from samvirke.model.errors import Problem, ScenarioError, nearest_valid, refused, shown
from samvirke.model.language import ENGLISH
from samvirke.model.scenario import read_scenario
from samvirke.model.scenario.library import SUFFIX, built_in_folder, exists, find_scenario, scenario_names
from samvirke.model.scenario.reader import ScenarioFile, named, open_file
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.scenario.sentences import Origin, problems_of
from samvirke.model.scenario.text import RULE_FOR_NAMES, control_characters, is_a_name

OF_SWEEPS, OF_SCENARIOS = {"scenario", "design"}, {"title", "asks", "extends", "partnerships", "cases"}
A_SCENARIO = 'this is a scenario, not a sweep; a sweep is a file that names one (scenario = "…") and says a [design]'
NOTHING_VARIES = "nothing varies; say what does under [parameters] or [levers]: openness = { low = 0.2, high = 0.9 }"
PREFIX_OF_OPTIONS = {"--only": "only", "--months": "months"}


def sweeps_folder() -> Path:
    """The folder of the sweeps that ship with samvirke."""
    return built_in_folder() / "sweeps"


def sweep_names() -> list[str]:
    """Names of the built-in sweeps."""
    return sorted(file.stem for file in sweeps_folder().glob(f"*{SUFFIX}"))


def find_sweep(name_or_path: str) -> Path:
    """The file of a sweep. Raises ScenarioError with the nearest name."""
    if name_or_path in sweep_names():
        return sweeps_folder() / f"{name_or_path}{SUFFIX}"
    for path in (Path(name_or_path), Path(f"{name_or_path}{SUFFIX}")):
        if exists(path):
            return path
    if name_or_path in scenario_names():
        raise refused(name_or_path, A_SCENARIO)
    beside = Path(name_or_path).parent
    known = [*sweep_names(), *(str(each) for each in sorted(beside.glob(f"*{SUFFIX}")))] if exists(beside) else sweep_names()
    raise refused(name_or_path, f"there is no such sweep or file; {nearest_valid(name_or_path, known)}")


def read_sweep_file(name_or_path: str) -> Sweep:
    """The sweep of that name or path, complete and checked. Raises ScenarioError with every problem found."""
    file = open_file(find_sweep(name_or_path))
    terse = _terse(file)
    scenario = _scenario(file, terse)
    problems = [file.problem(path, sentence) for path, sentence in _findings(terse, scenario)]
    if problems:
        raise ScenarioError(sorted(problems, key=lambda problem: problem.line))
    return _complete(file, terse, scenario)


def _terse(file: ScenarioFile) -> TerseSweep:
    if not OF_SWEEPS & file.raw.keys() and OF_SCENARIOS & file.raw.keys():
        raise refused(file.name, A_SCENARIO)
    problems = [file.problem(path, sentence) for path, sentence in control_characters(file.raw)]
    if not is_a_name(file.path.stem):
        problems.append(Problem(file.name, f"is a sweep by the name of its file, which {RULE_FOR_NAMES}; rename it"))
    try:
        terse = TerseSweep.model_validate(file.raw)
    except ValidationError as error:
        problems += problems_of(error, Origin(file.name, file.line, named, form=TerseSweep))
    if problems:
        raise ScenarioError(sorted(problems, key=lambda problem: problem.line))
    return terse


def _scenario(file: ScenarioFile, terse: TerseSweep) -> Scenario:
    """The base scenario; its problems are reported with its own file and line, problems of what is asked of it with this one's."""
    assert terse.scenario is not None
    try:
        path = find_scenario(terse.scenario, file.path.parent)
    except ScenarioError as error:
        sentences = [f"scenario = {shown(terse.scenario)}: {each.what}" for each in error.problems]
        raise ScenarioError([file.problem(("scenario",), sentence) for sentence in sentences]) from error
    try:
        return read_scenario(str(path), only=terse.only, months=terse.months)
    except ScenarioError as error:
        raise ScenarioError([_at_its_key(file, each) for each in error.problems]) from error


def _at_its_key(file: ScenarioFile, problem: Problem) -> Problem:
    option, _, value = problem.where.partition(" ")
    if option not in PREFIX_OF_OPTIONS:
        return problem
    return file.problem((PREFIX_OF_OPTIONS[option],), f"{value or PREFIX_OF_OPTIONS[option]}: {problem.what}")


def _findings(terse: TerseSweep, scenario: Scenario) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What only shows when the file is seen beside the scenario and the registry: where, and a sentence."""
    assert terse.design is not None
    for number, arm in enumerate(terse.arms):
        if arm not in scenario.arms:
            yield ("arms", number), f"arms = {shown(arm)}: {scenario.name} has no such arm; {nearest_valid(arm, scenario.arms)}"
        else:
            yield from _set_by_the_arm(terse, scenario, number, arm)
    for number, month in enumerate(terse.keep.months or ()):
        if month > scenario.months:
            yield ("keep", "months", number), f"months = {month} in [keep] lies after the last month, {scenario.months}"
    yield from _wrong_ranges(terse)


def _set_by_the_arm(terse: TerseSweep, scenario: Scenario, number: int, arm: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    own = scenario.arms[arm]
    for of, given, fixed in (("parameters", terse.parameters, own.parameters), ("levers", terse.levers, own.levers)):
        for name in sorted(set(given) & set(fixed)):
            yield (of, name), f"{name} cannot vary in the arm {arm}, which sets it to {fixed[name]:g}; leave one of them out"


def _wrong_ranges(terse: TerseSweep) -> Iterator[tuple[tuple[str | int, ...], str]]:
    assert terse.design is not None
    kind = terse.design.kind
    ranges: list[tuple[Of, dict[Any, Any]]] = [("parameters", terse.parameters), ("levers", terse.levers)]
    if kind in ("posterior", "table"):
        for of, given in ranges:
            for name in given:
                yield (of, name), f"{name} cannot vary by itself: in a design of the kind {kind} the points are given"
        return
    if not terse.parameters and not terse.levers:
        yield ("design",), NOTHING_VARIES
    problems = [(of, name, what_is_wrong(of, name, each, kind)) for of, given in ranges for name, each in given.items()]
    for of, name, wrong in problems:
        for key, sentence in wrong:
            yield (of, name, key) if key else (of, name), sentence


def _complete(file: ScenarioFile, terse: TerseSweep, scenario: Scenario) -> Sweep:
    design = terse.design
    assert design is not None
    posterior = _posterior(file, design, scenario)
    varied, values, draws = _points(file, terse, design, posterior)
    return Sweep(
        name=file.path.stem, given=file.raw, scenario=scenario, arms=tuple(dict.fromkeys(terse.arms)), design=design, varied=varied,
        values=values, draws=draws, posterior=posterior, seeds=range(terse.seeds.first, terse.seeds.first + terse.seeds.number),
        tables=tables_kept(terse.keep.tables), months=None if terse.keep.months is None else tuple(sorted(set(terse.keep.months))),
        runs_per_part=terse.runs_per_part or runs_of_a_part(len(scenario.partnerships), terse.keep.tables),
    )  # fmt: skip


def _posterior(file: ScenarioFile, design: TerseDesign, scenario: Scenario) -> Posterior | None:
    if design.rest == "defaults" and design.kind != "posterior":
        return None
    posterior = posterior_of(scenario)
    key = "kind" if design.kind == "posterior" else "rest"
    if posterior is None and "posterior" in (design.kind, design.rest):
        sentence = f'{key} = "posterior" in [design]: {scenario.name} has none; make it with samvirke calibrate, or borrow one'
        raise ScenarioError([file.problem(("design", key), sentence)])
    return posterior


def _points(file: ScenarioFile, terse: TerseSweep, design: TerseDesign, posterior: Posterior | None) -> tuple[tuple[Varied, ...], Any, Any]:
    """What varies, the values (points x varied), and the numbers of draws where those are the points."""
    if design.kind == "posterior":
        assert posterior is not None
        numbers = np.arange(1, min(design.draws or len(posterior.draws), len(posterior.draws)) + 1)
        return (), np.empty((len(numbers), 0)), numbers
    if design.kind == "table":
        return *_from_table(file, str(design.file)), None
    varied = tuple(
        [varied_over("parameters", name, given, design.kind) for name, given in terse.parameters.items()]
        + [varied_over("levers", name, given, design.kind) for name, given in terse.levers.items()]
    )
    if (number := how_many_points(design, varied)) > MOST_POINTS:
        sentence = (
            f"[design] has {ENGLISH.number(number)} points, more than {ENGLISH.number(MOST_POINTS)}; take fewer steps, or a latin_hypercube"
        )
        raise ScenarioError([file.problem(("design",), sentence)])
    return varied, points_of(design, varied), None


def _from_table(file: ScenarioFile, name: str) -> tuple[tuple[Varied, ...], Any]:
    path = file.path.parent / name
    if not exists(path):
        tables = sorted(each.name for suffix in ("csv", "parquet") for each in file.path.parent.glob(f"*.{suffix}"))
        sentence = f"file = {shown(name)} in [design] names no file; {nearest_valid(name, tables)}"
        raise ScenarioError([file.problem(("design", "file"), sentence)])
    return read_points(path, name)
