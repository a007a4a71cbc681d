"""One's own answers to the seven C's: what a partnership's contact person answers in a month; runs compatible with them are kept."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from samvirke.model.errors import nearest_valid
from samvirke.model.scenario.surroundings import MonthWithin, lacking, surroundings, wrong
from samvirke.model.scenario.table import Table

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
    """Answers of one partnership in one month, on the questionnaire's scale of 1 to 5."""

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
