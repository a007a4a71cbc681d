"""What holds in every month of every run: bounds, counts, hours, money, and that nobody acts after leaving."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samvirke.model.agents import citizen as citizen_stages
from samvirke.model.agents import key_person as person_stages
from samvirke.model.agents import volunteer as volunteer_stages
from samvirke.model.extensions import run_months
from samvirke.model.handle import handle
from samvirke.model.parameters import REGISTRY, parameter_record
from samvirke.model.scenario import read_scenario
from samvirke.model.state import TABLES, State
from samvirke.model.world import World, lay_out
from tests.ensembles import begun, changed, tiny

TOLERANCE = 1e-9


def prior_draw(fractions: list[float]) -> Any:
    """A parameter record at these shares of each prior, used round and round."""
    record = parameter_record()
    for position, (name, parameter) in enumerate(REGISTRY.items()):
        record[name] = parameter.prior.at(fractions[position % len(fractions)])
    return record


DRAWS = st.lists(st.floats(0, 1), min_size=7, max_size=23)


def every_month(world: World, seed: int, draw: Any) -> Any:
    """The same state, month after month."""
    state = begun(world, seed, draw)
    for month in range(1, world.months + 1):
        run_months(handle(state), month)
        yield state


@pytest.mark.oracle
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), fractions=DRAWS)
def test_every_field_stays_within_its_declared_bounds(seed: int, fractions: list[float]) -> None:
    for state in every_month(lay_out(tiny()), seed, prior_draw(fractions)):
        if state.clock[0].month % 5 == 0:
            assert fields_out_of_bounds(state) == []


def fields_out_of_bounds(state: State) -> list[str]:
    wrong = []
    for table, fields in TABLES.items():
        if table in ("scheduled", "events"):
            continue
        values = getattr(state, table)
        for field in fields:
            column = np.asarray(values[field.name], dtype=float)
            low, high = -np.inf if field.low is None else field.low, np.inf if field.high is None else field.high
            within = (column >= low - TOLERANCE) & (column <= high + TOLERANCE)
            if table == "monthly":
                within |= np.isnan(column)  # states of what has ended
            if not within.all():
                wrong.append(f"{table}.{field.name}: {column.min()} to {column.max()}, allowed {low} to {high}")
    return wrong


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), fractions=DRAWS)
def test_every_person_is_in_one_stage_and_counted_once(seed: int, fractions: list[float]) -> None:
    for state in every_month(lay_out(tiny()), seed, prior_draw(fractions)):
        volunteers, citizens = state.volunteers, state.citizens
        linked = volunteers[volunteers.citizen >= 0]
        serving = linked.stage == volunteer_stages.ACTIVE
        assert (citizens.stage[linked.citizen][serving] == citizen_stages.VOLUNTEERING).all()
        assert (citizens.stage == citizen_stages.VOLUNTEERING).sum() == serving.sum()
        for p, partnership in enumerate(state.partnerships):
            mine = volunteers.partnership == p
            assert partnership.active_volunteers == (volunteers.stage[mine] == volunteer_stages.ACTIVE).sum()
            assert partnership.volunteers_joined - partnership.volunteers_left == partnership.active_volunteers
            if partnership.citizen_facing and partnership.running_activities:
                taking_part = citizens.stage[citizens.partnership == p] == citizen_stages.PARTICIPATING
                assert partnership.participants == taking_part.sum()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), fractions=DRAWS)
def test_hours_stay_within_capacity_and_time_is_one_budget(seed: int, fractions: list[float]) -> None:
    for state in every_month(lay_out(tiny()), seed, prior_draw(fractions)):
        organisations = state.organisations
        assert (organisations.given_hours <= organisations.planned_hours + TOLERANCE).all()
        paid = state.partnerships.paid_hours[organisations.partnership] * organisations.share_of_grant
        assert (organisations.planned_hours <= organisations.own_hours + paid + TOLERANCE).all()
        for partnership in state.partnerships:
            parts = (
                partnership.relation_hours + partnership.documentation_hours + partnership.anchoring_hours
                + partnership.support_hours + partnership.reach_hours + partnership.delivery_hours
            )  # fmt: skip
            assert parts == pytest.approx(partnership.hours)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), fractions=DRAWS)
def test_money_is_never_created(seed: int, fractions: list[float]) -> None:
    for state in every_month(lay_out(tiny()), seed, prior_draw(fractions)):
        assert (state.grants.paid_dkk <= state.grants.amount_dkk * (1 + TOLERANCE)).all()
        assert (state.partnerships.spent_dkk <= state.partnerships.received_dkk * (1 + TOLERANCE)).all()
    secured = state.partnerships.money_secured_dkk * np.maximum(0, state.clock[0].month - state.partnerships.grant_end)
    assert (state.partnerships.received_dkk <= state.grants.amount_dkk + secured + 1).all()


@pytest.mark.oracle
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), fractions=DRAWS)
def test_nobody_acts_after_leaving(seed: int, fractions: list[float]) -> None:
    previous: dict[str, Any] = {}
    for state in every_month(lay_out(tiny()), seed, prior_draw(fractions)):
        gone = state.key_persons.stage == person_stages.LEFT
        assert not np.isin(np.flatnonzero(gone), state.seats.holder).any()
        assert (state.key_persons.hours[gone] == 0).all()
        out = state.organisations.active == 0
        assert (state.organisations.given_hours[out] == 0).all()
        stopped = state.volunteers.stage == volunteer_stages.GONE
        assert (state.volunteers.hours[stopped] == 0).all()
        frozen = state.key_persons[gone]
        for row, person in zip(np.flatnonzero(gone), frozen, strict=True):
            key = str(row)
            assert previous.setdefault(key, person.tobytes()) == person.tobytes()


def test_every_probability_rule_gives_a_probability() -> None:
    from samvirke.model.agents.citizen import chance_of_joining, chance_of_lapsing
    from samvirke.model.agents.key_person import carried_over, chance_of_leaving
    from samvirke.model.agents.volunteer import chance_of_saying_yes, chance_of_stopping

    shares = np.linspace(0, 1, 5)
    for a in shares:
        for b in shares:
            for c in shares:
                for d in shares:
                    for chance in (
                        chance_of_joining(a, b, c, d, 1 - a), chance_of_lapsing(a, b, c, d), carried_over(a, b, c, d),
                        chance_of_leaving(a, 10 * b, 10 * c), chance_of_saying_yes(a, b, c), chance_of_stopping(a, b, 9 * c, 9 * d),
                    ):  # fmt: skip
                        assert 0.0 <= chance <= 1.0


@pytest.mark.slow
def test_the_37_partnerships_stay_within_bounds_in_prior_draws() -> None:
    generator = np.random.default_rng(1)
    world = lay_out(read_scenario("partnerskabspuljen"))
    for seed in range(8):
        state = begun(world, seed, prior_draw(list(generator.random(len(REGISTRY)))))
        for month in range(4, world.months + 1, 8):
            run_months(handle(state), month)
            assert fields_out_of_bounds(state) == []
        assert state.clock[0].events_not_kept == 0


def test_without_municipality_volunteers_or_citizens_processes_hold() -> None:
    cases = tuple(
        case.model_copy(
            update={"citizen_facing": False, "volunteer_based": False, "members": {"company": 1, "housing": 1}, "lead_sector": "company"}
        )
        for case in tiny().partnerships
    )
    state = None
    for state in every_month(lay_out(changed(partnerships=cases, events=())), 3, None):
        assert fields_out_of_bounds(state) == []
    assert state is not None
    assert (state.partnerships.future >= 0).all()
    assert (state.partnerships.active_volunteers == 0).all()
    assert (state.partnerships.ever_participated == 0).all()
