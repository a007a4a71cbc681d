"""Runs seen month by month: who holds which post, and every tie's trust, which the tables of a run do not keep."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.model.agents.partnership import ALIVE
from samvirke.model.begin import begin
from samvirke.model.extensions import run_months
from samvirke.model.handle import handle
from samvirke.model.state import State, copy_state
from samvirke.model.world import World

MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class OneHistory:
    """One run; the first axis of what was seen is the month (0 is before the first).

    `holders` (months x seats): who sits there, -1 for nobody. `posts`: whether the seat is one of a member of a partnership
    that is alive. `trust` and `months_met` (months x ties). `policies` are the levers as they began; `state` is the end.
    """

    state: State
    policies: Any
    holders: Any
    posts: Any
    trust: Any
    months_met: Any

    @property
    def months(self) -> int:
        """Months simulated."""
        return len(self.holders) - 1

    @property
    def monthly(self) -> Any:
        """The monthly measures: partnerships x months, month 1 first."""
        return self.state.monthly.reshape(len(self.state.partnerships), -1)


def percent(part: Any, whole: Any) -> float:
    """`part` in percent of `whole`; NaN where there is no whole."""
    return 100.0 * float(part) / float(whole) if whole > 0 else float("nan")


def runs_month_by_month(world: World, seeds: Iterable[int], draws: Any) -> Iterator[OneHistory]:
    """A run per seed and draw of a world that keeps months; the same bits as `simulate` leaves."""
    for seed, row in zip(seeds, range(len(draws)), strict=True):
        yield _run(world, seed, draws[row : row + 1])


def _run(world: World, seed: int, draw: Any) -> OneHistory:
    state = copy_state(world.template)
    state.parameters[:] = world.draw(draw)
    pointer = handle(state)
    begin(pointer, seed)
    policies = state.policies.copy()
    seen = [_seen(state)]
    for month in range(1, world.months + 1):
        run_months(pointer, month)
        seen.append(_seen(state))
    return OneHistory(state, policies, *(np.stack(column) for column in zip(*seen, strict=True)))


def _seen(state: State) -> tuple[Any, ...]:
    seats = state.seats
    posts = (state.organisations.active[seats.organisation] == 1) & (state.partnerships.stage[seats.partnership] == ALIVE)
    return seats.holder.copy(), posts, state.ties.trust.copy(), state.ties.months_met.copy()
