"""The command `sensitivity`, as it is typed."""

from typing import Annotated

import typer

from samvirke.commands.options import Language, SweepArm, SweepFolder, SweepForce, SweepOut
from samvirke.terminal.refusals import reports_errors


@reports_errors
def sensitivity(
    folder: SweepFolder,
    measure: Annotated[list[str] | None, typer.Option(help="Measure; repeatable, the first is drawn (continues).")] = None,
    arm: SweepArm = None,
    language: Language = "en",
    out: SweepOut = None,
    force: SweepForce = False,
) -> None:
    """What a measure is sensitive to: Morris or Sobol indices of a sweep, with intervals, and whether they converge."""
    from samvirke.terminal.sensitivity import Wanted, indices_and_say

    indices_and_say(Wanted(folder, measure or ["continues"], arm, language, out, force))
