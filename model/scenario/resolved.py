"""The complete scenario, the only form that software reads: frozen, checked, nothing left to guess.

The classes that a file states in just this form (`Population`, `Lever` …) are used by the terse form too (terse.py).
"""

from typing import Literal, NamedTuple

from pydantic import Field

from samvirke.model.event_kinds import ORGANISATION
from samvirke.model.scenario.evidence import Evidence
from samvirke.model.scenario.question import OwnAnswers, Question
from samvirke.model.scenario.table import HIGHEST_MONTH, HIGHEST_NUMBER, Month, Name, Several, Share, Table
from samvirke.model.scenario.table import Text as Text

Sector = Literal["municipality", "region_state_health", "civil_society", "interest_org", "company", "research_education", "housing"]
Reach = Literal["national", "regional", "local"]
TargetGroup = Literal["general_population", "vulnerable", "children", "youth", "elderly_chronic", "adults", "professionals"]
Arena = Literal[
    "associations_volunteer_centres",
    "media_retail",
    "health_care",
    "neighbourhood_social_housing",
    "workplaces",
    "schools_education",
    "drop_in_residential",
]
Concept = Literal["proven", "adapted", "new"]
Framing = Literal["positive", "mixed", "risk"]
Format = Literal["group", "one_off", "pairs"]
HOW_CITIZENS_TAKE_PART = (
    "whether citizens come again and again (group), once, as to a festival (one_off), or are matched with a volunteer each (pairs)"
)
BASELINE = "baseline"
ALL = "all"
MONTHS_OF_A_YEAR = 12


class Whom(NamedTuple):
    """Whom an event is about, as written in a scenario: `all`, `a-case`, `a-case:coordinator`, `a-case:organisation 3`.

    `case_id` or `all`; which part ("" is the whole partnership); for `organisation` its position, from 1, else 0.
    """

    case_id: str
    part: str
    organisation: int


def parse_whom(text: str) -> Whom:
    """`text` taken apart; a part that is not understood is kept as it stands, so that an error can name it."""
    case_id, _, part = (piece.strip() for piece in text.partition(":"))
    word, _, position = part.partition(" ")
    if word == ORGANISATION and position.isascii() and position.isdigit() and len(position) < 6:
        return Whom(case_id, ORGANISATION, int(position))
    return Whom(case_id, part, 0)


class Population(Table):
    """How many slots for persons each partnership has."""

    volunteers: int = Field(default=40, ge=0, le=2000, description="potential volunteers per partnership")
    citizens: int = Field(default=120, ge=0, le=20000, description="slots for citizens per partnership")
    persons_per_citizen: float = Field(default=5.0, gt=0, le=10000, description="persons that one slot for a citizen stands for")


class Conditions(Table):
    """What a funder asks and lends besides the money; what is left out is drawn from the parameters."""

    reporting_burden: Share | None = Field(default=None, description="part of the hours it pays that reporting takes")
    legitimacy: Share | None = Field(default=None, description="what the funder's name lends the partnership")


class Grant(Table):
    """Time-limited money, or (`months` None) money without an end date."""

    funder: str = Field(min_length=1, description="who gives the money")
    amount_dkk: float = Field(ge=0, le=1e9, description="kroner in all; per year if it has no end date")
    start: Month = Field(default=1, description="first month it pays; month 1 is the first month of the scenario")
    months: Month | None = Field(default=None, description="months it pays; left out with `end` too: no end date")
    conditions: dict[str, float] = Field(default={}, description="what the funder asks and lends: see `Conditions`")

    @property
    def end(self) -> int | None:
        """Last month it pays; None without an end date."""
        return None if self.months is None else self.start + self.months - 1


class GrantChange(Table):
    """How an arm changes every grant that has an end date."""

    longer_by_months: int = Field(
        default=0,
        ge=-HIGHEST_MONTH,
        le=HIGHEST_MONTH,
        description="months added; below 0 shorter, down to one month",
    )
    amount: Literal["same_per_month", "same_total"] = Field(
        default="same_per_month", description="whether the kroner per month or the kroner in all stay as they were"
    )

    def applied_to(self, grant: Grant) -> Grant:
        """The grant as it is in the arm."""
        if grant.months is None:
            return grant
        months = min(HIGHEST_MONTH, max(1, grant.months + self.longer_by_months))
        amount = grant.amount_dkk if self.amount == "same_total" else grant.amount_dkk * months / grant.months
        return grant.model_copy(update={"months": months, "amount_dkk": amount})


class MemberOrganisation(Table):
    """A member that is known by name: the same `id` in two partnerships is one organisation, the same person one person."""

    id: Name = Field(description="the organisation, in small letters: the same id elsewhere is the same organisation")
    sector: Sector = Field(description="its sector, as counted in `members`")
    name: str = Field(default="", description="its real name")
    unit: str = Field(default="", description="the part of it that takes part, if only a part does")
    lead: bool = Field(default=False, description="whether it leads")
    representative: Name | None = Field(default=None, description="who represents it: the same name elsewhere is the same person")


class PartnershipCase(Table):
    """One partnership at its start. `number` is its key of chance: it stays the same when others are left out."""

    case_id: Name
    title: Text | None = None
    name: str = ""
    number: int = Field(ge=0, le=HIGHEST_NUMBER)
    members: dict[Sector, int]
    organisations: tuple[MemberOrganisation, ...] = ()
    coordinator: str | None = None
    lead_sector: Sector
    reach: Reach
    target_group: TargetGroup
    arena: Arena
    citizen_facing: bool
    volunteer_based: bool
    national_goals: tuple[int, ...]
    concept: Concept
    framing: Framing
    levers: dict[str, float]
    grants: tuple[Grant, ...]
    format: Format = "group"
    persons_per_citizen: float | None = None
    shared_lead: bool = False
    candidates: dict[Sector, int] = {}
    place: str | None = None


class PartnershipChange(Table):
    """How an arm changes every partnership itself; what is left out stays as it is."""

    members: dict[Sector, int] | None = None
    members_times: float | None = None
    lead_sector: Sector | None = None
    shared_lead: bool | None = None
    concept: Concept | None = None
    framing: Framing | None = None
    format: Format | None = None
    grants: tuple[Grant, ...] | None = None
    more_grants: tuple[Grant, ...] = ()

    def applied_to(self, case: PartnershipCase) -> PartnershipCase:
        """The partnership as it is in the arm: other members first, then so many times of each sector, at least one."""
        stated = self.model_dump(exclude_none=True, exclude={"members_times", "grants", "more_grants"})
        grants = (*(case.grants if self.grants is None else self.grants), *self.more_grants)
        times = self.members_times or 1.0
        members = {sector: max(1, round(count * times)) for sector, count in (self.members or case.members).items()}
        return case.model_copy(update={**stated, "grants": grants, "members": members})


class Event(Table):
    """Something that the scenario puts in a month; kinds and sizes are in `samvirke.model.event_kinds.EVENT_KINDS`."""

    month: Month
    kind: str
    whom: str
    size: float = 1.0
    lever: str = ""

    @property
    def addressee(self) -> Whom:
        """`whom`, taken apart."""
        return parse_whom(self.whom)


class Arm(Table):
    """One variant of the scenario: only what differs from `baseline`. Its title is short; `details` say more where that is needed."""

    title: Text
    details: Text | None = None
    parameters: dict[str, float] = {}
    levers: dict[str, float] = {}
    events: tuple[Event, ...] = ()
    cancel: tuple[int, ...] = ()
    without: tuple[str, ...] = ()
    grants: GrantChange | None = None
    partnerships: PartnershipChange | None = None
    cost_dkk: float | None = None
    cost_hours: float | None = None

    @property
    def changes_nothing(self) -> bool:
        """Whether it is the baseline under whatever name."""
        named = self.model_dump(exclude={"title", "details", "cost_dkk", "cost_hours"})
        return not any(named.values())

    def whole_title(self, language: str) -> str:
        """The title with the details, where there is room for them."""
        title = self.title.in_language(language)
        return title if self.details is None else f"{title}: {self.details.in_language(language)}"

    def applied_to(self, case: PartnershipCase) -> PartnershipCase:
        """The partnership at its start, as it is in this arm (its levers and its grants' lengths aside)."""
        return case if self.partnerships is None else self.partnerships.applied_to(case)


class Lever(Table):
    """What the dashboard and the analyst may turn, how far, and what it costs a partnership (costs are assumptions)."""

    label: Text
    low: float = Field(description="lowest value to choose")
    high: float = Field(description="highest value to choose")
    step: float = Field(gt=0, description="distance between two values to choose")
    cost_hours_per_month: float = Field(default=0.0, ge=0, le=10000, description="hours per month for one unit more")
    cost_dkk: float = Field(default=0.0, ge=0, le=1e9, description="kroner, once, for one unit more")


class Survey(Table):
    """When the questionnaire goes out."""

    months: Several[Month] = Field(default=(12, 24, 36), description="months in which every partnership answers")


REPORTED_TABLES = ("targets", "relations", "outcomes", "published")
"""Keys that name a table of reported figures."""


class Scenario(Table):
    """A question, the partnerships it is about, and the arms that answer it.

    `start` is the calendar month ("YYYY-MM") of month 1. `targets`, `relations`, `outcomes`, `published` and `posterior` are bare names
    where the file ships with samvirke and full paths elsewhere: `samvirke.model.scenario.data_file` gives the path of all. `borrows` is the
    scenario whose posterior is used, for want of a survey of its own.
    """

    name: str
    title: Text
    asks: Text
    start: str
    months: int
    population: Population
    partnerships: tuple[PartnershipCase, ...]
    parameters: dict[str, float]
    variant: dict[str, str]
    events: tuple[Event, ...]
    arms: dict[str, Arm]
    levers: dict[str, Lever]
    questions: dict[str, Question]
    survey: Survey
    evidence: tuple[Evidence, ...]
    targets: str | None
    relations: str | None
    outcomes: str | None
    published: str | None
    posterior: str | None
    borrows: str | None
    own_answers: OwnAnswers | None = None

    @property
    def first_calendar_month(self) -> int:
        """Calendar month (1 to 12) of month 1."""
        return int(self.start[5:])

    def persons_per_citizen_of(self, case: PartnershipCase) -> float:
        """Persons that one of a partnership's slots for citizens stands for: its own number, or the scenario's.

        One where citizens are matched with a volunteer each, as she has one of them.
        """
        if case.format == "pairs":
            return 1.0
        return self.population.persons_per_citizen if case.persons_per_citizen is None else case.persons_per_citizen


def calendar(start: str, month: int) -> str:
    """A month of the scenario as YYYY-MM; `start` is month 1."""
    year, first = (int(part) for part in start.split("-"))
    years, position = divmod(first - 1 + month - 1, MONTHS_OF_A_YEAR)
    return f"{year + years:04d}-{position + 1:02d}"
