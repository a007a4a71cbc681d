"""All partnerships of a scenario in one run, month by month: a glyph for each."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.model.ensemble import simulate
from samvirke.model.events import KEY_PERSON_LEAVES
from samvirke.model.fields import NEVER
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import lay_out

RECENT = 2  # months


@dataclass(frozen=True)
class Glyph:
    """One partnership in one month; trust in 0-1, citizens as persons. `ended_month` is 0 until it ends."""

    case: str
    number: int
    trust: float
    citizens: float
    volunteers: int
    organisations: int
    ended_month: int
    somebody_left: bool


@dataclass(frozen=True)
class AllPartnerships:
    """One run of them all: `monthly` is partnerships x months; `ended` the month each ended in; `departures` events of key persons."""

    scenario: Scenario
    monthly: NDArray[np.void]
    ended: NDArray[np.int64]
    departures: NDArray[np.void]

    def glyphs(self, month: int) -> tuple[Glyph, ...]:
        """All of them at the end of a month."""
        at = min(max(1, month), self.monthly.shape[1]) - 1
        return tuple(self._glyph(number, at, month) for number in range(len(self.monthly)))

    def alive(self, month: int) -> int:
        """How many have not ended."""
        return int((self.ended > month).sum())

    def _glyph(self, number: int, at: int, month: int) -> Glyph:
        row, ended = self.monthly[number, at], int(self.ended[number])
        gone = self.departures[(self.departures["partnership"] == number)]["month"]
        return Glyph(
            case=self.scenario.partnerships[number].case_id,
            number=number,
            trust=float(row["trust"]),
            citizens=float(row["participants"]),
            volunteers=int(row["volunteers"]),
            organisations=int(row["organisations"]),
            ended_month=ended if ended <= month else 0,
            somebody_left=bool(((gone > month - RECENT) & (gone <= month)).any()),
        )


def all_partnerships(scenario: Scenario, arm: str, seed: int, draw: Any = None) -> AllPartnerships:
    """Simulate them once; `draw` is a parameter record (None: defaults)."""
    draws = None if draw is None else draw.reshape(1)
    ensemble = simulate(lay_out(scenario, arm), [seed], draws)
    events = ensemble.events[0]
    ended = np.where(ensemble.partnerships[0]["end_month"] == NEVER, NEVER, ensemble.partnerships[0]["end_month"])
    return AllPartnerships(scenario, ensemble.monthly[0], ended, events[events["kind"] == KEY_PERSON_LEAVES])
