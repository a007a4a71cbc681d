"""What an arm costs a partnership: declared unit costs of its levers, and the money of its grants."""

import math
from dataclasses import dataclass

from model.parameters import REGISTRY
from model.scenario.resolved import Arm, Grant, PartnershipCase, Scenario

MONTHS_WITHOUT_END = 36  # what a partnership whose grant has no end costs is counted over so many months
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Cost:
    """Hours and kroner per partnership over the grant, more than in the baseline; NaN where no price is declared."""

    hours: float
    dkk: float


def cost_of(scenario: Scenario, name: str) -> Cost:
    """The arm's own statement where it makes one, else what its levers and grants come to.

    A lever costs its declared price times what it is turned beyond the typical value; turned the other way it saves as much.
    """
    arm = scenario.arms[name]
    cases = scenario.partnerships
    hours = sum(_hours(scenario, arm, case) for case in cases) / len(cases)
    dkk = sum(_dkk(scenario, arm, case) for case in cases) / len(cases)
    if arm.cost_hours is None and arm.cost_dkk is None and hours == dkk == 0.0:
        return Cost(math.nan, math.nan)
    return Cost(hours if arm.cost_hours is None else arm.cost_hours, dkk if arm.cost_dkk is None else arm.cost_dkk)


def _turned(scenario: Scenario, arm: Arm, case: PartnershipCase) -> dict[str, float]:
    """How far each priced lever is turned beyond where it stands in the baseline."""
    events = {event.lever: event.size for event in arm.events if event.lever}
    chosen = {**arm.levers, **events}
    usual = {name: case.levers.get(name, scenario.parameters.get(name, REGISTRY[name].default)) for name in chosen}
    return {name: value - usual[name] for name, value in chosen.items() if name in scenario.levers}


def _hours(scenario: Scenario, arm: Arm, case: PartnershipCase) -> float:
    months = max([grant.months or MONTHS_WITHOUT_END for grant in case.grants], default=MONTHS_WITHOUT_END)
    turned = _turned(scenario, arm, case).items()
    return sum(scenario.levers[name].cost_hours_per_month * by * months for name, by in turned)


def _dkk(scenario: Scenario, arm: Arm, case: PartnershipCase) -> float:
    levers = sum(scenario.levers[name].cost_dkk * by for name, by in _turned(scenario, arm, case).items())
    changed = arm.applied_to(case).grants
    in_the_arm = changed if arm.grants is None else [arm.grants.applied_to(grant) for grant in changed]
    return levers + sum(map(_money, in_the_arm)) - sum(map(_money, case.grants))


def _money(grant: Grant) -> float:
    """What a grant gives in all; without an end date it is counted over so many months."""
    return grant.amount_dkk if grant.months else grant.amount_dkk * MONTHS_WITHOUT_END / MONTHS_OF_A_YEAR
