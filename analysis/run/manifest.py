"""The manifest of a run: everything that its numbers depend on, so that it can be told, cited and run again."""

import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.comparison.comparison import RUNS_PER_DRAW, Comparison
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.run.plan import Plan
from samvirke.analysis.validation.identification import identify
from samvirke.model.extensions import ADDED, all_parameters
from samvirke.model.rule import fingerprint_of_the_model

PACKAGES = ("samvirke", "numpy", "numba", "pyarrow")


def manifest_of(what: Plan, rows: Mapping[str, int], command: Sequence[str]) -> dict[str, Any]:
    """What stands in manifest.json; `rows` are the rows of each table, `command` what was typed."""
    return {
        "scenario": what.scenario.model_dump(mode="json", exclude={"partnerships": {"__all__": {"name"}}}),
        "arms": list(what.arms),
        "seeds": {"first": what.seeds[0], "last": what.seeds[-1], "runs_per_arm": len(what.seeds)},
        "own_answers": _own_answers(what),
        "parameters": {arm: _parameters(what, arm) for arm in what.arms},
        "posterior": None if what.posterior is None else _posterior(what.posterior),
        "tables": dict(rows),
        "model_fingerprint": fingerprint_of_the_model(),
        "extensions": extensions_said(),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": list(command),
    }


def manifest_of_comparison(
    what: Comparison, rows: Mapping[str, int], command: Sequence[str], question: Mapping[str, str] | None = None
) -> dict[str, Any]:  # fmt: skip
    """What stands in the manifest.json of a comparison: as of a run, and what was compared by which measures."""
    seeds = [int(seed) for seed in what.seeds]
    simulated = Plan(what.scenario, (what.baseline, *what.arms), seeds, tuple(rows), what.posterior, what.likeness)
    compared = {
        "baseline": what.baseline,
        "measure": what.measure,
        "arms": list(what.arms),
        "lives_per_draw": RUNS_PER_DRAW,
        "draws_lived": len(set(map(int, what.draws))),
        "question": question,
        "reached_all_citizens": dict(what.ceiling.by_arm) if what.ceiling else {},
    }
    measures = {each.name: {"description": each.meaning, "unit": each.unit, "better": each.better} for each in MEASURES.values()}
    return {**manifest_of(simulated, rows, command), "compared": compared, "measures": measures}


def extensions_said() -> dict[str, Any]:
    """What extends the model in this process: where it comes from, and a hash of all that its runs depend on."""
    return {name: {"module": each.module, "after": each.after, "fingerprint": each.fingerprint} for name, each in ADDED.items()}


def _own_answers(what: Plan) -> dict[str, Any] | None:
    """How one's own answers chose the lives, and which seeds they are; None where all lives are lived in turn."""
    if what.likeness is None:
        return None
    return {**vars(what.likeness), "beside": vars(what.beside) if what.beside else None, "seeds": list(what.seeds)}


def _posterior(posterior: Posterior) -> dict[str, Any]:
    """Which posterior the draws are from, what has changed since it was made, and which parameters its answers hardly narrow."""
    narrowed = identify(posterior.sampled, posterior.draws, posterior.weights) if posterior.sampled else []
    return {
        "file": posterior.file, "fitted_to": posterior.about["scenario"], "draws": len(posterior.draws), "stale": list(posterior.stale),
        "sampled": list(posterior.sampled),
        "not_identified": [each.parameter for each in narrowed if not each.is_identified], **posterior.about["fingerprints"],
    }  # fmt: skip


def _parameters(what: Plan, arm: str) -> dict[str, float]:
    """The parameter values of draw 0 in an arm: the defaults, the scenario's, the arm's."""
    defaults = {name: parameter.default for name, parameter in all_parameters().items()}
    return defaults | dict(what.scenario.parameters) | dict(what.scenario.arms[arm].parameters)
