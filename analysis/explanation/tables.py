"""An explanation as tables, and what is needed to write them to a run folder."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from samvirke.analysis.columns import Column, schema_of
from samvirke.analysis.explanation.columns import BUT_FOR, LEDGER, PROSPECTS, TURNING_EVENTS
from samvirke.analysis.explanation.counterfactual import ButFor
from samvirke.analysis.explanation.explanation import Explanation
from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.explanation.turning_events import TurningEvents
from samvirke.model.agents.partnership import END_REASONS, FUTURES, NOT_DECIDED
from samvirke.model.fields import NEVER


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
    """What would have become of this very life."""
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
        "in_words": getattr(each.change.label, language), "happens": each.happens,
        "turns": turns.percent, "turns_low": turns.low, "turns_high": turns.high,
        "measure": measure, "to_lasting": each.to_lasting(measure), "to_ending": each.to_ending(measure),
        "change": change.points, "mc_error": change.mc_error, "low": change.low, "high": change.high,
        "lives": what.replicates, "runs": len(what.what.seeds),
    }  # fmt: skip
