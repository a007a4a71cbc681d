"""The sets of parameters that a page about the whole model is lived with, and where they come from in words."""

from typing import Any

from samvirke.analysis.calibration.posterior import posterior_of
from samvirke.model.draws import prior_draws
from samvirke.model.scenario.resolved import Scenario

PRIOR = "the prior"


def draws_of(scenario: Scenario, number: int, seed: int) -> tuple[Any, str]:
    """So many of the scenario's posterior, those that lives with seeds from `seed` on have; of the prior where it has none.

    Raises PosteriorError.
    """
    posterior = posterior_of(scenario)
    if posterior is None:
        return prior_draws(number, seed), PRIOR
    return posterior.of_numbers(posterior.numbers_for(range(seed, seed + number))), "the posterior"
