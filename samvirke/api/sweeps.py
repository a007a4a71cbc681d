"""Sweeps from a notebook: run one, or read what it left."""

import warnings
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from samvirke.analysis.run.folder import said_plainly
from samvirke.analysis.sweep.executors import in_processes, on_dask
from samvirke.analysis.sweep.folder import read_tables
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.runner import SweepDone, sweep_to
from samvirke.analysis.sweep.storage import storage_at
from samvirke.api.names import several
from samvirke.api.runs import warn_if_stale


def sweep(file: str | Path, out: str | Path, *, workers: int = 1, dask: str | None = None) -> SweepDone:
    """Live what is missing of a sweep in the folder `out` (or s3://bucket/folder), in so many processes or on a Dask scheduler.

    Says how many runs are `wanted`, `there`, `simulated` just now and `failed`. A script that asks for more than one worker must
    begin with `if __name__ == "__main__":`. Raises ScenarioError, RunFolderError, SweepStoppedError. Warns
    (StalePosteriorWarning) of a stale posterior.

    >>> import samvirke, tempfile
    >>> folder = tempfile.mkdtemp()
    >>> done = samvirke.sweep("first-look", folder)
    >>> done.complete, samvirke.sweep("first-look", folder).simulated
    (True, 0)
    >>> tables = samvirke.read_sweep(folder)
    >>> len(tables["outcomes"].merge(tables["points"], on="point")) == done.wanted
    True
    """
    executor = in_processes(workers, lambda sentence: warnings.warn(sentence, stacklevel=2)) if dask is None else on_dask(dask)
    what = read_sweep_file(str(file))
    warn_if_stale(what.posterior)
    return sweep_to(what, str(out), executor=executor, command=["samvirke.sweep", str(file)])


def read_sweep(folder: str | Path, tables: Sequence[str] | None = None) -> dict[str, pd.DataFrame]:
    """Tables of a sweep by name: outcomes, failures, points, design and dictionary, or those that are named.

    survey, monthly and events can be larger than memory: name them, or open their folders with DuckDB or polars.
    Raises RunFolderError.
    """
    with said_plainly(folder, "read"):
        found = read_tables(storage_at(str(folder)), None if tables is None else several(tables))
    return {name: table.to_pandas() for name, table in found.items()}
