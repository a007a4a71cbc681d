"""The command `calibrate`: from reported answers to a posterior beside the scenario."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

import numpy as np
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from samvirke.analysis.calibration.calibration import FULL, QUICK, Effort, Step, calibrate
from samvirke.analysis.calibration.coverage import coverage
from samvirke.analysis.calibration.emulated_shares import emulated_shares, shares_file
from samvirke.analysis.calibration.leave_one_out import leave_out
from samvirke.analysis.calibration.leave_one_out_file import SCENARIO, write_left_out
from samvirke.analysis.calibration.posterior import coverage_file, left_out_file, write_posterior
from samvirke.analysis.calibration.structural_alternatives import compare
from samvirke.model.compilation import compile_ahead, must_compile
from samvirke.model.errors import refused
from samvirke.model.language import ENGLISH
from samvirke.model.scenario import data_file, read_scenario
from samvirke.model.scenario.resolved import Scenario
from samvirke.terminal.page_file import refuse_what_cannot_be_a_page
from samvirke.terminal.progress import COMPILING
from samvirke.terminal.refusals import stop_if_cancelled

SECONDS_BETWEEN_LINES = 30
STRONGEST_SAID = 8


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke calibrate`."""

    scenario: str
    quick: bool
    seed: int
    draws: int | None
    work: Path | None
    out: Path | None
    variants: bool
    leave_out: bool
    force: bool


def calibrate_and_say(wanted: Wanted) -> None:
    """Check everything first, then fit, write the posterior, and print a summary."""
    scenario = read_scenario(wanted.scenario)
    effort = QUICK if wanted.quick else FULL
    effort = replace(effort, draws=wanted.draws or effort.draws)
    if wanted.variants:
        _compare_variants(scenario, wanted.seed, wanted.work or Path("runs") / f"variants-{scenario.name}")
        return
    kind = "quick" if wanted.quick else "full"
    work = wanted.work or Path("runs") / f"calibrate-{scenario.name}-{kind}-{wanted.seed}"
    out = _file_for(scenario, wanted.out)
    if wanted.leave_out:
        _leave_out(scenario, effort, wanted.seed, work, out)
        return
    refuse_what_cannot_be_a_page(out)
    if out.is_file() and not wanted.force:
        raise refused(str(out), "holds a posterior already; replace it with --force, or name another file with --out")
    if not os.access(out.parent, os.W_OK):
        raise refused(str(out), "cannot be written to; name another file with --out")
    typer.echo(f"Progress is kept in {work}: if interrupted, the same command resumes from there.", err=True)
    _fit(scenario, effort, wanted.seed, work, out)


def _file_for(scenario: Scenario, out: Path | None) -> Path:
    """Where the posterior goes: what was named, else where the scenario looks for it."""
    if out is not None:
        return out
    if scenario.posterior is None:
        raise refused(scenario.name, 'names no posterior: add posterior = "NAME.parquet" to the file, or name a file with --out')
    return data_file(scenario.posterior)


def _fit(scenario: Scenario, effort: Effort, seed: int, work: Path, out: Path) -> None:
    with _Reporter() as reporter:
        calibration, about = calibrate(scenario, effort, seed, work, reporter.report)
        draws, likely = calibration.records(), calibration.history[-1]
        write_posterior(out, draws, np.full(len(draws), 1.0 / len(draws)), likely, about)
        checks = coverage(calibration, lambda part: reporter.report(Step("checking on synthetic reports", part)))
    checks.to_parquet(coverage_file(out), index=False)
    emulated_shares(calibration).to_parquet(shares_file(out), index=False)
    runs, time, number = ENGLISH.number(about["runs"]), ENGLISH.duration(about["seconds"]), ENGLISH.number(len(draws))
    strongest = ", ".join(each["name"] for each in about["screening"][:STRONGEST_SAID])
    typer.echo(f"{number} draws, {runs} runs, {time}. Sampled: {len(about['sampled'])} parameters, the strongest {strongest}.")
    typer.echo("All others are held towards their default by one spread, sampled with them.")
    typer.echo(f"Posterior: {out.name}. How well it fits: samvirke validate {scenario.name}")


def _leave_out(scenario: Scenario, effort: Effort, seed: int, work: Path, posterior: Path) -> None:
    out = left_out_file(posterior)
    with _Reporter() as reporter:
        for draws, sampled, about, calibration in leave_out(scenario, effort, seed, work, reporter.report):
            write_left_out(out, draws, sampled, about)
            without = {part: scores for (model, part), scores in draws.items() if model == SCENARIO}
            emulated_shares(calibration, without).to_parquet(shares_file(posterior), index=False)
            typer.echo(f"{ENGLISH.number(len(draws))} further calibrations: {out.name}. What they show: samvirke validate {scenario.name}")


def _compare_variants(scenario: Scenario, seed: int, work: Path) -> None:
    with _Reporter() as reporter:
        table = compare(scenario, seed, work, lambda name, step: reporter.report(replace(step, doing=f"{name}: {step.doing}")))
    typer.echo("Structural choices, each calibrated in short; above 0: likelier than the scenario's own. Below 3: no ground to prefer one.")
    for variant, seed_of, evidence, difference in table[["variant", "seed", "log_evidence", "difference"]].itertuples(index=False):
        numbers = f"log evidence {ENGLISH.number(evidence, 1):>8}  difference {ENGLISH.number(difference, 1, sign=True):>6}"
        typer.echo(f"  {variant:32s} seed {seed_of}  {numbers}")


class _Reporter:
    """A bar with an estimate on a terminal; elsewhere a line now and then."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._lines = not console.is_terminal
        self._task: TaskID = self._bar.add_task("", total=1.0)
        self._wording = float("-inf")

    def __enter__(self) -> "_Reporter":
        self._bar.start()
        if must_compile():
            self._say(COMPILING, 0.0)
            compile_ahead()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def report(self, step: Step) -> None:
        """Print how far it is, and stop here after Ctrl-C or SIGTERM."""
        stop_if_cancelled()
        self._say(step.doing, step.done)

    def _say(self, what: str, done: float) -> None:
        self._bar.update(self._task, description=what, completed=done)
        if self._lines and monotonic() - self._wording > SECONDS_BETWEEN_LINES:
            self._wording = monotonic()
            typer.echo(f"{what} ({ENGLISH.percent(done)})", err=True)
