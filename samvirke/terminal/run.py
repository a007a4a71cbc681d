"""The command `run`: simulate, write the tables, and print a summary."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from samvirke.analysis.run.ceiling import ceiling_of
from samvirke.analysis.run.execution import run_to_folder
from samvirke.analysis.run.folder import next_free_folder, read_table, refuse_what_is_there
from samvirke.analysis.run.plan import MOST_RUNS_WITH_ALL_TABLES, Plan, plan, with_seeds_chosen
from samvirke.analysis.summary.summary import Summary, joined, summaries
from samvirke.analysis.summary.text import summary_text
from samvirke.model.language import Language, language_of
from samvirke.model.scenario import Scenario, data_file, parse_settings, read_scenario
from samvirke.model.scenario.resolved import BASELINE
from samvirke.terminal.progress import progress_bar
from samvirke.viz.words import about_own_answers, about_the_ceiling, how_they_were_chosen, why_stale

FOLDER_OF_RUNS = Path("runs")


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke run`."""

    scenario: str
    seed: int
    replicates: int
    months: int | None
    settings: Sequence[str]
    arms: Sequence[str]
    only: Sequence[str]
    keep: Sequence[str] | None
    out: Path | None
    force: bool
    defaults: bool
    language: str


def run_and_say(wanted: Wanted) -> None:
    """Check everything first, then simulate and write, then print a summary."""
    language = language_of(wanted.language)
    scenario = read_scenario(wanted.scenario, parameters=parse_settings(wanted.settings), only=wanted.only, months=wanted.months)
    keep = None if wanted.keep is None else [name.strip() for text in wanted.keep for name in text.split(",") if name.strip()]
    arms = wanted.arms or (BASELINE,)
    what = plan(scenario, seed=wanted.seed, replicates=wanted.replicates, arms=arms, keep=keep, defaults=wanted.defaults)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, scenario.name)
    refuse_what_is_there(folder, force=wanted.force)
    what, summaries = _simulate_and_write(what, folder, wanted.force)
    _say(what, summaries, language)
    for sentence in about_the_ceiling(ceiling_of(scenario, read_table(folder, "outcomes")), scenario, language.code):
        typer.echo(f"\n{sentence}")
    if what.likeness is not None:
        typer.echo("\n" + "\n".join(how_they_were_chosen(what.likeness, len(what.seeds), language.code)))
    typer.echo("\n" + "\n".join(_where_it_is(what, folder, wanted, language)))


def _simulate_and_write(what: Plan, folder: Path, force: bool) -> tuple[Plan, list[Summary]]:
    """The plan with the seeds that were used, and a summary per arm."""
    command, parts = ["samvirke", *sys.argv[1:]], list[Summary]()
    with progress_bar(what.runs) as note:
        what = with_seeds_chosen(what)
        run_to_folder(what, folder, force=force, command=command, progress=note, also=lambda tables: parts.extend(summaries(tables)))
    return what, joined(parts)


def _say(what: Plan, summaries: Sequence[Summary], language: Language) -> None:
    scenario = what.scenario
    typer.echo(
        f"{scenario.title.in_language(language.code)}\n{scenario.asks.in_language(language.code)}\n\n{_what_was_simulated(what, language)}"
    )
    typer.echo(what_parameters(what, language.code))
    if what.likeness is not None:
        typer.echo("\n".join(about_own_answers(what.likeness, what.beside, language.code)))
    for summary in summaries:
        if len(summaries) > 1 or summary.arm != BASELINE:
            typer.echo(f"\n{_heading(scenario, summary.arm, language.code)}")
        typer.echo(f"\n{summary_text(summary, language.code)}")


def _heading(scenario: Scenario, arm: str, language: str) -> str:
    title = scenario.arms[arm].whole_title(language)
    line = f"{arm}: {title}" if title.lower() != arm else arm
    return f"== {line} =="


def _what_was_simulated(what: Plan, language: Language) -> str:
    return language.gettext(
        "{runs} of {partnerships} over {months} ({seeds})",
        runs=language.ngettext("{n} run", "{n} runs", len(what.seeds)), partnerships=partnerships_in_words(what.scenario, language),
        months=language.ngettext("{n} month", "{n} months", what.scenario.months), seeds=seeds_in_words(what.seeds, language),
    )  # fmt: skip


def partnerships_in_words(scenario: Scenario, language: Language) -> str:
    """How many partnerships a scenario has."""
    return language.ngettext("{n} partnership", "{n} partnerships", len(scenario.partnerships))


def seeds_in_words(seeds: Sequence[int], language: Language) -> str:
    """The seed, or the first and the last."""
    if len(seeds) == 1:
        return language.gettext("seed {seed}", seed=seeds[0])
    return language.gettext("seeds {first} to {last}", first=seeds[0], last=seeds[-1])


def what_parameters(what: Plan, language: str = "en") -> str:
    """Where the parameters come from: the defaults or a posterior, borrowed or not, and whether it is stale; a line each."""
    words, scenario, posterior = language_of(language), what.scenario, what.posterior
    if posterior is None:
        return " ".join(_about_the_defaults(scenario, words))
    draws, fitted_to = words.number(len(posterior.draws)), posterior.about["scenario"]
    if len(what.seeds) > 1:
        wording = words.gettext(
            "Parameters: each run has its own of the {draws} draws of the posterior fitted to {scenario}.", draws=draws, scenario=fitted_to
        )
    else:
        wording = words.gettext(
            "Parameters: draw {number} of the {draws} draws of the posterior fitted to {scenario}.",
            number=posterior.numbers_for(what.seeds)[0], draws=draws, scenario=fitted_to,
        )  # fmt: skip
    borrowed = [borrowed_in_words(scenario, words)] if scenario.borrows is not None else []
    stale = [stale_in_words(posterior.stale, fitted_to, words)] if posterior.stale else []
    return "\n".join([" ".join([wording, *borrowed]), *stale])


def _about_the_defaults(scenario: Scenario, language: Language) -> Iterator[str]:
    yield defaults_in_words(language)
    named = scenario.posterior if scenario.borrows is None else read_scenario(scenario.borrows).posterior
    if named and not data_file(named).is_file():
        yield language.gettext("There is no {file}: make it with samvirke calibrate.", file=Path(named).name)


def defaults_in_words(language: Language) -> str:
    """That the parameters are the defaults."""
    return language.gettext("Parameters: the defaults of the registry, which are not fitted to any answers.")


def borrowed_in_words(scenario: Scenario, language: Language) -> str:
    """That the posterior is another scenario's."""
    return language.gettext("The posterior is borrowed: {scenario} has no survey of its own.", scenario=scenario.name)


def stale_in_words(stale: Sequence[str], fitted_to: str, language: Language) -> str:
    """That the posterior is stale, why, and how to make it anew."""
    why = why_stale(stale, language.code)
    return language.gettext(
        "This posterior is stale: {why}. Make it again with: samvirke calibrate {scenario}", why=why, scenario=fitted_to
    )


def _where_it_is(what: Plan, folder: Path, wanted: Wanted, language: Language) -> Iterator[str]:
    _ = language.gettext
    yield _("Tables in {folder}: {names}. The table dictionary says what their columns mean.", folder=folder, names=", ".join(what.keep))
    if wanted.keep is None and wanted.replicates > MOST_RUNS_WITH_ALL_TABLES:
        yield _("Of more than {most} runs, months and events are kept only with: --keep monthly,events", most=MOST_RUNS_WITH_ALL_TABLES)
    if wanted.replicates == 1:
        yield _("This is one run. How much of it is chance? Add: --replicates 100")
