"""From lives to tables: outcomes, survey, and where they were kept the months and the events. No loop per row."""

from typing import Any

import numpy as np

from analysis.columns import KEYS, Column, column_of, known, schema_of, table_of, text
from analysis.happenings import EVENTS, events_of
from analysis.instrument import answers as answers_of
from analysis.outcomes import OUTCOMES, records_of
from analysis.questionnaire import SURVEY, survey_of
from model.ensemble import Lives
from model.records import MONTHLY_MEASURES

MONTH = Column("month", "month; month 1 is the first month of the scenario", "month", "int64", never_null=True)
TABLES: dict[str, tuple[Column, ...]] = {
    "outcomes": (*KEYS, *(outcome.column for outcome in OUTCOMES)),
    "monthly": (*KEYS, MONTH, *(column_of(field) for field in MONTHLY_MEASURES)),
    "survey": (*KEYS, *SURVEY),
    "events": (*KEYS, *EVENTS),
}
ALWAYS_KEPT = ("outcomes", "survey")
KEPT_IF_ASKED = ("monthly", "events")
SCHEMAS: dict[str, Any] = {name: schema_of(columns) for name, columns in TABLES.items()}


def tables_of(lives: Lives, answers: Any = None) -> dict[str, Any]:
    """All tables of these lives, by name; `monthly` and `events` only if the lives kept them.

    `answers` are those of the survey instrument (8-bit integers, runs x partnerships x waves x items), made here if None.
    """
    tables = {"outcomes": outcomes(lives), "survey": survey(lives, answers_of(lives) if answers is None else answers)}
    if lives.monthly.shape[2]:
        tables["monthly"] = monthly(lives)
    if lives.events:
        tables["events"] = events(lives)
    return {name: tables[name] for name in TABLES if name in tables}


def outcomes(lives: Lives) -> Any:
    """One row per run and partnership."""
    records = records_of(lives)
    return table_of(TABLES["outcomes"], [*_keys_of_all(lives, 1), *(outcome.values(records) for outcome in OUTCOMES)])


def monthly(lives: Lives) -> Any:
    """One row per run, partnership and month."""
    runs, partnerships, months = lives.monthly.shape
    rows = lives.monthly.reshape(-1)
    month = np.tile(np.arange(1, months + 1), runs * partnerships)
    measures = [known(rows[field.name]) for field in MONTHLY_MEASURES]
    return table_of(TABLES["monthly"], [*_keys_of_all(lives, months), month, *measures])


def survey(lives: Lives, answers: Any) -> Any:
    """One row per run, partnership, month and item that was asked."""
    run, partnership, values = survey_of(lives, answers)
    return table_of(TABLES["survey"], [*_keys(lives, run, partnership), *values])


def events(lives: Lives) -> Any:
    """One row per run and event."""
    run, partnership, values = events_of(lives)
    return table_of(TABLES["events"], [*_keys(lives, run, partnership), *values])


def _keys_of_all(lives: Lives, rows_each: int) -> list[Any]:
    """The key columns of a table with so many rows for every run and partnership."""
    runs, partnerships = lives.partnerships.shape
    run = np.repeat(np.arange(runs), partnerships * rows_each)
    return _keys(lives, run, np.tile(np.repeat(np.arange(partnerships), rows_each), runs))


def _keys(lives: Lives, run: Any, partnership: Any) -> list[Any]:
    """The key columns, from run and partnership of every row."""
    world = lives.world
    alike = np.zeros(len(run), dtype=np.int32)
    return [
        text(alike, [world.scenario.name]),
        text(alike, [world.arm]),
        lives.draw_numbers[run],
        lives.seeds[run],
        text(partnership, world.case_ids),
    ]
