"""10 Survey: in the months of the questionnaire, how things are and what the contact person sees of them.

`latent` is the state of things over the whole partnership; `seen` is what the contact person reports from: her own ties,
meetings and tasks, moved towards her partners' mean by talking it over. Turning what she sees into an answer on a scale is
the instrument's task (`samvirke.analysis.survey.instrument`).
"""

from typing import Any

from samvirke.model.agents.partnership import FEWEST_MEMBERS
from samvirke.model.arithmetic import ratio, share
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import BEGIN_GOAL_SIZE, HOW_MUCH_TALKED_OVER
from samvirke.model.fields import THE_WHOLE
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.processes.contribute import members
from samvirke.model.processes.hosting import alive_activities
from samvirke.model.processes.meet import coordination_demanded
from samvirke.model.processes.reaching import access_to_arenas
from samvirke.model.processes.results import part_of_the_plan_due, reached_of_promised, results_are_due
from samvirke.model.processes.value import cost_to
from samvirke.model.rule import rule

SHARED_UNDERSTANDING = ITEM_NUMBER["shared_understanding_of_goals"]
SHARED_VALUES = ITEM_NUMBER["shared_value_base"]
JOINT_DECISIONS = ITEM_NUMBER["joint_decisions"]
INVESTED = ITEM_NUMBER["all_partners_invested"]
TRUST = ITEM_NUMBER["trust_between_partners"]
COMMUNICATION = ITEM_NUMBER["good_communication"]
KNOWLEDGE = ITEM_NUMBER["knowledge_for_continuation"]
OWNERSHIP = ITEM_NUMBER["all_partners_engaged_with_ownership"]
SYNERGY = ITEM_NUMBER["synergy"]
BENEFIT = ITEM_NUMBER["benefit_exceeds_cost"]
FUNCTIONING = ITEM_NUMBER["overall_functioning"]
QUALITY = ITEM_NUMBER["activity_quality"]
ATTAINMENT = ITEM_NUMBER["goal_attainment"]
ROLES = ITEM_NUMBER["roles_clearly_defined"]
DIFFERING = ITEM_NUMBER["differing_interests"]
NEED = ITEM_NUMBER["felt_need_for_partnership"]
TIME = ITEM_NUMBER["time_for_collaboration"]
AGREEMENT = ITEM_NUMBER["written_agreement"]
ARENAS = ITEM_NUMBER["access_to_arenas"]
TAILORED = ITEM_NUMBER["activities_tailored_locally"]
RECRUITING = ITEM_NUMBER["difficulty_recruiting_target_group"]
TURNOVER = ITEM_NUMBER["key_person_turnover_so_far"]
RESOURCES = ITEM_NUMBER["possible_to_raise_resources"]
FUTURE = ITEM_NUMBER["future"]
ADJUSTS_CONSTELLATION = ITEM_NUMBER["adjusts_constellation"]
ADJUSTS_ACTIVITIES = ITEM_NUMBER["adjusts_activities"]
COLLABORATION = ITEM_NUMBER["collaboration_type"]
GAINED = ITEM_NUMBER["partners_gained_value"]
CONFLICT = ITEM_NUMBER["disagreement_or_conflict"]
TALK = ITEM_NUMBER["different_priorities_discussed"]
HIGHEST_LEVEL = 3.0
HIGHEST_RATING = 5
PARTS_OF_FUNCTIONING = 4.0  # communication, roles, attendance and the absence of conflict count alike: assumed
PARTS_OF_COMMUNICATION_AS_SEEN = 3.0  # known expectations, attendance and how it is for all count alike: assumed
PARTS_OF_THE_FUTURE = 2.0  # members and activities that go on count alike: assumed
AN_EVEN_BALANCE = 0.5  # as much gain as cost, or neither
TALKED_OVER_WITH_SOME = 0.5  # what talking it over with some does of what it does with all: assumed


@rule
def survey(state: Any, p: int, moment: Moment) -> None:
    """Fill the questionnaire of partnership `p`, if it goes out this month, and the declaration at the grant's end.

    One that ends fills all waves that are still to come as it remembers itself: every partnership is asked in every wave.
    """
    partnership = state.partnerships[p]
    for wave in range(len(state.survey_months)):
        month = state.survey_months[wave]
        remembers = partnership.end_month == moment.month and month > moment.month
        if (moment.month == month and partnership.end_month >= month) or remembers:
            fill_questionnaire(state, p, wave, Moment(moment.seed, month))
    if moment.month == partnership.grant_end:
        fill_declaration(state, p, len(state.survey_months))


@rule
def fill_questionnaire(state: Any, p: int, wave: int, moment: Moment) -> None:
    """All items that are asked: the state of things first, then what is seen of it."""
    latent = state.latent[p, wave]
    seen = state.seen[p, wave]
    of_the_partnership(state, p, latent)
    of_the_members(state, p, latent)
    of_the_ties(state, p, latent)
    for item in range(len(latent)):
        seen[item] = latent[item]
    as_the_contact_person_sees_it(state, p, seen)
    talk_it_over(state, p, latent, seen, moment)
    seen[ATTAINMENT] = mean_rating(state, p)


@rule
def of_the_partnership(state: Any, p: int, latent: Any) -> None:
    """Items that are states of the partnership as a whole."""
    partnership = state.partnerships[p]
    policy = state.policies[p]
    parameters = state.parameters[0]
    latent[SHARED_UNDERSTANDING] = partnership.shared_understanding
    latent[JOINT_DECISIONS] = partnership.joint_decisions
    latent[TRUST] = partnership.trust
    latent[COMMUNICATION] = partnership.communication
    latent[KNOWLEDGE] = partnership.know_how
    latent[SYNERGY] = partnership.synergy
    working = partnership.communication + partnership.role_clarity + partnership.attendance + 1.0 - partnership.conflict
    latent[FUNCTIONING] = working / PARTS_OF_FUNCTIONING
    latent[QUALITY] = partnership.quality
    latent[ATTAINMENT] = partnership.attainment
    latent[ROLES] = partnership.role_clarity
    latent[DIFFERING] = policy.differing_interests
    demanded = coordination_demanded(
        max(FEWEST_MEMBERS, partnership.organisations_now), parameters.coordination_hours_per_partner, parameters.growth_of_coordination
    )
    latent[TIME] = share(partnership.relation_hours / demanded)
    latent[AGREEMENT] = policy.agreement_detail
    latent[ARENAS] = access_to_arenas(state, p)
    latent[TAILORED] = partnership.local_fit
    latent[RECRUITING] = difficulty_of_recruiting(state, p)
    latent[TURNOVER] = 1.0 if partnership.central_departures > 0 else 0.0
    latent[RESOURCES] = partnership.money_outlook
    latent[COLLABORATION] = partnership.level / HIGHEST_LEVEL
    latent[CONFLICT] = partnership.conflict
    latent[TALK] = partnership.talk


@rule
def difficulty_of_recruiting(state: Any, p: int) -> float:
    """Part of the persons promised for now that have not been reached; none where none are promised, or not yet."""
    partnership = state.partnerships[p]
    if not partnership.citizen_facing or partnership.promised_reach <= 0.0 or not results_are_due(state, p):
        return 0.0
    due = part_of_the_plan_due(state, p)
    return 1.0 - reached_of_promised(partnership.ever_participated, partnership.promised_reach, due)


@rule
def part_of_what_it_could_give(state: Any, p: int, o: int) -> float:
    """Hours given relative to the hours it could give, its own and paid ones; 0 for one that has left."""
    organisation = state.organisations[o]
    could = organisation.own_hours + state.partnerships[p].paid_hours * organisation.share_of_grant
    return share(ratio(organisation.given_hours, could)) if organisation.active else 0.0


@rule
def benefit_above_cost(state: Any, p: int, o: int) -> float:
    """Where an organisation's balance lies: the part of gain in gain and cost; 0 all cost, 0.5 even, 1 all gain [M3]."""
    gain = state.organisations[o].expected_gain
    return ratio(gain, gain + cost_to(state, p, o), AN_EVEN_BALANCE)


@rule
def of_the_members(state: Any, p: int, latent: Any) -> None:
    """Items that are means over the members it has now."""
    partnership = state.partnerships[p]
    for item in (INVESTED, OWNERSHIP, NEED, GAINED, BENEFIT):
        latent[item] = 0.0
    part = 1.0 / max(1, members(state, p))
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active:
            latent[INVESTED] += part * part_of_what_it_could_give(state, p, o)
            latent[OWNERSHIP] += part * organisation.ownership
            latent[NEED] += part * organisation.felt_need
            latent[GAINED] += part * organisation.expected_gain
            latent[BENEFIT] += part * benefit_above_cost(state, p, o)


@rule
def closeness_of_interests(state: Any, t: int) -> float:
    """How alike two organisations' interests are, or how well she knows where they differ (0-1) [G3]."""
    tie = state.ties[t]
    here = state.organisations[state.seats[tie.from_seat].organisation]
    there = state.organisations[state.seats[tie.to_seat].organisation]
    apart = max(here.interest - there.interest, there.interest - here.interest)
    return 1.0 - share(apart / state.parameters[0].distance_without_shared_goal) * (1.0 - tie.expectations_known)


@rule
def of_the_ties(state: Any, p: int, latent: Any) -> None:
    """Items that are means over the ties."""
    partnership = state.partnerships[p]
    total = 0.0
    for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
        total += closeness_of_interests(state, t)
    latent[SHARED_VALUES] = ratio(total, partnership.ties)


@rule
def as_the_contact_person_sees_it(state: Any, p: int, seen: Any) -> None:
    """What she knows at first hand: her own organisation's balance and part, her own view of the goal, and her ties."""
    partnership = state.partnerships[p]
    seat = state.seats[partnership.coordinator_seat]
    own = state.organisations[seat.organisation]
    seen[BENEFIT] = benefit_above_cost(state, p, seat.organisation)
    seen[NEED] = own.felt_need
    seen[JOINT_DECISIONS] = own.involvement
    if seat.holder >= 0:
        seen[SHARED_UNDERSTANDING] = state.key_persons[seat.holder].understanding
    for item in (TRUST, SHARED_VALUES, INVESTED, OWNERSHIP, GAINED):
        seen[item] = 0.0
    known = along_her_ties(state, p, seen)
    seen[COMMUNICATION] = (known + partnership.attendance + seen[COMMUNICATION]) / PARTS_OF_COMMUNICATION_AS_SEEN


@rule
def contact_along(state: Any, t: int) -> float:
    """Weight of a tie: months of meeting, and one for knowing each other; none to an organisation that has left."""
    tie = state.ties[t]
    there = state.organisations[state.seats[tie.to_seat].organisation]
    return (1.0 + tie.months_met) * there.active


@rule
def along_her_ties(state: Any, p: int, seen: Any) -> float:
    """Items that she judges by those she meets, weighted by months of contact; returns what she knows of their expectations."""
    seat = state.seats[state.partnerships[p].coordinator_seat]
    weight = 0.0
    for t in range(seat.first_tie, seat.first_tie + seat.ties):
        weight += contact_along(state, t)
    known = 0.0
    for t in range(seat.first_tie, seat.first_tie + seat.ties):
        tie = state.ties[t]
        part = ratio(contact_along(state, t), weight)
        o = state.seats[tie.to_seat].organisation
        known += part * tie.expectations_known
        seen[TRUST] += part * tie.trust
        seen[SHARED_VALUES] += part * closeness_of_interests(state, t)
        seen[INVESTED] += part * part_of_what_it_could_give(state, p, o)
        seen[OWNERSHIP] += part * state.organisations[o].ownership
        seen[GAINED] += part * state.organisations[o].expected_gain
    return known


@rule
def talk_it_over(state: Any, p: int, latent: Any, seen: Any, moment: Moment) -> None:
    """Having talked it over with all, some or none of the partners moves her towards how it is for all of them."""
    parameters = state.parameters[0]
    draw = uniform(moment, HOW_MUCH_TALKED_OVER, state.partnerships[p].number, THE_WHOLE)
    if draw < parameters.share_who_talk_it_over_with_all:
        weight = parameters.weight_of_talking_it_over
    elif draw < parameters.share_who_talk_it_over_with_all + parameters.share_who_talk_it_over_with_some:
        weight = parameters.weight_of_talking_it_over * TALKED_OVER_WITH_SOME
    else:
        weight = 0.0
    for item in range(len(seen)):
        seen[item] += weight * (latent[item] - seen[item])


@rule
def mean_rating(state: Any, p: int) -> float:
    """Mean of the ratings (1 to 5) of up to ten self-set goals, as 0-1; each goal was set somewhat larger or smaller."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    beginning = Moment(state.clock[0].seed, 0)
    total = 0.0
    for goal in range(partnership.goals):
        draw = uniform(beginning, BEGIN_GOAL_SIZE, partnership.number, goal)
        size = 1.0 + parameters.spread_of_goal_sizes * (2.0 * draw - 1.0)
        total += min(HIGHEST_RATING, 1 + int(HIGHEST_RATING * share(partnership.attainment / size)))
    return share((ratio(total, partnership.goals, 1.0) - 1.0) / (HIGHEST_RATING - 1.0))


@rule
def fill_declaration(state: Any, p: int, wave: int) -> None:
    """The declaration at the grant's end; the state behind it is the share of members and of activities that go on."""
    partnership = state.partnerships[p]
    latent = state.latent[p, wave]
    members_kept = ratio(partnership.organisations_at_end, partnership.organisations_ever)
    activities_kept = share(ratio(alive_activities(state, p), partnership.activities_at_grant_end))
    latent[FUTURE] = (members_kept + activities_kept) / PARTS_OF_THE_FUTURE
    latent[ADJUSTS_CONSTELLATION] = float(partnership.adjusts_constellation)
    latent[ADJUSTS_ACTIVITIES] = float(partnership.adjusts_activities)
    for item in (FUTURE, ADJUSTS_CONSTELLATION, ADJUSTS_ACTIVITIES):
        state.seen[p, wave, item] = latent[item]
