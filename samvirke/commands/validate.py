"""The command `validate`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import CODES, DEFAULT, FirstSeed, Lives, Scenario, replicates_or_lives
from samvirke.terminal.refusals import reports_errors


@reports_errors
def validate(
    scenario: Scenario = DEFAULT,
    draws: Annotated[int, typer.Option(min=2, max=100_000, help="How many of the posterior's draws.")] = 500,
    replicates: Annotated[
        int, typer.Option(min=1, max=1000, help="How many runs of each draw: more make leave-one-out scores more exact.")
    ] = 12,
    seed: FirstSeed = 1,
    out: Annotated[Path, typer.Option(help="Folder for the page and the table.", metavar="FOLDER")] = Path("validation"),
    language: Annotated[str, typer.Option(help=f"Language of the page: {CODES}.")] = "en",
    lives: Lives = None,
) -> None:
    """Test the posterior against the reported answers: what fits, what is predicted out of sample, what the data cannot identify."""
    from samvirke.terminal.validate import Wanted, validate_and_say

    replicates = replicates_or_lives(replicates, lives)
    validate_and_say(Wanted(scenario, draws, replicates, seed, out, language))
