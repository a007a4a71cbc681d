"""The terse form of a scenario: what a person writes. What a single table can get wrong is checked here."""

from collections import Counter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from samvirke.model.scenario.evidence import Cell
from samvirke.model.scenario.question import OwnAnswers, Question, QuestionName
from samvirke.model.scenario.resolved import (
    ALL,
    HOW_CITIZENS_TAKE_PART,
    Arena,
    Concept,
    Conditions,
    Format,
    Framing,
    GrantChange,
    Lever,
    MemberOrganisation,
    Population,
    Reach,
    Sector,
    TargetGroup,
    Text,
)
from samvirke.model.scenario.table import (
    HIGHEST_EVENT_ID,
    HIGHEST_NUMBER,
    MOST_PARTNERSHIPS,
    Month,
    MonthWithin,
    Name,
    Several,
    Table,
    count_of,
    is_a_number,
    lacking,
    surroundings,
    wrong,
)
from samvirke.model.scenario.terse_events import KindName, TerseEvent
from samvirke.model.scenario.text import LONGEST_NAME, RULE_FOR_NAMES, is_a_name
from samvirke.model.scenario.values import LeverValues, ParameterValues, VariantChoices


def at_least_two(members: dict[Sector, int]) -> dict[Sector, int]:
    """The members, if they can form a partnership."""
    if count_of(members) < 2:
        raise wrong(f"must add up to at least 2 organisations, here {count_of(members)}")
    return members


def text_or_number(value: object) -> str | float:
    """The value of a piece of evidence, in words or as a number."""
    if is_a_number(value):
        return float(value)
    if isinstance(value, str):
        return value
    raise wrong("must be a number or a text in quotes")


def a_calendar_month(start: str) -> str:
    """The month, if it is written as year and month."""
    year, _, month = start.partition("-")
    if not (len(year) == 4 and len(month) == 2 and (year + month).isascii() and (year + month).isdigit()):
        raise wrong('must be a calendar month written like "2015-01"')
    if not 1 <= int(month) <= 12:
        raise wrong("must end in a month from 01 to 12")
    return start


def a_name_for_folders(name: str) -> str:
    """The name, if runs can be kept under it."""
    if not is_a_name(name):
        raise wrong(RULE_FOR_NAMES)
    return name


FolderName = Annotated[str, AfterValidator(a_name_for_folders), Field(json_schema_extra={"minLength": 1, "maxLength": LONGEST_NAME})]
Members = Annotated[dict[Sector, Annotated[int, Field(ge=0, le=200)]], AfterValidator(at_least_two)]
Candidates = dict[Sector, Annotated[int, Field(ge=0, le=200)]]
EventId = Annotated[int, Field(ge=0, le=HIGHEST_EVENT_ID)]
NationalGoal = Annotated[int, Field(ge=1, le=7)]
CalendarMonth = Annotated[str, AfterValidator(a_calendar_month), Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}$"})]
TextOrNumber = Annotated[str | float, PlainValidator(text_or_number), WithJsonSchema({"type": ["string", "number"]})]


class TerseGrant(Table):
    """Money from one funder."""

    funder: str = Field(min_length=1, description="who gives the money")
    amount_dkk: float = Field(ge=0, le=1e9, description="kroner in all; per year if it has no end date")
    start: MonthWithin = Field(default=1, description="first month it pays")
    months: Month | None = Field(default=None, description="months it pays (or say `end`); neither: no end date")
    end: Month | None = Field(default=None, description="last month it pays (or say `months`)")
    conditions: Conditions = Field(default=Conditions(), description="what the funder asks and lends besides the money")

    @field_validator("end")
    @classmethod
    def ends_once_and_after_its_start(cls, end: int | None, info: ValidationInfo) -> int | None:
        """Not before it starts; and not given twice."""
        if end is None:
            return end
        if info.data.get("months") is not None:
            raise wrong("is given twice: keep either `months` or `end`")
        if end < info.data.get("start", 1):
            raise wrong(f"lies before the grant starts, in month {info.data['start']}")
        return end


class CommonGrant(TerseGrant):
    """Money that every partnership without grants of its own has."""

    amount_dkk: float | None = Field(  # type: ignore[assignment]
        None, ge=0, le=1e9, validate_default=True, description="kroner in all; left out where the table of cases has it"
    )

    @field_validator("amount_dkk")
    @classmethod
    def given_here_or_in_the_cases(cls, amount: float | None, info: ValidationInfo) -> float | None:
        """Only a table of cases can carry the amount instead."""
        if amount is None and not surroundings(info).cases_carry_grants:
            raise lacking("how many kroner it is in all")
        return amount


class TersePartnership(Table):
    """One partnership at its start."""

    case_id: Name = Field(description="what tables and the command line call it")
    title: Text | None = Field(default=None, description="what pages call it; left out: its case_id in words")
    name: str = Field(default="", description="its real name; never shown unless asked for")
    number: Annotated[int, Field(ge=0, le=HIGHEST_NUMBER)] | None = Field(
        default=None, description="its key of chance; by default its place"
    )
    members: Members = Field(description="how many organisations of each sector")
    organisations: Several[MemberOrganisation] = Field(default=(), description="those of the members that are known by name")
    coordinator: Name | None = Field(default=None, description="who coordinates: the same name elsewhere is the same person")
    lead_sector: Sector = Field(description="sector of the organisation that leads")
    reach: Reach = "local"
    target_group: TargetGroup = "general_population"
    arena: Arena = "neighbourhood_social_housing"
    citizen_facing: bool = Field(default=True, description="whether it meets citizens itself")
    volunteer_based: bool = Field(default=True, description="whether it works with volunteers")
    national_goals: Several[NationalGoal] = Field(default=(), description="numbers of the national goals it serves")
    concept: Concept = Field(default="adapted", description="how proven its activities are")
    framing: Framing = Field(default="mixed", description="whether the theme is positive or one of risk")
    shared_lead: bool = Field(
        default=False, description="whether municipality and association lead together; `lead_sector` then holds the money"
    )
    candidates: Candidates = Field(default={}, description="organisations of each sector to ask when a member of it is lacking")
    levers: LeverValues = Field(default={}, description="how it works; what is left out is drawn")
    grants: Several[TerseGrant] = Field(default=(), description="its own grants, instead of the ones for all")
    format: Format = Field(default="group", description=HOW_CITIZENS_TAKE_PART)
    persons_per_citizen: float | None = Field(
        default=None, gt=0, le=10000, description="persons that one slot for a citizen stands for; left out: the scenario's number"
    )
    place: Name | None = Field(
        default=None, description="where its people live: the same name elsewhere is the same place; left out: its named municipalities"
    )

    @field_validator("case_id")
    @classmethod
    def not_everybody(cls, case_id: str) -> str:
        """`all` means every partnership."""
        if case_id == ALL:
            raise wrong("means every partnership; choose another name")
        return case_id

    @field_validator("organisations")
    @classmethod
    def named_are_among_the_members(cls, named: tuple[MemberOrganisation, ...], info: ValidationInfo) -> tuple[MemberOrganisation, ...]:
        """As many of each sector as `members` counts, or fewer, and one of them leads at most."""
        members = info.data.get("members")
        for sector, count in Counter(each.sector for each in named).items():
            if members is not None and count > members.get(sector, 0):
                raise wrong(f"names {count} of the sector {sector}, but members counts {members.get(sector, 0)}")
        if sum(each.lead for each in named) > 1:
            raise wrong("says of more than one that it leads")
        return named

    @field_validator("lead_sector")
    @classmethod
    def lead_is_a_member(cls, lead: Sector, info: ValidationInfo) -> Sector:
        """Somebody of that sector must be there to lead."""
        members = info.data.get("members")
        if members is not None and not members.get(lead):
            present = [sector for sector, count in members.items() if count]
            raise wrong(f"is not the sector of a member; those are: {', '.join(present)}")
        for each in info.data.get("organisations") or ():
            if each.lead and each.sector != lead:
                raise wrong(f"is not the sector of {each.id}, which leads: {each.sector}")
        return lead

    @field_validator("shared_lead")
    @classmethod
    def both_are_members(cls, shared: bool, info: ValidationInfo) -> bool:
        """A municipality and an association must be there to lead together."""
        members = info.data.get("members")
        if shared and members is not None and not (members.get("municipality") and members.get("civil_society")):
            raise wrong("needs a member of the sector municipality and one of civil_society")
        return shared

    def given(self) -> dict[str, Any]:
        """All values; number and grants only if they were given."""
        always = self.model_dump(exclude={"number", "grants"})
        return {**always, **self.model_dump(include={"number", "grants"}, exclude_unset=True)}


class TersePartnershipChange(Table):
    """How an arm changes every partnership itself."""

    members: Members | None = Field(default=None, description="other members: how many organisations of each sector")
    members_times: float | None = Field(default=None, ge=0.1, le=10, description="so many times as many of each sector, at least one")
    lead_sector: Sector | None = Field(default=None, description="sector of the organisation that leads")
    shared_lead: bool | None = Field(
        default=None, description="whether municipality and association lead together; `lead_sector` then holds the money"
    )
    concept: Concept | None = Field(default=None, description="how proven its activities are")
    framing: Framing | None = Field(default=None, description="whether the theme is positive or one of risk")
    format: Format | None = Field(default=None, description=HOW_CITIZENS_TAKE_PART)
    grants: Several[TerseGrant] | None = Field(default=None, description="its grants, instead of all that it has")
    more_grants: Several[TerseGrant] = Field(default=(), description="grants besides those that it has")


class TerseArm(Table):
    """One variant: only what differs from the baseline."""

    title: Text = Field(description="the variant in a few words")
    details: Text | None = Field(default=None, description="what it changes, where the title does not say it")
    parameters: ParameterValues = {}
    levers: LeverValues = Field(default={}, description="set from the start, for all")
    events: Several[TerseEvent] = ()
    cancel: Several[EventId] = Field(default=(), description="ids of events called off")
    without: Several[KindName] = Field(default=(), description="kinds of the scenario's own events that do not happen")
    grants: GrantChange | None = None
    partnerships: TersePartnershipChange | None = None
    cost_dkk: float | None = Field(default=None, ge=0, le=1e12, description="what it costs per partnership, in kroner")
    cost_hours: float | None = Field(default=None, ge=0, le=1e9, description="what it costs per partnership, in hours")


class TerseSurvey(Table):
    """When the questionnaire goes out."""

    months: Several[MonthWithin] = Field(description="months in which every partnership answers")


class TerseEvidence(Table):
    """Where a fact comes from."""

    value: TextOrNumber
    status: Literal["reported", "assumed"]
    source: str = Field(min_length=1, description="title, or why it is assumed")
    place: str = Field(default="", validate_default=True, description="figure, table, chapter")
    cell: Cell | None = Field(default=None, description="the cell of a table of cases that it is about: samvirke show writes it")
    members_of: str | None = Field(default=None, description="case_id of the partnership whose members it is about")

    @field_validator("place")
    @classmethod
    def reported_somewhere(cls, place: str, info: ValidationInfo) -> str:
        """What is reported is reported somewhere."""
        if info.data.get("status") == "reported" and not place:
            raise lacking("figure, table or chapter of the source")
        return place


class TerseScenario(Table):
    """A scenario of samvirke: a question about partnerships, and what is needed to answer it."""

    name: FolderName | None = Field(default=None, description="by default the file's name")
    title: Text | None = Field(default=None, description="in Danish and English")
    asks: Text | None = Field(default=None, description="the question, in Danish and English")
    extends: str | None = Field(default=None, description="another scenario, which supplies everything that is not given here")
    start: CalendarMonth | None = Field(default=None, description='calendar month of month 1, like "2015-01"')
    months: Month | None = Field(default=None, description="how long the scenario lasts")
    cases: str | None = Field(default=None, description="a table (CSV) of partnerships, instead of [[partnerships]]")
    partners: str | None = Field(default=None, description="a table (CSV) of who sits in which of the cases")
    partnerships: Several[TersePartnership] = Field(default=(), min_length=1, max_length=MOST_PARTNERSHIPS)
    grants: Several[CommonGrant] = Field(default=(), description="for every partnership without grants of its own")
    population: Population = Population()
    parameters: ParameterValues = Field(default={}, description="only what differs from the defaults")
    variant: VariantChoices = Field(default={}, description="structural choices where science is divided")
    events: Several[TerseEvent] = Field(default=(), description="what happens in every arm")
    arms: dict[Name, TerseArm] = Field(default={}, description="variants to compare with the baseline")
    levers: dict[str, Lever] = Field(default={}, description="what may be changed, how far, and what it costs")
    questions: dict[QuestionName, Question] = Field(default={}, description="questions that the arms answer, and what is claimed")
    survey: TerseSurvey | None = None
    evidence: dict[str, TerseEvidence] = Field(default={}, description="where each fact comes from")
    targets: str | None = Field(default=None, description="a table (CSV) of reported answers to compare with")
    relations: str | None = Field(default=None, description="a table (CSV) of reported answers to one question by those to another")
    outcomes: str | None = Field(default=None, description="a table (CSV) of what single partnerships attained and what became of them")
    published: str | None = Field(default=None, description="a table (CSV) of published relations in other partnerships, soft targets")
    posterior: str | None = Field(default=None, description="a table (Parquet) of calibrated parameters")
    borrows: str | None = Field(default=None, description="without a survey of its own: the scenario whose posterior is used")
    own_answers: OwnAnswers | None = Field(
        default=None, description="one's own answers to the seven C's: only runs compatible with them are kept"
    )
