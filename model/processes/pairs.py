"""Pairs: citizens wait, are matched with a volunteer each, and are left behind when she stops. Part of processes 4, 6 and 7.

Who waits stands in a queue, the longest waiting first; the rows of the queue point to each other.
"""

from typing import Any

from samvirke.model.agents.citizen import CONTACTED, LAPSED, PARTICIPATING
from samvirke.model.agents.partnership import PAIRS
from samvirke.model.agents.volunteer import ACTIVE
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import GIVES_UP_WAITING, IS_MATCHED, WAITS_AGAIN
from samvirke.model.fields import NEVER, NOBODY
from samvirke.model.processes.acquaintances import come_in, stays_away
from samvirke.model.rule import rule


@rule
def chance_of_a_match(fit: float, hours: float, needed: float) -> float:
    """Chance this month that a citizen whose turn it is and a free volunteer become a pair [V3].

    They must fit each other, and somebody must have had the hours to get to know both.
    """
    return fit * share(ratio(hours, needed, 1.0))


@rule
def lapsing_in_a_pair(held: float, support: float, weight: float) -> float:
    """Chance that a citizen with a volunteer of her own stays away, relative to one in a group [V3].

    She is `held` by who expects her (0-1), less where the two are left to themselves.
    """
    return (1.0 - held) * (1.0 + weight * (1.0 - support))


@rule
def search_for_citizens_given_up(waiting: float, volunteers: float, attention: float) -> float:
    """Part of the search for citizens that is given up for that of volunteers: the more, the longer the queue for each of them [V3]."""
    return attention * ratio(waiting, waiting + volunteers)


@rule
def level_after_being_left(level: float, lost: float) -> float:
    """Wellbeing or network of a citizen who has been left behind [X12]."""
    return level * (1.0 - lost)


@rule
def wait_for_a_match(state: Any, p: int, c: int, moment: Moment) -> None:
    """A citizen who would take part waits for a volunteer of her own, at the end of the queue [V3]."""
    partnership = state.partnerships[p]
    citizen = state.citizens[c]
    citizen.waits_since_month = moment.month
    citizen.waits_after_her = NOBODY
    if partnership.last_waiting == NOBODY:
        partnership.first_waiting = c
    else:
        state.citizens[partnership.last_waiting].waits_after_her = c
    partnership.last_waiting = c
    partnership.citizens_waiting += 1


@rule
def wait_anew(state: Any, p: int, c: int, moment: Moment) -> None:
    """A citizen who has been left behind waits for another volunteer, before all others [X12]."""
    partnership = state.partnerships[p]
    citizen = state.citizens[c]
    citizen.stage = CONTACTED
    citizen.waits_since_month = moment.month
    citizen.waits_after_her = partnership.first_waiting
    partnership.first_waiting = c
    if partnership.last_waiting == NOBODY:
        partnership.last_waiting = c
    partnership.citizens_waiting += 1


@rule
def stop_waiting(state: Any, p: int, c: int, before: int) -> None:
    """A citizen leaves the queue; `before` is the one who stands before her there, -1 for nobody."""
    partnership = state.partnerships[p]
    citizen = state.citizens[c]
    if before == NOBODY:
        partnership.first_waiting = citizen.waits_after_her
    else:
        state.citizens[before].waits_after_her = citizen.waits_after_her
    if partnership.last_waiting == c:
        partnership.last_waiting = before
    citizen.waits_since_month = NEVER
    citizen.waits_after_her = NOBODY
    partnership.citizens_waiting -= 1


@rule
def wait_in_vain(state: Any, p: int, c: int, before: int) -> None:
    """She waits no longer and has not been matched; she may hear of it again later."""
    stop_waiting(state, p, c, before)
    state.citizens[c].stage = LAPSED


@rule
def tire_of_waiting(state: Any, p: int, moment: Moment) -> None:
    """Some of those who wait for a match give up [V3]."""
    partnership = state.partnerships[p]
    chance = state.parameters[0].chance_of_giving_up_waiting_per_month
    before = NOBODY
    c = partnership.first_waiting
    while c != NOBODY:
        after = state.citizens[c].waits_after_her
        if uniform(moment, GIVES_UP_WAITING, partnership.number, c - partnership.first_citizen) < chance:
            wait_in_vain(state, p, c, before)
            partnership.gave_up_waiting += 1
        else:
            before = c
        c = after


@rule
def part_of_reaching_for_volunteers(state: Any, p: int) -> float:
    """Part of the reaching hours that seeks volunteers, where citizens are sought too: more where citizens wait for one [V3, M7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    usual = parameters.share_of_reaching_that_recruits_volunteers
    if partnership.format != PAIRS:
        return float(usual)
    given_up = search_for_citizens_given_up(partnership.citizens_waiting, partnership.active_volunteers, parameters.attention_to_the_queue)
    return float(usual + (1.0 - usual) * given_up)


@rule
def hours_asked_for_matches(state: Any, p: int, tried: float) -> float:
    """Hours that so many matches are given this month: the same part of what they take as volunteers are given of what they need [V3]."""
    parameters = state.parameters[0]
    part_given = share(state.policies[p].support_hours_per_volunteer / parameters.support_hours_that_suffice)
    return float(tried * parameters.hours_to_make_a_match * part_given)


@rule
def hours_asked_for_volunteers(state: Any, p: int) -> float:
    """Hours a month asked for supporting those who serve and, where each is to have a citizen of her own, for matches [V3, M7]."""
    partnership = state.partnerships[p]
    asked = partnership.active_volunteers * state.policies[p].support_hours_per_volunteer
    if partnership.format == PAIRS:
        asked += hours_asked_for_matches(state, p, min(partnership.citizens_waiting, free_volunteers(state, p)))
    return float(asked)


@rule
def free_volunteers(state: Any, p: int) -> int:
    """Volunteers who serve and are not matched with anybody."""
    partnership = state.partnerships[p]
    free = 0
    for v in range(partnership.first_volunteer, partnership.first_volunteer + partnership.volunteers):
        free += state.volunteers[v].stage == ACTIVE and state.volunteers[v].her_citizen == NOBODY
    return free


@rule
def make_matches(state: Any, p: int, moment: Moment) -> None:
    """Each free volunteer is tried with the citizen whose turn it is, as far as there are hours; support gets the rest [V3, M7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.matching_hours = 0.0
    if partnership.running_activities == 0 or partnership.citizens_waiting == 0:
        return
    tried = min(partnership.citizens_waiting, free_volunteers(state, p))
    hours = partnership.support_hours + partnership.host_support_hours
    partnership.matching_hours = min(hours, hours_asked_for_matches(state, p, tried))
    hours_each = ratio(partnership.matching_hours, tried)
    try_in_turn(state, p, chance_of_a_match(parameters.chance_of_a_fit_per_month, hours_each, parameters.hours_to_make_a_match), moment)


@rule
def try_in_turn(state: Any, p: int, chance: float, moment: Moment) -> None:
    """Each free volunteer meets the citizen whose turn it is; those who do not fit keep their turn for the next month."""
    partnership = state.partnerships[p]
    before = NOBODY
    c = partnership.first_waiting
    for v in range(partnership.first_volunteer, partnership.first_volunteer + partnership.volunteers):
        if c == NOBODY:
            break
        if state.volunteers[v].stage == ACTIVE and state.volunteers[v].her_citizen == NOBODY:
            after = state.citizens[c].waits_after_her
            if uniform(moment, IS_MATCHED, partnership.number, c - partnership.first_citizen) < chance:
                stop_waiting(state, p, c, before)
                become_a_pair(state, p, c, v, moment)
            else:
                before = c
            c = after


@rule
def become_a_pair(state: Any, p: int, c: int, v: int, moment: Moment) -> None:
    """A citizen and a volunteer meet: from now on she takes part."""
    state.citizens[c].her_volunteer = v
    state.volunteers[v].her_citizen = c
    state.partnerships[p].pairs_made += 1
    come_in(state, p, c, moment)


@rule
def end_pair(state: Any, v: int) -> None:
    """A volunteer and her citizen are no pair any more."""
    state.citizens[state.volunteers[v].her_citizen].her_volunteer = NOBODY
    state.volunteers[v].her_citizen = NOBODY


@rule
def lose_by_being_left(state: Any, p: int, c: int) -> None:
    """A citizen is left behind, and loses some of her wellbeing and network by it [X12]."""
    partnership = state.partnerships[p]
    citizen = state.citizens[c]
    lost = state.parameters[0].lost_when_left_behind
    wellbeing = level_after_being_left(citizen.wellbeing, lost)
    network = level_after_being_left(citizen.network, lost)
    partnership.wellbeing_gained += wellbeing - citizen.wellbeing
    partnership.network_gained += network - citizen.network
    citizen.wellbeing = wellbeing
    citizen.network = network


@rule
def lose_those_who_stopped(state: Any, p: int, moment: Moment) -> None:
    """Citizens whose volunteer has stopped are left behind, and counted: some wait for another, before all others [X12]."""
    partnership = state.partnerships[p]
    for v in range(partnership.first_volunteer, partnership.first_volunteer + partnership.volunteers):
        c = state.volunteers[v].her_citizen
        if c == NOBODY or state.volunteers[v].stage == ACTIVE:
            continue
        lose_by_being_left(state, p, c)
        end_pair(state, v)
        stays_away(state, c)
        partnership.participants -= 1
        partnership.pairs_left_behind += 1
        slot = c - partnership.first_citizen
        if uniform(moment, WAITS_AGAIN, partnership.number, slot) < state.parameters[0].share_who_wait_again:
            wait_anew(state, p, c, moment)


@rule
def free_those_whose_citizens_went(state: Any, p: int) -> None:
    """A volunteer whose citizen takes part no more is free for another."""
    partnership = state.partnerships[p]
    for v in range(partnership.first_volunteer, partnership.first_volunteer + partnership.volunteers):
        c = state.volunteers[v].her_citizen
        if c != NOBODY and state.citizens[c].stage != PARTICIPATING:
            end_pair(state, v)
            partnership.pairs_parted += 1


@rule
def leave_all_pairs_behind(state: Any, p: int) -> None:
    """Nothing runs any more: every pair is left to itself, and who waits waits in vain [X12]."""
    partnership = state.partnerships[p]
    partnership.matching_hours = 0.0
    if partnership.participants > 0:
        for v in range(partnership.first_volunteer, partnership.first_volunteer + partnership.volunteers):
            if state.volunteers[v].her_citizen != NOBODY:
                end_pair(state, v)
                partnership.pairs_parted += 1
    while partnership.first_waiting != NOBODY:
        wait_in_vain(state, p, partnership.first_waiting, NOBODY)
        partnership.waited_until_it_closed += 1
