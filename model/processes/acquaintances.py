"""What travels along the ties between citizens: who comes, and who stays away, is seen by those who know her. Part of process 7."""

from typing import Any

from samvirke.model.agents.citizen import LAPSED, PARTICIPATING
from samvirke.model.chance import Moment
from samvirke.model.rule import rule


@rule
def come_in(state: Any, p: int, c: int, moment: Moment) -> None:
    """A citizen joins; if for the first time, she has been reached."""
    citizen = state.citizens[c]
    is_seen_coming(state, c)
    citizen.stage = PARTICIPATING
    citizen.joined_month = moment.month
    state.partnerships[p].participants += 1
    if citizen.ever_participated == 0:
        citizen.ever_participated = 1
        state.partnerships[p].ever_participated += 1
        state.partnerships[p].vulnerable_ever_participated += citizen.vulnerable


@rule
def is_seen_coming(state: Any, c: int) -> None:
    """A citizen comes, for the first time or again: each acquaintance knows one more who takes part [W7]."""
    citizen = state.citizens[c]
    knows_somebody_who_comes(state, citizen.acquaintance_0, citizen.ever_participated)
    knows_somebody_who_comes(state, citizen.acquaintance_1, citizen.ever_participated)
    knows_somebody_who_comes(state, citizen.acquaintance_2, citizen.ever_participated)
    knows_somebody_who_comes(state, citizen.acquaintance_3, citizen.ever_participated)


@rule
def knows_somebody_who_comes(state: Any, c: int, again: int) -> None:
    """One more of citizen `c`'s acquaintances takes part; `again` is 1 if it is one of those who had gone. Nothing if `c` is nobody."""
    if c >= 0:
        state.citizens[c].acquaintances_there += 1
        state.citizens[c].acquaintances_gone -= again


@rule
def stays_away(state: Any, c: int) -> None:
    """A citizen who took part, or served, stays away: each acquaintance knows one more who has gone [W7]."""
    citizen = state.citizens[c]
    citizen.stage = LAPSED
    knows_somebody_who_goes(state, citizen.acquaintance_0)
    knows_somebody_who_goes(state, citizen.acquaintance_1)
    knows_somebody_who_goes(state, citizen.acquaintance_2)
    knows_somebody_who_goes(state, citizen.acquaintance_3)


@rule
def knows_somebody_who_goes(state: Any, c: int) -> None:
    """One more of citizen `c`'s acquaintances stays away. Nothing if `c` is nobody."""
    if c >= 0:
        state.citizens[c].acquaintances_there -= 1
        state.citizens[c].acquaintances_gone += 1
