"""The command `sweep`, as it is typed."""

from typing import Annotated

import typer

from samvirke.commands.options import Language
from samvirke.terminal.refusals import reports_errors


@reports_errors
def sweep(
    file: Annotated[str, typer.Argument(help="Name of a built-in sweep, or path of a file.", metavar="FILE")],
    out: Annotated[
        str | None, typer.Option(help="Folder, or s3://bucket/folder (runs/sweep-NAME if none is named).", show_default=False)
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (as many as processors).", show_default=False)] = None,
    dask: Annotated[str | None, typer.Option(help="Run on the workers of this Dask scheduler.", metavar="ADDRESS")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how many runs, how long, how many bytes.")] = False,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Run nothing: check every part, remove damaged ones; without --verify they are made anew."),
    ] = False,
    language: Language = "en",
) -> None:
    """Run many points of parameters and levers. Finished parts are kept, so the same command continues where it was stopped."""
    from samvirke.terminal.sweep import Wanted, sweep_and_say

    sweep_and_say(Wanted(file, out, workers, dask, dry_run, verify, language))
