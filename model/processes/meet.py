"""3 Meet: key persons meet or do not; expectations, views of the goal and trust move; tensions grow or are talked out."""

from typing import Any

from samvirke.model.agents.partnership import ALIVE, FEWEST_MEMBERS
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import ATTENDS
from samvirke.model.events import COLLABORATION_DEEPENS, COLLABORATION_LOOSENS, happened
from samvirke.model.fields import NOBODY, THE_WHOLE
from samvirke.model.processes.disagreement import clarify_roles, discuss, revise_agreement
from samvirke.model.processes.goals import mean_understanding, views_of_the_goal
from samvirke.model.processes.trust import tie_by_tie
from samvirke.model.rule import rule

HIGHEST_LEVEL = 3.0
MEAN, WEAKEST_LINK = 1, 2  # positions in the variant aggregation; 0 is the product
PARTS_OF_THE_WILL_TO_MEET = 2.0  # commitment and being free count alike: assumed
PARTS_OF_COMMUNICATION = 3.0  # contact, attendance and knowing what others expect count alike: assumed
PARTS_OF_INTEGRATION = 3.0  # trust, communication and understanding count alike, in the variant that takes their mean: assumed
PARTS_OF_DEPTH = 3.0  # trust, understanding and communication count alike: assumed


@rule
def meet(state: Any, p: int, moment: Moment) -> None:
    """A month of meetings, or of their absence, in partnership `p`."""
    partnership = state.partnerships[p]
    if partnership.stage != ALIVE:
        return
    partnership.coverage = coverage_of_coordination(state, p)
    call_to_meetings(state, p, moment)
    discuss(state, p, moment)
    tie_by_tie(state, p)
    views_of_the_goal(state, p, moment)
    revise_agreement(state, p, moment)
    clarify_roles(state, p)
    take_stock(state, p)
    change_level(state, p, moment)


@rule
def coordination_demanded(organisations: int, hours_per_partner: float, growth: float) -> float:
    """Hours per month that keeping partners informed takes: it grows faster than their number [T7]."""
    return float(hours_per_partner * organisations**growth)


@rule
def informal_contact(organisations: int, lost_per_partner: float) -> float:
    """How far contact takes care of itself: fully between two, half of it with 1 / `lost_per_partner` more [T7]."""
    return 1.0 / (1.0 + lost_per_partner * (organisations - FEWEST_MEMBERS))


@rule
def coverage_of_coordination(state: Any, p: int) -> float:
    """Part of the contact that partnership `p` needs and has: informally, or by structure and hours spent on it [T7, M7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    organisations = max(FEWEST_MEMBERS, partnership.organisations_now)
    demanded = coordination_demanded(organisations, parameters.coordination_hours_per_partner, parameters.growth_of_coordination)
    formal = state.policies[p].structure * share(partnership.relation_hours / demanded)
    informal = informal_contact(organisations, parameters.informal_contact_lost_per_partner)
    return share(1.0 - (1.0 - formal) * (1.0 - informal))


@rule
def call_to_meetings(state: Any, p: int, moment: Moment) -> None:
    """Each holder of a seat attends or not; those at the edge come only as far as coordination reaches them [T7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    held = 0
    attending = 0
    for s in range(partnership.first_seat, partnership.first_seat + partnership.seats):
        seat = state.seats[s]
        organisation = state.organisations[seat.organisation]
        seat.attends = 0
        if seat.holder < 0 or organisation.active == 0:
            continue
        held += 1
        called = 1.0 if seat.is_central else partnership.coverage
        will = (organisation.commitment + organisation.availability) / PARTS_OF_THE_WILL_TO_MEET
        chance = called * (1.0 - parameters.absence_of_the_uncommitted * (1.0 - will)) * seat.part_of_her_time
        if uniform(moment, ATTENDS, partnership.number, s - partnership.first_seat) < chance:
            seat.attends = 1
            attending += 1
    partnership.attendance = ratio(attending, held)


@rule
def take_stock(state: Any, p: int) -> None:
    """What emerges from the persons and ties of the partnership this month: means over them, no rule of their own."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    trust = 0.0
    known = 0.0
    ties = 0
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        tie = state.ties[t]
        if state.seats[tie.from_seat].holder >= 0 and state.seats[tie.to_seat].holder >= 0:
            trust += tie.trust
            known += tie.expectations_known
            ties += 1
    partnership.trust = ratio(trust, ties, partnership.trust)
    partnership.expectations_known = ratio(known, ties, partnership.expectations_known)
    partnership.shared_understanding = mean_understanding(state, p)
    heard = (partnership.coverage + partnership.attendance + partnership.expectations_known) / PARTS_OF_COMMUNICATION
    partnership.communication = moved(partnership.communication, heard, parameters.memory_per_month)
    decided = state.policies[p].shared_power * partnership.attendance
    partnership.joint_decisions = moved(partnership.joint_decisions, decided, parameters.memory_per_month)
    joined = integration_of(partnership.trust, partnership.communication, partnership.shared_understanding, state.clock[0].aggregation)
    partnership.integration = joined * (1.0 - parameters.integration_withheld_below_samvirke * (1.0 - partnership.level / HIGHEST_LEVEL))


@rule
def integration_of(trust: float, communication: float, understanding: float, aggregation: int) -> float:
    """How far contributions are joined [G4]: the product of all three, or (variants) their mean or the weakest of them."""
    if aggregation == MEAN:
        return (trust + communication + understanding) / PARTS_OF_INTEGRATION
    if aggregation == WEAKEST_LINK:
        return min(trust, communication, understanding)
    return trust * communication * understanding


@rule
def change_level(state: Any, p: int, moment: Moment) -> None:
    """Collaboration deepens or loosens one step at a time, each step after some months and with enough to carry it [T5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.level_months += 1
    if partnership.level_months < parameters.months_on_a_level:
        return
    depth = (partnership.trust + partnership.shared_understanding + partnership.communication) / PARTS_OF_DEPTH
    next_step = parameters.depth_of_samvirke * (partnership.level + 1) / HIGHEST_LEVEL
    this_step = parameters.depth_of_samvirke * partnership.level / HIGHEST_LEVEL
    if partnership.level < HIGHEST_LEVEL and depth >= next_step:
        partnership.level += 1
        partnership.level_months = 0
        happened(state, moment, p, COLLABORATION_DEEPENS, THE_WHOLE, NOBODY, float(partnership.level))
    elif partnership.level > 0 and depth < this_step * parameters.slack_before_a_step_down:
        partnership.level -= 1
        partnership.level_months = 0
        happened(state, moment, p, COLLABORATION_LOOSENS, THE_WHOLE, NOBODY, float(partnership.level))
