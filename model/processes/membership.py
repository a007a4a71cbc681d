"""Who belongs to a partnership: its members this month, and those who were members when it ended."""

from typing import Any

from samvirke.model.agents.partnership import ALIVE
from samvirke.model.fields import NEVER
from samvirke.model.rule import rule


@rule
def belongs_to_it(state: Any, p: int, o: int) -> bool:
    """Whether an organisation is a member, or was one until the partnership ended."""
    organisation = state.organisations[o]
    stayed_to_the_end = state.partnerships[p].end_month < organisation.left_month < NEVER
    return bool(organisation.active or stayed_to_the_end)


@rule
def takes_part(state: Any, o: int) -> bool:
    """Whether a membership is alive this month: the organisation has not left, and the partnership has not ended."""
    organisation = state.organisations[o]
    return bool(organisation.active and state.partnerships[organisation.partnership].stage == ALIVE)
