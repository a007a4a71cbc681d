"""Members are searched for, asked, refuse or join on the way. Part of process 1."""

from typing import Any

from samvirke.model.agents.organisation import MEMBER, OUTSIDE, REFUSED
from samvirke.model.agents.partnership import ALIVE, FEWEST_MEMBERS
from samvirke.model.arithmetic import ratio, share
from samvirke.model.begin_people import take_the_seat
from samvirke.model.chance import Moment, uniform
from samvirke.model.decisions import (
    BEGIN_OUTSIDE,
    IS_ASKED_TO_JOIN,
    IS_TOO_BUSY_TO_JOIN,
    JOINS_PARTNERSHIP,
    SHUNS_PAPERS,
    STANDS_BY_ITS_CAUSE,
)
from samvirke.model.events import GAIN, ORGANISATION_JOINS, ORGANISATION_REFUSES, OTHER_TASKS, PAPERS, STAKE, called_off, happened
from samvirke.model.fields import NOBODY
from samvirke.model.processes.stakes import stake_in_the_theme
from samvirke.model.processes.value import impatience
from samvirke.model.rule import rule


@rule
def membership_at_first(state: Any, p: int, slot: int, moment: Moment) -> None:
    """The lead and the first other member are there from the start; of the rest some join on the way, candidates only if asked [W5]."""
    partnership = state.partnerships[p]
    organisation = state.organisations[partnership.first_organisation + slot]
    later = uniform(moment, BEGIN_OUTSIDE, partnership.number, slot) < state.parameters[0].share_that_joins_on_the_way
    outside = bool(organisation.candidate) or (bool(later) and slot >= FEWEST_MEMBERS)
    organisation.membership = OUTSIDE if outside else MEMBER
    organisation.active = 0 if outside else 1
    organisation.joined_month = 0
    partnership.organisations_outside += 1 if outside else 0


@rule
def seek_members(state: Any, p: int, moment: Moment) -> None:
    """Those who may join are asked as far as there are hours for it; each answers for itself [W5]."""
    partnership = state.partnerships[p]
    if partnership.organisations_outside == 0 or partnership.stage != ALIVE:
        return
    if moment.month < partnership.first_month or moment.month >= partnership.grant_end:
        return
    to_ask = 0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        to_ask += can_be_asked(state, p, o)
    if to_ask == 0:
        return
    chance = chance_of_being_asked(partnership.relation_hours, to_ask, state.parameters[0].hours_to_ask_a_member)
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        if can_be_asked(state, p, o):
            slot = o - partnership.first_organisation
            if uniform(moment, IS_ASKED_TO_JOIN, partnership.number, slot) < chance:
                answer(state, p, o, moment)


@rule
def can_be_asked(state: Any, p: int, o: int) -> bool:
    """Whether an organisation is one to ask: outside, and a candidate only where a member of its sector is lacking [W5]."""
    organisation = state.organisations[o]
    return bool(organisation.membership == OUTSIDE and (organisation.candidate == 0 or is_lacking(state, p, organisation.sector)))


@rule
def chance_of_being_asked(hours: float, to_ask: int, hours_to_ask: float) -> float:
    """Chance per month that one of those who can be asked is: an ask takes hours of meeting and explaining [W5, M7]."""
    return share(ratio(hours, hours_to_ask * to_ask))


@rule
def is_lacking(state: Any, p: int, sector: int) -> bool:
    """Whether a member of this sector has left or refused, and no other has taken its place."""
    partnership = state.partnerships[p]
    lacking = 0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.sector == sector:
            if organisation.candidate:
                lacking -= organisation.active
            elif organisation.active == 0 and organisation.membership != OUTSIDE:
                lacking += 1
    return bool(lacking > 0)


@rule
def answer(state: Any, p: int, o: int, moment: Moment) -> None:
    """Its cause or the papers make it refuse for good, other tasks for now; else it joins if the gain it expects is enough [W5]."""
    partnership = state.partnerships[p]
    parameters = state.parameters[0]
    organisation = state.organisations[o]
    n = partnership.number
    slot = o - partnership.first_organisation
    stake = stake_in_the_theme(state, o)
    papers = chance_of_shunning_papers(
        parameters.refusal_for_papers, state.policies[p].share_of_hours_on_documentation, impatience(state, o)
    )
    if uniform(moment, STANDS_BY_ITS_CAUSE, n, slot) < chance_of_refusing_for_its_cause(parameters.refusal_for_its_cause, stake):
        refuse_to_join(state, p, o, STAKE, True, moment)
    elif uniform(moment, SHUNS_PAPERS, n, slot) < papers:
        refuse_to_join(state, p, o, PAPERS, True, moment)
    elif uniform(moment, IS_TOO_BUSY_TO_JOIN, n, slot) < share(parameters.chance_of_a_busy_month * (1.0 - organisation.backing)):
        refuse_to_join(state, p, o, OTHER_TASKS, False, moment)
    elif uniform(moment, JOINS_PARTNERSHIP, n, slot) < organisation.expected_gain:
        join(state, p, o, moment)
    else:
        refuse_to_join(state, p, o, GAIN, False, moment)


@rule
def chance_of_refusing_for_its_cause(most: float, stake: float) -> float:
    """Chance that an organisation refuses for good because the theme is not its own [W5]."""
    return share(most * (1.0 - stake))


@rule
def chance_of_shunning_papers(per_part: float, papers: float, impatience_with_them: float) -> float:
    """Chance that an association refuses for good because of the papers, which take this part of all hours [W5]."""
    return share(per_part * papers * impatience_with_them)


@rule
def refuse_to_join(state: Any, p: int, o: int, motive: int, for_good: bool, moment: Moment) -> None:
    """It says no; for good, or it may be asked again."""
    partnership = state.partnerships[p]
    organisation = state.organisations[o]
    happened(state, moment, p, ORGANISATION_REFUSES, o - partnership.first_organisation, motive, 1.0 if for_good else 0.0)
    if for_good:
        organisation.membership = REFUSED
        partnership.organisations_outside -= 1


@rule
def join(state: Any, p: int, o: int, moment: Moment) -> None:
    """It becomes a member, unless the arm calls it off: its person takes the seat; who joins late owns less of it [W5, M2]."""
    partnership = state.partnerships[p]
    organisation = state.organisations[o]
    number = o - partnership.first_organisation
    if called_off(state, moment, p, ORGANISATION_JOINS, number):
        return
    organisation.membership = MEMBER
    organisation.active = 1
    organisation.joined_month = moment.month
    organisation.ownership *= 1.0 - state.parameters[0].ownership_lost_by_joining_late
    partnership.organisations_outside -= 1
    partnership.organisations_now += 1
    partnership.organisations_ever += 1
    for s in range(organisation.first_seat, organisation.first_seat + organisation.seats):
        state.seats[s].holder = state.seats[s].first_person + state.seats[s].generation
        take_the_seat(state, p, s, moment)
    happened(state, moment, p, ORGANISATION_JOINS, number, NOBODY, organisation.expected_gain)
