"""A chunk: some runs that one task simulates and writes as one part. It carries all that it needs, to whichever process."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.sweep.design import Varied
from samvirke.analysis.sweep.points import Points
from samvirke.analysis.sweep.sweep import Sweep, identity_of, key_of
from samvirke.model.extensions import ADDED
from samvirke.model.scenario.resolved import Scenario

Span = tuple[str, str, int, int]
"""Arm, point, first seed, how many seeds."""


@dataclass(frozen=True)
class Base:
    """What all chunks of a sweep share; equal bases lay out equal worlds. `extensions` are modules that a worker must import."""

    key: str
    key_of_arms: str
    model: str = field(compare=False)
    scenario: Scenario = field(compare=False, repr=False)
    varied: tuple[Varied, ...]
    tables: tuple[str, ...] = field(compare=False)
    months: tuple[int, ...] | None = field(compare=False)
    extensions: tuple[str, ...] = field(compare=False, default=())


@dataclass(frozen=True)
class Chunk:
    """Runs, one per position in `arms`, `points`, `seeds`, `draws` (numbers) and `values` (runs x varied).

    `records` are parameter records, one per run, or None for the defaults.
    """

    base: Base = field(repr=False)
    arms: tuple[str, ...] = field(repr=False)
    points: tuple[str, ...] = field(repr=False)
    seeds: NDArray[np.int64] = field(repr=False)
    draws: NDArray[np.int64] = field(repr=False)
    values: NDArray[np.float64] = field(repr=False)
    records: Any = field(repr=False)

    def __len__(self) -> int:
        return len(self.seeds)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The runs, short: seeds that follow each other in one arm and one point together."""
        runs = zip(self.arms, self.points, map(int, self.seeds), strict=True)
        groups = (list(group) for _, group in groupby(enumerate(runs), key=lambda each: (each[1][:2], each[1][2] - each[0])))
        return tuple((group[0][1][0], group[0][1][1], group[0][1][2], len(group)) for group in groups)

    @property
    def name(self) -> str:
        """Follows from the content: the same runs are the same part."""
        return f"part-{sha256(repr((self.base.key, self.spans)).encode()).hexdigest()[:16]}"


@dataclass(frozen=True)
class Runs:
    """All runs of a sweep, in order: arm by arm, in it point by point, in it seed by seed."""

    sweep: Sweep
    points: Points
    base: Base

    def __len__(self) -> int:
        return len(self.sweep.arms) * len(self.points.ids) * len(self.sweep.seeds)

    def numbers_of(self, span: Span) -> range | None:
        """The positions of a span's runs that this sweep wants; None if it wants none of them."""
        arm, point, first, count = span
        seeds = range(max(first, self.sweep.seeds.start), min(first + count, self.sweep.seeds.stop))
        if arm not in self.sweep.arms or point not in self.points.number_of or not seeds:
            return None
        start = (self.sweep.arms.index(arm) * len(self.points.ids) + self.points.number_of[point]) * len(self.sweep.seeds)
        offset = start - self.sweep.seeds.start
        return range(offset + seeds.start, offset + seeds.stop)

    def missing(self, spans: Iterator[Span]) -> NDArray[np.int64]:
        """The positions of all runs that stand in none of these spans."""
        there = np.zeros(len(self), dtype=bool)
        for span in spans:
            if numbers := self.numbers_of(span):
                there[numbers.start : numbers.stop] = True
        return np.flatnonzero(~there)

    def chunks(self, numbers: NDArray[np.int64]) -> Iterator[Chunk]:
        """The runs at these positions, in parts of the sweep's size."""
        for first in range(0, len(numbers), self.sweep.runs_per_part):
            yield self.chunk(numbers[first : first + self.sweep.runs_per_part])

    def chunk(self, numbers: ArrayLike) -> Chunk:
        """The runs at these positions."""
        rest, seed = np.divmod(np.asarray(numbers), len(self.sweep.seeds))
        arm, point = np.divmod(rest, len(self.points.ids))
        rows = self.points.rows[point]
        draws = self.sweep.draw_of_seed[seed] if self.sweep.draws is None else self.sweep.draws[rows]
        return Chunk(
            self.base,
            tuple(self.sweep.arms[each] for each in arm),
            tuple(self.points.ids[each] for each in point),
            self.sweep.seeds.start + seed,
            draws,
            self.sweep.values[rows],
            None if self.sweep.posterior is None else self.sweep.posterior.of_numbers(draws),
        )


def runs_of(sweep: Sweep, points: Points) -> Runs:
    """All runs of a sweep."""
    identity = identity_of(sweep)
    modules = tuple(dict.fromkeys(each.module for each in ADDED.values()))
    base = Base(
        key_of(identity), repr(identity["arms"]), identity["model"], sweep.scenario, sweep.varied, sweep.tables, sweep.months, modules
    )  # fmt: skip
    return Runs(sweep, points, base)
