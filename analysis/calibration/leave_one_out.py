"""Calibrations without a block of questions, of the scenario and of its null model: what a posterior says of answers it never saw.

The null model is the same with partnerships all alike; it is calibrated by itself, and forgets each block as the scenario does.
With them comes a calibration of the scenario from another seed, by which one sees how much chance there is in a calibration.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from samvirke.analysis.calibration.calibration import Effort, Step, calibrate, keep_population, read_population
from samvirke.analysis.calibration.leave_one_out_file import ANOTHER_SEED, NOTHING, NULL, SCENARIO, Draws
from samvirke.analysis.calibration.simulated_counts import Problem
from samvirke.analysis.calibration.smc import Population
from samvirke.analysis.calibration.tempering import Tempering, tempered
from samvirke.analysis.validation.asked_twice import places_of_second_times
from samvirke.analysis.validation.blocks import places_of_blocks
from samvirke.analysis.validation.null_models import all_alike
from samvirke.model.scenario.resolved import Scenario

PARTICLES, RUNS = 100, 6
EFFORT_OF_THE_NULL = Effort(screening=1500, particles=100, replicates=6)
EFFORT_OF_ANOTHER_SEED = Effort(screening=500, particles=150, replicates=8)

Sampled = dict[str, tuple[str, ...]]
Manifest = Mapping[str, Any]
Report = Callable[[Step], None]


def leave_out(scenario: Scenario, effort: Effort, seed: int, kept: Path, report: Report) -> Iterator[tuple[Draws, Sampled, Manifest]]:
    """The scenario without each block and each second time, then from another seed, then the null model; goes on from what is kept.

    Gives all draws so far after each of the three: a proof can be made from fewer.
    """
    problem, population, about = calibrate(scenario, effort, seed, kept, report)
    tempered_out = {**places_of_blocks(problem.questions), **places_of_second_times(problem.questions)}
    draws = _without(tempered_out, SCENARIO, problem, population, kept, report)
    sampled = {SCENARIO: problem.sampled}
    yield draws, sampled, about
    _, again, _ = calibrate(scenario, EFFORT_OF_ANOTHER_SEED, seed + 1, kept / ANOTHER_SEED, report, problem)
    draws |= {(ANOTHER_SEED, NOTHING): again.shares}
    sampled |= {ANOTHER_SEED: problem.sampled}
    yield draws, sampled, about
    null, fitted, _ = calibrate(all_alike(scenario), EFFORT_OF_THE_NULL, seed, kept / NULL, partial(_of_the_null, report))
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
