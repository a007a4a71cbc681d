"""A lever, and a mechanism with its parameter and rule, are added in a copy of the sources: all see them; what is forgotten is found."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
CALL = """
            state.ties[t].trust = moved(state.ties[t].trust, 1.0, trust_sung(state, p))
"""
CLAIM = """
    ("S1", "singing together builds trust", levers(singing=0.0), levers(singing=1.0), monthly("trust", 12, 36), +1),
"""
NEUTRAL = """
    Row("S1", values(singing=0.0), values(singing=1.0)),
"""
AT_THE_CALL = "        else:\n            fade(state, t, rate_of_fading)"
AT_THE_CLAIMS = "]  # fmt: skip"
AT_THE_NEUTRAL_ROWS = "]  # fmt: skip\nSTANDING_STILL"
ADDED = {
    "the call": ("samvirke/model/processes/trust.py", AT_THE_CALL, CALL),
    "the claim": ("tests/claims.py", AT_THE_CLAIMS, CLAIM),
    "the neutral row": ("tests/test_neutral.py", AT_THE_NEUTRAL_ROWS, NEUTRAL),
}
"""What can be forgotten: where it belongs."""
FINDS = {
    "the call": "tests/test_declarations.py::test_every_rule_is_called",
    "the claim": "tests/test_mechanisms.py::test_every_mechanism_of_the_theory_has_a_claim",
    "the neutral row": "tests/test_neutral.py::test_every_mechanism_is_switched_off_in_a_claim_or_has_a_reason_not_to_be",
}
"""The test of the project that finds it missing."""
WHAT_IS_SEEN = """
import json
from samvirke.model.neutral import switches
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
from samvirke.model.ensemble import simulate
from tests.ensembles import changed
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


def trust(**values):
    # trust in the sixth month of the small ensemble, by the run
    scenario = changed(parameters=values).model_copy(update={"months": 6})
    return simulate(lay_out(scenario, events=False), (1, 2)).monthly["trust"][:, :, -1].mean(axis=1).tolist()


print(json.dumps({
    "group": dict(grouped(list(levers_of(turned))))[WORKING_TOGETHER],
    "ends": ends("singing", lever, language_of("en")), "stands": stands("singing", 0.4, language_of("en")),
    "schema": "how much is sung together" in schema_text(),
    "may be set": not wrong_settings({"singing": 0.4}), "refused": len(wrong_settings({"singing": 1.4})),
    "begins": float(state.policies[0].singing), "usual": REGISTRY["singing"].default,
    "evidence": evidence_of("singing"), "evidence of the mechanism": evidence_of("S1"),
    "parameters": [each.name for each in MECHANISMS["S1"].parameters], "rules": [each.name for each in MECHANISMS["S1"].rules],
    "switch": switches()["S1"], "not read": [each.name for each in MECHANISMS["S1"].parameters if each.name not in read],
    "trust unsung": trust(singing=0.0, trust_from_singing=0.2), "trust sung": trust(singing=1.0, trust_from_singing=0.2),
    "trust switched off": trust(singing=1.0, **switches()["S1"]),
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
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the sources and their tests, with the new things in it."""
    folder = tmp_path_factory.mktemp("copy")
    sources = folder / "samvirke"
    copytree(ROOT / "samvirke", sources)
    copytree(ROOT / "tests", folder / "tests")
    for name in ("model", "analysis", "viz", "scenarios"):
        copytree(ROOT / name, sources / name)
    put_before(sources / "model" / "levers.py", ")  # fmt: skip\n\nLEVERS:", LEVER)
    put_before(sources / "model" / "parameters" / "meeting.py", ")  # fmt: skip", PARAMETERS)
    put_before(sources / "model" / "mechanisms.py", "    )\n}  # fmt: skip", MECHANISM)
    rules = sources / "model" / "processes" / "trust.py"
    rules.write_text(rules.read_text(encoding="utf-8") + RULE, encoding="utf-8")
    for file, mark, text in ADDED.values():
        put_before(folder / file, mark, text)
    (sources / "samvirke_of_tests.py").write_text(EVIDENCE, encoding="utf-8")
    return folder


def python_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What Python says that finds these sources and tests; uncompiled."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "NUMBA_DISABLE_JIT": "1"}
    return subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def seen(copy: Path) -> dict[str, Any]:
    """What the sources with the new things say of them."""
    done = python_in(copy, "-c", WHAT_IS_SEEN)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


@contextmanager
def forgotten(folder: Path, what: str) -> Iterator[None]:
    """For a while the new things lack a part of theirs."""
    name, _, text = ADDED[what]
    file = folder / name
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(text.lstrip("\n"), ""), encoding="utf-8")
    yield
    file.write_text(whole, encoding="utf-8")


def found_wrong(folder: Path) -> tuple[set[str], str]:
    """Which of the tests that find something missing fail, and what they say."""
    done = python_in(folder, "-m", "pytest", "--noconftest", "-p", "no:cacheprovider", "-q", "-rf", *FINDS.values())
    assert "error" not in done.stdout.lower().replace("assertionerror", ""), done.stdout + done.stderr
    return {what for what, test in FINDS.items() if f"FAILED {test}" in done.stdout}, done.stdout


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


def test_a_new_rule_acts_and_is_switched_off_by_its_switch(seen: dict[str, Any]) -> None:
    assert all(sung > unsung + 0.01 for sung, unsung in zip(seen["trust sung"], seen["trust unsung"], strict=True))
    assert seen["trust switched off"] == seen["trust unsung"]


def test_new_things_with_all_their_parts_pass(copy: Path) -> None:
    assert found_wrong(copy)[0] == set()


@pytest.mark.parametrize(("what", "named"), [("the call", "trust_sung"), ("the claim", "S1"), ("the neutral row", "S1")])
def test_a_part_that_is_forgotten_is_found_and_named(copy: Path, what: str, named: str) -> None:
    with forgotten(copy, what):
        wrong, said = found_wrong(copy)
    assert wrong == {what}
    assert named in said


def test_every_text_of_the_new_things_is_missed_in_danish(seen: dict[str, Any]) -> None:
    missed = " ".join(seen["without Danish"])
    for text in ("Singing together", "silent", "typically: how much is sung together", "trust that a month of full singing adds"):
        assert text in missed
