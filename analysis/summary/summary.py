"""What a run says in plain words: how it ended, how it worked, whom it reached. First as numbers per run; `text` says them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from samvirke.model.agents.partnership import CONTINUING, END_REASONS, FUTURES
from samvirke.model.items import SEVEN_CS
from samvirke.model.language import N_

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]
HIGH_ANSWER = 4
HIGH_STATE = 0.6  # the two upper fifths of 0-1, as 4 and 5 are of the five answers
FUTURES_IN_WORDS = {
    N_("continues"): CONTINUING,
    **dict(zip((N_("unchanged"), N_("adjusted"), N_("ends, activities continue"), N_("ends")), ((each,) for each in FUTURES), strict=True)),
}
PEOPLE = {
    N_("citizens reached"): "citizens_reached",
    N_("of them with few resources"): "vulnerable_reached",
    N_("times a volunteer joined"): "volunteers_joined",
    N_("times a volunteer stopped"): "volunteers_left",
    N_("volunteers when the grant ends"): "volunteers_at_grant_end",
    N_("volunteers a year later"): "volunteers_12_months_after",
}
PARTS = ("unchanged", "adjusted", "of them with few resources")
"""Lines that are part of the one above."""
SEVEN_CS_AND_SYNERGY = (
    N_("purpose"), N_("congruency"), N_("value"), N_("connection"), N_("communication"), N_("learning"), N_("commitment"), N_("synergy"),
)  # fmt: skip
ASKED: dict[str, tuple[str, ...]] = dict(zip(SEVEN_CS_AND_SYNERGY, (*SEVEN_CS.values(), ("synergy",)), strict=True))
REASONS = (
    N_("too few partners wanted to go on"), N_("nobody to lead"), N_("no money and too few hours"), N_("partners left before the end"),
    N_("faded after the grant"), N_("goal met or daily operation"),
    N_("too few hours before the end"), N_("too little trust before the end"),
    N_("members lost heart before the end"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A label and for each column one number per run (NaN in a run where there is none)."""

    label: str
    values: tuple[Floats, ...]
    left_out_if_nothing: bool = False

    @property
    def is_part(self) -> bool:
        """Whether it is part of the line above."""
        return self.label in PARTS

    @property
    def total(self) -> float:
        """All its numbers together."""
        return float(sum(np.nansum(each) for each in self.values))


@dataclass(frozen=True)
class Section:
    """Lines under a heading; `unit` says what the numbers are: partnerships, share of partnerships, or persons.

    `month` is the one they are of, where they are of one.
    """

    heading: str
    unit: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    month: int | None = None

    @property
    def title(self) -> str:
        """Heading and month in English."""
        return self.heading if self.month is None else f"{self.heading}, in month {self.month}"


@dataclass(frozen=True)
class Summary:
    """One arm of a run in a few numbers."""

    arm: str
    replicates: int
    partnerships: int
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class _Ensemble:
    """Rows of a table of one arm, and the number of the run that each belongs to."""

    table: Any
    run: NDArray[np.int64]
    replicates: int

    def count(self, holds: Booleans) -> Floats:
        """How many rows hold, per run."""
        return np.bincount(self.run[holds], minlength=self.replicates).astype(float)

    def total(self, column: str) -> Floats:
        """Sum of a column per run, over the partnerships that have a value; NaN where none has."""
        values = self.table[column].to_numpy().astype(float)
        total = np.bincount(self.run, weights=np.nan_to_num(values), minlength=self.replicates)
        return np.where(self.count(~np.isnan(values)) > 0, total, np.nan)

    def count_of_known(self, holds: Booleans, unknown: Booleans) -> Floats:
        """How many rows hold, per run; NaN in a run where all is unknown."""
        return np.where(self.count(~unknown) > 0, self.count(holds), np.nan)

    def texts(self, column: str) -> NDArray[np.str_]:
        """A text column; empty where it is null."""
        encoded = pc.fill_null(self.table[column], "").combine_chunks().dictionary_encode()
        return np.array(encoded.dictionary.to_pylist(), dtype=str)[encoded.indices.to_numpy()]

    def unknown(self, column: str) -> Booleans:
        """Where a column is null."""
        return np.asarray(pc.is_null(self.table[column]))


def summaries(tables: Mapping[str, Any]) -> list[Summary]:
    """One summary per arm, in the order of the tables."""
    arms = tables["outcomes"]["arm"].unique().to_pylist()
    asked = _last_asked(tables["survey"])
    return [_summary(arm, *(table.filter(pc.equal(table["arm"], arm)) for table in (tables["outcomes"], asked))) for arm in arms]


def joined(parts: Iterable[Summary]) -> list[Summary]:
    """Summaries of further runs of the same scenario put together, one per arm."""
    by_arm: dict[str, list[Summary]] = {}
    for part in parts:
        by_arm.setdefault(part.arm, []).append(part)
    return [_joined(each) for each in by_arm.values()]


def _joined(parts: Sequence[Summary]) -> Summary:
    sections = (_joined_sections(each) for each in zip(*(part.sections for part in parts), strict=True))
    return replace(parts[0], replicates=sum(part.replicates for part in parts), sections=tuple(sections))


def _joined_sections(parts: Sequence[Section]) -> Section:
    lines = (_joined_lines(each) for each in zip(*(part.lines for part in parts), strict=True))
    return replace(parts[0], lines=tuple(lines))


def _joined_lines(parts: Sequence[Line]) -> Line:
    values = zip(*(part.values for part in parts), strict=True)
    return replace(parts[0], values=tuple(np.concatenate(each) for each in values))


def _last_asked(survey: Any) -> Any:
    """The answers about the seven C's and synergy at the last questionnaire."""
    items = pa.array([item for each in ASKED.values() for item in each])
    asked = survey.filter(pc.is_in(survey["item"], items))
    return asked.filter(pc.equal(asked["month"], pc.max(asked["month"])))


def _runs(rows: Any) -> _Ensemble:
    """Rows with the number of their run; a run is one draw and one seed (below 2**32)."""
    different, run = np.unique(rows["draw"].to_numpy() * 2**32 + rows["seed"].to_numpy(), return_inverse=True)
    return _Ensemble(rows, run, len(different))


def _summary(arm: str, outcomes: Any, asked: Any) -> Summary:
    ended = _runs(outcomes)
    sections = (endings(ended), collaboration(_runs(asked)), people(ended), reasons(ended))
    return Summary(arm, ended.replicates, len(outcomes) // ended.replicates, tuple(each for each in sections if each.lines))


def endings(outcomes: _Ensemble) -> Section:
    """How many partnerships continue, and how: as declared, and as is true a year later."""
    columns = [(outcomes.texts(column), outcomes.unknown(column)) for column in ("future", "future_12_months")]
    lines = [
        Line(label, tuple(outcomes.count_of_known(np.isin(future, meant), unknown) for future, unknown in columns))
        for label, meant in FUTURES_IN_WORDS.items()
    ]
    not_known = tuple(outcomes.count_of_known(unknown, unknown) for _, unknown in columns)
    lines.append(Line(N_("not known: the run ends before"), not_known, left_out_if_nothing=True))
    return Section(N_("When the grant ends"), "partnerships", (N_("as declared"), N_("a year later")), tuple(lines))


def collaboration(asked: _Ensemble) -> Section:
    """Share of partnerships in which each of the seven C's, and synergy, is high: as answered and as it is."""
    heading = N_("High or very high")
    if not asked.replicates:
        return Section(heading, "share", (), ())
    month = asked.table["month"][0].as_py()
    items = asked.texts("item")
    partnerships, row = np.unique(asked.texts("partnership"), return_inverse=True)
    high = (asked.table["answer"].to_numpy() >= HIGH_ANSWER, asked.table["latent"].to_numpy() >= HIGH_STATE)

    def share_high(names: tuple[str, ...], is_high: Booleans) -> Floats:
        low = np.zeros((asked.replicates, len(partnerships)), dtype=bool)
        of_these = np.isin(items, names) & ~is_high
        low[asked.run[of_these], row[of_these]] = True
        return np.asarray(1.0 - low.mean(axis=1))

    lines = (Line(name, tuple(share_high(names, each) for each in high)) for name, names in ASKED.items())
    return Section(heading, "share", (N_("as answered"), N_("as it is")), tuple(lines), month)


def people(outcomes: _Ensemble) -> Section:
    """Citizens and volunteers, over all partnerships."""
    lines = tuple(Line(label, (outcomes.total(column),)) for label, column in PEOPLE.items())
    return Section(N_("People"), "persons", ("",), lines)


def reasons(outcomes: _Ensemble) -> Section:
    """What ended partnerships by the end of the run."""
    ended_for = outcomes.texts("end_reason")
    lines = (
        Line(label, (outcomes.count(ended_for == reason),), left_out_if_nothing=True)
        for reason, label in zip(END_REASONS[1:], REASONS, strict=True)
    )
    return Section(N_("What ended partnerships, by the end of the run"), "partnerships", ("",), tuple(lines))
