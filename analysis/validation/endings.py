"""The four endings: how many of each, and what moves them when one thing is moved under common random numbers."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

from samvirke.analysis.survey.targets import Target
from samvirke.analysis.validation.ensembles import CountRuns, Draws, map_runs
from samvirke.analysis.validation.weighting import weighted_mean, weighted_quantile
from samvirke.model.agents.partnership import FUTURES, NOT_DECIDED, goes_on, leaves_something
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Scenario
from samvirke.model.scenario.resolved import Arm, Text
from samvirke.model.world import World, lay_out

LOW, HIGH = 0.1, 0.9  # of the plausible range: the prior
MUST_MOVE = 5.0  # points
CONTINUES, SOMETHING_LEFT = "continues", "something_left"
OUTCOMES = (CONTINUES, SOMETHING_LEFT, *FUTURES)


@dataclass(frozen=True)
class Move:
    """One thing that is moved: parameters from low to high in their range, others down, or a lever from one value to another.

    A `narrow` one moves a part of another: it is shown beside, and need not be enough.
    """

    name: str
    parameters: tuple[str, ...] = ()
    lowered: tuple[str, ...] = ()
    levers: dict[str, tuple[float, float]] = field(default_factory=dict)
    narrow: bool = False


MOVES = (
    Move(
        "trust",
        ("trust_at_start", "trust_among_acquainted", "trust_gain_per_month", "weight_of_institutional_trust"),
        lowered=("trust_loss_relative_to_gain", "fading_of_ties_per_month", "trust_lost_in_conflict", "lost_with_a_departure"),
    ),
    Move("trust_at_first", ("trust_at_start", "trust_among_acquainted"), narrow=True),
    Move("money", ("chance_of_application_granted", "part_of_the_need_an_application_covers")),
    Move("applications", ("chance_of_application_granted",), narrow=True),
    Move("host", ("chance_of_finding_a_host_per_month", "last_call_for_hosts")),
    Move("early_anchoring", levers={"anchoring_start_month": (33.0, 12.0)}),
)


@dataclass(frozen=True)
class Change:
    """Change in percent of partnerships from low to high: mean over draws, its standard error, and the 90 % interval over draws."""

    move: str
    outcome: str
    mean: float
    error: float
    low: float
    high: float

    @property
    def is_enough(self) -> bool:
        """Whether it is at least five points."""
        return abs(self.mean) >= MUST_MOVE


def binomial_interval(count: float, n: float, share: float = 0.95) -> tuple[float, float]:
    """Exact interval of a percentage behind which `count` of `n` stand (Clopper and Pearson 1934)."""
    outside = (1.0 - share) / 2.0
    low = 0.0 if count == 0 else float(beta.ppf(outside, count, n - count + 1))
    high = 1.0 if count == n else float(beta.ppf(1.0 - outside, count + 1, n - count))
    return 100.0 * low, 100.0 * high


def within_its_interval(target: Target, mean: float) -> bool:
    """Whether a simulated mean lies where the reported count leaves room for it."""
    low, high = binomial_interval(target.count, target.n)
    return low <= mean <= high


def move_each(scenario: Scenario, draws: Draws, seed: int, count_runs: CountRuns) -> list[Change]:
    """Every move, with the same seeds and draws on both sides."""
    changes: list[Change] = []
    for move in MOVES:
        low, high = (_futures(scenario, moved(move, draws, side), _levers(move, side), seed, count_runs) for side in (0, 1))
        changes += changes_between(move.name, low, high, draws)
    return changes


def moved(move: Move, draws: Draws, side: int) -> Draws:
    """The draws with the move's parameters low (0) or high (1), and those it lowers the other way."""
    records = draws.records.copy().view(np.recarray)
    for name in move.parameters:
        records[name] = REGISTRY[name].prior.at((LOW, HIGH)[side])
    for name in move.lowered:
        records[name] = REGISTRY[name].prior.at((HIGH, LOW)[side])
    return Draws(records, draws.weights, draws.runs_each)


def _levers(move: Move, side: int) -> dict[str, float]:
    return {name: ends[side] for name, ends in move.levers.items()}


def _futures(scenario: Scenario, draws: Draws, levers: dict[str, float], seed: int, count_runs: CountRuns) -> NDArray[Any]:
    parts = map_runs(_world(scenario, levers), draws, seed, lambda ensemble: ensemble.partnerships["future"].copy(), count_runs)
    return np.concatenate(parts)


def _world(scenario: Scenario, levers: dict[str, float]) -> World:
    if not levers:
        return lay_out(scenario, monthly=False, events=False)
    arm = Arm(title=Text(da="flyttet", en="moved"), levers=levers)
    return lay_out(scenario.model_copy(update={"arms": {**scenario.arms, "moved": arm}}), "moved", monthly=False, events=False)


def percent_of(outcome: str, futures: NDArray[Any]) -> NDArray[np.float64]:
    """Percentage of the partnerships of each run (runs x partnerships) that end so; NaN where none has declared."""
    kinds = {CONTINUES: goes_on, SOMETHING_LEFT: leaves_something}
    so = kinds[outcome](futures) if outcome in kinds else futures == FUTURES.index(outcome)
    with np.errstate(invalid="ignore"):
        return 100.0 * so.sum(axis=1) / (futures != NOT_DECIDED).sum(axis=1)


def changes_between(move: str, low: NDArray[Any], high: NDArray[Any], draws: Draws) -> list[Change]:
    """What changes from the futures on the low side to those on the high side (runs x partnerships)."""
    return [_change(move, outcome, percent_of(outcome, high) - percent_of(outcome, low), draws) for outcome in OUTCOMES]


def _change(move: str, outcome: str, differences: NDArray[np.float64], draws: Draws) -> Change:
    """The runs of a draw are averaged first, so the interval is that of the expected change and not of single runs."""
    of_draws = differences.reshape(-1, draws.runs_each).mean(axis=1)
    mean = weighted_mean(of_draws, draws.weights)
    error = float((draws.weights**2 @ (of_draws - mean) ** 2) ** 0.5)
    low, high = (weighted_quantile(of_draws, draws.weights, share) for share in (0.05, 0.95))
    return Change(move, outcome, mean, error, low, high)
