"""A thing is declared once: what its declaration says is enough, and nothing that hangs on it can be forgotten."""

import ast
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.literature.measures import continuing_at_the_end
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.sweep_analysis.answers import ANSWERS
from samvirke.model import mechanisms
from samvirke.model.agents.partnership import CONTINUING, FUTURES, LEAVING_SOMETHING, NOT_DECIDED, goes_on, leaves_something
from samvirke.model.language import languages
from samvirke.model.levers import AS_ANSWERED, BY_ITSELF, LEVERS, NOT_DRAWN, WORKING_TOGETHER, DeclaredLever
from samvirke.model.mechanisms import rules
from samvirke.model.parameters import FREE, Uniform
from samvirke.model.world import lay_out
from samvirke.translation import declared_messages, hidden_in_f_strings, key_of, read_catalogue
from samvirke.viz.dashboard.names import grouped
from tests.ensembles import begun, changed, tiny

ROOT = Path(__file__).parents[1]
MODEL = Path(mechanisms.__file__).parent
ANSWERED = {name: lever.answers for name, lever in LEVERS.items() if lever.answers}

BOUNDS = {name: (float(lever.low or 0.0), float(lever.high or 0.0)) for name, lever in LEVERS.items()}

# What is said of it


@pytest.mark.parametrize("code", languages()[1:])
def test_no_catalogue_lacks_a_text_that_a_declaration_says(code: str) -> None:
    there = {key_of(each) for each in read_catalogue(code) if each.id and each.string}
    assert not [key for key, _ in declared_messages() if key[1] and key not in there]


def test_no_message_is_reported_inside_an_f_string_where_the_extraction_misses_it() -> None:
    assert not list(hidden_in_f_strings())


# A lever

SINGING: dict[str, Any] = {
    "label": "Singing", "group": WORKING_TOGETHER, "drawn": BY_ITSELF, "typical": Uniform(0.2, 0.6), "mechanism": "T1", "source": FREE,
    "ends": ("silent", "loud"),
}  # fmt: skip


def a_lever(**other: Any) -> DeclaredLever:
    """A made-up lever, whole unless something is said otherwise of it."""
    return DeclaredLever("singing", "how much is sung together", **{**SINGING, **other})


@pytest.mark.parametrize("missing", ["label", "group", "drawn", "typical", "mechanism", "source"])
def test_a_lever_without_a_part_of_its_declaration_is_none(missing: str) -> None:
    with pytest.raises(TypeError, match=missing):
        DeclaredLever("singing", "how much is sung together", **{name: value for name, value in SINGING.items() if name != missing})


@pytest.mark.parametrize(
    "wrong",
    [
        {"group": "Singing"},
        {"unit": "songs"},
        {"drawn": 7},
        {"drawn": AS_ANSWERED},
        {"answers": next(iter(ANSWERED.values()))},
        {"ends": None},
        {"unit": "months"},
    ],
)
def test_a_lever_that_contradicts_itself_is_refused(wrong: dict[str, Any]) -> None:
    a_lever()
    with pytest.raises(ValueError, match="lever singing"):
        a_lever(**wrong)


def test_every_lever_stands_in_one_group_of_the_dashboard() -> None:
    shown = [name for _, names in grouped(list(LEVERS)) for name in names]
    assert sorted(shown) == sorted(LEVERS)


def at_the_start(parameters: dict[str, float], levers: dict[str, float] | None = None) -> Any:
    """The policies of the partnerships of the tiny scenario before the first month."""
    cases = tuple(each.model_copy(update={"levers": levers or {}}) for each in tiny().partnerships)
    return begun(lay_out(changed(partnerships=cases, parameters=parameters)), 3).policies


def somewhere(share: float) -> dict[str, float]:
    """A value for every lever, so far from the lowest to the highest, whole where only whole ones are allowed."""
    values = {name: low + share * (high - low) for name, (low, high) in BOUNDS.items()}
    return {name: float(round(value)) if BOUNDS[name][1] > 1 else value for name, value in values.items()}


@pytest.mark.parametrize("share", [0.25, 0.75])
def test_every_lever_that_is_set_begins_as_it_is_set(share: float) -> None:
    policies = at_the_start({}, somewhere(share))
    assert {name: set(policies[name]) for name in LEVERS} == {name: {value} for name, value in somewhere(share).items()}


@pytest.mark.parametrize("share", [0.25, 0.75])
def test_no_lever_that_is_left_open_is_missing_at_the_start(share: float) -> None:
    """Where all partnerships go about things alike, each lever begins at its typical value."""
    policies = at_the_start({**somewhere(share), "difference_between_partnerships": 0.0})
    for name, value in somewhere(share).items():
        np.testing.assert_allclose(policies[name], value, err_msg=name)


@pytest.mark.parametrize("name", [name for name, lever in LEVERS.items() if lever.drawn != NOT_DRAWN])
def test_a_lever_that_is_left_open_differs_between_partnerships(name: str) -> None:
    typical = {each: lever.typical.at(0.9) for each, lever in LEVERS.items()}
    policies = at_the_start({**typical, name: BOUNDS[name][1] / 2.0, "difference_between_partnerships": 0.8})
    assert len(set(policies[name])) == len(policies) > 1


def test_every_lever_is_read_by_a_rule() -> None:
    read = {name for each in rules() for name in each.reads}
    assert [name for name in LEVERS if name not in read] == []


def test_every_rule_is_called() -> None:
    """A rule that nothing calls has no effect, however well its declaration reads."""
    called = {name for file in MODEL.rglob("*.py") for name in names_used(file)}
    assert [each.name for each in rules() if each.name not in called] == []


def names_used(file: Path) -> Iterator[str]:
    """Names that functions of a file use, each but its own."""
    for part in ast.parse(file.read_text(encoding="utf-8")).body:
        named = {each.id for each in ast.walk(part) if isinstance(each, ast.Name)}
        yield from named - {getattr(part, "name", "")}


# A measure


def test_a_partnership_whose_future_is_not_decided_neither_goes_on_nor_leaves_something() -> None:
    futures = np.array([NOT_DECIDED, *range(len(FUTURES))])
    assert goes_on(futures).tolist() == [False, True, True, False, False]
    assert leaves_something(futures).tolist() == [False, True, True, True, False]
    assert set(CONTINUING) == {name for name, on in zip(FUTURES, goes_on(futures[1:]), strict=True) if on}
    assert set(LEAVING_SOMETHING) == {name for name, left in zip(FUTURES, leaves_something(futures[1:]), strict=True) if left}


def test_the_literature_counts_no_undecided_partnership_as_continuing() -> None:
    partnerships = np.array([(NOT_DECIDED,), (0,), (1,), (3,)], dtype=[("future", int)]).view(np.recarray)
    history: Any = SimpleNamespace(state=SimpleNamespace(partnerships=partnerships))
    assert continuing_at_the_end(history) == 50.0


def futures_named(file: Path) -> set[str]:
    """Futures that a source file names, by constant or by text, elsewhere than as keys of a table that has something for each of them."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    keys = {
        id(key)
        for table in tables
        if {each.value for each in table.keys if isinstance(each, ast.Constant)} >= {*FUTURES}
        for key in table.keys
    }
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in keys)
    texts = {node.value for node in constants if isinstance(node.value, str)}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return (texts & {*FUTURES}) | (names & {"CONTINUES_UNCHANGED", "CONTINUES_ADJUSTED", "ENDED_ACTIVITIES_CONTINUE", "ENDED_ALTOGETHER"})


def test_what_continues_is_computed_in_one_place() -> None:
    files = [file for layer in ("analysis", "viz", "samvirke") for file in (ROOT / layer).rglob("*.py")]
    assert {str(file.relative_to(ROOT)): futures_named(file) for file in files if futures_named(file)} == {}


@pytest.mark.parametrize(
    "source", ['on = some.isin(["continues_unchanged"])', "on = future <= CONTINUES_ADJUSTED", 'left = future != "ended"']
)
def test_another_count_of_what_continues_is_found(source: str, tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text(source, encoding="utf-8")
    assert futures_named(tmp_path / "other.py")


def test_a_sweep_and_an_explanation_take_what_a_comparison_has_from_it() -> None:
    for name in set(ANSWERS) & set(MEASURES):
        asked, compared = ANSWERS[name], MEASURES[name]
        assert (asked.meaning, asked.unit, asked.better, asked.label) == (compared.meaning, compared.unit, compared.better, compared.label)
    assert [each.label for each in LASTING.values()] == [MEASURES[name].label for name in LASTING]
