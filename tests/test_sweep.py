"""A sweep: what it leaves is what runs would leave, for any executor, order and number of interruptions."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import samvirke
from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.run.execution import run
from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.run.tables import TABLES
from samvirke.analysis.sweep.chunk import Chunk, runs_of
from samvirke.analysis.sweep.executors import in_processes
from samvirke.analysis.sweep.inspection import estimate
from samvirke.analysis.sweep.parts import Receipt, run_and_write
from samvirke.analysis.sweep.points import POINTS, points_of_sweep
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.runner import SweepDone
from samvirke.analysis.sweep.tables import TABLES as OF_SWEEPS
from samvirke.model.draws import prior_draws
from samvirke.model.levers import LEVERS
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import read_scenario
from tests.ensembles import TINY
from tests.sweeps import GRID, SMALL, bits, rows, run_sweep, sweep_file


def test_every_point_is_run_in_every_arm_with_every_seed(small_sweep: Path):
    assert len(set(rows(small_sweep, "arm", "point", "seed", "partnership"))) == 2 * 4 * 3 * 3
    assert pq.read_table(small_sweep / "outcomes").num_rows == 2 * 4 * 3 * 3


@pytest.fixture(scope="module")
def with_all_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, to the first questionnaire, with every table."""
    folder = tmp_path_factory.mktemp("all-tables")
    run_sweep(folder, SMALL.replace("number = 3", "number = 2") + f"[keep]\ntables = {json.dumps(list(TABLES))}\n", months=7)
    return folder / "out"


@pytest.mark.parametrize("table", TABLES)
def test_a_point_is_what_a_run_with_the_same_settings_would_be(table: str, with_all_tables: Path):
    points = samvirke.read_sweep(with_all_tables)["points"].set_index("point")
    at = points[(points["lever_openness"] == 0.9) & (points["halo"] == 0.3)].index.item()
    there = [("point", "==", at), ("arm", "==", "longer-grant"), ("seed", "==", 2)]
    found = pq.read_table(with_all_tables / table, filters=there).drop_columns(["point"])
    scenario = read_scenario(TINY, parameters={"openness": 0.9, "halo": 0.3}, months=7)
    expected = run(scenario, seed=2, arms=["longer-grant"], keep=list(TABLES), defaults=True)[table]
    assert found.num_rows > 0
    assert found.equals(expected)


def test_runs_that_are_not_watched_are_the_same_runs(with_all_tables: Path, tmp_path: Path):
    kept = [name for name in TABLES if name not in ("ties", "people")]
    run_sweep(tmp_path, SMALL.replace("number = 3", "number = 2") + f"[keep]\ntables = {json.dumps(kept)}\n", months=7)
    order = [(each, "ascending") for each in ("arm", "point", "seed", "partnership")]  # files are named after what is kept
    for table in kept:
        here, there = (pq.read_table(folder / table).sort_by(order) for folder in (tmp_path / "out", with_all_tables))
        assert here.equals(there)


def test_a_part_takes_about_a_second_unless_the_file_says_how_many(tmp_path: Path):
    design = SMALL.replace("runs_per_part = 5\n", "")
    assert read_sweep_file(str(sweep_file(tmp_path, design))).runs_per_part == 1333  # of three partnerships
    assert read_sweep_file(str(sweep_file(tmp_path, f'{design}[keep]\ntables = ["ties"]\n'))).runs_per_part == 66
    assert read_sweep_file(str(sweep_file(tmp_path, SMALL))).runs_per_part == 5


def test_a_table_of_a_sweep_has_the_schema_of_a_run_and_the_point(small_sweep: Path):
    schema = pq.read_schema(next((small_sweep / "outcomes").iterdir()))
    assert schema.names == [*(column.name for column in TABLES["outcomes"]), "point"]
    assert all(field.metadata[b"description"].strip() and field.metadata[b"unit"].strip() for field in schema)


def test_the_dictionary_says_what_every_column_means(small_sweep: Path):
    dictionary = samvirke.read_sweep(small_sweep)["dictionary"]
    assert set(dictionary["table"]) == {"outcomes", "failures", "points", "design"}
    assert dictionary["description"].str.strip().all()


def test_points_say_every_parameter(small_sweep: Path):
    points = samvirke.read_sweep(small_sweep)["points"]
    assert len(points) == 4
    assert set(points.columns) == {"point", "posterior_draw", *REGISTRY, *(f"lever_{name}" for name in LEVERS)}
    assert points[list(REGISTRY)].notna().all(axis=None)
    assert sorted(points["lever_openness"].unique()) == [0.2, 0.9]


def test_points_and_outcomes_share_no_column_but_the_point():
    assert {column.name for column in POINTS} & {column.name for column in OF_SWEEPS["outcomes"]} == {"point"}


def test_the_manifest_says_what_was_asked_and_how_far_it_came(small_sweep: Path):
    manifest = json.loads((small_sweep / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["complete"]
    assert manifest["runs"] == {"wanted": 24, "there": 24, "failed": 0}
    assert manifest["design"]["names"] == ["halo", "lever_openness"]
    assert manifest["parts"] == 5
    assert manifest["tables"] == {"outcomes": 72}


def test_only_the_months_that_are_wanted_are_kept(tmp_path: Path):
    run_sweep(tmp_path, SMALL + '[keep]\ntables = ["monthly"]\nmonths = [2, 5]\n')
    assert sorted(set(pq.read_table(tmp_path / "out" / "monthly")["month"].to_pylist())) == [2, 5]


def test_a_second_time_nothing_is_run(small_sweep: Path, tmp_path: Path):
    first = run_sweep(tmp_path, SMALL)
    before = bits(tmp_path / "out")
    second = run_sweep(tmp_path, SMALL)
    assert (first.simulated, second.simulated, second.there) == (24, 0, 24)
    assert bits(tmp_path / "out") == before == bits(small_sweep)


def test_other_processes_in_another_order_leave_the_same_bits(small_sweep: Path, tmp_path: Path):
    run_sweep(tmp_path, SMALL, executor=in_processes(2, print))
    assert bits(tmp_path / "out") == bits(small_sweep)

    def backwards(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
        for chunk in reversed(list(chunks)):
            yield run_and_write(chunk, address)

    run_sweep(tmp_path, SMALL, "backwards", executor=backwards)
    assert bits(tmp_path / "backwards") == bits(small_sweep)


@pytest.mark.parametrize(
    ("more", "simulated"),
    [
        (SMALL.replace("number = 3", "number = 5"), 16),
        (SMALL.replace("[0.2, 0.9]", "[0.2, 0.5, 0.9]"), 12),
        (SMALL.replace('"longer-grant"]', '"longer-grant", "nothing-changes"]'), 12),
        (SMALL.replace("runs_per_part = 5", "runs_per_part = 7"), 0),
    ],
)
def test_enlarging_keeps_what_is_there(more: str, simulated: int, tmp_path: Path):
    run_sweep(tmp_path, SMALL)
    before = {name: content for name, content in bits(tmp_path / "out").items() if name.startswith("outcomes/")}
    larger = run_sweep(tmp_path, more)
    assert (larger.simulated, larger.complete) == (simulated, True)
    assert before.items() <= bits(tmp_path / "out").items()
    at_once = run_sweep(tmp_path, more, "at-once")
    assert at_once.there == larger.there
    columns = [column.name for column in TABLES["outcomes"] if column.never_null]
    assert rows(tmp_path / "out", *columns, "point") == rows(tmp_path / "at-once", *columns, "point")


def test_points_that_are_no_longer_named_are_kept_and_counted(tmp_path: Path):
    run_sweep(tmp_path, SMALL)
    fewer = run_sweep(tmp_path, SMALL.replace("[0.2, 0.9]", "[0.2]"))
    assert (fewer.wanted, fewer.there, fewer.of_earlier_points) == (12, 12, 12)
    tables = samvirke.read_sweep(tmp_path / "out")
    assert (len(tables["points"]), len(tables["design"]), len(tables["outcomes"])) == (4, 2, 72)


def test_draws_that_a_point_leaves_open_follow_the_seed():
    sweep = read_sweep_file("first-look")
    assert not sweep.rest_varies_with_the_seed
    assert set(sweep.draw_of_seed) == {0}


@pytest.fixture
def with_a_posterior(monkeypatch: pytest.MonkeyPatch) -> Posterior:
    """The tiny scenario with a posterior of five draws."""
    draws = prior_draws(5, 1)
    posterior = Posterior("tiny_posterior.parquet", draws, np.full(5, 0.2), np.zeros(5), {"scenario": "tiny"}, ())
    monkeypatch.setattr("samvirke.analysis.sweep.reading.posterior_of", lambda scenario: posterior)
    return posterior


def test_each_seed_has_its_draw_from_the_posterior(with_a_posterior: Posterior, tmp_path: Path):
    done = run_sweep(tmp_path, '[design]\nkind = "grid"\n[levers]\nopenness = { values = [0.1, 0.9] }\n[seeds]\nnumber = 3\n')
    tables = samvirke.read_sweep(tmp_path / "out")
    assert done.wanted == 6
    assert rows(tmp_path / "out", "seed", "draw")[::6] == [(1, 1), (2, 2), (3, 3)]
    assert list(tables["draws"]["draw"]) == [1, 2, 3]
    assert tables["draws"]["halo"].tolist() == with_a_posterior.draws["halo"][:3].tolist()
    assert tables["points"]["halo"].isna().all()


def test_a_point_may_be_a_draw_from_the_posterior(with_a_posterior: Posterior, tmp_path: Path):
    done = run_sweep(tmp_path, '[design]\nkind = "posterior"\ndraws = 4\n[seeds]\nnumber = 2\n')
    points = samvirke.read_sweep(tmp_path / "out")["points"]
    assert done.wanted == 8
    assert list(points["posterior_draw"]) == [1, 2, 3, 4]
    assert points["halo"].tolist() == with_a_posterior.draws["halo"][:4].tolist()
    assert sorted({draw for draw, *_ in rows(tmp_path / "out", "draw", "seed")}) == [1, 2, 3, 4]


def test_another_posterior_is_refused(with_a_posterior: Posterior, tmp_path: Path):
    text = '[design]\nkind = "posterior"\ndraws = 1\n'
    run_sweep(tmp_path, text)
    with_a_posterior.draws["halo"][4] += 0.01
    with pytest.raises(RunFolderError, match="draws from another posterior"):
        run_sweep(tmp_path, text)


def test_a_dry_run_says_how_much_it_will_be_and_writes_nothing(tmp_path: Path):
    sweep = read_sweep_file(str(sweep_file(tmp_path, SMALL)))
    what = estimate(sweep, str(tmp_path / "out"), 2)
    assert (what.points, what.runs, what.there, what.parts) == (4, 24, 0, 5)
    assert what.seconds > 0
    assert what.bytes > 0
    assert not (tmp_path / "out").exists()


def test_the_estimate_of_bytes_is_near_what_is_written(small_sweep: Path, tmp_path: Path):
    what = estimate(read_sweep_file(str(sweep_file(tmp_path, SMALL))), None, 1)
    written = sum(len(content) for name, content in bits(small_sweep).items() if name.startswith(("outcomes", "parts")))
    assert 0.2 * written < what.bytes < 3 * written


def test_ids_of_points_hang_on_what_they_set_and_on_nothing_else(tmp_path: Path):
    one = read_sweep_file(str(sweep_file(tmp_path, GRID.format("[0.2]"))))
    turned = '[design]\nkind = "table"\nfile = "points.csv"\n'
    (tmp_path / "points.csv").write_text("lever_openness,halo,structure\n0.2,0.3,\n0.2,0.1,\n", encoding="utf-8")
    other = read_sweep_file(str(sweep_file(tmp_path, turned)))
    assert points_of_sweep(one).ids == points_of_sweep(other).ids[::-1]


def test_all_runs_are_divided_into_chunks_once(tmp_path: Path):
    sweep = read_sweep_file(str(sweep_file(tmp_path, SMALL)))
    runs = runs_of(sweep, points_of_sweep(sweep))
    chunks = list(runs.chunks(np.arange(len(runs))))
    assert [len(chunk) for chunk in chunks] == [5, 5, 5, 5, 4]
    assert runs.missing(span for chunk in chunks for span in chunk.spans).tolist() == []
    assert runs.missing(iter(chunks[1].spans)).tolist() == [*range(5), *range(10, 24)]


def test_the_earlier_name_of_a_figure_is_warned_of():
    with pytest.warns(DeprecationWarning, match=r"SweepDone\.simulated"):
        assert SweepDone("out", wanted=3, simulated=2).lived == 2
