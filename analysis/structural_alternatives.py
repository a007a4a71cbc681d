"""Where science is divided: each named structural choice calibrated in short, and compared by its evidence.

The evidence of a choice is the mean likelihood of the reported counts under its prior: fit and parsimony in one number (Kass and
Raftery 1995). A difference below about 3 (in logs) is no ground to prefer one; the reference is calibrated more than once, so
that the noise of the estimate is seen beside the differences.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from analysis.calibration import Effort, Step, calibrate
from model.scenario.resolved import Scenario
from model.scenario.variants import VARIANTS

SHORT = Effort(screening=1500, particles=80, lives=6)
SEEDS_OF_THE_REFERENCE = 3

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
    for name, variant in alternatives(scenario):
        other = scenario.model_copy(update={"variant": variant})
        for number in range(SEEDS_OF_THE_REFERENCE if variant == dict(scenario.variant) else 1):
            folder = kept / f"{name.replace(' ', '-')}-{seed + number}"
            _, population, _ = calibrate(other, effort, seed + number, folder, lambda step, name=name: report(name, step))  # type: ignore[misc]
            rows.append({"variant": name, "seed": seed + number, "log_evidence": population.log_evidence})
    table = pd.DataFrame(rows)
    return table.assign(difference=table.log_evidence - table.log_evidence[table.variant == "as it is"].mean())
