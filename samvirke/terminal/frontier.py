"""The command `frontier`: of the levers with a declared price, what buys most per krone, and what one would regret."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from samvirke.analysis.run.folder import new_run_folder, next_free_folder, refuse_what_is_there
from samvirke.analysis.sweep.executors import Executor, in_processes
from samvirke.analysis.sweep_analysis.answers import Answer, answer_named
from samvirke.analysis.sweep_analysis.folder import open_sweep
from samvirke.analysis.sweep_analysis.manifest import manifest_of_analysis
from samvirke.analysis.sweep_analysis.policies import priced
from samvirke.analysis.sweep_analysis.policy_search import Searched, search
from samvirke.analysis.sweep_analysis.tables import table_of_frontier, table_of_policies
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import read_scenario
from samvirke.model.scenario.resolved import BASELINE
from samvirke.terminal.interruption import is_wished
from samvirke.terminal.language import language_named
from samvirke.terminal.progress import progress_bar
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.terminal.sweep_analysis_text import say_folder
from samvirke.terminal.sweep_analysis_words import LANGUAGES, number, percent, words_of
from samvirke.viz.charts.file import write_chart
from samvirke.viz.charts.frontier import frontier_picture, numbers_on_frontier
from samvirke.viz.charts.sweep_analysis_words import unit_of
from samvirke.viz.words.about_runs import why_stale

TABLES = ("policies", "frontier")
ASKED_UNASKED = ("activities_alive_24_months", "synergy", "vulnerable_reached")
PRICE_OF_AN_HOUR = "cost_of_an_hour_dkk"


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke frontier`."""

    scenario: str
    measures: Sequence[str]
    policies: int
    draws: int
    replicates: int
    dkk_per_hour: float | None
    seed: int
    workers: int | None
    work: Path | None
    language: str
    out: Path | None
    force: bool


def search_and_say(wanted: Wanted) -> None:
    """Check everything first, then live what is missing, write, and say the frontier of each measure."""
    language = language_named(wanted.language, LANGUAGES, "the pictures")
    answers = [answer_named(each) for each in dict.fromkeys(wanted.measures or ASKED_UNASKED)]
    scenario = read_scenario(wanted.scenario)
    priced(scenario)
    folder = wanted.out or next_free_folder(FOLDER_OF_RUNS, f"{scenario.name}-frontier")
    refuse_what_is_there(folder, force=wanted.force)
    work = str(wanted.work or FOLDER_OF_RUNS / f"frontier-{scenario.name}")
    price = REGISTRY[PRICE_OF_AN_HOUR].default if wanted.dkk_per_hour is None else wanted.dkk_per_hour
    with progress_bar(wanted.policies * wanted.draws * wanted.replicates) as note:
        what = search(
            scenario, answers, work, policies=wanted.policies, draws=wanted.draws, replicates=wanted.replicates, dkk_per_hour=price,
            seed=wanted.seed, executor=_executor(wanted), progress=note,
        )  # fmt: skip
    with new_run_folder(folder, TABLES, force=wanted.force) as unfinished:
        tables = {"policies": table_of_policies(what), "frontier": table_of_frontier(what)}
        unfinished.append(tables)
        unfinished.export_csv(tables)
        for ending in (".svg", ".png"):
            unfinished.export(f"frontier{ending}", lambda path: write_chart(frontier_picture(what, answers, language), path))
        asked = {
            "dkk_per_hour": price,
            "policies": len(what.policies),
            "draws_from": "prior" if what.posterior is None else what.posterior.file,
        }
        unfinished.describe(manifest_of_analysis(open_sweep(work), BASELINE, answers, unfinished.rows, **asked))
    _say(what, answers, price, language)
    typer.echo(f"\n{LANGUAGES[language].simulated.format(work=work)}")
    say_folder(folder, TABLES, language)


def _executor(wanted: Wanted) -> Executor:
    workers = wanted.workers or os.cpu_count() or 1
    return in_processes(workers, lambda sentence: None if is_wished() else typer.echo(sentence, err=True))


def _say(what: Searched, answers: Sequence[Answer], price: float, language: str) -> None:
    said = LANGUAGES[language]
    levers, drawn_from = ", ".join(priced(what.scenario)), _drawn_from(what, language)
    counts = {"number": len(what.policies), "draws": what.draws, "replicates": what.replicates}
    typer.echo(said.policies.format(**counts, levers=levers, drawn_from=drawn_from, price=number(price, language, "g")))
    for each in answers:
        unit = each.unit if language == "en" else unit_of(each, language)
        typer.echo(f"\n{each.name}: {words_of(each, language)} ({unit}{'' if each.better > 0 else said.fewer})")
        told = numbers_on_frontier(what, each.name)
        for policy in told:
            typer.echo(f"  {said.policy.format(number=policy, said=_line(what, each.name, policy, language))}")
        if told == [0]:
            typer.echo(f"  {said.nothing_gains}")


def _drawn_from(what: Searched, language: str) -> str:
    said = LANGUAGES[language]
    if what.posterior is None:
        return said.prior
    stale = f" ({why_stale(what.posterior.stale, language)})" if what.posterior.stale else ""
    return said.posterior.format(scenario=what.posterior.about["scenario"]) + stale


def _line(what: Searched, measure: str, at: int, language: str) -> str:
    said, policy, found = LANGUAGES[language], what.policies[at], what.bought[measure]
    regret = number(max(0.0, found.regret_mean[at]), language)
    if not policy.levers:
        return said.as_it_is.format(regret=regret)
    value, low, high = (number(each[at], language) for each in (found.mean, found.low, found.high))
    gain = said.interval.format(value=value, low=low, high=high)
    cost, share = number(policy.cost_dkk, language, ",.0f"), percent(found.share_on_frontier[at])
    return said.gain.format(cost=cost, levers=policy.said, gain=gain, regret=regret, share=share)
