"""Scenario discovery (Bryant and Lempert 2010): under which values of what varied something happens, in boxes a person can read.

Boxes are found with two thirds of the points and held against the last third, which they have not seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.box import Box, Held, held
from samvirke.analysis.sweep_analysis.cart import cart
from samvirke.analysis.sweep_analysis.folder import Input, SweepResults
from samvirke.analysis.sweep_analysis.prim import LEAST_COVERAGE, prim, quasi_p
from samvirke.model.errors import nearest_valid, shown

MOST_BOXES = 3
FEWEST_POINTS = 20
FEWEST_CASES = 10
ONE_OF = 3
"""One of so many points is held out, chosen by its id."""

DENSER = 1.1
"""A further box of PRIM must be so many times denser than all lives."""


@dataclass(frozen=True)
class Found:
    """A box with what it holds of all lives, and of those held out."""

    method: str
    number: int
    box: Box
    of_all: Held
    of_held_out: Held
    p_values: dict[int, float]


@dataclass(frozen=True)
class Discovery:
    """What was searched (lives x inputs; which are cases) and what was found; `left_out` are inputs that some points leave open."""

    when: Answer
    arm: str
    inputs: tuple[Input, ...]
    left_out: tuple[str, ...]
    inputs_of_runs: Any = field(repr=False)
    cases: Any = field(repr=False)
    found: tuple[Found, ...] = ()

    @property
    def base_rate(self) -> float:
        """Share of all lives that are cases."""
        return float(self.cases.mean())


def discover(
    swept: SweepResults, when: Answer, arm: str, *, partnership: str | None = None, least_coverage: float = LEAST_COVERAGE
) -> Discovery:
    """Boxes by PRIM and by CART. Raises RunFolderError where there is too little to search, or nothing to find."""
    rows = swept.outcomes([when], arm).dropna(subset=[when.name])
    rows = rows if partnership is None else rows[rows["partnership"] == _partnership(swept, partnership)]
    columns = [each.column for each in swept.inputs]
    known = swept.points[columns].notna().all()
    inputs = tuple(each for each in swept.inputs if known[each.column])
    values = swept.points.loc[rows["point"], [each.column for each in inputs]].to_numpy(float)
    cases = rows[when.name].to_numpy() > 0.0
    _refuse_too_little(swept, when, inputs, rows["point"].nunique(), cases)
    held_out = np.array([int(each, 16) % ONE_OF == 0 for each in rows["point"]])
    found = _boxes(values, cases, held_out, least_coverage)
    return Discovery(when, arm, inputs, tuple(each for each in columns if not known[each]), values, cases, found)


def _partnership(swept: SweepResults, name: str) -> str:
    known = [each.case_id for each in swept.scenario.partnerships]
    if name not in known:
        raise RunFolderError(f"--partnership: {shown(name)} was not swept in {swept.address}; {nearest_valid(name, known)}")
    return name


def _refuse_too_little(swept: SweepResults, when: Answer, inputs: Sequence[Input], points: int, cases: Any) -> None:
    if not inputs:
        raise RunFolderError(f"{swept.address}: nothing varies that every point has a value of; there is nothing to search")
    if points < FEWEST_POINTS:
        raise RunFolderError(f"{swept.address}: has {points} points with {when.name}, and {FEWEST_POINTS} are the least; take more")
    if min(cases.sum(), (~cases).sum()) < FEWEST_CASES:
        raise RunFolderError(
            f"{swept.address}: {when.name} holds in {cases.sum():,} of {len(cases):,} lives; at least {FEWEST_CASES} in which it does and "
            "as many in which it does not are needed"
        )


def _boxes(values: Any, cases: Any, held_out: Any, least_coverage: float) -> tuple[Found, ...]:
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


def _one_after_the_other(values: Any, cases: Any, least_coverage: float) -> list[Box]:
    """PRIM again among the lives that no box holds yet, while it finds something denser than all lives are."""
    left = np.ones(len(cases), dtype=bool)
    boxes: list[Box] = []
    while len(boxes) < MOST_BOXES and cases[left].any():
        box = prim(values[left], cases[left], least_coverage)
        if not box.limits or held(box, values[left], cases[left]).density < DENSER * cases.mean():
            break
        boxes.append(box)
        left &= ~box.holds(values)
    return boxes
