"""Policies to choose among: what a partnership may set of the levers whose price its scenario declares, what that costs, what it buys.

The search is a sweep of policies x draws from the posterior, every one with the same seeds, in a folder of its own: it can be stopped,
goes on where it was, and takes further policies, draws and runs without running the old ones again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from samvirke.analysis.calibration.posterior import PRIOR, Posterior, posterior_of
from samvirke.analysis.comparison.costs import cost_of
from samvirke.analysis.sweep.design import Varied
from samvirke.analysis.sweep.executors import Executor, in_this_process
from samvirke.analysis.sweep.points import points_of_sweep
from samvirke.analysis.sweep.runner import sweep_to
from samvirke.analysis.sweep.sweep import Sweep, runs_of_a_part
from samvirke.analysis.sweep.terse import TerseDesign
from samvirke.analysis.sweep_analysis.answers import Answer, AnswerError
from samvirke.analysis.sweep_analysis.folder import open_sweep
from samvirke.analysis.sweep_analysis.frontier import FEWEST_RUNS, Bought, bought, draws_known
from samvirke.model.draws import prior_draws
from samvirke.model.errors import BadInputError
from samvirke.model.scenario.resolved import BASELINE, Arm, Lever, Scenario, Text

POLICY = "policy"
DECIMALS = 9
TRIES = 4
"""So many settings are drawn for each that is wanted: with few steps many are alike."""

MOST_PRIOR_DRAWS = 1000
SEED_OF_PRIOR = 1


class PolicyError(BadInputError):
    """Policies that cannot be made: a scenario that prices no lever, or too few for its levers."""


@dataclass(frozen=True)
class Policy:
    """What is set (values by lever; the first policy sets nothing), and what it costs a partnership beyond that."""

    levers: Mapping[str, float]
    cost_hours: float
    cost_dkk: float

    @property
    def wording(self) -> str:
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
    """So many policies, each once: as it is, every lever alone at either end, then spread evenly over the steps of all levers.

    Raises PolicyError for too few of them, or a scenario that prices no lever.
    """
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


def _step(lever: Lever, share: float) -> float:
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


@dataclass(frozen=True)
class Searched:
    """The policies, the point of each with the first draw, and by measure what each buys; draws of the prior if `posterior` is None."""

    scenario: Scenario
    policies: tuple[Policy, ...]
    points: tuple[str, ...]
    bought: dict[str, Bought] = field(repr=False)
    draws: int
    replicates: int
    posterior: Posterior | None = field(repr=False)


def search(
    scenario: Scenario, answers: Sequence[Answer], address: str, *, policies: int, draws: int, replicates: int, dkk_per_hour: float,
    seed: int = 1, executor: Executor = in_this_process, progress: Callable[[int, int], None] | None = None,
) -> Searched:  # fmt: skip
    """Run what is missing of the search at this address, and compute what it buys. Raises AnswerError, PolicyError, as sweeps do."""
    for each in answers:
        if each.better == 0:
            raise AnswerError(f"--measure: of {each.name} neither more nor less is better; name one that has a better way")
    assert replicates >= FEWEST_RUNS, "regret needs two halves"
    chosen = policies_of(scenario, policies, dkk_per_hour, seed)
    sweep = sweep_of(scenario, chosen, draws, range(seed, seed + replicates))
    sweep_to(sweep, address, executor=executor, command=("samvirke frontier",), progress=progress)
    ids = points_of_sweep(sweep).ids_of_rows
    gains = _gains(address, answers, ids, (len(chosen), -1, replicates), sweep.seeds)
    costs = np.array([each.cost_dkk for each in chosen])
    found = {name: bought(costs, each) for name, each in gains.items()}
    first_ids = ids[:: len(ids) // len(chosen)]
    return Searched(scenario, tuple(chosen), first_ids, found, len(ids) // len(chosen), replicates, posterior_of(scenario))


def sweep_of(scenario: Scenario, policies: Sequence[Policy], draws: int, seeds: range) -> Sweep:
    """Policy by policy, in each the same draws: the first of the posterior, or of the prior where there is none."""
    posterior = posterior_of(scenario) or _prior()
    numbers = np.arange(1, min(draws, len(posterior.draws)) + 1)
    names = list(dict.fromkeys(name for each in policies for name in each.levers))
    values = np.array([[each.levers.get(name, np.nan) for name in names] for each in policies])
    return Sweep(
        name="frontier", given={"policies": len(policies), "draws": draws, "lives": len(seeds)}, scenario=scenario, arms=(BASELINE,),
        design=TerseDesign(kind="table", file="policies"), varied=tuple(Varied(name, "levers") for name in names),
        values=np.repeat(values, len(numbers), axis=0), draws=np.tile(numbers, len(policies)), posterior=posterior, seeds=seeds,
        tables=("outcomes",), months=None, runs_per_part=runs_of_a_part(len(scenario.partnerships), ("outcomes",)),
    )  # fmt: skip


def _prior() -> Posterior:
    """Draws from the prior in the shape of a posterior."""
    drawn = prior_draws(MOST_PRIOR_DRAWS, SEED_OF_PRIOR)
    return Posterior(PRIOR, drawn, np.full(len(drawn), 1.0 / len(drawn)), np.zeros(len(drawn)), {"sampled": [], "scenario": ""}, ())


def _gains(
    address: str, answers: Sequence[Answer], ids: Sequence[str], shape: tuple[int, int, int], seeds: range
) -> dict[str, NDArray[np.float64]]:
    """Policies x draws x runs by measure: the policy less the scenario as it is, above 0 for the better."""
    runs = open_sweep(address).by_run(answers, BASELINE)
    gains = {}
    for each in answers:
        table = runs[each.name].unstack("seed").reindex(index=list(ids), columns=list(seeds)).to_numpy(float).reshape(shape)
        gains[each.name] = each.better * (table - table[:1])
        if not draws_known(gains[each.name]).any():
            raise AnswerError(f"--measure: {each.name} is not known of every policy in any draw; name another, or more replicates")
    return gains
