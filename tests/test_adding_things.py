"""A lever, and a mechanism with a parameter and a rule, are added in a copy of the sources: each in one place, and everything sees them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]

LEVER = """
    DeclaredLever(
        "singing", "how much is sung together", label="Singing together", group=WORKING_TOGETHER, ends=("silent", "loud"),
        drawn=IN_COMMON, typical=Uniform(0.2, 0.6), mechanism="S1", source=FREE,
    ),
"""
PARAMETERS = """
    Parameter("trust_from_singing", "trust that a month of full singing adds", "share per month", 0, 1, Uniform(0.0, 0.2), "S1", FREE,
              neutral=0.0),
    Parameter("read_by_nobody", "a number that no rule reads", "share", 0, 1, Uniform(0.0, 1.0), "S1", FREE),
"""
MECHANISM = """
        Mechanism("S1", "Singing together builds trust", ("a choir and its hall",)),
"""
RULE = '''

@rule
def trust_sung(state: Any, p: int) -> float:
    """What singing adds to trust in a month [S1]."""
    return float(state.parameters[0].trust_from_singing * state.policies[p].singing)
'''
WHAT_IS_SEEN = """
import json
from samvirke.analysis.ablation.ablation import switches
from samvirke.model.levers import LEVERS, WORKING_TOGETHER
from samvirke.model.mechanisms import MECHANISMS, rules
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Lever, read_scenario
from samvirke.model.scenario.options import wrong_settings
from samvirke.model.scenario.resolved import Text
from samvirke.model.scenario.schema import schema_text
from samvirke.model.state import copy_state
from samvirke.model.world import lay_out
from samvirke.model.begin import begin
from samvirke.samvirke_of_tests import evidence_of
from samvirke.translation import problems
from samvirke.viz.dashboard.runs.address import levers_of
from samvirke.model.language import language_of
from samvirke.viz.dashboard.names import ends, grouped, stands

scenario = read_scenario("one-partnership")
lever = Lever(label=Text(da="Sang", en="Singing"), low=0.0, high=1.0, step=0.1)
turned = scenario.model_copy(update={"levers": {**scenario.levers, "singing": lever}})
state = copy_state(lay_out(scenario, events=False, monthly=False).template)
state.parameters[0] = lay_out(scenario).draw()[0]
begin(state, 1)
read = {name for each in rules() for name in each.reads}
print(json.dumps({
    "group": dict(grouped(list(levers_of(turned))))[WORKING_TOGETHER],
    "ends": ends("singing", lever, language_of("en")), "stands": stands("singing", 0.4, language_of("en")),
    "schema": "how much is sung together" in schema_text(),
    "may be set": not wrong_settings({"singing": 0.4}), "refused": len(wrong_settings({"singing": 1.4})),
    "begins": float(state.policies[0].singing), "usual": REGISTRY["singing"].default,
    "evidence": evidence_of("singing"), "evidence of the mechanism": evidence_of("S1"),
    "parameters": [each.name for each in MECHANISMS["S1"].parameters], "rules": [each.name for each in MECHANISMS["S1"].rules],
    "switch": switches()["S1"], "not read": [each.name for each in MECHANISMS["S1"].parameters if each.name not in read],
    "without Danish": [each for each in problems("da") if "inging" in each or "sung" in each or "silent" in each],
}))
"""
EVIDENCE = """
import contextlib, io
from samvirke.terminal import evidence

evidence.shipped_posterior = lambda: None  # whether it is stale takes minutes to find out uncompiled

def evidence_of(name):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        evidence.tell(name)
    return said.getvalue()
"""


def put_before(file: Path, mark: str, text: str) -> None:
    """Add a declaration at the end of the others of its file."""
    source = file.read_text(encoding="utf-8")
    assert source.count(mark) == 1
    file.write_text(source.replace(mark, text.lstrip("\n") + mark), encoding="utf-8")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a copy of the sources with the new things says of them."""
    copy = tmp_path_factory.mktemp("copy") / "samvirke"
    copytree(ROOT / "samvirke", copy)
    for name in ("model", "analysis", "viz", "scenarios"):
        copytree(ROOT / name, copy / name)
    put_before(copy / "model" / "levers.py", ")  # fmt: skip\n\nLEVERS:", LEVER)
    put_before(copy / "model" / "parameters" / "meeting.py", ")  # fmt: skip", PARAMETERS)
    put_before(copy / "model" / "mechanisms.py", "    )\n}  # fmt: skip", MECHANISM)
    rules = copy / "model" / "processes" / "trust.py"
    rules.write_text(rules.read_text(encoding="utf-8") + RULE, encoding="utf-8")
    (copy / "samvirke_of_tests.py").write_text(EVIDENCE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(copy.parent), "NUMBA_DISABLE_JIT": "1"}
    done = subprocess.run(
        [sys.executable, "-c", WHAT_IS_SEEN], cwd=copy.parent, env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_a_new_lever_has_its_slider_in_its_group_with_words_at_both_ends(seen: dict[str, Any]) -> None:
    assert seen["group"][-1] == "singing"
    assert seen["ends"] == ["silent", "loud"]
    assert seen["stands"] == "40 of 100"


def test_a_new_lever_may_be_written_in_a_scenario_and_set_within_its_bounds(seen: dict[str, Any]) -> None:
    assert seen["schema"]
    assert seen["may be set"]
    assert seen["refused"] == 1


def test_a_new_lever_begins_as_it_is_declared_to(seen: dict[str, Any]) -> None:
    assert seen["usual"] == pytest.approx(0.4)
    assert 0.0 < seen["begins"] <= 1.0


def test_the_page_of_evidence_knows_a_new_lever_and_a_new_mechanism(seen: dict[str, Any]) -> None:
    assert "typically: how much is sung together" in seen["evidence"]
    assert "S1: Singing together builds trust" in seen["evidence"]
    assert "a choir and its hall" in seen["evidence of the mechanism"]
    assert "trust_sung" in seen["evidence of the mechanism"]


def test_a_new_mechanism_knows_its_parameters_its_rules_and_its_switch(seen: dict[str, Any]) -> None:
    assert seen["parameters"] == ["singing", "trust_from_singing", "read_by_nobody"]
    assert seen["rules"] == ["trust_sung"]
    assert seen["switch"] == {"trust_from_singing": 0.0}


def test_a_parameter_that_no_rule_reads_is_found(seen: dict[str, Any]) -> None:
    assert seen["not read"] == ["read_by_nobody"]


def test_every_text_of_the_new_things_is_missed_in_danish(seen: dict[str, Any]) -> None:
    missed = " ".join(seen["without Danish"])
    for text in ("Singing together", "silent", "typically: how much is sung together", "trust that a month of full singing adds"):
        assert text in missed
