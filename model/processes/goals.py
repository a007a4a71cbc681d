"""What the others expect and what the goal is understood to be: part of process 3."""

from typing import Any

from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import VIEW_DRIFTS
from samvirke.model.rule import rule

PARTS_OF_BEING_SPOKEN_OF = 2.0  # open talk and hearing from each other count alike: assumed


@rule
def formulation(state: Any, p: int) -> float:
    """Extra pace of goals and expectations while the partnership formulates its goal: the parameter, or 0 after it [G1]."""
    parameters = state.parameters[0]
    pace = parameters.pace_from_sparring if has_sparring(state, p) else 0.0
    if months_since_start(state, p) < state.policies[p].formulation_months:
        pace += parameters.pace_of_formulation
    return float(pace)


@rule
def months_since_start(state: Any, p: int) -> int:
    """Months since the partnership's first month."""
    return int(state.clock[0].month - state.partnerships[p].first_month)


@rule
def has_sparring(state: Any, p: int) -> bool:
    """Whether an outside sparring partner comes this month; when she stops coming, what she brought fades by itself [X3]."""
    return bool(months_since_start(state, p) < state.policies[p].sparring_months)


@rule
def rate_of_learning_expectations(state: Any, p: int) -> float:
    """Share of what is unknown that a month's meeting makes known: openness, and time set aside for the goal [G1, G3]."""
    parameters = state.parameters[0]
    return share(parameters.learning_of_expectations_per_month * (1.0 + formulation(state, p)) * state.policies[p].openness)


@rule
def pace_of(person: Any, pace_of_experience: float, usual_experience: float) -> float:
    """How fast she learns and aligns, relative to the usual: faster with experience and a mandate to decide [K5]."""
    return max(0.0, 1.0 + pace_of_experience * (person.experience * person.mandate - usual_experience))


@rule
def drift_of_views(usual: float, talk: float, communication: float, stilled_by_talk: float) -> float:
    """How far views drift apart in a month: as usual where the goal is never spoken of, less the more it is [G2]."""
    return usual * (1.0 - stilled_by_talk * (talk + communication) / PARTS_OF_BEING_SPOKEN_OF)


@rule
def pull_of_differing_interests(strength: float, usual_strength: float, weight: float) -> float:
    """How hard differing interests pull, relative to under a goal of usual strength: a strong goal holds them together [G6]."""
    return max(0.0, 1.0 + weight * (usual_strength - strength))


@rule
def pull_now(state: Any, p: int) -> float:
    """How hard differing interests pull at the partnership's goal as it is [G6]."""
    parameters = state.parameters[0]
    strength = state.partnerships[p].goal_strength
    return float(pull_of_differing_interests(strength, parameters.usual_goal_strength, parameters.weight_of_goal_strength))


@rule
def strengthen_the_goal(state: Any, p: int) -> None:
    """While all formulate it, the goal comes to hold what is openly said by those who attend; it never gets weaker by that [G1, G6]."""
    partnership = state.partnerships[p]
    if months_since_start(state, p) < state.policies[p].formulation_months:
        held = max(partnership.goal_strength, state.policies[p].openness * partnership.attendance)
        partnership.goal_strength = moved(partnership.goal_strength, held, state.parameters[0].alignment_per_month)


@rule
def views_of_the_goal(state: Any, p: int, moment: Moment) -> None:
    """Each holder's view moves towards those she meets and drifts towards her own organisation's interest [G1, G2, G6, K5]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    pace = parameters.alignment_per_month * (1.0 + formulation(state, p))
    drift = drift_of_views(
        parameters.drift_of_views_per_month, partnership.talk, partnership.communication, parameters.drift_stilled_by_talk
    )
    pull = share(drift * pull_now(state, p))
    strengthen_the_goal(state, p)
    for s in range(partnership.first_seat, partnership.first_seat + partnership.seats):
        seat = state.seats[s]
        if seat.holder < 0:
            continue
        person = state.key_persons[seat.holder]
        view_around, weight = view_of_those_she_meets(state, s)
        if seat.attends and weight > 0.0:
            faster = pace_of(person, parameters.pace_of_experience, parameters.usual_experience)
            person.goal_view = moved(person.goal_view, view_around, share(pace * faster))
        interest = state.organisations[person.organisation].interest
        wander = drift * (2.0 * uniform(moment, VIEW_DRIFTS, partnership.number, s - partnership.first_seat) - 1.0)
        person.goal_view = share(moved(person.goal_view, interest, pull) + wander)
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
    return ratio(total, held, partnership.shared_understanding)
