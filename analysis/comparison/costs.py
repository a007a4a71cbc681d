"""What an arm costs a partnership: declared unit costs of its levers, and the money of its grants."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario.resolved import MONTHS_OF_A_YEAR, Arm, Event, Grant, PartnershipCase, Scenario

MONTHS_WITHOUT_END = 36  # what a partnership whose grant has no end costs is counted over so many months


@dataclass(frozen=True)
class Cost:
    """Hours and kroner per partnership over the grant, more than in the baseline; NaN where no price is declared."""

    hours: float
    dkk: float


def cost_of(scenario: Scenario, name: str) -> Cost:
    """The arm's own statement where it makes one, else what its levers and grants come to.

    A lever costs its declared price times the change of its value from the baseline; a change the other way saves as much. Changed
    midway, it costs that share of the months.
    """
    arm = scenario.arms[name]
    cases = scenario.partnerships
    hours = sum(_hours(scenario, arm, case) for case in cases) / len(cases)
    dkk = sum(_dkk(scenario, arm, case) for case in cases) / len(cases)
    if arm.cost_hours is None and arm.cost_dkk is None and hours == dkk == 0.0:
        return Cost(math.nan, math.nan)
    return Cost(hours if arm.cost_hours is None else arm.cost_hours, dkk if arm.cost_dkk is None else arm.cost_dkk)


def _changes_of_levers(scenario: Scenario, arm: Arm, case: PartnershipCase, months: int) -> dict[str, float]:
    """How much each priced lever differs from its value in the baseline, on average over the months."""
    changes: dict[str, float] = {}
    for name in dict.fromkeys([*arm.levers, *(event.lever for event in arm.events if event.lever)]):
        if name in scenario.levers:
            usual = case.levers.get(name, scenario.parameters.get(name, REGISTRY[name].default))
            changes[name] = _mean_over(months, arm.levers.get(name, usual), name, arm.events) - usual
    return changes


def _mean_over(months: int, first: float, name: str, events: Sequence[Event]) -> float:
    """The mean of a lever over the months, given its first value and the events that set it."""
    stands = np.full(months, float(first))
    for event in sorted((each for each in events if each.lever == name), key=lambda each: each.month):
        stands[event.month - 1 :] = event.size
    return float(stands.mean())


def _hours(scenario: Scenario, arm: Arm, case: PartnershipCase) -> float:
    months = _months(case)
    changes = _changes_of_levers(scenario, arm, case, months).items()
    return sum(scenario.levers[name].cost_hours_per_month * by * months for name, by in changes)


def _dkk(scenario: Scenario, arm: Arm, case: PartnershipCase) -> float:
    levers = sum(scenario.levers[name].cost_dkk * by for name, by in _changes_of_levers(scenario, arm, case, _months(case)).items())
    changed = arm.applied_to(case).grants
    in_the_arm = changed if arm.grants is None else [arm.grants.applied_to(grant) for grant in changed]
    return levers + sum(map(_money, in_the_arm)) - sum(map(_money, case.grants))


def _months(case: PartnershipCase) -> int:
    """Over how many months it is counted."""
    return max([grant.months or MONTHS_WITHOUT_END for grant in case.grants], default=MONTHS_WITHOUT_END)


def _money(grant: Grant) -> float:
    """What a grant gives in all; without an end date it is counted over so many months."""
    return grant.amount_dkk if grant.months else grant.amount_dkk * MONTHS_WITHOUT_END / MONTHS_OF_A_YEAR
