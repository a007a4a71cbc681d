"""An explanation as tables, and what is needed to write them to a run folder."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from samvirke.analysis.columns import KEYS, MONTH, Column, schema_of
from samvirke.analysis.explanation.counterfactual import ButFor
from samvirke.analysis.explanation.explanation import Explanation
from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.explanation.turning_events import TurningEvents
from samvirke.model.agents.partnership import END_REASONS, FUTURES, NOT_DECIDED
from samvirke.model.fields import NEVER
from samvirke.model.language import language_of

_OF_RUNS = "of 100 runs"


def _share(name: str, meaning: str, *, never_null: bool = True) -> Column:
    return Column(name, meaning, _OF_RUNS, "double", never_null=never_null)


_MEASURE = Column(
    "measure", "what lasting means: one of the measures of shares that arms are compared by", "name", "string", never_null=True
)
_HOW_SURE_OF_THE_CHANGE: tuple[Column, ...] = (
    Column("mc_error", "standard error of the change", "points", "double", never_null=True),
    Column("low", "lower end of what chance leaves open of the change, 95 %", "points", "double", never_null=True),
    Column("high", "upper end of the same", "points", "double", never_null=True),
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
        "runs that go on when the grant ends, of those that go on from the end of this month with new chance; null once it is decided",
        never_null=False,
    ),
    Column("change", "points more of 100 that would go on had it not happened; null where that was not asked", "points", "double"),
    Column("mattered", "it is among what mattered", "yes or no", "bool", never_null=True),
)

PROSPECTS: tuple[Column, ...] = (
    *KEYS,
    MONTH,
    _MEASURE,
    _share("chance", "runs that last, of those that go on from the end of this month with new chance; month 0 is before the first"),
    _share("low", "lower end of what chance leaves open of it, 95 %"),
    _share("high", "upper end of the same"),
    Column("lives", "runs that went on from there", "number", "int64", never_null=True),
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
    _share("as_it_was", "runs that last, going on with new chance from the month before it became otherwise"),
    _share("but_for", "the same runs, and it is otherwise"),
    Column("change", "but for it, less as it was", "points", "double", never_null=True),
    *_HOW_SURE_OF_THE_CHANGE,
    Column("mattered", "the change is not chance, and at least 5 points", "yes or no", "bool", never_null=True),
    Column("lives", "pairs of runs", "number", "int64", never_null=True),
    Column("future", f"what this run would have declared, with its own chance{_FUTURE}", "name", "string"),
    Column("future_12_months", f"what would have been true of it a year later{_FUTURE}", "name", "string"),
    Column("end_month", "month in which it would have ended; null if not within the months simulated", "month", "int64"),
    Column("end_reason", "why; null likewise", "name", "string"),
    Column(
        "change_elsewhere",
        "the change over runs of this partnership with other beginnings and parameters; null for an event",
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
    _share("happens", "runs in which it happens before it is decided what goes on"),
    _share("turns", "runs that end in another of the four futures when it is called off"),
    Column("turns_low", "lower end of what chance leaves open of it, 95 %", _OF_RUNS, "double", never_null=True),
    Column("turns_high", "upper end of the same", _OF_RUNS, "double", never_null=True),
    _MEASURE,
    _share("to_lasting", "runs that last only when it is called off"),
    _share("to_ending", "runs that last only when it is not called off"),
    Column("change", "the first less the second: what calling it off changes", "points", "double", never_null=True),
    *_HOW_SURE_OF_THE_CHANGE,
    Column("lives", "runs of a partnership", "number", "int64", never_null=True),
    Column("runs", "runs they stand in: each has its own seed and draw", "number", "int64", never_null=True),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "ledger": LEDGER, "but_for": BUT_FOR, "prospects": PROSPECTS, "turning_events": TURNING_EVENTS,
}  # fmt: skip


def tables_of_explanation(what: Explanation) -> dict[str, Any]:
    """The Arrow tables `ledger`, `but_for` and `prospects`."""
    return {
        "ledger": _table(LEDGER, list(_ledger(what))),
        "but_for": _table(BUT_FOR, list(_but_for(what))),
        "prospects": _table(PROSPECTS, list(_prospects(what))),
    }


def table_of_turning_events(what: TurningEvents, measure: str, language: str) -> Any:
    """The Arrow table `turning_events`: per kind of event, what turns most first, one row per measure, the one asked for first."""
    names = [measure, *(name for name in LASTING if name != measure)]
    return _table(TURNING_EVENTS, [_turning_event(what, each, name, language) for each in what.ranked(measure) for name in names])


def _table(columns: Sequence[Column], rows: list[dict[str, Any]]) -> Any:
    return pa.Table.from_pylist(rows, schema=schema_of(columns))


def _keys(what: Explanation) -> dict[str, Any]:
    run = what.run
    return {
        "scenario": run.scenario.name, "arm": run.arm, "draw": run.draw_number, "seed": run.seed, "partnership": run.case.case_id,
    }  # fmt: skip


def _ledger(what: Explanation) -> Iterator[dict[str, Any]]:
    for entry in what.ledger:
        yield {**_keys(what), **vars(entry), "chance_continues": entry.chance}


def _prospects(what: Explanation) -> Iterator[dict[str, Any]]:
    for measure in LASTING:
        for month in range(len(what.course.states)):
            found = what.course.chance(month, measure)
            of = {"month": month, "measure": measure, "chance": found.percent, "low": found.low, "high": found.high}
            yield {**_keys(what), **of, "lives": len(what.course.seeds)}


def _but_for(what: Explanation) -> Iterator[dict[str, Any]]:
    measures = [what.measure, *(name for name in LASTING if name != what.measure)]
    for each in what.ranked:
        for measure in measures:
            yield {**_keys(what), **_asked(what, each), **_answered(each, measure), **_own(each.own)}


def _asked(what: Explanation, each: ButFor) -> dict[str, Any]:
    return {
        "cause": each.sort if each.change is None else each.change.name,
        "sort": each.sort,
        "month": each.month,
        "event": None if each.event is None else int(each.event["id"]),
        "in_words": what.label(each),
        "lives": len(what.course.seeds),
    }


def _answered(each: ButFor, measure: str) -> dict[str, Any]:
    holds, change, elsewhere = LASTING[measure].holds, each.by(measure), each.elsewhere_by(measure)
    far = {} if elsewhere is None else {"change": elsewhere.points, "low": elsewhere.low, "high": elsewhere.high}
    return {
        "measure": measure,
        "as_it_was": 100.0 * float(np.mean(holds(each.as_it_was))),
        "but_for": 100.0 * float(np.mean(holds(each.without))),
        "change": change.points, "mc_error": change.mc_error, "low": change.low, "high": change.high,
        "mattered": each.mattered(measure),
        **{f"{name}_elsewhere": value for name, value in far.items()},
    }  # fmt: skip


def _own(record: Any) -> dict[str, Any]:
    """What would have become of this run."""
    ended = int(record["end_month"]) != NEVER
    return {
        **{name: _future(int(record[name])) for name in ("future", "future_12_months")},
        "end_month": int(record["end_month"]) if ended else None,
        "end_reason": END_REASONS[int(record["end_reason"])] if ended else None,
    }


def _future(number: int) -> str | None:
    return None if number == NOT_DECIDED else FUTURES[number]


def _turning_event(what: TurningEvents, each: Any, measure: str, language: str) -> dict[str, Any]:
    turns, change = each.turns, each.change_of(measure)
    return {
        "scenario": what.what.scenario.name, "arm": what.what.arms[0], "cause": each.change.name,
        "in_words": language_of(language).gettext(each.change.label), "happens": each.happens,
        "turns": turns.percent, "turns_low": turns.low, "turns_high": turns.high,
        "measure": measure, "to_lasting": each.to_lasting(measure), "to_ending": each.to_ending(measure),
        "change": change.points, "mc_error": change.mc_error, "low": change.low, "high": change.high,
        "lives": what.replicates, "runs": len(what.what.seeds),
    }  # fmt: skip
