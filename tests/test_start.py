"""`start.py`: what it decides, and what it says where something is missing; and the files that .ci/run and the README name."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import start
from tests.test_architecture import ROOT

OLDEST_THAT_IS_ANSWERED = (3, 8)
VERSION = "3.12.1"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, in a path with blanks."""
    folder = tmp_path / "a folder with blanks"
    (folder / ".venv").mkdir(parents=True)
    for name in start.DECLARED_IN:
        (folder / name).write_text(name, encoding="utf-8")
    for name, value in {"ROOT": folder, "ENVIRONMENT": folder / ".venv", "STAMP": folder / ".venv" / "start.json"}.items():
        monkeypatch.setattr(start, name, value)
    return folder


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been done."""
    steps: list[str] = []
    monkeypatch.setattr(start, "make_environment", lambda: steps.append("made"))
    monkeypatch.setattr(start, "install", lambda python, tests: steps.append("tests installed" if tests else "installed"))
    return steps


def finished(there: Path, **other: object) -> None:
    stamp = {"finished": True, "tests": False, "folder": str(there), "sources": start.sources(), "python": VERSION, **other}
    start.write_stamp(stamp)


def on(monkeypatch: pytest.MonkeyPatch, version: str | None) -> None:
    monkeypatch.setattr(start, "version_of", lambda python, needs="pip": version)


def test_an_old_python_can_read_it():
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=OLDEST_THAT_IS_ANSWERED)


def test_it_needs_nothing_but_python():
    imported = {
        each.partition(".")[0]
        for node in ast.walk(ast.parse((ROOT / "start.py").read_text(encoding="utf-8")))
        for each in ([a.name for a in node.names] if isinstance(node, ast.Import) else [str(getattr(node, "module", "") or "")])
        if isinstance(node, (ast.Import, ast.ImportFrom))
    }
    assert imported <= set(sys.stdlib_module_names)


def test_the_supported_pythons_are_those_of_the_package():
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    oldest, newest = min(start.SUPPORTED), max(start.SUPPORTED)
    assert f'requires-python = ">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"' in declared


@pytest.mark.parametrize(
    ("arguments", "ours", "passed_on"),
    [
        ([], [], []),
        (["--tests"], ["--tests"], []),
        (["--", "--seed", "7"], [], ["--seed", "7"]),
        (["--tests", "--", "-k", "trust", "--", "x"], ["--tests"], ["-k", "trust", "--", "x"]),
    ],
)
def test_what_stands_after_two_dashes_goes_on(arguments: list[str], ours: list[str], passed_on: list[str]):
    assert start.divided(arguments) == (ours, passed_on)


def test_an_unknown_word_is_answered_with_the_usage(capsys: pytest.CaptureFixture[str]):
    assert start.main(["--test"]) == 2
    assert "usage: python3 start.py [--tests]" in capsys.readouterr().out


def test_the_first_time_all_is_made(folder: Path, done: list[str], monkeypatch: pytest.MonkeyPatch):
    on(monkeypatch, None)
    start.set_up(tests=False)
    assert done == ["made", "installed"]


def test_the_second_time_nothing_is(folder: Path, done: list[str], monkeypatch: pytest.MonkeyPatch):
    on(monkeypatch, VERSION)
    finished(folder)
    start.set_up(tests=False)
    assert done == []


def test_tests_need_more_and_what_they_need_is_enough_to_run(folder: Path, done: list[str], monkeypatch: pytest.MonkeyPatch):
    on(monkeypatch, VERSION)
    finished(folder)
    start.set_up(tests=True)
    assert done == ["tests installed"]
    finished(folder, tests=True)
    start.set_up(tests=False)
    assert done == ["tests installed"]


@pytest.mark.parametrize("declared_in", start.DECLARED_IN)
def test_what_is_declared_anew_is_installed_with_what_the_tests_had(
    declared_in: str, folder: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
):
    on(monkeypatch, VERSION)
    finished(folder, tests=True)
    (folder / declared_in).write_text("other", encoding="utf-8")
    start.set_up(tests=False)
    assert done == ["tests installed"]


def test_a_folder_that_was_moved_and_another_python_are_installed_into(folder: Path, done: list[str], monkeypatch: pytest.MonkeyPatch):
    on(monkeypatch, VERSION)
    for other in ({"folder": "elsewhere"}, {"python": "3.11.7"}):
        finished(folder, **other)
        start.set_up(tests=False)
    assert done == ["installed", "installed"]


def test_an_environment_that_was_made_by_hand_is_used(folder: Path, done: list[str], monkeypatch: pytest.MonkeyPatch):
    on(monkeypatch, VERSION)
    start.set_up(tests=False)
    assert done == ["installed"]


@pytest.mark.parametrize(("version", "stamp"), [(None, {}), (VERSION, {"finished": False}), ("3.10.1", {})])
def test_one_that_is_half_made_or_broken_or_of_a_python_too_old_is_made_anew(
    version: str | None, stamp: dict[str, object], folder: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
):
    on(monkeypatch, version)
    start.write_stamp(stamp)
    start.set_up(tests=False)
    assert done == ["made", "installed"]


def test_a_stamp_that_is_no_stamp_is_none(folder: Path):
    start.STAMP.write_text("[1, ", encoding="utf-8")
    assert start.read_stamp() == {}
    start.STAMP.write_text("[1]", encoding="utf-8")
    assert start.read_stamp() == {}


def test_while_it_is_made_and_installed_the_stamp_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(start, "a_python_that_makes_environments", lambda: [sys.executable])
    monkeypatch.setattr(subprocess, "call", lambda command: 1)
    (folder / ".venv" / "left over").touch()
    with pytest.raises(start.SetupError, match="cannot make an environment"):
        start.make_environment()
    assert json.loads(start.STAMP.read_text(encoding="utf-8")) == {"finished": False}
    assert not (folder / ".venv" / "left over").exists()


def test_pip_is_given_the_tested_versions_and_its_failure_is_reported(folder: Path, tmp_path: Path):
    pip = tmp_path / "python"
    pip.write_text('#!/bin/sh\necho "$@" > "$0.words"\necho "NewConnectionError: Failed to establish a new connection" >&2\nexit 1\n')
    pip.chmod(0o755)
    with pytest.raises(start.SetupError, match="there is no way to the package index from here"):
        start.install(pip, tests=True)
    assert pip.with_suffix(".words").read_text(encoding="utf-8").endswith("-c constraints.txt -e .[dev]\n")
    assert start.read_stamp() == {"finished": False}


def test_no_room_and_anything_else_are_reported_too():
    assert "not enough room" in start.why_not_installed("ERROR: [Errno 28] No space left on device")
    assert start.why_not_installed("ERROR: odd").startswith("ERROR: odd\npip could not install samvirke")


@pytest.mark.parametrize(("version", "wording"), [((3, 9), "This is Python 3.9; samvirke needs"), ((3, 14), "This is Python 3.14")])
def test_a_python_too_old_or_too_new_is_reported_with_what_brings_another(
    version: tuple[int, int], wording: str, monkeypatch: pytest.MonkeyPatch
):
    for there, brings in (("apt-get", "sudo apt install python3."), ("", "dnf install python3.13")):
        monkeypatch.setattr(shutil, "which", lambda name, there=there: name == there or None)
        monkeypatch.setattr(sys, "platform", "linux")
        sentence = start.what_python_is_missing(version)
        assert wording in sentence
        assert brings in sentence


def test_a_python_without_venv_is_reported_with_the_package_of_its_version(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda name: name == "apt-get" or None)
    assert "sudo apt install python3.12 python3.12-venv" in start.what_python_is_missing((3, 12))


@pytest.mark.parametrize(("name", "platform", "wording"), [("nt", "win32", "winget install B"), ("posix", "darwin", "brew install A")])
def test_each_system_has_its_command(name: str, platform: str, wording: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(start, "os", type("os", (), {"name": name}))
    monkeypatch.setattr(sys, "platform", platform)
    assert start.bringing("A", "B", "C") == wording


def test_a_python_that_does_not_run_has_no_version(tmp_path: Path):
    assert start.version_of([str(tmp_path / "nowhere")]) is None
    assert start.version_of([sys.executable], "no_such_module") is None
    assert start.version_of([sys.executable], "venv") == "{}.{}.{}".format(*sys.version_info[:3])


def test_where_no_python_will_do_that_is_reported_in_sentences(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    on(monkeypatch, None)
    monkeypatch.setattr(start, "ENVIRONMENT", Path(os.devnull) / "none")
    monkeypatch.setattr(start, "STAMP", Path(os.devnull) / "none")
    assert start.main([]) == 2
    assert "Python 3." in capsys.readouterr().err


def test_what_runs_is_given_the_rest_and_its_code_is_the_answer(folder: Path):
    (folder / "exits.py").write_text("import sys; sys.exit(int(sys.argv[1]))", encoding="utf-8")
    assert start.ended([sys.executable, "exits.py", "7"]) == 7


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_is_for_what_runs(folder: Path):
    (folder / "hears.py").write_text(
        "import os, signal\ntry: os.kill(os.getppid(), signal.SIGINT); input()\nexcept EOFError: raise SystemExit(3)"
    )
    command = f"[sys.executable, {str(folder / 'hears.py')!r}]"
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import start; sys.exit(start.ended({command}))"
    assert subprocess.run([sys.executable, "-c", program], stdin=subprocess.DEVNULL, check=False).returncode == 3


@pytest.mark.parametrize("names", [".ci/run", ".ci/types", "README.md", "docs/hosting.md"])
def test_every_file_that_is_named_is_there(names: str):
    text = re.sub(r"(\w+/test_)\{([\w,]+)\}\.py", all_of_them, (ROOT / names).read_text(encoding="utf-8"))
    named = re.findall(r"\b(?:(?:tests|docs|model|analysis|viz|samvirke|scenarios)/[\w./-]+\.\w+|start\.py|\.ci/\w+)", text)
    assert [each for each in named if not (ROOT / each).exists()] == []


def all_of_them(found: re.Match[str]) -> str:
    """A list in braces, as the shell reads it."""
    return " ".join(f"{found[1]}{name}.py" for name in found[2].split(","))


def test_the_readmes_first_two_blocks_are_one_command_each():
    blocks = re.findall(r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks[:2] == ["python3 start.py\n", "python3 start.py --tests\n"]
