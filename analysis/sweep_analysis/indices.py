"""Which inputs move a measure, and how much: Morris' elementary effects or Sobol's indices, by SALib, with 90 % intervals.

Morris (1991) with the mean of absolute effects of Campolongo and others (2007): the change of the measure from one end of an
input's range to the other, on average over the ranges of all others. Sobol: the share of the measure's variance over the points
that goes with an input alone (S1), with it and all it does together with others (ST), or with two together (S2).

Both are of the mean over the seeds, which every point has alike. Runs with the same seed have common random numbers, so what a seed
adds to all points alike does not count; what chance does at one point and not at the next does: SALib's intervals hold it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.sweep.design import salib_problem
from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.folder import Input, SweepResults

LEVEL = 0.9
RESAMPLES = 500
SEED_OF_RESAMPLES = 1
FEWEST_BLOCKS = 4
STEPS = 4
"""How often the number of blocks is halved to see where the indices go."""


@dataclass(frozen=True)
class Index:
    """One index of an input (of two, if `beside`), from so many points; `low` and `high` hold it with 90 % (NaN: not known)."""

    measure: str
    input: Input
    beside: str | None
    index: str
    value: float
    low: float
    high: float
    points: int


@dataclass(frozen=True)
class Design:
    """What indices are computed from: whole blocks (trajectories, or base points with their neighbours) of shares and answers."""

    kind: str
    inputs: tuple[Input, ...]
    levels: int
    second_order: bool
    shares: NDArray[np.float64]
    answers: NDArray[np.float64]
    left_out: int

    @property
    def block(self) -> int:
        """Points of a block."""
        number = len(self.inputs)
        if self.kind == "morris":
            return number + 1
        return 2 * number + 2 if self.second_order else number + 2

    @property
    def blocks(self) -> int:
        """How many blocks there are."""
        return len(self.answers) // self.block

    def first(self, blocks: int) -> "Design":
        """The first so many blocks."""
        return replace(self, shares=self.shares[: blocks * self.block], answers=self.answers[: blocks * self.block])

    @property
    def problem(self) -> dict[str, Any]:
        """What SALib calls the problem."""
        return salib_problem([each.column for each in self.inputs])


def design_of(results: SweepResults, answer: Answer, arm: str) -> Design:
    """The answers in the order of the design, without blocks in which a point has none. Raises RunFolderError."""
    if results.kind not in INDICES:
        raise RunFolderError(f"{results.address}: is a sweep of the kind {results.kind}; indices need one of the kind sobol or morris")
    of_points = results.by_run([answer], arm)[answer.name].groupby("point").mean()
    answers = of_points.reindex(list(results.rows)).to_numpy(float)
    shares = np.stack([each.shares_of(column) for each, column in zip(results.inputs, results.values().T, strict=True)], axis=-1)
    given = results.manifest["design"]
    whole = Design(results.kind, results.inputs, int(given["levels"]), bool(given["second_order"]), shares, answers, 0)
    return _without_gaps(whole, results.address, answer)


def _without_gaps(design: Design, address: str, answer: Answer) -> Design:
    known = ~np.isnan(design.answers.reshape(design.blocks, design.block)).any(axis=1)
    if known.sum() < FEWEST_BLOCKS:
        what = "trajectories" if design.kind == "morris" else "base points"
        raise RunFolderError(
            f"{address}: only {known.sum()} of {design.blocks} {what} have {answer.name} at all their points, and {FEWEST_BLOCKS} are "
            "the least; run the sweep to its end, or make it longer"
        )
    keep = np.repeat(known, design.block)
    return replace(design, shares=design.shares[keep], answers=design.answers[keep], left_out=int((~known).sum()))


def indices(design: Design, measure: str) -> list[Index]:
    """All indices of a measure, each input's together. A measure that never changes has none but 0."""
    return INDICES[design.kind](design, measure)


def convergence(design: Design, measure: str) -> list[Index]:
    """The indices from the first eighth of the blocks, the first quarter, … and all of them, as far as those are enough."""
    counts = sorted({design.blocks // 2**step for step in range(STEPS)})
    return [each for count in counts if count >= FEWEST_BLOCKS for each in indices(design.first(count), measure)]


def _morris(design: Design, measure: str) -> list[Index]:
    from SALib.analyze import morris

    found = morris.analyze(
        design.problem, design.shares, design.answers, num_resamples=RESAMPLES, conf_level=LEVEL, num_levels=design.levels,
        seed=SEED_OF_RESAMPLES,
    )  # fmt: skip
    made: list[Index] = []
    for at, each in enumerate(design.inputs):
        effects = {name: float(found[name][at]) for name in ("mu_star", "mu", "sigma")}
        half = {"mu_star": float(found["mu_star_conf"][at]), "mu": _half_of_a_mean(effects["sigma"], design.blocks)}
        known = half if effects["mu_star"] else {}  # that no change was observed does not mean that there is none
        made += [_index(measure, each, None, name, value, known.get(name, np.nan), design) for name, value in effects.items()]
    return made


def _half_of_a_mean(deviation: float, number: int) -> float:
    from scipy.stats import t

    return float(t.ppf((1 + LEVEL) / 2, number - 1) * deviation / number**0.5)


def _sobol(design: Design, measure: str) -> list[Index]:
    from SALib.analyze import sobol

    if np.ptp(design.answers) == 0.0:
        return [_index(measure, each, None, name, 0.0, np.nan, design) for each in design.inputs for name in ("S1", "ST")]
    found = sobol.analyze(
        design.problem, design.answers, calc_second_order=design.second_order, num_resamples=RESAMPLES, conf_level=LEVEL,
        seed=SEED_OF_RESAMPLES,
    )  # fmt: skip
    made = [
        _index(measure, each, None, name, found[name][at], found[f"{name}_conf"][at], design)
        for at, each in enumerate(design.inputs)
        for name in ("S1", "ST")
    ]
    return made + (_together(design, measure, found) if design.second_order else [])


def _together(design: Design, measure: str, found: Any) -> list[Index]:
    inputs, values, halves = design.inputs, found["S2"], found["S2_conf"]
    return [
        _index(measure, inputs[one], inputs[other].column, "S2", values[one, other], halves[one, other], design)
        for one, other in combinations(range(len(inputs)), 2)
    ]


def _index(measure: str, of: Input, beside: str | None, name: str, value: float, half: float, design: Design) -> Index:
    value, half = float(value), float(half)
    low = max(0.0, value - half) if name == "mu_star" and half == half else value - half  # it is a mean of sizes
    return Index(measure, of, beside, name, value, low, value + half, len(design.answers))


INDICES: dict[str, Callable[[Design, str], list[Index]]] = {"morris": _morris, "sobol": _sobol}
MAIN = {"morris": "mu_star", "sobol": "ST"}
"""By which inputs are put in order."""


def in_order(found: Sequence[Index], kind: str) -> list[Input]:
    """The inputs, what moves the measure most first."""
    main = sorted((each for each in found if each.index == MAIN[kind]), key=lambda each: -each.value)
    return [each.input for each in main]
