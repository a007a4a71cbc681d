"""What a partnership can decide to do otherwise: the levers.

A lever is declared here and nowhere else: the reader, the beginning, the slider, the schema, the registry of parameters, the page of
evidence and the tests follow from it. English stands here, other languages in the catalogues.
"""

from dataclasses import dataclass
from typing import NamedTuple

from samvirke.model.fields import Field
from samvirke.model.parameter import FREE, Fixed, LogUniform, Uniform
from samvirke.model.sources import SIF

AFTERWARDS = "The time after the grant"
WORKING_TOGETHER = "Working together"
GOAL_AND_ACTIVITIES = "The goal and the activities"
KEY_PERSONS = "The key persons"
VOLUNTEERS_AND_CITIZENS = "Volunteers and citizens"
GROUPS = (AFTERWARDS, WORKING_TOGETHER, GOAL_AND_ACTIVITIES, KEY_PERSONS, VOLUNTEERS_AND_CITIZENS)
"""The groups that the dashboard shows levers in, in order."""

IN_COMMON, BY_ITSELF, AS_ANSWERED, NOT_DRAWN = range(4)
"""How the value of a partnership is found where no scenario sets it: drawn around the typical value together with other practices of
working together; drawn by itself; drawn from reported answers on five steps; or the typical value itself."""


class Unit(NamedTuple):
    """How a value in it is written (one, and several where that differs), and what a lever's price is for."""

    one: str
    several: str
    price: str


SHARE = "share"
UNITS: dict[str, Unit] = {
    SHARE: Unit("{n} of 100", "", "costs up to {cost}"),
    "months": Unit("{n} month", "{n} months", "each month costs about {cost}"),
    "month": Unit("month {n}", "", "each month costs about {cost}"),
    "hours per month": Unit("{n} hour", "{n} hours", "each hour costs about {cost}"),
    "ratio": Unit("{n} time", "{n} times", "each time as much costs about {cost}"),
    "places": Unit("{n} place", "{n} places", "each place costs about {cost}"),
}
"""The units of levers; a share is written as so many of 100."""


class Answers(NamedTuple):
    """What partnerships answered on a scale of five steps: shares that answer step 1, 2, 3, 4 or lower, and where that is reported."""

    name: str
    about: str
    source: str
    shares: tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class DeclaredLever(Field):
    """One lever, with all that is declared of it.

    `typical` is the prior of the usual value, `source` its evidence, `mechanism` the codes it acts through. `ends` describe what the
    lowest and the highest value mean, `at_lowest` what the lowest one is called where it is no amount.
    What is `settled_at_the_start` nothing reads after the first month: it can be set, but no event can change it.
    """

    label: str
    group: str
    drawn: int
    typical: Uniform | LogUniform | Fixed
    mechanism: str
    source: str
    ends: tuple[str, str] | None = None
    at_lowest: str = ""
    answers: Answers | None = None
    settled_at_the_start: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError where two parts of the declaration contradict each other."""
        if self.group not in GROUPS:
            raise ValueError(f"lever {self.name}: {self.group!r} is none of GROUPS")
        if self.unit not in UNITS:
            raise ValueError(f"lever {self.name}: {self.unit!r} is none of UNITS")
        if self.drawn not in (IN_COMMON, BY_ITSELF, AS_ANSWERED, NOT_DRAWN):
            raise ValueError(f"lever {self.name}: drawn={self.drawn!r} is no way to begin")
        if (self.drawn == AS_ANSWERED) != (self.answers is not None):
            raise ValueError(f"lever {self.name}: answers and drawn=AS_ANSWERED go together")
        if (self.unit == "share") != (self.ends is not None):
            raise ValueError(f"lever {self.name}: a share, and nothing else, needs words for both ends")


POLICIES: tuple[DeclaredLever, ...] = (
    DeclaredLever(
        "openness", "how openly differing priorities are talked about (0 politely postponed, 1 always spoken of)",
        label="Openness about differing priorities", group=WORKING_TOGETHER, ends=("politely postponed", "always spoken of"),
        drawn=IN_COMMON, typical=Uniform(0.3, 0.8), mechanism="G5", source=FREE,
    ),
    DeclaredLever(
        "share_of_hours_on_relations", "share of all hours that goes to meeting, talking and keeping in touch", "share", 0, 0.6,
        label="Share of hours on relations", group=WORKING_TOGETHER, ends=("no hours", "many hours"), drawn=IN_COMMON,
        typical=Uniform(0.08, 0.25), mechanism="T3 M7", source=FREE,
    ),
    DeclaredLever(
        "structure", "how fixed the structure is: working groups, meeting rhythm, minutes (0 informal, 1 fully fixed)",
        label="Fixed structure: groups, meetings, minutes", group=WORKING_TOGETHER, ends=("informal", "fully fixed"), drawn=IN_COMMON,
        typical=Uniform(0.4, 0.9), mechanism="T7", source=FREE,
    ),
    DeclaredLever(
        "formulation_months", "months of joint formulation of the goal before activities begin", "months", 0, 24,
        label="Months of formulating the goal together", group=GOAL_AND_ACTIVITIES, drawn=IN_COMMON, typical=Uniform(1.0, 5.0),
        mechanism="G1", source=FREE,
    ),
    DeclaredLever(
        "tailoring_months", "months given to fitting the activities to the place before they begin", "months", 0, 24,
        label="Months of fitting the activities to the place", group=GOAL_AND_ACTIVITIES, drawn=IN_COMMON, typical=Uniform(1.0, 5.0),
        mechanism="A2", source=FREE,
    ),
    DeclaredLever(
        "agreement_detail", "how detailed the written agreement is (0 none, 1 fully spelled out)",
        label="How detailed the written agreement is", group=WORKING_TOGETHER, ends=("no agreement", "all spelled out"),
        drawn=AS_ANSWERED, typical=Fixed(0.55), mechanism="K3", source=f"{SIF}, figure 5: middle of the reported answers",
        answers=Answers("agreements", "a written agreement", f"{SIF}, figure 5 (steps 1 and 2 split evenly)", (0.13, 0.26, 0.57, 0.785)),
    ),
    DeclaredLever(
        "agreement_revision_months", "months between two revisions of the agreement; 0 is never", "months", 0, 120,
        label="Months between revisions of the agreement", group=WORKING_TOGETHER, at_lowest="never", drawn=BY_ITSELF,
        typical=LogUniform(12.0, 48.0), mechanism="K3", source="assumed: once or twice in a grant, if at all",
    ),
    DeclaredLever(
        "handover_months", "months in which leaver and successor overlap; below 1 the share of departures with one", "months", 0, 6,
        label="Months of overlap when a key person is replaced", group=KEY_PERSONS, drawn=IN_COMMON, typical=Uniform(0.0, 0.8),
        mechanism="K3", source="assumed: seldom more than some weeks",
    ),
    DeclaredLever(
        "second_person", "how well a second person knows the work of each central key person",
        label="How well a second person knows the key person's work", group=KEY_PERSONS, ends=("not at all", "fully"),
        drawn=IN_COMMON, typical=Uniform(0.1, 0.5), mechanism="K3", source=FREE,
    ),
    DeclaredLever(
        "anchoring_start_month", "month in which anchoring work begins at the latest; -1 leaves it to chance", "month", -1, 240,
        label="Planning for the time after the grant begins by", group=AFTERWARDS, at_lowest="not planned", drawn=NOT_DRAWN,
        typical=Fixed(-1.0), mechanism="E2", source="assumed: left to chance unless a scenario decides otherwise",
    ),
    DeclaredLever(
        "share_of_hours_on_documentation", "share of all hours that goes to documentation and reports", "share", 0, 0.4,
        label="Share of hours on documentation", group=AFTERWARDS, ends=("no hours", "many hours"), drawn=BY_ITSELF,
        typical=Uniform(0.04, 0.12), mechanism="E4 M7", source=FREE,
    ),
    DeclaredLever(
        "support_hours_per_volunteer", "paid hours of support per active volunteer and month", "hours per month", 0, 20,
        label="Hours of support per volunteer and month", group=VOLUNTEERS_AND_CITIZENS, drawn=IN_COMMON,
        typical=LogUniform(1.0, 6.0), mechanism="V3", source=FREE,
    ),
    DeclaredLever(
        "share_of_personal_asks", "share of recruiting hours spent on asking people in person (the rest advertises)",
        label="Asking volunteers in person instead of advertising", group=VOLUNTEERS_AND_CITIZENS,
        ends=("only advertising", "only in person"), drawn=BY_ITSELF, typical=Uniform(0.3, 0.8), mechanism="V1", source=FREE,
    ),
    DeclaredLever(
        "share_of_outreach", "share of reaching hours spent on the person's own terms (the rest holds open meetings)",
        label="Outreach instead of open meetings", group=VOLUNTEERS_AND_CITIZENS, ends=("only open meetings", "only outreach"),
        drawn=BY_ITSELF, typical=Uniform(0.2, 0.6), mechanism="C1", source=FREE,
    ),
    DeclaredLever(
        "threshold", "how much joining an activity demands: enrolment, fixed attendance (0 nothing, 1 much)",
        label="How much it takes to join", group=VOLUNTEERS_AND_CITIZENS, ends=("nothing", "much"), drawn=BY_ITSELF,
        typical=Uniform(0.2, 0.6), mechanism="C2", source=FREE,
    ),
    DeclaredLever(
        "company_on_first_visits", "share of newcomers who are accompanied the first times", label="Company on the first visits",
        group=VOLUNTEERS_AND_CITIZENS, ends=("nobody", "all newcomers"), drawn=BY_ITSELF, typical=Uniform(0.1, 0.4), mechanism="C2",
        source=FREE,
    ),
    DeclaredLever(
        "shared_power", "how equally partners decide and are recognised (0 one decides, 1 equal standing)",
        label="Equal standing and joint decisions", group=WORKING_TOGETHER, ends=("one decides", "equal standing"), drawn=IN_COMMON,
        typical=Uniform(0.5, 0.95), mechanism="T6", source=FREE,
    ),
    DeclaredLever(
        "share_of_grant_with_lead", "share of the grant that stays with the leading organisation",
        label="Share of the grant with the leading organisation", group=WORKING_TOGETHER,
        ends=("all with the others", "all with the lead"), drawn=BY_ITSELF, typical=Uniform(0.4, 0.8), mechanism="M1", source=FREE,
    ),
    DeclaredLever(
        "size_of_goal", "what is promised relative to what the planned hours usually give", "ratio", 0.2, 5,
        label="How much is promised relative to the hours", group=GOAL_AND_ACTIVITIES, drawn=BY_ITSELF, typical=LogUniform(0.7, 1.4),
        mechanism="G6", source=FREE, settled_at_the_start=True,
    ),
    DeclaredLever(
        "co_running", "share of the activities' work done together with those who would own them after the grant",
        label="Activities run together with those who will take over", group=AFTERWARDS, ends=("not at all", "all the time"),
        drawn=IN_COMMON, typical=Uniform(0.3, 0.7), mechanism="A3", source=FREE,
    ),
    DeclaredLever(
        "experience_at_start", "experience with partnerships of the first key persons",
        label="The key persons' experience at the start", group=KEY_PERSONS, ends=("none", "great"), drawn=IN_COMMON,
        typical=Uniform(0.4, 0.8), mechanism="K5", source=FREE, settled_at_the_start=True,
    ),
    DeclaredLever(
        "mandate_at_start", "how much the first key persons may decide at the table", label="The key persons' mandate at the start",
        group=KEY_PERSONS, ends=("nothing", "everything"), drawn=IN_COMMON, typical=Uniform(0.4, 0.8), mechanism="K5", source=FREE,
        settled_at_the_start=True,
    ),
    DeclaredLever(
        "differing_interests", "how far apart the organisations' interests lie (0 alike, 1 opposed)",
        label="How far apart interests lie", group=WORKING_TOGETHER, ends=("alike", "opposed"), drawn=AS_ANSWERED,
        typical=Fixed(0.48), mechanism="G4", source=f"{SIF}, section 9.3: middle of the reported answers",
        answers=Answers("differing_interests", "differing interests", f"{SIF}, section 9.3", (0.0, 0.19, 0.69, 0.94)),
        settled_at_the_start=True,
    ),
    DeclaredLever(
        "months_to_find_partners", "months to find partners before the application is due", "months", 0, 24,
        label="Months to find partners before the application", group=WORKING_TOGETHER, drawn=BY_ITSELF, typical=LogUniform(1.0, 4.0),
        mechanism="E1", source="assumed: the call's window was short", settled_at_the_start=True,
    ),
    DeclaredLever(
        "concentration_of_hours", "part of the lead's hours that the coordinator gives in person (0.5 shared, 1 all on one)",
        label="How much of the lead's work one person does", group=KEY_PERSONS, ends=("shared", "all on one"), drawn=BY_ITSELF,
        typical=Uniform(0.5, 0.8), mechanism="K7", source=FREE,
    ),
    DeclaredLever(
        "renewal_months", "months after which every volunteer must apply anew; 0 is open-ended", "months", 0, 36,
        label="Months after which volunteers apply anew", group=VOLUNTEERS_AND_CITIZENS, at_lowest="none", drawn=BY_ITSELF,
        typical=Fixed(0.0), mechanism="X2", source="assumed: open-ended unless a scenario says otherwise",
    ),
    DeclaredLever(
        "sparring_months", "months of outside sparring from the start", "months", 0, 60, label="Months of outside sparring",
        group=WORKING_TOGETHER, at_lowest="none", drawn=BY_ITSELF, typical=Fixed(0.0), mechanism="X3",
        source="assumed: none unless a scenario says otherwise",
    ),
    DeclaredLever(
        "places", "places (villages, areas) that the same hours must serve", "places", 1, 40,
        label="Places that the same hours must serve", group=GOAL_AND_ACTIVITIES, drawn=NOT_DRAWN, typical=Fixed(1.0), mechanism="X4",
        source="assumed: one place unless a scenario says otherwise",
    ),
    DeclaredLever(
        "invitation_by_interest", "how far citizens are invited by interest or activity rather than by diagnosis or trouble",
        label="Invitation by interest instead of diagnosis", group=VOLUNTEERS_AND_CITIZENS, ends=("by diagnosis", "by interest"),
        drawn=BY_ITSELF, typical=Uniform(0.4, 0.9), mechanism="X8", source=FREE,
    ),
    DeclaredLever(
        "input_acted_on", "part of the citizens' input that is turned into action",
        label="Part of the citizens' input that is acted on", group=VOLUNTEERS_AND_CITIZENS, ends=("nothing", "all"), drawn=IN_COMMON,
        typical=Uniform(0.3, 0.8), mechanism="C6", source=FREE,
    ),
    DeclaredLever(
        "level_of_decision", "how high up is decided what the coordinator may not decide (0 a near leader, 1 a political committee)",
        label="How high up decisions are made", group=WORKING_TOGETHER, ends=("by a near leader", "by a political committee"),
        drawn=BY_ITSELF, typical=Uniform(0.2, 0.6), mechanism="W11", source=FREE,
    ),
    DeclaredLever(
        "deciders_at_the_table", "how often those who decide take part in the meetings themselves",
        label="Those who decide take part in the meetings", group=WORKING_TOGETHER, ends=("never", "always"), drawn=BY_ITSELF,
        typical=Uniform(0.05, 0.35), mechanism="W11", source=FREE,
    ),
    DeclaredLever(
        "work_left_to_volunteers", "part of the activities' work that is left to volunteers, in a partnership that works with them",
        label="How much of the work is left to volunteers", group=VOLUNTEERS_AND_CITIZENS, ends=("nothing", "everything"),
        drawn=BY_ITSELF, typical=Uniform(0.4, 0.9), mechanism="W6", source=FREE,
    ),
    DeclaredLever(
        "hours_of_a_role", "hours per month that one volunteer's role asks for; small roles spread the load", "hours per month", 1, 40,
        label="Hours a month that a volunteer's role asks for", group=VOLUNTEERS_AND_CITIZENS, drawn=BY_ITSELF,
        typical=LogUniform(5.0, 16.0), mechanism="V4", source="assumed: from an hour a week to half a day",
    ),
)  # fmt: skip

LEVERS: dict[str, DeclaredLever] = {lever.name: lever for lever in POLICIES}
SETTLED_AT_THE_START = tuple(lever.name for lever in POLICIES if lever.settled_at_the_start)
