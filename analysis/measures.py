"""The measures that arms are compared by: one number per run, with its unit, its better direction and its words.

Percentages are of partnerships; counts are per partnership; states are on a scale of 0 to 100. Those that follow the months
are not known (NaN) of runs that kept none; those of associations, of runs that did not watch them; those of a time after the
grant, of runs that end before it; they are of partnerships whose grant ends. Those of a fixed month are of all partnerships, and only
for comparing arms with the same grants.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from samvirke.analysis.measure import (
    FIRST_QUESTIONNAIRE,
    FIRST_YEAR,
    SECOND_QUESTIONNAIRE,
    Measure,
    in_month,
    known_by_months,
    months_until_an_activity,
    of_associations,
    over_the_grant,
    per_partnership,
    share_of,
    state_of,
    stay,
)
from samvirke.analysis.pairs import in_vain, mean_of_pairs, months_of_waiting, percent_of_pairs, times_of_waiting
from samvirke.model.agents.partnership import goes_on, leaves_something
from samvirke.model.ensemble import Ensemble
from samvirke.model.language import N_, OWN_TRANSLATIONS

ONLY_WITH_THE_SAME_GRANTS = (
    "only for arms with the same grants: one that lasts longer, or comes later, counts with it, "
    "and without one nobody decides whether to go on"
)

OF_MANY_RUNS = N_("Runs of partnerships like these, not a verdict on any one of them.")
"""What stands beside a result over many runs or partnerships."""
OF_ONE_RUN = N_("Runs of partnerships like this, not a verdict on this one.")
"""What stands beside a result about one run of one partnership."""


MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        share_of("continues", "go on as a partnership when the grant ends, as declared", 1,
               "go on when the grant ends",
               lambda rows: goes_on(rows["future"]), after=0),
        share_of("something_left", "leave something behind when the grant ends: a partnership or an activity", 1,
               "leave something behind when the grant ends",
               lambda rows: leaves_something(rows["future"]), after=0),
        share_of("continues_a_year_later", "still a partnership 12 months after the grant", 1,
               "are still partnerships a year later",
               lambda rows: goes_on(rows["future_12_months"]), after=12),
        share_of("activity_alive_36_months", "with an activity that somebody runs and somebody comes to, 36 months after the grant", 1,
               "have an activity running three years later",
               lambda rows: rows["activities_36_months_after"] > 0, after=36),
        in_month(
            share_of("activity_alive_month_60",
                   f"with an activity that somebody runs and somebody comes to in month 60; {ONLY_WITH_THE_SAME_GRANTS}",
                   1, "have an activity running in month 60", lambda rows: rows["activities_month_60"] > 0), 60),
        share_of("anchoring_in_time", "begin to work on what is left a year or more before the grant ends", 1,
               "begin anchoring at least a year before the end",
               lambda rows: rows["anchoring_started_month"] <= rows["grant_end"] - 12),
        per_partnership("activities_alive_12_months", "activities alive 12 months after the grant", "activities per partnership", 1,
                         "activities running a year later", after=12),
        per_partnership("activities_alive_24_months", "activities alive 24 months after the grant", "activities per partnership", 1,
                         "activities running two years later", after=24),
        state_of("synergy", "synergy", "output together relative to apart; 50 is as much", "synergy"),
        state_of("goal_attainment", "goal_attainment", "reached of what was promised", "goal attainment"),
        state_of("trust", "trust_between_partners", "mean trust between key persons", "trust"),
        state_of("shared_understanding", "shared_understanding_of_goals", "how near views of the goal are",
               "shared understanding of the goal"),
        state_of("ownership", "all_partners_engaged_with_ownership", "mean ownership of the members", "ownership"),
        state_of("conflict", "disagreement_or_conflict", "disagreement and conflict as felt", "conflict", better=-1),
        per_partnership("citizens_reached", "citizens who took part at least once", "persons per partnership", 1,
                         "citizens reached", slots=True),
        per_partnership("vulnerable_reached", "of them with few resources", "persons per partnership", 1,
                         "vulnerable citizens reached", slots=True),
        in_month(
            per_partnership("citizens_month_60",
                             f"citizens who took part in the year up to month 60; {ONLY_WITH_THE_SAME_GRANTS}",
                             "persons per partnership", 1, "citizens served in the year up to month 60", slots=True), 60),
        per_partnership("citizens_left_behind", "who still took part when the last activity stopped", "persons per partnership", -1,
                         "citizens left behind", slots=True),
        per_partnership("wellbeing_change", "mean change of wellbeing among those who took part", "points on a scale of 0 to 1", 1,
                         "the change of wellbeing"),
        per_partnership("volunteers_peak", "most volunteers serving at once", "persons per partnership", 1,
                         "volunteers at once"),
        per_partnership("volunteers_at_grant_end", "volunteers serving when the grant ends", "persons per partnership", 1,
                         "volunteers when the grant ends", after=0),
        per_partnership("volunteers_left", "times a volunteer stopped", "times per partnership", -1,
                         "times a volunteer stopped"),
        per_partnership("volunteers_12_months_after", "volunteers serving 12 months after the grant", "persons per partnership", 1,
                         "volunteers a year later", after=12),
        per_partnership("volunteers_wellbeing_change", "mean change of wellbeing by volunteering, of all who did",
                         "points on a scale of 0 to 1", 1, "the change of volunteers' wellbeing"),
        per_partnership("key_person_departures", "key persons who left", "persons per partnership", -1,
                         "key persons who left"),
        per_partnership("organisations_at_end", "members that go on when the grant ends", "organisations per partnership", 1,
                         "organisations that go on", after=0),
        per_partnership("hours_total", "hours its members gave in all", "hours per partnership", 0, "hours in all"),
        state_of("quality", "activity_quality", "quality of the activities", "quality of the activities"),
        state_of("learning", "knowledge_for_continuation", "learnt of what there is to learn about doing this together",
               "what is learnt"),
        state_of("felt_need", "felt_need_for_partnership", "how much partners need each other, at the first questionnaire",
               "felt need of each other", wave=FIRST_QUESTIONNAIRE),
        state_of("early_shared_understanding", "shared_understanding_of_goals",
                 "how near views of the goal are, at the first questionnaire", "early shared understanding of the goal",
                 wave=FIRST_QUESTIONNAIRE),
        state_of("trust_halfway", "trust_between_partners", "mean trust between key persons, at the second questionnaire",
               "trust half-way", wave=SECOND_QUESTIONNAIRE),
        over_the_grant("trust_over_grant", "trust", "mean trust over all months of the grant",
                        "trust over the whole grant"),
        over_the_grant("visibility", "visibility", "how visible results are to those who decide on money, over the grant",
                        "visibility to those who decide"),
        over_the_grant("attendance", "attendance", "share of held seats that take part in meetings, over the grant",
                        "attendance"),
        over_the_grant("early_commitment", "commitment", "mean commitment of the members in the first year",
                        "early commitment", months=FIRST_YEAR),
        over_the_grant("early_role_clarity", "role_clarity", "how clear roles are in the first year",
                        "early clarity of roles", months=FIRST_YEAR),
        Measure("first_activity", "months before the first activity runs", "months", -1,
                "months before the first activity", known_by_months(months_until_an_activity)),
        stay("volunteer_stay", "volunteers", "volunteers_joined", "months that a volunteer serves each time she joins",
              "months per volunteer"),
        stay("citizen_stay", "participants", "ever_participated", "months that a citizen takes part, of those who ever did",
              "months per citizen who takes part", persons=True),
        of_associations("autonomy", "autonomy", "how independent the associations are when the grant ends",
                         "independence of the associations"),
        of_associations("ownership_of_associations", "ownership", "how much associations hold it to be their own when the grant ends",
                         "ownership of the associations"),
        Measure("pairs_made", "pairs of a volunteer and a citizen that were made", "pairs per partnership", 1, "pairs made",
                mean_of_pairs(lambda rows: rows["pairs_made"])),
        Measure("share_of_pairs_left_behind", "of 100 pairs that were made, those that ended because the volunteer stopped",
                "pairs of 100", -1,
                "pairs, of 100 made, left behind by the volunteer",
                percent_of_pairs(lambda rows: rows["pairs_left_behind"], lambda rows: rows["pairs_made"])),
        Measure("waited_in_vain",
                "of 100 times that a citizen began to wait for a match, those in which she gave up or the last activity stopped first",
                "times of 100", -1, "times, of 100, that a citizen waited for a match in vain",
                percent_of_pairs(in_vain, times_of_waiting)),
        Measure("months_of_waiting",
                "months that a citizen waits for a match with a volunteer, matched in the end or not; fewer where more give up, "
                "and 0 where nobody waited",
                "months", 0, "months of waiting for a match", mean_of_pairs(months_of_waiting)),
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
