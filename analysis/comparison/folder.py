"""A comparison as a run folder: the table of differences, and the same as .csv and .xlsx for those who work in a spreadsheet."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from samvirke.analysis.comparison.comparison import Comparison
from samvirke.analysis.comparison.differences import DIFFERENCES, in_order, table_of_differences
from samvirke.analysis.comparison.sentences import measure_in_words, sentences
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.questions.questions import answer
from samvirke.analysis.run.folder import Unfinished, new_run_folder
from samvirke.analysis.run.manifest import manifest_of_comparison
from samvirke.analysis.run.spreadsheet import write_csv, write_workbook

TABLE = "differences"


def comparison_to_folder(
    compared: Callable[[], Comparison],
    folder: Path,
    *,
    force: bool = False,
    command: Sequence[str] = (),
    language: str = "en",
    danish_csv: bool = False,
    question: str | None = None,
    also: Callable[[Comparison, Unfinished], None] | None = None,
) -> Comparison:
    """Compare, and write what came of it, whole or not at all; `also` may write files beside. Raises RunFolderError.

    `danish_csv` has the workbook's sentences in Danish too; its columns keep their names, which programs know.
    `question` is the one of the scenario's that was asked, if one was.
    """
    with new_run_folder(folder, (TABLE,), force=force) as unfinished:
        what = compared()
        unfinished.append({TABLE: table_of_differences(what.differences)})
        unfinished.export("differences.csv", lambda path: write_csv(in_order(what.differences), path, danish=danish_csv))
        unfinished.export("differences.xlsx", lambda path: write_workbook(_sheets(what, language, danish_csv=danish_csv), path))
        if also:
            also(what, unfinished)
        unfinished.describe(manifest_of_comparison(what, unfinished.rows, command, _verdict(what, question)))
    return what


def _sheets(what: Comparison, language: str, *, danish_csv: bool) -> dict[str, pd.DataFrame]:
    """The workbook: the sentences, the table, and what its columns and measures mean; in Danish measures have their Danish names too."""
    told = sentences(what.scenario, what.differences, "da" if danish_csv else language)
    measures = _measures(danish=danish_csv or language == "da")
    return {"in words": told, "differences": in_order(what.differences), "columns": _columns(), "measures": measures}


def _verdict(what: Comparison, question: str | None) -> dict[str, str] | None:
    """The question that was asked, and what came out for its claim."""
    if question is None:
        return None
    return {"name": question, "verdict": answer(question, what.scenario.questions[question], what).verdict}


def _columns() -> pd.DataFrame:
    return pd.DataFrame([(each.name, each.meaning, each.unit) for each in DIFFERENCES], columns=["column", "description", "unit"])


def _measures(*, danish: bool) -> pd.DataFrame:
    better = {1: "more", -1: "less", 0: "neither"}
    rows = [(each.name, each.meaning, each.unit, better[each.better]) for each in MEASURES.values()]
    table = pd.DataFrame(rows, columns=["measure", "description", "unit", "better"])
    return table.assign(dansk=[measure_in_words(each, "da") for each in MEASURES]) if danish else table
