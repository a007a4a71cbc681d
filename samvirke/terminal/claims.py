"""The model held against what is said of it: the commands `literature`, `ablation` and `scenarios --answers`.

Each checks everything first, simulates, prints a table, and writes a page where a file is named.
"""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.ablation import page as of_ablation
from samvirke.analysis.ablation.ablation import Ablation, ablate
from samvirke.analysis.ablation.visible import DRAWS, Sight, sights
from samvirke.analysis.calibration.posterior import draws_of
from samvirke.analysis.literature import page as of_literature
from samvirke.analysis.literature.checks import CHECKS
from samvirke.analysis.literature.literature import SCENARIO, Literature, check_literature
from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.questions import page as of_questions
from samvirke.analysis.questions.questions import Answer, answer_all, asked, runs_of_all
from samvirke.model.language import Language, language_of
from samvirke.model.neutral import switches
from samvirke.model.scenario import Scenario, read_scenario, scenario_names
from samvirke.terminal.page_file import refuse_what_cannot_be_a_page, write_page
from samvirke.terminal.progress import progress_bar

WIDTH = 170


def compare_with_literature(draws: int, seed: int, out: Path | None) -> None:
    """Simulate one run per draw, print how each figure compares, and write the page if a file is named."""
    refuse_what_cannot_be_a_page(out)
    drawn, drawn_from = draws_of(read_scenario(SCENARIO), draws, seed)
    with progress_bar(draws) as note:
        found = check_literature(CHECKS, drawn, seed, note)
    if out is not None:
        write_page(out, of_literature.literature_page(found, drawn_from, seed))
    _say_literature(found, drawn_from)
    if out is not None:
        typer.echo(f"With sources and limits: {out}")


def _say_literature(found: Literature, drawn_from: str) -> None:
    table = _table(f"Compared with the literature: {found.draws} runs of the 37 partnerships, one per draw from {drawn_from}")
    for column in ("what", "unit"):
        table.add_column(column)
    for column in ("reported", "median", "90 % range"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("how they compare")
    for result in found.results:
        table.add_row(*of_literature.cells_of(result))
    console = _console()
    console.print(table)
    console.print(of_literature.place_of_shared_power(found))


def switch_each_off(name: str, draws: int, seed: int, out: Path | None, *, everywhere: bool = False) -> None:
    """Simulate with and without each mechanism, print what changes, and write the page if a file is named."""
    refuse_what_cannot_be_a_page(out)
    scenario = read_scenario(name)
    drawn, drawn_from = draws_of(scenario, draws, seed)
    with progress_bar(draws * (len(switches()) + 1)) as note:
        ablations = ablate(scenario, drawn, seed, note)
    found = _look_everywhere(seed) if everywhere else {}
    if out is not None:
        write_page(out, of_ablation.ablation_page(scenario, ablations, draws, seed, drawn_from, found))
    _say_ablations(scenario, ablations, f"{draws} draws from {drawn_from}")
    for sentence in of_ablation.about_sights(found):
        typer.echo(f"\n{sentence}")
    if out is not None:
        typer.echo(f"As a page: {out}")


def _look_everywhere(seed: int) -> dict[str, Sight]:
    """Where each mechanism is seen best, over all built-in scenarios, with draws of the reference scenario's posterior."""
    scenarios = [read_scenario(each) for each in scenario_names()]
    drawn, _ = draws_of(read_scenario(SCENARIO), DRAWS, seed)
    with progress_bar(sum(len(each.arms) for each in scenarios)) as note:
        return sights(scenarios, drawn, seed, note)


def _say_ablations(scenario: Scenario, ablations: Sequence[Ablation], simulated_with: str) -> None:
    table = _table(f"Each mechanism off: {scenario.title.en}, {simulated_with}; mean change, ± half of its 90 % interval")
    for column in of_ablation.columns_of(ablations):
        table.add_column(column, justify="left" if column == "off" else "right")
    for each in ablations:
        table.add_row(*of_ablation.cells_of(each))
    console = _console()
    console.print(table)
    for sentence in of_ablation.in_words(ablations):
        console.print(f"\n{sentence}", highlight=False)


def answer_and_say(replicates: int | None, seed: int, page: Path | None, language: str) -> None:
    """Check everything first, then simulate, write the page if one is named, and print how the claims stand."""
    words = language_of(language)
    refuse_what_cannot_be_a_page(page)
    questions = asked()
    with progress_bar(runs_of_all(questions, replicates)) as note:
        answers = answer_all(questions, replicates=replicates, seed=seed, progress=note)
    if page is not None:
        write_page(page, of_questions.questions_page(answers, replicates, seed, language))
    _say_answers(answers, words)
    if page is not None:
        typer.echo(words.gettext("As a page: {file}", file=page))


def _say_answers(answers: Sequence[Answer], language: Language) -> None:
    console = _console()
    for verdict, found in of_questions.by_verdict(answers).items():
        table = _table(f"{language.gettext(of_questions.TITLES[verdict])} ({len(found)})")
        for column in of_questions.HEADS:
            table.add_column(language.gettext(column), overflow="fold")
        for answer in found:
            for cells in of_questions.cells_of(answer, language.code):
                table.add_row(*cells)
        console.print(table)
        console.print()
    console.print(language.gettext(OF_MANY_RUNS))


def _console() -> Console:
    """As wide as the terminal; wide enough for a table where there is none."""
    return Console(width=None if Console().is_terminal else WIDTH)


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
