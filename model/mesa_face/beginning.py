"""What a `PartnershipModel` is given, checked: its seed, its scenario with parameters, its state."""

import operator
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from samvirke.model.begin import begin
from samvirke.model.errors import nearest_valid, shown
from samvirke.model.handle import handle
from samvirke.model.scenario import Problem, Scenario, ScenarioError, read_scenario
from samvirke.model.scenario.options import with_settings, wrong_settings
from samvirke.model.state import TABLES, State, copy_state
from samvirke.model.world import World, lay_out

HIGHEST_SEED = 2**32 - 1


def seed_given(rng: object) -> int:
    """The seed as a Python integer (Mesa refuses numpy's); drawn if None. Raises TypeError, ValueError."""
    if rng is None:
        return int(np.random.default_rng().integers(HIGHEST_SEED, endpoint=True))
    try:
        seed = operator.index(rng)  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(f"rng = {shown(rng)} must be a whole number: the run's seed") from None
    if not 0 <= seed <= HIGHEST_SEED:
        raise ValueError(f"rng = {shown(seed)} must lie between 0 and {HIGHEST_SEED}: the run's seed")
    return seed


def seed_carried(state: State, rng: object, parameters: Mapping[str, float]) -> int:
    """The seed with which a state was begun. Raises ValueError for what would contradict the state."""
    seed = int(state.clock[0].seed)
    if rng is not None and rng != seed:
        raise ValueError(f"rng = {shown(rng)}, but the state was begun with seed {seed}: leave rng out")
    if parameters:
        given = next(iter(parameters))
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


def begun(world: World, seed: int) -> State:
    """The state before the first month of a life with the default draw."""
    state = copy_state(world.template)
    state.parameters[:] = world.draw()
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
    return copy_state(state)
