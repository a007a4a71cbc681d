"""Whatever stands in a scenario file, the answer is a scenario or a sentence, never a traceback."""

import tempfile
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st
from tomlkit.exceptions import TOMLKitError

from samvirke.model.event_kinds import EVENT_KINDS
from samvirke.model.levers import LEVERS
from samvirke.model.scenario import Scenario, ScenarioError, as_toml, read_scenario, scenario_names
from samvirke.model.scenario.library import built_in_folder
from samvirke.model.scenario.places import lines_of
from samvirke.model.scenario.terse import TerseScenario
from samvirke.model.scenario.text import parse_toml

TEXTS = [(built_in_folder() / f"{name}.toml").read_text(encoding="utf-8") for name in scenario_names()]
TABLE = (built_in_folder() / "partnerskabspuljen_cases.csv").read_text(encoding="utf-8")
KEYS = [*TerseScenario.model_fields, "da", "en", "low", "high", "kind", "whom", "openness", "baseline", "members"]
EXTREME = st.sampled_from([0, -1, 10**30, 10**400, 1e308, float("inf"), float("-inf"), float("nan"), True, "", "0"])
SCALARS = st.one_of(EXTREME, st.integers(), st.floats(), st.booleans(), st.text(max_size=8), st.dates(), st.sampled_from(KEYS))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def outcome(text: str, **options: Any) -> Scenario | ScenarioError:
    """The scenario in `text`, or the errors about it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scenario.toml"
        file.write_text(text, encoding="utf-8", errors="replace", newline="")
        try:
            return read_scenario(str(file), **options)
        except ScenarioError as error:
            assert error.problems
            assert all("\n" not in str(problem) for problem in error.problems)
            return error


@st.composite
def mangled(draw: st.DrawFn, originals: list[str]) -> str:
    """A text with some pieces cut out, doubled or replaced."""
    text = draw(st.sampled_from(originals))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = draw(st.one_of(st.just(""), st.just(text[start:end] * 2), st.text(max_size=5), st.sampled_from('"[]{}=,.#\n')))
        text = text[:start] + piece + text[end:]
    return text


def paths_in(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every path to a value, as pydantic gives them."""
    if isinstance(value, dict):
        inside = [paths_in(each, (*path, key)) for key, each in value.items()]
    elif isinstance(value, list):
        inside = [paths_in(each, (*path, index)) for index, each in enumerate(value)]
    else:
        inside = []
    return [path, *(found for paths in inside for found in paths)]


@given(mangled(TEXTS))
@settings(max_examples=150)
def test_mangled_toml_is_read_or_answered(text: str):
    outcome(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_answered(content: bytes):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scenario.toml"
        file.write_bytes(content)
        try:
            read_scenario(str(file))
        except ScenarioError as error:
            assert error.problems


@given(mangled([TABLE]))
@settings(max_examples=60)
def test_a_mangled_table_of_cases_is_read_or_answered(table: str):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "cases.csv").write_text(table, encoding="utf-8", errors="replace", newline="")
        file = Path(folder) / "scenario.toml"
        file.write_text('extends = "partnerskabspuljen"\ncases = "cases.csv"\n')
        try:
            read_scenario(str(file))
        except ScenarioError as error:
            assert error.problems


def as_text(values: dict[str, Any]) -> str:
    """The values as TOML; nothing where TOML has no words for them."""
    try:
        return tomlkit.dumps(values)
    except (TypeError, ValueError, TOMLKitError):
        return ""


@pytest.mark.slow
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6))
def test_wrong_values_under_right_keys_are_answered(values: dict[str, Any]):
    outcome(as_text({"extends": "one-partnership", **values}))


@pytest.mark.slow
@given(st.integers(0, len(TEXTS) - 1), st.data())
@settings(max_examples=100)
def test_a_wrong_value_anywhere_is_answered(original: int, data: st.DataObject):
    values = tomllib.loads(TEXTS[original])
    *around, last = data.draw(st.sampled_from(paths_in(values)[1:]))
    table: Any = values
    for part in around:
        table = table[part]
    table[last] = data.draw(VALUES)
    outcome(as_text(values))


@given(st.sampled_from(sorted(LEVERS)), st.floats() | st.integers())
def test_a_lever_is_taken_exactly_when_it_lies_within_its_bounds(name: str, value: float):
    arm = f'[arms.a]\ntitle = {{ da = "a", en = "a" }}\nlevers.{name} = {value}\n'
    result = outcome(f'extends = "one-partnership"\n{arm}')
    low, high = LEVERS[name].low, LEVERS[name].high
    assert low is not None
    assert high is not None
    fits = LEVERS[name].unit != "month" or value % 1 == 0
    assert isinstance(result, Scenario) == (low <= value <= high and fits)


@given(st.sampled_from(sorted(EVENT_KINDS)), st.integers(-5, 300), st.floats(-2, 250), st.text(max_size=30))
def test_an_event_is_answered_whatever_it_says(kind: str, month: int, size: float, whom: str):
    event = tomlkit.dumps({"events": [{"kind": kind, "month": month, "size": size, "whom": whom}]})
    outcome(f'extends = "one-partnership"\n{event}')


@given(st.dictionaries(st.sampled_from(sorted(LEVERS)) | st.text(max_size=8), st.floats() | st.integers(), max_size=3))
def test_settings_are_taken_or_answered(changes: dict[str, float]):
    outcome('extends = "one-partnership"', parameters=changes)


@given(st.integers(1, 240), st.integers(0, 2000), st.floats(0.1, 50), st.lists(st.integers(1, 24), max_size=4, unique=True))
def test_whatever_is_taken_is_shown_and_read_back_the_same(months: int, volunteers: int, persons: float, survey: list[int]):
    population = f"{{ volunteers = {volunteers}, persons_per_citizen = {persons!r} }}"
    text = f'extends = "one-partnership"\npopulation = {population}\nsurvey.months = {survey}\n'
    result = outcome(text, months=months)
    assert isinstance(result, Scenario)
    assert outcome(as_toml(result, real_names=True)) == result


@given(mangled(TEXTS))
@settings(max_examples=150)
def test_every_value_of_a_valid_text_has_a_line_on_which_its_key_stands(text: str):
    try:
        values = parse_toml(text, "text")
    except ScenarioError:
        return
    places = lines_of(text)
    lines = text.split("\n")
    for path in paths_in(values):
        if path and isinstance(path[-1], str) and path[-1].isalnum():
            assert path[-1] in lines[places[path] - 1]
