"""The manifest of an analysis of a sweep: which sweep, and what was asked."""

import platform
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.folder import SweepResults

PACKAGES = ("samvirke", "numpy", "scipy", "SALib", "scikit-learn", "pyarrow")


def manifest_of_analysis(swept: SweepResults, arm: str, answers: Sequence[Answer], rows: Mapping[str, int], **asked: Any) -> dict[str, Any]:
    """What stands in manifest.json; `asked` is what else was typed."""
    sweep = swept.manifest
    return {
        "kind": "analysis of a sweep",
        "sweep": {name: sweep[name] for name in ("sweep", "identity", "design", "varied", "seeds", "runs", "complete", "posterior")},
        "scenario": sweep["scenario"]["name"],
        "arm": arm,
        "measures": {each.name: {"description": each.meaning, "unit": each.unit, "better": each.better} for each in answers},
        "asked": asked,
        "tables": dict(rows),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": ["samvirke", *sys.argv[1:]],
    }
