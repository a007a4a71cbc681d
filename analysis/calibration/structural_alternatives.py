"""Structural alternatives on which the literature is divided: each calibrated in short, and compared by its evidence.

The evidence of a choice is the mean likelihood of the reported counts under its prior: fit and parsimony in one number (Kass and
Raftery 1995). A difference below about 3 (in logs) is no ground to prefer one; the reference is calibrated more than once, which
shows the noise of the estimate. All sample the same parameters with the same concentrations.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pandas as pd

from samvirke.analysis.calibration.calibration import Step
from samvirke.analysis.calibration.tempered_calibration import Effort, calibrate
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.scenario.values import VARIANTS

SHORT = Effort(screening=1500, particles=80, replicates=6)
SEEDS_OF_THE_REFERENCE, SEEDS_OF_THE_OTHERS = 3, 2

Report = Callable[[str, Step], None]


def alternatives(scenario: Scenario) -> Iterator[tuple[str, dict[str, str]]]:
    """The scenario's own choices, and each other choice in turn, with a name."""
    yield "as it is", dict(scenario.variant)
    for name, choices in VARIANTS.items():
        for choice in choices:
            if choice != scenario.variant[name]:
                yield f"{name} = {choice}", {**scenario.variant, name: choice}


def compare(scenario: Scenario, seed: int, kept: Path, report: Report, effort: Effort = SHORT) -> pd.DataFrame:
    """One row per calibration: name, seed, log evidence, and the difference to the mean of the calibrations of the scenario as it is."""
    rows = []
    basis = None
    for name, variant in alternatives(scenario):
        other = scenario.model_copy(update={"variant": variant})
        for number in range(SEEDS_OF_THE_REFERENCE if variant == dict(scenario.variant) else SEEDS_OF_THE_OTHERS):
            folder = kept / f"{name.replace(' ', '-')}-{seed + number}"
            problem, population, _ = calibrate(other, effort, seed + number, folder, partial(report, name), basis)
            basis = basis or problem
            rows.append({"variant": name, "seed": seed + number, "log_evidence": population.log_evidence})
    table = pd.DataFrame(rows)
    return table.assign(difference=table.log_evidence - table.log_evidence[table.variant == "as it is"].mean())
