"""samvirke: an open agent-based simulation of local partnerships.

From Python: `read_scenario`, `run`, `compare`, `explain`, `turning_events`, `report`, `read_run`, `read_comparison`, `sweep`,
`read_sweep`, `sensitivity`, `discover`, `frontier`; a mechanism of one's own: `extend`. With examples: docs/python.md,
docs/extending.md. All errors are `SamvirkeError`.

>>> import samvirke
>>> tables = samvirke.run("one-partnership", seed=1, replicates=20)
>>> tables["outcomes"].groupby("future").size()  # doctest: +SKIP

The names are looked up when they are first used, so that `import samvirke` takes no time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samvirke.api.runs import StalePosteriorWarning, compare, explain, read_comparison, read_run, report, run, turning_events
    from samvirke.api.sweeps import discover, frontier, read_sweep, sensitivity, sweep
    from samvirke.extending import extend
    from samvirke.model.errors import SamvirkeError
    from samvirke.model.scenario import read_scenario

__all__ = [
    "SamvirkeError",
    "StalePosteriorWarning",
    "compare",
    "discover",
    "explain",
    "extend",
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
    "SamvirkeError": "samvirke.model.errors",
    "read_scenario": "samvirke.model.scenario",
    "run": "samvirke.api.runs",
    "compare": "samvirke.api.runs",
    "explain": "samvirke.api.runs",
    "turning_events": "samvirke.api.runs",
    "read_run": "samvirke.api.runs",
    "read_comparison": "samvirke.api.runs",
    "report": "samvirke.api.runs",
    "sweep": "samvirke.api.sweeps",
    "read_sweep": "samvirke.api.sweeps",
    "sensitivity": "samvirke.api.sweeps",
    "discover": "samvirke.api.sweeps",
    "frontier": "samvirke.api.sweeps",
    "StalePosteriorWarning": "samvirke.api.runs",
    "extend": "samvirke.extending",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'samvirke' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
