"""Draws of parameters: from the prior, spread evenly over it, and from a scenario's posterior, which stands in a file.

A draw of a posterior is a whole set of parameters: the sampled ones from the posterior, all others between default and prior.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.model.errors import BadInputError
from samvirke.model.parameter import Fixed
from samvirke.model.parameters import PARAMETER_TYPE, REGISTRY
from samvirke.model.scenario import data_file, read_scenario
from samvirke.model.scenario.resolved import Scenario

ABOUT = b"samvirke"

UNCERTAIN = tuple(name for name, parameter in REGISTRY.items() if not isinstance(parameter.prior, Fixed))
"""Parameters whose prior leaves them open."""


def prior_draws(count: int, seed: int | Sequence[int]) -> Any:
    """`count` parameter records from the prior by Latin hypercube, the same for the same `seed`.

    Each parameter has a stream of its own by its name: one that is added, or goes, leaves the draws of all others as they were.
    """
    from scipy.stats import qmc  # half a second to import, only where draws are made

    key = [seed] if isinstance(seed, int | np.integer) else list(seed)
    streams = (np.random.default_rng([*key, crc32(name.encode())]) for name in REGISTRY)
    shares = np.concatenate([qmc.LatinHypercube(1, rng=stream).random(count) for stream in streams], axis=1)
    return records_at(tuple(REGISTRY), shares)


def records_at(names: Sequence[str], shares: ArrayLike, others: Any = None) -> Any:
    """Parameter records from shares of the prior (records x names, 0-1); the rest as in `others`, else the defaults."""
    at = np.asarray(shares, dtype=float)
    records = np.zeros(len(at), PARAMETER_TYPE).view(np.recarray)
    if others is None:
        for name, parameter in REGISTRY.items():
            records[name] = parameter.default
    else:
        records[:] = others
    for column, name in enumerate(names):
        records[name] = REGISTRY[name].prior.at(at[:, column])
    return records


def shares_of(names: Sequence[str], records: Any) -> NDArray[np.float64]:
    """Where each parameter's value lies in its prior (records x names, 0-1)."""
    return np.stack([REGISTRY[name].prior.share_of(records[name]) for name in names], axis=-1)


class PosteriorError(BadInputError):
    """A posterior that cannot be read."""


def posterior_file_of(scenario: Scenario) -> Path | None:
    """The file of the scenario's posterior, or of the one it borrows; None if it names none that is there. Raises PosteriorError."""
    if scenario.borrows is not None:
        lender = read_scenario(scenario.borrows)
        if lender.borrows is not None:
            raise PosteriorError(f"{scenario.name} borrows from {lender.name}, which has to borrow itself: name {lender.borrows}")
        return posterior_file_of(lender)
    if scenario.posterior is None or not data_file(scenario.posterior).is_file():
        return None
    return data_file(scenario.posterior)


def read_posterior_table(file: Path) -> tuple[Any, Mapping[str, Any]]:
    """The table of a posterior (Arrow) and its metadata. Raises PosteriorError."""
    import pyarrow as pa  # only those wait for it who have a posterior
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(file)
        return table, json.loads((table.schema.metadata or {})[ABOUT])
    except (OSError, pa.ArrowInvalid, KeyError, ValueError) as error:
        raise PosteriorError(f"{file}: is no posterior any more ({error}); make it anew with: samvirke calibrate") from error


def records_of_posterior(table: Any, seed: int) -> Any:
    """One parameter record per row; what the file does not hold is drawn from its prior."""
    known = [name for name in UNCERTAIN if name in table.column_names]
    nothing = np.empty((table.num_rows, 0))
    records = records_at((), nothing) if len(known) == len(UNCERTAIN) else prior_draws(table.num_rows, seed)
    for name in known:
        records[name] = table[name].to_numpy()
    return records


def numbers_of_draws(seeds: Sequence[int] | NDArray[np.int64], draws: int, runs_per_draw: int = 1) -> NDArray[np.int64]:
    """The number of the draw that each seed uses: the same in every arm; all draws in turn, each for so many seeds."""
    return (np.asarray(seeds, dtype=np.int64) - 1) // runs_per_draw % draws + 1
