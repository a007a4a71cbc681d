"""How likely everything that is reported is at once, given the chances of every answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, logsumexp

from samvirke.analysis.calibration.emulator import Emulator
from samvirke.analysis.calibration.tallies import Tallies

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]


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

    A margin keeps the number of answers that was reported, as nearly as shares allow; groups are as large as they were in the run.
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
    blocks = observed.tallies.blocks
    slopes = np.zeros((len(chances), chances.shape[1] + relations.shape[1]), dtype=np.float32)
    margins = len(observed.tallies.evidence.questions)
    parts = [sum((_answers(observed, chances, slopes, at) for at in range(margins)), np.zeros(len(chances)))]
    for number, table in enumerate(observed.tallies.evidence.tables):
        first = margins + 2 * number
        if table.given_margins:
            parts.append(_association(observed, chances, slopes, first))
        else:
            parts.append(_answers(observed, chances, slopes, first) + _answers(observed, chances, slopes, first + 1))
    for number, agrees in enumerate(observed.outcomes):
        place = len(observed.tallies.questions) + number
        if place in observed.left_out:
            parts.append(np.zeros(len(chances)))
            continue
        own = chances[:, blocks[place]]
        found = logsumexp(own[:, agrees], axis=1)
        slopes[:, blocks[place]] = np.where(agrees, np.exp(own - found[:, None]), 0.0) - np.exp(own)
        parts.append(found)
    apart = (relations - observed.relations) / observed.errors
    slopes[:, chances.shape[1] :] = -apart / observed.errors
    parts.append(-0.5 * (apart**2).sum(axis=1))
    return np.stack(parts, axis=1), slopes


def _answers(observed: Observed, chances: Singles, slopes: Singles, place: int) -> Floats:
    """A question's multinomial; its slopes are written down."""
    if place in observed.left_out:
        return np.zeros(len(chances))
    block = observed.tallies.blocks[place]
    counts = observed.counts[block]
    slopes[:, block] = counts - counts.sum() * np.exp(chances[:, block])
    return np.asarray(chances[:, block] @ counts)


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
