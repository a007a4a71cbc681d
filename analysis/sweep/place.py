"""Where a sweep is written: a folder here, or a bucket that speaks S3 (s3://bucket/folder).

Both are few words: read, write whole or not at all, list, remove. Names are relative, with "/".
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from uuid import uuid4

import pyarrow as pa
from pyarrow import fs

from samvirke.analysis.run.folder import RunFolderError

UNFINISHED = ".unfinished"
SCHEME = "s3://"


class Found(NamedTuple):
    """A file that is there."""

    name: str
    bytes: int


class Place(Protocol):
    """A folder, wherever it is."""

    address: str

    def read(self, name: str) -> bytes:
        """All of a file. Raises FileNotFoundError."""

    def write(self, name: str, content: Any) -> None:
        """Write a file whole or not at all."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""

    def files(self, folder: str) -> list[Found]:
        """The files directly in a folder of the place, by name; those that are being written do not count."""

    def strangers(self) -> list[str]:
        """What lies directly in the place."""

    def filesystem(self) -> tuple[Any, str]:
        """The pyarrow file system, and the place's path in it."""


class LocalPlace:
    """A folder of this machine: a file is written under another name and renamed."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._folder = Path(address)

    def read(self, name: str) -> bytes:
        """All of a file."""
        return (self._folder / name).read_bytes()

    def write(self, name: str, content: Any) -> None:
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

    def files(self, folder: str) -> list[Found]:
        """The files of a folder; what a killed process left half-written is not among them."""
        path = self._folder / folder
        if not path.is_dir():
            return []
        with os.scandir(path) as entries:
            return sorted(Found(each.name, each.stat().st_size) for each in entries if each.is_file() and not each.name.startswith("."))

    def strangers(self) -> list[str]:
        """What lies directly in the folder."""
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


class RemotePlace:
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
        """All of an object."""
        with self._files.open_input_stream(f"{self._folder}/{name}") as stream:
            return bytes(stream.read())

    def write(self, name: str, content: Any) -> None:
        """Write an object."""
        with self._files.open_output_stream(f"{self._folder}/{name}") as stream:
            stream.write(content)

    def remove(self, name: str) -> None:
        """Remove an object, if it is there."""
        with suppress(FileNotFoundError):
            self._files.delete_file(f"{self._folder}/{name}")

    def files(self, folder: str) -> list[Found]:
        """The objects of a folder."""
        found = self._files.get_file_info(fs.FileSelector(f"{self._folder}/{folder}", allow_not_found=True))
        return sorted(Found(each.base_name, each.size) for each in found if each.type == fs.FileType.File)

    def strangers(self) -> list[str]:
        """What lies directly in the folder."""
        found = self._files.get_file_info(fs.FileSelector(self._folder, allow_not_found=True))
        return sorted(each.base_name for each in found)

    def filesystem(self) -> tuple[Any, str]:
        """The bucket's file system."""
        return self._files, self._folder


def _in_short(error: OSError) -> str:
    """What is the matter, without the way there: could not resolve host: bucket.s3.us-east-1.amazonaws.com."""
    reason = " ".join(str(error).split()).rpartition("Details: ")[2]
    return f"{reason[:1].lower()}{reason[1:]}"


def place_at(address: str) -> Place:
    """The place of that address: a path, or s3://bucket/folder. Raises RunFolderError where a bucket cannot be reached."""
    return RemotePlace(address) if address.startswith(SCHEME) else LocalPlace(address)
