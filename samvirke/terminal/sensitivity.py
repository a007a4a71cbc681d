"""The command `sensitivity`: which parameters and levers of a sweep move a measure, and whether the figures settle."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import typer

from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.run.folder import Unfinished, new_run_folder, next_free_folder, refuse_what_is_there
from samvirke.analysis.sweep_analysis.answers import Answer, answer_named
from samvirke.analysis.sweep_analysis.folder import Input, SweepResults, manifest_of_analysis, open_sweep
from samvirke.analysis.sweep_analysis.indices import Design, Index, convergence, design_of, in_order, indices
from samvirke.analysis.sweep_analysis.tables import SCHEMAS, table_of_indices
from samvirke.model.language import Language, language_of
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.viz.charts.file import write_chart
from samvirke.viz.charts.indices import convergence_picture, indices_picture

MOST_SHOWN = 12
TABLES = ("indices", "convergence")


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke sensitivity`."""

    folder: str
    measures: Sequence[str]
    arm: str | None
    language: str
    out: Path | None
    force: bool


def indices_and_say(wanted: Wanted) -> None:
    """Check everything first, then compute, write, and print what moves each measure most."""
    language = language_of(wanted.language)
    answers = [answer_named(each) for each in dict.fromkeys(wanted.measures)]
    results = open_sweep(wanted.folder)
    arm = results.arm_named(wanted.arm)
    designs = {each.name: design_of(results, each, arm) for each in answers}
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{results.manifest['sweep']}-sensitivity")
    refuse_what_is_there(folder, force=wanted.force)
    found = {each.name: indices(designs[each.name], each.name) for each in answers}
    with new_run_folder(folder, {name: SCHEMAS[name] for name in TABLES}, force=wanted.force) as unfinished:
        _write(unfinished, results, arm, answers, designs, found, language)
    for each in answers:
        _say(each, designs[each.name], found[each.name], language)
    say_folder(folder, TABLES, language)


def _write(
    unfinished: Unfinished, results: SweepResults, arm: str, answers: Sequence[Answer], designs: dict[str, Design],
    found: dict[str, list[Index]], language: Language,
) -> None:  # fmt: skip
    first = answers[0]
    settling = {name: convergence(design, name) for name, design in designs.items()}
    tables = {
        name: table_of_indices(results.scenario.name, arm, [index for each in rows.values() for index in each])
        for name, rows in (("indices", found), ("convergence", settling))
    }
    unfinished.append(tables)
    unfinished.export_csv(tables)
    drawn = partial(indices_picture, found[first.name], results.kind, first, language)  # of the measure that was named first
    settled = partial(convergence_picture, settling[first.name], results.kind, first, language)
    for ending in (".svg", ".png"):
        unfinished.export(f"indices{ending}", lambda path: write_chart(drawn(), path))
        unfinished.export(f"convergence{ending}", lambda path: write_chart(settled(), path))
    unfinished.describe(manifest_of_analysis(results, arm, answers, unfinished.rows))


def _say(answer: Answer, design: Design, found: Sequence[Index], language: Language) -> None:
    _ = language.gettext
    points = language.number(len(design.answers))
    typer.echo(
        _("{measure} ({unit}); {points} points of a {kind} design.",
          measure=named(answer, language), unit=_(answer.unit), points=points, kind=design.kind)
    )  # fmt: skip
    if design.left_out:
        typer.echo(
            language.ngettext(
                "{n} of its blocks was left out: some of its points have no {name}.",
                "{n} of its blocks were left out: some of their points have no {name}.", design.left_out, name=answer.name,
            )
        )  # fmt: skip
    for place, each in enumerate(in_order(found, design.kind)[:MOST_SHOWN], start=1):
        own = [index for index in found if index.input == each and index.beside is None]
        figures = ", ".join(_figure(index, language) for index in own)
        typer.echo(f"  {place:>2}. {each.column}: {figures}{not_identified(each, language)}")


def _figure(each: Index, language: Language) -> str:
    """One index with its interval, where it has one."""
    if each.value == 0.0 and np.isnan(each.low):
        return language.gettext("{index} 0 (no change was seen)", index=each.index)
    return f"{each.index} {with_interval(each.value, each.low, each.high, language)}"


def with_interval(value: float, low: float, high: float, language: Language) -> str:
    """A figure and its interval, where it has one."""
    figures = {"value": language.significant(value), "low": language.significant(low), "high": language.significant(high)}
    return figures["value"] if np.isnan(low) else language.gettext("{value} ({low} to {high})", **figures)


def named(answer: Answer, language: Language) -> str:
    """A measure by its name and in words."""
    return f"{answer.name}: {answer.wording(language)}"


def not_identified(each: Input, language: Language) -> str:
    """The flag of a parameter that the reported answers do not narrow."""
    if each.identified is not False:
        return ""
    share = language.percent(max(0.0, each.contraction))
    return "  [" + language.gettext("not identified by the answers: narrowed by {share}", share=share) + "]"


def say_folder(folder: Path, tables: Sequence[str], language: Language) -> None:
    """What stands beside every result, and where everything is."""
    where = language.gettext(
        "{folder}: {tables} (.parquet and .csv), pictures (.svg and .png), dictionary, manifest.", folder=folder, tables=", ".join(tables)
    )
    typer.echo(f"\n{language.gettext(OF_MANY_RUNS)}\n{where}")
