"""The command `scenarios --answers`: every question of the library lived, and what is claimed beside what comes out."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.questions.page import TABLE, by_verdict, cells_of, questions_page
from samvirke.analysis.questions.questions import Answer, answer_all, asked, runs_of_all
from samvirke.analysis.questions.words import LANGUAGES
from samvirke.terminal.language import language_named
from samvirke.terminal.page_file import refuse_what_cannot_be_a_page, write_page
from samvirke.terminal.progress import progress_bar

WIDTH = 170


def answer_and_say(replicates: int | None, seed: int, page: Path | None, language: str) -> None:
    """Check everything first, then live, write the page if one is named, and print how the claims stand."""
    language_named(language, LANGUAGES, "the sentences")
    refuse_what_cannot_be_a_page(page)
    questions = asked()
    with progress_bar(runs_of_all(questions, replicates)) as note:
        answers = answer_all(questions, replicates=replicates, seed=seed, progress=note)
    if page is not None:
        write_page(page, questions_page(answers, replicates, seed, language))
    _say(answers, language)
    if page is not None:
        typer.echo(f"{LANGUAGES[language].page}: {page}")


def _say(answers: Sequence[Answer], language: str) -> None:
    console = Console(width=None if Console().is_terminal else WIDTH)
    for verdict, found in by_verdict(answers).items():
        title = f"{LANGUAGES[language].groups[verdict]} ({len(found)})"
        table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
        for column in TABLE[language]:
            table.add_column(column, overflow="fold")
        for answer in found:
            for cells in cells_of(answer, language):
                table.add_row(*cells)
        console.print(table)
        console.print()
    console.print(LANGUAGES[language].not_a_verdict)
