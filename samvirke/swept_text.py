"""What the commands that read a sweep have in common to say."""

from collections.abc import Sequence
from pathlib import Path

import typer

from analysis.swept.folder import Input
from model.scenario.errors import nearest_valid, shown
from samvirke.refusals import UnknownNameError
from viz.swept_words import LANGUAGES


def language_named(name: str) -> str:
    """A language of the pictures. Raises UnknownNameError."""
    if name not in LANGUAGES:
        raise UnknownNameError(f"--language: {shown(name)} is no language of the pictures; {nearest_valid(name, LANGUAGES)}")
    return name


def not_identified(each: Input) -> str:
    """The flag of a parameter that the reported answers do not narrow."""
    return "" if each.identified is not False else f"  [not identified by the answers: narrowed by {max(0.0, each.contraction):.0%}]"


def say_folder(folder: Path, tables: Sequence[str]) -> None:
    """Where everything is."""
    typer.echo(f"{folder}: {', '.join(tables)} (.parquet and .csv), pictures (.svg and .png), dictionary, manifest.")
