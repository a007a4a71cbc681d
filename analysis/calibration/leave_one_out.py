"""Calibrations without a block of questions, by tempering from the calibration with all of them.

The posterior's particles are moved to the posterior without the block as they were moved to the posterior (smc.py): by powers of one
over the block's likelihood. That takes minutes where a calibration from the prior takes half an hour.

The null model (partnerships all alike) is calibrated separately and tempered in the same way. A calibration of the scenario from another
seed shows the Monte Carlo error of a calibration.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.calibration import Effort, Step, calibrate, keep_population, read_population
from samvirke.analysis.calibration.leave_one_out_file import ANOTHER_SEED, NOTHING, NULL, SCENARIO, Draws
from samvirke.analysis.calibration.simulated_counts import Problem
from samvirke.analysis.calibration.smc import MOVES_WANTED, Population, next_population
from samvirke.analysis.validation.left_out import places_of_blocks, places_of_repeated_questions
from samvirke.analysis.validation.null_models import without_differences
from samvirke.model.scenario.resolved import Scenario

SWEEPS = 2  # between two powers; at last as many as the calibration itself
EVALUATION = 2**24  # so that no seed of the calibration is used again
EVALUATIONS_OF_A_BLOCK = 1000
ROLE_OF_CHOICE = 8  # part of the key of chance


@dataclass(frozen=True)
class Tempering:
    """Removes the likelihood of a block's questions (their places among the problem's); `number` is that of the block."""

    problem: Problem
    places: Sequence[int]
    number: int

    def log_inverse_likelihood(self, points: NDArray[np.float64], evaluation: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """One over the block's likelihood, in logs, and the pooled counts."""
        _, pooled = self.problem.log_likelihood(points, evaluation)
        return self.of_counts(pooled), pooled

    def of_counts(self, pooled: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same from pooled counts."""
        by_question = self.problem.by_question(pooled)
        block: NDArray[np.float64] = reduce(np.add, [by_question[place] for place in self.places])
        return -block

    def beginning(self, population: Population, particles: int) -> Population:
        """Some of the posterior's particles, before the first tempering step."""
        chance = np.random.default_rng([self.problem.seed, self.number, ROLE_OF_CHOICE])
        some = chance.choice(len(population.scores), min(particles, len(population.scores)), replace=False)
        pooled = population.simulated[some]
        return replace(
            population, scores=population.scores[some], simulated=pooled, log_likelihood=self.of_counts(pooled), power=0.0,
            moved=MOVES_WANTED, sweeps=0, evaluation=EVALUATION + EVALUATIONS_OF_A_BLOCK * self.number, log_evidence=0.0,
        )  # fmt: skip


def tempered(tempering: Tempering, step: Population) -> Population:
    """Temper to the end: the block's likelihood removed, and the particles moved enough under what is left."""
    while not step.finished:
        step = next_population(tempering.log_inverse_likelihood, step, tempering.problem.log_likelihood_of)
        if step.power < 1.0 and step.sweeps >= SWEEPS:
            step = replace(step, moved=MOVES_WANTED)
    return step


PARTICLES, RUNS = 100, 6
EFFORT_OF_THE_NULL = Effort(screening=1500, particles=100, replicates=6)
EFFORT_OF_ANOTHER_SEED = Effort(screening=500, particles=150, replicates=8)

Sampled = dict[str, tuple[str, ...]]
Manifest = Mapping[str, Any]
Report = Callable[[Step], None]


def leave_out(scenario: Scenario, effort: Effort, seed: int, kept: Path, report: Report) -> Iterator[tuple[Draws, Sampled, Manifest]]:
    """The scenario without each block and each repeated question, then from another seed, then the null model; resumes what is kept.

    Yields all draws so far after each of the three: a validation can be made from fewer.
    """
    problem, population, about = calibrate(scenario, effort, seed, kept, report)
    parts_left_out = {**places_of_blocks(problem.questions), **places_of_repeated_questions(problem.questions)}
    draws = _without(parts_left_out, SCENARIO, problem, population, kept, report)
    sampled = {SCENARIO: problem.sampled}
    yield draws, sampled, about
    _, again, _ = calibrate(scenario, EFFORT_OF_ANOTHER_SEED, seed + 1, kept / ANOTHER_SEED, report, problem)
    draws |= {(ANOTHER_SEED, NOTHING): again.shares}
    sampled |= {ANOTHER_SEED: problem.sampled}
    yield draws, sampled, about
    null, fitted, _ = calibrate(without_differences(scenario), EFFORT_OF_THE_NULL, seed, kept / NULL, partial(_of_the_null, report))
    draws |= _without(places_of_blocks(null.questions), NULL, null, fitted, kept, report)
    draws |= {(NULL, NOTHING): fitted.shares}
    yield draws, {**sampled, NULL: null.sampled}, about


def _of_the_null(report: Report, step: Step) -> None:
    report(replace(step, doing=f"partnerships all alike: {step.doing}"))


def _without(
    blocks: Mapping[str, list[int]], model: str, problem: Problem, population: Population, kept: Path, report: Report
) -> Draws:  # fmt: skip
    found: Draws = {}
    for number, (block, places) in enumerate(blocks.items()):
        report(Step(f"{model} without {block}", number / len(blocks)))
        file = kept / f"{model}-without-{block}.npz"
        tempering = Tempering(replace(problem, replicates=RUNS), places, number)
        begun = read_population(file) if _newer(file, kept) else None
        without = tempered(tempering, begun or tempering.beginning(population, PARTICLES))
        if without is not begun:
            keep_population(file, without)
        found[model, block] = without.shares
    return found


def _newer(file: Path, kept: Path) -> bool:
    """Whether a block was left out of the calibration that is kept, and not of one before it."""
    return file.is_file() and file.stat().st_mtime >= (kept / "population.npz").stat().st_mtime
