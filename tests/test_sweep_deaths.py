"""Killed workers and runners: nothing is lost, nothing is there twice, it is reported, and the continued sweep holds the same bits."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.sweep.chunk import Chunk
from samvirke.analysis.sweep.executors import WorkersDiedError, in_processes
from samvirke.analysis.sweep.parts import Receipt, run_and_write
from samvirke.analysis.sweep.runner import SweepStoppedError
from samvirke.analysis.sweep.storage import LocalStorage
from tests.faults import FEW, begun, output_of_process, running, wait_for, workers_of
from tests.sweeps import MANY, PARTS, bits, parts_in, run_sweep, sweep_file, typed


@pytest.mark.slow
def test_when_a_worker_is_killed_its_part_is_run_again(whole: dict[str, bytes], tmp_path: Path):
    parent = begun(tmp_path)
    os.kill(workers_of(parent)[0], signal.SIGKILL)
    code, stdout, stderr = output_of_process(parent)
    assert code == 0
    assert stderr.count("A worker was killed; its part is run again.") == 1  # the part of the other worker is not touched
    assert f"{PARTS} of {PARTS} runs are there" in stdout
    assert bits(tmp_path / "out") == whole


@pytest.mark.slow
def test_when_the_parent_is_killed_the_workers_go_and_the_next_goes_on(whole: dict[str, bytes], tmp_path: Path):
    parent = begun(tmp_path)
    workers = workers_of(parent)
    parent.kill()
    parent.communicate()
    wait_for(lambda: not any(map(running, workers)))
    finished = parts_in(tmp_path / "out")
    assert 3 <= finished < PARTS
    done = run_sweep(tmp_path, MANY)
    assert (done.simulated, done.there) == (PARTS - finished, PARTS)
    assert bits(tmp_path / "out") == whole


@pytest.mark.slow
def test_an_interrupted_sweep_says_that_what_is_finished_is_kept(whole: dict[str, bytes], tmp_path: Path):
    parent = begun(tmp_path)
    parent.send_signal(signal.SIGINT)
    code, _, stderr = output_of_process(parent)
    assert code == 130
    assert "what is finished is kept; the same command goes on from there" in stderr
    assert run_sweep(tmp_path, MANY).simulated < PARTS
    assert bits(tmp_path / "out") == whole


@pytest.mark.slow
def test_a_second_runner_is_sent_away_while_the_first_goes_on(whole: dict[str, bytes], tmp_path: Path):
    first = begun(tmp_path)
    first.send_signal(signal.SIGSTOP)  # it holds the folder however fast it is
    code, _, stderr = output_of_process(typed(str(tmp_path / "small.toml"), "--out", str(tmp_path / "out"), "--workers", "1"))
    assert code == 2
    assert f"another runner (process {first.pid} on " in stderr
    assert "wait for it, or name another folder with --out" in stderr
    first.send_signal(signal.SIGCONT)
    assert output_of_process(first)[0] == 0
    assert bits(tmp_path / "out") == whole


@pytest.mark.slow
def test_a_worker_that_dies_while_there_is_more_to_hand_out_than_a_pipe_holds_holds_nothing_up(tmp_path: Path):
    """Python before 3.11.5 went on writing to a pipe that nobody read."""
    file = sweep_file(tmp_path, MANY.replace("runs_per_part = 1", "runs_per_part = 3000").replace(f"= {PARTS // 3}", "= 10_000"))
    parent = typed(str(file), "--out", str(tmp_path / "out"), "--workers", "2")
    wait_for(lambda: parts_in(tmp_path / "out") >= 1 or parent.poll() is not None)
    os.kill(workers_of(parent)[0], signal.SIGKILL)
    code, stdout, stderr = output_of_process(parent)
    assert code == 0
    assert "A worker was killed" in stderr
    assert "30,000 of 30,000 runs are there" in stdout


class KillsWhoReadsIt:
    """A chunk that ends the worker process that it is sent to."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def test_workers_that_are_killed_without_a_finished_part_in_between_are_replaced_twice():
    wording: list[str] = []
    chunks = cast("Iterator[Chunk]", iter([KillsWhoReadsIt()]))
    with pytest.raises(WorkersDiedError, match=r"killed 3 times in a row \(is there enough memory\?\)"):
        list(in_processes(2, wording.append)(chunks, "nowhere"))
    assert wording == ["A worker was killed; its part is run again."] * 2


def test_who_gives_up_leaves_no_thread_of_the_workers_behind(tmp_path: Path):
    """At the end of the program Python wakes such a thread, and prints a traceback where it is ending just then."""
    before = set(threading.enumerate())

    def gives_up(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        receipts = in_processes(2, print)(chunks, address)
        yield next(receipts)
        del receipts
        assert set(threading.enumerate()) == before
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_sweep(tmp_path, FEW, executor=gives_up)


def test_two_runners_never_hold_one_folder(tmp_path: Path):
    with (
        LocalStorage(str(tmp_path / "out")).held(),
        pytest.raises(RunFolderError, match=rf"another runner \(process {os.getpid()} on .* is running a sweep there"),
    ):
        run_sweep(tmp_path, FEW)


def test_what_a_runner_left_when_it_died_stands_in_nobodys_way(few: dict[str, bytes], tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".lock").write_text('{"machine": "here", "process": 999999999}', encoding="utf-8")
    (tmp_path / "out" / ".manifest.json-0123abcd.unfinished").write_text("{", encoding="utf-8")
    assert run_sweep(tmp_path, FEW).complete
    assert bits(tmp_path / "out") == few


def test_workers_that_die_again_and_again_stop_the_sweep(tmp_path: Path):
    def dies(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        yield run_and_write(next(chunks), address)
        raise WorkersDiedError("workers were killed 3 times in a row (is there enough memory?)")

    with pytest.raises(SweepStoppedError, match=r"enough memory.*Kept: 2 of 10 runs; the same command goes on from there"):
        run_sweep(tmp_path, FEW, executor=dies)


@pytest.mark.parametrize("after", range(1, 6))
def test_wherever_it_stops_the_next_goes_on_to_the_same_bits(after: int, few: dict[str, bytes], tmp_path: Path):
    def stops(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        for _, chunk in zip(range(after), reversed(list(chunks)), strict=False):
            yield run_and_write(chunk, address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_sweep(tmp_path, FEW, executor=stops)
    assert run_sweep(tmp_path, FEW).simulated == 10 - 2 * after
    assert bits(tmp_path / "out") == few


def test_a_sweep_that_died_before_its_first_part_is_gone_on_with(few: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def dies(*whatever: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("samvirke.analysis.sweep.runner.write_tables_of_points", dies)
        run_sweep(tmp_path, FEW)
    assert run_sweep(tmp_path, FEW).complete
    assert bits(tmp_path / "out") == few


def test_what_a_killed_worker_left_half_written_goes(few: dict[str, bytes], tmp_path: Path):
    def littered(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        for chunk in chunks:
            yield run_and_write(chunk, address)
            (Path(address) / "outcomes" / f".{chunk.name}.parquet-0123abcd.unfinished").write_text("half", encoding="utf-8")

    run_sweep(tmp_path, FEW, executor=littered)
    assert bits(tmp_path / "out") == few
