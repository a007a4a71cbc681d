"""What the model's own DataCollector notes each month: one number each for all partnerships together."""

from collections.abc import Callable
from typing import Any

from samvirke.model.agents.partnership import ALIVE


def _total_of(field: str) -> Callable[[Any], float]:
    return lambda model: float(model.state.partnerships[field].sum())


def _mean_of(field: str) -> Callable[[Any], float]:
    return lambda model: float(model.state.partnerships[field].mean())


def _partnerships_alive(model: Any) -> int:
    return int((model.state.partnerships.stage == ALIVE).sum())


def _participants(model: Any) -> float:
    return float(model.state.partnerships.participants.sum() * model.state.clock[0].persons_per_citizen)


MODEL_REPORTERS: dict[str, Any] = {
    "month": "month",
    "partnerships_alive": _partnerships_alive,
    "organisations": _total_of("organisations_now"),
    "departures": _total_of("departures"),
    "trust": _mean_of("trust"),
    "synergy": _mean_of("synergy"),
    "attainment": _mean_of("attainment"),
    "volunteers": _total_of("active_volunteers"),
    "participants": _participants,
    "activities": _total_of("running_activities"),
}
"""Totals over the partnerships, and means of trust, synergy and attainment; `participants` are persons."""
