"""One scenario file: its values, checked, with the line of everything that is wrong."""

from collections.abc import Mapping
from csv import DictReader
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from samvirke.model.errors import Problem, ScenarioError, nearest_valid, shown
from samvirke.model.scenario.cases import Cases, read_cases
from samvirke.model.scenario.kroner import thousands_in
from samvirke.model.scenario.library import built_in_folder, find_data_file, find_scenario, is_link, portable_name, scenario_names
from samvirke.model.scenario.partners import read_partners
from samvirke.model.scenario.places import Path, lines_of
from samvirke.model.scenario.resolved import BASELINE, REPORTED_TABLES
from samvirke.model.scenario.rules import findings, partnerships_in
from samvirke.model.scenario.sentences import Origin, problems_of
from samvirke.model.scenario.table import Surroundings
from samvirke.model.scenario.terse import TerseScenario
from samvirke.model.scenario.text import parse_toml, read_text


@dataclass(frozen=True)
class ScenarioFile:
    """A scenario file as it stands; `name` is what messages call it."""

    path: FilePath
    name: str
    text: str
    raw: Mapping[str, Any]

    @cached_property
    def lines(self) -> Mapping[Path, int]:
        """The line of every key; found when the first error needs it."""
        return lines_of(self.text)

    def line(self, path: Path) -> int:
        """The line of `path`, or of the innermost table around it."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    def problem(self, path: Path, sentence: str) -> Problem:
        """A problem at `path`."""
        return Problem(self.name, sentence, self.line(path))


@dataclass(frozen=True)
class FileValues:
    """A file's checked values in plain types; empty where it has problems."""

    values: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()


def open_file(path: FilePath) -> ScenarioFile:
    """Read a file as TOML. Raises ScenarioError."""
    name = path.name if path.parent == built_in_folder() else str(path)
    text = read_text(path, name)
    return ScenarioFile(path, name, text, parse_toml(text, name))


def values_in(file: ScenarioFile, inherited: Mapping[str, Any]) -> FileValues:
    """The file's values; `inherited` is what it extends, against which it is checked too."""
    cases = _cases_of(file)
    problems = [file.problem(path, sentence) for path, sentence in (*findings(file.raw), *thousands_in(file.text))]
    problems += [
        *cases.problems,
        *_missing_tables(file),
        *_outcomes_of_nobody(file, inherited, cases),
        *_broken_link(file),
        *_no_lender(file),
    ]
    terse = None
    try:
        terse = TerseScenario.model_validate(file.raw, context=_surroundings(file.raw, inherited, cases))
    except ValidationError as error:
        problems += problems_of(error, Origin(file.name, file.line, named))
    if problems or terse is None:
        return FileValues({}, tuple(sorted(problems, key=lambda problem: (problem.where != file.name, problem.line))))
    return FileValues(_plain(terse, cases, file))


def named(path: Path) -> tuple[str, str]:
    """A key as its author finds it, and the table it stands in: `("openness", " in [arms.open-talk.levers]")`."""
    *around, key = path
    if isinstance(key, int):
        key = f"{around.pop()} number {key + 1}"
    table = ".".join(part for part in around if isinstance(part, str))
    return key, f" in [{table}]" if table else ""


def _cases_of(file: ScenarioFile) -> Cases:
    """The partnerships of the table of cases, if the file names one."""
    name = file.raw.get("cases")
    if not isinstance(name, str):
        return Cases([], [])
    path = find_data_file(name, file.path.parent)
    if path is None:
        return Cases([], [_no_such_table(file, "cases", name)])
    try:
        return _with_partners(file, read_cases(path, name))
    except ScenarioError as error:
        return Cases([], list(error.problems))


def _with_partners(file: ScenarioFile, cases: Cases) -> Cases:
    """The cases with their named members, if the file names a table of partners. Raises ScenarioError."""
    name = file.raw.get("partners")
    if not isinstance(name, str) or cases.problems:
        return cases
    path = find_data_file(name, file.path.parent)
    if path is None:
        return Cases(cases.partnerships, [_no_such_table(file, "partners", name)])
    partners = read_partners(path, name, cases.partnerships)
    for each in cases.partnerships:
        each["organisations"] = tuple(partners.members[each["case_id"]])
        each["case_evidence"] = {**each["case_evidence"], **partners.evidence[each["case_id"]]}
    return Cases(cases.partnerships, partners.problems)


def _missing_tables(file: ScenarioFile) -> list[Problem]:
    named = [(key, file.raw.get(key)) for key in REPORTED_TABLES]
    return [_no_such_table(file, key, name) for key, name in named if isinstance(name, str) and not find_data_file(name, file.path.parent)]


def _outcomes_of_nobody(file: ScenarioFile, inherited: Mapping[str, Any], cases: Cases) -> list[Problem]:
    """Partnerships of the table of outcomes that take no part here, where most of them do: a scenario may be a part of another."""
    name = file.raw.get("outcomes")
    found = find_data_file(name, file.path.parent) if isinstance(name, str) else None
    own: list[Mapping[str, Any]] = [each for _, each in partnerships_in(file.raw)]
    here = cases.partnerships or own or inherited.get("partnerships", [])
    known = [str(each["case_id"]) for each in here if "case_id" in each]
    if found is None or not known:
        return []
    with found.open(encoding="utf-8", newline="") as lines:
        named = [row.get("case_id") or "" for row in DictReader(lines)]
    if 2 * sum(each in known for each in named) <= len(named):
        return []
    return [
        Problem(str(name), f"{shown(each)} in line {line} is no partnership of this scenario; {nearest_valid(each, known)}")
        for line, each in enumerate(named, start=2) if each not in known
    ]  # fmt: skip


def _broken_link(file: ScenarioFile) -> list[Problem]:
    """A posterior may be missing, since it is made later; a link to nothing, or to itself, is a mistake."""
    name = file.raw.get("posterior")
    if not isinstance(name, str) or find_data_file(name, file.path.parent) or not is_link(file.path.parent / name):
        return []
    return [file.problem(("posterior",), f"posterior = {shown(name)} is a link that leads to no file; mend the link, or leave it out")]


def _no_lender(file: ScenarioFile) -> list[Problem]:
    """Why nothing can be borrowed from the scenario that the file names."""
    name = file.raw.get("borrows")
    if not isinstance(name, str):
        return []
    if "posterior" in file.raw:
        return [file.problem(("borrows",), f"borrows = {shown(name)}: there is a posterior too; keep one of them")]
    try:
        lender = find_scenario(name, file.path.parent)
    except ScenarioError as error:
        return [file.problem(("borrows",), f"borrows = {shown(name)}: {each.what}") for each in error.problems]
    itself = lender.resolve() == file.path.resolve()
    return [file.problem(("borrows",), f"borrows = {shown(name)} is this scenario itself; name another")] if itself else []


def _no_such_table(file: ScenarioFile, key: str, name: str) -> Problem:
    tables = sorted(each.name for each in (*file.path.parent.glob("*.csv"), *built_in_folder().glob(f"*_{key}.csv")))
    return file.problem((key,), f"{key} = {shown(name)} names no file; {nearest_valid(name, tables)}")


def _surroundings(raw: Mapping[str, Any], inherited: Mapping[str, Any], cases: Cases) -> Surroundings:
    """The surroundings of each table, whatever else is wrong with the file."""
    months = raw.get("months", inherited.get("months"))
    own = [each for _, each in partnerships_in(raw)] or cases.partnerships
    partnerships = own or ([] if "cases" in raw else inherited.get("partnerships", []))
    members = {each["case_id"]: each.get("members") for each in partnerships if isinstance(each.get("case_id"), str)}
    return Surroundings(
        months=months if isinstance(months, int) else None,
        members={case_id: each if isinstance(each, dict) else {} for case_id, each in members.items()} or None,
        arms=_names_of_arms(raw, inherited),
        cases_carry_grants=bool(cases.problems) or any(each.get("case_grant") for each in partnerships),
    )


def _names_of_arms(*scenarios: Mapping[str, Any]) -> tuple[str, ...]:
    tables = [each.get("arms") for each in scenarios]
    return tuple(dict.fromkeys([BASELINE, *(name for arms in tables if isinstance(arms, dict) for name in arms)]))


def _plain(terse: TerseScenario, cases: Cases, file: ScenarioFile) -> dict[str, Any]:
    """Only what the file gives, with its table of cases read and its data files found."""
    values = terse.model_dump(exclude_unset=True, exclude={"extends", "cases", "partners"})
    if "cases" in file.raw:
        values["partnerships"] = cases.partnerships
    elif "partnerships" in file.raw:
        values["partnerships"] = [each.given() for each in terse.partnerships]
    for key in (*REPORTED_TABLES, "posterior"):
        if key in values:
            found = find_data_file(values[key], file.path.parent)
            values[key] = portable_name(found or file.path.parent / values[key])
    if "borrows" in values and values["borrows"] not in scenario_names():
        values["borrows"] = str(find_scenario(values["borrows"], file.path.parent).resolve())
    return values
