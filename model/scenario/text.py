"""From a file to its text, and from text to TOML values; what can go wrong on the way, in one sentence."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from samvirke.model.errors import Problem, ScenarioError, refused, shown

LARGEST_FILE_BYTES = 20_000_000
LONGEST_NAME = 80
NOT_IN_NAMES = '/\\:*?"<>|'
RULE_FOR_NAMES = (
    f"must be a name that a folder can have: 1 to {LONGEST_NAME} characters, none of {' '.join(NOT_IN_NAMES)}, "
    "no dot or blank at either end"
)
CONTROL = "has a control character (U+{code:04X}), which no table or page can hold; leave it out"
LAYOUT = "\n\r\t"
NO_CHARACTERS = "\ufffe\uffff"  # what XML, and so a workbook, refuses besides


def read_text(path: Path, name: str) -> str:
    """The text of a file that messages call `name`; UTF-8, with or without byte order mark. Raises ScenarioError."""
    try:
        if path.is_dir():
            raise refused(name, "is a folder; name a file in it")
        if not path.is_file():
            raise refused(name, "there is no such file")
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise refused(name, "is larger than 20 MB: hardly a file for this")
        return _decoded(path.read_bytes(), name)
    except (OSError, ValueError) as error:
        raise refused(name, f"cannot be read: {reason_of(error)}") from error


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise refused(name, "is not in UTF-8; save the file again as UTF-8", line) from error


def reason_of(error: OSError | ValueError) -> str:
    """Why the system refused, without numbers and paths."""
    return getattr(error, "strerror", None) or str(error)


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """The values in a TOML text. Raises ScenarioError."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise refused(name, "tables and lists stand too deep inside each other") from error
    except ValueError as error:
        raise ScenarioError([_not_toml(str(error), text, name)]) from error


def _not_toml(message: str, text: str, name: str) -> Problem:
    """The message of `tomllib`, with the line it is about and what should be there."""
    reason, _, place = message.partition(" (at ")
    found = re.match(r"line (\d+)", place)
    lines = text.split("\n")
    number = int(found.group(1)) if found else len(text.rstrip("\n").split("\n"))
    line = lines[min(number, len(lines)) - 1].strip()
    return Problem(name, f"{shown(line)} is not TOML ({reason[:1].lower()}{reason[1:]}); {_hint(reason, line)}", number)


def _hint(reason: str, line: str) -> str:
    """The mistake that people make most often, when it looks like it."""
    if "overwrite" in reason or "twice" in reason:
        return "the same key or [table] is given twice: keep one of them"
    if grouped := re.search(r"=\s*([1-9]\d{0,2}(?:[., ]\d{3})+)\s*(?:#|,|}|$)", line):
        return f"write thousands without signs between them: {re.sub(r'[., ]', '', grouped[1])}"
    if re.search(r"=\s*-?\d+,\d", line):
        return "write numbers with a point: 0.5"
    return 'a line is key = value or [table], and text stands in "quotes"'


def is_a_name(name: str, longest: int = LONGEST_NAME) -> bool:
    """Whether a folder of any system can be called so: what becomes the name of a file or folder is a name, never a path."""
    return 0 < len(name) <= longest and name == name.strip(". ") and not set(name) & set(NOT_IN_NAMES) and name.isprintable()


def control_character_in(text: str) -> str:
    """The first control character, new lines and tabs aside; empty if there is none."""
    return next((sign for sign in text if _is_control(sign)), "")


def _is_control(sign: str) -> bool:
    return sign in NO_CHARACTERS or (unicodedata.category(sign) == "Cc" and sign not in LAYOUT)


def control_characters(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a text, or a key, of a file has a control character, and a sentence."""
    if isinstance(value, str) and (sign := control_character_in(value)):
        yield path, f"{path[-1] if path else 'a text'} = {shown(value)} {CONTROL.format(code=ord(sign))}"
    elif isinstance(value, list):
        for position, each in enumerate(value):
            yield from control_characters(each, (*path, position))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            if sign := control_character_in(key):
                yield path, f"the name {shown(key)} {CONTROL.format(code=ord(sign))}"
            yield from control_characters(each, (*path, key))
