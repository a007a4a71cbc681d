"""Numbers fixed by the form of a rule: each is declared, and no other number stands in a rule."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import REGISTRY
from samvirke.model.parameters.forms import FORMS, Form

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "model" / "chance.py"  # a published generator of random numbers, word for word: no rule of the theory
FILES_OF_RULES = [
    path
    for path in [*(ROOT / "model").rglob("*.py"), ROOT / "analysis" / "survey" / "instrument.py"]
    if path != GENERATOR and not {"scenario", "mesa_face", "parameters"} & set(path.parts)
]
NOTHING_AND_ALL = (0, 1)
ALLOWED = {
    ("monthly_chance", 12.0): "months of a year",
    ("chance_of_leaving", 12.0): "months of a year",
    ("calendar_month", 2): "two months that are both counted from 1",
    ("calendar_year", 2): "two months that are both counted from 1",
    ("look_back", 12): "the month that the outcome's name says",
    ("look_back", 24): "the month that the outcome's name says",
    ("look_back", 36): "the month that the outcome's name says",
    ("count_at_fixed_dates", 36): "the month that the outcome's name says",
    ("count_at_fixed_dates", 48): "the month that the outcome's name says",
    ("count_at_fixed_dates", 60): "the month that the outcome's name says",
    ("count_at_fixed_dates", 72): "the month that the outcome's name says",
    ("count_at_fixed_dates", 84): "the month that the outcome's name says",
    ("step_of", 2.0): "half of the steps lie below the middle",
    ("chance_of_step", 2.0): "half of the steps lie below the middle",
    ("reported_practice", 2): "the steps that follow the first",
    ("reported_practice", 3): "the steps that follow the first",
}
NOT_OF_A_RULE = {
    "NOT_KNOWN": "no number",
    "LARGEST_IN_FULL": "of numbers that are written in words",
    "SCALE_OF_A_LOGISTIC": "makes a standard deviation 1",
    "STEP_BETWEEN_UNIFORMS": "of the generator",
    "LEAST_LIKENESS": "of two names that are typed",
    "LEAST_NOISE": "keeps a division finite",
    "LEAST_CHANCE": "keeps a logarithm finite",
    "SURE": "keeps an exponential finite",
}


def rules_of(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and {ast.unparse(each) for each in node.decorator_list} & {"rule", "inlined_rule"}:
            yield node


def is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def is_evenly_around_nothing(node: ast.AST) -> bool:
    """`2.0 * draw - 1.0`: a draw from 0 to 1 turned into one from -1 to 1."""
    return re.fullmatch(r"2\.0 \* .+ - 1\.0", ast.unparse(node)) is not None if isinstance(node, ast.BinOp) else False


def numbers_of(rule: ast.AST) -> Iterator[float]:
    """Numbers written out in a rule, without positions in brackets and draws turned to lie around 0."""
    for child in ast.iter_child_nodes(rule):
        if is_number(child) and not isinstance(rule, ast.Subscript):
            yield child.value  # type: ignore[attr-defined]
        elif is_evenly_around_nothing(child):
            yield from numbers_of(child.left.right)  # type: ignore[attr-defined]
        else:
            yield from numbers_of(child)


def module_of(path: Path) -> ModuleType:
    return import_module(".".join(["samvirke", *path.relative_to(ROOT).with_suffix("").parts]))


def plain(value: object) -> object:
    """A constant as the list says it: a table by its values, in order."""
    return tuple(value.values()) if isinstance(value, dict) else value


def holds_a_fraction(value: object) -> bool:
    parts = plain(value)
    return isinstance(parts, float) or (isinstance(parts, tuple) and any(isinstance(each, float) for each in parts))


@pytest.mark.parametrize("path", FILES_OF_RULES, ids=lambda path: path.stem)
def test_no_unnamed_number_stands_in_a_rule(path: Path) -> None:
    loose = [
        f"{path.name}:{rule.lineno}: {rule.name}: {number!r}"
        for rule in rules_of(path)
        for number in numbers_of(rule)
        if number not in NOTHING_AND_ALL and (rule.name, number) not in ALLOWED
    ]
    assert loose == []


def test_every_exception_is_still_needed() -> None:
    written = {(rule.name, number) for path in FILES_OF_RULES for rule in rules_of(path) for number in numbers_of(rule)}
    assert set(ALLOWED) - written == set()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_says_what_its_constant_is(form: Form) -> None:
    there = getattr(import_module(form.where), form.name)
    assert callable(there) if form.value is None else plain(there) == form.value
    assert form.meaning and form.source
    assert set(form.mechanism.split()) <= {*MECHANISMS, "input", "measure", "instrument"}


@pytest.mark.parametrize("path", FILES_OF_RULES, ids=lambda path: path.stem)
def test_every_constant_that_is_a_fraction_is_declared(path: Path) -> None:
    fractions = {name: plain(value) for name, value in vars(module_of(path)).items() if name.isupper() and holds_a_fraction(value)}
    assert set(fractions) - set(FORMS) - set(NOT_OF_A_RULE) == set()
    assert all(fractions[name] == FORMS[name].value for name in set(fractions) & set(FORMS)), "the same name for two numbers"


def test_no_form_has_the_name_of_a_parameter() -> None:
    assert not set(FORMS) & set(REGISTRY)
