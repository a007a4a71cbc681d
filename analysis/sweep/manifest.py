"""The manifest of a sweep: what was asked, what the numbers hang on, and how far it has come."""

import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from samvirke.analysis.run.manifest import PACKAGES, extensions_said
from samvirke.analysis.sweep.chunk import Runs
from samvirke.analysis.sweep.identity import identity_of
from samvirke.analysis.sweep.parts import Receipt
from samvirke.analysis.sweep.sampling import problem_of
from samvirke.analysis.sweep.sweep import Sweep

SWEEP = "sweep"


def manifest_of_sweep(runs: Runs, receipts: Sequence[Receipt], command: Sequence[str]) -> dict[str, Any]:
    """What stands in manifest.json. `parts` are counted here; their receipts lie in the folder of that name."""
    sweep = runs.sweep
    there = sum(1 for receipt in receipts for span in receipt.runs for _ in runs.numbers_of(span) or ())
    return {
        "kind": SWEEP,
        "sweep": sweep.name,
        "said": dict(sweep.said),
        "scenario": sweep.scenario.model_dump(mode="json", exclude={"partnerships": {"__all__": {"name"}}}),
        "identity": identity_of(sweep),
        "arms": list(sweep.arms),
        "design": {**sweep.design.model_dump(), "rows": sweep.points, "points": len(runs.points.ids), **problem_of(sweep.varied)},
        "varied": [_varied(each) for each in sweep.varied],
        "draws_by_seed": sweep.rest_varies_with_the_seed,
        "posterior": _posterior(sweep),
        "seeds": {"first": sweep.seeds.start, "last": sweep.seeds.stop - 1, "lives_per_point": len(sweep.seeds)},
        "runs": {"wanted": len(runs), "there": there, "failed": sum(each.failures for each in receipts)},
        "complete": there == len(runs),
        "tables": {name: sum(each.files[name].rows for each in receipts if name in each.files) for name in sweep.tables},
        "parts": len(receipts),
        "bytes": sum(file.bytes for each in receipts for file in each.files.values()),
        "model_fingerprint": runs.base.model,
        "extensions": extensions_said(),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": list(command),
    }


def _varied(each: Any) -> dict[str, Any]:
    spread = None if each.spread is None else {"kind": type(each.spread).__name__, "low": each.spread.low, "high": each.spread.high}
    return {"column": each.column, "name": each.name, "of": each.of, "spread": spread, "values": list(each.values)}


def _posterior(sweep: Sweep) -> dict[str, Any] | None:
    if sweep.posterior is None:
        return None
    return {"file": sweep.posterior.file, "draws": len(sweep.posterior.draws), "stale": list(sweep.posterior.stale)}
