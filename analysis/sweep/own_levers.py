"""Lives that each set levers of their own: what `simulate` does, with a run's levers put in before its life begins.

A world for each run, with tables copied for it, would take four times as long as the life of a small partnership.
"""

from typing import Any

import numpy as np

from model.begin import begin
from model.ensemble import Lives, bytes_to_start_over, start_over
from model.handle import handle
from model.month import live
from model.state import copy_state
from model.world import World

LEFT = ("partnerships", "monthly", "latent", "seen")
"""Tables of the state that a life leaves whole."""


def simulate_each(world: World, seeds: Any, draws: Any, draw_numbers: Any, levers: Any) -> Lives:
    """Live one run per seed; `levers` (runs x partnerships x levers) are what each run sets, NaN where it leaves them open.

    The world must watch nothing. All else is as in `simulate`.
    """
    assert not world.watched, "what is watched is copied month by month: simulate does that"
    records = world.draw(draws)
    left = {name: _room(getattr(world.template, name), len(seeds)) for name in LEFT}
    events, events_not_kept = _live_all(world, seeds, records, levers, left)
    months = left["monthly"].reshape(len(seeds), len(world.template.partnerships), -1)
    return Lives(
        world, np.asarray(seeds), np.asarray(draw_numbers), records, left["partnerships"], left["latent"], left["seen"], months,
        events, events_not_kept, {},
    )  # fmt: skip


def _room(table: Any, runs: int) -> Any:
    room = np.zeros((runs, *table.shape), table.dtype)
    return room.view(np.recarray) if table.dtype.names else room


def _live_all(world: World, seeds: Any, records: Any, levers: Any, left: dict[str, Any]) -> tuple[tuple[Any, ...], int]:
    """Run after run in the same tables."""
    state = copy_state(world.template)
    pointer, used, template = handle(state), bytes_to_start_over(state), bytes_to_start_over(world.template)
    events, not_kept = [], 0
    for run in range(len(seeds)):
        start_over(used, template)
        state.set_policies[:] = levers[run]
        state.parameters[0] = records[run]
        begin(pointer, seeds[run])
        live(pointer, world.months)
        for name, room in left.items():
            room[run] = getattr(state, name)
        if len(state.events):
            events.append(state.events[: state.clock[0].events].copy())
            not_kept += int(state.clock[0].events_not_kept)
    return tuple(events), not_kept
