"""The toy as a Starsim module: arrays of states and one distribution per decision, as its documentation teaches.

Starsim draws its own chance and computes in 32 bits, so its numbers agree with ours in the mean only. It is no
dependency of this project: the comparison is made where it is installed.
"""

from importlib.metadata import PackageNotFoundError, version
from typing import Any

from tests.benchmarks.toy import Toy, people


def starsim_version() -> str | None:
    """The version of Starsim in this environment; None where it is not installed."""
    try:
        return version("starsim")
    except PackageNotFoundError:
        return None


def trust_module(toy: Toy) -> Any:
    """The module: members are numbered partnership after partnership."""
    import numpy as np
    import starsim as ss

    class Trust(ss.Module):
        def __init__(self) -> None:
            super().__init__()
            self.define_pars(
                pick=ss.randint(low=0, high=toy.members - 1),
                keep=ss.random(),
                leave=ss.bernoulli(p=toy.chance_to_leave),
            )
            self.define_states(
                ss.FloatArr("trust", default=toy.fresh_trust),
                ss.FloatArr("reliability", default=ss.uniform(toy.lowest_reliability, 1.0)),
            )

        def step(self) -> None:
            members = self.sim.people.auids
            slot = np.asarray(members) % toy.members
            pick = self.pars.pick.rvs(members)
            partner = ss.uids(np.asarray(members) - slot + pick + (pick >= slot))
            promise_kept = self.pars.keep.rvs(members) < self.reliability[partner]
            trust = self.trust[members]
            gained, lost = trust + toy.gain * (1.0 - trust), trust - toy.loss * trust
            self.trust[members] = np.where(promise_kept, gained, lost)
            self.trust[self.pars.leave.filter(members)] = toy.fresh_trust

    return Trust


def run(toy: Toy, seed: int, module: Any) -> Any:
    """One whole run, laid out and simulated: every member's trust at its end."""
    import starsim as ss

    months = ss.months(toy.months - 1)  # Starsim runs the first and the last month of its calendar
    simulation = ss.Sim(n_agents=people(toy), dur=months, dt=ss.months(1), modules=module(), rand_seed=seed, verbose=0)
    simulation.run()
    return next(iter(simulation.modules)).trust.values
