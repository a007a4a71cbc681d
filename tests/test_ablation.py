"""Ablation: every switch is a neutral value, and a switched-off mechanism's effect is measured on the same chance."""

from analysis.ablation import MEASURES, ablate, page, switches
from model.parameters import REGISTRY


def test_a_switch_sets_parameters_to_their_neutral_values() -> None:
    for off in switches().values():
        assert all(REGISTRY[name].neutral == value for name, value in off.items())


def test_the_page_has_a_row_per_mechanism_and_names_those_that_do_nothing() -> None:
    ablations = ablate(draws=3)
    assert [each.mechanism for each in ablations] == list(switches())
    assert all(set(each.changes) == set(MEASURES) for each in ablations)
    text = page(ablations, 3)
    assert all(f"\n| {each.mechanism} |" in text for each in ablations)
    assert "Without an effect" in text
