"""The complete scenario as a file again: what `samvirke show` prints, and what reads back as the same scenario."""

from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Table

from model.scenario.resolved import Arm, PartnershipCase, Scenario

HEAD = ("name", "title", "asks", "start", "months", "targets", "posterior", "borrows")
TABLES = ("population", "parameters", "variant", "survey")


def as_toml(scenario: Scenario, *, real_names: bool = False) -> str:
    """Everything that was resolved, as TOML; the partnerships' real names only if asked for."""
    values = scenario.model_dump(exclude_none=True)
    document = tomlkit.document()
    for key in HEAD:
        if key in values:
            document.add(key, _value(values[key]))
    for key in TABLES:
        document.add(key, _table(values[key]))
    if scenario.own_answers:
        document.add("own_answers", _table(values["own_answers"]))
    document.add("levers", _tables(values["levers"]))
    if scenario.events:
        document.add("events", _several([_event(each) for each in values["events"]]))
    document.add("arms", _tables({name: _arm(arm) for name, arm in scenario.arms.items()}))
    if scenario.questions:
        document.add("questions", _tables({name: _question(each) for name, each in values["questions"].items()}))
    document.add("partnerships", _several([_partnership(each, real_names) for each in scenario.partnerships]))
    document.add("evidence", _table({each.pop("fact"): each for each in values["evidence"]}))
    return tomlkit.dumps(document)


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
    return case.model_dump(exclude_none=True, exclude=set() if real_names else {"name"})


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
