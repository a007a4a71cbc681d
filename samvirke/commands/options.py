"""What several commands are asked with."""

from pathlib import Path
from typing import Annotated, TypeVar

import typer

from samvirke.model.language import languages

Replicates = TypeVar("Replicates", int, int | None)

DEFAULT = "partnerskabspuljen"
Scenario = Annotated[str, typer.Argument(help="Name of a built-in scenario, or path of a file.", metavar="SCENARIO")]
Settings = Annotated[
    list[str] | None, typer.Option("--set", help="Another value for a parameter or lever; repeatable.", metavar="NAME=VALUE")
]
Only = Annotated[list[str] | None, typer.Option(help="Only this partnership; repeatable.", metavar="CASE")]
Draws = Annotated[int, typer.Option(min=1, max=100_000, help="How many sets of parameters are drawn, with one run each.")]
FirstSeed = Annotated[int, typer.Option(min=0, max=4_000_000_000, help="Seed of the draws, and of the first run.")]
Page = Annotated[Path | None, typer.Option(help="Also write it all as a page in Markdown.", metavar="FILE.md", show_default=False)]
Months = Annotated[int | None, typer.Option(help="Another length in months.", show_default=False)]
CODES = " or ".join(filter(None, (", ".join(languages()[:-1]), languages()[-1])))
"""The languages to choose from, as help lists them."""
Language = Annotated[str, typer.Option(help=f"Language of sentences and pictures: {CODES}.")]
SweepFolder = Annotated[str, typer.Argument(help="Folder of a sweep, or s3://bucket/folder.", metavar="FOLDER")]
SweepArm = Annotated[str | None, typer.Option(help="Arm that is asked about (the first).", show_default=False)]
SweepOut = Annotated[Path | None, typer.Option(help="Folder for tables and pictures (runs/SWEEP-COMMAND-1, -2 …).", show_default=False)]
SweepForce = Annotated[bool, typer.Option("--force", help="Replace what is in the folder.")]
Lives = Annotated[int | None, typer.Option("--lives", min=1, max=1000, hidden=True)]
"""The old name of --replicates."""


def replicates_or_lives(replicates: Replicates, lives: int | None) -> Replicates:
    """What was asked for by --replicates, or by its old name, with a warning."""
    if lives is None:
        return replicates
    typer.echo("--lives is deprecated and will be removed; use --replicates instead.", err=True)
    return lives
