"""The figures of the literature, measured in one run: the course of a partnership, key persons and volunteers, trust along ties."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from samvirke.analysis.literature.month_by_month import MONTHS_OF_A_YEAR, OneHistory, percent
from samvirke.model.agents.partnership import goes_on
from samvirke.model.fields import NEVER
from samvirke.model.levers import LEVERS

ONE_SIDED_5_PERCENT = 1.69  # of Student's t with 36 degrees of freedom
PROCESS_AND_STRUCTURE = ("communication", "expectations_known", "shared_understanding", "role_clarity", "know_how", "trust", "attendance")
RESULTS = ("attainment", "synergy")
PROSPECTS = ("visibility", "money_outlook")  # they begin at nothing, so they can only rise
EVEN = 0.5  # synergy at which as much is made together as apart


VACANCY_MONTHS = 4
FEWEST_THAT_VARY = 2  # partnerships
LAST_WAVE = 36  # the month in which ties are looked at: the last questionnaire, the last month of most grants


def significant_rises(run: OneHistory) -> dict[str, float]:
    """Per monthly measure: 1 where its mean over the partnerships rises significantly from month 1 to month 12, else 0."""
    return {name: float(_rises(run.monthly[name])) for name in (*PROCESS_AND_STRUCTURE, *RESULTS, *PROSPECTS)}


def _rises(measure: NDArray[np.float64]) -> bool:
    rise = measure[:, MONTHS_OF_A_YEAR - 1] - measure[:, 0]
    rise = rise[~np.isnan(rise)]  # of those that have not ended
    if len(rise) < FEWEST_THAT_VARY:
        return False
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


def _alive_after(run: OneHistory, months: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which partnerships are alive so many months after the grant, and for which of them that month was simulated."""
    partnerships = run.state.partnerships
    seen = (partnerships.grant_end < NEVER) & (partnerships.grant_end + months <= run.months)
    return partnerships.end_month > partnerships.grant_end + months, seen


def continuing_at_the_end(run: OneHistory) -> float:
    """Share of the partnerships that say at the grant's end that they go on."""
    return percent(goes_on(run.state.partnerships.future).sum(), len(run.state.partnerships))


def _of_those_that_continued(run: OneHistory, months: int) -> float:
    alive, seen = _alive_after(run, months)
    continued = goes_on(run.state.partnerships.future) & seen
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


def _a_year_after(run: OneHistory, measure: str) -> NDArray[Any]:
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


def departures_per_seat_year(run: OneHistory) -> float:
    """Key persons who leave per hundred posts held for a year, while the partnership exists."""
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


def _service(run: OneHistory) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
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


def _ties_held(run: OneHistory, month: int) -> NDArray[np.bool_]:
    """Ties between two persons who are there."""
    there = (run.holders[month] >= 0) & run.posts[month]
    return there[run.state.ties.from_seat] & there[run.state.ties.to_seat]


def _correlation(one: NDArray[Any], other: NDArray[Any]) -> float:
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
    trust = run.monthly.trust[:, :LAST_WAVE]
    there = ~np.isnan(trust).any(axis=1)  # in all of them: who ends would move the mean by leaving it
    if not there.any():
        return np.nan
    mean = trust[there].mean(axis=0)
    return percent((np.diff(mean) > 0).sum(), len(mean) - 1)


def _steps_of_trust(run: OneHistory) -> NDArray[np.float64]:
    """Changes of trust along ties in months in which the same two persons met."""
    met = np.diff(run.months_met, axis=0) == 1
    ties = run.state.ties
    same = run.holders[1:] == run.holders[:-1]
    return np.diff(run.trust, axis=0)[met & same[:, ties.from_seat] & same[:, ties.to_seat]]


def falls_of_trust_against_rises(run: OneHistory) -> float:
    """Mean size of a fall of trust after a meeting relative to that of a rise, in the simulated ties."""
    steps = _steps_of_trust(run)
    return float(-steps[steps < 0].mean() / steps[steps > 0].mean()) if (steps < 0).any() and (steps > 0).any() else np.nan


def loss_for_the_same_surprise(run: OneHistory) -> float:
    """Size of a loss of trust relative to a gain for the same surprise: the draw's own value."""
    return float(run.state.parameters[0].trust_loss_relative_to_gain)


def levers_with_trust(run: OneHistory) -> dict[str, float]:
    """Rank correlation over the partnerships of each lever with mean trust in the grant's third year."""
    trust = run.monthly.trust[:, 24:LAST_WAVE].mean(axis=1)
    there = ~np.isnan(trust)  # in all of that year
    varying = {name: run.policies[name][there] for name in LEVERS if there.any() and np.ptp(run.policies[name][there]) > 0}
    return {name: float(spearmanr(values, trust[there])[0]) for name, values in varying.items()}


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
