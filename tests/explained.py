"""Runs explained for the tests: one with a single cause, one without any, and three small partnerships."""

from functools import cache
from pathlib import Path
from typing import Any

from samvirke.analysis.explanation.explained_run import OneRun, run_of
from samvirke.analysis.explanation.explanation import Explanation, explain
from samvirke.analysis.explanation.turning_events import TurningEvents, turning_events
from samvirke.model.scenario import Scenario, read_scenario
from tests.ensembles import tiny

ONE_CAUSE = str(Path(__file__).parent / "scenarios" / "one_cause.toml")
RUNS = 40


@cache
def one_cause() -> Scenario:
    return read_scenario(ONE_CAUSE)


@cache
def nobody_ever_stays() -> Scenario:
    """The same, but no wish to stay is ever high enough: it ends whatever happens."""
    return read_scenario(ONE_CAUSE, parameters={"wish_needed_to_stay": 1.0, "weight_of_money_in_staying": 0.0})


@cache
def explained(partnership: str = "left-by-one", scenario: Any = one_cause, language: str = "en") -> Explanation:
    return explain(run_of(scenario(), partnership), replicates=RUNS, language=language)


@cache
def tiny_run(partnership: str = "with-everybody", seed: int = 5) -> OneRun:
    return run_of(tiny(), partnership, seed=seed)


@cache
def tiny_explained() -> Explanation:
    return explain(tiny_run(), replicates=RUNS)


@cache
def turned() -> TurningEvents:
    return turning_events(one_cause(), replicates=6)
