"""`python -m tests.benchmarks.groups --work FOLDER`: what each group of parameters costs and gains in held-out log score.

From what a calibration has kept. Partnerships and cross-tables are left out in turn, as in `calibrate --leave-out`, with: nothing fitted
(the prior); the sampled parameters fitted and all others at their default; over their whole prior; and held by the fitted spread.
The score is that of the emulated chances.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.special import logsumexp
from scipy.stats import norm

from samvirke.analysis.calibration.calibration import FULL, QUICK, Calibration, calibrate
from samvirke.analysis.calibration.hamiltonian import Target, moved
from samvirke.analysis.calibration.joint_likelihood import Observed, parts_and_slopes, target_of
from samvirke.analysis.calibration.leave_one_out import parts_of
from samvirke.analysis.calibration.leave_one_out_file import CASE, CROSS_TABLE
from samvirke.model.scenario import read_scenario

Floats = NDArray[np.float64]
CHAINS, FIRST_MOVES, MOVES = 300, 60, 15
SPREADS: dict[str, float | None] = {
    "others at their default": 0.001,
    "others over their whole prior": 0.999,
    "others held by a fitted spread": None,
}


def fixed(target: Target, score: float | None) -> Target:
    """The same with the spread of the others, the last score, held where it is."""
    if score is None:
        return target

    def held(points: Floats) -> tuple[Floats, Floats]:
        there = np.array(points)
        there[:, -1] = score
        found, slope = target(there)
        slope[:, -1] = 0.0
        return found, slope

    return held


def score_of(calibration: Calibration, observed: Observed, points: Floats, place: int) -> float:
    """Log score of one part under the mean of the draws: an outcome, or a cross-table (`place` is its part of the likelihood)."""
    parts, _ = parts_and_slopes(observed, *calibration.emulator.log_chances(points))
    return float(logsumexp(parts[:, place]) - np.log(len(points)))


def left_out(calibration: Calibration, spread: float | None, said: Callable[[str], None]) -> dict[str, float]:
    """Sums of the held-out log scores: of outcomes, and of cross-tables."""
    observed, emulator = calibration.observed, calibration.emulator
    chance = np.random.default_rng(1)
    score = None if spread is None else float(norm.ppf(spread))
    start = chance.standard_normal((CHAINS, len(emulator.names)))
    whole, _ = moved(fixed(target_of(observed, emulator), score), start, FIRST_MOVES, chance)
    sums = {CASE: 0.0, CROSS_TABLE: 0.0}
    for name, places in parts_of(observed.tallies).items():
        kind = next((each for each in sums if name.startswith(each)), None)
        if kind is None:
            continue
        said(name)
        draws, _ = moved(fixed(target_of(observed.without(places), emulator), score), whole, MOVES, chance)
        if score is not None:
            draws[:, -1] = score
        sums[kind] += score_of(calibration, observed, draws, place_of(observed, min(places)))
    return sums


def place_of(observed: Observed, place: int) -> int:
    """Which part of the likelihood a question or outcome is: margins are one, then come cross-tables, then outcomes."""
    evidence = observed.tallies.evidence
    margins, questions = len(evidence.questions), len(observed.tallies.questions)
    return 1 + (place - margins) // 2 if place < questions else 1 + len(evidence.tables) + place - questions


def of_prior(calibration: Calibration) -> dict[str, float]:
    """The same under the prior."""
    observed = calibration.observed
    points = np.random.default_rng(2).standard_normal((2000, len(calibration.emulator.names)))
    sums = {CASE: 0.0, CROSS_TABLE: 0.0}
    for name, places in parts_of(observed.tallies).items():
        for kind in sums:
            if name.startswith(kind):
                sums[kind] += score_of(calibration, observed, points, place_of(observed, min(places)))
    return sums


def main(work: Annotated[Path, typer.Option()], quick: bool = False, seed: int = 1) -> None:
    """Print one row per group."""
    console = Console(width=120)
    with console.status("reading what is kept") as status:
        calibration, _ = calibrate(
            read_scenario("partnerskabspuljen"), QUICK if quick else FULL, seed, work, lambda step: status.update(step.doing)
        )
        found = {"nothing fitted (prior)": of_prior(calibration)}
        found |= {name: left_out(calibration, spread, status.update) for name, spread in SPREADS.items()}
    table = Table(title=f"Held-out log score, {len(calibration.sampled)} parameters sampled", box=None)
    for column in ("parameters", "24 partnerships", "cross-tables"):
        table.add_column(column, justify="left" if column == "parameters" else "right")
    for name, sums in found.items():
        table.add_row(name, f"{sums[CASE]:.1f}", f"{sums[CROSS_TABLE]:.1f}")
    console.print(table)


if __name__ == "__main__":
    typer.run(main)
