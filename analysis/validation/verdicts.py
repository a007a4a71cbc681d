"""The criteria: the figure, the bound it is held against, and whether it is met."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import hypot

import numpy as np

from samvirke.analysis.calibration.emulated_shares import POSTERIOR, PRIOR, WITHOUT
from samvirke.analysis.validation.endings import CONTINUES, MOVES, SOMETHING_LEFT, Change, within_its_interval
from samvirke.analysis.validation.identification import Agreement
from samvirke.analysis.validation.left_out import BASELINES, MODEL, NO_DIFFERENCES
from samvirke.analysis.validation.null_models import FREER
from samvirke.analysis.validation.predictive import Predicted, mean_error, share_inside
from samvirke.analysis.validation.relations import MARGINS_ONLY, NO_IDENTITY, OF_PRIOR, CasesLeftOut, TableLeftOut
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.weighting import distinct_draws
from samvirke.model.parameters import REGISTRY

SHARE_INSIDE, MOST_ERROR, SUSPECTED_BELOW = 0.85, 6.5, 4.0
RELIABLE, LEFT_OUT_INSIDE = 0.4, 0.75
MOST_CHANCE = 2.0
"""Largest Monte Carlo error of a predicted percentage, in points: our own bound, a third of the sampling error of so few answers."""
PERSISTENCE = "persistence"
CHANCE, HARDLY_ANYTHING = "luck", 1e-6
NULLS = ("no_differences", FREER, "luck", "scale_mean")


AT_MOST = ("error", "noise", "agreement", "width")
"""Criteria whose figure must not be larger than what is required; of all others it must not be smaller."""
SIGN_RIGHT, WIDTH_OF_PRIOR = 0.9, 0.7
EFFECTIVE = 400.0
NAN = float("nan")


@dataclass(frozen=True)
class Verdict:
    """One criterion: its `figure`, what is `required` (at least or at most), and whether it is met.

    `of` says what of: a move, a baseline, a null model. `error` is the Monte Carlo standard error of the figure, where that is known.
    `is_a_test` is false where it could not have come out otherwise; `pulled` then says whether the data pull towards the bound.
    `of_prior` and `of_margins` are the same figure under the prior, and under a table of the reported margins (NaN: not known).
    """

    name: str
    figure: float
    required: float
    holds: bool
    of: str = ""
    error: float = 0.0
    is_a_test: bool = True
    pulled: bool = False
    of_prior: float = NAN
    of_margins: float = NAN

    @property
    def prior_passes(self) -> bool:
        """Whether the prior meets it as well: then meeting it shows nothing."""
        return self.of_prior <= self.required if self.name in AT_MOST else self.of_prior >= self.required


def verdicts(validation: Validation) -> list[Verdict]:
    """All of them, in the order of the page."""
    inside, error = share_inside(validation.fitted), mean_error(validation.fitted)
    left_out = rows_left_out(validation)
    reliability = validation.response.mean_reliability
    prior = validation.prior
    of_inside = Verdict("inside", 100.0 * inside, 100.0 * SHARE_INSIDE, inside >= SHARE_INSIDE, of_prior=100.0 * share_inside(prior))
    of_error = Verdict("error", error, MOST_ERROR, error <= MOST_ERROR, of_prior=mean_error(prior), of_margins=0.0)
    return [
        *(_cases(validation.cases) if validation.cases else []),
        *(_cross_tables(validation.cross_tables) if validation.cross_tables else []),
        _counted(of_inside),
        _counted(of_error),
        _effective(validation),
        _noise(validation),
        Verdict("reliability", 100.0 * reliability, 100.0 * RELIABLE, reliability >= RELIABLE),
        *(_against(validation, null) for null in NULLS if null in validation.joint),
        Verdict("left_out_inside", 100.0 * share_inside(left_out), 100.0 * LEFT_OUT_INSIDE, share_inside(left_out) >= LEFT_OUT_INSIDE),
        *(_left_out_against(validation, name) for name in (NO_DIFFERENCES, *BASELINES)),
        *([_against_persistence(validation)] if validation.repeated else []),
        *_endings_drawn(validation),
        _endings(validation),
        *(_moves(validation.changes, move.name) for move in MOVES if not move.narrow),
        *([_agreement(validation.agreement)] if validation.agreement else []),
    ]


def _counted(verdict: Verdict) -> Verdict:
    """The same, but no test where the prior passes too."""
    return replace(verdict, is_a_test=False) if verdict.holds and verdict.prior_passes else verdict


def _cases(cases: CasesLeftOut) -> list[Verdict]:
    """Partnerships left out one at a time: log score above the margins alone, and above the model that does not know which one it is."""
    found = []
    for other in (MARGINS_ONLY, NO_IDENTITY):
        gain, error = cases.gain(other)
        of_prior = float(cases.scores(OF_PRIOR).sum() - cases.scores(other).sum())
        margins = float(cases.scores(MARGINS_ONLY).sum() - cases.scores(other).sum())
        found.append(Verdict("cases", gain, 0.0, gain > 0.0, other, error, of_prior=of_prior, of_margins=margins))
    return found


def _cross_tables(tables: Sequence[TableLeftOut]) -> list[Verdict]:
    """Of the worst cross-table: draws with the right sign, whether counts are inside, and how wide the shares are against the prior's."""
    sign, of_prior = (100.0 * min(each.sign_is_right(evidence) for each in tables) for evidence in (POSTERIOR, PRIOR))
    inside, prior_inside = (float(sum(each.inside(evidence) for each in tables)) for evidence in (POSTERIOR, PRIOR))
    width = max(float((each.width(POSTERIOR) / each.width(PRIOR)).max()) for each in tables)
    left_out = [each for each in tables if WITHOUT in each.shares]
    gain = sum(each.score(WITHOUT) - each.score_of_margins for each in left_out)
    prior_gain = sum(each.score(PRIOR) - each.score_of_margins for each in left_out)
    of_left_out = _counted(Verdict("tables", gain, 0.0, gain > 0.0, MARGINS_ONLY, of_prior=prior_gain, of_margins=0.0))
    return [
        _counted(Verdict("sign", sign, 100.0 * SIGN_RIGHT, sign >= 100.0 * SIGN_RIGHT, of_prior=of_prior, of_margins=0.0)),
        _counted(Verdict("tables_inside", inside, len(tables), inside == len(tables), of_prior=prior_inside)),
        Verdict("width", width, WIDTH_OF_PRIOR, width <= WIDTH_OF_PRIOR, of_prior=1.0),
        *([of_left_out] if left_out else []),
    ]


def _effective(validation: Validation) -> Verdict:
    """Effective number of different draws."""
    effective = distinct_draws(validation.posterior).effective
    alone = "mixing" in validation.posterior.about  # a chain for each draw: all are different
    return Verdict("effective", effective, EFFECTIVE, effective >= EFFECTIVE, is_a_test=not alone)


def _agreement(found: Agreement) -> Verdict:
    """How far two calibrations lead to other predicted percentages."""
    return Verdict("agreement", found.error_of_rows, MOST_CHANCE, found.error_of_rows <= MOST_CHANCE)


def rows_left_out(validation: Validation) -> list[Predicted]:
    """All rows of the blocks, each predicted without its block."""
    return [row for block in validation.left_out for row in block.rows]


def _noise(validation: Validation) -> Verdict:
    """The prior ends at the bound, so this cannot fail: the data only show whether they pull towards it."""
    noise = REGISTRY["response_noise"]
    mean, _, highest = validation.response.shifts["response_noise"]
    pulled = mean > 100.0 * noise.prior.at(0.5)
    return Verdict("noise", highest, 100.0 * noise.high, validation.response.noise_within_bound > 0.999, is_a_test=False, pulled=pulled)


def _against(validation: Validation, null: str) -> Verdict:
    """By how much the joint rows are likelier under our model (log score): must be above 0."""
    gain = sum(validation.joint["posterior"].values()) - sum(validation.joint[null].values())
    error = hypot(validation.joint_errors["posterior"], validation.joint_errors.get(null, 0.0))
    if null == CHANCE:  # no reported row links an ending to another answer: assigned at random, the endings predict these rows as well
        return Verdict("joint", gain, 0.0, gain > 0.0, null, is_a_test=abs(gain) > HARDLY_ANYTHING)
    return Verdict("joint", gain, 0.0, gain > 0.0, null, error)


def _endings_drawn(validation: Validation) -> list[Verdict]:
    """By how much the endings, left out, are likelier than if all four were equally likely."""
    blocks = [block for block in validation.left_out if block.block == "endings"]
    gains = [(block.gain_over("uniform"), block.errors.get(MODEL, 0.0)) for block in blocks]
    return [Verdict("endings_drawn", gain, 0.0, gain > 0.0, error=error) for gain, error in gains]


def _left_out_against(validation: Validation, baseline: str) -> Verdict:
    """By how much left-out questions are likelier, where the baseline predicts anything."""
    gain = sum(block.gain_over(baseline) for block in validation.left_out)
    errors = [error for block in validation.left_out for model, error in block.errors.items() if model in (MODEL, baseline)]
    weighted = baseline == NO_DIFFERENCES and any(np.isnan(block.effective_of_null) for block in validation.left_out)
    return Verdict("left_out", gain, 0.0, gain > 0.0, baseline, hypot(*errors), is_a_test=not weighted)


def _against_persistence(validation: Validation) -> Verdict:
    """The same, of repeated questions against the persistence baseline."""
    gain = sum(each.left_out - each.persistence for each in validation.repeated)
    return Verdict("left_out", gain, 0.0, gain > 0.0, PERSISTENCE)


def _endings(validation: Validation) -> Verdict:
    held = [within_its_interval(row.target, row.mean) for row in endings_rows(validation.fitted)]
    return Verdict("endings", float(sum(held)), float(len(held)), all(held))


def endings_rows(rows: Iterable[Predicted]) -> list[Predicted]:
    """The rows about the four futures."""
    return [row for row in rows if row.target.item == "future"]


def _moves(changes: Iterable[Change], move: str) -> Verdict:
    """The larger of two changes: who continues, and where something is left."""
    found = [each for each in changes if each.move == move and each.outcome in (CONTINUES, SOMETHING_LEFT)]
    largest = max(found, key=lambda each: abs(each.mean))
    return Verdict("move", largest.mean, 5.0, any(each.is_enough for each in found), move)
