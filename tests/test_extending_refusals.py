"""What tells an extension apart, and what cannot be one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from samvirke.analysis.calibration.posterior import fingerprints
from samvirke.extending import Fixed, OwnMeasure, Parameter, decisions, extend, moved, remove_extension
from samvirke.model.extensions import ADDED, ExtensionError
from samvirke.model.rule import fingerprint_of_the_model
from samvirke.model.scenario import read_scenario
from tests.ensembles import TINY
from tests.own_rules import CHANCE, MODULE, SWITCH, VISIT, add_visits, differing, other_visits, simulated
from tests.test_architecture import ROOT

pytestmark = pytest.mark.usefixtures("without_extensions_afterwards")


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
    assert "nowhere, which adds an extension, cannot be imported" in refused.stderr


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
def test_what_cannot_be_an_extension_is_reported_in_a_sentence(changes: dict[str, Any], sentence: str):
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


def test_a_rule_that_numba_cannot_compile_is_reported_in_a_sentence():
    def unknown(state: Any, p: int, moment: Any, size: float) -> None:
        state.partnerships[p].trust = no_such_rule(size)  # type: ignore[name-defined]  # noqa: F821

    extend("unknown", unknown, after="meet", parameters=[Parameter("size", "", "", 0, 1, Fixed(0.0), "", "", neutral=0.0)])
    with pytest.raises(ExtensionError, match=r"extensions \(unknown\): numba cannot compile a rule: .*no_such_rule"):
        simulated()


def test_a_rule_need_not_be_decorated():
    def tensed(state: Any, p: int, moment: Any, size: float) -> None:
        state.partnerships[p].tension = moved(state.partnerships[p].tension, 1.0, size)

    before = simulated()
    extend("tensed", tensed, after="meet", parameters=[Parameter("size", "", "", 0, 1, Fixed(0.0), "", "", neutral=0.0)])
    assert not differing(before, simulated())
    assert (simulated(size=0.5).partnerships["tension"] > before.partnerships["tension"]).all()


def test_decisions_below_ten_thousand_are_the_models():
    with pytest.raises(ExtensionError, match="must lie between 10000 and 65535"):
        decisions(65_530, 10)
