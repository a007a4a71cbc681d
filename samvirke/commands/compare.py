"""The command `compare`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import CODES, DEFAULT, Scenario
from samvirke.terminal.refusals import reports_errors


@reports_errors
def compare(
    scenario: Scenario = DEFAULT,
    arm: Annotated[list[str] | None, typer.Option(help="Arm to compare (all if none is named); repeatable.")] = None,
    question: Annotated[
        str | None, typer.Option(help="Compare the arms that answer this question (scenarios --questions lists them).", metavar="QUESTION")
    ] = None,
    baseline: Annotated[
        str | None, typer.Option(help="Arm that the others are compared with (baseline if none is named).", metavar="ARM")
    ] = None,
    measure: Annotated[
        str | None, typer.Option(help="What is ranked and drawn, and what --until refers to (continues).", metavar="MEASURE")
    ] = None,
    replicates: Annotated[int | None, typer.Option(help="Pairs of runs (400; with --until 80 to begin with).", show_default=False)] = None,
    seed: Annotated[int, typer.Option(help="Seed of the first run; the same in every arm.")] = 1,
    until: Annotated[
        float | None, typer.Option(help="Add runs until the Monte Carlo error is at most this.", metavar="ERROR", show_default=False)
    ] = None,
    no_prior: Annotated[
        bool, typer.Option("--no-prior", help="A third quicker: without the runs of the prior, which tell what the data add.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="Folder for table and picture (runs/SCENARIO-compare-1, -2 … if none is named).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the run that is in the folder.")] = False,
    language: Annotated[str, typer.Option(help=f"Language of sentences and picture: {CODES}.")] = "en",
    danish_csv: Annotated[bool, typer.Option("--danish-csv", help="The .csv with semicolons between numbers, and decimal commas.")] = False,
) -> None:
    """Compare the arms of a scenario with the same seeds and parameters: what each changes, with its uncertainty and its cost."""
    from samvirke.terminal.compare import Wanted, compare_and_say

    wanted = Wanted(scenario, arm or [], baseline, measure, question, replicates, seed, until, no_prior, out, force, language, danish_csv)
    compare_and_say(wanted)
