"""The command `calibrate`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import DEFAULT, FirstSeed, Scenario
from samvirke.terminal.refusals import reports_errors


@reports_errors
def calibrate(
    scenario: Scenario = DEFAULT,
    quick: Annotated[bool, typer.Option("--quick", help="An approximate posterior in a few minutes instead of a full one.")] = False,
    seed: FirstSeed = 1,
    draws: Annotated[int | None, typer.Option(min=20, max=100_000, help="Another number of draws.", show_default=False)] = None,
    particles: Annotated[int | None, typer.Option(min=20, max=100_000, hidden=True)] = None,
    work: Annotated[Path | None, typer.Option(help="Folder for intermediate results (runs/calibrate-SCENARIO).")] = None,
    out: Annotated[Path | None, typer.Option(help="File for the posterior (where the scenario looks for it).", show_default=False)] = None,
    compare_variants: Annotated[
        bool, typer.Option("--compare-variants", help="Calibrate each structural alternative briefly instead, and compare them.")
    ] = False,
    leave_out: Annotated[
        bool,
        typer.Option(
            "--leave-out",
            help="Also fit without each part of what is reported, from another seed, and with all partnerships alike, for validate.",
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the posterior that is there.")] = False,
) -> None:
    """Fit the parameters to the reported answers (about half an hour; --quick five minutes). Continues where it was interrupted."""
    from samvirke.terminal.calibrate import Wanted, calibrate_and_say

    calibrate_and_say(Wanted(scenario, quick, seed, draws or particles, work, out, compare_variants, leave_out, force))
