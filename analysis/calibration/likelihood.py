"""How likely the reported counts are: overlapping rows of an item become one multinomial, conditional rows stay conditional.

A question is what is asked of one group of partnerships in one wave: its cells are sets of answers that exclude each other and
leave nothing out. Its reported counts are compared with the simulated answers, pooled over runs, as a Dirichlet-multinomial:
the pooled counts, and half an answer per cell, say how closely the simulated shares are known; a concentration says how far one run's
shares lie from the pooled ones, because the parameters that are not sampled differ from run to run.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaln

from samvirke.analysis.survey.targets import ALL_ANSWERED, Target, wave_of
from samvirke.model.items import ITEM_NUMBER, ITEMS, SCALES

FITTED = ("calibration", "fit")
NESTED = {"all_seven_c_high": "at_least_six_of_seven_c_high"}
"""Counted items of which the first implies the second: one multinomial of all seven, just six, fewer."""
HALF_AN_ANSWER = 0.5


@dataclass(frozen=True)
class Question:
    """One multinomial: `cells` are answer codes that exclude each other, `counts` the reported answers in each.

    `target_ids` are the rows it is made of. `of_all` is the share of partnerships that answered at all, for items where those
    that did not count as "no" (1 elsewhere). `nested_in` is the item that the first cell's item implies. `partnerships` are the places of
    those it is about (None: all).
    """

    item: str
    month: str
    given: tuple[str, tuple[int, ...]] | None
    cells: tuple[tuple[int, ...], ...]
    counts: tuple[int, ...]
    target_ids: tuple[str, ...]
    nested_in: str | None = None
    partnerships: tuple[int, ...] | None = None

    @property
    def name(self) -> str:
        """Item, month and condition in a word."""
        condition = f", given {self.given[0]}={'|'.join(map(str, self.given[1]))}" if self.given else ""
        return f"{self.item} in month {self.month}{condition}"


def fitted(targets: Iterable[Target]) -> list[Target]:
    """The rows that are fitted: those of the calibration split that do not merely set how things begin."""
    rows = [each for each in targets if (each.split, each.role) == FITTED]
    if without := [row.target_id for row in rows if not (row.count >= 0.0 and row.n > 0.0)]:
        raise ValueError(f"{', '.join(without)}: a row that is fitted must have a count and n")
    return rows


def questions(targets: Iterable[Target]) -> list[Question]:
    """The multinomials that rows with counts make. Raises ValueError where rows of one item overlap without one holding the other."""
    groups: dict[tuple[Any, ...], list[Target]] = {}
    for target in targets:
        groups.setdefault((target.item, target.month, target.given), []).append(target)
    made = {key: _question(key[0], key[1], key[2], rows) for key, rows in groups.items()}
    for inner, outer in NESTED.items():
        pairs = [(a, b) for a in made for b in made if a[0] == inner and b[0] == outer and a[1:] == b[1:]]
        for a, b in pairs:
            made[a] = _nested(made[a], made.pop(b))
    return list(made.values())


def _question(item: str, month: str, given: Any, rows: Sequence[Target]) -> Question:
    """Each row's own cell is what it holds beyond the rows inside it; what no row holds is the last cell."""
    cells: list[tuple[int, ...]] = []
    counts: list[int] = []
    held: list[tuple[set[int], int]] = []
    for row in sorted(rows, key=_breadth):
        codes = set(row.codes)
        inside = [each for each in held if each[0] <= codes]
        if any(each[0] & codes and not each[0] <= codes for each in held):
            raise ValueError(f"{row.target_id}: its answers overlap those of another row of {item} without holding them")
        cells.append(tuple(sorted(codes - set().union(*(each[0] for each in inside)))))
        counts.append(int(row.count) - sum(each[1] for each in inside))
        held = [each for each in held if not each[0] <= codes] + [(codes, int(row.count))]
    rest = set(SCALES[ITEMS[item].scale].codes) - set().union(*(each[0] for each in held))
    if rest:
        cells.append(tuple(sorted(rest)))
        counts.append(max(0, int(max(row.n for row in rows)) - sum(each[1] for each in held)))
    if min(counts) < 0:
        raise ValueError(f"{rows[0].target_id}: the counts of the rows of {item} contradict each other ({counts})")
    return Question(item, month, given, tuple(cells), tuple(counts), tuple(row.target_id for row in rows))


def _breadth(row: Target) -> int:
    return len(row.codes)


def _nested(inner: Question, outer: Question) -> Question:
    """All seven, just six, fewer."""
    all_seven, at_least_six = inner.counts[0], outer.counts[0]
    counts = (all_seven, at_least_six - all_seven, outer.counts[1])
    ids = inner.target_ids + outer.target_ids
    return Question(inner.item, inner.month, inner.given, ((2,), (1,), (0,)), counts, ids, nested_in=outer.item)


def answers_in_cells(question: Question, answers: NDArray[np.int8], months: Sequence[int]) -> NDArray[np.float64]:
    """How many simulated answers of each run fall in each cell (runs x cells).

    `answers` are runs x partnerships x waves x items, `months` those of the waves. Partnerships that did not answer count as
    "no" in counted items, in the share that they had.
    """
    if question.partnerships is not None:
        answers = answers[:, list(question.partnerships)]
    given = answers[:, :, wave_of(question.item, question.month, months), ITEM_NUMBER[question.item]]
    if question.nested_in is not None:
        given = given + answers[:, :, wave_of(question.item, question.month, months), ITEM_NUMBER[question.nested_in]]
    asked = np.ones(given.shape, dtype=bool)
    if question.given is not None:
        item, codes = question.given
        asked = np.isin(answers[:, :, wave_of(item, question.month, months), ITEM_NUMBER[item]], codes)
    counts = np.stack([(np.isin(given, cell) & asked).sum(axis=1) for cell in question.cells], axis=-1).astype(float)
    if ITEMS[question.item].counted:
        kept = counts[:, :-1] * ALL_ANSWERED
        counts = np.concatenate([kept, counts.sum(axis=1, keepdims=True) - kept.sum(axis=1, keepdims=True)], axis=1)
    return counts


def log_likelihood(reported: ArrayLike, simulated: ArrayLike, concentration: float = np.inf) -> NDArray[np.float64]:
    """Log probability of `reported` counts (cells) given `simulated` counts (... x cells), Dirichlet-multinomial.

    `concentration` limits how closely pooled answers determine one run's shares; without it only their number does.
    """
    reported = np.asarray(reported, dtype=float)
    weights = np.asarray(simulated, dtype=float) + HALF_AN_ANSWER
    total = weights.sum(axis=-1, keepdims=True)
    weights = weights / total * np.minimum(total, concentration)
    whole, n = weights.sum(axis=-1), reported.sum()
    ways = gammaln(n + 1.0) - gammaln(reported + 1.0).sum()
    return ways + gammaln(whole) - gammaln(whole + n) + (gammaln(weights + reported) - gammaln(weights)).sum(axis=-1)
