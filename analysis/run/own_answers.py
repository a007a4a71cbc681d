"""What one's own answers change: lives that could have given them beside lives like these without them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.run.seeds import position_of
from samvirke.model.agents.partnership import goes_on
from samvirke.model.ensemble import simulate
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import lay_out


@dataclass(frozen=True)
class Beside:
    """Percent of the lives in which the partnership that answers goes on at the grant's end: with the answers, and without.

    `error` is the standard error of their difference.
    """

    goes_on: float
    goes_on_without: float
    error: float


def beside_plain_runs(scenario: Scenario, posterior: Posterior | None, yours: Sequence[int], first: int) -> Beside:
    """As many plain lives, from the same first seed on, as there are lives like yours; all in the scenario as it is."""
    plain = np.arange(first, first + len(yours))
    shares = [_goes_on(scenario, posterior, np.asarray(seeds)) for seeds in (yours, plain)]
    variance = sum(share * (1.0 - share) for share in shares) / len(plain)
    return Beside(100.0 * shares[0], 100.0 * shares[1], 100.0 * variance**0.5)


def _goes_on(scenario: Scenario, posterior: Posterior | None, seeds: Any) -> float:
    """Share of the lives in which it goes on, as declared."""
    numbers = None if posterior is None else posterior.numbers_for(seeds)
    draws = None if posterior is None else posterior.of_numbers(numbers)
    ensemble = simulate(lay_out(scenario, monthly=False, events=False), seeds, draws, numbers)
    future = ensemble.partnerships["future"][:, position_of(scenario)]
    return float(goes_on(future).mean())
