"""The calendar (an assumption, marked as such): quiet July, budgets decided in autumn for January, council elections."""

from typing import Any

from samvirke.model.rule import rule

JULY = 7
SEPTEMBER = 9
BUDGET_MONTH = 10  # councils adopt next year's budget by mid-October
JANUARY = 1
NOVEMBER = 11
AN_ELECTION_YEAR = 2013
YEARS_BETWEEN_ELECTIONS = 4
MONTHS_OF_A_YEAR = 12


@rule
def calendar_month(state: Any) -> int:
    """Month of the year, 1 to 12."""
    clock = state.clock[0]
    return int((clock.calendar_month + clock.month - 2) % MONTHS_OF_A_YEAR + 1)


@rule
def calendar_year(state: Any) -> int:
    """The year."""
    clock = state.clock[0]
    return int(clock.calendar_year + (clock.calendar_month + clock.month - 2) // MONTHS_OF_A_YEAR)


@rule
def is_election_month(state: Any) -> bool:
    """Council elections: every fourth November (2013, 2017, 2021, 2025)."""
    return calendar_month(state) == NOVEMBER and (calendar_year(state) - AN_ELECTION_YEAR) % YEARS_BETWEEN_ELECTIONS == 0
