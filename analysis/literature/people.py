"""Key persons and volunteers in one life, in the units in which the literature reports them."""

from typing import Any

import numpy as np

from samvirke.analysis.literature.month_by_month import MONTHS_OF_A_YEAR, OneHistory, percent

VACANCY_MONTHS = 4


def departures_per_seat_year(run: OneHistory) -> float:
    """Key persons who leave per hundred posts held for a year, while the partnership lives."""
    held = ((run.holders >= 0) & run.posts)[:-1].sum()
    return percent(run.state.partnerships.departures.sum() * MONTHS_OF_A_YEAR, held)


def vacancies_open_after_four_months(run: OneHistory) -> float:
    """Share of the posts that fall vacant which still are four months later (if partner and partnership still are there)."""
    vacant = (run.holders < 0) & run.posts
    falls_vacant = vacant[1:] & (run.holders[:-1] >= 0)
    months = len(falls_vacant) - VACANCY_MONTHS
    begun = falls_vacant[:months] & run.posts[1 + VACANCY_MONTHS :]
    still = np.all([vacant[1 + later : 1 + later + months] for later in range(VACANCY_MONTHS + 1)], axis=0)
    return percent((begun & still).sum(), begun.sum())


def _service(run: OneHistory) -> tuple[Any, Any, Any]:
    """Of those who volunteered before the grant's end: month joined, month left (or NEVER), the grant's last month."""
    volunteers = run.state.volunteers
    ends = run.state.partnerships.grant_end[volunteers.partnership]
    served = volunteers.joined_month <= ends
    return volunteers.joined_month[served], volunteers.left_month[served], ends[served]


def volunteers_gone_within_a_year(run: OneHistory) -> float:
    """Share of the volunteers gone 12 months after they joined; of those who joined a year or more before the grant's end."""
    joined, left, ends = _service(run)
    seen = joined + MONTHS_OF_A_YEAR <= ends
    return percent((left - joined <= MONTHS_OF_A_YEAR)[seen].sum(), seen.sum())


def first_year_against_later_drop_out(run: OneHistory) -> float:
    """Monthly rate of stopping in the first year of service relative to that in later years, until the grant's end."""
    joined, left, ends = _service(run)
    served = np.minimum(left, ends) - joined
    stops = left <= ends
    early, late = served <= MONTHS_OF_A_YEAR, served > MONTHS_OF_A_YEAR
    first = percent((stops & early).sum(), np.minimum(served, MONTHS_OF_A_YEAR).sum())
    later = percent((stops & late).sum(), np.maximum(served - MONTHS_OF_A_YEAR, 0).sum())
    return first / later if later > 0 else np.nan


def entry_per_year(run: OneHistory) -> float:
    """Those who begin to volunteer per hundred persons who could and have not yet, and year of the grant."""
    volunteers, partnerships = run.state.volunteers, run.state.partnerships
    asked = partnerships.volunteer_based[volunteers.partnership] == 1
    ends = partnerships.grant_end[volunteers.partnership][asked]
    joined = volunteers.joined_month[asked]
    return percent((joined <= ends).sum() * MONTHS_OF_A_YEAR, np.minimum(joined, ends).sum())


def hours_per_volunteer(run: OneHistory) -> float:
    """Hours per month that one who serves gives, over all months in which somebody does."""
    serving = run.monthly.volunteers.sum()
    return float(run.monthly.volunteer_hours.sum() / serving) if serving else np.nan
