"""The JSON Schema of the terse form: what editors complete and check, and where messages find names and bounds.

`python -m samvirke.model.scenario` writes it to scenarios/scenario.schema.json.
"""

import json
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from samvirke.model.scenario.library import built_in_folder
from samvirke.model.scenario.places import Path
from samvirke.model.scenario.table import Table
from samvirke.model.scenario.terse import TerseScenario
from samvirke.model.scenario.values import DEFINED_AS, DEFINITIONS

FILE_NAME = "scenario.schema.json"
NULL = {"type": "null"}


def terse_schema(form: type[Table] = TerseScenario, title: str = "Scenario of samvirke") -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a scenario file, or of another kind of file that a person writes."""
    return _terse_schema(form, title, DEFINITIONS["ParameterValues"])


@cache
def _terse_schema(form: type[Table], title: str, parameters: type[Table]) -> dict[str, Any]:
    del parameters  # extensions exchange this table: then the schema is another
    schema = _tidy(form.model_json_schema())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema,
        "$defs": {**schema["$defs"], **{name: _tidy(table.model_json_schema()) for name, table in DEFINITIONS.items()}},
    }


def _tidy(node: Any) -> Any:
    """Without what a TOML file cannot contain (null) and what adds nothing (titles made from keys, empty defaults)."""
    if isinstance(node, list):
        return [_tidy(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidy(value) for key, value in node.items() if not _says_nothing(key, value)}
    if DEFINED_AS in kept:
        kept["$ref"] = f"#/$defs/{kept.pop(DEFINED_AS)}"
    alternatives = [each for each in kept.pop("anyOf", []) if each != NULL]
    return {**alternatives[0], **kept} if alternatives else kept


def _says_nothing(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and (value is None or isinstance(value, dict)))


def schema_text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(terse_schema(), indent=2, ensure_ascii=False) + "\n"


def write_schema() -> FilePath:
    """Write the schema beside the built-in scenarios; returns the file."""
    file = built_in_folder() / FILE_NAME
    file.write_text(schema_text(), encoding="utf-8")
    return file


def schema_at(path: Path, form: type[Table] = TerseScenario) -> dict[str, Any]:
    """The part of a file's schema that is about `path`; empty where the schema does not know it."""
    definitions = terse_schema(form)["$defs"]
    node = terse_schema(form)
    for part in path:
        node = _opened(_inside(node, part), definitions)
    return node


def keys_allowed_at(path: Path, form: type[Table] = TerseScenario) -> list[str]:
    """The keys of the table at `path`; empty where names are free."""
    node = schema_at(path, form)
    return list(node.get("properties") or node.get("propertyNames", {}).get("enum", []))


def choices_in(schema: dict[str, Any]) -> list[str]:
    """The texts that a value may be; empty where it is free."""
    return list(schema["enum"]) if "enum" in schema else [schema["const"]] if "const" in schema else []


def _inside(node: dict[str, Any], part: str | int) -> Any:
    if isinstance(part, int):
        return node.get("items", {})
    return node.get("properties", {}).get(part) or node.get("additionalProperties") or _by_pattern(node)


def _by_pattern(node: dict[str, Any]) -> Any:
    return next(iter(node.get("patternProperties", {}).values()), {})


def _opened(node: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The definition `node` refers to, with what `node` has itself."""
    if not isinstance(node, dict):
        return {}
    if "$ref" in node:
        return {**definitions[node["$ref"].rpartition("/")[2]], **node}
    return node
