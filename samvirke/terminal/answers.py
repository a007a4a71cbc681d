"""The command `scenarios --answers`: every question of the library, with what is claimed and what the model gives."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.questions.page import HEADS, TITLES, by_verdict, cells_of, questions_page
from samvirke.analysis.questions.questions import Answer, answer_all, asked, runs_of_all
from samvirke.analysis.run.not_a_verdict import OF_MANY_RUNS
from samvirke.model.language import Language, language_of
from samvirke.terminal.page_file import refuse_what_cannot_be_a_page, write_page
from samvirke.terminal.progress import progress_bar

WIDTH = 170


def answer_and_say(replicates: int | None, seed: int, page: Path | None, language: str) -> None:
    """Check everything first, then simulate, write the page if one is named, and print how the claims stand."""
    say = language_of(language)
    refuse_what_cannot_be_a_page(page)
    questions = asked()
    with progress_bar(runs_of_all(questions, replicates)) as note:
        answers = answer_all(questions, replicates=replicates, seed=seed, progress=note)
    if page is not None:
        write_page(page, questions_page(answers, replicates, seed, language))
    _say(answers, say)
    if page is not None:
        typer.echo(say.gettext("As a page: {file}", file=page))


def _say(answers: Sequence[Answer], say: Language) -> None:
    console = Console(width=None if Console().is_terminal else WIDTH)
    for verdict, found in by_verdict(answers).items():
        title = f"{say.gettext(TITLES[verdict])} ({len(found)})"
        table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
        for column in HEADS:
            table.add_column(say.gettext(column), overflow="fold")
        for answer in found:
            for cells in cells_of(answer, say.code):
                table.add_row(*cells)
        console.print(table)
        console.print()
    console.print(say.gettext(OF_MANY_RUNS))
