"""What a measure of comparisons is, and the kinds of them: shares, means, states, times."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from samvirke.model.agents.organisation import NGO
from samvirke.model.ensemble import Ensemble
from samvirke.model.fields import NEVER
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.language import Language

FIRST_QUESTIONNAIRE, SECOND_QUESTIONNAIRE = 0, 1
LAST_QUESTIONNAIRE = -2  # the last wave is the declaration
FIRST_YEAR = 12  # months
PERCENT = "percent of partnerships"
POINTS = "points on a scale of 0 to 100"


@dataclass(frozen=True)
class Measure:
    """One number per run (`of` gives runs), in `unit`. `better` is +1 where more is better, -1 where less is, 0 where neither.

    `label` says what one has more of: "about 9 more of 100 partnerships ..."; it is a message of the context `measure`.
    `watches` are fields of organisations that runs must keep of every month for it. `after` says how many months after the grant it
    is taken, if it hangs on that. `holds` says of records of partnerships whether they are counted, where they are.
    """

    name: str
    meaning: str
    unit: str
    better: int
    label: str
    of: Callable[[Ensemble], Any]
    watches: tuple[str, ...] = ()
    after: int | None = None
    holds: Callable[[Any], Any] | None = None

    def wording(self, language: Language) -> str:
        """The label in a language."""
        return language.pgettext("measure", self.label)


def share_of(name: str, meaning: str, better: int, label: str, holds: Callable[[Any], Any], after: int | None = None) -> Measure:
    """Percent of partnerships of which something holds."""

    def percent(ensemble: Ensemble) -> Any:
        return 100.0 * holds(ensemble.partnerships)

    return Measure(name, meaning, PERCENT, better, label, _mean(percent, after), after=after, holds=holds)


def per_partnership(
    name: str, meaning: str, unit: str, better: int, label: str, *, slots: bool = False, after: int | None = None
) -> Measure:  # fmt: skip
    """Mean over partnerships of a column; citizen slots are counted as persons."""
    column = _COLUMNS.get(name, name)

    def number(ensemble: Ensemble) -> Any:
        persons = ensemble.partnerships["persons_per_citizen"] if slots else 1.0
        return np.asarray(ensemble.partnerships[column], dtype=float) * persons

    return Measure(name, meaning, unit, better, label, _mean(number, after), after=after)


def in_month(measure: Measure, month: int) -> Measure:
    """The same, taken in a fixed month of the scenario: not known of runs that end before."""

    def of(ensemble: Ensemble) -> Any:
        return measure.of(ensemble) if month <= ensemble.world.months else np.full(len(ensemble.seeds), np.nan)

    return replace(measure, of=of)


def state_of(name: str, item: str, meaning: str, label: str, better: int = 1, *, wave: int = LAST_QUESTIONNAIRE) -> Measure:
    """Mean over partnerships of an item's state at a questionnaire: the last, or an earlier one where there are so many."""

    def of(ensemble: Ensemble) -> Any:
        asked = wave if wave < ensemble.latent.shape[2] - 1 else LAST_QUESTIONNAIRE
        return 100.0 * ensemble.latent[:, :, asked, ITEM_NUMBER[item]].mean(axis=1)

    return Measure(name, meaning, POINTS, better, label, of)


def over_the_grant(name: str, field: str, meaning: str, label: str, better: int = 1, *, months: int | None = None) -> Measure:
    """Mean over partnerships and over the months of the grant (or the first so many of them) of a field of the months.

    Of one that ends before, over the months it was there; not known of a run in which none was.
    """

    def of(ensemble: Ensemble) -> Any:
        values = ensemble.monthly[field]
        month = np.arange(1, values.shape[2] + 1)
        counted = month <= ensemble.partnerships["grant_end"][..., None]
        if months is not None:
            counted &= month <= months
        counted &= ~np.isnan(values)  # what has ended has no state
        mean = np.where(counted, values, 0.0).sum(axis=2) / np.maximum(1, counted.sum(axis=2))
        there = counted.any(axis=2)
        return np.where(there.any(axis=1), 100.0 * (mean * there).sum(axis=1) / np.maximum(1, there.sum(axis=1)), np.nan)

    return Measure(name, meaning, POINTS, better, label, known_by_months(of))


def stay(name: str, field: str, ever: str, meaning: str, label: str, *, persons: bool = False) -> Measure:
    """Months that those who ever came stayed, on average over all of a run's partnerships; 0 where nobody came."""

    def of(ensemble: Ensemble) -> Any:
        each = ensemble.partnerships["persons_per_citizen"] if persons else 1.0
        came = (ensemble.partnerships[ever] * each).sum(axis=1)
        return ensemble.monthly[field].sum(axis=(1, 2)) / np.maximum(1.0, came)

    return Measure(name, meaning, "months", 1, label, known_by_months(of))


def of_associations(name: str, field: str, meaning: str, label: str) -> Measure:
    """Mean over the member associations of a field when the grant ends; of who has left, as it was left."""

    def of(ensemble: Ensemble) -> Any:
        organisations, watched = ensemble.world.template.organisations, ensemble.watched.get("organisations", {})
        rows = np.flatnonzero(organisations.kind == NGO)
        if field not in watched or not len(rows):
            return np.full(len(ensemble.seeds), np.nan)
        last = np.minimum(ensemble.partnerships["grant_end"][:, organisations.partnership[rows]], ensemble.world.months) - 1
        return 100.0 * np.take_along_axis(watched[field][:, :, rows], last[:, None, :], axis=1)[:, 0].mean(axis=1)

    return Measure(name, meaning, POINTS, 1, label, of, watches=(field,))


def months_until_an_activity(ensemble: Ensemble) -> Any:
    """Months before the first in which an activity runs; all months of the run where none ever does."""
    running = ensemble.monthly["activities"] > 0
    never = ~running.any(axis=2)
    return np.where(never, running.shape[2], running.argmax(axis=2)).mean(axis=1)


def known_by_months(of: Callable[[Ensemble], Any]) -> Callable[[Ensemble], Any]:
    """What is not known of runs that kept no months."""
    return lambda ensemble: of(ensemble) if ensemble.monthly.shape[2] else np.full(len(ensemble.seeds), np.nan)


def _mean(values: Callable[[Ensemble], Any], after: int | None) -> Callable[[Ensemble], Any]:
    """Mean over partnerships (runs x partnerships in); of a time after the grant, over those whose grant ends."""
    return (lambda ensemble: values(ensemble).mean(axis=1)) if after is None else _of_those_that_end(values, after)


def _of_those_that_end(values: Callable[[Ensemble], Any], after: int) -> Callable[[Ensemble], Any]:
    """Mean over the partnerships whose grant ends; not known of runs in which none does, or one so late that they end before."""

    def of(ensemble: Ensemble) -> Any:
        ends = ensemble.partnerships["grant_end"]
        counted = ends < NEVER
        late = counted & (ends + after > ensemble.world.months)
        unknown = late.any(axis=1) | ~counted.any(axis=1)
        return np.where(unknown, np.nan, (values(ensemble) * counted).sum(axis=1) / np.maximum(1, counted.sum(axis=1)))

    return of


_COLUMNS = {
    "activities_alive_12_months": "activities_12_months_after",
    "activities_alive_24_months": "activities_24_months_after",
    "activities_alive_36_months": "activities_36_months_after",
    "citizens_reached": "ever_participated",
    "vulnerable_reached": "vulnerable_ever_participated",
    "citizens_left_behind": "left_behind",
    "key_person_departures": "departures",
}
