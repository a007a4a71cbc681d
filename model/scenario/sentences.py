"""From pydantic's errors to sentences that a person who never saw TOML can act on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from samvirke.model.errors import Problem, between, nearest, nearest_valid, shown
from samvirke.model.scenario.places import Path
from samvirke.model.scenario.schema import choices_in, keys_allowed_at, schema_at
from samvirke.model.scenario.table import MOST_PARTNERSHIPS, Table
from samvirke.model.scenario.terse import TerseScenario

NAME_OF_A_KEY = "[key]"
BOUNDS = ("greater_than_equal", "greater_than", "less_than_equal", "less_than")
KINDS_OF_VALUE = {
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false, without quotes",
    "string_type": "must be a text in quotes",
    "tuple_type": "must be a list: values in [ ], with commas between them",
    "dict_type": "must be a table: keys with their values",
    "model_type": "must be a table: keys with their values",
    "finite_number": "must be an ordinary number",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "too_long": f"has too many entries: at most {MOST_PARTNERSHIPS}",
    "string_too_long": "is too long: at most 80 characters",
    "string_pattern_mismatch": 'may hold only small letters (a to z), digits, "-" and "_"',
}


@dataclass(frozen=True)
class Origin:
    """Where checked data came from: its name, the line of a path, and how the author knows it: key and table.

    `within` is where the data would stand in a scenario file, if they are only a part of one; `form` is what such a file
    may contain, if it is another kind of file.
    """

    name: str
    line: Callable[[Path], int]
    named: Callable[[Path], tuple[str, str]]
    within: Path = ()
    form: type[Table] = TerseScenario

    def schema_at(self, path: Path) -> dict[str, Any]:
        """What may stand there."""
        return schema_at((*self.within, *path), self.form)

    def keys_allowed_at(self, path: Path) -> list[str]:
        """The keys that may stand there; the top of the file is `()` where the data are a whole one."""
        return keys_allowed_at((*self.within, *path), self.form)


def problems_of(error: ValidationError, origin: Origin) -> list[Problem]:
    """One problem for each of pydantic's errors, except those that follow from another."""
    return [_problem(detail, origin) for detail in error.errors(include_url=False) if not _is_long_enough(detail)]


def _is_long_enough(detail: Any) -> bool:
    """Whether a list is called too short only because pydantic does not count its entries that have problems of their own."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _problem(detail: Any, origin: Origin) -> Problem:
    path = tuple(detail["loc"])
    about_a_name = path[-1:] == (NAME_OF_A_KEY,)
    path = path[:-1] if about_a_name else path
    say = _wrong_name if about_a_name else _sentence
    return Problem(origin.name, say(path, detail, origin), origin.line(path))


def _sentence(path: Path, detail: Any, origin: Origin) -> str:
    kind = detail["type"]
    key, table = origin.named(path)
    if kind in ("missing", "lacking"):
        return f"{key} is missing{table}: {_purpose(path, detail, origin)}"
    rule = _no_such_key(path, origin) if kind == "extra_forbidden" else _rule(path, detail, origin)
    return f"{key} = {shown(detail['input'])}{table} {rule}"


def _wrong_name(path: Path, detail: Any, origin: Origin) -> str:
    key, table = origin.named(path)
    if detail["type"] == "literal_error":
        return f"{key}{table} {_no_such_key(path, origin)}"
    return f'the name "{key}"{table} {_rule(path, detail, origin)}'


def _no_such_key(path: Path, origin: Origin) -> str:
    allowed = origin.keys_allowed_at(path[:-1])
    if path[-1] in keys_allowed_at((), origin.form) and path[-1] not in allowed:
        return "belongs at the top of the file, before the first [table]"
    return f"is no known key; {nearest_valid(path[-1], allowed)}"


def _purpose(path: Path, detail: Any, origin: Origin) -> str:
    if detail["type"] == "lacking":
        return str(detail["msg"])
    schema = origin.schema_at(path)
    return str(schema.get("description") or f"one of {', '.join(choices_in(schema))}")


def _rule(path: Path, detail: Any, origin: Origin) -> str:
    kind = detail["type"]
    schema = origin.schema_at(path)
    if kind in BOUNDS:
        return _bounds(schema, detail["ctx"])
    if kind == "literal_error":
        choices = choices_in(schema)
        near = nearest(detail["input"], choices)
        return f"must be one of {', '.join(choices)}" + (f'; the nearest is "{near}"' if near else "")
    if {"da", "en"} <= schema.get("properties", {}).keys():
        return 'must be given in both languages: { da = "…", en = "…" }'
    if kind in ("int_type", "float_type") and _a_number_in_quotes(detail["input"]):
        return f"{KINDS_OF_VALUE[kind]}, without quotes"
    return KINDS_OF_VALUE.get(kind, str(detail["msg"]))


def _bounds(schema: Mapping[str, Any], broken: Mapping[str, float]) -> str:
    """The whole range where the schema has one, else the bound that was broken."""
    low, high = schema.get("minimum", broken.get("ge")), schema.get("maximum", broken.get("le"))
    meaning = schema.get("description", "")
    if "gt" in broken:
        return f"must be more than {broken['gt']:.15g}{f': {meaning}' if meaning else ''}"
    return between(low, high, meaning)


def _a_number_in_quotes(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\s*-?\d+([.,]\d+)?\s*", value) is not None
