"""What happens in a month: ten processes, in order, for every partnership. This is the whole step."""

from typing import Any

from samvirke.model.chance import Moment
from samvirke.model.processes.anchor import anchor
from samvirke.model.processes.citizens import citizens
from samvirke.model.processes.context import context
from samvirke.model.processes.contribute import contribute
from samvirke.model.processes.deliver import deliver
from samvirke.model.processes.localities import month_of_localities
from samvirke.model.processes.meet import meet
from samvirke.model.processes.one_world import one_world
from samvirke.model.processes.survey import survey
from samvirke.model.processes.turnover import turnover
from samvirke.model.processes.value import value
from samvirke.model.processes.volunteers import volunteers
from samvirke.model.records import note_the_month
from samvirke.model.rule import rule


@rule
def run_months(state: Any, until_month: int) -> None:
    """Run month after month, up to and with `until_month`.

    The order is the order of causes within a month: what comes from outside (1) and who is there (2) shape the meeting (3);
    what was agreed there shapes the hours (4), the hours the work (5), the work those it draws (6, 7); only then is it known
    what it was all worth (8) and what can be kept (9); the questionnaire (10) asks about a month that is over.
    """
    clock = state.clock[0]
    while clock.month < until_month:
        clock.month += 1
        moment = Moment(clock.seed, clock.month)
        one_world(state, moment)  # 0 what partnerships share: politics, budgets, hours, answers to requests, persons, what is heard
        month_of_localities(state)  # 0 and the places whose people they share
        for p in range(len(state.partnerships)):
            context(state, p, moment)  # 1 events, reorganisation, politics, the grant's money
            turnover(state, p, moment)  # 2 key persons leave, successors arrive
            meet(state, p, moment)  # 3 expectations, goals, trust, disagreement
            contribute(state, p, moment)  # 4 each organisation's hours, and what they go to
            deliver(state, p, moment)  # 5 activities: quality, fit, output
            volunteers(state, p, moment)  # 6 asked, bound, tired, gone
            citizens(state, p, moment)  # 7 reached, joining, staying, benefiting
            value(state, p, moment)  # 8 gain against cost; ownership, commitment, learning
            anchor(state, p, moment)  # 9 visibility, hosts, money; at the grant's end, the decision
            survey(state, p, moment)  # 10 the questionnaire, in the months it goes out
            note_the_month(state, p)
