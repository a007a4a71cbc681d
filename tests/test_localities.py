"""What partnerships of one place do to each other: its people are asked by several, and know one through the other [W4]."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.scenario import Population, Scenario, read_scenario
from samvirke.model.scenario.links import links_of
from samvirke.model.scenario.show import as_toml
from samvirke.model.world import lay_out
from tests.ensembles import simulated, tiny
from tests.test_invariants import fields_out_of_bounds
from tests.test_one_world import same_partnership, the_37

SEEDS = range(24)
ASKS_COUNT: dict[str, Any] = {"readiness_tired_by_asks_of_others": 3.0, "ease_of_one_known_through_others": 0.0}
KNOWN_COUNTS: dict[str, Any] = {"readiness_tired_by_asks_of_others": 0.0, "ease_of_one_known_through_others": 1.5}
NOTHING_COUNTS: dict[str, Any] = {**ASKS_COUNT, "readiness_tired_by_asks_of_others": 0.0}
SMALL, LARGE = 10_000, 3_000_000


def beside(*amounts_dkk: float, places: tuple[str | None, ...] = ("harbour",), **parameters: float) -> Scenario:
    """Partnerships that share no organisation and no person, one for each grant; their places are taken round and round."""
    first = tiny().partnerships[0]
    cases = tuple(
        first.model_copy(
            update={
                "case_id": f"number-{number}",
                "number": number,
                "place": places[number % len(places)],
                "grants": (first.grants[0].model_copy(update={"amount_dkk": amount}),),
                "levers": {"share_of_personal_asks": 1.0},
            }
        )
        for number, amount in enumerate(amounts_dkk)
    )
    plain = {"events": (), "arms": {"baseline": tiny().arms["baseline"]}, "parameters": {**tiny().parameters, **parameters}}
    return tiny().model_copy(update={"partnerships": cases, "population": Population(volunteers=40, citizens=60), **plain})


def runs(scenario: Scenario) -> Ensemble:
    return simulate(lay_out(scenario, events=False), SEEDS)


def of_the_second(scenario: Scenario, field: str) -> Any:
    return runs(scenario).partnerships[field][:, 1].astype(float)


def test_a_partnership_recruits_fewer_where_another_asks_much() -> None:
    joined = [of_the_second(beside(amount, SMALL, **ASKS_COUNT), "volunteers_joined").mean() for amount in (SMALL, LARGE)]
    assert joined[1] < joined[0]
    without = [of_the_second(beside(amount, SMALL, **NOTHING_COUNTS), "volunteers_joined") for amount in (SMALL, LARGE)]
    assert (without[0] == without[1]).all()


def test_a_partnership_reaches_more_where_another_is_well_attended() -> None:
    reached = [of_the_second(beside(amount, SMALL, **KNOWN_COUNTS), "ever_participated").mean() for amount in (SMALL, LARGE)]
    assert reached[1] > reached[0]


@pytest.mark.parametrize("places", [(None,), ("harbour", "hill")])
def test_without_a_shared_place_what_another_does_leaves_no_trace(places: tuple[str | None, ...]) -> None:
    small, large = (runs(beside(amount, SMALL, places=places)) for amount in (SMALL, LARGE))
    assert same_partnership(small, large, "number-1")
    assert not same_partnership(small, large, "number-0")


def test_one_in_another_place_is_left_as_it_is() -> None:
    places = ("harbour", "harbour", "hill")
    small, large = (runs(beside(amount, SMALL, SMALL, places=places)) for amount in (SMALL, LARGE))
    assert not same_partnership(small, large, "number-1")
    assert same_partnership(small, large, "number-2")


def test_alone_in_a_place_is_as_without_one() -> None:
    named, unnamed = (runs(beside(LARGE, places=(place,))) for place in ("harbour", None))
    for name in ("volunteers_joined", "ever_participated", "trust", "output_total", "end_month"):
        assert (named.partnerships[name] == unnamed.partnerships[name]).all()
    assert (named.partnerships["asks_of_others_per_head"] == 0.0).all()
    assert (named.partnerships["known_through_others"] == 0.0).all()


def test_the_order_of_partnerships_in_a_place_makes_no_difference() -> None:
    scenario = beside(SMALL, LARGE, LARGE)
    backwards = scenario.model_copy(update={"partnerships": scenario.partnerships[::-1]})
    one, other = runs(scenario).partnerships, runs(backwards).partnerships[:, ::-1]
    for name in ("volunteers_joined", "ever_participated", "asks_of_others_per_head", "known_through_others"):
        np.testing.assert_allclose(one[name], other[name], atol=1e-9)


def test_thirty_partnerships_that_ask_the_same_people_stay_within_bounds() -> None:
    crowded = beside(*[LARGE] * 30, readiness_tired_by_asks_of_others=20.0, ease_of_one_known_through_others=10.0)
    for months in (6, 20, 40):
        assert fields_out_of_bounds(simulated(lay_out(crowded), 1, months)) == []


def test_people_of_a_wide_reach_live_in_a_place_only_in_part() -> None:
    template = lay_out(the_37()).template
    part = {case.case_id: float(template.presences.part[template.presences.partnership == p].sum()) for p, case in _numbered(the_37())}
    assert part["sundhed-der-bevaeger"] == 1.0
    assert part["nye-veje-boligomraader"] == pytest.approx(0.5)
    assert part["laering-for-sundhed"] == pytest.approx(0.25)
    assert part["mit-gode-liv"] == 0.0


def _numbered(scenario: Scenario) -> Any:
    return list(enumerate(scenario.partnerships))


def test_a_place_that_is_shared_is_a_link() -> None:
    assert links_of(beside(SMALL, SMALL), "number-0") == (("harbour", ("number-1",)),)
    assert links_of(beside(SMALL, SMALL, places=("harbour", "hill")), "number-0") == ()


def test_a_place_is_read_from_a_file_and_shown_again(tmp_path: Path) -> None:
    file = tmp_path / "harbour.toml"
    text = Path("tests/scenarios/tiny.toml").read_text(encoding="utf-8")
    file.write_text(text.replace('reach = "local"', 'reach = "local"\nplace = "harbour"'), encoding="utf-8")
    scenario = read_scenario(str(file))
    assert [case.place for case in scenario.partnerships] == ["harbour", None, None]
    file.write_text(as_toml(scenario), encoding="utf-8")
    assert read_scenario(str(file)).partnerships == scenario.partnerships
