"""A thing is declared once: what its declaration says is enough, and nothing that hangs on it can be forgotten."""

from typing import Any

import numpy as np
import pytest

from samvirke.model.language import languages
from samvirke.model.levers import AS_ANSWERED, BY_ITSELF, LEVERS, NOT_DRAWN, WORKING_TOGETHER, DeclaredLever
from samvirke.model.mechanisms import rules
from samvirke.model.parameters import FREE, Uniform
from samvirke.model.world import lay_out
from samvirke.translation import declared_messages, key_of, read_catalogue
from samvirke.viz.dashboard.words.lever_readings import grouped
from tests.ensembles import begun, changed, tiny

ANSWERED = {name: lever.answers for name, lever in LEVERS.items() if lever.answers}

# What is said of it


@pytest.mark.parametrize("code", languages()[1:])
def test_no_catalogue_lacks_a_text_that_a_declaration_says(code: str) -> None:
    there = {key_of(each) for each in read_catalogue(code) if each.id and each.string}
    assert not [key for key, _ in declared_messages() if key[1] and key not in there]


# A lever

SINGING: dict[str, Any] = {
    "label": "Singing", "group": WORKING_TOGETHER, "drawn": BY_ITSELF, "typical": Uniform(0.2, 0.6), "mechanism": "T1", "source": FREE,
}  # fmt: skip


def a_lever(**other: Any) -> DeclaredLever:
    """A made-up lever, whole unless something is said otherwise of it."""
    said = {
        "label": "Singing",
        "group": WORKING_TOGETHER,
        "drawn": BY_ITSELF,
        "typical": Uniform(0.2, 0.6),
        "mechanism": "T1",
        "source": FREE,
    }
    return DeclaredLever("singing", "how much is sung together", **{**said, **other})


@pytest.mark.parametrize("missing", ["label", "group", "drawn", "typical", "mechanism", "source"])
def test_a_lever_without_a_part_of_its_declaration_is_none(missing: str) -> None:
    with pytest.raises(TypeError, match=missing):
        DeclaredLever("singing", "how much is sung together", **{name: value for name, value in SINGING.items() if name != missing})  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"group": "Singing"}, {"drawn": 7}, {"drawn": AS_ANSWERED}, {"answers": next(iter(ANSWERED.values()))}])
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
    values = {name: lever.low + share * (lever.high - lever.low) for name, lever in LEVERS.items()}
    return {name: float(round(value)) if LEVERS[name].high > 1 else value for name, value in values.items()}


@pytest.mark.parametrize("share", [0.25, 0.75])
def test_every_lever_that_is_set_begins_as_it_is_set(share: float) -> None:
    policies = at_the_start({}, somewhere(share))
    assert {name: set(policies[name]) for name in LEVERS} == {name: {value} for name, value in somewhere(share).items()}


@pytest.mark.parametrize("share", [0.25, 0.75])
def test_no_lever_that_is_left_open_is_forgotten_at_the_start(share: float) -> None:
    """Where all partnerships go about things alike, each lever begins at its typical value."""
    policies = at_the_start({**somewhere(share), "difference_between_partnerships": 0.0})
    for name, value in somewhere(share).items():
        np.testing.assert_allclose(policies[name], value, err_msg=name)


@pytest.mark.parametrize("name", [name for name, lever in LEVERS.items() if lever.drawn != NOT_DRAWN])
def test_a_lever_that_is_left_open_differs_between_partnerships(name: str) -> None:
    typical = {each: lever.typical.at(0.9) for each, lever in LEVERS.items()}
    policies = at_the_start({**typical, name: LEVERS[name].high / 2.0, "difference_between_partnerships": 0.8})
    assert len(set(policies[name])) == len(policies) > 1


def test_every_lever_is_read_by_a_rule() -> None:
    assert not set(LEVERS) - {name for each in rules() for name in each.reads}
