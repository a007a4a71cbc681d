"""What a `PartnershipModel` is given, checked: its seed, its scenario with parameters, its state."""

import operator
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from samvirke.model.begin import begin
from samvirke.model.draws import numbers_of_draws, posterior_file_of, read_posterior_table, records_of_posterior
from samvirke.model.errors import nearest_valid, shown
from samvirke.model.handle import handle
from samvirke.model.scenario import Problem, Scenario, ScenarioError, read_scenario
from samvirke.model.scenario.options import with_settings, wrong_settings
from samvirke.model.state import TABLES, State, copy_state
from samvirke.model.world import World, lay_out

HIGHEST_SEED = 2**32 - 1
NO_SEED = (
    "rng = None is no seed: leave rng out for one that is drawn; mesa.batch_run takes seeds from Mesa 3.5 on as an argument, rng=[1, 2], "
    "and not among the parameters"
)


class Drawn:
    """What `rng` is if it is left out: the seed is drawn."""

    def __repr__(self) -> str:
        return "drawn"


DRAWN = Drawn()


def seed_given(rng: object) -> int:
    """The seed as a Python integer (Mesa refuses numpy's); drawn if it is left out. Raises TypeError, ValueError.

    `None` is what `mesa.batch_run` of Mesa 3.5 puts over the seeds that stand among the parameters: those would be lost without a word.
    """
    if isinstance(rng, Drawn):
        return int(np.random.default_rng().integers(HIGHEST_SEED, endpoint=True))
    if rng is None:
        raise ValueError(NO_SEED)
    try:
        seed = operator.index(rng)  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(f"rng = {shown(rng)} must be a whole number: the run's seed") from None
    if not 0 <= seed <= HIGHEST_SEED:
        raise ValueError(f"rng = {shown(seed)} must lie between 0 and {HIGHEST_SEED}: the run's seed")
    return seed


def draw_given(scenario: Scenario, draw: object, seed: int) -> tuple[int, Any]:
    """The number of the draw, and its parameter record (None for the defaults): by default what `samvirke.run` gives that seed.

    Raises TypeError or ValueError for what is no draw of the scenario, PosteriorError.
    """
    if draw is not None and (not isinstance(draw, int) or isinstance(draw, bool)):
        raise TypeError(f"draw = {shown(draw)} must be a whole number: 0 for the defaults, or the number of a draw of the posterior")
    file = None if draw == 0 else posterior_file_of(scenario)
    if file is None:
        if draw:
            raise ValueError(f"draw = {draw}: {scenario.name} has no posterior; draw = 0 are the defaults")
        return 0, None
    records = _records_in(file, file.stat().st_mtime_ns)
    number = int(numbers_of_draws([seed], len(records))[0]) if draw is None else draw
    if not 1 <= number <= len(records):
        raise ValueError(f"draw = {number} must lie between 0 (the defaults) and {len(records)}: so many draws {file.name} has")
    return number, records[number - 1 : number].view(np.recarray)


@lru_cache(maxsize=2)
def _records_in(file: Path, changed: int) -> Any:
    """The draws of a posterior; a batch of runs reads them once, until the file has `changed`."""
    del changed
    table, about = read_posterior_table(file)
    return records_of_posterior(table, about.get("seed", 0))


def seed_carried(state: State, rng: object, draw: object, parameters: Mapping[str, float]) -> int:
    """The seed with which a state was begun. Raises ValueError for what would contradict the state."""
    seed = int(state.clock[0].seed)
    if not isinstance(rng, Drawn) and rng is not None and rng != seed:
        raise ValueError(f"rng = {shown(rng)}, but the state was begun with seed {seed}: leave rng out")
    if parameters or draw is not None:
        given = next(iter(parameters), "draw")
        raise ValueError(f"{given} cannot be given with a state, which carries its own parameters and levers: leave it out")
    return seed


def world_of(scenario: str | Path | Scenario, arm: str, parameters: Mapping[str, float]) -> World:
    """The arm laid out, with parameters and levers by name. Raises ScenarioError with every problem."""
    if "seed" in parameters:
        raise TypeError("PartnershipModel takes its seed as Mesa's `rng`: rng=1")
    resolved = scenario if isinstance(scenario, Scenario) else read_scenario(str(scenario))
    problems = [
        Problem(f"{name}={shown(value)}", problem.what) for name, value in parameters.items() for problem in wrong_settings({name: value})
    ]
    if arm not in resolved.arms:
        sentence = f"{resolved.name} has no such arm; {nearest_valid(arm, resolved.arms)}"
        problems.append(Problem(f"arm={shown(arm)}", sentence))
    if problems:
        raise ScenarioError(problems)
    return lay_out(with_settings(resolved, parameters) if parameters else resolved, arm)


def begun(world: World, seed: int, draw: Any) -> State:
    """The state before the first month of a run with this draw (None: the defaults)."""
    state = copy_state(world.template)
    state.parameters[:] = world.draw(draw)
    begin(handle(state), seed)
    return state


def fitting(state: State, world: World) -> State:
    """A copy of the state, if it was laid out like the world. Raises ValueError."""
    for name in TABLES:
        there, here = len(getattr(state, name)), len(getattr(world.template, name))
        if there != here:
            raise ValueError(
                f"the state has {there} {name}, {world.scenario.name} (arm {world.arm}) has {here}: "
                "name the scenario and arm that it was saved from"
            )
    if (len(state.own_parameters), state.own_fields.shape) != (len(world.template.own_parameters), world.template.own_fields.shape):
        raise ValueError("the state was laid out with other extensions than there are now: add those it was saved with")
    return copy_state(state)
