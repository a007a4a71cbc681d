"""What must be asked of those who decide waits in a queue: with one leader for all that an organisation leads [W11, W1]."""

from typing import Any

import numpy as np
import pytest

from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.events import REQUEST_CHANGED, REQUEST_GRANTED, REQUEST_REFUSED
from samvirke.model.processes.requests import answers_possible
from samvirke.model.scenario import Scenario
from samvirke.model.scenario.resolved import Event
from samvirke.model.world import lay_out
from tests.neutral_runs import neutral_values
from tests.test_one_world import same_partnership, town, with_events

SEEDS = range(16)
MUCH_IS_ASKED = {"chance_of_a_request_per_month": 0.6, "mandate_at_start": 0.2}
LITTLE_TIME = {"requests_answered_per_month": 0.3}
ANSWERS = (REQUEST_GRANTED, REQUEST_CHANGED, REQUEST_REFUSED)


def runs(scenario: Scenario) -> Ensemble:
    return simulate(lay_out(scenario, watched={"partnerships": ("requests_waiting",)}), SEEDS)


def asking(partnerships: int, **others: float) -> Ensemble:
    """Partnerships of one municipality, which leads them, where much must be asked."""
    return runs(town(partnerships, None, "a-club", **{**MUCH_IS_ASKED, **others}))


def months_until_answers(ensemble: Ensemble, partnership: int = 0) -> Any:
    return np.array([each.magnitude for run in ensemble.events for each in run if each.kind in ANSWERS and each.partnership == partnership])


def queue(ensemble: Ensemble) -> Any:
    """Requests that wait at the first partnership, mean of its grant, per run."""
    return ensemble.watched["partnerships"]["requests_waiting"][:, 2:24, 0].mean(axis=1)


def test_a_busy_leader_with_three_partnerships_answers_later_than_with_one() -> None:
    alone, one_of_three = asking(1, **LITTLE_TIME), asking(3, **LITTLE_TIME)
    assert months_until_answers(one_of_three).mean() > months_until_answers(alone).mean()
    assert queue(one_of_three).mean() > queue(alone).mean()
    assert (queue(one_of_three) >= queue(alone)).mean() > 0.8


def test_the_queue_grows_with_what_must_be_asked() -> None:
    assert queue(asking(1)).mean() > queue(asking(1, chance_of_a_request_per_month=0.1)).mean()


def test_the_queue_is_shorter_with_more_time_to_answer() -> None:
    assert queue(asking(1, requests_answered_per_month=3.0)).mean() < queue(asking(1, **LITTLE_TIME)).mean()


def test_where_those_who_decide_sit_at_the_table_the_queue_is_shorter() -> None:
    def attended(part: float) -> Ensemble:
        scenario = town(1, None, "a-club", **MUCH_IS_ASKED)
        arm = scenario.arms["baseline"].model_copy(update={"levers": {"deciders_at_the_table": part}})
        return runs(scenario.model_copy(update={"arms": {"baseline": arm}}))

    absent, often, always = attended(0.0), attended(0.6), attended(1.0)
    assert queue(absent).mean() > queue(often).mean() > queue(always).mean()
    assert not queue(always).any()


def test_no_answer_comes_in_the_month_in_which_it_is_asked_for() -> None:
    assert months_until_answers(asking(1, months_a_near_leader_takes=0.5)).min() == 1.0


def test_several_requests_can_wait_at_a_time() -> None:
    assert asking(1, **LITTLE_TIME).watched["partnerships"]["requests_waiting"].max() > 1


def test_after_the_grant_nothing_waits() -> None:
    assert not asking(2, **LITTLE_TIME).watched["partnerships"]["requests_waiting"][:, -1].any()


@pytest.mark.parametrize(("per_month", "reaches_the_other"), [(100.0, False), (0.3, True)])
def test_what_one_partnership_asks_takes_time_from_another_only_where_time_is_short(per_month: float, reaches_the_other: bool) -> None:
    apart = {**neutral_values("W1 W3"), **MUCH_IS_ASKED, "requests_answered_per_month": per_month}
    nothing_is_asked = Event(month=1, kind="set_lever", whom="number-1", lever="deciders_at_the_table", size=1.0)
    scenario = town(2, None, None, **apart)
    assert same_partnership(runs(scenario), runs(with_events(scenario, nothing_is_asked)), "number-0") != reaches_the_other


@pytest.mark.oracle
def test_time_to_answer_adds_up_to_what_there_is_and_does_not_pile_up() -> None:
    def answered(per_month: float, months: int) -> int:
        left, done = 0.0, 0
        for _ in range(months):
            left = answers_possible(left, per_month)
            done += int(left)
            left -= int(left)
        return done

    assert [answered(each, 1000) for each in (0.25, 0.7, 1.0, 1.9, 2.5)] == pytest.approx([250, 700, 1000, 1900, 2500], abs=1)
    assert answers_possible(50.0, 1.0) == 2.0  # an idle year leaves time for one answer more
