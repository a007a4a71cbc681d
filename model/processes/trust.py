"""Trust, tie by tie: part of process 3."""

from typing import Any

from samvirke.model.agents.key_person import trust_after_meeting
from samvirke.model.arithmetic import moved, share
from samvirke.model.processes.goals import pace_of, rate_of_learning_expectations
from samvirke.model.rule import rule


@rule
def tie_by_tie(state: Any, p: int) -> None:
    """Where both attend, each learns of the other and adjusts her trust; where not, the tie fades [T1, T3, G3]."""
    partnership = state.partnerships[p]
    rate_of_learning = rate_of_learning_expectations(state, p)
    rate_of_fading = fading_without_upkeep(state.parameters[0].fading_of_ties_per_month, partnership.coverage)
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        tie = state.ties[t]
        from_seat = state.seats[tie.from_seat]
        to_seat = state.seats[tie.to_seat]
        if from_seat.attends and to_seat.attends:
            learn_of_each_other(state, p, t, rate_of_learning)
        else:
            fade(state, t, rate_of_fading)


@rule
def kept_as_seen(
    kept: float, respect: float, unspoken: float, tension: float, standing: float,
    weight_of_standing: float, weight_of_the_unspoken: float, weight_of_tension: float,
) -> float:  # fmt: skip
    """How reliable the other looks this month (0-1) [T1, T6, G3-G5]: a weighted mean, promises kept having weight 1.

    Beside them count equal standing, expectations that are known to each other, and the absence of tension. A mean and not a
    product: several small deductions do not add up to distrust (ability, benevolence and integrity weighed together: Mayer,
    Davis and Schoorman 1995). Only disrespect spoils it all, whatever else is kept.
    """
    weights = 1.0 + weight_of_standing + weight_of_the_unspoken + weight_of_tension
    seen = kept + weight_of_standing * standing + weight_of_the_unspoken * (1.0 - unspoken)
    return respect * (seen + weight_of_tension * (1.0 - tension)) / weights


@rule
def competence_as_seen(competence: float, weight: float) -> float:
    """Part of what an organisation keeps that its representative makes count: the wrong competence spoils it [K4]."""
    return 1.0 - weight * (1.0 - competence)


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
    faster = pace_of(holder, parameters.pace_of_experience, parameters.usual_experience)
    tie.expectations_known = moved(tie.expectations_known, 1.0, share(rate_of_learning * faster))
    apart = organisation.interest - own_organisation.interest
    unspoken = (1.0 - tie.expectations_known) * max(apart, -apart)
    kept = organisation.kept * competence_as_seen(other.competence, parameters.weight_of_competence_in_trust)
    experience = kept_as_seen(
        kept, other.respect, unspoken, partnership.tension, own_organisation.standing,
        parameters.weight_of_standing_in_trust, parameters.weight_of_the_unspoken_in_trust, parameters.weight_of_tension_in_trust,
    )  # fmt: skip
    law = state.clock[0].trust_law
    tie.trust = trust_after_meeting(tie.trust, experience, parameters.trust_gain_per_month, parameters.trust_loss_relative_to_gain, law)
    tie.months_met += 1
    relation = state.relations[tie.relation]
    relation.trust = moved(relation.trust, tie.trust, parameters.settling_of_trust_per_month)


@rule
def commitment_of_an_equal(called_for: float, standing: float, weight: float) -> float:
    """The commitment that other causes call for, weighed with equal standing: who is recognised by the others commits herself [T6]."""
    return (called_for + weight * standing) / (1.0 + weight)


@rule
def refused_late(state: Any, p: int, o: int, months_waited: float) -> None:
    """Organisation `o` has refused, or taken back, what was hoped for: the others trust it less, the longer they were left to hope [T4]."""
    partnership = state.partnerships[p]
    lost = trust_lost_to_a_refusal(months_waited, state.parameters[0].trust_lost_per_month_of_waiting)
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        tie = state.ties[t]
        if state.seats[tie.to_seat].organisation == o:
            tie.trust *= 1.0 - lost


@rule
def trust_lost_to_a_refusal(months_waited: float, lost_per_month: float) -> float:
    """Part of the trust in who refuses that a refusal costs: an early, clear no hurts less than a late one [T4]."""
    return share(lost_per_month * months_waited)


@rule
def fading_without_upkeep(fading: float, coverage: float) -> float:
    """Share lost in a month without meeting: what coordination, and the hours it costs, do not keep up [T3]."""
    return fading * (1.0 - coverage)


@rule
def fade(state: Any, t: int, rate: float) -> None:
    """A month without meeting: trust sinks towards that in somebody one does not know, knowledge goes stale [T3]."""
    parameters = state.parameters[0]
    tie = state.ties[t]
    if tie.trust > parameters.trust_at_start:
        tie.trust = moved(tie.trust, parameters.trust_at_start, rate)
    tie.expectations_known = moved(tie.expectations_known, 0.0, rate)
