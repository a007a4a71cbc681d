"""The measures that arms are compared by: one number per run, with its unit, its better direction and its words.

Percentages are of partnerships; counts are per partnership; states are on a scale of 0 to 100. Those that follow the months
are not known (NaN) of runs that kept none; those of associations, of runs that did not watch them; those of a time after the
grant, of runs that end before it; they are of partnerships whose grant ends. Those of a fixed month are of all partnerships, and only
for comparing arms with the same grants.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from samvirke.analysis.pairs import mean_of_pairs, months_of_waiting
from samvirke.model.agents.organisation import NGO
from samvirke.model.agents.partnership import goes_on, leaves_something
from samvirke.model.ensemble import Ensemble
from samvirke.model.fields import NEVER
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.language import N_, OWN_TRANSLATIONS, Language

FIRST_QUESTIONNAIRE, SECOND_QUESTIONNAIRE = 0, 1
LAST_QUESTIONNAIRE = -2  # the last wave is the declaration
FIRST_YEAR = 12  # months
PERCENT = "percent of partnerships"
POINTS = "points on a scale of 0 to 100"
ONLY_WITH_THE_SAME_GRANTS = (
    "only for arms with the same grants: one that lasts longer, or comes later, counts with it, "
    "and without one nobody decides whether to go on"
)

OF_MANY_RUNS = N_("Runs of partnerships like these, not a verdict on any one of them.")
"""What stands beside a result over many runs or partnerships."""
OF_ONE_RUN = N_("Runs of partnerships like this, not a verdict on this one.")
"""What stands beside a result about one run of one partnership."""


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


def _share(name: str, meaning: str, better: int, label: str, holds: Callable[[Any], Any], after: int | None = None) -> Measure:
    """Percent of partnerships of which something holds."""

    def percent(ensemble: Ensemble) -> Any:
        return 100.0 * holds(ensemble.partnerships)

    return Measure(name, meaning, PERCENT, better, label, _mean(percent, after), after=after, holds=holds)


def _per_partnership(
    name: str, meaning: str, unit: str, better: int, label: str, *, slots: bool = False, after: int | None = None
) -> Measure:  # fmt: skip
    """Mean over partnerships of a column; citizen slots are counted as persons."""
    column = _COLUMNS.get(name, name)

    def number(ensemble: Ensemble) -> Any:
        persons = ensemble.partnerships["persons_per_citizen"] if slots else 1.0
        return np.asarray(ensemble.partnerships[column], dtype=float) * persons

    return Measure(name, meaning, unit, better, label, _mean(number, after), after=after)


def _in_month(measure: Measure, month: int) -> Measure:
    """The same, taken in a fixed month of the scenario: not known of runs that end before."""

    def of(ensemble: Ensemble) -> Any:
        return measure.of(ensemble) if month <= ensemble.world.months else np.full(len(ensemble.seeds), np.nan)

    return replace(measure, of=of)


def _state(name: str, item: str, meaning: str, label: str, better: int = 1, *, wave: int = LAST_QUESTIONNAIRE) -> Measure:
    """Mean over partnerships of an item's state at a questionnaire: the last, or an earlier one where there are so many."""

    def of(ensemble: Ensemble) -> Any:
        asked = wave if wave < ensemble.latent.shape[2] - 1 else LAST_QUESTIONNAIRE
        return 100.0 * ensemble.latent[:, :, asked, ITEM_NUMBER[item]].mean(axis=1)

    return Measure(name, meaning, POINTS, better, label, of)


def _over_the_grant(name: str, field: str, meaning: str, label: str, better: int = 1, *, months: int | None = None) -> Measure:
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

    return Measure(name, meaning, POINTS, better, label, _known_by_months(of))


def _stay(name: str, field: str, ever: str, meaning: str, label: str, *, persons: bool = False) -> Measure:
    """Months that those who ever came stayed, on average over all of a run's partnerships; 0 where nobody came."""

    def of(ensemble: Ensemble) -> Any:
        each = ensemble.partnerships["persons_per_citizen"] if persons else 1.0
        came = (ensemble.partnerships[ever] * each).sum(axis=1)
        return ensemble.monthly[field].sum(axis=(1, 2)) / np.maximum(1.0, came)

    return Measure(name, meaning, "months", 1, label, _known_by_months(of))


def _of_associations(name: str, field: str, meaning: str, label: str) -> Measure:
    """Mean over the member associations of a field when the grant ends; of who has left, as it was left."""

    def of(ensemble: Ensemble) -> Any:
        organisations, watched = ensemble.world.template.organisations, ensemble.watched.get("organisations", {})
        rows = np.flatnonzero(organisations.kind == NGO)
        if field not in watched or not len(rows):
            return np.full(len(ensemble.seeds), np.nan)
        last = np.minimum(ensemble.partnerships["grant_end"][:, organisations.partnership[rows]], ensemble.world.months) - 1
        return 100.0 * np.take_along_axis(watched[field][:, :, rows], last[:, None, :], axis=1)[:, 0].mean(axis=1)

    return Measure(name, meaning, POINTS, 1, label, of, watches=(field,))


def _months_until_an_activity(ensemble: Ensemble) -> Any:
    """Months before the first in which an activity runs; all months of the run where none ever does."""
    running = ensemble.monthly["activities"] > 0
    never = ~running.any(axis=2)
    return np.where(never, running.shape[2], running.argmax(axis=2)).mean(axis=1)


def _known_by_months(of: Callable[[Ensemble], Any]) -> Callable[[Ensemble], Any]:
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

MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        _share("continues", "go on as a partnership when the grant ends, as declared", 1,
               "go on when the grant ends",
               lambda rows: goes_on(rows["future"]), after=0),
        _share("something_left", "leave something behind when the grant ends: a partnership or an activity", 1,
               "leave something behind when the grant ends",
               lambda rows: leaves_something(rows["future"]), after=0),
        _share("continues_a_year_later", "still a partnership 12 months after the grant", 1,
               "are still partnerships a year later",
               lambda rows: goes_on(rows["future_12_months"]), after=12),
        _share("activity_alive_36_months", "with an activity that somebody runs and somebody comes to, 36 months after the grant", 1,
               "have an activity running three years later",
               lambda rows: rows["activities_36_months_after"] > 0, after=36),
        _in_month(
            _share("activity_alive_month_60",
                   f"with an activity that somebody runs and somebody comes to in month 60; {ONLY_WITH_THE_SAME_GRANTS}",
                   1, "have an activity running in month 60", lambda rows: rows["activities_month_60"] > 0), 60),
        _share("anchoring_in_time", "begin to work on what is left a year or more before the grant ends", 1,
               "begin anchoring at least a year before the end",
               lambda rows: rows["anchoring_started_month"] <= rows["grant_end"] - 12),
        _per_partnership("activities_alive_12_months", "activities alive 12 months after the grant", "activities per partnership", 1,
                         "activities running a year later", after=12),
        _per_partnership("activities_alive_24_months", "activities alive 24 months after the grant", "activities per partnership", 1,
                         "activities running two years later", after=24),
        _state("synergy", "synergy", "output together relative to apart; 50 is as much", "synergy"),
        _state("goal_attainment", "goal_attainment", "reached of what was promised", "goal attainment"),
        _state("trust", "trust_between_partners", "mean trust between key persons", "trust"),
        _state("shared_understanding", "shared_understanding_of_goals", "how near views of the goal are",
               "shared understanding of the goal"),
        _state("ownership", "all_partners_engaged_with_ownership", "mean ownership of the members", "ownership"),
        _state("conflict", "disagreement_or_conflict", "disagreement and conflict as felt", "conflict", better=-1),
        _per_partnership("citizens_reached", "citizens who took part at least once", "persons per partnership", 1,
                         "citizens reached", slots=True),
        _per_partnership("vulnerable_reached", "of them with few resources", "persons per partnership", 1,
                         "vulnerable citizens reached", slots=True),
        _in_month(
            _per_partnership("citizens_month_60",
                             f"citizens who took part in the year up to month 60; {ONLY_WITH_THE_SAME_GRANTS}",
                             "persons per partnership", 1, "citizens served in the year up to month 60", slots=True), 60),
        _per_partnership("citizens_left_behind", "who still took part when the last activity stopped", "persons per partnership", -1,
                         "citizens left behind", slots=True),
        _per_partnership("wellbeing_change", "mean change of wellbeing among those who took part", "points on a scale of 0 to 1", 1,
                         "the change of wellbeing"),
        _per_partnership("volunteers_peak", "most volunteers serving at once", "persons per partnership", 1,
                         "volunteers at once"),
        _per_partnership("volunteers_at_grant_end", "volunteers serving when the grant ends", "persons per partnership", 1,
                         "volunteers when the grant ends", after=0),
        _per_partnership("volunteers_left", "times a volunteer stopped", "times per partnership", -1,
                         "times a volunteer stopped"),
        _per_partnership("volunteers_12_months_after", "volunteers serving 12 months after the grant", "persons per partnership", 1,
                         "volunteers a year later", after=12),
        _per_partnership("volunteers_wellbeing_change", "mean change of wellbeing by volunteering, of all who did",
                         "points on a scale of 0 to 1", 1, "the change of volunteers' wellbeing"),
        _per_partnership("key_person_departures", "key persons who left", "persons per partnership", -1,
                         "key persons who left"),
        _per_partnership("organisations_at_end", "members that go on when the grant ends", "organisations per partnership", 1,
                         "organisations that go on", after=0),
        _per_partnership("hours_total", "hours its members gave in all", "hours per partnership", 0, "hours in all"),
        _state("quality", "activity_quality", "quality of the activities", "quality of the activities"),
        _state("learning", "knowledge_for_continuation", "learnt of what there is to learn about doing this together",
               "what is learnt"),
        _state("felt_need", "felt_need_for_partnership", "how much partners need each other, at the first questionnaire",
               "felt need of each other", wave=FIRST_QUESTIONNAIRE),
        _state("early_shared_understanding", "shared_understanding_of_goals", "how near views of the goal are, at the first questionnaire",
               "early shared understanding of the goal", wave=FIRST_QUESTIONNAIRE),
        _state("trust_halfway", "trust_between_partners", "mean trust between key persons, at the second questionnaire",
               "trust half-way", wave=SECOND_QUESTIONNAIRE),
        _over_the_grant("trust_over_grant", "trust", "mean trust over all months of the grant",
                        "trust over the whole grant"),
        _over_the_grant("visibility", "visibility", "how visible results are to those who decide on money, over the grant",
                        "visibility to those who decide"),
        _over_the_grant("attendance", "attendance", "share of held seats that take part in meetings, over the grant",
                        "attendance"),
        _over_the_grant("early_commitment", "commitment", "mean commitment of the members in the first year",
                        "early commitment", months=FIRST_YEAR),
        _over_the_grant("early_role_clarity", "role_clarity", "how clear roles are in the first year",
                        "early clarity of roles", months=FIRST_YEAR),
        Measure("first_activity", "months before the first activity runs", "months", -1,
                "months before the first activity", _known_by_months(_months_until_an_activity)),
        _stay("volunteer_stay", "volunteers", "volunteers_joined", "months that a volunteer serves each time she joins",
              "months per volunteer"),
        _stay("citizen_stay", "participants", "ever_participated", "months that a citizen takes part, of those who ever did",
              "months per citizen who takes part", persons=True),
        _of_associations("autonomy", "autonomy", "how independent the associations are when the grant ends",
                         "independence of the associations"),
        _of_associations("ownership_of_associations", "ownership", "how much associations hold it to be their own when the grant ends",
                         "ownership of the associations"),
        Measure("pairs_made", "pairs of a volunteer and a citizen that were made", "pairs per partnership", 1, "pairs made",
                mean_of_pairs(lambda rows: rows["pairs_made"])),
        Measure("pairs_left_behind", "pairs that ended because the volunteer stopped", "pairs per partnership", -1,
                "pairs left behind by the volunteer", mean_of_pairs(lambda rows: rows["pairs_left_behind"])),
        Measure("gave_up_waiting", "times a citizen waited for a match in vain", "times per partnership", -1,
                "times a citizen waited for a match in vain", mean_of_pairs(lambda rows: rows["gave_up_waiting"])),
        Measure("months_of_waiting", "months that a citizen waits for a match with a volunteer, matched in the end or not", "months", -1,
                "months of waiting for a match", mean_of_pairs(months_of_waiting, where_somebody_waited=True)),
    )
}  # fmt: skip


def declare_measure(name: str, meaning: str, unit: str, better: int, words: str, danish: str, of: Callable[[Ensemble], Any]) -> None:
    """Add a measure of an extension to every comparison from now on, in place of one of the same name."""
    MEASURES[name] = Measure(name, meaning, unit, better, words, of)
    if danish:
        OWN_TRANSLATIONS["da", "measure", words] = danish


def watched_for(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What runs must watch so that these measures are known."""
    fields = {field for name in names for field in MEASURES[name].watches}
    return {"organisations": tuple(sorted(fields))} if fields else {}


def is_known(name: str, watched: Mapping[str, Iterable[str]]) -> bool:
    """Whether runs that watched these fields know a measure."""
    return set(MEASURES[name].watches) <= set(watched.get("organisations", ()))


def measured(ensemble: Ensemble) -> Any:
    """All measures of some runs (runs x measures), in the order of MEASURES."""
    return np.stack([measure.of(ensemble) for measure in MEASURES.values()], axis=1)
