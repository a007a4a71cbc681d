"""What a sweep refuses, and runs that fail: said in a sentence, kept as rows."""

import json
from pathlib import Path
from typing import Any

import pytest

import samvirke
import samvirke.analysis.sweep.tables as ensemble
from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.sweep.runner import SweepStoppedError
from samvirke.model.ensemble import simulate
from tests.sweeps import SMALL, bits, rows, run_sweep


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (SMALL.replace("runs_per_part", "only = ['with-everybody']\nruns_per_part"), "another scenario"),
        (SMALL + '[keep]\ntables = ["survey"]\n', "other tables"),
    ],
)
def test_what_cannot_stand_in_one_table_is_refused(other: str, words: str, tmp_path: Path):
    run_sweep(tmp_path, SMALL)
    before = bits(tmp_path / "out")
    with pytest.raises(RunFolderError, match=f"holds a sweep of .*{words}.*--out"):
        run_sweep(tmp_path, other)
    assert bits(tmp_path / "out") == before


def test_another_version_of_the_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    run_sweep(tmp_path, SMALL)
    monkeypatch.setattr("samvirke.analysis.sweep.sweep.fingerprint_of_the_model", lambda: "another")
    with pytest.raises(RunFolderError, match="another version of the model"):
        run_sweep(tmp_path, SMALL)


def test_a_worker_with_another_version_of_the_model_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("samvirke.analysis.sweep.parts.model_here", lambda: "another")
    with pytest.raises(SweepStoppedError, match="install the same everywhere"):
        run_sweep(tmp_path, SMALL)


def test_a_folder_that_no_sweep_wrote_is_left_alone(tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(RunFolderError, match=r"no sweep wrote \(notes.txt\)"):
        run_sweep(tmp_path, SMALL)
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["notes.txt"]


def failing(monkeypatch: pytest.MonkeyPatch, seeds: range) -> None:
    """Runs with these seeds cannot be simulated."""

    def fails(world: Any, asked: Any, *others: Any) -> Any:
        if set(map(int, asked)) & set(seeds):
            raise ZeroDivisionError("division by zero")
        return simulate(world, asked, *others)

    monkeypatch.setattr(ensemble, "simulate", fails)


def test_a_run_that_fails_becomes_a_row_and_the_others_go_on(small_sweep: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    failing(monkeypatch, range(4, 5))
    done = run_sweep(tmp_path, SMALL.replace("number = 3", "number = 6"))
    assert (done.there, done.failed) == (48, 8)
    failures = samvirke.read_sweep(tmp_path / "out")["failures"]
    assert set(failures["seed"]) == {4}
    assert set(failures["message"]) == {"ZeroDivisionError: division by zero"}
    assert json.loads(failures["parameters"][0]).keys() == {"halo", "lever_openness"}
    columns = ("arm", "point", "seed", "partnership", "hours_total", "end_month")
    assert rows(small_sweep, *columns) == [row for row in rows(tmp_path / "out", *columns) if row[2] <= 3]
    assert run_sweep(tmp_path, SMALL.replace("number = 3", "number = 6")).simulated == 0


def test_many_failures_stop_early_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    failing(monkeypatch, range(100))
    with pytest.raises(SweepStoppedError, match=r"15 of 15 runs failed, most often \(15\) of this: ZeroDivisionError.*Kept: 15 of 24 runs"):
        run_sweep(tmp_path, SMALL)
