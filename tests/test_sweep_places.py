"""What a sweep leaves is opened in one line, here and in a bucket; the openings in docs/sweeps.md run."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pyarrow import fs

import samvirke
from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.sweep.inspection import verify
from samvirke.analysis.sweep.parts import RECEIPTS
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.runner import sweep_to
from samvirke.analysis.sweep.storage import storage_at
from tests.commands import BAD_INPUT, typed
from tests.sweeps import bits, run_sweep, sweep_file
from tests.test_architecture import ROOT

SMALL = (
    'runs_per_part = 4\n[design]\nkind = "grid"\n[levers]\nopenness = { values = [0.1, 0.9] }\n[seeds]\nnumber = 4\n'
    '[keep]\ntables = ["outcomes", "monthly"]\n'
)
PAGE = ROOT / "docs" / "sweeps.md"
OPENINGS = re.findall(r"### (\w+)\n\n```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    run_sweep(folder, SMALL)
    return folder


def test_the_page_opens_a_sweep_in_every_library_that_is_promised():
    assert [name for name, _ in OPENINGS] == ["samvirke", "pandas", "DuckDB", "polars"]
    assert "### R\n\n```r\n" in PAGE.read_text(encoding="utf-8")


def test_every_fault_of_the_page_is_a_test():
    shown = re.findall(r"\| `(test_\w+)` \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    tests = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").glob("test_sweep_*.py"))
    assert len(shown) == 11
    assert all(f"def {name}(" in tests for name in shown)


@pytest.mark.parametrize(("name", "code"), OPENINGS)
def test_the_openings_of_the_page_run(name: str, code: str, small: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip(name.lower())
    monkeypatch.chdir(small)
    found: dict[str, Any] = {}
    exec(code.replace("mine", "out"), found)
    assert len(found["outcomes"]) == 24
    assert len(found["with_points"]) == 24


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """A local server that speaks S3."""
    pytest.importorskip("flask")
    server = pytest.importorskip("moto.server").ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("AWS_ACCESS_KEY_ID", "test")
        patched.setenv("AWS_SECRET_ACCESS_KEY", "test")
        address = f"s3://sweeps/{{}}?scheme=http&endpoint_override={host}:{port}&region=us-east-1&allow_bucket_creation=true"
        files, _ = fs.FileSystem.from_uri(address.format("x"))
        files.create_dir("sweeps")
        yield address
    server.stop()


def test_a_bucket_holds_the_same_bits_as_a_folder(bucket: str, small: Path, tmp_path: Path):
    address = bucket.format("first")
    sweep = read_sweep_file(str(sweep_file(tmp_path, SMALL)))
    assert sweep_to(sweep, address).complete
    place = storage_at(address)
    for name, content in bits(small / "out").items():
        assert place.read(name) == content, name
    assert sweep_to(sweep, address).simulated == 0
    assert len(samvirke.read_sweep(address)["outcomes"]) == 24


def test_a_damaged_part_in_a_bucket_is_found_and_made_anew(bucket: str, tmp_path: Path):
    address = bucket.format("second")
    sweep = read_sweep_file(str(sweep_file(tmp_path, SMALL)))
    sweep_to(sweep, address)
    place = storage_at(address)
    name = f"outcomes/{place.files('outcomes')[0].name}"
    place.write(name, place.read(name)[:-10])
    assert len(verify(address).problems) == 1
    assert len(place.files(RECEIPTS)) == 1
    assert sweep_to(sweep, address).simulated == 4


NO_BUCKET = (
    "When resolving region for bucket 'nobucket': AWS Error NETWORK_CONNECTION during HeadBucket operation: curlCode: 6, Could not "
    "resolve hostname; Details: Could not resolve host: nobucket.s3.us-east-1.amazonaws.com"
)


@pytest.mark.parametrize("words", [("sweep", "first-look", "--out", "s3://nobucket"), ("sensitivity", "s3://nobucket")])
def test_a_bucket_that_is_not_there_is_refused_with_what_may_be_the_matter(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch):
    def from_uri(address: str) -> None:
        raise OSError(NO_BUCKET)

    monkeypatch.setattr("samvirke.analysis.sweep.storage.fs", SimpleNamespace(FileSystem=SimpleNamespace(from_uri=from_uri)))
    result = typed(*words)
    assert result.exit_code == BAD_INPUT
    assert result.stderr.splitlines()[-1] == (
        "s3://nobucket: cannot be reached: could not resolve host: nobucket.s3.us-east-1.amazonaws.com (is the bucket's name right, and "
        "is there a network?)"
    )


def test_what_is_no_address_of_a_bucket_is_refused():
    with pytest.raises(RunFolderError, match=r"is no address of a bucket such as s3://bucket/folder: .*'foo'"):
        storage_at("s3://mine/x?foo=1")


def test_two_runners_on_one_bucket_are_kept_apart(bucket: str, tmp_path: Path):
    address = bucket.format("third")
    sweep = read_sweep_file(str(sweep_file(tmp_path, SMALL)))
    storage_at(address).write(".lock", b'{"machine": "another", "process": 7}')
    with pytest.raises(RunFolderError, match=r"process 7 on another\) is running a sweep there.* remove \.lock there"):
        sweep_to(sweep, address)
    dead = f'{{"machine": "{os.uname().nodename}", "process": 999999999}}'
    storage_at(address).write(".lock", dead.encode())
    assert sweep_to(sweep, address).complete
    assert ".lock" not in storage_at(address).names()
