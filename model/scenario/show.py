"""The complete scenario as a file again: what `samvirke show` prints, and what reads back as the same scenario."""

from collections.abc import Iterator, Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Table

from samvirke.model.scenario.resolved import Arm, PartnershipCase, Scenario
from samvirke.model.scenario.show_words import REMARKS

HEAD = ("name", "title", "asks", "start", "months", "targets", "posterior", "borrows")
TABLES = ("population", "parameters", "variant", "survey")


def as_toml(scenario: Scenario, *, real_names: bool = False, language: str = "en") -> str:
    """Everything that was resolved, as TOML with remarks in a language; the partnerships' real names only if asked for."""
    values = scenario.model_dump(exclude_none=True)
    document = tomlkit.document()
    document.add(tomlkit.comment(REMARKS[language]["head"]))
    for key in HEAD:
        if key in values:
            document.add(key, _value(values[key]))
    for key, part in _parts(scenario, values, real_names):
        document.add(tomlkit.nl())
        document.add(tomlkit.comment(REMARKS[language][key]))
        document.add(key, part)
    return tomlkit.dumps(document)


def _parts(scenario: Scenario, values: Mapping[str, Any], real_names: bool) -> Iterator[tuple[str, Table | AoT]]:
    """The tables in their order, without those that are empty."""
    for key in TABLES:
        yield key, _table(values[key])
    if scenario.own_answers:
        yield "own_answers", _table(values["own_answers"])
    if scenario.levers:
        yield "levers", _tables(values["levers"])
    if scenario.events:
        yield "events", _several([_event(each) for each in values["events"]])
    yield "arms", _tables({name: _arm(arm) for name, arm in scenario.arms.items()})
    if scenario.questions:
        yield "questions", _tables({name: _question(each) for name, each in values["questions"].items()})
    yield "partnerships", _several([_partnership(each, real_names) for each in scenario.partnerships])
    yield "evidence", _table({each.pop("fact"): each for each in values["evidence"]})


def _event(event: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in event.items() if value != ""}


def _arm(arm: Arm) -> dict[str, Any]:
    """Only what the arm changes."""
    values = {key: value for key, value in arm.model_dump(exclude_none=True).items() if value or key.startswith("cost")}
    if arm.events:
        values["events"] = [_event(each) for each in values["events"]]
    return values


def _question(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _partnership(case: PartnershipCase, real_names: bool) -> dict[str, Any]:
    return case.model_dump(exclude_none=True, exclude=set() if real_names else {"name", "title"})


def _value(value: Any) -> Any:
    """A value that stands on one line; a list of tables has a line for each."""
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, list | tuple):
        return _list(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _inline(values: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    for key, value in values.items():
        table.append(key, _value(value))
    return table


def _list(values: list[Any] | tuple[Any, ...]) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(_value(value))
    return array.multiline(any(isinstance(value, Mapping) for value in values))


def _table(values: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in values.items():
        table.append(key, _value(value))
    return table


def _tables(values: Mapping[str, Mapping[str, Any]]) -> Table:
    """A table in a table for each: `[levers.openness]`, `[levers.threshold]` and so on."""
    table = tomlkit.table(is_super_table=True)
    for key, value in values.items():
        table.append(key, _table(value))
    return table


def _several(values: list[dict[str, Any]]) -> AoT:
    """`[[partnerships]]` for each."""
    tables = tomlkit.aot()
    for value in values:
        tables.append(_table(value))
    return tables
