"""What every table of a scenario file has in common: frozen, strict about types, no unknown keys.

And what it is checked against besides itself: the length of the scenario and who takes part.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeGuard, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, ValidationInfo
from pydantic_core import PydanticCustomError

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

    def in_language(self, code: str) -> str:
        """The words in a language; in English where scenario files have none in it."""
        return str(getattr(self, code)) if code in type(self).model_fields else self.en


def is_a_number(value: object) -> TypeGuard[float]:
    """Whether it is an ordinary number: no text, no flag, not NaN, not infinite."""
    return isinstance(value, float | int) and not isinstance(value, bool) and abs(value) < LARGEST_NUMBER


@dataclass(frozen=True)
class Surroundings:
    """What is known of the scenario around a table; None where the file does not (rightly) say it."""

    months: int | None = None
    members: Mapping[str, Mapping[str, int]] | None = None
    arms: tuple[str, ...] | None = None
    cases_carry_grants: bool = False


def surroundings(info: ValidationInfo) -> Surroundings:
    """The surroundings that the reader handed to pydantic."""
    return info.context if isinstance(info.context, Surroundings) else Surroundings()


def wrong(rule: str) -> PydanticCustomError:
    """An error whose sentence is: the key, its value, `rule`."""
    return PydanticCustomError("wrong", "{rule}", {"rule": rule})


def lacking(what: str) -> PydanticCustomError:
    """An error about a key that is not there and should be: `what` says what it is for."""
    return PydanticCustomError("lacking", "{rule}", {"rule": what})


def not_after_the_last_month(month: int, info: ValidationInfo) -> int:
    """The month, if the scenario lasts that long."""
    last = surroundings(info).months
    if last is not None and month > last:
        raise wrong(f"lies after the last month, {last}")
    return month


MonthWithin = Annotated[Month, AfterValidator(not_after_the_last_month)]


def count_of(members: Mapping[Any, Any]) -> int:
    """How many organisations; what is no number is not counted."""
    return sum(number for number in members.values() if isinstance(number, int))
