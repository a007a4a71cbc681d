"""`PartnershipModel`: a scenario's arm run month by month as a `mesa.Model`, with the same kernel as the ensembles."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mesa

from samvirke.model.agents.partnership import ALIVE
from samvirke.model.errors import nearest_valid, shown
from samvirke.model.extensions import run_months
from samvirke.model.handle import handle
from samvirke.model.mesa_face.agents import Partnership
from samvirke.model.mesa_face.beginning import DRAWN, Drawn, begun, draw_given, fitting, seed_carried, seed_given, world_of
from samvirke.model.mesa_face.happenings import Happening, happenings
from samvirke.model.mesa_face.population import Population, organisations_network, trust_network
from samvirke.model.scenario import Scenario
from samvirke.model.scenario.resolved import BASELINE
from samvirke.model.state import State
from samvirke.model.world import World


def _total_of(field: str) -> Callable[[Any], float]:
    return lambda model: float(model.state.partnerships[field].sum())


def _mean_of(field: str) -> Callable[[Any], float]:
    """Mean over the partnerships that have not ended; NaN where all have."""

    def mean(model: Any) -> float:
        alive = model.state.partnerships[field][model.state.partnerships.stage == ALIVE]
        return float(alive.mean()) if len(alive) else math.nan

    return mean


def _partnerships_alive(model: Any) -> int:
    return int((model.state.partnerships.stage == ALIVE).sum())


def _participants(model: Any) -> float:
    return float((model.state.partnerships.participants * model.state.partnerships.persons_per_citizen).sum())


MODEL_REPORTERS: dict[str, Any] = {
    "month": "month",
    "partnerships_alive": _partnerships_alive,
    "organisations": _total_of("organisations_now"),
    "departures": _total_of("departures"),
    "trust": _mean_of("trust"),
    "synergy": _mean_of("synergy"),
    "attainment": _mean_of("attainment"),
    "volunteers": _total_of("active_volunteers"),
    "participants": _participants,
    "activities": _total_of("running_activities"),
}
"""Totals over the partnerships, and means of trust, synergy and attainment over those not ended; `participants` are persons."""


class PartnershipModel(mesa.Model):
    """One run of one arm of a scenario.

    `scenario`: a built-in name, the path of a scenario file, or a resolved scenario; it stands in `world.scenario`
    (`Model.scenario` is Mesa's own from 3.5 on). `rng`: the run's seed, 0 to 2**32 - 1; drawn if it is left out, kept in `seed`.
    `draw`: the number of the parameter set, kept in `draw`. Left out, it is the draw from the scenario's posterior that
    `samvirke.run` gives this seed, or 0 where the scenario has none; 0 are the defaults, which no answers have been fitted to.
    With the same seed and draw the run is bit by bit that of `samvirke.run`.
    Further keywords are parameters by name, or levers, which are then set in every partnership from the start; what the
    arm itself sets goes before. `state`: a state of this scenario and arm (`load_state`, `samvirke.model.state`) to go on from.

    A step is a month. After the scenario's last month `running` is False and a step changes nothing. `month` counts the
    months of the run, `steps` the steps of this object. `datacollector` notes `MODEL_REPORTERS` at the start and after
    each month; replace it by your own. Raises ScenarioError for what the scenario does not have or allow.
    """

    def __init__(
        self,
        scenario: str | Path | Scenario = "one-partnership",
        arm: str = BASELINE,
        rng: int | Drawn = DRAWN,
        *,
        draw: int | None = None,
        state: State | None = None,
        **parameters: float,
    ) -> None:
        seed = seed_given(rng) if state is None else seed_carried(state, rng, draw, parameters)
        super().__init__(rng=seed)
        self.world: World = world_of(scenario, arm, parameters)
        self.draw: int | None = None  # a state carries its parameters and does not know their number
        if state is None:
            self.draw, record = draw_given(self.world.scenario, draw, seed)
            self._state = begun(self.world, seed, record)
        else:
            self._state = fitting(state, self.world)
        self._handle = handle(self._state)
        self._population = Population(self)
        self.running = self.month < self.world.months
        self.datacollector = mesa.DataCollector(model_reporters=MODEL_REPORTERS)
        self.datacollector.collect(self)

    def step(self) -> None:
        """Run one month."""
        if not self.running:
            return
        run_months(self._handle, self.month + 1)
        self._population.follow()
        self.running = self.month < self.world.months
        self.datacollector.collect(self)

    @property
    def state(self) -> State:
        """The whole state, shared with the agents; keep it with `save_state`, go on from it with `state=`."""
        return self._state

    @property
    def month(self) -> int:
        """The last month that was run; 0 before the first."""
        return int(self._state.clock[0].month)

    @property
    def seed(self) -> int:
        """The run's seed."""
        return int(self._state.clock[0].seed)

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The partnerships by their names in tables, in the order of the state's rows."""
        return self.world.case_ids

    @property
    def events(self) -> list[Happening]:
        """What happened this month."""
        return happenings(self, self.month)

    @property
    def history(self) -> list[Happening]:
        """What has happened so far."""
        return happenings(self)

    @property
    def departed(self) -> Any:
        """AgentSet of the key persons who have left; they are no longer in `agents`."""
        return self._population.departed

    def agent_at(self, table: str, row: int) -> Any:
        """The agent in a row of a table of the state; None if there is none, or not yet."""
        return self._population.at(table, row)

    def partnership(self, case_id: str) -> Partnership:
        """The partnership of that name. Raises KeyError with the nearest one."""
        if case_id not in self.case_ids:
            raise KeyError(f"there is no partnership {shown(case_id)} here; {nearest_valid(case_id, self.case_ids)}")
        found: Partnership = self.agent_at("partnerships", self.case_ids.index(case_id))
        return found

    def trust_network(self, case_id: str) -> Any:
        """Directed graph (networkx) of the partnership's key persons and how far each relies on each."""
        return trust_network(self, self.partnership(case_id))

    def organisations_network(self, case_id: str) -> Any:
        """Directed graph (networkx) of the partnership's members and the trust between them."""
        return organisations_network(self, self.partnership(case_id))

    def fork(self) -> "PartnershipModel":
        """An independent run that goes on from here; untouched, both go on alike, bit by bit.

        Agents keep their `unique_id`; the fork's own `datacollector` begins here. A subclass must take the same keywords.
        """
        twin = type(self)(self.world.scenario, self.world.arm, state=self._state)
        twin.draw = self.draw
        twin.random.setstate(self.random.getstate())
        twin.rng.bit_generator.state = self.rng.bit_generator.state
        return twin
