"""An emulator of the questionnaire: the chance of every answer as a smooth function of the parameters, fitted to a table of runs.

In each block (a question, or the outcome of one partnership) the chances are a multinomial logit of Hermite polynomials of the
parameters' normal scores: linear, square, and the products of those that matter most. Under the prior these are uncorrelated with
each other. A small ridge keeps coefficients of nothing small. Published relations are emulated by least squares on the same terms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata

from samvirke.analysis.calibration.blocks import Blocks
from samvirke.analysis.calibration.tallies import Tallies

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
RIDGE = 100.0  # in runs: the information that holds a coefficient to 0
MOST_STEPS = 30
CLOSE_ENOUGH = 1e-6
MOST_SQUARED, MOST_IN_PRODUCTS = 60, 20
RUNS_AT_ONCE = 10_000
CLEARLY_CORRELATED = 4.5  # standard errors: of a hundred thousand pairs of parameter and cell, chance alone gives less than one
LEAST_SHARE = 1e-6
SQUARE_SPREAD = np.float32(0.5**0.5)


@dataclass(frozen=True)
class Terms:
    """Which polynomials: every score, the squares of those at `squared`, and the products of the pairs at `products`."""

    squared: tuple[int, ...]
    products: tuple[tuple[int, int], ...]

    def of(self, scores: Floats) -> Singles:
        """The terms of points (points x terms) from their scores (points x names); the first is 1."""
        single = np.asarray(scores, dtype=np.float32)
        squares = (single[:, list(self.squared)] ** 2 - np.float32(1.0)) * SQUARE_SPREAD
        first, second = np.array(self.products, dtype=int).reshape(-1, 2).T
        one = np.ones((len(single), 1), dtype=np.float32)
        return np.concatenate([one, single, squares, single[:, first] * single[:, second]], axis=1)

    def slope(self, scores: Floats, of_terms: Singles) -> Floats:
        """The slope of anything by the scores (points x names) from its slope by the terms (points x terms)."""
        single = np.asarray(scores, dtype=np.float32)
        names, squared = single.shape[1], list(self.squared)
        found = of_terms[:, 1 : 1 + names].copy()
        found[:, squared] += 2.0 * SQUARE_SPREAD * single[:, squared] * of_terms[:, 1 + names : 1 + names + len(squared)]
        of_products = of_terms[:, 1 + names + len(squared) :]
        first, second = np.array(self.products, dtype=int).reshape(-1, 2).T
        of_one, of_other = of_products * single[:, second], of_products * single[:, first]
        every = np.arange(names)
        found += of_one @ (first[:, None] == every).astype(np.float32) + of_other @ (second[:, None] == every).astype(np.float32)
        return found.astype(np.float64)


@dataclass(frozen=True)
class Emulator:
    """Chances of all cells at any point. `names` are the scores' names in their order; coefficients are terms x columns.

    `errors` are the standard deviations of one run's published relations around what is emulated.
    """

    names: tuple[str, ...]
    terms: Terms
    blocks: Blocks
    coefficients: Singles
    errors: Floats

    @property
    def cells(self) -> int:
        """How many columns are cells."""
        return self.blocks.cells

    def log_chances(self, scores: Floats) -> tuple[Singles, Singles]:
        """Log chance of each cell (points x cells), and the published relations (points x relations)."""
        found = self.terms.of(scores) @ self.coefficients
        return self.blocks.log_shares(found[:, : self.cells]), found[:, self.cells :]

    def slope(self, scores: Floats, of_columns: Singles) -> Floats:
        """The slope of anything at points (points x scores) from its slope by logits and published relations (points x columns)."""
        return self.terms.slope(scores, of_columns @ self.coefficients.T)


def correlations(scores: Floats, columns: Floats) -> Floats:
    """Rank correlation of every score with every column in standard errors (scores x columns); missing runs count as the mean."""
    filled = np.where(np.isnan(columns), np.nanmean(columns, axis=0), columns)
    ranks, of_columns = (_standardised(rankdata(each, axis=0)) for each in (scores, filled))
    return np.asarray(ranks.T @ of_columns / len(scores) ** 0.5)


def _standardised(columns: Floats) -> Floats:
    spread = columns.std(axis=0)
    return np.asarray((columns - columns.mean(axis=0)) / np.where(spread > 0.0, spread, 1.0))


def moving(found: Floats) -> NDArray[np.int64]:
    """Which scores move any column clearly, the strongest first (`found` are correlations in standard errors)."""
    strongest = np.abs(found).max(axis=1)
    order = np.argsort(-strongest, kind="stable")
    return order[strongest[order] > CLEARLY_CORRELATED]


def terms_for(found: Floats) -> Terms:
    """Squares of the scores that move most over all columns, and products of the first of them (`found`: correlations)."""
    strongest = np.argsort(-(found**2).sum(axis=1), kind="stable").tolist()
    return Terms(tuple(sorted(strongest[:MOST_SQUARED])), tuple(combinations(sorted(strongest[:MOST_IN_PRODUCTS]), 2)))


def shares_of_cells(columns: Floats, tallies: Tallies) -> Floats:
    """The share of each cell in its block, NaN where nobody was asked; published relations as they are."""
    shares = np.array(columns, dtype=float)
    for block in tallies.blocks:
        asked = shares[:, block].sum(axis=1, keepdims=True)
        shares[:, block] = np.divide(shares[:, block], asked, out=np.full_like(shares[:, block], np.nan), where=asked > 0.0)
    return shares


def fit(names: Sequence[str], scores: Floats, columns: Floats, tallies: Tallies, start: Emulator | None = None) -> Emulator:
    """The emulator of a table of runs: `scores` are runs x names, `columns` what the runs answered (Tallies.of)."""
    terms = start.terms if start else terms_for(correlations(scores, shares_of_cells(columns, tallies)))
    table = terms.of(scores)
    of_cells = _logits(table, columns[:, : tallies.cells].astype(np.float32), tallies.blocks)
    of_relations, errors = _least_squares(table, columns[:, tallies.cells :])
    return Emulator(tuple(names), terms, tallies.blocks, np.concatenate([of_cells, of_relations], axis=1), errors)


def _logits(table: Singles, counts: Singles, blocks: Blocks) -> Singles:
    """Coefficients (terms x cells) of one multinomial logit per block with a ridge, all at once, by quasi-Newton steps (scipy).

    The variables are scaled as if terms were uncorrelated and chances near the common shares: then all directions are alike steep.
    """
    given = counts.sum(axis=0, dtype=np.float64)
    asked = blocks.sums(given)[blocks.of_cell]
    shares = np.maximum(given / asked, LEAST_SHARE)
    hold = RIDGE * asked / len(table)
    steepness = np.sqrt(asked * shares + hold)
    shape = (table.shape[1], counts.shape[1])

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape) / steepness
        value, slope = _misfit(table, counts, weights.astype(np.float32), blocks)
        value += 0.5 * float((hold * weights[1:] ** 2).sum())
        slope[1:] += hold * weights[1:]
        return value / len(table), (slope / steepness).ravel() / len(table)

    first = np.zeros(shape)
    first[0] = np.log(shares) * steepness
    options = {"maxiter": MOST_STEPS, "ftol": CLOSE_ENOUGH}
    found = minimize(loss, first.ravel(), jac=True, method="L-BFGS-B", options=options)
    return np.asarray(found.x.reshape(shape) / steepness, dtype=np.float32)


def _misfit(table: Singles, counts: Singles, weights: Singles, blocks: Blocks) -> tuple[float, Floats]:
    """Minus the log likelihood of all counts, and its slope by the weights; some runs at a time."""
    value, slope = 0.0, np.zeros(weights.shape)
    for first in range(0, len(table), RUNS_AT_ONCE):
        some, given = table[first : first + RUNS_AT_ONCE], counts[first : first + RUNS_AT_ONCE]
        chances = blocks.log_shares(some @ weights)
        value -= float((given * chances).sum(dtype=np.float64))
        slope += some.T @ (np.exp(chances) * blocks.sums(given)[:, blocks.of_cell] - given)
    return value, slope


def _least_squares(table: Singles, values: Floats) -> tuple[Singles, Floats]:
    """Coefficients of each column by ridge regression, and the standard deviation of what is left."""
    coefficients, errors = np.zeros((table.shape[1], values.shape[1]), dtype=np.float32), np.zeros(values.shape[1])
    hold = np.full(table.shape[1], RIDGE)
    hold[0] = 0.0
    for column, each in enumerate(values.T):
        used = ~np.isnan(each)
        terms = table[used].astype(np.float64)
        coefficients[:, column] = np.linalg.solve(terms.T @ terms + np.diag(hold), terms.T @ each[used])
        errors[column] = float((each[used] - terms @ coefficients[:, column]).std())
    return coefficients, errors


def as_arrays(emulator: Emulator) -> dict[str, NDArray[Any]]:
    """What `from_arrays` needs to make it again."""
    return {
        "names": np.array(emulator.names),
        "squared": np.array(emulator.terms.squared, dtype=int),
        "products": np.array(emulator.terms.products, dtype=int).reshape(-1, 2),
        "coefficients": emulator.coefficients,
        "errors": emulator.errors,
    }


def from_arrays(arrays: Mapping[str, NDArray[Any]], tallies: Tallies) -> Emulator:
    """An emulator from its arrays."""
    terms = Terms(tuple(arrays["squared"].tolist()), tuple((int(one), int(other)) for one, other in arrays["products"]))
    names = tuple(str(name) for name in arrays["names"])
    return Emulator(names, terms, tallies.blocks, arrays["coefficients"], arrays["errors"])
