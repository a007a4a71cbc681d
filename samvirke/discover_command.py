"""The command `discover`: under which values of what was swept something happens, in boxes."""

from dataclasses import dataclass
from pathlib import Path

import typer

from analysis.run_folder import new_run_folder, next_free_folder, refuse_what_is_there
from analysis.swept.answers import event_of
from analysis.swept.discovery import Discovery, Found, discover
from analysis.swept.folder import open_sweep
from analysis.swept.manifest import manifest_of_analysis
from analysis.swept.tables import table_of_boxes, write_csv
from samvirke.run_command import FOLDER_OF_RUNS
from samvirke.swept_text import language_named, not_identified, say_folder
from viz.boxes_picture import boxes_picture
from viz.chart_file import write_chart

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
    language, when = language_named(wanted.language), event_of(wanted.when)
    swept = open_sweep(wanted.folder)
    arm = swept.arm_named(wanted.arm)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{swept.manifest['sweep']}-discover")
    refuse_what_is_there(folder, force=wanted.force)
    what = discover(swept, when, arm, partnership=wanted.partnership, least_coverage=wanted.coverage)
    with new_run_folder(folder, TABLES, force=wanted.force) as unfinished:
        tables = {"boxes": table_of_boxes(swept.scenario.name, what)}
        unfinished.append(tables)
        write_csv(tables, unfinished)
        for ending in (".svg", ".png"):
            write_chart(boxes_picture(what, language), unfinished.beside(f"boxes{ending}"))
        asked = {"when": wanted.when, "partnership": wanted.partnership, "least_coverage": wanted.coverage}
        unfinished.describe(manifest_of_analysis(swept, arm, [when], unfinished.rows, **asked))
    _say(what)
    say_folder(folder, TABLES)


def _say(what: Discovery) -> None:
    typer.echo(f"{what.when.name}: {what.when.meaning}. It holds in {what.base_rate:.0%} of {len(what.cases):,} lives.")
    if what.left_out:
        typer.echo(f"Left out, because some points leave them open: {', '.join(what.left_out)}.")
    limited = [each for each in what.found if each.box.limits]
    if not limited:
        typer.echo("No box was found that is denser than chance would make it.")
    for each in limited:
        typer.echo(f"\n{each.method}, box {each.number}: {_shares(each)}")
        for line in _limits(what, each):
            typer.echo(f"  {line}")
    typer.echo("")


def _shares(found: Found) -> str:
    said = f"it holds in {found.of_all.density:.0%} of the lives in the box (density), {found.of_all.coverage:.0%} of all cases (coverage)"
    return f"{said}; among lives held out {found.of_held_out.density:.0%} and {found.of_held_out.coverage:.0%}."


def _limits(what: Discovery, found: Found) -> list[str]:
    """Each limit in words, with its quasi-p and its flag."""
    lines = []
    for at, (low, high) in found.box.limits.items():
        of = what.inputs[at]
        ends = [f"{low:.4g} <= " if low > float("-inf") else "", of.column, f" <= {high:.4g}" if high < float("inf") else ""]
        chance = f"  (quasi-p {found.p_values[at]:.2g})" if at in found.p_values else ""
        lines.append(f"{''.join(ends)}{chance}{not_identified(of)}")
    return lines
