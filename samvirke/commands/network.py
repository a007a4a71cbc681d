"""The command `network`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import CODES
from samvirke.terminal.refusals import reports_errors


@reports_errors
def network(
    run: Annotated[Path, typer.Argument(help="Folder of a run that kept ties and people.", metavar="RUN")],
    partnership: Annotated[str, typer.Argument(help="Which partnership; not needed if there is one.", metavar="PARTNERSHIP")] = "",
    months: Annotated[str, typer.Option(help="Up to three months (3, middle, the grant's last if none is named).", metavar="3,18,36")] = "",
    seed: Annotated[int | None, typer.Option(help="Which seed (the first if none is named).", show_default=False)] = None,
    arm: Annotated[str, typer.Option(help="Which arm (the first if none is named).", metavar="ARM")] = "",
    language: Annotated[str, typer.Option(help=f"Language of the picture: {CODES}.")] = "en",
    out: Annotated[Path | None, typer.Option(help="File, .png or .svg (PARTNERSHIP-network.png if none is named).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
) -> None:
    """Draw who trusts whom in a partnership, in up to three months."""
    from samvirke.terminal.network import Wanted, draw_network

    draw_network(Wanted(run, partnership, months, seed, arm, language, out, force))
