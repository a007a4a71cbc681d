"""8 Value: each partner weighs gain against cost; ownership and commitment move; the partnership learns."""

from typing import Any

from samvirke.model.agents.organisation import NGO
from samvirke.model.agents.partnership import ALIVE
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import LEAVES_PARTNERSHIP
from samvirke.model.events import COST, GAIN, NEED, OWNERSHIP
from samvirke.model.fields import NEVER
from samvirke.model.processes.departure import chance_of_leaving_early, depart, note_busyness, why_it_leaves
from samvirke.model.processes.leading import municipal_part
from samvirke.model.processes.results import attainment, results_are_due, results_in_sight
from samvirke.model.processes.stakes import stake_in_the_theme
from samvirke.model.processes.trust import commitment_of_an_equal
from samvirke.model.rule import rule

PARTS_OF_LEARNING = 3.0  # doing, writing down and talking count alike: assumed
PARTS_OF_WHAT_THERE_IS_TO_KNOW = 2.0  # half is one's own doing, half is learnt from each other: assumed
PARTS_OF_GAIN = 5.0  # the kinds of value count alike, but for the further weight of results: assumed
PARTS_OF_COST = 3.0  # unpaid hours, tension and being left out count alike: assumed
PARTS_OF_COMMITMENT = 3.0  # gain, need and ownership count alike: assumed
PARTS_OF_STANDING = 2.0  # equal power and trust count alike: assumed
PARTS_OF_OWNERSHIP = 3.0  # deciding together, doing one's part and a fit to the place weigh 1 each: assumed


@rule
def value(state: Any, p: int, moment: Moment) -> None:
    """What the month was worth to each member of partnership `p`, and what that does to it."""
    partnership = state.partnerships[p]
    if partnership.stage != ALIVE:
        return
    partnership.attainment = attainment(state, p)
    partnership.results = results_in_sight(state, p)
    learn(state, p)
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if state.organisations[o].active:
            weigh(state, p, o)
            note_busyness(state, o)
            number = o - partnership.first_organisation
            if uniform(moment, LEAVES_PARTNERSHIP, partnership.number, number) < chance_of_leaving_early(state, p, o):
                depart(state, p, o, why_it_leaves(state, p, o, what_wore_it_down(state, p, o)), moment)


@rule
def learn(state: Any, p: int) -> None:
    """Know-how grows with activities run, written down and talked about together, towards what there is to know.

    Half of that is one's own doing; the other half comes from each other, as far as one talks.
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    done = 1.0 if partnership.running_activities > 0 else 0.0
    written = share(ratio(partnership.documentation_hours, partnership.hours) / parameters.share_of_hours_that_documents_all)
    pace = parameters.learning_per_month * (done + written + partnership.communication) / PARTS_OF_LEARNING
    there_is = max(partnership.know_how, (1.0 + partnership.communication) / PARTS_OF_WHAT_THERE_IS_TO_KNOW)
    partnership.know_how = moved(partnership.know_how, there_is, share(pace))


@rule
def experienced_gain(
    results: float, own_use: float, learning: float, legitimacy: float, standing: float, weight_of_results: float
) -> float:
    """What a partner feels it gets (0-1), equally weighed, results in sight somewhat more [M3, W8].

    Results for citizens, what of them serves its own task, learning, legitimacy, and recognition by the others.
    """
    others = own_use + learning + legitimacy + standing
    return ((1.0 + weight_of_results) * results + others) / (PARTS_OF_GAIN + weight_of_results)


@rule
def felt_cost(unpaid_share: float, papers: float, tension: float, coverage: float) -> float:
    """What it costs a partner (0-1): the mean of hours nobody pays, tension and being left out, and on top the part papers take [M3]."""
    return share((unpaid_share + tension + 1.0 - coverage) / PARTS_OF_COST + papers)


@rule
def part_paid(state: Any, p: int, o: int) -> float:
    """The organisation's money relative to an equal part of it (0-1); nothing in a month in which no money comes [M1]."""
    partnership = state.partnerships[p]
    if partnership.paid_hours <= 0.0:
        return 0.0
    return share(state.organisations[o].share_of_grant * partnership.organisations_now)


@rule
def impatience(state: Any, o: int) -> float:
    """How little administration an association puts up with (0-1); other organisations are used to it [V5]."""
    organisation = state.organisations[o]
    return 1.0 - float(organisation.patience_with_paperwork) if organisation.kind == NGO else 0.0


@rule
def cost_to(state: Any, p: int, o: int) -> float:
    """What the month costs one partner; papers cost an association more, the less patience it has with them [V5]."""
    partnership = state.partnerships[p]
    papers = ratio(partnership.documentation_hours, partnership.hours)
    papers *= 1.0 + state.parameters[0].papers_cost_the_impatient * impatience(state, o)
    return felt_cost(1.0 - part_paid(state, p, o), papers, partnership.tension, partnership.coverage)


@rule
def legitimacy(state: Any, p: int) -> float:
    """The legitimacy a partner shares in: of a running grant's name [X10] or of visible results, and on top municipal lead [M5]."""
    partnership = state.partnerships[p]
    lent = 0.0
    for g in range(partnership.first_grant, partnership.first_grant + partnership.grants):
        grant = state.grants[g]
        if grant.start <= state.clock[0].month <= grant.end:
            lent = max(lent, grant.legitimacy)
    known = max(lent, partnership.visibility)
    municipal = municipal_part(partnership.lead_kind) * state.organisations[partnership.lead].active
    return known + (1.0 - known) * state.parameters[0].legitimacy_of_municipal_lead * municipal


@rule
def commitment_within_reach(
    expected_gain: float, need: float, ownership: float, cost: float, weight_of_cost: float, caution: float
) -> float:
    """The commitment that gain, need and ownership call for, less cost, and caution where an end is known [G7, M2, M3, X9]."""
    called_for = (expected_gain + need + ownership) / PARTS_OF_COMMITMENT * (1.0 - caution)
    return share(called_for - weight_of_cost * max(0.0, cost - expected_gain))


@rule
def caution_now(state: Any, p: int) -> float:
    """Caution towards what is known to end, while the end is still to come [X9]."""
    end = state.partnerships[p].grant_end
    return float(state.parameters[0].caution_about_what_will_end) if state.clock[0].month <= end < NEVER else 0.0


@rule
def weigh(state: Any, p: int, o: int) -> None:
    """One partner takes stock: gain against cost, its part in decisions, how much is its own doing [M1, M2, M3, T6]."""
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    policy = state.policies[p]
    organisation = state.organisations[o]
    attended = share_of_seats_attending(state, o)
    organisation.involvement = moved(organisation.involvement, attended * policy.shared_power, parameters.memory_per_month)
    recognised = (policy.shared_power + partnership.trust) / PARTS_OF_STANDING
    organisation.standing = moved(organisation.standing, recognised, parameters.memory_per_month)
    results = partnership.results if results_are_due(state, p) else organisation.expected_gain
    own_use = results * stake_in_the_theme(state, o)
    gain = experienced_gain(
        results, own_use, partnership.know_how, legitimacy(state, p), organisation.standing, parameters.weight_of_results_in_gain
    )
    organisation.expected_gain = moved(organisation.expected_gain, gain, parameters.revision_of_expectations_per_month)
    organisation.ownership = moved(organisation.ownership, ownership_within_reach(state, p, o), parameters.pace_of_ownership_per_month)
    if organisation.kind == NGO:
        leaning = dependence(state, p, o)
        organisation.autonomy = moved(organisation.autonomy, 1.0 - leaning, parameters.pace_of_dependence_per_month)
    cost = cost_to(state, p, o)
    within_reach = commitment_within_reach(
        organisation.expected_gain, organisation.felt_need, organisation.ownership, cost, parameters.weight_of_cost,
        caution_now(state, p),
    )  # fmt: skip
    within_reach = commitment_of_an_equal(within_reach, organisation.standing, parameters.weight_of_standing_in_commitment)
    organisation.commitment = moved(organisation.commitment, within_reach, parameters.pace_of_commitment_per_month)


@rule
def what_wore_it_down(state: Any, p: int, o: int) -> int:
    """What took most of an organisation's commitment: for the ledger, it decides nothing."""
    organisation = state.organisations[o]
    parameters = state.parameters[0]
    least = min(organisation.expected_gain, organisation.felt_need, organisation.ownership)
    if parameters.weight_of_cost * (cost_to(state, p, o) - organisation.expected_gain) > (1.0 - least) / PARTS_OF_COMMITMENT:
        return COST
    if organisation.expected_gain == least:
        return GAIN
    return NEED if organisation.felt_need == least else OWNERSHIP


@rule
def dependence(state: Any, p: int, o: int) -> float:
    """How far an association leans on one other: the largest other part of the money, less with several funders [X1]."""
    partnership = state.partnerships[p]
    if partnership.paid_hours <= 0.0:
        return 0.0
    largest = 0.0
    for other in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if other != o and state.organisations[other].active:
            largest = max(largest, state.organisations[other].share_of_grant)
    return largest / max(1, funders_now(state, p))


@rule
def funders_now(state: Any, p: int) -> int:
    """Grants that pay this month."""
    partnership = state.partnerships[p]
    paying = 0
    for g in range(partnership.first_grant, partnership.first_grant + partnership.grants):
        paying += state.grants[g].start <= state.clock[0].month <= state.grants[g].end
    return paying


@rule
def share_of_seats_attending(state: Any, o: int) -> float:
    """Share of the organisation's seats that took part in this month's meetings."""
    organisation = state.organisations[o]
    attending = 0
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        attending += state.seats[s].attends
    return attending / organisation.seats


@rule
def ownership_within_reach(state: Any, p: int, o: int) -> float:
    """Ownership that follows from deciding together, doing one's part, fitted activities and money of one's own [M1, M2, A2].

    Doing one's part is hours given relative to an equal share of all hours: others doing the work for you takes it away.
    """
    partnership = state.partnerships[p]
    organisation = state.organisations[o]
    equal_part = ratio(partnership.hours, partnership.organisations_now)
    own_part = share(ratio(organisation.given_hours, equal_part))
    money = part_paid(state, p, o)
    return ownership_called_for(
        organisation.involvement, own_part, partnership.local_fit, money, state.parameters[0].weight_of_money_in_ownership
    )


@rule
def ownership_called_for(involvement: float, own_part: float, local_fit: float, money: float, weight_of_money: float) -> float:
    """Ownership (0-1) that deciding together, doing one's part, fitted activities and one's own money call for [M1, M2, A2]."""
    return (involvement + own_part + local_fit + weight_of_money * money) / (PARTS_OF_OWNERSHIP + weight_of_money)
