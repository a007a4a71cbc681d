"""A table of cases (CSV, UTF-8, commas): one partnership per row, read as strictly as the scenario itself."""

import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError

from samvirke.model.errors import Problem, nearest_valid, shown
from samvirke.model.scenario.csv_rows import Columns, Row, listed, rows_in
from samvirke.model.scenario.evidence import Cell
from samvirke.model.scenario.kroner import thousands_mistaken
from samvirke.model.scenario.places import Path
from samvirke.model.scenario.resolved import Sector
from samvirke.model.scenario.rules import pairs_without_both_or_of_many
from samvirke.model.scenario.sentences import Origin, problems_of
from samvirke.model.scenario.table import MOST_PARTNERSHIPS
from samvirke.model.scenario.terse import TersePartnership
from samvirke.model.scenario.text import control_characters, read_text

GRANT_COLUMNS = {"amount_dkk": "grant_dkk", "months": "grant_months"}
MEMBER_COLUMNS = {sector: f"n_{sector}" for sector in get_args(Sector)}
FLAGS = ("citizen_facing", "volunteer_based")
FLAG_VALUES = {"0": False, "1": True}
GOALS = "national_goals"
WORDS = ("case_id", "lead_sector", "reach", "target_group", "arena", "concept", "framing")
REQUIRED = (*WORDS, *MEMBER_COLUMNS.values(), *FLAGS, GOALS)
REMARKS = ("partners_reported", "assumed", "text_line", "note")

FORMAT, PERSONS, PLACE = "format", "persons_per_citizen", "place"
COLUMNS = (*REQUIRED, "name", "title", *GRANT_COLUMNS.values(), FORMAT, PERSONS, PLACE, *REMARKS)
FUNDER_NAMED_ELSEWHERE = "the funder of the scenario"
ASSUMED_BECAUSE = "the source does not say it: our reading"


class Cases(NamedTuple):
    """Partnerships as in a scenario file, each with its `case_grant` and `case_evidence`; and the problems."""

    partnerships: list[dict[str, Any]]
    problems: list[Problem]


def read_cases(path: FilePath, name: str) -> Cases:
    """All rows of the file that messages call `name`; nothing but problems if its columns are wrong."""
    rows, problems = rows_in(read_text(path, name), name, Columns(COLUMNS, REQUIRED))
    partnerships = []
    for row in rows:
        partnership, found = _partnership(row, name)
        partnerships.append(partnership)
        problems += found
    if not rows and not problems:
        problems.append(Problem(name, "has no rows: each partnership is a line below the names of the columns"))
    if len(rows) > MOST_PARTNERSHIPS:
        problems.append(Problem(name, f"has {len(rows)} rows: at most {MOST_PARTNERSHIPS} partnerships are possible"))
    return Cases(partnerships, [*problems, *_repeated(rows, name)])


def _partnership(row: Row, name: str) -> tuple[dict[str, Any], list[Problem]]:
    """The row as a partnership of the terse form, checked as one."""
    problems = [Problem(name, sentence, row.line) for sentence in _wrong_cells(row.cells)]
    stated = _stated(row.cells)
    problems += [Problem(name, sentence, row.line) for _, sentence in pairs_without_both_or_of_many({"partnerships": [stated]})]
    try:
        given = TersePartnership.model_validate(stated).given()
    except ValidationError as error:
        return stated, problems + problems_of(error, _origin(name, row))
    grants = given.pop("grants")
    given["case_grant"] = {key: value for key, value in grants[0].items() if key in GRANT_COLUMNS} if grants else None
    given["case_evidence"] = dict(_evidence(row, FilePath(name).name))
    return given, problems


def _wrong_cells(cells: dict[str, str]) -> Iterator[str]:
    """What the terse form has no words for."""
    yield from (f"column {sentence}" for _, sentence in control_characters(cells))
    for column in FLAGS:
        if cells[column] not in FLAG_VALUES:
            yield f"column {column} = {shown(cells[column])} must be 0 or 1"
    amount = GRANT_COLUMNS["amount_dkk"]
    if mistaken := thousands_mistaken(f"column {amount}", cells[amount]):
        yield mistaken
    for column in listed(cells["assumed"]):
        if column not in COLUMNS:
            yield f'column assumed names "{column}", which is no column; {nearest_valid(column, COLUMNS)}'


def _stated(cells: dict[str, str]) -> dict[str, Any]:
    return {
        **{column: cells[column] for column in (*WORDS, "name")},
        "title": {"da": cells["title"], "en": cells["title"]} if cells["title"] else None,
        **{column: FLAG_VALUES.get(cells[column], False) for column in FLAGS},
        "members": {sector: number(cells[column]) for sector, column in MEMBER_COLUMNS.items()},
        GOALS: [number(goal) for goal in listed(cells[GOALS])],
        "grants": _grants(cells),
        **({FORMAT: cells[FORMAT]} if cells[FORMAT] else {}),
        **({PERSONS: number(cells[PERSONS])} if cells[PERSONS] else {}),
        **({PLACE: cells[PLACE]} if cells[PLACE] else {}),
    }


def _grants(cells: dict[str, str]) -> list[dict[str, Any]]:
    """The grant as far as the table gives it, or none."""
    given = {key: number(cells[column]) for key, column in GRANT_COLUMNS.items() if cells[column]}
    return [{"funder": FUNDER_NAMED_ELSEWHERE, "amount_dkk": "", **given}] if given else []


def _evidence(row: Row, file_name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A fact per assumed cell."""
    for column in listed(row.cells["assumed"]):
        cell = Cell(case_id=row.cells["case_id"], column=column, file=file_name, line=row.line)
        value = number(row.cells.get(column, ""))
        yield cell.fact, {"value": value, "status": "assumed", "source": ASSUMED_BECAUSE, "place": cell.place, "cell": cell}


def number(text: str) -> int | float | str:
    """The number that a cell holds; the text itself if it holds none, for the terse form to complain of."""
    if re.fullmatch(r"-?[0-9]{1,300}", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?[0-9]{1,300}\.[0-9]{1,300}", text) else text


def _origin(name: str, row: Row) -> Origin:
    return Origin(name, lambda path: row.line, _column_in_words, within=("partnerships", 0))


def _column_in_words(path: Path) -> tuple[str, str]:
    """The column, which stands in no table."""
    if path[0] == "members":
        return (f"column {MEMBER_COLUMNS[str(path[1])]}" if len(path) > 1 else "what the columns n_… count"), ""
    return f"column {GRANT_COLUMNS[str(path[-1])] if path[0] == 'grants' else path[0]}", ""


def _repeated(rows: list[Row], name: str) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for row in rows:
        case_id = row.cells["case_id"]
        if case_id in lines:
            sentence = f"column case_id = {shown(case_id)} is taken by line {lines[case_id]}; choose another"
            yield Problem(name, sentence, row.line)
        lines.setdefault(case_id, row.line)
