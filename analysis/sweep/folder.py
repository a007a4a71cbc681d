"""The folder of a sweep besides its parts: manifest, dictionary, and the tables that say what each point is."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from samvirke.analysis.columns import dictionary_of, schema_of
from samvirke.analysis.run.folder import DICTIONARY, MANIFEST, SUFFIX, RunFolderError, packed_writer
from samvirke.analysis.sweep.chunk import Runs
from samvirke.analysis.sweep.columns import SCHEMAS, TABLES, schema_now
from samvirke.analysis.sweep.identity import differences, identity_of
from samvirke.analysis.sweep.lock import NAME as LOCK
from samvirke.analysis.sweep.manifest import SWEEP, manifest_of_sweep
from samvirke.analysis.sweep.parts import RECEIPTS, Receipt
from samvirke.analysis.sweep.place import Place
from samvirke.analysis.sweep.points import draws_table
from samvirke.analysis.sweep.sweep import Sweep

OWN_NAMES = {MANIFEST, LOCK, RECEIPTS, *TABLES, *(f"{name}{SUFFIX}" for name in (*SCHEMAS, DICTIONARY))}


def refuse_what_cannot_be_continued(place: Place, sweep: Sweep) -> None:
    """Raise RunFolderError unless the place is empty, or holds parts of a sweep that hangs on the same."""
    there = {name for name in place.strangers() if not name.startswith(".")}
    if not there:
        return
    if MANIFEST not in there or (strangers := sorted(there - OWN_NAMES)):
        named = sorted(there - OWN_NAMES)[:1] if MANIFEST in there else sorted(there)[:1]
        raise RunFolderError(f"{place.address}: holds what no sweep wrote ({named[0]}); name another folder with --out")
    del strangers
    other = list(differences(manifest_in(place)["identity"], identity_of(sweep)))
    if other:
        raise RunFolderError(
            f"{place.address}: holds a sweep of {' and '.join(other)}; what is there and what is new cannot stand in one table: "
            "name another folder with --out"
        )


def manifest_in(place: Place) -> dict[str, Any]:
    """The manifest of a sweep. Raises RunFolderError."""
    try:
        manifest = json.loads(place.read(MANIFEST))
    except FileNotFoundError as error:
        raise RunFolderError(f"{place.address}: is no folder of a sweep: it has no {MANIFEST}") from error
    except ValueError as error:
        raise RunFolderError(f"{place.address}: {MANIFEST} is not the manifest of a sweep") from error
    if not isinstance(manifest, dict) or manifest.get("kind") != SWEEP:
        raise RunFolderError(f"{place.address}: {MANIFEST} is not the manifest of a sweep")
    return manifest


def describe(place: Place, runs: Runs, receipts: Iterable[Receipt], command: Sequence[str]) -> None:
    """Write the manifest, the dictionary, and the tables of points, as they stand with these receipts."""
    receipts = list(receipts)
    manifest = manifest_of_sweep(runs, receipts, command)
    place.write(MANIFEST, (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode())


def write_tables_of_points(place: Place, runs: Runs, receipts: Iterable[Receipt]) -> None:
    """Write points.parquet, design.parquet, draws.parquet where seeds have their own, and the dictionary."""
    _write(place, "points", chain(runs.points.table(), _earlier_points(place, runs, receipts)))  # never all of them in memory
    _write(place, "design", [runs.points.design()])
    names = ["points", "design"]
    if runs.sweep.rest_varies_with_the_seed:
        _write(place, "draws", [draws_table(runs.sweep)])
        names.append("draws")
    dictionary = dictionary_of({name: schema_now(name) for name in (*runs.sweep.tables, "failures", *names)})
    _write(place, DICTIONARY, [dictionary], dictionary.schema)


def _earlier_points(place: Place, runs: Runs, receipts: Iterable[Receipt]) -> list[Any]:
    """Points that the file no longer names and of which there are runs: what is there stays readable."""
    wanted = {point for receipt in receipts for _, point, *_ in receipt.runs} - runs.points.number_of.keys()
    if not wanted:
        return []
    table = pq.read_table(pa.BufferReader(place.read(f"points{SUFFIX}")), schema=schema_now("points"))
    return [table.filter(pc.is_in(table["point"], value_set=pa.array(sorted(wanted), pa.string())))]


def _write(place: Place, name: str, tables: Iterable[Any], schema: Any = None) -> None:
    sink = pa.BufferOutputStream()
    with packed_writer(sink, schema_now(name) if schema is None else schema) as writer:
        for table in tables:
            writer.write_table(table)
    place.write(f"{name}{SUFFIX}", memoryview(sink.getvalue()))


def read_tables(place: Place, tables: Sequence[str] | None = None) -> Mapping[str, Any]:
    """Tables of a sweep by name, as Arrow tables; all but the large ones if none is named. Raises RunFolderError."""
    manifest = manifest_in(place)
    names = _known(place, manifest, tables)
    return {name: _read(place, name) for name in names}


def _known(place: Place, manifest: Mapping[str, Any], tables: Sequence[str] | None) -> list[str]:
    single = [name for name in ("points", "design", "draws") if name != "draws" or manifest["draws_by_seed"]]
    there = [*manifest["tables"], "failures", *single, DICTIONARY]
    unknown = sorted(set(tables or ()) - set(there))
    if unknown:
        raise RunFolderError(f"{place.address}: has no table {unknown[0]}; it has {', '.join(there)}")
    return ["outcomes", "failures", *single, DICTIONARY] if tables is None else list(tables)


def _read(place: Place, name: str) -> Any:
    files, folder = place.filesystem()
    schema = schema_now(name)
    if name in TABLES and not place.files(name):
        return schema_of(TABLES[name]).empty_table()
    path = f"{folder}/{name}" if name in TABLES else f"{folder}/{name}{SUFFIX}"
    with broken_files_named(place, name):
        return pq.read_table(path, filesystem=files, schema=schema)


@contextmanager
def broken_files_named(place: Place, table: str) -> Iterator[None]:
    """Raise RunFolderError with the name of the file where one of a table's cannot be read."""
    try:
        yield
    except (pa.ArrowException, OSError) as error:
        if (name := _first_broken(place, table)) is None:
            raise
        raise RunFolderError(f"{place.address}: {name} is no whole table any more; the same samvirke sweep makes it anew") from error


def _first_broken(place: Place, table: str) -> str | None:
    """The first file of a table that cannot be read."""
    names = [f"{table}/{each.name}" for each in place.files(table)] if table in TABLES else [f"{table}{SUFFIX}"]
    return next((name for name in names if not _is_whole(place, name)), None)


def _is_whole(place: Place, name: str) -> bool:
    try:
        pq.read_table(pa.BufferReader(place.read(name)))
    except (pa.ArrowException, OSError):
        return False
    return True
