"""How near the theme is to an organisation: it counts when it weighs its gain, when it is asked to join, and at the end."""

from typing import Any

from samvirke.model.agents.organisation import MUNICIPALITY, NGO
from samvirke.model.rule import rule


@rule
def stake_in_the_theme(state: Any, o: int) -> float:
    """How near the theme is to what an organisation is there for (0-1): its politics, its cause, its core task or own interest [M3]."""
    organisation = state.organisations[o]
    if organisation.kind == MUNICIPALITY:
        return float(state.legal_organisations[organisation.legal].political_priority)
    if organisation.kind == NGO:
        return float(organisation.fit_with_target_group)
    return float(max(organisation.core_task_is_health, organisation.own_interest))
