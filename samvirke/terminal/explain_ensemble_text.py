"""Which events turn endings, as it is read: the answer, and a ranked table."""

from collections.abc import Iterator

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.explanation.turning_events import TurningEvent, TurningEvents
from samvirke.terminal.explain_text import WIDTH, signed
from samvirke.terminal.explain_words import LANGUAGES, Words
from samvirke.viz.words.about_runs import why_stale


def say_turning_events(what: TurningEvents, measure: str, language: str) -> None:
    """Print all of it but where the files are."""
    words = LANGUAGES[language]
    lasts, ranked = LASTING[measure].words[words.position], what.ranked(measure)
    typer.echo("\n".join([words.ensemble, *_simulated(what, words, language), ""]))
    if ranked:
        label = getattr(ranked[0].change.label, language)
        typer.echo(words.ensemble_answer.format(what=label, turns=f"{ranked[0].turns.percent:.0f}") + "\n")
        Console(width=None if Console().is_terminal else WIDTH).print(_table(ranked, measure, words, language))
        typer.echo(words.ensemble_read.format(words=lasts))
    else:
        typer.echo(words.ensemble_none)
    typer.echo(f"\n{words.runs_not_a_verdict}")


def _simulated(what: TurningEvents, words: Words, language: str) -> Iterator[str]:
    plan = what.what
    scenario, arm = (getattr(each.title, language) for each in (plan.scenario, plan.scenario.arms[plan.arms[0]]))
    parameters = words.defaults
    if plan.posterior is not None:
        numbers = plan.posterior.numbers_for(plan.seeds)
        parameters = words.draw.format(number=f"{min(numbers)}-{max(numbers)}", scenario=plan.posterior.about["scenario"])
    yield words.ensemble_simulated.format(
        scenario=scenario,
        arm=arm,
        runs=len(plan.seeds),
        replicates=what.replicates,
        first=plan.seeds[0],
        last=plan.seeds[-1],
        parameters=parameters,
    )
    if plan.scenario.own_answers is not None:
        yield words.all_like_yours.format(month=plan.scenario.own_answers.month)
    if plan.posterior is not None and plan.posterior.stale:
        yield words.stale.format(why=why_stale(plan.posterior.stale, language))


def _table(ranked: list[TurningEvent], measure: str, words: Words, language: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for number, column in enumerate(words.ensemble_columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=number > 0)
    for each in ranked:
        table.add_row(*_cells(each, measure, words, language))
    return table


def _cells(each: TurningEvent, measure: str, words: Words, language: str) -> Iterator[str]:
    turns, change = each.turns, each.change_of(measure)
    yield getattr(each.change.label, language)
    yield f"{each.happens:.0f}"
    yield f"{turns.percent:.0f}"
    yield words.range.format(low=f"{turns.low:.0f}", high=f"{turns.high:.0f}")
    yield f"{each.to_lasting(measure):.0f}"
    yield f"{each.to_ending(measure):.0f}"
    yield signed(change.points, language)
    yield words.range.format(low=signed(change.low, language), high=signed(change.high, language))
