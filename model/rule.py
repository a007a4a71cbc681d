"""The one door to compilation: every rule of the model is decorated with `rule` from here.

With `NUMBA_DISABLE_JIT=1` a rule stays the plain Python function that it reads as and gives the same bits: the oracle.
Machine code is kept on disk under the hash of all sources of this package (`machine_code`), whatever imported numba first.
"""

import os
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

os.environ.setdefault("NUMBA_OPT", "2")  # level 3 takes longer to compile and, measured, runs no faster

import numba
from numba import typeof, types
from numba.core.errors import NumbaError as CompileError
from numba.experimental import structref

from samvirke.model.machine_code import RuleCache, folders_of_the_cache

__all__ = ["EXTENDED_BY", "CompileError", "compiled", "fingerprint_of_the_model", "inlined_rule", "rule", "structref", "typeof", "types"]

Function = TypeVar("Function", bound=Callable[..., Any])


WITHOUT_RULES = ("mesa_face", "scenario", "draws.py", "errors.py", "extensions.py", "language.py", "machine_code.py", "mechanisms.py")


def _fingerprint_of_sources() -> str:
    """Hash of the sources of all rules, and of numba's and numpy's versions: what compiled code depends on.

    Scenario files, Mesa's face, texts and errors hold no rules.
    """
    bounds = numba.config.BOUNDSCHECK or ""  # type: ignore[attr-defined]  # machine code differs
    digest = sha256(f"{version('numba')} {version('numpy')} {bounds}".encode())
    folder = Path(__file__).parent
    for source in sorted(folder.rglob("*.py")):
        if source.relative_to(folder).parts[0] not in WITHOUT_RULES:
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


FINGERPRINT = _fingerprint_of_sources()
"""Computed when the rules are imported: a file that changes afterwards changes nothing in the running process."""

EXTENDED_BY: dict[str, str] = {}
"""Fingerprints of what `extensions` has added to the month, by name."""


def fingerprint_of_the_model() -> str:
    """Hash of all that the numbers of a run depend on besides scenario, draw and seed: the rules, and what extends them."""
    if not EXTENDED_BY:
        return FINGERPRINT
    return sha256(repr((FINGERPRINT, sorted(EXTENDED_BY.items()))).encode()).hexdigest()[:16]


compiled = not numba.config.DISABLE_JIT  # type: ignore[attr-defined]
if not compiled:
    np.seterr(over="ignore")  # the generator multiplies unsigned integers modulo 2**64, on purpose

CACHE_FOLDERS = folders_of_the_cache(FINGERPRINT) if compiled else ()


def rule(function: Function) -> Function:
    """Compile `function` on its first call and keep the machine code on disk; it runs without the interpreter's lock."""
    if not compiled:
        return function
    dispatcher: Any = numba.njit(nogil=True)(function)
    dispatcher._cache = RuleCache(function, CACHE_FOLDERS, FINGERPRINT)
    return dispatcher


def inlined_rule(function: Function) -> Function:
    """A rule that is copied into the rules that call it, for the one or two small ones on which all speed hangs."""
    return numba.njit(inline="always")(function)  # type: ignore[return-value]
