"""Parts: a task writes one Parquet file per table, and last a receipt. Without its receipt a part does not count.

A receipt lists the runs that the part holds, and rows, bytes and checksum of each file: from the receipts alone it is known what is
there, so no process that dies loses more than what it was running just then.
"""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import pyarrow as pa

from samvirke.analysis.run.folder import SUFFIX, packed_writer
from samvirke.analysis.sweep.chunk import Chunk, Span
from samvirke.analysis.sweep.storage import Storage, storage_at
from samvirke.analysis.sweep.tables import SCHEMAS, TABLES, failures_table, simulated
from samvirke.model.errors import SamvirkeError
from samvirke.model.extensions import import_extensions
from samvirke.model.rule import fingerprint_of_the_model

RECEIPTS = "parts"
READERS = 16
"""Receipts are read by so many threads: a bucket far away answers slowly, but many at once."""


class WorkerMismatchError(SamvirkeError):
    """A worker with another model, which would give other numbers."""


@dataclass(frozen=True)
class Written:
    """A file of a part."""

    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Receipt:
    """What a finished part holds; `messages` counts the failed runs by message."""

    name: str
    runs: tuple[Span, ...] = field(repr=False)
    files: dict[str, Written] = field(repr=False)
    messages: dict[str, int]

    @property
    def count(self) -> int:
        """How many runs it holds, failed ones among them."""
        return sum(count for *_, count in self.runs)

    @property
    def failures(self) -> int:
        """How many runs failed."""
        return sum(self.messages.values())

    def as_json(self) -> bytes:
        """How it is written: the same part is the same text."""
        stored = {**vars(self), "files": {table: vars(file) for table, file in self.files.items()}}
        return (json.dumps(stored, ensure_ascii=False, sort_keys=True) + "\n").encode()


def model_here() -> str:
    """The fingerprint of the model in this process."""
    return fingerprint_of_the_model()


def run_and_write(chunk: Chunk, address: str) -> Receipt:
    """The task: simulate the chunk's runs and write its part, in whichever process. Raises WorkerMismatchError, OSError."""
    if chunk.base.model != model_here():
        import_extensions(chunk.base.extensions)
    if chunk.base.model != model_here():
        others = f", or other extensions: {', '.join(chunk.base.extensions)} must add them when imported" if chunk.base.extensions else ""
        raise WorkerMismatchError(f"a worker has another version of samvirke, numpy or numba: install the same everywhere{others}")
    storage = storage_at(address)
    contents, receipt = part_of(chunk)
    for table, content in contents.items():
        storage.write(file_of(table, chunk.name), content)
    storage.write(f"{RECEIPTS}/{chunk.name}.json", receipt.as_json())
    return receipt


def part_of(chunk: Chunk) -> tuple[dict[str, Any], Receipt]:
    """The part's files in memory, by table, and its receipt."""
    packed = _Packed(chunk.base.tables)
    failures = []
    for tables, failed in simulated(chunk):
        packed.append(tables)
        failures += failed
    if failures:
        packed.append({"failures": failures_table(chunk, failures)})
    messages: dict[str, int] = {}
    for each in failures:
        messages[each.message] = messages.get(each.message, 0) + 1
    contents = packed.contents()
    files = {name: Written(packed.rows[name], len(content), checksum(content)) for name, content in contents.items()}
    return contents, Receipt(chunk.name, chunk.spans, files, messages)


class _Packed:
    """Tables packed as Parquet in memory: a part is small, and must be written at one go."""

    def __init__(self, tables: Iterable[str]) -> None:
        self.rows: dict[str, int] = {}
        self._sinks: dict[str, Any] = {}
        self._writers: dict[str, Any] = {}
        for name in tables:
            self._open(name)

    def _open(self, name: str) -> None:
        self.rows[name] = 0
        self._sinks[name] = pa.BufferOutputStream()
        self._writers[name] = packed_writer(self._sinks[name], SCHEMAS[name])

    def append(self, tables: dict[str, Any]) -> None:
        """The next rows of each table."""
        for name, table in tables.items():
            if name not in self._writers:
                self._open(name)
            self._writers[name].write_table(table)
            self.rows[name] += table.num_rows

    def contents(self) -> dict[str, Any]:
        """The bytes of every file."""
        for writer in self._writers.values():
            writer.close()
        return {name: memoryview(sink.getvalue()) for name, sink in self._sinks.items()}


def checksum(content: Any) -> str:
    """SHA-256 of a file's bytes."""
    return sha256(content).hexdigest()


def file_of(table: str, name: str) -> str:
    """Where a part's file of a table lies."""
    return f"{table}/{name}{SUFFIX}"


def receipts_in(storage: Storage) -> Iterator[Receipt]:
    """All receipts of a storage, in the order of their names; what cannot be read is none."""
    names = [each.name for each in storage.files(RECEIPTS)]
    with ThreadPoolExecutor(READERS) as pool:
        found = pool.map(lambda name: _receipt(storage, name), names)
        yield from (each for each in found if each is not None)


def _receipt(storage: Storage, name: str) -> Receipt | None:
    try:
        stored = json.loads(storage.read(f"{RECEIPTS}/{name}"))
        files = {table: Written(**each) for table, each in stored["files"].items()}
        runs = tuple((str(arm), str(point), int(first), int(count)) for arm, point, first, count in stored["runs"])
        receipt = Receipt(stored["name"], runs, files, stored["messages"])
    except (ValueError, KeyError, TypeError, FileNotFoundError):
        return None
    return receipt if f"{receipt.name}.json" == name else None


def whole_parts(storage: Storage) -> list[Receipt]:
    """The receipts whose files are all there at their full length: a look at the lists, not into the files."""
    lengths = {table: {each.name: each.bytes for each in storage.files(table)} for table in TABLES}
    return [
        receipt
        for receipt in receipts_in(storage)
        if all(lengths.get(table, {}).get(f"{receipt.name}{SUFFIX}") == file.bytes for table, file in receipt.files.items())
    ]


def discard(storage: Storage, name: str) -> None:
    """Remove a part, its receipt first: its runs are missing from now on."""
    storage.remove(f"{RECEIPTS}/{name}.json")
    for table in TABLES:
        storage.remove(file_of(table, name))


def clear_all_but(storage: Storage, names: set[str]) -> list[str]:
    """Remove every file that belongs to none of these parts; gives the names of the parts that went."""
    strays: set[str] = set()
    for table in TABLES:
        strays |= {each.name.removesuffix(SUFFIX) for each in storage.files(table) if each.name.removesuffix(SUFFIX) not in names}
    strays |= {each.name.removesuffix(".json") for each in storage.files(RECEIPTS) if each.name.removesuffix(".json") not in names}
    for name in sorted(strays):
        discard(storage, name)
    return sorted(strays)
