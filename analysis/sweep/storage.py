"""Where a sweep is written: a folder here, or a bucket with an S3 interface (s3://bucket/folder); only one runner holds it at a time.

Both storages do the same: read, write whole or not at all, list, remove. Names are relative, with "/".
"""

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from uuid import uuid4

import pyarrow as pa
from filelock import FileLock, Timeout
from pyarrow import fs

from samvirke.analysis.run.folder import RunFolderError

UNFINISHED = ".unfinished"
SCHEME = "s3://"
LOCK, HOLDER = ".lock", ".lock.json"
"""The lock of a folder, and the note of the process that holds it; a bucket has only a note, named like the lock."""


class StoredFile(NamedTuple):
    """A file that is there."""

    name: str
    bytes: int


class Storage(Protocol):
    """A folder, wherever it is."""

    address: str

    def read(self, name: str) -> bytes:
        """All of a file. Raises FileNotFoundError."""

    def write(self, name: str, content: bytes | memoryview) -> None:
        """Write a file whole or not at all."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""

    def files(self, folder: str) -> list[StoredFile]:
        """The files directly in one of its folders, by name; those that are being written do not count."""

    def names(self) -> list[str]:
        """Names of all files and folders at the top."""

    def filesystem(self) -> tuple[Any, str]:
        """The pyarrow file system, and the storage's path in it."""

    def held(self) -> Any:
        """A context manager that holds the storage. Raises RunFolderError if another process does."""


class LocalStorage:
    """A folder of this machine: a file is written under another name and renamed."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._folder = Path(address)

    def read(self, name: str) -> bytes:
        """All of a file. Raises FileNotFoundError."""
        return (self._folder / name).read_bytes()

    def write(self, name: str, content: bytes | memoryview) -> None:
        """Write, then rename; what could not be written is removed."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}-{uuid4().hex[:8]}{UNFINISHED}")
        try:
            with temporary.open("xb") as file:
                file.write(content)
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        (self._folder / name).unlink(missing_ok=True)

    def files(self, folder: str) -> list[StoredFile]:
        """The files of a folder; what a killed process left half-written is not among them."""
        path = self._folder / folder
        if not path.is_dir():
            return []
        with os.scandir(path) as entries:
            return sorted(
                StoredFile(each.name, each.stat().st_size) for each in entries if each.is_file() and not each.name.startswith(".")
            )

    def names(self) -> list[str]:
        """Names of all files and folders at the top. Raises NotADirectoryError where a file has the folder's name."""
        if self._folder.exists() and not self._folder.is_dir():
            raise NotADirectoryError(20, os.strerror(20))
        return sorted(each.name for each in self._folder.iterdir()) if self._folder.is_dir() else []

    def filesystem(self) -> tuple[Any, str]:
        """The local file system."""
        return fs.LocalFileSystem(), str(self._folder)

    def clear_unfinished(self) -> None:
        """Remove what killed processes left half-written."""
        for path in self._folder.glob(f"**/.*{UNFINISHED}"):
            path.unlink(missing_ok=True)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold a lock of the operating system, which ends with the process however that ends. Raises RunFolderError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            lock = FileLock(self._folder / LOCK).acquire(timeout=0)
        except Timeout as error:
            raise RunFolderError(_is_held(self.address, _holder_in(self))) from error
        with lock:
            self.write(HOLDER, _this_process())
            try:
                yield
            finally:
                self.remove(HOLDER)


class RemoteStorage:
    """A bucket: an object appears when all of it is there, so nothing needs another name."""

    def __init__(self, address: str) -> None:
        self.address = address
        try:
            self._files, self._folder = fs.FileSystem.from_uri(address)
        except pa.ArrowInvalid as error:
            raise RunFolderError(f"{address}: is no address of a bucket such as s3://bucket/folder: {error}") from error
        except OSError as error:
            raise RunFolderError(
                f"{address}: cannot be reached: {_in_short(error)} (is the bucket's name right, and is there a network?)"
            ) from error

    def read(self, name: str) -> bytes:
        """All of an object. Raises FileNotFoundError."""
        with self._files.open_input_stream(f"{self._folder}/{name}") as stream:
            return bytes(stream.read())

    def write(self, name: str, content: bytes | memoryview) -> None:
        """Write an object."""
        with self._files.open_output_stream(f"{self._folder}/{name}") as stream:
            stream.write(content)

    def remove(self, name: str) -> None:
        """Remove an object, if it is there."""
        with suppress(FileNotFoundError):
            self._files.delete_file(f"{self._folder}/{name}")

    def files(self, folder: str) -> list[StoredFile]:
        """The objects of a folder."""
        found = self._files.get_file_info(fs.FileSelector(f"{self._folder}/{folder}", allow_not_found=True))
        return sorted(StoredFile(each.base_name, each.size) for each in found if each.type == fs.FileType.File)

    def names(self) -> list[str]:
        """Names of all objects and folders at the top."""
        found = self._files.get_file_info(fs.FileSelector(self._folder, allow_not_found=True))
        return sorted(each.base_name for each in found)

    def filesystem(self) -> tuple[Any, str]:
        """The bucket's file system."""
        return self._files, self._folder

    @contextmanager
    def held(self) -> Iterator[None]:
        """Leave a note of who holds it, valid unless that process is known to have ended. Raises RunFolderError."""
        holder = _holder_in(self, LOCK)
        if holder and not _is_known_to_have_ended(holder):
            raise RunFolderError(f"{_is_held(self.address, holder)} If that process is gone, remove {LOCK} there.")
        self.write(LOCK, _this_process())
        try:
            yield
        finally:
            self.remove(LOCK)


def storage_at(address: str) -> Storage:
    """The storage of that address: a path, or s3://bucket/folder. Raises RunFolderError where a bucket cannot be reached."""
    return RemoteStorage(address) if address.startswith(SCHEME) else LocalStorage(address)


def _in_short(error: OSError) -> str:
    """What is the matter, without the way there: could not resolve host: bucket.s3.us-east-1.amazonaws.com."""
    reason = " ".join(str(error).split()).rpartition("Details: ")[2]
    return f"{reason[:1].lower()}{reason[1:]}"


def _this_process() -> bytes:
    return json.dumps({"machine": socket.gethostname(), "process": os.getpid()}).encode()


def _holder_in(storage: Storage, name: str = HOLDER) -> dict[str, Any]:
    """Machine and process of who holds a storage, as far as its note names them."""
    try:
        note = json.loads(storage.read(name))
    except (FileNotFoundError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def _is_known_to_have_ended(holder: dict[str, Any]) -> bool:
    """Whether it was a process of this machine that runs no more; Windows cannot be asked without harm to the process."""
    if sys.platform == "win32" or holder.get("machine") != socket.gethostname() or not isinstance(holder.get("process"), int):
        return False
    try:
        os.kill(holder["process"], 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _is_held(address: str, holder: dict[str, Any]) -> str:
    who = f" (process {holder['process']} on {holder['machine']})" if {"process", "machine"} <= holder.keys() else ""
    return f"{address}: another runner{who} is running a sweep there; wait for it, or name another folder with --out."
