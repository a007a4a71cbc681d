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
    from tests.benchmarks.coming import lever_row

    return lever_row()


def sweep_memory() -> Row:
    from tests.benchmarks.coming import sweep_memory_row

    return sweep_memory_row()


def help_of_the_command() -> Row:
    from tests.benchmarks.command import help_row

    return help_row()


def first_run() -> Row:
    from tests.benchmarks.command import first_run_row

    return first_run_row()


MEASUREMENTS: dict[str, Callable[[], Row]] = {
    "runs": runs,
    "agent-months": agent_months,
    "toy": toy,
    "lever": lever,
    "sweep-memory": sweep_memory,
    "help": help_of_the_command,
    "first-run": first_run,
}
Name = StrEnum("Name", {name: name for name in MEASUREMENTS})  # type: ignore[misc]


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
    json_file: Annotated[Path | None, typer.Option("--json", help="Also write the figures to this file.")] = None,
) -> None:
    """Print the table of speed and size with what was reached on this machine."""
    rows = []
    for name in only or MEASUREMENTS:
        with console.status(f"measuring {name}"):
            rows.append(MEASUREMENTS[name]())
    console.print(table_of_rows(rows))
    console.print("  ".join(f"{key} {value}" for key, value in machine().items()), style="dim")
    if json_file is not None:
        write_json(json_file, rows)


if __name__ == "__main__":
    typer.run(main)
