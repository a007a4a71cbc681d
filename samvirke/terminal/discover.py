"""The command `discover`: under which values of what varied in a sweep something happens, in boxes."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import typer

from samvirke.analysis.run.folder import new_run_folder, next_free_folder, refuse_what_is_there
from samvirke.analysis.sweep_analysis.answers import event_of
from samvirke.analysis.sweep_analysis.discovery import Discovery, Found, discover
from samvirke.analysis.sweep_analysis.folder import manifest_of_analysis, open_sweep
from samvirke.analysis.sweep_analysis.tables import SCHEMAS, table_of_boxes
from samvirke.model.language import Language, language_of
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.terminal.sensitivity import named, not_identified, say_folder
from samvirke.viz.charts.boxes import boxes_picture, shares_of
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
    """Check everything first, then search, write, and print the boxes."""
    language, when = language_of(wanted.language), event_of(wanted.when)
    results = open_sweep(wanted.folder)
    arm = results.arm_named(wanted.arm)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{results.manifest['sweep']}-discover")
    refuse_what_is_there(folder, force=wanted.force)
    what = discover(results, when, arm, partnership=wanted.partnership, least_coverage=wanted.coverage)
    with new_run_folder(folder, {name: SCHEMAS[name] for name in TABLES}, force=wanted.force) as unfinished:
        tables = {"boxes": table_of_boxes(results.scenario.name, what)}
        unfinished.append(tables)
        unfinished.export_csv(tables)
        for ending in (".svg", ".png"):
            unfinished.export(f"boxes{ending}", lambda path: write_chart(boxes_picture(what, language), path))
        asked = {"when": wanted.when, "partnership": wanted.partnership, "least_coverage": wanted.coverage}
        unfinished.describe(manifest_of_analysis(results, arm, [when], unfinished.rows, **asked))
    _say(what, language)
    say_folder(folder, TABLES, language)


def _say(what: Discovery, language: Language) -> None:
    _ = language.gettext
    share, runs = language.percent(what.base_rate), language.number(len(what.cases))
    typer.echo(_("{event}. It holds in {share} of {runs} runs.", event=named(what.when, language), share=share, runs=runs))
    if what.left_out:
        typer.echo(_("Left out, because some points leave them open: {names}.", names=", ".join(what.left_out)))
    limited = [each for each in what.found if each.box.limits]
    if not limited:
        typer.echo(_("No box was found that is denser than chance would make it."))
    for each in limited:
        box = _(
            "{method}, box {number}: it holds in {density} of the runs in the box (density), {coverage} of all cases (coverage); among "
            "runs held out {density_out} and {coverage_out}.", method=each.method, number=each.number, **shares_of(each, language),
        )  # fmt: skip
        typer.echo("\n  ".join([f"\n{box}", *_limits(what, each, language)]))


def _limits(what: Discovery, found: Found, language: Language) -> list[str]:
    """Each limit with its quasi-p and its flag."""
    lines = []
    for at, (low, high) in found.box.limits.items():
        of = what.inputs[at]
        below = f"{language.significant(low, 4)} <= " if np.isfinite(low) else ""
        above = f" <= {language.significant(high, 4)}" if np.isfinite(high) else ""
        p_value = found.p_values.get(at)
        chance = "" if p_value is None else f"  (quasi-p {language.significant(p_value, 2)})"
        lines.append(f"{below}{of.column}{above}{chance}{not_identified(of, language)}")
    return lines
