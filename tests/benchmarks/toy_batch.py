"""Many runs of the toy: Mesa's `batch_run` beside our kernel with its rows to Parquet, both in one process and taking turns."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import mesa
import numpy as np
import pyarrow as pa

from samvirke.analysis.run.folder import packed_writer
from tests.benchmarks import toy_kernel
from tests.benchmarks.row import Row
from tests.benchmarks.timing import median_ratio, taking_turns
from tests.benchmarks.toy import TOY, people
from tests.benchmarks.toy_mesa import ToyModel, reliabilities_of, run

RUNS, QUICK_RUNS = 10, 3
RUNS_OF_THE_KERNEL = 100
ROUNDS, QUICK_ROUNDS = 5, 2
SCHEMA = pa.schema([("seed", pa.int64()), ("trust", pa.float64()), ("departures", pa.int64())])
BATCH, LOOP, OURS, BARE = "mesa.batch_run", "Mesa without it", "our kernel to Parquet", "our kernel alone"


class BatchModel(ToyModel):
    """The toy as batch_run wants it: one keyword, and a collector of what is left at the end."""

    def __init__(self, rng: int) -> None:
        super().__init__(TOY, rng, reliabilities_of(TOY, rng))
        self.datacollector = mesa.DataCollector(agent_reporters={"trust": "trust", "departures": "departures"})

    def step(self) -> None:
        """One month; what is left is collected in the last. batch_run takes one step more and asks for the one before it."""
        if self.steps <= TOY.months:
            super().step()
        if self.steps == TOY.months:
            self.datacollector.collect(self)


def batch(replicates: int) -> None:
    """The runs as batch_run makes them."""
    rows = mesa.batch_run(
        BatchModel, {"rng": list(range(replicates))}, number_processes=1, max_steps=TOY.months, data_collection_period=-1,
        display_progress=False,
    )  # fmt: skip
    assert len(rows) == replicates * people(TOY), f"batch_run left {len(rows)} rows"


def loop(replicates: int) -> None:
    """The same runs in a plain loop, with nothing collected."""
    for seed in range(replicates):
        run(ToyModel, TOY, seed, reliabilities_of(TOY, seed))


def kernel(replicates: int) -> None:
    """The kernel's runs, with nothing made of them."""
    for seed in range(replicates):
        toy_kernel.run(TOY, seed)


def kernel_to_parquet(replicates: int, file: Path) -> None:
    """The kernel's runs with one row per member, as batch_run leaves them, in a file."""
    with packed_writer(file, SCHEMA) as writer:
        writer.write_table(
            pa.Table.from_arrays(_columns([toy_kernel.run(TOY, seed).reshape(-1) for seed in range(replicates)]), schema=SCHEMA)
        )


def _columns(replicates: list[Any]) -> list[Any]:
    every = np.concatenate(replicates)
    return [
        np.repeat(np.arange(len(replicates)), len(replicates[0])),
        *(np.ascontiguousarray(every[name]) for name in ("trust", "departures")),
    ]


def batch_row(quick: bool) -> Row:
    """How much batch_run and our writing add to bare runs, and how they stand to each other."""
    replicates = QUICK_RUNS if quick else RUNS
    with TemporaryDirectory() as name:
        actions: dict[str, Callable[[], Any]] = {
            BATCH: partial(batch, replicates),
            LOOP: partial(loop, replicates),
            OURS: partial(kernel_to_parquet, RUNS_OF_THE_KERNEL, Path(name) / "toy.parquet"),
            BARE: partial(kernel, RUNS_OF_THE_KERNEL),
        }
        times = taking_turns(actions, QUICK_ROUNDS if quick else ROUNDS)
    each = {name: [time / (replicates if name in (BATCH, LOOP) else RUNS_OF_THE_KERNEL) for time in times[name]] for name in times}
    added = {BATCH: median_ratio(each[BATCH], each[LOOP]) - 1, OURS: median_ratio(each[OURS], each[BARE]) - 1}
    milliseconds = {name: 1e3 * median(values) for name, values in each.items()}
    ratio = median_ratio(each[BATCH], each[OURS])
    reached = (
        f"{ratio:.0f} × ({milliseconds[BATCH]:.0f} and {milliseconds[OURS]:.2f} ms a run; beyond bare runs "
        f"{added[BATCH]:+.0%} and {added[OURS]:+.0%})"
    )
    return Row("the toy many times over: mesa.batch_run beside ours to Parquet", "100 ×", "300 ×", reached, ratio >= 100, {
        "ratio": ratio, **{f"{name}: ms": value for name, value in milliseconds.items()},
    })  # fmt: skip
