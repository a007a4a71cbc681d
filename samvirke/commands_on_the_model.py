"""Commands on the model itself: fitted, proved, held against the literature, taken apart. Each imports only when it is called."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.options import DEFAULT, Draws, FirstSeed, Page, Scenario
from samvirke.refusals import spoken

commands = typer.Typer()


@commands.command()
@spoken
def calibrate(
    scenario: Scenario = DEFAULT,
    quick: Annotated[bool, typer.Option("--quick", help="A rough posterior in a few minutes instead of a full one.")] = False,
    seed: FirstSeed = 1,
    particles: Annotated[int | None, typer.Option(min=20, max=100_000, help="Another number of draws.", show_default=False)] = None,
    lives: Annotated[int | None, typer.Option(min=1, max=1000, help="Another number of lives per draw.", show_default=False)] = None,
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
    from samvirke.calibrate_command import Wanted, calibrate_and_say

    calibrate_and_say(Wanted(scenario, quick, seed, particles, lives, work, out, compare_variants, leave_out, force))


@commands.command()
@spoken
def validate(
    scenario: Scenario = DEFAULT,
    draws: Annotated[int, typer.Option(min=2, max=100_000, help="How many of the posterior's draws.")] = 500,
    lives: Annotated[int, typer.Option(min=1, max=1000, help="How many lives of each: more make left-out answers surer.")] = 12,
    seed: FirstSeed = 1,
    out: Annotated[Path, typer.Option(help="Folder for the page and the table.", metavar="FOLDER")] = Path("validation"),
    language: Annotated[str, typer.Option(help="Language of the page: en or da.")] = "en",
) -> None:
    """Hold the calibrated model against the reported answers: what fits, what it foresaw, what the data cannot tell."""
    from samvirke.validate_command import Wanted, validate_and_say

    validate_and_say(Wanted(scenario, draws, lives, seed, out, language))


@commands.command()
@spoken
def literature(draws: Draws = 100, seed: FirstSeed = 1, out: Page = None) -> None:
    """Say how the model stands to figures of the literature that nothing is fitted to."""
    from samvirke.literature_command import compare_with_literature

    compare_with_literature(draws, seed, out)


@commands.command()
@spoken
def ablation(
    scenario: Scenario = DEFAULT,
    draws: Annotated[int, typer.Option(min=2, max=100_000, help="How many sets of parameters are drawn, with one life each.")] = 120,
    seed: FirstSeed = 1,
    out: Page = None,
) -> None:
    """Switch each mechanism off in turn, and say what changes."""
    from samvirke.ablation_command import switch_each_off

    switch_each_off(scenario, draws, seed, out)
