"""What lasting can mean for one partnership, how often it comes about, and how far a share or a change of shares can be trusted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.measures import MEASURES
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.fields import NEVER
from samvirke.model.language import Language

SURE = 1.96  # standard errors to either side that hold 95 %
MONTHS_AFTER = 12


@dataclass(frozen=True)
class Lasting:
    """One meaning: a measure that arms are compared by, for one partnership, and its value while the grant has no end.

    `meaning` says it of one partnership, `label` of so many of 100.
    """

    name: str
    meaning: str
    without_an_end: Callable[[Any], Any]

    @property
    def label(self) -> str:
        """What so many of 100 runs do: a message of the context `measure`."""
        return MEASURES[self.name].label

    def wording(self, language: Language) -> str:
        """The label in a language."""
        return MEASURES[self.name].wording(language)

    def holds(self, rows: Any) -> Any:
        """Which of some partnerships' records have it: as declared; where the grant has no end, as is true at the end of the run."""
        declared = MEASURES[self.name].holds
        assert declared is not None
        return np.where(rows["grant_end"] == NEVER, self.without_an_end(rows), declared(rows))


def _alive(rows: Any) -> Any:
    return rows["stage"] == ALIVE


LASTING: dict[str, Lasting] = {
    each.name: each
    for each in (
        Lasting("continues", "it goes on as a partnership when the grant ends, as declared", _alive),
        Lasting(
            "something_left", "it leaves something behind when the grant ends: a partnership or an activity",
            lambda rows: rows["running_activities"] > 0,
        ),
        Lasting("continues_a_year_later", "it is still a partnership 12 months after the grant", _alive),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Share:
    """Percent of runs in which something holds, and its 95 % interval (Wilson)."""

    percent: float
    low: float
    high: float


def share_of(holds: Any) -> Share:
    """The share of runs in which it holds; a share that is 0 or all is not sure either."""
    ensemble, part = len(holds), float(np.mean(holds))
    middle = (part + SURE**2 / (2 * ensemble)) / (1 + SURE**2 / ensemble)
    reach = SURE * (part * (1 - part) / ensemble + SURE**2 / (4 * ensemble**2)) ** 0.5 / (1 + SURE**2 / ensemble)
    return Share(100.0 * part, 100.0 * max(0.0, middle - reach), 100.0 * min(1.0, middle + reach))


@dataclass(frozen=True)
class ChangeOfShare:
    """Points more of 100 runs, its standard error, and the range that holds 95 %."""

    points: float
    mc_error: float
    low: float
    high: float

    def matters(self, least: float) -> bool:
        """Whether it is not chance, and at least so many points."""
        return abs(self.points) >= least and (self.low > 0.0 or self.high < 0.0)


def change_of_share(without: Any, as_it_was: Any) -> ChangeOfShare:
    """From the same runs with and without something (yes or no each).

    The interval is that of Agresti and Min (Statistics in Medicine 24, 2005): half a pair more of each kind, so that pairs that all
    agree do not look certain.
    """
    pairs = len(as_it_was)
    more, fewer = (float(np.sum(each)) for each in (without & ~as_it_was, as_it_was & ~without))
    smoothed, of = (more - fewer) / (pairs + 2), pairs + 2
    error = max(0.0, (more + fewer + 1.0) / of - smoothed**2) ** 0.5 / of**0.5
    low, high = (100.0 * min(1.0, max(-1.0, smoothed + way * SURE * error)) for way in (-1, 1))
    return ChangeOfShare(100.0 * (more - fewer) / pairs, 100.0 * error, low, high)
