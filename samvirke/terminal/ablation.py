"""The command `ablation`: every mechanism switched off in turn."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.ablation.ablation import Ablation, ablate, switches
from samvirke.analysis.ablation.page import ablation_page, cells_of, columns_of, in_words
from samvirke.analysis.calibration.draws_of import draws_of
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.terminal.page_file import refuse_what_cannot_be_a_page, write_page
from samvirke.terminal.progress import progress_bar

WIDTH = 170


def switch_each_off(name: str, draws: int, seed: int, out: Path | None) -> None:
    """Live with and without each mechanism, print what changes, and write the page if a file is named."""
    refuse_what_cannot_be_a_page(out)
    scenario = read_scenario(name)
    drawn, drawn_from = draws_of(scenario, draws, seed)
    with progress_bar(draws * (len(switches()) + 1)) as note:
        ablations = ablate(scenario, drawn, seed, note)
    if out is not None:
        write_page(out, ablation_page(scenario, ablations, draws, seed, drawn_from))
    _say(scenario, ablations, f"{draws} draws from {drawn_from}")
    if out is not None:
        typer.echo(f"As a page: {out}")


def _say(scenario: Scenario, ablations: Sequence[Ablation], simulated_with: str) -> None:
    console = Console(width=None if Console().is_terminal else WIDTH)
    title = f"Each mechanism off: {scenario.title.en}, {simulated_with}; mean change, ± half of its 90 % interval"
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for column in columns_of(ablations):
        table.add_column(column, justify="left" if column == "off" else "right")
    for each in ablations:
        table.add_row(*cells_of(each))
    console.print(table)
    for sentence in in_words(ablations):
        console.print(f"\n{sentence}", highlight=False)
