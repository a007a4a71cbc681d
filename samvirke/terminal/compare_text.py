"""A comparison as it is read: a ranked table, a sentence per arm, and how certain the numbers are."""

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
from samvirke.analysis.comparison.linked import also_moved_in_words
from samvirke.analysis.comparison.prior_width import COLUMN, WHAT_THE_COLUMN_MEANS, share_in_words, what_data_say
from samvirke.analysis.comparison.reading import chance_decides, moved_most, range_of, ranked
from samvirke.analysis.comparison.sentences import SMALL_STATE, kind_of, measure_in_words, sentence, unit_in_words, what_changes
from samvirke.analysis.measures import MEASURES, OF_MANY_RUNS
from samvirke.analysis.questions.page import claim, note, verdict
from samvirke.analysis.questions.questions import Answer, answer
from samvirke.model.language import NOT_KNOWN, Language, language_of
from samvirke.model.scenario import Question
from samvirke.terminal.run import borrowed_in_words, defaults_in_words, partnerships_in_words, seeds_in_words, stale_in_words
from samvirke.viz.words import about_own_answers, about_the_ceiling, how_they_were_chosen

WIDTH = 140
INDENT = "  "


def say_comparison(what: Comparison, measure: str, until: float | None, folder: Path, language: str, question: str | None = None) -> None:
    """Print all of it; with a question, that one leads, and what is claimed follows the arms."""
    words = language_of(language)
    asked = what.scenario.questions[question] if question else None
    title, asks = (each.in_language(language) for each in (what.scenario.title, asked.text if asked else what.scenario.asks))
    head = f"{question}. {asks}" if question else asks
    typer.echo("\n".join([title, head, "", *_what_was_simulated(what, measure, until, words), ""]))
    rows = ranked(what.differences, measure)
    Console(width=None if Console().is_terminal else WIDTH).print(_table(rows, measure, words))
    for row in rows.itertuples():
        typer.echo("\n" + "\n".join(_about_an_arm(what, row, measure, words, asked)))
    if question and asked:
        typer.echo("\n" + "\n".join(_about_the_claim(answer(question, asked, what), language)))
    typer.echo("\n" + "\n".join(_how_certain(what, rows, words)))
    files = words.gettext("Table, workbook and picture are in {folder}: {files}", folder=folder, files=", ".join(BESIDE_DIFFERENCES))
    typer.echo(f"\n{files}\n{words.gettext(OF_MANY_RUNS)}")


def _what_was_simulated(what: Comparison, measure: str, until: float | None, language: Language) -> Iterator[str]:
    """What was compared, whether it is as exact as asked for, and whose parameters it has."""
    _ = language.gettext
    yield _(
        "Compared with “{baseline}”: {arms} over {pairs} of {partnerships} ({seeds}).",
        baseline=what.scenario.arms[what.baseline].whole_title(language.code),
        arms=language.ngettext("{n} arm", "{n} arms", len(what.arms)),
        pairs=language.ngettext("{n} pair of runs", "{n} pairs of runs", len(what.seeds)),
        partnerships=partnerships_in_words(what.scenario, language), seeds=seeds_in_words([int(each) for each in what.seeds], language),
    )  # fmt: skip
    if until is not None:
        yield _about_the_error(what, measure, until, language)
    if what.likeness is not None:
        yield from about_own_answers(what.likeness, None, language.code)
    if what.posterior is None:
        yield defaults_in_words(language)
        return
    fitted_to = what.posterior.about["scenario"]
    yield _(
        "Parameters: {draws} of the {all} draws of the posterior fitted to {scenario}.",
        draws=language.number(len(np.unique(what.draws))), all=language.number(len(what.posterior.draws)), scenario=fitted_to,
    )  # fmt: skip
    if what.scenario.borrows is not None:
        yield borrowed_in_words(what.scenario, language)
    if what.posterior.stale:
        yield stale_in_words(what.posterior.stale, fitted_to, language)


def _about_the_error(what: Comparison, measure: str, until: float, language: Language) -> str:
    reached = float(ranked(what.differences, measure)["mc_error"].max())
    wording = {"until": language.number(until, _decimals(measure) + 1), "reached": language.number(reached, _decimals(measure) + 1)}
    if reached <= until:
        return language.gettext("Runs were added until the Monte Carlo error was at most {until} in every arm; it is {reached}.", **wording)
    runs = language.number(len(what.seeds))
    return language.gettext(
        "The Monte Carlo error asked for, {until}, was not reached with {runs} runs; it is {reached}.", runs=runs, **wording
    )


def _table(rows: pd.DataFrame, measure: str, language: Language) -> Table:
    _ = language.gettext
    title = _(
        "{measure} ({unit}); costs are per partnership, – where no price is declared",
        measure=measure_in_words(measure, language.code), unit=unit_in_words(measure, language.code),
    )  # fmt: skip
    table = Table(title=f"{title[:1].upper()}{title[1:]}", title_justify="left", box=None, padding=(0, 2, 0, 0))
    columns = (
        _("arm"), language.pgettext("column", "from"), language.pgettext("column", "to"), _("mean"), _("90 % interval"),
        *([_(COLUMN)] if _has_prior(rows) else []), _("MC error"), _("draws better"), _("cost: hours"), _("cost: kroner"),
    )  # fmt: skip
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=bool(number))
    for row in rows.itertuples():
        table.add_row(*_cells(row, measure, language, with_prior=_has_prior(rows)))
    return table


def _has_prior(rows: pd.DataFrame) -> bool:
    """Whether the width of the prior's interval is known of any of them."""
    return bool(rows["width_of_prior"].notna().any())


def _cells(row: Any, measure: str, language: Language, *, with_prior: bool) -> Iterator[str]:
    decimals = _decimals(measure)
    yield row.arm
    yield language.number(row.level_baseline, decimals)
    yield language.number(row.level_arm, decimals)
    yield language.number(row.mean, decimals, sign=True)
    yield _range(*range_of(row), decimals, language)
    if with_prior:
        yield share_in_words(row, language.code)
    yield language.number(row.mc_error, decimals + 1)
    yield _share_better(row, language)
    yield language.number(row.cost_hours)
    yield language.number(row.cost_dkk)


def _range(low: float, high: float, decimals: int, language: Language) -> str:
    if np.isnan(low):
        return NOT_KNOWN
    return language.gettext("{low} to {high}", low=language.number(low, decimals), high=language.number(high, decimals))


def _share_better(row: Any, language: Language) -> str:
    """In how many draws it is better, where there are several and sampling error does not hide the sign; empty where neither way is."""
    if np.isnan(row.probability_better):
        return NOT_KNOWN if MEASURES[row.measure].better else ""
    return language.gettext("too few runs") if chance_decides(row) else language.percent(row.probability_better)


def _decimals(measure: str) -> int:
    return 3 if kind_of(measure) == SMALL_STATE else 1


def _about_an_arm(what: Comparison, row: Any, measure: str, language: Language, asked: Question | None) -> Iterator[str]:
    """Its sentence, what the question is about besides, and which other effects are large."""
    _ = language.gettext
    yield sentence(what.scenario, row, language.code)
    if of_data := what_data_say(row, language.code):
        yield INDENT + of_data
    if too := also_moved_in_words(what.also_moved.get(row.arm, ()), language):
        yield INDENT + too
    asked_too = [name for name in (asked.shown if asked else ()) if name != measure]
    if asked_too:
        of_arm = what.differences[what.differences["arm"] == row.arm].set_index("measure", drop=False)
        yield INDENT + _("The question is also about:")
        yield from _listed(of_arm.loc[asked_too], language.code)
    others = moved_most(what.differences, row.arm, besides=[measure, *asked_too])
    if len(others):
        yield INDENT + _("Other large effects:")
    elif row.runs == 1:
        yield INDENT + _("Other effects are not known from one pair of runs.")
    else:
        yield INDENT + _("There are hardly any other effects.")
    yield from _listed(others, language.code)


def _listed(rows: pd.DataFrame, language: str) -> Iterator[str]:
    for row in rows.itertuples():
        yield f"{INDENT}- {what_changes(row, language)}"


def _about_the_claim(found: Answer, language: str) -> Iterator[str]:
    """The claim, and the model's verdict."""
    yield claim(found.question, language)
    yield verdict(found, language)
    if found.question.note:
        yield note(found.question, language)


def _how_certain(what: Comparison, rows: pd.DataFrame, language: Language) -> Iterator[str]:
    """What more runs would change and what not, and how many runs the common seeds spare."""
    _ = language.gettext
    yield from about_the_ceiling(what.ceiling, what.scenario, language.code)
    if what.likeness is not None:
        yield from how_they_were_chosen(what.likeness, len(what.seeds), language.code)
    rows = rows[rows["mean"].notna()]
    if rows.empty:
        return
    if rows["mc_error"].isna().any():
        yield _("From one pair of runs MC error and interval are not known (–). More runs: --replicates")
        return
    yield from _about_the_interval(what, rows, language)
    if len(what.seeds) > 1:
        yield _about_the_pairs(rows, language)


def _about_the_interval(what: Comparison, rows: pd.DataFrame, language: Language) -> Iterator[str]:
    _ = language.gettext
    yield _("MC error: the Monte Carlo standard error of the mean; more runs make it smaller.")
    if what.posterior is None:
        yield _(
            "All runs have the same parameters, so the interval is the sampling error alone. In the files, low and high are the parameter "
            "uncertainty, which is 0 here."
        )
        return
    yield _("90 % interval: the parameter uncertainty, which more runs do not make smaller.")
    if _has_prior(rows):
        yield _(WHAT_THE_COLUMN_MEANS)
    if any(range_of(row) != (row.low, row.high) for row in rows.itertuples()):
        yield _(
            "The wider of two 90 % intervals is reported: sampling error or parameter uncertainty; in the files, low and high are the "
            "parameter uncertainty alone. Too few runs: sampling error hides the sign, so no share of draws is given."
        )


def _about_the_pairs(rows: pd.DataFrame, language: Language) -> str:
    if rows["variance_reduction"].isna().all():
        return language.gettext("Chance plays no part in this measure.")
    least_and_most = (float(rows["variance_reduction"].min()), float(rows["variance_reduction"].max()))
    low, high = (language.number(each, 0 if each >= 10.0 else 1) for each in least_and_most)
    times = low if low == high else language.gettext("{low} to {high}", low=low, high=high)
    return language.gettext(
        "All arms have the same seeds: with independent seeds the same MC error would take {times} times as many runs.", times=times
    )
