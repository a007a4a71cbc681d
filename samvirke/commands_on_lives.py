"""Commands that live a scenario, and that tell of what was lived. Each imports what it needs only when it is called."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.options import DEFAULT, Months, Only, Scenario, Settings
from samvirke.refusals import spoken

commands = typer.Typer()


@commands.command()
@spoken
def run(
    scenario: Scenario = DEFAULT,
    seed: Annotated[int, typer.Option(help="Seed of the first life; the same seed is the same life.")] = 1,
    replicates: Annotated[int, typer.Option(help="How many lives, with the seeds that follow.")] = 1,
    months: Months = None,
    settings: Settings = None,
    arm: Annotated[list[str] | None, typer.Option(help="Arm to live instead of baseline; repeatable.")] = None,
    only: Only = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(help="Tables to keep: monthly,events (kept of few lives unasked), ties,people (large).", metavar="TABLES"),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the tables (runs/SCENARIO-1, -2 … if none is named).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the run that is in the folder.")] = False,
    defaults: Annotated[bool, typer.Option("--defaults", help="Parameters as in the registry, not drawn from the posterior.")] = False,
    language: Annotated[str, typer.Option(help="Language: en or da.")] = "en",
) -> None:
    """Live a scenario, say in plain words what came of it, and leave the tables."""
    from samvirke.run_command import Wanted, run_and_say

    wanted = Wanted(scenario, seed, replicates, months, settings or [], arm or [], only or [], keep, out, force, defaults, language)
    run_and_say(wanted)


@commands.command()
@spoken
def compare(
    scenario: Scenario = DEFAULT,
    arm: Annotated[list[str] | None, typer.Option(help="Arm to compare (all if none is named); repeatable.")] = None,
    question: Annotated[
        str | None, typer.Option(help="Live the arms that answer this question (scenarios --questions lists them).", metavar="QUESTION")
    ] = None,
    baseline: Annotated[
        str | None, typer.Option(help="Arm that the others are compared with (baseline if none is named).", metavar="ARM")
    ] = None,
    measure: Annotated[
        str | None, typer.Option(help="What is ranked and drawn, and what --until refers to (continues).", metavar="MEASURE")
    ] = None,
    replicates: Annotated[int | None, typer.Option(help="Pairs of lives (400; with --until 80 to begin with).", show_default=False)] = None,
    seed: Annotated[int, typer.Option(help="Seed of the first life; the same in every arm.")] = 1,
    until: Annotated[
        float | None, typer.Option(help="Add runs until the Monte Carlo error is at most this.", metavar="ERROR", show_default=False)
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for table and picture (runs/SCENARIO-compare-1, -2 … if none is named).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the run that is in the folder.")] = False,
    language: Annotated[str, typer.Option(help="Language of sentences and picture: en or da.")] = "en",
    danish_csv: Annotated[bool, typer.Option("--danish-csv", help="Semicolons between numbers, and decimal commas.")] = False,
) -> None:
    """What if? Live the arms of a scenario with the same seeds and parameters, and say what each changes, how surely, at what price."""
    from samvirke.compare_command import Wanted, compare_and_say

    wanted = Wanted(scenario, arm or [], baseline, measure, question, replicates, seed, until, out, force, language, danish_csv)
    compare_and_say(wanted)


@commands.command()
@spoken
def explain(
    place: Annotated[str, typer.Argument(help="Folder of a run, or a scenario with --seed.", metavar="RUN")] = DEFAULT,
    partnership: Annotated[str, typer.Argument(help="Which partnership; not needed if there is one.", metavar="PARTNERSHIP")] = "",
    seed: Annotated[int | None, typer.Option(help="Which life (the run's first, or 1).", show_default=False)] = None,
    arm: Annotated[str, typer.Option(help="Which arm (the run's first, or baseline).", metavar="ARM")] = "",
    ensemble: Annotated[bool, typer.Option("--ensemble", help="Over many lives instead: which events turn endings.")] = False,
    replicates: Annotated[
        int | None, typer.Option(help="How many lives answer a question (300); with --ensemble how many runs (40).", show_default=False)
    ] = None,
    measure: Annotated[str, typer.Option(help="What lasting means: continues, something_left, continues_a_year_later.")] = "continues",
    language: Annotated[str, typer.Option(help="Language: en or da.")] = "en",
    picture: Annotated[Path | None, typer.Option(help="Also the network before and after as a picture, .png or .svg.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for tables and pictures (runs/NAME-explain-1, -2 … if none is named).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is in the folder, and the picture.")] = False,
    danish_csv: Annotated[bool, typer.Option("--danish-csv", help="Tables as Danish spreadsheets read them: semicolons, commas.")] = False,
    real_names: Annotated[bool, typer.Option("--real-names", help="With the real name of the partnership.")] = False,
    defaults: Annotated[bool, typer.Option("--defaults", help="Parameters as in the registry, not drawn from the posterior.")] = False,
) -> None:
    """Say why a partnership ended or lasted: what happened, where it turned, and what would have been but for one thing."""
    from samvirke.explain_command import Wanted, explain_and_say

    wanted = Wanted(
        place, partnership, seed, arm, ensemble, replicates, measure, language, picture, out, force, danish_csv, real_names, defaults
    )
    explain_and_say(wanted)


@commands.command()
@spoken
def report(
    folder: Annotated[Path, typer.Argument(help="Folder that run or compare has made.", metavar="FOLDER")],
    language: Annotated[str, typer.Option(help="Language of the page: en or da.")] = "en",
    out: Annotated[
        Path | None, typer.Option(help="File (the folder's name with .html if none is named).", metavar="FILE.html", show_default=False)
    ] = None,
    real_names: Annotated[bool, typer.Option("--real-names", help="With the real names of partnerships.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
) -> None:
    """Make one page of a run or a comparison: question, answer, pictures, causes, evidence, limits. It stands alone, and prints."""
    from samvirke.report_command import Wanted, report_and_say

    report_and_say(Wanted(folder, language, out, real_names, force))


@commands.command()
@spoken
def network(
    run: Annotated[Path, typer.Argument(help="Folder of a run that kept ties and people.", metavar="RUN")],
    partnership: Annotated[str, typer.Argument(help="Which partnership; not needed if there is one.", metavar="PARTNERSHIP")] = "",
    months: Annotated[str, typer.Option(help="Up to three months (3, middle, the grant's last if none is named).", metavar="3,18,36")] = "",
    seed: Annotated[int | None, typer.Option(help="Which life (the first if none is named).", show_default=False)] = None,
    arm: Annotated[str, typer.Option(help="Which arm (the first if none is named).", metavar="ARM")] = "",
    language: Annotated[str, typer.Option(help="Language of the picture: en or da.")] = "en",
    out: Annotated[Path | None, typer.Option(help="File, .png or .svg (PARTNERSHIP-network.png if none is named).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
) -> None:
    """Draw who trusts whom in a partnership, at up to three dates."""
    from samvirke.network_command import Wanted, draw_network

    draw_network(Wanted(run, partnership, months, seed, arm, language, out, force))


@commands.command()
@spoken
def dashboard(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to serve the page on.")] = 8765,
    host: Annotated[
        str, typer.Option(help="Address to serve on. The default is seen from this machine only; 0.0.0.0 lets everybody on the network in.")
    ] = "127.0.0.1",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
) -> None:
    """Open the dashboard: partnerships that live on the screen, and answer when a lever moves."""
    from samvirke.dashboard_command import serve

    serve(port, host, browser=not no_browser)
