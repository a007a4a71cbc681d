"""The command `run`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import CODES, DEFAULT, Months, Only, Scenario, Settings
from samvirke.terminal.refusals import reports_errors


@reports_errors
def run(
    scenario: Scenario = DEFAULT,
    seed: Annotated[int, typer.Option(help="Seed of the first run; the same seed gives the same run.")] = 1,
    replicates: Annotated[int, typer.Option(help="How many runs, with the seeds that follow.")] = 1,
    months: Months = None,
    settings: Settings = None,
    arm: Annotated[list[str] | None, typer.Option(help="Arm to simulate instead of baseline; repeatable.")] = None,
    only: Only = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(help="Further tables to keep: monthly,events (kept anyway of up to 20 runs), ties,people (large).", metavar="TABLES"),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the tables (runs/SCENARIO-1, -2 … if none is named).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the run that is in the folder.")] = False,
    defaults: Annotated[bool, typer.Option("--defaults", help="Parameters as in the registry, not drawn from the posterior.")] = False,
    language: Annotated[str, typer.Option(help=f"Language: {CODES}.")] = "en",
) -> None:
    """Simulate a scenario, print a summary in plain words, and write the tables."""
    from samvirke.terminal.run import Wanted, run_and_say

    wanted = Wanted(scenario, seed, replicates, months, settings or [], arm or [], only or [], keep, out, force, defaults, language)
    run_and_say(wanted)
