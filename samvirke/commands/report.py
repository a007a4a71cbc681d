"""The command `report`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import CODES
from samvirke.terminal.refusals import reports_errors


@reports_errors
def report(
    folder: Annotated[Path, typer.Argument(help="Folder that run or compare has made.", metavar="FOLDER")],
    language: Annotated[str, typer.Option(help=f"Language of the page: {CODES}.")] = "en",
    out: Annotated[
        Path | None, typer.Option(help="File (the folder's name with .html if none is named).", metavar="FILE.html", show_default=False)
    ] = None,
    real_names: Annotated[bool, typer.Option("--real-names", help="With the real names of partnerships.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
) -> None:
    """Make one page of a run or a comparison: question, answer, pictures, causes, evidence, limits. One HTML file."""
    from samvirke.terminal.report import Wanted, report_and_say

    report_and_say(Wanted(folder, language, out, real_names, force))
