"""What several commands are asked with."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT = "partnerskabspuljen"
Scenario = Annotated[str, typer.Argument(help="Name of a built-in scenario, or path of a file.", metavar="SCENARIO")]
Settings = Annotated[
    list[str] | None, typer.Option("--set", help="Another value for a parameter or lever; repeatable.", metavar="NAME=VALUE")
]
Only = Annotated[list[str] | None, typer.Option(help="Only this partnership; repeatable.", metavar="CASE")]
Draws = Annotated[int, typer.Option(min=1, max=100_000, help="How many sets of parameters are drawn, with one life each.")]
FirstSeed = Annotated[int, typer.Option(min=0, max=4_000_000_000, help="Seed of the draws, and of the first life.")]
Page = Annotated[Path | None, typer.Option(help="Also write it all as a page in Markdown.", metavar="FILE.md", show_default=False)]
Months = Annotated[int | None, typer.Option(help="Another length in months.", show_default=False)]
