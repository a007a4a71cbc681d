"""A table of partners (CSV, UTF-8, commas): who sits in which of the cases; the same id in two cases is the same organisation."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from pydantic import ValidationError

from samvirke.model.errors import Problem, nearest_valid, shown
from samvirke.model.scenario.csv_rows import Columns, Row, listed, rows_in
from samvirke.model.scenario.evidence import Cell
from samvirke.model.scenario.places import Path
from samvirke.model.scenario.resolved import MemberOrganisation
from samvirke.model.scenario.sentences import Origin, problems_of
from samvirke.model.scenario.text import read_text

REQUIRED = ("case_id", "organisation_id", "sector")
OPTIONAL = ("name", "unit", "lead", "representative", "assumed", "note")
COLUMNS = Columns((*REQUIRED, *OPTIONAL), REQUIRED)
LEAD_VALUES = {"": False, "0": False, "1": True}
ASSUMED_BECAUSE = "the source does not say it: our reading"


class Partners(NamedTuple):
    """The named members of each case, what of them is assumed, and the problems."""

    members: Mapping[str, list[dict[str, Any]]]
    evidence: Mapping[str, dict[str, dict[str, Any]]]
    problems: list[Problem]


def read_partners(path: FilePath, name: str, cases: Sequence[Mapping[str, Any]]) -> Partners:
    """All rows of the file that messages call `name`, for these partnerships."""
    rows, problems = rows_in(read_text(path, name), name, COLUMNS)
    members: dict[str, list[dict[str, Any]]] = {each["case_id"]: [] for each in cases}
    evidence: dict[str, dict[str, dict[str, Any]]] = {each["case_id"]: {} for each in cases}
    for row in rows:
        case_id = row.cells["case_id"]
        wrong = [Problem(name, sentence, row.line) for sentence in _wrong_cells(row, members)]
        member, found = _member(row, name)
        problems += wrong + found
        if member and not wrong:
            members[case_id].append(member)
            evidence[case_id].update(_evidence(row, FilePath(name).name))
    for each in cases:
        problems += [Problem(name, f'for "{each["case_id"]}" {what}') for what in too_many(members[each["case_id"]], each["members"])]
    return Partners(members, evidence, problems)


def _wrong_cells(row: Row, members: Mapping[str, Any]) -> Iterator[str]:
    if row.cells["case_id"] not in members:
        yield f"column case_id = {shown(row.cells['case_id'])} is none of the cases; {nearest_valid(row.cells['case_id'], tuple(members))}"
    if row.cells["lead"] not in LEAD_VALUES:
        yield f"column lead = {shown(row.cells['lead'])} must be 0 or 1"
    for column in listed(row.cells["assumed"]):
        if column not in COLUMNS.known:
            yield f'column assumed names "{column}", which is no column; {nearest_valid(column, COLUMNS.known)}'


def _member(row: Row, name: str) -> tuple[dict[str, Any], list[Problem]]:
    """The row as a member of the terse form, checked as one; empty where it is none."""
    cells = row.cells
    stated = {"id": cells["organisation_id"], **{key: cells[key] for key in ("sector", "name", "unit")}, "lead": cells["lead"] == "1"}
    if cells["representative"]:
        stated["representative"] = cells["representative"]
    try:
        return MemberOrganisation.model_validate(stated).model_dump(), []
    except ValidationError as error:
        origin = Origin(name, lambda path: row.line, _column_in_words, within=())
        return {}, problems_of(error, origin)


def _column_in_words(path: Path) -> tuple[str, str]:
    return f"column {'organisation_id' if path[-1] == 'id' else path[-1]}", ""


def _evidence(row: Row, file_name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A fact per assumed cell."""
    partner = row.cells["name"] or row.cells["organisation_id"]
    for column in listed(row.cells["assumed"]):
        cell = Cell(
            case_id=row.cells["case_id"],
            column=column,
            file=file_name,
            line=row.line,
            partner=partner,
        )
        yield (
            cell.fact,
            {"value": row.cells[column], "status": "assumed", "source": ASSUMED_BECAUSE, "place": cell.place, "cell": cell},
        )


def too_many(named: Sequence[Mapping[str, Any]], members: Mapping[str, int]) -> Iterator[str]:
    """Sectors of which more are named than `members` counts, and leads but one."""
    for sector, count in Counter(each["sector"] for each in named).items():
        if count > members.get(sector, 0):
            yield f"{count} of the sector {sector} are named, but its members are {members.get(sector, 0)} of that sector"
    if sum(bool(each["lead"]) for each in named) > 1:
        yield "more than one is said to lead"
