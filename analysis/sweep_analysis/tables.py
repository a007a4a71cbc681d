"""From what was found to rows with declared columns."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from samvirke.analysis.columns import Column, known, table_of
from samvirke.analysis.sweep_analysis.columns import BOXES, FRONTIER, INDICES, POLICIES
from samvirke.analysis.sweep_analysis.discovery import Discovery, Found
from samvirke.analysis.sweep_analysis.folder import Input
from samvirke.analysis.sweep_analysis.indices import Index
from samvirke.analysis.sweep_analysis.policy_search import Searched


def table_of_dicts(columns: Sequence[Column], rows: Iterable[dict[str, Any]]) -> Any:
    """A table from rows by name of column; what a row does not name, and what is NaN or infinite, is null."""
    listed = list(rows)
    return table_of(columns, [_values(column, [row.get(column.name) for row in listed]) for column in columns])


def _values(column: Column, values: list[Any]) -> Any:
    if column.type != "double":
        return pa.array(values, pa.type_for_alias(column.type))
    return known([math.nan if each is None or not math.isfinite(each) else float(each) for each in values])


def table_of_indices(scenario: str, arm: str, found: Iterable[Index]) -> Any:
    """One row per measure, input and index."""
    rows = (
        {
            "scenario": scenario, "arm": arm, "measure": each.measure, "input": each.input.column, "beside": each.beside,
            "index": each.index, "value": each.value, "low": each.low, "high": each.high, "points": each.points,
            **_identified(each.input),
        }
        for each in found
    )  # fmt: skip
    return table_of_dicts(INDICES, rows)


def table_of_boxes(scenario: str, what: Discovery) -> Any:
    """One row per limit of every box; one without limits has one row too."""
    return table_of_dicts(BOXES, (row for each in what.found for row in _rows_of_a_box(scenario, what, each)))


def _rows_of_a_box(scenario: str, what: Discovery, found: Found) -> Iterator[dict[str, Any]]:
    alike = {
        "scenario": scenario, "arm": what.arm, "when": what.when.name, "method": found.method, "box": found.number,
        "coverage": found.of_all.coverage, "density": found.of_all.density, "mass": found.of_all.mass,
        "coverage_held_out": found.of_held_out.coverage, "density_held_out": found.of_held_out.density,
        "base_rate": what.base_rate, "lives": len(what.cases),
    }  # fmt: skip
    if not found.box.limits:
        yield alike
    for at, (low, high) in found.box.limits.items():
        of = what.inputs[at]
        yield {**alike, "input": of.column, "low": low, "high": high, "p_value": found.p_values.get(at), **_identified(of)}


def table_of_policies(what: Searched) -> Any:
    """One row per policy."""
    rows = (
        {
            "scenario": what.scenario.name, "policy": number, "levers": each.said, "point": point, "cost_hours": each.cost_hours,
            "cost_dkk": each.cost_dkk,
        }
        for number, (each, point) in enumerate(zip(what.policies, what.points, strict=True))
    )  # fmt: skip
    return table_of_dicts(POLICIES, rows)


def table_of_frontier(what: Searched) -> Any:
    """One row per measure and policy."""
    rows = (
        {
            "scenario": what.scenario.name, "policy": number, "measure": measure, "levers": policy.said, "cost_dkk": policy.cost_dkk,
            "draws": what.draws, "lives": what.replicates, **{name: values[number].item() for name, values in vars(found).items()},
        }
        for measure, found in what.bought.items()
        for number, policy in enumerate(what.policies)
    )  # fmt: skip
    return table_of_dicts(FRONTIER, rows)


def _identified(of: Input) -> dict[str, Any]:
    return {"contraction": of.contraction, "identified": of.identified}
