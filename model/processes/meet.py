"""3 Meet: key persons meet or do not; expectations, views of the goal and trust move; tensions grow or are talked out."""

from typing import Any

from model.agents.key_person import trust_after_meeting
from model.agents.partnership import ALIVE
from model.arithmetic import moved, ratio, share
from model.chance import Moment, uniform
from model.decisions import ATTENDS, CONFLICT, VIEW_DRIFTS
from model.events import (
    AGREEMENT_REVISED,
    COLLABORATION_DEEPENS,
    COLLABORATION_LOOSENS,
    CONFLICT_BREAKS_OUT,
    called_off,
    happened,
)
from model.fields import NOBODY, THE_WHOLE
from model.rule import rule

HIGHEST_LEVEL = 3


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
def informal_contact(organisations: int, size_that_halves_it: float) -> float:
    """How far contact takes care of itself: fully between two, half of it with `size_that_halves_it` more [T7]."""
    return size_that_halves_it / (size_that_halves_it + organisations - 2.0)


@rule
def coverage_of_coordination(state: Any, p: int) -> float:
    """Part of the contact that partnership `p` needs and has: informally, or by structure and hours spent on it [T7, M7]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    organisations = max(2, partnership.organisations_now)
    demanded = coordination_demanded(
        organisations, parameters.coordination_hours_per_partner, parameters.growth_of_coordination
    )
    formal = state.policies[p].structure * share(partnership.relation_hours / demanded)
    informal = informal_contact(organisations, parameters.size_that_halves_informal_contact)
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
        will = (organisation.commitment + organisation.availability) / 2.0
        chance = called * (1.0 - parameters.absence_of_the_uncommitted * (1.0 - will))
        if uniform(moment, ATTENDS, partnership.number, s - partnership.first_seat) < chance:
            seat.attends = 1
            attending += 1
    partnership.attendance = ratio(attending, held)


@rule
def tie_by_tie(state: Any, p: int) -> None:
    """Where both attend, each learns of the other and adjusts her trust; where not, the tie fades [T1, T3, G3]."""
    partnership = state.partnerships[p]
    rate_of_learning = rate_of_learning_expectations(state, p)
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        tie = state.ties[t]
        from_seat = state.seats[tie.from_seat]
        to_seat = state.seats[tie.to_seat]
        if from_seat.attends and to_seat.attends:
            learn_of_each_other(state, p, t, rate_of_learning)
        else:
            fade(state, t)


@rule
def rate_of_learning_expectations(state: Any, p: int) -> float:
    """Share of what is unknown that a month's meeting makes known: openness, and time set aside for the goal [G1, G3]."""
    parameters = state.parameters[0]
    return share(parameters.learning_of_expectations_per_month * (1.0 + formulation(state, p)) * state.policies[p].openness)


@rule
def formulation(state: Any, p: int) -> float:
    """Extra pace of goals and expectations while the partnership formulates its goal: the parameter, or 0 after it [G1]."""
    months_since_start = state.clock[0].month - state.partnerships[p].first_month
    if months_since_start < state.policies[p].formulation_months:
        return float(state.parameters[0].pace_of_formulation)
    return 0.0


@rule
def kept_as_seen(
    kept: float, respect: float, unspoken: float, tension: float, standing: float,
    weight_of_standing: float, weight_of_the_unspoken: float, weight_of_tension: float,
) -> float:  # fmt: skip
    """How reliable the other looks this month: promises kept, less disrespect, unspoken expectations and tension [T1, T6, G3]."""
    seen = kept * (1.0 - weight_of_standing * (1.0 - respect * standing))
    return share(seen * (1.0 - weight_of_the_unspoken * unspoken) * (1.0 - weight_of_tension * tension))


@rule
def learn_of_each_other(state: Any, p: int, t: int, rate_of_learning: float) -> None:
    """One meeting along one directed tie: expectations become known, trust follows what the other keeps [G3, T1, T2, T6, K5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    tie = state.ties[t]
    holder = state.key_persons[state.seats[tie.from_seat].holder]
    other = state.key_persons[state.seats[tie.to_seat].holder]
    organisation = state.organisations[other.organisation]
    own_organisation = state.organisations[holder.organisation]
    skill = 1.0 + parameters.pace_of_experience * (holder.experience * other.mandate - parameters.usual_experience)
    tie.expectations_known = moved(tie.expectations_known, 1.0, share(rate_of_learning * skill))
    apart = organisation.interest - own_organisation.interest
    unspoken = (1.0 - tie.expectations_known) * max(apart, -apart)
    experience = kept_as_seen(
        organisation.kept, other.respect, unspoken, partnership.tension, own_organisation.standing,
        parameters.weight_of_standing_in_trust, parameters.weight_of_the_unspoken_in_trust, parameters.weight_of_tension_in_trust,
    )  # fmt: skip
    tie.trust = trust_after_meeting(tie.trust, experience, parameters.trust_gain_per_month, parameters.trust_loss_relative_to_gain)
    tie.months_met += 1
    relation = state.relations[tie.relation]
    relation.trust = moved(relation.trust, tie.trust, parameters.settling_of_trust_per_month)


@rule
def fade(state: Any, t: int) -> None:
    """A month without meeting: trust sinks towards that in a stranger, knowledge goes stale [T3]."""
    parameters = state.parameters[0]
    tie = state.ties[t]
    if tie.trust > parameters.trust_in_a_stranger:
        tie.trust = moved(tie.trust, parameters.trust_in_a_stranger, parameters.fading_of_ties_per_month)
    tie.expectations_known = moved(tie.expectations_known, 0.0, parameters.fading_of_ties_per_month)


@rule
def views_of_the_goal(state: Any, p: int, moment: Moment) -> None:
    """Each holder's view moves towards those she meets and drifts towards her own organisation's interest [G1, G2, K5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    pace = parameters.alignment_per_month * (1.0 + formulation(state, p))
    for s in range(partnership.first_seat, partnership.first_seat + partnership.seats):
        seat = state.seats[s]
        if seat.holder < 0:
            continue
        person = state.key_persons[seat.holder]
        view_around, weight = view_of_those_she_meets(state, s)
        if seat.attends and weight > 0.0:
            skill = 1.0 + parameters.pace_of_experience * (person.experience * person.mandate - parameters.usual_experience)
            person.goal_view = moved(person.goal_view, view_around, share(pace * skill))
        interest = state.organisations[person.organisation].interest
        drift = parameters.drift_of_views_per_month
        wander = drift * (2.0 * uniform(moment, VIEW_DRIFTS, partnership.number, s - partnership.first_seat) - 1.0)
        person.goal_view = share(moved(person.goal_view, interest, drift) + wander)
        distance = max(person.goal_view - view_around, view_around - person.goal_view)
        person.understanding = share(1.0 - distance / parameters.distance_without_shared_goal)


@rule
def view_of_those_she_meets(state: Any, s: int) -> tuple[float, float]:
    """Mean view of the goal among those on the other end of her ties, weighted by her trust; and the weight."""
    seat = state.seats[s]
    total = 0.0
    weight = 0.0
    for t in range(seat.first_tie, seat.first_tie + seat.ties):
        tie = state.ties[t]
        other = state.seats[tie.to_seat].holder
        if other >= 0:
            total += tie.trust * state.key_persons[other].goal_view
            weight += tie.trust
    return ratio(total, weight, state.key_persons[seat.holder].goal_view), weight


@rule
def growth_of_tension(differing: float, unknown: float, openness: float, usual: float) -> float:
    """Tension added per month: differing interests that are neither known nor spoken of [G3, G4, G5]."""
    return share(usual * differing * unknown * (1.0 - openness))


@rule
def relief_by_talk(openness: float, attendance: float, trust: float, usual: float) -> float:
    """Share of the tension that open talk resolves per month: it needs meetings, and works better with trust [G5]."""
    return share(usual * openness * attendance * trust)


@rule
def discuss(state: Any, p: int, moment: Moment) -> None:
    """Tension grows unspoken, is talked out, or breaks out in the open and costs trust [G4, G5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    grown = growth_of_tension(
        policy.differing_interests, 1.0 - partnership.integration, policy.openness, parameters.growth_of_tension_per_month
    )
    relieved = relief_by_talk(policy.openness, partnership.attendance, partnership.trust, parameters.relief_by_talk_per_month)
    partnership.tension = share((partnership.tension + grown * (1.0 - partnership.tension)) * (1.0 - relieved))
    chance = share(parameters.chance_of_conflict_per_month * partnership.tension)
    felt = partnership.tension
    if uniform(moment, CONFLICT, partnership.number, THE_WHOLE) < chance and not called_off(state, moment, p, CONFLICT_BREAKS_OUT, THE_WHOLE):
        felt = 1.0
        happened(state, moment, p, CONFLICT_BREAKS_OUT, THE_WHOLE, NOBODY, partnership.tension)
        quarrel_costs_trust(state, p, parameters.trust_lost_in_conflict * partnership.tension)
        partnership.tension *= 1.0 - policy.openness * parameters.air_cleared_by_open_conflict
    partnership.conflict = moved(partnership.conflict, felt, parameters.memory_per_month)
    partnership.talk = moved(partnership.talk, policy.openness * partnership.attendance, parameters.memory_per_month)


@rule
def quarrel_costs_trust(state: Any, p: int, lost: float) -> None:
    """A quarrel takes part of every tie's trust."""
    partnership = state.partnerships[p]
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        state.ties[t].trust *= 1.0 - share(lost)


@rule
def revise_agreement(state: Any, p: int, moment: Moment) -> None:
    """The written agreement ages until it is revised [K3]."""
    partnership = state.partnerships[p]
    policy = state.policies[p]
    partnership.agreement_age_months += 1
    due = policy.agreement_revision_months > 0.0 and partnership.agreement_age_months >= policy.agreement_revision_months
    if due and policy.agreement_detail > 0.0 and not called_off(state, moment, p, AGREEMENT_REVISED, THE_WHOLE):
        happened(state, moment, p, AGREEMENT_REVISED, THE_WHOLE, NOBODY, float(partnership.agreement_age_months))
        partnership.agreement_age_months = 0


@rule
def clarify_roles(state: Any, p: int) -> None:
    """Roles get clearer where structure, agreement and meetings are, and blur with time where they are not [G8]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    clarity_within_reach = (policy.structure + policy.agreement_detail + partnership.communication) / 3.0
    partnership.role_clarity = moved(partnership.role_clarity, clarity_within_reach, parameters.settling_of_roles_per_month)


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
    partnership.trust = ratio(trust, ties)
    partnership.expectations_known = ratio(known, ties)
    partnership.shared_understanding = mean_understanding(state, p)
    heard = (partnership.coverage + partnership.attendance + partnership.expectations_known) / 3.0
    partnership.communication = moved(partnership.communication, heard, parameters.memory_per_month)
    decided = state.policies[p].shared_power * partnership.attendance
    partnership.joint_decisions = moved(partnership.joint_decisions, decided, parameters.memory_per_month)
    partnership.integration = partnership.trust * partnership.communication * partnership.shared_understanding


@rule
def mean_understanding(state: Any, p: int) -> float:
    """Mean over the seats that are held of how near her view of the goal is to that of those she meets."""
    partnership = state.partnerships[p]
    total = 0.0
    held = 0
    for s in range(partnership.first_seat, partnership.first_seat + partnership.seats):
        holder = state.seats[s].holder
        if holder >= 0 and state.organisations[state.seats[s].organisation].active:
            total += state.key_persons[holder].understanding
            held += 1
    return ratio(total, held)


@rule
def change_level(state: Any, p: int, moment: Moment) -> None:
    """Collaboration deepens or loosens one step at a time, each step after some months and with enough to carry it [T5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    partnership.level_months += 1
    if partnership.level_months < parameters.months_on_a_level:
        return
    depth = (partnership.trust + partnership.shared_understanding + partnership.communication) / 3.0
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
