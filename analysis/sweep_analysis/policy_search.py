"""Search among policies: a sweep of policies x draws from the posterior, every one with the same seeds; then what each buys.

It is an ordinary sweep in a folder of its own: it can be stopped, goes on where it was, and takes further policies, draws and lives
without living the old ones again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from samvirke.analysis.calibration.draws import prior_draws
from samvirke.analysis.calibration.draws_of import PRIOR
from samvirke.analysis.calibration.posterior import Posterior, posterior_of
from samvirke.analysis.sweep.design import Varied
from samvirke.analysis.sweep.executors import Executor, in_this_process
from samvirke.analysis.sweep.points import points_of_sweep
from samvirke.analysis.sweep.runner import sweep_to
from samvirke.analysis.sweep.sweep import Sweep, runs_of_a_part
from samvirke.analysis.sweep.terse import TerseDesign
from samvirke.analysis.sweep_analysis.answers import Answer, AnswerError
from samvirke.analysis.sweep_analysis.folder import open_sweep
from samvirke.analysis.sweep_analysis.frontier import FEWEST_RUNS, Bought, bought, draws_known
from samvirke.analysis.sweep_analysis.policies import Policy, policies_of
from samvirke.model.scenario.resolved import BASELINE, Scenario

MOST_PRIOR_DRAWS = 1000
SEED_OF_PRIOR = 1


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
    """Live what is missing of the search at this address, and reckon. Raises AnswerError, PolicyError, as sweeps do."""
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
        name="frontier", said={"policies": len(policies), "draws": draws, "lives": len(seeds)}, scenario=scenario, arms=(BASELINE,),
        design=TerseDesign(kind="table", file="policies"), varied=tuple(Varied(name, "levers") for name in names),
        values=np.repeat(values, len(numbers), axis=0), draws=np.tile(numbers, len(policies)), posterior=posterior, seeds=seeds,
        tables=("outcomes",), months=None, runs_per_part=runs_of_a_part(len(scenario.partnerships), ("outcomes",)),
    )  # fmt: skip


def _prior() -> Posterior:
    """Draws from the prior in the shape of a posterior."""
    drawn = prior_draws(MOST_PRIOR_DRAWS, SEED_OF_PRIOR)
    return Posterior(PRIOR, drawn, np.full(len(drawn), 1.0 / len(drawn)), np.zeros(len(drawn)), {"sampled": [], "scenario": ""}, ())


def _gains(address: str, answers: Sequence[Answer], ids: Sequence[str], shape: tuple[int, int, int], seeds: range) -> dict[str, Any]:
    """Policies x draws x lives by measure: the policy less the scenario as it is, above 0 for the better."""
    runs = open_sweep(address).by_run(answers, BASELINE)
    gains = {}
    for each in answers:
        table = runs[each.name].unstack("seed").reindex(index=list(ids), columns=list(seeds)).to_numpy(float).reshape(shape)
        gains[each.name] = each.better * (table - table[:1])
        if not draws_known(gains[each.name]).any():
            raise AnswerError(f"--measure: {each.name} is not known of every policy in any draw; name another, or more lives")
    return gains
