"""The tables that analyses of a sweep leave: their columns, and how what was found becomes rows."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from samvirke.analysis.columns import Column, known, schema_of, table_of
from samvirke.analysis.sweep_analysis.discovery import Discovery, Found
from samvirke.analysis.sweep_analysis.folder import Input
from samvirke.analysis.sweep_analysis.indices import Index
from samvirke.analysis.sweep_analysis.policies import Searched

SCENARIO = Column("scenario", "name of the scenario", "name", "string", never_null=True)
ARM = Column("arm", "variant of the scenario; baseline is the one without changes", "name", "string", never_null=True)
MEASURE = Column("measure", "what is measured; its meaning and unit are in the manifest", "name", "string", never_null=True)
INPUT = Column("input", "parameter, or lever_NAME for a lever", "name", "string", never_null=True)
IDENTIFIED = (
    Column("contraction", "how far the answers narrow the parameter: 0 not at all, 1 to a point; null for levers, and where there is "
           "no posterior", "0-1", "double"),
    Column("identified", "whether the answers narrow it by more than the declared bound; null where that is no question", "yes or no",
           "bool"),
)  # fmt: skip

INDICES: tuple[Column, ...] = (
    SCENARIO, ARM, MEASURE, INPUT,
    Column("beside", "of S2: the other input; else null", "name", "string"),
    Column("index", "mu_star mean size of the change over the input's whole range, mu its mean, sigma its standard deviation (Morris); "
           "S1 share of variance of the input alone, ST with all it does together with others, S2 of two together (Sobol)",
           "one of mu_star, mu, sigma, S1, ST, S2", "string", never_null=True),
    Column("value", "the index", "unit of the measure (Morris), 0-1 (Sobol)", "double"),
    Column("low", "lower end of its 90 % interval; null where none is computed", "as value", "double"),
    Column("high", "upper end of its 90 % interval", "as value", "double"),
    Column("points", "points it is computed from", "number", "int64", never_null=True),
    *IDENTIFIED,
)  # fmt: skip

BOXES: tuple[Column, ...] = (
    SCENARIO, ARM,
    Column("when", "what is searched for", "text", "string", never_null=True),
    Column("method", "PRIM or CART", "name", "string", never_null=True),
    Column("box", "number of the box of that method, from 1; limits of a box hold together", "number", "int64", never_null=True),
    Column("input", "parameter, or lever_NAME for a lever; null for a box without limits", "name", "string"),
    Column("low", "lower limit; null if there is none", "unit of the input", "double"),
    Column("high", "upper limit; null if there is none", "unit of the input", "double"),
    Column("p_value", "chance that a limit like this is found where there is nothing (quasi-p, PRIM only)", "0-1", "double"),
    Column("coverage", "share of all cases that lie in the box", "0-1", "double", never_null=True),
    Column("density", "share of the box's runs that are cases", "0-1", "double", never_null=True),
    Column("mass", "share of all runs that lie in the box", "0-1", "double", never_null=True),
    Column("coverage_held_out", "the same among runs that the box was not found with", "0-1", "double"),
    Column("density_held_out", "the same among runs that the box was not found with", "0-1", "double"),
    Column("base_rate", "share of all runs that are cases", "0-1", "double", never_null=True),
    Column("lives", "runs of a partnership that were searched", "number", "int64", never_null=True),
    *IDENTIFIED,
)  # fmt: skip

POLICIES: tuple[Column, ...] = (
    SCENARIO,
    Column("policy", "number of the policy; 0 is the scenario as it is", "number", "int64", never_null=True),
    Column("levers", "what it sets, in words", "text", "string", never_null=True),
    Column("point", "id of the policy with the first draw, in points.parquet of the sweep", "id", "string", never_null=True),
    Column("cost_hours", "hours that it takes more than the scenario as it is, per partnership; declared", "hours", "double"),
    Column("cost_dkk", "kroner that it costs more, its hours priced, per partnership; declared, not simulated", "DKK", "double"),
)  # fmt: skip

FRONTIER: tuple[Column, ...] = (
    *POLICIES[:2], MEASURE,
    Column("levers", "what the policy sets, in words", "text", "string", never_null=True),
    Column("cost_dkk", "kroner it costs more than the scenario as it is, hours priced, per partnership; declared", "DKK", "double"),
    Column("mean", "mean gain over all runs: the policy less the scenario as it is; above 0 is for the better", "unit of the measure",
           "double"),
    Column("mc_error", "Monte Carlo standard error of the mean; more runs shrink it", "unit of the measure", "double"),
    Column("low", "5 % of the draws expect a lower gain", "unit of the measure", "double"),
    Column("high", "5 % of the draws expect a higher gain", "unit of the measure", "double"),
    Column("probability_better", "share of draws that expect a gain", "0-1", "double"),
    Column("gain_per_100000_dkk", "mean gain for every 100,000 kroner; null where it costs nothing or less", "unit of the measure",
           "double"),
    Column("on_frontier", "whether no policy that costs as much or less is expected to gain more", "yes or no", "bool", never_null=True),
    Column("share_on_frontier", "share of draws in which that is so", "0-1", "double"),
    Column("regret_mean", "missed beside the best for as much money in each draw; below 0 where chance is larger", "unit of the measure",
           "double"),
    Column("regret_95", "5 % of the draws expect to miss more than this", "unit of the measure", "double"),
    Column("draws", "draws of parameters", "number", "int64", never_null=True),
    Column("lives", "runs of each draw", "number", "int64", never_null=True),
)  # fmt: skip

TABLES: dict[str, tuple[Column, ...]] = {
    "indices": INDICES, "convergence": INDICES, "boxes": BOXES, "policies": POLICIES, "frontier": FRONTIER,
}  # fmt: skip
SCHEMAS = {name: schema_of(columns) for name, columns in TABLES.items()}


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
            "scenario": what.scenario.name, "policy": number, "levers": each.wording, "point": point, "cost_hours": each.cost_hours,
            "cost_dkk": each.cost_dkk,
        }
        for number, (each, point) in enumerate(zip(what.policies, what.points, strict=True))
    )  # fmt: skip
    return table_of_dicts(POLICIES, rows)


def table_of_frontier(what: Searched) -> Any:
    """One row per measure and policy."""
    rows = (
        {
            "scenario": what.scenario.name, "policy": number, "measure": measure, "levers": policy.wording, "cost_dkk": policy.cost_dkk,
            "draws": what.draws, "lives": what.replicates, **{name: values[number].item() for name, values in vars(found).items()},
        }
        for measure, found in what.bought.items()
        for number, policy in enumerate(what.policies)
    )  # fmt: skip
    return table_of_dicts(FRONTIER, rows)


def _identified(of: Input) -> dict[str, Any]:
    return {"contraction": of.contraction, "identified": of.identified}
