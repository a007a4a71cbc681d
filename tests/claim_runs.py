"""What claims are made of: what is changed in the 37 partnerships, their runs with it, and the measures that may move."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import numpy as np

from samvirke.model.agents.partnership import ENDED_ALTOGETHER, goes_on
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.resolved import Event
from samvirke.model.world import lay_out

SEEDS = range(16)


@cache
def the_37() -> Scenario:
    return read_scenario("partnerskabspuljen")


@dataclass(frozen=True)
class Change:
    """What differs: parameters and levers by name, events, grants."""

    parameters: dict[str, float] = field(default_factory=dict)
    levers: dict[str, float] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    case: dict[str, Any] = field(default_factory=dict)
    endless: bool = False
    grant_dkk: float | None = None
    members_times: float = 1.0

    def applied(self) -> Scenario:
        """The 37 partnerships with this change."""
        scenario = the_37()
        arm = scenario.arms["baseline"].model_copy(update={"levers": self.levers, "events": self.events})
        cases = tuple(self._changed(case) for case in scenario.partnerships)
        parameters = {**scenario.parameters, **self.parameters}
        return scenario.model_copy(update={"parameters": parameters, "arms": {"baseline": arm}, "partnerships": cases})

    def _changed(self, case: Any) -> Any:
        update = dict(self.case)
        if self.endless:
            update["grants"] = tuple(
                grant.model_copy(update={"months": None, "amount_dkk": grant.amount_dkk * 12 / grant.months}) for grant in case.grants
            )
        if self.members_times != 1.0:
            update["members"] = {sector: max(1, round(self.members_times * there)) for sector, there in case.members.items() if there}
        if self.grant_dkk is not None:
            update["grants"] = tuple(grant.model_copy(update={"amount_dkk": self.grant_dkk}) for grant in case.grants)
        return case.model_copy(update=update)


def levers(**values: float) -> Change:
    return Change(levers=values)


def parameters(**values: float) -> Change:
    return Change(parameters=values)


@lru_cache(maxsize=8)  # 20 MB each; neighbours in the table share a side
def _runs(key: str) -> Ensemble:
    return simulate(lay_out(CHANGES[key].applied(), events=False), SEEDS)


CHANGES: dict[str, Change] = {}


def runs_of(change: Change) -> Ensemble:
    CHANGES.setdefault(repr(change), change)
    return _runs(repr(change))


Measure = Callable[[Ensemble], Any]


def monthly(name: str, first: int, last: int) -> Measure:
    """Mean over partnerships, while they last, of a monthly measure between two months (both included), per run."""
    return lambda ensemble: np.nanmean(ensemble.monthly[name][:, :, first - 1 : last], axis=(1, 2))


def at_end(name: str) -> Measure:
    """Mean over partnerships of a partnership's field at the end of the run, per run."""
    return lambda ensemble: np.asarray(ensemble.partnerships[name], dtype=float).mean(axis=1)


def latent(item: str, wave: int = 2) -> Measure:
    """Mean latent of an item in a wave."""
    return lambda ensemble: ensemble.latent[:, :, wave, ITEM_NUMBER[item]].mean(axis=1)


def first_started(ensemble: Ensemble) -> Any:
    """Months with any activity running in the first year and a half."""
    return (ensemble.monthly["activities"][:, :, :18] > 0).mean(axis=(1, 2))


def goes_on_after(ensemble: Ensemble) -> Any:
    """Share of partnerships that go on at the grant's end."""
    return goes_on(ensemble.partnerships["future"]).mean(axis=1)


def output_per_krone(ensemble: Ensemble) -> Any:
    """Output of all partnerships relative to the money they received."""
    return ensemble.partnerships["output_total"].sum(axis=1) / ensemble.partnerships["received_dkk"].sum(axis=1)


def something_left(ensemble: Ensemble) -> Any:
    """Share of partnerships of which something is left at the grant's end."""
    return (ensemble.partnerships["future"] != ENDED_ALTOGETHER).mean(axis=1)


def began_anchoring_early(ensemble: Ensemble) -> Any:
    """Share of partnerships that began anchoring a year or more before the end."""
    return (ensemble.partnerships["anchoring_started_month"] < ensemble.partnerships["grant_end"] - 12).mean(axis=1)


def trust_lost_in_the_month_after(month: int) -> Measure:
    """Fall of mean trust from before to after an event in `month`."""
    return lambda ensemble: (ensemble.monthly["trust"][:, :, month - 2] - ensemble.monthly["trust"][:, :, month]).mean(axis=1)


def comings_and_goings(ensemble: Ensemble) -> Any:
    """Mean over partnerships of the largest change of the corps from one month to the next, in the two years before the grant ends."""
    return np.abs(np.diff(ensemble.monthly["volunteers"][:, :, 12:36].astype(float), axis=2)).max(axis=2).mean(axis=1)


def spread_between_partnerships(name: str, month: int) -> Measure:
    return lambda ensemble: np.nanstd(ensemble.monthly[name][:, :, month - 1], axis=1)


def large_minus_small_trust(ensemble: Ensemble) -> Any:
    """Trust at month 30 in the partnerships of ten and more members, less that in those of up to four."""
    trust = ensemble.monthly["trust"][:, :, 29]
    members = ensemble.partnerships["organisations"][0]
    return np.nanmean(trust[:, members >= 10], axis=1) - np.nanmean(trust[:, members <= 4], axis=1)


def members_in_the_last_month_of_the_grant(ensemble: Ensemble) -> Any:
    """Mean number of members in month 36."""
    return ensemble.monthly["organisations"][:, :, 35].mean(axis=1)


def ended_early(ensemble: Ensemble) -> Any:
    """Share of partnerships that ended before their grant."""
    return (ensemble.partnerships["end_month"] < ensemble.partnerships["grant_end"]).mean(axis=1)


def left_of_those_who_joined(ensemble: Ensemble) -> Any:
    """Times a volunteer stopped relative to times one joined, per run."""
    return ensemble.partnerships["volunteers_left"].sum(axis=1) / ensemble.partnerships["volunteers_joined"].sum(axis=1)
