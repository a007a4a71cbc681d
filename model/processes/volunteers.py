"""6 Volunteers: asked in person or by advertisement, supported, bound to each other, tired, gone."""

from typing import Any

from samvirke.model.agents.activity import ENDED, RUNNING, has_host
from samvirke.model.agents.citizen import LAPSED
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.agents.volunteer import ACTIVE, GONE, chance_of_stopping
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, fill_uniforms, uniform
from samvirke.model.decisions import APPLIES_ANEW, STOPS_VOLUNTEERING
from samvirke.model.events import VOLUNTEER_STOPS, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.hosts_outside import freedom_of_host
from samvirke.model.processes.recruiting import paperwork, recruit
from samvirke.model.rule import rule

PARTS_OF_RECOGNITION = 2.0  # support and a say count alike: assumed
PARTS_OF_BEING_VALUED = 2.0  # recognition and a task that fits count alike: assumed


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
    serve(state, p, moment)
    partnership.volunteers_peak = max(partnership.volunteers_peak, partnership.active_volunteers)


@rule
def everybody_stops(state: Any, p: int, moment: Moment) -> None:
    """Nothing is left to serve."""
    partnership = state.partnerships[p]
    partnership.volunteer_hours = 0.0
    if partnership.active_volunteers > 0:
        for v in range(partnership.volunteers):
            if state.volunteers[partnership.first_volunteer + v].stage == ACTIVE:
                stop(state, p, v, moment)


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
    """Support given relative to what suffices (0-1); those who have lived with the theme need more [V3, X7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    wanted = partnership.active_volunteers * parameters.support_hours_that_suffice
    wanted *= 1.0 + parameters.extra_support_for_lived_experience * share_with_lived_experience(state, p)
    return share(ratio(partnership.support_hours + partnership.host_support_hours, wanted))


@rule
def serve(state: Any, p: int, moment: Moment) -> None:
    """Those who serve give their hours, belong more or less, tire or recover, and stay or stop [V2, V3, V4, V6]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.volunteer_hours = 0.0
    if partnership.active_volunteers == 0:
        return
    company = ratio(partnership.active_volunteers, partnership.active_volunteers + parameters.fellows_that_make_a_circle)
    recognised = share((support_relative_to_need(state, p) + state.policies[p].shared_power) / PARTS_OF_RECOGNITION)
    hours = hours_asked_of_each(state, p)
    load = hours / parameters.hours_a_volunteer_gives_gladly
    driven_off = what_drives_off(state, p)
    fill_uniforms(state.uniforms, moment, STOPS_VOLUNTEERING, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        volunteer = state.volunteers[partnership.first_volunteer + v]
        volunteer.hours = 0.0
        if volunteer.stage != ACTIVE:
            continue
        month_of_service(state, p, v, company, recognised, load)
        if state.uniforms[v] < chance_she_stops(state, p, v, driven_off):
            stop(state, p, v, moment)
        else:
            volunteer.hours = hours * volunteer.energy
            partnership.volunteer_hours += volunteer.hours


@rule
def month_of_service(state: Any, p: int, v: int, company: float, recognised: float, load: float) -> None:
    """A month's company, recognition and load leave their mark on one volunteer."""
    parameters = state.parameters[0]
    volunteer = state.volunteers[state.partnerships[p].first_volunteer + v]
    volunteer.months_served += 1
    volunteer.belonging = moved(volunteer.belonging, company, parameters.pace_of_belonging_per_month)
    volunteer.recognition = moved(volunteer.recognition, recognised, parameters.pace_of_belonging_per_month)
    volunteer.energy = share(volunteer.energy + parameters.tiring_per_month * (1.0 - load))


@rule
def chance_she_stops(state: Any, p: int, v: int, driven_off: float) -> float:
    """One volunteer's chance to stop this month [V2-V7]."""
    parameters = state.parameters[0]
    volunteer = state.volunteers[state.partnerships[p].first_volunteer + v]
    bonds = parameters.weight_of_belonging * volunteer.belonging
    bonds += parameters.weight_of_recognition * (volunteer.recognition + volunteer.match) / PARTS_OF_BEING_VALUED
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
def apply_anew(state: Any, p: int, moment: Moment) -> None:
    """Where volunteers must apply anew, the motivated do and are refreshed; ties start over, and it takes hours [X2]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    every = int(state.policies[p].renewal_months)
    if every == 0 or (moment.month - partnership.first_month + 1) % every != 0:
        return
    for v in range(partnership.volunteers):
        volunteer = state.volunteers[partnership.first_volunteer + v]
        if volunteer.stage != ACTIVE:
            continue
        applies = uniform(moment, APPLIES_ANEW, partnership.number, v) < chance_of_applying_anew(
            volunteer.motivation, parameters.unmotivated_who_apply_anew
        )
        if applies:
            volunteer.energy = 1.0
            volunteer.belonging *= 1.0 - parameters.belonging_lost_at_renewal
            intake = min(partnership.support_hours, parameters.hours_per_renewal)
            partnership.support_hours -= intake
            partnership.documentation_hours += intake
        else:
            stop(state, p, v, moment)


@rule
def chance_of_applying_anew(motivation: float, of_the_unmotivated: float) -> float:
    """Chance that a volunteer who must apply anew does: all of the fully motivated, fewer of the others [X2]."""
    return of_the_unmotivated + (1.0 - of_the_unmotivated) * motivation


@rule
def hours_asked_of_each(state: Any, p: int) -> float:
    """Hours per month asked of each volunteer: what the running activities need, shared by those who serve [V4]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    needed = partnership.running_activities * parameters.volunteer_hours_an_activity_needs
    return min(ratio(needed, partnership.active_volunteers), parameters.most_hours_of_a_volunteer)


@rule
def stop(state: Any, p: int, v: int, moment: Moment) -> None:
    """A volunteer stops; a citizen who volunteered is a citizen who has lapsed."""
    if called_off(state, moment, p, VOLUNTEER_STOPS, v):
        return
    partnership = state.partnerships[p]
    volunteer = state.volunteers[partnership.first_volunteer + v]
    volunteer.stage = GONE
    volunteer.left_month = moment.month
    volunteer.hours = 0.0
    partnership.active_volunteers -= 1
    partnership.volunteers_left += 1
    if volunteer.citizen >= 0:
        state.citizens[volunteer.citizen].stage = LAPSED
    happened(state, moment, p, VOLUNTEER_STOPS, v, NOBODY, float(volunteer.months_served))
