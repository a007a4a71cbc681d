"""Table `events`: one row per run and event: what happened, to whom, how large it was."""

from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from samvirke.analysis.columns import Column, known, text
from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.agents.partnership import NOT_DECIDED
from samvirke.model.ensemble import Ensemble
from samvirke.model.events import ANCHORING_BEGINS, EVENT_FIELDS, FUTURE_DECLARED, RECORDED_KINDS, SUBJECT_SLOTS, SUBJECTS, WORDS
from samvirke.model.fields import NEVER, record_type

EVENTS: tuple[Column, ...] = (
    Column("month", "month in which it happened; month 1 is the first month of the scenario", "month", "int64", never_null=True),
    Column("id", "the same in every arm in which the event happens: an arm can cancel it", "number", "int64", never_null=True),
    Column("process", "which of the month's ten processes it belongs to", "name", "string", never_null=True),
    Column("kind", "what happened", "name", "string", never_null=True),
    Column(
        "subject", "whom it happened to, numbered within the partnership from 1; key person 2.1 is the first on seat 2",
        "name", "string", never_null=True,
    ),
    Column("other", "whom else it concerns, or why in a word; null for nobody", "name", "string"),
    Column("size", "how large it was; null where that has no answer", "see size_meaning", "double"),
    Column("size_meaning", "what the size says", "text", "string", never_null=True),
)  # fmt: skip
WHOLE = "partnership"


def events_of(ensemble: Ensemble) -> tuple[NDArray[np.int64], NDArray[np.int64], list[Any]]:
    """Run and partnership of every event, and the columns' values."""
    happened = np.concatenate([*ensemble.events, np.zeros(0, record_type(EVENT_FIELDS))])
    run = np.repeat(np.arange(len(ensemble.events)), [len(each) for each in ensemble.events])
    kind = happened["kind"]
    endless = (kind == ANCHORING_BEGINS) & (happened["magnitude"] > NEVER / 2)
    undeclared = (kind == FUTURE_DECLARED) & (happened["magnitude"] == NOT_DECIDED)
    values = [
        known(happened["month"]),
        known(happened["id"]),
        text(kind, [each.process for each in RECORDED_KINDS]),
        text(kind, [each.name for each in RECORDED_KINDS]),
        named([each.subject for each in RECORDED_KINDS], kind, happened["subject"]),
        named([each.other for each in RECORDED_KINDS], kind, happened["other"]),
        known(happened["magnitude"], null=endless | undeclared),
        text(kind, [each.size for each in RECORDED_KINDS]),
    ]
    return run, happened["partnership"], values


def named(sort_by_kind: list[str], kind: NDArray[np.int64], number: NDArray[np.int64]) -> pa.Array:
    """Who it is in words, from what sort of subject each kind has and its number; null for nobody.

    The words are made once for each one that occurs.
    """
    sorts = ("", *SUBJECTS)
    sort = np.array([sorts.index(each) for each in sort_by_kind])[kind]
    nobody = (sort == 0) | (number < 0)
    encoded = pa.array(np.where(nobody, 0, sort * SUBJECT_SLOTS + number)).dictionary_encode()
    words = [subject_in_words(sorts[each // SUBJECT_SLOTS], each % SUBJECT_SLOTS) for each in encoded.dictionary.to_pylist()]
    return text(encoded.indices.to_numpy(), words, null=nobody)


@cache
def numbers_by_name(sort: str) -> dict[str, int]:
    """The number within the partnership, from 0, of each subject of a sort, by what tables call it."""
    return {subject_in_words(sort, number): number for number in range(SUBJECT_SLOTS)}


def subject_in_words(sort: str, number: int) -> str:
    """A subject in words; numbers within the partnership, from 1."""
    if sort == WHOLE:
        return WHOLE
    if sort in WORDS:
        return WORDS[sort][number]
    if sort == "key person":
        seat, generation = divmod(number, GENERATIONS_PER_SEAT)
        return f"{sort} {seat + 1}.{generation + 1}"
    return f"{sort} {number + 1}"
