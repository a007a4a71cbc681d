"""Which seeds are run: consecutive ones, or those of runs compatible with the scenario's own answers.

The latter are found by rejection sampling: runs are simulated in turn, each with its own draw, up to the month of the answers, and
each is kept with a probability in proportion to the likelihood that its contact person answers so. What is kept follows the posterior
of runs given the answers (the largest likelihood among the first runs stands for the largest there is), no run is kept twice, and the
same first seed gives the same runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.survey.instrument import log_probabilities
from samvirke.model.agents.partnership import goes_on
from samvirke.model.chance import HIGHEST_SEED
from samvirke.model.ensemble import simulate
from samvirke.model.errors import refused
from samvirke.model.scenario.question import OwnAnswers
from samvirke.model.scenario.resolved import Scenario, Survey
from samvirke.model.world import World, lay_out

FIRST_RUNS = 2000
MOST_RUNS_LOOKED_AT = 60_000
FEW = 20.0  # with a smaller effective sample size the answers are unusual
LEAST_LIKELIHOOD = 1e-3  # of the largest likelihood: below it a run is not compatible
ROLE_OF_ACCEPTING = 7  # part of the key of the random stream


class Seeds(Protocol):
    """A source of seeds."""

    def take(self, number: int) -> NDArray[np.int64]:
        """The next seeds; fewer where there are no more."""


class ConsecutiveSeeds:
    """Seeds one after the other."""

    def __init__(self, first: int) -> None:
        self._next = first

    def take(self, number: int) -> NDArray[np.int64]:
        """The next seeds."""
        self._next += number
        return np.arange(self._next - number, self._next)


@dataclass(frozen=True)
class Likeness:
    """How usual the scenario's own answers are: `effective` sample size of the first `of` runs; `looked_at` runs in all so far."""

    month: int
    partnership: str
    effective: float
    of: int
    looked_at: int

    @property
    def is_unusual(self) -> bool:
        """Whether hardly any run is compatible with the answers."""
        return self.effective < FEW


class CompatibleSeeds:
    """The seeds of runs whose contact person could have given the scenario's own answers."""

    def __init__(self, scenario: Scenario, posterior: Posterior | None, first: int, runs_per_draw: int = 1) -> None:
        from samvirke.analysis.validation.weighting import effective_sample_size  # draws in scipy: seconds that only own answers wait for

        self._answers, self._posterior, self._runs_per_draw = answers_of(scenario), posterior, runs_per_draw
        self._world, self._partnership = _world_until(scenario, self._answers), position_of(scenario)
        self._first = self._next = first
        self._kept: list[int] = []
        likelihoods = self._log_likelihoods(self._seeds())
        self._highest = float(likelihoods.max())
        self._effective = effective_sample_size(np.exp(likelihoods - self._highest))

    @property
    def likeness(self) -> Likeness:
        """How usual the answers are."""
        name = self._world.scenario.partnerships[self._partnership].case_id
        return Likeness(self._answers.month, name, self._effective, FIRST_RUNS, self._next - self._first)

    def take(self, number: int) -> NDArray[np.int64]:
        """The next seeds; fewer, once so many runs have been looked at that more would take too long."""
        while len(self._kept) < number and self._next - self._first < MOST_RUNS_LOOKED_AT and self._next <= HIGHEST_SEED:
            self._look()
        taken, self._kept = self._kept[:number], self._kept[number:]
        return np.array(taken, dtype=np.int64)

    def could_be(self, seed: int) -> bool:
        """Whether the run with that seed is compatible with the answers."""
        return bool(self._log_likelihoods(np.array([seed]))[0] - self._highest >= np.log(LEAST_LIKELIHOOD))

    def _seeds(self) -> NDArray[np.int64]:
        return np.arange(self._next, min(self._next + FIRST_RUNS, HIGHEST_SEED + 1))

    def _look(self) -> None:
        """Look at the next runs and keep some."""
        seeds = self._seeds()
        chance = np.random.default_rng([ROLE_OF_ACCEPTING, int(seeds[0])]).random(len(seeds))
        self._kept += [int(seed) for seed in seeds[np.log(chance) < self._log_likelihoods(seeds) - self._highest]]
        self._next += len(seeds)

    def _log_likelihoods(self, seeds: NDArray[np.int64]) -> NDArray[np.float64]:
        numbers = None if self._posterior is None else self._posterior.numbers_for(seeds, self._runs_per_draw)
        draws = None if self._posterior is None else self._posterior.of_numbers(numbers)
        return log_probabilities(simulate(self._world, seeds, draws, numbers), self._answers.answers, self._partnership, 0)


def seeds_of(scenario: Scenario, posterior: Posterior | None, first: int, runs_per_draw: int = 1) -> ConsecutiveSeeds | CompatibleSeeds:
    """The seeds to run a scenario with, from `first` on: of compatible runs if the scenario holds own answers."""
    return ConsecutiveSeeds(first) if scenario.own_answers is None else CompatibleSeeds(scenario, posterior, first, runs_per_draw)


def seed_like_yours(scenario: Scenario, posterior: Posterior | None, seed: int | None = None) -> int:
    """The seed of one run that is compatible with the scenario's own answers: that one, or the first there is.

    Raises ScenarioError where that run is not, or where none is.
    """
    ensemble = CompatibleSeeds(scenario, posterior, 1)
    if seed is not None and ensemble.could_be(seed):
        return seed
    where = scenario.name if seed is None else f"--seed {seed}"
    first = ensemble.take(1)
    if not len(first):
        raise refused(where, f"no run of {ensemble.likeness.looked_at:,} could have given the answers that {scenario.name} holds")
    if seed is None:
        return int(first[0])
    raise refused(where, f"this run could not have given the answers that {scenario.name} holds; the first that could is --seed {first[0]}")


def likeness_of(seeds: ConsecutiveSeeds | CompatibleSeeds) -> Likeness | None:
    """How usual the answers are; None where there are none."""
    return seeds.likeness if isinstance(seeds, CompatibleSeeds) else None


def answers_of(scenario: Scenario) -> OwnAnswers:
    """The scenario's own answers. Raises ScenarioError where what was left out of it was needed for them."""
    own = scenario.own_answers
    assert own is not None, "asked only of a scenario that has answers"
    if own.month > scenario.months:
        raise refused("--months", f"{scenario.months} ends before month {own.month}, in which {scenario.name} has answers of its own")
    if own.partnership and own.partnership not in [case.case_id for case in scenario.partnerships]:
        raise refused("--only", f"leaves out {own.partnership}, whose answers {scenario.name} holds")
    return own


def _world_until(scenario: Scenario, own: OwnAnswers) -> World:
    """The scenario as it is, up to the month of the answers, and asked then."""
    short = scenario.model_copy(update={"months": own.month, "survey": Survey(months=(own.month,))})
    return lay_out(short, monthly=False, events=False)


def position_of(scenario: Scenario) -> int:
    """The position among the partnerships of the one that answers."""
    own = answers_of(scenario)
    names: Sequence[str] = [case.case_id for case in scenario.partnerships]
    return names.index(own.partnership) if own.partnership else 0


@dataclass(frozen=True)
class Beside:
    """Percent of the runs in which the partnership that answers goes on at the grant's end: with the answers, and without.

    `error` is the standard error of their difference.
    """

    goes_on: float
    goes_on_without: float
    error: float


def beside_plain_runs(scenario: Scenario, posterior: Posterior | None, yours: Sequence[int], first: int) -> Beside:
    """The compatible runs, and as many unselected ones from the same first seed on; all of the baseline."""
    plain = np.arange(first, first + len(yours))
    shares = [_goes_on(scenario, posterior, np.asarray(seeds)) for seeds in (yours, plain)]
    variance = sum(share * (1.0 - share) for share in shares) / len(plain)
    return Beside(100.0 * shares[0], 100.0 * shares[1], 100.0 * variance**0.5)


def _goes_on(scenario: Scenario, posterior: Posterior | None, seeds: NDArray[np.int64]) -> float:
    """Share of the runs in which it goes on, as declared."""
    numbers = None if posterior is None else posterior.numbers_for(seeds)
    draws = None if posterior is None else posterior.of_numbers(numbers)
    ensemble = simulate(lay_out(scenario, monthly=False, events=False), seeds, draws, numbers)
    future = ensemble.partnerships["future"][:, position_of(scenario)]
    return float(goes_on(future).mean())
