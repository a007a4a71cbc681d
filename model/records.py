"""What a run leaves: the month's measures per partnership, noted month by month; `analysis` makes tables of them."""

import math
from typing import Any

from samvirke.model.fields import Field, amount, count
from samvirke.model.processes.results import results_are_due
from samvirke.model.rule import rule

NOT_KNOWN = math.nan

MONTHLY_MEASURES: tuple[Field, ...] = (
    Field("trust", "mean personal trust over all ties"),
    Field("shared_understanding", "how near the key persons' views of the goal are to each other"),
    Field("expectations_known", "mean of what is known of each other's expectations"),
    Field("tension", "tensions that are not spoken of"),
    Field("conflict", "disagreement and conflict as felt"),
    Field("communication", "how regularly and how fully they hear from each other"),
    Field("role_clarity", "how clear it is who does what"),
    Field("know_how", "what the partnership has learnt about doing this together"),
    Field("commitment", "mean commitment of its members"),
    Field("ownership", "mean ownership of its members"),
    Field("attendance", "share of held seats that took part in the month's meetings"),
    Field("synergy", "output together relative to apart: 0 a third, 0.5 the same, 1 three times"),
    Field("attainment", "reached relative to promised for now; 0 until something is due"),
    Field("quality", "mean quality of its running activities"),
    Field("visibility", "how visible results are to those who decide on money"),
    Field("money_outlook", "how possible it looks to raise what is needed for afterwards"),
    amount("hours", "hours given by its members", "hours per month"),
    amount("hours_on_relations", "of them on relations and coordination", "hours per month"),
    amount("volunteer_hours", "hours given by volunteers", "hours per month"),
    amount("output", "what it delivered", "quality-weighted hours"),
    amount("received_dkk", "money received so far", "DKK"),
    count("organisations", "member organisations", "organisations"),
    count("volunteers", "volunteers serving", "persons"),
    amount("participants", "citizens taking part", "persons"),
    count("activities", "activities running", "activities"),
    amount("host_hours", "hours that hosts give its activities, beside its own", "hours per month"),
    amount("citizens_waiting", "citizens who wait to be matched with a volunteer; 0 where they are not matched", "persons"),
)
"""Measures that are shares are states: null (NaN) from the month after the partnership ended; quality, once nothing runs any more.

Attainment is null too until something is due.
"""


@rule
def note_the_month(state: Any, p: int) -> None:
    """Fill partnership `p`'s row of this month, if the run keeps months."""
    partnership = state.partnerships[p]
    months = len(state.monthly) // len(state.partnerships)
    month = state.clock[0].month
    if month < 1 or month > months:
        return
    row = state.monthly[p * months + month - 1]
    row.hours = partnership.hours
    row.hours_on_relations = partnership.relation_hours
    row.volunteer_hours = partnership.volunteer_hours
    row.output = partnership.output
    row.received_dkk = partnership.received_dkk
    row.volunteers = partnership.active_volunteers
    row.participants = partnership.participants * partnership.persons_per_citizen
    row.citizens_waiting = partnership.citizens_waiting * partnership.persons_per_citizen
    row.activities = partnership.running_activities
    row.host_hours = partnership.host_hours
    if partnership.end_month < month:
        nothing_to_note(state, p, row)
    else:
        note_how_it_is(state, p, row)
        means_over_members(state, p, row)


@rule
def note_how_it_is(state: Any, p: int, row: Any) -> None:
    """States of a partnership in this month, the one it ends in included."""
    partnership = state.partnerships[p]
    row.trust = partnership.trust
    row.shared_understanding = partnership.shared_understanding
    row.expectations_known = partnership.expectations_known
    row.tension = partnership.tension
    row.conflict = partnership.conflict
    row.communication = partnership.communication
    row.role_clarity = partnership.role_clarity
    row.know_how = partnership.know_how
    row.attendance = partnership.attendance
    row.synergy = partnership.synergy
    row.attainment = partnership.attainment if results_are_due(state, p) else NOT_KNOWN
    row.quality = partnership.quality
    row.visibility = partnership.visibility
    row.money_outlook = partnership.money_outlook


@rule
def nothing_to_note(state: Any, p: int, row: Any) -> None:
    """What has ended has no trust, no synergy, no members; activities that go on have their quality."""
    partnership = state.partnerships[p]
    row.trust = NOT_KNOWN
    row.shared_understanding = NOT_KNOWN
    row.expectations_known = NOT_KNOWN
    row.tension = NOT_KNOWN
    row.conflict = NOT_KNOWN
    row.communication = NOT_KNOWN
    row.role_clarity = NOT_KNOWN
    row.know_how = NOT_KNOWN
    row.attendance = NOT_KNOWN
    row.synergy = NOT_KNOWN
    row.attainment = NOT_KNOWN
    row.visibility = NOT_KNOWN
    row.money_outlook = NOT_KNOWN
    row.commitment = NOT_KNOWN
    row.ownership = NOT_KNOWN
    row.organisations = 0
    row.quality = partnership.quality if partnership.running_activities > 0 else NOT_KNOWN


@rule
def means_over_members(state: Any, p: int, row: Any) -> None:
    """Mean commitment and ownership over the members, and their number."""
    partnership = state.partnerships[p]
    commitment = 0.0
    ownership = 0.0
    members = 0
    for o in range(partnership.first_organisation, partnership.first_organisation + partnership.organisations):
        organisation = state.organisations[o]
        if organisation.active:
            commitment += organisation.commitment
            ownership += organisation.ownership
            members += 1
    row.organisations = members
    row.commitment = commitment / members if members > 0 else NOT_KNOWN
    row.ownership = ownership / members if members > 0 else NOT_KNOWN
