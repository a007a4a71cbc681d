"""`python -m tests.benchmarks.headlines`: ten headline comparisons, how wide each is against the prior, and whether two calibrations agree.

With `--other FILE`, the posterior of a calibration from another seed, each comparison is made with both: their difference, in standard
errors (the Monte Carlo errors of both), must be what chance gives. The prior's width stands beside.
"""

from math import hypot
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.comparison.comparison import compare
from samvirke.model.scenario import Scenario, read_scenario

ARMS = (
    "longer-grant", "shorter-grant", "earlier-anchoring", "open-talk", "savings-round", "reorganisation", "key-person-leaves",
    "more-time-for-relations", "bridge", "keep-the-peace",
)  # fmt: skip
MEASURES = ("continues", "something_left")
REPLICATES = 1000


def headlines(scenario: Scenario, replicates: int, seed: int, *, prior: bool) -> pd.DataFrame:
    """The differences of all arms in the headline measures, by arm and measure."""
    arms = [arm for arm in ARMS if arm in scenario.arms]
    table = compare(scenario, arms, replicates=replicates, seed=seed, prior=prior).differences
    return table[table.measure.isin(MEASURES)].set_index(["arm", "measure"]).sort_index()


def main(
    other: Annotated[Path | None, typer.Option(help="The posterior of a calibration from another seed.")] = None,
    replicates: Annotated[int, typer.Option(min=100)] = REPLICATES,
    seed: int = 1,
) -> None:
    """Print one row per comparison."""
    scenario = read_scenario("partnerskabspuljen")
    ours = headlines(scenario, replicates, seed, prior=True)
    theirs = None
    if other is not None:
        theirs = headlines(scenario.model_copy(update={"posterior": str(other.resolve())}), replicates, seed, prior=False)
    table = Table(title=f"Headline comparisons, {replicates} runs of each arm", box=None)
    for column in ("arm", "measure", "difference", "90 %", "width", "of the prior's", "other seed", "standard errors apart"):
        table.add_column(column, justify="left" if column in ("arm", "measure") else "right")
    for key in ours.index:
        table.add_row(*_cells(key, ours.loc[key], None if theirs is None else theirs.loc[key]))
    Console(width=150).print(table)


def _cells(key: tuple[str, str], ours: Any, theirs: Any) -> tuple[str, ...]:
    width = ours.high - ours.low
    ratio = f"{width / ours.width_of_prior:.2f}" if ours.width_of_prior > 0 else "–"
    found = (*key, f"{ours['mean']:+.1f} ± {ours.mc_error:.1f}", f"{ours.low:+.1f} to {ours.high:+.1f}", f"{width:.1f}", ratio)
    if theirs is None:
        return (*found, "–", "–")
    apart = (ours["mean"] - theirs["mean"]) / hypot(ours.mc_error, theirs.mc_error)
    return (*found, f"{theirs['mean']:+.1f} ± {theirs.mc_error:.1f}", f"{apart:+.1f}")


if __name__ == "__main__":
    typer.run(main)
