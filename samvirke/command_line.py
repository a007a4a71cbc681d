"""The command line. Each command imports what it needs only when it is called, so that help is there at once."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.refusals import spoken

app = typer.Typer(
    name="samvirke",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

DEFAULT = "partnerskabspuljen"
Scenario = Annotated[str, typer.Argument(help="Name of a built-in scenario, or path of a file.", metavar="SCENARIO")]
Settings = Annotated[
    list[str] | None, typer.Option("--set", help="Another value for a parameter or lever; repeatable.", metavar="NAME=VALUE")
]
Only = Annotated[list[str] | None, typer.Option(help="Only this partnership; repeatable.", metavar="CASE")]
Draws = Annotated[int, typer.Option(min=1, max=100_000, help="How many sets of parameters are drawn, with one life each.")]
FirstSeed = Annotated[int, typer.Option(min=0, max=4_000_000_000, help="Seed of the draws, and of the first life.")]
Page = Annotated[Path | None, typer.Option(help="Also write it all as a page in Markdown.", metavar="FILE.md", show_default=False)]
Months = Annotated[int | None, typer.Option(help="Another length in months.", show_default=False)]


@app.callback()
def samvirke() -> None:
    """Local partnerships, month by month: who comes to trust whom, whom they reach, and what is left when the grant ends.

    Begin with: samvirke run one-partnership
    """


@app.command()
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
) -> None:
    """Live a scenario, say in plain words what came of it, and leave the tables."""
    from samvirke.run_command import Wanted, run_and_say

    wanted = Wanted(scenario, seed, replicates, months, settings or [], arm or [], only or [], keep, out, force, defaults)
    run_and_say(wanted)


@app.command()
@spoken
def scenarios(
    questions: Annotated[bool, typer.Option("--questions", help="Also what each one asks, and which arms answer it.")] = False,
    answers: Annotated[bool, typer.Option("--answers", help="Live every question, and say what is claimed beside what comes out.")] = False,
    replicates: Annotated[
        int | None, typer.Option(min=1, help="With --answers: pairs of lives of each arm (400 to 2000, by size).", show_default=False)
    ] = None,
    seed: FirstSeed = 1,
    page: Annotated[
        Path | None, typer.Option(help="With --answers: also a page in Markdown.", metavar="FILE.md", show_default=False)
    ] = None,
    language: Annotated[str, typer.Option(help="Language: en or da.")] = "en",
) -> None:
    """List the built-in scenarios, the questions they ask, or the answers."""
    if answers:
        from samvirke.answers_command import answer_and_say

        answer_and_say(replicates, seed, page, language)
    else:
        from samvirke.scenario_commands import list_scenarios

        list_scenarios(questions, language)


@app.command()
@spoken
def show(
    scenario: Scenario = DEFAULT,
    months: Months = None,
    settings: Settings = None,
    only: Only = None,
    real_names: Annotated[bool, typer.Option("--real-names", help="With the real names of partnerships.")] = False,
) -> None:
    """Print a scenario with everything that follows from its file."""
    from samvirke.scenario_commands import show_scenario

    show_scenario(scenario, months, settings or [], only or [], real_names)


@app.command()
@spoken
def check(scenario: Scenario = DEFAULT) -> None:
    """Say what is wrong in a scenario file, and on which line."""
    from samvirke.scenario_commands import check_scenario

    check_scenario(scenario)


@app.command()
@spoken
def new(
    name: Annotated[str, typer.Argument(help="Name or path of the new file.")],
    template: Annotated[
        str | None, typer.Option("--from", help="Copy this scenario (one-partnership, where nobody is asked).", show_default=False)
    ] = None,
    partners: Annotated[
        str | None,
        typer.Option(help="Organisations by sector; the first leads.", metavar="municipality=1,civil_society=2", show_default=False),
    ] = None,
    grant: Annotated[float | None, typer.Option(help="The grant, in kroner in all.", show_default=False)] = None,
    months: Annotated[int | None, typer.Option(help="Months of the grant.", show_default=False)] = None,
    staff_hours: Annotated[
        float | None, typer.Option(help="Hours a month of the partners' own staff, besides what the grant pays.", show_default=False)
    ] = None,
    volunteers: Annotated[int | None, typer.Option(help="People who might be asked to volunteer.", show_default=False)] = None,
    answers: Annotated[
        str | None,
        typer.Option(help="Your own answers to the seven C's, 1 to 5.", metavar="trust_between_partners=4,…", show_default=False),
    ] = None,
    month_of_answers: Annotated[int | None, typer.Option(help="Month of the grant in which you answer (12).", show_default=False)] = None,
    language: Annotated[str, typer.Option(help="Language of the questions asked: en or da.")] = "en",
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
) -> None:
    """Make a scenario file of your own: say what your partnership is (you are asked), or copy another with --from."""
    from samvirke.new_command import Wanted, make_and_say

    wanted = Wanted(
        name, template, force, partners, grant, months, staff_hours, volunteers, answers, month_of_answers, language,
    )  # fmt: skip
    make_and_say(wanted)


@app.command()
@spoken
def evidence(
    parameter: Annotated[
        str,
        typer.Argument(help="Parameter, lever, question of the questionnaire, or mechanism by its code (T1, E5 …).", metavar="PARAMETER"),
    ] = "",
) -> None:
    """Say where a number comes from; without a name, list them all."""
    from samvirke.evidence_command import list_all, tell

    tell(parameter) if parameter else list_all()


@app.command()
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


@app.command()
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


@app.command()
@spoken
def calibrate(
    scenario: Scenario = DEFAULT,
    quick: Annotated[bool, typer.Option("--quick", help="A rough posterior in a few minutes instead of a full one.")] = False,
    seed: FirstSeed = 1,
    particles: Annotated[int | None, typer.Option(min=20, max=100_000, help="Another number of draws.", show_default=False)] = None,
    lives: Annotated[int | None, typer.Option(min=1, max=1000, help="Another number of lives per draw.", show_default=False)] = None,
    work: Annotated[Path | None, typer.Option(help="Folder for what is done so far (runs/calibrate-SCENARIO).")] = None,
    out: Annotated[Path | None, typer.Option(help="File for the posterior (where the scenario looks for it).", show_default=False)] = None,
    compare_variants: Annotated[
        bool, typer.Option("--compare-variants", help="Calibrate each structural alternative in short instead, and compare them.")
    ] = False,
    leave_out: Annotated[
        bool,
        typer.Option("--leave-out", help="Then also without each block of questions, from another seed, and with all alike: for validate."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the posterior that is there.")] = False,
) -> None:
    """Fit the parameters to the reported answers (about half an hour; --quick five minutes); goes on where it was interrupted."""
    from samvirke.calibrate_command import Wanted, calibrate_and_say

    calibrate_and_say(Wanted(scenario, quick, seed, particles, lives, work, out, compare_variants, leave_out, force))


@app.command()
@spoken
def literature(draws: Draws = 100, seed: FirstSeed = 1, out: Page = None) -> None:
    """Say how the model stands to figures of the literature that nothing is fitted to."""
    from samvirke.literature_command import compare_with_literature

    compare_with_literature(draws, seed, out)


@app.command()
@spoken
def validate(
    scenario: Scenario = DEFAULT,
    draws: Annotated[int, typer.Option(min=2, max=100_000, help="How many of the posterior's draws.")] = 500,
    lives: Annotated[int, typer.Option(min=1, max=1000, help="How many lives of each: more make left-out answers surer.")] = 12,
    seed: FirstSeed = 1,
    out: Annotated[Path, typer.Option(help="Folder for the page and the table.", metavar="FOLDER")] = Path("validation"),
    language: Annotated[str, typer.Option(help="Language of the page: en or da.")] = "en",
) -> None:
    """Hold the calibrated model against the reported answers: what fits, what it foresaw, what the data cannot tell."""
    from samvirke.validate_command import Wanted, validate_and_say

    validate_and_say(Wanted(scenario, draws, lives, seed, out, language))


@app.command()
@spoken
def ablation(
    scenario: Scenario = DEFAULT,
    draws: Annotated[int, typer.Option(min=2, max=100_000, help="How many sets of parameters are drawn, with one life each.")] = 120,
    seed: FirstSeed = 1,
    out: Page = None,
) -> None:
    """Switch each mechanism off in turn, and say what changes."""
    from samvirke.ablation_command import switch_each_off

    switch_each_off(scenario, draws, seed, out)


@app.command()
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


@app.command()
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
