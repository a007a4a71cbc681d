"""A sweep file is checked like a scenario: file, line, key, and the nearest that would be right."""

from pathlib import Path

import numpy as np
import pytest

from samvirke.analysis.sweep.design import how_many_points
from samvirke.analysis.sweep.reading import read_sweep_file, sweep_names
from samvirke.analysis.sweep.sweep import Sweep
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import ScenarioError
from tests.sweeps import sweep_file

GRID = '[design]\nkind = "grid"\n'


def read(folder: Path, text: str) -> Sweep:
    return read_sweep_file(str(sweep_file(folder, text)))


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ScenarioError) as output:
        read(folder, text)
    return str(output.value)


@pytest.mark.parametrize("name", sweep_names())
def test_a_built_in_sweep_is_valid(name: str):
    assert read_sweep_file(name).points > 0


def test_there_is_a_first_sweep_to_learn_from():
    sweep = read_sweep_file("first-look")
    assert sweep.points == 12
    assert sweep.values[-1].tolist() == [0.8, 0.25]


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (f"{GRID}[levers]\nopennes = {{ steps = 3 }}", 6, 'opennes in [levers] is no known key; the nearest is "openness"'),
        (f"{GRID}[parameters]\nhalos = {{ steps = 3 }}", 6, 'the nearest is "halo"'),
        (f"{GRID}[levers]\nopenness = {{ low = 0.2, high = 1.4, steps = 3 }}", 6, "high = 1.4 of openness must lie between 0 and 1"),
        (f"{GRID}[levers]\nopenness = {{ low = 0.9, high = 0.2, steps = 3 }}", 6, "must be more than low, 0.9"),
        (f"{GRID}[levers]\nopenness = {{ low = 0.2, steps = 3 }}", 6, "has no high beside it"),
        (f"{GRID}[levers]\nopenness = {{}}", 6, "needs steps"),
        (f"{GRID}[levers]\nopenness = {{ step = 3 }}", 6, 'the nearest is "steps"'),
        (f"{GRID}[levers]\nplaces = {{ steps = 3 }}", 6, "has no prior to vary over"),
        (GRID, 3, "nothing varies"),
        ('[design]\nkind = "gird"', 4, 'the nearest is "grid"'),
        ('[design]\nkind = "grid"\npoints = 3', 5, "belongs to latin_hypercube and sobol, not to grid"),
        ('[design]\nkind = "sobol"\npoints = 100\n[levers]\nopenness = {}', 5, "must be a power of two in a sobol sequence: 64 or 128"),
        ('[design]\nkind = "latin_hypercube"\n[levers]\nopenness = {}', 3, "needs points"),
        ('[design]\nkind = "latin_hypercube"\npoints = 3\n[levers]\nopenness = { steps = 4 }', 7, "belong to a grid"),
        ('[design]\nkind = "table"\nfile = "nowhere.csv"', 5, "names no file"),
        ('[design]\nkind = "posterior"', 4, "has none"),
        ('arms = ["open-tlk"]\n[design]\nkind = "grid"\n[levers]\nstructure = { steps = 2 }', 3, 'the nearest is "open-talk"'),
        ('arms = ["open-talk"]\n[design]\nkind = "grid"\n[levers]\nopenness = { steps = 2 }', 7, "cannot vary in the arm open-talk"),
        ('only = ["with-evrybody"]\n[design]\nkind = "grid"\n[levers]\nopenness = { steps = 2 }', 3, 'the nearest is "with-everybody"'),
        (f"{GRID}[levers]\nopenness = {{ steps = 2 }}\n[keep]\nmonths = [3, 9]", 8, "lies after the last month, 5"),
        (f'{GRID}[levers]\nopenness = {{ steps = 2 }}\n[keep]\ntables = ["montly"]', 8, 'the nearest is "monthly"'),
        (f"{GRID}[levers]\nopenness = {{ steps = 2 }}\n[seeds]\nfirst = 4294967295\nnumber = 2", 9, "beyond the highest seed"),
        ("", 1, "design is missing"),
    ],
)
def test_what_is_wrong_is_reported_with_its_line_and_what_would_be_right(text: str, line: int, sentence: str, tmp_path: Path):
    output = refused(tmp_path, text)
    assert sentence in output
    assert f"small.toml, line {line}: " in output


def test_a_name_without_a_file_is_answered_with_the_nearest():
    with pytest.raises(ScenarioError, match='the nearest is "first-look"'):
        read_sweep_file("frist-look")


def test_a_file_says_all_that_is_wrong_at_once(tmp_path: Path):
    output = refused(tmp_path, f"{GRID}[levers]\nopenness = {{}}\nstructure = {{ values = [3] }}")
    assert len(output.splitlines()) == 2


def test_without_a_range_a_parameter_varies_over_its_prior(tmp_path: Path):
    sweep = read(tmp_path, '[design]\nkind = "latin_hypercube"\npoints = 50\n[parameters]\nhalo = {}')
    prior = REGISTRY["halo"].prior
    assert sorted((prior.share_of(sweep.values[:, 0]) * 50).astype(int)) == list(range(50))


def test_more_blocks_keep_the_first_points(tmp_path: Path):
    text = '[design]\nkind = "latin_hypercube"\npoints = 8\nblocks = {}\n[levers]\nopenness = {{}}\nstructure = {{}}'
    fewer, more = read(tmp_path, text.format(1)), read(tmp_path, text.format(3))
    assert np.array_equal(more.values[:8], fewer.values)
    assert more.points == 24


@pytest.mark.parametrize(("key", "kind", "few", "many"), [("points", "sobol", 8, 16), ("trajectories", "morris", 4, 9)])
def test_a_longer_design_keeps_the_shorter_one(key: str, kind: str, few: int, many: int, tmp_path: Path):
    text = '[design]\nkind = "{}"\n{} = {}\n[levers]\nopenness = {{}}\nstructure = {{}}\n[parameters]\nhalo = {{}}'
    fewer, more = (read(tmp_path, text.format(kind, key, number)) for number in (few, many))
    assert np.array_equal(more.values[: fewer.points], fewer.values)
    assert fewer.points == how_many_points(fewer.design, fewer.varied)


def test_a_table_of_points_may_leave_cells_empty(tmp_path: Path):
    (tmp_path / "points.csv").write_text("point,halo,lever_openness\na,0.2,\nb,,0.4\n", encoding="utf-8")
    sweep = read(tmp_path, '[design]\nkind = "table"\nfile = "points.csv"')
    assert [each.column for each in sweep.varied] == ["halo", "lever_openness"]
    assert np.isnan(sweep.values).tolist() == [[False, True], [True, False]]


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("halos\n0.2\n", 'points.csv, line 1: the column "halos" is no parameter and no lever; the nearest is "halo"'),
        ("openness\n0.2\nmuch\n", 'points.csv, line 1: the column "openness" holds what is no number'),
        ("lever_openness\n0.2\n1.2\n", "points.csv, line 3: lever_openness = 1.2 must lie between 0 and 1"),
        ("halo\n", "points.csv: holds no points"),
        ("", "points.csv: is no table of points"),
    ],
)
def test_a_wrong_table_of_points_is_reported_with_its_line(table: str, sentence: str, tmp_path: Path):
    (tmp_path / "points.csv").write_text(table, encoding="utf-8")
    assert sentence in refused(tmp_path, '[design]\nkind = "table"\nfile = "points.csv"')
