"""The command `frontier`: of the levers with a declared price, what buys most per krone, and what one would regret."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from analysis.run_folder import new_run_folder, next_free_folder, refuse_what_is_there
from analysis.sweep.executors import Executor, in_processes
from analysis.swept.answers import Answer, answer_named
from analysis.swept.folder import open_sweep
from analysis.swept.manifest import manifest_of_analysis
from analysis.swept.policies import priced
from analysis.swept.policy_search import Searched, search
from analysis.swept.tables import table_of_frontier, table_of_policies, write_csv
from model.parameters import REGISTRY
from model.scenario import read_scenario
from model.scenario.resolved import BASELINE
from samvirke.interruption import is_wished
from samvirke.progress import living
from samvirke.run_command import FOLDER_OF_RUNS
from samvirke.swept_text import language_named, say_folder
from viz.chart_file import write_chart
from viz.frontier_picture import frontier_picture, numbers_on_frontier

TABLES = ("policies", "frontier")
MEASURES = ("activities_alive_24_months", "synergy", "vulnerable_reached")
PRICE_OF_AN_HOUR = "cost_of_an_hour_dkk"


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke frontier`."""

    scenario: str
    measures: Sequence[str]
    policies: int
    draws: int
    lives: int
    dkk_per_hour: float | None
    seed: int
    workers: int | None
    work: Path | None
    language: str
    out: Path | None
    force: bool


def search_and_say(wanted: Wanted) -> None:
    """Check everything first, then live what is missing, write, and say the frontier of each measure."""
    language = language_named(wanted.language)
    answers = [answer_named(each) for each in dict.fromkeys(wanted.measures or MEASURES)]
    scenario = read_scenario(wanted.scenario)
    priced(scenario)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{scenario.name}-frontier")
    refuse_what_is_there(folder, force=wanted.force)
    work = str(wanted.work or FOLDER_OF_RUNS / f"frontier-{scenario.name}")
    price = REGISTRY[PRICE_OF_AN_HOUR].default if wanted.dkk_per_hour is None else wanted.dkk_per_hour
    with living(wanted.policies * wanted.draws * wanted.lives) as note:
        what = search(
            scenario, answers, work, policies=wanted.policies, draws=wanted.draws, lives=wanted.lives, dkk_per_hour=price,
            seed=wanted.seed, executor=_executor(wanted), progress=note,
        )  # fmt: skip
    with new_run_folder(folder, TABLES, force=wanted.force) as unfinished:
        tables = {"policies": table_of_policies(what), "frontier": table_of_frontier(what)}
        unfinished.append(tables)
        write_csv(tables, unfinished)
        for ending in (".svg", ".png"):
            write_chart(frontier_picture(what, answers, language), unfinished.beside(f"frontier{ending}"))
        asked = {"dkk_per_hour": price, "policies": len(what.policies), "draws_from": what.drawn_from}
        unfinished.describe(manifest_of_analysis(open_sweep(work), BASELINE, answers, unfinished.rows, **asked))
    _say(what, answers, price)
    typer.echo(f"What was lived: {work} (a sweep; the same command goes on with it)")
    say_folder(folder, TABLES)


def _executor(wanted: Wanted) -> Executor:
    workers = wanted.workers or os.cpu_count() or 1
    return in_processes(workers, lambda sentence: None if is_wished() else typer.echo(sentence, err=True))


def _say(what: Searched, answers: Sequence[Answer], price: float) -> None:
    typer.echo(
        f"{len(what.policies)} policies over {', '.join(priced(what.scenario))}; {what.draws} draws from {what.drawn_from}, {what.lives} "
        f"lives of each. An hour is priced at {price:g} kroner. Kroner per partnership, more than the scenario as it is."
    )
    for each in answers:
        typer.echo(f"\n{each.name}: {each.meaning} ({each.unit}{'' if each.better > 0 else '; fewer is a gain'})")
        told = numbers_on_frontier(what, each.name)
        for number in told:
            typer.echo(f"  {_line(what, each.name, number)}")
        if told == [0]:
            typer.echo("  Nothing that was tried gains more than chance would give.")
    typer.echo("")


def _line(what: Searched, measure: str, number: int) -> str:
    policy, found = what.policies[number], what.bought[measure]
    if not policy.levers:
        return f"{number:>3}. 0 kr: as it is, regret {max(0.0, found.regret_mean[number]):.3g}"
    gain = f"gains {found.mean[number]:.3g} ({found.low[number]:.3g} to {found.high[number]:.3g})"
    regret = f"regret {max(0.0, found.regret_mean[number]):.3g}, on the frontier in {found.share_on_frontier[number]:.0%} of the draws"
    return f"{number:>3}. {policy.cost_dkk:,.0f} kr: {policy.said}: {gain}, {regret}"
