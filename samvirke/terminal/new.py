"""The command `new`: a scenario file of one's own, copied from another or made of answers."""

import re
import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import typer

from samvirke.model.errors import Problem, ScenarioError, refused, shown
from samvirke.model.scenario import TEMPLATE, copy_template
from samvirke.model.scenario.kroner import kroner
from samvirke.model.scenario.library import write_new
from samvirke.model.scenario.own_case import QUESTIONS, SECTORS, OwnCase, own_case_text, parse_counts, problems_of
from samvirke.terminal.language import language_named
from samvirke.terminal.new_words import LANGUAGES, Words


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
        """Whether anything is said of a case of one's own."""
        said = (self.partners, self.grant, self.months, self.staff_hours, self.volunteers, self.answers, self.month_of_answers)
        return any(each is not None for each in said)


def make_and_say(wanted: Wanted) -> None:
    """A copy if a template is named, or if nothing was said and nobody is there to ask; else a file of one's own case."""
    if wanted.template is not None and wanted.says_something:
        raise refused(f"--from {wanted.template}", "copies a scenario as it is: leave out what you say of your own, or --from")
    words = LANGUAGES[language_named(wanted.language, LANGUAGES, "the questions")]
    asked = wanted.template is None and not wanted.says_something and somebody_to_ask()
    if not (asked or wanted.says_something):
        path = copy_template(wanted.template or TEMPLATE, wanted.name, force=wanted.force)
    else:
        case = _asked(words) if asked else _said(wanted)
        path = write_new(wanted.name, lambda name: own_case_text(name, case, date.today(), wanted.language), force=wanted.force)  # noqa: DTZ011
    typer.echo(words.made.format(path=shlex.quote(str(path))))


def somebody_to_ask() -> bool:
    """Whether a person sits at the other end."""
    return sys.stdin.isatty()


def _said(wanted: Wanted) -> OwnCase:
    """The case as the options say it; what they leave out is as the questions would offer it."""
    said = {
        "partners": None if wanted.partners is None else _partners(wanted.partners),
        "grant_dkk": None if wanted.grant is None else _grant(wanted.grant),
        "months": wanted.months,
        "staff_hours": wanted.staff_hours,
        "volunteers": wanted.volunteers,
        "answers": None if wanted.answers is None else parse_counts("--answers", wanted.answers, QUESTIONS),
        "month_of_answers": wanted.month_of_answers,
    }
    case = replace(OFFERED, **{name: value for name, value in said.items() if value is not None})  # type: ignore[arg-type]
    return case if wanted.month_of_answers is not None else within_the_grant(case)


def _asked(words: Words) -> OwnCase:
    """The case as somebody at a terminal tells it."""
    typer.echo(f"{words.begin}\n")
    case = OFFERED
    for name, understood in ASKED.items():
        case = _told(case, name, getattr(words, name), understood, words)
    typer.echo(f"\n{words.answers}")
    for question in QUESTIONS:
        case = _told(case, "answers", f"  {words.questions[question]} (1-5)", partial(_answered, case.answers, question), words)
    return _told(within_the_grant(case), "month_of_answers", words.month_of_answers, int, words) if case.answers else case


def within_the_grant(case: OwnCase) -> OwnCase:
    """The case with its answers given before the grant ends."""
    return replace(case, month_of_answers=min(case.month_of_answers, case.months))


def _told(case: OwnCase, name: str, question: str, understood: Callable[[str], Any], words: Words) -> OwnCase:
    """The case with one thing more told; asked again until it can be."""
    offered = _shown(getattr(case, name))
    while True:
        text = typer.prompt(question, default=offered, show_default=bool(offered))
        try:
            told = replace(case, **{name: understood(text)})
            if problems := problems_of(told):
                raise ScenarioError(problems)
        except ScenarioError as error:
            typer.echo("\n".join(f"  {_why_not(problem, words)}" for problem in error.problems), err=True)
        except ValueError:
            typer.echo(f"  {shown(text)}?", err=True)
        else:
            return told


def _why_not(problem: Problem, words: Words) -> str:
    """What is wrong with an answer, for somebody who typed no option."""
    _, _, typed = problem.where.partition(" ")
    sentence = f"{typed}: {problem.what}" if typed and "=" in typed else problem.what
    for pattern, said in words.not_understood:
        sentence = re.sub(pattern, said, sentence)
    return sentence


def _shown(value: Any) -> str:
    """What is offered, as it would be typed; nothing where answers are asked for."""
    if isinstance(value, dict):
        return PARTNERS if value == OFFERED.partners else ""
    return f"{value:g}" if isinstance(value, float) and value < LARGE else f"{value:.0f}"


def _partners(text: str) -> dict[str, int]:
    return parse_counts("--partners", text, SECTORS)


def _grant(text: str) -> float:
    try:
        return kroner(text)
    except ValueError:
        raise refused(f"--grant {text}", "must be an amount in kroner, like 900000 or 900.000") from None


def _answered(before: Mapping[str, int], question: str, text: str) -> Mapping[str, int]:
    """The answers with one more; an empty one leaves the question out."""
    return {**before, question: int(text)} if text.strip() else before


PARTNERS = "municipality=1,civil_society=2"
LARGE = 10_000.0
OFFERED = OwnCase(_partners(PARTNERS), 1_000_000.0, 36, 40.0, 40)
ASKED: dict[str, Callable[[str], Any]] = {
    "partners": _partners, "grant_dkk": kroner, "months": int, "staff_hours": float, "volunteers": int,
}  # fmt: skip
"""What is asked before the seven C's, and how it is understood."""
