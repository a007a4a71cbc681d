"""The posterior: parameter sets that the reported answers leave plausible, in a table beside the scenario, with its manifest.

A draw is a whole set of parameters: the sampled ones from the posterior, all others from their prior, anew in every draw.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from samvirke.analysis.calibration.draws import UNCERTAIN, prior_draws, records_at
from samvirke.analysis.columns import Column, table_of
from samvirke.analysis.survey.instrument import answers
from samvirke.model.ensemble import simulate
from samvirke.model.errors import BadInputError, ScenarioError
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import data_file, read_scenario
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import lay_out

ABOUT = b"samvirke"
FIRST_COLUMNS = (
    Column("draw", "number of the parameter set, from 1", "number", "int64", never_null=True),
    Column("weight", "its share of the posterior", "share", "double", never_null=True),
    Column("log_likelihood", "estimated log probability of the reported counts", "log probability", "double", never_null=True),
)
QUARTILES = (0.25, 0.5, 0.75)
DECIMALS = 6
WHAT_IS_STALE = {
    "targets": "the reported figures have changed since",
    "parameters": "parameters or their priors have changed since",
    "model": "the model or the scenario has changed since: the same draws no longer give the same lives",
}


class PosteriorError(BadInputError):
    """A posterior that cannot be read."""


@dataclass(frozen=True)
class Posterior:
    """Draws (parameter records, one per draw), their weights and log likelihoods, and how they came about.

    `about` is the manifest: sampled parameters, seed, particles, fingerprints …; `stale` says in words what has changed since.
    """

    file: str
    draws: Any
    weights: Any
    log_likelihoods: Any
    about: Mapping[str, Any]
    stale: tuple[str, ...]

    @property
    def sampled(self) -> tuple[str, ...]:
        """The parameters that were sampled; all others are as in the prior."""
        return tuple(self.about["sampled"])

    def numbers_for(self, seeds: Sequence[int] | NDArray[np.int64], runs_per_draw: int = 1) -> NDArray[np.int64]:
        """The number of the draw that each seed lives with: the same in every arm; all draws in turn, each for so many seeds."""
        return (np.asarray(seeds, dtype=np.int64) - 1) // runs_per_draw % len(self.draws) + 1

    def of_numbers(self, numbers: Any) -> Any:
        """The parameter records of draws by number."""
        return self.draws[np.asarray(numbers) - 1].view(np.recarray)


def posterior_of(scenario: Scenario) -> Posterior | None:
    """The scenario's posterior, or the one it borrows; None if it names none that is there. Raises PosteriorError."""
    if scenario.borrows is not None:
        return _lent(scenario, read_scenario(scenario.borrows))
    if scenario.posterior is None or not data_file(scenario.posterior).is_file():
        return None
    return read_posterior(data_file(scenario.posterior))


def _lent(scenario: Scenario, lender: Scenario) -> Posterior | None:
    if lender.borrows is not None:
        raise PosteriorError(f"{scenario.name} borrows from {lender.name}, which has to borrow itself: name {lender.borrows}")
    return posterior_of(lender)


def read_posterior(file: Path) -> Posterior:
    """A posterior from its file. Raises PosteriorError."""
    try:
        table = pq.read_table(file)
        about = json.loads((table.schema.metadata or {})[ABOUT])
    except (OSError, pa.ArrowInvalid, KeyError, ValueError) as error:
        raise PosteriorError(f"{file}: is no posterior any more ({error}); make it anew with: samvirke calibrate") from error
    records = _records_of(table, about.get("seed", 0))
    if np.ptp(table["weight"].to_numpy()) > 1e-9:
        raise PosteriorError(f"{file}: its draws have unequal weights; lives take all draws in turn, so they must be equal")
    weights, log_likelihoods = table["weight"].to_numpy(), table["log_likelihood"].to_numpy()
    return Posterior(file.name, records, weights, log_likelihoods, about, _stale(about))


def _records_of(table: pa.Table, seed: int) -> Any:
    """One parameter record per row; what the file does not know is drawn from its prior."""
    known = [name for name in UNCERTAIN if name in table.column_names]
    nothing = np.empty((table.num_rows, 0))
    records = records_at((), nothing) if len(known) == len(UNCERTAIN) else prior_draws(table.num_rows, seed)
    for name in known:
        records[name] = table[name].to_numpy()
    return records


def coverage_file(posterior: Path) -> Path:
    """Where the coverage on synthetic answers stands: beside the posterior."""
    return posterior.with_name(f"{posterior.stem.removesuffix('_posterior')}_coverage.parquet")


def left_out_file(posterior: Path) -> Path:
    """Where the calibrations without a block of questions stand: beside the posterior."""
    return posterior.with_name(f"{posterior.stem.removesuffix('_posterior')}_left_out.parquet")


def write_posterior(file: Path, draws: Any, weights: Any, log_likelihoods: Any, about: Mapping[str, Any]) -> None:
    """Write a posterior, whole or not at all."""
    parameters = [Column(name, REGISTRY[name].meaning, REGISTRY[name].unit, "double", never_null=True) for name in UNCERTAIN]
    values = [np.arange(1, len(draws) + 1), weights, log_likelihoods, *(np.asarray(draws[name]) for name in UNCERTAIN)]
    table = table_of((*FIRST_COLUMNS, *parameters), values)
    table = table.replace_schema_metadata({ABOUT: json.dumps(about, ensure_ascii=False).encode()})
    unfinished = file.with_name(f".{file.name}-unfinished")
    pq.write_table(table, unfinished, compression="zstd")
    unfinished.replace(file)


def fingerprints(scenario: Scenario) -> dict[str, str]:
    """What a posterior hangs on: the reported figures, the priors, and what the model makes of given draws and seeds.

    The model's is taken from lives and not from sources: a comment does not make a posterior stale.
    """
    priors = {name: repr(each.prior) for name, each in REGISTRY.items()}
    shares = np.repeat(np.array(QUARTILES)[:, None], len(UNCERTAIN), axis=1)
    short = scenario.model_copy(update={"months": months_asked_about(scenario)})
    ensemble = simulate(lay_out(short, monthly=False, events=False), (1, 2, 3), records_at(UNCERTAIN, shares))
    return {
        "targets": _hash(data_file(scenario.targets).read_bytes()) if scenario.targets else "",
        "parameters": _hash(json.dumps(priors, sort_keys=True).encode()),
        "model": _hash(_rounded(ensemble.latent) + _rounded(ensemble.seen) + answers(ensemble).tobytes()),
    }


def months_asked_about(scenario: Scenario) -> int:
    """The months that must be lived for all answers: to the last questionnaire and the last grant's end."""
    ends = [grant.start + grant.months - 1 for case in scenario.partnerships for grant in case.grants if grant.months]
    return min(scenario.months, max([*scenario.survey.months, *ends]))


def _rounded(states: Any) -> bytes:
    """States to so many decimals that the last bits of another machine's powers and logarithms do not count."""
    return np.round(np.nan_to_num(states, nan=-1.0), DECIMALS).tobytes()


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def _stale(about: Mapping[str, Any]) -> tuple[str, ...]:
    try:
        scenario = read_scenario(about["scenario"])
    except ScenarioError:
        return (f"the scenario it was fitted to, {about['scenario']}, is not here: nobody can say what has changed",)
    now = fingerprints(scenario)
    return tuple(words for name, words in WHAT_IS_STALE.items() if about["fingerprints"].get(name) != now[name])
