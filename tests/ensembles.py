"""Runs for tests: a small scenario laid out, simulated, and compared to the bit."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from samvirke.model.begin import begin
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.extensions import run_months
from samvirke.model.handle import handle
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.state import State, copy_state, parts_of
from samvirke.model.world import World, lay_out

TINY = str(Path(__file__).parent / "scenarios" / "tiny.toml")
KEPT = ("partnerships", "latent", "seen", "monthly")


@cache
def tiny() -> Scenario:
    """Three small partnerships over 40 months."""
    return read_scenario(TINY)


def changed(**parts: Any) -> Scenario:
    """The small scenario with some of its parts replaced."""
    return tiny().model_copy(update=parts)


def begun(world: World, seed: int, draw: Any = None) -> State:
    """A state before its first month."""
    state = copy_state(world.template)
    state.parameters[:] = world.draw(draw)
    begin(handle(state), seed)
    return state


def simulated(world: World, seed: int, months: int | None = None, draw: Any = None) -> State:
    """A state after some months, or after all of them."""
    state = begun(world, seed, draw)
    run_months(handle(state), world.months if months is None else months)
    return state


def many(scenario: Scenario, seeds: Any, arm: str = "baseline", **parameters: float) -> Ensemble:
    """Runs of one arm under parameters of one's own."""
    changed_scenario = scenario.model_copy(update={"parameters": {**scenario.parameters, **parameters}})
    return simulate(lay_out(changed_scenario, arm), seeds)


def same_bits(one: Any, other: Any) -> bool:
    """Whether two arrays hold the same bits."""
    return np.asarray(one).tobytes() == np.asarray(other).tobytes()


def differing_parts(one: State, other: State) -> list[str]:
    """Names of the tables and arrays in which two states differ (the scratch pad of draws does not count)."""
    here, there = parts_of(one), parts_of(other)
    return [name for name in here if name != "uniforms" and not same_bits(here[name], there[name])]


def same_runs(one: Ensemble, other: Ensemble) -> bool:
    """Whether two ensembles left the same bits."""
    return all(same_bits(getattr(one, name), getattr(other, name)) for name in KEPT)
