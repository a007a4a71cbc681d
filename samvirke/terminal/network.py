"""The command `network`: a picture of who trusts whom in one partnership, from a run that kept ties and people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import typer

from samvirke.analysis.measures import OF_ONE_RUN
from samvirke.analysis.run.folder import RunFolderError, next_seed_simulated, read_manifest, read_rows
from samvirke.model.errors import UnknownNameError, nearest_valid, shown
from samvirke.model.language import Language, capitalised, language_of
from samvirke.viz.charts.file import PictureError, refuse_what_cannot_be_written, write_chart
from samvirke.viz.network.month import months_of
from samvirke.viz.network.picture import network_picture, what_it_shows

NEEDED = ("ties", "people")
EARLY = 3
MOST_MONTHS = 3


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke network`; what is empty or None is chosen from the run."""

    run: Path
    partnership: str
    months: str
    seed: int | None
    arm: str
    language: str
    out: Path | None
    force: bool


def draw_network(wanted: Wanted) -> None:
    """Check everything first, then draw, write, and print what it shows."""
    manifest = read_manifest(wanted.run)
    _refuse_a_run_without(manifest, wanted.run)
    language = language_of(wanted.language)
    partnership = _one_of(_partnerships(manifest), wanted.partnership, "PARTNERSHIP", f"is no partnership of {wanted.run}")
    arm = _one_of(manifest["arms"], wanted.arm, "--arm", f"is no arm of {wanted.run}")
    seed = _seed(manifest, wanted)
    which: dict[str, Any] = {"arm": arm, "seed": seed, "partnership": partnership}
    months = _months(wanted, manifest["scenario"]["months"], which)
    out = wanted.out or Path(f"{partnership}-network.png")
    _refuse_a_file_that_is_there(out, wanted.force)
    ties, people = (read_rows(wanted.run, name, which).to_pandas() for name in NEEDED)
    start = manifest["scenario"]["start"]
    write_chart(network_picture(ties, people, months, partnership=partnership, start=start, seed=seed, language=language.code), out)
    _say(ties, people, months, start, language)
    typer.echo("\n" + language.gettext("The picture: {file}", file=out))


def _refuse_a_run_without(manifest: Any, run: Path) -> None:
    if missing := [name for name in NEEDED if name not in manifest["tables"]]:
        raise RunFolderError(f"{run}: did not keep {' and '.join(missing)}; run it again with --keep {','.join(NEEDED)}")


def _partnerships(manifest: Any) -> list[str]:
    return [case["case_id"] for case in manifest["scenario"]["partnerships"]]


def _one_of(names: Iterable[str], typed: str, where: str, problem: str) -> str:
    """The name that was typed; if none was, the first, but of several partnerships one must be named."""
    known = list(names)
    if not typed and (len(known) == 1 or where != "PARTNERSHIP"):
        return known[0]
    if not typed:
        raise UnknownNameError(f"{where}: which of the {len(known)}? One of: {', '.join(known)}")
    if typed not in known:
        raise UnknownNameError(f"{where}: {shown(typed)} {problem}; {nearest_valid(typed, known)}")
    return typed


def _seed(manifest: Any, wanted: Wanted) -> int:
    first, last, typed = int(manifest["seeds"]["first"]), int(manifest["seeds"]["last"]), wanted.seed
    if typed is not None and not first <= typed <= last:
        raise UnknownNameError(f"--seed: {typed} is not in this run; its seeds are {first} to {last}")
    if typed is not None and typed != (there := next_seed_simulated(wanted.run, typed)):
        raise UnknownNameError(f"--seed: {typed} is not in this run; the next that is there is {there}")
    return first if typed is None else typed


def _months(wanted: Wanted, last: int, which: dict[str, Any]) -> Sequence[int]:
    """The months that were typed, or an early one, the middle, and the last of the grant."""
    if not wanted.months:
        end = read_rows(wanted.run, "outcomes", which)["grant_end_month"].to_pylist()[0]
        end = min(end or last, last)
        return [min(EARLY, end), (end + 1) // 2, end]
    typed = [each.strip() for each in wanted.months.split(",")]
    if len(typed) > MOST_MONTHS or not all(each.isdecimal() and 1 <= int(each) <= last for each in typed):
        rule = f"must be up to {MOST_MONTHS} whole numbers from 1 to {last} with commas between, as 3,18,36"
        raise UnknownNameError(f"--months: {shown(wanted.months)} {rule}")
    return [int(each) for each in typed]


def _refuse_a_file_that_is_there(out: Path, force: bool) -> None:
    refuse_what_cannot_be_written(out)
    if out.exists() and not force:
        raise PictureError(f"{out}: there is a file of that name already; name another with --out, or replace it with --force")


def _say(ties: pd.DataFrame, people: pd.DataFrame, months: Sequence[int], start: str, language: Language) -> None:
    for month in months_of(ties, people, tuple(sorted(set(months)))):
        typer.echo(f"{capitalised(language.month_of(start, month.month))}: {what_it_shows(month, language)}")
    typer.echo(language.gettext(OF_ONE_RUN))
