"""What can be asked of a sweep: one number for every run and partnership, from the table `outcomes`.

Measures that `compare` has too bear its names and are on its scale (percent, or 0 to 100); others are the columns themselves.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.measures import MEASURES, PERCENT, POINTS
from samvirke.analysis.run.outcomes import OUTCOMES
from samvirke.model.agents.partnership import CONTINUING, LEAVING_SOMETHING
from samvirke.model.errors import BadInputError, nearest_valid, shown
from samvirke.model.language import Language, language_of

NUMBERS = ("double", "int64", "bool")
TWELVE_MONTHS = 12
SIGNS: dict[str, Callable[[Any, float], Any]] = {"<=": np.less_equal, ">=": np.greater_equal, "<": np.less, ">": np.greater}


class AnswerError(BadInputError):
    """What a sweep cannot be asked."""


@dataclass(frozen=True)
class Answer:
    """What is asked: from which columns, and the number of every row (NaN where it is not known).

    `better` is +1 where more is better, -1 where less is, 0 where neither. `label` says it, a message of the context `measure`; the
    `limit` is what it is held against, if anything.
    """

    name: str
    meaning: str
    unit: str
    better: int
    label: str
    columns: tuple[str, ...]
    of: Callable[[pd.DataFrame], Any]
    limit: str = ""

    def said(self, language: Language) -> str:
        """What it is called in a language."""
        return f"{language.pgettext('measure', self.label)}{self.limit}"

    @property
    def words(self) -> tuple[str, str]:
        """What it is called in Danish and English."""
        return self.said(language_of("da")), f"{self.label}{self.limit}"


def _event(name: str, columns: tuple[str, ...], of: Callable[[pd.DataFrame], Any], meaning: str = "", label: str = "",
           better: int = -1) -> Answer:  # fmt: skip
    """Something that happens or not: 100 or 0, so that its mean is a percentage; NaN where its first column says nothing."""
    like = MEASURES.get(name)

    def percent(rows: pd.DataFrame) -> Any:
        return np.where(rows[columns[0]].isna(), np.nan, 100.0 * np.asarray(of(rows), dtype=float))

    if like is not None:
        return Answer(name, like.meaning, PERCENT, like.better, like.label, columns, percent)
    return Answer(name, meaning, PERCENT, better, label, columns, percent)


EVENTS: dict[str, Answer] = {
    answer.name: answer
    for answer in (
        _event("continues", ("future",), lambda rows: rows["future"].isin(CONTINUING)),
        _event("something_left", ("future",), lambda rows: rows["future"].isin(LEAVING_SOMETHING)),
        _event("continues_a_year_later", ("future_12_months",), lambda rows: rows["future_12_months"].isin(CONTINUING)),
        _event("activity_alive_36_months", ("activities_alive_36_months",), lambda rows: rows["activities_alive_36_months"] > 0),
        _event(
            "ends_within_12_months", ("future_12_months",), lambda rows: ~rows["future_12_months"].isin(CONTINUING),
            "have ended as a partnership 12 months after the grant, or before",
            "have ended within a year of the grant's end",
        ),
        _event(
            "nothing_left", ("future",), lambda rows: ~rows["future"].isin(LEAVING_SOMETHING),
            "leave neither a partnership nor an activity when the grant ends",
            "leave nothing when the grant ends",
        ),
        _event(
            "ends_before_the_grant", ("grant_end_month", "end_month"), lambda rows: rows["end_month"] < rows["grant_end_month"],
            "are dissolved before the grant ends", "are dissolved before the grant ends",
        ),
    )
}  # fmt: skip
"""What a partnership's life may come to: yes or no."""


def _number(name: str, meaning: str, unit: str) -> Answer:
    like = MEASURES.get(name)
    scale = 100.0 if like is not None and like.unit == POINTS else 1.0

    def numbers(rows: pd.DataFrame) -> Any:
        return scale * rows[name].to_numpy(dtype=float, na_value=np.nan)

    if like is not None:
        return Answer(name, like.meaning, like.unit, like.better, like.label, (name,), numbers)
    return Answer(name, meaning, unit, 0, name, (name,), numbers)


ANSWERS: dict[str, Answer] = {
    **EVENTS,
    **{
        each.column.name: _number(each.column.name, each.column.meaning, each.column.unit)
        for each in OUTCOMES
        if each.column.type in NUMBERS
    },
}


def answer_named(name: str) -> Answer:
    """The measure of that name. Raises AnswerError with the nearest."""
    if name not in ANSWERS:
        raise AnswerError(f"--measure: {shown(name)} is no measure of a sweep; {nearest_valid(name, ANSWERS)}")
    return ANSWERS[name]


def event_of(said: str) -> Answer:
    """What happens or not: an event by name, or a measure and a limit ("synergy < 40"). Raises AnswerError."""
    sign = next((each for each in SIGNS if each in said), None)
    if sign is None:
        if said.strip() not in EVENTS:
            known = nearest_valid(said.strip(), EVENTS)
            raise AnswerError(f'--when: {shown(said)} is no event; {known}; or say a measure and a limit: "synergy < 40"')
        return EVENTS[said.strip()]
    name, _, limit = (part.strip() for part in said.partition(sign))
    if name not in ANSWERS:
        raise AnswerError(f"--when: {shown(name)} is no measure of a sweep; {nearest_valid(name, ANSWERS)}")
    return _beyond(ANSWERS[name], sign, _number_said(limit))


def _number_said(limit: str) -> float:
    try:
        number = float(limit)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise AnswerError(f'--when: {shown(limit)} is no number; say it as in "synergy < 40"')
    return number


def _beyond(answer: Answer, sign: str, limit: float) -> Answer:
    def percent(rows: pd.DataFrame) -> Any:
        numbers = answer.of(rows)
        return np.where(np.isnan(numbers), np.nan, 100.0 * SIGNS[sign](numbers, limit))

    name = f"{answer.name} {sign} {limit:g}"
    meaning = f"{answer.meaning}: {sign} {limit:g} ({answer.unit})"
    return Answer(name, meaning, PERCENT, 0, answer.label, answer.columns, percent, f" {sign} {limit:g}")


def columns_of(answers: Mapping[str, Answer]) -> list[str]:
    """The columns of `outcomes` that these need."""
    return list(dict.fromkeys(column for each in answers.values() for column in each.columns))
