"""Disks that are full or read-only, and places where something else stands: said in a sentence, and nothing is lost."""

import errno
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from samvirke.analysis.run.folder import OutOfRoomError, RunFolderError
from samvirke.analysis.sweep.inspection import verify
from samvirke.analysis.sweep.storage import LocalStorage
from tests.faults import FEW, damage, mounted, output_of_process
from tests.sweeps import MANY, PARTS, bits, parts_in, run_sweep, sweep_file, typed


def test_a_full_disk_is_reported_and_what_is_finished_is_kept(few: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write = LocalStorage.write
    written: list[str] = []

    def full(self: LocalStorage, name: str, content: Any) -> None:
        if name.startswith("outcomes/") and len(written) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.extend([name] if name.startswith("outcomes/") else [])
        write(self, name, content)

    with monkeypatch.context() as patched:
        patched.setattr(LocalStorage, "write", full)
        with pytest.raises(
            OutOfRoomError, match=r"what is finished is kept: 4 of 10 runs\): cannot be written to: no space left on device"
        ):
            run_sweep(tmp_path, FEW)
    assert run_sweep(tmp_path, FEW).simulated == 6
    assert bits(tmp_path / "out") == few


@pytest.mark.slow
def test_a_disk_that_runs_full_loses_nothing(whole: dict[str, bytes], tmp_path: Path):
    with mounted(tmp_path / "disk", "size=2m") as disk:
        file = sweep_file(tmp_path, MANY)
        code, _, stderr = output_of_process(typed(str(file), "--out", str(disk / "out"), "--workers", "2"))
        assert code == 1
        assert "no space left on device" in stderr
        assert "what is finished is kept" in stderr
        finished = parts_in(disk / "out")
        assert 0 < finished < PARTS
        assert verify(str(disk / "out")).problems == ()
        subprocess.run(["mount", "-o", "remount,size=100m", str(disk)], check=True)
        code, stdout, _ = output_of_process(typed(str(file), "--out", str(disk / "out"), "--workers", "2"))
        assert code == 0
        assert f"{PARTS} of {PARTS} runs are there" in stdout
        assert bits(disk / "out") == whole


def test_a_read_only_folder_is_reported_in_a_sentence(few: dict[str, bytes], tmp_path: Path):
    with mounted(tmp_path / "disk", "size=50m") as disk:
        run_sweep(tmp_path, FEW, "disk/out")
        damage(disk / "out", lambda content: content[:-100])
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(RunFolderError, match=r"disk/out: cannot be written to: read-only file system"):
            run_sweep(tmp_path, FEW, "disk/out")
        with pytest.raises(RunFolderError, match=r"disk/new: cannot be written to: read-only file system"):
            run_sweep(tmp_path, FEW, "disk/new")
        found = verify(str(disk / "out"))
        assert (len(found.problems), found.set_aside) == (1, 0)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        assert run_sweep(tmp_path, FEW, "disk/out").simulated == 2
        assert bits(disk / "out") == few


def test_a_place_where_a_file_stands_is_reported_in_a_sentence(tmp_path: Path):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(RunFolderError, match="cannot be written to: not a directory"):
        run_sweep(tmp_path, FEW)
