"""Runs from a notebook: run, compare or explain, read a folder back, make a report; pandas tables in and out."""

import warnings
from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.comparison import comparison as comparisons
from samvirke.analysis.comparison.findings import read_findings
from samvirke.analysis.comparison.folder import comparison_to_folder
from samvirke.analysis.comparison.sentences import sentences
from samvirke.analysis.explanation import explanation
from samvirke.analysis.explanation import turning_events as turning
from samvirke.analysis.explanation.explained_run import run_at, scenario_at
from samvirke.analysis.explanation.explanation import refuse_what_cannot_be_asked
from samvirke.analysis.explanation.tables import table_of_turning_events, tables_of_explanation
from samvirke.analysis.run import execution as runs
from samvirke.analysis.run import folder as run_folder
from samvirke.analysis.run.folder import RunFolderError
from samvirke.analysis.run.plan import plan, with_seeds_chosen
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.terminal.page_file import write_page
from samvirke.terminal.report import real_names as names_of
from samvirke.terminal.run import what_parameters
from samvirke.viz.report.page import report_page

Tables = dict[str, pd.DataFrame]


class StalePosteriorWarning(UserWarning):
    """The model has changed since its parameters were fitted: the figures are not yet to be used."""


def run(
    scenario: str | Scenario = "partnerskabspuljen",
    *,
    seed: int = 1,
    replicates: int = 1,
    arms: Sequence[str] = ("baseline",),
    keep: Collection[str] | None = None,
    defaults: bool = False,
    out: str | Path | None = None,
    force: bool = False,
) -> Tables:
    """Run a scenario with seeds `seed` … `seed + replicates - 1` in every arm; the tables by name.

    `scenario` is a name, a path, or what `read_scenario` gave. `keep` names tables besides outcomes and survey (monthly,
    events, ties, people); None keeps monthly and events up to 20 replicates. Each run has its own draw from the scenario's
    posterior; with `defaults`, or without a posterior, all have the defaults: `attrs["parameters"]` of every table names them.
    With `out` the same is written as a run folder; one that is there is replaced with `force`. Raises ScenarioError with every
    problem found, RunFolderError for a folder that cannot be. Warns (StalePosteriorWarning) of a stale posterior.
    """
    kept = None if keep is None else several(keep)
    what = plan(_read(scenario), seed=seed, replicates=replicates, arms=several(arms), keep=kept, defaults=defaults)
    what = with_seeds_chosen(what)
    warn_if_stale(what.posterior)
    if out is None:
        tables = {name: table.to_pandas() for name, table in runs.tables_of_plan(what).items()}
    else:
        runs.run_to_folder(what, Path(out), force=force, command=["samvirke.run"])
        tables = {name: table for name, table in read_run(out).items() if name in what.keep}
    for table in tables.values():
        table.attrs["parameters"] = what_parameters(what)
    return tables


def compare(
    scenario: str | Scenario = "partnerskabspuljen",
    arms: Sequence[str] = (),
    *,
    baseline: str = "baseline",
    replicates: int | None = None,
    seed: int = 1,
    until: float | None = None,
    until_measure: str = "continues",
    prior: bool = True,
    out: str | Path | None = None,
    force: bool = False,
) -> pd.DataFrame:
    """Run arms (all, if none is named) and the baseline with the same seeds and parameters; one row per measure and arm.

    `replicates` is the number of pairs of runs (400 if None); with `until`, runs are added until the Monte Carlo error of
    `until_measure` is at most that in every arm. Where the scenario has a posterior, half as many runs have draws from the prior,
    for `width_of_prior`; none with `prior=False`. With `out` the same is written as a folder; one that is there is replaced with
    `force`. Raises ScenarioError with every problem found, RunFolderError for a folder that cannot be. Warns
    (StalePosteriorWarning) of a stale posterior.

    >>> import samvirke
    >>> table = samvirke.compare("one-partnership", ["longer-grant"], replicates=40)
    >>> row = table.set_index("measure").loc["continues"]  # percent of partnerships, arm less baseline
    >>> bool(row["low"] <= row["mean"] <= row["high"]), int(row["runs"])
    (True, 40)
    """
    what = _read(scenario)

    def compared() -> comparisons.Comparison:
        return comparisons.compare(
            what, several(arms), baseline=baseline, replicates=replicates, seed=seed, until=until, until_measure=until_measure,
            prior=prior,
        )  # fmt: skip

    found = compared() if out is None else comparison_to_folder(compared, Path(out), force=force, command=["samvirke.compare"])
    warn_if_stale(found.posterior)
    return found.differences


def explain(
    place: str | Path | Scenario = "partnerskabspuljen",
    partnership: str = "",
    *,
    seed: int | None = None,
    arm: str = "",
    replicates: int = 300,
    measure: str = "continues",
    language: str = "en",
) -> dict[str, pd.DataFrame]:
    """Why a partnership ended or lasted in one run: tables `ledger`, `but_for`, `prospects` and `networks`.

    `place` is the folder of a run, or a scenario; `seed` names the run (the folder's first, or 1), `replicates` how many runs
    answer each question. Runs of partnerships like this, not a verdict on this one. Raises ScenarioError or RunFolderError.

    >>> import samvirke
    >>> tables = samvirke.explain("one-partnership", seed=3, replicates=40)
    >>> declared = tables["ledger"].query("kind == 'future_declared'").iloc[0]
    >>> declared["calendar_month"], declared["in_words"][:42]
    ('2027-12', 'At the end of the grant it is declared: it')
    >>> but_for = tables["but_for"].query("measure == 'continues'").set_index("cause")
    >>> bool(but_for.loc["bridge", "low"] <= but_for.loc["bridge", "change"] <= but_for.loc["bridge", "high"])
    True
    """
    run = run_at(place, partnership, seed=seed, arm=arm)
    what = explanation.explain(run, measure=measure, replicates=replicates, language=language)
    tables = {name: table.to_pandas() for name, table in tables_of_explanation(what).items()}
    return {**tables, "networks": what.networks()}


def turning_events(
    place: str | Path | Scenario = "partnerskabspuljen",
    *,
    seed: int | None = None,
    arm: str = "",
    replicates: int = 40,
    measure: str = "continues",
    language: str = "en",
) -> pd.DataFrame:
    """Over many runs: which kinds of event most often turn an ending; one row per kind and measure, the most first.

    Runs of partnerships like these, not a verdict on any one of them. Raises ScenarioError or RunFolderError.

    >>> import samvirke
    >>> table = samvirke.turning_events("one-partnership", replicates=10)
    >>> bool(table["turns"].between(0, 100).all()), int(table["lives"].max())
    (True, 10)
    """
    refuse_what_cannot_be_asked(measure, language)
    scenario, of_arm, first = scenario_at(place, seed=seed, arm=arm)
    found = turning.turning_events(scenario, seed=first, replicates=replicates, arm=of_arm)
    table: pd.DataFrame = table_of_turning_events(found, measure, language).to_pandas()
    return table


def read_run(folder: str | Path) -> Tables:
    """The tables of a run folder by name; `dictionary` has the meaning of each column. Raises RunFolderError."""
    return {name: table.to_pandas() for name, table in run_folder.read_run(folder).items()}


def read_comparison(folder: str | Path, language: str = "en") -> Tables:
    """A comparison folder: `differences`, a sentence for each in `language`, and what the `measures` mean. Raises RunFolderError."""
    findings = read_findings(folder)
    if not findings.is_comparison:
        raise RunFolderError(f"{folder}: holds a run, not a comparison; read it with read_run")
    differences = findings.differences
    measures = pd.DataFrame.from_dict(findings.manifest["measures"], orient="index").rename_axis("measure").reset_index()
    return {"differences": differences, "sentences": sentences(findings.scenario, differences, language), "measures": measures}


def report(folder: str | Path, out: str | Path | None = None, *, language: str = "en", real_names: bool = False) -> str:
    """A run folder or a comparison folder as one page of HTML that stands alone, written to `out` if that is given.

    `language` is a code like those of --language. Raises RunFolderError, and ScenarioError where real names or the file cannot be had.
    """
    findings = read_findings(folder)
    page = report_page(findings, language, names_of(findings) if real_names else {})
    if out is not None:
        write_page(Path(out), page)
    return page


def _read(scenario: str | Scenario) -> Scenario:
    return scenario if isinstance(scenario, Scenario) else read_scenario(scenario)


def several(names: Collection[str]) -> Sequence[str]:
    """Names as they are given from Python; a single text is one name, not its letters."""
    return (names,) if isinstance(names, str) else tuple(names)


def warn_if_stale(posterior: Posterior | None) -> None:
    """Warn of a posterior that the model has left behind."""
    if posterior is not None and posterior.stale:
        warnings.warn(f"The posterior is stale: {'; '.join(posterior.stale)}", StalePosteriorWarning, stacklevel=3)
