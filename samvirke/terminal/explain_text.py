"""An explanation as it is read: the answer, the ledger, where it turned, who trusted whom, and what would have been but for one thing."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.explanation.cause import cause_of
from samvirke.analysis.explanation.counterfactual import COURSE, EVENT, PRACTICE, ButFor
from samvirke.analysis.explanation.explanation import NETWORK, Explanation, Turn
from samvirke.analysis.explanation.lasting import LASTING, Share
from samvirke.analysis.explanation.ledger import OFTEN, often, told_of
from samvirke.analysis.explanation.ledger_words import in_digits
from samvirke.analysis.explanation.who import LANGUAGES as WHO
from samvirke.model.agents.partnership import FUTURES, NOT_DECIDED
from samvirke.terminal.explain_words import LANGUAGES, Words
from samvirke.viz.network.month import months_of
from samvirke.viz.network.picture import what_it_shows
from samvirke.viz.network.words import LANGUAGES as OF_NETWORK
from samvirke.viz.words.about_runs import why_stale

WIDTH = 150
LIKELY = 70.0
MOST_CAUSES = 3
FEWEST_POINTS_TOLD = 1.0
FEWEST_ROWS = 6


def say_explanation(what: Explanation, real_name: str = "") -> None:
    """Print all of it but where the files are."""
    words = LANGUAGES[what.language]
    typer.echo("\n".join([*_head(what, words, real_name), "", *_answer(what, words), "", words.happened]))
    typer.echo("\n".join([*_ledger(what), *_besides(what, words)]))
    typer.echo("\n".join(["", words.turned if what.turns else words.not_turned, *_turns(what, words), "", words.trust, *_trust(what), ""]))
    Console(width=None if Console().is_terminal else WIDTH).print(_but_for(what, words))
    typer.echo(f"{words.how_to_read}\n\n{words.not_a_verdict}")


def _head(what: Explanation, words: Words, real_name: str) -> Iterator[str]:
    """Which life it is, and what became of it."""
    run, outcome = what.run, what.outcome
    name = f"{run.case.case_id} ({real_name})" if real_name else run.case.case_id
    yield (words.why_lasted if what.lasted else words.why_ended).format(partnership=name, cause=cause_of(what)).replace(": .", ".")
    scenario, arm = (getattr(each.title, what.language) for each in (run.scenario, run.scenario.arms[run.arm]))
    yield words.simulated.format(scenario=scenario, arm=arm, seed=run.seed, parameters=parameters_of(run.posterior, words, run.draw_number))
    if run.scenario.own_answers is not None:
        yield words.like_yours.format(month=run.scenario.own_answers.month)
    if run.posterior is not None and run.posterior.stale:
        yield words.stale.format(why=why_stale(run.posterior.stale, what.language))
    futures, reasons = (WHO[what.language].listed[each] for each in ("future", "reason"))
    yield words.became.format(future=futures[outcome["future"]]) if outcome["future"] else words.not_declared
    if outcome["future_12_months"] and outcome["future_12_months"] != outcome["future"]:
        yield words.a_year_later.format(future=futures[outcome["future_12_months"]])
    if outcome["end_reason"]:
        yield words.ended_in.format(month=month_in_words(what, outcome["end_month"], inside=True), reason=reasons[outcome["end_reason"]])


def parameters_of(posterior: Any, words: Words, number: int) -> str:
    """Whose parameters, in words."""
    return words.defaults if posterior is None else words.draw.format(number=number, scenario=posterior.about["scenario"])


def month_in_words(what: Explanation, month: int, *, inside: bool = False) -> str:
    """A month as the calendar has it, at the beginning of a sentence or inside it."""
    words = OF_NETWORK[what.language]
    return (words.month_inside if inside else words.month_in_words)(month, what.run.scenario.start)


def _answer(what: Explanation, words: Words) -> Iterator[str]:
    """How likely it was to begin with, and the few things that mattered."""
    lasts = LASTING[what.measure].words[words.position]
    near, begun, far = (_share(each, words, what.language) for each in (what.to_begin_with, what.other_beginnings, what.elsewhere))
    further = "" if what.run.posterior is None else words.other_parameters.format(far=far)
    yield words.to_begin_with.format(near=near, words=lasts, begun=begun, far=further)
    carried, against = what.what_carried_it, what.what_weighed_against_it
    first, second = (carried, against) if what.lasted else (against, carried)
    titles = (words.carried, words.against) if what.lasted else (words.against, words.spoke_for)
    yield from _listed(what, titles[0], first, words, lasts) if first else _nothing_did(what, words, lasts)
    yield from _listed(what, titles[1], second, words, lasts)
    yield from _listed(what, words.would_have_helped, what.what_would_have_helped, words, lasts)


def _nothing_did(what: Explanation, words: Words, lasts: str) -> Iterator[str]:
    """That no event or course by itself made the ending what it was; whether it was likely, and where it turned most."""
    to_begin_with = what.to_begin_with.percent
    nothing = words.nothing_carried if what.lasted else words.nothing_against
    likely = (to_begin_with if what.lasted else 100.0 - to_begin_with) >= LIKELY
    yield f"{nothing.format(words=lasts)} {words.likely if likely else words.open}"
    towards = [turn for turn in what.turns if (turn.after > turn.before) == what.lasted]
    if towards:
        most = max(towards, key=lambda turn: abs(turn.after - turn.before))
        yield words.turned_most.format(turn=_one_turn(what, most, words, inside=True))


def _listed(what: Explanation, title: str, those: list[ButFor], words: Words, lasts: str) -> Iterator[str]:
    if those:
        yield title
        yield from (f"- {_one_that_mattered(what, each, words, lasts)}" for each in those[:MOST_CAUSES])


def _one_that_mattered(what: Explanation, each: ButFor, words: Words, lasts: str) -> str:
    change, label = each.by(what.measure), what.label(each)
    otherwise, as_it_was = (_number(percent, what.language) for percent in each.percents(what.measure))
    ends = sorted(abs(end) for end in (change.low, change.high))
    said = words.range.format(low=_number(ends[0], what.language), high=_number(ends[1], what.language))
    return {EVENT: words.without_it, COURSE: words.without_any, PRACTICE: words.with_it}[each.sort].format(
        what=label[:1].upper() + label[1:], month=month_in_words(what, each.month), points=_number(abs(change.points), what.language),
        way=words.more if change.points > 0.0 else words.fewer, words=lasts, range=said,
        otherwise=otherwise, as_it_was=as_it_was,
    )  # fmt: skip


def _ledger(what: Explanation) -> Iterator[str]:
    for entry in what.ledger:
        if entry.kind not in OFTEN or entry.mattered:
            chance = "" if entry.chance is None else _number(entry.chance, what.language)
            yield f"{'*' if entry.mattered else ' '} {entry.calendar_month} ({entry.month:>3}) {chance:>4}   {entry.in_words}"


def _besides(what: Explanation, words: Words) -> list[str]:
    counted = often(what.ledger, what.language)
    return [words.besides.format(list=", ".join(counted))] if counted else []


def _turns(what: Explanation, words: Words) -> Iterator[str]:
    if not what.turns:
        shares = [what.course.chance(month, what.measure).percent for month in (0, what.course.decided_month)]
        first, last = (_number(each, what.language) for each in shares)
        yield words.never_turned.format(first=first, last=last)
    yield from (_one_turn(what, turn, words) for turn in what.turns)


def _one_turn(what: Explanation, turn: Turn, words: Words, *, inside: bool = False) -> str:
    """A month in which the prospects moved, and what happened in it."""
    before, after = (_number(each, what.language) for each in (turn.before, turn.after))
    happened = told_of(what.ledger, turn.month)
    told = f"{happened}." if happened else words.nothing_recorded
    return words.one_turn.format(month=month_in_words(what, turn.month, inside=inside), before=before, after=after, what=told)


def _trust(what: Explanation) -> Iterator[str]:
    words = OF_NETWORK[what.language]
    ties, people = (what.tables[name].to_pandas() for name in NETWORK)
    for month in months_of(ties, people, tuple(what.months_before_and_after)):
        yield f"{month_in_words(what, month.month)}: {what_it_shows(month, words)}"


def _but_for(what: Explanation, words: Words) -> Table:
    title = words.but_for.format(words=LASTING[what.measure].words[words.position])
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for number, column in enumerate(words.columns):
        last = number == len(words.columns) - 1
        table.add_column(column, justify="left" if number == 0 or last else "right", no_wrap=not last and number > 0)
    for each in _worth_telling(what):
        table.add_row(*_cells(what, each, words))
    return table


def _worth_telling(what: Explanation) -> list[ButFor]:
    """The first few, and all that changed a point or more."""
    told = [each for each in what.ranked if abs(each.by(what.measure).points) >= FEWEST_POINTS_TOLD]
    return told if len(told) >= FEWEST_ROWS else what.ranked[:FEWEST_ROWS]


def _cells(what: Explanation, each: ButFor, words: Words) -> Iterator[str]:
    holds, change, elsewhere = LASTING[what.measure].holds, each.by(what.measure), each.elsewhere_by(what.measure)
    yield ("* " if each.mattered(what.measure) else "  ") + what.named(each)
    yield from (_number(100.0 * float(np.mean(holds(records))), what.language) for records in (each.as_it_was, each.without))
    yield signed(change.points, what.language)
    yield words.range.format(low=signed(change.low, what.language), high=signed(change.high, what.language))
    yield "" if elsewhere is None else signed(elsewhere.points, what.language)
    yield _this_very_run(what, each, words)


def _this_very_run(what: Explanation, each: ButFor, words: Words) -> str:
    future = int(each.own["future"])
    if future == int(what.course.own["future"]):
        return words.the_same
    return "" if future == NOT_DECIDED else WHO[what.language].listed["future"][FUTURES[future]]


def _share(share: Share, words: Words, language: str) -> str:
    low, high = (_number(each, language) for each in (share.low, share.high))
    return f"{_number(share.percent, language)} ({words.range.format(low=low, high=high)})"


def _number(value: float, language: str) -> str:
    return in_digits(round(value) + 0.0, language, 0)


def signed(value: float, language: str) -> str:
    """Points with their sign; nothing is neither more nor less."""
    return f"{'+' if round(value) > 0 else ''}{_number(value, language)}"
