"""A comparison as a run folder: the table of differences, and the same as .csv and .xlsx for those who work in a spreadsheet."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from samvirke.analysis.columns import schema_of
from samvirke.analysis.comparison.comparison import Comparison
from samvirke.analysis.comparison.differences import DIFFERENCES, in_order, table_of_differences
from samvirke.analysis.comparison.prior_width import RUNS_PER_DRAW
from samvirke.analysis.comparison.sentences import sentences
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.run.execution import manifest_of
from samvirke.analysis.run.folder import Unfinished, new_run_folder
from samvirke.analysis.run.plan import Plan
from samvirke.analysis.run.tables import write_csv, write_workbook
from samvirke.model.language import SOURCE, Language, language_of

TABLE = "differences"
SCHEMAS = {TABLE: schema_of(DIFFERENCES)}
BESIDE_DIFFERENCES = ("differences.csv", "differences.xlsx", "differences.svg", "differences.png")
"""Files besides the table that a comparison leaves: the same for other programs."""


def comparison_to_folder(
    compared: Callable[[], Comparison],
    folder: Path,
    *,
    force: bool = False,
    command: Sequence[str] = (),
    language: str = "en",
    danish_csv: bool = False,
    question: Callable[[Comparison], Mapping[str, str]] | None = None,
    also: Callable[[Comparison, Unfinished], None] | None = None,
) -> Comparison:
    """Compare, and write what came of it, whole or not at all; `also` may write files beside. Raises RunFolderError.

    `danish_csv` has the workbook's sentences in Danish too; its columns keep their names, which programs know.
    `question` gives the name of the scenario's question that was asked, if one was, and the verdict on its claim.
    """
    with new_run_folder(folder, SCHEMAS, force=force) as unfinished:
        what = compared()
        unfinished.append({TABLE: table_of_differences(what.differences)})
        unfinished.export("differences.csv", lambda path: write_csv(in_order(what.differences), path, danish=danish_csv))
        unfinished.export("differences.xlsx", lambda path: write_workbook(_sheets(what, language, danish_csv=danish_csv), path))
        if also:
            also(what, unfinished)
        unfinished.describe(manifest_of_comparison(what, unfinished.rows, command, question(what) if question else None))
    return what


def _sheets(what: Comparison, language: str, *, danish_csv: bool) -> dict[str, pd.DataFrame]:
    """The workbook: the sentences, the table, and what its columns and measures mean; in another language measures have their names too."""
    code = "da" if danish_csv else language
    told = sentences(what.scenario, what.differences, code)
    return {"in words": told, "differences": in_order(what.differences), "columns": _columns(), "measures": _measures(language_of(code))}


def _columns() -> pd.DataFrame:
    return pd.DataFrame([(each.name, each.meaning, each.unit) for each in DIFFERENCES], columns=["column", "description", "unit"])


def _measures(language: Language) -> pd.DataFrame:
    _, pgettext = language.gettext, language.pgettext
    better = {1: pgettext("better", "more"), -1: pgettext("better", "less"), 0: pgettext("better", "neither")}
    rows = [(each.name, _(each.meaning), _(each.unit), better[each.better]) for each in MEASURES.values()]
    table = pd.DataFrame(rows, columns=["measure", "description", "unit", "better"])
    return table if language.code == SOURCE else table.assign(**{language.name: [each.wording(language) for each in MEASURES.values()]})


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
        "draws_of_prior": what.draws_of_prior,
        "question": question,
        "reached_all_citizens": dict(what.ceiling.by_arm) if what.ceiling else {},
        "also_moved": {arm: [[each.who, list(each.others)] for each in links] for arm, links in what.also_moved.items()},
    }
    measures = {each.name: {"description": each.meaning, "unit": each.unit, "better": each.better} for each in MEASURES.values()}
    return {**manifest_of(simulated, rows, command), "compared": compared, "measures": measures}
