"""Parts that are truncated, altered, missing or there twice: found, said, and made anew to the same bits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.sweep.chunk import Chunk
from samvirke.analysis.sweep.inspection import verify
from samvirke.analysis.sweep.parts import Receipt, run_and_write
from samvirke.analysis.sweep.storage import storage_at
from tests.faults import FEW, damage
from tests.sweeps import bits, run_sweep


def test_a_part_without_its_receipt_does_not_count(few: dict[str, bytes], tmp_path: Path):
    run_sweep(tmp_path, FEW)
    next((tmp_path / "out" / "parts").iterdir()).unlink()
    done = run_sweep(tmp_path, FEW)
    assert (done.simulated, done.damaged) == (2, 1)
    assert bits(tmp_path / "out") == few


def test_what_a_stray_worker_writes_beside_the_plan_is_not_there_twice(few: dict[str, bytes], tmp_path: Path):
    run_sweep(tmp_path, FEW.replace("runs_per_part = 2", "runs_per_part = 3"), "other")

    def haunted(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        for chunk in chunks:
            yield run_and_write(chunk, address)
        for name, content in bits(tmp_path / "other").items():
            if "/" in name:
                storage_at(address).write(name, content)

    run_sweep(tmp_path, FEW, executor=haunted)
    assert bits(tmp_path / "out") == few
    for name, content in bits(tmp_path / "other").items():
        storage_at(str(tmp_path / "out")).write(name, content)
    assert run_sweep(tmp_path, FEW).complete
    runs = pq.read_table(tmp_path / "out" / "outcomes", columns=["arm", "point", "seed", "partnership"]).to_pylist()
    assert len(runs) == len({tuple(each.values()) for each in runs}) == 30


def test_a_truncated_part_is_made_anew(few: dict[str, bytes], tmp_path: Path):
    run_sweep(tmp_path, FEW)
    damage(tmp_path / "out", lambda content: content[:-100])
    done = run_sweep(tmp_path, FEW)
    assert (done.simulated, done.damaged) == (2, 1)
    assert bits(tmp_path / "out") == few


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda content: content[:-100], "bytes, not"),
        (lambda content: content[:200] + b"x" * 50 + content[250:], "has another checksum than when it was written"),
    ],
)
def test_verify_finds_every_damaged_part(change: Callable[[bytes], bytes], sentence: str, few: dict[str, bytes], tmp_path: Path):
    run_sweep(tmp_path, FEW)
    assert verify(str(tmp_path / "out")).problems == ()
    name = damage(tmp_path / "out", change)
    found = verify(str(tmp_path / "out"))
    assert (found.parts, found.runs, found.wanted, found.set_aside) == (4, 8, 10, 1)
    (problem,) = found.problems
    assert problem.startswith(f"outcomes/{name}: ")
    assert sentence in problem
    assert run_sweep(tmp_path, FEW).simulated == 2
    assert bits(tmp_path / "out") == few


def test_verify_finds_a_missing_part_and_a_spoilt_receipt(tmp_path: Path):
    run_sweep(tmp_path, FEW)
    min((tmp_path / "out" / "outcomes").iterdir()).unlink()
    max((tmp_path / "out" / "parts").iterdir()).write_text("{", encoding="utf-8")
    problems = verify(str(tmp_path / "out")).problems
    assert any("is missing" in each for each in problems)
    assert any("is no receipt any more" in each for each in problems)
    assert run_sweep(tmp_path, FEW).simulated == 4


def test_verify_of_a_folder_without_a_sweep_is_reported_in_a_sentence(tmp_path: Path):
    with pytest.raises(RunFolderError, match="is no folder of a sweep"):
        verify(str(tmp_path))
