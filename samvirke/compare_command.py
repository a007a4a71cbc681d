"""The command `compare`: live the arms in pairs, write what came of it, and say it."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.compare import Comparison, arms_to_compare, compare, runs_at_first
from analysis.compare_folder import comparison_to_folder
from analysis.run_folder import Unfinished, next_free_folder, refuse_what_is_there
from model.scenario import Scenario, read_scenario
from model.scenario.errors import nearest_valid, shown
from samvirke.compare_text import say_comparison
from samvirke.compare_words import LANGUAGES
from samvirke.progress import living
from samvirke.refusals import UnknownNameError
from samvirke.run_command import FOLDER_OF_RUNS
from viz.chart_file import write_chart
from viz.differences_picture import differences_picture

PICTURES = ("differences.svg", "differences.png")


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke compare`."""

    scenario: str
    arms: Sequence[str]
    baseline: str
    measure: str
    replicates: int | None
    seed: int
    until: float | None
    out: Path | None
    force: bool
    language: str
    danish_csv: bool


def compare_and_say(wanted: Wanted) -> None:
    """Check everything first, then live and write, then say it."""
    if wanted.language not in LANGUAGES:
        known = nearest_valid(wanted.language, LANGUAGES)
        raise UnknownNameError(f"--language: {shown(wanted.language)} is no language of the sentences; {known}")
    scenario = read_scenario(wanted.scenario)
    arms = arms_to_compare(
        scenario, wanted.arms, baseline=wanted.baseline, measure=wanted.measure, replicates=wanted.replicates, seed=wanted.seed,
        until=wanted.until,
    )  # fmt: skip
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{scenario.name}-compare")
    refuse_what_is_there(folder, force=wanted.force)
    with living((1 + len(arms)) * runs_at_first(wanted.replicates, wanted.until)) as note:
        what = _live_and_write(scenario, wanted, folder, note)
    say_comparison(what, wanted.measure, wanted.until, folder, wanted.language)


def _live_and_write(scenario: Scenario, wanted: Wanted, folder: Path, note: Callable[[int, int], None]) -> Comparison:
    def compared() -> Comparison:
        return compare(
            scenario, wanted.arms, baseline=wanted.baseline, replicates=wanted.replicates, seed=wanted.seed, until=wanted.until,
            until_measure=wanted.measure, progress=note,
        )  # fmt: skip

    def pictures(what: Comparison, unfinished: Unfinished) -> None:
        chart = differences_picture(scenario, what.differences, wanted.measure, baseline=wanted.baseline, language=wanted.language)
        for name in PICTURES:
            write_chart(chart, unfinished.beside(name))

    return comparison_to_folder(
        compared, folder, force=wanted.force, command=["samvirke", *sys.argv[1:]], language=wanted.language,
        danish_csv=wanted.danish_csv, also=pictures,
    )  # fmt: skip
