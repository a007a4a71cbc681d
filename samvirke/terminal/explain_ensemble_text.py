"""Which events change endings, as it is read: the answer, and a ranked table."""

from collections.abc import Iterator

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.explanation.turning_events import TurningEvent, TurningEvents
from samvirke.analysis.run.not_a_verdict import OF_MANY_RUNS
from samvirke.model.language import Language, language_of
from samvirke.terminal.explain_text import WIDTH, parameters_of, signed
from samvirke.viz.words.about_runs import why_stale


def say_turning_events(what: TurningEvents, measure: str, code: str) -> None:
    """Print all of it but where the files are."""
    language = language_of(code)
    _, ranked = language.gettext, what.ranked(measure)
    typer.echo("\n".join([_("Which events change endings"), *_simulated(what, language), ""]))
    if ranked:
        label, turns = _(ranked[0].change.label), language.number(ranked[0].turns.percent)
        typer.echo(_("What changes most endings: {what}, {turns} of 100.", what=label, turns=turns) + "\n")
        Console(width=None if Console().is_terminal else WIDTH).print(_table(ranked, measure, language))
        typer.echo(
            _(
                "Of 100 partnership histories. Happens in: it happens before the decision. Changes: the ending is another without it. Only "
                "then, no longer: how many {words} only without it, and only with it. Change: the difference between these two.",
                words=LASTING[measure].wording(language),
            )
        )
    else:
        typer.echo(_("None of the kinds of event that are asked about happened."))
    typer.echo("\n" + _(OF_MANY_RUNS))


def _simulated(what: TurningEvents, language: Language) -> Iterator[str]:
    _, plan = language.gettext, what.what
    scenario, arm = (getattr(each.title, language.code) for each in (plan.scenario, plan.scenario.arms[plan.arms[0]]))
    numbers = () if plan.posterior is None else plan.posterior.numbers_for(plan.seeds)
    parameters = parameters_of(plan.posterior, language, f"{min(numbers)}-{max(numbers)}" if len(numbers) else "")
    yield _(
        "{scenario}; {arm}: {runs} runs, {replicates} partnership histories (seeds {first} to {last}; {parameters}).",
        scenario=scenario, arm=arm, runs=len(plan.seeds), replicates=what.replicates, first=plan.seeds[0], last=plan.seeds[-1],
        parameters=parameters,
    )  # fmt: skip
    if plan.scenario.own_answers is not None:
        yield _("They are runs that could have given your answers in month {month}.", month=plan.scenario.own_answers.month)
    if plan.posterior is not None and plan.posterior.stale:
        yield _("The posterior is stale: {why}.", why=why_stale(plan.posterior.stale, language.code))


def _table(ranked: list[TurningEvent], measure: str, language: Language) -> Table:
    _, table = language.gettext, Table(box=None, padding=(0, 2, 0, 0))
    interval = _("95 % interval")
    heads = (
        _("never any …"), _("happens in"), _("changes"), interval, _("only then"), _("no longer"), _("change"), interval,
    )  # fmt: skip
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number else "left", no_wrap=number > 0)
    for each in ranked:
        table.add_row(*_cells(each, measure, language))
    return table


def _cells(each: TurningEvent, measure: str, language: Language) -> Iterator[str]:
    _, turns, change = language.gettext, each.turns, each.change_of(measure)
    yield _(each.change.label)
    yield from (language.number(number) for number in (each.happens, turns.percent))
    yield _("{low} to {high}", low=language.number(turns.low), high=language.number(turns.high))
    yield from (language.number(number) for number in (each.to_lasting(measure), each.to_ending(measure)))
    yield signed(change.points, language)
    yield _("{low} to {high}", low=signed(change.low, language), high=signed(change.high, language))
