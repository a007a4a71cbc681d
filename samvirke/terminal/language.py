"""Which language was asked for."""

from collections.abc import Mapping
from typing import Any

from samvirke.model.errors import UnknownNameError, nearest_valid, shown


def language_named(name: str, known: Mapping[str, Any], of: str) -> str:
    """The language; `of` says what it is one of ("the pictures"). Raises UnknownNameError for one that there is not."""
    if name not in known:
        raise UnknownNameError(f"--language: {shown(name)} is no language of {of}; {nearest_valid(name, known)}")
    return name
