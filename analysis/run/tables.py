"""From runs to tables: outcomes, survey, and where they were kept months, events, ties and people. No loop per row.

For those who work in a spreadsheet they are written so that text stays text, whatever it begins with.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from samvirke.analysis.columns import KEYS, MONTH, Column, column_of, known, schema_of, table_of, text
from samvirke.analysis.run.events import EVENTS, events_of
from samvirke.analysis.run.outcomes import OUTCOMES, records_of
from samvirke.analysis.run.people import PEOPLE, TIES, WATCHED_FOR_PEOPLE, WATCHED_FOR_TIES, people_of, ties_of
from samvirke.analysis.survey.instrument import answers as answers_of
from samvirke.analysis.survey.questionnaire import SURVEY, survey_of
from samvirke.model.ensemble import Ensemble
from samvirke.model.records import MONTHLY_MEASURES

DANISH_CSV = {"sep": ";", "decimal": ","}
BEGINS_A_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for a formula: so it gets an apostrophe in a text file, and is marked as text in a workbook."""
APOSTROPHE = "'"
WIDEST = 60

TABLES: dict[str, tuple[Column, ...]] = {
    "outcomes": (*KEYS, *(outcome.column for outcome in OUTCOMES)),
    "monthly": (*KEYS, MONTH, *(column_of(field) for field in MONTHLY_MEASURES)),
    "survey": (*KEYS, *SURVEY),
    "events": (*KEYS, *EVENTS),
    "ties": (*KEYS, *TIES),
    "people": (*KEYS, *PEOPLE),
}
ALWAYS_KEPT = ("outcomes", "survey")
KEPT_IF_FEW_RUNS = ("monthly", "events")
WATCHED = {"ties": WATCHED_FOR_TIES, "people": WATCHED_FOR_PEOPLE}
"""Tables that are large, and kept only if asked for; with what a run must then keep of every month."""

SCHEMAS: dict[str, pa.Schema] = {name: schema_of(columns) for name, columns in TABLES.items()}


def tables_of(ensemble: Ensemble, answers: NDArray[np.int8] | None = None) -> dict[str, pa.Table]:
    """All tables of these runs, by name; `monthly`, `events`, `ties` and `people` only if the runs kept them.

    `answers` are those of the survey instrument (8-bit integers, runs x partnerships x waves x items), made here if None.
    """
    tables = {"outcomes": outcomes(ensemble), "survey": survey(ensemble, answers_of(ensemble) if answers is None else answers)}
    if ensemble.monthly.shape[2]:
        tables["monthly"] = monthly(ensemble)
    if ensemble.events:
        tables["events"] = events(ensemble)
    if "ties" in ensemble.watched:
        tables["ties"] = ties(ensemble)
    if "citizens" in ensemble.watched:
        tables["people"] = people(ensemble)
    return {name: tables[name] for name in TABLES if name in tables}


def outcomes(ensemble: Ensemble) -> pa.Table:
    """One row per run and partnership."""
    records = records_of(ensemble)
    return table_of(TABLES["outcomes"], [*_keys_of_all(ensemble, 1), *(outcome.values(records) for outcome in OUTCOMES)])


def monthly(ensemble: Ensemble) -> pa.Table:
    """One row per run, partnership and month."""
    runs, partnerships, months = ensemble.monthly.shape
    rows = ensemble.monthly.reshape(-1)
    month = np.tile(np.arange(1, months + 1), runs * partnerships)
    measures = [known(rows[field.name]) for field in MONTHLY_MEASURES]
    return table_of(TABLES["monthly"], [*_keys_of_all(ensemble, months), month, *measures])


def survey(ensemble: Ensemble, answers: NDArray[np.int8]) -> pa.Table:
    """One row per run, partnership, month and item that was asked."""
    run, partnership, values = survey_of(ensemble, answers)
    return table_of(TABLES["survey"], [*_keys(ensemble, run, partnership), *values])


def events(ensemble: Ensemble) -> pa.Table:
    """One row per run and event."""
    run, partnership, values = events_of(ensemble)
    return table_of(TABLES["events"], [*_keys(ensemble, run, partnership), *values])


def ties(ensemble: Ensemble) -> pa.Table:
    """One row per run, partnership, month and directed tie."""
    run, partnership, values = ties_of(ensemble)
    return table_of(TABLES["ties"], [*_keys(ensemble, run, partnership), *values])


def people(ensemble: Ensemble) -> pa.Table:
    """One row per run, partnership, month and person who was there."""
    run, partnership, values = people_of(ensemble)
    return table_of(TABLES["people"], [*_keys(ensemble, run, partnership), *values])


def watched_for(keep: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Fields by table of the state that a run must keep of every month to leave these tables."""
    wanted: dict[str, tuple[str, ...]] = {}
    for fields in (WATCHED[name] for name in keep if name in WATCHED):
        wanted |= {table: tuple(dict.fromkeys((*wanted.get(table, ()), *more))) for table, more in fields.items()}
    return wanted


def _keys_of_all(ensemble: Ensemble, rows_each: int) -> list[Any]:
    """The key columns of a table with so many rows for every run and partnership."""
    runs, partnerships = ensemble.partnerships.shape
    run = np.repeat(np.arange(runs), partnerships * rows_each)
    return _keys(ensemble, run, np.tile(np.repeat(np.arange(partnerships), rows_each), runs))


def _keys(ensemble: Ensemble, run: NDArray[Any], partnership: NDArray[Any]) -> list[Any]:
    """The key columns, from run and partnership of every row."""
    world = ensemble.world
    alike = np.zeros(len(run), dtype=np.int32)
    return [
        text(alike, [world.scenario.name]),
        text(alike, [world.arm]),
        ensemble.draw_numbers[run],
        ensemble.seeds[run],
        text(partnership, world.case_ids),
    ]


def write_csv(table: pd.DataFrame, path: Path, *, danish: bool = False) -> None:
    """Write the table as UTF-8 text with commas between; `danish`: semicolons between, and the comma for decimals."""
    as_text = table.apply(lambda column: column if pd.api.types.is_numeric_dtype(column) else column.map(_no_formula))
    as_text.to_csv(path, index=False, encoding="utf-8", **(DANISH_CSV if danish else {}))


def _no_formula(value: Any) -> Any:
    return f"{APOSTROPHE}{value}" if isinstance(value, str) and value.startswith(BEGINS_A_FORMULA) else value


def write_workbook(sheets: Mapping[str, pd.DataFrame], path: Path) -> None:
    """Write a workbook (.xlsx) of these tables, columns as wide as what stands in them."""
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        for name, table in sheets.items():
            table.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
            for cells, column in zip(book.sheets[name].iter_cols(), table, strict=True):
                widest = max([len(str(column)), *(len(str(each)) for each in table[column])])
                book.sheets[name].column_dimensions[cells[0].column_letter].width = min(WIDEST, widest) + 2
                for cell in cells:
                    _keep_as_text(cell)


def _keep_as_text(cell: Any) -> None:
    if isinstance(cell.value, str):
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(BEGINS_A_FORMULA)  # also when somebody edits the cell
