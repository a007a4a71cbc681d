"""6 Volunteers: asked in person or by advertisement, supported, bound to each other, tired, gone; what they carry goes with them."""

from typing import Any

from samvirke.model.agents.activity import ENDED, RUNNING, has_host
from samvirke.model.agents.partnership import ALIVE, PAIRS
from samvirke.model.agents.volunteer import ACTIVE, chance_of_stopping, wellbeing_after_serving, what_holds_her
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, fill_uniforms
from samvirke.model.decisions import STOPS_VOLUNTEERING
from samvirke.model.processes.carrying import carry, volunteer_hours_needed
from samvirke.model.processes.cohorts import apply_anew
from samvirke.model.processes.company import company_of_fellows, fellows_known, leave, stop
from samvirke.model.processes.hosts_outside import freedom_of_host
from samvirke.model.processes.pairs import make_matches
from samvirke.model.processes.recruiting import hours_of_a_role, paperwork, recruit
from samvirke.model.rule import rule

PARTS_OF_RECOGNITION = 2.0  # support and a say count alike: assumed
PARTS_OF_BEING_VALUED = 2.0  # recognition and a task that fits count alike: assumed
PARTS_OF_BONDS = 2.0  # belonging and recognition do a volunteer equally well: assumed


@rule
def volunteers(state: Any, p: int, moment: Moment) -> None:
    """A month of partnership `p`'s volunteers: some join, those who serve are bound or worn, some stop."""
    partnership = state.partnerships[p]
    if not partnership.volunteer_based:
        return
    if partnership.stage != ALIVE and partnership.running_activities == 0:
        everybody_stops(state, p, moment)
        return
    recruit(state, p, moment)
    apply_anew(state, p, moment)
    if partnership.format == PAIRS:
        make_matches(state, p, moment)
    serve(state, p, moment)
    carry(state, p)
    partnership.volunteers_peak = max(partnership.volunteers_peak, partnership.active_volunteers)


@rule
def everybody_stops(state: Any, p: int, moment: Moment) -> None:
    """Nothing is left to serve."""
    partnership = state.partnerships[p]
    partnership.volunteer_hours = 0.0
    if partnership.active_volunteers > 0:
        for v in range(partnership.volunteers):
            if state.volunteers[partnership.first_volunteer + v].stage == ACTIVE:
                leave(state, p, v, moment)


@rule
def hopelessness(state: Any, p: int) -> float:
    """How near a known end without a next step is: 0 far away or with somebody to go on, 1 at the very end [V6]."""
    partnership = state.partnerships[p]
    months_left = partnership.grant_end - state.clock[0].month
    nearness = share(1.0 - months_left / state.parameters[0].months_the_end_is_felt)
    if months_left < 0:
        nearness = 0.0 if partnership.stage == ALIVE else 1.0
    return nearness * (1.0 - max(partnership.money_outlook, share_of_activities_with_a_host(state, p)))


@rule
def share_of_activities_with_a_host(state: Any, p: int) -> float:
    """Share of the activities that are not ended which a host has promised to carry on."""
    partnership = state.partnerships[p]
    hosted = 0
    alive = 0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage != ENDED:
            alive += 1
            hosted += has_host(state.activities[a].host, state.activities[a].host_kind)
    return ratio(hosted, alive)


@rule
def what_drives_off(state: Any, p: int) -> float:
    """Extra chance of stopping: an end without next step [V6], papers [V5], professionals who take over [V7, X5]."""
    parameters = state.parameters[0]
    taken_over = max(work_done_by_staff(state, p), frames_of_hosts(state, p))
    return float(
        parameters.weight_of_the_end_in_stopping * hopelessness(state, p)
        + parameters.weight_of_paperwork_in_stopping * paperwork(state, p)
        + parameters.weight_of_takeover_in_stopping * taken_over
    )


@rule
def support_relative_to_need(state: Any, p: int) -> float:
    """Support given relative to what suffices (0-1), less what finding matches took; lived experience needs more [V3, X7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    wanted = partnership.active_volunteers * parameters.support_hours_that_suffice
    wanted *= 1.0 + parameters.extra_support_for_lived_experience * share_with_lived_experience(state, p)
    return share(ratio(partnership.support_hours + partnership.host_support_hours - partnership.matching_hours, wanted))


@rule
def serve(state: Any, p: int, moment: Moment) -> None:
    """Those who serve give their hours, belong more or less, tire or recover, and stay or stop [V2, V3, V4, V6]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.volunteer_hours = 0.0
    if partnership.active_volunteers == 0:
        return
    support = support_relative_to_need(state, p)
    hours = hours_asked_of_each(state, p)
    load = hours / parameters.hours_a_volunteer_gives_gladly * (1.0 + parameters.strain_without_support * (1.0 - support))
    fellows = partnership.active_volunteers - 1.0
    first = partnership.first_volunteer
    for v in range(first, first + partnership.volunteers):
        state.volunteers[v].hours = 0.0
        if state.volunteers[v].stage == ACTIVE:
            month_of_service(state, p, v, fellows, support, load)
    driven_off = what_drives_off(state, p)
    fill_uniforms(state.uniforms, moment, STOPS_VOLUNTEERING, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        volunteer = state.volunteers[first + v]
        if volunteer.stage != ACTIVE:
            continue
        if state.uniforms[v] < chance_she_stops(state, p, v, driven_off):
            stop(state, p, v, moment)
        if volunteer.stage == ACTIVE:
            volunteer.hours = hours * volunteer.energy
            partnership.volunteer_hours += volunteer.hours
    partnership.volunteers_wellbeing_change = ratio(partnership.volunteers_wellbeing_gained, partnership.volunteers_ever)
    partnership.volunteers_network_change = ratio(partnership.volunteers_network_gained, partnership.volunteers_ever)


@rule
def month_of_service(state: Any, p: int, v: int, fellows: float, support: float, load: float) -> None:
    """A month's company, support and load leave their mark on one volunteer: she is found a task that fits, if there is time [V3]."""
    parameters = state.parameters[0]
    volunteer = state.volunteers[v]
    volunteer.months_served += 1
    volunteer.months_this_time += 1
    volunteer.months_together += fellows
    known = fellows_known(volunteer.months_together, fellows, parameters.months_to_know_a_fellow)
    company = company_of_fellows(known, parameters.fellows_that_make_a_circle)
    recognised = share((support + state.policies[p].shared_power) / PARTS_OF_RECOGNITION)
    volunteer.belonging = moved(volunteer.belonging, company, parameters.pace_of_belonging_per_month)
    volunteer.recognition = moved(volunteer.recognition, recognised, parameters.pace_of_belonging_per_month)
    volunteer.match = moved(volunteer.match, 1.0, parameters.matching_per_month * support)
    volunteer.energy = share(volunteer.energy + parameters.tiring_per_month * (1.0 - load))
    what_it_does_for_her(state, p, v, company)


@rule
def what_it_does_for_her(state: Any, p: int, v: int, company: float) -> None:
    """Serving makes her thrive or wears her, most if she has lived with the theme, and she gets to know people [W6, X7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    volunteer = state.volunteers[v]
    response = 1.0 + parameters.response_of_lived_experience * volunteer.lived_experience
    bonds = (volunteer.belonging + volunteer.recognition) / PARTS_OF_BONDS
    wellbeing = wellbeing_after_serving(
        volunteer.wellbeing, bonds, 1.0 - volunteer.energy,
        parameters.wellbeing_gained_by_serving_per_month * response, parameters.wellbeing_lost_to_strain_per_month * response,
    )  # fmt: skip
    network = moved(volunteer.network, 1.0, parameters.network_gained_by_serving_per_month * company)
    partnership.volunteers_wellbeing_gained += wellbeing - volunteer.wellbeing
    partnership.volunteers_network_gained += network - volunteer.network
    volunteer.wellbeing = wellbeing
    volunteer.network = network


@rule
def chance_she_stops(state: Any, p: int, v: int, driven_off: float) -> float:
    """One volunteer's chance to stop this month [V2-V7]."""
    parameters = state.parameters[0]
    volunteer = state.volunteers[state.partnerships[p].first_volunteer + v]
    valued = (volunteer.recognition + volunteer.match) / PARTS_OF_BEING_VALUED
    bonds = what_holds_her(volunteer.belonging, valued, parameters.weight_of_belonging, parameters.weight_of_recognition)
    tired = parameters.weight_of_tiredness * (1.0 - volunteer.energy)
    return chance_of_stopping(parameters.chance_of_volunteer_stopping_per_month, bonds, tired, driven_off)


@rule
def share_with_lived_experience(state: Any, p: int) -> float:
    """Share of those who serve who have lived with the theme: credible [X7], and in need of more supervision."""
    partnership = state.partnerships[p]
    experienced = 0
    for v in range(partnership.first_volunteer, partnership.first_volunteer + partnership.volunteers):
        experienced += state.volunteers[v].stage == ACTIVE and state.volunteers[v].lived_experience
    return ratio(experienced, partnership.active_volunteers)


@rule
def work_done_by_staff(state: Any, p: int) -> float:
    """Mean part of the running activities' work done by staff: professionals who take over make volunteers leave [V7]."""
    partnership = state.partnerships[p]
    total = 0.0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage == RUNNING:
            total += state.activities[a].staff_run
    return ratio(total, partnership.running_activities)


@rule
def frames_of_hosts(state: Any, p: int) -> float:
    """How narrow the frames are that hosts now set for the running activities (0-1): a municipality's most, an association's least [X5]."""
    partnership = state.partnerships[p]
    narrow = 0.0
    for a in range(partnership.first_activity, partnership.first_activity + partnership.activities):
        if state.activities[a].stage == RUNNING and state.activities[a].handed_over:
            narrow += 1.0 - freedom_of_host(state, a)
    return ratio(narrow, partnership.running_activities)


@rule
def hours_asked_of_each(state: Any, p: int) -> float:
    """Hours per month asked of each volunteer: what the activities need, shared by those who serve, at most what a role asks [V4]."""
    return min(ratio(volunteer_hours_needed(state, p), state.partnerships[p].active_volunteers), hours_of_a_role(state, p))
