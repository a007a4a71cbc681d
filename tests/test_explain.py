"""Why a life ended or lasted: tested where the cause is known because there is only one, or none."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

from analysis.explain.but_for import COURSE, EVENT, PRACTICE
from analysis.explain.changes import CHANGES, COURSES, arm_of, ids_of
from analysis.explain.explanation import Explanation, explain
from analysis.explain.forks import begun, gone_on, months_of, nearby_seeds, with_other_luck
from analysis.explain.lasting import LASTING, change_of_share, share_of
from analysis.explain.ledger_words import LANGUAGES
from analysis.explain.life import OneLife, life_in_run, life_of
from analysis.explain.tables import tables_of_explanation
from analysis.explain.turning_events import TurningEvents, turning_events
from analysis.measures import MEASURES
from analysis.plan import plan
from analysis.run import run_to_folder
from analysis.run_folder import RunFolderError
from model.events import CONFLICT_BREAKS_OUT, KEY_PERSON_LEAVES, RECORDED_KINDS
from model.scenario import GrantChange, Scenario, read_scenario
from model.scenario.errors import ScenarioError
from model.scenario.resolved import BASELINE
from model.world import lay_out
from tests.lives import TINY, differing_parts, same_bits, tiny

ONE_CAUSE = str(Path(__file__).parent / "scenarios" / "one_cause.toml")
LIVES = 40


@cache
def one_cause() -> Scenario:
    return read_scenario(ONE_CAUSE)


@cache
def nobody_ever_stays() -> Scenario:
    """The same, but no wish to stay is ever high enough: it ends whatever happens."""
    return read_scenario(ONE_CAUSE, parameters={"wish_needed_to_stay": 1.0, "weight_of_money_in_staying": 0.0})


@cache
def explained(partnership: str = "left-by-one", scenario: Any = one_cause, language: str = "en") -> Explanation:
    return explain(life_of(scenario(), partnership), lives=LIVES, language=language)


@cache
def tiny_life(partnership: str = "with-everybody", seed: int = 5) -> OneLife:
    return life_of(tiny(), partnership, seed=seed)


@cache
def tiny_explained() -> Explanation:
    return explain(tiny_life(), lives=LIVES)


@cache
def turned() -> TurningEvents:
    return turning_events(one_cause(), replicates=6)


def test_the_one_thing_that_could_end_it_is_found():
    what = explained()
    assert (what.outcome["future"], what.outcome["end_reason"]) == ("ended", "too_few_partners_wanted_to_go_on")
    events = [each for each in what.what_weighed_against_it if each.sort == EVENT]
    assert [what.label(each) for each in events] == ["The coordinator leaves"]
    assert events[0].month == 14
    assert events[0].by("continues").points == 100.0
    assert int(events[0].own["future"]) == 0


def test_beside_it_only_departures_as_such_are_blamed():
    what = explained()
    courses = {each.change.name for each in what.what_weighed_against_it if each.sort == COURSE and each.change}
    assert courses == {"no-departures", "coordinator-stays"}
    assert what.what_carried_it == []


def test_a_handover_would_have_saved_it_and_talking_openly_would_not():
    helped = {each.change.name for each in explained().what_would_have_helped if each.change}
    assert "second-person-and-handover" in helped
    assert "open-talk" not in helped


def test_its_twin_that_nobody_leaves_lasts_and_the_work_on_the_time_after_carried_it():
    what = explained("left-by-nobody")
    assert what.lasted
    assert what.to_begin_with.percent == 100.0
    assert {"no-anchoring", "no-money-won"} <= {each.change.name for each in what.what_carried_it if each.change}
    assert what.what_weighed_against_it == []


def test_where_nothing_could_change_it_nothing_is_said_to_have_mattered():
    what = explained(scenario=nobody_ever_stays)
    assert what.to_begin_with.percent == 0.0
    assert (what.what_carried_it, what.what_weighed_against_it, what.what_would_have_helped, what.turns) == ([], [], [], [])
    assert not any(entry.mattered for entry in what.ledger)


@pytest.mark.parametrize("month", [0, 1, 13, 20])
def test_going_on_with_its_own_luck_is_the_same_life_to_the_bit(month: int):
    life = tiny_life()
    lived = life.lived(monthly=False, events=False).partnerships[0]
    state = tuple(months_of(begun(life.world(), life.draw, life.seed), month))[-1]
    assert same_bits(with_other_luck(state, [life.seed], life.scenario.months)[0], lived)
    straight_through = gone_on(begun(life.world(), life.draw, life.seed), life.scenario.months)
    assert differing_parts(gone_on(state, life.scenario.months), straight_through) == []


def test_calling_off_nothing_and_an_arm_that_changes_nothing_are_the_same_life_to_the_bit():
    life = tiny_life()
    same = life.world(life.scenario.arms["nothing-changes"])
    one, other = (gone_on(begun(world, life.draw, life.seed), 40, ()) for world in (life.world(), same))
    assert differing_parts(one, other) == []


def test_other_luck_is_other_and_leaves_the_stopped_life_alone():
    life = tiny_life()
    state = begun(life.world(), life.draw, life.seed)
    before = state.partnerships.tobytes()
    first, second = with_other_luck(state, nearby_seeds(life.seed, 2), 30)
    assert not same_bits(first, second)
    assert state.partnerships.tobytes() == before


def test_a_partnership_explained_alone_lives_the_life_it_lives_among_the_others():
    among = lay_out(tiny())
    alone = tiny_life("without-municipality").lived(monthly=False, events=False).partnerships[0, 0]
    theirs = gone_on(begun(among, None, 5), 40).partnerships[1]
    for name in ("hours_total", "output_total", "trust", "future", "end_month", "departures"):
        assert alone[name] == theirs[name]


def test_a_run_in_a_folder_is_explained_as_it_stands_there(tmp_path: Path):
    run_to_folder(plan(tiny(), seed=4, replicates=2, arms=("open-talk",)), tmp_path / "run")
    life = life_in_run(tmp_path / "run", "with-everybody", seed=5)
    assert (life.arm, life.seed, life.draw_number) == ("open-talk", 5, 0)
    assert life_in_run(tmp_path / "run", "with-everybody").seed == 4


def test_a_run_that_this_model_no_longer_gives_is_refused(tmp_path: Path):
    run_to_folder(plan(tiny()), tmp_path / "run")
    file = tmp_path / "run" / "outcomes.parquet"
    table = pq.read_table(file)
    column = table.column_names.index("hours_total")
    pq.write_table(table.set_column(column, table.schema.field(column), [np.asarray(table["hours_total"]) + 1.0]), file)
    with pytest.raises(RunFolderError, match="no longer gives the life that stands there"):
        life_in_run(tmp_path / "run", "with-everybody")


def test_a_life_with_a_posterior_keeps_its_draw_and_others_elsewhere_have_theirs():
    life = life_of(read_scenario("partnerskabspuljen"), "baby-sikker", seed=3)
    assert life.draw_number == 3
    assert life.posterior is not None
    lived = life.lived(monthly=False, events=False)
    assert same_bits(lived.draws[0], np.asarray(life.world().draw(life.posterior.of_numbers([3])[0])))


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"partnership": "with-everybdy"}, 'the nearest is "with-everybody"'),
        ({"partnership": ""}, "which of the 3 partnerships of tiny"),
        ({"partnership": "with-everybody", "arm": "open-tlk"}, 'the nearest is "open-talk"'),
        ({"partnership": "with-everybody", "seed": -1}, "--seed"),
    ],
)
def test_a_life_that_there_is_not_names_the_nearest_that_there_is(asked: dict[str, Any], sentence: str):
    with pytest.raises(ScenarioError, match=sentence):
        life_of(tiny(), **asked)


def test_an_event_called_off_from_the_month_before_is_what_an_arm_that_cancels_it_gives():
    life = tiny_life()
    asked = [each for each in tiny_explained().but_for if each.sort == EVENT]
    assert asked
    for each in asked:
        arm = life.scenario.arms[BASELINE].model_copy(update={"cancel": (int(each.event["id"]),)})
        world = life.world(arm)
        assert same_bits(gone_on(begun(world, life.draw, life.seed), world.months).partnerships[0], each.own)


def test_every_event_of_a_course_is_among_the_ids_that_it_calls_off():
    life = tiny_life()
    events = life.lived().events[0]
    world = life.world()
    for change in COURSES:
        concerned = {int(event["id"]) for event in events if change.concerns(event["kind"], event["subject"])}
        assert concerned <= set(ids_of(change, world, life.scenario.months))
    assert (events["kind"] == KEY_PERSON_LEAVES).any()


@pytest.mark.parametrize("change", COURSES, ids=lambda change: change.name)
def test_a_course_that_is_called_off_never_comes(change: Any):
    world = lay_out(tiny())
    arms = {**tiny().arms, BASELINE: arm_of(change, world, None, 40)}
    state = gone_on(begun(lay_out(tiny().model_copy(update={"arms": arms})), None, 5), 40)
    kept = state.events[: state.clock[0].events]
    assert not any(change.concerns(event["kind"], event["subject"]) for event in kept)


def test_a_practice_that_it_has_already_is_not_asked_about():
    life = life_of(read_scenario(TINY, parameters={"openness": 0.95}), "with-everybody", seed=5)
    asked = {each.change.name for each in explain(life, lives=20).but_for if each.change and each.sort == PRACTICE}
    assert "open-talk" not in asked
    assert {"postponed-talk", "bridge"} <= asked


def test_anchoring_that_is_left_to_chance_is_not_early_enough():
    change = next(each for each in CHANGES if each.name == "anchoring-from-month-12")
    world = lay_out(tiny())
    for own, wanted in ((-1.0, 12.0), (6.0, 6.0), (30.0, 12.0)):
        assert arm_of(change, world, {"anchoring_start_month": own}, 40).levers["anchoring_start_month"] == wanted


def test_a_bridge_on_top_of_a_longer_grant_adds_its_months():
    change = next(each for each in CHANGES if each.name == "bridge")
    arm = arm_of(change, lay_out(tiny(), "longer-grant"), {}, 40)
    assert arm.grants == GrantChange(longer_by_months=24)


def test_lives_are_lived_until_a_year_after_the_longest_grant_that_is_asked_about():
    assert tiny_life().world().months == 44
    assert life_of(tiny(), "with-everybody", arm="longer-grant").world().months == 56
    assert life_of(read_scenario(TINY, months=20), "with-everybody").world().months == 44


def test_a_life_that_is_not_decided_yet_is_not_explained():
    with pytest.raises(ScenarioError, match="its grant ends in month 20, after the last of the 10 months: live it longer"):
        life_of(read_scenario(TINY, months=10), "with-everybody")


def test_without_an_end_date_it_lasts_if_it_lives_when_the_run_ends():
    grants = tuple(grant.model_copy(update={"months": None}) for grant in tiny().partnerships[0].grants)
    endless = tuple(case.model_copy(update={"grants": grants}) for case in tiny().partnerships)
    what = explain(life_of(tiny().model_copy(update={"partnerships": endless}), "with-everybody", seed=5), lives=20)
    assert what.course.decided_month == 40
    assert what.outcome["future"] is None
    assert what.lasted == (what.outcome["end_month"] is None)
    assert not {"bridge", "shorter-grant"} & {each.change.name for each in what.but_for if each.change}


def test_lasting_means_what_the_measures_that_arms_are_compared_by_mean():
    lived = tiny_life().lived(monthly=False, events=False)
    for name, lasting in LASTING.items():
        assert 100.0 * float(lasting.holds(lived.partnerships)[0, 0]) == MEASURES[name].of(lived)[0]
        assert lasting.words == MEASURES[name].words


def test_a_share_of_all_or_none_is_not_certain_and_lies_in_its_range():
    for holds in ([True] * 20, [False] * 20, [True] * 5 + [False] * 15):
        share = share_of(np.array(holds))
        assert 0.0 <= share.low <= share.percent <= share.high <= 100.0
        assert share.high - share.low > 10.0


def test_a_change_is_the_pairs_that_turn_less_those_that_turn_back():
    without, as_it_was = np.array([True] * 60 + [False] * 40), np.array([True] * 30 + [False] * 50 + [True] * 20)
    change = change_of_share(without, as_it_was)
    assert change.points == pytest.approx(10.0)
    assert change.low < 10.0 < change.high
    assert not change_of_share(without, without).matters(0.0)
    assert change_of_share(np.ones(50, bool), np.zeros(50, bool)).matters(5.0)


def test_the_ledger_has_every_event_in_the_order_of_time_and_ends_with_motive_and_reason():
    what = explained()
    assert len(what.ledger) == len(what.life.lived().events[0])
    months = [entry.month for entry in what.ledger]
    assert months == sorted(months)
    told = [entry.in_words for entry in what.ledger]
    assert "Association 1 does not want to go on; what weighs most: whether there is money for afterwards" in told
    assert "The partnership ends: too few partners wanted to go on" in told
    assert [entry.in_words for entry in what.ledger if entry.mattered] == ["The coordinator leaves"]


def test_the_ledger_speaks_danish():
    told = [entry.in_words for entry in explained(language="da").ledger]
    assert "Koordinatoren rejser" in told
    assert "Partnerskabet slutter: for få partnere ville fortsætte" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_event_and_every_change_has_its_words(language: str):
    assert {kind.name for kind in RECORDED_KINDS} <= set(LANGUAGES[language])
    assert set(LANGUAGES["en"]) == set(LANGUAGES["da"])
    assert all(getattr(change.label, language) for change in CHANGES)


def test_prospects_are_of_every_month_up_to_the_decision_and_end_where_the_life_did():
    what = tiny_explained()
    table = tables_of_explanation(what)["prospects"].to_pandas()
    of_one = table[table["measure"] == "continues"]
    assert list(of_one["month"]) == list(range(21))
    assert of_one["chance"].iloc[-1] == 100.0 * what.lasted


def test_the_table_of_causes_says_the_same_for_every_measure_and_what_became_of_this_life():
    table = tables_of_explanation(explained())["but_for"].to_pandas()
    leaving = table[table["sort"] == EVENT].set_index("measure")
    assert set(leaving.index) == set(LASTING)
    assert list(leaving["future"].unique()) == ["continues_unchanged"]
    assert leaving.loc["continues", ["as_it_was", "but_for", "change"]].tolist() == [0.0, 100.0, 100.0]
    assert leaving["change_elsewhere"].isna().all()
    assert table[table["sort"] != EVENT]["change_elsewhere"].notna().all()


def test_the_networks_are_of_before_and_after():
    assert list(explained().networks()["month"]) == [1, 38]
    assert list(explained("left-by-nobody").networks()["month"]) == [1, 38, 50]


def test_over_many_lives_what_turned_one_of_two_alike_is_ranked_first():
    first = turned().ranked("continues")[0]
    assert first.change.name in {"no-departures", "no-anchoring", "no-money-won"}
    departures = next(each for each in turned().found if each.change.name == "no-departures")
    assert (departures.happens, departures.turns.percent) == (50.0, 50.0)
    assert (departures.to_lasting("continues"), departures.to_ending("continues")) == (50.0, 0.0)
    assert departures.change_of("continues").points == 50.0


def test_over_many_lives_what_never_happens_is_not_asked_about():
    names = {each.change.name for each in turned().found}
    assert not names & {"no-reorganisation", "no-conflict", "no-savings-round", "no-organisation-leaves"}
    assert not any(CONFLICT_BREAKS_OUT in each.change.kinds for each in turned().found)


def test_over_many_lives_ranges_hold_their_middle():
    for each in turned().found:
        assert each.turns.low <= each.turns.percent <= each.turns.high
        change = each.change_of("continues")
        assert change.low <= change.points <= change.high
        assert change.points == pytest.approx(each.to_lasting("continues") - each.to_ending("continues"))


def test_one_run_is_no_ensemble_and_a_handful_of_lives_no_answer():
    with pytest.raises(ScenarioError, match="an ensemble is several runs"):
        turning_events(one_cause(), replicates=1)
    with pytest.raises(ScenarioError, match="must lie between 20 and"):
        explain(tiny_life(), lives=3)
    with pytest.raises(ScenarioError, match='the nearest is "continues"'):
        explain(tiny_life(), measure="continus")
