"""The results of a sweep, opened for analysis: what varied in it, and what came of every run."""

import json
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.calibration.posterior import Posterior, posterior_of
from samvirke.analysis.run.folder import RunFolderError, errors_in_sentences, refuse_lacking_extensions
from samvirke.analysis.sweep.design import varied_of_column
from samvirke.analysis.sweep.folder import broken_files_named, manifest_in, read_tables
from samvirke.analysis.sweep.storage import storage_at
from samvirke.analysis.sweep_analysis.answers import Answer, columns_of
from samvirke.analysis.validation.identification import identify
from samvirke.model.draws import UNCERTAIN
from samvirke.model.errors import nearest_valid, shown
from samvirke.model.extensions import all_parameters
from samvirke.model.levers import LEVERS
from samvirke.model.parameters import LogUniform, Uniform
from samvirke.model.scenario.resolved import Scenario

PACKAGES = ("samvirke", "numpy", "scipy", "SALib", "scikit-learn", "pyarrow")
SPREADS = {"Uniform": Uniform, "LogUniform": LogUniform}


@dataclass(frozen=True)
class Input:
    """A parameter or lever that varied. `contraction` is how far the answers narrow a parameter: NaN where there is no posterior."""

    column: str
    of: str
    meaning: str
    unit: str
    spread: Uniform | LogUniform | None = None
    contraction: float = float("nan")
    identified: bool | None = None

    def shares_of(self, values: ArrayLike) -> Any:
        """Where values lie in the range of the sweep (0-1)."""
        assert self.spread is not None, f"{self.column} has no range"
        return self.spread.share_of(values)


@dataclass(frozen=True)
class SweepResults:
    """The folder of a sweep; `rows` are the points of the design's rows, `points` what each point sets."""

    address: str
    manifest: dict[str, Any] = field(repr=False)
    rows: tuple[str, ...] = field(repr=False)
    points: pd.DataFrame = field(repr=False)

    @property
    def kind(self) -> str:
        """grid, latin_hypercube, sobol, morris, posterior or table."""
        return str(self.manifest["design"]["kind"])

    @cached_property
    def scenario(self) -> Scenario:
        """The scenario of the sweep, its partnerships under their ids."""
        return Scenario.model_validate_json(json.dumps(self.manifest["scenario"]))

    @cached_property
    def posterior(self) -> Posterior | None:
        """The posterior of its scenario, or the one it borrows."""
        return posterior_of(self.scenario)

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """What varied: of a sweep of the posterior, the parameters that were sampled."""
        known = self._identified
        if self.kind == "posterior":
            names = () if self.posterior is None else self.posterior.sampled
            return tuple(_input(name, None, known) for name in names)
        return tuple(_input(each["column"], each["spread"], known) for each in self.manifest["varied"])

    @cached_property
    def _identified(self) -> dict[str, tuple[float, bool]]:
        """Contraction of the parameters that were sampled, and whether that is enough."""
        posterior = self.posterior
        if posterior is None:
            return {}
        found = identify(posterior.sampled, posterior.draws, posterior.weights)
        others = dict.fromkeys(set(UNCERTAIN) - {each.parameter for each in found}, (0.0, False))  # drawn from their prior
        return {**others, **{each.parameter: (each.contraction, each.is_identified) for each in found}}

    def arm_named(self, name: str | None) -> str:
        """The arm that is asked about: the first if none is named. Raises RunFolderError."""
        arms = self.manifest["arms"]
        if name is not None and name not in arms:
            raise RunFolderError(f"--arm: {shown(name)} is not in the sweep {self.address}; {nearest_valid(name, arms)}")
        return name or str(arms[0])

    def outcomes(self, answers: Sequence[Answer], arm: str) -> pd.DataFrame:
        """One row per run and partnership: point, seed, partnership, and a column for each answer."""
        wanted = {each.name: each for each in answers}
        storage = storage_at(self.address)
        files, folder = storage.filesystem()
        columns = ["point", "seed", "draw", "partnership", *columns_of(wanted)]
        with errors_in_sentences(self.address, "read"), broken_files_named(storage, "outcomes"):
            rows = pq.read_table(f"{folder}/outcomes", filesystem=files, columns=columns, filters=[("arm", "==", arm)]).to_pandas()
        given = {name: each.of(rows) for name, each in wanted.items()}
        return rows[["point", "seed", "draw", "partnership"]].assign(**given)

    def by_run(self, answers: Sequence[Answer], arm: str) -> pd.DataFrame:
        """One row per point and seed: the mean over partnerships of each answer (those that are known)."""
        rows = self.outcomes(answers, arm)
        return rows.groupby(["point", "seed"], sort=True)[[each.name for each in answers]].mean()

    def values(self) -> NDArray[np.float64]:
        """What the rows of the design set (rows x inputs)."""
        columns = [each.column for each in self.inputs]
        return self.points.loc[list(self.rows), columns].to_numpy(float)


def open_sweep(address: str) -> SweepResults:
    """The sweep in that folder or bucket. Raises RunFolderError unless runs of it are there."""
    storage = storage_at(address)
    with errors_in_sentences(address, "read"):
        manifest = manifest_in(storage)
        if not storage.files("outcomes"):
            raise RunFolderError(f"{address}: no run of this sweep is there yet; run samvirke sweep first")
        refuse_lacking_extensions(manifest, address)
        tables = read_tables(storage, ("points", "design"))
    points = tables["points"].to_pandas().set_index("point")
    return SweepResults(address, manifest, tuple(tables["design"]["point"].to_pylist()), points)


def _input(column: str, spread: Any, known: dict[str, tuple[float, bool]]) -> Input:
    what = varied_of_column(column)
    assert what is not None, f"{column} is neither a parameter nor a lever"
    entry = LEVERS[what.name] if what.of == "levers" else all_parameters()[what.name]
    drawn: Any = None if spread is None else SPREADS[spread["kind"]](spread["low"], spread["high"])
    contraction, identified = known.get(what.name, (float("nan"), None)) if what.of == "parameters" else (float("nan"), None)
    return Input(column, what.of, entry.meaning, entry.unit, drawn, contraction, identified)


def manifest_of_analysis(
    results: SweepResults, arm: str, answers: Sequence[Answer], rows: Mapping[str, int], **asked: Any
) -> dict[str, Any]:
    """What stands in manifest.json; `asked` is what else was typed."""
    sweep = results.manifest
    return {
        "kind": "analysis of a sweep",
        "sweep": {name: sweep[name] for name in ("sweep", "identity", "design", "varied", "seeds", "runs", "complete", "posterior")},
        "scenario": sweep["scenario"]["name"],
        "arm": arm,
        "measures": {each.name: {"description": each.meaning, "unit": each.unit, "better": each.better} for each in answers},
        "asked": asked,
        "tables": dict(rows),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": ["samvirke", *sys.argv[1:]],
    }
