"""The command `scenarios`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import CODES, FirstSeed
from samvirke.terminal.refusals import reports_errors


@reports_errors
def scenarios(
    questions: Annotated[bool, typer.Option("--questions", help="Also what each one asks, and which arms answer it.")] = False,
    answers: Annotated[bool, typer.Option("--answers", help="Simulate every question: what is claimed, and what the model gives.")] = False,
    replicates: Annotated[
        int | None, typer.Option(min=1, help="With --answers: pairs of runs of each arm (400 to 2000, by size).", show_default=False)
    ] = None,
    seed: FirstSeed = 1,
    page: Annotated[
        Path | None, typer.Option(help="With --answers: also a page in Markdown.", metavar="FILE.md", show_default=False)
    ] = None,
    language: Annotated[str, typer.Option(help=f"Language: {CODES}.")] = "en",
) -> None:
    """List the built-in scenarios, the questions they ask, or the answers."""
    if answers:
        from samvirke.terminal.claims import answer_and_say

        answer_and_say(replicates, seed, page, language)
    else:
        from samvirke.terminal.scenarios import list_scenarios

        list_scenarios(questions, language)
