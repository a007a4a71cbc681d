"""The command `validate`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import DEFAULT, FirstSeed, Scenario
from samvirke.terminal.refusals import spoken


@spoken
def validate(
    scenario: Scenario = DEFAULT,
    draws: Annotated[int, typer.Option(min=2, max=100_000, help="How many of the posterior's draws.")] = 500,
    replicates: Annotated[
        int, typer.Option("--replicates", "--lives", min=1, max=1000, help="How many lives of each: more make left-out answers surer.")
    ] = 12,
    seed: FirstSeed = 1,
    out: Annotated[Path, typer.Option(help="Folder for the page and the table.", metavar="FOLDER")] = Path("validation"),
    language: Annotated[str, typer.Option(help="Language of the page: en or da.")] = "en",
) -> None:
    """Hold the calibrated model against the reported answers: what fits, what it foresaw, what the data cannot tell."""
    from samvirke.terminal.validate import Wanted, validate_and_say

    validate_and_say(Wanted(scenario, draws, replicates, seed, out, language))
