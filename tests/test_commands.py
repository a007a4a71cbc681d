"""The commands as a person uses them: what they print, where they write, how they refuse."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from samvirke.analysis.run.folder import read_manifest, read_run
from samvirke.model.ensemble import simulate
from samvirke.model.scenario import scenario_names
from tests.commands import FAILED, INTERRUPTED, refused, typed
from tests.test_architecture import ROOT, loaded_by

SMALL = "one-partnership"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_run_says_in_plain_words_what_came_of_it():
    output = typed("run", SMALL, "--seed", "3").stdout
    for expected in (
        "1 run of 1 partnership over 60 months (seed 3)", "ends, activities continue", "as declared", "a year later",
        "as answered", "as it is", "synergy", "citizens reached", "few resources", "What ended partnerships",
        "Runs of partnerships like these, not a verdict on any one of them.", "runs/one-partnership-1",
    ):  # fmt: skip
        assert expected in output


@pytest.mark.parametrize("command", ["validate", "frontier"])
def test_the_old_name_of_replicates_is_hidden_and_warns(command: str):
    assert "--lives" not in typed(command, "--help").stdout
    output = refused(command, "nonsuch", "--lives", "2")
    assert "--lives is deprecated" in output
    assert "there is no such scenario" in output


def test_run_leaves_its_tables_in_the_folder_that_was_named(tmp_path: Path):
    assert typed("run", SMALL, "--seed", "5", "--replicates", "2", "--out", "mine").exit_code == 0
    tables = read_run(tmp_path / "mine")
    assert sorted(tables) == ["dictionary", "events", "monthly", "outcomes", "survey"]
    assert tables["outcomes"]["seed"].to_pylist() == [5, 6]


def test_run_without_out_takes_the_next_free_name(tmp_path: Path):
    typed("run", SMALL)
    assert "runs/one-partnership-2" in typed("run", SMALL).stdout
    assert sorted(each.name for each in (tmp_path / "runs").iterdir()) == ["one-partnership-1", "one-partnership-2"]


def test_run_never_overwrites_without_force():
    typed("run", SMALL, "--out", "mine")
    assert "mine: holds a run already" in refused("run", SMALL, "--seed", "2", "--out", "mine")
    assert read_manifest("mine")["seeds"]["first"] == 1
    assert typed("run", SMALL, "--seed", "2", "--out", "mine", "--force").exit_code == 0
    assert read_manifest("mine")["seeds"]["first"] == 2


def test_the_same_command_leaves_the_same_tables():
    for folder in ("one", "other"):
        typed("run", SMALL, "--seed", "7", "--out", folder)
    assert read_run("one") == read_run("other")


def test_several_arms_are_told_one_after_the_other_by_name():
    output = typed("run", SMALL, "--arm", "baseline", "--arm", "longer-grant", "--out", "arms").stdout
    assert output.index("== baseline: As it is ==") < output.index("== longer-grant: One year more ==")
    assert set(read_run("arms")["outcomes"]["arm"].to_pylist()) == {"baseline", "longer-grant"}


def test_only_one_partnership_of_the_pool_can_be_simulated():
    output = typed("run", "--only", "vi-hopper-fra-smoegerne", "--months", "14", "--out", "one").stdout
    assert "1 run of 1 partnership over 14 months" in output
    assert read_run("one")["outcomes"].num_rows == 1


def test_set_changes_a_parameter_and_a_lever():
    typed("run", SMALL, "--set", "halo=0.02", "--set", "openness=0.9", "--out", "set")
    manifest = read_manifest("set")
    assert manifest["parameters"]["baseline"]["halo"] == 0.02
    assert manifest["scenario"]["partnerships"][0]["levers"]["openness"] == 0.9


def test_a_run_of_many_runs_says_what_it_did_not_keep():
    output = typed("run", SMALL, "--replicates", "21").stdout
    assert "--keep monthly,events" in output
    assert "outcomes, survey." in output
    assert "outcomes, monthly, survey." in typed("run", SMALL, "--replicates", "21", "--keep", "monthly").stdout


def test_run_keeps_ties_and_people_if_asked():
    assert "outcomes, survey, ties, people." in typed("run", SMALL, "--months", "3", "--keep", "ties,people", "--out", "mine").stdout
    assert read_manifest("mine")["tables"]["ties"] > 0
    assert 'the nearest is "people"' in refused("run", SMALL, "--keep", "peopel")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("run", "one-partnershp"), 'the nearest is "one-partnership"'),
        (("run", SMALL, "--arm", "longer-grnt"), 'the nearest is "longer-grant"'),
        (("run", SMALL, "--set", "opennes=1"), 'the nearest is "openness"'),
        (("run", SMALL, "--set", "openness"), "must be written name=number"),
        (("run", SMALL, "--set", "openness=2"), "must lie between 0 and 1"),
        (("run", SMALL, "--only", "shared-meal"), 'the nearest is "shared-meals"'),
        (("run", SMALL, "--months", "0"), "must be a whole number between 1 and"),
        (("run", SMALL, "--seed", "-1"), "must lie between 0 and 4294967295"),
        (("run", SMALL, "--replicates", "0"), "must be at least 1"),
        (
            ("run", SMALL, "--replicates", "1000000000000"),
            "--replicates: 1000000000000 must be at most 4294967295: so many seeds there are",
        ),
        (("run", SMALL, "--replicates", "many"), "--replicates"),
        (("run", SMALL, "--out", "/dev/null/run"), "cannot be written to: not a directory"),
        (("show", "one-partnershp"), 'the nearest is "one-partnership"'),
        (("check", "one-partnershp"), 'the nearest is "one-partnership"'),
        (("new", "/dev/null/mine"), "cannot be written"),
        (("evidence", "opennes"), "near it: openness"),
        (("nonsense",), "nonsense"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(words: tuple[str, ...], sentence: str, tmp_path: Path):
    assert sentence in refused(*words)
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_is_one_sentence_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("samvirke.analysis.run.execution.simulate", broken)
    result = typed("run", SMALL)
    assert result.exit_code == FAILED
    assert result.stderr.startswith("The run failed: ZeroDivisionError")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_run_says_so_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("samvirke.analysis.run.execution.simulate", interrupted)
    result = typed("run", SMALL)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (INTERRUPTED, "Interrupted. Nothing half-finished is left.")
    assert list(tmp_path.iterdir()) == []


def test_a_wish_to_stop_that_python_lost_is_still_heard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def lost(*arguments: object) -> object:
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        return simulate(*arguments)  # type: ignore[arg-type]

    before = signal.getsignal(signal.SIGINT)  # started in the background, a process ignores it
    monkeypatch.setattr("samvirke.analysis.run.execution.simulate", lost)
    assert typed("run", SMALL).exit_code == INTERRUPTED
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_real_interruption_leaves_nothing(sent: signal.Signals, tmp_path: Path):
    program = "from samvirke.command_line import app; app()"
    command = [sys.executable, "-c", program, "run", SMALL, "--replicates", "1000000"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment) as process:
        while not list(tmp_path.rglob("outcomes.parquet")):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(sent)
        stop = threading.Timer(600, process.kill)
        stop.start()
        _, output = process.communicate()
        stop.cancel()
    assert (process.returncode, output.splitlines()[-1]) == (INTERRUPTED, "Interrupted. Nothing half-finished is left.")
    assert list(tmp_path.iterdir()) == []


def test_scenarios_are_listed_with_their_questions_if_asked():
    plain, asked = typed("scenarios").stdout, typed("scenarios", "--questions").stdout
    assert all(name in plain for name in scenario_names())
    assert "?" not in plain
    assert asked.count("?") >= len(scenario_names())


def test_what_show_prints_is_a_scenario_that_runs(tmp_path: Path):
    (tmp_path / "again.toml").write_text(typed("show", SMALL).stdout, encoding="utf-8")
    assert typed("check", "again.toml").exit_code == 0
    assert typed("run", "again.toml", "--months", "3").exit_code == 0


def test_new_makes_a_file_that_checks_clean_and_keeps_what_is_there(tmp_path: Path):
    assert typed("new", "my-place").exit_code == 0
    assert typed("check", "my-place").stdout.startswith("my-place: nothing is wrong. 1 partnership, 60 months.")
    assert typed("check", "my-place", "--language", "da").stdout.startswith("my-place: intet er forkert. 1 partnerskab, 60 måneder.")
    assert "there is a file of that name already" in refused("new", "my-place")
    assert typed("new", "my-place", "--force").exit_code == 0


def test_check_names_every_mistake_with_its_line(tmp_path: Path):
    typed("new", "wrong")
    path = tmp_path / "wrong.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("openness = 0.5", "opennes = 0.5").replace("months = 60", "months = -1"), encoding="utf-8")
    output = refused("check", "wrong.toml")
    assert "line" in output
    assert '"openness"' in output
    assert output.splitlines()[-1].endswith("things are wrong")


@pytest.mark.parametrize(
    "command", ["run", "scenarios", "show", "check", "new", "evidence", "literature", "ablation", "network", "compare", "report"]
)
def test_every_command_has_help(command: str):
    result = typed(command, "--help")
    assert result.exit_code == 0
    assert "Usage: samvirke" in result.stdout


@pytest.mark.parametrize("program", ["from samvirke.command_line import app; app(['--help'], standalone_mode=False)", "import samvirke"])
def test_help_and_import_load_nothing_heavy(program: str):
    loaded = loaded_by(program)
    assert not loaded & {"numba", "numpy", "pandas", "mesa", "pyarrow", "pydantic", "samvirke.analysis", "samvirke.viz"}
    assert {each for each in loaded if each.startswith("samvirke.model.")} <= {"samvirke.model.errors", "samvirke.model.language"}
