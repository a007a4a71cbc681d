"""Sequential Monte Carlo with tempering, for a likelihood that is itself estimated by simulation.

Particles start spread over the prior and are tempered to the posterior by powers of the likelihood that grow from 0 to 1, each step
as large as keeps the effective sample size at half of them (Del Moral, Doucet and Jasra 2006; Jasra and others 2011). Between steps
each is mutated by a random walk with the particles' own covariance. A particle keeps its estimate of the likelihood until it moves:
that makes the noise of a simulated likelihood harmless (pseudo-marginal: Andrieu and Roberts 2009).

Points are kept as normal scores of their place in the prior, so that the prior is a standard normal in every direction.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp, ndtr, ndtri
from scipy.stats import qmc

Floats = NDArray[np.float64]

LogLikelihood = Callable[[Floats, int], tuple[Floats, Floats]]
"""From points (points x dimensions, shares of the prior, 0-1) and the number of the evaluation to their log likelihood, and to
what was simulated for it (points x whatever): kept with the particles."""

FixedTerm = Callable[[Floats], Floats]
"""From what was simulated to a log likelihood that is not tempered."""

EFFECTIVE_SHARE = 0.5
BEST_ACCEPTANCE = 0.15  # of a noisy likelihood; without noise it is 0.234 (Sherlock and others 2015)
MOVES_WANTED = 1.0  # accepted moves per particle between two powers
MOST_SWEEPS = 6
MOVES_WANTED_AT_LAST, MOST_SWEEPS_AT_LAST = 3.0, 16  # the last resampling leaves most copies
FIRST_STRIDE = 2.38
EXTREME = 1e-9
ROLE_OF_MOVES = 1  # part of the key of the random stream


@dataclass(frozen=True)
class Population:
    """Particles on the way to the posterior: `scores` (particles x dimensions, normal), log likelihood, simulated data, power reached.

    `evaluation` counts calls of the likelihood, `stride` scales the random walk, `moved` is accepted moves per particle since
    the last power, `sweeps` how many times all were moved since then; `seed` is the key of all its random streams. `log_evidence` is the
    log of the mean likelihood under the prior, so far: what structural alternatives are compared by.
    """

    scores: Floats
    log_likelihood: Floats
    simulated: Floats
    power: float
    evaluation: int
    stride: float
    moved: float
    sweeps: int
    seed: int
    log_evidence: float

    @property
    def shares(self) -> Floats:
        """Points as shares of the prior (0-1)."""
        return ndtr(self.scores)

    @property
    def finished(self) -> bool:
        """Whether the whole likelihood counts and the particles have moved enough under it."""
        return self.power >= 1.0 and self.settled

    @property
    def settled(self) -> bool:
        """Whether the particles have moved enough under this power."""
        if self.power >= 1.0:
            return self.moved >= MOVES_WANTED_AT_LAST or self.sweeps >= MOST_SWEEPS_AT_LAST
        return self.moved >= MOVES_WANTED or self.sweeps >= MOST_SWEEPS


def first_population(log_likelihood: LogLikelihood, particles: int, dimensions: int, seed: int) -> Population:
    """Particles spread evenly over the prior."""
    shares = qmc.LatinHypercube(dimensions, rng=np.random.default_rng(seed)).random(particles)
    scores = ndtri(np.clip(shares, EXTREME, 1.0 - EXTREME))
    found, simulated = log_likelihood(shares, 0)
    return Population(scores, found, simulated, 0.0, 1, FIRST_STRIDE, MOVES_WANTED, 0, seed, 0.0)


def no_fixed_term(simulated: Floats) -> Floats:
    """All of the likelihood is tempered."""
    return np.zeros(len(simulated))


def populations(log_likelihood: LogLikelihood, population: Population) -> Iterator[Population]:
    """From a population to the posterior, step by step: each that is yielded can be kept and resumed."""
    while not population.finished:
        population = next_population(log_likelihood, population)
        yield population


def next_population(log_likelihood: LogLikelihood, population: Population, fixed_term: FixedTerm = no_fixed_term) -> Population:
    """One more step: a higher power and resampling if the particles have settled, then a mutation step of all of them."""
    chance = np.random.default_rng([population.seed, population.evaluation, ROLE_OF_MOVES])
    if population.settled:
        population = _resampled(population, next_power(population.log_likelihood, population.power), chance)
    return _mutated(log_likelihood, population, chance, fixed_term)


def next_power(log_likelihood: Floats, power: float) -> float:
    """The highest power (at most 1) at which at least half of the particles stay effective."""
    if effective_share((1.0 - power) * log_likelihood) >= EFFECTIVE_SHARE:
        return 1.0
    low, high = power, 1.0
    for _ in range(50):
        middle = (low + high) / 2.0
        if effective_share((middle - power) * log_likelihood) >= EFFECTIVE_SHARE:
            low = middle
        else:
            high = middle
    return low


def effective_share(log_weights: Floats) -> float:
    """Effective sample size of weights, as a share of their number (Kong 1992)."""
    weights = normalised(log_weights)
    return float(1.0 / (weights * weights).sum() / len(weights))


def normalised(log_weights: Floats) -> Floats:
    """Weights that sum to 1, from their logarithms."""
    weights = np.exp(log_weights - np.max(log_weights))
    return weights / weights.sum()


def _resampled(population: Population, power: float, chance: np.random.Generator) -> Population:
    """Systematic resampling: as many copies of each as its weight calls for."""
    gained = (power - population.power) * population.log_likelihood
    weights = normalised(gained)
    number = len(weights)
    places = (chance.random() + np.arange(number)) / number
    kept = np.minimum(np.searchsorted(np.cumsum(weights), places), number - 1)
    return replace(
        population, scores=population.scores[kept], log_likelihood=population.log_likelihood[kept], simulated=population.simulated[kept],
        power=power, moved=0.0, sweeps=0, log_evidence=population.log_evidence + float(logsumexp(gained) - np.log(number)),
    )  # fmt: skip


def _mutated(log_likelihood: LogLikelihood, population: Population, chance: np.random.Generator, fixed_term: FixedTerm) -> Population:
    """The mutation step: every particle proposes one step of a random walk, and accepts it or not (Metropolis and others 1953)."""
    number, dimensions = population.scores.shape
    spread = np.linalg.cholesky(np.cov(population.scores, rowvar=False).reshape(dimensions, dimensions) + 1e-6 * np.eye(dimensions))
    steps = chance.standard_normal((number, dimensions)) @ spread.T
    proposed = population.scores + population.stride / dimensions**0.5 * steps
    found, simulated = log_likelihood(ndtr(proposed), population.evaluation)
    prior = ((population.scores**2).sum(axis=1) - (proposed**2).sum(axis=1)) / 2.0
    gained = population.power * (found - population.log_likelihood) + fixed_term(simulated) - fixed_term(population.simulated)
    taken = np.log(chance.random(number)) < gained + prior
    accepted = float(taken.mean())
    return replace(
        population,
        scores=np.where(taken[:, None], proposed, population.scores),
        log_likelihood=np.where(taken, found, population.log_likelihood),
        simulated=np.where(taken[:, None], simulated, population.simulated),
        evaluation=population.evaluation + 1,
        stride=float(np.clip(population.stride * np.exp(accepted - BEST_ACCEPTANCE), 0.2, 3.0)),
        moved=population.moved + accepted,
        sweeps=population.sweeps + 1,
    )
