"""The table of calibrations without a part of what is reported: written by `calibrate --leave-out`, read by `validate`."""

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
from samvirke.analysis.calibration.shrinkage import SPREAD, whole_points
from samvirke.analysis.calibration.table_of_runs import records_of

SEED_OF_OTHERS = 1  # of what is drawn for the parameters that are not sampled
SCENARIO, NULL, ANOTHER_SEED = "scenario", "all_alike", "another_seed"
NOTHING = "nothing"
"""The part of a calibration that leaves none out."""
CROSS_TABLE, CASE = "table ", "case "
"""What the names of parts begin with that are a cross-table, or one partnership."""
Draws = dict[tuple[str, str], NDArray[np.float64]]
"""Normal scores (draws x sampled parameters and the spread of the others) by model and part."""


KEPT, DECIMALS = 100, 2
"""Draws that are kept of each part left out, and decimals of their scores: a table one can ship."""


def write_left_out(file: Path, draws: Draws, sampled: Mapping[str, tuple[str, ...]], about: Mapping[str, Any]) -> None:
    """One row per model, part, draw and sampled parameter: its normal score in the prior."""
    parts = [_rows(model, part, sampled[model], scores if part == NOTHING else scores[:KEPT]) for (model, part), scores in draws.items()]
    table = pa.concat_tables(parts).replace_schema_metadata({ABOUT: json.dumps({"fingerprints": about["fingerprints"]}).encode()})
    unfinished = file.with_name(f".{file.name}-unfinished")
    pq.write_table(table, unfinished, compression="zstd")
    unfinished.replace(file)


def _rows(model: str, block: str, names: tuple[str, ...], scores: NDArray[np.float64]) -> pa.Table:
    number = len(scores)
    columns = {
        "model": np.repeat(model, number * len(names)),
        "block": np.repeat(block, number * len(names)),
        "draw": np.tile(np.arange(number, dtype=np.int16), len(names)),
        "parameter": np.repeat(names, number),
        "score": np.round(scores, DECIMALS).T.ravel().astype(np.float32),
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
    scores = rows.pivot(index="draw", columns="parameter", values="score")
    names = tuple(each for each in scores.columns if each != SPREAD)
    ordered = scores[[*names, SPREAD]].to_numpy(dtype=float)
    records = records_of(whole_points(ordered, names, np.random.default_rng(SEED_OF_OTHERS)))
    return Posterior(file.name, records, np.full(len(scores), 1.0 / len(scores)), np.zeros(len(scores)), {"sampled": names}, ())
