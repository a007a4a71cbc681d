"""Mechanisms of one's own: switched off they change no bit, switched on they have an effect under the same chance."""

import doctest
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import samvirke
from samvirke.analysis.run.folder import RunFolderError, read_manifest
from samvirke.analysis.sweep.chunk import runs_of
from samvirke.analysis.sweep.parts import WorkerMismatchError, run_and_write
from samvirke.analysis.sweep.points import points_of_sweep
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep_analysis.folder import open_sweep
from samvirke.extending import Field, Fixed, Parameter, extend, remove_extension
from samvirke.model.ensemble import simulate
from samvirke.model.extensions import ExtensionError
from samvirke.model.mesa_face import PartnershipModel
from samvirke.model.rule import rule
from samvirke.model.scenario import ScenarioError, read_scenario
from samvirke.model.world import lay_out
from tests.ensembles import TINY, same_bits
from tests.own_rules import MODULE, SEEDS, add_visits, differing, simulated
from tests.test_architecture import ROOT
from tests.test_python_page import BLOCK

PAGE = ROOT / "docs" / "extending.md"
OWN_RULES = "tests.own_rules"


pytestmark = pytest.mark.usefixtures("without_extensions_afterwards")


# --- The page


def test_every_example_of_the_page_runs_and_gives_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    (module,) = [block for block in blocks if block.startswith("# visits.py")]
    (tmp_path / "visits.py").write_text(module, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "visits", raising=False)
    told = "\n".join(block for block in blocks if ">>>" in block)
    wording: list[str] = []
    runner = doctest.DocTestRunner()
    runner.run(doctest.DocTestParser().get_doctest(told, {}, PAGE.name, str(PAGE), 0), out=wording.append)
    assert len(blocks) > 4
    assert runner.summarize(verbose=False).failed == 0, "".join(wording)


# --- Bits


@pytest.mark.oracle
def test_at_its_neutral_value_a_run_has_the_same_bits_as_without_it():
    before = simulated()
    add_visits()
    neutral = simulated()
    assert not differing(before, neutral)
    assert not neutral.own["visits_made"].any()
    remove_extension("visits")
    assert not differing(before, simulated())


@pytest.mark.oracle
def test_switched_on_it_has_an_effect_under_the_same_chance():
    before = simulated()
    add_visits()
    visited = simulated(share_learnt=0.5)
    assert (visited.own["visits_made"] > 0).all()
    assert (visited.partnerships["expectations_known"] > before.partnerships["expectations_known"]).all()
    assert same_bits(visited.partnerships["number"], before.partnerships["number"])
    assert np.array_equal(simulated(share_learnt=1e-300, chance_of_a_visit=0.0).partnerships, before.partnerships)


def test_the_mesa_face_runs_it_too_with_the_same_bits():
    add_visits()
    visited = simulated(share_learnt=0.5)
    model = PartnershipModel("one-partnership", rng=SEEDS[0], share_learnt=0.5)
    while model.running:
        model.step()
    assert same_bits(model.state.partnerships, visited.partnerships[0])
    assert model.state.own_fields[0, 0] == visited.own["visits_made"][0, 0]
    assert model.fork().state.own_fields[0, 0] == model.state.own_fields[0, 0]


def test_two_extensions_run_beside_each_other():
    add_visits()
    alone = simulated(share_learnt=0.5)
    other = Parameter("size", "size", "share", 0, 1, Fixed(0.0), "", "assumed", neutral=0.0)

    @rule
    def counted(state: Any, p: int, moment: Any, own: Any, size: float) -> None:
        own[0] += size
        own[1] += 2.0 * size + 0.0 * moment.month * state.partnerships[p].trust

    extend("counted", counted, after="survey", parameters=[other], fields=[Field("once", ""), Field("twice", "")])
    both = simulated(share_learnt=0.5, size=1.0)
    assert not differing(alone, both)
    assert same_bits(alone.own["visits_made"], both.own["visits_made"])
    assert (both.own["twice"] == 2.0 * both.own["once"]).all()


def test_a_world_laid_out_before_is_refused_and_not_read_beyond_its_end():
    world = lay_out(read_scenario("one-partnership"))
    add_visits()
    with pytest.raises(ValueError, match="lay the scenario out again"):
        simulate(world, SEEDS)


def test_compiled_and_uncompiled_it_has_the_same_bits(tmp_path: Path):
    program = (
        "import tests.own_rules as it; it.add_visits(); "
        "print(it.simulated(share_learnt=0.5).partnerships[0].tobytes().hex()[:4000], it.extensions.ADDED['visits'].fingerprint)"
    )
    wording = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, **more}, capture_output=True, text=True, check=True
        ).stdout
        for more in ({}, {"NUMBA_DISABLE_JIT": "1"})
    ]  # fmt: skip
    assert wording[0] == wording[1]


# --- Scenarios, comparisons, sweeps


def test_its_parameters_are_known_to_scenarios_only_while_it_is_there():
    add_visits()
    scenario = read_scenario("one-partnership", parameters={"share_learnt": 0.5})
    assert scenario.parameters == {"share_learnt": 0.5}
    Path("own.toml").write_text(f'extends = "{TINY}"\n[parameters]\nshare_lernt = 0.5\n', encoding="utf-8")
    with pytest.raises(ScenarioError, match='the nearest is "share_learnt"'):
        read_scenario("own.toml")
    remove_extension("visits")
    with pytest.raises(ScenarioError, match='"share_learnt" is no parameter'):
        read_scenario("one-partnership", parameters={"share_learnt": 0.5})


def test_a_comparison_has_its_measure_and_a_page():
    add_visits()
    lines = (f'extends = "{TINY}"', "[arms.visits]", 'title = { da = "Besøg", en = "Visits" }', "parameters = { share_learnt = 0.5 }")
    Path("own.toml").write_text("\n".join(lines), encoding="utf-8")
    table = samvirke.compare("own.toml", ["visits"], replicates=12, out="compared").set_index("measure")
    made = [float(table[column]["visits_made"]) for column in ("level_baseline", "mean")]
    assert made[0] == 0.0 < made[1]
    assert read_manifest("compared")["extensions"]["visits"]["module"] == OWN_RULES
    assert read_manifest("compared")["parameters"]["visits"]["share_learnt"] == 0.5
    assert samvirke.report("compared").startswith("<!DOCTYPE html>")
    assert samvirke.report("compared", language="da").startswith("<!DOCTYPE html>")
    remove_extension("visits")
    with pytest.raises(RunFolderError, match=f"extension visits, which is not here; import {OWN_RULES} first"):
        samvirke.report("compared")


SWEEP = """
scenario = "one-partnership"
[design]
kind = "grid"
[parameters]
share_learnt = { values = [0.0, 0.5] }
[seeds]
number = 6
"""


def test_a_sweep_varies_its_parameter_under_the_same_seeds(tmp_path: Path):
    plain = samvirke.run("one-partnership", replicates=6, keep=[])["outcomes"]
    add_visits()
    Path("own.toml").write_text(SWEEP, encoding="utf-8")
    assert samvirke.sweep("own.toml", "sweep").complete
    tables = samvirke.read_sweep("sweep")
    rows = tables["outcomes"].merge(tables["points"][["point", "share_learnt", "chance_of_a_visit"]], on="point").sort_values("seed")
    assert set(rows["chance_of_a_visit"]) == {0.2}
    off, on = (rows[rows["share_learnt"] == value] for value in (0.0, 0.5))
    assert off["trust"].tolist() == plain["trust"].tolist()
    assert (on["trust"].to_numpy() != off["trust"].to_numpy()).any()
    remove_extension("visits")
    with pytest.raises(RunFolderError, match=f"extension visits, which is not here; import {OWN_RULES} first"):
        open_sweep("sweep")


def test_a_name_that_is_no_parameter_is_still_refused_in_a_sweep():
    add_visits()
    Path("own.toml").write_text(SWEEP.replace("share_learnt", "share_lernt"), encoding="utf-8")
    with pytest.raises(ScenarioError, match='the nearest is "share_learnt"'):
        read_sweep_file("own.toml")


@pytest.mark.slow
def test_worker_processes_import_it_and_give_the_same_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "own_module.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(ROOT)
    __import__("own_module")
    Path("own.toml").write_text(SWEEP.replace("[seeds]", "[keep]\ntables = ['outcomes']\n[seeds]"), encoding="utf-8")
    assert samvirke.sweep("own.toml", "one").complete
    assert samvirke.sweep("own.toml", "two", workers=2).complete
    one, two = (samvirke.read_sweep(folder)["outcomes"].sort_values(["point", "seed"], ignore_index=True) for folder in ("one", "two"))
    assert one.equals(two)


def test_what_workers_cannot_import_is_reported_before_anything_is_run():
    add_visits(module="__main__")
    Path("own.toml").write_text(SWEEP, encoding="utf-8")
    with pytest.raises(ExtensionError, match="is defined in a notebook or a script"):
        samvirke.sweep("own.toml", "sweep", workers=2)
    assert samvirke.sweep("own.toml", "sweep").complete


def test_a_worker_whose_module_adds_nothing_is_not_believed(tmp_path: Path):
    add_visits()
    Path("own.toml").write_text(SWEEP, encoding="utf-8")
    sweep = read_sweep_file("own.toml")
    chunk = next(runs_of(sweep, points_of_sweep(sweep)).chunks(np.arange(2)))
    remove_extension("visits")
    with pytest.raises(WorkerMismatchError, match="must add them when imported"):
        run_and_write(chunk, str(tmp_path / "out"))
