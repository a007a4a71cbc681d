"""The table `differences`: its columns, and what it looks like as .csv and .xlsx for those who work in a spreadsheet."""

from pathlib import Path
from typing import Any

import pandas as pd

from samvirke.analysis.columns import Column, known, table_of
from samvirke.analysis.measures import MEASURES

PRICED = "declared, not simulated; null where no price is declared"
DIFFERENCES: tuple[Column, ...] = (
    Column("scenario", "name of the scenario", "name", "string", never_null=True),
    Column("measure", "what is compared: one number per life; the manifest says what each means, and its unit", "name", "string",
           never_null=True),
    Column("arm", "variant of the scenario that is compared with the baseline", "name", "string", never_null=True),
    Column("level_baseline", "mean over all lives of the baseline", "unit of the measure", "double"),
    Column("level_arm", "mean over all lives of the arm", "unit of the measure", "double"),
    Column("mean", "mean difference over all pairs of lives: the arm less the baseline", "unit of the measure", "double"),
    Column("mc_error", "standard error of the mean: chance of the lives and draws lived; more runs shrink it; null where one "
           "pair of lives cannot tell, as are low, high and what rests on a spread", "unit of the measure", "double"),
    Column("low", "5 % of the draws expect a lower difference: doubt about parameters, which more runs do not shrink; where chance leaves "
           "more open, sentences, reports and pictures say the wider mean -/+ 1.645 mc_error",
           "unit of the measure", "double"),
    Column("high", "5 % of the draws expect a higher difference", "unit of the measure", "double"),
    Column("probability_better", "share of draws that expect a difference for the better, one that expects none at all counts half; null "
           "where neither way is, and where one draw was lived: then nothing is known about the parameters", "0-1", "double"),
    Column("spread_over_lives", "standard deviation of the difference over pairs of lives", "unit of the measure", "double"),
    Column("cost_hours", f"hours that the arm takes more than the baseline, per partnership; {PRICED}", "hours", "double"),
    Column("cost_dkk", f"kroner that the arm costs more than the baseline, per partnership; {PRICED}", "DKK", "double"),
    Column("runs", "pairs of lives compared", "number", "int64", never_null=True),
    Column("variance_reduction", "variance of the difference with seeds of each arm's own, divided by that with the same; 1 is no gain",
           "ratio", "double"),
)  # fmt: skip
DANISH_CSV = {"sep": ";", "decimal": ","}
WIDEST = 60


def table_of_differences(differences: pd.DataFrame) -> Any:
    """The Arrow table, its columns in order, what is not known null."""
    return table_of(DIFFERENCES, [_values(column, differences[column.name]) for column in DIFFERENCES])


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


def _values(column: Column, values: pd.Series) -> Any:
    return known(values.to_numpy(float)) if column.type == "double" else values.to_list()


def _in_order(differences: pd.DataFrame) -> pd.DataFrame:
    return differences[[column.name for column in DIFFERENCES]]


def _columns() -> pd.DataFrame:
    return pd.DataFrame([(each.name, each.meaning, each.unit) for each in DIFFERENCES], columns=["column", "description", "unit"])


def _measures(*, danish: bool) -> pd.DataFrame:
    better = {1: "more", -1: "less", 0: "neither"}
    rows = [(each.name, each.meaning, each.unit, better[each.better]) for each in MEASURES.values()]
    table = pd.DataFrame(rows, columns=["measure", "description", "unit", "better"])
    return table.assign(dansk=[each.words[0] for each in MEASURES.values()]) if danish else table
