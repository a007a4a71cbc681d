"""The command `frontier`: of the levers with a declared price, what buys most per krone, and what one would regret."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from samvirke.analysis.run.folder import new_run_folder, next_free_folder, refuse_what_is_there
from samvirke.analysis.sweep.executors import Executor, in_processes
from samvirke.analysis.sweep_analysis.answers import Answer, answer_named
from samvirke.analysis.sweep_analysis.folder import manifest_of_analysis, open_sweep
from samvirke.analysis.sweep_analysis.policies import Policy, Searched, priced, search
from samvirke.analysis.sweep_analysis.tables import SCHEMAS, table_of_frontier, table_of_policies
from samvirke.model.language import Language, language_of
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import read_scenario
from samvirke.model.scenario.resolved import BASELINE, Scenario
from samvirke.terminal.progress import progress_bar
from samvirke.terminal.refusals import is_cancelled
from samvirke.terminal.run import FOLDER_OF_RUNS
from samvirke.terminal.sensitivity import named, say_folder, with_interval
from samvirke.viz.charts.file import write_chart
from samvirke.viz.charts.frontier import frontier_picture, numbers_on_frontier

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
    """Check everything first, then run what is missing, write, and print the frontier of each measure."""
    language = language_of(wanted.language)
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
    with new_run_folder(folder, {name: SCHEMAS[name] for name in TABLES}, force=wanted.force) as unfinished:
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
    typer.echo("\n" + language.gettext("The runs: {work} (a sweep; the same command continues it)", work=work))
    say_folder(folder, TABLES, language)


def _executor(wanted: Wanted) -> Executor:
    workers = wanted.workers or os.cpu_count() or 1
    return in_processes(workers, lambda sentence: None if is_cancelled() else typer.echo(sentence, err=True))


def _say(what: Searched, answers: Sequence[Answer], price: float, language: Language) -> None:
    _ = language.gettext
    typer.echo(_tried(what, price, language))
    for each in answers:
        measure, unit = named(each, language), _(each.unit)
        heading = f"{measure} ({unit})" if each.better > 0 else _("{measure} ({unit}; fewer is a gain)", measure=measure, unit=unit)
        typer.echo(f"\n{heading}")
        told = numbers_on_frontier(what, each.name)
        for policy in told:
            typer.echo(f"  {_line(what, each.name, policy, language)}")
        if told == [0]:
            typer.echo("  " + _("Nothing that was tried gains more than Monte Carlo error explains."))


def _labels(scenario: Scenario, names: Iterable[str], language: Language) -> list[str]:
    """What the scenario calls levers."""
    return [scenario.levers[name].label.in_language(language.code) for name in names]


def levers_in_words(scenario: Scenario, policy: Policy, language: Language) -> str:
    """What a policy sets."""
    numbers = (language.number(value, None) for value in policy.levers.values())
    return "; ".join(f"{label} = {number}" for label, number in zip(_labels(scenario, policy.levers, language), numbers, strict=True))


def _tried(what: Searched, price: float, language: Language) -> str:
    """Which policies were run, with how many draws from where, and at which price."""
    _ = language.gettext
    counts = {
        "number": language.number(len(what.policies)),
        "draws": language.number(what.draws),
        "replicates": language.number(what.replicates),
    }
    levers, hour = language.listed(_labels(what.scenario, priced(what.scenario), language)), language.kroner(price)
    if what.posterior is None:
        return _(
            "{number} policies over {levers}; {draws} draws from the prior, {replicates} runs of each. An hour is priced at {hour}. Costs "
            "are per partnership, beyond the baseline.", **counts, levers=levers, hour=hour,
        )  # fmt: skip
    told = _(
        "{number} policies over {levers}; {draws} draws from the posterior fitted to {scenario}, {replicates} runs of each. An hour is "
        "priced at {hour}. Costs are per partnership, beyond the baseline.",
        **counts, levers=levers, hour=hour, scenario=what.posterior.about["scenario"],
    )  # fmt: skip
    stale = "; ".join(map(_, what.posterior.stale))
    return " ".join([told, _("The posterior is stale: {why}.", why=stale)]) if stale else told


def _line(what: Searched, measure: str, at: int, language: Language) -> str:
    policy, found = what.policies[at], what.bought[measure]
    wording = {
        "policy": at, "cost": language.kroner(round(policy.cost_dkk)), "regret": language.significant(max(0.0, found.regret_mean[at])),
    }  # fmt: skip
    if not policy.levers:
        return language.gettext("policy {policy}: {cost}: as it is, regret {regret}", **wording)
    return language.gettext(
        "policy {policy}: {cost}: {levers}: gains {gain}, regret {regret}, on the frontier in {share} of the draws",
        **wording, levers=levers_in_words(what.scenario, policy, language),
        gain=with_interval(found.mean[at], found.low[at], found.high[at], language), share=language.percent(found.share_on_frontier[at]),
    )  # fmt: skip
