"""The run folder: manifest.json, dictionary.parquet and one file per table; it is there whole or not at all.

The writer declares its tables by their schemas; the manifest names every file.
Everything is first written into a hidden folder beside it, which takes the name at the very end.
"""

import errno
import json
import os
import shutil
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from samvirke.analysis.columns import dictionary_of
from samvirke.analysis.run.tables import SCHEMAS, write_csv
from samvirke.model.errors import BadInputError, ExportWarning, shown
from samvirke.model.extensions import ADDED
from samvirke.model.scenario.text import RULE_FOR_NAMES, is_a_name

MANIFEST = "manifest.json"
DICTIONARY = "dictionary"
SUFFIX = ".parquet"
LONGEST_NAME_OF_A_FOLDER = 200
LONGEST_REASON = 200


class RunFolderError(BadInputError):
    """A folder that a run cannot be written to, or read from."""


class OutOfRoomError(RunFolderError):
    """The disk is full."""

    exit_code = 1


class Unfinished:
    """A run folder that is being written."""

    def __init__(self, folder: Path, schemas: Mapping[str, pa.Schema]) -> None:
        self._folder, self._schemas = folder, schemas
        self._writers = {name: packed_writer(folder / f"{name}{SUFFIX}", schema) for name, schema in schemas.items()}
        self._manifest: Mapping[str, Any] = {}
        self.rows = dict.fromkeys(schemas, 0)

    def append(self, tables: Mapping[str, Any]) -> None:
        """Write the next rows of each table."""
        for name, writer in self._writers.items():
            writer.write_table(tables[name])
            self.rows[name] += tables[name].num_rows

    def export(self, name: str, write: Callable[[Path], None]) -> None:
        """Let `write` write a file besides the tables; if that fails it is left out, and warned of: the tables are what counts."""
        path = self._folder / name
        try:
            write(path)
        except Exception as error:  # noqa: BLE001  (whatever a library refuses, the results are there)
            with suppress(OSError):
                path.unlink(missing_ok=True)
            reason = " ".join(str(error).split()) or type(error).__name__
            warnings.warn(f"{name} could not be written ({reason[:LONGEST_REASON]}); the tables are all there", ExportWarning, stacklevel=2)

    def export_csv(self, tables: Mapping[str, Any], *, danish: bool = False) -> None:
        """The same tables as text, for a spreadsheet."""
        for name, table in tables.items():
            self.export(f"{name}.csv", partial(write_csv, table.to_pandas(), danish=danish))

    def close(self) -> None:
        """Write the end of every table, the dictionary of their columns, and the manifest with the names of all files."""
        for writer in self._writers.values():
            writer.close()
        pq.write_table(dictionary_of(self._schemas), self._folder / f"{DICTIONARY}{SUFFIX}", compression="zstd")
        files = sorted([MANIFEST, *(each.name for each in self._folder.iterdir())])
        text = json.dumps({**self._manifest, "files": files}, indent=2, ensure_ascii=False) + "\n"
        (self._folder / MANIFEST).write_text(text, encoding="utf-8")

    def abandon(self) -> None:
        """Let go of every file; what cannot be written any more is not tried again."""
        for writer in self._writers.values():
            with suppress(OSError):
                writer.close()
            writer.is_open = False

    def describe(self, manifest: Mapping[str, Any]) -> None:
        """What goes into the manifest."""
        self._manifest = manifest


def packed_writer(path: Path | pa.NativeFile, schema: pa.Schema) -> pq.ParquetWriter:
    """A writer of Parquet, to a path or to an open file; packs with zstd.

    Measured numbers hardly ever repeat, so a list of their different values would only cost.
    """
    repeating = [field.name for field in schema if not pa.types.is_floating(field.type)]
    return pq.ParquetWriter(path, schema, compression="zstd", use_dictionary=repeating)


@contextmanager
def new_run_folder(folder: Path, schemas: Mapping[str, pa.Schema], *, force: bool = False) -> Iterator[Unfinished]:
    """Write a run folder with these tables; if what is inside fails or is interrupted, nothing is left and nothing is lost.

    A run folder that is there already is replaced with `force`, and only at the end. Raises RunFolderError.
    """
    target = Path(os.path.abspath(folder))  # noqa: PTH100  (a link stays the link that was named)
    refuse_what_is_there(target, force=force)
    parents = [parent for parent in target.parents if not os.path.lexists(parent)]
    hidden = target.with_name(f".{target.name}-unfinished-{uuid4().hex[:8]}")
    try:
        with errors_in_sentences(folder):
            hidden.mkdir(parents=True)
            unfinished = Unfinished(hidden, schemas)
            try:
                yield unfinished
                unfinished.close()
            except BaseException:
                unfinished.abandon()
                raise
            refuse_what_is_there(target, force=force)
            _take_the_place_of(target, hidden)
    except BaseException:
        _remove(hidden, parents)
        raise


def refuse_what_is_there(folder: Path, *, force: bool) -> None:
    """Raise RunFolderError unless the folder is new, empty, or an earlier run that may be replaced."""
    with errors_in_sentences(folder):
        if not os.path.lexists(folder):
            return
        if not folder.is_dir():
            raise RunFolderError(f"{folder}: there is a file of that name; name a folder with --out")
        if not any(folder.iterdir()):
            return
        if strangers := _what_no_run_wrote(folder):
            raise RunFolderError(f"{folder}: holds what no run wrote ({strangers}); name another folder with --out")
        if not force:
            raise RunFolderError(f"{folder}: holds a run already; name another folder with --out, or replace it with --force")


def _what_no_run_wrote(folder: Path) -> str:
    """The first thing in the folder that is not a run's; without a manifest nothing is. Empty if there is none."""
    manifest = read_manifest(folder) if (folder / MANIFEST).is_file() else {"files": ()}
    tables = [f"{name}{SUFFIX}" for name in (*manifest.get("tables", ()), DICTIONARY)]
    written = manifest.get("files", [MANIFEST, *tables])
    return min((each.name for each in folder.iterdir() if each.name not in written), default="")


def next_free_folder(parent: Path, name: str) -> Path:
    """The first of `name-1`, `name-2` … in `parent` that is not there. Raises RunFolderError for what is a path and no name."""
    if not is_a_name(name, LONGEST_NAME_OF_A_FOLDER):
        raise RunFolderError(f"{shown(name)} {RULE_FOR_NAMES}; name a folder with --out")
    number = 1
    while os.path.lexists(parent / f"{name}-{number}"):
        number += 1
    return parent / f"{name}-{number}"


def read_run(folder: str | Path) -> dict[str, Any]:
    """The tables of a run folder by name, `dictionary` among them. Raises RunFolderError."""
    with errors_in_sentences(Path(folder), "read"):
        return {name: _read_table(Path(folder), name) for name in [*read_manifest(folder)["tables"], DICTIONARY]}


def read_table(folder: str | Path, name: str, schema: pa.Schema | None = None) -> pa.Table:
    """One table of a run folder, which must have the columns of the schema (None: those of a run). Raises RunFolderError."""
    with errors_in_sentences(Path(folder), "read"):
        return _read_table(Path(folder), name, schema=schema)


def read_rows(folder: str | Path, name: str, equal_to: Mapping[str, Any]) -> pa.Table:
    """The rows of one table in which these columns have these values. Raises RunFolderError."""
    with errors_in_sentences(Path(folder), "read"):
        return _read_table(Path(folder), name, [(column, "==", value) for column, value in equal_to.items()] or None)


def next_seed_simulated(folder: str | Path, seed: int) -> int:
    """The first seed from there on that was run: not all were, where runs had to give the scenario's own answers."""
    return min(each for each in read_table(folder, "outcomes")["seed"].unique().to_pylist() if each >= seed)


def _read_table(folder: Path, name: str, filters: list[tuple[str, str, Any]] | None = None, schema: pa.Schema | None = None) -> pa.Table:
    path = folder / f"{name}{SUFFIX}"
    if not path.is_file():
        raise RunFolderError(f"{folder}: the table {path.name} is missing; run it again")
    try:
        _refuse_missing_columns(path, SCHEMAS.get(name) if schema is None else schema)
        return pq.read_table(path, filters=filters)
    except pa.ArrowInvalid as error:
        raise RunFolderError(f"{path}: is not a table any more ({error}); run it again") from error


def _refuse_missing_columns(path: Path, schema: pa.Schema | None) -> None:
    wanted = [] if schema is None else schema.names
    there = set(pq.read_schema(path).names)
    if missing := [column for column in wanted if column not in there]:
        raise RunFolderError(f"{path}: lacks the column {missing[0]}; run it again")


def read_manifest(folder: str | Path) -> dict[str, Any]:
    """What stands in a run folder's manifest. Raises RunFolderError."""
    path = Path(folder) / MANIFEST
    with errors_in_sentences(Path(folder), "read"):
        if not path.is_file():
            raise RunFolderError(f"{folder}: is no run folder: it has no {MANIFEST}")
        try:
            manifest = json.loads(path.read_text(encoding="utf-8"))
            return {**manifest, "tables": dict(manifest["tables"])}
        except (ValueError, KeyError, TypeError) as error:
            raise RunFolderError(f"{path}: is not the manifest of a run") from error


def refuse_lacking_extensions(manifest: Mapping[str, Any], folder: object) -> None:
    """Raise RunFolderError where runs had an extension of the model that this process has not."""
    for name, each in manifest.get("extensions", {}).items():
        if name not in ADDED:
            raise RunFolderError(f"{folder}: was run with the extension {name}, which is not here; import {each['module']} first")


def _take_the_place_of(target: Path, hidden: Path) -> None:
    """Give the finished folder its name; what it replaces goes last, and comes back if that fails."""
    if not os.path.lexists(target):
        hidden.rename(target)
        return
    earlier = target.with_name(f".{target.name}-replaced-{uuid4().hex[:8]}")
    target.rename(earlier)
    try:
        hidden.rename(target)
    except BaseException:
        earlier.rename(target)
        raise
    if earlier.is_symlink():
        earlier.unlink()
    else:
        shutil.rmtree(earlier, ignore_errors=True)


def _remove(hidden: Path, parents: list[Path]) -> None:
    """Remove what was begun, and the folders that were made for it."""
    shutil.rmtree(hidden, ignore_errors=True)
    for parent in parents:
        with suppress(OSError):
            parent.rmdir()


@contextmanager
def errors_in_sentences(folder: object, what: str = "written to") -> Iterator[None]:
    """What the system refuses (no room, no right, no such folder) in one sentence. Raises RunFolderError, OutOfRoomError."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else " ".join(str(error).split())
        kind = OutOfRoomError if error.errno in (errno.ENOSPC, errno.EDQUOT) else RunFolderError
        raise kind(f"{folder}: cannot be {what}: {reason[:1].lower()}{reason[1:]}") from error
