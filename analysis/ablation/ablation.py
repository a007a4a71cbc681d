"""Each mechanism switched off in turn: what changes, and whether the reported answers fit better or worse.

A mechanism is off when all its parameters that have a neutral value stand at it. Runs with and without it share seeds and
draws (common random numbers), so the difference is an effect; its interval is the 90 % interval of the mean over draws.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.survey.instrument import answers
from samvirke.analysis.survey.targets import Target, read_targets, simulated_percent
from samvirke.model.agents.partnership import NOT_DECIDED, goes_on, leaves_something
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.neutral import NO_MECHANISM, switches
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Scenario, data_file
from samvirke.model.world import lay_out

TIMES_ERROR = 1.645  # 90 % of a normal mean

Progress = Callable[[int, int], None]
"""Is called with the number of runs that are done, and of all."""


def _latent(item: str) -> Callable[[Ensemble], NDArray[np.float64]]:
    """Mean over the partnerships of an item's state at the last questionnaire of the run, 0 to 100."""
    return lambda ensemble: 100.0 * ensemble.latent[:, :, _last_wave(ensemble), ITEM_NUMBER[item]].mean(axis=1)


def _last_wave(ensemble: Ensemble) -> int:
    months = [int(month) if month <= ensemble.world.months else 0 for month in ensemble.world.template.survey_months]
    return int(np.argmax(months)) if months else -1


def _share_of_futures(meant: Callable[[Any], Any]) -> Callable[[Ensemble], NDArray[np.float64]]:
    """Share of the declared futures that are meant, in percent; NaN where none is declared."""

    def share_of_futures(ensemble: Ensemble) -> NDArray[np.float64]:
        futures = ensemble.partnerships["future"]
        with np.errstate(invalid="ignore"):
            return 100.0 * meant(futures).sum(axis=1) / (futures != NOT_DECIDED).sum(axis=1)

    return share_of_futures


MEASURES: dict[str, Callable[[Ensemble], NDArray[np.float64]]] = {
    "continues (%)": _share_of_futures(goes_on),
    "something left (%)": _share_of_futures(leaves_something),
    "synergy": _latent("synergy"),
    "attainment": _latent("goal_attainment"),
    "trust": _latent("trust_between_partners"),
    "ownership": _latent("all_partners_engaged_with_ownership"),
    "citizens reached (slots)": lambda ensemble: ensemble.partnerships["ever_participated"].mean(axis=1),
    "volunteers joined": lambda ensemble: ensemble.partnerships["volunteers_joined"].mean(axis=1),
}


@dataclass(frozen=True)
class Ablation:
    """One mechanism off: mean change per measure with half its 90 % interval (NaN where there is nothing to measure).

    `strength` is the mean over measures of the size of the change relative to the measure's standard deviation over draws.
    `misfit` is the change of the mean absolute difference between reported and mean simulated percent over the rows that will
    be fitted (above 0 the mechanism helps); None where the scenario has no reported figures.
    """

    mechanism: str
    parameters: tuple[str, ...]
    changes: dict[str, tuple[float, float]]
    strength: float
    misfit: float | None

    @property
    def changes_nothing(self) -> bool:
        """Whether every measure is the same to the last digit."""
        return not any(mean or half for mean, half in self.changes.values() if not np.isnan(mean))

    @property
    def is_not_significant(self) -> bool:
        """Whether no measure's interval is off zero, though something changes."""
        return not self.changes_nothing and not any(abs(mean) > half for mean, half in self.changes.values())


def without_a_switch() -> list[str]:
    """Mechanisms of the registry none of whose parameters has a neutral value."""
    codes = {code for parameter in REGISTRY.values() for code in parameter.mechanism.split()}
    return sorted(codes - set(switches()) - set(NO_MECHANISM))


def shared_switches() -> dict[tuple[str, str], tuple[str, ...]]:
    """The parameters that two mechanisms have in common among those that switch them off, by pair; only pairs that have some."""
    pairs = {(one, other): _in_common(off_one, off_other) for (one, off_one), (other, off_other) in combinations(switches().items(), 2)}
    return {pair: names for pair, names in pairs.items() if names}


def _in_common(one: dict[str, float], other: dict[str, float]) -> tuple[str, ...]:
    return tuple(name for name in one if name in other)


def ablate(scenario: Scenario, drawn: NDArray[Any], seed: int, progress: Progress | None = None) -> list[Ablation]:
    """Every mechanism off in turn, one run per draw (a table of parameter records) with seeds from `seed` on."""
    seeds = range(seed, seed + len(drawn))
    runs_in_all = len(drawn) * (len(switches()) + 1)
    whole = _runs(scenario, {}, seeds, drawn)
    spreads = {name: float(measure(whole).std(ddof=1)) if len(drawn) > 1 else 0.0 for name, measure in MEASURES.items()}
    fitted = _fitted(scenario)
    distances = _distances(fitted, whole)
    ablations = []
    for done, (code, off) in enumerate(switches().items(), start=1):
        if progress:
            progress(done * len(drawn), runs_in_all)
        ensemble = _runs(scenario, off, seeds, drawn)
        changes = {name: _mean_change(measure(ensemble) - measure(whole)) for name, measure in MEASURES.items()}
        misfit = _change_of_fit(distances, _distances(fitted, ensemble))
        ablations.append(Ablation(code, tuple(off), changes, _strength(changes, spreads), misfit))
    if progress:
        progress(runs_in_all, runs_in_all)
    return ablations


def _runs(scenario: Scenario, off: dict[str, float], seeds: range, drawn: NDArray[Any]) -> Ensemble:
    """Runs with these parameters at these values, whatever scenario and draws say."""
    switched = scenario.model_copy(update={"parameters": {**scenario.parameters, **off}})
    return simulate(lay_out(switched, monthly=False, events=False), seeds, drawn)


def _mean_change(difference: NDArray[np.float64]) -> tuple[float, float]:
    if len(difference) < 2:
        return float(difference.mean()), 0.0
    return float(difference.mean()), float(TIMES_ERROR * difference.std(ddof=1) / len(difference) ** 0.5)


def _strength(changes: dict[str, tuple[float, float]], spreads: dict[str, float]) -> float:
    relative = [abs(mean) / spreads[name] for name, (mean, _) in changes.items() if spreads[name] > 0]
    return float(np.mean(relative)) if relative else 0.0


def _fitted(scenario: Scenario) -> list[Target]:
    if scenario.targets is None:
        return []
    return [each for each in read_targets(data_file(scenario.targets)) if each.role == "fit" and each.split == "calibration"]


def _distances(fitted: list[Target], ensemble: Ensemble) -> NDArray[np.float64]:
    """Absolute difference between each reported percent and the mean simulated one; NaN where nobody meets its condition."""
    given = answers(ensemble)
    simulated = [simulated_percent(each, ensemble, given) for each in fitted]
    means = [np.nan if np.isnan(percent).all() else np.nanmean(percent) for percent in simulated]
    return np.abs(np.array([each.percent for each in fitted]) - means)


def _change_of_fit(before: NDArray[np.float64], after: NDArray[np.float64]) -> float | None:
    """Mean change of the distances that both have; None where there are none."""
    change = after - before
    return None if np.isnan(change).all() else float(np.nanmean(change))
