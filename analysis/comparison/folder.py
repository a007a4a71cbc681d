"""A comparison as a run folder: the table of differences, and the same as .csv and .xlsx for those who work in a spreadsheet."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from samvirke.analysis.comparison.comparison import Comparison
from samvirke.analysis.comparison.differences import DIFFERENCES, table_of_differences
from samvirke.analysis.comparison.sentences import measure_in_words, sentences
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.questions.questions import answer
from samvirke.analysis.run.folder import Unfinished, new_run_folder
from samvirke.analysis.run.manifest import manifest_of_comparison

TABLE = "differences"
DANISH_CSV = {"sep": ";", "decimal": ","}
WIDEST = 60


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
        write_csv(what.differences, unfinished.beside("differences.csv"), danish=danish_csv)
        write_xlsx(what.differences, sentences(what.scenario, what.differences, "da" if danish_csv else language),
                   unfinished.beside("differences.xlsx"), danish=danish_csv or language == "da")  # fmt: skip
        if also:
            also(what, unfinished)
        unfinished.describe(manifest_of_comparison(what, unfinished.rows, command, _verdict(what, question)))
    return what


def _verdict(what: Comparison, question: str | None) -> dict[str, str] | None:
    """The question that was asked, and what came out for its claim."""
    if question is None:
        return None
    return {"name": question, "verdict": answer(question, what.scenario.questions[question], what).verdict}


def write_csv(differences: pd.DataFrame, path: Path, *, danish: bool = False) -> None:
    """Write the table as UTF-8 text with commas between; `danish`: semicolons between, and the comma for decimals."""
    _in_order(differences).to_csv(path, index=False, encoding="utf-8", **(DANISH_CSV if danish else {}))  # type: ignore[call-overload]


def write_xlsx(differences: pd.DataFrame, sentences: pd.DataFrame, path: Path, *, danish: bool = False) -> None:
    """Write a workbook: the sentences, the table, and what its columns and measures mean; `danish`: measures in Danish too."""
    sheets = {"in words": sentences, "differences": _in_order(differences), "columns": _columns(), "measures": _measures(danish=danish)}
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        for name, sheet in sheets.items():
            sheet.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
            for number, column in enumerate(sheet, start=1):
                widest = max([len(str(column)), *(len(str(each)) for each in sheet[column])])
                letter = book.sheets[name].cell(1, number).column_letter
                book.sheets[name].column_dimensions[letter].width = min(WIDEST, widest) + 2


def _in_order(differences: pd.DataFrame) -> pd.DataFrame:
    return differences[[column.name for column in DIFFERENCES]]


def _columns() -> pd.DataFrame:
    return pd.DataFrame([(each.name, each.meaning, each.unit) for each in DIFFERENCES], columns=["column", "description", "unit"])


def _measures(*, danish: bool) -> pd.DataFrame:
    better = {1: "more", -1: "less", 0: "neither"}
    rows = [(each.name, each.meaning, each.unit, better[each.better]) for each in MEASURES.values()]
    table = pd.DataFrame(rows, columns=["measure", "description", "unit", "better"])
    return table.assign(dansk=[measure_in_words(each, "da") for each in MEASURES]) if danish else table
