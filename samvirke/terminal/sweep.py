"""The command `sweep`: estimate the work, run what is missing, or check what is there."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import typer

from samvirke.analysis.sweep.executors import Executor, in_processes, on_dask
from samvirke.analysis.sweep.inspection import Estimate, Verified, estimate, verify
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.runner import SweepDone, sweep_to
from samvirke.analysis.sweep.sweep import Sweep
from samvirke.model.errors import refused
from samvirke.model.language import N_, Language, language_of
from samvirke.terminal.progress import progress_bar
from samvirke.terminal.refusals import FAILED, is_cancelled
from samvirke.terminal.run import FOLDER_OF_RUNS

MOST_PROBLEMS_SHOWN = 20
MOST_NAMES = 8
PARTS = 2
"""Of a sweep that is checked: the bar learns how many there are."""

KINDS = {
    "grid": N_("a grid"),
    "latin_hypercube": N_("a Latin hypercube"),
    "sobol": N_("a Sobol sequence"),
    "morris": N_("Morris trajectories"),
    "posterior": N_("draws from the posterior"),
    "table": N_("a table of points"),
}


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke sweep`."""

    file: str
    out: str | None
    workers: int | None
    dask: str | None
    dry_run: bool
    verify: bool
    language: str


def sweep_and_say(wanted: Wanted) -> None:
    """Check the file first; then one of three things. Raises ScenarioError for what cannot go together, and as they do."""
    language = language_of(wanted.language)
    if wanted.dask is not None and wanted.workers is not None:
        raise refused("--dask", "the cluster knows how many workers it has: leave out --workers")
    if wanted.dry_run and wanted.verify:
        raise refused("--dry-run", "cannot go with --verify; choose one of them")
    sweep = read_sweep_file(wanted.file)
    address = wanted.out or str(FOLDER_OF_RUNS / f"sweep-{sweep.name}")
    if wanted.verify:
        _check(address, language)
    elif wanted.dry_run:
        _say_estimate(sweep, address, wanted, language)
    else:
        _run(sweep, address, wanted, language)


def _run(sweep: Sweep, address: str, wanted: Wanted, language: Language) -> None:
    typer.echo("\n".join(_what_is_run(sweep, language)))
    try:
        with progress_bar(sweep.most_runs) as note:
            done = sweep_to(sweep, address, executor=_executor(wanted), command=["samvirke", *sys.argv[1:]], progress=note)
    except KeyboardInterrupt:
        typer.echo(language.gettext("{address}: what is finished is kept; the same command goes on from there.", address=address), err=True)
        raise
    if done.damaged:
        typer.echo(
            language.ngettext(
                "{n} part was incomplete or damaged, and is made anew.", "{n} parts were incomplete or damaged, and are made anew.",
                done.damaged,
            ), err=True,
        )  # fmt: skip
    typer.echo("\n".join(_what_was_done(done, language)))
    tables = ", ".join(sweep.tables)
    typer.echo(
        language.gettext(
            "Tables in {address}: {tables}, points. What their columns mean: dictionary. How to open them:", address=address, tables=tables
        )
    )
    typer.echo(f'  pandas.read_parquet("{address}/outcomes")')


def _executor(wanted: Wanted) -> Executor:
    if wanted.dask is not None:
        return on_dask(wanted.dask)
    return in_processes(_workers(wanted), lambda sentence: None if is_cancelled() else typer.echo(sentence, err=True))


def _workers(wanted: Wanted) -> int:
    return wanted.workers or os.cpu_count() or 1


def _what_is_run(sweep: Sweep, language: Language) -> Iterator[str]:
    """What varies, and where the rest comes from."""
    _ = language.gettext
    names = [each.column for each in sweep.varied]
    left = len(names) - MOST_NAMES
    shown = [*names[:MOST_NAMES], *([language.ngettext("{n} other", "{n} others", left)] if left > 0 else [])]
    wording = {
        "name": sweep.name, "points": language.number(sweep.points), "kind": _(KINDS[sweep.design.kind]), "scenario": sweep.scenario.name,
        "arms": ", ".join(sweep.arms),
    }  # fmt: skip
    if names:
        yield _("{name}: {points} points of {kind} over {inputs}, scenario {scenario}, arms {arms}.", **wording, inputs=", ".join(shown))
    else:
        yield _("{name}: {points} points of {kind}, scenario {scenario}, arms {arms}.", **wording)
    yield _about_the_rest(sweep, language)
    if sweep.scenario.own_answers is not None:
        yield _("The scenario's own answers select no runs here: every seed is run.")


def _about_the_rest(sweep: Sweep, language: Language) -> str:
    _, posterior = language.gettext, sweep.posterior
    if posterior is None:
        return _("What does not vary is as in the registry and the scenario; no answers have been fitted to the registry's defaults.")
    scenario = posterior.about["scenario"]
    if sweep.draws is not None:
        told = _("Each point is a draw from the posterior fitted to {scenario}.", scenario=scenario)
    else:
        told = _("What does not vary: each seed has its own draw from the posterior fitted to {scenario}.", scenario=scenario)
    reasons = "; ".join(map(_, posterior.stale))
    return " ".join([told, _("The posterior is stale: {why}.", why=reasons)]) if reasons else told


def _what_was_done(done: SweepDone, language: Language) -> Iterator[str]:
    number = language.number
    yield language.gettext(
        "{there} of {wanted} runs are there: {simulated} simulated now, {before} from before.",
        there=number(done.there), wanted=number(done.wanted), simulated=number(done.simulated), before=number(done.there - done.simulated),
    )  # fmt: skip
    if done.failed:
        message, count = done.messages.most_common(1)[0]
        yield language.ngettext(
            "{n} of them failed, most often ({count}) of this: {message}. See the table failures.",
            "{n} of them failed, most often ({count}) of this: {message}. See the table failures.",
            done.failed, count=number(count), message=message,
        )  # fmt: skip
    if done.of_earlier_points:
        yield language.ngettext(
            "{n} run of a point that the file no longer names was kept; design.parquet says which it names.",
            "{n} runs of points that the file no longer names were kept; design.parquet says which it names.", done.of_earlier_points,
        )  # fmt: skip


def _check(address: str, language: Language) -> None:
    with progress_bar(PARTS) as note:
        found = verify(address, note)
    for problem in found.problems[:MOST_PROBLEMS_SHOWN]:
        typer.echo(problem)
    if len(found.problems) > MOST_PROBLEMS_SHOWN:
        typer.echo(language.gettext("… and {n} more", n=language.number(len(found.problems) - MOST_PROBLEMS_SHOWN)))
    typer.echo(" ".join(_verdict(found, address, language)))
    if found.problems:
        raise typer.Exit(FAILED)


def _verdict(found: Verified, address: str, language: Language) -> Iterator[str]:
    """What the check comes to."""
    yield language.ngettext(
        "{address}: {n} part is whole, with {runs} of {wanted} runs.", "{address}: {n} parts are whole, with {runs} of {wanted} runs.",
        found.parts, address=address, runs=language.number(found.runs), wanted=language.number(found.wanted),
    )  # fmt: skip
    if not found.problems:
        if found.runs < found.wanted:
            yield language.gettext("The rest is not run yet: the same command without --verify goes on.")
    elif found.set_aside:
        yield language.ngettext(
            "{n} bad part was removed; the same command without --verify makes it anew.",
            "{n} bad parts were removed; the same command without --verify makes them anew.", found.set_aside,
        )  # fmt: skip
    else:
        yield language.gettext("What is bad could not be removed, because there is no right to; it is made anew once there is.")


def _say_estimate(sweep: Sweep, address: str, wanted: Wanted, language: Language) -> None:
    workers = 1 if wanted.dask is not None else _workers(wanted)
    with progress_bar(sweep.most_runs):
        what = estimate(sweep, address, workers)
    typer.echo("\n".join([*_what_is_run(sweep, language), *_what_it_takes(what, sweep, address, wanted, language)]))


def _what_it_takes(what: Estimate, sweep: Sweep, address: str, wanted: Wanted, language: Language) -> Iterator[str]:
    _, ngettext = language.gettext, language.ngettext
    times = (
        ngettext("{n} point", "{n} points", what.points), ngettext("{n} arm", "{n} arms", len(sweep.arms)),
        ngettext("{n} seed", "{n} seeds", len(sweep.seeds)),
    )  # fmt: skip
    runs, parts = ngettext("{n} run", "{n} runs", what.runs), ngettext("{n} part", "{n} parts", what.parts)
    yield _("{times} = {runs} in {parts}.", times=" x ".join(times), runs=runs, parts=parts)
    if what.there:
        yield _("{n} of them are in {address} already.", n=language.number(what.there), address=address)
    wording = {
        "time": language.duration(what.seconds), "milliseconds": language.number(1000 * what.seconds_per_run, 1),
        "probed": language.number(what.probed),
    }  # fmt: skip
    if wanted.dask is not None:
        yield _("About {time} of the cluster's workers together ({milliseconds} ms a run, from {probed} runs just now).", **wording)
    else:
        yield ngettext(
            "About {time} with {n} worker ({milliseconds} ms a run, from {probed} runs just now).",
            "About {time} with {n} workers ({milliseconds} ms a run, from {probed} runs just now).", what.workers, **wording,
        )  # fmt: skip
    if what.free_bytes is None:
        yield _("About {size}.", size=language.size(what.bytes))
    else:
        yield _("About {size}; {free} are free there.", size=language.size(what.bytes), free=language.size(what.free_bytes))
        if what.bytes > what.free_bytes:
            yield _("That is more than there is room for: keep fewer tables or months, or name another folder with --out.")
    yield _("Nothing was written.")
