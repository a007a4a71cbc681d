"""From a scenario's arm to a state that can be run: who is there, who sits where, who meets whom; nothing drawn yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from samvirke.model.errors import Problem, ScenarioError
from samvirke.model.event_kinds import EVENT_KINDS
from samvirke.model.events import FOR_ALL, RECORDED_KINDS, TARGETS, kind_of_event
from samvirke.model.extensions import own_fields, own_values
from samvirke.model.items import ITEMS
from samvirke.model.layout import Layout
from samvirke.model.levers import LEVERS
from samvirke.model.parameters import REGISTRY, parameter_record
from samvirke.model.scenario.resolved import BASELINE, Arm, Event, PartnershipCase, Scenario
from samvirke.model.state import State, state_of, table

EVENTS_PER_MEMBER_AND_MONTH = 1
EVENTS_PER_PARTNERSHIP = 300


@dataclass(frozen=True)
class World:
    """A scenario's arm laid out: the template that every run copies, and what its runs share.

    `parameters` are the scenario's and the arm's values by name; they override any draw. `watched` names fields by table
    (of the state) that runs keep at the end of every month.
    """

    scenario: Scenario
    arm: str
    template: State
    months: int
    parameters: dict[str, float]
    watched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The partnerships in the order of the state's rows."""
        return tuple(case.case_id for case in self.scenario.partnerships)

    def draw(self, draw: Any = None) -> Any:
        """A draw (one parameter record; the defaults if None) with the scenario's and the arm's values put in."""
        record = parameter_record() if draw is None else draw.copy()
        for name, value in self.parameters.items():
            if name in REGISTRY:  # those of extensions stand in the template
                record[name] = value
        return record


def lay_out(
    scenario: Scenario,
    arm: str = BASELINE,
    *,
    monthly: bool = True,
    events: bool = True,
    watched: Mapping[str, tuple[str, ...]] | None = None,
) -> World:
    """Lay out one arm of a scenario; `monthly` and `events` say whether runs keep months and events.

    `watched` names fields, by table of the state, that runs copy at the end of every month. Raises KeyError for an arm that
    the scenario does not have.
    """
    variant = scenario.arms[arm]
    _check_cancelled(arm, variant)
    cases = tuple(variant.applied_to(case) for case in scenario.partnerships)
    parts = Layout(scenario).parts(cases, variant)
    parts["monthly"] = table("monthly", len(cases) * scenario.months if monthly else 0)
    parts["events"] = table("events", _room_for_events(parts, scenario.months) if events else 0)
    parts["scheduled"] = _scheduled(scenario, variant)
    parts["cancelled"] = np.array(sorted(variant.cancel), dtype=np.int64)
    parts["set_policies"] = _set_policies(cases, variant)
    waves = len(scenario.survey.months) + 1
    parts["survey_months"] = np.array(scenario.survey.months, dtype=np.int64)
    parts["latent"] = np.full((len(cases), waves, len(ITEMS)), np.nan)
    parts["seen"] = np.full((len(cases), waves, len(ITEMS)), np.nan)
    most_slots = max(scenario.population.citizens, *(each["volunteers"] for each in parts["partnerships"]))
    parts["uniforms"] = np.zeros((int(most_slots) + 3) // 4 * 4)
    parameters = {**scenario.parameters, **variant.parameters}
    parts["own_parameters"] = own_values(parameters)
    parts["own_fields"] = np.zeros((len(cases), len(own_fields())))
    return World(scenario, arm, state_of(parts), scenario.months, parameters, watched or {})


def _check_cancelled(name: str, arm: Arm) -> None:
    """Raise ScenarioError for an id that is no event's, or of a kind that cannot be called off."""
    possible = ", ".join(kind.name for kind in RECORDED_KINDS if kind.cancellable)
    problems = []
    for number in arm.cancel:
        kind = kind_of_event(number)
        if not 0 <= kind < len(RECORDED_KINDS):
            problems.append(Problem(f"arm {name}", f"cancel = {number} is no event's id: take one from the table events, column id"))
        elif not RECORDED_KINDS[kind].cancellable:
            what = (
                f"cancel = {number} is an event of the kind {RECORDED_KINDS[kind].name}, which cannot be called off; these can: {possible}"
            )
            problems.append(Problem(f"arm {name}", what))
    if problems:
        raise ScenarioError(problems)


def _room_for_events(parts: dict[str, Any], months: int) -> int:
    members = len(parts["organisations"]) * months * EVENTS_PER_MEMBER_AND_MONTH
    return members + len(parts["partnerships"]) * EVENTS_PER_PARTNERSHIP + 2 * len(parts["volunteers"])


def _set_policies(cases: Sequence[PartnershipCase], arm: Arm) -> Any:
    chosen = np.full((len(cases), len(LEVERS)), np.nan)
    numbers = {name: number for number, name in enumerate(LEVERS)}
    for row, case in enumerate(cases):
        for name, value in {**case.levers, **arm.levers}.items():
            chosen[row, numbers[name]] = value
    return chosen


def _scheduled(scenario: Scenario, arm: Arm) -> Any:
    of_all = [event for event in scenario.events if event.kind not in arm.without]
    events = sorted((*of_all, *arm.events), key=lambda event: event.month)
    wanted = [event for event in events if _row_of(scenario, event) is not None]
    scheduled = table("scheduled", len(wanted))
    levers = list(LEVERS)
    for row, event in zip(scheduled, wanted, strict=True):
        whom = event.addressee
        row.month = event.month
        row.kind = EVENT_KINDS[event.kind].code
        row.partnership = _row_of(scenario, event)
        row.target = TARGETS.index(whom.part or TARGETS[0])
        row.organisation = max(whom.organisation, 1) - 1
        row.lever = levers.index(event.lever) if event.lever else -1
        row.magnitude = event.size
    return scheduled


def _row_of(scenario: Scenario, event: Event) -> int | None:
    """Row of the partnership an event is about, -1 for all; None when that partnership is left out of this run."""
    who = event.addressee.case_id
    rows = {case.case_id: row for row, case in enumerate(scenario.partnerships)}
    return FOR_ALL if who == "all" else rows.get(who)
