"""`python -m tests.benchmarks`: measure, and print the table of speed and size with what was reached.

Each measurement imports what it needs only when its turn comes: worker processes import this file again, and Mesa
would cost every one of them a second and 150 MB.
"""

import json
import os
import platform
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from tests.benchmarks.row import Row, table_of_rows

console = Console()


def runs() -> Row:
    from tests.benchmarks.dk37 import runs_row

    return runs_row()


def agent_months() -> Row:
    from tests.benchmarks.dk37 import agent_months_row

    return agent_months_row()


def toy() -> Row:
    from tests.benchmarks.toys import toy_row, toy_table, toy_times

    times = toy_times()
    console.print(toy_table(times))
    return toy_row(times)


def lever() -> Row:
    from tests.benchmarks.dashboard import lever_row

    return lever_row()


def dashboard_start() -> Row:
    from tests.benchmarks.dashboard import start_row

    return start_row()


def dashboard_one() -> Row:
    from tests.benchmarks.dashboard import one_row

    return one_row()


def dashboard_all() -> Row:
    from tests.benchmarks.dashboard import all_row

    return all_row()


def dashboard_step() -> Row:
    from tests.benchmarks.dashboard import step_row

    return step_row()


def dashboard_memory() -> Row:
    from tests.benchmarks.dashboard import memory_row

    return memory_row()


def dashboard_ten_minutes() -> Row:
    from tests.benchmarks.dashboard import ten_minutes_row

    return ten_minutes_row()


def help_of_the_command() -> Row:
    from tests.benchmarks.command import help_row

    return help_row()


def first_run() -> Row:
    from tests.benchmarks.command import first_run_row

    return first_run_row()


def sweep_overhead(quick: bool) -> Row:
    from tests.benchmarks.sweeps import overhead_row

    return overhead_row(quick)


def sweep_workers(quick: bool) -> Row:
    from tests.benchmarks.sweeps import workers_row

    return workers_row(quick)


def sweep_of_one(quick: bool) -> Row:
    from tests.benchmarks.sweep_sizes import sizes_row

    return sizes_row(quick)


def sweep_of_dk37(quick: bool) -> Row:
    from tests.benchmarks.sweep_sizes import dk37_row

    return dk37_row(quick)


def batch_run(quick: bool) -> Row:
    from tests.benchmarks.toy_batch import batch_row

    return batch_row(quick)


MEASUREMENTS: dict[str, Callable[[], Row]] = {
    "runs": runs,
    "agent-months": agent_months,
    "toy": toy,
    "lever": lever,
    "dashboard-start": dashboard_start,
    "dashboard-one": dashboard_one,
    "dashboard-all": dashboard_all,
    "dashboard-step": dashboard_step,
    "dashboard-memory": dashboard_memory,
    "dashboard-ten-minutes": dashboard_ten_minutes,
    "help": help_of_the_command,
    "first-run": first_run,
}
SWEEPS: dict[str, Callable[[bool], Row]] = {
    "sweep-overhead": sweep_overhead,
    "sweep-workers": sweep_workers,
    "sweep-100000": sweep_of_one,
    "sweep-dk37": sweep_of_dk37,
    "batch-run": batch_run,
}
"""These have a quick kind: the same on fewer runs."""

Name = StrEnum("Name", {name: name for name in (*MEASUREMENTS, *SWEEPS)})  # type: ignore[misc]


def machine() -> dict[str, Any]:
    """Where the figures were taken."""
    packages = {name: version(name) for name in ("numba", "numpy", "mesa", "pyarrow")}
    return {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count(), **packages}


def write_json(path: Path, rows: list[Row]) -> None:
    """The rows and the machine, for keeping and comparing."""
    content = {"machine": machine(), "rows": [asdict(row) for row in rows]}
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main(
    only: Annotated[list[Name] | None, typer.Option(help="Measure only this line; may be given several times.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Sweeps and batch_run on fewer runs: minutes instead of half an hour.")] = False,
    json_file: Annotated[Path | None, typer.Option("--json", help="Also write the figures to this file.")] = None,
) -> None:
    """Print the table of speed and size with what was reached on this machine."""
    rows = []
    for name in only or (*MEASUREMENTS, *SWEEPS):
        with console.status(f"measuring {name}"):
            rows.append(SWEEPS[name](quick) if name in SWEEPS else MEASUREMENTS[name]())
    console.print(table_of_rows(rows))
    console.print("  ".join(f"{key} {value}" for key, value in machine().items()), style="dim")
    if json_file is not None:
        write_json(json_file, rows)


if __name__ == "__main__":
    typer.run(main)
