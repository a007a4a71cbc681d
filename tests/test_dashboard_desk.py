"""What can be done on a page, and how it plays: the desk, and what it tells the browser month by month."""

import asyncio
from time import monotonic
from typing import Any
from unittest.mock import Mock

import pytest

from samvirke.analysis.measures import MEASURES
from samvirke.model.language import language_of
from samvirke.viz.dashboard.content.one import OneStage
from samvirke.viz.dashboard.desk import Desk, GoneElsewhereError
from samvirke.viz.dashboard.names import TABS
from samvirke.viz.dashboard.runs.measures import ASKED, SHOWN_BY_MONTH
from samvirke.viz.dashboard.views.playing import play
from samvirke.viz.dashboard.views.widgets import Messenger

ENGLISH = language_of("en")
MEALS = "scenario=one-partnership&case=shared-meals"


def told(messenger: Messenger) -> dict[str, Any]:
    """What the browser was told last: of which month, and what."""
    month, _query, frame = messenger.widget.send.call_args.args[0]["args"]
    return {"month": month, **frame}


def messenger_of(desk: Desk) -> Messenger:
    address = desk.address.value
    staged = OneStage(desk.session.scenario(address), desk.session.run(address), None, "", desk.language)
    messenger = Messenger(desk, staged, widget=Mock())
    messenger.whole()
    return messenger


def test_a_month_says_only_what_differs_from_the_one_before():
    desk = Desk(f"{MEALS}&month=10")
    messenger = messenger_of(desk)
    whole = set(messenger.told)
    messenger.tell(11)
    assert {"text:when", "until:course"} <= set(told(messenger)) < whole | {"month"}
    assert "series:network:members" not in told(messenger)
    messenger.tell(11)
    assert told(messenger) == {"month": 11}


def test_a_browser_that_has_missed_months_is_told_all():
    desk = Desk(f"{MEALS}&month=10")
    messenger = messenger_of(desk)
    desk.go_to(12)
    messenger.tell(12)
    messenger.drawn(10)
    assert set(told(messenger)) == {*messenger.told, "month"}
    messenger.drawn(12)
    messenger.tell(12)
    assert told(messenger) == {"month": 12}


def test_one_that_ended_is_asked_why_when_it_is_entered():
    desk = Desk("month=84&tab=all")
    desk.enter("jump4fun", ask_why=True)
    assert desk.why_asked.value == desk.this_run()
    desk.enter("laks")
    assert desk.why_asked.value == ()


def test_a_month_that_fails_is_one_sentence_and_the_page_goes_on():
    def broken(*_: object) -> None:
        raise ValueError("the month is broken")

    desk = Desk(f"{MEALS}&language=en&month=3")
    desk.playing.set(True)
    desk.staged = Mock(shown=broken)
    asyncio.run(play(desk))
    assert not desk.playing.value
    assert desk.notices.value == (
        ENGLISH.gettext(
            "“{tab}” cannot be shown for run number {seed}; choose another run, partnership or page. Everything else works.",
            seed=1,
            tab=ENGLISH.gettext(TABS["one"]),
        ),
    )
    desk.change(language="da")
    assert desk.notices.value == ()


def test_it_plays_to_the_end_and_stops():
    desk = Desk(MEALS)
    desk.speed.set("fastest")
    desk.go_to(55)
    seen: list[int] = []
    desk.month.subscribe(seen.append)
    desk.month.subscribe(lambda month: setattr(desk, "drawn_beat", month))
    asyncio.run(play(desk))
    assert seen == [56, 57, 58, 59, 60]
    assert not desk.playing.value
    desk.play_or_pause()
    assert (desk.month.value, desk.playing.value) == (0, True)


def test_a_month_waits_for_the_browser_to_draw_the_one_before(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("samvirke.viz.dashboard.views.playing.LONGEST_WAIT", 0.05)
    desk = Desk(MEALS)
    desk.speed.set("fastest")
    desk.go_to(57)
    began = monotonic()
    asyncio.run(play(desk))
    assert monotonic() - began >= 3 * 0.05


def test_it_opens_on_something_alive_and_a_link_on_its_month():
    assert Desk("").playing.value
    shared = Desk("month=18")
    assert (shared.playing.value, shared.month.value) == (False, 18)
    assert "month=18" in shared.query


def test_keys_do_what_the_page_says():
    desk = Desk(f"{MEALS}&month=10")
    desk.press("ArrowRight")
    desk.press("ArrowRight")
    desk.press("ArrowLeft")
    assert desk.month.value == 11
    desk.press("Home")
    assert desk.month.value == 0
    desk.press("End")
    assert desk.month.value == desk.months
    desk.press("Home")
    desk.press(" ")
    assert desk.playing.value
    desk.press("3")
    assert (desk.address.value.tab, desk.playing.value) == ("what-if", False)
    desk.press("L")
    assert desk.address.value.language == "en"
    desk.press("s")
    assert desk.address.value.projector
    desk.press("q")


def test_back_shows_what_was_looked_at_in_the_language_of_now():
    desk = Desk("month=10&tab=all&language=da")
    before = desk.query
    desk.enter("baby-sikker")
    desk.go_by(5)
    desk.other_language()
    desk.play_or_pause()
    desk.come_back(before)
    assert desk.query == before.replace("month=10", "month=10&language=en")
    assert not desk.playing.value
    desk.come_back("month=900")
    assert len(desk.notices.value) == 1


def test_where_no_grant_ends_nothing_is_asked_of_its_end():
    assert Desk(MEALS).measure_asked() == "continues"
    without = Desk("scenario=kommuner-i-bevaegelse")
    without.ask("continues")
    assert MEASURES[without.measure_asked()].after is None
    assert set(ASKED.values()) <= set(SHOWN_BY_MONTH)


def test_the_course_that_is_drawn_follows_what_is_asked_until_another_is_chosen():
    desk = Desk(MEALS)
    desk.ask("conflict")
    assert desk.month_measure_asked() == "tension"
    desk.show_course("hours")
    assert desk.month_measure_asked() == "hours"
    desk.ask("citizens_reached")
    assert desk.month_measure_asked() == "participants"


def test_branching_holds_the_levers_from_next_month_on():
    desk = Desk(f"{MEALS}&month=18&tab=what-if&levers=openness:0.9")
    desk.branch_here()
    assert (desk.address.value.branch, desk.address.value.tab) == (18, "one")
    assert "branch=18" in desk.query
    desk.turn({})
    assert desk.address.value.branch == 0


def test_a_run_that_has_ended_cannot_be_branched():
    desk = Desk("case=mere-liv-i-lungerne&month=6&tab=what-if&levers=openness:0.9")
    assert desk.ended_by(0) == 0
    assert desk.ended_by(6) == 1


def test_another_scenario_begins_at_its_beginning():
    desk = Desk("month=80&levers=openness:0.9")
    desk.choose_scenario("one-partnership")
    assert (desk.month.value, dict(desk.address.value.levers), desk.session.case(desk.address.value)) == (0, {}, "shared-meals")
    written = desk.query
    desk.come_back(written)
    assert desk.query == written


def test_pages_share_nothing():
    one, other = Desk(MEALS), Desk("scenario=partnerskabspuljen&month=5")
    one.go_to(30)
    one.change(language="en")
    assert (other.month.value, other.address.value.language) == (5, "da")
    assert one.session is not other.session


def test_a_computation_is_cancelled_silently_when_the_view_changes():
    desk = Desk(f"{MEALS}&month=3&tab=compare")
    asked_of = desk.address.value
    desk.choose_tab("one")
    desk.trying(lambda: desk.still(asked_of, "scenario", "seed"))
    with pytest.raises(GoneElsewhereError):
        desk.still(asked_of, "tab")
    assert desk.trying(lambda: desk.still(asked_of, "tab")) is None
    assert desk.notices.value == ()


def test_an_error_is_not_shown_in_a_view_opened_later():
    desk = Desk(f"{MEALS}&month=3&tab=compare")

    def slow() -> None:
        desk.choose_tab("one")
        raise ValueError("too late")

    assert desk.trying(slow) is None
    assert desk.notices.value == ()
