"""Tables for those who work in a spreadsheet: text stays text, whatever it begins with.

A cell that begins with `=` (in text files also `+`, `-` and `@`) would be taken for a formula. A workbook has for each cell what it
is; in a text file the usual practice is an apostrophe before it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

DANISH_CSV = {"sep": ";", "decimal": ","}
BEGINS_A_FORMULA = ("=", "+", "-", "@")
APOSTROPHE = "'"
WIDEST = 60


def write_csv(table: pd.DataFrame, path: Path, *, danish: bool = False) -> None:
    """Write the table as UTF-8 text with commas between; `danish`: semicolons between, and the comma for decimals."""
    as_text = table.apply(lambda column: column if pd.api.types.is_numeric_dtype(column) else column.map(_no_formula))
    as_text.to_csv(path, index=False, encoding="utf-8", **(DANISH_CSV if danish else {}))


def _no_formula(value: Any) -> Any:
    return f"{APOSTROPHE}{value}" if isinstance(value, str) and value.startswith(BEGINS_A_FORMULA) else value


def write_workbook(sheets: Mapping[str, pd.DataFrame], path: Path) -> None:
    """Write a workbook (.xlsx) of these tables, columns as wide as what stands in them."""
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        for name, table in sheets.items():
            table.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
            for cells, column in zip(book.sheets[name].iter_cols(), table, strict=True):
                widest = max([len(str(column)), *(len(str(each)) for each in table[column])])
                book.sheets[name].column_dimensions[cells[0].column_letter].width = min(WIDEST, widest) + 2
                for cell in cells:
                    _keep_as_text(cell)


def _keep_as_text(cell: Any) -> None:
    if isinstance(cell.value, str):
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(BEGINS_A_FORMULA)  # also when the cell is edited
