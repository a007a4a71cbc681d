"""A comparison as it is read: a ranked table, a sentence per arm, and how far the numbers carry."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.comparison.comparison import Comparison
from samvirke.analysis.comparison.folder import BESIDE_DIFFERENCES
from samvirke.analysis.comparison.reading import chance_decides, moved_most, range_of, ranked
from samvirke.analysis.comparison.sentences import in_digits, kind_of, sentence, what_changes
from samvirke.analysis.comparison.texts import LANGUAGES as OF_SENTENCES
from samvirke.analysis.comparison.texts import SMALL_STATE
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.questions.questions import Answer, answer
from samvirke.analysis.questions.words import claim, note, verdict
from samvirke.model.scenario import Question
from samvirke.terminal.compare_words import LANGUAGES
from samvirke.viz.charts.differences_words import LANGUAGES as OF_PICTURES
from samvirke.viz.words.ceiling_words import about_the_ceiling
from samvirke.viz.words.own_answers_words import about_own_answers, how_they_were_chosen
from samvirke.viz.words.stale_words import why_stale

WIDTH = 140
NOT_KNOWN = "\N{EN DASH}"


def say_comparison(what: Comparison, measure: str, until: float | None, folder: Path, language: str, question: str | None = None) -> None:
    """Print all of it; with a question, that one leads, and what is claimed follows the arms."""
    words = LANGUAGES[language]
    asked = what.scenario.questions[question] if question else None
    title, asks = (getattr(each, language) for each in (what.scenario.title, asked.text if asked else what.scenario.asks))
    head = f"{question}. {asks}" if question else asks
    typer.echo("\n".join([title, head, "", *_what_was_simulated(what, measure, until, language), ""]))
    rows = ranked(what.differences, measure)
    Console(width=None if Console().is_terminal else WIDTH).print(_table(rows, measure, language))
    for row in rows.itertuples():
        typer.echo("\n" + "\n".join(_about_an_arm(what, row, measure, language, asked)))
    if question and asked:
        typer.echo("\n" + "\n".join(_about_the_claim(answer(question, asked, what), language)))
    typer.echo("\n" + "\n".join(_how_far_it_carries(what, rows, language)))
    typer.echo(f"\n{words.files.format(folder=folder, files=', '.join(BESIDE_DIFFERENCES))}\n{words.not_a_verdict}")


def _what_was_simulated(what: Comparison, measure: str, until: float | None, language: str) -> Iterator[str]:
    """What was compared, whether it is as exact as asked for, and whose parameters it has."""
    words, runs = LANGUAGES[language], len(what.seeds)
    yield words.compared.format(
        baseline=getattr(what.scenario.arms[what.baseline].title, language), arms=_several(len(what.arms), words.arms),
        pairs=_several(runs, words.pairs), partnerships=_several(len(what.scenario.partnerships), words.partnerships),
        seeds=words.seeds[runs > 1].format(first=what.seeds[0], last=what.seeds[-1]),
    )  # fmt: skip
    if until is not None:
        reached = float(ranked(what.differences, measure)["mc_error"].max())
        said = [_digits(each, _decimals(measure) + 1, language) for each in (until, reached)]
        yield (words.until if reached <= until else words.not_reached).format(until=said[0], reached=said[1], runs=runs)
    if what.likeness is not None:
        yield from about_own_answers(what.likeness, None, language)
    if what.posterior is None:
        yield words.defaults
        return
    of, everywhere = what.posterior.about["scenario"], len(what.posterior.draws)
    yield words.posterior.format(draws=len(np.unique(what.draws)), all=everywhere, scenario=of)
    if what.scenario.borrows is not None:
        yield words.borrowed.format(scenario=what.scenario.name)
    if what.posterior.stale:
        yield words.stale.format(why=why_stale(what.posterior.stale, language), scenario=of)


def _several(number: int, forms: tuple[str, str]) -> str:
    return forms[0] if number == 1 else forms[1].format(n=number)


def _table(rows: pd.DataFrame, measure: str, language: str) -> Table:
    words = LANGUAGES[language]
    named = MEASURES[measure].words[OF_SENTENCES[language].position]
    title = words.table.format(measure=named, unit=OF_PICTURES[language].axis[kind_of(measure)])
    table = Table(title=f"{title[:1].upper()}{title[1:]}", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for number, column in enumerate(words.columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=bool(number))
    for row in rows.itertuples():
        table.add_row(*_cells(row, measure, language))
    return table


def _cells(row: Any, measure: str, language: str) -> Iterator[str]:
    decimals = _decimals(measure)
    low, high = range_of(row)
    yield row.arm
    yield _digits(row.level_baseline, decimals, language)
    yield _digits(row.level_arm, decimals, language)
    yield _digits(row.mean, decimals, language, sign="+")
    yield _range(low, high, decimals, language)
    yield _digits(row.mc_error, decimals + 1, language)
    yield _share_better(row, language)
    yield _digits(row.cost_hours, 0, language)
    yield _digits(row.cost_dkk, 0, language)


def _range(low: float, high: float, decimals: int, language: str) -> str:
    if np.isnan(low):
        return NOT_KNOWN
    return LANGUAGES[language].range.format(low=_digits(low, decimals, language), high=_digits(high, decimals, language))


def _share_better(row: Any, language: str) -> str:
    """In how many draws it is better, where there are several and that is more than chance; empty where neither way is better."""
    if np.isnan(row.probability_better):
        return NOT_KNOWN if MEASURES[row.measure].better else ""
    return LANGUAGES[language].cannot_tell if chance_decides(row) else f"{row.probability_better:.0%}".replace("%", " %")


def _decimals(measure: str) -> int:
    return 3 if kind_of(measure) == SMALL_STATE else 1


def _digits(value: float, decimals: int, language: str, sign: str = "") -> str:
    if np.isnan(value):
        return NOT_KNOWN
    written = in_digits(round(value, decimals) + 0.0, decimals, OF_SENTENCES[language])
    return f"{sign}{written}" if round(value, decimals) > 0.0 else written


def _about_an_arm(what: Comparison, row: Any, measure: str, language: str, asked: Question | None) -> Iterator[str]:
    """Its sentence, what the question is about besides, and what else it moves most."""
    words = LANGUAGES[language]
    yield sentence(what.scenario, row, language)
    asked_too = [name for name in (asked.shown if asked else ()) if name != measure]
    if asked_too:
        of_arm = what.differences[what.differences["arm"] == row.arm].set_index("measure", drop=False)
        yield f"  {words.asked_too}"
        yield from _listed(of_arm.loc[asked_too], language)
    others = moved_most(what.differences, row.arm, besides=[measure, *asked_too])
    nothing = words.one_pair_else if row.runs == 1 else words.nothing_else
    yield f"  {words.also if len(others) else nothing}"
    yield from _listed(others, language)


def _listed(rows: pd.DataFrame, language: str) -> Iterator[str]:
    for row in rows.itertuples():
        yield f"  - {what_changes(row, language)}"


def _about_the_claim(found: Answer, language: str) -> Iterator[str]:
    """What is claimed, and what the model says of it."""
    yield claim(found.question, language)
    yield verdict(found, language)
    if found.question.note:
        yield note(found.question, language)


def _how_far_it_carries(what: Comparison, rows: pd.DataFrame, language: str) -> Iterator[str]:
    """What more runs would change and what not, and what the pairs have spared."""
    words = LANGUAGES[language]
    yield from about_the_ceiling(what.ceiling, what.scenario, language)
    if what.likeness is not None:
        yield from how_they_were_chosen(what.likeness, len(what.seeds), language)
    rows = rows[rows["mean"].notna()]
    if rows.empty:
        return
    if rows["mc_error"].isna().any():
        yield words.one_pair
        return
    yield words.chance if what.posterior is None else words.chance + words.parameters
    if what.posterior is None:
        yield words.one_set
    elif any(range_of(row) != (row.low, row.high) for row in rows.itertuples()):
        yield words.wider
    if len(what.seeds) == 1:
        return
    if rows["variance_reduction"].isna().all():
        yield words.no_pairing
        return
    least_and_most = (float(rows["variance_reduction"].min()), float(rows["variance_reduction"].max()))
    times = [_digits(each, 0 if each >= 10.0 else 1, language) for each in least_and_most]
    yield words.pairing.format(times=times[0] if times[0] == times[1] else words.range.format(low=times[0], high=times[1]))
