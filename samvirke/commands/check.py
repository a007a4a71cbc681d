"""The command `check`, as it is typed."""

from typing import Annotated

import typer

from samvirke.commands.options import CODES, DEFAULT, Scenario
from samvirke.terminal.refusals import reports_errors


@reports_errors
def check(
    scenario: Scenario = DEFAULT,
    language: Annotated[str, typer.Option(help=f"Language: {CODES} (problems are reported in English).")] = "en",
) -> None:
    """Report what is wrong in a scenario file, and on which line."""
    from samvirke.terminal.scenarios import check_scenario

    check_scenario(scenario, language)
