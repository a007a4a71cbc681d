"""What is to be run: which arms of a scenario, which seeds, which tables; checked before anything is simulated."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from numbers import Integral
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.posterior import Posterior, posterior_of
from samvirke.analysis.run.seeds import Beside, CompatibleSeeds, Likeness, beside_plain_runs
from samvirke.analysis.run.tables import ALWAYS_KEPT, KEPT_IF_FEW_RUNS, TABLES
from samvirke.model.errors import Problem, ScenarioError, nearest_valid, shown
from samvirke.model.scenario.resolved import BASELINE, Scenario

MOST_RUNS_WITH_ALL_TABLES = 20
HIGHEST_SEED = 2**32 - 1


@dataclass(frozen=True)
class Plan:
    """What is to be run: one run per seed in every arm; `keep` are the tables that are written.

    With a posterior each seed has its own draw from it, the same in every arm; without, with the defaults (draw 0).
    Where the scenario holds own answers, `with_seeds_chosen` puts seeds of compatible runs in place of consecutive ones; `likeness`
    says how usual the answers are, `beside` what they change.
    """

    scenario: Scenario
    arms: tuple[str, ...]
    seeds: Sequence[int]
    keep: tuple[str, ...]
    posterior: Posterior | None = None
    likeness: Likeness | None = None
    beside: Beside | None = None

    def draws_of(self, seeds: Sequence[int] | NDArray[np.int64]) -> tuple[Any, NDArray[np.int64] | None]:
        """Parameter records and draw numbers for these seeds; None for both where all have the defaults."""
        if self.posterior is None:
            return None, None
        numbers = self.posterior.numbers_for(seeds)
        return self.posterior.of_numbers(numbers), numbers

    @property
    def runs(self) -> int:
        """How many runs it is in all."""
        return len(self.arms) * len(self.seeds)


def plan(
    scenario: Scenario,
    *,
    seed: int = 1,
    replicates: int = 1,
    arms: Sequence[str] = (BASELINE,),
    keep: Collection[str] | None = None,
    defaults: bool = False,
) -> Plan:
    """A checked plan: runs with seeds `seed` … `seed + replicates - 1`, and draws from the scenario's posterior unless `defaults`.

    `keep` names tables besides outcomes and survey; None keeps months and events where there are few runs.
    Raises ScenarioError with every problem.
    """
    problems = [*wrong_seeds(seed, replicates), *_unknown_arms(scenario, arms), *_unknown_tables(keep or ())]
    if problems:
        raise ScenarioError(problems)
    wanted = kept_unasked(replicates) if keep is None else keep
    kept = tuple(name for name in TABLES if name in ALWAYS_KEPT or name in wanted)
    return Plan(scenario, tuple(dict.fromkeys(arms)), range(seed, seed + replicates), kept, None if defaults else posterior_of(scenario))


def with_seeds_chosen(what: Plan) -> Plan:
    """The plan with the seeds that are run: as they stand, or those of runs compatible with the scenario's own answers."""
    if what.scenario.own_answers is None or what.likeness is not None:
        return what
    first = what.seeds[0]
    source = CompatibleSeeds(what.scenario, what.posterior, first)
    seeds = tuple(int(seed) for seed in source.take(len(what.seeds)))
    beside = beside_plain_runs(what.scenario, what.posterior, seeds, first) if len(seeds) > 1 else None
    return replace(what, seeds=seeds, likeness=source.likeness, beside=beside)


def kept_unasked(replicates: int) -> tuple[str, ...]:
    """Tables that are kept besides outcomes and survey unless others are named."""
    return KEPT_IF_FEW_RUNS if replicates <= MOST_RUNS_WITH_ALL_TABLES else ()


def wrong_seeds(seed: int, replicates: int) -> list[Problem]:
    """What is wrong with a first seed and a number of replicates."""
    if problems := [*not_whole("--replicates", replicates), *not_whole("--seed", seed)]:
        return problems
    if replicates < 1:
        return [Problem("--replicates", f"{replicates} must be at least 1")]
    if not 0 <= seed <= HIGHEST_SEED:
        return [Problem("--seed", f"{seed} must lie between 0 and {HIGHEST_SEED}")]
    if replicates > (there := HIGHEST_SEED - seed + 1):
        return [Problem("--replicates", f"{replicates} must be at most {there}: so many seeds there are from {seed} on")]
    return []


def not_whole(option: str, number: object) -> list[Problem]:
    """A problem, if it is no whole number."""
    whole = isinstance(number, Integral) and not isinstance(number, bool)
    return [] if whole else [Problem(option, f"{shown(number)} must be a whole number")]


def _unknown_arms(scenario: Scenario, arms: Sequence[str]) -> list[Problem]:
    return [
        Problem(f"--arm {name}", f"{scenario.name} has no such arm; {nearest_valid(name, scenario.arms)}")
        for name in arms
        if name not in scenario.arms
    ]


def _unknown_tables(names: Collection[str]) -> list[Problem]:
    return [Problem(f"--keep {name}", f"{shown(name)} is no table; {nearest_valid(name, TABLES)}") for name in names if name not in TABLES]
