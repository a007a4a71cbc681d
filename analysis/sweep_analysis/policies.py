"""Policies to choose among: what a partnership may set of the levers whose price its scenario declares, and what that costs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.stats import qmc

from samvirke.analysis.comparison.costs import cost_of
from samvirke.model.errors import BadInputError
from samvirke.model.scenario.resolved import Arm, Lever, Scenario, Text

POLICY = "policy"
DECIMALS = 9
TRIES = 4
"""So many settings are drawn for each that is wanted: with few steps many are alike."""


class PolicyError(BadInputError):
    """Policies that cannot be made: a scenario that prices no lever, or too few for its levers."""


@dataclass(frozen=True)
class Policy:
    """What is set (values by lever; the first policy sets nothing), and what it costs a partnership beyond that."""

    levers: Mapping[str, float]
    cost_hours: float
    cost_dkk: float

    @property
    def said(self) -> str:
        """In short what it sets."""
        return ", ".join(f"{name} = {value:g}" for name, value in self.levers.items()) or "as it is"


def priced(scenario: Scenario) -> dict[str, Lever]:
    """The levers of a scenario whose turning has a declared price. Raises PolicyError."""
    levers = {name: lever for name, lever in scenario.levers.items() if lever.cost_hours_per_month > 0.0 or lever.cost_dkk > 0.0}
    if not levers:
        raise PolicyError(
            f"{scenario.name}: no lever has a price; say cost_hours_per_month or cost_dkk under [levers.NAME] (none is not 0)"
        )
    return levers


def policies_of(scenario: Scenario, number: int, dkk_per_hour: float, seed: int) -> list[Policy]:
    """So many policies, each once: as it is, every lever alone at either end, then spread evenly over the steps of all levers."""
    levers = priced(scenario)
    if number < (least := 1 + 2 * len(levers)):
        raise PolicyError(
            f"--policies: {number} are too few for {len(levers)} levers with a price: {least} are the scenario as it is and each lever "
            "alone at either end"
        )
    found: dict[tuple[tuple[str, float], ...], dict[str, float]] = {}
    for each in _candidates(levers, number, seed):
        found.setdefault(tuple(each.items()), each)
    return [_with_its_cost(scenario, each, dkk_per_hour) for each in list(found.values())[:number]]


def _candidates(levers: Mapping[str, Lever], number: int, seed: int) -> Iterator[dict[str, float]]:
    yield {}
    for name, lever in levers.items():
        yield {name: lever.low}
        yield {name: lever.high}
    shares = qmc.Halton(len(levers), rng=np.random.default_rng(seed)).random(TRIES * number)  # more keep the first
    for row in shares:
        yield {name: _step(lever, share) for (name, lever), share in zip(levers.items(), row, strict=True)}


def _step(lever: Lever, share: Any) -> float:
    """One of the values that may be chosen, all equally likely."""
    steps = int(np.floor((lever.high - lever.low) / lever.step + 0.5))
    return min(lever.high, round(lever.low + lever.step * min(int(share * (steps + 1)), steps), DECIMALS))


def _with_its_cost(scenario: Scenario, levers: dict[str, float], dkk_per_hour: float) -> Policy:
    if not levers:
        return Policy({}, 0.0, 0.0)
    title = Text(da=POLICY, en=POLICY)
    with_it = scenario.model_copy(update={"arms": {**scenario.arms, POLICY: Arm(title=title, levers=levers)}})
    cost = cost_of(with_it, POLICY)
    hours, dkk = np.nan_to_num((cost.hours, cost.dkk))  # all levers have a price, so nothing turned costs nothing
    return Policy(levers, float(hours), float(dkk + hours * dkk_per_hour))
