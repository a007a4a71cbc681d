"""Small validations for tests: runs made by hand, and a posterior of three partnerships with everything measured on it."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np

from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.calibration.posterior import Posterior, fingerprints, read_posterior, write_posterior
from samvirke.analysis.survey.targets import Target
from samvirke.analysis.validation.ensembles import Draws, Simulated
from samvirke.analysis.validation.parts import Size, asked_of, no_refits
from samvirke.analysis.validation.validation import Validation, validated
from samvirke.model.draws import prior_draws
from samvirke.model.items import ITEM_NUMBER, ITEMS
from samvirke.model.scenario import Scenario, read_scenario
from tests.ensembles import TINY

MONTHS = (12, 24, 36)
SMALL = Size(draws=6, runs_each=2, runs_moved=1)
SAMPLED = ("response_noise", "openness", "shared_power")
SCENARIO = """
extends = {tiny}
title = {{ da = "Tre små", en = "Three small ones" }}
targets = "partnerskabspuljen_targets.csv"
posterior = {posterior}
[survey]
months = [12, 24, 36]
"""


def alike_draws(number: int, runs_each: int = 1) -> Draws:
    """So many draws of equal weight."""
    return Draws(prior_draws(number * runs_each, 1), np.full(number, 1.0 / number), runs_each)


def simulated_with(answers: Any, runs_each: int = 1, again: Any = None, latent: Any = None) -> Simulated:
    """Runs that leave these answers."""
    answers = np.asarray(answers)
    draws = alike_draws(len(answers) // runs_each, runs_each)
    states = np.zeros(answers.shape) if latent is None else latent
    return Simulated(draws, answers, answers if again is None else again, states, MONTHS)


def answers_to(item: str, given: Any, wave: int = 2) -> Any:
    """Answers runs x partnerships x waves x items, of which only one item is answered."""
    given = np.asarray(given)
    answers = np.full((*given.shape, len(MONTHS) + 1, len(ITEMS)), -1, dtype=np.int8)
    answers[:, :, wave, ITEM_NUMBER[item]] = given
    return answers


def target(item: str, codes: tuple[int, ...], count: float, n: float, **changes: Any) -> Target:
    """A reported row."""
    row = {"target_id": f"{item}_{codes}", "split": "calibration", "role": "fit", "month": "36", "given": None, "source": "A, B, figure 1"}
    return Target(item=item, codes=codes, percent=round(100 * count / n), count=count, n=n, **{**row, **changes})


def question(item: str, cells: tuple[tuple[int, ...], ...], counts: tuple[int, ...], month: str = "36", **changes: Any) -> Question:
    """A question with its reported counts."""
    return Question(item, month, **{"given": None, "cells": cells, "counts": counts, "target_ids": (f"{item}_1",), **changes})


def write_small_scenario(folder: Path) -> Path:
    """A scenario of three partnerships with the real targets, and a posterior beside it that is the prior."""
    file, posterior = folder / "small.toml", folder / "small_posterior.parquet"
    write_scenario(file, posterior)
    about = {
        "scenario": str(file),
        "sampled": list(SAMPLED),
        "fingerprints": fingerprints(read_scenario(str(file))),
        "concentrations": {each.name: 200.0 for each in asked_of(read_scenario(str(file))).questions},
    }
    draws = prior_draws(12, 3)
    write_posterior(posterior, draws, np.full(12, 1 / 12), np.zeros(12), about)
    return file


def write_scenario(file: Path, posterior: Path) -> None:
    """The scenario's file alone."""
    file.write_text(SCENARIO.format(tiny=_quoted(TINY), posterior=_quoted(str(posterior))), encoding="utf-8")


def _quoted(text: str) -> str:
    return f"'{text}'"


@cache
def small() -> tuple[Scenario, Posterior]:
    """The scenario and its posterior."""
    file = write_small_scenario(Path(mkdtemp()))
    scenario = read_scenario(str(file))
    return scenario, read_posterior(Path(str(scenario.posterior)))


@cache
def small_validation() -> Validation:
    """Everything that is measured on it."""
    return validated(*small(), no_refits(), 1, SMALL)
