"""The command `calibrate`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import DEFAULT, FirstSeed, Scenario
from samvirke.terminal.refusals import spoken


@spoken
def calibrate(
    scenario: Scenario = DEFAULT,
    quick: Annotated[bool, typer.Option("--quick", help="A rough posterior in a few minutes instead of a full one.")] = False,
    seed: FirstSeed = 1,
    particles: Annotated[int | None, typer.Option(min=20, max=100_000, help="Another number of draws.", show_default=False)] = None,
    replicates: Annotated[
        int | None, typer.Option("--replicates", "--lives", min=1, max=1000, help="Another number of lives per draw.", show_default=False)
    ] = None,
    work: Annotated[Path | None, typer.Option(help="Folder for what is done so far (runs/calibrate-SCENARIO).")] = None,
    out: Annotated[Path | None, typer.Option(help="File for the posterior (where the scenario looks for it).", show_default=False)] = None,
    compare_variants: Annotated[
        bool, typer.Option("--compare-variants", help="Calibrate each structural alternative in short instead, and compare them.")
    ] = False,
    leave_out: Annotated[
        bool,
        typer.Option("--leave-out", help="Then also without each block of questions, from another seed, and with all alike: for validate."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the posterior that is there.")] = False,
) -> None:
    """Fit the parameters to the reported answers (about half an hour; --quick five minutes); goes on where it was interrupted."""
    from samvirke.terminal.calibrate import Wanted, calibrate_and_say

    calibrate_and_say(Wanted(scenario, quick, seed, particles, replicates, work, out, compare_variants, leave_out, force))
