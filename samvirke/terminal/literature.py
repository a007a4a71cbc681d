"""The command `literature`: what is known from elsewhere, beside what the model does."""

from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.calibration.draws_of import draws_of
from samvirke.analysis.literature.checks import CHECKS
from samvirke.analysis.literature.literature import SCENARIO, Literature, check_literature
from samvirke.analysis.literature.page import cells_of, literature_page, place_of_shared_power
from samvirke.model.scenario import read_scenario
from samvirke.terminal.page_file import refuse_what_cannot_be_a_page, write_page
from samvirke.terminal.progress import progress_bar

WIDTH = 170


def compare_with_literature(draws: int, seed: int, out: Path | None) -> None:
    """Live one life per draw, print how each figure stands, and write the page if a file is named."""
    refuse_what_cannot_be_a_page(out)
    drawn, drawn_from = draws_of(read_scenario(SCENARIO), draws, seed)
    with progress_bar(draws) as note:
        found = check_literature(CHECKS, drawn, seed, note)
    if out is not None:
        write_page(out, literature_page(found, drawn_from, seed))
    _say(found, drawn_from)
    if out is not None:
        typer.echo(f"With sources and limits: {out}")


def _say(found: Literature, drawn_from: str) -> None:
    console = Console(width=None if Console().is_terminal else WIDTH)
    title = f"Beside the literature: {found.draws} lives of the 37 partnerships, one per draw from {drawn_from}"
    table = Table("what", "unit", title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for column in ("reported", "median", "90 % range"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("how they stand")
    for result in found.results:
        table.add_row(*cells_of(result))
    console.print(table)
    console.print(place_of_shared_power(found))
