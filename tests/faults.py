"""What is done to a sweep in tests: its processes killed, its parts damaged, its disk small."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.sweeps import MANY, parts_in, sweep_file, typed

FEW = 'runs_per_part = 2\n[design]\nkind = "grid"\n[levers]\nopenness = { values = [0.1, 0.9] }\n[seeds]\nnumber = 5\n'
SECONDS = 600  # against hanging only


def wait_for(what: Callable[[], object]) -> None:
    end = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def workers_of(parent: "subprocess.Popen[str]") -> list[int]:
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text(encoding="utf-8").split()
    return [int(each) for each in children if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def begun(folder: Path, parts: int = 3) -> "subprocess.Popen[str]":
    """The command with two workers, in the midst of it."""
    parent = typed(str(sweep_file(folder, MANY)), "--out", str(folder / "out"), "--workers", "2")
    wait_for(lambda: parts_in(folder / "out") >= parts or parent.poll() is not None)
    assert parent.poll() is None, parent.communicate()
    return parent


def output_of_process(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    stdout, stderr = process.communicate(timeout=SECONDS)
    assert "Traceback" not in stderr, stderr
    return process.returncode, stdout, stderr


def damage(folder: Path, change: Callable[[bytes], bytes]) -> str:
    part = min((folder / "outcomes").iterdir())
    part.write_bytes(change(part.read_bytes()))
    return part.name


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small file system in memory; only root may make one."""
    folder.mkdir(exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
