"""Figures of the literature: read as they are, measured in their own units, and compared in words."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.literature.checks import CHECKS, alive_after
from samvirke.analysis.literature.literature import BOUND, ELSEWHERE, FIGURE, SIGN, Check, Result, check_literature, read_literature
from samvirke.analysis.literature.measures import (
    departures_per_seat_year,
    lost_in_a_year_without_any_upkeep,
    trust_with_months_met,
    vacancies_open_after_four_months,
    volunteers_gone_within_a_year,
)
from samvirke.analysis.literature.month_by_month import OneHistory, runs_month_by_month
from samvirke.analysis.literature.page import literature_page, number, place_of_shared_power, span
from samvirke.model.agents.volunteer import GONE
from samvirke.model.draws import prior_draws
from samvirke.model.ensemble import simulate
from samvirke.model.fields import NEVER
from samvirke.model.parameters import parameter_record
from samvirke.model.scenario import read_scenario
from samvirke.model.world import lay_out
from tests.commands import refused, typed
from tests.ensembles import changed, same_bits

ENOUGH_RUNS = range(1, 5)


def ensemble(**values: float) -> list[OneHistory]:
    world = lay_out(read_scenario("partnerskabspuljen", parameters=values), events=False)
    draws = np.repeat(parameter_record(), len(ENOUGH_RUNS)).view(np.recarray)
    return list(runs_month_by_month(world, ENOUGH_RUNS, draws))


def mean(measure: Any, seen: list[OneHistory]) -> float:
    return float(np.nanmean([measure(run) for run in seen]))


def test_a_run_seen_month_by_month_is_the_run_that_simulate_leaves():
    world = lay_out(changed(), events=False)
    draws = prior_draws(2, 1)
    together = simulate(world, range(5, 7), draws)
    for row, run in enumerate(runs_month_by_month(world, range(5, 7), draws)):
        assert same_bits(run.state.partnerships, together.partnerships[row])
        assert same_bits(run.monthly, together.monthly[row])
        assert run.trust.shape == (world.months + 1, len(world.template.ties))


def test_only_the_usual_chance_of_leaving_gives_departures_at_that_rate():
    quiet = {"chance_of_reorganisation_per_year": 0.0, "leaving_as_the_grant_ends": 0.0, "rotation_of_student_organisations": 0.0}
    found = mean(departures_per_seat_year, ensemble(chance_of_leaving_post_per_year=0.2, **quiet))
    assert found == pytest.approx(-100 * np.log(1 - 0.2), rel=0.1)


def test_vacancies_stay_open_as_the_chance_of_filling_says():
    found = mean(vacancies_open_after_four_months, ensemble(chance_of_filling_a_post_per_month=0.25))
    assert found == pytest.approx(100 * 0.75**4, abs=5)


def test_volunteers_without_a_reason_to_stop_stay():
    assert mean(volunteers_gone_within_a_year, ensemble(chance_of_volunteer_stopping_per_month=0.0)) < 5
    assert (
        mean(
            volunteers_gone_within_a_year,
            ensemble(chance_of_volunteer_stopping_per_month=1.0, weight_of_belonging=0.0, weight_of_recognition=0.0),
        )
        == 100
    )


def test_every_volunteer_who_is_counted_as_gone_has_stopped():
    volunteers = ensemble()[0].state.volunteers
    assert set(volunteers.stage[volunteers.left_month < NEVER]) == {GONE}


def test_a_year_of_fading_is_twelve_months_of_it():
    (run, *_) = ensemble(fading_of_ties_per_month=0.1)
    assert lost_in_a_year_without_any_upkeep(run) == pytest.approx(100 * (1 - 0.9**12))


def test_trust_that_nothing_moves_does_not_go_with_months_met():
    """All begin with the same trust in those they do not know, nobody leaves, and nothing changes it."""
    still = {
        "trust_gain_per_month": 0.0,
        "fading_of_ties_per_month": 0.0,
        "difference_between_persons": 0.0,
        "share_with_bad_experience": 0.0,
        "starts_apart_in_first_trust": 0.0,
    }
    settled = {
        "news_that_travels_per_month": 0.0,
        "chance_of_conflict_per_month": 0.0,
        "trust_lost_per_month_of_waiting": 0.0,
        "share_acquainted_at_start": 0.0,
    }
    alone = {"chance_of_leaving_post_per_year": 0.0, "chance_of_reorganisation_per_year": 0.0, "rotation_of_student_organisations": 0.0}
    assert all(np.isnan(trust_with_months_met(run)) for run in ensemble(**still, **settled, **alone))


def test_every_check_names_rows_that_there_are():
    assert {each for check in CHECKS for each in check.records} <= set(read_literature())
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_a_check_of_figures_has_figures_and_a_check_of_a_sign_has_a_band():
    known = read_literature()
    for check in CHECKS:
        assert check.limits
        if check.kind == SIGN:
            assert check.holds != (float("-inf"), float("inf"))
        else:
            assert all(np.isfinite((known[each].low, known[each].high)).all() for each in check.records)


def test_a_reported_interval_is_read_as_one():
    yearly = read_literature()["ctc_yearly_ending"]
    assert (yearly.low, yearly.high) == (3.0, 8.0)
    assert alive_after(2)(yearly.high) == pytest.approx(84.64)
    assert np.isnan(read_literature()["trust_duration"].low)


def result(kind: str, values: list[float], record: str = "ngo_turnover", holds: tuple[float, float] = (0.0, 0.3)) -> Result:
    check = Check("what", "percent", departures_per_seat_year, (record,), kind, "limits", holds)
    return Result(check, (read_literature()[record],), np.array(values))


@pytest.mark.parametrize(
    ("kind", "values", "verdict"),
    [
        (FIGURE, [20.0, 22.0], "inside"),
        (FIGURE, [10.0, 12.0], "outside, simulated is lower"),
        (FIGURE, [30.0, 32.0, float("nan")], "outside, simulated is higher"),
        (ELSEWHERE, [30.0, 32.0], "another setting: outside, simulated is higher"),
        (BOUND, [3.0, 5.0], "upper bound: holds in 100% of the draws"),
        (SIGN, [0.1, 0.2, 0.9, 0.3], "sign only: holds in 75% of the draws, too few"),
        (SIGN, [float("nan")], "nothing to measure in these runs"),
    ],
)
def test_the_verdict_is_reported_in_words(kind: str, values: list[float], verdict: str):
    assert result(kind, values).verdict == verdict


def test_figures_have_the_places_their_unit_deserves():
    assert (number(19.5, "percent"), number(21.0, "percent"), number(0.234, "rank correlation")) == ("19.5", "21", "0.23")
    assert number(float("nan"), "percent") == "–"
    assert (span(3.0, 8.0, "percent per year"), span(25.0, 25.0, "percent")) == ("3 to 8", "25")


def test_the_page_has_every_check_with_its_source_and_names_the_figures_that_none_uses():
    found = check_literature(CHECKS, prior_draws(3, 1), 1)
    text = literature_page(found, "the prior", 1)
    for check in CHECKS:
        assert f"\n| {check.name} | " in text
        assert f"\n- **{check.name}.** " in text
    assert all(each.source in text for each in read_literature().values())
    assert place_of_shared_power(found) in text
    assert len(found.unused) + len({each for check in CHECKS for each in check.records}) == len(read_literature())


def test_the_command_prints_the_table_and_writes_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    output = typed("literature", "--draws", "2", "--seed", "4", "--out", "page.md")
    assert output.exit_code == 0
    assert "Compared with the literature: 2 runs of the 37 partnerships" in output.stdout
    assert (tmp_path / "page.md").read_text(encoding="utf-8").startswith("# Compared with the literature")
    assert [each.name for each in tmp_path.iterdir()] == ["page.md"]


def test_a_page_that_cannot_be_is_refused_before_anything_is_simulated(tmp_path: Path):
    assert "is a folder" in refused("literature", "--out", str(tmp_path))
    assert "there is no folder" in refused("literature", "--out", str(tmp_path / "nowhere" / "page.md"))
    assert "--draws" in refused("literature", "--draws", "0")
