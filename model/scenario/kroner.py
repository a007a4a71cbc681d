"""Amounts of money as people write them: 900.000 and 900 000 are nine hundred thousand, and TOML reads 900.000 as nine hundred."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from samvirke.model.scenario.places import Path

IN_THREES = re.compile(r"[1-9]\d{0,2}(?:([., \u00a0\u202f])\d{3})(?:\1\d{3})*")
POINT_BEFORE_THREE = re.compile(r"[1-9]\d{0,2}\.\d{3}")
OF_KRONER = "_dkk"


class Written(str):
    """A number with decimals as it stands in its file."""

    __slots__ = ()


def kroner(text: str) -> float:
    """The amount that was typed; a point, comma or blank before three digits parts thousands. Raises ValueError."""
    typed = text.strip()
    return float(re.sub(r"\D", "", typed) if IN_THREES.fullmatch(typed) else typed)


def thousands_mistaken(key: str, text: str, table: str = "") -> str | None:
    """What is wrong with an amount whose decimals are three, as those of thousands are; None where they are not."""
    if not POINT_BEFORE_THREE.fullmatch(text):
        return None
    meant = text.replace(".", "")
    return f"{key} = {text}{table} would mean {float(text):g} kroner, for decimals follow a point; write {meant}"


def thousands_in(toml: str) -> Iterator[tuple[Path, str]]:
    """Every such amount of a text that is known to be TOML: its place and the whole sentence."""
    for path, written in _written(tomllib.loads(toml, parse_float=Written)):
        key = str(path[-1])
        table = ".".join(part for part in path[:-1] if isinstance(part, str))
        if key.endswith(OF_KRONER) and (sentence := thousands_mistaken(key, written, f" in [{table}]" if table else "")):
            yield path, sentence


def _written(value: Any, path: Path = ()) -> Iterator[tuple[Path, Written]]:
    """Every number with decimals, with its place."""
    if isinstance(value, Written):
        yield path, value
        return
    items = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from _written(each, (*path, key))
