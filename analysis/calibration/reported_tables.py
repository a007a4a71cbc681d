"""The tables that a calibration is held against beside the margins: cross-tables, single outcomes, relations published elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.survey.targets import COLUMNS as COLUMNS_OF_TARGETS
from samvirke.analysis.survey.targets import Target, number_in, rows_of, target_of
from samvirke.model.errors import ScenarioError, nearest_valid, refused, shown
from samvirke.model.items import ITEMS, SCALES
from samvirke.model.scenario.csv_rows import Columns, Row
from samvirke.model.scenario.resolved import Scenario

ATTAINMENT, FUTURE = "goal_attainment", "future"
ATTAINMENTS: tuple[tuple[int, ...], ...] = ((1, 2, 3), (4,), (5,))
"""Cells of goal attainment in the joint outcome of one partnership: hardly any is reported below 3."""
FUTURES = SCALES[ITEMS[FUTURE].scale].codes
CORRELATION, RELATIVE_CHANGE = "correlation", "relative_change"


@dataclass(frozen=True)
class CrossTable:
    """One item's answer by two groups: two questions of two cells each, the answers that are counted and all others.

    With `given_margins` the margins stand elsewhere, and only the odds ratio is new.
    """

    name: str
    groups: tuple[Question, Question]
    given_margins: bool

    @property
    def target_ids(self) -> tuple[str, ...]:
        """The rows it is made of."""
        return tuple(each for group in self.groups for each in group.target_ids)


@dataclass(frozen=True)
class Outcome:
    """What one partnership attained (a cell of ATTAINMENTS, None where it was not rated) and what became of it (a code of FUTURES)."""

    case_id: str
    place: int
    attainment: int | None
    rating: int | None
    future: int

    @property
    def cells(self) -> tuple[int, ...]:
        """Which of the cells, attainment by future, agree with what is reported."""
        rows = range(len(ATTAINMENTS)) if self.attainment is None else (self.attainment,)
        return tuple(row * len(FUTURES) + FUTURES.index(self.future) for row in rows)


@dataclass(frozen=True)
class Published:
    """A relation published of other partnerships: its value, and how far it may be off here (`error`: sampling and setting)."""

    name: str
    kind: str
    item: str
    other_item: str
    value: float
    error: float
    source: str


FEWEST_ERROR = 1e-3  # how near a published relation may be held: below it, nothing else would count
GROUPS = 2
OUTCOME_COLUMNS = Columns(("case_id", ATTAINMENT, FUTURE, "adjustment", "source"), ("case_id", ATTAINMENT, FUTURE))
PUBLISHED = ("relation_id", "kind", "item", "other_item", "value", "discounted_error", "source")
PUBLISHED_COLUMNS = Columns((*PUBLISHED, "population", "note"), PUBLISHED)


def read_tables(file: Path, fitted_items: frozenset[str] = frozenset()) -> Iterable[CrossTable]:
    """Cross-tables whose rows are reported in a file; margins of `fitted_items` are fitted already. Raises ScenarioError."""
    rows: dict[str, list[Target]] = {}
    for row in rows_of(file, COLUMNS_OF_TARGETS):
        if row.cells["item"] not in ITEMS:
            raise _unknown(file, row, "item", ITEMS)
        for column in ("relation_id", "cross_table", "given", "count", "n"):
            if not row.cells[column]:
                raise refused(file.name, f"column {column} is empty: a row of a cross-table needs it", row.line)
        rows.setdefault(row.cells["cross_table"], []).append(target_of(row, file))
    for name, pair in rows.items():
        if len(pair) != GROUPS:
            raise refused(file.name, f"{name} has {len(pair)} rows: a cross-table is about two groups")
        first, second = (_two_cells(each) for each in pair)
        yield CrossTable(name, (first, second), first.item in fitted_items)


def _two_cells(row: Target) -> Question:
    rest = tuple(code for code in SCALES[ITEMS[row.item].scale].codes if code not in row.codes)
    counts = (int(row.count), int(row.n - row.count))
    return Question(row.item, row.month, row.given, (row.codes, rest), counts, (row.target_id,))


def read_outcomes(file: Path, scenario: Scenario) -> tuple[Outcome, ...]:
    """What became of the partnerships of a scenario that a file names. Raises ScenarioError for a cell that cannot be."""
    positions = {case.case_id: position for position, case in enumerate(scenario.partnerships)}
    names = dict(zip(SCALES[ITEMS[FUTURE].scale].labels, FUTURES, strict=True))
    found: dict[str, Outcome] = {}
    for row in rows_of(file, OUTCOME_COLUMNS):
        case_id, future = row.cells["case_id"], row.cells[FUTURE]
        if case_id in found:
            raise refused(file.name, f"{shown(case_id)} is there twice", row.line)
        if future not in names:
            raise _unknown(file, row, FUTURE, names)
        rating = _rating(row, file)
        if case_id in positions:  # a scenario may be read with some of its partnerships only
            cell = None if rating is None else next(at for at, cell in enumerate(ATTAINMENTS) if rating in cell)
            found[case_id] = Outcome(case_id, positions[case_id], cell, rating, names[future])
    return tuple(found.values())


def _rating(row: Row, file: Path) -> int | None:
    """The rating of goal attainment, 1 to 5; None where there is none."""
    allowed = [str(code) for cell in ATTAINMENTS for code in cell]
    cell = row.cells[ATTAINMENT]
    if cell and cell not in allowed:
        raise refused(file.name, f"column {ATTAINMENT} = {shown(cell)} must be {', '.join(allowed)}, or empty", row.line)
    return int(cell) if cell else None


def read_published(file: Path) -> Iterable[Published]:
    """Published relations with their discount. Raises ScenarioError for a cell that cannot be."""
    for row in rows_of(file, PUBLISHED_COLUMNS):
        kind, item, other = (row.cells[column] for column in ("kind", "item", "other_item"))
        if kind not in (CORRELATION, RELATIVE_CHANGE):
            raise _unknown(file, row, "kind", (CORRELATION, RELATIVE_CHANGE))
        if item not in ITEMS:
            raise _unknown(file, row, "item", ITEMS)
        if (other or kind == CORRELATION) and other not in ITEMS:
            raise _unknown(file, row, "other_item", ITEMS)
        value, error = number_in(row, "value", file), number_in(row, "discounted_error", file, least=FEWEST_ERROR)
        yield Published(row.cells["relation_id"], kind, item, other, value, error, row.cells["source"])


def _unknown(file: Path, row: Row, column: str, names: Iterable[str]) -> ScenarioError:
    """The error of a cell that is none of the names."""
    cell = row.cells[column]
    return refused(file.name, f"column {column} = {shown(cell)} is not known; {nearest_valid(cell, list(names))}", row.line)
