"""How the people stand before the first month: key persons and their ties, potential volunteers, citizens."""

from typing import Any

from samvirke.model import decisions
from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT, PRESENT, knowledge_from_elsewhere
from samvirke.model.agents.organisation import MIDDLE_OF_INTERESTS, MUNICIPALITY
from samvirke.model.arithmetic import share
from samvirke.model.begin_acquaintances import begin_acquaintances
from samvirke.model.begin_starts import TRUST, VOLUNTEERS, typical_here
from samvirke.model.chance import Moment, evenly_around, fill_uniforms, uniform
from samvirke.model.fields import NEVER, NOBODY
from samvirke.model.rule import rule


@rule
def begin_key_persons(state: Any, p: int, moment: Moment) -> None:
    """The first holder of each seat; those who may follow her are to come."""
    partnership = state.partnerships[p]
    for s in range(partnership.first_seat, partnership.first_seat + partnership.seats):
        seat = state.seats[s]
        for generation in range(GENERATIONS_PER_SEAT):
            person = state.key_persons[seat.first_person + generation]
            person.arrived_month = NEVER
            person.left_month = NEVER
        seat.part_of_her_time = 1.0
        seat.holder = NOBODY
        if state.organisations[seat.organisation].active:
            seat.holder = seat.first_person
            take_the_seat(state, p, s, moment)


@rule
def take_the_seat(state: Any, p: int, s: int, moment: Moment) -> None:
    """The seat's holder arrives: her traits are hers, drawn as of the beginning, whenever she comes."""
    parameters = state.parameters[0]
    policy = state.policies[p]
    seat = state.seats[s]
    person = state.key_persons[seat.holder]
    person.stage = PRESENT
    person.is_coordinator = seat.is_coordinator
    person.arrived_month = moment.month
    beginning = Moment(moment.seed, 0)
    spread = parameters.difference_between_persons
    n = seat.chance_number
    first = seat.generation == 0
    slot = seat.chance_slot * GENERATIONS_PER_SEAT + seat.generation
    experience = policy.experience_at_start if first else parameters.experience_at_start
    mandate = policy.mandate_at_start if first else parameters.mandate_at_start
    drawn = evenly_around(uniform(beginning, decisions.BEGIN_EXPERIENCE, n, slot), experience, spread)
    person.experience = knowledge_from_elsewhere(drawn, seat.seats_of_person, parameters.knowledge_gained_elsewhere)
    person.mandate = evenly_around(uniform(beginning, decisions.BEGIN_MANDATE, n, slot), mandate, spread)
    person.usual_mandate = person.mandate
    dismissive = uniform(beginning, decisions.BEGIN_RESPECT, n, slot) < parameters.share_of_dismissive_persons
    person.respect = parameters.respect_of_a_dismissive_person if dismissive else 1.0
    fitting = uniform(beginning, decisions.BEGIN_COMPETENCE, n, slot)
    person.competence = evenly_around(fitting, parameters.competence_of_key_persons, spread)
    interest = state.organisations[seat.organisation].interest
    view = uniform(beginning, decisions.BEGIN_VIEW, n, slot)
    person.goal_view = evenly_around(view, interest, parameters.spread_of_first_views)
    person.understanding = 1.0 - share(abs(person.goal_view - MIDDLE_OF_INTERESTS) / parameters.distance_without_shared_goal)


@rule
def begin_ties(state: Any, p: int, moment: Moment) -> None:
    """Some knew each other before; what the others expect is mostly not known yet."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    n = partnership.number
    apart = parameters.starts_apart_in_first_trust
    among_acquainted = typical_here(state, p, moment, TRUST, parameters.trust_among_acquainted, apart)
    in_strangers = typical_here(state, p, moment, TRUST, parameters.trust_at_start, apart)
    for slot in range(partnership.ties):
        tie = state.ties[partnership.first_tie + slot]
        low = min(tie.from_seat, tie.to_seat) - partnership.first_seat
        high = max(tie.from_seat, tie.to_seat) - partnership.first_seat
        acquainted = uniform(moment, decisions.BEGIN_KNOWN_TO_EACH_OTHER, n, low, high) < parameters.share_acquainted_at_start
        middle = among_acquainted if acquainted else in_strangers
        here = tie.from_seat - partnership.first_seat
        there = tie.to_seat - partnership.first_seat
        spread = parameters.difference_between_persons
        tie.trust = evenly_around(uniform(moment, decisions.BEGIN_TRUST, n, here, there), middle, spread)
        if is_wary(state, p, slot, moment):
            tie.trust *= 1.0 - parameters.trust_lost_to_bad_experience
        known = uniform(moment, decisions.BEGIN_EXPECTATIONS, n, here, there)
        tie.expectations_known = evenly_around(known, parameters.expectations_known_at_start, parameters.expectations_known_at_start)
        tie.months_met = int(parameters.months_met_before) if acquainted else 0
        state.relations[tie.relation].trust = tie.trust


@rule
def is_wary(state: Any, p: int, slot: int, moment: Moment) -> bool:
    """Whether she who trusts has earlier bad experience with "the municipality" that the other represents [T4]."""
    partnership = state.partnerships[p]
    tie = state.ties[partnership.first_tie + slot]
    here = state.organisations[state.seats[tie.from_seat].organisation]
    there = state.organisations[state.seats[tie.to_seat].organisation]
    if here.kind == MUNICIPALITY or there.kind != MUNICIPALITY:
        return False
    draw = uniform(moment, decisions.BEGIN_BAD_EXPERIENCE, partnership.number, tie.from_seat - partnership.first_seat)
    return bool(draw < state.parameters[0].share_with_bad_experience)


@rule
def begin_volunteers(state: Any, p: int, moment: Moment) -> None:
    """The potential volunteers of a place: fixed persons, asked or never asked."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    spread = parameters.difference_between_persons
    draws = state.uniforms
    apart = parameters.starts_apart_in_volunteers
    motivation = typical_here(state, p, moment, VOLUNTEERS, parameters.motivation_of_volunteers, apart)
    network = typical_here(state, p, moment, VOLUNTEERS, parameters.network_of_volunteers, apart)
    first = partnership.first_volunteer
    fill_uniforms(draws, moment, decisions.BEGIN_LIVED_EXPERIENCE, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        volunteer = state.volunteers[first + v]
        volunteer.joined_month = NEVER
        volunteer.left_month = NEVER
        volunteer.energy = 1.0
        volunteer.her_citizen = NOBODY
        volunteer.lived_experience = 1 if draws[v] < parameters.share_with_lived_experience else 0
    fill_uniforms(draws, moment, decisions.BEGIN_MOTIVATION, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        state.volunteers[first + v].motivation = evenly_around(draws[v], motivation, spread)
    fill_uniforms(draws, moment, decisions.BEGIN_NETWORK, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        state.volunteers[first + v].network = evenly_around(draws[v], network, spread)
    fill_uniforms(draws, moment, decisions.BEGIN_MATCH, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        state.volunteers[first + v].match = evenly_around(draws[v], parameters.match_of_volunteers, spread)
    fill_uniforms(draws, moment, decisions.BEGIN_WELLBEING_OF_VOLUNTEERS, partnership.number, partnership.volunteers)
    for v in range(partnership.volunteers):
        state.volunteers[first + v].wellbeing = evenly_around(draws[v], parameters.wellbeing_of_volunteers_at_start, spread)
    partnership.work_carried = 1.0


@rule
def begin_citizens(state: Any, p: int, moment: Moment) -> None:
    """The citizens of a place: resources, trust in what comes from the municipality and associations, wellbeing."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    spread = parameters.difference_between_persons
    n = partnership.number
    first = partnership.first_citizen
    draws = state.uniforms
    vulnerable = parameters.share_vulnerable_in_general
    if partnership.targets_the_vulnerable:
        vulnerable = parameters.share_vulnerable_in_target_group
    fill_uniforms(draws, moment, decisions.BEGIN_VULNERABLE, n, partnership.citizens)
    for slot in range(partnership.citizens):
        state.citizens[first + slot].joined_month = NEVER
        state.citizens[first + slot].vulnerable = 1 if draws[slot] < vulnerable else 0
        state.citizens[first + slot].resources = draws[slot]
    begin_unmatched(state, p)
    begin_acquaintances(state, p, moment)
    fill_uniforms(draws, moment, decisions.BEGIN_RESOURCES, n, partnership.citizens)
    for slot in range(partnership.citizens):
        citizen = state.citizens[first + slot]
        middle = parameters.resources_of_the_vulnerable if citizen.vulnerable else parameters.resources_of_others
        citizen.resources = evenly_around(draws[slot], middle, spread)
    fill_uniforms(draws, moment, decisions.BEGIN_TRUST_IN_OFFER, n, partnership.citizens)
    for slot in range(partnership.citizens):
        citizen = state.citizens[first + slot]
        citizen.trust_in_offer = evenly_around(draws[slot], parameters.trust_of_citizens_at_start, spread)
    fill_uniforms(draws, moment, decisions.BEGIN_STIGMA, n, partnership.citizens)
    for slot in range(partnership.citizens):
        citizen = state.citizens[first + slot]
        citizen.stigma = evenly_around(draws[slot], parameters.stigma_of_the_vulnerable * citizen.vulnerable, spread)
    begin_wellbeing(state, p, moment)


@rule
def begin_unmatched(state: Any, p: int) -> None:
    """Nobody waits to be matched with a volunteer, and nobody is."""
    partnership = state.partnerships[p]
    partnership.first_waiting = NOBODY
    partnership.last_waiting = NOBODY
    for c in range(partnership.first_citizen, partnership.first_citizen + partnership.citizens):
        citizen = state.citizens[c]
        citizen.waits_since_month = NEVER
        citizen.waits_after_her = NOBODY
        citizen.her_volunteer = NOBODY


@rule
def begin_wellbeing(state: Any, p: int, moment: Moment) -> None:
    """Networks, wellbeing, and how much taking part would do for each."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    spread = parameters.difference_between_persons
    n = partnership.number
    first = partnership.first_citizen
    draws = state.uniforms
    fill_uniforms(draws, moment, decisions.BEGIN_CITIZEN_NETWORK, n, partnership.citizens)
    for slot in range(partnership.citizens):
        citizen = state.citizens[first + slot]
        citizen.network = evenly_around(draws[slot], parameters.network_of_citizens, spread)
        citizen.network_at_start = citizen.network
    fill_uniforms(draws, moment, decisions.BEGIN_WELLBEING, n, partnership.citizens)
    for slot in range(partnership.citizens):
        citizen = state.citizens[first + slot]
        citizen.wellbeing = evenly_around(draws[slot], parameters.wellbeing_at_start, spread)
        citizen.wellbeing_at_start = citizen.wellbeing
    fill_uniforms(draws, moment, decisions.BEGIN_RESPONSE, n, partnership.citizens)
    for slot in range(partnership.citizens):
        state.citizens[first + slot].response = draws[slot]
    begin_responses_of_networks(state, p, moment)


@rule
def begin_responses_of_networks(state: Any, p: int, moment: Moment) -> None:
    """What taking part does for her network is a matter of its own, or for some the same as what it does for her wellbeing [C7, W7]."""
    partnership = state.partnerships[p]
    n = partnership.number
    first = partnership.first_citizen
    draws = state.uniforms
    likeness = state.parameters[0].likeness_of_responses
    fill_uniforms(draws, moment, decisions.BEGIN_RESPONSE_OF_NETWORK, n, partnership.citizens)
    for slot in range(partnership.citizens):
        state.citizens[first + slot].response_of_network = draws[slot]
    fill_uniforms(draws, moment, decisions.BEGIN_LIKENESS_OF_RESPONSES, n, partnership.citizens)
    for slot in range(partnership.citizens):
        if draws[slot] < likeness:
            state.citizens[first + slot].response_of_network = state.citizens[first + slot].response
