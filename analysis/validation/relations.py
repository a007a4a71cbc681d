"""What is hardest: what became of each partnership when it is left out, and how answers go together when their cross-table is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import logsumexp
from scipy.stats import binom, rankdata

from samvirke.analysis.calibration.emulated_shares import POSTERIOR, PRIOR
from samvirke.analysis.calibration.evidence import Evidence
from samvirke.analysis.calibration.joint_likelihood import given_its_margins
from samvirke.analysis.calibration.leave_one_out_file import CASE
from samvirke.analysis.calibration.likelihood import HALF_AN_ANSWER, Question
from samvirke.analysis.calibration.reported_tables import ATTAINMENT, ATTAINMENTS, FUTURE, FUTURES, CrossTable, Outcome
from samvirke.analysis.calibration.tallies import outcome_in_cells
from samvirke.analysis.validation.ensembles import Simulated
from samvirke.model.items import ITEMS, SCALES

Floats = NDArray[np.float64]
LEFT_OUT, OF_PRIOR, MARGINS_ONLY, NO_IDENTITY, ALL_ALIKE = "left_out", "prior", "margins_only", "no_identity", "no_differences"
CONTINUES = tuple(at for at, label in enumerate(SCALES[ITEMS[FUTURE].scale].labels) if label.startswith("continues"))
LOW, HIGH = 0.05, 0.95
EMPTY_FROM = 0.8
"""An interval as wide as this part of its scale, or wider, says nothing: it is called empty."""


@dataclass(frozen=True)
class CasesLeftOut:
    """Each partnership whose outcome is known, predicted without it: by model the chances of its cells (partnerships x cells)."""

    outcomes: tuple[Outcome, ...]
    chances: Mapping[str, Floats]

    def scores(self, model: str) -> Floats:
        """Log score of each partnership's attainment and future together."""
        each = zip(self.chances[model], self.outcomes, strict=True)
        return np.array([np.log(chances[list(outcome.cells)].sum()) for chances, outcome in each])

    def scores_of_continuing(self, model: str) -> Floats:
        """Log score of whether each goes on or not."""
        chances = self.of_continuing(model)
        return np.log(np.where(self.continued, chances, 1.0 - chances))

    @property
    def continued(self) -> NDArray[np.bool_]:
        """Which of them went on."""
        return np.array([FUTURES.index(each.future) in CONTINUES for each in self.outcomes])

    def of_continuing(self, model: str) -> Floats:
        """The chance that each goes on."""
        return np.asarray(self.chances[model].reshape(len(self.outcomes), len(ATTAINMENTS), -1)[:, :, list(CONTINUES)].sum(axis=(1, 2)))

    def auc(self, model: str) -> float:
        """Chance that of two partnerships, one that went on and one that did not, the first is given the higher chance (0.5: none)."""
        ranks = rankdata(np.round(self.of_continuing(model), 9))
        went_on = self.continued
        number, others = went_on.sum(), (~went_on).sum()
        return float((ranks[went_on].sum() - number * (number + 1) / 2) / (number * others))

    def gain(self, other: str, of_continuing: bool = False) -> tuple[float, float]:
        """How much likelier all of them are than under another model, and the standard error over partnerships."""
        score = self.scores_of_continuing if of_continuing else self.scores
        apart = score(LEFT_OUT) - score(other)
        return float(apart.sum()), float(apart.std(ddof=1) * sqrt(len(apart)))


def cases_left_out(
    evidence: Evidence, without: Mapping[str, Simulated], prior: Simulated, null: Mapping[str, Simulated], margins: Sequence[Question]
) -> CasesLeftOut | None:
    """The partnerships that were left out of a calibration; None where none was. `margins` are the reported ones of all partnerships."""
    outcomes = tuple(each for each in evidence.outcomes if CASE + each.case_id in without)
    if not outcomes:
        return None
    chances = {
        LEFT_OUT: np.array([chances_of(each, without[CASE + each.case_id]) for each in outcomes]),
        OF_PRIOR: np.array([chances_of(each, prior) for each in outcomes]),
        MARGINS_ONLY: np.array([by_margins(each, margins) for each in outcomes]),
    }
    chances[NO_IDENTITY] = np.array([_mean_of_all(outcomes, without[CASE + each.case_id]) for each in outcomes])
    if all(CASE + each.case_id in null for each in outcomes):
        chances[ALL_ALIKE] = np.array([chances_of(each, null[CASE + each.case_id]) for each in outcomes])
    return CasesLeftOut(outcomes, chances)


def chances_of(outcome: Outcome, simulated: Simulated) -> Floats:
    """The share of the runs in each cell, with half a run in each."""
    cells = outcome_in_cells(outcome, simulated.answers, simulated.months)
    counts = simulated.draws.weights_of_runs @ cells * len(cells) + HALF_AN_ANSWER
    return np.asarray(counts / counts.sum())


def _mean_of_all(outcomes: Sequence[Outcome], simulated: Simulated) -> Floats:
    """The mean over all of them: what a model says that does not know which partnership it is."""
    return np.asarray(np.mean([chances_of(each, simulated) for each in outcomes], axis=0))


def by_margins(outcome: Outcome, margins: Sequence[Question]) -> Floats:
    """What the reported margins say of a partnership that is taken out of them: attainment and future independent of each other."""
    attained, became = (_margin(margins, item) for item in (ATTAINMENT, FUTURE))
    of_attainment = np.array([sum(attained[code] for code in cell) for cell in ATTAINMENTS], dtype=float)
    of_future = np.array([became[code] for code in FUTURES], dtype=float)
    if outcome.attainment is not None:
        of_attainment[outcome.attainment] -= 1.0
    of_future[FUTURES.index(outcome.future)] -= 1.0
    shares = [(counts + HALF_AN_ANSWER) / (counts + HALF_AN_ANSWER).sum() for counts in (of_attainment, of_future)]
    return np.outer(*shares).ravel()


def _margin(margins: Sequence[Question], item: str) -> dict[int, int]:
    question = next(each for each in margins if each.item == item and each.given is None)
    return {code: count for cell, count in zip(question.cells, question.counts, strict=True) for code in cell}


@dataclass(frozen=True)
class TableLeftOut:
    """A cross-table: what was reported of two groups, and the share behind it in the draws, by evidence (draws x groups)."""

    table: CrossTable
    shares: Mapping[str, Floats]

    @property
    def reported(self) -> tuple[float, float]:
        """The reported share of each group."""
        first, second = (group.counts[0] / sum(group.counts) for group in self.table.groups)
        return first, second

    def sign_is_right(self, evidence: str) -> float:
        """The share of draws in which the group that was reported higher is."""
        first, second = self.shares[evidence].T
        return float(((first > second) == (self.reported[0] > self.reported[1])).mean())

    def mean(self, evidence: str) -> tuple[float, float]:
        """The mean share of each group."""
        first, second = self.shares[evidence].mean(axis=0)
        return float(first), float(second)

    def width(self, evidence: str) -> Floats:
        """Width of the 90 % interval of each group's share."""
        low, high = np.quantile(self.shares[evidence], [LOW, HIGH], axis=0)
        return np.asarray(high - low)

    def is_empty(self, evidence: str) -> bool:
        """Whether an interval is nearly as wide as its scale."""
        return bool((self.width(evidence) >= EMPTY_FROM).any())

    def inside(self, evidence: str) -> bool:
        """Whether both reported counts lie in the 90 % predictive interval at their n."""
        return all(self._inside(evidence, at) for at in range(2))

    def _inside(self, evidence: str, at: int) -> bool:
        group = self.table.groups[at]
        number = sum(group.counts)
        below = np.mean(binom.cdf(group.counts[0] - 1, number, self.shares[evidence][:, at]))
        above = np.mean(binom.sf(group.counts[0], number, self.shares[evidence][:, at]))
        return bool(below < HIGH and above < HIGH)

    def score(self, evidence: str) -> float:
        """Log score of the table: of how the answers go together where margins are fitted elsewhere, else of both groups' counts."""
        return self._score(np.clip(self.shares[evidence], 1e-6, 1.0 - 1e-6))

    @property
    def score_of_margins(self) -> float:
        """The same where both groups are taken to answer alike."""
        counts = [group.counts for group in self.table.groups]
        common = (sum(each[0] for each in counts) + HALF_AN_ANSWER) / (sum(sum(each) for each in counts) + 1.0)
        return self._score(np.full((1, 2), common))

    def _score(self, shares: Floats) -> float:
        first, second = (list(group.counts) for group in self.table.groups)
        if self.table.given_margins:
            odds = np.log(shares / (1.0 - shares))
            found, _ = given_its_margins(first, second, odds[:, 0] - odds[:, 1])
        else:
            pairs = zip((first, second), shares.T, strict=True)
            found = sum((binom.logpmf(each[0], sum(each), share) for each, share in pairs), np.zeros(len(shares)))
        return float(logsumexp(found) - np.log(len(found)))


def tables_left_out(evidence: Evidence, shares: pd.DataFrame | None) -> tuple[TableLeftOut, ...]:
    """Every cross-table with the shares behind it; none where they have not been made."""
    if shares is None:
        return ()
    found = []
    for table in evidence.tables:
        rows = shares[shares.cross_table == table.name]
        by_evidence = {
            str(name): of.pivot(index="draw", columns="group", values="share").to_numpy() for name, of in rows.groupby("evidence")
        }
        if {POSTERIOR, PRIOR} <= set(by_evidence):
            found.append(TableLeftOut(table, by_evidence))
    return tuple(found)
