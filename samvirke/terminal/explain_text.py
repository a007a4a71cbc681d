"""An explanation as it is read: the answer, the ledger, where it turned, who trusted whom, and the counterfactual runs."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.explanation.counterfactual import COURSE, EVENT, ButFor
from samvirke.analysis.explanation.explanation import NETWORK, Explanation, Turn, cause_of
from samvirke.analysis.explanation.lasting import LASTING, Share
from samvirke.analysis.explanation.ledger import OFTEN, often, told_of
from samvirke.analysis.explanation.who import END_REASONS, FUTURE_CLAUSES
from samvirke.analysis.measures import OF_ONE_RUN
from samvirke.model.agents.partnership import FUTURES, NOT_DECIDED
from samvirke.model.language import Language, capitalised, language_of
from samvirke.viz.network.month import months_of
from samvirke.viz.network.picture import what_it_shows
from samvirke.viz.words import simulated_alone, why_stale

WIDTH = 150
LIKELY = 70.0
MOST_CAUSES = 3
FEWEST_POINTS_TOLD = 1.0
FEWEST_ROWS = 6


def say_explanation(what: Explanation, real_name: str = "") -> None:
    """Print all of it but where the files are."""
    language = language_of(what.language)
    _ = language.gettext
    happened = _("What happened (and of 100 runs that go on from the end of that month, how many continue when the grant ends; * mattered)")
    turned = _("Where it turned") if what.turns else _("Nothing turned it")
    typer.echo("\n".join([*_head(what, language, real_name), "", *_answer(what, language), "", happened]))
    typer.echo("\n".join([*_ledger(what, language), *_besides(what, language)]))
    typer.echo("\n".join(["", turned, *_turns(what, language), "", _("Who trusts whom"), *_trust(what, language), ""]))
    Console(width=None if Console().is_terminal else WIDTH).print(_counterfactuals(what, language))
    typer.echo(
        _(
            "Change: counterfactual runs against runs as it was. Events: simulated from the month before, with new chance from then on. "
            "Everything else: the same beginning, new chance from month 1. Elsewhere: other beginnings and parameters. This run: the same "
            "chance throughout."
        )
    )
    typer.echo("\n" + _(OF_ONE_RUN))


def _head(what: Explanation, language: Language, real_name: str) -> Iterator[str]:
    """Which run it is, and what became of it."""
    _, run, outcome = language.gettext, what.run, what.outcome
    yield _result(what, language, f"{run.case.case_id} ({real_name})" if real_name else run.case.case_id)
    scenario, arm = run.scenario.title.in_language(what.language), run.scenario.arms[run.arm].whole_title(what.language)
    parameters = parameters_of(run.posterior, language, str(run.draw_number))
    values = {"scenario": scenario, "arm": arm, "seed": run.seed, "parameters": parameters}
    yield _("One run of it: {scenario}; {arm}; seed {seed}, {parameters}.", **values)
    if run.scenario.own_answers is not None:
        yield _("It is a run that could have given your answers in month {month}.", month=run.scenario.own_answers.month)
    if run.posterior is not None and run.posterior.stale:
        yield _("The posterior is stale: {why}.", why=why_stale(run.posterior.stale, what.language))
    if not outcome["future"]:
        yield _("Nothing was declared: the grant has no end, or the run stops before it.")
    else:
        yield _("When the grant ends, {future}.", future=_(FUTURE_CLAUSES[outcome["future"]]))
    if outcome["future_12_months"] and outcome["future_12_months"] != outcome["future"]:
        yield _("A year later {future}.", future=_(FUTURE_CLAUSES[outcome["future_12_months"]]))
    if outcome["end_reason"]:
        month = month_in_words(what, outcome["end_month"], inside=True)
        yield _("It ended in {month}: {reason}.", month=month, reason=_(END_REASONS[outcome["end_reason"]]))
    if alone := simulated_alone(run.links, language):
        yield alone
    if run.differs_among_others:
        yield _("Among the others, as it stands in the folder, this run came out otherwise.")


def _result(what: Explanation, language: Language, partnership: str) -> str:
    """Whether it lasted, and what that came down to where it is known."""
    _, cause = language.gettext, cause_of(what)
    if what.lasted:
        return _("{partnership} lasted in this one simulated run: {cause}.", partnership=partnership, cause=cause)
    if not cause:
        return _("{partnership} did not last in this one simulated run.", partnership=partnership)
    return _("{partnership} did not last in this one simulated run: {cause}.", partnership=partnership, cause=cause)


def parameters_of(posterior: Any, language: Language, draw: str) -> str:
    """Whose parameters, in words."""
    if posterior is None:
        return language.gettext("the default parameters, which no answers have been fitted to")
    return language.gettext("draw {number} of the parameters fitted to {scenario}", number=draw, scenario=posterior.about["scenario"])


def month_in_words(what: Explanation, month: int, *, inside: bool = False) -> str:
    """A month as the calendar has it, at the beginning of a sentence or inside it."""
    wording = language_of(what.language).month_of(what.run.scenario.start, month)
    return wording if inside else capitalised(wording)


def _answer(what: Explanation, language: Language) -> Iterator[str]:
    """How likely it was to begin with, and the few things that mattered."""
    _, lasts = language.gettext, LASTING[what.measure].wording(language)
    near, begun, far = (_share(each, language) for each in (what.to_begin_with, what.other_beginnings, what.elsewhere))
    if what.run.posterior is None:
        yield _("Of 100 runs with the same beginning, {near} {words}; with another beginning {begun}.", near=near, begun=begun, words=lasts)
    else:
        yield _(
            "Of 100 runs with the same beginning, {near} {words}; with another beginning {begun}; with other parameters too {far}.",
            near=near, begun=begun, far=far, words=lasts,
        )  # fmt: skip
    carried, against = what.what_carried_it, what.what_weighed_against_it
    if what.lasted:
        found = [(_("What carried it:"), carried), (_("What weighed against it:"), against)]
    else:
        found = [(_("What weighed against it:"), against), (_("What spoke for it:"), carried)]
    if not found[0][1]:
        yield from _nothing_did(what, language, lasts)
    for title, those in (*found, (_("What would have helped in such runs:"), what.what_would_have_helped)):
        yield from _listed(what, title, those, language, lasts)


def _nothing_did(what: Explanation, language: Language, lasts: str) -> Iterator[str]:
    """That no event or course by itself made the ending what it was; whether it was likely, and where it turned most."""
    _, to_begin_with = language.gettext, what.to_begin_with.percent
    if what.lasted:
        yield _("No single event carried it: without any one of them, hardly fewer of 100 such runs {words}.", words=lasts)
    else:
        yield _("No single event brought it down: without any one of them, hardly more of 100 such runs {words}.", words=lasts)
    likely = (to_begin_with if what.lasted else 100.0 - to_begin_with) >= LIKELY
    yield _("It was likely from the beginning.") if likely else _("It was open from the beginning, and chance decided.")
    towards = [turn for turn in what.turns if (turn.after > turn.before) == what.lasted]
    if towards:
        most = max(towards, key=lambda turn: abs(turn.after - turn.before))
        yield _("It turned most in {turn}", turn=_one_turn(what, most, language, inside=True))


def _listed(what: Explanation, title: str, those: list[ButFor], language: Language, lasts: str) -> Iterator[str]:
    if those:
        yield title
        yield from (f"- {_one_that_mattered(what, each, language, lasts)}" for each in those[:MOST_CAUSES])


def _one_that_mattered(what: Explanation, each: ButFor, language: Language, lasts: str) -> str:
    _, change = language.gettext, each.by(what.measure)
    otherwise, as_it_was = (language.number(percent) for percent in each.percents(what.measure))
    low, high = sorted(abs(end) for end in (change.low, change.high))
    values = {
        "what": capitalised(what.label(each)), "points": language.number(abs(change.points)), "words": lasts, "otherwise": otherwise,
        "range": _range(language.number(low), language.number(high), language), "as_it_was": as_it_was,
        "way": _("more") if change.points > 0.0 else _("fewer"),
    }  # fmt: skip
    if each.sort == EVENT:
        return _(
            "{month}: {what}. Without it, of 100 such runs {points} ({range}) {way} {words} ({as_it_was} → {otherwise}, simulated from "
            "the month before).",
            month=month_in_words(what, each.month), **values,
        )  # fmt: skip
    if each.sort == COURSE:
        return _("{what}. Without any, of 100 such runs {points} ({range}) {way} {words} ({as_it_was} → {otherwise}).", **values)
    return _("{what}. With it, of 100 such runs {points} ({range}) {way} {words} ({as_it_was} → {otherwise}).", **values)


def _ledger(what: Explanation, language: Language) -> Iterator[str]:
    for entry in what.ledger:
        if entry.kind not in OFTEN or entry.mattered:
            chance = "" if entry.chance is None else language.number(entry.chance)
            yield f"{'*' if entry.mattered else ' '} {entry.calendar_month} ({entry.month:>3}) {chance:>4}   {entry.in_words}"


def _besides(what: Explanation, language: Language) -> list[str]:
    counted = often(what.ledger, language)
    return [language.gettext("Besides: {list}.", list=", ".join(counted))] if counted else []


def _turns(what: Explanation, language: Language) -> Iterator[str]:
    if not what.turns:
        shares = [what.course.chance(month, what.measure).percent for month in (0, what.course.decided_month)]
        first, last = (language.number(each) for each in shares)
        yield language.gettext(
            "In no month did its prospects move by 5 of 100 or more; little by little they went from {first} to {last}.",
            first=first, last=last,
        )  # fmt: skip
    yield from (_one_turn(what, turn, language) for turn in what.turns)


def _one_turn(what: Explanation, turn: Turn, language: Language, *, inside: bool = False) -> str:
    """A month in which the prospects moved, and what happened in it."""
    before, after = (language.number(each) for each in (turn.before, turn.after))
    happened = told_of(what.ledger, turn.month)
    nothing = language.gettext("Nothing is recorded in that month: something that could have happened did not, or many small things did.")
    told = happened + "." if happened else nothing
    month = month_in_words(what, turn.month, inside=inside)
    return language.gettext("{month}: from {before} to {after} of 100. {what}", month=month, before=before, after=after, what=told)


def _trust(what: Explanation, language: Language) -> Iterator[str]:
    ties, people = (what.tables[name].to_pandas() for name in NETWORK)
    for month in months_of(ties, people, tuple(what.months_before_and_after)):
        yield f"{month_in_words(what, month.month)}: {what_it_shows(month, language)}"


def _counterfactuals(what: Explanation, language: Language) -> Table:
    _ = language.gettext
    title = _(
        "Counterfactual runs: of 100 such runs, how many more or fewer {words}",
        words=LASTING[what.measure].wording(language),
    )
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    heads = ("", _("as it was"), _("otherwise"), _("change"), _("95 % interval"), _("elsewhere"), _("this run"))
    for number, head in enumerate(heads):
        last = number == len(heads) - 1
        table.add_column(head, justify="left" if number == 0 or last else "right", no_wrap=not last and number > 0)
    for each in _worth_telling(what):
        table.add_row(*_cells(what, each, language))
    return table


def _worth_telling(what: Explanation) -> list[ButFor]:
    """The first few, and all that changed a point or more."""
    told = [each for each in what.ranked if abs(each.by(what.measure).points) >= FEWEST_POINTS_TOLD]
    return told if len(told) >= FEWEST_ROWS else what.ranked[:FEWEST_ROWS]


def _cells(what: Explanation, each: ButFor, language: Language) -> Iterator[str]:
    holds, change, elsewhere = LASTING[what.measure].holds, each.by(what.measure), each.elsewhere_by(what.measure)
    yield ("* " if each.mattered(what.measure) else "  ") + what.named(each)
    yield from (language.number(100.0 * float(np.mean(holds(records)))) for records in (each.as_it_was, each.without))
    yield signed(change.points, language)
    yield _range(signed(change.low, language), signed(change.high, language), language)
    yield "" if elsewhere is None else signed(elsewhere.points, language)
    yield _this_very_run(what, each, language)


def _this_very_run(what: Explanation, each: ButFor, language: Language) -> str:
    future = int(each.own["future"])
    if future == int(what.course.own["future"]):
        return language.gettext("the same")
    return "" if future == NOT_DECIDED else language.gettext(FUTURE_CLAUSES[FUTURES[future]])


def _share(share: Share, language: Language) -> str:
    return f"{language.number(share.percent)} ({_range(language.number(share.low), language.number(share.high), language)})"


def _range(low: str, high: str, language: Language) -> str:
    return language.gettext("{low} to {high}", low=low, high=high)


def signed(value: float, language: Language) -> str:
    """Points with their sign; nothing is neither more nor less."""
    return language.number(value, sign=True)
