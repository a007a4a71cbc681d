"""Commands on many points: sweep, and what a sweep says. Each imports what it needs only when it is called."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.options import DEFAULT, FirstSeed, Scenario
from samvirke.refusals import spoken

commands = typer.Typer()
Folder = Annotated[str, typer.Argument(help="Folder of a sweep, or s3://bucket/folder.", metavar="FOLDER")]
Arm = Annotated[str | None, typer.Option(help="Arm that is asked about (the first).", show_default=False)]
Language = Annotated[str, typer.Option(help="Language of sentences and pictures: en or da.")]
Out = Annotated[Path | None, typer.Option(help="Folder for tables and pictures (runs/SWEEP-COMMAND-1, -2 …).", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="Replace what is in the folder.")]


@commands.command()
@spoken
def sweep(
    file: Annotated[str, typer.Argument(help="Name of a built-in sweep, or path of a file.", metavar="FILE")],
    out: Annotated[
        str | None, typer.Option(help="Folder, or s3://bucket/folder (runs/sweep-NAME if none is named).", show_default=False)
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (as many as processors).", show_default=False)] = None,
    dask: Annotated[str | None, typer.Option(help="Live on the workers of this Dask scheduler.", metavar="ADDRESS")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how many runs, how long, how many bytes.")] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help="Live nothing: check every part, remove bad ones; the command without it makes them anew.")
    ] = False,
) -> None:
    """Live many points of parameters and levers; what is there is kept, so the same command goes on where it was stopped."""
    from samvirke.sweep_command import Wanted, sweep_and_say

    sweep_and_say(Wanted(file, out, workers, dask, dry_run, verify))


@commands.command()
@spoken
def sensitivity(
    folder: Folder,
    measure: Annotated[list[str] | None, typer.Option(help="What is moved; repeatable, the first is drawn (continues).")] = None,
    arm: Arm = None,
    language: Language = "en",
    out: Out = None,
    force: Force = False,
) -> None:
    """Which parameters and levers move a measure: Morris or Sobol indices of a sweep, with intervals, and whether they settle."""
    from samvirke.sensitivity_command import Wanted, indices_and_say

    indices_and_say(Wanted(folder, measure or ["continues"], arm, language, out, force))


@commands.command()
@spoken
def discover(
    folder: Folder,
    when: Annotated[
        str, typer.Option(help='What is searched for: an event, or a measure and a limit, "synergy < 40".', metavar="WHAT")
    ] = "ends_within_12_months",
    coverage: Annotated[float, typer.Option(min=0.01, max=1.0, help="Least share of the cases that a box of PRIM must hold.")] = 0.5,
    arm: Arm = None,
    partnership: Annotated[str | None, typer.Option(help="Only this partnership.", metavar="CASE")] = None,
    language: Language = "en",
    out: Out = None,
    force: Force = False,
) -> None:
    """Under which values of what was swept something happens: boxes by PRIM and CART, with coverage and density."""
    from samvirke.discover_command import Wanted, discover_and_say

    discover_and_say(Wanted(folder, when, coverage, arm, partnership, language, out, force))


@commands.command()
@spoken
def frontier(
    scenario: Scenario = DEFAULT,
    measure: Annotated[
        list[str] | None, typer.Option(help="What is bought; repeatable (activities_alive_24_months, synergy, vulnerable_reached).")
    ] = None,
    policies: Annotated[int, typer.Option(min=2, max=10_000, help="How many settings of the levers are tried.")] = 60,
    draws: Annotated[int, typer.Option(min=1, max=10_000, help="How many draws from the posterior (or prior) each is tried in.")] = 25,
    lives: Annotated[int, typer.Option(min=2, max=1000, help="How many lives of each draw.")] = 8,
    dkk_per_hour: Annotated[
        float | None, typer.Option(min=0, help="Price of an hour (what a paid hour costs).", show_default=False)
    ] = None,
    seed: FirstSeed = 1,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (as many as processors).", show_default=False)] = None,
    work: Annotated[Path | None, typer.Option(help="Folder for the lives (runs/frontier-SCENARIO).", show_default=False)] = None,
    language: Language = "en",
    out: Out = None,
    force: Force = False,
) -> None:
    """What buys most per krone: policies over the levers with a declared price, their frontier, and the regret of each."""
    from samvirke.frontier_command import Wanted, search_and_say

    search_and_say(Wanted(scenario, measure or [], policies, draws, lives, dkk_per_hour, seed, workers, work, language, out, force))
