"""The tables that an explanation leaves: what their columns mean."""

from samvirke.analysis.columns import KEYS, MONTH, Column

_OF_RUNS = "of 100 lives"


def _share(name: str, meaning: str, *, never_null: bool = True) -> Column:
    return Column(name, meaning, _OF_RUNS, "double", never_null=never_null)


_MEASURE = Column(
    "measure", "what lasting means: one of the measures of shares that arms are compared by", "name", "string", never_null=True
)

LEDGER: tuple[Column, ...] = (
    *KEYS,
    MONTH,
    Column("calendar_month", "the same in the calendar", "YYYY-MM", "string", never_null=True),
    Column("id", "id of the event: the same in every arm in which it happens", "number", "int64", never_null=True),
    Column("kind", "what happened", "name", "string", never_null=True),
    Column("in_words", "the same in words", "text", "string", never_null=True),
    _share(
        "chance_continues",
        "lives that go on when the grant ends, of those that go on from the end of this month with other luck; null once it is decided",
        never_null=False,
    ),
    Column("change", "points more of 100 that would go on had it not happened; null where that was not asked", "points", "double"),
    Column("mattered", "it is among what mattered", "yes or no", "bool", never_null=True),
)

PROSPECTS: tuple[Column, ...] = (
    *KEYS,
    MONTH,
    _MEASURE,
    _share("chance", "lives that last, of those that go on from the end of this month with other luck; month 0 is before the first"),
    _share("low", "lower end of what chance leaves open of it, 95 %"),
    _share("high", "upper end of the same"),
    Column("lives", "lives that went on from there", "number", "int64", never_null=True),
)

_FUTURE = "; null if the grant has no end"
BUT_FOR: tuple[Column, ...] = (
    *KEYS,
    Column("cause", "what would have been otherwise: `event`, or the name of a change", "name", "string", never_null=True),
    Column(
        "sort",
        "event: one that happened, called off; course: a kind of event that never happens; practice: another from month 1",
        "one of event, course, practice",
        "string",
        never_null=True,
    ),
    Column("month", "month from which it would have been otherwise", "month", "int64", never_null=True),
    Column("event", "id of the event that is called off; null for others", "number", "int64"),
    Column("in_words", "the same in words", "text", "string", never_null=True),
    _MEASURE,
    _share("as_it_was", "lives that last, going on with other luck from the month before it became otherwise"),
    _share("but_for", "the same lives, and it is otherwise"),
    Column("change", "but for it, less as it was", "points", "double", never_null=True),
    Column("mc_error", "standard error of the change", "points", "double", never_null=True),
    Column("low", "lower end of what chance leaves open of the change, 95 %", "points", "double", never_null=True),
    Column("high", "upper end of the same", "points", "double", never_null=True),
    Column("mattered", "the change is not chance, and at least 5 points", "yes or no", "bool", never_null=True),
    Column("lives", "pairs of lives", "number", "int64", never_null=True),
    Column("future", f"what this very life would have declared, with its own luck{_FUTURE}", "name", "string"),
    Column("future_12_months", f"what would have been true of it a year later{_FUTURE}", "name", "string"),
    Column("end_month", "month in which it would have ended; null if not within the months lived", "month", "int64"),
    Column("end_reason", "why; null likewise", "name", "string"),
    Column(
        "change_elsewhere",
        "the change over lives of this partnership with other beginnings and parameters; null for an event",
        "points",
        "double",
    ),
    Column("low_elsewhere", "lower end of what chance leaves open of that, 95 %", "points", "double"),
    Column("high_elsewhere", "upper end of the same", "points", "double"),
)

TURNING_EVENTS: tuple[Column, ...] = (
    KEYS[0],
    KEYS[1],
    Column("cause", "kind of event that is called off, every time, up to the decision", "name", "string", never_null=True),
    Column("in_words", "the same in words", "text", "string", never_null=True),
    _share("happens", "lives in which it happens before it is decided what goes on"),
    _share("turns", "lives that end in another of the four futures when it is called off"),
    Column("turns_low", "lower end of what chance leaves open of it, 95 %", _OF_RUNS, "double", never_null=True),
    Column("turns_high", "upper end of the same", _OF_RUNS, "double", never_null=True),
    _MEASURE,
    _share("to_lasting", "lives that last only when it is called off"),
    _share("to_ending", "lives that last only when it is not called off"),
    Column("change", "the first less the second: what calling it off changes", "points", "double", never_null=True),
    Column("mc_error", "standard error of the change", "points", "double", never_null=True),
    Column("low", "lower end of what chance leaves open of the change, 95 %", "points", "double", never_null=True),
    Column("high", "upper end of the same", "points", "double", never_null=True),
    Column("lives", "lives of a partnership", "number", "int64", never_null=True),
    Column("runs", "runs they stand in: each has its own seed and draw", "number", "int64", never_null=True),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "ledger": LEDGER, "but_for": BUT_FOR, "prospects": PROSPECTS, "turning_events": TURNING_EVENTS,
}  # fmt: skip
