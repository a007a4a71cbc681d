"""The posterior: parameter sets that the reported answers leave plausible, in a table beside the scenario, with its manifest.

A draw is a whole set of parameters: the sampled ones from the posterior, all others between their default and their prior.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from samvirke.analysis.columns import Column, table_of
from samvirke.analysis.survey.instrument import answers
from samvirke.model.draws import (
    ABOUT,
    UNCERTAIN,
    PosteriorError,
    numbers_of_draws,
    posterior_file_of,
    prior_draws,
    read_posterior_table,
    records_at,
    records_of_posterior,
)
from samvirke.model.ensemble import simulate
from samvirke.model.errors import ScenarioError
from samvirke.model.language import N_
from samvirke.model.parameters import REGISTRY, Fixed
from samvirke.model.scenario import data_file, read_scenario
from samvirke.model.scenario.resolved import REPORTED_TABLES, Scenario
from samvirke.model.world import lay_out

__all__ = [
    "ABOUT", "WHAT_IS_STALE", "Posterior", "PosteriorError", "coverage_file", "fingerprints", "left_out_file", "months_asked_about",
    "posterior_of", "read_posterior", "write_posterior",
]  # fmt: skip

Floats = NDArray[np.float64]
FIRST_COLUMNS = (
    Column("draw", "number of the parameter set, from 1", "number", "int64", never_null=True),
    Column("weight", "its share of the posterior", "share", "double", never_null=True),
    Column("log_likelihood", "estimated log probability of the reported counts", "log probability", "double", never_null=True),
)
QUARTILES = (0.25, 0.5, 0.75)
DECIMALS = 6
WHAT_IS_STALE = {
    "targets": N_("the reported figures have changed since"),
    "parameters": N_("parameters or their priors have changed since"),
    "model": N_("the model or the scenario has changed since: the same draws no longer give the same runs"),
}
SCENARIO_IS_GONE = N_("the scenario it was fitted to is gone, so changes since then cannot be detected")
PRIOR = "the prior"
FITTED, DRAWN, FIXED = "fitted", "drawn", "fixed"
TAIL = 5.0  # percent to either side of a 90 % interval


@dataclass(frozen=True)
class Posterior:
    """Draws (parameter records, one per draw), their weights and log likelihoods, and how they came about.

    `about` is the manifest: sampled parameters, seed, particles, fingerprints …; `stale` says in words what has changed since.
    """

    file: str
    draws: NDArray[Any]
    weights: Floats
    log_likelihoods: Floats
    about: Mapping[str, Any]
    stale: tuple[str, ...]

    @property
    def sampled(self) -> tuple[str, ...]:
        """The parameters that were sampled; all others are as in the prior."""
        return tuple(self.about["sampled"])

    def numbers_for(self, seeds: Sequence[int] | NDArray[np.int64], runs_per_draw: int = 1) -> NDArray[np.int64]:
        """The number of the draw that each seed uses: the same in every arm; all draws in turn, each for so many seeds."""
        return np.asarray(numbers_of_draws(seeds, len(self.draws), runs_per_draw))

    def of_numbers(self, numbers: Any) -> NDArray[Any]:
        """The parameter records of draws by number."""
        return self.draws[np.asarray(numbers) - 1].view(np.recarray)


def posterior_of(scenario: Scenario) -> Posterior | None:
    """The scenario's posterior, or the one it borrows; None if it names none that is there. Raises PosteriorError."""
    file = posterior_file_of(scenario)
    return None if file is None else read_posterior(file)


def read_posterior(file: Path) -> Posterior:
    """A posterior from its file. Raises PosteriorError."""
    table, about = read_posterior_table(file)
    records = records_of_posterior(table, about.get("seed", 0))
    if np.ptp(table["weight"].to_numpy()) > 1e-9:
        raise PosteriorError(f"{file}: its draws have unequal weights; runs take all draws in turn, so they must be equal")
    weights, log_likelihoods = table["weight"].to_numpy(), table["log_likelihood"].to_numpy()
    return Posterior(file.name, records, weights, log_likelihoods, about, _stale(about))


def coverage_file(posterior: Path) -> Path:
    """Where the coverage on synthetic answers stands: beside the posterior."""
    return posterior.with_name(f"{posterior.stem.removesuffix('_posterior')}_coverage.parquet")


def left_out_file(posterior: Path) -> Path:
    """Where the calibrations without a block of questions stand: beside the posterior."""
    return posterior.with_name(f"{posterior.stem.removesuffix('_posterior')}_left_out.parquet")


def write_posterior(file: Path, draws: NDArray[Any], weights: Floats, log_likelihoods: Floats, about: Mapping[str, Any]) -> None:
    """Write a posterior, whole or not at all."""
    parameters = [Column(name, REGISTRY[name].meaning, REGISTRY[name].unit, "double", never_null=True) for name in UNCERTAIN]
    values = [np.arange(1, len(draws) + 1), weights, log_likelihoods, *(np.asarray(draws[name]) for name in UNCERTAIN)]
    table = table_of((*FIRST_COLUMNS, *parameters), values)
    table = table.replace_schema_metadata({ABOUT: json.dumps(about, ensure_ascii=False).encode()})
    unfinished = file.with_name(f".{file.name}-unfinished")
    pq.write_table(table, unfinished, compression="zstd")
    unfinished.replace(file)


def fingerprints(scenario: Scenario) -> dict[str, str]:
    """What a posterior depends on: the reported figures, the priors, and what the model makes of given draws and seeds.

    The model's is taken from runs and not from the source code: a comment does not make a posterior stale.
    """
    priors = {name: repr(each.prior) for name, each in REGISTRY.items()}
    shares = np.repeat(np.array(QUARTILES)[:, None], len(UNCERTAIN), axis=1)
    short = scenario.model_copy(update={"months": months_asked_about(scenario)})
    ensemble = simulate(lay_out(short, monthly=False, events=False), (1, 2, 3), records_at(UNCERTAIN, shares))
    return {
        "targets": _hash(b"".join(data_file(name).read_bytes() for name in reported_tables(scenario))) if scenario.targets else "",
        "parameters": _hash(json.dumps(priors, sort_keys=True).encode()),
        "model": _hash(_rounded(ensemble.latent) + _rounded(ensemble.seen) + answers(ensemble).tobytes()),
    }


def reported_tables(scenario: Scenario) -> list[str]:
    """The tables of reported figures that a scenario names."""
    named = (getattr(scenario, key) for key in REPORTED_TABLES)
    return [name for name in named if name]


def months_asked_about(scenario: Scenario) -> int:
    """The months that must be simulated for all answers: to the last questionnaire and the last grant's end."""
    ends = [grant.start + grant.months - 1 for case in scenario.partnerships for grant in case.grants if grant.months]
    return min(scenario.months, max([*scenario.survey.months, *ends]))


def _rounded(states: NDArray[Any]) -> bytes:
    """States rounded to so many decimals that another machine's last bits of powers and logarithms do not matter."""
    return np.round(np.nan_to_num(states, nan=-1.0), DECIMALS).tobytes()


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def _stale(about: Mapping[str, Any]) -> tuple[str, ...]:
    try:
        scenario = read_scenario(about["scenario"])
    except ScenarioError:
        return (SCENARIO_IS_GONE,)
    now = fingerprints(scenario)
    return tuple(words for name, words in WHAT_IS_STALE.items() if about["fingerprints"].get(name) != now[name])


def draws_of(scenario: Scenario, number: int, seed: int) -> tuple[NDArray[Any], str]:
    """So many draws of the scenario's posterior, those of the seeds from `seed` on, and where they come from in words; else of the prior.

    Raises PosteriorError.
    """
    posterior = posterior_of(scenario)
    if posterior is None:
        return prior_draws(number, seed), PRIOR
    return posterior.of_numbers(posterior.numbers_for(range(seed, seed + number))), "the posterior"


@dataclass(frozen=True)
class Status:
    """How one parameter is known; mean and 90 % interval of the posterior where it is fitted, else NaN."""

    kind: str
    mean: float = float("nan")
    low: float = float("nan")
    high: float = float("nan")


def status_of(name: str, posterior: Posterior | None) -> Status:
    """The status of a parameter in ensembles drawn from this posterior; without one nothing is fitted, nor drawn."""
    if posterior is None or isinstance(REGISTRY[name].prior, Fixed):
        return Status(FIXED)
    if name not in posterior.sampled:
        return Status(DRAWN)
    values = np.asarray(posterior.draws[name], dtype=float)
    low, high = np.percentile(values, [TAIL, 100.0 - TAIL])
    return Status(FITTED, float(np.average(values, weights=posterior.weights)), float(low), float(high))
