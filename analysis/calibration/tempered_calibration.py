"""Calibration: screening, then sequential Monte Carlo over ensembles of the model. Every step is kept, so an interrupted one goes on.

1. Runs spread over the whole prior show which parameters move a reported figure; the first twenty are sampled. A parameter's score is
   the part of the variance of all figures that its rank explains, less what chance alone would (ranks, because rates and ratios act far
   from linearly).
2. Runs at the best points, each with the other parameters drawn anew, show how far one run's shares lie from the pooled ones.
3. Particles are moved from the prior to the posterior (smc.py).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from samvirke.analysis.calibration.calibration import Report, Step
from samvirke.analysis.calibration.kept_files import save
from samvirke.analysis.calibration.likelihood import fitted, questions
from samvirke.analysis.calibration.posterior import fingerprints, months_asked_about
from samvirke.analysis.calibration.simulated_counts import Problem, figures
from samvirke.analysis.calibration.smc import Population, first_population, populations
from samvirke.analysis.survey.targets import read_targets
from samvirke.model.draws import UNCERTAIN, prior_draws, records_at, shares_of
from samvirke.model.errors import BadInputError
from samvirke.model.scenario import data_file
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import lay_out

Floats = NDArray[np.float64]
MOST_SAMPLED = 20
BEST_POINTS = 40
RUNS_PER_BEST_POINT = 10
LEAST_CONCENTRATION, MOST_CONCENTRATION = 2.0, 1000.0
SCREENING, POPULATION, REFERENCE = "screening.npz", "population.npz", "reference.npz"
METHOD = 3  # to be raised when the likelihood, the screening or the sampler change
ROLE_OF_ORDER, ROLE_OF_OTHERS = 4, 5  # parts of the keys of random streams
EXPECTED_SWEEPS = 44  # seen in full calibrations; only used to estimate the time left


def screening_scores(shares: Floats, figures: Floats) -> Floats:
    """One score per parameter: `shares` are runs x parameters, `figures` runs x reported figures (NaN where nobody was asked)."""
    explained = _standardised_ranks(shares).T @ _standardised_ranks(_filled(figures)) / len(shares)
    return np.maximum(0.0, (explained**2 - 1.0 / len(shares)).sum(axis=1))


def strongest(names: Sequence[str], shares: Floats, figures: Floats, most: int = MOST_SAMPLED) -> list[tuple[str, float]]:
    """The parameters with the highest scores, highest first, with their score."""
    found = screening_scores(shares, figures)
    return [(names[each], float(found[each])) for each in np.argsort(-found, kind="stable")[:most] if found[each] > 0.0]


def _filled(figures: Floats) -> Floats:
    """Missing figures at the mean of their column, where they have no influence."""
    figures = np.array(figures, dtype=float)
    missing = np.isnan(figures)
    figures[missing] = np.broadcast_to(np.nanmean(figures, axis=0), figures.shape)[missing]
    return figures


def _standardised_ranks(columns: Floats) -> Floats:
    ranks = rankdata(columns, axis=0)
    spread = ranks.std(axis=0)
    return (ranks - ranks.mean(axis=0)) / np.where(spread > 0.0, spread, 1.0)


@dataclass(frozen=True)
class Effort:
    """How much is simulated: runs for the screening, particles, replicates per particle and evaluation."""

    screening: int
    particles: int
    replicates: int


FULL = Effort(screening=6000, particles=500, replicates=8)
QUICK = Effort(screening=2000, particles=100, replicates=8)


class CalibrationError(BadInputError):
    """What keeps a scenario from being calibrated."""


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
    for step in _continued(problem, population, kept):
        population = step
        report(Step("sampling", _part_done(step)))
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
    """Whether what is kept is of the same calibration; if not, it starts again."""
    file = kept / "calibration.json"
    text = json.dumps(about, indent=2)
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return True
    for name in (SCREENING, POPULATION, REFERENCE):
        (kept / name).unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8")
    return False


def _screened(problem: Problem, effort: Effort, kept: Path, report: Report) -> tuple[Problem, list[dict[str, Any]]]:
    """The problem with its sampled parameters and its concentrations, from runs over the whole prior."""
    file = kept / SCREENING
    if not file.is_file():
        report(Step("screening", 0.0))
        drawn = prior_draws(effort.screening, problem.seed)
        counts = problem.counts_of(problem.seeds(effort.screening, 0), drawn)
        save(file, shares=shares_of(UNCERTAIN, drawn), counts=counts)
    with np.load(file) as found:
        shares, counts = found["shares"], found["counts"]
    chosen = strongest(UNCERTAIN, shares, figures(problem.questions, counts))
    problem = replace(problem, sampled=tuple(name for name, _ in chosen))
    report(Step("estimating how far runs differ", 0.0))
    best = np.argsort(-problem.log_likelihood_of(counts))[:BEST_POINTS]
    columns = [UNCERTAIN.index(name) for name in problem.sampled]
    problem = replace(problem, concentrations=_concentrations(problem, shares[best][:, columns]))
    return problem, [{"name": name, "score": round(score, 4)} for name, score in chosen]


def _concentrations(problem: Problem, points: Floats) -> tuple[float, ...]:
    """Per question the concentration of one run's shares around the pooled ones, by moments at these points."""
    counts = problem.counts_of_runs(np.repeat(points, RUNS_PER_BEST_POINT, axis=0), 2**20)
    counts = counts.reshape(len(points), RUNS_PER_BEST_POINT, -1)
    cells = problem.cells
    return tuple(concentration_of(counts[:, :, first:last]) for first, last in pairwise(cells))


def concentration_of(counts: Floats) -> float:
    """Concentration of a Dirichlet-multinomial from counts (points x runs x cells): 1 / (correlation within runs) - 1.

    Runs in which nobody was asked are ignored.
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


def _continued(problem: Problem, population: Population, kept: Path) -> Iterator[Population]:
    """Step by step to the posterior; each step is kept, and so are the points visited under the whole likelihood."""
    for step in populations(problem.log_likelihood, population):
        if step.power >= 1.0:
            save(kept / REFERENCE, scores=np.concatenate([*_reference_so_far(kept, step), step.scores]))
        keep_population(kept / POPULATION, step)
        yield step


def _reference_so_far(kept: Path, step: Population) -> list[Floats]:
    """The points kept from the steps before this one, as many per step."""
    scores = reference_points(kept)
    return [scores[: (step.sweeps - 1) * len(step.scores)]] if len(scores) else []


def reference_points(kept: Path) -> Floats:
    """Normal scores of the points that particles visited under the whole likelihood; none before that."""
    if not (kept / REFERENCE).is_file():
        return np.empty((0, 0))
    with np.load(kept / REFERENCE) as found:
        scores: Floats = found["scores"]
    return scores


def _part_done(population: Population) -> float:
    return min(0.99, population.evaluation / max(EXPECTED_SWEEPS, population.evaluation + 1))


def posterior_draws(problem: Problem, population: Population) -> tuple[NDArray[Any], Floats]:
    """A whole parameter set per particle, and its log likelihood: the sampled ones as they are, all others from their prior.

    In random order: copies stand side by side in a population, and runs take the draws in turn.
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
