"""The table `differences`: its columns, and the sheets of its workbook."""

from typing import Any

import pandas as pd

from samvirke.analysis.measures import MEASURES
from samvirke.analysis.run.columns import Column, known, table_of

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


def table_of_differences(differences: pd.DataFrame) -> Any:
    """The Arrow table, its columns in order, what is not known null."""
    return table_of(DIFFERENCES, [_values(column, differences[column.name]) for column in DIFFERENCES])


def sheets_of(differences: pd.DataFrame, sentences: pd.DataFrame, *, danish: bool = False) -> dict[str, pd.DataFrame]:
    """The workbook: the sentences, the table, and what its columns and measures mean; `danish`: measures in Danish too."""
    return {"in words": sentences, "differences": in_order(differences), "columns": _columns(), "measures": _measures(danish=danish)}


def _values(column: Column, values: pd.Series) -> Any:
    return known(values.to_numpy(float)) if column.type == "double" else values.to_list()


def in_order(differences: pd.DataFrame) -> pd.DataFrame:
    """The columns of the table in their order."""
    return differences[[column.name for column in DIFFERENCES]]


def _columns() -> pd.DataFrame:
    return pd.DataFrame([(each.name, each.meaning, each.unit) for each in DIFFERENCES], columns=["column", "description", "unit"])


def _measures(*, danish: bool) -> pd.DataFrame:
    better = {1: "more", -1: "less", 0: "neither"}
    rows = [(each.name, each.meaning, each.unit, better[each.better]) for each in MEASURES.values()]
    table = pd.DataFrame(rows, columns=["measure", "description", "unit", "better"])
    return table.assign(dansk=[each.words[0] for each in MEASURES.values()]) if danish else table
