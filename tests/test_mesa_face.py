"""The model as a Mesa user meets it: step, DataCollector, batch_run, forks; and the same bits as the ensembles."""

from pathlib import Path
from typing import Any

import mesa
import numpy as np
import pytest

import samvirke
from samvirke.model.agents import Citizen, KeyPerson, Partnership, Volunteer
from samvirke.model.ensemble import simulate
from samvirke.model.mesa_face import PartnershipModel
from samvirke.model.scenario import Scenario, ScenarioError, read_scenario
from samvirke.model.state import copy_state, load_state, save_state
from samvirke.model.world import lay_out
from tests.ensembles import differing_parts, same_bits
from tests.mesa_runs import CASE, grown_old, simulated, simulated_to_the_end


@pytest.fixture(scope="module")
def old() -> PartnershipModel:
    return grown_old()


# --- The step


def test_a_step_is_a_month_and_the_model_stops_after_the_last() -> None:
    model = simulated_to_the_end()
    assert model.month == model.world.months == 60
    before = copy_state(model.state)
    model.step()
    assert (model.month, model.running) == (60, False)
    assert not differing_parts(model.state, before)


def test_events_of_the_month_are_readable(old: PartnershipModel) -> None:
    left = [each for each in old.history if each.kind == "key_person_leaves"]
    assert left
    assert all(each.subject.left_month == each.month and each.process == "turnover" for each in left)
    assert str(left[0]).startswith(f"month {left[0].month}: key_person_leaves <KeyPerson ")
    assert len(old.history) == old.state.clock[0].events


def test_events_are_those_of_the_month_just_simulated() -> None:
    model = simulated(0)
    while model.running and not model.events:
        model.step()
    assert {each.month for each in model.events} == {model.month}


def test_the_mesa_face_gives_the_same_bits_as_the_ensemble() -> None:
    ensemble = simulate(lay_out(read_scenario("one-partnership"), "earlier-anchoring"), [1, 2])
    for run, seed in enumerate((1, 2)):
        state = simulated_to_the_end(seed, arm="earlier-anchoring").state
        assert same_bits(state.partnerships, ensemble.partnerships[run])
        assert same_bits(state.latent, ensemble.latent[run])
        assert same_bits(state.monthly, ensemble.monthly[run])
        assert same_bits(state.events[: state.clock[0].events], ensemble.events[run])


def test_several_partnerships_have_the_same_bits_as_the_ensemble() -> None:
    scenario = read_scenario("partnerskabspuljen", only=["baby-sikker", "bedre-byer-mere-sundhed"], months=40)
    ensemble = simulate(lay_out(scenario), [7])
    model = simulated_to_the_end(7, scenario=scenario, draw=0)
    assert same_bits(model.state.partnerships, ensemble.partnerships[0])
    assert same_bits(model.state.latent, ensemble.latent[0])
    assert [each.case_id for each in model.agents_by_type[Partnership]] == list(model.case_ids)
    for partnership in model.agents_by_type[Partnership]:
        assert {each.partnership for each in partnership.members} <= {partnership}
        assert len(partnership.serving) == partnership.active_volunteers


def test_looking_changes_nothing() -> None:
    looked_at = PartnershipModel(rng=1)
    for _ in range(12):
        looked_at.step()
        looked_at.agents.shuffle_do(lambda each: each.case_id)
        looked_at.trust_network(CASE)
        assert looked_at.events is not None
    assert not differing_parts(looked_at.state, simulated(12).state)


# --- Parameters, arms, seeds


def test_a_parameter_keyword_counts() -> None:
    model = PartnershipModel(rng=1, chance_of_leaving_post_per_year=0.0)
    assert model.state.parameters.chance_of_leaving_post_per_year[0] == 0.0


def test_a_lever_keyword_sets_it_for_all_partnerships() -> None:
    scenario = read_scenario("partnerskabspuljen", only=["baby-sikker", "bedre-byer-mere-sundhed"])
    model = PartnershipModel(scenario, rng=1, openness=0.875)
    assert model.agents_by_type[Partnership].get("openness") == [0.875, 0.875]


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"opennes": 0.5}, 'opennes=0.5: "opennes" is no parameter and no lever; the nearest is "openness"'),
        ({"openness": 2}, "openness=2: openness = 2 must lie between 0 and 1"),
        ({"arm": "early-anchoring"}, 'one-partnership has no such arm; the nearest is "earlier-anchoring"'),
    ],
)
def test_what_the_scenario_does_not_have_names_the_nearest(keywords: dict[str, Any], message: str) -> None:
    with pytest.raises(ScenarioError) as error:
        PartnershipModel(rng=1, **keywords)
    assert message in str(error.value)


def test_an_unknown_partnership_names_the_nearest() -> None:
    with pytest.raises(KeyError, match='the nearest is "shared-meals"'):
        PartnershipModel(rng=1).partnership("shared-meal")


def test_numpy_seeds_are_taken_as_whole_numbers() -> None:
    seed: Any = np.int64(5)
    assert PartnershipModel(rng=seed).seed == 5


def test_without_a_seed_each_run_is_another() -> None:
    assert PartnershipModel().seed != PartnershipModel().seed


@pytest.mark.parametrize(("seed", "error"), [(-1, ValueError), (2**32, ValueError), ("1", TypeError), (1.0, TypeError)])
def test_what_is_no_seed_is_refused(seed: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="the run's seed"):
        PartnershipModel(rng=seed)


def test_the_keyword_seed_is_pointed_to_rng() -> None:
    with pytest.raises(TypeError, match="rng=1"):
        PartnershipModel(seed=1)


# --- Draws


@pytest.fixture(scope="module")
def two_cases() -> Scenario:
    return read_scenario("partnerskabspuljen", only=["baby-sikker", "bedre-byer-mere-sundhed"], months=36)


@pytest.mark.parametrize("defaults", [False, True])
def test_it_simulates_what_run_simulates_with_the_same_seed(two_cases: Scenario, defaults: bool) -> None:
    outcomes = samvirke.run(two_cases, seed=1003, keep=[], defaults=defaults)["outcomes"]
    model = simulated_to_the_end(1003, scenario=two_cases, **({"draw": 0} if defaults else {}))
    assert set(outcomes["draw"]) == {model.draw}
    assert (model.draw == 0) is defaults
    assert outcomes["trust"].tolist() == model.state.partnerships.trust.tolist()
    assert outcomes["synergy"].tolist() == model.state.partnerships.synergy.tolist()


def test_a_draw_can_be_named_and_a_fork_keeps_it(two_cases: Scenario) -> None:
    third, fourth = (PartnershipModel(two_cases, rng=1, draw=number) for number in (3, 4))
    assert (third.draw, third.fork().draw) == (3, 3)
    assert third.state.parameters != fourth.state.parameters


def test_without_a_posterior_it_runs_with_the_defaults() -> None:
    assert PartnershipModel(rng=1).draw == 0


def test_parameters_that_are_named_go_before_the_draw(two_cases: Scenario) -> None:
    model = PartnershipModel(two_cases, rng=1, chance_of_leaving_post_per_year=0.0)
    assert model.draw == 1
    assert model.state.parameters.chance_of_leaving_post_per_year[0] == 0.0


@pytest.mark.parametrize(
    ("scenario", "draw", "error", "message"),
    [
        ("one-partnership", 1, ValueError, "one-partnership has no posterior"),
        ("partnerskabspuljen", 10**6, ValueError, "must lie between 0"),
        ("partnerskabspuljen", -1, ValueError, "must lie between 0"),
        ("one-partnership", "1", TypeError, "must be a whole number"),
    ],
)
def test_what_is_no_draw_is_refused(scenario: str, draw: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        PartnershipModel(scenario, rng=1, draw=draw)


# --- Forking, saving, resuming


@pytest.mark.parametrize("month", [0, 17, 37])
def test_a_fork_has_the_same_bits_as_straight_through(month: int) -> None:
    original = simulated(month)
    fork = original.fork()
    while fork.running:
        fork.step()
    assert original.month == month
    assert not differing_parts(fork.state, simulated_to_the_end().state)


def test_a_fork_has_the_same_agents_by_the_same_ids() -> None:
    straight = simulated_to_the_end()
    fork = simulated(30).fork()
    while fork.running:
        fork.step()
    assert {each.unique_id: str(each) for each in fork.agents} == {each.unique_id: str(each) for each in straight.agents}
    assert fork.departed.get("unique_id") == straight.departed.get("unique_id")


def test_what_is_done_in_a_fork_stays_there() -> None:
    original = simulated(6)
    fork = original.fork()
    fork.agents_by_type[Citizen].set("wellbeing", 0.0)
    assert min(original.agents_by_type[Citizen].get("wellbeing")) > 0.0


@pytest.mark.parametrize("month", [0, 14, 36, 59])
def test_a_run_saved_and_resumed_has_the_same_bits(month: int, tmp_path: Path) -> None:
    save_state(simulated(month).state, tmp_path / "life.npz")
    resumed = PartnershipModel(state=load_state(tmp_path / "life.npz"))
    assert (resumed.month, resumed.seed) == (month, 1)
    while resumed.running:
        resumed.step()
    assert not differing_parts(resumed.state, simulated_to_the_end().state)


def test_a_state_of_another_scenario_is_refused() -> None:
    scenario = read_scenario("partnerskabspuljen", only=["baby-sikker"])
    with pytest.raises(ValueError, match="name the scenario and arm that it was saved from"):
        PartnershipModel(scenario, state=PartnershipModel(rng=1).state)


@pytest.mark.parametrize("keywords", [{"rng": 2}, {"openness": 0.5}, {"draw": 0}])
def test_a_state_carries_its_own_seed_and_parameters(keywords: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="leave"):
        PartnershipModel(state=PartnershipModel(rng=1).state, **keywords)


# --- DataCollector and batch_run


def test_the_models_own_datacollector_has_a_row_per_month_from_the_start() -> None:
    model = simulated(12)
    table = model.datacollector.get_model_vars_dataframe()
    assert table["month"].tolist() == list(range(13))
    assert table["trust"].tolist()[1:] == model.state.monthly.trust[:12].tolist()


def test_a_datacollector_of_ones_own_reports_model_and_agents() -> None:
    class Observed(PartnershipModel):
        def __init__(self, **keywords: Any) -> None:
            super().__init__(**keywords)
            self.datacollector = mesa.DataCollector(
                model_reporters={"month": "month", "present": lambda model: len(model.agents_by_type[KeyPerson])},
                agent_reporters={"row": "row"},
                agenttype_reporters={Volunteer: {"energy": "energy", "stage": "stage_name"}},
            )

    model = Observed(rng=1)
    for _ in range(3):
        model.step()
    assert model.datacollector.get_model_vars_dataframe()["month"].tolist() == [1, 2, 3]
    agents = model.datacollector.get_agent_vars_dataframe()
    assert len(agents) == 3 * len(model.agents)
    volunteers = model.datacollector.get_agenttype_vars_dataframe(Volunteer)
    assert set(volunteers["stage"]) <= {"potential", "active", "left"}
    assert volunteers["energy"].between(0, 1).all()


# --- Networks


def test_the_trust_network_shows_the_ties_of_those_present() -> None:
    model = simulated(10)
    graph = model.trust_network(CASE)
    present = {each.unique_id: each for each in model.partnership(CASE).key_persons}
    assert set(graph) == set(present)
    ties = {(tie.from_seat, tie.to_seat): tie.trust for tie in model.state.ties}
    assert graph.number_of_edges() > 0
    for one, other, trust in graph.edges.data("trust"):
        assert trust == ties[present[one].seat, present[other].seat]


def test_the_organisations_network_shows_the_members() -> None:
    model = simulated(10)
    graph = model.organisations_network(CASE)
    assert set(graph) == set(model.partnership(CASE).members.get("unique_id"))
    assert all(0 <= trust <= 1 for *_, trust in graph.edges.data("trust"))
