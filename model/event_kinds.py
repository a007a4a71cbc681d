"""What can befall a partnership: the kinds of event that a scenario can put in a month, and whom they happen to."""

from dataclasses import dataclass

WHOLE_PARTNERSHIP = ""
COORDINATOR = "coordinator"
LEAD = "lead"
MUNICIPALITY = "municipality"
ORGANISATION = "organisation"
WHOM: dict[str, str] = {
    WHOLE_PARTNERSHIP: "the whole partnership",
    COORDINATOR: "the coordinator",
    LEAD: "the leading organisation",
    MUNICIPALITY: "the municipality",
    ORGANISATION: "organisation {number}",
}
"""Whom an event can happen to, and what a reader calls it."""


@dataclass(frozen=True)
class EventKind:
    """A kind of event that a scenario can put in a month; `mechanisms` are the codes it acts through, of a lever's those of the lever."""

    name: str
    code: int
    label: str
    meaning: str
    size_meaning: str
    size_unit: str
    size_low: float
    size_high: float
    whom: tuple[str, ...]
    mechanisms: tuple[str, ...] = ()


EVENT_KINDS: dict[str, EventKind] = {
    kind.name: kind
    for kind in (
        EventKind("reorganisation", 1, "Reorganisation in the municipality",
                  "municipal partners are reorganised: leaders change, roles unsettle, people leave",
                  "how much of the organisation it touches", "share", 0, 1, (WHOLE_PARTNERSHIP, MUNICIPALITY), ("K6", "E9")),
        EventKind("savings_round", 2, "Savings round in the municipality", "municipal partners cut the hours they put in",
                  "share of their hours that is cut", "share", 0, 1, (WHOLE_PARTNERSHIP, MUNICIPALITY), ("M4", "E9")),
        EventKind("key_person_leaves", 3, "A key person leaves", "the person on a seat leaves", "not used; 1", "", 0, 1,
                  (WHOLE_PARTNERSHIP, COORDINATOR, LEAD, ORGANISATION), ("K1", "K2", "K3")),
        EventKind("organisation_leaves", 4, "An organisation leaves", "a member organisation leaves the partnership", "not used; 1", "",
                  0, 1, (LEAD, MUNICIPALITY, ORGANISATION), ("X11",)),
        EventKind("set_lever", 5, "From then on it is done differently", "the partnership changes a practice from this month on",
                  "the lever's new value, within the lever's bounds", "as the lever", -1, 240, (WHOLE_PARTNERSHIP,)),
        EventKind("quarrel", 6, "An open quarrel", "an open quarrel breaks out", "how much tension it adds", "share", 0, 1,
                  (WHOLE_PARTNERSHIP,), ("G5", "T1")),
    )
}  # fmt: skip
