"""The registry: every number declared once, with meaning, unit, bounds, prior and source, and used."""

import ast
import re
from pathlib import Path

import numpy as np
import pytest

from samvirke.model.ensemble import simulate
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import FREE, REGISTRY, Fixed, Parameter, parameter_record
from samvirke.model.world import lay_out
from tests.ensembles import tiny
from tests.test_mechanisms import MECHANISMS as CLAIMED

ROOT = Path(__file__).parents[1]
PLACES_OF_RULES = [*(ROOT / "model").rglob("*.py"), ROOT / "analysis" / "survey" / "instrument.py"]


def names_read(file: Path) -> set[str]:
    """Attributes and names in quotes that a source file mentions."""
    tree = ast.parse(file.read_text())
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return attributes | {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_declared_parameter_is_used() -> None:
    used = set().union(*(names_read(file) for file in PLACES_OF_RULES if "parameters" not in file.parts))
    assert set(REGISTRY) - used == set()


@pytest.mark.parametrize("parameter", REGISTRY.values(), ids=REGISTRY)
def test_a_declaration_is_complete_and_consistent(parameter: Parameter) -> None:
    assert parameter.meaning and parameter.unit and parameter.source and parameter.mechanism
    assert parameter.low <= parameter.prior.at(0.0) <= parameter.default <= parameter.prior.at(1.0) <= parameter.high
    if parameter.neutral is not None:
        assert parameter.low <= parameter.neutral <= parameter.high
    if isinstance(parameter.prior, Fixed):
        assert parameter.source != FREE, "a fixed number needs a source or a stated convention"


def test_defaults_are_prior_medians() -> None:
    record = parameter_record()[0]
    assert all(record[name] == parameter.prior.median for name, parameter in REGISTRY.items())


def test_every_lever_has_its_typical_value_in_the_registry() -> None:
    assert set(LEVERS) <= set(REGISTRY)
    for name, lever in LEVERS.items():
        assert (REGISTRY[name].low, REGISTRY[name].high) == (lever.low, lever.high)


def test_a_value_out_of_bounds_is_refused_with_the_bounds() -> None:
    with pytest.raises(ValueError, match=r"response_noise = 0\.5: must lie between 0 and 0\.15"):
        parameter_record({"response_noise": 0.5})


@pytest.mark.parametrize("end", ["low", "high", "neutral"])
def test_the_model_runs_at_every_end_of_every_parameter(end: str) -> None:
    """No division by nothing, no bound broken, at the lowest, the highest and the neutral value of each."""
    world = lay_out(tiny(), monthly=False, events=False)
    values = {name: getattr(parameter, end) for name, parameter in REGISTRY.items()}
    named = {name: value for name, value in values.items() if value is not None}
    draws = np.concatenate([parameter_record({name: value}) for name, value in named.items()]).view(np.recarray)
    ensemble = simulate(world, np.ones(len(draws), dtype=int), draws)
    assert np.isfinite(ensemble.partnerships["trust"]).all()
    assert ((ensemble.partnerships["synergy"] >= 0) & (ensemble.partnerships["synergy"] <= 1)).all()
    assert (ensemble.partnerships["future"] >= 0).all()


def test_every_mechanism_of_the_registry_and_of_the_claims_is_said_in_words():
    of_the_registry = {code for parameter in REGISTRY.values() for code in parameter.mechanism.split()}
    assert of_the_registry - {"input", "measure", "instrument"} <= set(MECHANISMS)
    assert set(CLAIMED) == set(MECHANISMS)


def test_every_mechanism_stands_in_the_docstring_of_a_rule():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parents[1] / "model").rglob("*.py"))
    cited = {code for found in re.findall(r"\[([A-Z]\d+(?:[-, A-Z0-9]*))\]", sources) for code in _codes(found)}
    assert set(MECHANISMS) - cited == set()


def _codes(cited: str) -> set[str]:
    """Codes between brackets: `T1, T6`, and `C1-C4` for all from the first to the last."""
    codes = set()
    for part in cited.split(", "):
        first, _, last = part.partition("-")
        letter, numbers = first[0], range(int(first[1:]), int(last[1:] if last else first[1:]) + 1)
        codes |= {f"{letter}{number}" for number in numbers}
    return codes
