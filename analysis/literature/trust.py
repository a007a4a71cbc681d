"""Trust along ties in one life, in the terms in which the literature speaks of it."""

from typing import Any

import numpy as np
from scipy.stats import spearmanr

from samvirke.analysis.literature.month_by_month import MONTHS_OF_A_YEAR, OneHistory, percent
from samvirke.model.levers import LEVERS

LAST_WAVE = 36  # the month in which ties are looked at: the last questionnaire, the last month of most grants


def _ties_held(run: OneHistory, month: int) -> Any:
    """Ties between two persons who are there."""
    there = (run.holders[month] >= 0) & run.posts[month]
    return there[run.state.ties.from_seat] & there[run.state.ties.to_seat]


def _correlation(one: Any, other: Any) -> float:
    return float(np.corrcoef(one, other)[0, 1]) if len(one) > 2 and np.ptp(one) > 0 and np.ptp(other) > 0 else np.nan


def trust_with_months_met(run: OneHistory) -> float:
    """Correlation over the ties of month 36: trust, and the months in which the two have met."""
    held = _ties_held(run, LAST_WAVE)
    return _correlation(run.trust[LAST_WAVE][held], run.months_met[LAST_WAVE][held])


def trust_with_age(run: OneHistory) -> float:
    """Correlation over the ties of month 36: trust, and the months since the later of the two took her seat."""
    held, ties = _ties_held(run, LAST_WAVE), run.state.ties
    arrived = run.state.key_persons.arrived_month[run.holders[LAST_WAVE]]
    age = LAST_WAVE - np.maximum(arrived[ties.from_seat], arrived[ties.to_seat])
    return _correlation(run.trust[LAST_WAVE][held], age[held])


def months_in_which_mean_trust_rises(run: OneHistory) -> float:
    """Share of the months from 2 to 36 in which mean trust over the partnerships is higher than the month before."""
    mean = run.monthly.trust[:, :LAST_WAVE].mean(axis=0)
    return percent((np.diff(mean) > 0).sum(), len(mean) - 1)


def _steps_of_trust(run: OneHistory) -> Any:
    """Changes of trust along ties in months in which the same two persons met."""
    met = np.diff(run.months_met, axis=0) == 1
    ties = run.state.ties
    same = run.holders[1:] == run.holders[:-1]
    return np.diff(run.trust, axis=0)[met & same[:, ties.from_seat] & same[:, ties.to_seat]]


def falls_of_trust_against_rises(run: OneHistory) -> float:
    """Mean size of a fall of trust after a meeting relative to that of a rise, as lived."""
    steps = _steps_of_trust(run)
    return float(-steps[steps < 0].mean() / steps[steps > 0].mean()) if (steps < 0).any() and (steps > 0).any() else np.nan


def loss_for_the_same_surprise(run: OneHistory) -> float:
    """Size of a loss of trust relative to a gain for the same surprise: the draw's own value."""
    return float(run.state.parameters[0].trust_loss_relative_to_gain)


def levers_with_trust(run: OneHistory) -> dict[str, float]:
    """Rank correlation over the partnerships of each lever with mean trust in the grant's third year."""
    trust = run.monthly.trust[:, 24:LAST_WAVE].mean(axis=1)
    varying = {name: run.policies[name] for name in LEVERS if np.ptp(run.policies[name]) > 0}
    return {name: float(spearmanr(values, trust)[0]) for name, values in varying.items()}


def power_sharing_with_trust(run: OneHistory) -> float:
    """Rank correlation over the partnerships of shared power with trust."""
    return levers_with_trust(run).get("shared_power", np.nan)


def lost_in_a_year_apart(run: OneHistory) -> float:
    """Part of the trust above that in a stranger which ties lose in a year in which the same two persons never meet."""
    ties, stranger = run.state.ties, float(run.state.parameters[0].trust_at_start)
    lost, had = 0.0, 0.0
    for first in range(0, run.months - MONTHS_OF_A_YEAR + 1, MONTHS_OF_A_YEAR):
        last = first + MONTHS_OF_A_YEAR
        stay = (run.holders[first : last + 1] == run.holders[first]).all(axis=0) & (run.holders[first] >= 0) & run.posts[last]
        apart = (run.months_met[first] == run.months_met[last]) & stay[ties.from_seat] & stay[ties.to_seat]
        apart &= run.trust[first] > stranger
        lost += (run.trust[first] - run.trust[last])[apart].sum()
        had += (run.trust[first] - stranger)[apart].sum()
    return percent(lost, had)


def lost_in_a_year_without_any_upkeep(run: OneHistory) -> float:
    """The same where coordination keeps nothing up either: what the draw's monthly fading makes of a year."""
    return 100.0 * (1.0 - (1.0 - float(run.state.parameters[0].fading_of_ties_per_month)) ** MONTHS_OF_A_YEAR)
