"""A run that is followed month by month, forwards and backwards.

Every twelfth month's state is kept; any other month is simulated again from it, to the bit, in well under a tenth of a
second. A run under other levers is an arm of its own with the same random numbers: `turned` from the start, or from a month on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from samvirke.analysis.explanation.forks import begun, gone_on
from samvirke.analysis.survey.instrument import answers
from samvirke.model.chance import Moment
from samvirke.model.ensemble import Ensemble
from samvirke.model.events import ANCHORING_BEGINS
from samvirke.model.handle import handle
from samvirke.model.items import ITEM_NUMBER, SEVEN_CS
from samvirke.model.processes.survey import fill_questionnaire
from samvirke.model.scenario.options import with_only
from samvirke.model.scenario.resolved import Event, Scenario, Text
from samvirke.model.state import State, copy_state
from samvirke.model.world import World, lay_out
from samvirke.viz.dashboard.runs.frame import Frame, frame_of

MONTHS_BETWEEN_KEPT_STATES = 12
TURNED = "turned"
TITLE = Text(da="Med de valgte greb", en="With the levers as set")


def turned(scenario: Scenario, arm: str, levers: Mapping[str, float], after_month: int = 0) -> Scenario:
    """The scenario with the arm `turned`: `arm` with these levers, from the start or after a month."""
    base = scenario.arms[arm]
    if after_month:
        events = tuple(Event(month=after_month + 1, kind="set_lever", whom="all", size=value, lever=name) for name, value in levers.items())
        changed = base.model_copy(update={"title": TITLE, "events": (*base.events, *events), "cost_dkk": None, "cost_hours": None})
    else:
        new = {"title": TITLE, "levers": {**base.levers, **levers}, "cost_dkk": None, "cost_hours": None}
        changed = base.model_copy(update=new)
    return scenario.model_copy(update={"arms": {**scenario.arms, TURNED: changed}})


def alone(scenario: Scenario, case: str) -> Scenario:
    """The scenario with one partnership, which develops as it does among the others."""
    return with_only(scenario, (case,))


@dataclass
class FollowedRun:
    """One partnership's run in an arm of a scenario in which it is alone, with a seed and a parameter record (None: defaults)."""

    scenario: Scenario
    arm: str
    seed: int
    draw: Any = None
    _kept: dict[int, State] = field(default_factory=dict, repr=False)
    _frames: dict[int, Frame] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.world: World = lay_out(self.scenario, self.arm)
        self._kept[0] = begun(self.world, self.draw, self.seed)
        for month in range(MONTHS_BETWEEN_KEPT_STATES, self.months + 1, MONTHS_BETWEEN_KEPT_STATES):
            self._kept[month] = gone_on(self._kept[month - MONTHS_BETWEEN_KEPT_STATES], month)
        self._last = gone_on(self._kept[max(self._kept)], self.months)

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.world.months

    @property
    def grant_end(self) -> int | None:
        """The last month of its last grant; None without an end within its months."""
        end = int(self.world.template.partnerships[0].grant_end)
        return end if end <= self.months else None

    def state(self, month: int) -> State:
        """The state at the end of a month, for the caller to keep."""
        kept = self._kept[month // MONTHS_BETWEEN_KEPT_STATES * MONTHS_BETWEEN_KEPT_STATES]
        return gone_on(kept, month)

    def frame(self, month: int) -> Frame:
        """What is drawn of a month."""
        month = min(max(0, month), self.months)
        if month not in self._frames:
            state = self.state(month)
            self._frames[month] = frame_of(state, seven_cs_as_they_are(state))
        return self._frames[month]

    @property
    def ended_month(self) -> int:
        """The month in which it ended; the last month if it has not ended."""
        return min(self.months, int(self._last.partnerships[0].end_month))

    def course(self, measure: str) -> list[float]:
        """A measure of the months from month 1 on."""
        return [float(each) for each in self._last.monthly[measure]]

    @property
    def last(self) -> State:
        """The state at its end."""
        return self._last

    def events(self, first: int, last: int) -> list[Any]:
        """What happened in these months, in the order of time."""
        events = self._last.events[: int(self._last.clock[0].events)]
        return list(events[(events["month"] >= first) & (events["month"] <= last)])

    def anchoring_began(self, until: int) -> int:
        """The month in which work on the time after the grant began, up to `until`; 0 if it had not."""
        return next((int(event["month"]) for event in self.events(0, until) if event["kind"] == ANCHORING_BEGINS), 0)

    def answered(self, month: int) -> tuple[int, dict[str, tuple[int, ...]]]:
        """The month of the last questionnaire up to `month` (0: none yet) and what was answered about each of the seven C's."""
        asked = [(wave, int(when)) for wave, when in enumerate(self.world.template.survey_months) if when <= month]
        if not asked:
            return 0, {}
        wave, when = asked[-1]
        given = self._answers()[wave]
        return when, {name: tuple(int(given[ITEM_NUMBER[item]]) for item in items) for name, items in SEVEN_CS.items()}

    def _answers(self) -> Any:
        """Answers of every wave: waves x items."""
        state = self._last
        one = Ensemble(
            self.world, np.array([self.seed], dtype=np.int64), np.zeros(1, dtype=np.int64), state.parameters,
            state.partnerships.reshape(1, -1), state.latent[None].copy(), state.seen[None].copy(), state.monthly.reshape(1, 1, -1),
            (), 0, {},
        )  # fmt: skip
        return answers(one)[0, 0]


def seven_cs_as_they_are(state: State) -> dict[str, float]:
    """The seven C's in this month, from 0 to 1, the latent states, not answers to a questionnaire."""
    asked = copy_state(state)
    month = int(asked.clock[0].month)
    fill_questionnaire(handle(asked), 0, 0, Moment(int(asked.clock[0].seed), month))
    latent = asked.latent[0, 0]
    return {name: float(np.mean([latent[ITEM_NUMBER[item]] for item in items])) for name, items in SEVEN_CS.items()}
