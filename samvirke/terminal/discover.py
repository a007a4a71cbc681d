"""The command `discover`: under which values of what was swept something happens, in boxes."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import typer

from samvirke.analysis.run.folder import new_run_folder, next_free_folder, refuse_what_is_there
from samvirke.analysis.sweep_analysis.answers import event_of
from samvirke.analysis.sweep_analysis.discovery import Discovery, Found, discover
from samvirke.analysis.sweep_analysis.folder import open_sweep
from samvirke.analysis.sweep_analysis.manifest import manifest_of_analysis
from samvirke.analysis.sweep_analysis.tables import table_of_boxes
from samvirke.terminal.language import language_named
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.terminal.sweep_analysis_text import not_identified, say_folder
from samvirke.terminal.sweep_analysis_words import LANGUAGES, number, percent, words_of
from samvirke.viz.charts.boxes import boxes_picture
from samvirke.viz.charts.file import write_chart

TABLES = ("boxes",)


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke discover`."""

    folder: str
    when: str
    coverage: float
    arm: str | None
    partnership: str | None
    language: str
    out: Path | None
    force: bool


def discover_and_say(wanted: Wanted) -> None:
    """Check everything first, then search, write, and say the boxes."""
    language, when = language_named(wanted.language, LANGUAGES, "the pictures"), event_of(wanted.when)
    swept = open_sweep(wanted.folder)
    arm = swept.arm_named(wanted.arm)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{swept.manifest['sweep']}-discover")
    refuse_what_is_there(folder, force=wanted.force)
    what = discover(swept, when, arm, partnership=wanted.partnership, least_coverage=wanted.coverage)
    with new_run_folder(folder, TABLES, force=wanted.force) as unfinished:
        tables = {"boxes": table_of_boxes(swept.scenario.name, what)}
        unfinished.append(tables)
        unfinished.export_csv(tables)
        for ending in (".svg", ".png"):
            unfinished.export(f"boxes{ending}", lambda path: write_chart(boxes_picture(what, language), path))
        asked = {"when": wanted.when, "partnership": wanted.partnership, "least_coverage": wanted.coverage}
        unfinished.describe(manifest_of_analysis(swept, arm, [when], unfinished.rows, **asked))
    _say(what, language)
    say_folder(folder, TABLES, language)


def _say(what: Discovery, language: str) -> None:
    said = LANGUAGES[language]
    words, replicates = f"{what.when.name}: {words_of(what.when, language)}", number(len(what.cases), language, ",d")
    typer.echo(said.holds.format(words=words, share=percent(what.base_rate), replicates=replicates))
    if what.left_out:
        typer.echo(said.inputs_left_out.format(names=", ".join(what.left_out)))
    limited = [each for each in what.found if each.box.limits]
    if not limited:
        typer.echo(said.no_box)
    for each in limited:
        typer.echo(f"\n{_box(each, language)}")
        for line in _limits(what, each, language):
            typer.echo(f"  {line}")


def _box(found: Found, language: str) -> str:
    shares = {
        "density": found.of_all.density, "coverage": found.of_all.coverage, "density_out": found.of_held_out.density,
        "coverage_out": found.of_held_out.coverage,
    }  # fmt: skip
    return LANGUAGES[language].box.format(
        method=found.method, number=found.number, **{name: percent(share) for name, share in shares.items()}
    )


def _limits(what: Discovery, found: Found, language: str) -> list[str]:
    """Each limit in words, with its quasi-p and its flag."""
    lines = []
    for at, (low, high) in found.box.limits.items():
        of = what.inputs[at]
        below = f"{number(low, language, '.4g')} <= " if np.isfinite(low) else ""
        above = f" <= {number(high, language, '.4g')}" if np.isfinite(high) else ""
        p_value = found.p_values.get(at)
        chance = "" if p_value is None else LANGUAGES[language].chance.format(value=number(p_value, language, ".2g"))
        lines.append(f"{below}{of.column}{above}{chance}{not_identified(of, language)}")
    return lines
