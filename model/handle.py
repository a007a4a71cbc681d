"""One pointer to the whole state, for compiled rules: it points to the same tables, so what a rule changes is changed.

Passing two dozen tables by value to every rule makes each rule slow to compile and to call; a structure reference is one
pointer. Uncompiled, rules take the state itself.
"""

from typing import Any

from samvirke.model.rule import compiled, rule, structref, types
from samvirke.model.state import State


@structref.register
class StateType(types.StructRef):
    """The compiled rules' type of a state: a reference to a structure with the tables as fields."""

    def __init__(self, fields: Any) -> None:
        super().__init__(fields)  # type: ignore[no-untyped-call]
        self.name = "State"  # the full name would carry every column of every table into every symbol

    def preprocess_fields(self, fields: Any) -> Any:
        """Field types as numba wants them: no literal ones."""
        return tuple((name, types.unliteral(kind)) for name, kind in fields)  # type: ignore[no-untyped-call]


class Handle(structref.StructRefProxy):
    """A state as compiled rules see it; made by `handle` only."""


structref.define_constructor(Handle, StateType, State._fields)  # type: ignore[no-untyped-call]
structref.define_boxing(StateType, Handle)  # type: ignore[no-untyped-call]


@rule
def _pointing_at(state: State) -> Any:
    return Handle(*state)  # type: ignore[no-untyped-call]


def handle(state: State) -> Any:
    """What to give a rule for `state`."""
    return _pointing_at(state) if compiled else state
