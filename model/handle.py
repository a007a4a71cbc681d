"""One pointer to the whole state, for compiled rules: it points to the same tables, so what a rule changes is changed.

Passing two dozen tables by value to every rule makes each rule slow to compile and to call; a structure reference is one
pointer. Rules borrow it: whoever calls one from Python holds the handle until it returns. Counting the references at every call
of a rule from a rule took a fifth of a run. Uncompiled, rules take the state itself.
"""

from typing import Any

from numba.core.datamodel import default_manager, models  # type: ignore[attr-defined]
from numba.extending import NativeValue, box, unbox

from samvirke.model.rule import compiled, rule, structref, types
from samvirke.model.state import State


class StateType(types.StructRef):
    """The compiled rules' type of a state: a reference to a structure with the tables as fields."""

    def __init__(self, fields: Any) -> None:
        super().__init__(fields)  # type: ignore[no-untyped-call]
        self.name = "State"  # the full name would carry every column of every table into every symbol

    def preprocess_fields(self, fields: Any) -> Any:
        """Field types as numba wants them: no literal ones."""
        return tuple((name, types.unliteral(kind)) for name, kind in fields)  # type: ignore[no-untyped-call]


class BorrowedModel(models.StructRefModel):
    """How a reference to a state is kept: as numba keeps one to a structure, without being counted."""

    def traverse(self, builder: Any) -> list[Any]:
        """Nothing in it is to be counted."""
        del builder
        return []


class Handle(structref.StructRefProxy):
    """A state as compiled rules see it; made by `handle` only."""


default_manager.register(StateType, BorrowedModel)  # type: ignore[no-untyped-call]
structref.define_attributes(StateType)  # type: ignore[no-untyped-call]
structref.define_constructor(Handle, StateType, State._fields)  # type: ignore[no-untyped-call]


COUNTED = types.MemInfoPointer(types.voidptr)  # type: ignore[no-untyped-call]
"""The memory behind a reference, as Python holds it."""


@box(StateType)  # type: ignore[no-untyped-call]
def _hand_out(kind: Any, reference: Any, c: Any) -> Any:
    """A new handle in Python, which holds the memory from now on."""
    memory = c.box(COUNTED, c.context.make_helper(c.builder, kind, value=reference).meminfo)
    make = c.pyapi.unserialize(c.pyapi.serialize_object(Handle._numba_box_))
    its_kind = c.pyapi.unserialize(c.pyapi.serialize_object(kind))
    made = c.pyapi.call_function_objargs(make, [its_kind, memory])
    for each in (make, its_kind, memory):
        c.pyapi.decref(each)
    return made


@unbox(StateType)  # type: ignore[no-untyped-call]
def _borrow(kind: Any, proxy: Any, c: Any) -> Any:
    """The reference of a handle: numba counts one with it, which is given back at once, as nothing else ever would."""
    held = c.pyapi.object_getattr_string(proxy, "_meminfo")
    memory = c.unbox(COUNTED, held).value
    c.context.nrt.decref(c.builder, COUNTED, memory)
    c.pyapi.decref(held)
    reference = c.context.make_helper(c.builder, kind)
    reference.meminfo = memory
    return NativeValue(reference._getvalue())  # type: ignore[no-untyped-call]


@rule
def _pointing_at(state: State) -> Any:
    return Handle(*state)  # type: ignore[no-untyped-call]


def handle(state: State) -> Any:
    """What to give a rule for `state`."""
    return _pointing_at(state) if compiled else state
