"""An event as a person writes it, checked against its kind and against who takes part."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, WithJsonSchema, field_validator

from samvirke.model.errors import between, nearest_valid
from samvirke.model.event_kinds import EVENT_KINDS, MUNICIPALITY, ORGANISATION, WHOLE_PARTNERSHIP
from samvirke.model.levers import LEVERS, SETTLED_AT_THE_START
from samvirke.model.scenario.resolved import ALL, Whom, parse_whom
from samvirke.model.scenario.table import MonthWithin, Table, count_of, lacking, surroundings, wrong
from samvirke.model.scenario.values import WHOLE, without_fraction

SET_LEVER = "set_lever"


def known_kind(kind: str) -> str:
    """The kind, if there is such a kind of event."""
    if kind not in EVENT_KINDS:
        raise wrong(f"is no kind of event; {nearest_valid(kind, EVENT_KINDS)}")
    return kind


KindName = Annotated[str, AfterValidator(known_kind), WithJsonSchema({"type": "string", "enum": list(EVENT_KINDS)})]


class TerseEvent(Table):
    """Something that happens in a month."""

    kind: KindName
    month: MonthWithin = Field(description="month in which it happens")
    lever: str = Field(default="", validate_default=True, description="for the kind set_lever: which lever")
    size: float | None = Field(default=None, validate_default=True, description="how large it is; what that means depends on kind")
    whom: str = Field(description='"all" or a case_id; then, if the kind allows, ":coordinator", ":organisation 3" …')

    @field_validator("lever")
    @classmethod
    def lever_fits_kind(cls, lever: str, info: ValidationInfo) -> str:
        """Only `set_lever` sets a lever, and it must."""
        kind = info.data.get("kind")
        if kind != SET_LEVER:
            return _no_lever(lever) if kind else lever
        if not lever:
            raise lacking("which lever is set")
        if lever not in LEVERS:
            raise wrong(f"is no lever; {nearest_valid(lever, LEVERS)}")
        if lever in SETTLED_AT_THE_START:
            raise wrong("is settled at the start and no event can change it; set it under levers, of a partnership or an arm")
        return lever

    @field_validator("size")
    @classmethod
    def size_within_bounds(cls, size: float | None, info: ValidationInfo) -> float | None:
        """The bounds are the kind's, or the lever's."""
        kind = EVENT_KINDS.get(info.data.get("kind", ""))
        if kind is None:
            return size
        if size is None:
            return _size_of_itself(kind.size_unit, kind.size_meaning)
        lever = LEVERS.get(info.data.get("lever", ""))
        low, high = (lever.low, lever.high) if lever else (kind.size_low, kind.size_high)
        if (low is not None and size < low) or (high is not None and size > high):
            raise wrong(between(low, high, lever.meaning if lever else kind.size_meaning))
        return without_fraction(size) if lever and lever.name in WHOLE else size

    @field_validator("whom")
    @classmethod
    def somebody_whom_it_can_happen_to(cls, whom: str, info: ValidationInfo) -> str:
        """The partnership exists, and the part of it is one that the kind can touch."""
        addressee = parse_whom(whom)
        members = surroundings(info).members
        if members is not None:
            _check_case(addressee.case_id, members)
        kind = info.data.get("kind")
        if kind is not None:
            _check_part(addressee, kind, EVENT_KINDS[kind].whom)
        if members is not None:
            _check_presence(addressee, members)
        return whom


def _no_lever(lever: str) -> str:
    if lever:
        raise wrong(f'is only for events of the kind "{SET_LEVER}"')
    return lever


def _size_of_itself(unit: str, meaning: str) -> float:
    """The size of an event whose kind has no size."""
    if unit:
        raise lacking(meaning)
    return 1.0


def _check_case(case_id: str, members: Mapping[str, Any]) -> None:
    if case_id not in (ALL, *members):
        raise wrong(f'names neither "{ALL}" nor a partnership; {nearest_valid(case_id, [ALL, *members])}')


def _check_part(addressee: Whom, kind: str, allowed: Iterable[str]) -> None:
    if addressee.part not in allowed:
        raise wrong(f"is not somebody whom {kind} can happen to; write {_ways_to_say(addressee.case_id, allowed)}")
    if addressee.part == ORGANISATION and addressee.organisation < 1:
        raise wrong(f'must name the organisation: "{addressee.case_id}:{ORGANISATION} 1" is the first')


def _ways_to_say(case_id: str, parts: Iterable[str]) -> str:
    spelled = {WHOLE_PARTNERSHIP: "", ORGANISATION: f":{ORGANISATION} 1"}
    return " or ".join(f'"{case_id}{spelled.get(part, f":{part}")}"' for part in parts)


def _check_presence(addressee: Whom, members: Mapping[str, Mapping[str, int]]) -> None:
    concerned = members.values() if addressee.case_id == ALL else [members[addressee.case_id]]
    if addressee.part == MUNICIPALITY and not any(each.get("municipality") for each in concerned):
        raise wrong("needs a municipality, and there is none among the members")
    largest = max(map(count_of, concerned), default=0)
    if addressee.organisation > largest:
        raise wrong(f"names one that is not there: organisations are 1 to {largest}")
