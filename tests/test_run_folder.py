"""A run folder is there whole or not at all, and never takes the place of something else unasked."""

import errno
import json
import os
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from samvirke.analysis.columns import DICTIONARY, table_of
from samvirke.analysis.run.execution import run, run_to_folder
from samvirke.analysis.run.folder import (
    MANIFEST,
    OutOfRoomError,
    RunFolderError,
    Unfinished,
    new_run_folder,
    next_free_folder,
    read_manifest,
    read_run,
)
from samvirke.analysis.run.plan import Plan, plan
from samvirke.analysis.run.tables import TABLES
from samvirke.model.rule import fingerprint_of_the_model
from samvirke.model.scenario import ScenarioError, read_scenario


@pytest.fixture(scope="module")
def small() -> Plan:
    return plan(read_scenario("one-partnership"), seed=3, replicates=2, keep=tuple(TABLES))


@pytest.fixture(scope="module")
def written(small: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "first"
    run_to_folder(small, folder, command=["samvirke", "run"])
    return folder


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_run_folder_holds_its_tables_directly(written: Path):
    assert {each.name for each in written.iterdir()} == {
        MANIFEST, "dictionary.parquet", *(f"{name}.parquet" for name in TABLES)
    }  # fmt: skip


def test_what_is_read_back_is_what_was_simulated(written: Path):
    tables = read_run(written)
    dictionary = tables.pop("dictionary")
    assert tables == run(read_scenario("one-partnership"), seed=3, replicates=2, keep=tuple(TABLES))
    assert dictionary.num_rows == sum(len(columns) for columns in TABLES.values())


@pytest.mark.parametrize("name", [*TABLES, "dictionary"])
def test_every_column_in_a_file_says_its_meaning_and_unit(name: str, written: Path):
    for field in pq.read_schema(written / f"{name}.parquet"):
        assert field.metadata[b"description"].strip()
        assert field.metadata[b"unit"].strip()


def test_tables_are_packed_with_zstd(written: Path):
    assert pq.ParquetFile(written / "outcomes.parquet").metadata.row_group(0).column(0).compression == "ZSTD"


def test_the_manifest_says_what_the_numbers_depend_on(written: Path):
    manifest = read_manifest(written)
    assert manifest["scenario"]["name"] == "one-partnership"
    assert manifest["arms"] == ["baseline"]
    assert manifest["seeds"] == {"first": 3, "last": 4, "runs_per_arm": 2}
    assert manifest["model_fingerprint"] == fingerprint_of_the_model()
    assert manifest["tables"]["outcomes"] == 2
    assert manifest["command"] == ["samvirke", "run"]
    assert manifest["parameters"]["baseline"]["halo"] > 0
    assert {"python", "samvirke", "numba", "numpy"} <= set(manifest["versions"])


def test_a_run_is_never_overwritten_unasked(small: Plan, written: Path):
    before = everything_in(written)
    with pytest.raises(RunFolderError, match=r"holds a run already.*--force"):
        run_to_folder(small, written)
    assert everything_in(written) == before


def test_force_replaces_a_run_and_leaves_nothing_else(small: Plan, tmp_path: Path):
    folder = tmp_path / "run"
    run_to_folder(small, folder)
    fewer = plan(small.scenario, seed=9, replicates=1, keep=())
    run_to_folder(fewer, folder, force=True)
    assert read_manifest(folder)["seeds"]["first"] == 9
    assert sorted(each.name for each in folder.glob("*.parquet")) == ["dictionary.parquet", "outcomes.parquet", "survey.parquet"]
    assert [each.name for each in tmp_path.iterdir()] == ["run"]


def test_force_never_deletes_what_no_run_wrote(small: Plan, tmp_path: Path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(RunFolderError, match=r"mine.*notes\.txt"):
        run_to_folder(small, folder, force=True)
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("file", ["notes.txt", "differences.svg"])
def test_force_spares_a_run_with_files_it_did_not_write(small: Plan, tmp_path: Path, file: str):
    folder = tmp_path / "run"
    run_to_folder(small, folder)
    (folder / file).write_text("mine", encoding="utf-8")
    with pytest.raises(RunFolderError, match=re.escape(file)):
        run_to_folder(small, folder, force=True)
    assert (folder / file).read_text(encoding="utf-8") == "mine"


def test_force_replaces_what_another_command_wrote(small: Plan, tmp_path: Path):
    schema = table_of(DICTIONARY, [[]] * len(DICTIONARY)).schema
    with new_run_folder(tmp_path / "run", {"whatever": schema}) as unfinished:
        unfinished.export("whatever.svg", Path.touch)
        unfinished.describe({"tables": unfinished.rows})
    run_to_folder(small, tmp_path / "run", force=True)
    assert not (tmp_path / "run" / "whatever.svg").exists()


def test_the_manifest_names_every_file(written: Path):
    assert set(read_manifest(written)["files"]) == {each.name for each in written.iterdir()}


def test_an_empty_folder_may_be_filled(small: Plan, tmp_path: Path):
    run_to_folder(small, tmp_path)
    assert (tmp_path / MANIFEST).is_file()


def test_a_file_of_that_name_is_left_alone(small: Plan, tmp_path: Path):
    file = tmp_path / "run"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(RunFolderError, match="there is a file of that name"):
        run_to_folder(small, file, force=True)


@pytest.mark.parametrize("problem", [KeyboardInterrupt, RuntimeError])
def test_an_interrupted_run_leaves_nothing(problem: type[BaseException], small: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(done: int, of: int) -> None:
        raise problem

    with pytest.raises(problem):
        run_to_folder(small, tmp_path / "new" / "run", progress=interrupted)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_run_leaves_the_earlier_one_as_it_was(small: Plan, tmp_path: Path):
    folder = tmp_path / "run"
    run_to_folder(small, folder)
    before = everything_in(tmp_path)

    def interrupted(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_to_folder(small, folder, force=True, progress=interrupted)
    assert everything_in(tmp_path) == before


def test_if_the_name_cannot_be_taken_the_earlier_run_comes_back(small: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "run"
    run_to_folder(small, folder)
    before = everything_in(tmp_path)
    rename = Path.rename

    def refuses_new_ones(path: Path, target: Path) -> Path:
        if "unfinished" in path.name:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuses_new_ones)
    with pytest.raises(RunFolderError, match="cannot be written"):
        run_to_folder(small, folder, force=True)
    assert everything_in(tmp_path) == before


def test_a_full_disk_is_reported_in_a_sentence_and_leaves_nothing(small: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(self: Unfinished, tables: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Unfinished, "append", full)
    with pytest.raises(OutOfRoomError, match="run: cannot be written to: no space left on device"):
        run_to_folder(small, tmp_path / "run")
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_made_is_reported_in_a_sentence(small: Plan, tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RunFolderError, match="cannot be written to: not a directory"):
        run_to_folder(small, tmp_path / "file" / "run")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_reported_in_a_sentence(small: Plan, tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(RunFolderError, match="cannot be written to: permission denied"):
        run_to_folder(small, tmp_path / "run")


def test_reading_what_is_no_run_folder_is_reported_in_a_sentence(tmp_path: Path):
    with pytest.raises(RunFolderError, match="is no run folder"):
        read_run(tmp_path)
    (tmp_path / MANIFEST).write_text("{", encoding="utf-8")
    with pytest.raises(RunFolderError, match="is not the manifest of a run"):
        read_run(tmp_path)


def test_reading_a_run_that_lacks_a_table_is_reported_in_a_sentence(tmp_path: Path):
    (tmp_path / MANIFEST).write_text(json.dumps({"tables": {"outcomes": 1}}), encoding="utf-8")
    with pytest.raises(RunFolderError, match=r"outcomes\.parquet is missing"):
        read_run(tmp_path)
    for name in ("outcomes", "dictionary"):
        (tmp_path / f"{name}.parquet").write_bytes(b"not a table")
    with pytest.raises(RunFolderError, match="is not a table any more"):
        read_run(tmp_path)


def test_the_next_free_folder_is_the_first_that_is_not_there(tmp_path: Path):
    assert next_free_folder(tmp_path, "run").name == "run-1"
    (tmp_path / "run-1").mkdir()
    assert next_free_folder(tmp_path, "run").name == "run-2"


def test_many_runs_keep_months_and_events_only_if_asked(small: Plan):
    assert plan(small.scenario, replicates=20).keep == ("outcomes", "monthly", "survey", "events")
    assert plan(small.scenario, replicates=21).keep == ("outcomes", "survey")
    assert plan(small.scenario, replicates=21, keep=["events"]).keep == ("outcomes", "survey", "events")


def test_ties_and_people_are_kept_only_if_asked_for(small: Plan):
    assert not {"ties", "people"} & set(plan(small.scenario).keep)
    assert plan(small.scenario, keep=["people", "ties"]).keep == ("outcomes", "survey", "ties", "people")


def test_a_plan_names_everything_that_cannot_be(small: Plan):
    with pytest.raises(ScenarioError) as wording:
        plan(small.scenario, seed=2**32, arms=["longer-grnt"], keep=["tie", "montly"])
    sentences = str(wording.value)
    for expected in ("--seed: 4294967296", 'nearest is "longer-grant"', 'nearest is "ties"', 'nearest is "monthly"'):
        assert expected in sentences


def test_an_arm_named_twice_is_simulated_once(small: Plan):
    assert plan(small.scenario, arms=["baseline", "longer-grant", "baseline"]).arms == ("baseline", "longer-grant")
