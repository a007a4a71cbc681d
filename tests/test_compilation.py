"""Compiling ahead of the first life: said once, and only where it must be."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from samvirke.model import compilation
from samvirke.model.compilation import must_compile

HERE = f"month.run_months-22.py{sys.version_info.major}{sys.version_info.minor}.nbi"


@pytest.mark.parametrize(
    ("there", "must"),
    [
        (f"mine/{HERE}", False),
        (f"another-copy/{HERE}", True),
        ("mine/month.run_months-22.py27.nbi", True),
        ("mine/meet.meet-9.py311.nbi", True),
    ],
)
def test_it_must_compile_unless_this_copy_has_lived_under_this_python(
    there: str, must: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / there).parent.mkdir()
    (tmp_path / there).touch()
    monkeypatch.setattr(compilation, "compiled", True)
    monkeypatch.setattr(compilation, "run_months", SimpleNamespace(stats=SimpleNamespace(cache_path=str(tmp_path / "mine"))))
    assert must_compile() is must
