"""The command `explain`: why one partnership's run ended or lasted, or which events turn endings over many runs."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.explanation.explained_run import OneRun, run_at, scenario_at
from samvirke.analysis.explanation.explanation import NETWORK, RUNS_UNASKED, Explanation, explain, questions, refuse_what_cannot_be_asked
from samvirke.analysis.explanation.folder import OF_MANY, OF_ONE_RUN, explanation_to_folder, turning_events_to_folder
from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.explanation.turning_events import SEEDS_UNASKED, TurningEvent, TurningEvents, refuse_too_few, turning_events
from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.run.folder import RunFolderError, Unfinished, next_free_folder, refuse_what_is_there
from samvirke.analysis.run.plan import plan
from samvirke.model.errors import UnknownNameError, shown
from samvirke.model.language import Language, language_of
from samvirke.terminal.explain_text import WIDTH, parameters_of, say_explanation, signed
from samvirke.terminal.progress import progress_bar
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.viz.charts.counterfactuals import but_for_picture, turning_events_picture
from samvirke.viz.charts.file import Chart, PictureError, refuse_what_cannot_be_written, write_chart
from samvirke.viz.charts.prospects import prospects_picture
from samvirke.viz.network.picture import network_picture
from samvirke.viz.words import why_stale

ENDINGS = (".svg", ".png")
PICTURES_OF_ONE = ("prospects", "but_for", "network")


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke explain`; what is empty or None is chosen."""

    place: str
    partnership: str
    seed: int | None
    arm: str
    ensemble: bool
    replicates: int | None
    measure: str
    language: str
    picture: Path | None
    out: Path | None
    force: bool
    danish_csv: bool
    real_names: bool
    defaults: bool


def explain_and_say(wanted: Wanted) -> None:
    """Check everything first, then simulate and write, then print a summary."""
    if wanted.ensemble:
        _explain_many(wanted)
    else:
        _explain_one(wanted)


def _explain_one(wanted: Wanted) -> None:
    replicates = RUNS_UNASKED if wanted.replicates is None else wanted.replicates
    refuse_what_cannot_be_asked(wanted.measure, wanted.language, replicates)
    if wanted.picture is not None:
        _refuse_a_picture_that_is_there(wanted.picture, wanted.force)
    run = run_at(wanted.place, wanted.partnership, seed=wanted.seed, arm=wanted.arm, defaults=wanted.defaults)
    real_name = _real_name(run, wanted)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{run.case.case_id}-explain")
    refuse_what_is_there(folder, force=wanted.force)
    with progress_bar(replicates * questions(run)) as note:
        what = explanation_to_folder(
            lambda: explain(run, measure=wanted.measure, replicates=replicates, language=wanted.language, progress=note),
            folder, force=wanted.force, command=["samvirke", *sys.argv[1:]], danish_csv=wanted.danish_csv, also=_pictures_of_one,
        )  # fmt: skip
    say_explanation(what, real_name)
    language = language_of(wanted.language)
    if wanted.picture is not None:
        write_chart(_network(what), wanted.picture)
        typer.echo(language.gettext("The picture: {file}", file=wanted.picture))
    typer.echo(language.gettext("Tables and pictures are in {folder}: {files}", folder=folder, files=_files(OF_ONE_RUN, PICTURES_OF_ONE)))


def _explain_many(wanted: Wanted) -> None:
    if wanted.partnership:
        raise UnknownNameError(
            f"PARTNERSHIP: {shown(wanted.partnership)} is one partnership, --ensemble is about all; to have one of them in many runs, "
            "write a scenario of it alone"
        )
    scenario, arm, seed = scenario_at(wanted.place, seed=wanted.seed, arm=wanted.arm)
    runs = SEEDS_UNASKED if wanted.replicates is None else wanted.replicates
    refuse_what_cannot_be_asked(wanted.measure, wanted.language)
    refuse_too_few(runs)
    plan(scenario, seed=seed, replicates=runs, arms=(arm,))
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{scenario.name}-explain")
    refuse_what_is_there(folder, force=wanted.force)

    def pictures(what: TurningEvents, unfinished: Unfinished) -> None:
        _write_both(partial(turning_events_picture, what, wanted.measure, wanted.language), "turning_events", unfinished)

    with progress_bar(runs) as note:
        what = turning_events_to_folder(
            lambda: turning_events(scenario, seed=seed, replicates=runs, arm=arm, defaults=wanted.defaults, progress=note),
            folder, measure=wanted.measure, language=wanted.language, force=wanted.force, command=["samvirke", *sys.argv[1:]],
            danish_csv=wanted.danish_csv, also=pictures,
        )  # fmt: skip
    say_turning_events(what, wanted.measure, wanted.language)
    typer.echo(
        language_of(wanted.language).gettext("Tables and pictures are in {folder}: {files}", folder=folder, files=_files(OF_MANY, OF_MANY))
    )


def _real_name(run: OneRun, wanted: Wanted) -> str:
    """The partnership's real name if it was asked for."""
    if wanted.real_names and not run.case.name:
        raise RunFolderError(f"{wanted.place}: holds no real names; with --real-names explain the scenario itself: its name, and --seed")
    return run.case.name if wanted.real_names else ""


def _refuse_a_picture_that_is_there(file: Path, force: bool) -> None:
    refuse_what_cannot_be_written(file)
    if file.exists() and not force:
        raise PictureError(f"{file}: there is a file of that name already; name another with --picture, or replace it with --force")


def _pictures_of_one(what: Explanation, unfinished: Unfinished) -> None:
    pictures: tuple[Callable[[Explanation], Chart], ...] = (prospects_picture, but_for_picture, _network)
    for name, picture in zip(PICTURES_OF_ONE, pictures, strict=True):
        _write_both(partial(picture, what), name, unfinished)


def _network(what: Explanation) -> Chart:
    ties, people = (what.tables[name].to_pandas() for name in NETWORK)
    run = what.run
    return network_picture(
        ties, people, what.months_before_and_after, partnership=run.case.case_id, start=run.scenario.start, seed=run.seed,
        language=what.language,
    )  # fmt: skip


def _write_both(drawn: Callable[[], Chart], name: str, unfinished: Unfinished) -> None:
    for ending in ENDINGS:
        unfinished.export(f"{name}{ending}", lambda path: write_chart(drawn(), path))


def _files(tables: tuple[str, ...], pictures: tuple[str, ...]) -> str:
    return ", ".join([*(f"{name}.csv" for name in tables), *(f"{name}{ending}" for name in pictures for ending in ENDINGS)])


def say_turning_events(what: TurningEvents, measure: str, code: str) -> None:
    """Print all of it but where the files are."""
    language = language_of(code)
    _, ranked = language.gettext, what.ranked(measure)
    typer.echo("\n".join([_("Which events change endings"), *_simulated(what, language), ""]))
    if ranked:
        label, turns = _(ranked[0].change.label), language.number(ranked[0].turns.percent)
        typer.echo(_("What changes most endings: {what}, {turns} of 100.", what=label, turns=turns) + "\n")
        Console(width=None if Console().is_terminal else WIDTH).print(_table(ranked, measure, language))
        typer.echo(
            _(
                "Of 100 partnership histories. Happens in: such an event happens before the decision. Ends otherwise: the ending is "
                "another without such events. Lasts only without, only with: how many {words} only without such events, and only with "
                "them. Difference: the first of these less the second.",
                words=LASTING[measure].wording(language),
            )
        )
    else:
        typer.echo(_("None of the kinds of event that are asked about happened."))
    typer.echo("\n" + _(OF_MANY_RUNS))


def _simulated(what: TurningEvents, language: Language) -> Iterator[str]:
    _, plan = language.gettext, what.what
    scenario, arm = plan.scenario.title.in_language(language.code), plan.scenario.arms[plan.arms[0]].whole_title(language.code)
    numbers = () if plan.posterior is None else plan.posterior.numbers_for(plan.seeds)
    parameters = parameters_of(plan.posterior, language, f"{min(numbers)}-{max(numbers)}" if len(numbers) else "")
    yield _(
        "{scenario}; {arm}: {runs} runs, {replicates} partnership histories (seeds {first} to {last}; {parameters}).",
        scenario=scenario, arm=arm, runs=language.number(len(plan.seeds)), replicates=language.number(what.replicates), first=plan.seeds[0],
        last=plan.seeds[-1], parameters=parameters,
    )  # fmt: skip
    if plan.scenario.own_answers is not None:
        yield _("They are runs that could have given your answers in month {month}.", month=plan.scenario.own_answers.month)
    if plan.posterior is not None and plan.posterior.stale:
        yield _("The posterior is stale: {why}.", why=why_stale(plan.posterior.stale, language.code))


def _table(ranked: list[TurningEvent], measure: str, language: Language) -> Table:
    _, table = language.gettext, Table(box=None, padding=(0, 2, 0, 0))
    interval = _("95 % interval")
    heads = (
        _("without any …"), _("happens in"), _("ends otherwise"), interval, _("lasts only without"), _("lasts only with"),
        _("difference"), interval,
    )  # fmt: skip
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number else "left", no_wrap=number > 0)
    for each in ranked:
        table.add_row(*_cells(each, measure, language))
    return table


def _cells(each: TurningEvent, measure: str, language: Language) -> Iterator[str]:
    _, turns, change = language.gettext, each.turns, each.change_of(measure)
    yield _(each.change.label)
    yield from (language.number(number) for number in (each.happens, turns.percent))
    yield _("{low} to {high}", low=language.number(turns.low), high=language.number(turns.high))
    yield from (language.number(number) for number in (each.to_lasting(measure), each.to_ending(measure)))
    yield signed(change.points, language)
    yield _("{low} to {high}", low=signed(change.low, language), high=signed(change.high, language))
