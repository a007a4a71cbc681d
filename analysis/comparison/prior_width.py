"""What the data add to a comparison: the width of an interval under the posterior beside that under the prior, and what it says.

Both widths are of the 90 % interval over draws of the expected difference, from the same estimator, and both have sampling error:
a ratio is only read where it is larger than that.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samvirke.model.draws import prior_draws
from samvirke.model.language import N_, NOT_KNOWN, language_of

RUNS_PER_DRAW = 4
"""Runs of a draw of the posterior, until all draws had so many."""
FEWEST_DRAWS = 20  # of fewer, the 5 % and 95 % quantiles are hardly more than the smallest and the largest
MOST_DRAWS = 250  # bring the standard error of a width to 6 %; beyond them, more runs of each lessen the sampling error

NARROWED = 0.8  # of the prior's width; less of a change is within the sampling error of 400 runs, and nothing to act upon
WIDENED = 1.25  # the same the other way: 1 / 0.8
SURE = 1.645  # standard errors by which the ratio must differ from 1 for a change to be reported
QUANTILE_ERROR = 0.91  # relative standard error of a normal distribution's 5-95 % width, times the root of the number of draws

NARROWED_BY = {
    1 / 5: N_("The data narrow this range by about a fifth."),
    1 / 4: N_("The data narrow this range by about a quarter."),
    1 / 3: N_("The data narrow this range by about a third."),
    1 / 2: N_("The data narrow this range by about half."),
    2 / 3: N_("The data narrow this range by about two thirds."),
    3 / 4: N_("The data narrow this range by about three quarters."),
    9 / 10: N_("The data narrow this range by about nine tenths."),
}
SAY_NOTHING = N_("The data say nothing about this: the range comes from assumptions.")
TOO_FEW_RUNS = N_("Too few runs to tell whether the data narrow this range.")
COLUMN = N_("width vs. prior")
WHAT_THE_COLUMN_MEANS = N_(
    "Width vs. prior: the width of the parameter uncertainty in percent of what assumptions alone leave (parameter sets from the prior); "
    "near 100 %, the data say nothing."
)


@dataclass(frozen=True)
class PriorRuns:
    """Runs with draws from the prior: seeds, the number of each one's draw (from 1), and its parameter record."""

    seeds: NDArray[np.int64]
    numbers: NDArray[np.int64]
    records: NDArray[Any]

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return int(self.numbers[-1])


def _draws_for(runs: float) -> float:
    """How many draws so many runs of the posterior have, as far as that matters for a width."""
    return min(runs / RUNS_PER_DRAW, MOST_DRAWS)


def runs_of_prior(runs: int) -> int:
    """How many runs of the prior go with so many of the posterior: as many draws, half as many runs of each; 0 where draws are too few.

    So the prior costs half a comparison: a width needs many draws, not many runs of each.
    """
    draws = int(_draws_for(runs))
    return draws * (runs // (2 * draws)) if draws >= FEWEST_DRAWS else 0


def prior_runs(runs: int, seed: int) -> PriorRuns | None:
    """The runs of the prior, from the same first seed on, that go with so many of the posterior; None where draws are too few.

    Every arm takes the same, so they are paired as the posterior's are. A scenario's own answers do not select them: the prior
    knows no answers.
    """
    number = runs_of_prior(runs)
    if not number:
        return None
    numbers = np.repeat(np.arange(1, int(_draws_for(runs)) + 1), number // int(_draws_for(runs)))
    return PriorRuns(np.arange(seed, seed + number), numbers, prior_draws(int(numbers[-1]), seed)[numbers - 1])


def with_width_of_prior(differences: pd.DataFrame, of_prior: pd.DataFrame) -> pd.DataFrame:
    """A table of differences with the width of the interval in another, which has the same rows under the prior."""
    return differences.assign(width_of_prior=of_prior["high"] - of_prior["low"])


def share_of_prior(row: Any) -> float:
    """Width of the posterior's interval over that of the prior's; NaN where it is not known, or the prior leaves nothing open."""
    return float((row.high - row.low) / row.width_of_prior) if row.width_of_prior > 0.0 else float("nan")


def what_data_say(row: Any, language: str = "en") -> str:
    """What the data add to one row of a table of differences, as a sentence; empty where there is nothing to compare."""
    share, words = share_of_prior(row), language_of(language)
    if np.isnan(share):
        return ""
    if not is_told(row):
        return words.gettext(TOO_FEW_RUNS)
    if share < NARROWED:
        return words.gettext(NARROWED_BY[min(NARROWED_BY, key=lambda part: abs(part - (1.0 - share)))])
    if share > WIDENED:
        return words.gettext("The data widen this range by about {percent}.", percent=words.percent(share - 1.0))
    return words.gettext(SAY_NOTHING)


def share_in_words(row: Any, language: str = "en") -> str:
    """The posterior's width in percent of the prior's; in words where there are too few runs, a dash where there is nothing to compare."""
    words, share = language_of(language), share_of_prior(row)
    if np.isnan(share):
        return NOT_KNOWN
    return words.percent(share) if is_told(row) else words.gettext("too few runs")


def is_told(row: Any) -> bool:
    """Whether the ratio of the widths is surely on one side of 1, or surely near it."""
    error, share = error_of_share(row), share_of_prior(row)
    if NARROWED <= share <= WIDENED:
        return error <= np.log(WIDENED)
    return bool(share > 0.0 and abs(np.log(share)) > SURE * error)


def error_of_share(row: Any) -> float:
    """Standard error of the ratio of the two widths, relative to it."""
    draws, replicates = _draws_for(row.runs), row.runs / _draws_for(row.runs)
    of_draws = ((row.high - row.low) / (2.0 * SURE)) ** 2
    chance = max(0.0, row.spread_over_lives**2 - of_draws)  # variance among runs of the same draw
    posterior = _relative_error(row.high - row.low, draws, chance / replicates)
    prior = _relative_error(row.width_of_prior, draws, 2.0 * chance / replicates)
    return float(np.hypot(posterior, prior))


def _relative_error(width: float, draws: float, chance: float) -> float:
    """Of a width from so many draws, where sampling error adds the variance `chance` to the mean of each."""
    of_draws = (width / (2.0 * SURE)) ** 2
    return float(QUANTILE_ERROR / draws**0.5 * (1.0 + chance / of_draws)) if of_draws > 0.0 else float("inf")
