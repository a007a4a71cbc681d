"""Many runs without objects: seeds x draws of one arm of a scenario; each run is one compiled call."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.model.begin import begin
from samvirke.model.extensions import month_now, own_fields
from samvirke.model.handle import handle
from samvirke.model.state import State, copy_state
from samvirke.model.world import World

STARTS_FROM = (
    "clock", "partnerships", "organisations", "legal_organisations",
    "seats", "key_persons", "relations", "ties", "volunteers", "citizens", "activities", "grants",
    "localities", "presences", "requests",
    "latent", "seen", "own_fields",
)  # fmt: skip
Watched = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Ensemble:
    """What many runs leave; the first axis is the run, in the order of `seeds` and `draws`.

    `partnerships` (runs x partnerships) are the partnerships' records at the end; `latent` and `seen` (runs x partnerships x
    waves x items) are the questionnaire's states and what the contact person sees of them, the last wave being the
    declaration at the grant's end. `monthly` (runs x partnerships x months) and `events` (one record array per run) are
    kept only if the world's template has room for them; `events_not_kept` counts those for which the room did not suffice.
    `own` holds the fields of extensions by name (runs x partnerships), as they are at the end.
    `watched` holds, by table and field, what is recorded at the end of every month (runs x months x rows).
    """

    world: World
    seeds: NDArray[np.int64]
    draw_numbers: NDArray[np.int64]
    draws: Any
    partnerships: Any
    latent: NDArray[np.float64]
    seen: NDArray[np.float64]
    monthly: Any
    events: tuple[Any, ...]
    events_not_kept: int
    watched: Watched
    own: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)


def simulate(
    world: World,
    seeds: ArrayLike,
    draws: Any = None,
    draw_numbers: ArrayLike | None = None,
    levers: NDArray[np.float64] | None = None,
    own_parameters: NDArray[np.float64] | None = None,
) -> Ensemble:
    """Make one run per seed.

    `seeds`: integers 0 to 2**32 - 1, one per run. `draws`: a table of parameter records, one per run, or None for the
    defaults; `draw_numbers` name them (0 for the defaults). The scenario's and the arm's own values override every draw.
    `levers` (runs x partnerships x levers) are what each run sets instead of the world's, NaN where it leaves them open: a world
    laid out for each run would take four times as long as a run of a small partnership.
    `own_parameters` (runs x parameters of extensions) are set instead of the world's likewise.
    Raises ValueError when seeds and draws differ in number.
    """
    seed_of_run = np.asarray(seeds, dtype=np.int64)
    numbers = np.zeros(len(seed_of_run), dtype=np.int64) if draw_numbers is None else np.asarray(draw_numbers, dtype=np.int64)
    records = _one_per_run(world, len(seed_of_run), draws)
    if not len(seed_of_run) == len(records) == len(numbers):
        raise ValueError(f"{len(seed_of_run)} seeds, {len(records)} draws and {len(numbers)} draw numbers: there must be as many of each")
    left = _room(world, len(seed_of_run))
    events, events_not_kept = _run_all(world, seed_of_run, records, levers, own_parameters, left)
    monthly = left.monthly.reshape(len(seed_of_run), len(world.template.partnerships), -1)
    own = {name: left.own[:, :, column] for column, name in enumerate(own_fields())}
    return Ensemble(
        world, seed_of_run, numbers, records, left.partnerships, left.latent, left.seen, monthly, events, events_not_kept, left.watched, own
    )  # fmt: skip


def _one_per_run(world: World, runs: int, draws: Any) -> Any:
    if draws is None:
        return np.repeat(world.draw(), runs).view(np.recarray)
    return world.draw(draws)


@dataclass(frozen=True)
class _Left:
    partnerships: Any
    monthly: Any
    latent: NDArray[np.float64]
    seen: NDArray[np.float64]
    watched: Watched
    own: NDArray[np.float64]


def _room(world: World, runs: int) -> _Left:
    template = world.template
    return _Left(
        np.zeros((runs, *template.partnerships.shape), template.partnerships.dtype).view(np.recarray),
        np.zeros((runs, *template.monthly.shape), template.monthly.dtype).view(np.recarray),
        np.zeros((runs, *template.latent.shape)),
        np.zeros((runs, *template.seen.shape)),
        {name: _room_to_watch(getattr(template, name), fields, (runs, world.months)) for name, fields in world.watched.items()},
        np.zeros((runs, *template.own_fields.shape)),
    )


def _room_to_watch(table: Any, fields: tuple[str, ...], times: tuple[int, int]) -> dict[str, Any]:
    return {name: np.zeros((*times, len(table)), table.dtype[name]) for name in fields}


def _run_all(
    world: World, seeds: Any, records: Any, levers: Any, own_parameters: Any, left: _Left
) -> tuple[tuple[Any, ...], int]:  # fmt: skip
    """Run after run in the same tables; between runs there is only copying."""
    run_months = month_now()
    state = copy_state(world.template)
    pointer, used, template = handle(state), bytes_to_start_over(state), bytes_to_start_over(world.template)
    kept = []
    not_kept = 0
    for run in range(len(seeds)):
        start_over(used, template)
        state.parameters[0] = records[run]
        if levers is not None:
            state.set_policies[:] = levers[run]
        if own_parameters is not None:
            state.own_parameters[:] = np.where(np.isnan(own_parameters[run]), world.template.own_parameters, own_parameters[run])
        begin(pointer, seeds[run])
        if world.watched:
            _run_watched(run_months, pointer, state, run, left.watched)
        else:
            run_months(pointer, world.months)
        left.partnerships[run] = state.partnerships
        left.monthly[run] = state.monthly
        left.latent[run] = state.latent
        left.seen[run] = state.seen
        left.own[run] = state.own_fields
        if len(state.events):
            kept.append(state.events[: state.clock[0].events].copy())
            not_kept += int(state.clock[0].events_not_kept)
    return tuple(kept), not_kept


def _run_watched(run_months: Any, pointer: Any, state: State, run: int, watched: Watched) -> None:
    """The same run, with a pause after every month to copy what is watched."""
    kept = [(getattr(state, name)[each], values[run]) for name, fields in watched.items() for each, values in fields.items()]
    for month in range(len(kept[0][1])):
        run_months(pointer, month + 1)
        for now, months in kept:
            months[month] = now


def bytes_to_start_over(state: State) -> tuple[Any, ...]:
    """The bytes of the tables that a run goes on from, as views (levers are all drawn or set anew, so they need no copy)."""
    return tuple(getattr(state, name).view(np.ndarray).reshape(-1).view(np.uint8) for name in STARTS_FROM)


def start_over(used: tuple[Any, ...], template: tuple[Any, ...]) -> None:
    """Bring a used state back to its template, byte by byte: compiled, tables of so many columns would take a quarter of a minute."""
    for now, first in zip(used, template, strict=True):
        now[:] = first
