"""A sweep, complete and checked: the scenario, what varies, the points, the arms, the seeds, what is kept.

Its identity is what the numbers depend on besides points and seeds; all runs in one folder have the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.run.tables import TABLES
from samvirke.analysis.sweep.design import Varied
from samvirke.analysis.sweep.terse import TerseDesign
from samvirke.model.rule import fingerprint_of_the_model
from samvirke.model.scenario.resolved import Arm, Scenario

MONTHLY_TABLES = ("monthly", "ties", "people")
"""Tables of which only some months may be kept."""

PARTNERSHIPS_PER_PART, OF_LARGE_TABLES = 4000, 200
"""Runs of one partnership in a part: about a second's work. What a part holds is packed in memory before it is written."""

WITHOUT_EFFECT_ON_RUNS = {"title", "asks", "evidence", "questions", "levers", "targets", "posterior", "borrows", "own_answers", "arms"}
"""Parts of a scenario that no run depends on (arms count one by one)."""

WHAT_DIFFERS = {
    "model": "another version of the model",
    "scenario": "another scenario, or the scenario as it was before it was changed",
    "posterior": "draws from another posterior, or none",
    "tables": "other tables",
    "months": "other months",
}


@dataclass(frozen=True)
class Sweep:
    """What is run: every point in every arm with every seed.

    `values` are points x varied, NaN where a point leaves something as it is. `draws` are the numbers of posterior draws that
    the points are, where the design is the posterior; `rest` is the posterior from which each seed draws what does not vary
    (both None otherwise). `months` are the kept ones of monthly tables, None for all.
    """

    name: str
    given: Mapping[str, Any] = field(repr=False)
    scenario: Scenario = field(repr=False)
    arms: tuple[str, ...]
    design: TerseDesign
    varied: tuple[Varied, ...]
    values: NDArray[np.float64] = field(repr=False)
    draws: NDArray[np.int64] | None
    posterior: Posterior | None = field(repr=False)
    seeds: range
    tables: tuple[str, ...]
    months: tuple[int, ...] | None
    runs_per_part: int

    @property
    def rest_varies_with_the_seed(self) -> bool:
        """Whether each seed has its own draw from the posterior."""
        return self.posterior is not None and self.draws is None

    @property
    def points(self) -> int:
        """How many rows the design has; two may be the same point."""
        return len(self.values)

    @property
    def most_runs(self) -> int:
        """How many runs it is, if all rows of the design are different points."""
        return self.points * len(self.arms) * len(self.seeds)

    @cached_property
    def draw_of_seed(self) -> NDArray[np.int64]:
        """The number of each seed's draw; 0 for the defaults."""
        if not self.rest_varies_with_the_seed:
            return np.zeros(len(self.seeds), dtype=np.int64)
        assert self.posterior is not None
        return self.posterior.numbers_for(self.seeds)


def tables_kept(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The tables in the order of a run folder; outcomes always."""
    return tuple(name for name in TABLES if name == "outcomes" or name in wanted)


def runs_of_a_part(partnerships: int, tables: tuple[str, ...]) -> int:
    """How many runs make a part where the file does not set it."""
    ensemble = OF_LARGE_TABLES if {"ties", "people"} & set(tables) else PARTNERSHIPS_PER_PART
    return max(10, ensemble // partnerships)


def identity_of(sweep: Sweep) -> dict[str, Any]:
    """Fingerprints by what they are of; texts, costs and names of partnerships do not count."""
    return {
        "model": fingerprint_of_the_model(),
        "scenario": fingerprint_of_scenario(sweep.scenario),
        "posterior": "" if sweep.posterior is None else _hash(sweep.posterior.draws.tobytes()),
        "tables": list(sweep.tables),
        "months": None if sweep.months is None else list(sweep.months),
        "arms": {name: fingerprint_of_arm(sweep.scenario.arms[name]) for name in sweep.arms},
    }


def fingerprint_of_scenario(scenario: Scenario) -> str:
    """Hash of everything in a scenario that its runs without an arm depend on."""
    return _hash(
        scenario.model_dump_json(
            exclude={**dict.fromkeys(WITHOUT_EFFECT_ON_RUNS, True), "partnerships": {"__all__": {"name", "title"}}}
        ).encode()
    )


def fingerprint_of_arm(arm: Arm) -> str:
    """Hash of what an arm does."""
    return _hash(arm.model_dump_json(exclude={"title", "cost_dkk", "cost_hours"}).encode())


def key_of(identity: Mapping[str, Any]) -> str:
    """One short text for all of it but the arms."""
    return _hash(repr([(name, identity[name]) for name in WHAT_DIFFERS]).encode())


def differences(there: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[str]:
    """In words, what the runs in a folder depend on that is not what is wanted."""
    for name, words in WHAT_DIFFERS.items():
        if there.get(name) != wanted[name]:
            yield words
    before = there.get("arms", {})
    for arm, fingerprint in wanted["arms"].items():
        if before.get(arm, fingerprint) != fingerprint:
            yield f"the arm {arm} as it was before it was changed"


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
