"""What a column of a table is: declared once, with meaning, unit and type, and carried in the table itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyarrow as pa
from numpy.typing import ArrayLike, NDArray

from samvirke.model.fields import Field

Type = Literal["string", "int64", "int8", "double", "bool"]


@dataclass(frozen=True)
class Column:
    """One column of a table; `never_null` where every row has a value."""

    name: str
    meaning: str
    unit: str
    type: Type
    never_null: bool = False

    @property
    def field(self) -> pa.Field:
        """The column's Arrow field, which says meaning and unit wherever the table goes."""
        wording = {"description": self.meaning, "unit": self.unit}
        return pa.field(self.name, pa.type_for_alias(self.type), nullable=not self.never_null, metadata=wording)


KEYS: tuple[Column, ...] = (
    Column("scenario", "name of the scenario", "name", "string", never_null=True),
    Column("arm", "variant of the scenario; baseline is the one without changes", "name", "string", never_null=True),
    Column("draw", "number of the parameter set; 0 is the defaults", "number", "int64", never_null=True),
    Column("seed", "seed of the run: the same seed with the same draw is the same run", "number", "int64", never_null=True),
    Column("partnership", "case_id of the partnership in the scenario", "name", "string", never_null=True),
)
"""Every table of a run starts with these. (A run is one scenario, arm, draw and seed.)"""

MONTH = Column("month", "month; month 1 is the first month of the scenario", "month", "int64", never_null=True)

DICTIONARY: tuple[Column, ...] = (
    Column("table", "name of the table", "name", "string", never_null=True),
    Column("column", "name of the column", "name", "string", never_null=True),
    Column("description", "what the column says", "text", "string", never_null=True),
    Column("unit", "what it is counted or measured in", "text", "string", never_null=True),
    Column("type", "its Arrow type", "name", "string", never_null=True),
)


def column_of(field: Field) -> Column:
    """The column of a field that the model keeps: declared there, shown here."""
    return Column(field.name, field.meaning, field.unit, "double" if field.kind == "number" else "int64")


def schema_of(columns: Iterable[Column]) -> pa.Schema:
    """The Arrow schema of a table."""
    return pa.schema([column.field for column in columns])


def table_of(columns: Sequence[Column], values: Sequence[ArrayLike | pa.Array]) -> pa.Table:
    """A table from one array per column, in the order of `columns`."""
    arrays = [_of_type(column, each) for column, each in zip(columns, values, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema_of(columns))


def _of_type(column: Column, values: ArrayLike | pa.Array) -> pa.Array:
    array = values if isinstance(values, pa.Array) else pa.array(values)
    wanted = pa.type_for_alias(column.type)
    return array if array.type == wanted else array.cast(wanted)


def text(positions: ArrayLike, words: Sequence[str], *, null: NDArray[np.bool_] | None = None) -> pa.Array:
    """Texts by their position in `words`; null where `null` holds."""
    positions = np.asarray(positions).astype(np.int32)
    indices = pa.array(positions) if null is None else pa.array(positions, mask=null)
    return pa.DictionaryArray.from_arrays(indices, pa.array(words, pa.string())).cast(pa.string())


def known(values: ArrayLike, *, null: NDArray[np.bool_] | None = None) -> pa.Array:
    """Numbers; null where they are NaN, or where `null` holds."""
    values = np.ascontiguousarray(values)
    missing = np.isnan(values) if values.dtype.kind == "f" else np.zeros(len(values), dtype=bool)
    return pa.array(values, mask=missing if null is None else missing | null)


def dictionary_of(tables: Mapping[str, pa.Schema]) -> pa.Table:
    """One row per column of every table (by name: schemas): what stands where, in words."""
    rows = [
        (table, field.name, field.metadata[b"description"].decode(), field.metadata[b"unit"].decode(), str(field.type))
        for table, schema in tables.items()
        for field in schema
    ]
    return table_of(DICTIONARY, [pa.array(values, pa.string()) for values in zip(*rows, strict=True)])
