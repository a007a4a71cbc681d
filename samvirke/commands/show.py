"""The command `show`, as it is typed."""

from typing import Annotated

import typer

from samvirke.commands.options import CODES, DEFAULT, Months, Only, Scenario, Settings
from samvirke.terminal.refusals import reports_errors


@reports_errors
def show(
    scenario: Scenario = DEFAULT,
    months: Months = None,
    settings: Settings = None,
    only: Only = None,
    real_names: Annotated[bool, typer.Option("--real-names", help="With the real names of partnerships.")] = False,
    language: Annotated[str, typer.Option(help=f"Language of the remarks: {CODES}.")] = "en",
) -> None:
    """Print a scenario with everything that follows from its file."""
    from samvirke.terminal.scenarios import show_scenario

    show_scenario(scenario, months, settings or [], only or [], real_names, language)
