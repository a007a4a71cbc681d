"""Runs with mechanisms switched off, and with what drives them changed: for the claims of test_neutral."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.levers import LEVERS
from samvirke.model.neutral import switches
from samvirke.model.scenario import Population, Scenario
from samvirke.model.scenario.resolved import Event
from samvirke.model.world import lay_out
from tests.ensembles import same_runs, tiny

SEEDS = range(6)
ENOUGH_PEOPLE = Population(volunteers=40, citizens=60)


@dataclass(frozen=True)
class Driver:
    """What is changed: values of parameters and levers, further events, properties of the cases, the first calendar month.

    `lead_kind` says who leads in name only: no organisation changes its place at the table.
    """

    values: dict[str, float] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    case: dict[str, Any] = field(default_factory=dict)
    start: str = ""
    lead_kind: int | None = None


@dataclass(frozen=True)
class Row:
    """With the mechanisms `off` at their neutral values, runs with the driver `less` and with `more` are the same to the bit.

    `also` are further mechanisms that the driver works through, switched off with them. `neutral` are neutral values that the
    registry does not declare: of levers, and of what has none. `setting` gives the mechanism something to work on.
    `recorded` are fields and items that record the driver itself, and are not compared.
    """

    off: str
    less: Driver
    more: Driver
    also: str = ""
    neutral: dict[str, float] = field(default_factory=dict)
    setting: dict[str, float] = field(default_factory=dict)
    recorded: tuple[str, ...] = ()


def neutral_values(codes: str) -> dict[str, float]:
    """The neutral values of all parameters of these mechanisms."""
    return {name: value for code in codes.split() for name, value in switches().get(code, {}).items()}


def with_off(row: Row, driver: Driver) -> Ensemble:
    """Runs with the row's mechanisms, and those the driver also works through, switched off."""
    return _runs(driver, {**row.setting, **neutral_values(f"{row.off} {row.also}"), **row.neutral, **driver.values})


def with_on(row: Row, driver: Driver) -> Ensemble:
    """Runs with the row's own mechanisms at work, and only those the driver also works through switched off."""
    own = neutral_values(row.off)
    elsewhere = {name: value for name, value in neutral_values(row.also).items() if name not in own}
    return _runs(driver, {**elsewhere, **row.setting, **driver.values})


def alike(one: Ensemble, other: Ensemble, recorded: Iterable[str]) -> bool:
    """Whether two ensembles left the same bits, but for what only records the driver."""
    for ensemble in (one, other):
        for name in recorded:
            _blank(ensemble, name)
    return same_runs(one, other)


def _runs(driver: Driver, values: dict[str, float]) -> Ensemble:
    world = lay_out(_scenario(driver, values), events=False)
    if driver.lead_kind is not None:
        world.template.partnerships["lead_kind"] = driver.lead_kind
    return simulate(world, SEEDS)


def _scenario(driver: Driver, values: dict[str, float]) -> Scenario:
    scenario = tiny().model_copy(update={"population": ENOUGH_PEOPLE})
    levers = {name: value for name, value in values.items() if name in LEVERS}
    arm = scenario.arms["baseline"].model_copy(update={"levers": levers, "events": driver.events})
    return scenario.model_copy(
        update={
            "parameters": {**scenario.parameters, **values},
            "arms": {"baseline": arm},
            "partnerships": tuple(case.model_copy(update=driver.case) for case in scenario.partnerships),
            "start": driver.start or scenario.start,
        }
    )


def _blank(ensemble: Ensemble, name: str) -> None:
    tables = [table for table in (ensemble.partnerships, ensemble.monthly) if name in (table.dtype.names or ())]
    assert tables or name in ITEM_NUMBER, f"{name} is no field and no item"
    for table in tables:
        table[name] = 0
    if name in ITEM_NUMBER:
        ensemble.latent[..., ITEM_NUMBER[name]] = np.nan
        ensemble.seen[..., ITEM_NUMBER[name]] = np.nan
