"""What `samvirke compare` refuses, and what is left when something fails."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from samvirke.analysis.comparison.folder import BESIDE_DIFFERENCES
from samvirke.analysis.run.folder import read_manifest, read_run
from tests.commands import INTERRUPTED, refused, typed
from tests.ensembles import TINY
from tests.test_architecture import ROOT

FEW = ("--arm", "open-talk", "--arm", "nothing-changes", "--replicates", "12")
FILES = {"manifest.json", "dictionary.parquet", "differences.parquet", *BESIDE_DIFFERENCES}


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_without_out_it_takes_the_next_free_name(tmp_path: Path):
    typed("compare", TINY, *FEW)
    typed("compare", TINY, *FEW)
    assert names_in(tmp_path / "runs") == {"tiny-compare-1", "tiny-compare-2"}


def test_a_comparison_is_replaced_only_by_force(tmp_path: Path):
    words = ("compare", TINY, *FEW, "--out", "mine")
    typed(*words)
    assert "mine: holds a run already" in refused(*words)
    assert typed(*words, "--seed", "2", "--force").exit_code == 0
    assert read_manifest("mine")["seeds"]["first"] == 2
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    assert "holds what no run wrote (notes.txt)" in refused(*words, "--force")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--arm", "open-tlk"), 'the nearest is "open-talk"'),
        (("--baseline", "basline"), 'the nearest is "baseline"'),
        (("--measure", "continus"), 'the nearest is "continues"'),
        (("--arm", "baseline"), "baseline cannot be compared with itself; name another arm, such as nothing-changes"),
        (("--until", "0"), "must be above 0"),
        (("--until", "soon"), "--until"),
        (("--replicates", "0"), "must be at least 1"),
        (("--seed", "-1"), "must lie between 0 and"),
        (("--language", "de"), "is no language of samvirke"),
        (("--out", "/dev/null/run"), "cannot be written to"),
    ],
)
def test_what_cannot_be_compared_is_reported_in_a_sentence(words: tuple[str, ...], sentence: str, tmp_path: Path):
    assert sentence in refused("compare", TINY, *words)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_lever_in_a_file_names_the_nearest(tmp_path: Path):
    text = Path(TINY).read_text(encoding="utf-8").replace("{ openness = 0.95 }", "{ opennes = 0.95 }")
    (tmp_path / "wrong.toml").write_text(text, encoding="utf-8")
    assert 'the nearest is "openness"' in refused("compare", "wrong.toml")


@pytest.mark.parametrize(
    ("what", "file"),
    [
        ("samvirke.terminal.compare.write_chart", "differences.svg"),
        ("samvirke.analysis.comparison.folder.write_workbook", "differences.xlsx"),
    ],
)
def test_a_picture_or_workbook_that_fails_is_reported_and_loses_nothing(
    what: str, file: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    def fails(*arguments: object, **options: object) -> None:
        raise RuntimeError("no pictures today")

    monkeypatch.setattr(what, fails)
    done = typed("compare", TINY, *FEW, "--out", "mine")
    assert done.exit_code == 0
    assert f"{file} could not be written (no pictures today); the tables are all there" in done.stderr
    assert len(read_run("mine")["differences"]) > 0
    assert not (tmp_path / "mine" / file).exists()


def test_titles_and_sentences_that_look_like_formulas_are_text_in_workbook_and_csv(tmp_path: Path):
    lines = ('name = "=1+1"', f'extends = "{TINY}"', "[arms.x]", 'title = { da = "=1+1", en = "=1+1" }', "levers = { openness = 0.9 }")
    Path("formula.toml").write_text("\n".join(lines), encoding="utf-8")
    assert typed("compare", "formula.toml", "--arm", "x", "--replicates", "12", "--out", "mine").exit_code == 0
    cells = [cell for sheet in load_workbook("mine/differences.xlsx") for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {cell.data_type for cell in cells if str(cell.value).startswith("=1+1")} == {"s"}
    assert set(pd.read_csv("mine/differences.csv")["scenario"]) == {"'=1+1"}
    assert set(read_run("mine")["differences"]["scenario"].to_pylist()) == {"=1+1"}


def test_an_interrupted_comparison_says_so_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("samvirke.analysis.comparison.comparison.simulate", interrupted)
    result = typed("compare", TINY, *FEW)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (INTERRUPTED, "Interrupted. Nothing half-finished is left.")
    assert list(tmp_path.iterdir()) == []


def test_a_real_interruption_leaves_nothing(tmp_path: Path):
    program = "from samvirke.command_line import app; app()"
    command = [sys.executable, "-c", program, "compare", TINY, "--replicates", "1000000"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment) as process:
        while not list(tmp_path.rglob("differences.parquet")):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        stop = threading.Timer(600, process.kill)
        stop.start()
        _, output = process.communicate()
        stop.cancel()
    assert (process.returncode, output.splitlines()[-1]) == (INTERRUPTED, "Interrupted. Nothing half-finished is left.")
    assert list(tmp_path.iterdir()) == []
