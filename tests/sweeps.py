"""Small sweeps for tests, and what must not change about the folders they leave."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.runner import SweepDone, sweep_to
from tests.ensembles import TINY
from tests.test_architecture import ROOT

PARTS = 150
MANY = f'runs_per_part = 1\n[design]\nkind = "grid"\n[levers]\nopenness = {{ values = [0.1, 0.5, 0.9] }}\n[seeds]\nnumber = {PARTS // 3}\n'
"""So many parts of one run each: long enough to be killed in the midst of it."""
GRID = '[design]\nkind = "grid"\n[levers]\nopenness = {{ values = {} }}\n[parameters]\nhalo = {{ values = [0.1, 0.3] }}\n'
SMALL = 'arms = ["baseline", "longer-grant"]\nruns_per_part = 5\n' + GRID.format("[0.2, 0.9]") + "[seeds]\nnumber = 3\n"
"""24 runs: two arms, two levers' values, two parameters', three seeds."""


def sweep_file(folder: Path, text: str, name: str = "small", *, months: int = 5) -> Path:
    """A sweep of the tiny scenario over a few months."""
    file = folder / f"{name}.toml"
    file.write_text(f'scenario = "{TINY}"\nmonths = {months}\n{text}', encoding="utf-8")
    return file


def run_sweep(folder: Path, text: str, out: str = "out", *, months: int = 5, **options: Any) -> SweepDone:
    """Run a small sweep, to `folder/out`."""
    return sweep_to(read_sweep_file(str(sweep_file(folder, text, months=months))), str(folder / out), **options)


def bits(folder: Path) -> dict[str, bytes]:
    """Every file of a sweep but its lock and its manifest, which says when it was made."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in (".lock", "manifest.json"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def typed(*words: str, **options: Any) -> "subprocess.Popen[str]":
    """The command, in a process of its own."""
    program = [sys.executable, "-c", "from samvirke.command_line import app; app()", "sweep", *words]
    return subprocess.Popen(program, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def parts_in(folder: Path) -> int:
    """How many parts are finished."""
    return len(list((folder / "parts").glob("*.json"))) if (folder / "parts").is_dir() else 0


def rows(folder: Path, *columns: str) -> list[tuple[Any, ...]]:
    """Its outcomes, some columns of them, in order."""
    table = pq.read_table(folder / "outcomes")
    return sorted(zip(*(table[name].to_pylist() for name in columns), strict=True))
