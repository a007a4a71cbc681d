"""What is counted of partnerships that match citizens with a volunteer each: one number per run, and values per record."""

from collections.abc import Callable
from typing import Any

import numpy as np

from samvirke.model.agents.partnership import PAIRS
from samvirke.model.ensemble import Ensemble

PERCENT = 100.0


def in_vain(rows: Any) -> Any:
    """Times a citizen waited for a match in vain: she gave up, or the last activity stopped."""
    return rows["gave_up_waiting"] + rows["waited_until_it_closed"]


def times_of_waiting(rows: Any) -> Any:
    """Times a citizen began to wait for a match."""
    return rows["pairs_made"] + in_vain(rows) + rows["citizens_waiting"]


def months_of_waiting(rows: Any) -> Any:
    """Months that a citizen has waited for a match each time she began to, matched in the end or not; 0 where nobody did."""
    return rows["months_waited_for_a_match"] / np.maximum(1, times_of_waiting(rows))


def mean_of_pairs(values: Callable[[Any], Any]) -> Callable[[Ensemble], Any]:
    """Mean of the values of records over the partnerships that match; not known of runs without any."""

    def of(ensemble: Ensemble) -> Any:
        rows = ensemble.partnerships
        counted = rows["format"] == PAIRS
        mean = np.where(counted, values(rows), 0.0).sum(axis=1) / np.maximum(1, counted.sum(axis=1))
        return np.where(counted.any(axis=1), mean, np.nan)

    return of


def percent_of_pairs(part: Callable[[Any], Any], whole: Callable[[Any], Any]) -> Callable[[Ensemble], Any]:
    """A part in percent of a whole, both summed over the partnerships that match; 0 where the whole is, not known of runs without any."""

    def of(ensemble: Ensemble) -> Any:
        rows = ensemble.partnerships
        counted = rows["format"] == PAIRS
        parts, wholes = (np.where(counted, values(rows), 0.0).sum(axis=1) for values in (part, whole))
        return np.where(counted.any(axis=1), PERCENT * parts / np.maximum(1.0, wholes), np.nan)

    return of
