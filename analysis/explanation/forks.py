"""A run stopped at the end of a month, and gone on from there: with its own chance, with something called off, or with new chance.

The chance of a month is drawn from the run's seed and the month, so a state that goes on with another seed is the same partnership
at the same point, to which other things happen from now on. With its own seed it is the same run, to the bit.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from samvirke.model.begin import begin
from samvirke.model.chance import HIGHEST_SEED
from samvirke.model.ensemble import bytes_to_start_over, start_over
from samvirke.model.extensions import live_month, run_months
from samvirke.model.handle import handle
from samvirke.model.state import State, copy_state
from samvirke.model.world import World

THREADS = 2


def begun(world: World, draw: Any, seed: int) -> State:
    """The state before month 1; `draw` is a parameter record, or None for the defaults."""
    state = copy_state(world.template)
    state.parameters[0] = world.draw(draw)
    begin(handle(state), seed)
    return state


def gone_on(state: State, until_month: int, called_off: Iterable[int] = ()) -> State:
    """A copy that has gone on with its own chance; events with the ids `called_off` do not happen."""
    copy = copy_state(state)
    ids = np.array(sorted(called_off), dtype=np.int64)
    if len(ids):
        copy = copy._replace(cancelled=np.union1d(copy.cancelled, ids))
    run_months(handle(copy), until_month)
    return copy


def months_of(state: State, until_month: int) -> Iterator[State]:
    """The state itself, then a copy at the end of every month up to `until_month`."""
    yield state
    while state.clock[0].month < until_month:
        state = copy_state(state)
        live_month(state)
        yield state


def with_other_chance(state: State, seeds: Any, until_month: int) -> Any:
    """The partnerships' records (seeds x partnerships) at the end of `until_month`, each run going on from `state` with a seed."""
    parts = np.array_split(np.asarray(seeds, dtype=np.int64), THREADS)
    with ThreadPoolExecutor(THREADS) as threads:
        records = list(threads.map(lambda some: _one_after_the_other(state, some, until_month), parts))
    return np.concatenate(records).view(np.recarray)


def _one_after_the_other(state: State, seeds: Any, until_month: int) -> Any:
    """Run after run in the same tables; between them there is only copying."""
    records = np.zeros((len(seeds), len(state.partnerships)), state.partnerships.dtype)
    now = copy_state(state)
    going_on, used, stopped = handle(now), bytes_to_start_over(now), bytes_to_start_over(state)
    for row, seed in enumerate(seeds):
        start_over(used, stopped)
        now.policy_values[:] = state.policy_values
        now.clock[0].seed = seed
        run_months(going_on, until_month)
        records[row] = now.partnerships
    return records


def nearby_seeds(seed: int, number: int) -> Any:
    """The seeds that follow one, round the corner where there are no more."""
    return (seed + 1 + np.arange(number, dtype=np.int64)) % (HIGHEST_SEED + 1)
