"""An explanation as a run folder: its tables, the same for a spreadsheet, and a manifest of what its numbers depend on."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from samvirke.analysis.columns import schema_of
from samvirke.analysis.explanation.explanation import Explanation
from samvirke.analysis.explanation.tables import TABLES, table_of_turning_events, tables_of_explanation
from samvirke.analysis.explanation.turning_events import TurningEvents
from samvirke.analysis.run.execution import manifest_of
from samvirke.analysis.run.folder import Unfinished, new_run_folder
from samvirke.analysis.run.plan import Plan

OF_ONE_RUN = ("ledger", "but_for", "prospects")
OF_MANY = ("turning_events",)


def explanation_to_folder(
    explained: Callable[[], Explanation],
    folder: Path,
    *,
    force: bool = False,
    command: Sequence[str] = (),
    danish_csv: bool = False,
    also: Callable[[Explanation, Unfinished], None] | None = None,
) -> Explanation:
    """Explain, and write what came of it, whole or not at all; `also` may write files beside. Raises RunFolderError."""
    with new_run_folder(folder, _schemas(OF_ONE_RUN), force=force) as unfinished:
        what = explained()
        _write(tables_of_explanation(what), unfinished, danish_csv)
        if also:
            also(what, unfinished)
        run = what.run
        simulated = Plan(run.scenario, (run.arm,), range(run.seed, run.seed + 1), OF_ONE_RUN, run.posterior)
        shares = {name: vars(getattr(what, name)) for name in ("to_begin_with", "other_beginnings", "elsewhere")}
        asked = {"partnership": run.case.case_id, "draw": run.draw_number, "measure": what.measure, "lives": len(what.course.seeds)}
        unfinished.describe({**manifest_of(simulated, unfinished.rows, command), "explained": {**asked, **shares}})
    return what


def turning_events_to_folder(
    found: Callable[[], TurningEvents],
    folder: Path,
    *,
    measure: str = "continues",
    language: str = "en",
    force: bool = False,
    command: Sequence[str] = (),
    danish_csv: bool = False,
    also: Callable[[TurningEvents, Unfinished], None] | None = None,
) -> TurningEvents:
    """The same for an ensemble."""
    with new_run_folder(folder, _schemas(OF_MANY), force=force) as unfinished:
        what = found()
        _write({"turning_events": table_of_turning_events(what, measure, language)}, unfinished, danish_csv)
        if also:
            also(what, unfinished)
        unfinished.describe({**manifest_of(what.what, unfinished.rows, command), "explained": {"measure": measure}})
    return what


def _schemas(names: Sequence[str]) -> dict[str, Any]:
    return {name: schema_of(TABLES[name]) for name in names}


def _write(tables: Mapping[str, Any], unfinished: Unfinished, danish: bool) -> None:
    unfinished.append(tables)
    unfinished.export_csv(tables, danish=danish)
