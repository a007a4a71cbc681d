"""Mechanisms of one's own: switched off they change no bit, switched on they have an effect under the same chance."""

import doctest
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import samvirke
from samvirke.analysis.calibration.posterior import fingerprints
from samvirke.analysis.run.folder import RunFolderError, read_manifest
from samvirke.analysis.sweep.chunk import runs_of
from samvirke.analysis.sweep.parts import WorkerMismatchError, run_and_write
from samvirke.analysis.sweep.points import points_of_sweep
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep_analysis.folder import open_sweep
from samvirke.extending import Field, Fixed, OwnMeasure, Parameter, decisions, extend, moved, remove_extension, uniform
from samvirke.model import extensions
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.extensions import ADDED, ExtensionError
from samvirke.model.mesa_face import PartnershipModel
from samvirke.model.rule import fingerprint_of_the_model, rule
from samvirke.model.scenario import Scenario, ScenarioError, read_scenario
from samvirke.model.world import lay_out
from tests.ensembles import TINY, same_bits
from tests.test_architecture import ROOT
from tests.test_python_page import BLOCK

PAGE = ROOT / "docs" / "extending.md"
(VISIT,) = decisions(20_000)
SEEDS = (1, 2, 3)
SWITCH = Parameter("share_learnt", "part learnt on a visit", "share", 0, 1, Fixed(0.0), "G3", "assumed", neutral=0.0)
CHANCE = Parameter("chance_of_a_visit", "chance of a visit", "per month", 0, 1, Fixed(0.2), "G3", "assumed")


@rule
def visits(state: Any, p: int, moment: Any, own: Any, chance_of_a_visit: float, share_learnt: float) -> None:
    """Learn of expectations on visits."""
    partnership = state.partnerships[p]
    if uniform(moment, VISIT, partnership.number, 0) < chance_of_a_visit:
        own[0] += 1.0
        for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
            state.ties[t].expectations_known = moved(state.ties[t].expectations_known, 1.0, share_learnt)


@rule
def other_visits(state: Any, p: int, moment: Any, own: Any, chance_of_a_visit: float, share_learnt: float) -> None:
    """Another rule of the same form."""
    own[0] += share_learnt + chance_of_a_visit + 0.0 * state.partnerships[p].trust * moment.month


def add_visits(**changes: Any) -> extensions.Extension:
    measure = OwnMeasure("visits_made", "visits", "visits", 0, "visits", lambda ensemble: ensemble.own["visits_made"].mean(axis=1))
    said: dict[str, Any] = {
        "name": "visits", "rule": visits, "after": "meet", "parameters": [SWITCH, CHANCE],
        "fields": [Field("visits_made", "visits so far", "visits", 0, None)], "decisions": [VISIT], "measures": [measure],
    }  # fmt: skip
    return extend(**{**said, **changes})


@pytest.fixture(autouse=True)
def without_extensions_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    for name in tuple(ADDED):
        remove_extension(name)


def simulated(**parameters: float) -> Ensemble:
    scenario: Scenario = read_scenario("one-partnership", parameters=parameters)
    return simulate(lay_out(scenario), SEEDS)


def differing(one: Ensemble, other: Ensemble) -> list[str]:
    """The parts in which two ensembles differ by any bit."""
    parts = [name for name in ("partnerships", "latent", "seen", "monthly") if not same_bits(getattr(one, name), getattr(other, name))]
    return parts + [f"events {run}" for run in range(len(SEEDS)) if not same_bits(one.events[run], other.events[run])]


# --- The page


def test_every_example_of_the_page_runs_and_gives_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    (module,) = [block for block in blocks if block.startswith("# visits.py")]
    (tmp_path / "visits.py").write_text(module, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "visits", raising=False)
    told = "\n".join(block for block in blocks if ">>>" in block)
    said: list[str] = []
    runner = doctest.DocTestRunner()
    runner.run(doctest.DocTestParser().get_doctest(told, {}, PAGE.name, str(PAGE), 0), out=said.append)
    assert len(blocks) > 4
    assert runner.summarize(verbose=False).failed == 0, "".join(said)


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


def test_the_mesa_face_lives_it_too_with_the_same_bits():
    add_visits()
    visited = simulated(share_learnt=0.5)
    model = PartnershipModel("one-partnership", rng=SEEDS[0], share_learnt=0.5)
    while model.running:
        model.step()
    assert same_bits(model.state.partnerships, visited.partnerships[0])
    assert model.state.own_fields[0, 0] == visited.own["visits_made"][0, 0]
    assert model.fork().state.own_fields[0, 0] == model.state.own_fields[0, 0]


def test_two_extensions_live_beside_each_other():
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
        "import tests.test_extending as it; it.add_visits(); "
        "print(it.simulated(share_learnt=0.5).partnerships[0].tobytes().hex()[:4000], it.ADDED['visits'].fingerprint)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, **more}, capture_output=True, text=True, check=True
        ).stdout
        for more in ({}, {"NUMBA_DISABLE_JIT": "1"})
    ]  # fmt: skip
    assert said[0] == said[1]


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
    assert table.loc["visits_made", "level_baseline"] == 0.0
    assert float(table["mean"]["visits_made"]) > 0.0
    assert read_manifest("compared")["extensions"]["visits"]["module"] == __name__
    assert read_manifest("compared")["parameters"]["visits"]["share_learnt"] == 0.5
    assert samvirke.report("compared").startswith("<!DOCTYPE html>")
    assert samvirke.report("compared", language="da").startswith("<!DOCTYPE html>")
    remove_extension("visits")
    with pytest.raises(RunFolderError, match=f"extension visits, which is not here; import {__name__} first"):
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
    assert samvirke.sweep("own.toml", "swept").complete
    tables = samvirke.read_sweep("swept")
    swept = tables["outcomes"].merge(tables["points"][["point", "share_learnt", "chance_of_a_visit"]], on="point").sort_values("seed")
    assert set(swept["chance_of_a_visit"]) == {0.2}
    off, on = (swept[swept["share_learnt"] == value] for value in (0.0, 0.5))
    assert off["trust"].tolist() == plain["trust"].tolist()
    assert (on["trust"].to_numpy() != off["trust"].to_numpy()).any()
    remove_extension("visits")
    with pytest.raises(RunFolderError, match=f"extension visits, which is not here; import {__name__} first"):
        open_sweep("swept")


def test_a_name_that_is_no_parameter_is_still_refused_in_a_sweep():
    add_visits()
    Path("own.toml").write_text(SWEEP.replace("share_learnt", "share_lernt"), encoding="utf-8")
    with pytest.raises(ScenarioError, match="share_lernt"):
        read_sweep_file("own.toml")


MODULE = """
import tests.test_extending
tests.test_extending.add_visits(module=__name__)
"""


@pytest.mark.slow
def test_worker_processes_import_it_and_live_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "own_module.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(ROOT)
    __import__("own_module")
    Path("own.toml").write_text(SWEEP.replace("[seeds]", "[keep]\ntables = ['outcomes']\n[seeds]"), encoding="utf-8")
    assert samvirke.sweep("own.toml", "one").complete
    assert samvirke.sweep("own.toml", "two", workers=2).complete
    one, two = (samvirke.read_sweep(folder)["outcomes"].sort_values(["point", "seed"], ignore_index=True) for folder in ("one", "two"))
    assert one.equals(two)


def test_what_workers_cannot_import_is_said_before_anything_is_run():
    add_visits(module="__main__")
    Path("own.toml").write_text(SWEEP, encoding="utf-8")
    with pytest.raises(ExtensionError, match="is defined in a notebook or a script"):
        samvirke.sweep("own.toml", "swept", workers=2)
    assert samvirke.sweep("own.toml", "swept").complete


def test_a_worker_whose_module_adds_nothing_is_not_believed(tmp_path: Path):
    add_visits()
    Path("own.toml").write_text(SWEEP, encoding="utf-8")
    sweep = read_sweep_file("own.toml")
    chunk = next(runs_of(sweep, points_of_sweep(sweep)).chunks(np.arange(2)))
    remove_extension("visits")
    with pytest.raises(WorkerMismatchError, match="must add them when imported"):
        run_and_write(chunk, str(tmp_path / "out"))


# --- What tells it


def test_the_fingerprint_tells_the_extension_its_rule_and_its_parameters():
    without = fingerprint_of_the_model()
    add_visits()
    first = fingerprint_of_the_model()
    add_visits(rule=other_visits)
    second = fingerprint_of_the_model()
    add_visits(parameters=[SWITCH, Parameter("chance_of_a_visit", "", "", 0, 1, Fixed(0.3), "", "assumed")])
    third = fingerprint_of_the_model()
    add_visits()
    assert fingerprint_of_the_model() == first
    assert len({without, first, second, third}) == 4
    remove_extension("visits")
    assert fingerprint_of_the_model() == without


def test_a_posterior_becomes_stale_only_if_the_default_switches_the_rule_on():
    scenario = read_scenario(TINY)
    before = fingerprints(scenario)
    add_visits()
    assert fingerprints(scenario) == before
    on = Parameter("share_learnt", "", "", 0, 1, Fixed(0.5), "", "assumed", neutral=0.0)
    add_visits(parameters=[on, CHANCE])
    assert fingerprints(scenario)["model"] != before["model"]
    assert fingerprints(scenario)["parameters"] == before["parameters"]


def test_the_environment_names_what_the_commands_import(tmp_path: Path):
    (tmp_path / "own_module.py").write_text(MODULE, encoding="utf-8")
    program = "from samvirke.command_line import app; app(['run', 'one-partnership', '--set', 'share_learnt=0.5', '--out', 'run'])"
    command = [sys.executable, "-c", program]
    environment = {**os.environ, "SAMVIRKE_EXTENSIONS": "own_module", "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(Path("run/manifest.json").read_text(encoding="utf-8"))["extensions"]["visits"]["module"] == "own_module"
    refused = subprocess.run(command, env={**environment, "SAMVIRKE_EXTENSIONS": "nowhere"}, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "nowhere cannot be imported" in refused.stderr


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"after": "meeting"}, 'after = "meeting" is no process of the month; the nearest is "meet"'),
        ({"parameters": [CHANCE]}, "0 parameters have a neutral value"),
        ({"parameters": [SWITCH, CHANCE, Parameter("more", "", "", 0, 1, Fixed(0.0), "", "")]}, "does not take more, which is declared"),
        ({"parameters": [SWITCH]}, "takes chance_of_a_visit, which is none of its parameters"),
        ({"fields": []}, "takes own, which is none of its parameters"),
        ({"decisions": [900]}, "decision 900 must lie between 10000 and 65535"),
        (
            {"parameters": [SWITCH, Parameter("openness", "", "", 0, 1, Fixed(0.0), "", "")]},
            "there is a parameter or lever openness already",
        ),
        ({"parameters": [SWITCH, Parameter("chance_of_a_visit", "", "", 0, 1, Fixed(2.0), "", "")]}, "must lie between 0 and 1"),
        ({"name": "a visit"}, '"a visit" must be a name of letters'),
        ({"rule": lambda p, state, moment: None}, "its rule must take state, p, moment first"),
        ({"measures": [OwnMeasure("trust", "", "", 0, "", lambda ensemble: 0)]}, "there is a measure trust already"),
    ],
)
def test_what_cannot_be_an_extension_is_said_in_a_sentence(changes: dict[str, Any], sentence: str):
    with pytest.raises(ExtensionError, match=sentence):
        add_visits(**changes)
    assert not ADDED


def test_names_and_chance_of_another_extension_are_not_taken_twice():
    add_visits()
    with pytest.raises(ExtensionError, match="share_learnt belongs to extension visits already"):
        add_visits(name="others", measures=[])
    fresh = [Parameter("size", "", "", 0, 1, Fixed(0.0), "", "", neutral=0.0)]
    with pytest.raises(ExtensionError, match="decision 20000 is one of extension visits already"):
        extend("others", lambda state, p, moment, size: None, after="meet", parameters=fresh, decisions=[VISIT])


def test_decisions_below_ten_thousand_are_the_models():
    with pytest.raises(ExtensionError, match="must lie between 10000 and 65535"):
        decisions(65_530, 10)
