"""The command `validate`: the validation of a scenario's posterior, as a page, as a table, and in short."""

from dataclasses import dataclass
from pathlib import Path

import pyarrow.csv as csv
import pyarrow.parquet as pq
import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.calibration.posterior import Posterior, posterior_of
from samvirke.analysis.validation.measures import table_of_measures
from samvirke.analysis.validation.parts import Size, asked_of, refits_of
from samvirke.analysis.validation.validation import Validation, runs_of, validated
from samvirke.analysis.validation.verdicts import verdicts
from samvirke.model.errors import refused
from samvirke.model.language import Language, language_of
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.text import reason_of
from samvirke.terminal.page_file import write_page
from samvirke.terminal.progress import progress_bar
from samvirke.viz.validation.answer import answers, verdict_cells, verdict_heads
from samvirke.viz.validation.page import stale_sentence, validation_page

PAGE, TABLE, COMMA_SEPARATED = "validation.html", "validation.parquet", "validation.csv"
WIDTH = 130
FIGURES = (1, 2, 3, 4)  # columns of the table of criteria


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke validate`."""

    scenario: str
    draws: int
    replicates: int
    seed: int
    out: Path
    language: str


def validate_and_say(wanted: Wanted) -> None:
    """Check everything first, then simulate, measure, write, and print a summary."""
    language = language_of(wanted.language)
    scenario = read_scenario(wanted.scenario)
    asked_of(scenario)
    _refuse_what_is_no_folder(wanted.out)
    with progress_bar(1) as note:
        posterior = _posterior(scenario)
        refits = refits_of(scenario, posterior)
        size = Size(wanted.draws, wanted.replicates)
        note(0, runs_of(posterior, refits, size))
        validation = validated(scenario, posterior, refits, wanted.seed, size, note)
    _write(validation, wanted.out, language)
    _say(validation, language)
    typer.echo(f"\n{wanted.out / PAGE}\n{wanted.out / TABLE}\n{wanted.out / COMMA_SEPARATED}")


def _posterior(scenario: Scenario) -> Posterior:
    posterior = posterior_of(scenario)
    if posterior is None:
        raise refused(scenario.name, f"has no posterior yet; make it first with: samvirke calibrate {scenario.name}")
    return posterior


def _refuse_what_is_no_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise refused(str(folder), "is a file; name a folder with --out")


def _write(validation: Validation, folder: Path, language: Language) -> None:
    """The page and the table beside it. Raises ScenarioError where the file system does not let it."""
    found = table_of_measures(validation)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pq.write_table(found, folder / TABLE, compression="zstd")
        csv.write_csv(found, folder / COMMA_SEPARATED)
    except OSError as error:
        raise refused(str(folder), f"cannot be written to: {reason_of(error)}") from error
    write_page(folder / PAGE, validation_page(validation, language))


def _say(validation: Validation, language: Language) -> None:
    console = Console(width=None if Console().is_terminal else WIDTH, highlight=False)
    if stale := stale_sentence(validation, language):
        console.print(stale, style="bold")
    for question, sentences in answers(validation, language).items():
        console.print(f"\n[bold]{question}[/bold]")
        for sentence in sentences:
            console.print(f"  {sentence}", markup=False)
    console.print()
    console.print(_table(validation, language))


def _table(validation: Validation, language: Language) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for at, column in enumerate(verdict_heads(language)):
        table.add_column(column, justify="right" if at in FIGURES else "left", no_wrap=at > 0)
    for each in verdicts(validation):
        table.add_row(*verdict_cells(each, language), style="" if each.holds else "bold")
    return table
