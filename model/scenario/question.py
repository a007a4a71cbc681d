"""What a scenario asks: questions that its arms answer, with what the sources claim; and one's own answers to the seven C's."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from samvirke.model.errors import nearest_valid
from samvirke.model.scenario.table import MonthWithin, Name, Several, Table, Text, lacking, surroundings, wrong

Direction = Literal["+", "-"]
Claim = Literal["+", "-", "peak", "divided", "silent"]
QuestionName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=40)]
MeasureName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
"""A measure of the analysis: here only the form of its name is checked."""


def an_arm_of_the_scenario(name: str, info: ValidationInfo) -> str:
    """The name, if the scenario has such an arm."""
    arms = surroundings(info).arms
    if arms is not None and name not in arms:
        raise wrong(f"is no arm of this scenario; {nearest_valid(name, arms)}")
    return name


ArmName = Annotated[Name, AfterValidator(an_arm_of_the_scenario)]


class Question(Table):
    """One question. Its claim is about `measure` in `arms` beside `beside`; the arms stand in the order in which the lever moves.

    For a peak the reference stands among the arms, in its place. `claims` are measures that the claim is about too, or the
    directions of a divided claim. Where `built_in` names a rule, agreement with the claim is assumed; else it has emerged.
    """

    text: Text = Field(description="the question, in Danish and English")
    arms: Several[ArmName] = Field(min_length=1, description="arms that answer it, in the order in which the lever moves")
    beside: ArmName = Field(default="baseline", description="the arm that the others are compared with")
    further: Several[ArmName] = Field(default=(), description="arms shown too, which the claim is not about")
    measure: MeasureName = Field(description="the measure that the claim is about")
    measures: Several[MeasureName] = Field(default=(), description="other measures to show")
    claimed: Claim = Field(description="which way the sources say the measure goes; peak: both ends lie lower")
    claims: dict[MeasureName, Direction] = Field(default={}, description="measures claimed too, or the parts of a divided claim: which way")
    when: Text = Field(description="how the lever moves, or on what condition")
    source: str = Field(min_length=1, description="who claims it: title, and chapter or figure")
    note: Text | None = Field(default=None, description="what the measure or the arms cannot show of it")
    built_in: Text | None = Field(default=None, description="which rule gives the claimed direction; left out: none does")

    @field_validator("beside")
    @classmethod
    def not_the_only_arm(cls, beside: str, info: ValidationInfo) -> str:
        """Something must be compared with it."""
        if set(info.data.get("arms", ())) == {beside}:
            raise wrong("is the only one of its arms; name one to compare with it")
        return beside

    @field_validator("claimed")
    @classmethod
    def a_peak_has_two_sides(cls, claimed: Claim, info: ValidationInfo) -> Claim:
        """Whether a measure peaks can be seen only if there are arms to either side."""
        arms, beside = info.data.get("arms"), info.data.get("beside")
        if claimed == "peak" and arms and beside and beside not in arms[1:-1]:
            raise wrong(f'needs "{beside}" among its arms, neither first nor last, and the others in order around it')
        return claimed

    @field_validator("claims")
    @classmethod
    def of_who_claims_something(cls, claims: dict[str, Direction], info: ValidationInfo) -> dict[str, Direction]:
        """Who is silent names no direction."""
        if claims and info.data.get("claimed") == "silent":
            raise wrong('cannot be where claimed = "silent"')
        return claims

    @property
    def shown(self) -> tuple[str, ...]:
        """Its measures, the claimed one first."""
        return tuple(dict.fromkeys((self.measure, *self.claims, *self.measures)))

    @property
    def simulated(self) -> tuple[str, ...]:
        """The arms to compare with `beside`."""
        return tuple(arm for arm in dict.fromkeys((*self.arms, *self.further)) if arm != self.beside)


QuestionOfTheSevenCs = Literal[
    "shared_understanding_of_goals",
    "shared_value_base",
    "joint_decisions",
    "partners_gained_value",
    "all_partners_invested",
    "trust_between_partners",
    "good_communication",
    "knowledge_for_continuation",
    "all_partners_engaged_with_ownership",
]
Step = Annotated[int, Field(ge=1, le=5)]


class OwnAnswers(Table):
    """What the contact person of one partnership answers in one month, on the questionnaire's scale of 1 to 5.

    Runs compatible with the answers are kept.
    """

    month: MonthWithin = Field(description="month in which they were given; month 1 is the first month of the grant")
    answers: dict[QuestionOfTheSevenCs, Step] = Field(min_length=1, description="1 (lowest) to 5 (highest) per question")
    partnership: str = Field(default="", validate_default=True, description="case_id of who answers; not needed if there is one")

    @field_validator("partnership")
    @classmethod
    def one_of_the_partnerships(cls, partnership: str, info: ValidationInfo) -> str:
        """Of several partnerships one must be named, and it must be there."""
        members = surroundings(info).members
        if members is None or (not partnership and len(members) == 1):
            return partnership
        if not partnership:
            raise lacking("which of the partnerships answers")
        if partnership not in members:
            raise wrong(f"is no partnership of this scenario; {nearest_valid(partnership, members)}")
        return partnership
