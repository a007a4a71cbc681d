"""The command `discover`, as it is typed."""

from typing import Annotated

import typer

from samvirke.commands.options import Language, SweepArm, SweepFolder, SweepForce, SweepOut
from samvirke.terminal.refusals import spoken


@spoken
def discover(
    folder: SweepFolder,
    when: Annotated[
        str, typer.Option(help='What is searched for: an event, or a measure and a limit, "synergy < 40".', metavar="WHAT")
    ] = "ends_within_12_months",
    coverage: Annotated[float, typer.Option(min=0.01, max=1.0, help="Least share of the cases that a box of PRIM must hold.")] = 0.5,
    arm: SweepArm = None,
    partnership: Annotated[str | None, typer.Option(help="Only this partnership.", metavar="CASE")] = None,
    language: Language = "en",
    out: SweepOut = None,
    force: SweepForce = False,
) -> None:
    """Under which values of what varied something happens: boxes by PRIM and CART, with coverage and density."""
    from samvirke.terminal.discover import Wanted, discover_and_say

    discover_and_say(Wanted(folder, when, coverage, arm, partnership, language, out, force))
