"""What a notebook does: run, compare or explain, or read a run folder, and have pandas tables."""

from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

from analysis import compare as comparisons
from analysis import run as runs
from analysis import run_folder
from analysis.explain import explanation
from analysis.explain import turning_events as turning
from analysis.explain.asked import refuse_what_cannot_be_asked
from analysis.explain.life import life_at, scenario_at
from analysis.explain.tables import table_of_turning_events, tables_of_explanation
from model.scenario import Scenario, read_scenario


def run(
    scenario: str | Scenario = "partnerskabspuljen",
    *,
    seed: int = 1,
    replicates: int = 1,
    arms: Sequence[str] = ("baseline",),
    keep: Collection[str] | None = None,
) -> dict[str, pd.DataFrame]:
    """Live a scenario with seeds `seed` … `seed + replicates - 1` in every arm; the tables by name.

    `scenario` is a name, a path, or what `read_scenario` gave. `keep` names tables besides outcomes and survey (monthly,
    events, ties, people); None keeps monthly and events up to 20 replicates. Raises ScenarioError with every problem found.
    """
    what = scenario if isinstance(scenario, Scenario) else read_scenario(scenario)
    tables = runs.run(what, seed=seed, replicates=replicates, arms=arms, keep=keep)
    return {name: table.to_pandas() for name, table in tables.items()}


def compare(
    scenario: str | Scenario = "partnerskabspuljen",
    arms: Sequence[str] = (),
    *,
    baseline: str = "baseline",
    replicates: int | None = None,
    seed: int = 1,
    until: float | None = None,
    until_measure: str = "continues",
) -> pd.DataFrame:
    """Live arms (all, if none is named) and the baseline with the same seeds and parameters; one row per measure and arm.

    `replicates` is the number of pairs of lives (400 if None); with `until`, runs are added until the Monte Carlo error of
    `until_measure` is at most that in every arm. Raises ScenarioError with every problem found.

    >>> import samvirke
    >>> table = samvirke.compare("one-partnership", ["longer-grant"], replicates=40)
    >>> row = table.set_index("measure").loc["continues"]  # percent of partnerships, arm less baseline
    >>> bool(row["low"] <= row["mean"] <= row["high"]), int(row["runs"])
    (True, 40)
    """
    what = scenario if isinstance(scenario, Scenario) else read_scenario(scenario)
    compared = comparisons.compare(
        what, arms, baseline=baseline, replicates=replicates, seed=seed, until=until, until_measure=until_measure
    )  # fmt: skip
    return compared.differences


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
    """Why one life of a partnership ended or lasted: tables `ledger`, `but_for`, `prospects` and `networks`.

    `place` is the folder of a run, or a scenario; `seed` names the life (the run's first, or 1), `replicates` how many lives
    answer each question. Lives like these, not a verdict on this one. Raises ScenarioError or RunFolderError.

    >>> import samvirke
    >>> tables = samvirke.explain("one-partnership", seed=3, replicates=40)
    >>> declared = tables["ledger"].query("kind == 'future_declared'").iloc[0]
    >>> declared["calendar_month"], declared["in_words"][:42]
    ('2027-12', 'At the end of the grant it is declared: it')
    >>> but_for = tables["but_for"].query("measure == 'continues'").set_index("cause")
    >>> bool(but_for.loc["bridge", "low"] <= but_for.loc["bridge", "change"] <= but_for.loc["bridge", "high"])
    True
    """
    life = life_at(place, partnership, seed=seed, arm=arm)
    what = explanation.explain(life, measure=measure, lives=replicates, language=language)
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
    """Over many lives: which kinds of event most often turn an ending; one row per kind and measure, the most first.

    Lives like these, not a verdict on any one of them. Raises ScenarioError or RunFolderError.

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


def read_run(folder: str | Path) -> dict[str, pd.DataFrame]:
    """The tables of a run folder by name; `dictionary` says what each column means. Raises RunFolderError."""
    return {name: table.to_pandas() for name, table in run_folder.read_run(folder).items()}
