"""Only `samvirke` is ours: a `model.py`, `analysis`, `viz.py` or `scenarios` of the user's own is imported beside it, in every process.

Holds for the installation in use: as a link to this folder, as a wheel and as source (.ci/run tries all three).
"""

import json
import os
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

NAMES = ("model", "analysis", "viz", "scenarios")
OF_THE_PROJECT = (*NAMES, "tests", "setup", "start")
MINE = (  # leaves a note that it was imported
    "from pathlib import Path\nMINE = True\n"
    'with Path(__file__).with_name("imported.txt").open("a") as file:\n    print(__name__, file=file)\n'
)
STUDY = """\
import analysis, model, scenarios, viz
import samvirke
import samvirke.model.month, samvirke.viz.words

if __name__ == "__main__":
    tables = samvirke.run("one-partnership")
    print(len(tables["outcomes"]), all(each.MINE for each in (analysis, model, scenarios, viz)))
"""
SWEEP = """\
import model
import samvirke

if __name__ == "__main__":
    print(samvirke.sweep("small.toml", "sweep", {how}).complete, model.MINE)
"""
SMALL = (
    'scenario = "one-partnership"\nmonths = 3\nruns_per_part = 1\n[design]\nkind = "grid"\n[levers]\nopenness = { values = [0.1, 0.9] }\n'
)
TYPED = ("-m", "samvirke")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A user's folder with files of the names that our folders have."""
    folder = tmp_path / "mine"
    for name in ("analysis", "scenarios"):
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text("MINE = True\n", encoding="utf-8")
    for name in ("model", "viz"):
        (folder / f"{name}.py").write_text(MINE, encoding="utf-8")
    (folder / "study.py").write_text(STUDY, encoding="utf-8")
    (folder / "small.toml").write_text(SMALL, encoding="utf-8")
    return folder


def output_of(folder: Path, *words: str) -> str:
    """What a Python that is started in the folder says."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def imported(folder: Path) -> bool:
    """Whether any process has imported the user's own model or viz."""
    return (folder / "imported.txt").exists()


def test_a_script_imports_its_own_and_ours(mine: Path):
    assert output_of(mine, "study.py") == "1 True"


def test_the_command_imports_nothing_of_the_folder_it_is_typed_in(mine: Path):
    output_of(mine, *TYPED, "run", "one-partnership", "--months", "6")
    assert (mine / "runs" / "one-partnership-1").is_dir()
    assert not imported(mine)


@pytest.mark.slow
def test_the_processes_of_a_sweep_import_nothing_of_the_folder_it_is_typed_in(mine: Path):
    output_of(mine, *TYPED, "sweep", "small.toml", "--out", "sweep", "--workers", "2")
    assert len(list((mine / "sweep" / "parts").glob("*.json"))) == 2
    assert not imported(mine)


@pytest.mark.slow
def test_a_script_sweeps_in_processes_with_its_own_model_beside_ours(mine: Path):
    (mine / "sweep.py").write_text(SWEEP.format(how="workers=2"), encoding="utf-8")
    assert output_of(mine, "sweep.py") == "True True"


@pytest.mark.slow
def test_workers_of_a_cluster_started_in_the_folder_sweep(mine: Path):
    pytest.importorskip("distributed")
    from tests.test_sweep_cluster import Cluster

    cluster = Cluster(mine)
    try:
        (mine / "sweep.py").write_text(SWEEP.format(how=f"dask={cluster.address!r}"), encoding="utf-8")
        assert output_of(mine, "sweep.py") == "True True"
    finally:
        cluster.end()


@pytest.mark.slow
def test_a_notebook_in_the_folder_imports_its_own_and_ours(mine: Path):
    manager = pytest.importorskip("jupyter_client.manager")
    kernel, client = manager.start_new_kernel(cwd=str(mine), startup_timeout=300)
    try:
        outputs: list[str] = []
        program = STUDY + "import os; print(os.getcwd())"
        reply = client.execute_interactive(
            program, timeout=300, output_hook=lambda message: outputs.append(message["content"].get("text", ""))
        )
        assert reply["content"]["status"] == "ok"
        assert "".join(outputs).split("\n")[:2] == ["1 True", str(mine)]
    finally:
        client.stop_channels()
        kernel.shutdown_kernel(now=True)


def test_nothing_else_of_the_project_can_be_imported_from_elsewhere(tmp_path: Path):
    found = output_of(
        tmp_path, "-c", f"from importlib.util import find_spec; print([each for each in {OF_THE_PROJECT} if find_spec(each)])"
    )
    assert found == "[]"


def installed() -> Distribution:
    """What pip has installed, not what a build has left in the folder that the tests are run from."""
    return next(iter(distributions(name="samvirke", path=[sysconfig.get_path("purelib")])))


def test_what_is_installed_has_one_name():
    ours = installed()
    top = {each.parts[0] for each in ours.files or () if not each.parts[0].startswith(("..", "samvirke-", "__editable__", "__pycache__"))}
    assert top <= {"samvirke"}
    assert (ours.read_text("top_level.txt") or "").split() == ["samvirke"]


def test_an_installation_as_a_link_maps_one_name():
    link = json.loads(installed().read_text("direct_url.json") or "{}").get("dir_info", {}).get("editable")
    if not link:
        pytest.skip("samvirke is installed as files here")
    finders = [module for name, module in sys.modules.items() if name.startswith("__editable___samvirke")]
    assert {name.partition(".")[0] for finder in finders for name in finder.MAPPING} == {"samvirke"}
