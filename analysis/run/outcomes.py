"""Table `outcomes`: one row per run and partnership: what became of it, and what it had done by then."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from samvirke.analysis.columns import Column, Type, known, text
from samvirke.analysis.pairs import months_of_waiting, times_of_waiting
from samvirke.model.agents.partnership import END_REASONS, FIXED_MONTHS, FUTURES, LEVELS, NOT_DECIDED, PAIRS, STILL_ALIVE
from samvirke.model.ensemble import Ensemble
from samvirke.model.fields import NEVER
from samvirke.model.items import ITEM_NUMBER, SEVEN_CS


@dataclass(frozen=True)
class Records:
    """The partnerships' records at the end of all runs, and their states at the last questionnaire that came (else NaN)."""

    rows: Any
    latent: NDArray[np.float64]
    months: int

    def not_reached(self, months_after_the_grant: int = 0) -> NDArray[np.bool_]:
        """Where the run ends before this many months after the grant, or the grant has no end."""
        return self.rows.grant_end + months_after_the_grant > self.months

    def shorter_than(self, month: int) -> NDArray[np.bool_]:
        """All rows, if the run ends before this month."""
        return np.full(len(self.rows), month > self.months)


def records_of(ensemble: Ensemble) -> Records:
    """The records of all runs, one after the other."""
    months = ensemble.world.scenario.survey.months
    wave = int(np.argmax(months)) if months else -1
    rows = ensemble.partnerships.reshape(-1)
    latent = ensemble.latent[:, :, wave, :] if months else np.full_like(ensemble.latent[:, :, 0, :], np.nan)
    return Records(rows, latent.reshape(len(rows), -1), ensemble.world.months)


@dataclass(frozen=True)
class Outcome:
    """One column and how its values follow from the records."""

    column: Column
    values: Callable[[Records], pa.Array]


UNLESS_MATCHED = "null unless citizens are matched with a volunteer each"


def _counted(name: str, field: str, meaning: str, unit: str, kind: Type = "int64") -> Outcome:
    """A field of the partnership's record as it stands in the run's last month."""
    return Outcome(Column(name, meaning, unit, kind, never_null=True), lambda records: known(records.rows[field]))


def _after(name: str, field: str, meaning: str, unit: str, months_after: int = 0) -> Outcome:
    """A count taken so many months after the grant; null if the run ends before."""
    meaning = f"{meaning}; null if the run ends before, or the grant has no end"
    return Outcome(
        Column(name, meaning, unit, "int64"),
        lambda records: known(records.rows[field], null=records.not_reached(months_after)),
    )


def _month(name: str, field: str, meaning: str) -> Outcome:
    """A month; null if it never came."""
    return Outcome(
        Column(name, meaning, "month", "int64"),
        lambda records: known(records.rows[field], null=records.rows[field] == NEVER),
    )


def _future(name: str, meaning: str) -> Outcome:
    return Outcome(
        Column(name, f"{meaning}; null if the run ends before, or the grant has no end", "one of " + ", ".join(FUTURES), "string"),
        lambda records: text(records.rows[name], FUTURES, null=records.rows[name] == NOT_DECIDED),
    )


def _adjusts(name: str, meaning: str) -> Outcome:
    return Outcome(
        Column(name, f"{meaning}; null if its future is not declared", "yes or no", "bool"),
        lambda records: known(records.rows[name].astype(bool), null=records.rows.future == NOT_DECIDED),
    )


def _state(name: str, items: tuple[str, ...], meaning: str) -> Outcome:
    """The mean of these items' states at the last questionnaire."""
    columns = [ITEM_NUMBER[item] for item in items]
    meaning = f"{meaning}, as it is at the last questionnaire, or was in the month it ended: {' and '.join(items)}"
    return Outcome(Column(name, meaning, "0-1", "double"), lambda records: known(records.latent[:, columns].mean(axis=1)))


def _persons(name: str, field: str, meaning: str) -> Outcome:
    return Outcome(
        Column(name, meaning, "persons", "double", never_null=True),
        lambda records: known(records.rows[field] * records.rows.persons_per_citizen),
    )


def _of_pairs(name: str, meaning: str, field: str, unit: str) -> Outcome:
    """A number of a partnership that matches citizens with a volunteer each; null of all others."""
    return Outcome(
        Column(name, f"{meaning}; {UNLESS_MATCHED}", unit, "int64"),
        lambda records: known(records.rows[field], null=records.rows.format != PAIRS),
    )


def _change(name: str, meaning: str) -> Outcome:
    return Outcome(
        Column(name, f"{meaning}; null if nobody took part", "points on a 0-1 scale", "double"),
        lambda records: known(records.rows[name], null=records.rows.ever_participated == 0),
    )


def _change_of_volunteers(name: str, meaning: str) -> Outcome:
    return Outcome(
        Column(name, f"{meaning}; null if nobody volunteered", "points on a 0-1 scale", "double"),
        lambda records: known(records.rows[name], null=records.rows.volunteers_ever == 0),
    )


def _work_carried(rows: Any) -> Any:
    """Mean over the months with activities; where there were none, anything (it is null)."""
    return rows.work_carried_total / np.maximum(1, rows.months_with_activities)


def _at(month: int) -> tuple[Outcome, ...]:
    """What is there in a fixed month of the scenario, whenever the grant ends; null if the run ends before."""
    before = "null if the run ends before"

    def persons(records: Records) -> pa.Array:
        return known(records.rows[f"citizens_month_{month}"] * records.rows.persons_per_citizen, null=records.shorter_than(month))

    return (
        Outcome(
            Column(f"partnership_alive_month_{month}", f"it is a partnership after month {month}; {before}", "yes or no", "bool"),
            lambda records: known(records.rows.end_month > month, null=records.shorter_than(month)),
        ),
        Outcome(
            Column(
                f"activities_alive_month_{month}",
                f"activities that somebody runs and, if it meets citizens, somebody comes to, in month {month}; {before}",
                "activities", "int64",
            ),
            lambda records: known(records.rows[f"activities_month_{month}"], null=records.shorter_than(month)),
        ),
        Outcome(
            Column(
                f"citizens_month_{month}", f"citizens who took part in the 12 months up to month {month}; {before}", "persons", "double",
            ),
            persons,
        ),
    )  # fmt: skip


def _gain(rows: Any) -> Any:
    """Relative gain of working together; where nothing was made apart either, anything (it is null)."""
    return rows.recent_output / np.where(rows.recent_output_apart > 0.0, rows.recent_output_apart, 1.0) - 1.0


OUTCOMES: tuple[Outcome, ...] = (
    _future("future", "what the contact person declares at the grant's end"),
    _future("future_12_months", "what is true 12 months after the grant"),
    _adjusts("adjusts_constellation", "it goes on with other partners"),
    _adjusts("adjusts_activities", "it goes on with other activities"),
    _month("grant_end_month", "grant_end", "last month of its last grant; null without an end date"),
    _month("end_month", "end_month", "month in which it ended; null if it has not"),
    Outcome(
        Column("end_reason", "why it ended; null if it has not", "one of " + ", ".join(END_REASONS[1:]), "string"),
        lambda records: text(records.rows.end_reason, END_REASONS, null=records.rows.end_reason == STILL_ALIVE),
    ),
    _state("synergy", ("synergy",), "output together relative to apart: 0 a third, 0.5 the same, 1 three times"),
    Outcome(
        Column(
            "synergy_gain", "output together relative to apart, less 1, over about the last year of activity: below 0 less than apart",
            "ratio", "double",
        ),
        lambda records: known(_gain(records.rows), null=records.rows.recent_output_apart <= 0.0),
    ),
    _state("goal_attainment", ("goal_attainment",), "reached relative to promised"),
    *(_state(name, items, f"{name}, one of the seven C's") for name, items in SEVEN_CS.items()),
    _state("trust", ("trust_between_partners",), "mean personal trust"),
    Outcome(
        Column(
            "collaboration_level", "how deep the collaboration is, or was when it ended",
            "one of " + ", ".join(LEVELS), "string", never_null=True,
        ),
        lambda records: text(records.rows.level, LEVELS),
    ),
    _counted("key_person_departures", "departures", "key persons who have left", "persons"),
    _counted("central_key_person_departures", "central_departures", "of them from central seats", "persons"),
    _counted("organisations_at_start", "organisations", "member organisations at the start", "organisations"),
    _after("organisations_at_end", "organisations_at_end", "member organisations that go on at the grant's end", "organisations"),
    _counted("hours_total", "hours_total", "hours its members gave in all", "hours", "double"),
    _counted("hours_on_relations", "relation_hours_total", "of them on relations and coordination", "hours", "double"),
    _counted("output_total", "output_total", "what it delivered in all", "quality-weighted hours", "double"),
    _counted("received_dkk", "received_dkk", "money received in all", "DKK", "double"),
    _counted("spent_dkk", "spent_dkk", "money spent in all", "DKK", "double"),
    _month(
        "anchoring_started_month", "anchoring_started_month", "month in which work for afterwards began; null if never"
    ),
    _counted("volunteers_peak", "volunteers_peak", "most volunteers serving in any month", "persons"),
    _counted("volunteers_joined", "volunteers_joined", "times a volunteer joined", "times"),
    _counted("volunteers_left", "volunteers_left", "times a volunteer stopped", "times"),
    _after("volunteers_at_grant_end", "volunteers_at_grant_end", "volunteers serving in the grant's last month", "persons"),
    _after(
        "volunteers_12_months_after", "volunteers_12_months_after", "volunteers serving 12 months after the grant", "persons", 12
    ),
    _persons("citizens_reached", "ever_participated", "citizens who took part at least once"),
    _persons("vulnerable_reached", "vulnerable_ever_participated", "of them with few resources"),
    _persons("citizens_left_behind", "left_behind", "who still took part when the last activity stopped"),
    _change("wellbeing_change", "mean change of wellbeing among those who took part"),
    _change("network_change", "mean change of personal network among those who took part"),
    _after("activities_at_grant_end", "activities_at_grant_end", "activities running in the grant's last month", "activities"),
    *(
        _after(
            f"activities_alive_{months}_months", f"activities_{months}_months_after",
            f"activities that somebody runs and, if it meets citizens, somebody comes to, {months} months after the grant",
            "activities", months,
        )
        for months in (12, 24, 36)
    ),
    Outcome(
        Column(
            "work_carried",
            "part of its activities' work that was carried, mean over the months with activities; null without volunteers' work",
            "0-1", "double",
        ),
        lambda records: known(_work_carried(records.rows), null=records.rows.months_with_activities == 0),
    ),
    _change_of_volunteers("volunteers_wellbeing_change", "mean change of wellbeing by volunteering, of all who did"),
    _change_of_volunteers("volunteers_network_change", "mean change of personal network by volunteering, of all who did"),
    *(outcome for month in FIXED_MONTHS for outcome in _at(month)),
    _of_pairs("pairs_made", "pairs of a volunteer and a citizen that have been made", "pairs_made", "pairs"),
    _of_pairs("pairs_now", "pairs of a volunteer and a citizen in the last month", "participants", "pairs"),
    _of_pairs("pairs_left_behind", "pairs that ended because the volunteer stopped", "pairs_left_behind", "pairs"),
    _of_pairs("pairs_parted", "pairs that ended because the citizen stayed away or the last activity stopped; made are those now, "
              "left behind and parted", "pairs_parted", "pairs"),
    _of_pairs("waiting_now", "citizens who wait for a match in the last month", "citizens_waiting", "persons"),
    _of_pairs("gave_up_waiting", "times a citizen gave up waiting for a match", "gave_up_waiting", "times"),
    _of_pairs("waited_until_it_closed", "times a citizen waited for a match when the last activity stopped",
              "waited_until_it_closed", "times"),
    Outcome(
        Column("months_of_waiting", "mean months that a citizen waits for a match, matched in the end or not; null where nobody has waited",
               "months", "double"),
        lambda records: known(months_of_waiting(records.rows), null=times_of_waiting(records.rows) == 0),
    ),
)  # fmt: skip
