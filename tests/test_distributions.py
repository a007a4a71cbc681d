"""The wheel and the source distribution hold what the project's folders hold, under one name, and nothing else."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.test_architecture import ROOT

pytestmark = pytest.mark.slow
FOLDERS = ("model", "analysis", "viz", "scenarios", "samvirke")
NEEDED_TO_BUILD = ("pyproject.toml", "setup.py", "README.md", "LICENSE")


def tracked() -> list[str]:
    """Every file of the project, as git knows it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no clone: git lists no files here")
    return [each for each in listed.stdout.split("\0") if each and (ROOT / each).is_file()]


def shipped() -> set[str]:
    """Where each file of our folders stands in the wheel."""
    ours = [each for each in tracked() if each.startswith(tuple(f"{folder}/" for folder in FOLDERS))]
    return {each if each.startswith("samvirke/") else f"samvirke/{each}" for each in ours}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project without what tools leave behind: an old build folder would be packed, too."""
    copy = tmp_path_factory.mktemp("source")
    for each in tracked():
        (copy / each).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / each, copy / each)
    return copy


def built(source: Path, *what: str) -> Path:
    out = source.parent / f"built{''.join(what)}"
    done = subprocess.run(
        [sys.executable, "-m", "build", *what, "--outdir", str(out), str(source)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def distributions(source: Path) -> Path:
    """The source distribution, and the wheel that is built from it."""
    return built(source)


def files_of_wheel(folder: Path) -> set[str]:
    (wheel,) = folder.glob("*.whl")
    return set(ZipFile(wheel).namelist())


def test_the_wheel_holds_each_file_of_our_folders_and_nothing_else(distributions: Path):
    files = files_of_wheel(distributions)
    assert {each for each in files if ".dist-info/" not in each} == shipped()
    assert {each.partition("/")[0] for each in files if ".dist-info/" in each} == {"samvirke-0.1.0.dist-info"}


def test_the_wheel_of_the_folder_is_the_wheel_of_the_source_distribution(source: Path, distributions: Path):
    assert files_of_wheel(built(source, "--wheel")) == files_of_wheel(distributions)


def test_the_source_distribution_holds_what_it_is_built_from_and_no_tests(distributions: Path):
    (packed,) = distributions.glob("*.tar.gz")
    with tarfile.open(packed) as opened:
        files = {each.partition("/")[2] for each in opened.getnames()}
    assert set(NEEDED_TO_BUILD) <= files
    assert not any(each.startswith("tests") for each in files)
