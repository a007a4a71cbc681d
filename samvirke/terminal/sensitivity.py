"""The command `sensitivity`: which parameters and levers of a sweep move a measure, and whether the figures settle."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import typer

from samvirke.analysis.run.folder import Unfinished, new_run_folder, next_free_folder, refuse_what_is_there
from samvirke.analysis.sweep_analysis.answers import Answer, answer_named
from samvirke.analysis.sweep_analysis.folder import SweepResults, open_sweep
from samvirke.analysis.sweep_analysis.indices import Design, Index, convergence, design_of, in_order, indices
from samvirke.analysis.sweep_analysis.manifest import manifest_of_analysis
from samvirke.analysis.sweep_analysis.tables import table_of_indices
from samvirke.terminal.language import language_named
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.terminal.sweep_analysis_text import not_identified, say_folder
from samvirke.terminal.sweep_analysis_words import LANGUAGES, number, words_of
from samvirke.viz.charts.file import write_chart
from samvirke.viz.charts.indices import convergence_picture, indices_picture
from samvirke.viz.charts.sweep_analysis_words import unit_of

MOST_SAID = 12
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
    """Check everything first, then reckon, write, and say what moves each measure most."""
    language = language_named(wanted.language, LANGUAGES, "the pictures")
    answers = [answer_named(each) for each in dict.fromkeys(wanted.measures)]
    swept = open_sweep(wanted.folder)
    arm = swept.arm_named(wanted.arm)
    designs = {each.name: design_of(swept, each, arm) for each in answers}
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{swept.manifest['sweep']}-sensitivity")
    refuse_what_is_there(folder, force=wanted.force)
    found = {each.name: indices(designs[each.name], each.name) for each in answers}
    with new_run_folder(folder, TABLES, force=wanted.force) as unfinished:
        _write(unfinished, swept, arm, answers, designs, found, language)
    for each in answers:
        _say(each, designs[each.name], found[each.name], language)
    say_folder(folder, TABLES, language)


def _write(
    unfinished: Unfinished, swept: SweepResults, arm: str, answers: Sequence[Answer], designs: dict[str, Design],
    found: dict[str, list[Index]], language: str,
) -> None:  # fmt: skip
    first = answers[0]
    settling = {name: convergence(design, name) for name, design in designs.items()}
    tables = {
        name: table_of_indices(swept.scenario.name, arm, [index for each in rows.values() for index in each])
        for name, rows in (("indices", found), ("convergence", settling))
    }
    unfinished.append(tables)
    unfinished.export_csv(tables)
    drawn = partial(indices_picture, found[first.name], swept.kind, first, language)  # of the measure that was named first
    settled = partial(convergence_picture, settling[first.name], swept.kind, first, language)
    for ending in (".svg", ".png"):
        unfinished.export(f"indices{ending}", lambda path: write_chart(drawn(), path))
        unfinished.export(f"convergence{ending}", lambda path: write_chart(settled(), path))
    unfinished.describe(manifest_of_analysis(swept, arm, answers, unfinished.rows))


def _say(answer: Answer, design: Design, found: Sequence[Index], language: str) -> None:
    said = LANGUAGES[language]
    words, unit = f"{answer.name}: {words_of(answer, language)}", answer.unit if language == "en" else unit_of(answer, language)
    typer.echo(said.design.format(words=words, unit=unit, points=number(len(design.answers), language, ",d"), kind=design.kind))
    if design.left_out:
        typer.echo(said.blocks_left_out.format(number=design.left_out, name=answer.name))
    for place, each in enumerate(in_order(found, design.kind)[:MOST_SAID], start=1):
        own = [index for index in found if index.input == each and index.beside is None]
        figures = ", ".join(_figure(index, language) for index in own)
        typer.echo(f"  {place:>2}. {each.column}: {figures}{not_identified(each, language)}")


def _figure(each: Index, language: str) -> str:
    """One index with its interval, where it has one."""
    value, low, high = (number(end, language) for end in (each.value, each.low, each.high))
    if each.value == 0.0 and np.isnan(each.low):
        return f"{each.index} {LANGUAGES[language].nothing_seen}"
    return f"{each.index} " + (value if np.isnan(each.low) else LANGUAGES[language].interval.format(value=value, low=low, high=high))
