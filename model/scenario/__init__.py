"""Scenario files: from what a person writes (TOML) to the complete, checked object that software reads.

The names below are all that the rest of the project needs. To understand it, read resolved.py (the result), terse.py
(what a file may contain) and reading.py (from one to the other).
"""

from samvirke.model.errors import Problem, ScenarioError
from samvirke.model.scenario.evidence import Cell, Evidence
from samvirke.model.scenario.library import DEFAULT_SCENARIO, TEMPLATE, copy_template, data_file, scenario_names
from samvirke.model.scenario.options import parse_settings
from samvirke.model.scenario.question import Question
from samvirke.model.scenario.reading import check, read_scenario
from samvirke.model.scenario.resolved import (
    Arm,
    Event,
    Grant,
    GrantChange,
    Lever,
    PartnershipCase,
    Population,
    Scenario,
    Whom,
)
from samvirke.model.scenario.show import as_toml

__all__ = [
    "DEFAULT_SCENARIO",
    "TEMPLATE",
    "Arm",
    "Cell",
    "Event",
    "Evidence",
    "Grant",
    "GrantChange",
    "Lever",
    "PartnershipCase",
    "Population",
    "Problem",
    "Question",
    "Scenario",
    "ScenarioError",
    "Whom",
    "as_toml",
    "check",
    "copy_template",
    "data_file",
    "parse_settings",
    "read_scenario",
    "scenario_names",
]
