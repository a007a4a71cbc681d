"""A table of the page."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A table with its heading, what it means, and a note below it; the columns `words` are set left, cells `marked` stand out."""

    title: str
    text: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: tuple[int, ...] = (0,)
    note: str = ""
    marked: str = ""
    kind: str = ""
