"""Machine code on disk: of these sources or not used, whatever imported numba first, and never a reason to fail."""

import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numba
import pytest

from samvirke.model import compilation, machine_code
from samvirke.model.begin import begin
from samvirke.model.compilation import must_compile
from samvirke.model.handle import handle
from samvirke.model.machine_code import RuleCache, folders_of_the_cache, stamp_of
from samvirke.model.rule import compiled, rule
from samvirke.model.state import copy_state
from samvirke.model.world import lay_out
from tests.ensembles import tiny
from tests.test_architecture import ROOT

ASKS = (
    "{first}from samvirke.model.arithmetic import moved; "
    "from samvirke.model.rule import *; print(moved(0.0, 1.0, 0.5), fingerprint_of_the_model())"
)
FACTOR = 2.0

pytestmark = pytest.mark.skipif(not compiled, reason="nothing is compiled")


def doubled(number: float) -> float:
    """A function to compile."""
    return FACTOR * number


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The few files of the model that a single rule needs."""
    model = tmp_path / "samvirke" / "model"
    model.mkdir(parents=True)
    for name in ("rule.py", "machine_code.py", "arithmetic.py"):
        shutil.copy(ROOT / "model" / name, model / name)
    for folder in (model, model.parent):
        (folder / "__init__.py").touch()
    return tmp_path


def asked(project: Path, first: str = "") -> tuple[float, str]:
    environment = {**os.environ, "PYTHONPATH": str(project), "SAMVIRKE_CACHE": str(project / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("COVERAGE_PROCESS_START", None)
    done = subprocess.run([sys.executable, "-c", ASKS.format(first=first)], cwd=project, env=environment, capture_output=True, text=True)
    assert not done.returncode, done.stderr
    number, fingerprint = done.stdout.split()
    return float(number), fingerprint


def test_a_changed_rule_is_compiled_anew_even_if_numba_was_imported_before(project: Path):
    before = asked(project, "import numba; ")
    rules = project / "samvirke" / "model" / "arithmetic.py"
    changed = rules.read_text(encoding="utf-8").replace("value + rate * (target - value)", "value + 0.5 * rate * (target - value)")
    rules.write_text(changed, encoding="utf-8")
    after = asked(project, "import numba; ")
    assert (before[0], after[0]) == (0.5, 0.25)
    assert before[1] != after[1]
    assert asked(project) == after


def cached(folder: Path, function: Any = doubled) -> Any:
    """A function compiled from or into a folder."""
    dispatcher = numba.njit(function)
    dispatcher._cache = RuleCache(function, (folder,), "fingerprint")
    return dispatcher


def files_in(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())


def test_what_is_compiled_once_is_loaded_the_next_time(tmp_path: Path):
    assert cached(tmp_path)(2.0) == 4.0
    (file,) = files_in(tmp_path)
    before = file.stat().st_mtime_ns
    again = cached(tmp_path)
    assert again(2.0) == 4.0
    assert sum(again.stats.cache_hits.values()) == 1
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "broken", [lambda content: content[:-10], lambda content: b"", lambda content: content[:200] + b"?" + content[201:]]
)
def test_a_broken_file_is_noticed_and_made_anew(broken: Any, tmp_path: Path):
    cached(tmp_path)(2.0)
    (file,) = files_in(tmp_path)
    file.write_bytes(broken(file.read_bytes()))
    again = cached(tmp_path)
    assert again(2.0) == 4.0
    assert not again.stats.cache_hits
    mended = cached(tmp_path)
    assert mended(2.0) == 4.0
    assert mended.stats.cache_hits


def test_a_whole_file_that_holds_something_else_is_made_anew(tmp_path: Path):
    cached(tmp_path)(2.0)
    (file,) = files_in(tmp_path)
    content = b"not a pickle"
    file.write_bytes(sha256(content).digest() + content)
    assert cached(tmp_path)(2.0) == 4.0


def test_a_folder_that_cannot_be_written_is_read_and_otherwise_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    cached(tmp_path)(2.0)

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refused)
    read = cached(tmp_path)
    assert read(2.0) == 4.0
    assert read.stats.cache_hits
    assert read(2) == 4  # other types: compiled, and not kept
    assert len(files_in(tmp_path)) == 1


def test_the_first_folder_that_can_be_written_is_written_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("SAMVIRKE_CACHE", str(tmp_path / "file" / "below"))
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "named"))
    first, second, *_ = folders_of_the_cache("print")
    assert first == tmp_path / "named" / "print"
    assert second == tmp_path / "file" / "below" / "print"


def test_where_nothing_can_be_written_a_new_folder_serves_this_process_and_its_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAMVIRKE_CACHE", str(tmp_path))
    monkeypatch.setattr(machine_code, "is_writable", lambda folder: False)
    first, *_ = folders_of_the_cache("print")
    assert first.is_dir()
    assert os.environ["SAMVIRKE_CACHE"] == str(first)
    first.rmdir()


def test_a_folder_for_everybody_that_another_made_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    (tmp_path / "samvirke-4711").mkdir()
    monkeypatch.setattr(os, "getuid", lambda: 4711, raising=False)
    assert not any(tmp_path in folder.parents for folder in folders_of_the_cache("print"))


def test_the_stamp_follows_constants_and_called_functions(monkeypatch: pytest.MonkeyPatch):
    def quadrupled(number: float) -> float:
        return doubled(doubled(number))

    before = stamp_of(quadrupled)
    assert stamp_of(quadrupled) == before
    monkeypatch.setitem(globals(), "FACTOR", 3.0)
    assert stamp_of(quadrupled) != before


def test_rules_go_through_this_cache():
    assert isinstance(rule(doubled)._cache, RuleCache)  # type: ignore[attr-defined]


@pytest.mark.parametrize("there", [True, False])
def test_it_must_compile_unless_the_month_is_there(there: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(compilation, "compiled", True)
    monkeypatch.setattr(compilation, "run_months", SimpleNamespace(_cache=SimpleNamespace(is_there=lambda: there)))
    assert must_compile() is not there


@pytest.mark.skipif(not compiled, reason="uncompiled, rules take the state itself")
def test_a_rule_borrows_the_state_and_gives_it_back() -> None:
    """Rules count no references to it: one is held by the handle, before and after."""
    pointer = handle(copy_state(lay_out(tiny()).template))
    for seed in range(3):
        begin(pointer, seed)
    assert pointer._meminfo.refcount == 1
