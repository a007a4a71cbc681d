"""When the organisation that leads has left: another takes the lead, or the partnership dissolves. Part of process 1."""

from typing import Any

from samvirke.model.agents.partnership import NOBODY_TO_LEAD
from samvirke.model.chance import Moment
from samvirke.model.events import LEAD_PASSES_ON, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.endings import change_lead, end_partnership
from samvirke.model.rule import rule


@rule
def pass_the_lead_on(state: Any, p: int, moment: Moment) -> None:
    """A lead that has left is followed by the member with most ownership; where none has enough for long, the partnership ends [X11]."""
    partnership = state.partnerships[p]
    if state.organisations[partnership.lead].active:
        partnership.leaderless_months = 0
        return
    leader = who_would_lead(state, p)
    if leader != NOBODY:
        change_lead(state, p, leader)
        number = leader - partnership.first_organisation
        happened(state, moment, p, LEAD_PASSES_ON, number, NOBODY, state.organisations[leader].ownership)
        return
    partnership.leaderless_months += 1
    if partnership.leaderless_months >= state.parameters[0].weak_months_before_the_end:
        end_partnership(state, p, NOBODY_TO_LEAD, moment)


@rule
def who_would_lead(state: Any, p: int) -> int:
    """The member with most ownership, if that is enough to lead; -1 for nobody."""
    partnership = state.partnerships[p]
    best = NOBODY
    highest = state.parameters[0].ownership_needed_to_lead
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active and organisation.ownership >= highest:
            best = o
            highest = organisation.ownership
    return best
