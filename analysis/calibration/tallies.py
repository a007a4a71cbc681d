"""What is kept of simulated questionnaires: how many answers fall in each cell of each block, and each published relation."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.blocks import Blocks
from samvirke.analysis.calibration.evidence import Evidence
from samvirke.analysis.calibration.likelihood import Question, answers_in_cells
from samvirke.analysis.calibration.reported_tables import ATTAINMENT, ATTAINMENTS, CORRELATION, FUTURE, FUTURES, Outcome, Published
from samvirke.analysis.survey.targets import AT_THE_END, wave_of
from samvirke.model.items import ITEM_NUMBER, ITEMS, SCALES

Floats = NDArray[np.float64]
Answers = NDArray[np.int8]
LAST = "36"
FIRST_WAVE, LAST_WAVE = 0, 2  # one and three years in, between which a change over time is read
LEAST = 1e-9


@dataclass(frozen=True)
class Tallies:
    """Which columns belong to what: first the cells of `questions`, then those of `outcomes`, then one value per published relation.

    The questions of cross-tables follow the margins: two per table, in their order.
    """

    evidence: Evidence

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Margins, then the two questions of each cross-table."""
        return (*self.evidence.questions, *(group for table in self.evidence.tables for group in table.groups))

    @cached_property
    def blocks(self) -> Blocks:
        """The columns of each question and each outcome."""
        return Blocks([len(each.cells) for each in self.questions] + [self.outcome_cells] * len(self.evidence.outcomes))

    @property
    def cells(self) -> int:
        """How many columns are cells; those of published relations follow them."""
        return self.blocks.cells

    @property
    def outcome_cells(self) -> int:
        """Cells of one partnership's outcome."""
        return len(ATTAINMENTS) * len(FUTURES)

    def of(self, answers: Answers, months: Sequence[int]) -> Floats:
        """All columns of runs (runs x columns) from their answers (runs x partnerships x waves x items)."""
        parts = [answers_in_cells(each, answers, months) for each in self.questions]
        parts += [outcome_in_cells(each, answers, months) for each in self.evidence.outcomes]
        parts += [relation_in(each, answers)[:, None] for each in self.evidence.published]
        return np.concatenate(parts, axis=1)


def outcome_in_cells(outcome: Outcome, answers: Answers, months: Sequence[int]) -> Floats:
    """Which cell, attainment by future, one partnership is in: 1 in that cell, 0 elsewhere (runs x cells)."""
    at_end, last = wave_of(FUTURE, AT_THE_END, months), wave_of(ATTAINMENT, LAST, months)
    rating = answers[:, outcome.place, last, ITEM_NUMBER[ATTAINMENT]]
    future = answers[:, outcome.place, at_end, ITEM_NUMBER[FUTURE]]
    attained = np.stack([np.isin(rating, cell) for cell in ATTAINMENTS], axis=1)
    became = np.stack([future == code for code in FUTURES], axis=1)
    return (attained[:, :, None] & became[:, None, :]).reshape(len(answers), -1).astype(float)


def relation_in(relation: Published, answers: Answers) -> Floats:
    """A published relation as the answers of each run have it (runs); NaN where fewer than three partnerships answered."""
    first = answers[:, :, LAST_WAVE if relation.kind == CORRELATION else FIRST_WAVE, ITEM_NUMBER[relation.item]].astype(float)
    other = relation.other_item or relation.item
    second = answers[:, :, LAST_WAVE, ITEM_NUMBER[other]].astype(float)
    known = (first >= ITEM_LEAST[relation.item]) & (second >= ITEM_LEAST[other])
    number = known.sum(axis=1)
    means = [np.where(known, each, 0.0).sum(axis=1) / np.maximum(1, number) for each in (first, second)]
    with np.errstate(invalid="ignore", divide="ignore"):
        if relation.kind == CORRELATION:
            apart = [np.where(known, each - mean[:, None], 0.0) for each, mean in zip((first, second), means, strict=True)]
            spread = np.sqrt((apart[0] ** 2).sum(axis=1) * (apart[1] ** 2).sum(axis=1))
            found = np.where(spread > LEAST, (apart[0] * apart[1]).sum(axis=1) / np.maximum(spread, LEAST), 0.0)
        else:
            found = means[1] / means[0] - 1.0
    return np.where(number > 2, found, np.nan)


ITEM_LEAST = {name: min(SCALES[item.scale].codes) for name, item in ITEMS.items()}
"""The lowest answer of each item: below it, it was not answered."""
