"""The one door to compilation: every rule of the model is decorated with `rule` from here.

With `NUMBA_DISABLE_JIT=1` a rule stays the plain Python function that it reads as and gives the same bits: the oracle.
numba's file cache does not notice a change in a rule that another file calls. So the cache folder carries the hash of all
sources of this package and of numba's version, and must be set before numba is imported: nothing else may import numba first.
"""

import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

Function = TypeVar("Function", bound=Callable[..., Any])


def fingerprint_of_the_model() -> str:
    """Hash of the sources of all rules, and of numba's and numpy's versions: what compiled code depends on.

    Scenario files, Mesa's face, texts and errors hold no rules.
    """
    bounds = os.environ.get("NUMBA_BOUNDSCHECK", "")  # numba's cache does not know checked code from unchecked
    digest = sha256(f"{version('numba')} {version('numpy')} {bounds}".encode())
    folder = Path(__file__).parent
    for source in sorted(folder.rglob("*.py")):
        if source.relative_to(folder).parts[0] not in ("mesa_face", "scenario", "errors.py", "language.py", "mechanisms.py"):
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _cache_folder() -> Path:
    """Below `SAMVIRKE_CACHE` or `NUMBA_CACHE_DIR`, else the user's cache folder, else (read-only home) the temporary folder."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "samvirke"
    temporary = Path(tempfile.gettempdir()) / f"samvirke-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"
    wished = [Path(os.environ[name]) for name in ("SAMVIRKE_CACHE", "NUMBA_CACHE_DIR") if os.environ.get(name)]
    return next((each for each in [*wished, home, temporary] if _writable(each)), temporary)


if Path(os.environ.get("NUMBA_CACHE_DIR", "")).name != fingerprint_of_the_model():
    os.environ["NUMBA_CACHE_DIR"] = str(_cache_folder() / fingerprint_of_the_model())

os.environ.setdefault("NUMBA_OPT", "2")  # level 3 takes longer to compile and, measured, runs no faster

import numba  # noqa: E402  (after the environment is set)
from numba import typeof, types  # noqa: E402
from numba.experimental import structref  # noqa: E402

__all__ = ["compiled", "fingerprint_of_the_model", "inlined_rule", "rule", "structref", "typeof", "types"]

compiled = not numba.config.DISABLE_JIT  # type: ignore[attr-defined]
if not compiled:
    np.seterr(over="ignore")  # the generator multiplies unsigned integers modulo 2**64, on purpose


def rule(function: Function) -> Function:
    """Compile `function` on its first call and keep the machine code on disk; it runs without the interpreter's lock."""
    return numba.njit(cache=True, nogil=True)(function)  # type: ignore[return-value]


def inlined_rule(function: Function) -> Function:
    """A rule that is copied into the rules that call it, for the one or two small ones on which all speed hangs."""
    return numba.njit(inline="always")(function)  # type: ignore[return-value]
