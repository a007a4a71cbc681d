"""What a partnership can decide to do otherwise, and what can befall it: the levers and the kinds of scenario event."""

from dataclasses import dataclass

from samvirke.model.fields import Field

POLICIES: tuple[Field, ...] = (
    Field("openness", "how openly differing priorities are talked about (0 politely postponed, 1 always spoken of)"),
    Field("share_of_hours_on_relations", "share of all hours that goes to meeting, talking and keeping in touch", "share", 0, 0.6),
    Field("structure", "how fixed the structure is: working groups, meeting rhythm, minutes (0 informal, 1 fully fixed)"),
    Field("formulation_months", "months of joint formulation of the goal before activities begin", "months", 0, 24),
    Field("tailoring_months", "months given to fitting the activities to the place before they begin", "months", 0, 24),
    Field("agreement_detail", "how detailed the written agreement is (0 none, 1 fully spelled out)"),
    Field("agreement_revision_months", "months between two revisions of the agreement; 0 is never", "months", 0, 120),
    Field(
        "handover_months",
        "months in which leaver and successor overlap; below 1 the share of departures with one",
        "months",
        0,
        6,
    ),
    Field("second_person", "how well a second person knows the work of each central key person"),
    Field("anchoring_start_month", "month in which anchoring work begins at the latest; -1 leaves it to chance", "month", -1, 240),
    Field("share_of_hours_on_documentation", "share of all hours that goes to documentation and reports", "share", 0, 0.4),
    Field("support_hours_per_volunteer", "paid hours of support per active volunteer and month", "hours per month", 0, 20),
    Field("share_of_personal_asks", "share of recruiting hours spent on asking people in person (the rest advertises)"),
    Field("share_of_outreach", "share of reaching hours spent on the person's own terms (the rest holds open meetings)"),
    Field("threshold", "how much joining an activity demands: enrolment, fixed attendance (0 nothing, 1 much)"),
    Field("company_on_first_visits", "share of newcomers who are accompanied the first times"),
    Field("shared_power", "how equally partners decide and are recognised (0 one decides, 1 equal standing)"),
    Field("share_of_grant_with_lead", "share of the grant that stays with the leading organisation"),
    Field("size_of_goal", "what is promised relative to what the planned hours usually give", "ratio", 0.2, 5),
    Field("co_running", "share of the activities' work done together with those who would own them after the grant"),
    Field("experience_at_start", "experience with partnerships of the first key persons"),
    Field("mandate_at_start", "how much the first key persons may decide at the table"),
    Field("differing_interests", "how far apart the organisations' interests lie (0 alike, 1 opposed)"),
    Field("months_to_find_partners", "months to find partners before the application is due", "months", 0, 24),
    Field("concentration_of_hours", "part of the lead's hours that the coordinator gives in person (0.5 shared, 1 all on one)"),
    Field("renewal_months", "months after which every volunteer must apply anew; 0 is open-ended", "months", 0, 36),
    Field("sparring_months", "months of outside sparring from the start", "months", 0, 60),
    Field("places", "places (villages, areas) that the same hours must serve", "places", 1, 40),
    Field("invitation_by_interest", "how far citizens are invited by interest or activity rather than by diagnosis or trouble"),
    Field("input_acted_on", "part of the citizens' input that is turned into action"),
)

SETTLED_AT_THE_START = ("size_of_goal", "experience_at_start", "mandate_at_start", "differing_interests", "months_to_find_partners")
"""Levers that nothing reads after the first month: they can be set, but no event can change them."""

LEVERS: dict[str, Field] = {field.name: field for field in POLICIES}


@dataclass(frozen=True)
class EventKind:
    """A kind of event that a scenario can put in a month."""

    name: str
    code: int
    meaning: str
    size_meaning: str
    size_unit: str
    size_low: float
    size_high: float
    whom: tuple[str, ...]


WHOLE_PARTNERSHIP = ""
COORDINATOR = "coordinator"
LEAD = "lead"
MUNICIPALITY = "municipality"
ORGANISATION = "organisation"

EVENT_KINDS: dict[str, EventKind] = {
    kind.name: kind
    for kind in (
        EventKind(
            "reorganisation",
            1,
            "municipal partners are reorganised: leaders change, roles unsettle, people leave",
            "how much of the organisation it touches",
            "share",
            0,
            1,
            (WHOLE_PARTNERSHIP, MUNICIPALITY),
        ),
        EventKind(
            "savings_round",
            2,
            "municipal partners cut the hours they put in",
            "share of their hours that is cut",
            "share",
            0,
            1,
            (WHOLE_PARTNERSHIP, MUNICIPALITY),
        ),
        EventKind(
            "key_person_leaves",
            3,
            "the person on a seat leaves",
            "not used; 1",
            "",
            0,
            1,
            (WHOLE_PARTNERSHIP, COORDINATOR, LEAD, ORGANISATION),
        ),
        EventKind(
            "organisation_leaves",
            4,
            "a member organisation leaves the partnership",
            "not used; 1",
            "",
            0,
            1,
            (LEAD, MUNICIPALITY, ORGANISATION),
        ),
        EventKind(
            "set_lever",
            5,
            "the partnership changes a practice from this month on",
            "the lever's new value, within the lever's bounds",
            "as the lever",
            -1,
            240,
            (WHOLE_PARTNERSHIP,),
        ),
        EventKind(
            "quarrel",
            6,
            "an open quarrel breaks out",
            "how much tension it adds",
            "share",
            0,
            1,
            (WHOLE_PARTNERSHIP,),
        ),
    )
}
