"""From lives to tables: outcomes, survey, and where they were kept months, events, ties and people. No loop per row."""

from collections.abc import Collection
from typing import Any

import numpy as np

from samvirke.analysis.run.columns import KEYS, MONTH, Column, column_of, known, schema_of, table_of, text
from samvirke.analysis.run.events import EVENTS, events_of
from samvirke.analysis.run.outcomes import OUTCOMES, records_of
from samvirke.analysis.run.people import PEOPLE, people_of
from samvirke.analysis.run.people import WATCHED as WATCHED_FOR_PEOPLE
from samvirke.analysis.run.ties import TIES, ties_of
from samvirke.analysis.run.ties import WATCHED as WATCHED_FOR_TIES
from samvirke.analysis.survey.instrument import answers as answers_of
from samvirke.analysis.survey.questionnaire import SURVEY, survey_of
from samvirke.model.ensemble import Lives
from samvirke.model.records import MONTHLY_MEASURES

TABLES: dict[str, tuple[Column, ...]] = {
    "outcomes": (*KEYS, *(outcome.column for outcome in OUTCOMES)),
    "monthly": (*KEYS, MONTH, *(column_of(field) for field in MONTHLY_MEASURES)),
    "survey": (*KEYS, *SURVEY),
    "events": (*KEYS, *EVENTS),
    "ties": (*KEYS, *TIES),
    "people": (*KEYS, *PEOPLE),
}
ALWAYS_KEPT = ("outcomes", "survey")
KEPT_IF_FEW_LIVES = ("monthly", "events")
WATCHED = {"ties": WATCHED_FOR_TIES, "people": WATCHED_FOR_PEOPLE}
"""Tables that are large, and kept only if asked for; with what a run must then keep of every month."""

SCHEMAS: dict[str, Any] = {name: schema_of(columns) for name, columns in TABLES.items()}


def tables_of(lives: Lives, answers: Any = None) -> dict[str, Any]:
    """All tables of these lives, by name; `monthly`, `events`, `ties` and `people` only if the lives kept them.

    `answers` are those of the survey instrument (8-bit integers, runs x partnerships x waves x items), made here if None.
    """
    tables = {"outcomes": outcomes(lives), "survey": survey(lives, answers_of(lives) if answers is None else answers)}
    if lives.monthly.shape[2]:
        tables["monthly"] = monthly(lives)
    if lives.events:
        tables["events"] = events(lives)
    if "ties" in lives.watched:
        tables["ties"] = ties(lives)
    if "citizens" in lives.watched:
        tables["people"] = people(lives)
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


def ties(lives: Lives) -> Any:
    """One row per run, partnership, month and directed tie."""
    run, partnership, values = ties_of(lives)
    return table_of(TABLES["ties"], [*_keys(lives, run, partnership), *values])


def people(lives: Lives) -> Any:
    """One row per run, partnership, month and person who was there."""
    run, partnership, values = people_of(lives)
    return table_of(TABLES["people"], [*_keys(lives, run, partnership), *values])


def watched_for(keep: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Fields by table of the state that a run must keep of every month to leave these tables."""
    wanted: dict[str, tuple[str, ...]] = {}
    for fields in (WATCHED[name] for name in keep if name in WATCHED):
        wanted |= {table: tuple(dict.fromkeys((*wanted.get(table, ()), *more))) for table, more in fields.items()}
    return wanted


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
