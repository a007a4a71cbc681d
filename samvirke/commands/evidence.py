"""The command `evidence`, as it is typed."""

from typing import Annotated

import typer

from samvirke.terminal.refusals import reports_errors


@reports_errors
def evidence(
    parameter: Annotated[
        str,
        typer.Argument(
            help="Parameter, lever, structural choice, question of the questionnaire, or mechanism (T1, E5 …).",
            metavar="PARAMETER",
        ),
    ] = "",
) -> None:
    """Show where a number comes from; without a name, list them all."""
    from samvirke.terminal.evidence import list_all, tell

    tell(parameter) if parameter else list_all()
