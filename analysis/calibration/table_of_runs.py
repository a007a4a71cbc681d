"""A table of simulated questionnaires: runs spread over given parameters, and what they answered. It is made in parts that are kept."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from samvirke.analysis.calibration.kept_files import save
from samvirke.analysis.calibration.tallies import Tallies
from samvirke.analysis.survey.instrument import answers
from samvirke.model.draws import UNCERTAIN, records_at
from samvirke.model.ensemble import simulate
from samvirke.model.world import World

Floats = NDArray[np.float64]
THREADS = 2
RUNS_AT_ONCE = 100
RUNS_OF_A_PART = 4000
HIGHEST = 1e-6  # how near to the ends of a prior a table goes
ROLE_OF_SCORES, ROLE_OF_RUNS = 6, 7  # parts of the keys of random streams

Scores = Callable[[int, np.random.Generator], Floats]
"""So many points: normal scores of the uncertain parameters (points x parameters, in their order), and of the spread of the others last."""


@dataclass(frozen=True)
class Table:
    """`scores` are runs x (uncertain parameters and, last, the spread of the others), `columns` what the runs answered."""

    scores: Floats
    columns: Floats

    def with_more(self, other: "Table") -> "Table":
        """These runs, and then others."""
        return Table(np.concatenate([self.scores, other.scores]), np.concatenate([self.columns, other.columns]))

    def split(self, last: int) -> tuple["Table", "Table"]:
        """So many runs from the end, and all others."""
        return Table(self.scores[-last:], self.columns[-last:]), Table(self.scores[:-last], self.columns[:-last])


def table_of_runs(
    world: World, tallies: Tallies, scores: Scores, runs: int, key: tuple[int, int], kept: Path, done: Callable[[float], None]
) -> Table:
    """Simulate `runs` runs, part by part; parts that are kept already are read. `key` is the seed and the number of the table."""
    parts = []
    for number, size in enumerate(sizes_of_parts(runs)):
        file = kept / f"table-{key[1]}-{number:03d}.npz"
        if not file.is_file():
            done(number * RUNS_OF_A_PART / runs)
            points = scores(size, np.random.default_rng([*key, number, ROLE_OF_SCORES]))
            seeds = np.random.SeedSequence([*key, number, ROLE_OF_RUNS]).generate_state(size).astype(np.int64)
            save(file, scores=points.astype(np.float32), columns=_answered(world, tallies, seeds, records_of(points)).astype(np.float32))
        with np.load(file) as found:
            parts.append((found["scores"], found["columns"]))
    return Table(*(np.concatenate(each).astype(float) for each in zip(*parts, strict=True)))


def sizes_of_parts(runs: int) -> Iterator[int]:
    """How many runs each part has."""
    for first in range(0, runs, RUNS_OF_A_PART):
        yield min(RUNS_OF_A_PART, runs - first)


def records_of(points: Floats) -> NDArray[Any]:
    """Parameter records of points; the last column, the spread of the others, is in their scores already."""
    return np.asarray(records_at(UNCERTAIN, np.clip(ndtr(points[:, : len(UNCERTAIN)]), HIGHEST, 1.0 - HIGHEST)))


def _answered(world: World, tallies: Tallies, seeds: NDArray[np.int64], draws: NDArray[Any]) -> Floats:
    months = tuple(int(month) for month in world.template.survey_months)

    def some(first: int) -> Floats:
        part = slice(first, first + RUNS_AT_ONCE)
        return tallies.of(answers(simulate(world, seeds[part], draws[part].view(np.recarray))), months)

    with ThreadPoolExecutor(THREADS) as threads:
        return np.concatenate(list(threads.map(some, range(0, len(seeds), RUNS_AT_ONCE))))
