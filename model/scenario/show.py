"""The complete scenario as a file again: what `samvirke show` prints, and what reads back as the same scenario."""

from collections.abc import Iterator, Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Table

from samvirke.model.language import N_, language_of
from samvirke.model.scenario.resolved import REPORTED_TABLES, Arm, PartnershipCase, Scenario

HEAD = ("name", "title", "asks", "start", "months", *REPORTED_TABLES, "posterior", "borrows")
TABLES = ("population", "parameters", "variant", "survey")
REMARKS = {
    "head": N_("The complete scenario: what its file says, and what follows from it. Months are counted from the first, start."),
    "population": N_("How many people each partnership is simulated with; a citizen's slot stands for so many persons."),
    "parameters": N_("Numbers that the scenario sets; all others come from the posterior or the registry (samvirke evidence)."),
    "variant": N_("Structural choices where science is divided."),
    "survey": N_("Months in which the questionnaire goes out."),
    "own_answers": N_("Own answers to the seven C's: only simulated partnerships compatible with them are kept."),
    "levers": N_("What may be changed, how far, and what one unit more costs."),
    "events": N_("What happens in every arm."),
    "arms": N_("Arms to compare; each says only what it changes."),
    "questions": N_("Questions that the arms answer, and what their sources claim."),
    "partnerships": N_("The partnerships, one by one."),
    "evidence": N_("Where each fact comes from: reported by a source, or assumed."),
}
"""The remark above each part of the file."""


def as_toml(scenario: Scenario, *, real_names: bool = False, language: str = "en") -> str:
    """Everything that was resolved, as TOML with remarks in a language; the partnerships' real names only if asked for."""
    _ = language_of(language).gettext
    values = scenario.model_dump(exclude_none=True)
    document = tomlkit.document()
    document.add(tomlkit.comment(_(REMARKS["head"])))
    for key in HEAD:
        if key in values:
            document.add(key, _value(values[key]))
    for key, part in _parts(scenario, values, real_names):
        document.add(tomlkit.nl())
        document.add(tomlkit.comment(_(REMARKS[key])))
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
    hidden: dict[str, Any] = {} if real_names else {"name": True, "title": True, "organisations": {"__all__": {"name", "unit"}}}
    if not case.candidates:
        hidden["candidates"] = True
    return case.model_dump(exclude_none=True, exclude=hidden)


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
