"""What can be asked of a sweep is what a comparison measures, under the same names."""

import numpy as np
import pytest

from samvirke.analysis.measures import MEASURES, measured
from samvirke.analysis.run.tables import outcomes
from samvirke.analysis.sweep_analysis.answers import ANSWERS, EVENTS, AnswerError, answer_named, event_of
from samvirke.model.agents.partnership import FUTURES
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.world import lay_out
from tests.ensembles import tiny

NULL_WHERE_NOBODY_WAS = {"wellbeing_change", "volunteers_wellbeing_change"}  # 0 in a comparison
SHARED = sorted(set(ANSWERS) & set(MEASURES) - NULL_WHERE_NOBODY_WAS)


@pytest.fixture(scope="module")
def ensemble() -> Ensemble:
    return simulate(lay_out(tiny(), events=False), range(1, 9))


@pytest.mark.parametrize("name", SHARED)
def test_a_measure_is_the_same_number_as_in_a_comparison(name: str, ensemble: Ensemble):
    rows = outcomes(ensemble).to_pandas()
    asked = rows.assign(value=ANSWERS[name].of(rows)).groupby("seed")["value"].mean()
    compared = measured(ensemble)[:, list(MEASURES).index(name)]
    known = ~np.isnan(asked.to_numpy())  # a run too short for a question has no answer here, and counts as none there
    assert np.allclose(asked.to_numpy()[known], compared[known])


def test_most_measures_of_a_comparison_can_be_asked():
    assert len(SHARED) >= 15


def test_what_ends_within_a_year_does_not_continue_a_year_later(ensemble: Ensemble):
    rows = outcomes(ensemble).to_pandas()
    known = rows["future_12_months"].notna()
    ended = rows["future_12_months"].isin(FUTURES[2:])
    assert np.array_equal(EVENTS["ends_within_12_months"].of(rows)[known] > 0, ended[known])
    assert np.isnan(EVENTS["ends_within_12_months"].of(rows)[~known]).all()


def test_a_measure_and_a_limit_are_an_event(ensemble: Ensemble):
    rows = outcomes(ensemble).to_pandas()
    event = event_of(" hours_total>= 5000 ")
    assert event.name == "hours_total >= 5000"
    assert np.array_equal(event.of(rows) > 0, rows["hours_total"] >= 5000)


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("ends_within_12_month", 'the nearest is "ends_within_12_months"'),
        ("synergi < 40", 'the nearest is "synergy"'),
        ("synergy < much", '"much" is no number'),
        ("synergy < nan", '"nan" is no number'),
        ("synergy > -inf", '"-inf" is no number'),
    ],
)
def test_what_is_no_event_is_reported_in_a_sentence(wording: str, sentence: str):
    with pytest.raises(AnswerError, match=sentence):
        event_of(wording)


def test_what_is_no_measure_is_answered_with_the_nearest():
    with pytest.raises(AnswerError, match='the nearest is "continues"'):
        answer_named("continue")
