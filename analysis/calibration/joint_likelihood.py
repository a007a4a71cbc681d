"""How likely everything that is reported is at once, given the chances of every answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, logsumexp

from samvirke.analysis.calibration.emulator import Emulator
from samvirke.analysis.calibration.tallies import Tallies

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
LEAST = np.float32(1e-30)


@dataclass(frozen=True)
class Observed:
    """What was answered, column by column as in the tallies.

    `counts` are those of the questions' cells; `outcomes` say which cells agree with what is known of each partnership (outcomes x cells);
    `relations` are published values with their `errors`. `left_out` are blocks that do not count: places among the questions and outcomes.
    """

    tallies: Tallies
    counts: Floats
    outcomes: NDArray[np.bool_]
    relations: Floats
    errors: Floats
    left_out: frozenset[int] = frozenset()

    @cached_property
    def counts_that_count(self) -> Floats:
        """The counts of all cells that enter as a multinomial; 0 for what is left out, for outcomes, and for tables given their margins."""
        tallies = self.tallies
        counts = np.zeros(tallies.cells)
        counts[: len(self.counts)] = self.counts
        margins = len(tallies.evidence.questions)
        given = [margins + 2 * at + of for at, table in enumerate(tallies.evidence.tables) if table.given_margins for of in (0, 1)]
        for place in {*given, *(each for each in self.left_out if each < len(tallies.questions))}:
            counts[tallies.blocks[place]] = 0.0
        return counts

    def without(self, places: frozenset[int]) -> "Observed":
        """The same, as if some blocks were not known."""
        return replace(self, left_out=self.left_out | places)

    def without_relations(self) -> "Observed":
        """The same without what was published of other partnerships."""
        return replace(self, errors=np.full_like(self.errors, np.inf))


def reported(tallies: Tallies) -> Observed:
    """What is reported."""
    evidence = tallies.evidence
    counts = np.concatenate([np.asarray(each.counts, dtype=float) for each in tallies.questions])
    outcomes = np.zeros((len(evidence.outcomes), tallies.outcome_cells), dtype=bool)
    for row, each in zip(outcomes, evidence.outcomes, strict=True):
        row[list(each.cells)] = True
    values, errors = (np.array([getattr(each, name) for each in evidence.published]) for name in ("value", "error"))
    return Observed(tallies, counts, outcomes, values, errors)


def synthetic(tallies: Tallies, columns: Floats, like: Observed) -> Observed:
    """What one simulated run would have been reported as: `columns` are its tallies.

    Everybody answers in it: margins are about all partnerships asked, a few more than answered the report, and no rating is missing.
    """
    outcomes = columns[len(like.counts) : tallies.cells].reshape(like.outcomes.shape) > 0.0
    return replace(like, counts=np.rint(columns[: len(like.counts)]), outcomes=outcomes, relations=columns[tallies.cells :])


def target_of(observed: Observed, emulator: Emulator) -> Callable[[Floats], tuple[Floats, Floats]]:
    """From points to the log probability of everything at once, up to a constant, and its slope by the scores."""

    def target(scores: Floats) -> tuple[Floats, Floats]:
        chances, relations = emulator.log_chances(scores)
        parts, slopes = parts_and_slopes(observed, chances, relations)
        return parts.sum(axis=1), emulator.slope(scores, slopes)

    return target


def parts_and_slopes(observed: Observed, chances: Singles, relations: Singles) -> tuple[Floats, Singles]:
    """The log probability by part (points x parts: margins, each cross-table, each outcome, published relations), and its slopes.

    Slopes are by the logits of the cells, then by the published relations (points x columns).
    """
    tallies = observed.tallies
    counts = observed.counts_that_count
    asked = tallies.blocks.sums(counts)[tallies.blocks.of_cell].astype(np.float32)
    shares = np.exp(chances)
    slopes = np.zeros((len(chances), chances.shape[1] + relations.shape[1]), dtype=np.float32)
    slopes[:, : chances.shape[1]] = counts - asked * shares
    by_block = tallies.blocks.sums(chances * counts.astype(np.float32)).astype(np.float64)
    margins, questions = len(tallies.evidence.questions), len(tallies.questions)
    parts = [by_block[:, :margins].sum(axis=1)]
    for number, table in enumerate(tallies.evidence.tables):
        first = margins + 2 * number
        if table.given_margins:
            parts.append(_association(observed, chances, slopes, first))
        else:
            parts.append(by_block[:, first] + by_block[:, first + 1])
    parts += list(_outcomes(observed, shares, slopes, questions).T)
    apart = (relations - observed.relations) / observed.errors
    slopes[:, chances.shape[1] :] = -apart / observed.errors
    parts.append(-0.5 * (apart**2).sum(axis=1))
    return np.stack(parts, axis=1), slopes


def _outcomes(observed: Observed, shares: Singles, slopes: Singles, first: int) -> Floats:
    """The log probability of each partnership's outcome (points x outcomes); the slopes of all of them are written down."""
    tallies = observed.tallies
    number = len(observed.outcomes)
    if not number:
        return np.zeros((len(shares), 0))
    known = np.array([first + at not in observed.left_out for at in range(number)])
    own = shares[:, tallies.blocks[first].start : tallies.cells].reshape(len(shares), number, -1)
    agreeing = own * observed.outcomes
    likely = np.maximum(agreeing.sum(axis=2), LEAST)
    slope = (agreeing / likely[:, :, None] - own) * known[:, None]
    slopes[:, tallies.blocks[first].start : tallies.cells] = slope.reshape(len(shares), -1)
    return np.where(known, np.log(likely), 0.0).astype(np.float64)


def _association(observed: Observed, chances: Singles, slopes: Singles, first: int) -> Floats:
    """How the answers of a cross-table go together, given its margins; its slopes are written down."""
    if first in observed.left_out:
        return np.zeros(len(chances))
    pair = [observed.tallies.blocks[first], observed.tallies.blocks[first + 1]]
    log_odds = [(chances[:, block.start] - chances[:, block.start + 1]).astype(np.float64) for block in pair]
    given, rest = ([int(each) for each in observed.counts[block]] for block in pair)
    found, expected = given_its_margins(given, rest, log_odds[0] - log_odds[1])
    for sign, block in zip((1.0, -1.0), pair, strict=True):
        slopes[:, block.start] = sign * (given[0] - expected)
        slopes[:, block.start + 1] = -slopes[:, block.start]
    return found


def given_its_margins(first: list[int], second: list[int], log_odds_ratio: Floats) -> tuple[Floats, Floats]:
    """Log probability of a table of two groups given its margins, and the first group's expected answers (hypergeometric).

    Fisher's noncentral distribution; `first` and `second` are how many of each group gave the answer and how many did not.
    """
    answered, sizes = first[0] + second[0], (sum(first), sum(second))
    support = np.arange(max(0, answered - sizes[1]), min(answered, sizes[0]) + 1)
    ways = _log_choose(sizes[0], support) + _log_choose(sizes[1], answered - support)
    terms = ways + support * log_odds_ratio[:, None]
    terms -= logsumexp(terms, axis=1, keepdims=True)
    return terms[:, first[0] - support[0]], np.exp(terms) @ support


def _log_choose(number: int, taken: NDArray[np.int64]) -> Floats:
    return np.asarray(gammaln(number + 1.0) - gammaln(taken + 1.0) - gammaln(number - taken + 1.0))
