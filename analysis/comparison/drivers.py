"""What an arm does differently, and the mechanisms that it acts through, as declared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from samvirke.model.event_kinds import EVENT_KINDS
from samvirke.model.extensions import all_parameters
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario.resolved import Arm, Event, Scenario

EVENT_MECHANISMS: dict[str, tuple[str, ...]] = {name: kind.mechanisms for name, kind in EVENT_KINDS.items() if kind.mechanisms}
MECHANISMS_OF_A_GRANT = ("M1", "V6", "E5", "X10")
"""What the money and its known end act through."""

MECHANISMS_OF_A_CHANGE: dict[str, tuple[str, ...]] = {
    "members": ("G4", "T7"),
    "members_times": ("G4", "T7"),
    "lead_sector": ("M5",),
    "shared_lead": ("M5",),
    "concept": ("A1",),
    "framing": ("V8", "C5"),
    "format": ("C10", "W7"),
    "grants": (*MECHANISMS_OF_A_GRANT, "X9"),
    "more_grants": (*MECHANISMS_OF_A_GRANT, "X1"),
}
"""What a change of the partnerships themselves acts through."""


@dataclass(frozen=True)
class Driver:
    """One thing that differs.

    A lever, parameter or grant goes from `before` to `after`; an event happens, is called off, or its kind does not happen
    (`without`); the partnerships themselves `change`, and how they are then stands in `now`. `mechanisms` are codes of
    MECHANISMS. `before` is the mean over the partnerships, NaN where there is none.
    """

    kind: Literal["lever", "parameter", "event", "grant", "cancelled", "without", "change"]
    name: str
    mechanisms: tuple[str, ...]
    before: float = float("nan")
    after: float = float("nan")
    event: Event | None = None
    now: Any = None


def drivers_of(scenario: Scenario, arm: str) -> list[Driver]:
    """Everything that the arm does differently from the scenario as it stands."""
    variant = scenario.arms[arm]
    return [
        *_settings(scenario, variant),
        *map(event_driver, variant.events),
        *_grants(scenario, variant),
        *_changes(variant),
        *_called_off(variant),
    ]


def event_driver(event: Event) -> Driver:
    """An event that a scenario or an arm puts in a month."""
    codes = mechanisms_of(event.lever) if event.lever else EVENT_MECHANISMS.get(event.kind, ())
    return Driver("event", event.lever or event.kind, codes, after=event.size, event=event)


def mechanisms_of(name: str) -> tuple[str, ...]:
    """Codes of the mechanisms that a lever or parameter belongs to."""
    return tuple(code for code in all_parameters()[name].mechanism.split() if code in MECHANISMS)


def codes_of(drivers: Iterable[Driver]) -> list[str]:
    """The mechanisms of several drivers, each once, in the order of the theory."""
    acted = {code for each in drivers for code in each.mechanisms}
    return [code for code in MECHANISMS if code in acted]


def usual(scenario: Scenario, lever: str) -> float:
    """The value of a lever in the baseline: the mean over partnerships of what is set, else the default."""
    typical = scenario.parameters.get(lever, REGISTRY[lever].default)
    return float(np.mean([case.levers.get(lever, typical) for case in scenario.partnerships]))


def _settings(scenario: Scenario, variant: Arm) -> Iterator[Driver]:
    for name, value in variant.levers.items():
        yield Driver("lever", name, mechanisms_of(name), usual(scenario, name), value)
    for name, value in variant.parameters.items():
        yield Driver("parameter", name, mechanisms_of(name), scenario.parameters.get(name, all_parameters()[name].default), value)


def _grants(scenario: Scenario, variant: Arm) -> Iterator[Driver]:
    if variant.grants is None:
        return
    grants = [grant for case in scenario.partnerships for grant in case.grants if grant.months]
    months = [
        float(np.mean([each.months or 0 for each in some])) if some else float("nan")
        for some in (grants, [*map(variant.grants.applied_to, grants)])
    ]
    yield Driver("grant", variant.grants.amount, MECHANISMS_OF_A_GRANT, months[0], months[1])


def _changes(variant: Arm) -> Iterator[Driver]:
    """What is different about the partnerships themselves."""
    if variant.partnerships is None:
        return
    for name, value in variant.partnerships.model_dump(exclude_defaults=True).items():
        yield Driver("change", name, MECHANISMS_OF_A_CHANGE[name], now=value)


def _called_off(variant: Arm) -> Iterator[Driver]:
    for kind in variant.without:
        yield Driver("without", kind, EVENT_MECHANISMS.get(kind, ()))
    for number in variant.cancel:
        yield Driver("cancelled", str(number), ())
