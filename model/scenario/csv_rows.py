"""Rows of a table (CSV, UTF-8, commas) that a scenario names: the columns must be known ones, and all that are needed must be there."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samvirke.model.errors import Problem, nearest_valid, shown

SEPARATOR = ";"


class Row(NamedTuple):
    """One row of the file: its line and its cells by column; "" where the file has no such column."""

    line: int
    cells: dict[str, str]


class Columns(NamedTuple):
    """The columns of a kind of table: all that are known, and those of them that must be there."""

    known: Sequence[str]
    required: Sequence[str]


def rows_in(text: str, name: str, columns: Columns) -> tuple[list[Row], list[Problem]]:
    """The rows below the header, which must name the columns rightly for any row to be understood."""
    try:
        records = list(_records(text))
    except csv.Error as error:
        return [], [Problem(name, f"is not a table with commas (CSV): {error}")]
    header = records[0][1] if records else []
    problems = [Problem(name, sentence, 1) for sentence in _wrong_header(header, columns)]
    if problems:
        return [], problems
    rows = []
    for line, cells in records[1:]:
        if len(cells) == len(header):
            rows.append(Row(line, {**dict.fromkeys(columns.known, ""), **dict(zip(header, cells, strict=True))}))
        elif cells:
            problems.append(Problem(name, f"has {len(cells)} cells, but there are {len(header)} columns", line))
    return rows, problems


def listed(cell: str) -> list[str]:
    """The parts of a cell that holds several."""
    return [part.strip() for part in cell.split(SEPARATOR) if part.strip()]


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    for cells in reader:
        yield line, [cell.strip() for cell in cells]
        line = reader.line_num + 1


def _wrong_header(header: list[str], columns: Columns) -> Iterator[str]:
    if len(header) == 1 and SEPARATOR in header[0]:
        yield "the columns stand apart by semicolons; save the table with commas"
        return
    for column in dict.fromkeys(header):
        if column not in columns.known:
            yield f"{shown(column)} is no column that is known; {nearest_valid(column, columns.known)}"
        if header.count(column) > 1:
            yield f"the column {shown(column)} is there twice"
    missing = [column for column in columns.required if column not in header]
    if missing:
        yield f"columns are missing: {', '.join(missing)}"
