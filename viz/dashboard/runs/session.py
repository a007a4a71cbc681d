"""The state of one page: the runs behind its address, made when they are first needed. Nothing is drawn here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from samvirke.analysis.calibration.posterior import Posterior, posterior_of
from samvirke.model.chance import HIGHEST_SEED
from samvirke.model.levers import SETTLED_AT_THE_START
from samvirke.model.scenario import Scenario, read_scenario, scenario_names
from samvirke.model.scenario.resolved import BASELINE
from samvirke.model.scenario.table import Text
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.all_partnerships import AllPartnerships, all_partnerships
from samvirke.viz.dashboard.runs.followed_run import TURNED, FollowedRun, alone, turned

if TYPE_CHECKING:  # a second to import, only where many runs are made
    from samvirke.analysis.comparison.comparison import Comparison
    from samvirke.viz.dashboard.runs.paired_runs import Pairs, Simulated

Made = TypeVar("Made")
Tell = Callable[[int, int], None]
"""Called with how many of how many are done."""

RUNS_FOR_WIDTHS = 4000
"""Of one partnership: 250 hardly ever tell how wide a range is under the posterior beside the prior."""

_one_reader = Lock()


def parameters_of(name: str) -> Posterior | None:
    """The posterior of a built-in scenario; read once, never changed. Pages that open together wait for one reading."""
    with _one_reader:
        return _read_parameters(name)


@lru_cache(maxsize=4)
def _read_parameters(name: str) -> Posterior | None:
    return posterior_of(read_scenario(name))


@cache
def titles() -> dict[str, Text]:
    """What each built-in scenario is called; read once."""
    return {name: read_scenario(name).title for name in scenario_names()}


class Session:
    """The runs behind one page. Of each sort only the last one asked for is kept, so that a page stays small."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Any, Any]] = {}

    def scenario(self, address: Address) -> Scenario:
        """The whole scenario."""
        return self._once("scenario", address.scenario, lambda: read_scenario(address.scenario))

    def case(self, address: Address) -> str:
        """The partnership that is looked at: the first if none is named."""
        return address.case or self.scenario(address).partnerships[0].case_id

    def run(self, address: Address) -> FollowedRun:
        """The partnership's run as it is."""
        key = (address.scenario, self.case(address), address.arm, address.seed)
        return self._once("run", key, lambda: FollowedRun(self._alone(address), address.arm, address.seed, self._draw(address)))

    def other_run(self, address: Address) -> FollowedRun | None:
        """The same partnership with the same random numbers under the levers of the address; None where none is turned."""
        if not address.levers:
            return None
        key = (address.scenario, self.case(address), address.arm, address.seed, tuple(address.levers.items()), address.branch)
        return self._once("other", key, lambda: FollowedRun(self._turned(address), TURNED, address.seed, self._draw(address)))

    def all(self, address: Address) -> AllPartnerships:
        """All partnerships of the scenario."""
        key = (address.scenario, address.arm, address.seed)
        return self._once(
            "all", key, lambda: all_partnerships(self.scenario(address), address.arm, address.seed, self._draw(address))
        )  # fmt: skip

    def pairs(self, address: Address) -> "Pairs | None":
        """250 runs with and without the levers; None where none is turned."""
        if not address.levers:
            return None
        from samvirke.viz.dashboard.runs.paired_runs import paired, simulated

        posterior, scenario = parameters_of(address.scenario), self._turned(address)
        with_levers = simulated(scenario, TURNED, address.seed, posterior)
        return paired(scenario, self.without(address), with_levers, address.seed, posterior)

    def arms(self, address: Address, tell: Tell = lambda _done, _of: None) -> "dict[str, Pairs]":
        """250 runs with and without each variant of the scenario; `tell` gets how many of how many variants are done."""
        key = (address.scenario, self.case(address), address.seed)
        return self._once("arms", key, lambda: dict(self._arms(address, tell)))

    def _arms(self, address: Address, tell: Tell) -> "Iterator[tuple[str, Pairs]]":
        from samvirke.viz.dashboard.runs.paired_runs import paired, simulated

        seed, posterior, scenario = address.seed, parameters_of(address.scenario), self._alone(address)
        without = self.without(replace(address, arm=BASELINE))
        names = [name for name, arm in scenario.arms.items() if not arm.changes_nothing]
        for done, name in enumerate(names):
            tell(done, len(names))
            yield name, paired(scenario, without, simulated(scenario, name, seed, posterior, by_month=()), seed, posterior, name)

    def with_prior(self, address: Address, arms: Sequence[str] = (TURNED,), tell: Tell = lambda _done, _of: None) -> "Comparison":
        """Many more runs of what the levers turn, or of some variants, and runs of the prior beside: what the data add."""
        from samvirke.analysis.comparison.comparison import compare

        of_levers = tuple(arms) == (TURNED,)
        levers = (address.arm, tuple(address.levers.items()), address.branch) if of_levers else ()
        key = (address.scenario, self.case(address), address.seed, *arms, *levers)
        seed = min(address.seed, HIGHEST_SEED - RUNS_FOR_WIDTHS)
        scenario, baseline = (self._turned(address), address.arm) if of_levers else (self._alone(address), BASELINE)
        return self._once(
            "with prior", key,
            lambda: compare(scenario, arms, baseline=baseline, replicates=RUNS_FOR_WIDTHS, seed=seed, progress=tell),
        )  # fmt: skip

    def without(self, address: Address) -> "Simulated":
        """250 runs as it is."""
        from samvirke.viz.dashboard.runs.paired_runs import simulated

        key = (address.scenario, self.case(address), address.arm, address.seed)
        posterior = parameters_of(address.scenario)
        return self._once("without", key, lambda: simulated(self._alone(address), address.arm, address.seed, posterior))

    def _alone(self, address: Address) -> Scenario:
        key = (address.scenario, self.case(address))
        return self._once("alone", key, lambda: alone(self.scenario(address), self.case(address)))

    def _turned(self, address: Address) -> Scenario:
        levers = address.levers
        if address.branch:
            levers = {name: value for name, value in levers.items() if name not in SETTLED_AT_THE_START}
        return turned(self._alone(address), address.arm, levers, address.branch)

    def _draw(self, address: Address) -> Any:
        """The parameters of this seed: the same in every arm."""
        posterior = parameters_of(address.scenario)
        return None if posterior is None else posterior.of_numbers(posterior.numbers_for([address.seed]))[0]

    def _once(self, sort: str, key: Any, make: Callable[[], Made]) -> Made:
        if sort not in self._made or self._made[sort][0] != key:
            self._made[sort] = (key, make())
        made: Made = self._made[sort][1]
        return made
