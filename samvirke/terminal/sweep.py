"""The command `sweep`: say what it will take, live what is missing, or check what is there."""

import os
import sys
from dataclasses import dataclass

import typer

from samvirke.analysis.sweep.executors import Executor, in_processes, on_dask
from samvirke.analysis.sweep.inspection import Estimate, Verified, estimate, verify
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.runner import SweepDone, sweep_to
from samvirke.analysis.sweep.sweep import Sweep
from samvirke.model.errors import refused
from samvirke.terminal.interruption import is_wished
from samvirke.terminal.progress import living
from samvirke.terminal.refusals import FAILED
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.terminal.sweep_words import damaged, done, how_large, how_long, kinds, set_aside, several

MOST_PROBLEMS_SAID = 20
PARTS = 2
"""Of a sweep that is checked: the bar learns how many there are."""


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke sweep`."""

    file: str
    out: str | None
    workers: int | None
    dask: str | None
    dry_run: bool
    verify: bool


def sweep_and_say(wanted: Wanted) -> None:
    """Check the file first; then one of three things."""
    if wanted.dask is not None and wanted.workers is not None:
        raise refused("--dask", "the cluster knows how many workers it has: leave out --workers")
    if wanted.dry_run and wanted.verify:
        raise refused("--dry-run", "cannot go with --verify; choose one of them")
    sweep = read_sweep_file(wanted.file)
    address = wanted.out or str(FOLDER_OF_RUNS / f"sweep-{sweep.name}")
    if wanted.verify:
        _check(address)
    elif wanted.dry_run:
        _say_estimate(sweep, address, wanted)
    else:
        _live(sweep, address, wanted)


def _live(sweep: Sweep, address: str, wanted: Wanted) -> None:
    typer.echo(kinds(sweep))
    try:
        with living(sweep.most_runs) as note:
            swept = sweep_to(sweep, address, executor=_executor(wanted), command=["samvirke", *sys.argv[1:]], progress=note)
    except KeyboardInterrupt:
        typer.echo(f"{address}: what is finished is kept; the same command goes on from there.", err=True)
        raise
    _say_swept(swept, address, sweep)


def _executor(wanted: Wanted) -> Executor:
    if wanted.dask is not None:
        return on_dask(wanted.dask)
    return in_processes(_workers(wanted), lambda sentence: None if is_wished() else typer.echo(sentence, err=True))


def _workers(wanted: Wanted) -> int:
    return wanted.workers or os.cpu_count() or 1


def _say_swept(swept: SweepDone, address: str, sweep: Sweep) -> None:
    if swept.damaged:
        typer.echo(damaged(swept.damaged), err=True)
    typer.echo(done(swept))
    typer.echo(f"Tables in {address}: {', '.join(sweep.tables)}, points. What their columns mean: dictionary. How to open them:")
    typer.echo(f'  pandas.read_parquet("{address}/outcomes")')


def _check(address: str) -> None:
    with living(PARTS) as note:
        found = verify(address, note)
    for problem in found.problems[:MOST_PROBLEMS_SAID]:
        typer.echo(problem)
    if len(found.problems) > MOST_PROBLEMS_SAID:
        typer.echo(f"… and {len(found.problems) - MOST_PROBLEMS_SAID} more")
    typer.echo(_verdict(found, address))
    if found.problems:
        raise typer.Exit(FAILED)


def _verdict(found: Verified, address: str) -> str:
    """What the check comes to, in words."""
    whole = (
        f"{address}: {several(found.parts, 'part')} hold{'s' if found.parts == 1 else ''}, with {found.runs:,} of {found.wanted:,} runs."
    )
    if not found.problems:
        return whole if found.runs >= found.wanted else f"{whole} The rest is not lived yet: the same command without --verify goes on."
    return f"{whole} {set_aside(found.set_aside)}"


def _say_estimate(sweep: Sweep, address: str, wanted: Wanted) -> None:
    workers = 1 if wanted.dask is not None else _workers(wanted)
    with living(sweep.most_runs):
        what = estimate(sweep, address, workers)
    typer.echo(kinds(sweep))
    typer.echo(_runs(what, sweep, address))
    who = "on each worker of the cluster, shared among them" if wanted.dask is not None else f"with {several(workers, 'worker')}"
    typer.echo(f"About {how_long(what.seconds)} {who} ({1000 * what.seconds_per_run:.1f} ms a run, from {what.probed} runs just now).")
    room = "" if what.free_bytes is None else f"; {how_large(what.free_bytes)} are free there"
    typer.echo(f"About {how_large(what.bytes)}{room}.")
    if what.free_bytes is not None and what.bytes > what.free_bytes:
        typer.echo("That is more than there is room for: keep fewer tables or months, or name another place with --out.")
    typer.echo("Nothing was written.")


def _runs(what: Estimate, sweep: Sweep, address: str) -> str:
    times = (several(what.points, "point"), several(len(sweep.arms), "arm"), several(len(sweep.seeds), "seed"))
    said = f"{' x '.join(times)} = {several(what.runs, 'run')} in {several(what.parts, 'part')}."
    return said + (f" {what.there:,} of them are in {address} already." if what.there else "")
