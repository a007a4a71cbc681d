"""Measures of a month that are drawn; measures of a difference, and which of them a scenario can answer."""

from samvirke.analysis.measures import MEASURES
from samvirke.model.language import N_
from samvirke.model.scenario.resolved import Scenario

MONTHLY: dict[str, tuple[str, str]] = {
    "trust": (N_("Trust"), N_("of 100")),
    "shared_understanding": (N_("Shared understanding"), N_("of 100")),
    "tension": (N_("Unspoken disagreement"), N_("of 100")),
    "synergy": (N_("Synergy"), N_("of 100 (50: same as apart)")),
    "volunteers": (N_("Volunteers"), N_("persons")),
    "participants": (N_("Citizens"), N_("persons")),
    "hours": (N_("Hours"), N_("hours a month")),
    "received_dkk": (N_("Money received"), N_("million kroner")),
    "activities": (N_("Activities"), N_("running")),
}
"""Of each measure of a month its name and its unit, as they are shown."""
ASKED: dict[str, str] = {
    "continues": "activities", "something_left": "activities", "continues_a_year_later": "activities",
    "activity_alive_36_months": "activities",
    "trust": "trust", "shared_understanding": "shared_understanding", "synergy": "synergy", "goal_attainment": "activities",
    "conflict": "tension", "citizens_reached": "participants", "vulnerable_reached": "participants",
    "volunteers_at_grant_end": "volunteers", "key_person_departures": "trust",
}  # fmt: skip
"""By measure: the measure of a month that is drawn beside it."""
SHOWN_BY_MONTH = ("trust", "shared_understanding", "tension", "synergy", "volunteers", "participants", "hours", "activities")
"""Measures of a month that can be chosen to be drawn of many runs."""
SHARES = ("trust", "shared_understanding", "tension", "synergy")
"""Measures of how partners get on, 0-1: they are known only of runs in which the partnership still exists."""
WITHOUT_A_GRANTS_END = "citizens_reached"
MILLION = 1e6


def scaled(measure: str, value: float) -> float:
    """A value in the unit it is shown in."""
    return round(100.0 * value, 1) if measure in SHARES else round(value / MILLION, 3) if measure == "received_dkk" else round(value, 1)


def asked_where(grant_ends: bool) -> tuple[str, ...]:
    """The measures that can be answered: those of a grant's end, or of a time after it, only where one ends."""
    return tuple(name for name in ASKED if grant_ends or MEASURES[name].after is None)


def asked_first(scenario: Scenario, grant_ends: bool) -> str:
    """The measure of a difference by default: going on; without a grant's end, what the scenario's own questions are about."""
    if grant_ends:
        return next(iter(ASKED))
    about = (question.measure for question in scenario.questions.values())
    return next((name for name in about if name in asked_where(grant_ends=False)), WITHOUT_A_GRANTS_END)
