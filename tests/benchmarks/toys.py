"""The toy beside itself: Mesa objects, Starsim where it is installed, and our kernel, taking turns in one process."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Any

import mesa
import numpy as np
from rich.table import Table

from tests.benchmarks import toy_kernel, toy_mesa, toy_starsim
from tests.benchmarks.row import Row
from tests.benchmarks.timing import median_ratio, taking_turns
from tests.benchmarks.toy import TOY, member_months, people

ROUNDS = 9
SEED = 1
KERNEL_RUNS = 50
"""Runs of the kernel per round, each with its own seed, so that the clock sees more than one millisecond."""

OURS = "our kernel: rows, compiled rules, counter-based chance"
MESA = "Mesa objects, as a user writes it (shuffle_do, Mesa's random)"
CHEAPEST = "Mesa objects, at their cheapest (do, uniforms ready in a list)"
STARSIM = "Starsim module"
MUST, AIM = 100, 300
WIDEST_DIFFERENCE = 0.03
"""Means of final trust, ours and Starsim's: one run has a standard error of about 0.006."""


@dataclass(frozen=True)
class ToyTimes:
    """Seconds per run of each implementation in each round."""

    seconds: dict[str, list[float]]

    def milliseconds(self, name: str) -> float:
        """Median time of one run."""
        return 1e3 * median(self.seconds[name])

    def times_ours(self, name: str) -> float:
        """How many times longer than our kernel in the same round, median over rounds."""
        return median_ratio(self.seconds[name], self.seconds[OURS])


def check_same_numbers(model: toy_mesa.ToyModel) -> None:
    """Refuse to compare speeds of different things: Mesa's and our final tables must agree to the last bit."""
    ours = toy_kernel.run(TOY, SEED)
    trust, departures = toy_mesa.trust_and_departures(model)
    if not (np.array_equal(trust, ours.trust) and np.array_equal(departures, ours.departures)):
        raise AssertionError(f"toy: Mesa ends with mean trust {trust.mean()!r}, our kernel with {ours.trust.mean()!r}")


def check_like_numbers(starsim_run: Callable[[], Any]) -> None:
    """Starsim draws its own chance: its mean of final trust must be near ours."""
    ours, theirs = float(toy_kernel.run(TOY, SEED).trust.mean()), float(starsim_run().mean())
    if abs(ours - theirs) > WIDEST_DIFFERENCE:
        raise AssertionError(f"toy: Starsim ends with mean trust {theirs:.3f}, our kernel with {ours:.3f}")


def kernel_runs() -> None:
    """As many runs as one round times."""
    for seed in range(KERNEL_RUNS):
        toy_kernel.run(TOY, seed)


def competitors() -> dict[str, Callable[[], Any]]:
    """Each implementation as something to time, after checking that they play the same toy."""
    reliabilities = toy_mesa.reliabilities_of(TOY, SEED)
    mesa_run = partial(toy_mesa.run, toy_mesa.ToyModel, TOY, SEED, reliabilities)
    uniforms = toy_mesa.uniforms_of(TOY, SEED)
    cheapest = partial(toy_mesa.run, toy_mesa.FrugalModel, TOY, SEED, reliabilities, uniforms)
    check_same_numbers(cheapest())
    ensemble: dict[str, Callable[[], Any]] = {OURS: kernel_runs, MESA: mesa_run, CHEAPEST: cheapest}
    if toy_starsim.starsim_version():
        ensemble[STARSIM] = partial(toy_starsim.run, TOY, SEED, toy_starsim.trust_module(TOY))
        check_like_numbers(ensemble[STARSIM])
    return ensemble


def toy_times(rounds: int = ROUNDS) -> ToyTimes:
    """Time every implementation, taking turns."""
    times = taking_turns(competitors(), rounds)
    times[OURS] = [each / KERNEL_RUNS for each in times[OURS]]
    return ToyTimes(times)


def toy_row(times: ToyTimes) -> Row:
    """The line of the table of speed and size: as a user writes it, and beside it Mesa's best case."""
    ratio, at_least = times.times_ours(MESA), times.times_ours(CHEAPEST)
    measured = {f"{name}: ms": times.milliseconds(name) for name in times.seconds}
    measured |= {f"{name}: times ours": times.times_ours(name) for name in times.seconds}
    reached = f"{ratio:.0f} × ({at_least:.0f} × against Mesa at its cheapest)"
    what = "against the same toy rules as Mesa objects"
    return Row(what, f"{MUST} ×", f"{AIM} ×", reached, ratio >= MUST, measured)


def toy_table(times: ToyTimes) -> Table:
    """The toy beside itself, slowest last."""
    title = f"The toy: {TOY.partnerships} partnerships × {TOY.members} members × {TOY.months} months, one process"
    table = Table("implementation", "ms a run", "ns a member-month", "times ours", title=title, caption=toy_caption())
    for name in sorted(times.seconds, key=times.milliseconds):
        milliseconds = times.milliseconds(name)
        per_month = 1e6 * milliseconds / member_months(TOY)
        table.add_row(name, f"{milliseconds:.2f}", f"{per_month:,.0f}", f"{times.times_ours(name):.0f} ×")
    return table


def toy_caption() -> str:
    """What is compared, with versions, and what was found equal."""
    found = toy_starsim.starsim_version()
    starsim = f"Starsim {found}: equal in the mean" if found else "Starsim is not installed here: pip install starsim"
    cheapest = f"Mesa {mesa.__version__} at its cheapest: every number equal to ours bit by bit"
    return f"{people(TOY):,} members. {cheapest}. {starsim}."
