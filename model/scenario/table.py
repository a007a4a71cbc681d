"""What every table of a scenario file has in common: frozen, strict about types, no unknown keys."""

from typing import Annotated, TypeGuard, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict

HIGHEST_MONTH = 240
MOST_PARTNERSHIPS = 4096
HIGHEST_NUMBER = MOST_PARTNERSHIPS - 1
HIGHEST_EVENT_ID = 2**53 - 1
LARGEST_NUMBER = 1e300

Value = TypeVar("Value")
Several = Annotated[tuple[Value, ...], Strict(False)]
"""A list in the file, a tuple in Python; its values stay strict."""

Month = Annotated[int, Field(ge=1, le=HIGHEST_MONTH)]
Share = Annotated[float, Field(ge=0, le=1)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=80)]
"""What appears in tables and on the command line: small letters, digits, hyphens."""


class Table(BaseModel):
    """One table of the file: text is never taken for a number, and no number is NaN or infinite."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Text(Table):
    """The same words in Danish and in English."""

    da: str = Field(min_length=1, description="the words in Danish")
    en: str = Field(min_length=1, description="the words in English")


def is_a_number(value: object) -> TypeGuard[float]:
    """Whether it is an ordinary number: no text, no flag, not NaN, not infinite."""
    return isinstance(value, float | int) and not isinstance(value, bool) and abs(value) < LARGEST_NUMBER
