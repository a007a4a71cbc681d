"""What a table of a scenario is checked against besides itself: the length of the scenario and who takes part."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from samvirke.model.scenario.table import Month


@dataclass(frozen=True)
class Surroundings:
    """What is known of the scenario around a table; None where the file does not give it validly."""

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
    """An error about a key that is not there and should be: `what` is what it is for."""
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
