"""A case of one's own as a scenario file: what is known of it, put into a file with a remark at every line."""

import json
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from samvirke.model.errors import Problem, ScenarioError, nearest, shown
from samvirke.model.language import language_of
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario.library import SUFFIX
from samvirke.model.scenario.question import QuestionOfTheSevenCs
from samvirke.model.scenario.resolved import MONTHS_OF_A_YEAR, Sector
from samvirke.model.scenario.table import HIGHEST_MONTH

SECTORS: tuple[str, ...] = get_args(Sector)
QUESTIONS: tuple[str, ...] = get_args(QuestionOfTheSevenCs)
TEMPLATE = "own_case.jinja"
WIDTH = 130  # letters of a line of remarks
MONTHS_AFTER_THE_GRANT = 36
STAFF_HOURS = REGISTRY["own_hours_per_partner"]


@dataclass(frozen=True)
class OwnCase:
    """What a user enters of a partnership.

    `partners`: organisations by sector, the leading sector first. `staff_hours`: hours a month that the partners' own staff put
    in together, besides what the grant pays. `volunteers`: people who might be asked. `answers`: question of the seven C's and
    step (1-5), given in `month_of_answers`.
    """

    partners: Mapping[str, int]
    grant_dkk: float
    months: int
    staff_hours: float
    volunteers: int
    answers: Mapping[str, int] = field(default_factory=dict)
    month_of_answers: int = MONTHS_OF_A_YEAR


def parse_counts(option: str, text: str, names: Sequence[str], language: str = "en") -> dict[str, int]:
    """`"municipality=1,civil_society=2"` as whole numbers by name, in that order. Raises ScenarioError with every problem."""
    _ = language_of(language).gettext
    found: dict[str, int] = {}
    problems = []
    for part in (each.strip() for each in text.split(",") if each.strip()):
        name, equals, number = (piece.strip() for piece in part.partition("="))
        where = f"{option} {part}".strip()
        if not equals or not number.isascii() or not number.isdigit():
            problems.append(Problem(where, _("must be written name=number, like {name}=1", name=names[0])))
        elif name not in names:
            problems.append(Problem(where, _unknown(name, names, language)))
        else:
            found[name] = int(number)
    if problems:
        raise ScenarioError(problems)
    return found


def _unknown(name: str, names: Sequence[str], language: str) -> str:
    _, near = language_of(language).gettext, nearest(name, names)
    if near is not None:
        return _('{name} is not known; the nearest is "{nearest}"', name=shown(name), nearest=near)
    choices = ", ".join(f'"{each}"' for each in names)
    return _("{name} is not known; choices are {names}", name=shown(name), names=choices)


def problems_of(case: OwnCase, language: str = "en") -> list[Problem]:
    """What cannot be in a case of one's own, in a language."""
    words = language_of(language)
    _, longest = words.gettext, HIGHEST_MONTH - MONTHS_AFTER_THE_GRANT
    bounds = {
        "--grant": (case.grant_dkk, 0.0, 1e9, _("kroner in all")),
        "--months": (case.months, 1, longest, _("months of the grant")),
        "--staff-hours": (_per_partner(case), STAFF_HOURS.low, STAFF_HOURS.high, _("hours a month per partner")),
        "--volunteers": (case.volunteers, 0, 2000, _("people who might be asked")),
        "--month-of-answers": (case.month_of_answers, 1, case.months + MONTHS_AFTER_THE_GRANT, _("month of the grant")),
        **{f"--answers {name}": (step, 1, 5, _("1 is the lowest answer, 5 the highest")) for name, step in case.answers.items()},
    }
    problems = []
    for option, (value, low, high, meaning) in bounds.items():
        if not low <= value <= high:
            numbers = {name: words.number(each, None) for name, each in (("value", value), ("low", low), ("high", high))}
            problems.append(Problem(option, _("{value} must lie between {low} and {high}: {meaning}", meaning=meaning, **numbers)))
    if sum(case.partners.values()) < 2:
        number = sum(case.partners.values())
        problems.append(Problem("--partners", _("must add up to at least 2 organisations, here {number}", number=number)))
    return problems


def own_case_text(name: str, case: OwnCase, today: date, language: str = "en") -> str:
    """The file, with its remarks in a language. Raises ScenarioError where the case cannot be."""
    if problems := problems_of(case):
        raise ScenarioError(problems)
    return (
        _environment(language)
        .get_template(TEMPLATE)
        .render(
            case=case,
            name=name,
            file=shlex.quote(f"{name}{SUFFIX}"),
            title=json.dumps(name, ensure_ascii=False),  # text in quotes is the same in TOML
            start=_start(case, today),
            months=min(HIGHEST_MONTH, case.months + MONTHS_AFTER_THE_GRANT),
            grant_dkk=f"{case.grant_dkk:.0f}",
            partners={sector: count for sector, count in case.partners.items() if count},
            hours_per_partner=f"{_per_partner(case):.4g}",
            staff_hours=f"{case.staff_hours:.4g}",
            survey=_survey_months(case),
            departure=max(1, case.months // 2),
            number_of_questions=len(QUESTIONS),
        )
    )


def _environment(language: str) -> Environment:
    """What renders the template: plain text, which is not escaped."""
    found = Environment(
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip
    found.globals["_"] = language_of(language).gettext
    found.filters["remark"] = _remark
    return found


def _remark(text: str) -> str:
    """A remark in lines of its own."""
    return "\n".join(wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False))


def _per_partner(case: OwnCase) -> float:
    return case.staff_hours / max(1, sum(case.partners.values()))


def _start(case: OwnCase, today: date) -> str:
    """The calendar month of month 1: this month is that of the answers, or the first."""
    back = case.month_of_answers - 1 if case.answers else 0
    years, month = divmod(today.year * MONTHS_OF_A_YEAR + today.month - 1 - back, MONTHS_OF_A_YEAR)
    return f"{years}-{month + 1:02d}"


def _survey_months(case: OwnCase) -> list[int]:
    """The end of every year of the grant, else its end; and the month of the answers."""
    years = list(range(MONTHS_OF_A_YEAR, case.months + 1, MONTHS_OF_A_YEAR)) or [case.months]
    return sorted({*years, *([case.month_of_answers] if case.answers else [])})
