"""What the commands that read a sweep have in common to say."""

from collections.abc import Sequence
from pathlib import Path

import typer

from samvirke.analysis.sweep_analysis.folder import Input
from samvirke.terminal.sweep_analysis_words import LANGUAGES, percent


def not_identified(each: Input, language: str) -> str:
    """The flag of a parameter that the reported answers do not narrow."""
    return "" if each.identified is not False else LANGUAGES[language].not_identified.format(share=percent(max(0.0, each.contraction)))


def say_folder(folder: Path, tables: Sequence[str], language: str) -> None:
    """What stands beside every result, and where everything is."""
    said = LANGUAGES[language]
    typer.echo(f"\n{said.not_a_verdict}\n{said.folder.format(folder=folder, tables=', '.join(tables))}")
