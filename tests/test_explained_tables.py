"""What an explanation is told by: shares, the ledger, its tables, and the events that turn endings over many runs."""

import numpy as np
import pytest

from samvirke.analysis.explanation.changes import CHANGES
from samvirke.analysis.explanation.counterfactual import EVENT
from samvirke.analysis.explanation.explanation import explain
from samvirke.analysis.explanation.lasting import LASTING, change_of_share, share_of
from samvirke.analysis.explanation.sentences import COUNTED, SHORT, WHOLE, counted, sentence_of
from samvirke.analysis.explanation.tables import tables_of_explanation
from samvirke.analysis.explanation.turning_events import turning_events
from samvirke.model.errors import ScenarioError
from samvirke.model.events import CONFLICT_BREAKS_OUT, RECORDED_KINDS
from samvirke.model.language import language_of, languages
from tests.explained import explained, one_cause, tiny_explained, tiny_run, turned


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
    assert len(what.ledger) == len(what.run.simulated().events[0])
    months = [entry.month for entry in what.ledger]
    assert months == sorted(months)
    told = [entry.in_words for entry in what.ledger]
    assert "Association 1 does not want to go on; main reason: whether there is money for afterwards" in told
    assert "The partnership ends: too few partners wanted to go on" in told
    assert [entry.in_words for entry in what.ledger if entry.mattered] == ["The coordinator leaves"]


def test_the_ledger_speaks_danish():
    told = [entry.in_words for entry in explained(language="da").ledger]
    assert "Koordinatoren stopper" in told
    assert "Partnerskabet slutter: for få partnere ville fortsætte" in told


def event_in_words(kind: str, size: float, language: str = "da") -> str:
    number = next(number for number, each in enumerate(RECORDED_KINDS) if each.name == kind)
    event = {"kind": number, "magnitude": size, "subject": 0}
    return sentence_of(event, "kommune 1", "", lambda _: "åbenhed", language_of(language)).replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_whole_or_next_to_nothing_is_reported_without_a_number():
    assert event_in_words("reorganisation", 1.0) == "Hele kommune 1 omorganiseres"
    assert event_in_words("reorganisation", 0.4) == "40 % af kommune 1 omorganiseres"
    assert event_in_words("reorganisation", 0.5) == "Halvdelen af kommune 1 omorganiseres"
    assert event_in_words("promises_scaled_down", 0.54) == "54 % af det lovede droppes"
    assert event_in_words("promises_scaled_down", 0.004) == "Næsten intet af det lovede droppes"
    assert event_in_words("application_sent", 0.004) == "En ansøgning om penge sendes; chancen er meget lille"
    assert event_in_words("money_won", 0.0, "en") == "An application is granted, but the time after needs no money"
    assert event_in_words("partnership_weakens", 0.0) == "Partnerskabet er svagt: der er næsten ingen timer tilbage"
    assert event_in_words("volunteer_stops", 1.0) == "En frivillig stopper efter 1 måned"


@pytest.mark.parametrize("language", languages())
def test_what_would_have_been_otherwise_is_named_without_a_colon(language: str):
    named = [what.named(each) for what in (explained(language=language),) for each in what.but_for]
    assert named
    assert not [name for name in named if ":" in name]


@pytest.mark.parametrize("language", languages())
def test_every_kind_of_event_and_every_change_has_its_words(language: str):
    assert {kind.name for kind in RECORDED_KINDS} <= set(WHOLE)
    assert {*SHORT, *COUNTED} <= set(WHOLE)
    words = language_of(language)
    assert all(words.gettext(change.label) for change in CHANGES)
    assert words.code == "en" or not any(words.gettext(change.label) == change.label for change in CHANGES)


def test_numbers_of_things_are_in_the_singular_or_the_plural():
    english, danish = language_of("en"), language_of("da")
    assert (counted("volunteer_joins", 1, english), counted("volunteer_joins", 3, english)) == ("1 new volunteer", "3 new volunteers")
    assert (counted("promise_broken", 1, danish), counted("promise_broken", 2, danish)) == (
        "1 brudt løfte om timer",
        "2 brudte løfter om timer",
    )


def test_prospects_are_of_every_month_up_to_the_decision_and_end_where_the_run_did():
    what = tiny_explained()
    table = tables_of_explanation(what)["prospects"].to_pandas()
    of_one = table[table["measure"] == "continues"]
    assert list(of_one["month"]) == list(range(21))
    assert of_one["chance"].iloc[-1] == 100.0 * what.lasted


def test_the_table_of_causes_says_the_same_for_every_measure_and_what_became_of_this_run():
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


def test_over_many_runs_what_turned_one_of_two_alike_is_ranked_first():
    first = turned().ranked("continues")[0]
    assert first.change.name in {"no-departures", "no-anchoring", "no-money-won"}
    departures = next(each for each in turned().found if each.change.name == "no-departures")
    assert (departures.happens, departures.turns.percent) == (50.0, 50.0)
    assert (departures.to_lasting("continues"), departures.to_ending("continues")) == (50.0, 0.0)
    assert departures.change_of("continues").points == 50.0


def test_over_many_runs_what_never_happens_is_not_asked_about():
    names = {each.change.name for each in turned().found}
    assert not names & {"no-reorganisation", "no-conflict", "no-savings-round", "no-organisation-leaves"}
    assert not any(CONFLICT_BREAKS_OUT in each.change.kinds for each in turned().found)


def test_over_many_runs_ranges_hold_their_middle():
    for each in turned().found:
        assert each.turns.low <= each.turns.percent <= each.turns.high
        change = each.change_of("continues")
        assert change.low <= change.points <= change.high
        assert change.points == pytest.approx(each.to_lasting("continues") - each.to_ending("continues"))


def test_one_run_is_no_ensemble_and_a_handful_of_runs_no_answer():
    with pytest.raises(ScenarioError, match="an ensemble is several runs"):
        turning_events(one_cause(), replicates=1)
    with pytest.raises(ScenarioError, match="must lie between 20 and"):
        explain(tiny_run(), replicates=3)
    with pytest.raises(ScenarioError, match='the nearest is "continues"'):
        explain(tiny_run(), measure="continus")
