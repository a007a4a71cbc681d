"""The partnerships of a run one by one: in how many of its runs each goes on, leaves something, and what it reaches."""

from collections.abc import Sequence

import pandas as pd

from samvirke.analysis.comparison.findings import Findings
from samvirke.model.agents.partnership import CONTINUING, LEAVING_SOMETHING
from samvirke.model.language import NOT_KNOWN
from samvirke.viz.report.labels import Labels


def by_partnership(findings: Findings, labels: Labels) -> list[list[str]]:
    """A row for each partnership, in the first arm."""
    outcomes = findings.tables["outcomes"].to_pandas()
    outcomes = outcomes[outcomes["arm"] == findings.arms[0]]
    rows = [_partnership_cells(str(name), some, labels) for name, some in outcomes.groupby("partnership", sort=True)]
    return sorted(rows, key=_first)


def _first(cells: Sequence[str]) -> str:
    return cells[0].lower()


def _partnership_cells(name: str, some: pd.DataFrame, labels: Labels) -> list[str]:
    on = [some[each].isin(CONTINUING) for each in ("future", "future_12_months")]
    left = some["future"].isin(LEAVING_SOMETHING)
    shares = [_share(on[0], some["future"], labels), _share(left, some["future"], labels), _share(on[1], some["future_12_months"], labels)]
    places = 1 if len(some) > 1 else 0  # of one run they are whole persons
    counts = [labels.language.number(float(some[each].mean()), places) for each in ("citizens_reached", "key_person_departures")]
    return [labels.partnership(name), *shares, *counts]


def _share(holds: pd.Series, known: pd.Series, labels: Labels) -> str:
    if not known.notna().any():
        return NOT_KNOWN
    if len(holds) == 1:
        return labels.language.gettext("yes") if holds.iloc[0] else labels.language.gettext("no")
    return labels.language.percent(float(holds[known.notna()].mean()))
