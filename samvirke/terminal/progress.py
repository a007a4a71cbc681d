"""The progress bar on stderr while runs are simulated; it checks for cancellation, and disappears when it is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from samvirke.model.compilation import compile_ahead, must_compile
from samvirke.terminal.refusals import stop_if_cancelled

COMPILING = "compiling the model, once (about a minute)"
RUNNING = "running"


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[int, int], None]]:
    """A bar for so many runs, after compiling the model if needed; gives the function to call with the number done, and of how many."""
    console = Console(stderr=True)
    first_of_all = must_compile()
    if not console.is_terminal and first_of_all:
        typer.echo(COMPILING, err=True)
    with _bar(console, total) as bar:
        task = bar.add_task(COMPILING if first_of_all else RUNNING, total=total)
        if first_of_all:
            compile_ahead()

        def note(done: int, of: int) -> None:
            stop_if_cancelled()
            bar.update(task, completed=done, total=of, description=RUNNING)

        yield note


def _bar(console: Console, total: int) -> Progress:
    unit = "run" if total == 1 else "runs"
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn(unit), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
