"""Boxes on runs whose box is known; and the command on a small sweep."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from samvirke.analysis.sweep_analysis.boxes import Box, cart, held, peels, prim, quasi_p
from samvirke.command_line import app
from tests.sweeps import run_sweep

INSIDE = Box({1: (0.6, np.inf), 3: (-np.inf, 0.4)})
LATIN = '[design]\nkind = "latin_hypercube"\npoints = 60\n[levers]\nopenness = { low = 0, high = 1 }\nstructure = { low = 0, high = 1 }\n'


def ensemble(number: int = 3000) -> tuple[Any, Any]:
    """Six inputs; nine of ten runs inside the box are cases, and one of twenty outside."""
    chance = np.random.default_rng(1)
    inputs = chance.random((number, 6))
    return inputs, chance.random(number) < np.where(INSIDE.holds(inputs), 0.9, 0.05)


def test_prim_finds_the_box_that_is_there():
    inputs, cases = ensemble()
    box = prim(inputs, cases)
    assert set(box.limits) == {1, 3}
    assert box.limits[1] == pytest.approx((0.6, np.inf), abs=0.06)
    assert box.limits[3] == pytest.approx((-np.inf, 0.4), abs=0.06)
    found = held(box, inputs, cases)
    assert found.density == pytest.approx(0.9, abs=0.03)
    assert found.coverage > 0.7


def test_prim_finds_a_box_of_whole_levels_in_a_grid():
    chance = np.random.default_rng(2)
    inputs = chance.integers(0, 4, (3000, 4)) / 3.0
    cases = chance.random(3000) < np.where((inputs[:, 0] > 0.5) & (inputs[:, 2] < 0.5), 0.8, 0.1)
    assert prim(inputs, cases).limits == {0: (pytest.approx(2 / 3), np.inf), 2: (-np.inf, pytest.approx(1 / 3))}


def test_prim_finds_no_box_where_there_is_only_chance():
    chance = np.random.default_rng(3)
    assert not prim(chance.random((2000, 5)), chance.random(2000) < 0.3).limits


def test_a_box_covers_as_much_as_is_asked_for():
    inputs, cases = ensemble()
    assert held(prim(inputs, cases, 0.75), inputs, cases).coverage >= 0.7  # dropping limits and pasting make it wider, never narrower
    assert held(prim(inputs, cases, 0.3), inputs, cases).density >= held(prim(inputs, cases, 0.9), inputs, cases).density


def test_every_peel_cuts_off_a_little_and_makes_the_box_smaller():
    inputs, cases = ensemble(400)
    masses = [held(box, inputs, cases).mass for box in peels(inputs, cases)]
    assert masses[0] == 1.0
    assert all(0.9 * before <= after < before for before, after in pairwise(masses) if before > 0.1)


def test_a_limit_that_says_nothing_has_a_high_quasi_p():
    inputs, cases = ensemble()
    box = INSIDE.with_limits(5, (0.3, 0.8))
    assert quasi_p(box, 5, inputs, cases) > 0.05
    assert quasi_p(box, 1, inputs, cases) < 1e-6


def test_cart_cuts_near_the_same_places():
    inputs, cases = ensemble()
    found = cart(inputs, cases)
    together = np.any([box.holds(inputs) for box in found], axis=0)
    assert all({1, 3} <= set(box.limits) for box in found)
    assert cases[together].mean() == pytest.approx(0.9, abs=0.03)
    assert cases[together].sum() / cases.sum() > 0.7


def test_coverage_density_and_mass_of_a_box_are_shares_of_what_they_say():
    inputs = np.array([[0.1], [0.2], [0.8], [0.9]])
    found = held(Box({0: (0.5, np.inf)}), inputs, np.array([False, True, True, False]))
    assert (found.coverage, found.density, found.mass) == (0.5, 0.5, 0.5)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("latin")
    run_sweep(folder, f"{LATIN}[seeds]\nnumber = 2\n", months=20)
    return folder / "out"


def typed(*words: str) -> Result:
    return CliRunner().invoke(app, ["discover", *words], prog_name="samvirke")


def test_the_command_leaves_boxes_and_a_picture_and_says_them(simulated: Path, tmp_path: Path):
    middle = pd.read_parquet(simulated / "outcomes")["trust"].median() * 100
    result = typed(str(simulated), "--when", f"trust > {middle:.1f}", "--out", "mine", "--language", "da")
    assert result.exit_code == 0, result.output
    assert "af 360 forløb." in result.stdout
    assert "CART, kasse 1: det gælder i " in result.stdout
    rows = pd.read_parquet("mine/boxes.parquet")
    assert {"PRIM", "CART"} >= set(rows["method"])
    assert rows["coverage"].between(0, 1).all()
    assert (rows["density"] > rows["base_rate"]).all()
    assert (rows["base_rate"] - 0.5).abs().max() < 0.02
    assert {"boxes.csv", "boxes.png", "boxes.svg"} <= {each.name for each in (tmp_path / "mine").iterdir()}
    outcomes = pd.read_parquet(simulated / "outcomes")
    own = outcomes[outcomes.partnership == "with-everybody"]["trust"].median() * 100
    one = typed(str(simulated), "--when", f"trust > {own:.1f}", "--partnership", "with-everybody", "--out", "one")
    assert "of 120 runs" in one.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--when", "ends_within_12_month"), 'the nearest is "ends_within_12_months"'),
        (("--when", "trust > 1000"), "trust > 1000 holds in 0 of 360 runs; at least 10"),
        (("--when", "trust > 50", "--partnership", "nobody"), "is not in the sweep"),
    ],
)
def test_what_cannot_be_searched_is_refused_in_a_sentence(words: tuple[str, ...], sentence: str, simulated: Path):
    result = typed(str(simulated), *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_too_few_points_and_points_left_open_are_reported(tmp_path: Path):
    run_sweep(tmp_path, LATIN.replace("60", "8"))
    assert "has 8 points with hours_total > 1, and 20 are the least" in typed("out", "--when", "hours_total > 1").stderr
    (tmp_path / "points.csv").write_text("lever_openness,halo\n0.2,0.1\n,0.2\n", encoding="utf-8")
    run_sweep(tmp_path, '[design]\nkind = "table"\nfile = "points.csv"\n', "other")
    assert "has 2 points" in typed("other", "--when", "hours_total > 1").stderr
