"""Rules added to the month without changing the model: rules with parameters and fields of their own, compiled with the kernel.

The extended month is the text of `month.run_months` with a line more for each extension, after the process it follows; the month of
the model itself, its machine code and its fingerprint stay as they are. A rule is not called while its switch, the one parameter with
a neutral value, has that value: then a run has the same bits as without the extension. see docs/extending.md.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from textwrap import dedent
from typing import Any

import numpy as np

from samvirke.model import month
from samvirke.model.errors import BadInputError, nearest_valid, shown
from samvirke.model.fields import Field, codes
from samvirke.model.handle import handle
from samvirke.model.levers import LEVERS
from samvirke.model.machine_code import stamp_of
from samvirke.model.parameters import REGISTRY, Parameter
from samvirke.model.rule import EXTENDED_BY, CompileError, compiled, rule, typeof, types
from samvirke.model.scenario.values import declare_parameters
from samvirke.model.state import State, empty_state

FIRST_DECISION, LAST_DECISION = 10_000, 2**16 - 1
ALWAYS_GIVEN = ("state", "p", "moment")
OWN = "own"
THE_MONTH = "the month"
CALL = re.compile(r"( +)(\w+)\(state, p, moment\)")
LONGEST_REASON = 500
LAID_OUT_BEFORE = "this state was laid out before extensions were added or changed: lay the scenario out again"


class ExtensionError(BadInputError):
    """An extension that cannot be used."""


def decisions(first: int, how_many: int = 1) -> tuple[Any, ...]:
    """Numbers for the decisions of chance of an extension; the model's own lie below 10,000. Raises ExtensionError."""
    if not FIRST_DECISION <= first <= first + how_many - 1 <= LAST_DECISION:
        raise ExtensionError(f"decisions {first} to {first + how_many - 1} must lie between {FIRST_DECISION} and {LAST_DECISION}")
    return codes(first, how_many)


@dataclass(frozen=True)
class Extension:
    """A rule that is called for every partnership in every month, after the process `after`.

    `rule` takes state, p (the partnership's row) and moment, then by name what it needs: its `parameters`, and `own`, the values of
    its `fields` for this partnership in their order (0 at first). One of the parameters has a neutral value. `decisions` are the
    numbers of its chance. `module` is what worker processes import.
    """

    name: str
    rule: Callable[..., Any]
    after: str
    parameters: tuple[Parameter, ...]
    fields: tuple[Field, ...] = ()
    decisions: tuple[int, ...] = ()
    module: str = ""

    @property
    def switch(self) -> Parameter:
        """The parameter with the neutral value."""
        return next(each for each in self.parameters if each.neutral is not None)

    @property
    def arguments(self) -> tuple[str, ...]:
        """What the rule takes besides state, p and moment."""
        return tuple(inspect.signature(_plain(self.rule)).parameters)[len(ALWAYS_GIVEN) :]

    @property
    def fingerprint(self) -> str:
        """Hash of all that its runs depend on: the rule with all it calls, parameters, fields, its place in the month."""
        parameters = [(each.name, each.low, each.high, repr(each.prior), each.neutral) for each in self.parameters]
        content = (self.name, self.after, parameters, [each.name for each in self.fields], stamp_of(self.rule))
        return sha256(repr(content).encode()).hexdigest()[:16]


ADDED: dict[str, Extension] = {}
"""The extensions of this process, in the order they were added."""

_extended: dict[str, Any] = {}


def add(extension: Extension) -> Extension:
    """Add an extension to every run from now on, in place of one of the same name. Raises ExtensionError with the first problem."""
    for problem in _problems(extension):
        raise ExtensionError(f"extension {extension.name}: {problem}")
    ADDED[extension.name] = extension
    _declare()
    return extension


def remove(name: str) -> None:
    """Take an extension away again; runs are then as if it had never been added."""
    ADDED.pop(name, None)
    _declare()


def _declare() -> None:
    EXTENDED_BY.clear()
    EXTENDED_BY.update({name: each.fingerprint for name, each in ADDED.items()})
    if ADDED:
        EXTENDED_BY[THE_MONTH] = sha256(_text_of_the_extended_month().encode()).hexdigest()[:16]
    _extended.clear()
    declare_parameters(own_parameters())


def own_parameters() -> dict[str, Parameter]:
    """The parameters of all extensions by name, in the order of `state.own_parameters`."""
    return {each.name: each for extension in ADDED.values() for each in extension.parameters}


def all_parameters() -> dict[str, Parameter]:
    """The registry, and the parameters of extensions."""
    return REGISTRY | own_parameters()


def own_fields() -> tuple[str, ...]:
    """The fields of all extensions, in the order of the columns of `state.own_fields`."""
    return tuple(each.name for extension in ADDED.values() for each in extension.fields)


def own_values(stated: Mapping[str, float]) -> Any:
    """The values of `state.own_parameters`: those that are stated, else the defaults."""
    return np.array([stated.get(name, each.default) for name, each in own_parameters().items()], dtype=np.float64)


def month_now() -> Any:
    """The rule that runs months: the model's own, or the extended one."""
    if not ADDED:
        return month.run_months
    if "month" not in _extended:
        _extended["month"] = _compiled(_text_of_the_extended_month())
    return _extended["month"]


def run_months(state: Any, until_month: int) -> None:
    """Run month after month, up to and with `until_month`, with what extends the model. `state` is what `handle` gave."""
    month_now()(state, until_month)


def live_month(state: State) -> None:
    """Take a state from the end of one month to the end of the next: the step."""
    run_months(handle(state), state.clock[0].month + 1)


def import_extensions(modules: tuple[str, ...]) -> None:
    """Import the modules that add extensions, in a process that makes runs for another. Raises ExtensionError."""
    for name in modules:
        try:
            import_module(name)
        except ImportError as error:
            raise ExtensionError(f"{name}, which adds an extension, cannot be imported ({error}); install it, or set PYTHONPATH") from error


def modules_of_extensions() -> tuple[str, ...]:
    """What another process must import to live the same runs. Raises ExtensionError for what it cannot import."""
    for each in ADDED.values():
        if each.module == "__main__":
            raise ExtensionError(
                f"extension {each.name}: it is defined in a notebook or a script, which worker processes cannot import; "
                "put it into a module of its own (a .py file) and import that, or take one worker"
            )
    return tuple(dict.fromkeys(each.module for each in ADDED.values()))


def processes() -> tuple[str, ...]:
    """The processes of the month by name, in their order."""
    return tuple(found[2] for line in _text_of_the_month() if (found := CALL.match(line)))


def _text_of_the_month() -> list[str]:
    lines = dedent(inspect.getsource(_plain(month.run_months))).splitlines()
    return lines[next(number for number, line in enumerate(lines) if line.startswith("def ")) :]


def _text_of_the_extended_month() -> str:
    text = []
    for line in _text_of_the_month():
        text.append(line)
        if line.lstrip().startswith("clock = "):
            text += _guard()
        elif found := CALL.match(line):
            text += [found[1] + call for each in ADDED.values() if each.after == found[2] for call in _calls(each)]
    return "\n".join(text).replace("def run_months(", "def extended_month(", 1)


def _guard() -> list[str]:
    sizes = f"len(state.own_parameters) != {len(own_parameters())} or state.own_fields.shape[1] != {len(own_fields())}"
    return [f"    if {sizes}:", f'        raise ValueError("{LAID_OUT_BEFORE}")']


def _calls(extension: Extension) -> Iterator[str]:
    values = {name: f"state.own_parameters[{number}]" for number, name in enumerate(own_parameters())}
    first = own_fields().index(extension.fields[0].name) if extension.fields else 0
    values[OWN] = f"state.own_fields[p, {first} : {first + len(extension.fields)}]"
    given = ", ".join((*ALWAYS_GIVEN, *(values[name] for name in extension.arguments)))
    yield f"if {values[extension.switch.name]} != {extension.switch.neutral!r}:"
    yield f"    extension_{extension.name}({given})"


def _compiled(text: str) -> Any:
    """The rule of that text. Raises ExtensionError with numba's reason where a rule of an extension cannot be compiled."""
    rules = {f"extension_{name}": each.rule if hasattr(each.rule, "py_func") else rule(each.rule) for name, each in ADDED.items()}
    namespace: dict[str, Any] = {**vars(month), **rules, "__name__": __name__}
    exec(compile(text, "<the extended month>", "exec"), namespace)
    extended: Any = rule(namespace["extended_month"])
    if compiled:
        try:
            extended.compile((typeof(handle(empty_state())), types.int64))  # type: ignore[no-untyped-call]
        except CompileError as error:
            reason = " ".join(str(error).split())[:LONGEST_REASON]
            raise ExtensionError(f"extensions ({', '.join(ADDED)}): numba cannot compile a rule: {reason}") from error
    return extended


def _plain(function: Any) -> Any:
    return getattr(function, "py_func", function)


def _problems(extension: Extension) -> Iterator[str]:
    """What is wrong with an extension, in sentences."""
    yield from _wrong_names(extension)
    yield from _wrong_parameters(extension.parameters)
    yield from _wrong_rule(extension)
    if extension.after not in processes():
        yield f"after = {shown(extension.after)} is no process of the month; {nearest_valid(extension.after, processes())}"
    for number in extension.decisions:
        if not FIRST_DECISION <= number <= LAST_DECISION:
            yield f"decision {number} must lie between {FIRST_DECISION} and {LAST_DECISION}: the others are the model's"


def _wrong_parameters(parameters: tuple[Parameter, ...]) -> Iterator[str]:
    neutral = [each for each in parameters if each.neutral is not None]
    if len(neutral) != 1:
        yield f"{len(neutral)} parameters have a neutral value; one must, at which the rule is not called"
    for each in parameters:
        values = (each.default, each.default if each.neutral is None else each.neutral)
        if not each.low <= min(values) <= max(values) <= each.high:
            yield f"the default and the neutral value of {each.name} must lie between {each.low:g} and {each.high:g}"


def _wrong_rule(extension: Extension) -> Iterator[str]:
    taken = tuple(inspect.signature(_plain(extension.rule)).parameters)
    if taken[: len(ALWAYS_GIVEN)] != ALWAYS_GIVEN:
        yield f"its rule must take {', '.join(ALWAYS_GIVEN)} first, here {', '.join(taken)}"
    known = [*(each.name for each in extension.parameters), *([OWN] if extension.fields else [])]
    for name in extension.arguments:
        if name not in known:
            yield f"its rule takes {name}, which is none of its parameters; {nearest_valid(name, known)}"
    yield from (f"its rule does not take {name}, which is declared" for name in known if name not in extension.arguments)


def _wrong_names(extension: Extension) -> Iterator[str]:
    """Names that cannot be, or that are taken."""
    names = (extension.name, *(each.name for each in extension.parameters), *(each.name for each in extension.fields))
    for name in names:
        if not name.isidentifier() or name in (*ALWAYS_GIVEN, OWN):
            yield f"{shown(name)} must be a name of letters, digits and _, and none of {', '.join((*ALWAYS_GIVEN, OWN))}"
    yield from (f"the name {name} is there twice; choose another" for name in names if names.count(name) > 1)
    for name in names[1:]:
        if name in (*REGISTRY, *LEVERS):
            yield f"there is a parameter or lever {name} already; choose another name"
    for other in (each for each in ADDED.values() if each.name != extension.name):
        taken = {each.name for each in other.parameters} | {each.name for each in other.fields}
        yield from (f"{name} belongs to extension {other.name} already; choose another name" for name in names[1:] if name in taken)
        if common := sorted(set(map(int, extension.decisions)) & set(map(int, other.decisions))):
            yield f"decision {common[0]} is one of extension {other.name} already; choose another"
