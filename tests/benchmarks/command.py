"""The command line as a person meets it: wall time of whole processes, with nothing compiled and later."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.row import Row
from tests.benchmarks.timing import seconds

HELP_ROUNDS = 9
LATER_ROUNDS = 5
COMMAND = (sys.executable, "-c", "from samvirke.command_line import app; app()")
"""What the installed script `samvirke` does, with the Python that runs the benchmark."""


def run_command(arguments: tuple[str, ...], cache: Path | None = None) -> None:
    """Run `samvirke` to its end, with compiled code in `cache`. Raises with its last words if it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "NUMBA_CACHE_DIR"}
    if cache is not None:
        environment["SAMVIRKE_CACHE"] = str(cache)
    done = subprocess.run([*COMMAND, *arguments], env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"samvirke {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")


def run_into(folder: Path, cache: Path) -> Callable[[], None]:
    """The main job with its default scenario, its tables into `folder`."""
    return lambda: run_command(("run", "--out", str(folder)), cache)


def first_and_later_seconds() -> tuple[float, float]:
    """The first run with nothing compiled, and the median of later ones."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        first = seconds(run_into(folder / "first", folder / "cache"))
        later = [seconds(run_into(folder / f"later-{number}", folder / "cache")) for number in range(LATER_ROUNDS)]
    return first, median(later)


def help_row() -> Row:
    """How long a person waits for the list of commands."""
    run_command(("--help",))
    wall = median(seconds(lambda: run_command(("--help",))) for _ in range(HELP_ROUNDS))
    return Row("samvirke --help", "0.5 s", "0.3 s", f"{wall:.2f} s", wall <= 0.5, {"seconds": wall})


def first_run_row() -> Row:
    """How long a newcomer waits for the first tables, and everybody after that."""
    first, later = first_and_later_seconds()
    what = "first samvirke run on a fresh machine, compilation included / later"
    holds = first <= 60 and later <= 5
    reached, measured = f"{first:.0f} s / {later:.1f} s", {"first_seconds": first, "later_seconds": later}
    return Row(what, "60 s / 5 s", "30 s / 2 s", reached, holds, measured)
