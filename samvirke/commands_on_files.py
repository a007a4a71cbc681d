"""Commands on scenario files, and on where their numbers come from. Each imports what it needs only when it is called."""

from pathlib import Path
from typing import Annotated

import typer

from samvirke.options import DEFAULT, FirstSeed, Months, Only, Scenario, Settings
from samvirke.refusals import spoken

commands = typer.Typer()
SECTORS = "municipality, civil_society, interest_org, company, research_education, housing, region_state_health"
QUESTIONS = (
    "shared_understanding_of_goals, shared_value_base, joint_decisions, partners_gained_value, all_partners_invested, "
    "trust_between_partners, good_communication, knowledge_for_continuation, all_partners_engaged_with_ownership"
)
"""Written here too, so that help needs nothing of the model; a test holds them to it."""


@commands.command()
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


@commands.command()
@spoken
def show(
    scenario: Scenario = DEFAULT,
    months: Months = None,
    settings: Settings = None,
    only: Only = None,
    real_names: Annotated[bool, typer.Option("--real-names", help="With the real names of partnerships.")] = False,
    language: Annotated[str, typer.Option(help="Language of the remarks: en or da.")] = "en",
) -> None:
    """Print a scenario with everything that follows from its file."""
    from samvirke.scenario_commands import show_scenario

    show_scenario(scenario, months, settings or [], only or [], real_names, language)


@commands.command()
@spoken
def check(
    scenario: Scenario = DEFAULT, language: Annotated[str, typer.Option(help="Language: en or da (problems are said in English).")] = "en"
) -> None:
    """Say what is wrong in a scenario file, and on which line."""
    from samvirke.scenario_commands import check_scenario

    check_scenario(scenario, language)


@commands.command()
@spoken
def new(
    name: Annotated[str, typer.Argument(help="Name or path of the new file.")],
    template: Annotated[
        str | None, typer.Option("--from", help="Copy this scenario (one-partnership, where nobody is asked).", show_default=False)
    ] = None,
    partners: Annotated[
        str | None,
        typer.Option(help=f"Organisations by sector ({SECTORS}); the first leads.", metavar="municipality=1,…", show_default=False),
    ] = None,
    grant: Annotated[str | None, typer.Option(help="The grant, in kroner in all.", metavar="KRONER", show_default=False)] = None,
    months: Annotated[int | None, typer.Option(help="Months of the grant.", show_default=False)] = None,
    staff_hours: Annotated[
        float | None, typer.Option(help="Hours a month of the partners' own staff, besides what the grant pays.", show_default=False)
    ] = None,
    volunteers: Annotated[int | None, typer.Option(help="People who might be asked to volunteer.", show_default=False)] = None,
    answers: Annotated[
        str | None,
        typer.Option(help=f"Your own answers to the seven C's, 1 to 5 ({QUESTIONS}).", metavar="QUESTION=4,…", show_default=False),
    ] = None,
    month_of_answers: Annotated[int | None, typer.Option(help="Month of the grant in which you answer (12).", show_default=False)] = None,
    language: Annotated[str, typer.Option(help="Language of the questions asked, and of the remarks in the file: en or da.")] = "en",
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
) -> None:
    """Make a scenario file of your own: say what your partnership is (you are asked), or copy another with --from."""
    from samvirke.new_command import Wanted, make_and_say

    wanted = Wanted(
        name, template, force, partners, grant, months, staff_hours, volunteers, answers, month_of_answers, language,
    )  # fmt: skip
    make_and_say(wanted)


@commands.command()
@spoken
def evidence(
    parameter: Annotated[
        str,
        typer.Argument(
            help="Parameter, lever, structural choice, question of the questionnaire, or mechanism (T1, E5 …).",
            metavar="PARAMETER",
        ),
    ] = "",
) -> None:
    """Say where a number comes from; without a name, list them all."""
    from samvirke.evidence_command import list_all, tell

    tell(parameter) if parameter else list_all()
