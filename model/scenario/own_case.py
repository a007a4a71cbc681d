"""A case of one's own as a scenario file: what is known of it, put into a file with a remark at every line."""

import json
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from samvirke.model.errors import Problem, ScenarioError, between, nearest_valid, shown
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario.library import SUFFIX
from samvirke.model.scenario.own_answers import QuestionOfTheSevenCs
from samvirke.model.scenario.own_case_danish import in_danish
from samvirke.model.scenario.own_case_template import ANSWERS, ARM_OF_ANCHORING, EVIDENCE_OF_ANSWERS, GIVEN, NO_ANSWERS, TEMPLATE
from samvirke.model.scenario.resolved import Sector
from samvirke.model.scenario.table import HIGHEST_MONTH

SECTORS: tuple[str, ...] = get_args(Sector)
QUESTIONS: tuple[str, ...] = get_args(QuestionOfTheSevenCs)
MONTHS_AFTER_THE_GRANT = 36
MONTHS_OF_A_YEAR = 12
STAFF_HOURS = REGISTRY["own_hours_per_partner"]


@dataclass(frozen=True)
class OwnCase:
    """What one says of a partnership.

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


def parse_counts(option: str, text: str, names: Sequence[str]) -> dict[str, int]:
    """`"municipality=1,civil_society=2"` as whole numbers by name, in that order. Raises ScenarioError with every problem."""
    found: dict[str, int] = {}
    problems = []
    for part in (each.strip() for each in text.split(",") if each.strip()):
        name, equals, number = (piece.strip() for piece in part.partition("="))
        if not equals or not number.isascii() or not number.isdigit():
            problems.append(Problem(f"{option} {part}", "must be written name=number"))
        elif name not in names:
            problems.append(Problem(f"{option} {part}", f"{shown(name)} is not known; {nearest_valid(name, names)}"))
        else:
            found[name] = int(number)
    if problems:
        raise ScenarioError(problems)
    return found


def problems_of(case: OwnCase) -> list[Problem]:
    """What cannot be in a case of one's own."""
    longest = HIGHEST_MONTH - MONTHS_AFTER_THE_GRANT
    bounds = {
        "--grant": (case.grant_dkk, 0.0, 1e9, "kroner in all"),
        "--months": (case.months, 1, longest, "months of the grant"),
        "--staff-hours": (_per_partner(case), STAFF_HOURS.low, STAFF_HOURS.high, "hours a month per partner"),
        "--volunteers": (case.volunteers, 0, 2000, "people who might be asked"),
        "--month-of-answers": (case.month_of_answers, 1, case.months + MONTHS_AFTER_THE_GRANT, "month of the grant"),
        **{f"--answers {name}": (step, 1, 5, "1 is the lowest answer, 5 the highest") for name, step in case.answers.items()},
    }
    problems = [
        Problem(option, f"{value:.15g} {between(low, high, meaning)}")
        for option, (value, low, high, meaning) in bounds.items()
        if not low <= value <= high
    ]
    if sum(case.partners.values()) < 2:
        problems.append(Problem("--partners", f"must add up to at least 2 organisations, here {sum(case.partners.values())}"))
    return problems


def own_case_text(name: str, case: OwnCase, today: date, language: str = "en") -> str:
    """The file, with its remarks in a language (en or da). Raises ScenarioError where the case cannot be."""
    if problems := problems_of(case):
        raise ScenarioError(problems)
    partners = {sector: count for sector, count in case.partners.items() if count}
    said = in_danish if language == "da" else str
    return said(TEMPLATE).format(
        name=name,
        file=shlex.quote(f"{name}{SUFFIX}"),
        title=json.dumps(name, ensure_ascii=False),  # text in quotes is the same in TOML
        given=said(GIVEN),
        case_id="my-partnership",
        start=_start(case, today),
        months=min(HIGHEST_MONTH, case.months + MONTHS_AFTER_THE_GRANT),
        grant_months=case.months,
        grant_dkk=f"{case.grant_dkk:.0f}",
        lead=next(iter(partners)),
        members="\n".join(f"{sector} = {count}" for sector, count in partners.items()),
        said_of_members=", ".join(f"{count} {sector}" for sector, count in partners.items()),
        volunteers=case.volunteers,
        volunteer_based=str(case.volunteers > 0).lower(),
        hours_per_partner=f"{_per_partner(case):.4g}",
        staff_hours=f"{case.staff_hours:.4g}",
        survey=", ".join(map(str, _survey_months(case))),
        arm_of_anchoring=ARM_OF_ANCHORING if case.months > MONTHS_OF_A_YEAR else "",
        departure=max(1, case.months // 2),
        answers=_answers(case, said),
        evidence_of_answers=_evidence_of_answers(case, said),
    )


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


def _answers(case: OwnCase, said: Callable[[str], str]) -> str:
    if not case.answers:
        return said(NO_ANSWERS)
    given = "\n".join(f"{name} = {step}" for name, step in case.answers.items())
    return said(ANSWERS).format(month=case.month_of_answers, answers=given)


def _evidence_of_answers(case: OwnCase, said: Callable[[str], str]) -> str:
    if not case.answers:
        return ""
    return said(EVIDENCE_OF_ANSWERS).format(
        given_answers=len(case.answers), all_answers=len(QUESTIONS), month=case.month_of_answers, given=said(GIVEN)
    )
