"""The summary as it is read: aligned lines, medians over lives, and the range that holds 90 % of them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from samvirke.analysis.comparison.reading import SURE
from samvirke.analysis.summary.summary import Line, Section, Summary
from samvirke.analysis.summary.words import LANGUAGES, Words

LOW, HIGH = 5, 95
INDENT = "  "
GAP = "    "


def summary_text(summary: Summary, language: str = "en") -> str:
    """An arm's summary, with what is needed to read it."""
    words = LANGUAGES[language]
    rows = {section.title: _rows(summary, section, words) for section in summary.sections}
    shown = [section for section in summary.sections if rows[section.title]]
    width = max(len(label) for section in shown for label in (words.label(section.title), *dict(rows[section.title])))
    parts = ["\n".join(_section(section, rows[section.title], width, words)) for section in shown]
    return "\n\n".join([*parts, "\n".join(_how_to_read(summary, words))])


def _how_to_read(summary: Summary, words: Words) -> list[str]:
    several = summary.replicates > 1
    lines = [words.two_views] if any(section.unit == "share" for section in summary.sections) else []
    if several:
        lines += [words.shares] if summary.partnerships == 1 else []
        lines.append((words.people if summary.partnerships == 1 else words.medians).format(replicates=words.number(summary.replicates)))
    return [*lines, words.not_a_verdict]


def _rows(summary: Summary, section: Section, words: Words) -> list[tuple[str, list[str]]]:
    """Labels and cells: what never happened is left out where it may be, and there the most frequent stand first."""
    lines = [line for line in section.lines if line.total > 0 or not line.left_out_if_nothing]
    if all(line.left_out_if_nothing for line in lines):
        lines.sort(key=_least_total)
    return [(INDENT + words.label(line.label), [_cell(summary, section, each, words) for each in line.values]) for line in lines]


def _least_total(line: Line) -> float:
    return -line.total


def _section(section: Section, rows: Sequence[tuple[str, list[str]]], label_width: int, words: Words) -> list[str]:
    """A title with its columns, then a line for each number."""
    heads = [words.label(each) for each in section.columns]
    widths = [max(len(each) for each in column) for column in zip(heads, *(cells for _, cells in rows), strict=True)]
    return [_aligned(label, label_width, cells, widths) for label, cells in ((words.label(section.title), heads), *rows)]


def _aligned(label: str, label_width: int, cells: Sequence[str], widths: Sequence[int]) -> str:
    columns = (GAP + cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return (label.ljust(label_width) + "".join(columns)).rstrip()


def _cell(summary: Summary, section: Section, values: Any, words: Words) -> str:
    """One number of the summary; in words where it is about one partnership."""
    if np.isnan(values).all():
        return words.not_reached
    if section.unit == "persons" or summary.partnerships > 1:
        return _spread(values, 100 if section.unit == "share" else 1, words)
    if summary.replicates > 1:
        low, high = map(words.number, of_100(values))
        return words.of_runs.format(number=words.number(np.nansum(values)), replicates=words.number(summary.replicates), low=low, high=high)
    return (words.yes if values[0] else words.no) if any(section.columns) else ""


def of_100(values: Any) -> tuple[float, float]:
    """How many of 100 such lives it is, as far as so many lives tell (90 %, Wilson); those that do not tell are not counted."""
    n, share = int((~np.isnan(values)).sum()), float(np.nanmean(values))
    middle = (share + SURE**2 / (2 * n)) / (1 + SURE**2 / n)
    reach = SURE / (1 + SURE**2 / n) * (share * (1 - share) / n + SURE**2 / (4 * n * n)) ** 0.5
    return 100.0 * (middle - reach), 100.0 * (middle + reach)


def _spread(values: Any, scale: int, words: Words) -> str:
    """Median and 90 % range over lives; the number alone if there is one life. Shares (scale 100) in per cent."""
    low, middle, high = (words.number(each) for each in np.nanpercentile(values * scale, [LOW, 50, HIGH]))
    mark = " %" if scale == 100 else ""
    return f"{middle}{mark}" if len(values) == 1 else f"{middle}{mark} ({words.range.format(low=low, high=high)})"
