"""Ablation: every switch is a neutral value, and a switched-off mechanism's effect is measured on the same chance."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from samvirke.analysis.ablation.ablation import MEASURES, Ablation, ablate, shared_switches, without_a_switch
from samvirke.analysis.ablation.page import WHY_IDLE, ablation_page, cells_of, columns_of, in_words
from samvirke.analysis.ablation.visible import Sight, sights
from samvirke.analysis.measures import MEASURES as OF_COMPARISONS
from samvirke.model.draws import prior_draws
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.neutral import switches
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import read_scenario
from tests.commands import BAD_INPUT, INTERRUPTED, refused, typed
from tests.ensembles import TINY, changed, tiny

TWO_CASES = ["baby-sikker", "bedre-byer-mere-sundhed"]
EFFECT = dict.fromkeys(MEASURES, (1.0, 0.5))
NO_EFFECT = dict.fromkeys(MEASURES, (0.0, 0.0))


@pytest.fixture(scope="module")
def of_tiny() -> list[Ablation]:
    return ablate(tiny(), prior_draws(4, 1), 1)


def made(mechanism: str, changes: dict[str, tuple[float, float]], strength: float = 0.0) -> Ablation:
    return Ablation(mechanism, ("parameter",), changes, strength, None)


def test_a_switch_sets_parameters_to_their_neutral_values() -> None:
    for off in switches().values():
        assert all(REGISTRY[name].neutral == value for name, value in off.items())


def test_every_mechanism_that_the_registry_knows_has_a_switch_or_is_named_as_without_one() -> None:
    assert not set(switches()) & set(without_a_switch())
    assert set(switches()) | set(without_a_switch()) <= set(MECHANISMS)


def test_every_mechanism_is_switched_off_and_every_measure_taken(of_tiny: list[Ablation]) -> None:
    assert [each.mechanism for each in of_tiny] == list(switches())
    assert all(set(each.changes) == set(MEASURES) for each in of_tiny)


def test_some_mechanisms_change_something_and_those_at_rest_change_nothing(of_tiny: list[Ablation]) -> None:
    idle = {each.mechanism for each in of_tiny if each.changes_nothing}
    assert set(WHY_IDLE) <= idle < set(switches())


def test_a_value_that_the_scenario_sets_does_not_keep_a_mechanism_on() -> None:
    (code, off), *_ = switches().items()
    set_by_the_scenario = changed(parameters={name: REGISTRY[name].high for name in off})
    (found,) = [each for each in ablate(set_by_the_scenario, prior_draws(2, 1), 1) if each.mechanism == code]
    assert not found.changes_nothing


def test_progress_is_told_up_to_the_last_run() -> None:
    told: list[tuple[int, int]] = []
    ablate(tiny(), prior_draws(2, 1), 1, lambda done, of: told.append((done, of)))
    in_all = 2 * (len(switches()) + 1)
    assert told[0] == (2, in_all)
    assert told[-1] == (in_all, in_all)
    assert told == sorted(told)


def test_reported_figures_give_a_column_of_misfit_and_their_absence_none(of_tiny: list[Ablation]) -> None:
    of_the_pool = ablate(read_scenario("partnerskabspuljen", only=TWO_CASES), prior_draws(2, 1), 1)
    assert all(each.misfit is not None and np.isfinite(each.misfit) for each in of_the_pool)
    assert all(each.misfit is None for each in of_tiny)
    assert columns_of(of_the_pool)[-1] == "misfit (points)"
    assert columns_of(of_tiny)[-1] == list(MEASURES)[-1]
    assert all(len(cells_of(each)) == len(columns_of(of_tiny)) for each in of_tiny)


def test_partnerships_without_an_end_date_have_no_futures_to_compare() -> None:
    endless = tuple(
        case.model_copy(update={"grants": tuple(each.model_copy(update={"months": None}) for each in case.grants)})
        for case in tiny().partnerships
    )
    none_ends = {**tiny().parameters, "chance_of_dissolving_per_month": 0.0, "weak_months_before_the_end": 60.0}
    first, *_ = ablate(changed(partnerships=endless, parameters=none_ends), prior_draws(2, 1), 1)
    assert np.isnan(first.changes["continues (%)"][0])
    assert cells_of(first)[1] == "–"
    assert np.isfinite(first.strength)


def test_the_page_has_a_row_per_mechanism_and_says_it_in_words(of_tiny: list[Ablation]) -> None:
    text = ablation_page(tiny(), of_tiny, 4, 1, "the prior")
    assert all(f"\n| {each.mechanism} |" in text for each in of_tiny)
    assert all(sentence in text for sentence in in_words(of_tiny))
    assert "misfit" not in text


def test_the_five_that_move_most_are_ranked_by_relative_size_of_change() -> None:
    ablations = [made(f"M{number}", EFFECT, strength=float(number)) for number in range(1, 8)]
    assert "M7 (7.00), M6 (6.00), M5 (5.00), M4 (4.00), M3 (3.00)." in in_words(ablations)[0]


def test_what_does_nothing_is_named_with_its_reason_apart_from_what_is_too_small_to_tell() -> None:
    too_small = dict.fromkeys(MEASURES, (0.1, 0.2))
    _, nothing, small, *_ = in_words([made("X3", NO_EFFECT), made("G1", EFFECT), made("V6", too_small), made("C5", NO_EFFECT)])
    assert "X3: nobody has outside sparring (lever sparring_months); C5: nothing in this scenario uses it." in nothing
    assert small.endswith("V6.")


def test_the_reasons_name_levers_that_there_are() -> None:
    for reason in WHY_IDLE.values():
        assert reason.rpartition("lever ")[2].rstrip(")") in LEVERS


def test_pairs_that_share_parameters_are_those_that_the_registry_says() -> None:
    for (one, other), names in shared_switches().items():
        assert all({one, other} <= set(REGISTRY[name].mechanism.split()) for name in names)


def test_a_cell_is_bold_where_its_interval_is_off_zero() -> None:
    assert cells_of(made("G1", EFFECT), "**")[1] == "**+1.00 ± 0.50**"
    assert cells_of(replace(made("G1", NO_EFFECT), misfit=-0.5), "**")[1:] == ["+0.00 ± 0.00"] * len(MEASURES) + ["-0.50"]


def test_the_command_prints_the_table_and_writes_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    output = typed("ablation", TINY, "--draws", "2", "--out", "page.md")
    assert output.exit_code == 0, output.output
    assert "Each mechanism off: Three small partnerships" in output.stdout
    assert "The 5 that move the measures most" in output.stdout
    assert (tmp_path / "page.md").read_text(encoding="utf-8").startswith("# Ablation")
    assert [each.name for each in tmp_path.iterdir()] == ["page.md"]


def test_an_interrupted_ablation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("samvirke.analysis.ablation.ablation.simulate", interrupted)
    result = typed("ablation", TINY, "--out", str(tmp_path / "page.md"))
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (INTERRUPTED, "Interrupted. Nothing half-finished is left.")
    assert list(tmp_path.iterdir()) == []


def test_bad_input_is_refused_before_anything_is_simulated(tmp_path: Path) -> None:
    assert 'the nearest is "one-partnership"' in refused("ablation", "one-partnershp")
    assert "is a folder" in refused("ablation", "--out", str(tmp_path))
    assert typed("ablation", "--draws", "1").exit_code == BAD_INPUT


def test_where_a_mechanism_is_seen_is_looked_for_in_every_scenario_and_all_measures() -> None:
    found = sights([tiny()], prior_draws(6, 1), 1)
    assert set(found) == set(switches())
    assert {each.measure for each in found.values()} <= set(OF_COMPARISONS)
    assert any(each.is_visible for each in found.values())
    text = ablation_page(tiny(), [made("T1", EFFECT)], 4, 1, "the prior", found)
    assert "## Where each is seen" in text
    assert "Nowhere visible: " in text


def test_a_change_is_visible_by_a_tenth_of_the_spread_or_a_point_of_100_and_only_off_zero() -> None:
    def sight(change: float, error: float, relative: float, measure: str = "continues") -> Sight:
        return Sight("T1", "tiny", "baseline", measure, change, error, relative)

    assert sight(1.2, 0.5, 0.05).is_visible
    assert sight(0.5, 0.2, 0.11).is_visible
    assert not sight(1.2, 1.5, 0.3).is_visible
    assert not sight(0.5, 0.2, 0.05).is_visible
    assert not sight(20.0, 5.0, 0.05, "citizens_reached").is_visible
