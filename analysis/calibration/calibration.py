"""Calibration: screening, then sequential Monte Carlo over our own ensembles, kept at every step so that a kill loses nothing.

1. Lives spread over the whole prior show which parameters move a reported figure; the first twenty are sampled.
2. Lives at the best points, each with the other parameters drawn anew, show how far one life's shares lie from the pooled ones.
3. Particles are led from the prior to the posterior (analysis/smc.py).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np

from samvirke.analysis.calibration.likelihood import fitted, questions
from samvirke.analysis.calibration.posterior import fingerprints, months_asked_about
from samvirke.analysis.calibration.screening import sampled
from samvirke.analysis.calibration.simulated_counts import Problem, figures
from samvirke.analysis.calibration.smc import Population, first_population, populations
from samvirke.analysis.calibration.targets import read_targets
from samvirke.model.draws import UNCERTAIN, prior_draws, records_at, shares_of
from samvirke.model.errors import BadInputError
from samvirke.model.scenario import data_file
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import lay_out

BEST_POINTS = 40
RUNS_PER_BEST_POINT = 10
LEAST_CONCENTRATION, MOST_CONCENTRATION = 2.0, 1000.0
SCREENING, POPULATION, REFERENCE = "screening.npz", "population.npz", "reference.npz"
METHOD = 3  # to be raised when the likelihood, the screening or the sampler change
ROLE_OF_ORDER, ROLE_OF_OTHERS = 4, 5  # parts of the keys of chance
EXPECTED_SWEEPS = 44  # seen in full calibrations; only the estimate of the time left hangs on it


@dataclass(frozen=True)
class Effort:
    """How much is simulated: lives for the screening, particles, lives per particle and evaluation."""

    screening: int
    particles: int
    replicates: int


FULL = Effort(screening=6000, particles=500, replicates=8)
QUICK = Effort(screening=2000, particles=100, replicates=8)


class CalibrationError(BadInputError):
    """What keeps a scenario from being calibrated."""


@dataclass(frozen=True)
class Step:
    """How far it is: what is being done, the part done (0-1, an estimate), the population if there is one."""

    doing: str
    done: float
    population: Population | None = None


Report = Callable[[Step], None]


def calibrate(
    scenario: Scenario, effort: Effort, seed: int, kept: Path, report: Report, basis: Problem | None = None
) -> tuple[Problem, Population, dict[str, Any]]:
    """Calibrate a scenario; `kept` is a folder for what is done so far, from which an interrupted calibration goes on.

    With a `basis` the sampled parameters and concentrations are those of that problem. Returns the problem, the last population
    and the manifest. Raises CalibrationError.
    """
    began = monotonic()
    kept.mkdir(parents=True, exist_ok=True)
    about = {"scenario": scenario.name, "seed": seed, "method": METHOD, **asdict(effort), "fingerprints": fingerprints(scenario)}
    same = _begin_or_go_on(kept, about)
    problem, screening = _screened(_problem_of(scenario, effort, seed), effort, kept, report)
    if basis is not None:
        problem = replace(problem, sampled=basis.sampled, concentrations=basis.concentrations)
    population = (read_population(kept / POPULATION) if same else None) or _first(problem, effort, kept, report)
    for step in _followed(problem, population, kept):
        population = step
        report(Step("sampling", _part_done(step), step))
    about |= {
        "sampled": list(problem.sampled),
        "screening": screening,
        "concentrations": {question.name: each for question, each in zip(problem.questions, problem.concentrations, strict=True)},
        "evaluations": population.evaluation,
        "log_evidence": round(population.log_evidence, 2),
        "runs": effort.screening + BEST_POINTS * RUNS_PER_BEST_POINT + population.evaluation * effort.particles * effort.replicates,
        "seconds": round(monotonic() - began),
        "variant": dict(scenario.variant),
    }
    return problem, population, about


def _problem_of(scenario: Scenario, effort: Effort, seed: int) -> Problem:
    if scenario.targets is None:
        raise CalibrationError(f"{scenario.name} has no reported figures to be calibrated to: name a table with the key targets")
    asked = tuple(questions(fitted(read_targets(data_file(scenario.targets)))))
    world = lay_out(scenario.model_copy(update={"months": months_asked_about(scenario)}), monthly=False, events=False)
    return Problem(world, scenario.survey.months, asked, (), effort.replicates, (np.inf,) * len(asked), seed)


def _begin_or_go_on(kept: Path, about: dict[str, Any]) -> bool:
    """Whether what is kept is of the same calibration; if not, it is begun anew."""
    file = kept / "calibration.json"
    text = json.dumps(about, indent=2)
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return True
    for name in (SCREENING, POPULATION, REFERENCE):
        (kept / name).unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8")
    return False


def _screened(problem: Problem, effort: Effort, kept: Path, report: Report) -> tuple[Problem, list[dict[str, Any]]]:
    """The problem with its sampled parameters and its concentrations, from lives over the whole prior."""
    file = kept / SCREENING
    if not file.is_file():
        report(Step("screening", 0.0))
        drawn = prior_draws(effort.screening, problem.seed)
        counts = problem.counts_of(problem.seeds(effort.screening, 0), drawn)
        save(file, shares=shares_of(UNCERTAIN, drawn), counts=counts)
    with np.load(file) as found:
        shares, counts = found["shares"], found["counts"]
    chosen = sampled(UNCERTAIN, shares, figures(problem.questions, counts))
    problem = replace(problem, sampled=tuple(name for name, _ in chosen))
    report(Step("seeing how far lives differ", 0.0))
    best = np.argsort(-problem.log_likelihood_of(counts))[:BEST_POINTS]
    columns = [UNCERTAIN.index(name) for name in problem.sampled]
    problem = replace(problem, concentrations=_concentrations(problem, shares[best][:, columns]))
    return problem, [{"name": name, "score": round(score, 4)} for name, score in chosen]


def _concentrations(problem: Problem, points: Any) -> tuple[float, ...]:
    """Per question the concentration that one life's shares have around the pooled ones, by moments at these points."""
    counts = problem.counts_of_runs(np.repeat(points, RUNS_PER_BEST_POINT, axis=0), 2**20)
    counts = counts.reshape(len(points), RUNS_PER_BEST_POINT, -1)
    cells = problem.cells
    return tuple(concentration_of(counts[:, :, first:last]) for first, last in pairwise(cells))


def concentration_of(counts: Any) -> float:
    """Concentration of a Dirichlet-multinomial from counts (points x lives x cells): 1 / (correlation within lives) - 1.

    Lives in which nobody was asked say nothing.
    """
    answered = counts.sum(axis=2)
    ensemble = (answered > 0.0).sum(axis=1)
    pooled = counts.sum(axis=1) / np.maximum(1.0, answered.sum(axis=1))[:, None]
    apart = ((counts / np.maximum(1.0, answered)[:, :, None] - pooled[:, None]) ** 2).sum(axis=2) * (answered > 0.0)
    by_chance = (pooled * (1.0 - pooled)).sum(axis=1)
    if_independent = (by_chance[:, None] / np.maximum(1.0, answered) * (answered > 0.0)).sum(axis=1)
    freedom = np.maximum(0.0, ensemble - 1.0) / np.maximum(1, ensemble)
    beyond = (apart.sum(axis=1) - if_independent * freedom).sum()
    most = ((by_chance * ensemble - if_independent) * freedom).sum()
    within = beyond / most if most > 0.0 else 0.0
    return float(np.clip(1.0 / max(within, 1e-6) - 1.0, LEAST_CONCENTRATION, MOST_CONCENTRATION))


def _first(problem: Problem, effort: Effort, kept: Path, report: Report) -> Population:
    report(Step("sampling", 0.01))
    population = first_population(problem.log_likelihood, effort.particles, len(problem.sampled), problem.seed)
    keep_population(kept / POPULATION, population)
    return population


def _followed(problem: Problem, population: Population, kept: Path) -> Iterator[Population]:
    """Step by step to the posterior; each step is kept, and so are the places it passed once the whole likelihood counts."""
    for step in populations(problem.log_likelihood, population):
        if step.power >= 1.0:
            save(kept / REFERENCE, scores=np.concatenate([*_passed(kept, step), step.scores]))
        keep_population(kept / POPULATION, step)
        yield step


def _passed(kept: Path, step: Population) -> list[Any]:
    """What is kept of the last steps before this one, each of as many places."""
    scores = places_passed(kept)
    return [] if scores is None else [scores[: (step.sweeps - 1) * len(step.scores)]]


def places_passed(kept: Path) -> Any:
    """Normal scores of the places that particles passed under the whole likelihood; None if it has not come so far."""
    if not (kept / REFERENCE).is_file():
        return None
    with np.load(kept / REFERENCE) as found:
        return found["scores"]


def _part_done(population: Population) -> float:
    return min(0.99, population.evaluation / max(EXPECTED_SWEEPS, population.evaluation + 1))


def posterior_draws(problem: Problem, population: Population) -> tuple[Any, Any]:
    """A whole parameter set per particle, and its log likelihood: the sampled ones as they are, all others from their prior.

    In random order: relatives stand side by side in a population, and lives take the draws in turn.
    """
    order = np.random.default_rng([problem.seed, ROLE_OF_ORDER]).permutation(len(population.scores))
    others = prior_draws(len(order), [problem.seed, ROLE_OF_OTHERS])
    return records_at(problem.sampled, population.shares[order], others), population.log_likelihood[order]


def keep_population(file: Path, population: Population) -> None:
    """Write a population, whole or not at all."""
    save(file, **asdict(population))


def read_population(file: Path) -> Population | None:
    """A population that was kept; None if there is none, or one of another version."""
    if not file.is_file():
        return None
    with np.load(file) as found:
        arrays = {name: found[name] for name in found.files}
    if set(arrays) != {each.name for each in fields(Population)}:
        return None
    return Population(**{name: value if value.ndim else value.item() for name, value in arrays.items()})


def save(file: Path, **arrays: Any) -> None:
    """Write arrays to a file, whole or not at all."""
    unfinished = file.with_name(f".{file.stem}-unfinished.npz")
    np.savez(unfinished, **arrays)
    unfinished.replace(file)
