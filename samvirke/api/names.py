"""Lists of names, as they are given from Python."""

from collections.abc import Collection, Sequence


def several(names: Collection[str]) -> Sequence[str]:
    """The names; a single text is one name, not its letters."""
    return (names,) if isinstance(names, str) else tuple(names)
