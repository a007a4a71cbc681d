"""Events: what happened, with an id that is the same in every arm in which it happens, so that an arm can call it off."""

from dataclasses import dataclass
from typing import Any

from samvirke.model.agents.activity import CAUSES, HOST_KINDS
from samvirke.model.agents.partnership import END_REASONS, FUTURES
from samvirke.model.chance import EARLIEST_MONTH, Moment
from samvirke.model.event_kinds import EVENT_KINDS
from samvirke.model.fields import Field, code, codes, count, index
from samvirke.model.levers import LEVERS
from samvirke.model.rule import rule

PROCESSES = (
    "context", "turnover", "meet", "contribute", "deliver", "volunteers", "citizens", "value", "anchor", "survey",
)  # fmt: skip
SUBJECTS = (
    "partnership", "organisation", "seat", "key person", "activity", "volunteer", "citizen", "lever", "grant", "motive", "reason", "future",
    "host", "cause", "provocation",
)  # fmt: skip
MOTIVES = ("commitment", "trust", "expected gain", "backing", "money", "felt need", "ownership", "cost", "stake", "luck",
           "conflict", "other tasks", "papers")  # fmt: skip
COMMITMENT, TRUST, GAIN, BACKING, MONEY, NEED, OWNERSHIP, COST, STAKE, CHANCE, DISCORD, OTHER_TASKS, PAPERS = codes(0, len(MOTIVES))
PROVOCATIONS = ("unspoken tension", "stakes", "too little time", "a broken promise")
TENSION, AT_STAKE, TOO_LITTLE_TIME, BROKEN_PROMISE = codes(0, len(PROVOCATIONS))
WORDS: dict[str, tuple[str, ...]] = {
    "lever": tuple(LEVERS),
    "motive": MOTIVES,
    "reason": END_REASONS,
    "future": FUTURES,
    "host": HOST_KINDS,
    "cause": CAUSES,
    "provocation": PROVOCATIONS,
}
"""Sorts of subject that are words and not agents: a number is a position among them."""
TARGETS = ("whole partnership", "coordinator", "lead", "municipality", "organisation")
FOR_ALL = -1


@dataclass(frozen=True)
class RecordedKind:
    """A kind of event as the `events` table shows it: which process, what the subject, the other and the size are.

    `label` is what a reader calls it. An arm can call off what befalls or is decided (`cancellable`), not what merely follows from how
    things stand.
    """

    process: str
    name: str
    label: str
    subject: str
    other: str
    size: str
    cancellable: bool = True


RECORDED_KINDS: tuple[RecordedKind, ...] = (
    RecordedKind("context", "reorganisation", "A municipality is reorganised", "organisation", "", "share of the organisation it touches"),
    RecordedKind("context", "savings_round", "A municipality saves hours", "organisation", "", "share of its own hours cut"),
    RecordedKind("context", "lever_set", "A practice is changed", "lever", "", "new value of the lever"),
    RecordedKind("context", "quarrel", "A quarrel that the scenario puts in", "partnership", "", "tension added"),
    RecordedKind("turnover", "key_person_leaves", "A key person leaves", "key person", "organisation", "mean trust others had in her"),
    RecordedKind("turnover", "successor_arrives", "A successor arrives",
                 "key person", "organisation", "share of ties and knowledge kept", cancellable=False),
    RecordedKind("meet", "conflict_breaks_out", "A conflict breaks out", "partnership", "provocation", "strain when it broke out"),
    RecordedKind("meet", "agreement_revised", "The agreement is revised", "partnership", "", "age of the agreement in months"),
    RecordedKind("meet", "collaboration_deepens", "The collaboration deepens",
                 "partnership", "", "new level (0 network to 3 samvirke)", cancellable=False),
    RecordedKind("meet", "collaboration_loosens", "The collaboration loosens",
                 "partnership", "", "new level (0 network to 3 samvirke)", cancellable=False),
    RecordedKind("contribute", "promise_broken", "A promise of hours is broken",
                 "organisation", "", "share of the promised hours not given"),
    RecordedKind("deliver", "activity_starts", "An activity starts", "activity", "", "quality"),
    RecordedKind("volunteers", "volunteer_joins", "A volunteer joins", "volunteer", "", "motivation"),
    RecordedKind("volunteers", "volunteer_stops", "A volunteer stops", "volunteer", "", "months served"),
    RecordedKind("citizens", "citizen_volunteers", "A citizen becomes a volunteer", "citizen", "volunteer", "change of wellbeing so far"),
    RecordedKind("value", "organisation_leaves", "An organisation leaves", "organisation", "motive", "commitment"),
    RecordedKind("anchor", "anchoring_begins", "Anchoring begins", "partnership", "", "months left of the grant"),
    RecordedKind("anchor", "host_found", "An activity finds a host for afterwards", "activity", "organisation", "the host's readiness"),
    RecordedKind("anchor", "application_sent", "An application is sent", "partnership", "", "chance it has as things stand"),
    RecordedKind("anchor", "money_won", "An application succeeds", "partnership", "", "DKK per month"),
    RecordedKind("anchor", "application_refused", "An application is refused", "partnership", "", "chance it had", cancellable=False),
    RecordedKind("anchor", "organisation_stays", "An organisation wants to go on",
                 "organisation", "motive", "margin above the threshold", cancellable=False),
    RecordedKind("anchor", "organisation_withdraws", "An organisation does not want to go on",
                 "organisation", "motive", "margin below the threshold"),
    RecordedKind("anchor", "future_declared", "The future is declared",
                 "partnership", "future", "position in the list of futures", cancellable=False),
    RecordedKind("anchor", "activity_handed_over", "An activity is handed over", "activity", "organisation", "quality", cancellable=False),
    RecordedKind("anchor", "activity_ends", "An activity ends", "activity", "cause", "months it ran", cancellable=False),
    RecordedKind("anchor", "partnership_ends", "The partnership ends",
                 "partnership", "reason", "position in the list of reasons", cancellable=False),
    RecordedKind("context", "host_withdrew", "A host withdraws", "activity", "organisation", "chance that it would", cancellable=False),
    RecordedKind("deliver", "activity_falls_through", "An activity falls through", "activity", "", "part of the capacity that is missing"),
    RecordedKind("deliver", "promises_scaled_down", "Promises are scaled down", "partnership", "", "part of the promises given up"),
    RecordedKind("anchor", "partnership_weakens", "The partnership is too weak for a month",
                 "partnership", "", "hours per month that are left", cancellable=False),
    RecordedKind("context", "lead_passes_on", "Another organisation takes the lead",
                 "organisation", "", "its ownership", cancellable=False),
    RecordedKind("context", "organisation_joins", "An organisation joins", "organisation", "", "gain it expects"),
    RecordedKind("context", "organisation_refuses", "An organisation refuses to join",
                 "organisation", "motive", "1 for good, 0 for now", cancellable=False),
    RecordedKind("context", "request_sent", "A decision is asked for", "partnership", "", "months an answer takes on average"),
    RecordedKind("context", "request_granted", "What was asked for is granted", "partnership", "", "months waited", cancellable=False),
    RecordedKind("context", "request_changed", "What was asked for comes back changed",
                 "partnership", "", "months waited", cancellable=False),
    RecordedKind("context", "request_refused", "What was asked for is refused", "partnership", "", "months waited", cancellable=False),
    RecordedKind("context", "request_unanswered", "What was asked for is never answered",
                 "partnership", "", "months waited", cancellable=False),
    RecordedKind("anchor", "host_outside_found", "An activity finds a host outside the members",
                 "activity", "host", "the host's readiness"),
    RecordedKind("anchor", "waits_for_host", "An activity goes on without a host and waits for one", "activity", "",
                 "hours per month it is run with", cancellable=False),
)  # fmt: skip
KIND_NUMBER: dict[str, Any] = dict(zip((kind.name for kind in RECORDED_KINDS), codes(0, len(RECORDED_KINDS)), strict=True))
REORGANISATION = KIND_NUMBER["reorganisation"]
SAVINGS_ROUND = KIND_NUMBER["savings_round"]
LEVER_SET = KIND_NUMBER["lever_set"]
QUARREL = KIND_NUMBER["quarrel"]
KEY_PERSON_LEAVES = KIND_NUMBER["key_person_leaves"]
SUCCESSOR_ARRIVES = KIND_NUMBER["successor_arrives"]
CONFLICT_BREAKS_OUT = KIND_NUMBER["conflict_breaks_out"]
AGREEMENT_REVISED = KIND_NUMBER["agreement_revised"]
COLLABORATION_DEEPENS = KIND_NUMBER["collaboration_deepens"]
COLLABORATION_LOOSENS = KIND_NUMBER["collaboration_loosens"]
PROMISE_BROKEN = KIND_NUMBER["promise_broken"]
ACTIVITY_STARTS = KIND_NUMBER["activity_starts"]
VOLUNTEER_JOINS = KIND_NUMBER["volunteer_joins"]
VOLUNTEER_STOPS = KIND_NUMBER["volunteer_stops"]
CITIZEN_VOLUNTEERS = KIND_NUMBER["citizen_volunteers"]
ORGANISATION_LEAVES = KIND_NUMBER["organisation_leaves"]
ANCHORING_BEGINS = KIND_NUMBER["anchoring_begins"]
HOST_FOUND = KIND_NUMBER["host_found"]
APPLICATION_SENT = KIND_NUMBER["application_sent"]
MONEY_WON = KIND_NUMBER["money_won"]
APPLICATION_REFUSED = KIND_NUMBER["application_refused"]
ORGANISATION_STAYS = KIND_NUMBER["organisation_stays"]
ORGANISATION_WITHDRAWS = KIND_NUMBER["organisation_withdraws"]
FUTURE_DECLARED = KIND_NUMBER["future_declared"]
ACTIVITY_HANDED_OVER = KIND_NUMBER["activity_handed_over"]
ACTIVITY_ENDS = KIND_NUMBER["activity_ends"]
PARTNERSHIP_ENDS = KIND_NUMBER["partnership_ends"]
HOST_WITHDREW = KIND_NUMBER["host_withdrew"]
ACTIVITY_FALLS_THROUGH = KIND_NUMBER["activity_falls_through"]
PROMISES_SCALED_DOWN = KIND_NUMBER["promises_scaled_down"]
PARTNERSHIP_WEAKENS = KIND_NUMBER["partnership_weakens"]
LEAD_PASSES_ON = KIND_NUMBER["lead_passes_on"]
ORGANISATION_JOINS = KIND_NUMBER["organisation_joins"]
ORGANISATION_REFUSES = KIND_NUMBER["organisation_refuses"]
REQUEST_SENT = KIND_NUMBER["request_sent"]
REQUEST_GRANTED = KIND_NUMBER["request_granted"]
REQUEST_CHANGED = KIND_NUMBER["request_changed"]
REQUEST_REFUSED = KIND_NUMBER["request_refused"]
REQUEST_UNANSWERED = KIND_NUMBER["request_unanswered"]
HOST_OUTSIDE_FOUND = KIND_NUMBER["host_outside_found"]
WAITS_FOR_HOST = KIND_NUMBER["waits_for_host"]

EVENT_FIELDS: tuple[Field, ...] = (
    count("id", "the event's id: kind, month, partnership number and subject, packed", "number"),
    Field("month", "month in which it happened", "month", None, None, "count"),
    index("partnership", "row of the partnership"),
    code("kind", "what happened", tuple(kind.name for kind in RECORDED_KINDS)),
    count("subject", "whom it happened to: number within the partnership, from 0", "number"),
    index("other", "whom else it concerns: number within the partnership, from 0; -1 for nobody"),
    Field("magnitude", "how large it was: see the kind of event", "see kind", None, None),
)

SCHEDULED_FIELDS: tuple[Field, ...] = (
    Field("month", "month in which it happens", "month", None, None, "count"),
    code("kind", "code of the kind in EVENT_KINDS", ("", *EVENT_KINDS)),
    index("partnership", "row of the partnership; -1 for all"),
    code("target", "whom in the partnership", TARGETS),
    count("organisation", "which organisation, for target organisation, from 0", "number"),
    index("lever", "position of the lever, for a lever that is set"),
    Field("magnitude", "how large it is", "see kind", None, None),
)

SUBJECT_SLOTS = 2**16
PARTNERSHIP_SLOTS = 2**12
MONTH_SLOTS = 2**12


@rule
def event_id(kind: int, month: int, partnership_number: int, subject: int) -> int:
    """An id below 2**53 (exact in every table format): the same event has the same id in every arm."""
    return ((kind * MONTH_SLOTS + month - EARLIEST_MONTH) * PARTNERSHIP_SLOTS + partnership_number) * SUBJECT_SLOTS + subject


def kind_of_event(id_of_event: int) -> int:
    """Position in RECORDED_KINDS that an event's id carries."""
    return id_of_event // (SUBJECT_SLOTS * PARTNERSHIP_SLOTS * MONTH_SLOTS)


@rule
def called_off(state: Any, moment: Moment, p: int, kind: int, subject: int) -> bool:
    """Whether the arm cancels this event."""
    if len(state.cancelled) == 0:
        return False
    this = event_id(kind, moment.month, state.partnerships[p].number, subject)
    for cancelled in state.cancelled:
        if cancelled == this:
            return True
    return False


@rule
def happened(state: Any, moment: Moment, p: int, kind: int, subject: int, other: int, size: float) -> None:
    """Keep an event, if the run keeps events; when there is no room the clock counts it."""
    if len(state.events) == 0:
        return
    clock = state.clock[0]
    if clock.events == len(state.events):
        clock.events_not_kept += 1
        return
    event = state.events[clock.events]
    event.id = event_id(kind, moment.month, state.partnerships[p].number, subject)
    event.month = moment.month
    event.partnership = p
    event.kind = kind
    event.subject = subject
    event.other = other
    event.magnitude = size
    clock.events += 1
