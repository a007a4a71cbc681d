"""Indices on cases where the answer is known: Ishigami's function, a straight line; and the command on a small sweep."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from samvirke.analysis.sweep.design import SHARES
from samvirke.analysis.sweep.terse import TerseDesign
from samvirke.analysis.sweep_analysis.folder import Input, open_sweep
from samvirke.analysis.sweep_analysis.indices import Design, Index, convergence, in_order, indices
from samvirke.command_line import app
from samvirke.model.parameters import Uniform
from tests.sweeps import run_sweep

INPUTS = tuple(Input(name, "parameters", "", "", Uniform(-np.pi, np.pi)) for name in ("one", "two", "three"))
VARIED = "[parameters]\nhalo = {}\n[levers]\nopenness = { low = 0, high = 1 }\nstructure = { low = 0, high = 1 }\n"
KINDS = {"morris": "trajectories = 6", "sobol": "points = 8"}


def design(kind: str, wording: dict[str, Any], of: Callable[[Any], Any], inputs: tuple[Input, ...] = INPUTS) -> Design:
    """A design over the inputs with the answers of a function of shares."""
    terse = TerseDesign.model_validate({"kind": kind, **wording})
    shares = SHARES[kind](terse, len(inputs))
    return Design(kind, inputs, terse.levels, terse.second_order, shares, of(shares), 0)


def ishigami(shares: Any) -> Any:
    """Ishigami and Homma (1990), a = 7 and b = 0.1."""
    x = -np.pi + 2 * np.pi * shares
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def by_name(found: list[Index], index: str) -> dict[str, Index]:
    return {each.input.column: each for each in found if each.index == index}


def test_sobol_indices_of_ishigamis_function_are_the_known_ones():
    found = indices(design("sobol", {"points": 4096, "second_order": True}, ishigami), "y")
    for index, known in (("S1", (0.3139, 0.4424, 0.0)), ("ST", (0.5576, 0.4424, 0.2437))):
        for each, value in zip(by_name(found, index).values(), known, strict=True):
            assert abs(each.value - value) < 0.03
            assert each.low - 0.02 <= value <= each.high + 0.02
    together = next(each for each in found if each.index == "S2" and each.input.column == "one" and each.beside == "three")
    assert abs(together.value - 0.2437) < 0.04


def test_morris_of_a_straight_line_is_its_slopes():
    found = indices(design("morris", {"trajectories": 20}, lambda shares: shares @ np.array([5.0, -2.0, 0.0])), "y")
    assert [round(each.value, 9) for each in by_name(found, "mu_star").values()] == [5.0, 2.0, 0.0]
    assert [round(each.value, 9) for each in by_name(found, "mu").values()] == [5.0, -2.0, 0.0]
    assert all(abs(each.value) < 1e-9 for each in by_name(found, "sigma").values())
    assert [each.column for each in in_order(found, "morris")] == ["one", "two", "three"]


def test_intervals_narrow_with_the_number_of_points():
    found = convergence(design("sobol", {"points": 1024}, ishigami), "y")
    widths = [each.high - each.low for each in found if each.index == "ST" and each.input.column == "one"]
    assert len(widths) == 4
    assert widths == sorted(widths, reverse=True)


def test_a_measure_that_never_changes_has_no_index_but_0():
    found = indices(design("sobol", {"points": 16}, lambda shares: np.full(len(shares), 3.0)), "y")
    assert {each.value for each in found} == {0.0}


def test_values_are_put_back_to_shares_of_their_range():
    assert np.allclose(INPUTS[0].shares_of(np.array([-np.pi, 0.0, np.pi])), [0.0, 0.5, 1.0])


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module", params=KINDS)
def simulated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    run_sweep(folder, f'[design]\nkind = "{request.param}"\n{KINDS[request.param]}\n{VARIED}[seeds]\nnumber = 2\n', months=20)
    return folder / "out"


def typed(*words: str) -> Result:
    return CliRunner().invoke(app, ["sensitivity", *words], prog_name="samvirke")


def test_the_command_leaves_tables_and_pictures_and_says_the_order(simulated: Path, tmp_path: Path):
    result = typed(str(simulated), "--measure", "synergy", "--measure", "hours_total", "--out", "mine", "--language", "da")
    assert result.exit_code == 0, result.output
    assert "1. " in result.stdout
    assert "hours_total: timer i alt (" in result.stdout
    rows = pd.read_parquet("mine/indices.parquet")
    assert set(rows["measure"]) == {"synergy", "hours_total"}
    assert set(rows["input"]) == {"halo", "lever_openness", "lever_structure"}
    assert (rows["low"].isna() | (rows["low"] <= rows["value"])).all()
    assert len(pd.read_csv("mine/indices.csv")) == len(rows)
    pictures = {"indices.png", "indices.svg", "convergence.png", "convergence.svg"}
    assert pictures <= {each.name for each in (tmp_path / "mine").iterdir()}
    halo = rows[(rows["input"] == "halo") & (rows["measure"] == "hours_total") & rows["index"].isin(["mu_star", "ST"])]
    assert (halo["value"].abs() < 1e-9).all()  # it colours answers, and no hour is given for it


def test_a_parameter_that_the_answers_do_not_narrow_is_flagged(simulated: Path, monkeypatch: pytest.MonkeyPatch):
    swept_folder = open_sweep(str(simulated))
    assert {each.identified for each in swept_folder.inputs} == {None}  # the small scenario has no posterior
    vague = tuple(replace(each, contraction=0.04, identified=False) if each.column == "halo" else each for each in swept_folder.inputs)
    monkeypatch.setattr("samvirke.analysis.sweep_analysis.folder.SweepResults.inputs", vague)
    assert "halo: " in (wording := typed(str(simulated), "--measure", "synergy", "--out", "mine").stdout)
    assert "[not identified by the answers: narrowed by 4\N{NO-BREAK SPACE}%]" in wording
    rows = pd.read_parquet("mine/indices.parquet")
    assert not rows["identified"][rows["input"] == "halo"].any()
    assert rows["identified"][rows["input"] != "halo"].isna().all()
    assert "do not narrow" in Path("mine/indices.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--measure", "synergi"), 'the nearest is "synergy"'),
        (("--arm", "open-talk"), "is not in the sweep"),
        (("--language", "de"), "is no language of samvirke"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(words: tuple[str, ...], sentence: str, simulated: Path):
    result = typed(str(simulated), *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_a_sweep_of_another_kind_has_no_indices(tmp_path: Path):
    run_sweep(tmp_path, '[design]\nkind = "grid"\n[levers]\nopenness = { values = [0.1, 0.9] }\n')
    result = typed("out", "--measure", "synergy")
    assert result.exit_code == 2
    assert "is a sweep of the kind grid; indices need one of the kind sobol or morris" in result.stderr
    assert "is no folder of a sweep" in typed("nowhere").stderr


def test_blocks_without_an_answer_are_left_out_and_too_few_are_refused(tmp_path: Path):
    file = f'[design]\nkind = "morris"\ntrajectories = 2\n{VARIED}'
    run_sweep(tmp_path, file)
    assert "only 2 of 2 trajectories have hours_total" in typed("out", "--measure", "hours_total").stderr
    assert "only 0 of 2 trajectories have continues" in typed("out").stderr  # five months end before that


@pytest.mark.parametrize("kept", [0, 4, -40])
def test_a_truncated_part_is_named_and_what_makes_it_anew(kept: int, tmp_path: Path):
    run_sweep(tmp_path, f'[design]\nkind = "morris"\ntrajectories = 2\n{VARIED}')
    part = min((tmp_path / "out" / "outcomes").glob("*.parquet"))
    part.write_bytes(part.read_bytes()[:kept])
    result = typed("out", "--measure", "hours_total")
    assert result.exit_code == 2
    assert result.stderr.strip() == f"out: outcomes/{part.name} is no whole table any more; the same samvirke sweep makes it anew"
