"""The commands from Python: the same tables as pandas, and what is wrong in words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import samvirke
from samvirke.model.scenario import ScenarioError
from tests.commands import typed

SMALL = "one-partnership"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_python_door_gives_pandas_tables():
    tables = samvirke.run(SMALL, seed=2, replicates=2)
    assert list(tables["outcomes"]["seed"]) == [2, 3]
    typed("run", SMALL, "--seed", "2", "--replicates", "2", "--out", "same")
    again = samvirke.read_run("same")
    assert all(table.equals(again[name]) for name, table in tables.items())
    with pytest.raises(AttributeError, match="nonsense"):
        samvirke.nonsense  # noqa: B018


def test_from_python_a_single_text_is_one_name_and_not_its_letters():
    tables = samvirke.run(SMALL, arms="longer-grant", keep="monthly")
    assert set(tables) == {"outcomes", "survey", "monthly"}
    assert set(tables["outcomes"]["arm"]) == {"longer-grant"}
    assert set(samvirke.compare(SMALL, "longer-grant", replicates=2)["arm"]) == {"longer-grant"}
    with pytest.raises(ScenarioError, match=r'^--arm longer-grnt: .*the nearest is "longer-grant"$'):
        samvirke.run(SMALL, arms="longer-grnt")


@pytest.mark.parametrize("command", [samvirke.run, samvirke.compare, samvirke.explain, samvirke.turning_events])
def test_from_python_what_is_no_whole_number_is_refused_in_words(command: Callable[..., Any]):
    with pytest.raises(ScenarioError, match=r'^--replicates: "30" must be a whole number$'):
        command(SMALL, replicates="30")
    with pytest.raises(ScenarioError, match=r"^--seed: 1\.5 must be a whole number$"):
        command(SMALL, seed=1.5)
