"""One runner at a time: whoever runs a sweep holds its folder, and lets go of it whatever way it ends.

In a folder the system keeps the lock and drops it with the process, so the lock of a dead one never stands in the way. A bucket
has no such thing: there a note says who holds it, which counts as long as nobody can know that its process is dead.
"""

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.sweep.place import LocalPlace, Place

NAME = ".lock"


@contextmanager
def held(place: Place) -> Iterator[None]:
    """Hold the place. Raises RunFolderError if somebody else does."""
    with _held_by_the_system(place) if isinstance(place, LocalPlace) else _held_by_a_note(place):
        yield


@contextmanager
def _held_by_the_system(place: Place) -> Iterator[None]:
    path = Path(place.address) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise RunFolderError(_taken(place, _who(file.read()))) from error
        file.truncate(0)
        file.write(_note())
        file.flush()
        yield


@contextmanager
def _held_by_a_note(place: Place) -> Iterator[None]:
    try:
        holder = _who(place.read(NAME).decode())
    except FileNotFoundError:
        holder = {}
    if holder and not _is_known_to_be_dead(holder):
        raise RunFolderError(f"{_taken(place, holder)} If that process is gone, remove {NAME} there.")
    place.write(NAME, _note().encode())
    try:
        yield
    finally:
        place.remove(NAME)


def _note() -> str:
    return json.dumps({"machine": socket.gethostname(), "process": os.getpid()})


def _who(note: str) -> dict[str, Any]:
    try:
        said = json.loads(note)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _is_known_to_be_dead(holder: dict[str, Any]) -> bool:
    """Only of a process of this machine can that be known."""
    if holder.get("machine") != socket.gethostname() or not isinstance(holder.get("process"), int):
        return False
    try:
        os.kill(holder["process"], 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _taken(place: Place, holder: dict[str, Any]) -> str:
    who = f" (process {holder['process']} on {holder['machine']})" if {"process", "machine"} <= holder.keys() else ""
    return f"{place.address}: somebody else{who} is running a sweep there; wait for it, or name another folder with --out."
