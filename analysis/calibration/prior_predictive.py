"""What the model says before it has seen any reported answer: `python -m samvirke.analysis.calibration.prior_predictive [DRAWS]`.

Each reported percentage stands beside the median and the 90 % range of the same percentage in runs drawn from the prior, one
run per draw. Nothing is fitted.
"""

import sys
from dataclasses import asdict

import numpy as np
import pandas as pd
from rich.console import Console
from rich.table import Table

from samvirke.analysis.survey.instrument import answers
from samvirke.analysis.survey.targets import read_targets, simulated_percent
from samvirke.model.draws import prior_draws
from samvirke.model.ensemble import simulate
from samvirke.model.scenario import data_file, read_scenario
from samvirke.model.world import lay_out

DRAWS = 400
SEED = 1
RANGE = (0.05, 0.95)


def prior_predictive(draws: int = DRAWS, seed: int = SEED) -> pd.DataFrame:
    """One row per reported percentage: reported, simulated median, low, high (percent), and whether it lies inside."""
    scenario = read_scenario("partnerskabspuljen")
    if scenario.targets is None:
        raise ValueError("the scenario names no targets file")
    ensemble = simulate(lay_out(scenario, monthly=False, events=False), range(seed, seed + draws), prior_draws(draws, seed))
    given = answers(ensemble)
    rows = []
    for target in read_targets(data_file(scenario.targets)):
        simulated = simulated_percent(target, ensemble, given)
        low, high = np.nanquantile(simulated, RANGE)
        median = float(np.nanmedian(simulated))
        rows.append({**asdict(target), "median": median, "low": low, "high": high, "inside": low <= target.exact_percent <= high})
    return pd.DataFrame(rows)


def main() -> None:
    """Print the table."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else DRAWS
    result = prior_predictive(draws)
    table = Table(title=f"Prior predictive, {draws} draws, nothing fitted (percent of partnerships)")
    for column in ("reported figure", "role", "reported", "simulated median", "90 % range", "inside"):
        table.add_column(column, no_wrap=True, justify="left" if column in ("reported figure", "role") else "right")
    for row in result.itertuples():
        bounds = f"{row.low:.0f}-{row.high:.0f}"
        table.add_row(str(row.target_id), str(row.role), f"{row.percent:.0f}", f"{row.median:.0f}", bounds, "yes" if row.inside else "no")
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(table)
    fitted = result[(result.role == "fit") & (result.split == "calibration")]
    console.print(f"{fitted.inside.sum()} of {len(fitted)} rows that will be fitted lie inside the prior's 90 % range.")


if __name__ == "__main__":
    main()
