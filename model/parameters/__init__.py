"""The registry: every number of the model, declared once, with its evidence or the words "free: calibrated"."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from samvirke.model.parameter import FREE, Fixed, LogUniform, Parameter, Uniform
from samvirke.model.parameters import afterwards, beginnings, context, levers, meeting, people, work

__all__ = ["FREE", "PROCESS_OF", "REGISTRY", "Fixed", "LogUniform", "Parameter", "Uniform", "parameter_record"]

_FILES = {
    "levers": levers,
    "beginnings": beginnings,
    "context and turnover": context,
    "meeting": meeting,
    "work and value": work,
    "volunteers and citizens": people,
    "anchoring and answers": afterwards,
}
REGISTRY: dict[str, Parameter] = {each.name: each for file in _FILES.values() for each in file.PARAMETERS}
PROCESS_OF: dict[str, str] = {each.name: chapter for chapter, file in _FILES.items() for each in file.PARAMETERS}

if len(REGISTRY) != sum(len(file.PARAMETERS) for file in _FILES.values()):
    raise RuntimeError("a parameter is declared twice")

PARAMETER_TYPE = np.dtype([(name, np.float64) for name in REGISTRY])


def parameter_record(overrides: Mapping[str, float] | None = None) -> Any:
    """One draw as a table of one record: defaults (prior medians) with `overrides` by name.

    Raises KeyError for a name that the registry does not have, ValueError for a value outside its bounds.
    """
    record = np.zeros(1, PARAMETER_TYPE).view(np.recarray)
    for name, parameter in REGISTRY.items():
        record[name] = parameter.default
    for name, value in (overrides or {}).items():
        parameter = REGISTRY[name]
        if not parameter.low <= value <= parameter.high:
            raise ValueError(f"{name} = {value}: must lie between {parameter.low} and {parameter.high} ({parameter.unit})")
        record[name] = value
    return record
