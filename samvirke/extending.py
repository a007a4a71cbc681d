"""A mechanism of one's own without a fork: a rule, its parameters and its measures, with what such a rule is written with.

    from samvirke.extending import THE_WHOLE, Fixed, Parameter, decisions, extend, rule, uniform

docs/extending.md shows how, and what cannot be extended.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from samvirke.analysis.measure import PERCENT
from samvirke.analysis.measure import POINTS as POINTS_OF_100
from samvirke.analysis.measures import MEASURES, declare_measure
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import evenly_around, uniform
from samvirke.model.ensemble import Ensemble
from samvirke.model.extensions import ADDED, Extension, ExtensionError, add, decisions, processes, remove
from samvirke.model.fields import THE_WHOLE, Field, amount, count
from samvirke.model.parameters import Fixed, LogUniform, Parameter, Uniform
from samvirke.model.rule import rule

__all__ = [
    "PERCENT", "POINTS_OF_100", "THE_WHOLE", "Ensemble", "Extension", "ExtensionError", "Field", "Fixed", "LogUniform", "OwnMeasure",
    "Parameter", "Uniform", "amount", "count", "decisions", "evenly_around", "extend", "moved", "processes", "ratio", "remove_extension",
    "rule", "share", "uniform",
]  # fmt: skip

_measures_of: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class OwnMeasure:
    """One number per run, by which arms are compared; `of` gives them for an ensemble, and `ensemble.own[field]` the fields.

    `better` is +1 where more is better, -1 where less is, 0 where neither. `words` name what one has more of, `danish` in Danish.
    """

    name: str
    meaning: str
    unit: str
    better: int
    words: str
    of: Callable[[Ensemble], Any]
    danish: str = ""


def extend(
    name: str,
    rule: Callable[..., Any],
    *,
    after: str,
    parameters: Iterable[Parameter],
    fields: Iterable[Field] = (),
    decisions: Iterable[int] = (),
    measures: Iterable[OwnMeasure] = (),
    module: str | None = None,
) -> Extension:
    """Add a rule to the month: from now on every run, sweep and comparison of this process has it.

    `rule` is called for every partnership after the process `after` (`processes()` names them), unless the one parameter with a
    neutral value has it. It takes state, p and moment, then by name its `parameters`, and `own` if there are `fields`. `module` is
    what worker processes import to have it too; by default the one that calls this. Raises ExtensionError.
    """
    calling = sys._getframe(1).f_globals["__name__"] if module is None else module
    mine = tuple(measures)
    taken = [each.name for each in mine if each.name in MEASURES and each.name not in _measures_of.get(name, ())]
    if taken:
        raise ExtensionError(f"extension {name}: there is a measure {taken[0]} already; choose another name")
    extension = add(Extension(name, rule, after, tuple(parameters), tuple(fields), tuple(decisions), calling))
    _forget_measures(name)
    for each in mine:
        declare_measure(each.name, each.meaning, each.unit, each.better, each.words, each.danish, each.of)
    _measures_of[name] = tuple(each.name for each in mine)
    return extension


def remove_extension(name: str) -> None:
    """Take an extension and its measures away again. Raises ExtensionError where there is none of that name."""
    if name not in ADDED:
        raise ExtensionError(f"there is no extension {name}")
    remove(name)
    _forget_measures(name)


def _forget_measures(name: str) -> None:
    for measure in _measures_of.pop(name, ()):
        del MEASURES[measure]
