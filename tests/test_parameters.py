"""The registry: every number declared once, with meaning, unit, bounds, prior and source, and used."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.survey import instrument
from samvirke.model.draws import prior_draws
from samvirke.model.ensemble import simulate
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS, codes_cited, rules, rules_in
from samvirke.model.parameters import FREE, REGISTRY, Fixed, Parameter, parameter_record
from samvirke.model.parameters.levers import step_parameters
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.state import parts_of
from samvirke.model.world import World, lay_out
from tests.ensembles import same_bits, tiny

INSTRUMENT = Path(instrument.__file__ or "")
AT_LAYOUT = {"dkk_of_grant_per_activity", "share_of_citizens_who_could_volunteer"}
"""Read when a scenario is laid out, before any rule."""
ATTEMPTS, MOST_MONTHS, EARLY = 8, 60.0, 3.0


def names_read() -> set[str]:
    """Parameters that the body of a rule reads, of the model or of the instrument."""
    return {name for each in (*rules(), *rules_in(INSTRUMENT, "instrument")) for name in each.reads}


def read_by_declaration() -> set[str]:
    """What the beginning reads of every lever, because it is declared: its usual value, and the shares of reported answers."""
    return {*LEVERS, *(step.name for lever in LEVERS.values() if lever.answers for step in step_parameters(lever.answers))}


def test_every_declared_parameter_is_read_by_a_rule() -> None:
    assert set(REGISTRY) - names_read() - read_by_declaration() == AT_LAYOUT


def test_a_parameter_that_is_only_mentioned_is_not_read(tmp_path: Path) -> None:
    source = tmp_path / "mentions.py"
    source.write_text(
        "@rule\ndef one(state):\n    known = state.parameters[0]\n    return known.read_by_name + state.parameters[0].read_at_once\n\n\n"
        "@rule\ndef two(parameters, other):\n    return parameters.read_of_argument + other.of_something_else\n\n\n"
        "def no_rule(parameters):\n    return parameters.outside, 'in_quotes'\n"
    )
    assert {name for each in rules_in(source, "mentions") for name in each.reads} == {"read_by_name", "read_at_once", "read_of_argument"}


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


EVERYTHING_IS_TAKEN_OVER = {
    "attainment_that_meets_the_goal": 0.3, "chance_of_finding_a_host_per_month": 1.0, "last_call_for_hosts": 1.0,
    "wish_needed_to_stay": 0.0,
    "chance_of_beginning_anchoring_per_month": 0.3, "part_of_the_hours_needed_to_go_on": 0.0, "hours_that_keep_a_partnership_going": 0.0,
}  # fmt: skip


def some_partnerships() -> Scenario:
    """A dozen of the 37: a grant without an end, a festival and pairs among them, two that share their coordinator, ten of one place."""
    scenario = read_scenario("partnerskabspuljen")
    endless, festival, *others = scenario.partnerships[:12]
    others[:2] = [each.model_copy(update={"coordinator": "ann"}) for each in others[:2]]
    others[2:5] = [
        each.model_copy(update={"format": "pairs", "citizen_facing": True, "volunteer_based": True, "target_group": "adults"})
        for each in others[2:5]
    ]
    others = [each.model_copy(update={"place": "harbour"}) for each in others]
    grants = tuple(each.model_copy(update={"months": None}) for each in endless.grants)
    return scenario.model_copy(
        update={"partnerships": (endless.model_copy(update={"grants": grants}), *others, festival.model_copy(update={"format": "one_off"}))}
    )


def what_happens(world: World, parameter: str, rest: dict[str, float], levers: Any) -> list[bytes]:
    """Outcomes, events and answers of one run at the lowest and one at the highest value of a parameter."""
    highest = EARLY if parameter == "anchoring_start_month" else REGISTRY[parameter].high
    draws = np.concatenate([parameter_record({**rest, parameter: value}) for value in (REGISTRY[parameter].low, highest)])
    ensemble = simulate(world, (1, 1), draws.view(np.recarray), levers=levers)
    given = instrument.answers(ensemble)
    return [ensemble.partnerships[run].tobytes() + ensemble.events[run].tobytes() + given[run].tobytes() for run in range(2)]


def test_no_parameter_is_without_any_effect() -> None:
    """From its lowest to its highest value each changes something, in one of some partnerships that are run in one way or another."""
    world, left, chance = lay_out(some_partnerships(), monthly=False), set(REGISTRY) - AT_LAYOUT, np.random.default_rng(1)
    for attempt in range(ATTEMPTS):
        rest = {name: float(each.prior.at(chance.random())) for name, each in REGISTRY.items()} if attempt else {}
        if attempt % 3 == 2:  # where all is hosted that goes on
            rest |= EVERYTHING_IS_TAKEN_OVER
        if attempt % 2:  # where partnerships hardly differ, the typical value of what is reported counts too
            rest["difference_between_partnerships"] = 0.1
        values = [(each.low or 0.0) + chance.random(len(world.case_ids)) * min(each.high or 0.0, MOST_MONTHS) for each in LEVERS.values()]
        levers = np.where(chance.random((len(world.case_ids), len(LEVERS))) < (0.5 if attempt else 0.0), np.transpose(values), np.nan)
        left = {name for name in left if len(set(what_happens(world, name, rest, np.stack([levers, levers])))) == 1}
    assert left == set()


@pytest.mark.parametrize("name", sorted(AT_LAYOUT))
def test_what_is_read_when_a_scenario_is_laid_out_changes_what_is_laid_out(name: str) -> None:
    ends = (REGISTRY[name].low, REGISTRY[name].high)
    templates = [lay_out(tiny().model_copy(update={"parameters": {**tiny().parameters, name: value}})).template for value in ends]
    assert any(same_bits(one, other) is False for one, other in zip(*(parts_of(each).values() for each in templates), strict=True))


def test_every_mechanism_of_the_registry_and_of_the_claims_is_reported_in_words():
    of_the_registry = {code for parameter in REGISTRY.values() for code in parameter.mechanism.split()}
    assert of_the_registry - {"input", "measure", "instrument"} <= set(MECHANISMS)


def test_every_mechanism_stands_in_the_docstring_of_a_rule():
    unknown = {each.name: each.mechanisms - set(MECHANISMS) for each in rules() if each.mechanisms - set(MECHANISMS)}
    assert unknown == {}, "rules whose docstrings name a code that no mechanism has"
    without = [code for code, mechanism in MECHANISMS.items() if not mechanism.rules]
    assert without == [], "mechanisms that no rule names in its docstring, in brackets as in [T1]"


def test_a_mechanism_knows_its_parameters_and_rules():
    openness = MECHANISMS["G5"]
    assert {"openness", "relief_by_talk_per_month"} <= {each.name for each in openness.parameters}
    assert {"relief_by_talk", "growth_of_tension"} <= {each.name for each in openness.rules}
    assert list(codes_cited("T1, T6, C1-C4")) == ["T1", "T6", "C1", "C2", "C3", "C4"]


def test_every_mechanism_has_a_parameter():
    assert [code for code, mechanism in MECHANISMS.items() if not mechanism.parameters] == []


def test_a_parameter_more_leaves_the_draws_of_all_others_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    before = prior_draws(20, 3)
    fewer = {name: parameter for name, parameter in REGISTRY.items() if name != "response_noise"}
    monkeypatch.setattr("samvirke.model.draws.REGISTRY", fewer)
    assert all((prior_draws(20, 3)[name] == before[name]).all() for name in fewer)
