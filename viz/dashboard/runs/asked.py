"""Which measures a difference is told in, which of them a scenario can answer, and the course over the months that belongs to each."""

from samvirke.analysis.measures import MEASURES
from samvirke.model.scenario.resolved import Scenario

ASKED: dict[str, str] = {
    "continues": "activities", "something_left": "activities", "continues_a_year_later": "activities",
    "activity_alive_36_months": "activities",
    "trust": "trust", "shared_understanding": "shared_understanding", "synergy": "synergy", "goal_attainment": "activities",
    "conflict": "tension", "citizens_reached": "participants", "vulnerable_reached": "participants",
    "volunteers_at_grant_end": "volunteers", "key_person_departures": "trust",
}  # fmt: skip
"""By measure: the measure of the months that is drawn beside it."""
SHOWN_BY_MONTH = ("trust", "shared_understanding", "tension", "synergy", "volunteers", "participants", "hours", "activities")
"""Measures of the months whose course can be drawn."""
SHARES = ("trust", "shared_understanding", "tension", "synergy")
"""Those of them that say how things stand between partners, 0-1: they are known only of lives that are still partnerships."""
WITHOUT_A_GRANTS_END = "citizens_reached"


def asked_where(grant_ends: bool) -> tuple[str, ...]:
    """The measures that can be answered: those of a grant's end, or of a time after it, only where one ends."""
    return tuple(name for name in ASKED if grant_ends or MEASURES[name].after is None)


def asked_first(scenario: Scenario, grant_ends: bool) -> str:
    """What a difference is told in before anybody chooses: going on; without a grant's end, what the scenario's own questions are about."""
    if grant_ends:
        return next(iter(ASKED))
    about = (question.measure for question in scenario.questions.values())
    return next((name for name in about if name in asked_where(grant_ends=False)), WITHOUT_A_GRANTS_END)
