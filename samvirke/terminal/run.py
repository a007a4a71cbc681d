"""The command `run`: live, write the tables, and say what came of it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from samvirke.analysis.run.execution import run_to_folder
from samvirke.analysis.run.folder import next_free_folder, read_table, refuse_what_is_there
from samvirke.analysis.run.outcomes import ceiling_of
from samvirke.analysis.run.plan import MOST_RUNS_WITH_ALL_TABLES, Plan, plan, with_seeds_chosen
from samvirke.analysis.summary.summary import Summary, joined, summaries
from samvirke.analysis.summary.text import summary_text
from samvirke.analysis.summary.words import LANGUAGES as SUMMARY_WORDS
from samvirke.model.scenario import Scenario, parse_settings, read_scenario
from samvirke.model.scenario.resolved import BASELINE
from samvirke.terminal.language import language_named
from samvirke.terminal.parameters_text import what_parameters
from samvirke.terminal.progress import progress_bar
from samvirke.terminal.run_words import LANGUAGES
from samvirke.viz.words.ceiling_words import about_the_ceiling
from samvirke.viz.words.own_answers_words import about_own_answers, how_they_were_chosen

FOLDER_OF_RUNS = Path("runs")


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke run`."""

    scenario: str
    seed: int
    replicates: int
    months: int | None
    settings: Sequence[str]
    arms: Sequence[str]
    only: Sequence[str]
    keep: Sequence[str] | None
    out: Path | None
    force: bool
    defaults: bool
    language: str


def run_and_say(wanted: Wanted) -> None:
    """Check everything first, then live and write, then say it."""
    language_named(wanted.language, LANGUAGES, "the sentences")
    scenario = read_scenario(wanted.scenario, parameters=parse_settings(wanted.settings), only=wanted.only, months=wanted.months)
    keep = None if wanted.keep is None else [name.strip() for text in wanted.keep for name in text.split(",") if name.strip()]
    arms = wanted.arms or (BASELINE,)
    what = plan(scenario, seed=wanted.seed, replicates=wanted.replicates, arms=arms, keep=keep, defaults=wanted.defaults)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, scenario.name)
    refuse_what_is_there(folder, force=wanted.force)
    what, summaries = _live_and_write(what, folder, wanted.force)
    _say(what, summaries, wanted.language)
    found = ceiling_of(scenario, read_table(folder, "outcomes"))
    for sentence in about_the_ceiling(found, scenario, wanted.language):
        typer.echo(f"\n{sentence}")
    if what.likeness is not None:
        typer.echo("\n" + "\n".join(how_they_were_chosen(what.likeness, len(what.seeds), wanted.language)))
    _say_where(what, folder, wanted)


def _live_and_write(what: Plan, folder: Path, force: bool) -> tuple[Plan, list[Summary]]:
    """The plan with the seeds that were lived, and a summary per arm."""
    command, parts = ["samvirke", *sys.argv[1:]], list[Summary]()
    with progress_bar(what.runs) as note:
        what = with_seeds_chosen(what)
        run_to_folder(what, folder, force=force, command=command, progress=note, also=lambda tables: parts.extend(summaries(tables)))
    return what, joined(parts)


def _say(what: Plan, summaries: Sequence[Summary], language: str) -> None:
    scenario = what.scenario
    typer.echo(f"{getattr(scenario.title, language)}\n{getattr(scenario.asks, language)}\n\n{_what_was_simulated(what, language)}")
    typer.echo(what_parameters(what, language))
    if what.likeness is not None:
        typer.echo("\n".join(about_own_answers(what.likeness, what.beside, language)))
    for summary in summaries:
        if len(summaries) > 1 or summary.arm != BASELINE:
            typer.echo(f"\n{_heading(scenario, summary.arm, language)}")
        typer.echo(f"\n{summary_text(summary, language)}")


def _heading(scenario: Scenario, arm: str, language: str) -> str:
    title = getattr(scenario.arms[arm].title, language)
    line = f"{arm}: {title}" if title.lower() != arm else arm
    return f"== {line} =="


def _what_was_simulated(what: Plan, language: str) -> str:
    words = LANGUAGES[language]
    replicates = _several(len(what.seeds), words.replicates, language)
    partnerships = _several(len(what.scenario.partnerships), words.partnerships, language)
    seeds = words.seeds[len(what.seeds) > 1].format(first=what.seeds[0], last=what.seeds[-1])
    return words.simulated.format(replicates=replicates, partnerships=partnerships, months=what.scenario.months, seeds=seeds)


def _several(number: int, forms: tuple[str, str], language: str) -> str:
    return forms[number != 1].format(n=SUMMARY_WORDS[language].number(number))


def _say_where(what: Plan, folder: Path, wanted: Wanted) -> None:
    words = LANGUAGES[wanted.language]
    typer.echo("\n" + words.tables.format(folder=folder, names=", ".join(what.keep)))
    if wanted.keep is None and wanted.replicates > MOST_RUNS_WITH_ALL_TABLES:
        typer.echo(words.keep.format(most=MOST_RUNS_WITH_ALL_TABLES))
    if wanted.replicates == 1:
        typer.echo(words.one_run)
