"""9 Anchor: results are written down and shown, hosts and money are sought; at the grant's end it is decided."""

from typing import Any

from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import BEGINS_ANCHORING
from samvirke.model.events import ANCHORING_BEGINS, called_off, happened
from samvirke.model.fields import NEVER, NOBODY, THE_WHOLE
from samvirke.model.processes.aftermath import after_the_grant, count_at_fixed_dates, look_back
from samvirke.model.processes.endings import declare_future
from samvirke.model.processes.hosts import anchoring_effort, find_hosts
from samvirke.model.processes.money import money_needed, seek_money
from samvirke.model.processes.results import attainment
from samvirke.model.rule import rule


@rule
def anchor(state: Any, p: int, moment: Moment) -> None:
    """A month's work on what will be left of partnership `p`, the decision at the grant's end, and what holds afterwards."""
    partnership = state.partnerships[p]
    if partnership.stage == ALIVE:
        begin_anchoring(state, p, moment)
        document_and_show(state, p)
        find_hosts(state, p, moment)
        seek_money(state, p, moment)
    elif partnership.running_activities > 0:
        find_hosts(state, p, moment)
    had_ended = partnership.stage != ALIVE
    if moment.month == partnership.grant_end:
        declare_future(state, p, moment)
    if had_ended or moment.month != partnership.grant_end:  # who ends in this month has its aftermath from the next
        after_the_grant(state, p, moment)
    look_back(state, p, moment)
    count_at_fixed_dates(state, p, moment)


@rule
def chance_of_beginning(usual: float, nearness_of_the_end: float, urgency: float, mandate: float) -> float:
    """Chance per month that somebody takes anchoring up: small until the end is near; a mandate helps, unclear lead does not [E2, E6]."""
    return share(usual * mandate * (1.0 + urgency * nearness_of_the_end))


@rule
def begin_anchoring(state: Any, p: int, moment: Moment) -> None:
    """Anchoring begins when somebody gets round to it, or in the month that was decided; without end date it is daily work."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    if partnership.anchoring_started_month < NEVER or moment.month < partnership.first_month:
        return
    decided = state.policies[p].anchoring_start_month
    nearness = share(1.0 - (partnership.grant_end - moment.month) / parameters.months_the_end_is_felt)
    holder = state.seats[partnership.coordinator_seat].holder
    mandate = state.key_persons[holder].mandate if holder >= 0 else 0.0
    owned = mandate * (1.0 - parameters.anchoring_nobody_owns * (1.0 - partnership.role_clarity))
    chance = chance_of_beginning(parameters.chance_of_beginning_anchoring_per_month, nearness, parameters.urgency_of_the_end, owned)
    by_chance = uniform(moment, BEGINS_ANCHORING, partnership.number, THE_WHOLE) < chance
    by_decision = decided >= 0.0 and moment.month >= decided
    no_end = partnership.grant_end == NEVER
    if (by_chance or by_decision or no_end) and not called_off(state, moment, p, ANCHORING_BEGINS, THE_WHOLE):
        partnership.anchoring_started_month = moment.month
        happened(state, moment, p, ANCHORING_BEGINS, THE_WHOLE, NOBODY, float(partnership.grant_end - moment.month))


@rule
def document_and_show(state: Any, p: int) -> None:
    """Documentation keeps results fresh; shown to leaders, again and again, they become visible; unseen, they fade [E4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    written = share(ratio(partnership.documentation_hours, partnership.hours) / parameters.share_of_hours_that_documents_all)
    partnership.documented = moved(partnership.documented, written, parameters.memory_per_month)
    partnership.money_needed_dkk = money_needed(state, p)
    seen = partnership.documented * attainment(state, p)
    pace = parameters.pace_of_visibility_per_month * anchoring_effort(state, p)
    partnership.visibility = moved(partnership.visibility, seen, share(pace + parameters.fading_of_visibility_per_month))
