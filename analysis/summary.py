"""What a run says in plain words: how it ended, how it worked, whom it reached. First as numbers per life, then as text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from model.agents.partnership import END_REASONS, FUTURES
from model.items import SEVEN_CS

HIGH_ANSWER = 4
HIGH_STATE = 0.6  # the two upper fifths of 0-1, as 4 and 5 are of the five answers
MEASURES: dict[str, tuple[str, ...]] = {**SEVEN_CS, "synergy": ("synergy",)}
CONTINUES = FUTURES[:2]
FUTURES_IN_WORDS = {
    "continues": CONTINUES,
    "  unchanged": ("continues_unchanged",),
    "  adjusted": ("continues_adjusted",),
    "ended, activities continue": ("ended_activities_continue",),
    "ended": ("ended",),
}
PEOPLE = {
    "citizens reached": "citizens_reached",
    "  of them with few resources": "vulnerable_reached",
    "times a volunteer joined": "volunteers_joined",
    "times a volunteer left": "volunteers_left",
    "volunteers when the grant ends": "volunteers_at_grant_end",
    "volunteers a year later": "volunteers_12_months_after",
}


@dataclass(frozen=True)
class Line:
    """A label and for each column one number per life (NaN in a life where there is none)."""

    label: str
    values: tuple[Any, ...]
    left_out_if_nothing: bool = False

    @property
    def total(self) -> float:
        """All its numbers together."""
        return float(sum(np.nansum(each) for each in self.values))


@dataclass(frozen=True)
class Section:
    """Lines under a title; `unit` says what the numbers are: partnerships, share of partnerships, or persons."""

    title: str
    unit: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Summary:
    """One arm of a run in a few numbers."""

    arm: str
    lives: int
    partnerships: int
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class _Lives:
    """Rows of a table of one arm, and the number of the life that each belongs to."""

    table: Any
    life: Any
    lives: int

    def count(self, holds: Any) -> Any:
        """How many rows hold, per life."""
        return np.bincount(self.life[holds], minlength=self.lives).astype(float)

    def total(self, column: str) -> Any:
        """Sum of a column per life, over the partnerships that have a value; NaN where none has."""
        values = self.table[column].to_numpy().astype(float)
        total = np.bincount(self.life, weights=np.nan_to_num(values), minlength=self.lives)
        return np.where(self.count(~np.isnan(values)) > 0, total, np.nan)

    def texts(self, column: str) -> Any:
        """A text column as an array of objects, None where it is null."""
        return self.table[column].to_numpy()


def summaries(tables: Mapping[str, Any]) -> list[Summary]:
    """One summary per arm, in the order of the tables."""
    arms = tables["outcomes"]["arm"].unique().to_pylist()
    return [_summary(arm, _of_arm(tables["outcomes"], arm), _of_arm(tables["survey"], arm)) for arm in arms]


def joined(parts: Iterable[Summary]) -> list[Summary]:
    """Summaries of other lives of the same scenario put together, one per arm."""
    by_arm: dict[str, list[Summary]] = {}
    for part in parts:
        by_arm.setdefault(part.arm, []).append(part)
    return [_joined(each) for each in by_arm.values()]


def _joined(parts: Sequence[Summary]) -> Summary:
    sections = (_joined_sections(each) for each in zip(*(part.sections for part in parts), strict=True))
    return replace(parts[0], lives=sum(part.lives for part in parts), sections=tuple(sections))


def _joined_sections(parts: Sequence[Section]) -> Section:
    lines = (_joined_lines(each) for each in zip(*(part.lines for part in parts), strict=True))
    return replace(parts[0], lines=tuple(lines))


def _joined_lines(parts: Sequence[Line]) -> Line:
    values = zip(*(part.values for part in parts), strict=True)
    return replace(parts[0], values=tuple(np.concatenate(each) for each in values))


def _of_arm(table: Any, arm: str) -> _Lives:
    rows = table.filter(pc.equal(table["arm"], arm))
    keys = np.stack([rows["draw"].to_numpy(), rows["seed"].to_numpy()], axis=1)
    different, life = np.unique(keys, axis=0, return_inverse=True)
    return _Lives(rows, life.reshape(-1), len(different))


def _summary(arm: str, outcomes: _Lives, survey: _Lives) -> Summary:
    partnerships = outcomes.table.num_rows // max(1, outcomes.lives)
    sections = (endings(outcomes), collaboration(survey, outcomes.lives), people(outcomes), reasons(outcomes))
    return Summary(arm, outcomes.lives, partnerships, tuple(each for each in sections if each.lines))


def endings(outcomes: _Lives) -> Section:
    """How many partnerships continue, and how: as declared, and as is true a year later."""
    futures = [outcomes.texts(column) for column in ("future", "future_12_months")]
    lines = [
        Line(label, tuple(outcomes.count(np.isin(each.astype(str), meant)) for each in futures))
        for label, meant in FUTURES_IN_WORDS.items()
    ]
    unknown = tuple(outcomes.count(np.equal(each, None)) for each in futures)
    lines.append(Line("not known: the run ends before", unknown, left_out_if_nothing=True))
    return Section("When the grant ends", "partnerships", ("as declared", "a year later"), tuple(lines))


def collaboration(survey: _Lives, lives: int) -> Section:
    """Share of partnerships in which each of the seven C's, and synergy, is high: as answered and as it is."""
    title = "High or very high"
    asked = survey.table.filter(pc.is_in(survey.table["item"], pa.array(_items())))
    if not asked.num_rows:
        return Section(title, "share", (), ())
    month = pc.max(asked["month"]).as_py()
    last = _Lives(asked.filter(pc.equal(asked["month"], month)), survey.life[_last_rows(survey.table, month)], lives)
    high = (last.table["answer"].to_numpy() >= HIGH_ANSWER, last.table["latent"].to_numpy() >= HIGH_STATE)
    lines = (Line(name, tuple(_share_high(last, items, each) for each in high)) for name, items in MEASURES.items())
    return Section(f"{title}, in month {month}", "share", ("as answered", "as it is"), tuple(lines))


def _items() -> list[str]:
    return [item for items in MEASURES.values() for item in items]


def _last_rows(table: Any, month: int) -> Any:
    return pc.and_(pc.is_in(table["item"], pa.array(_items())), pc.equal(table["month"], month)).to_numpy()


def _share_high(last: _Lives, items: tuple[str, ...], high: Any) -> Any:
    """Share of partnerships, per life, in which all of a measure's items are high."""
    names = last.texts("item")
    partnerships = last.count(names == items[0])
    each, row = np.unique(last.texts("partnership").astype(str), return_inverse=True)
    low = np.isin(names, items) & ~high
    some_low = np.zeros((last.lives, len(each)), dtype=bool)
    some_low[last.life[low], row[low]] = True
    return 1.0 - some_low.sum(axis=1) / np.maximum(1, partnerships)


def people(outcomes: _Lives) -> Section:
    """Citizens and volunteers, over all partnerships."""
    lines = tuple(Line(label, (outcomes.total(column),)) for label, column in PEOPLE.items())
    return Section("People", "persons", ("",), lines)


def reasons(outcomes: _Lives) -> Section:
    """What ended partnerships by the end of the run."""
    ended_for = outcomes.texts("end_reason")
    lines = (
        Line(reason.replace("_", " "), (outcomes.count(ended_for == reason),), left_out_if_nothing=True)
        for reason in END_REASONS[1:]
    )
    return Section("What ended partnerships, by the end of the run", "partnerships", ("",), tuple(lines))
