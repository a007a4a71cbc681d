"""The table of calibrations without a block of questions: written by `calibrate --leave-out`, read by `validate`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from samvirke.analysis.calibration.posterior import ABOUT, Posterior, PosteriorError
from samvirke.model.draws import prior_draws, records_at

SCENARIO, NULL, ANOTHER_SEED = "scenario", "all_alike", "another_seed"
NOTHING = "nothing"
"""The block of a calibration that leaves none out."""
Draws = dict[tuple[str, str], NDArray[np.float64]]
"""Shares of the prior (particles x sampled parameters) by model and block."""


def write_left_out(file: Path, draws: Draws, sampled: Mapping[str, tuple[str, ...]], about: Mapping[str, Any]) -> None:
    """One row per model, block, particle and sampled parameter: its place in the prior."""
    parts = [_rows(model, block, sampled[model], shares) for (model, block), shares in draws.items()]
    table = pa.concat_tables(parts).replace_schema_metadata({ABOUT: json.dumps({"fingerprints": about["fingerprints"]}).encode()})
    unfinished = file.with_name(f".{file.name}-unfinished")
    pq.write_table(table, unfinished, compression="zstd")
    unfinished.replace(file)


def _rows(model: str, block: str, names: tuple[str, ...], shares: NDArray[np.float64]) -> pa.Table:
    number = len(shares)
    columns = {
        "model": np.repeat(model, number * len(names)),
        "block": np.repeat(block, number * len(names)),
        "particle": np.tile(np.arange(number, dtype=np.int16), len(names)),
        "parameter": np.repeat(names, number),
        "share": shares.T.ravel().astype(np.float32),
    }
    named = {name: pa.array(values).dictionary_encode() for name, values in columns.items() if values.dtype.kind == "U"}
    return pa.table({**columns, **named})


def read_left_out(file: Path, posterior: Posterior) -> dict[str, dict[str, Posterior]]:
    """By model and block the posterior without it; nothing where the file is of another calibration. Raises PosteriorError."""
    try:
        table = pq.read_table(file)
        about = json.loads((table.schema.metadata or {})[ABOUT])
    except (OSError, pa.ArrowInvalid, KeyError, ValueError) as error:
        raise PosteriorError(f"{file}: cannot be read ({error}); make it anew with: samvirke calibrate --leave-out") from error
    found: dict[str, dict[str, Posterior]] = {SCENARIO: {}, NULL: {}, ANOTHER_SEED: {}}
    if about["fingerprints"] != posterior.about["fingerprints"]:
        return found
    for (model, block), rows in table.to_pandas().groupby(["model", "block"], observed=True, sort=False):
        found[model][block] = _posterior(file, rows)
    return found


def _posterior(file: Path, rows: pd.DataFrame) -> Posterior:
    shares = rows.pivot(index="particle", columns="parameter", values="share")
    names = tuple(shares.columns)
    records = records_at(names, shares.to_numpy(), prior_draws(len(shares), 1))
    return Posterior(file.name, records, np.full(len(shares), 1.0 / len(shares)), np.zeros(len(shares)), {"sampled": names}, ())
