"""The command `discover`, as it is typed."""

from typing import Annotated

import typer

from samvirke.commands.options import Language, SweepArm, SweepFolder, SweepForce, SweepOut
from samvirke.terminal.refusals import reports_errors


@reports_errors
def discover(
    folder: SweepFolder,
    when: Annotated[
        str, typer.Option(help='What is searched for: an event, or a measure and a limit, "synergy < 40".', metavar="WHAT")
    ] = "ends_within_12_months",
    coverage: Annotated[float, typer.Option(min=0.01, max=1.0, help="Least coverage of a box of PRIM.")] = 0.5,
    arm: SweepArm = None,
    partnership: Annotated[str | None, typer.Option(help="Only this partnership.", metavar="CASE")] = None,
    language: Language = "en",
    out: SweepOut = None,
    force: SweepForce = False,
) -> None:
    """Scenario discovery: where in a sweep something happens; boxes by PRIM and CART, with coverage and density."""
    from samvirke.terminal.discover import Wanted, discover_and_say

    discover_and_say(Wanted(folder, when, coverage, arm, partnership, language, out, force))
