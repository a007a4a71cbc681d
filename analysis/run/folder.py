"""The run folder: manifest.json, dictionary.parquet and one file per table; it is there whole or not at all.

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

from samvirke.analysis.columns import dictionary_of, schema_of
from samvirke.analysis.comparison.differences import DIFFERENCES
from samvirke.analysis.explanation.columns import TABLES as OF_EXPLANATIONS
from samvirke.analysis.run.spreadsheet import write_csv
from samvirke.analysis.run.tables import SCHEMAS as OF_RUNS
from samvirke.analysis.sweep_analysis.columns import SCHEMAS as OF_SWEPT
from samvirke.model.errors import BadInputError, ExportWarning, shown
from samvirke.model.extensions import ADDED
from samvirke.model.scenario.text import RULE_FOR_NAMES, is_a_name

MANIFEST = "manifest.json"
DICTIONARY = "dictionary"
SUFFIX = ".parquet"
LONGEST_NAME_OF_A_FOLDER = 200
LONGEST_REASON = 200
SCHEMAS: dict[str, Any] = {
    **OF_RUNS,
    "differences": schema_of(DIFFERENCES),
    **{name: schema_of(columns) for name, columns in OF_EXPLANATIONS.items()},
    **OF_SWEPT,
}
"""Of all tables that may stand in a run folder."""

BESIDE_DIFFERENCES = ("differences.csv", "differences.xlsx", "differences.svg", "differences.png")
BESIDE_EXPLANATIONS = tuple(f"{name}.csv" for name in OF_EXPLANATIONS) + tuple(
    f"{name}{ending}" for name in ("prospects", "but_for", "network", "turning_events") for ending in (".svg", ".png")
)
BESIDE_SWEPT = tuple(f"{name}{ending}" for name in OF_SWEPT for ending in (".csv", ".svg", ".png"))
BESIDE = (*BESIDE_DIFFERENCES, *BESIDE_EXPLANATIONS, *BESIDE_SWEPT)
"""Files besides the tables that a command may leave in a run folder: the same for other eyes."""


class RunFolderError(BadInputError):
    """A folder that a run cannot be written to, or read from."""


class OutOfRoomError(RunFolderError):
    """The disk is full."""

    exit_code = 1


class Unfinished:
    """A run folder that is being written."""

    def __init__(self, folder: Path, tables: tuple[str, ...]) -> None:
        self._folder = folder
        self._writers = {name: packed_writer(folder / f"{name}{SUFFIX}", SCHEMAS[name]) for name in tables}
        self.rows = dict.fromkeys(tables, 0)

    def append(self, tables: Mapping[str, Any]) -> None:
        """Write the next rows of each table."""
        for name, writer in self._writers.items():
            writer.write_table(tables[name])
            self.rows[name] += tables[name].num_rows

    def export(self, name: str, write: Callable[[Path], None]) -> None:
        """Let `write` write one of the files of BESIDE; if that fails it is left out, and warned of: the tables are what counts."""
        assert name in BESIDE, f"{name}: a run folder knows it only if BESIDE names it"
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
        """Write the end of every file."""
        for writer in self._writers.values():
            writer.close()

    def abandon(self) -> None:
        """Let go of every file; what cannot be written any more is not tried again."""
        for writer in self._writers.values():
            with suppress(OSError):
                writer.close()
            writer.is_open = False

    def describe(self, manifest: Mapping[str, Any]) -> None:
        """Write the dictionary of the columns and the manifest."""
        dictionary = dictionary_of({name: SCHEMAS[name] for name in self.rows})
        pq.write_table(dictionary, self._folder / f"{DICTIONARY}{SUFFIX}", compression="zstd")
        text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
        (self._folder / MANIFEST).write_text(text, encoding="utf-8")


def packed_writer(path: Any, schema: Any) -> Any:
    """A writer of Parquet, to a path or to an open file; packs with zstd.

    Measured numbers hardly ever repeat, so a list of their different values would only cost.
    """
    repeating = [field.name for field in schema if not pa.types.is_floating(field.type)]
    return pq.ParquetWriter(path, schema, compression="zstd", use_dictionary=repeating)


@contextmanager
def new_run_folder(folder: Path, tables: tuple[str, ...], *, force: bool = False) -> Iterator[Unfinished]:
    """Write a run folder with these tables; if what is inside fails or is interrupted, nothing is left and nothing is lost.

    A run folder that is there already is replaced with `force`, and only at the end. Raises RunFolderError.
    """
    target = Path(os.path.abspath(folder))  # noqa: PTH100  (a link stays the link that was named)
    refuse_what_is_there(target, force=force)
    parents = [parent for parent in target.parents if not os.path.lexists(parent)]
    hidden = target.with_name(f".{target.name}-unfinished-{uuid4().hex[:8]}")
    try:
        with said_plainly(folder):
            hidden.mkdir(parents=True)
            unfinished = Unfinished(hidden, tables)
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
    with said_plainly(folder):
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
    written = {MANIFEST, *BESIDE, *(f"{name}{SUFFIX}" for name in (*SCHEMAS, DICTIONARY))}
    is_a_run = (folder / MANIFEST).is_file()
    strangers = sorted(each.name for each in folder.iterdir() if not (is_a_run and each.name in written))
    return strangers[0] if strangers else ""


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
    with said_plainly(Path(folder), "read"):
        return {name: _read_table(Path(folder), name) for name in [*read_manifest(folder)["tables"], DICTIONARY]}


def read_table(folder: str | Path, name: str) -> Any:
    """One table of a run folder. Raises RunFolderError."""
    return read_rows(folder, name, {})


def read_rows(folder: str | Path, name: str, equal_to: Mapping[str, Any]) -> Any:
    """The rows of one table in which these columns have these values. Raises RunFolderError."""
    with said_plainly(Path(folder), "read"):
        return _read_table(Path(folder), name, [(column, "==", value) for column, value in equal_to.items()] or None)


def next_seed_simulated(folder: str | Path, seed: int) -> int:
    """The first seed from there on that was lived: not all were, where lives had to give somebody's own answers."""
    return min(each for each in read_table(folder, "outcomes")["seed"].unique().to_pylist() if each >= seed)


def _read_table(folder: Path, name: str, filters: list[tuple[str, str, Any]] | None = None) -> Any:
    path = folder / f"{name}{SUFFIX}"
    if not path.is_file():
        raise RunFolderError(f"{folder}: the table {path.name} is missing; run it again")
    try:
        _refuse_missing_columns(path, name)
        return pq.read_table(path, filters=filters)
    except pa.ArrowInvalid as error:
        raise RunFolderError(f"{path}: is not a table any more ({error}); run it again") from error


def _refuse_missing_columns(path: Path, name: str) -> None:
    wanted = SCHEMAS[name].names if name in SCHEMAS else []
    there = set(pq.read_schema(path).names)
    if missing := [column for column in wanted if column not in there]:
        raise RunFolderError(f"{path}: lacks the column {missing[0]}; run it again")


def read_manifest(folder: str | Path) -> dict[str, Any]:
    """What stands in a run folder's manifest. Raises RunFolderError."""
    path = Path(folder) / MANIFEST
    with said_plainly(Path(folder), "read"):
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
def said_plainly(folder: object, what: str = "written to") -> Iterator[None]:
    """What the system refuses (no room, no right, no such place) in one sentence."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else " ".join(str(error).split())
        kind = OutOfRoomError if error.errno in (errno.ENOSPC, errno.EDQUOT) else RunFolderError
        raise kind(f"{folder}: cannot be {what}: {reason[:1].lower()}{reason[1:]}") from error
