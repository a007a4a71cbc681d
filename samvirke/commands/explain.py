"""The command `explain`, as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.commands.options import CODES, DEFAULT
from samvirke.terminal.refusals import reports_errors


@reports_errors
def explain(
    place: Annotated[str, typer.Argument(help="Folder of a run, or a scenario with --seed.", metavar="RUN")] = DEFAULT,
    partnership: Annotated[str, typer.Argument(help="Which partnership; not needed if there is one.", metavar="PARTNERSHIP")] = "",
    seed: Annotated[int | None, typer.Option(help="Which seed (the first of the folder, or 1).", show_default=False)] = None,
    arm: Annotated[str, typer.Option(help="Which arm (the first of the folder, or baseline).", metavar="ARM")] = "",
    ensemble: Annotated[bool, typer.Option("--ensemble", help="Over many runs instead: which events change endings.")] = False,
    replicates: Annotated[
        int | None, typer.Option(help="Counterfactual runs per question (300); with --ensemble how many runs (40).", show_default=False)
    ] = None,
    measure: Annotated[str, typer.Option(help="What lasting means: continues, something_left, continues_a_year_later.")] = "continues",
    language: Annotated[str, typer.Option(help=f"Language: {CODES}.")] = "en",
    picture: Annotated[Path | None, typer.Option(help="Also the network before and after as a picture, .png or .svg.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for tables and pictures (runs/NAME-explain-1, -2 … if none is named).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is in the folder, and the picture.")] = False,
    danish_csv: Annotated[bool, typer.Option("--danish-csv", help="Tables as Danish spreadsheets read them: semicolons, commas.")] = False,
    real_names: Annotated[bool, typer.Option("--real-names", help="With the real name of the partnership.")] = False,
    defaults: Annotated[bool, typer.Option("--defaults", help="Parameters as in the registry, not drawn from the posterior.")] = False,
) -> None:
    """Explain why a partnership ended or lasted: what happened, its turning points, and counterfactual runs without one event."""
    from samvirke.terminal.explain import Wanted, explain_and_say

    wanted = Wanted(
        place, partnership, seed, arm, ensemble, replicates, measure, language, picture, out, force, danish_csv, real_names, defaults
    )
    explain_and_say(wanted)
