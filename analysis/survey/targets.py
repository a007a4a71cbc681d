"""The reported figures: which answers each row counts, and what share of the simulated answers they are."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from samvirke.model.ensemble import Ensemble
from samvirke.model.errors import ScenarioError, nearest_valid, refused, shown
from samvirke.model.items import ITEM_NUMBER, ITEMS, SCALES
from samvirke.model.scenario.csv_rows import Columns, Row, rows_in
from samvirke.model.scenario.text import read_text

AT_THE_END = "end"
CALIBRATION, FIT = "calibration", "fit"
REQUIRED = ("item", "month", "categories", "percent", "count", "n", "source")
COLUMNS = Columns(
    ("target_id", "relation_id", "cross_table", "split", "role", "population", "scale", "given", "n_is", "note", *REQUIRED), REQUIRED
)
"""Of a table of reported figures: margins (`target_id`), or rows of cross-tables (`relation_id`, `cross_table`)."""
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


def rows_of(file: Path, columns: Columns) -> list[Row]:
    """The rows of a table of reported figures. Raises ScenarioError where it cannot be read, or is not such a table."""
    rows, problems = rows_in(read_text(file, file.name), file.name, columns)
    if problems:
        raise ScenarioError(problems)
    return rows


def number_in(row: Row, column: str, file: Path, *, least: float = -math.inf, most: float = math.inf, empty: float | None = None) -> float:
    """The number in a cell, from `least` to `most`; `empty` is what an empty one means. Raises ScenarioError."""
    cell = row.cells[column]
    if not cell and empty is not None:
        return empty
    try:
        found = float(cell)
    except ValueError:
        found = math.nan
    if not least <= found <= most:
        bounds = f"from {least:g} to {most:g}" if math.isfinite(most) else f"of at least {least:g}" if math.isfinite(least) else ""
        raise refused(file.name, f"column {column} = {shown(cell)} must be a number {bounds}".rstrip(), row.line)
    return found


def read_targets(file: Path) -> tuple[Target, ...]:
    """The rows of a targets file about items of the questionnaire. Raises ScenarioError for a row that cannot be."""
    return tuple(target_of(row, file) for row in rows_of(file, COLUMNS) if row.cells["item"] in ITEMS)


def target_of(row: Row, file: Path) -> Target:
    """One row of a table of reported figures. Raises ScenarioError for a cell that cannot be."""
    cells = row.cells
    given = None
    try:
        codes = codes_of(cells["item"], cells["categories"])
        if cells["given"]:
            item, _, words = cells["given"].partition("=")
            if item not in ITEMS:
                raise ValueError(f"given {cells['given']!r}: {item!r} is no item of the questionnaire; {nearest_valid(item, ITEMS)}")
            given = (item, codes_of(item, words))
    except ValueError as problem:
        raise refused(file.name, str(problem), row.line) from problem
    n = number_in(row, "n", file, least=1, empty=math.nan)
    count = number_in(row, "count", file, least=0, most=math.inf if math.isnan(n) else n, empty=math.nan)
    percent = number_in(row, "percent", file, least=0, most=100)
    name = cells["target_id"] or cells["relation_id"]
    split, role = cells["split"] or CALIBRATION, cells["role"] or FIT
    return Target(name, split, role, cells["item"], cells["month"], codes, given, percent, count, n, cells["source"])


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
