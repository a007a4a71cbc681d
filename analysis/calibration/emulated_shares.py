"""The share behind each reported percentage of a cross-table, sampling apart: draw by draw, with what is reported and without it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samvirke.analysis.calibration.calibration import Calibration
from samvirke.analysis.calibration.leave_one_out_file import CROSS_TABLE

Floats = NDArray[np.float64]
POSTERIOR, PRIOR, WITHOUT = "posterior", "prior", "without"
DRAWS_OF_PRIOR = 2000
ROLE_OF_PRIOR = 12  # part of the key of chance


def shares_file(posterior: Path) -> Path:
    """Where these shares stand: beside the posterior."""
    return posterior.with_name(f"{posterior.stem.removesuffix('_posterior')}_cross_tables.parquet")


def emulated_shares(calibration: Calibration, without: dict[str, Floats] | None = None) -> pd.DataFrame:
    """One row per cross-table, group, evidence and draw: the share that gave the table's answer. `without` are scores by part left out."""
    prior = np.random.default_rng([calibration.seed, ROLE_OF_PRIOR]).standard_normal((DRAWS_OF_PRIOR, len(calibration.emulator.names)))
    found = [*_shares(calibration, calibration.scores, POSTERIOR), *_shares(calibration, prior, PRIOR)]
    for name, scores in (without or {}).items():
        if name.startswith(CROSS_TABLE):
            found += [
                each for each in _shares(calibration, scores, WITHOUT) if each["cross_table"].iloc[0] == name.removeprefix(CROSS_TABLE)
            ]
    return pd.concat(found, ignore_index=True)


def _shares(calibration: Calibration, scores: Floats, evidence: str) -> Iterator[pd.DataFrame]:
    tallies = calibration.observed.tallies
    chances, _ = calibration.emulator.log_chances(scores)
    for number, table in enumerate(tallies.evidence.tables):
        for group in range(2):
            block = tallies.blocks[len(tallies.evidence.questions) + 2 * number + group]
            shares = np.exp(chances[:, block.start]).astype(np.float64)
            yield pd.DataFrame(
                {"cross_table": table.name, "group": group, "evidence": evidence, "draw": range(len(shares)), "share": shares}
            )
