"""A sweep on a cluster: a real scheduler and two real workers, each a process; the same bits, and a sentence when it goes."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from samvirke.analysis.sweep.executors import on_dask
from samvirke.analysis.sweep.runner import SweepStoppedError
from tests.sweeps import MANY, PARTS, bits, parts_in, run_sweep, sweep_file, typed
from tests.test_architecture import ROOT

pytest.importorskip("distributed")

SECONDS = 600  # against hanging only
QUIET = {"DASK_DISTRIBUTED__DASHBOARD__LINK": "", "DASK_LOGGING__DISTRIBUTED": "error"}


class Cluster:
    """A scheduler and two workers of one thread each."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file")
        wait_for(self._file.exists)
        words = ("--nthreads", "1", "--no-dashboard", "--no-nanny", "--scheduler-file")
        self.workers = [self._start("dask_worker", *words) for _ in range(2)]
        self.address = str(json.loads(self._file.read_text(encoding="utf-8"))["address"])

    def _start(self, program: str, *words: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.{program}", *words, str(self._file)]
        environment = {**os.environ, **QUIET, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, cwd=self._file.parent, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def end(self) -> None:
        """End every process."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


def wait_for(what: Callable[[], object]) -> None:
    end = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "cluster").mkdir()
    started = Cluster(tmp_path / "cluster")
    yield started
    started.end()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sweep of MANY, simulated in this process."""
    folder = tmp_path_factory.mktemp("whole")
    run_sweep(folder, MANY)
    return bits(folder / "out")


@pytest.mark.slow
def test_a_cluster_leaves_the_same_bits(whole: dict[str, bytes], cluster: Cluster, tmp_path: Path):
    done = typed(str(sweep_file(tmp_path, MANY)), "--out", str(tmp_path / "out"), "--dask", cluster.address)
    stdout, stderr = done.communicate(timeout=SECONDS)
    assert done.returncode == 0, stderr
    assert f"{PARTS} of {PARTS} runs are there" in stdout
    assert bits(tmp_path / "out") == whole


@pytest.mark.slow
def test_when_a_worker_of_the_cluster_is_killed_another_runs_its_parts(whole: dict[str, bytes], cluster: Cluster, tmp_path: Path):
    parent = typed(str(sweep_file(tmp_path, MANY)), "--out", str(tmp_path / "out"), "--dask", cluster.address)
    wait_for(lambda: parts_in(tmp_path / "out") >= 3 or parent.poll() is not None)
    cluster.workers[0].kill()
    _, stderr = parent.communicate(timeout=SECONDS)
    assert parent.returncode == 0, stderr
    assert bits(tmp_path / "out") == whole


@pytest.mark.slow
def test_when_the_scheduler_is_killed_it_is_reported_and_the_next_goes_on(whole: dict[str, bytes], cluster: Cluster, tmp_path: Path):
    parent = typed(str(sweep_file(tmp_path, MANY)), "--out", str(tmp_path / "out"), "--dask", cluster.address)
    wait_for(lambda: parts_in(tmp_path / "out") >= 3 or parent.poll() is not None)
    cluster.scheduler.kill()
    _, stderr = parent.communicate(timeout=SECONDS)
    assert parent.returncode == 1, stderr
    assert "Traceback" not in stderr
    assert f"stopped, because the Dask scheduler at {cluster.address} is gone. Kept: " in stderr
    for worker in cluster.workers:
        worker.kill()
        worker.wait()
    assert run_sweep(tmp_path, MANY).there == PARTS
    assert bits(tmp_path / "out") == whole


def test_an_address_without_a_scheduler_is_reported_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("samvirke.analysis.sweep.executors.SECONDS_TO_CONNECT", 1)
    with pytest.raises(
        SweepStoppedError, match=rf"there is no Dask scheduler with workers at tcp://127.0.0.1:1; .*Kept: 0 of {PARTS} runs"
    ):
        run_sweep(tmp_path, MANY, executor=on_dask("tcp://127.0.0.1:1"))
