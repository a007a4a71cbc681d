"""The reported figures: which answers each row counts, and what share of the simulated answers they are."""

import math
from collections.abc import Sequence
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from samvirke.model.ensemble import Ensemble
from samvirke.model.items import ITEM_NUMBER, ITEMS, SCALES

AT_THE_END = "end"
ALL_ANSWERED = 35 / 37
"""Of the 37 partnerships two did not answer: where answers are counted together, they count as "no" (table 3 of the evaluation)."""


class Source(NamedTuple):
    """Where a row was reported: a publication by its author, year and title, and the place in it (empty if none is given)."""

    publication: str
    place: str


@dataclass(frozen=True)
class Target:
    """One reported percentage: of those to whom `given` applies (None: all), how many gave one of the answers `codes`.

    `wave` is the position of the questionnaire (the declaration at the grant's end is the last); `count` of `n` partnerships
    are behind `percent`, as far as known. `role` is fit, input, interval or upper_bound; `split` calibration or validation.
    """

    target_id: str
    split: str
    role: str
    item: str
    month: str
    codes: tuple[int, ...]
    given: tuple[str, tuple[int, ...]] | None
    percent: float
    count: float
    n: float
    source: str

    @property
    def cited(self) -> Source:
        """The source in its parts: the column of the file holds `author and year, title, place`."""
        author, _, rest = self.source.partition(", ")
        title, _, place = rest.partition(", ")
        return Source(f"{author}, {title}" if title else author, place)

    @property
    def exact_percent(self) -> float:
        """The percentage that the counts give; the printed one, which is rounded, where they are not known."""
        return self.percent if math.isnan(self.count) else 100.0 * self.count / self.n


def codes_of(item: str, words: str) -> tuple[int, ...]:
    """Answer codes from a target's categories: `4|5`, `yes`, `ended` …; raises ValueError for one the scale does not have."""
    scale = SCALES[ITEMS[item].scale]
    named = dict(zip(scale.labels, scale.codes, strict=True))
    try:
        return tuple(named[word] if word in named else scale.codes[scale.codes.index(int(word))] for word in words.split("|"))
    except ValueError as problem:
        allowed = ", ".join([*map(str, scale.codes), *scale.labels])
        raise ValueError(f"categories {words!r} of {item}: must be among {allowed}") from problem


def read_targets(file: Path) -> tuple[Target, ...]:
    """The rows of a targets file about items of the questionnaire."""
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(target_of(row) for row in DictReader(lines) if row["item"] in ITEMS)


def target_of(row: dict[str, Any]) -> Target:
    """One row of a table of reported figures."""
    given = None
    if row["given"]:
        item, _, words = row["given"].partition("=")
        given = (item, codes_of(item, words))
    return Target(
        row["target_id"], row["split"], row["role"], row["item"], row["month"], codes_of(row["item"], row["categories"]), given,
        float(row["percent"]), float(row["count"] or "nan"), float(row["n"] or "nan"), row["source"],
    )  # fmt: skip


def simulated_percent(target: Target, ensemble: Ensemble, answers: NDArray[np.int8]) -> NDArray[np.float64]:
    """The target's percentage in each run; NaN where nobody meets its condition."""
    months = [int(each) for each in ensemble.world.template.survey_months]
    counted = np.isin(answers[:, :, wave_of(target.item, target.month, months), ITEM_NUMBER[target.item]], target.codes)
    asked = np.ones(counted.shape, dtype=bool)
    if target.given is not None:
        item, codes = target.given
        asked = np.isin(answers[:, :, wave_of(item, target.month, months), ITEM_NUMBER[item]], codes)
    part = ALL_ANSWERED if ITEMS[target.item].counted else 1.0
    with np.errstate(invalid="ignore"):
        return 100.0 * part * (counted & asked).sum(axis=1) / asked.sum(axis=1)


def wave_of(item: str, month: str, months: Sequence[int]) -> int:
    """Position of the questionnaire of a month among `months`; after the last for what is declared at the grant's end."""
    if ITEMS[item].declared or month == AT_THE_END:
        return len(months)
    return list(months).index(int(month))
