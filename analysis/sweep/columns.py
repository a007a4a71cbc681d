"""The tables of a sweep: those of a run with the column `point` at the end, and the runs that failed."""

from typing import Any

from samvirke.analysis.columns import KEYS, Column, schema_of
from samvirke.analysis.run.tables import TABLES as OF_RUNS
from samvirke.analysis.sweep.points import DESIGN, DRAWS, POINT, POINTS, points_columns

FAILURES: tuple[Column, ...] = (
    *KEYS[:-1],
    Column("parameters", "what the point sets, as JSON", "text", "string", never_null=True),
    Column("message", "why the run failed", "text", "string", never_null=True),
    POINT,
)
TABLES: dict[str, tuple[Column, ...]] = {
    **{name: (*columns, POINT) for name, columns in OF_RUNS.items()},
    "failures": FAILURES,
}
"""Tables in parts: a folder each."""

SINGLE: dict[str, tuple[Column, ...]] = {"points": POINTS, "design": DESIGN, "draws": DRAWS}
"""Tables in one file each."""

SCHEMAS: dict[str, Any] = {name: schema_of(columns) for name, columns in {**TABLES, **SINGLE}.items()}


def schema_now(name: str) -> Any:
    """The schema of a table, with the parameters of extensions in points; None for what is no table of a sweep."""
    return schema_of(points_columns()) if name == "points" else SCHEMAS.get(name)
