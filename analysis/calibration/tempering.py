"""A calibration without a block of questions, from the one with all: the block is forgotten step by step.

Particles of the posterior are led to the one without the block as they were led to the posterior (analysis/smc.py), by powers of
one over the block's likelihood. That takes minutes where a calibration from the prior takes half an hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from samvirke.analysis.calibration.simulated_counts import Problem
from samvirke.analysis.calibration.smc import MOVES_WANTED, Population, next_population

SWEEPS = 2  # between two powers; at last as many as the calibration itself
EVALUATION = 2**24  # so that no life of the calibration is lived again
EVALUATIONS_OF_A_BLOCK = 1000
ROLE_OF_CHOICE = 8  # part of the key of chance


@dataclass(frozen=True)
class Tempering:
    """What is to be forgotten: questions (their places among the problem's) of a block, by its number among the blocks."""

    problem: Problem
    places: Sequence[int]
    number: int

    def log_of_tempering(self, points: Any, evaluation: int) -> tuple[Any, Any]:
        """One over the block's likelihood, in logs, and the pooled counts."""
        _, pooled = self.problem.log_likelihood(points, evaluation)
        return self.of_block(pooled), pooled

    def of_block(self, pooled: Any) -> Any:
        """The same from pooled counts."""
        by_question = self.problem.by_question(pooled)
        return -sum(by_question[place] for place in self.places)

    def beginning(self, population: Population, particles: int) -> Population:
        """Some of the posterior's particles, with nothing forgotten yet."""
        chance = np.random.default_rng([self.problem.seed, self.number, ROLE_OF_CHOICE])
        some = chance.choice(len(population.scores), min(particles, len(population.scores)), replace=False)
        pooled = population.simulated[some]
        return replace(
            population, scores=population.scores[some], simulated=pooled, log_likelihood=self.of_block(pooled), power=0.0,
            moved=MOVES_WANTED, sweeps=0, evaluation=EVALUATION + EVALUATIONS_OF_A_BLOCK * self.number, log_evidence=0.0,
        )  # fmt: skip


def tempered(tempering: Tempering, step: Population) -> Population:
    """From where it was left to the end: all of the block forgotten, and the particles moved enough under what is left."""
    while not step.finished:
        step = next_population(tempering.log_of_tempering, step, tempering.problem.log_likelihood_of)
        if step.power < 1.0 and step.sweeps >= SWEEPS:
            step = replace(step, moved=MOVES_WANTED)
    return step
