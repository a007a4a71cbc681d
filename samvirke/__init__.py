"""samvirke: an open agent-based simulation of local partnerships.

From Python: `read_scenario`, `run`, `compare`, `explain`, `turning_events`, `report`, `read_run`, `read_comparison`, `sweep`,
`read_sweep`, `sensitivity`, `discover`, `frontier`. With examples: docs/python.md.

>>> import samvirke
>>> tables = samvirke.run("one-partnership", seed=1, replicates=20)
>>> tables["outcomes"].groupby("future").size()  # doctest: +SKIP

The names are looked up when they are first used, so that `import samvirke` takes no time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from model.scenario import read_scenario
    from samvirke.analyses_from_python import discover, frontier, sensitivity
    from samvirke.from_python import StalePosteriorWarning, compare, explain, read_comparison, read_run, report, run, turning_events
    from samvirke.sweep_from_python import read_sweep, sweep

__all__ = [
    "StalePosteriorWarning",
    "compare",
    "discover",
    "explain",
    "frontier",
    "read_comparison",
    "read_run",
    "read_scenario",
    "read_sweep",
    "report",
    "run",
    "sensitivity",
    "sweep",
    "turning_events",
]

_HOMES = {
    "read_scenario": "model.scenario",
    "run": "samvirke.from_python",
    "compare": "samvirke.from_python",
    "explain": "samvirke.from_python",
    "turning_events": "samvirke.from_python",
    "read_run": "samvirke.from_python",
    "read_comparison": "samvirke.from_python",
    "report": "samvirke.from_python",
    "sweep": "samvirke.sweep_from_python",
    "read_sweep": "samvirke.sweep_from_python",
    "sensitivity": "samvirke.analyses_from_python",
    "discover": "samvirke.analyses_from_python",
    "frontier": "samvirke.analyses_from_python",
    "StalePosteriorWarning": "samvirke.from_python",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'samvirke' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
