"""The course of a partnership in one life, in the terms in which the literature speaks of it: first year, synergy, afterwards."""

from typing import Any

import numpy as np

from samvirke.analysis.literature.month_by_month import MONTHS_OF_A_YEAR, OneHistory, percent
from samvirke.model.agents.partnership import CONTINUES_ADJUSTED
from samvirke.model.fields import NEVER

ONE_SIDED_5_PERCENT = 1.69  # of Student's t with 36 degrees of freedom
PROCESS_AND_STRUCTURE = ("communication", "expectations_known", "shared_understanding", "role_clarity", "know_how", "trust", "attendance")
RESULTS = ("attainment", "synergy")
PROSPECTS = ("visibility", "money_outlook")  # they begin at nothing, so they can only rise
EVEN = 0.5  # synergy at which as much is made together as apart


def significant_rises(run: OneHistory) -> dict[str, float]:
    """Per monthly measure: 1 where its mean over the partnerships rises significantly from month 1 to month 12, else 0."""
    return {name: float(_rises(run.monthly[name])) for name in (*PROCESS_AND_STRUCTURE, *RESULTS, *PROSPECTS)}


def _rises(measure: Any) -> bool:
    rise = measure[:, MONTHS_OF_A_YEAR - 1] - measure[:, 0]
    error = rise.std(ddof=1) / len(rise) ** 0.5
    return bool(rise.mean() > ONE_SIDED_5_PERCENT * error) if error > 0 else False


def process_measures_that_rise(run: OneHistory) -> float:
    """Share of the measures of process and structure that rise significantly in the first year."""
    rises = significant_rises(run)
    return 100.0 * float(np.mean([rises[name] for name in PROCESS_AND_STRUCTURE]))


def result_measures_that_rise(run: OneHistory) -> float:
    """Share of the measures of results that do."""
    rises = significant_rises(run)
    return 100.0 * float(np.mean([rises[name] for name in RESULTS]))


def months_with_less_than_apart(run: OneHistory) -> float:
    """Share of the partnership-months with output in which less is made together than apart."""
    producing = run.monthly.output > 0
    return percent((run.monthly.synergy[producing] < EVEN).sum(), producing.sum())


def _alive_after(run: OneHistory, months: int) -> tuple[Any, Any]:
    """Which partnerships are alive so many months after the grant, and for which of them that month was lived."""
    partnerships = run.state.partnerships
    seen = (partnerships.grant_end < NEVER) & (partnerships.grant_end + months <= run.months)
    return partnerships.end_month > partnerships.grant_end + months, seen


def continuing_at_the_end(run: OneHistory) -> float:
    """Share of the partnerships that say at the grant's end that they go on."""
    return percent((run.state.partnerships.future <= CONTINUES_ADJUSTED).sum(), len(run.state.partnerships))


def _of_those_that_continued(run: OneHistory, months: int) -> float:
    alive, seen = _alive_after(run, months)
    continued = (run.state.partnerships.future <= CONTINUES_ADJUSTED) & seen
    return percent((alive & continued).sum(), continued.sum())


def alive_after_one_year(run: OneHistory) -> float:
    """Share alive 12 months after the grant, of those that continued."""
    return _of_those_that_continued(run, 12)


def alive_after_two_years(run: OneHistory) -> float:
    """Share alive 24 months after the grant, of those that continued."""
    return _of_those_that_continued(run, 24)


def alive_after_four_years(run: OneHistory) -> float:
    """Share alive 48 months after the grant, of those that continued."""
    return _of_those_that_continued(run, 48)


def ending_per_year(run: OneHistory) -> float:
    """Share of those that continued which end per year, over four years after the grant."""
    return 100.0 * (1.0 - (alive_after_four_years(run) / 100.0) ** 0.25)


def all_alive_after_four_years(run: OneHistory) -> float:
    """Share of all partnerships that are alive 48 months after the grant."""
    alive, seen = _alive_after(run, 48)
    return percent((alive & seen).sum(), seen.sum())


def _a_year_after(run: OneHistory, measure: str) -> Any:
    ends = np.minimum(run.state.partnerships.grant_end + MONTHS_OF_A_YEAR, run.months)
    return run.monthly[measure][np.arange(len(ends)), ends - 1]


def three_still_collaborating(run: OneHistory) -> float:
    """Share of all partnerships in which at least three organisations are still members a year after the grant."""
    alive, seen = _alive_after(run, MONTHS_OF_A_YEAR)
    return percent((alive & seen & (_a_year_after(run, "organisations") >= 3)).sum(), seen.sum())


def something_running_where_not_sustained(run: OneHistory) -> float:
    """Share of the other partnerships in which at least one activity runs a year after the grant."""
    alive, seen = _alive_after(run, MONTHS_OF_A_YEAR)
    others = seen & ~(alive & (_a_year_after(run, "organisations") >= 3))
    return percent((others & (_a_year_after(run, "activities") > 0)).sum(), others.sum())
