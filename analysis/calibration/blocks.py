"""Columns in blocks: the answers to a question, or the outcomes of a partnership, that exclude each other and leave nothing out."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Blocks(Sequence[slice]):
    """The columns of each block, side by side from the first; `sizes` are how many each has."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = tuple(sizes)
        ends = np.cumsum(self.sizes).tolist()
        self._slices = tuple(slice(end - size, end) for end, size in zip(ends, self.sizes, strict=True))

    def __getitem__(self, position: Any) -> Any:
        return self._slices[position]

    def __len__(self) -> int:
        return len(self._slices)

    def __iter__(self) -> Iterator[slice]:
        return iter(self._slices)

    @property
    def cells(self) -> int:
        """How many columns all of them have."""
        return sum(self.sizes)

    @cached_property
    def of_cell(self) -> NDArray[np.int64]:
        """The number of each column's block."""
        return np.repeat(np.arange(len(self)), self.sizes)

    def sums(self, columns: NDArray[Any]) -> NDArray[Any]:
        """The sum over each block (... x blocks) of columns (... x cells)."""
        return np.add.reduceat(columns, self._starts, axis=-1)

    def highest(self, columns: NDArray[Any]) -> NDArray[Any]:
        """The largest in each block (... x blocks)."""
        return np.maximum.reduceat(columns, self._starts, axis=-1)

    def log_shares(self, logits: NDArray[Any]) -> NDArray[Any]:
        """The log share of each cell in its block (... x cells) from logits (... x cells)."""
        apart = logits - self.highest(logits)[..., self.of_cell]
        return apart - np.log(self.sums(np.exp(apart)))[..., self.of_cell]

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        return np.array([block.start for block in self._slices])
