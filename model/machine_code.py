"""Where compiled rules are kept between processes: one file per rule and types, believed only if it is whole and of these sources.

numba's own cache lies beside the sources if numba was imported before a folder was named, does not notice a change in a rule that
another file calls, and stops at a file that is cut short. This one lies in a folder named after the hash of the model's sources,
stores a checksum with the code, and takes whatever cannot be read or written for not being there: then the rule is compiled anew.
"""

import atexit
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any
from uuid import uuid4

import numpy as np
from numba.core.caching import _Cache
from numba.core.compiler import CompileResult
from numba.core.serialize import dumps

ENDING = ".rule"
DIGEST_BYTES = 32
MODEL = "samvirke.model."


def _folders_named() -> Iterator[Path]:
    """Below `SAMVIRKE_CACHE` or `NUMBA_CACHE_DIR`, else in the user's cache folder, else in the temporary folder."""
    for name in ("SAMVIRKE_CACHE", "NUMBA_CACHE_DIR"):
        if os.environ.get(name):
            yield Path(os.environ[name])
    with suppress(RuntimeError):  # a user without a home
        yield Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "samvirke"
    temporary = Path(tempfile.gettempdir()) / f"samvirke-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"
    if _is_mine(temporary):  # in a folder for everybody another may have made it, and machine code is believed
        yield temporary


def _is_mine(folder: Path) -> bool:
    """Whether the folder is this user's, or can become so since it is not there yet."""
    try:
        return not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
    except FileNotFoundError:
        return True
    except OSError:
        return False


def is_writable(folder: Path) -> bool:
    """Whether a file can be written in the folder, which is made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def folders_of_the_cache(fingerprint: str) -> tuple[Path, ...]:
    """Where compiled rules of these sources are looked for; into the first they are written, which can be.

    Where nothing can be written, a new temporary folder serves this process and those that it starts.
    """
    folders = [folder / fingerprint for folder in _folders_named()]
    writable = next((folder for folder in folders if is_writable(folder)), None)
    if writable is None:
        writable = Path(tempfile.mkdtemp(prefix="samvirke-"))
        os.environ["SAMVIRKE_CACHE"] = str(writable)
        atexit.register(shutil.rmtree, writable, ignore_errors=True)
    return (writable, *(folder for folder in folders if folder != writable))


class RuleCache(_Cache):
    """The compiled forms of one rule on disk, as numba's interface for caches has them."""

    def __init__(self, function: Callable[..., Any], folders: tuple[Path, ...], fingerprint: str) -> None:
        self._function = function
        self._fingerprint = fingerprint
        self._folders = tuple(folder / function.__module__ for folder in folders)
        self._enabled = True

    @property
    def cache_path(self) -> str:
        """The folder that is written to."""
        return str(self._folders[0])

    def enable(self) -> None:
        """Use the disk."""
        self._enabled = True

    def disable(self) -> None:
        """Leave the disk alone."""
        self._enabled = False

    def flush(self) -> None:
        """Drop every compiled form of this rule."""
        for file in self._files():
            with suppress(OSError):
                file.unlink()

    def is_there(self) -> bool:
        """Whether there is a compiled form, for whatever types."""
        return any(self._files())

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """The compiled form for these types; None if there is none that is whole."""
        if not self._enabled:
            return None
        target_context.refresh()
        key = self._key(sig, target_context.codegen())
        found = (content for folder in self._folders if (content := _content_of(folder / self._name(key))) is not None)
        for content in found:
            with suppress(Exception):  # a file of whatever kind is no reason to fail: the rule can be compiled
                of_types, payload = pickle.loads(content)
                if of_types == sig:
                    return CompileResult._rebuild(target_context, *payload)  # type: ignore[no-untyped-call]
        return None

    def save_overload(self, sig: Any, data: Any) -> None:
        """Write a compiled form, whole or not at all; where it cannot be written this process has it all the same."""
        if not self._enabled or data.library.has_dynamic_globals or any(not each.can_cache for each in data.lifted):
            return
        content: bytes = dumps((sig, data._reduce()))  # type: ignore[no-untyped-call]
        file = self._folders[0] / self._name(self._key(sig, data.codegen))
        unfinished = file.with_name(f"{file.name}.{uuid4().hex[:8]}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(sha256(content).digest() + content)
            unfinished.replace(file)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            with suppress(OSError):
                yield from folder.glob(f"{self._prefix}*{ENDING}")

    def _name(self, key: str) -> str:
        return f"{self._prefix}{key}{ENDING}"

    @cached_property
    def _prefix(self) -> str:
        name = self._function.__qualname__.replace("<", "").replace(">", "")
        return f"{name}-{self._function.__code__.co_firstlineno}.py{sys.version_info.major}{sys.version_info.minor}-"

    def _key(self, sig: Any, codegen: Any) -> str:
        return sha256(repr((str(sig), codegen.magic_tuple(), self._stamp)).encode()).hexdigest()[:16]

    @cached_property
    def _stamp(self) -> str:
        """What the compiled form hangs on; taken when it is first asked for, since a rule may call one that stands below it."""
        name, module = self._function.__name__, self._function.__module__
        is_of_the_model = module.startswith(MODEL) and name in vars(sys.modules[module])
        return self._fingerprint if is_of_the_model else self._fingerprint + stamp_of(self._function)


def _content_of(file: Path) -> bytes | None:
    """What was written, if the file is there and whole."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    return content[DIGEST_BYTES:] if sha256(content[DIGEST_BYTES:]).digest() == content[:DIGEST_BYTES] else None


def stamp_of(function: Any) -> str:
    """Hash of a function as it is in memory, of all functions it calls outside the model, and of the constants that they read."""
    digest = sha256()
    seen: set[CodeType] = set()
    waiting = [_plain(function)]
    while waiting:
        each = waiting.pop()
        if each.__code__ not in seen:
            seen.add(each.__code__)
            digest.update(repr(_text_of(each.__code__)).encode())
            for name, value in _what_it_reads(each):
                if callable(called := _plain(value)) and hasattr(called, "__code__") and not called.__module__.startswith(MODEL):
                    waiting.append(called)
                else:
                    digest.update(f"{name} {_stable_text(value)}".encode())
    return digest.hexdigest()[:16]


def _plain(function: Any) -> Any:
    """The Python function that a compiled one was made of."""
    return getattr(function, "py_func", function)


def _text_of(code: CodeType) -> tuple[Any, ...]:
    constants = [_text_of(each) if isinstance(each, CodeType) else _stable_text(each) for each in code.co_consts]
    return (code.co_code, constants, code.co_names, code.co_varnames)


def _what_it_reads(function: Any) -> Iterator[tuple[str, Any]]:
    """Global and enclosing values by name; of a module those attributes whose names stand in the function."""
    for name in function.__code__.co_names:
        value = function.__globals__.get(name)
        if isinstance(value, ModuleType):
            yield from ((each, vars(value)[each]) for each in function.__code__.co_names if each in vars(value))
        elif name in function.__globals__:
            yield name, value
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        yield name, cell.cell_contents


def _stable_text(value: Any) -> str:
    """A constant in words that are the same in every process."""
    if isinstance(value, frozenset):
        return repr(sorted(map(repr, value)))
    if isinstance(value, np.ndarray):
        return sha256(np.ascontiguousarray(value).tobytes()).hexdigest()
    if isinstance(value, tuple):
        return repr([_stable_text(each) for each in value])
    if isinstance(value, int | float | complex | str | bytes | np.generic | None):
        return repr(value)
    return f"{getattr(value, '__module__', '')} {getattr(value, '__qualname__', type(value).__qualname__)}"
