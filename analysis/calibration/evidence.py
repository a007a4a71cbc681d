"""What a calibration is held against: reported margins, cross-tables, what became of single partnerships, published relations.

An answer counts once, but for "all seven C's high", which is counted from the answers of seven margins. A partnership whose own
attainment and future are known leaves the margins of both, which are then about the others. Of a cross-table whose margins stand
elsewhere, only how the two answers go together counts (Fisher's conditional likelihood).
Published relations of other partnerships are soft: they bound a correlation or a change over time, never a level.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from samvirke.analysis.calibration.likelihood import Question, fitted, questions
from samvirke.analysis.calibration.reported_tables import (
    ATTAINMENT,
    FUTURE,
    CrossTable,
    Outcome,
    Published,
    read_outcomes,
    read_published,
    read_tables,
)
from samvirke.analysis.survey.targets import read_targets
from samvirke.model.errors import refused
from samvirke.model.scenario import data_file
from samvirke.model.scenario.resolved import Scenario


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
