"""The folder of a sweep besides its parts: manifest, dictionary, and the tables of points and draws; and how it is read."""

import json
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from samvirke.analysis.columns import dictionary_of, schema_of
from samvirke.analysis.run.execution import PACKAGES, extensions_added
from samvirke.analysis.run.folder import DICTIONARY, MANIFEST, SUFFIX, RunFolderError, packed_writer
from samvirke.analysis.sweep.chunk import Runs
from samvirke.analysis.sweep.design import Varied, salib_problem
from samvirke.analysis.sweep.parts import RECEIPTS, Receipt
from samvirke.analysis.sweep.points import draws_table
from samvirke.analysis.sweep.storage import Storage
from samvirke.analysis.sweep.sweep import Sweep, differences, identity_of
from samvirke.analysis.sweep.tables import SCHEMAS, TABLES, schema_now

SWEEP = "sweep"
OWN_NAMES = {MANIFEST, RECEIPTS, *TABLES, *(f"{name}{SUFFIX}" for name in (*SCHEMAS, DICTIONARY))}


def refuse_what_cannot_be_continued(storage: Storage, sweep: Sweep) -> None:
    """Raise RunFolderError unless the storage is empty, or holds parts of a sweep with the same identity."""
    there = {name for name in storage.names() if not name.startswith(".")}
    if not there:
        return
    others = sorted(there - OWN_NAMES if MANIFEST in there else there)
    if others:
        raise RunFolderError(f"{storage.address}: holds what no sweep wrote ({others[0]}); name another folder with --out")
    other = list(differences(manifest_in(storage)["identity"], identity_of(sweep)))
    if other:
        raise RunFolderError(
            f"{storage.address}: holds a sweep of {' and '.join(other)}; what is there and what is new cannot stand in one table: "
            "name another folder with --out"
        )


def manifest_in(storage: Storage) -> dict[str, Any]:
    """The manifest of a sweep. Raises RunFolderError."""
    try:
        manifest = json.loads(storage.read(MANIFEST))
    except FileNotFoundError as error:
        raise RunFolderError(f"{storage.address}: is no folder of a sweep: it has no {MANIFEST}") from error
    except ValueError as error:
        raise RunFolderError(f"{storage.address}: {MANIFEST} is not the manifest of a sweep") from error
    if not isinstance(manifest, dict) or manifest.get("kind") != SWEEP:
        raise RunFolderError(f"{storage.address}: {MANIFEST} is not the manifest of a sweep")
    return manifest


def describe(storage: Storage, runs: Runs, receipts: Iterable[Receipt], command: Sequence[str]) -> None:
    """Write the manifest, the dictionary, and the tables of points, as they stand with these receipts."""
    receipts = list(receipts)
    manifest = manifest_of_sweep(runs, receipts, command)
    storage.write(MANIFEST, (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode())


def manifest_of_sweep(runs: Runs, receipts: Sequence[Receipt], command: Sequence[str]) -> dict[str, Any]:
    """The content of manifest.json: what was asked, what the numbers depend on, how far it has come. `parts` are counted, not listed."""
    sweep = runs.sweep
    there = sum(1 for receipt in receipts for span in receipt.runs for _ in runs.numbers_of(span) or ())
    return {
        "kind": SWEEP,
        "sweep": sweep.name,
        "said": dict(sweep.given),
        "scenario": sweep.scenario.model_dump(mode="json", exclude={"partnerships": {"__all__": {"name", "title"}}}),
        "identity": identity_of(sweep),
        "arms": list(sweep.arms),
        "design": {
            **sweep.design.model_dump(),
            "rows": sweep.points,
            "points": len(runs.points.ids),
            **salib_problem([each.column for each in sweep.varied]),
        },
        "varied": [_varied(each) for each in sweep.varied],
        "draws_by_seed": sweep.rest_varies_with_the_seed,
        "posterior": _posterior(sweep),
        "seeds": {"first": sweep.seeds.start, "last": sweep.seeds.stop - 1, "lives_per_point": len(sweep.seeds)},
        "runs": {"wanted": len(runs), "there": there, "failed": sum(each.failures for each in receipts)},
        "complete": there == len(runs),
        "tables": {name: sum(each.files[name].rows for each in receipts if name in each.files) for name in sweep.tables},
        "parts": len(receipts),
        "bytes": sum(file.bytes for each in receipts for file in each.files.values()),
        "model_fingerprint": runs.base.model,
        "extensions": extensions_added(),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": list(command),
    }


def _varied(each: Varied) -> dict[str, Any]:
    spread = None if each.spread is None else {"kind": type(each.spread).__name__, "low": each.spread.low, "high": each.spread.high}
    return {"column": each.column, "name": each.name, "of": each.of, "spread": spread, "values": list(each.values)}


def _posterior(sweep: Sweep) -> dict[str, Any] | None:
    if sweep.posterior is None:
        return None
    return {"file": sweep.posterior.file, "draws": len(sweep.posterior.draws), "stale": list(sweep.posterior.stale)}


def write_tables_of_points(storage: Storage, runs: Runs, receipts: Iterable[Receipt]) -> None:
    """Write points.parquet, design.parquet, draws.parquet where seeds have their own, and the dictionary."""
    _write(storage, "points", chain(runs.points.table(), _earlier_points(storage, runs, receipts)))  # never all of them in memory
    _write(storage, "design", [runs.points.design()])
    names = ["points", "design"]
    if runs.sweep.rest_varies_with_the_seed:
        _write(storage, "draws", [draws_table(runs.sweep)])
        names.append("draws")
    dictionary = dictionary_of({name: schema_now(name) for name in (*runs.sweep.tables, "failures", *names)})
    _write(storage, DICTIONARY, [dictionary], dictionary.schema)


def _earlier_points(storage: Storage, runs: Runs, receipts: Iterable[Receipt]) -> list[Any]:
    """Points that the file no longer names and of which there are runs: what is there stays readable."""
    wanted = {point for receipt in receipts for _, point, *_ in receipt.runs} - runs.points.number_of.keys()
    if not wanted:
        return []
    table = pq.read_table(pa.BufferReader(storage.read(f"points{SUFFIX}")), schema=schema_now("points"))
    return [table.filter(pc.is_in(table["point"], value_set=pa.array(sorted(wanted), pa.string())))]


def _write(storage: Storage, name: str, tables: Iterable[Any], schema: Any = None) -> None:
    sink = pa.BufferOutputStream()
    with packed_writer(sink, schema_now(name) if schema is None else schema) as writer:
        for table in tables:
            writer.write_table(table)
    storage.write(f"{name}{SUFFIX}", memoryview(sink.getvalue()))


def read_tables(storage: Storage, tables: Sequence[str] | None = None) -> Mapping[str, Any]:
    """Tables of a sweep by name, as Arrow tables; all but the large ones if none is named. Raises RunFolderError."""
    manifest = manifest_in(storage)
    names = _known(storage, manifest, tables)
    return {name: _read(storage, name) for name in names}


def _known(storage: Storage, manifest: Mapping[str, Any], tables: Sequence[str] | None) -> list[str]:
    single = [name for name in ("points", "design", "draws") if name != "draws" or manifest["draws_by_seed"]]
    there = [*manifest["tables"], "failures", *single, DICTIONARY]
    unknown = sorted(set(tables or ()) - set(there))
    if unknown:
        raise RunFolderError(f"{storage.address}: has no table {unknown[0]}; it has {', '.join(there)}")
    return ["outcomes", "failures", *single, DICTIONARY] if tables is None else list(tables)


def _read(storage: Storage, name: str) -> Any:
    files, folder = storage.filesystem()
    schema = schema_now(name)
    if name in TABLES and not storage.files(name):
        return schema_of(TABLES[name]).empty_table()
    path = f"{folder}/{name}" if name in TABLES else f"{folder}/{name}{SUFFIX}"
    with broken_files_named(storage, name):
        return pq.read_table(path, filesystem=files, schema=schema)


@contextmanager
def broken_files_named(storage: Storage, table: str) -> Iterator[None]:
    """Raise RunFolderError with the name of the file where one of a table's cannot be read."""
    try:
        yield
    except (pa.ArrowException, OSError) as error:
        if (name := _first_broken(storage, table)) is None:
            raise
        raise RunFolderError(f"{storage.address}: {name} is no whole table any more; the same samvirke sweep makes it anew") from error


def _first_broken(storage: Storage, table: str) -> str | None:
    """The first file of a table that cannot be read."""
    names = [f"{table}/{each.name}" for each in storage.files(table)] if table in TABLES else [f"{table}{SUFFIX}"]
    return next((name for name in names if not _is_whole(storage, name)), None)


def _is_whole(storage: Storage, name: str) -> bool:
    try:
        pq.read_table(pa.BufferReader(storage.read(name)))
    except (pa.ArrowException, OSError):
        return False
    return True
