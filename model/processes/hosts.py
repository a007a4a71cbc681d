"""Who would carry an activity on: part of process 9, and asked once more at the grant's end."""

from typing import Any

from samvirke.model.agents.activity import ENDED, NO_KIND, RUNNING, SOCIAL_ENTERPRISE, has_host, readiness_to_be_handed_over
from samvirke.model.agents.organisation import MUNICIPALITY, NGO
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import HOST_SAYS_YES, LAST_CALL, LAST_CALL_OUTSIDE, WHO_IS_ASKED
from samvirke.model.events import HOST_FOUND, HOST_OUTSIDE_FOUND, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.hosts_outside import KINDS_OUTSIDE, NEWNESS, means_outside, way_to
from samvirke.model.processes.membership import belongs_to_it
from samvirke.model.processes.one_world import visibility_to
from samvirke.model.processes.results import persuaded_by, results_as_judged
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
def in_daily_operation(state: Any, o: int) -> bool:
    """Whether what an organisation hosts can pass into its daily operation: a municipality's, or that of one whose task is health [X11]."""
    organisation = state.organisations[o]
    return bool(organisation.kind == MUNICIPALITY or organisation.core_task_is_health > 0.0)


@rule
def daily_operation_has_all(state: Any, p: int) -> bool:
    """Whether every running activity has passed into the daily operation of a member, or of an enterprise [X11]."""
    partnership = state.partnerships[p]
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        if activity.stage != RUNNING:
            continue
        taken_over = in_daily_operation(state, activity.host) if activity.host >= 0 else activity.host_kind == SOCIAL_ENTERPRISE
        if not taken_over:
            return False
    return bool(partnership.running_activities > 0)


@rule
def part_it_hosts_already(state: Any, p: int, o: int) -> float:
    """Part of the activities that are not ended which an organisation has agreed to carry on."""
    partnership = state.partnerships[p]
    hosted = 0
    there = 0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage != ENDED:
            there += 1
            hosted += state.activities[a].host == o
    return ratio(hosted, there)


@rule
def readiness_to_host(state: Any, p: int, o: int, a: int) -> float:
    """How ready a member is to carry an activity on: it owns it, wants it, can, has been part of it, sees results [E3, A3, W8].

    One with an operation of its own that carries some of them already is readier to take the rest [X11].
    """
    parameters = state.parameters[0]
    organisation = state.organisations[o]
    if not belongs_to_it(state, p, o):
        return 0.0
    wants = (organisation.ownership + organisation.commitment) / PARTS_OF_WANTING_TO_HOST
    if in_daily_operation(state, o):
        wants *= 1.0 + parameters.readiness_to_take_the_rest * part_it_hosts_already(state, p, o)
    can = means_to_host(state, p, o)
    ripe = readiness_to_be_handed_over(state.activities[a].staff_run, parameters.weight_of_staff_run)
    persuaded = persuaded_by(results_as_judged(state, p), parameters.weight_of_results_in_hosting)
    return share(wants * can * ripe * persuaded)


@rule
def readiness_outside(state: Any, p: int, kind: int, a: int) -> float:
    """How ready somebody outside the members is: it was not in from the start and must be known, and want it, and be able to [E3, W12]."""
    parameters = state.parameters[0]
    wants = parameters.wish_of_hosts_outside * way_to(state, p, kind)
    ripe = readiness_to_be_handed_over(state.activities[a].staff_run, parameters.weight_of_staff_run)
    return float(wants * means_outside(state, p, a, kind) * ripe) if wants > 0.0 else 0.0


@rule
def who_is_asked(state: Any, p: int, a: int, moment: Moment) -> tuple[int, int]:
    """Who is asked this month to carry activity `a` on, drawn in proportion to how ready each is: a member's row, or -1 and a kind outside.

    -1 and no kind if nobody is ready at all.
    """
    partnership = state.partnerships[p]
    total = 0.0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        total += readiness_to_host(state, p, o, a)
    for kind in range(1, KINDS_OUTSIDE):
        total += readiness_outside(state, p, kind, a)
    drawn = total * uniform(moment, WHO_IS_ASKED, partnership.number, a - partnership.first_activity)
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        drawn -= readiness_to_host(state, p, o, a)
        if drawn < 0.0:
            return o, int(NO_KIND)
    for kind in range(1, KINDS_OUTSIDE):
        drawn -= readiness_outside(state, p, kind, a)
        if drawn < 0.0:
            return int(NOBODY), kind
    return int(NOBODY), int(NO_KIND)


@rule
def find_hosts(state: Any, p: int, moment: Moment) -> None:
    """Once anchoring is worked on, each activity looks for somebody to carry it on [E2, E3]; later, each that waits does [W12]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    ended = partnership.stage != ALIVE
    effort = parameters.part_of_the_hours_while_waiting if ended else anchoring_effort(state, p)
    if effort <= 0.0 or (moment.month > partnership.grant_end and not ended):
        return
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        activity = state.activities[a]
        if activity.stage != ENDED and not has_host(activity.host, activity.host_kind):
            ask_for_host(state, p, a, parameters.chance_of_finding_a_host_per_month * effort, moment)


@rule
def ask_for_host(state: Any, p: int, a: int, usual: float, moment: Moment) -> None:
    """Who is asked says yes or not yet."""
    partnership = state.partnerships[p]
    number = a - partnership.first_activity
    host, kind = who_is_asked(state, p, a, moment)
    if host == NOBODY and kind == NO_KIND:
        return
    readiness = readiness_to_host(state, p, host, a) if host >= 0 else readiness_outside(state, p, kind, a)
    if uniform(moment, HOST_SAYS_YES, partnership.number, number) < share(usual * readiness):
        become_host(state, p, a, host, kind, readiness, moment)


@rule
def become_host(state: Any, p: int, a: int, host: int, kind: int, readiness: float, moment: Moment) -> None:
    """Somebody has agreed to carry the activity on, unless the arm calls it off: a member, or one of a kind outside the members."""
    partnership = state.partnerships[p]
    number = a - partnership.first_activity
    if host >= 0:
        if called_off(state, moment, p, HOST_FOUND, number):
            return
        happened(state, moment, p, HOST_FOUND, number, host - partnership.first_organisation, readiness)
    else:
        if called_off(state, moment, p, HOST_OUTSIDE_FOUND, number):
            return
        happened(state, moment, p, HOST_OUTSIDE_FOUND, number, kind, readiness)
    activity = state.activities[a]
    activity.host = host
    activity.host_kind = kind
    activity.set_up_months = int(NEWNESS[kind] * state.parameters[0].months_to_set_up_a_new_host)


@rule
def ask_everybody(state: Any, p: int, a: int, usual: float, moment: Moment) -> None:
    """The last call: every member is asked in turn, then those outside, until one says yes [E7]."""
    partnership = state.partnerships[p]
    activity = state.activities[a]
    number = a - partnership.first_activity
    for slot in range(partnership.organisations):
        host = partnership.first_organisation + slot
        if not has_host(activity.host, activity.host_kind):
            readiness = readiness_to_host(state, p, host, a)
            if uniform(moment, LAST_CALL, partnership.number, number, slot) < share(usual * readiness):
                become_host(state, p, a, host, int(NO_KIND), readiness, moment)
    for kind in range(1, KINDS_OUTSIDE):
        if not has_host(activity.host, activity.host_kind):
            readiness = readiness_outside(state, p, kind, a)
            if uniform(moment, LAST_CALL_OUTSIDE, partnership.number, number, kind) < share(usual * readiness):
                become_host(state, p, a, int(NOBODY), kind, readiness, moment)
