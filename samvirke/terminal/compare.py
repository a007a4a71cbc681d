"""The command `compare`: live the arms in pairs, write what came of it, and say it."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import typer

from samvirke.analysis.comparison.comparison import Comparison, arms_to_compare, compare, runs_at_first
from samvirke.analysis.comparison.folder import comparison_to_folder
from samvirke.analysis.questions.questions import name_and_verdict, question_of
from samvirke.analysis.run.folder import Unfinished, next_free_folder, refuse_what_is_there
from samvirke.model.errors import refused
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.resolved import BASELINE
from samvirke.terminal.before_comparing import what_is_ahead
from samvirke.terminal.compare_text import say_comparison
from samvirke.terminal.compare_words import LANGUAGES
from samvirke.terminal.language import language_named
from samvirke.terminal.progress import progress_bar
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.viz.charts.differences import differences_picture
from samvirke.viz.charts.file import write_chart

CONTINUES = "continues"
PICTURES = ("differences.svg", "differences.png")


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke compare`."""

    scenario: str
    arms: Sequence[str]
    baseline: str | None
    measure: str | None
    question: str | None
    replicates: int | None
    seed: int
    until: float | None
    out: Path | None
    force: bool
    language: str
    danish_csv: bool


def compare_and_say(wanted: Wanted) -> None:
    """Check everything first, then live and write, then say it."""
    language_named(wanted.language, LANGUAGES, "the sentences")
    scenario = read_scenario(wanted.scenario)
    if wanted.question is not None:
        wanted = _asking(scenario, wanted, wanted.question)
    baseline, measure = wanted.baseline or BASELINE, wanted.measure or CONTINUES
    arms = arms_to_compare(
        scenario, wanted.arms, baseline=baseline, measure=measure, replicates=wanted.replicates, seed=wanted.seed, until=wanted.until
    )
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{scenario.name}-compare")
    refuse_what_is_there(folder, force=wanted.force)
    ensemble = runs_at_first(wanted.replicates, wanted.until)
    if not wanted.arms and (ahead := what_is_ahead(scenario, arms, ensemble, wanted.scenario, wanted.language)):
        typer.echo(ahead, err=True)
    with progress_bar((1 + len(arms)) * ensemble) as note:
        what = _live_and_write(scenario, wanted, folder, note)
    say_comparison(what, measure, wanted.until, folder, wanted.language, wanted.question)


def _asking(scenario: Scenario, wanted: Wanted, name: str) -> Wanted:
    """What is wanted, with the arms and the measure of the question. Raises ScenarioError where they are named besides."""
    question = question_of(scenario, name)
    if wanted.arms or wanted.baseline is not None:
        raise refused(f"--question {name}", "names its arms itself: leave out --arm and --baseline")
    return replace(wanted, arms=question.simulated, baseline=question.beside, measure=wanted.measure or question.measure)


def _live_and_write(scenario: Scenario, wanted: Wanted, folder: Path, note: Callable[[int, int], None]) -> Comparison:
    baseline, measure = wanted.baseline or BASELINE, wanted.measure or CONTINUES
    also = scenario.questions[wanted.question].shown if wanted.question else ()

    def compared() -> Comparison:
        return compare(
            scenario, wanted.arms, baseline=baseline, replicates=wanted.replicates, seed=wanted.seed, until=wanted.until,
            until_measure=measure, also=also, progress=note,
        )  # fmt: skip

    def pictures(what: Comparison, unfinished: Unfinished) -> None:
        chart = differences_picture(scenario, what.differences, measure, baseline=baseline, language=wanted.language)
        for name in PICTURES:
            write_chart(chart, unfinished.beside(name))

    return comparison_to_folder(
        compared, folder, force=wanted.force, command=["samvirke", *sys.argv[1:]], language=wanted.language,
        danish_csv=wanted.danish_csv, question=partial(name_and_verdict, wanted.question) if wanted.question else None, also=pictures,
    )  # fmt: skip
