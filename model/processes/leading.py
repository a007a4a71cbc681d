"""Who leads, and with what effect: a municipality, an association, both together, others."""

from samvirke.model.agents.partnership import LED_TOGETHER, MUNICIPAL_LEAD, PART_OF_A_SHARED_LEAD, VOLUNTARY_LEAD
from samvirke.model.rule import rule


@rule
def municipal_part(lead_kind: int) -> float:
    """How far municipal lead has its effects: fully, half where municipality and association lead together, else not [M5]."""
    if lead_kind == LED_TOGETHER:
        return PART_OF_A_SHARED_LEAD
    return 1.0 if lead_kind == MUNICIPAL_LEAD else 0.0


@rule
def voluntary_part(lead_kind: int) -> float:
    """How far voluntary lead has its effects: fully, half where municipality and association lead together, else not [M5]."""
    if lead_kind == LED_TOGETHER:
        return PART_OF_A_SHARED_LEAD
    return 1.0 if lead_kind == VOLUNTARY_LEAD else 0.0
