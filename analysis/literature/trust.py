"""Trust along ties in one life, in the terms in which the literature speaks of it."""

from typing import Any

import numpy as np
from scipy.stats import spearmanr

from samvirke.analysis.run.month_by_month import MONTHS_OF_A_YEAR, Life, percent
from samvirke.model.levers import LEVERS

LAST_WAVE = 36  # the month in which ties are looked at: the last questionnaire, the last month of most grants


def _ties_held(life: Life, month: int) -> Any:
    """Ties between two persons who are there."""
    there = (life.holders[month] >= 0) & life.posts[month]
    return there[life.state.ties.from_seat] & there[life.state.ties.to_seat]


def _correlation(one: Any, other: Any) -> float:
    return float(np.corrcoef(one, other)[0, 1]) if len(one) > 2 and np.ptp(one) > 0 and np.ptp(other) > 0 else np.nan


def trust_with_months_met(life: Life) -> float:
    """Correlation over the ties of month 36: trust, and the months in which the two have met."""
    held = _ties_held(life, LAST_WAVE)
    return _correlation(life.trust[LAST_WAVE][held], life.months_met[LAST_WAVE][held])


def trust_with_age(life: Life) -> float:
    """Correlation over the ties of month 36: trust, and the months since the later of the two took her seat."""
    held, ties = _ties_held(life, LAST_WAVE), life.state.ties
    arrived = life.state.key_persons.arrived_month[life.holders[LAST_WAVE]]
    age = LAST_WAVE - np.maximum(arrived[ties.from_seat], arrived[ties.to_seat])
    return _correlation(life.trust[LAST_WAVE][held], age[held])


def months_in_which_mean_trust_rises(life: Life) -> float:
    """Share of the months from 2 to 36 in which mean trust over the partnerships is higher than the month before."""
    mean = life.monthly.trust[:, :LAST_WAVE].mean(axis=0)
    return percent((np.diff(mean) > 0).sum(), len(mean) - 1)


def _steps_of_trust(life: Life) -> Any:
    """Changes of trust along ties in months in which the same two persons met."""
    met = np.diff(life.months_met, axis=0) == 1
    ties = life.state.ties
    same = life.holders[1:] == life.holders[:-1]
    return np.diff(life.trust, axis=0)[met & same[:, ties.from_seat] & same[:, ties.to_seat]]


def falls_of_trust_against_rises(life: Life) -> float:
    """Mean size of a fall of trust after a meeting relative to that of a rise, as lived."""
    steps = _steps_of_trust(life)
    return float(-steps[steps < 0].mean() / steps[steps > 0].mean()) if (steps < 0).any() and (steps > 0).any() else np.nan


def loss_for_the_same_surprise(life: Life) -> float:
    """Size of a loss of trust relative to a gain for the same surprise: the draw's own value."""
    return float(life.state.parameters[0].trust_loss_relative_to_gain)


def levers_with_trust(life: Life) -> dict[str, float]:
    """Rank correlation over the partnerships of each lever with mean trust in the grant's third year."""
    trust = life.monthly.trust[:, 24:LAST_WAVE].mean(axis=1)
    varying = {name: life.policies[name] for name in LEVERS if np.ptp(life.policies[name]) > 0}
    return {name: float(spearmanr(values, trust)[0]) for name, values in varying.items()}


def power_sharing_with_trust(life: Life) -> float:
    """Rank correlation over the partnerships of shared power with trust."""
    return levers_with_trust(life).get("shared_power", np.nan)


def lost_in_a_year_apart(life: Life) -> float:
    """Part of the trust above that in a stranger which ties lose in a year in which the same two persons never meet."""
    ties, stranger = life.state.ties, float(life.state.parameters[0].trust_at_start)
    lost, had = 0.0, 0.0
    for first in range(0, life.months - MONTHS_OF_A_YEAR + 1, MONTHS_OF_A_YEAR):
        last = first + MONTHS_OF_A_YEAR
        stay = (life.holders[first : last + 1] == life.holders[first]).all(axis=0) & (life.holders[first] >= 0) & life.posts[last]
        apart = (life.months_met[first] == life.months_met[last]) & stay[ties.from_seat] & stay[ties.to_seat]
        apart &= life.trust[first] > stranger
        lost += (life.trust[first] - life.trust[last])[apart].sum()
        had += (life.trust[first] - stranger)[apart].sum()
    return percent(lost, had)


def lost_in_a_year_without_any_upkeep(life: Life) -> float:
    """The same where coordination keeps nothing up either: what the draw's monthly fading makes of a year."""
    return 100.0 * (1.0 - (1.0 - float(life.state.parameters[0].fading_of_ties_per_month)) ** MONTHS_OF_A_YEAR)
