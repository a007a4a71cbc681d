"""Calibration: runs over the prior, an emulator of what they answer, draws from the posterior of everything that is reported.

1. Screening: runs over the whole prior show which parameters move any column clearly (a rank correlation per cell, not summed). These
   are sampled; all others are held towards their default by one spread, which is sampled with them.
2. A table of runs over the prior of the sampled parameters and of that spread; an emulator is fitted to it.
3. More runs where half the emulated likelihood puts its weight, and the emulator fitted anew to all of them.
4. One chain per draw, from the prior, by Hamiltonian Monte Carlo. Draws are independent of each other.

Every part of a table is kept, so an interrupted calibration goes on.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, qmc

from samvirke.analysis.calibration.emulator import Emulator, as_arrays, correlations, fit, from_arrays, moving, shares_of_cells
from samvirke.analysis.calibration.evidence import evidence_of
from samvirke.analysis.calibration.hamiltonian import Target, mixing, moved
from samvirke.analysis.calibration.joint_likelihood import Observed, reported, target_of
from samvirke.analysis.calibration.kept_files import save
from samvirke.analysis.calibration.posterior import fingerprints, months_asked_about
from samvirke.analysis.calibration.shrinkage import SPREAD, WHOLE, shrunk, whole_points
from samvirke.analysis.calibration.table_of_runs import Table, records_of, table_of_runs
from samvirke.analysis.calibration.tallies import Tallies
from samvirke.model.draws import UNCERTAIN
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import World, lay_out

Floats = NDArray[np.float64]
METHOD = 4  # to be raised when the likelihood, the emulator or the sampler change
SCREENING, OVER_THE_PRIOR, NEAR_THE_POSTERIOR = 1, 2, 3  # numbers of the tables
HALF = 0.5
HELD_OUT = 1000  # runs over the prior
CHAINS_NEARBY, MOVES_NEARBY = 2000, 120
ROLE_OF_CHAINS, ROLE_OF_NEARBY, ROLE_OF_OTHERS = 8, 9, 10  # parts of the keys of random streams
DONE_AT = {SCREENING: (0.0, 0.15), OVER_THE_PRIOR: (0.15, 0.6), NEAR_THE_POSTERIOR: (0.7, 0.9)}


@dataclass(frozen=True)
class Effort:
    """How much is done: runs of each table, draws (chains), and moves of each chain."""

    screening: int
    over_the_prior: int
    nearby: int
    draws: int
    moves: int


FULL = Effort(screening=20_000, over_the_prior=80_000, nearby=60_000, draws=500, moves=200)
QUICK = Effort(screening=6_000, over_the_prior=16_000, nearby=8_000, draws=500, moves=200)


@dataclass(frozen=True)
class Step:
    """What is being done, and the part done (0-1, an estimate)."""

    doing: str
    done: float


Report = Callable[[Step], None]


@dataclass(frozen=True)
class Calibration:
    """Draws (`scores`: draws x (sampled parameters, the spread last)), and all that led to them.

    `history` are log likelihoods (moves x draws); `held_out` runs over the prior that the emulator was not fitted to.
    """

    world: World
    observed: Observed
    emulator: Emulator
    scores: Floats
    history: Floats
    seed: int
    held_out: Table

    @property
    def sampled(self) -> tuple[str, ...]:
        """The sampled parameters; the spread of the others comes after them."""
        return self.emulator.names[:-1]

    def records(self, scores: Floats | None = None) -> NDArray[Any]:
        """A whole parameter set per draw: the sampled ones as they are, the others as far from their default as its spread says."""
        scores = self.scores if scores is None else scores
        return records_of(whole_points(scores, self.sampled, np.random.default_rng([self.seed, ROLE_OF_OTHERS])))


def calibrate(scenario: Scenario, effort: Effort, seed: int, kept: Path, report: Report) -> tuple[Calibration, dict[str, Any]]:
    """Calibrate a scenario; `kept` is a folder for what is done so far. Returns the calibration and its manifest. Raises ScenarioError."""
    began = monotonic()
    tallies = Tallies(evidence_of(scenario))
    world = lay_out(scenario.model_copy(update={"months": months_asked_about(scenario)}), monthly=False, events=False)
    about = {"scenario": scenario.name, "seed": seed, "method": METHOD, **asdict(effort), "fingerprints": fingerprints(scenario)}
    kept.mkdir(parents=True, exist_ok=True)
    _begin_or_go_on(kept, about)

    def runs(number: int, scores: Callable[[int, np.random.Generator], Floats], size: int, doing: str) -> Table:
        first, last = DONE_AT[number]
        return table_of_runs(
            world, tallies, scores, size, (seed, number), kept, lambda part: report(Step(doing, first + part * (last - first)))
        )

    first = runs(SCREENING, from_the_prior, effort.screening, "screening")
    found = correlations(first.scores[:, :-1], shares_of_cells(first.columns, tallies))
    columns = moving(found)
    sampled = tuple(UNCERTAIN[each] for each in columns)
    over_prior = runs(OVER_THE_PRIOR, Shrunk(columns), effort.over_the_prior, "runs over the prior")
    report(Step("fitting the emulator", DONE_AT[OVER_THE_PRIOR][1]))
    places = [*columns, len(UNCERTAIN)]
    held_out, over_prior = over_prior.split(HELD_OUT)
    emulator = _emulator(kept / "emulator-1.npz", (*sampled, SPREAD), places, over_prior, tallies)
    observed = reported(tallies)
    near = runs(NEAR_THE_POSTERIOR, Nearby(emulator, observed, columns, seed), effort.nearby, "runs near the posterior")
    report(Step("fitting the emulator anew", DONE_AT[NEAR_THE_POSTERIOR][1]))
    emulator = _emulator(kept / "emulator-2.npz", emulator.names, places, over_prior.with_more(near), tallies, emulator)
    report(Step("sampling", 0.95))
    sampled_scores = Table(held_out.scores[:, places], held_out.columns)
    calibration = sample(world, observed, emulator, effort, seed, sampled_scores)
    about |= {
        "sampled": list(sampled),
        "screening": [{"name": UNCERTAIN[each], "score": round(float(np.abs(found[each]).max()), 1)} for each in columns],
        "explained": explained(emulator, sampled_scores),
        "mixing": round(mixing(calibration.history), 3),
        "runs": effort.screening + effort.over_the_prior + effort.nearby,
        "seconds": round(monotonic() - began),
        "variant": dict(scenario.variant),
    }
    return calibration, about


def _emulator(
    file: Path, names: tuple[str, ...], columns: Sequence[int], table: Table, tallies: Tallies, start: Emulator | None = None
) -> Emulator:
    """The emulator of a table of runs that is kept in a file; made and kept where there is none. `columns` are those of its scores."""
    if not file.is_file():
        save(file, **as_arrays(fit(names, table.scores[:, list(columns)], table.columns, tallies, start)))
    with np.load(file) as found:
        return from_arrays(found, tallies)


def explained(emulator: Emulator, held_out: Table) -> float:
    """How much likelier answers of runs it has not seen are under the emulator than at the prior's mean: log score per answer."""
    chances, _ = emulator.log_chances(held_out.scores)
    counts = held_out.columns[:, : emulator.cells]
    usual = counts.sum(axis=0)
    gains = [(counts[:, block] * (chances[:, block] - _log_shares(usual[block]))).sum() for block in emulator.blocks]
    return round(float(sum(gains) / counts.sum()), 4)


def _log_shares(counts: Floats) -> Floats:
    return np.asarray(np.log((counts + HALF) / (counts + HALF).sum()))


def sample(world: World, observed: Observed, emulator: Emulator, effort: Effort, seed: int, held_out: Table) -> Calibration:
    """One chain per draw, each from its own point of the prior."""
    chance = np.random.default_rng([seed, ROLE_OF_CHAINS])
    start = chance.standard_normal((effort.draws, len(emulator.names)))
    scores, history = moved(target_of(observed, emulator), start, effort.moves, chance)
    return Calibration(world, observed, emulator, scores, history, seed, held_out)


def without(calibration: Calibration, observed: Observed, moves: int) -> Calibration:
    """The posterior of other evidence, by moves of the same chains."""
    chance = np.random.default_rng([calibration.seed, ROLE_OF_CHAINS, len(observed.left_out), *sorted(observed.left_out)])
    emulator = calibration.emulator
    scores, history = moved(target_of(observed, emulator), calibration.scores, moves, chance)
    return replace(calibration, observed=observed, scores=scores, history=history)


def from_the_prior(number: int, chance: np.random.Generator) -> Floats:
    """Points over the whole prior, as even as a Latin hypercube; the others' spread is whole."""
    shares = qmc.LatinHypercube(len(UNCERTAIN), rng=chance).random(number)
    return np.column_stack([norm.ppf(shares), np.full(number, norm.ppf(WHOLE))])


@dataclass(frozen=True)
class Shrunk:
    """Points over the prior of the sampled parameters (`columns`); the others are shrunk towards their default, each by a spread."""

    columns: NDArray[np.int64]

    def __call__(self, number: int, chance: np.random.Generator) -> Floats:
        """So many points."""
        shares = qmc.LatinHypercube(len(UNCERTAIN) + 1, rng=chance).random(number)
        return shrunk(norm.ppf(shares), self.columns)


def _halved(target: Target) -> Target:
    """Half the log likelihood, and half its slope."""

    def half(points: Floats) -> tuple[Floats, Floats]:
        found, slope = target(points)
        return HALF * found, HALF * slope

    return half


@dataclass(frozen=True)
class Nearby:
    """Points where half the emulated log likelihood puts its weight: wider than the posterior, and around it."""

    emulator: Emulator
    observed: Observed
    columns: NDArray[np.int64]
    seed: int

    def __call__(self, number: int, chance: np.random.Generator) -> Floats:
        """So many points, in turn from chains that have moved from the prior."""
        own = np.random.default_rng([self.seed, ROLE_OF_NEARBY])
        start = own.standard_normal((CHAINS_NEARBY, len(self.emulator.names)))
        target = target_of(self.observed, self.emulator)
        scores, _ = moved(_halved(target), start, MOVES_NEARBY, own)
        return whole_points(scores[chance.integers(CHAINS_NEARBY, size=number)], self.emulator.names[:-1], chance)


def _begin_or_go_on(kept: Path, about: dict[str, Any]) -> None:
    """What is kept of another calibration is thrown away."""
    file = kept / "calibration.json"
    text = json.dumps(about, indent=2)
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return
    for each in (*kept.glob("table-*.npz"), *kept.glob("emulator-*.npz")):
        each.unlink()
    file.write_text(text, encoding="utf-8")
