"""Whom an event of the scenario is about. Used by process 1 and by what municipalities meet in all their partnerships."""

from typing import Any

from samvirke.model.agents.organisation import MUNICIPALITY
from samvirke.model.rule import rule

WHOLE, COORDINATOR, LEAD, MUNICIPALITIES, ORGANISATION = range(5)


@rule
def is_meant(state: Any, p: int, scheduled: Any, o: int, s: int) -> bool:
    """Whether a scheduled event is about this organisation (and, if `s` is a seat and not -1, this seat of it)."""
    partnership = state.partnerships[p]
    if scheduled.target == COORDINATOR:
        return bool(s == partnership.coordinator_seat)
    if scheduled.target == LEAD:
        return bool(o == partnership.lead and s != partnership.coordinator_seat)
    if scheduled.target == MUNICIPALITIES:
        return bool(state.organisations[o].kind == MUNICIPALITY)
    if scheduled.target == ORGANISATION:
        return bool(o == partnership.first_organisation + scheduled.organisation and s != partnership.coordinator_seat)
    return True
