"""The command `new`: a scenario file of one's own, copied from another or made of answers."""

import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import typer

from samvirke.model.errors import Problem, ScenarioError, refused, shown
from samvirke.model.language import N_, SOURCE, Language, language_of
from samvirke.model.scenario import TEMPLATE, copy_template
from samvirke.model.scenario.kroner import kroner
from samvirke.model.scenario.library import write_new
from samvirke.model.scenario.own_case import QUESTIONS, SECTORS, OwnCase, own_case_text, parse_counts, problems_of

PARTNERS = "municipality=1,civil_society=2"
LARGE = 10_000.0
OFFERED = OwnCase({"municipality": 1, "civil_society": 2}, 1_000_000.0, 36, 40.0, 40)
"""What is offered where nothing is entered; `partners` is PARTNERS as it is typed."""
ASKED = {
    "partners": N_(
        "Which partners, how many of each sector? The first leads. Sectors: municipality, civil_society (associations), interest_org, "
        "company, research_education, housing, region_state_health (regions, state, health service)"
    ),
    "grant_dkk": N_("How many kroner is the grant, in all?"),
    "months": N_("For how many months?"),
    "staff_hours": N_("How many hours a month do the partners' own staff put in together, besides what the grant pays?"),
    "volunteers": N_("How many people might be asked to volunteer (0: no volunteers)?"),
}
"""What is asked before the seven C's."""
STATEMENTS = {
    "shared_understanding_of_goals": N_("The partners share their understanding of the goal"),
    "shared_value_base": N_("The partners share their values"),
    "joint_decisions": N_("Decisions are made jointly"),
    "partners_gained_value": N_("The partners have gained value"),
    "all_partners_invested": N_("All partners have invested"),
    "trust_between_partners": N_("There is trust between the partners"),
    "good_communication": N_("Communication is good"),
    "knowledge_for_continuation": N_("There is knowledge to build on"),
    "all_partners_engaged_with_ownership": N_("All partners are engaged, with ownership"),
}
"""The questions of the seven C's as statements that one agrees with more or less."""


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke new`; None where nothing was."""

    name: str
    template: str | None
    force: bool
    partners: str | None
    grant: str | None
    months: int | None
    staff_hours: float | None
    volunteers: int | None
    answers: str | None
    month_of_answers: int | None
    language: str

    @property
    def says_something(self) -> bool:
        """Whether anything of a case of one's own is given."""
        given = (self.partners, self.grant, self.months, self.staff_hours, self.volunteers, self.answers, self.month_of_answers)
        return any(each is not None for each in given)


def make_and_say(wanted: Wanted) -> None:
    """A copy if a template is named, or if nothing was given and there is no terminal; else a file of one's own case."""
    if wanted.template is not None and wanted.says_something:
        raise refused(f"--from {wanted.template}", "copies a scenario as it is: leave out what you say of your own, or --from")
    language = language_of(wanted.language)
    asked = wanted.template is None and not wanted.says_something and somebody_to_ask()
    if not (asked or wanted.says_something):
        path = copy_template(wanted.template or TEMPLATE, wanted.name, force=wanted.force)
    else:
        case = _asked(language) if asked else _given(wanted)
        path = write_new(wanted.name, lambda name: own_case_text(name, case, date.today(), wanted.language), force=wanted.force)  # noqa: DTZ011
    if wanted.language != SOURCE and not (asked or wanted.says_something):
        typer.echo(language.gettext("The file is a copy: its remarks stay in the language they were written in."))
    made = language.gettext("{path} is yours to change. Then: samvirke check {path}, and: samvirke run {path}", path=shlex.quote(str(path)))
    typer.echo(made)


def somebody_to_ask() -> bool:
    """Whether a person sits at the other end."""
    return sys.stdin.isatty()


def _given(wanted: Wanted) -> OwnCase:
    """The case from the options; what they leave out is as the questions would offer it."""
    given = {
        "partners": None if wanted.partners is None else parse_counts("--partners", wanted.partners, SECTORS),
        "grant_dkk": None if wanted.grant is None else _grant(wanted.grant),
        "months": wanted.months,
        "staff_hours": wanted.staff_hours,
        "volunteers": wanted.volunteers,
        "answers": None if wanted.answers is None else parse_counts("--answers", wanted.answers, QUESTIONS),
        "month_of_answers": wanted.month_of_answers,
    }
    case = replace(OFFERED, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    return case if wanted.month_of_answers is not None else within_the_grant(case)


def _asked(language: Language) -> OwnCase:
    """The case from answers at a terminal."""
    _ = language.gettext
    typer.echo(
        _("A partnership of your own. Enter takes what stands in brackets; everything can be changed in the file afterwards.") + "\n"
    )
    partners = partial(parse_counts, "", names=SECTORS, language=language.code)
    parsers: dict[str, Callable[[str], Any]] = {
        "partners": partners, "grant_dkk": kroner, "months": int, "staff_hours": float, "volunteers": int,
    }  # fmt: skip
    case = OFFERED
    for name, question in ASKED.items():
        case = _told(case, name, _(question), parsers[name], language)
    typer.echo("\n" + _(
        "How do you answer the seven C's? 1 not at all, 2 to a low degree, 3 to some degree, 4 to a high degree, 5 to a very high "
        "degree; leave empty what you do not want to answer."
    ))  # fmt: skip
    for question in QUESTIONS:
        case = _told(case, "answers", f"  {_(STATEMENTS[question])} (1-5)", partial(_answered, case.answers, question), language)
    if not case.answers:
        return case
    return _told(within_the_grant(case), "month_of_answers", _("In which month of the grant do you answer?"), int, language)


def within_the_grant(case: OwnCase) -> OwnCase:
    """The case with its answers given before the grant ends."""
    return replace(case, month_of_answers=min(case.month_of_answers, case.months))


def _told(case: OwnCase, name: str, question: str, parse: Callable[[str], Any], language: Language) -> OwnCase:
    """The case with one thing more told; asked again until it can be."""
    offered = _shown(getattr(case, name))
    while True:
        text = typer.prompt(question, default=offered, show_default=bool(offered))
        try:
            told = replace(case, **{name: parse(text)})
            if problems := problems_of(told, language.code):
                raise ScenarioError(problems)
        except ScenarioError as error:
            typer.echo("\n".join(f"  {_why_not(problem)}" for problem in error.problems), err=True)
        except ValueError:
            typer.echo(f"  {shown(text)}?", err=True)
        else:
            return told


def _why_not(problem: Problem) -> str:
    """What is wrong with an answer; no option is named to somebody who typed none."""
    return problem.what if problem.where.startswith("--") else str(problem)


def _shown(value: Any) -> str:
    """What is offered, as it would be typed; nothing where answers are asked for."""
    if isinstance(value, dict):
        return PARTNERS if value == OFFERED.partners else ""
    return f"{value:g}" if isinstance(value, float) and value < LARGE else f"{value:.0f}"


def _grant(text: str) -> float:
    try:
        return kroner(text)
    except ValueError:
        raise refused(f"--grant {text}", "must be an amount in kroner, like 900000 or 900.000") from None


def _answered(before: Mapping[str, int], question: str, text: str) -> Mapping[str, int]:
    """The answers with one more; an empty one leaves the question out."""
    return {**before, question: int(text)} if text.strip() else before
