"""What the dashboard says beside its pictures: what happens, why, the seven C's, of 100 partnerships, the sentence above."""

import html
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from samvirke.analysis.explanation.counterfactual import EVENT
from samvirke.analysis.explanation.explanation import cause_of
from samvirke.model.language import Language, language_of
from samvirke.model.scenario import read_scenario
from samvirke.viz.dashboard.content.texts import FUTURES, between, of_100, of_one, sentences_of, seven_cs, ticker, when
from samvirke.viz.dashboard.content.why import FEWEST_RUNS, MOST_RUNS, explained, runs_for, why_markup
from samvirke.viz.dashboard.names import volunteers
from samvirke.viz.dashboard.runs.address import Address, read_address
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
from samvirke.viz.dashboard.runs.measures import MONTHLY
from samvirke.viz.dashboard.runs.session import Session

MEALS = Address(scenario="one-partnership", case="shared-meals")
DANISH, ENGLISH = language_of("da"), language_of("en")
LANGUAGES = pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])


@cache
def session() -> Session:
    return Session()


def run() -> FollowedRun:
    return session().run(MEALS)


@LANGUAGES
def test_events_are_listed_newest_first(language: Language):
    told = ticker(run(), 30, language)
    months = [int(part.split("</b>")[0].split()[-1]) for part in told.split("<li><b>")[1:]]
    assert months == sorted(months, reverse=True)
    assert months[0] <= 30


def test_long_after_the_last_event_the_last_ones_are_still_told():
    shown = run()
    last = int(shown.events(0, shown.months)[-1]["month"])
    assert ENGLISH.gettext("month {month}", month=last) in ticker(shown, shown.months, ENGLISH)


@LANGUAGES
def test_why_says_how_often_such_a_run_goes_on_and_what_weighed(language: Language):
    what = explained(read_scenario("one-partnership"), replace(MEALS, language=language.code))
    told = why_markup(what, MEALS, language)
    assert (
        language.gettext(
            "Of 100 runs with the same start, the same assumptions and other random events, {percent} go on when the grant ends.",
            percent=f"{what.to_begin_with.percent:.0f}",
        )
        in told
    )
    weighed = [*what.what_carried_it, *what.what_weighed_against_it, *what.what_would_have_helped]
    assert (language.gettext("No single thing mattered so much that it can be told from chance.") in told) == (not weighed)
    assert ("<li>" in told) == bool(weighed)


def test_why_leads_with_what_it_came_down_to_and_on_to_the_levers_that_do_the_same():
    ended = next(each for each in (session().run(replace(MEALS, seed=seed)) for seed in range(1, 60)) if each.ended_month < each.months)
    address = replace(MEALS, seed=ended.seed, language="en")
    what = explained(read_scenario("one-partnership"), address)
    told = why_markup(what, address, ENGLISH)
    assert told.lower().startswith(f"<p><b>{cause_of(what)[:20]}".lower())
    for address_of_levers in re.findall(r'href="\?([^"]+)"', told):
        assert read_address(html.unescape(address_of_levers))[1] == []


def test_a_run_with_more_people_in_it_is_simulated_again_less_often():
    assert runs_for(read_scenario("one-partnership")) == MOST_RUNS
    assert FEWEST_RUNS <= runs_for(read_scenario("gladsaxe-social-balance")) < MOST_RUNS


@LANGUAGES
def test_what_weighed_is_told_from_its_own_beginning_to_where_it_led(language: Language):
    what = explained(read_scenario("one-partnership"), replace(MEALS, language=language.code))
    for each in what.but_for:
        otherwise, as_it_was = each.percents(what.measure)
        assert otherwise - as_it_was == pytest.approx(each.by(what.measure).points)
        assert min(otherwise, as_it_was) >= 0.0
        if each.sort != EVENT:
            assert as_it_was == pytest.approx(what.to_begin_with.percent)


def test_what_happens_often_is_counted_and_not_repeated():
    wording = [text for month in range(1, 60) for _, text in sentences_of(run(), month, ENGLISH)]
    assert any("new volunteer" in text for text in wording)
    for month in range(1, 60):
        of_month = [text for _, text in sentences_of(run(), month, ENGLISH) if "new volunteer" in text]
        assert len(of_month) <= 1


def test_one_is_not_many():
    assert volunteers(1.0, DANISH) == "1 frivillig"
    assert volunteers(0.0, ENGLISH) == "0 volunteers"


def there(frame: Any) -> int:
    """Organisations that are members."""
    return sum(not member.left_month for member in frame.members)


@LANGUAGES
def test_the_sentence_above_says_what_is_seen(language: Language):
    assert of_one(run(), run().frame(0), language) == language.gettext(
        "The partnership is about to begin: {members} organisations and {persons} key persons.",
        members=there(run().frame(0)),
        persons=len(run().frame(0).persons),
    )
    assert str(there(run().frame(10))) in of_one(run(), run().frame(10), language)
    ended = next(each for each in (session().run(replace(MEALS, seed=seed)) for seed in range(1, 60)) if not each.frame(60).alive)
    assert str(ended.frame(60).end_month) in of_one(ended, ended.frame(60), language)
    assert when(run().scenario, 13, 60, language).endswith(language.calendar_month(2026, 1))


@LANGUAGES
def test_the_seven_cs_show_how_they_are_and_what_was_answered(language: Language):
    told = seven_cs(run(), run().frame(30), language)
    assert told.count("<tr>") == 8
    assert language.gettext("Answered in month {month}", month=24) in told
    assert language.gettext("not asked yet") in seven_cs(run(), run().frame(3), language)


@LANGUAGES
def test_of_100_partnerships_each_part_is_numbered(language: Language):
    told = of_100([(language.gettext("As it is"), (10, 20, 30, 40, 0)), (language.gettext("With the levers"), (0, 0, 0, 0, 100))], language)
    signed = [f"><b>{future.sign}</b> {number}</span>" for future, number in zip(FUTURES, (10, 20, 30, 40, 100), strict=True)]
    assert [told.count(each) for each in signed] == [1] * 5
    assert all(language.gettext(future.wording) in told for future in FUTURES)


@LANGUAGES
def test_a_small_part_keeps_its_sign_above_its_number(language: Language):
    assert re.search('narrow"[^>]*><b>×</b> 3</span>', of_100([(language.gettext("As it is"), (50, 40, 7, 3, 0))], language))


def test_each_future_has_a_sign_of_its_own_and_neighbours_differ_in_more_than_colour():
    assert len({future.sign for future in FUTURES}) == len(FUTURES)
    going_on, ending = {future.look for future in FUTURES[:2]}, {future.look for future in FUTURES[2:4]}
    assert not going_on & ending


@LANGUAGES
def test_between_two_runs_the_difference_is_reported_with_its_sign(language: Language):
    frame = run().frame(20)
    more_trust = replace(frame, measures={**frame.measures, "trust": frame.measures["trust"] + 0.07})
    assert between(frame, more_trust, language) == language.gettext(
        "The difference now: {differences}.", differences=f"{language.gettext(MONTHLY['trust'][0]).lower()} +7"
    )
    assert between(frame, frame, language) == language.gettext("Right now there is no difference.")


@LANGUAGES
def test_a_partnership_in_which_nothing_runs_any_more_is_told_so(language: Language):
    frame = run().frame(50)
    idle = replace(frame, alive=True, measures={**frame.measures, "activities": 0.0})
    assert {"da": "ingen aktivitet er i gang", "en": "no activity is running"}[language.code] in of_one(run(), idle, language)
