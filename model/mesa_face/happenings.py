"""The events of a run in words and agents instead of codes and numbers."""

from typing import Any, NamedTuple

from samvirke.model.events import RECORDED_KINDS, WORDS

FIRST_ROW = {
    "organisation": ("organisations", "first_organisation"),
    "activity": ("activities", "first_activity"),
    "volunteer": ("volunteers", "first_volunteer"),
    "citizen": ("citizens", "first_citizen"),
}
"""Per kind of subject: the table it is in, and the partnership's field with the position of its first row."""


class Happening(NamedTuple):
    """One event. `subject` and `other` are agents (a word where it is a lever, a motive or a reason; None for nobody)."""

    id: int
    month: int
    partnership: Any
    process: str
    kind: str
    subject: Any
    other: Any
    size: float
    meaning_of_size: str

    def __str__(self) -> str:
        whom = " ".join(str(each) for each in (self.subject, self.other) if each is not None)
        return f"month {self.month}: {self.kind} {whom}, {self.meaning_of_size} {self.size:.3g}"


def happenings(model: Any, month: int | None = None) -> list[Happening]:
    """What has happened so far, or only in `month`, in the order it happened."""
    kept = model.state.events[: model.state.clock[0].events]
    return [_happening(model, event) for event in (kept if month is None else kept[kept.month == month])]


def _happening(model: Any, event: Any) -> Happening:
    kind = RECORDED_KINDS[event.kind]
    partnership = model.agent_at("partnerships", int(event.partnership))
    subject = _whom(model, partnership, kind.subject, int(event.subject))
    other = _whom(model, partnership, kind.other, int(event.other))
    return Happening(
        int(event.id), int(event.month), partnership, kind.process, kind.name, subject, other, float(event.magnitude), kind.size
    )


def _whom(model: Any, partnership: Any, kind: str, number: int) -> Any:
    if kind == "partnership":
        return partnership
    if kind in WORDS:
        return WORDS[kind][number] if number >= 0 else None
    if kind == "key person":
        return model.agent_at("key_persons", int(model.state.seats[partnership.first_seat].first_person) + number)
    if kind not in FIRST_ROW or number < 0:
        return None
    table, first = FIRST_ROW[kind]
    return model.agent_at(table, getattr(partnership, first) + number)
