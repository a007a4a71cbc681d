"""Who would carry an activity on: part of process 9, and asked once more at the grant's end."""

from typing import Any

from samvirke.model.agents.activity import ENDED, readiness_to_be_handed_over
from samvirke.model.agents.organisation import MUNICIPALITY, NGO
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import HOST_SAYS_YES, LAST_CALL, WHO_IS_ASKED
from samvirke.model.events import HOST_FOUND, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.one_world import visibility_to
from samvirke.model.processes.results import persuaded_by
from samvirke.model.rule import rule

PARTS_OF_A_BUDGET = 3.0  # politics, results that are seen and backing count alike: assumed
PARTS_OF_OWN_MEANS = 2.0  # how near the theme is and backing count alike: assumed
PARTS_OF_WANTING_TO_HOST = 2.0  # ownership and commitment count alike: assumed


@rule
def anchoring_effort(state: Any, p: int) -> float:
    """How fully anchoring is worked on this month (0-1)."""
    partnership = state.partnerships[p]
    return share(ratio(ratio(partnership.anchoring_hours, partnership.hours), state.parameters[0].share_of_hours_on_anchoring))


@rule
def means_to_host(state: Any, p: int, o: int) -> float:
    """What an organisation has to carry an activity with: a budget, members of its own, or a core task that it serves [E3]."""
    organisation = state.organisations[o]
    if organisation.kind == MUNICIPALITY:
        municipality = state.legal_organisations[organisation.legal]
        wanted = (municipality.political_priority + visibility_to(state, p, o) + organisation.backing) / PARTS_OF_A_BUDGET
        return wanted * (1.0 - municipality.budget_pressure)
    if organisation.kind == NGO:
        return (organisation.fit_with_target_group + organisation.backing) / PARTS_OF_OWN_MEANS
    return (max(organisation.core_task_is_health, organisation.own_interest) + organisation.backing) / PARTS_OF_OWN_MEANS


@rule
def readiness_to_host(state: Any, p: int, o: int, a: int) -> float:
    """How ready an organisation is to carry an activity on: it owns it, wants it, can, has been part of it, sees results [E3, A3, W8]."""
    organisation = state.organisations[o]
    if organisation.active == 0:
        return 0.0
    wants = (organisation.ownership + organisation.commitment) / PARTS_OF_WANTING_TO_HOST
    can = means_to_host(state, p, o)
    ripe = readiness_to_be_handed_over(state.activities[a].staff_run, state.parameters[0].weight_of_staff_run)
    persuaded = persuaded_by(state.partnerships[p].results, state.parameters[0].weight_of_results_in_hosting)
    return share(wants * can * ripe * persuaded)


@rule
def who_is_asked(state: Any, p: int, a: int, moment: Moment) -> int:
    """The member asked this month to carry activity `a` on, drawn in proportion to how ready each is; -1 if none is at all."""
    partnership = state.partnerships[p]
    total = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        total += readiness_to_host(state, p, o, a)
    drawn = total * uniform(moment, WHO_IS_ASKED, partnership.number, a - partnership.first_activity)
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        drawn -= readiness_to_host(state, p, o, a)
        if drawn < 0.0:
            return o
    return -1


@rule
def find_hosts(state: Any, p: int, moment: Moment) -> None:
    """Once anchoring is worked on, each activity looks for somebody to carry it on [E2, E3]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    effort = anchoring_effort(state, p)
    if effort <= 0.0 or moment.month > partnership.grant_end:
        return
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].host == NOBODY and state.activities[a].stage != ENDED:
            ask_for_host(state, p, a, parameters.chance_of_finding_a_host_per_month * effort, moment)


@rule
def ask_for_host(state: Any, p: int, a: int, usual: float, moment: Moment) -> None:
    """The member that is asked says yes or not yet."""
    partnership = state.partnerships[p]
    number = a - partnership.first_activity
    host = who_is_asked(state, p, a, moment)
    if host == NOBODY:
        return
    readiness = readiness_to_host(state, p, host, a)
    if uniform(moment, HOST_SAYS_YES, partnership.number, number) < share(usual * readiness):
        become_host(state, p, a, host, readiness, moment)


@rule
def become_host(state: Any, p: int, a: int, host: int, readiness: float, moment: Moment) -> None:
    """An organisation has agreed to carry the activity on, unless the arm calls it off."""
    partnership = state.partnerships[p]
    number = a - partnership.first_activity
    if not called_off(state, moment, p, HOST_FOUND, number):
        state.activities[a].host = host
        happened(state, moment, p, HOST_FOUND, number, host - partnership.first_organisation, readiness)


@rule
def ask_everybody(state: Any, p: int, a: int, usual: float, moment: Moment) -> None:
    """The last call: every member is asked in turn, until one says yes [E7]."""
    partnership = state.partnerships[p]
    for slot in range(partnership.organisations):
        host = partnership.first_organisation + slot
        readiness = readiness_to_host(state, p, host, a)
        draw = uniform(moment, LAST_CALL, partnership.number, a - partnership.first_activity, slot)
        if state.activities[a].host == NOBODY and draw < share(usual * readiness):
            become_host(state, p, a, host, readiness, moment)
