"""The command `new`, as it is typed."""

from typing import Annotated

import typer

from samvirke.commands.options import CODES
from samvirke.terminal.refusals import reports_errors

SECTORS = "municipality, civil_society, interest_org, company, research_education, housing, region_state_health"
QUESTIONS = (
    "shared_understanding_of_goals, shared_value_base, joint_decisions, partners_gained_value, all_partners_invested, "
    "trust_between_partners, good_communication, knowledge_for_continuation, all_partners_engaged_with_ownership"
)
"""Written here too, so that help needs nothing of the model; a test holds them to it."""


@reports_errors
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
    language: Annotated[str, typer.Option(help=f"Language of the questions asked, and of the remarks in the file: {CODES}.")] = "en",
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
) -> None:
    """Make a scenario file of your own: say what your partnership is (you are asked), or copy another with --from."""
    from samvirke.terminal.new import Wanted, make_and_say

    wanted = Wanted(
        name, template, force, partners, grant, months, staff_hours, volunteers, answers, month_of_answers, language,
    )  # fmt: skip
    make_and_say(wanted)
