"""How a row of the state's tables becomes attributes: one property per declared field, with its meaning as docstring.

A field reads as it stands in the table: numbers, 0 or 1 for a flag, a position for a code. Besides that
- a coded field has `<field>_name`, the same as a word (None for a position that stands for "not yet");
- a field that points to an agent reads as that agent (None for none), and `<field>_row` is the row it points to.
Writing goes through to the table, within the declared bounds. What other rows depend on is kept by the model and cannot be
written: what was laid out, where a field points to, and the stages of persons, activities and partnerships.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

from samvirke.model.errors import between, nearest_valid, shown
from samvirke.model.fields import Field

Viewing = TypeVar("Viewing", bound="type[View]")

TABLE_OF_AGENTS = {
    "partnership": "partnerships",
    "organisation": "organisations",
    "lead": "organisations",
    "host": "organisations",
    "citizen": "citizens",
    "volunteer": "volunteers",
}
"""Where an index of that name points to; indexes of other names point to rows that are no agents and read as numbers."""


class View:
    """One row of a table, seen as attributes. `row` is its position there and never passes to another."""

    model: Any
    row: int
    partnership_row: Any

    @property
    def case_id(self) -> str:
        """The partnership it belongs to, by its name in tables."""
        return str(self.model.case_ids[self.partnership_row])

    def row_in(self, table: str) -> int:
        """Its row in a table of the state."""
        del table
        return self.row

    @property
    def partnership_rows(self) -> tuple[int, ...]:
        """The partnerships it belongs to, by their rows: one, unless it says otherwise."""
        return (self.partnership_row,)

    if TYPE_CHECKING:  # the fields are put in by `seen_through`

        def __getattr__(self, name: str) -> Any: ...
        def __setattr__(self, name: str, value: Any) -> None: ...

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.row} of {self.case_id}>"


@dataclass(frozen=True)
class Column:
    """One declared field of a table; with `kept` only the model itself may change it."""

    table: str
    field: Field
    kept: bool

    def read(self, view: View) -> Any:
        """The value in the view's row, as a plain Python number."""
        return getattr(view.model.state, self.table)[self.field.name][view.row_in(self.table)].item()

    def write(self, view: View, value: Any) -> None:
        """Put a value into the view's row. Raises AttributeError if the model keeps it, ValueError out of bounds."""
        name = f"{type(view).__name__}.{self.field.name}"
        if self.kept:
            raise AttributeError(f"{name} cannot be set: it is kept by the model, because other rows depend on it")
        if wrong := self._wrong(value):
            raise ValueError(f"{name} = {shown(value)} {wrong}")
        getattr(view.model.state, self.table)[self.field.name][view.row_in(self.table)] = value

    def _wrong(self, value: Any) -> str:
        field = self.field
        low = float("-inf") if field.low is None else field.low
        high = float("inf") if field.high is None else field.high
        if not isfinite(value):
            return "must be an ordinary number"
        if not low <= value <= high:
            return between(field.low, field.high, field.meaning)
        return "" if field.kind == "number" or value == int(value) else f"must be a whole number: {field.meaning}"


def seen_through(table: str, fields: Iterable[Field], kept: Iterable[str] = ()) -> Callable[[Viewing], Viewing]:
    """Give a class the attributes of these fields; those in `kept`, and all indexes but `host`, are not to be set."""
    unsettable = set(kept)

    def with_attributes(view: Viewing) -> Viewing:
        for field in fields:
            fixed = field.name in unsettable or (field.kind == "index" and field.name != "host")
            for name, attribute in _attributes(Column(table, field, fixed)):
                setattr(view, name, attribute)
        return view

    return with_attributes


def _attributes(column: Column) -> Iterable[tuple[str, property]]:
    field = column.field
    if field.kind == "index" and field.name in TABLE_OF_AGENTS:
        yield field.name, _reference(column)
        yield f"{field.name}_row", property(column.read, doc=f"Row in {TABLE_OF_AGENTS[field.name]}; -1 for none.")
        return
    yield field.name, property(column.read, column.write, doc=_described(field))
    if field.codes:
        yield f"{field.name}_name", _word(column)


def _described(field: Field) -> str:
    bounds = f", {field.low:g} to {field.high:g}" if field.low is not None and field.high is not None else ""
    return f"{_capital(field.meaning)} ({field.unit}{bounds})."


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _reference(column: Column) -> property:
    table = TABLE_OF_AGENTS[column.field.name]

    def agent(view: View) -> Any:
        return view.model.agent_at(table, column.read(view))

    def point_to(view: View, other: Any) -> None:
        if other is not None and (other.case_id != view.case_id or view.model.agent_at(table, other.row) is not other):
            raise ValueError(f"{type(view).__name__}.{column.field.name} must be one of the {table} of {view.case_id}")
        column.write(view, -1 if other is None else other.row)

    return property(agent, point_to, doc=f"{_capital(column.field.meaning)}; None for none.")


def _word(column: Column) -> property:
    field = column.field

    def word(view: View) -> str | None:
        position = column.read(view)
        return field.codes[position] if position >= 0 else None

    def set_word(view: View, value: str) -> None:
        if value not in field.codes:
            name = f"{type(view).__name__}.{field.name}_name"
            raise ValueError(f"{name} = {shown(value)} is not one of its words; {nearest_valid(value, field.codes)}")
        column.write(view, field.codes.index(value))

    return property(word, set_word, doc=f"`{field.name}` as a word: {', '.join(field.codes)}.")
