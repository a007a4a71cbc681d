"""6 Volunteers: asked in person or by advertisement, supported, bound to each other, tired, gone."""

from typing import Any

from samvirke.model.agents.partnership import ALIVE
from samvirke.model.agents.volunteer import ACTIVE
from samvirke.model.chance import Moment
from samvirke.model.processes.recruiting import recruit
from samvirke.model.processes.service import apply_anew, serve, stop
from samvirke.model.rule import rule


@rule
def volunteers(state: Any, p: int, moment: Moment) -> None:
    """A month of partnership `p`'s volunteers: some join, those who serve are bound or worn, some stop."""
    partnership = state.partnerships[p]
    if not partnership.volunteer_based:
        return
    if partnership.stage != ALIVE and partnership.running_activities == 0:
        everybody_stops(state, p, moment)
        return
    recruit(state, p, moment)
    apply_anew(state, p, moment)
    serve(state, p, moment)
    partnership.volunteers_peak = max(partnership.volunteers_peak, partnership.active_volunteers)


@rule
def everybody_stops(state: Any, p: int, moment: Moment) -> None:
    """Nothing is left to serve."""
    partnership = state.partnerships[p]
    partnership.volunteer_hours = 0.0
    if partnership.active_volunteers > 0:
        for v in range(partnership.volunteers):
            if state.volunteers[partnership.first_volunteer + v].stage == ACTIVE:
                stop(state, p, v, moment)
