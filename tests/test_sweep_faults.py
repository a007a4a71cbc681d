"""Whatever kills a sweep: nothing is lost, nothing is there twice, it is said, and gone on with it is as if nothing had happened."""

import errno
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from analysis.run_folder import OutOfRoomError, RunFolderError
from analysis.sweep.chunk import Chunk
from analysis.sweep.executors import WorkersDiedError
from analysis.sweep.lock import held
from analysis.sweep.parts import Receipt, live_and_write
from analysis.sweep.place import LocalPlace, place_at
from analysis.sweep.runner import SweepStoppedError
from analysis.sweep.verify import verify
from tests.sweeps import MANY, PARTS, bits, parts_in, sweep_file, swept, typed

FEW = 'runs_per_part = 2\n[design]\nkind = "grid"\n[levers]\nopenness = { values = [0.1, 0.9] }\n[seeds]\nnumber = 5\n'
SECONDS = 120


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sweep of MANY, uninterrupted."""
    folder = tmp_path_factory.mktemp("whole")
    swept(folder, MANY)
    return bits(folder / "out")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sweep of FEW, uninterrupted."""
    folder = tmp_path_factory.mktemp("few")
    swept(folder, FEW)
    return bits(folder / "out")


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


def said_by(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    stdout, stderr = process.communicate(timeout=SECONDS)
    assert "Traceback" not in stderr, stderr
    return process.returncode, stdout, stderr


@pytest.mark.slow
def test_when_a_worker_is_killed_its_runs_are_lived_again(whole: dict[str, bytes], tmp_path: Path):
    parent = begun(tmp_path)
    os.kill(workers_of(parent)[0], signal.SIGKILL)
    code, stdout, stderr = said_by(parent)
    assert code == 0
    assert "A worker was killed; what it was living is lived again" in stderr
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
    done = swept(tmp_path, MANY)
    assert (done.lived, done.there) == (PARTS - finished, PARTS)
    assert bits(tmp_path / "out") == whole


@pytest.mark.slow
def test_an_interrupted_sweep_says_that_what_is_finished_is_kept(whole: dict[str, bytes], tmp_path: Path):
    parent = begun(tmp_path)
    parent.send_signal(signal.SIGINT)
    code, _, stderr = said_by(parent)
    assert code == 130
    assert "what is finished is kept; the same command goes on from there" in stderr
    assert swept(tmp_path, MANY).lived < PARTS
    assert bits(tmp_path / "out") == whole


@pytest.mark.slow
def test_a_second_runner_is_sent_away_while_the_first_goes_on(whole: dict[str, bytes], tmp_path: Path):
    first = begun(tmp_path)
    first.send_signal(signal.SIGSTOP)  # it holds the folder however fast it is
    code, _, stderr = said_by(typed(str(tmp_path / "small.toml"), "--out", str(tmp_path / "out"), "--workers", "1"))
    assert code == 2
    assert f"somebody else (process {first.pid} on " in stderr
    assert "wait for it, or name another folder with --out" in stderr
    first.send_signal(signal.SIGCONT)
    assert said_by(first)[0] == 0
    assert bits(tmp_path / "out") == whole


def test_two_runners_never_hold_one_folder(tmp_path: Path):
    with (
        held(LocalPlace(str(tmp_path / "out"))),
        pytest.raises(RunFolderError, match=rf"somebody else \(process {os.getpid()} on .* is running a sweep there"),
    ):
        swept(tmp_path, FEW)


def test_what_a_runner_left_when_it_died_stands_in_nobodys_way(few: dict[str, bytes], tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".lock").write_text('{"machine": "here", "process": 999999999}', encoding="utf-8")
    (tmp_path / "out" / ".manifest.json-0123abcd.unfinished").write_text("{", encoding="utf-8")
    assert swept(tmp_path, FEW).complete
    assert bits(tmp_path / "out") == few


def test_workers_that_die_again_and_again_stop_the_sweep(tmp_path: Path):
    def dies(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        yield live_and_write(next(chunks), address)
        raise WorkersDiedError("workers were killed 3 times in a row (is there enough memory?)")

    with pytest.raises(SweepStoppedError, match=r"enough memory.*Kept: 2 of 10 runs; the same command goes on from there"):
        swept(tmp_path, FEW, executor=dies)


@pytest.mark.parametrize("after", range(1, 6))
def test_wherever_it_stops_the_next_goes_on_to_the_same_bits(after: int, few: dict[str, bytes], tmp_path: Path):
    def stops(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        for _, chunk in zip(range(after), reversed(list(chunks)), strict=False):
            yield live_and_write(chunk, address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        swept(tmp_path, FEW, executor=stops)
    assert swept(tmp_path, FEW).lived == 10 - 2 * after
    assert bits(tmp_path / "out") == few


def test_a_sweep_that_died_before_its_first_part_is_gone_on_with(few: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def dies(*whatever: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("analysis.sweep.runner.write_tables_of_points", dies)
        swept(tmp_path, FEW)
    assert swept(tmp_path, FEW).complete
    assert bits(tmp_path / "out") == few


def test_what_a_killed_worker_left_half_written_goes(few: dict[str, bytes], tmp_path: Path):
    def littered(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        for chunk in chunks:
            yield live_and_write(chunk, address)
            (Path(address) / "outcomes" / f".{chunk.name}.parquet-0123abcd.unfinished").write_text("half", encoding="utf-8")

    swept(tmp_path, FEW, executor=littered)
    assert bits(tmp_path / "out") == few


def test_a_part_without_its_receipt_does_not_count(few: dict[str, bytes], tmp_path: Path):
    swept(tmp_path, FEW)
    next((tmp_path / "out" / "parts").iterdir()).unlink()
    done = swept(tmp_path, FEW)
    assert (done.lived, done.damaged) == (2, 1)
    assert bits(tmp_path / "out") == few


def test_what_a_forgotten_worker_writes_beside_the_plan_is_not_there_twice(few: dict[str, bytes], tmp_path: Path):
    swept(tmp_path, FEW.replace("runs_per_part = 2", "runs_per_part = 3"), "other")

    def haunted(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        for chunk in chunks:
            yield live_and_write(chunk, address)
        for name, content in bits(tmp_path / "other").items():
            if "/" in name:
                place_at(address).write(name, content)

    swept(tmp_path, FEW, executor=haunted)
    assert bits(tmp_path / "out") == few
    for name, content in bits(tmp_path / "other").items():
        place_at(str(tmp_path / "out")).write(name, content)
    assert swept(tmp_path, FEW).complete
    runs = pq.read_table(tmp_path / "out" / "outcomes", columns=["arm", "point", "seed", "partnership"]).to_pylist()
    assert len(runs) == len({tuple(each.values()) for each in runs}) == 30


def damage(folder: Path, change: Callable[[bytes], bytes]) -> str:
    part = min((folder / "outcomes").iterdir())
    part.write_bytes(change(part.read_bytes()))
    return part.name


def test_a_truncated_part_is_made_anew(few: dict[str, bytes], tmp_path: Path):
    swept(tmp_path, FEW)
    damage(tmp_path / "out", lambda content: content[:-100])
    done = swept(tmp_path, FEW)
    assert (done.lived, done.damaged) == (2, 1)
    assert bits(tmp_path / "out") == few


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda content: content[:-100], "bytes, not"),
        (lambda content: content[:200] + b"x" * 50 + content[250:], "has another checksum than when it was written"),
    ],
)
def test_verify_finds_every_damaged_part(change: Callable[[bytes], bytes], sentence: str, few: dict[str, bytes], tmp_path: Path):
    swept(tmp_path, FEW)
    assert verify(str(tmp_path / "out")).problems == ()
    name = damage(tmp_path / "out", change)
    found = verify(str(tmp_path / "out"))
    assert (found.parts, found.runs, found.wanted, found.set_aside) == (4, 8, 10, 1)
    (problem,) = found.problems
    assert problem.startswith(f"outcomes/{name}: ")
    assert sentence in problem
    assert swept(tmp_path, FEW).lived == 2
    assert bits(tmp_path / "out") == few


def test_verify_finds_a_missing_part_and_a_spoilt_receipt(tmp_path: Path):
    swept(tmp_path, FEW)
    min((tmp_path / "out" / "outcomes").iterdir()).unlink()
    max((tmp_path / "out" / "parts").iterdir()).write_text("{", encoding="utf-8")
    problems = verify(str(tmp_path / "out")).problems
    assert any("is missing" in each for each in problems)
    assert any("is no receipt any more" in each for each in problems)
    assert swept(tmp_path, FEW).lived == 4


def test_verify_of_a_folder_without_a_sweep_is_said_in_a_sentence(tmp_path: Path):
    with pytest.raises(RunFolderError, match="is no folder of a sweep"):
        verify(str(tmp_path))


def test_a_full_disk_is_said_and_what_is_finished_is_kept(few: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write = LocalPlace.write
    written: list[str] = []

    def full(self: LocalPlace, name: str, content: Any) -> None:
        if name.startswith("outcomes/") and len(written) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.extend([name] if name.startswith("outcomes/") else [])
        write(self, name, content)

    with monkeypatch.context() as patched:
        patched.setattr(LocalPlace, "write", full)
        with pytest.raises(
            OutOfRoomError, match=r"what is finished is kept: 4 of 10 runs\): cannot be written to: no space left on device"
        ):
            swept(tmp_path, FEW)
    assert swept(tmp_path, FEW).lived == 6
    assert bits(tmp_path / "out") == few


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


@pytest.mark.slow
def test_a_disk_that_runs_full_loses_nothing(whole: dict[str, bytes], tmp_path: Path):
    with mounted(tmp_path / "disk", "size=2m") as disk:
        file = sweep_file(tmp_path, MANY)
        code, _, stderr = said_by(typed(str(file), "--out", str(disk / "out"), "--workers", "2"))
        assert code == 1
        assert "no space left on device" in stderr
        assert "what is finished is kept" in stderr
        finished = parts_in(disk / "out")
        assert 0 < finished < PARTS
        assert verify(str(disk / "out")).problems == ()
        subprocess.run(["mount", "-o", "remount,size=100m", str(disk)], check=True)
        code, stdout, _ = said_by(typed(str(file), "--out", str(disk / "out"), "--workers", "2"))
        assert code == 0
        assert f"{PARTS} of {PARTS} runs are there" in stdout
        assert bits(disk / "out") == whole


def test_a_read_only_folder_is_said_in_a_sentence(few: dict[str, bytes], tmp_path: Path):
    with mounted(tmp_path / "disk", "size=50m") as disk:
        swept(tmp_path, FEW, "disk/out")
        damage(disk / "out", lambda content: content[:-100])
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(RunFolderError, match=r"disk/out: cannot be written to: read-only file system"):
            swept(tmp_path, FEW, "disk/out")
        with pytest.raises(RunFolderError, match=r"disk/new: cannot be written to: read-only file system"):
            swept(tmp_path, FEW, "disk/new")
        found = verify(str(disk / "out"))
        assert (len(found.problems), found.set_aside) == (1, 0)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        assert swept(tmp_path, FEW, "disk/out").lived == 2
        assert bits(disk / "out") == few


def test_a_place_where_a_file_stands_is_said_in_a_sentence(tmp_path: Path):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(RunFolderError, match="cannot be written to: not a directory"):
        swept(tmp_path, FEW)
