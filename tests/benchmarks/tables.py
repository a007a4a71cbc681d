"""Outcomes and survey of many lives as Parquet parts, zstd, one row per run × partnership (× wave × item)."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from model.ensemble import Lives
from model.items import ITEMS


def keys(lives: Lives, repeats: int) -> dict[str, Any]:
    """Key columns of a table with `repeats` rows per run and partnership."""
    cases, runs = len(lives.world.case_ids), len(lives.seeds)
    rows = runs * cases * repeats
    case = pa.array(np.tile(np.repeat(np.arange(cases, dtype=np.int32), repeats), runs))
    return {
        "scenario": pa.array(np.full(rows, lives.world.scenario.name)).dictionary_encode(),
        "arm": pa.array(np.full(rows, lives.world.arm)).dictionary_encode(),
        "draw": np.repeat(lives.draw_numbers, cases * repeats),
        "seed": np.repeat(lives.seeds, cases * repeats),
        "partnership": pa.DictionaryArray.from_arrays(case, pa.array(lives.world.case_ids)),
    }


def outcomes(lives: Lives) -> pa.Table:
    """Every number of a partnership's record at the end."""
    records = lives.partnerships.reshape(-1)
    return pa.table(keys(lives, 1) | {name: np.ascontiguousarray(records[name]) for name in records.dtype.names})


def survey(lives: Lives) -> pa.Table:
    """What was seen of each item in each wave, and the state behind it."""
    waves, items = lives.seen.shape[2:]
    item = pa.array(np.tile(np.arange(items, dtype=np.int32), lives.seen.size // items))
    named = pa.DictionaryArray.from_arrays(item, pa.array(list(ITEMS)))
    wave = np.tile(np.repeat(np.arange(waves), items), lives.seen.size // (waves * items))
    return pa.table(
        keys(lives, waves * items)
        | {"wave": wave, "item": named, "latent": lives.latent.reshape(-1), "seen": lives.seen.reshape(-1)}
    )


def write_tables(lives: Lives, folder: Path, part: str) -> None:
    """Write both tables as one part each."""
    pq.write_table(outcomes(lives), folder / f"outcomes-{part}.parquet", compression="zstd")
    pq.write_table(survey(lives), folder / f"survey-{part}.parquet", compression="zstd")
