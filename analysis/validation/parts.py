"""What a validation starts from: its size, the reported rows, the draws that are simulated, and posteriors without a block."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samvirke.analysis.calibration.emulated_shares import shares_file
from samvirke.analysis.calibration.leave_one_out_file import ANOTHER_SEED, CROSS_TABLE, NOTHING, NULL, SCENARIO, read_left_out
from samvirke.analysis.calibration.likelihood import FITTED, Question, questions
from samvirke.analysis.calibration.posterior import Posterior, coverage_file, left_out_file
from samvirke.analysis.survey.targets import AT_THE_END, Target, read_targets
from samvirke.analysis.validation.core import Core, core_file, read_core
from samvirke.analysis.validation.ensembles import Draws
from samvirke.analysis.validation.weighting import copy_groups
from samvirke.model.errors import refused
from samvirke.model.scenario import Scenario, data_file

EVERY_OTHER = 2
"""For null models and moves every other draw is enough."""
Refits = dict[str, dict[str, Posterior]]
"""Posteriors calibrated without a block of questions, by model (the scenario, its null model) and block."""


@dataclass(frozen=True)
class Size:
    """How many draws are simulated, and how many runs each: of the posterior, for moves, and of posteriors without a block."""

    draws: int = 500
    runs_each: int = 12
    runs_moved: int = 2
    runs_left_out: int = 8
    draws_left_out: int = 100

    def runs_without(self, part: str) -> int:
        """Runs per draw of a posterior calibrated without a part; as many as for the whole posterior where nothing was left out."""
        return self.runs_each if part == NOTHING else self.runs_left_out

    def draws_without(self, part: str) -> int:
        """Draws of a posterior calibrated without a part."""
        return self.draws if part == NOTHING else min(self.draws, self.draws_left_out)

    @property
    def of_prior(self) -> int:
        """Draws of the prior, one run each."""
        return max(50, 2 * self.draws)


@dataclass(frozen=True)
class Asked:
    """The reported rows by what they are for, and the questions they make."""

    fitted: tuple[Target, ...]
    validation: tuple[Target, ...]
    bounds: tuple[Target, ...]
    inputs: tuple[Target, ...]
    questions: tuple[Question, ...]
    unseen: tuple[Question, ...]

    @property
    def rows(self) -> tuple[Target, ...]:
        """All rows."""
        return self.fitted + self.validation + self.bounds + self.inputs


def asked_of(scenario: Scenario) -> Asked:
    """The rows of the scenario's targets. Raises ScenarioError where there are none."""
    if scenario.targets is None:
        raise refused(scenario.name, 'names no reported figures to compare with; say targets = "….csv" in the scenario file')
    rows = read_targets(data_file(scenario.targets))
    _refuse_months_nobody_is_asked(scenario, rows)
    fitted = tuple(each for each in rows if (each.split, each.role) == FITTED)
    validation = tuple(each for each in rows if each.split == "validation")
    bounds = tuple(each for each in rows if each.role in ("interval", "upper_bound"))
    inputs = tuple(each for each in rows if each.role == "input")
    if not fitted:
        raise refused(str(data_file(scenario.targets)), "has no row of split calibration and role fit")
    return Asked(fitted, validation, bounds, inputs, tuple(questions(fitted)), tuple(questions(_with_counts(validation))))


def _refuse_months_nobody_is_asked(scenario: Scenario, rows: Sequence[Target]) -> None:
    asked = [*map(str, scenario.survey.months), AT_THE_END]
    if wrong := [row for row in rows if row.month not in asked]:
        what = f"{wrong[0].target_id} is about month {wrong[0].month}, but {scenario.name} asks in months {', '.join(asked[:-1])}"
        raise refused(str(scenario.targets), what)


def _with_counts(rows: Sequence[Target]) -> list[Target]:
    return [row for row in rows if not np.isnan(row.count)]


def places_of(posterior: Posterior, number: int, step: int = 1) -> NDArray[np.int64]:
    """Which draws are simulated: so many, spread over all of them, or all where there are fewer; of those every `step`-th."""
    return np.linspace(0, len(posterior.draws) - 1, min(number, len(posterior.draws))).round().astype(int)[::step]


def chosen(posterior: Posterior, places: NDArray[np.int64], runs_each: int) -> Draws:
    """These of the posterior's draws, whole parameter sets, each for so many runs."""
    weights = np.asarray(posterior.weights)[places]
    records = np.repeat(posterior.draws[places], runs_each).view(np.recarray)
    return Draws(records, weights / weights.sum(), runs_each, copy_groups(posterior.draws[places], posterior.sampled))


def concentrations_of(posterior: Posterior, asked: Sequence[Question]) -> tuple[float, ...]:
    """How closely simulated shares are known, per question; only a tempered calibration has estimated it."""
    known = posterior.about.get("concentrations", {})
    return tuple(float(known.get(each.name, np.inf)) for each in asked)


def coverage_of(scenario: Scenario) -> pd.DataFrame | None:
    """The table of coverage on synthetic data that stands beside the posterior; None if it has not been made."""
    if scenario.posterior is None:
        return None
    beside = coverage_file(data_file(scenario.posterior))
    return pd.read_parquet(beside) if beside.is_file() else None


def no_refits() -> Refits:
    """What there is before anything has been left out."""
    return {SCENARIO: {}, NULL: {}, ANOTHER_SEED: {}}


def null_of(posterior: Posterior, refits: Refits) -> Posterior:
    """The calibrated null model; the posterior itself where there is none yet."""
    return refits[NULL].get(NOTHING, posterior)


def refits_of(scenario: Scenario, posterior: Posterior) -> Refits:
    """The posteriors without a part that stand beside the scenario's, if they are of the same calibration. Raises PosteriorError.

    Those without a cross-table are left out: what they say of it was emulated when they were made.
    """
    file = None if scenario.posterior is None else left_out_file(data_file(scenario.posterior))
    if file is None or not file.is_file():
        return no_refits()
    found = read_left_out(file, posterior)
    return {model: {part: each for part, each in parts.items() if not part.startswith(CROSS_TABLE)} for model, parts in found.items()}


def cross_table_shares(scenario: Scenario) -> pd.DataFrame | None:
    """The shares behind the cross-tables that stand beside the posterior; None if they have not been made."""
    if scenario.posterior is None:
        return None
    beside = shares_file(data_file(scenario.posterior))
    return pd.read_parquet(beside) if beside.is_file() else None


def core_of(scenario: Scenario, posterior: Posterior) -> Core | None:
    """The core model that stands beside the posterior; None if it has not been found for this one."""
    return None if scenario.posterior is None else read_core(core_file(data_file(scenario.posterior)), posterior.about["fingerprints"])
