"""The command `run`: live, write the tables, and say what came of it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from analysis.plan import MOST_RUNS_WITH_ALL_TABLES, Plan, plan, with_seeds_chosen
from analysis.run import run_to_folder
from analysis.run_folder import next_free_folder, refuse_what_is_there
from analysis.summary import Summary
from analysis.summary_text import summary_text
from model.scenario import Scenario, parse_settings, read_scenario
from model.scenario.resolved import BASELINE
from samvirke.parameters_text import what_parameters
from samvirke.progress import living
from viz.own_answers_words import about_own_answers

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


def run_and_say(wanted: Wanted) -> None:
    """Check everything first, then live and write, then say it."""
    scenario = read_scenario(wanted.scenario, parameters=parse_settings(wanted.settings), only=wanted.only, months=wanted.months)
    keep = None if wanted.keep is None else [name.strip() for text in wanted.keep for name in text.split(",") if name.strip()]
    arms = wanted.arms or (BASELINE,)
    what = plan(scenario, seed=wanted.seed, replicates=wanted.replicates, arms=arms, keep=keep, defaults=wanted.defaults)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, scenario.name)
    refuse_what_is_there(folder, force=wanted.force)
    what, summaries = _live_and_write(what, folder, wanted.force)
    _say(what, summaries)
    _say_where(what, folder, wanted)


def _live_and_write(what: Plan, folder: Path, force: bool) -> tuple[Plan, list[Summary]]:
    """The plan with the seeds that were lived, and a summary per arm."""
    command = ["samvirke", *sys.argv[1:]]
    with living(what.runs) as note:
        what = with_seeds_chosen(what)
        return what, run_to_folder(what, folder, force=force, command=command, progress=note)


def _say(what: Plan, summaries: Sequence[Summary]) -> None:
    scenario = what.scenario
    typer.echo(f"{scenario.title.en}\n{scenario.asks.en}\n\n{_what_was_lived(what)}")
    typer.echo(what_parameters(what))
    if what.likeness is not None:
        typer.echo("\n".join(about_own_answers(what.likeness, what.beside, len(what.seeds), "en")))
    for summary in summaries:
        if len(summaries) > 1 or summary.arm != BASELINE:
            typer.echo(f"\n{_heading(scenario, summary.arm)}")
        typer.echo(f"\n{summary_text(summary)}")


def _heading(scenario: Scenario, arm: str) -> str:
    title = scenario.arms[arm].title.en
    line = f"{arm}: {title}" if title.lower() != arm else arm
    return f"== {line} =="


def _what_was_lived(what: Plan) -> str:
    partnerships = _several(len(what.scenario.partnerships), "partnership", "partnerships")
    seeds = f"seed {what.seeds[0]}" if len(what.seeds) == 1 else f"seeds {what.seeds[0]} to {what.seeds[-1]}"
    lives = _several(len(what.seeds), "life", "lives")
    return f"{lives} of {partnerships} over {what.scenario.months} months ({seeds})"


def _several(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _say_where(what: Plan, folder: Path, wanted: Wanted) -> None:
    typer.echo(f"\nTables in {folder}: {', '.join(what.keep)}. What their columns mean: dictionary.")
    if wanted.keep is None and wanted.replicates > MOST_RUNS_WITH_ALL_TABLES:
        typer.echo(f"Months and events of more than {MOST_RUNS_WITH_ALL_TABLES} lives are kept if you say: --keep monthly,events")
    if wanted.replicates == 1:
        typer.echo("This is one life. How much of it is chance? Add: --replicates 100")
