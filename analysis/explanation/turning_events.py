"""Over many runs: which kinds of event most often turn an ending.

Every kind is called off wherever it comes, up to the decision, in runs that are otherwise the same: same seed, same parameters,
same chance. A run is turned when it ends in another of the four futures. What is called off once may come again later; that is
called off too, so this asks what such events do together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.explanation.changes import COURSES, Change, arm_of
from samvirke.analysis.explanation.lasting import LASTING, MONTHS_AFTER, SURE, ChangeOfShare, Share, change_of_share, share_of
from samvirke.analysis.run.plan import Plan, not_whole, plan, with_seeds_chosen
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.errors import Problem, ScenarioError
from samvirke.model.fields import NEVER
from samvirke.model.scenario import Scenario
from samvirke.model.scenario.options import with_months
from samvirke.model.scenario.resolved import BASELINE
from samvirke.model.scenario.table import HIGHEST_MONTH
from samvirke.model.world import World, lay_out

SEEDS_UNASKED = 40
FEWEST_RUNS = 2
RUNS_AT_A_TIME = 10

Progress = Callable[[int, int], None]
"""Is told how many runs are done, and of how many."""


@dataclass(frozen=True)
class TurningEvent:
    """One kind of event: where it happened in time (runs x partnerships), and the records with and without it."""

    change: Change
    happened: Any
    as_it_was: Any
    without: Any

    @property
    def happens(self) -> float:
        """Percent of runs in which it happens before the decision."""
        return 100.0 * float(np.mean(self.happened))

    @property
    def turns(self) -> Share:
        """Percent of runs that end in another future without it; the range is no narrower than the runs differ."""
        turned = _future(self.as_it_was) != _future(self.without)
        pooled, reach = share_of(turned.ravel()), 100.0 * SURE * _error_over_runs(turned)
        low, high = min(pooled.low, pooled.percent - reach), max(pooled.high, pooled.percent + reach)
        return Share(pooled.percent, max(0.0, low), min(100.0, high))

    def to_lasting(self, measure: str) -> float:
        """Percent of runs that last only without it."""
        return 100.0 * float(np.mean(self._lasts(self.without, measure) & ~self._lasts(self.as_it_was, measure)))

    def to_ending(self, measure: str) -> float:
        """Percent of runs that last only with it."""
        return 100.0 * float(np.mean(~self._lasts(self.without, measure) & self._lasts(self.as_it_was, measure)))

    def change_of(self, measure: str) -> ChangeOfShare:
        """Net points of lasting without it; the range is no narrower than the runs differ."""
        without, as_it_was = self._lasts(self.without, measure), self._lasts(self.as_it_was, measure)
        pooled = change_of_share(without.ravel(), as_it_was.ravel())
        error = 100.0 * _error_over_runs(without.astype(float) - as_it_was)
        reach = SURE * error
        low, high = min(pooled.low, pooled.points - reach), max(pooled.high, pooled.points + reach)
        return ChangeOfShare(pooled.points, max(error, pooled.mc_error), low, high)

    @staticmethod
    def _lasts(records: Any, measure: str) -> Any:
        return np.asarray(LASTING[measure].holds(records), dtype=bool)


@dataclass(frozen=True)
class TurningEvents:
    """All kinds of event that happened at all, over the runs of an arm."""

    what: Plan
    found: tuple[TurningEvent, ...]

    @property
    def replicates(self) -> int:
        """Runs of a partnership."""
        return len(self.what.seeds) * len(self.what.scenario.partnerships)

    def ranked(self, measure: str) -> list[TurningEvent]:
        """What turns most endings first, and of those that turn as many what changes more."""
        return sorted(self.found, key=lambda each: (-each.turns.percent, -abs(each.change_of(measure).points)))


def turning_events(
    scenario: Scenario,
    *,
    seed: int = 1,
    replicates: int = SEEDS_UNASKED,
    arm: str = BASELINE,
    defaults: bool = False,
    progress: Progress | None = None,
) -> TurningEvents:
    """Simulate an arm `replicates` times with, and as often without, each kind of event. Raises ScenarioError for what cannot be."""
    refuse_too_few(replicates)
    what = with_seeds_chosen(plan(scenario, seed=seed, replicates=replicates, arms=(arm,), defaults=defaults))
    world = _until_decided(scenario, arm)
    steps = _Steps(progress, replicates, 1 + len(COURSES))
    as_it_was = _simulated(world, what, steps)
    happened = [_happened(change, as_it_was) for change in COURSES]
    found = []
    for change, where in zip(COURSES, happened, strict=True):
        if where.any():
            without = _simulated(_without(change, world), what, steps)
            found.append(TurningEvent(change, where, _records(as_it_was), _records(without)))
    return TurningEvents(what, tuple(found))


def refuse_too_few(replicates: int) -> None:
    """Raise ScenarioError unless there are several runs."""
    if problems := not_whole("--replicates", replicates):
        raise ScenarioError(problems)
    if replicates < FEWEST_RUNS:
        raise ScenarioError([Problem("--replicates", f"{replicates} must be at least {FEWEST_RUNS}: an ensemble is several runs")])


@dataclass
class _Steps:
    """Runs done, and whom to tell."""

    progress: Progress | None
    runs: int
    arms: int
    done: int = 0

    def add(self, runs: int) -> None:
        """So many more are done."""
        self.done += runs
        if self.progress:
            self.progress(self.done, self.runs * self.arms)


def _until_decided(scenario: Scenario, arm: str) -> World:
    """The arm, laid out to a year after the last grant, as far as there is one in every partnership; with events."""
    world = lay_out(scenario, arm)
    ends = world.template.partnerships.grant_end
    if (ends == NEVER).any():
        return lay_out(scenario, arm, monthly=False)
    needed = min(HIGHEST_MONTH, int(ends.max()) + MONTHS_AFTER)
    return lay_out(with_months(scenario, needed), arm, monthly=False)


def _without(change: Change, world: World) -> World:
    arms = {**world.scenario.arms, world.arm: arm_of(change, world, None, world.months)}
    return lay_out(world.scenario.model_copy(update={"arms": arms}), world.arm, monthly=False, events=False)


def _simulated(world: World, what: Plan, steps: _Steps) -> list[Ensemble]:
    parts = []
    for first in range(0, len(what.seeds), RUNS_AT_A_TIME):
        seeds = np.array(what.seeds[first : first + RUNS_AT_A_TIME])
        parts.append(simulate(world, seeds, *what.draws_of(seeds)))
        steps.add(len(seeds))
    return parts


def _records(parts: list[Ensemble]) -> Any:
    return np.concatenate([part.partnerships for part in parts])


def _happened(change: Change, parts: list[Ensemble]) -> Any:
    """Where (runs x partnerships) an event of the course came before the decision."""
    runs = [(events, part.world) for part in parts for events in part.events]
    where = np.zeros((len(runs), len(runs[0][1].template.partnerships)), dtype=bool)
    for row, (events, world) in enumerate(runs):
        ends = world.template.partnerships.grant_end[events["partnership"]]
        early = events[(events["month"] <= ends) & np.isin(events["kind"], change.kinds)]
        those = [event["partnership"] for event in early if change.concerns(event["kind"], event["subject"])]
        where[row, those] = True
    return where


def _future(records: Any) -> Any:
    """The four futures; what is declared by nobody is told apart by whether it is still alive."""
    return np.where(records["grant_end"] == NEVER, -2 - records["stage"], records["future"])


def _error_over_runs(values: Any) -> float:
    """Standard error of the mean from how the runs differ: runs of one run share its parameters."""
    return float(np.mean(values, axis=1).std(ddof=1) / len(values) ** 0.5)
