"""Scenario discovery (Bryant and Lempert 2010): under which values of what varied something happens, in boxes a person can read.

Boxes are found with two thirds of the points and held against the last third, which they have not seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.boxes import LEAST_COVERAGE, Box, Cases, Held, Inputs, cart, held, prim, quasi_p
from samvirke.analysis.sweep_analysis.folder import Input, SweepResults
from samvirke.model.errors import nearest_valid, shown
from samvirke.model.language import ENGLISH

MOST_BOXES = 3
FEWEST_POINTS = 20
FEWEST_CASES = 10
ONE_OF = 3
"""One of so many points is held out, chosen by its id."""

DENSER = 1.1
"""A further box of PRIM must be so many times denser than all runs."""


@dataclass(frozen=True)
class Found:
    """A box with what it holds of all runs, and of those held out."""

    method: str
    number: int
    box: Box
    of_all: Held
    of_held_out: Held
    p_values: dict[int, float]


@dataclass(frozen=True)
class Discovery:
    """What was searched (runs x inputs; which are cases) and what was found; `left_out` are inputs that some points leave open."""

    when: Answer
    arm: str
    inputs: tuple[Input, ...]
    left_out: tuple[str, ...]
    inputs_of_runs: Inputs = field(repr=False)
    cases: Cases = field(repr=False)
    found: tuple[Found, ...] = ()

    @property
    def base_rate(self) -> float:
        """Share of all runs that are cases."""
        return float(self.cases.mean())


def discover(
    results: SweepResults, when: Answer, arm: str, *, partnership: str | None = None, least_coverage: float = LEAST_COVERAGE
) -> Discovery:
    """Boxes by PRIM and by CART. Raises RunFolderError where there is too little to search, or nothing to find."""
    rows = results.outcomes([when], arm).dropna(subset=[when.name])
    rows = rows if partnership is None else rows[rows["partnership"] == _partnership(results, partnership)]
    columns = [each.column for each in results.inputs]
    known = results.points[columns].notna().all()
    inputs = tuple(each for each in results.inputs if known[each.column])
    values = results.points.loc[rows["point"], [each.column for each in inputs]].to_numpy(float)
    cases = rows[when.name].to_numpy() > 0.0
    _refuse_too_little(results, when, inputs, rows["point"].nunique(), cases)
    held_out = np.array([int(each, 16) % ONE_OF == 0 for each in rows["point"]])
    found = _boxes(values, cases, held_out, least_coverage)
    return Discovery(when, arm, inputs, tuple(each for each in columns if not known[each]), values, cases, found)


def _partnership(results: SweepResults, name: str) -> str:
    known = [each.case_id for each in results.scenario.partnerships]
    if name not in known:
        raise RunFolderError(f"--partnership: {shown(name)} is not in the sweep {results.address}; {nearest_valid(name, known)}")
    return name


def _refuse_too_little(results: SweepResults, when: Answer, inputs: Sequence[Input], points: int, cases: Cases) -> None:
    if not inputs:
        raise RunFolderError(f"{results.address}: nothing varies that every point has a value of; there is nothing to search")
    if points < FEWEST_POINTS:
        raise RunFolderError(
            f"{results.address}: has {ENGLISH.number(points)} points with {when.name}, and {FEWEST_POINTS} are the least; take more"
        )
    if min(cases.sum(), (~cases).sum()) < FEWEST_CASES:
        number, runs = ENGLISH.number(cases.sum()), ENGLISH.number(len(cases))
        raise RunFolderError(
            f"{results.address}: {when.name} holds in {number} of {runs} runs; at least {FEWEST_CASES} in which it does and as many in "
            "which it does not are needed"
        )


def _boxes(values: Inputs, cases: Cases, held_out: Cases, least_coverage: float) -> tuple[Found, ...]:
    seen = ~held_out
    boxes = {"PRIM": _one_after_the_other(values[seen], cases[seen], least_coverage), "CART": cart(values[seen], cases[seen])}
    return tuple(
        Found(
            method, number, box, held(box, values, cases), held(box, values[held_out], cases[held_out]),
            {at: quasi_p(box, at, values[seen], cases[seen]) for at in box.limits} if method == "PRIM" else {},
        )
        for method, each in boxes.items()
        for number, box in enumerate(each[:MOST_BOXES], start=1)
    )  # fmt: skip


def _one_after_the_other(values: Inputs, cases: Cases, least_coverage: float) -> list[Box]:
    """PRIM again among the runs that no box holds yet, while it finds something denser than all runs are."""
    left = np.ones(len(cases), dtype=bool)
    boxes: list[Box] = []
    while len(boxes) < MOST_BOXES and cases[left].any():
        box = prim(values[left], cases[left], least_coverage)
        if not box.limits or held(box, values[left], cases[left]).density < DENSER * cases.mean():
            break
        boxes.append(box)
        left &= ~box.holds(values)
    return boxes
