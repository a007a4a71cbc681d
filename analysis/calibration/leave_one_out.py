"""Calibrations without a part of what is reported: the same emulator, the same chains, moved on under what is left.

Left out in turn are each block of questions, each repeated question, each cross-table, and each partnership whose own outcome is known
(K-fold, one at a time). A calibration from another seed shows the Monte Carlo error of one, and the null model (partnerships all alike)
is calibrated separately and has the same parts left out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from samvirke.analysis.calibration.calibration import QUICK, Calibration, Effort, Step, calibrate, without
from samvirke.analysis.calibration.leave_one_out_file import (
    ANOTHER_SEED,
    CASE,
    CROSS_TABLE,
    NOTHING,
    NULL,
    SCENARIO,
    Draws,
)
from samvirke.analysis.calibration.reported_tables import ATTAINMENT, FUTURE
from samvirke.analysis.calibration.tallies import Tallies
from samvirke.analysis.validation.left_out import BLOCK_OF, BLOCKS, places_of_repeated_questions
from samvirke.analysis.validation.null_models import without_differences
from samvirke.model.scenario.resolved import Scenario

MOVES = 30
"""Of each chain, from where it stands with all evidence: what one part changes is little."""
EFFORT_OF_ANOTHER_SEED = Effort(screening=10_000, over_the_prior=40_000, nearby=30_000, draws=500, moves=200)
"""Half of a full one: what it differs by overstates the Monte Carlo error of one."""
Sampled = dict[str, tuple[str, ...]]
Manifest = Mapping[str, Any]
Report = Callable[[Step], None]


def parts_of(tallies: Tallies) -> dict[str, frozenset[int]]:
    """The places among the tallies' questions and outcomes of each part that is left out, by its name."""
    evidence = tallies.evidence
    margins, tables = len(evidence.questions), evidence.tables
    of_tables = {table.name: frozenset({margins + 2 * at, margins + 2 * at + 1}) for at, table in enumerate(tables)}
    outcomes = {each.case_id: len(tallies.questions) + at for at, each in enumerate(evidence.outcomes)}
    found: dict[str, frozenset[int]] = {}
    for block in BLOCKS:
        places = {at for at, each in enumerate(tallies.questions) if BLOCK_OF[each.item] == block}
        if places and block in (BLOCK_OF[ATTAINMENT], BLOCK_OF[FUTURE]):
            places |= set(outcomes.values())
        if places:
            found[block] = frozenset(places)
    found |= {name: frozenset(places) for name, places in places_of_repeated_questions(evidence.questions).items()}
    found |= {CROSS_TABLE + name: places for name, places in of_tables.items()}
    return found | {CASE + case_id: frozenset({place}) for case_id, place in outcomes.items()}


def leave_out(
    scenario: Scenario, effort: Effort, seed: int, kept: Path, report: Report
) -> Iterator[tuple[Draws, Sampled, Manifest, Calibration]]:
    """The scenario without each part, then from another seed, then the null model; goes on from what is kept.

    Yields all draws so far, and the calibration with all evidence, after each of the three: a validation can be made from fewer.
    """
    calibration, about = calibrate(scenario, effort, seed, kept, report)
    draws = _without_each(SCENARIO, calibration, report)
    sampled = {SCENARIO: calibration.emulator.names}
    yield draws, sampled, about, calibration
    again, _ = calibrate(scenario, EFFORT_OF_ANOTHER_SEED, seed + 1, kept / ANOTHER_SEED, report)
    draws |= {(ANOTHER_SEED, NOTHING): again.scores}
    sampled |= {ANOTHER_SEED: again.emulator.names}
    yield draws, sampled, about, calibration
    null, _ = calibrate(without_differences(scenario), QUICK, seed, kept / NULL, partial(_of_the_null, report))
    draws |= _without_each(NULL, null, report) | {(NULL, NOTHING): null.scores}
    yield draws, {**sampled, NULL: null.emulator.names}, about, calibration


def _of_the_null(report: Report, step: Step) -> None:
    report(replace(step, doing=f"partnerships all alike: {step.doing}"))


def _without_each(model: str, calibration: Calibration, report: Report) -> Draws:
    found: Draws = {}
    parts = parts_of(calibration.observed.tallies)
    for number, (name, places) in enumerate(parts.items()):
        report(Step(f"{model} without {name}", number / len(parts)))
        found[model, name] = without(calibration, calibration.observed.without(places), MOVES).scores
    return found
