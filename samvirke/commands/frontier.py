"""The command `frontier`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import DEFAULT, FirstSeed, Language, Lives, Scenario, SweepForce, SweepOut, replicates_or_lives
from samvirke.terminal.refusals import reports_errors


@reports_errors
def frontier(
    scenario: Scenario = DEFAULT,
    measure: Annotated[
        list[str] | None, typer.Option(help="Measure to improve; repeatable (activities_alive_24_months, synergy, vulnerable_reached).")
    ] = None,
    policies: Annotated[int, typer.Option(min=2, max=10_000, help="How many policies (settings of the levers) are tried.")] = 60,
    draws: Annotated[int, typer.Option(min=1, max=10_000, help="How many draws from the posterior (or prior) each is tried in.")] = 25,
    replicates: Annotated[int, typer.Option(min=2, max=1000, help="How many runs of each draw.")] = 8,
    dkk_per_hour: Annotated[
        float | None, typer.Option(min=0, help="Price of an hour in kroner (what a paid hour costs).", show_default=False)
    ] = None,
    seed: FirstSeed = 1,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (as many as processors).", show_default=False)] = None,
    work: Annotated[Path | None, typer.Option(help="Folder for the runs (runs/frontier-SCENARIO).", show_default=False)] = None,
    language: Language = "en",
    out: SweepOut = None,
    force: SweepForce = False,
    lives: Lives = None,
) -> None:
    """What gives most per krone: policies over the levers with a declared price, their Pareto frontier, and the regret of each."""
    from samvirke.terminal.frontier import Wanted, search_and_say

    replicates = replicates_or_lives(replicates, lives)
    search_and_say(Wanted(scenario, measure or [], policies, draws, replicates, dkk_per_hour, seed, workers, work, language, out, force))
