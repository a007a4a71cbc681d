"""What a calibration is held against: reported margins, cross-tables, what became of single partnerships, published relations.

No answer counts twice. A partnership whose own attainment and future are known leaves the margins of both, which are then about the
others. Of a cross-table whose margins stand elsewhere, only how the two answers go together counts (Fisher's conditional likelihood).
Published relations of other partnerships are soft: they bound a correlation or a change over time, never a level.
"""

from collections.abc import Iterable, Sequence
from csv import DictReader
from dataclasses import dataclass, replace
from pathlib import Path

from samvirke.analysis.calibration.likelihood import Question, fitted, questions
from samvirke.analysis.survey.targets import Target, read_targets, target_of
from samvirke.model.errors import refused
from samvirke.model.items import ITEMS, SCALES
from samvirke.model.scenario import data_file
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


@dataclass(frozen=True)
class Evidence:
    """All that is fitted. `questions` are margins, some of them about the partnerships whose own outcome is not known."""

    questions: tuple[Question, ...]
    tables: tuple[CrossTable, ...]
    outcomes: tuple[Outcome, ...]
    published: tuple[Published, ...]


def evidence_of(scenario: Scenario) -> Evidence:
    """The reported figures that a scenario names. Raises ScenarioError where it has none, or where tables contradict each other."""
    if scenario.targets is None:
        raise refused(scenario.name, "has no reported figures to be calibrated to: name a table with the key targets")
    asked = questions(fitted(read_targets(data_file(scenario.targets))))
    outcomes = read_outcomes(data_file(scenario.outcomes), scenario) if scenario.outcomes else ()
    fitted_items = frozenset(each.item for each in asked)
    tables = tuple(read_tables(data_file(scenario.relations), fitted_items)) if scenario.relations else ()
    published = tuple(read_published(data_file(scenario.published))) if scenario.published else ()
    asked, implied = _tables_among(asked)
    others = tuple(place for place in range(len(scenario.partnerships)) if place not in {each.place for each in outcomes})
    margins = [_of_others(each, outcomes, others) for each in asked]
    return Evidence(tuple(each for each in margins if each.partnerships != ()), (*implied, *tables), outcomes, published)


def _tables_among(asked: Sequence[Question]) -> tuple[list[Question], list[CrossTable]]:
    """Questions that are asked of two groups become cross-tables, and how many of both gave the answer a question of its own."""
    of_groups: dict[tuple[str, str, tuple[int, ...], str], list[Question]] = {}
    for each in asked:
        if each.given is not None:
            of_groups.setdefault((each.item, each.month, each.cells[0], each.given[0]), []).append(each)
    pairs = {key: pair for key, pair in of_groups.items() if len(pair) == 2}
    in_pairs = [each for pair in pairs.values() for each in pair]
    kept = [each for each in asked if each not in in_pairs]
    tables = [CrossTable(f"{item}_by_{given}", (pair[0], pair[1]), True) for (item, _, _, given), pair in pairs.items()]
    return [*kept, *(within for each in tables for within in _within_a_margin(each, kept))], tables


def _within_a_margin(table: CrossTable, asked: Sequence[Question]) -> Iterable[Question]:
    """How many gave the table's answers, of those who gave them or others that a margin counts together with them."""
    first, second = table.groups
    answers = first.cells[0]
    for each in asked:
        for cell, count in zip(each.cells, each.counts, strict=True):
            if each.given is None and (each.item, each.month) == (first.item, first.month) and set(answers) < set(cell):
                rest = tuple(code for code in cell if code not in answers)
                gave = first.counts[0] + second.counts[0]
                yield Question(each.item, each.month, (each.item, cell), (answers, rest), (gave, count - gave), table.target_ids)


def _of_others(question: Question, outcomes: Sequence[Outcome], others: tuple[int, ...]) -> Question:
    """A margin of attainment or future without the answers of those whose own outcome is fitted."""
    if question.item not in (ATTAINMENT, FUTURE) or not outcomes:
        return question
    answers = [each.rating if question.item == ATTAINMENT else each.future for each in outcomes]
    counts = tuple(count - sum(answer in cell for answer in answers) for cell, count in zip(question.cells, question.counts, strict=True))
    if min(counts) < 0:
        raise refused(question.name, f"the margin holds fewer answers than the single partnerships give ({counts})")
    return replace(question, counts=counts, partnerships=others)


def read_tables(file: Path, fitted_items: frozenset[str] = frozenset()) -> Iterable[CrossTable]:
    """Cross-tables whose rows are reported in a file of relations. Raises ScenarioError where one is not about two groups."""
    rows: dict[str, list[Target]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in DictReader(lines):
            named = {"target_id": row["relation_id"], "split": "calibration", "role": "fit"}
            rows.setdefault(row["cross_table"], []).append(target_of({**row, **named}))
    for name, pair in rows.items():
        if len(pair) != 2:
            raise refused(str(file), f"{name} has {len(pair)} rows: a cross-table is about two groups")
        first, second = (_two_cells(each) for each in pair)
        yield CrossTable(name, (first, second), first.item in fitted_items)


def _two_cells(row: Target) -> Question:
    rest = tuple(code for code in SCALES[ITEMS[row.item].scale].codes if code not in row.codes)
    counts = (int(row.count), int(row.n - row.count))
    return Question(row.item, row.month, row.given, (row.codes, rest), counts, (row.target_id,))


def read_outcomes(file: Path, scenario: Scenario) -> tuple[Outcome, ...]:
    """What became of the partnerships of a scenario that a file names. Raises ScenarioError for an answer that cannot be."""
    places = {case.case_id: place for place, case in enumerate(scenario.partnerships)}
    names = dict(zip(SCALES[ITEMS[FUTURE].scale].labels, FUTURES, strict=True))
    found = []
    with file.open(encoding="utf-8", newline="") as lines:
        for row in DictReader(lines):
            if row["case_id"] not in places:  # a scenario may be read with some of its partnerships only
                continue
            if row["future"] not in names:
                raise refused(str(file), f"future = {row['future']} of {row['case_id']}: must be among {', '.join(names)}")
            rating = _rating(row[ATTAINMENT], f"{file.name}: {ATTAINMENT} of {row['case_id']}")
            cell = None if rating is None else next(at for at, cell in enumerate(ATTAINMENTS) if rating in cell)
            found.append(Outcome(row["case_id"], places[row["case_id"]], cell, rating, names[row["future"]]))
    return tuple(found)


def _rating(words: str, where: str) -> int | None:
    if not words:
        return None
    allowed = [str(code) for cell in ATTAINMENTS for code in cell]
    if words not in allowed:
        raise refused(where, f"{words} must be among {', '.join(allowed)}, or empty")
    return int(words)


def read_published(file: Path) -> Iterable[Published]:
    """Published relations with their discount. Raises ScenarioError for a kind that cannot be."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in DictReader(lines):
            if row["kind"] not in (CORRELATION, RELATIVE_CHANGE):
                raise refused(str(file), f"kind = {row['kind']} of {row['relation_id']}: must be {CORRELATION} or {RELATIVE_CHANGE}")
            value, error = float(row["value"]), float(row["discounted_error"])
            yield Published(row["relation_id"], row["kind"], row["item"], row["other_item"], value, error, row["source"])
