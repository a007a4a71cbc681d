"""The command `compare`: simulate the arms in pairs, write the tables, and print a summary."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import typer

from samvirke.analysis.comparison.comparison import Comparison, arms_to_compare, compare, runs_at_first
from samvirke.analysis.comparison.folder import comparison_to_folder
from samvirke.analysis.comparison.prior_width import runs_of_prior
from samvirke.analysis.questions.questions import name_and_verdict, question_of
from samvirke.analysis.run.folder import Unfinished, next_free_folder, refuse_what_is_there
from samvirke.model.draws import posterior_file_of
from samvirke.model.errors import refused
from samvirke.model.language import Language, language_of
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.resolved import BASELINE
from samvirke.terminal.compare_text import say_comparison
from samvirke.terminal.progress import progress_bar
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.viz.charts.differences import differences_picture
from samvirke.viz.charts.file import write_chart

CONTINUES = "continues"
PICTURES = ("differences.svg", "differences.png")
SECONDS_PER_PARTNERSHIP_MONTH = 6e-6  # measured on two cores that others use too
MANY_ARMS = 6
SECONDS_OF_A_MINUTE = 60
ENOUGH_SECONDS = 20.0


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
    no_prior: bool
    out: Path | None
    force: bool
    language: str
    danish_csv: bool


def compare_and_say(wanted: Wanted) -> None:
    """Check everything first, then simulate and write, then print a summary."""
    language = language_of(wanted.language)
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
    of_prior = 0 if wanted.no_prior or posterior_file_of(scenario) is None else runs_of_prior(ensemble)
    if not wanted.arms and (ahead := what_is_ahead(scenario, arms, ensemble, wanted.scenario, language, of_prior)):
        typer.echo(ahead, err=True)
    with progress_bar((1 + len(arms)) * (ensemble + of_prior)) as note:
        what = _simulate_and_write(scenario, wanted, folder, note)
    say_comparison(what, measure, wanted.until, folder, wanted.language, wanted.question)


def what_is_ahead(scenario: Scenario, arms: Sequence[str], replicates: int, typed: str, language: Language, of_prior: int = 0) -> str:
    """How many arms, about how long they take, and how to name one; empty where it is few arms or soon done."""
    months = len(scenario.partnerships) * scenario.months
    seconds = (1 + len(arms)) * (replicates + of_prior) * months * SECONDS_PER_PARTNERSHIP_MONTH
    if len(arms) < MANY_ARMS or seconds < ENOUGH_SECONDS:
        return ""
    return language.gettext(
        "{arms} arms with {replicates} runs each: about {time} on two cores. One alone is quicker: samvirke compare {scenario} --arm "
        "{first} (samvirke check {scenario} lists them)",
        arms=language.number(len(arms)), replicates=language.number(replicates), time=_time(seconds, language), scenario=typed,
        first=arms[0],
    )  # fmt: skip


def _time(seconds: float, language: Language) -> str:
    if seconds < 0.75 * SECONDS_OF_A_MINUTE:
        return language.gettext("half a minute")
    return language.ngettext("{n} minute", "{n} minutes", max(1, round(seconds / SECONDS_OF_A_MINUTE)))


def _asking(scenario: Scenario, wanted: Wanted, name: str) -> Wanted:
    """What is wanted, with the arms and the measure of the question. Raises ScenarioError where they are named besides."""
    question = question_of(scenario, name)
    if wanted.arms or wanted.baseline is not None:
        raise refused(f"--question {name}", "names its arms itself: leave out --arm and --baseline")
    return replace(wanted, arms=question.simulated, baseline=question.beside, measure=wanted.measure or question.measure)


def _simulate_and_write(scenario: Scenario, wanted: Wanted, folder: Path, note: Callable[[int, int], None]) -> Comparison:
    baseline, measure = wanted.baseline or BASELINE, wanted.measure or CONTINUES
    also = scenario.questions[wanted.question].shown if wanted.question else ()

    def compared() -> Comparison:
        return compare(
            scenario, wanted.arms, baseline=baseline, replicates=wanted.replicates, seed=wanted.seed, until=wanted.until,
            until_measure=measure, also=also, prior=not wanted.no_prior, progress=note,
        )  # fmt: skip

    def pictures(what: Comparison, unfinished: Unfinished) -> None:
        drawn = partial(differences_picture, scenario, what.differences, measure, baseline=baseline, language=wanted.language)
        for name in PICTURES:
            unfinished.export(name, lambda path: write_chart(drawn(), path))

    return comparison_to_folder(
        compared, folder, force=wanted.force, command=["samvirke", *sys.argv[1:]], language=wanted.language,
        danish_csv=wanted.danish_csv, question=partial(name_and_verdict, wanted.question) if wanted.question else None, also=pictures,
    )  # fmt: skip
