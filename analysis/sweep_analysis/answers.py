"""What can be asked of a sweep: one number for every run and partnership, from the table `outcomes`.

Measures that `compare` has too bear its names and are on its scale (percent, or 0 to 100); others are the columns themselves.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.columns import Column
from samvirke.analysis.measure import PERCENT, POINTS
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.run.outcomes import OUTCOMES
from samvirke.model.agents.partnership import CONTINUING, LEAVING_SOMETHING
from samvirke.model.errors import BadInputError, nearest_valid, shown
from samvirke.model.language import N_, Language

NUMBERS = ("double", "int64", "bool")
SIGNS: dict[str, Callable[[Any, float], Any]] = {"<=": np.less_equal, ">=": np.greater_equal, "<": np.less, ">": np.greater}

LABELS = {
    "ends_within_12_months": "have ended within a year of the grant's end",
    "nothing_left": "leave nothing when the grant ends",
    "ends_before_the_grant": "are dissolved before the grant ends",
    "adjusts_constellation": "go on with other partners",
    "adjusts_activities": "go on with other activities",
    "grant_end_month": "last month of the last grant",
    "end_month": "month in which the partnership ended",
    "synergy_gain": "output together relative to apart, less 1",
    "purpose": "purpose: shared understanding of the goal",
    "congruency": "congruency: values and joint decisions",
    "value": "value: what partners have gained",
    "connection": "connection: investment and trust",
    "communication": "communication",
    "commitment": "commitment: engagement with ownership",
    "central_key_person_departures": "key persons in central seats who left",
    "organisations_at_start": "member organisations at the start",
    "hours_on_relations": "hours on relations and coordination",
    "output_total": "output in all",
    "received_dkk": "money received in all",
    "spent_dkk": "money spent in all",
    "anchoring_started_month": "month in which anchoring began",
    "volunteers_joined": "times a volunteer joined",
    "network_change": "the change of personal network",
    "activities_at_grant_end": "activities running when the grant ends",
    "activities_alive_36_months": "activities running three years after the grant",
    "work_carried": "part of the activities' work that is carried",
    "volunteers_network_change": "the change of volunteers' personal network",
    "partnership_alive_month_36": "are partnerships after month 36",
    "partnership_alive_month_48": "are partnerships after month 48",
    "partnership_alive_month_60": "are partnerships after month 60",
    "partnership_alive_month_72": "are partnerships after month 72",
    "partnership_alive_month_84": "are partnerships after month 84",
    "activities_alive_month_36": "activities running in month 36",
    "activities_alive_month_48": "activities running in month 48",
    "activities_alive_month_60": "activities running in month 60",
    "activities_alive_month_72": "activities running in month 72",
    "activities_alive_month_84": "activities running in month 84",
    "citizens_month_36": "citizens served in the year up to month 36",
    "citizens_month_48": "citizens served in the year up to month 48",
    "citizens_month_72": "citizens served in the year up to month 72",
    "citizens_month_84": "citizens served in the year up to month 84",
    "pairs_now": "pairs in the last month",
    "waiting_now": "citizens waiting for a match in the last month",
    "pairs_left_behind": "pairs left behind by the volunteer",
    "pairs_parted": "pairs that parted for other causes",
    "gave_up_waiting": "times a citizen gave up waiting for a match",
    "waited_until_it_closed": "citizens still waiting when the last activity stopped",
}
"""What there is more of, of what `compare` does not measure; messages of the context `measure`, as the labels of measures are."""

UNITS = (
    N_("percent of partnerships"), N_("points on a scale of 0 to 100"), N_("points on a scale of 0 to 1"), N_("points on a 0-1 scale"),
    N_("persons per partnership"), N_("activities per partnership"), N_("organisations per partnership"), N_("hours per partnership"),
    N_("times per partnership"), N_("persons"), N_("activities"), N_("organisations"), N_("hours"), N_("quality-weighted hours"),
    N_("times"), N_("month"), N_("ratio"), N_("DKK"), N_("yes or no"), N_("0-1"),
    N_("pairs"), N_("pairs per partnership"), N_("months"),
)  # fmt: skip
"""Units of measures and of columns, for the catalogues."""


class AnswerError(BadInputError):
    """What a sweep cannot be asked."""


@dataclass(frozen=True)
class Answer:
    """What is asked: from which columns, and the number of every row (NaN where it is not known).

    `better` is +1 where more is better, -1 where less is, 0 where neither. `label` names what there is more of: a message
    of the context `measure`; `beyond` is a sign and the limit that it is held against, if anything.
    """

    name: str
    meaning: str
    unit: str
    better: int
    label: str
    columns: tuple[str, ...]
    of: Callable[[pd.DataFrame], Any]
    beyond: tuple[str, float] | None = None

    def wording(self, language: Language) -> str:
        """What it is called in a language."""
        label = language.pgettext("measure", self.label)
        return label if self.beyond is None else f"{label} {self.beyond[0]} {language.number(self.beyond[1], None)}"


def _label_of(name: str) -> str:
    """The label of the measure of that name, or else the one here."""
    return MEASURES[name].label if name in MEASURES else LABELS[name]


def _event(
    name: str, columns: tuple[str, ...], of: Callable[[pd.DataFrame], Any], meaning: str = "", better: int = -1
) -> Answer:  # fmt: skip
    """Something that happens or not: 100 or 0, so that its mean is a percentage; NaN where its first column is null."""
    like = MEASURES.get(name)

    def percent(rows: pd.DataFrame) -> Any:
        return np.where(rows[columns[0]].isna(), np.nan, 100.0 * np.asarray(of(rows), dtype=float))

    if like is not None:
        meaning, better = like.meaning, like.better
    return Answer(name, meaning, PERCENT, better, _label_of(name), columns, percent)


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
        ),
        _event(
            "nothing_left", ("future",), lambda rows: ~rows["future"].isin(LEAVING_SOMETHING),
            "leave neither a partnership nor an activity when the grant ends",
        ),
        _event(
            "ends_before_the_grant", ("grant_end_month", "end_month"), lambda rows: rows["end_month"] < rows["grant_end_month"],
            "are dissolved before the grant ends",
        ),
    )
}  # fmt: skip
"""What may become of a partnership: yes or no."""


def _number(column: Column) -> Answer:
    like = MEASURES.get(column.name)
    scale = 100.0 if like is not None and like.unit == POINTS else 1.0

    def numbers(rows: pd.DataFrame) -> Any:
        return scale * rows[column.name].to_numpy(dtype=float, na_value=np.nan)

    of = (column.meaning, column.unit, 0) if like is None else (like.meaning, like.unit, like.better)
    return Answer(column.name, *of, _label_of(column.name), (column.name,), numbers)


ANSWERS: dict[str, Answer] = {
    **EVENTS,
    **{each.column.name: _number(each.column) for each in OUTCOMES if each.column.type in NUMBERS},
}


def answer_named(name: str) -> Answer:
    """The measure of that name. Raises AnswerError with the nearest."""
    if name not in ANSWERS:
        raise AnswerError(f"--measure: {shown(name)} is no measure of a sweep; {nearest_valid(name, ANSWERS)}")
    return ANSWERS[name]


def event_of(wording: str) -> Answer:
    """What happens or not: an event by name, or a measure and a limit ("synergy < 40"). Raises AnswerError."""
    sign = next((each for each in SIGNS if each in wording), None)
    if sign is None:
        if wording.strip() not in EVENTS:
            known = nearest_valid(wording.strip(), EVENTS)
            raise AnswerError(f'--when: {shown(wording)} is no event; {known}; or say a measure and a limit: "synergy < 40"')
        return EVENTS[wording.strip()]
    name, _, limit = (part.strip() for part in wording.partition(sign))
    if name not in ANSWERS:
        raise AnswerError(f"--when: {shown(name)} is no measure of a sweep; {nearest_valid(name, ANSWERS)}")
    return _beyond(ANSWERS[name], sign, _number_in_words(limit))


def _number_in_words(limit: str) -> float:
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

    meaning = f"{answer.meaning}: {sign} {limit:g} ({answer.unit})"
    return Answer(f"{answer.name} {sign} {limit:g}", meaning, PERCENT, 0, answer.label, answer.columns, percent, (sign, limit))


def columns_of(answers: Mapping[str, Answer]) -> list[str]:
    """The columns of `outcomes` that these need."""
    return list(dict.fromkeys(column for each in answers.values() for column in each.columns))
