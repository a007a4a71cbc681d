"""The summary as it is read: aligned lines, medians over lives, and the range that holds 90 % of them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from analysis.summary import Line, Section, Summary

NOT_A_VERDICT = "Lives like these, not a verdict on any one of them."
TWO_VIEWS = "As answered: by the contact person, 4 or 5 of 5. As it is: the state behind it, in the upper two fifths."
LOW, HIGH = 5, 95
INDENT = "  "
GAP = "    "


def summary_text(summary: Summary) -> str:
    """An arm's summary, with what is needed to read it."""
    rows = {section.title: _rows(summary, section) for section in summary.sections}
    shown = [section for section in summary.sections if rows[section.title]]
    width = max(len(label) for section in shown for label in (section.title, *dict(rows[section.title])))
    parts = ["\n".join(_section(section, rows[section.title], width)) for section in shown]
    return "\n\n".join([*parts, "\n".join(_how_to_read(summary))])


def _how_to_read(summary: Summary) -> list[str]:
    several = summary.lives > 1
    lines = [TWO_VIEWS] if any(section.unit == "share" for section in summary.sections) else []
    if several and summary.partnerships == 1:
        lines.append(f"People: the median of {summary.lives} lives, and the range that holds 90 % of them.")
    elif several:
        lines.append(f"Each number is the median of {summary.lives} lives; in brackets the range that holds 90 % of them.")
    return [*lines, NOT_A_VERDICT]


def _rows(summary: Summary, section: Section) -> list[tuple[str, list[str]]]:
    """Labels and cells: what never happened is left out where it may be, and there the most frequent stand first."""
    lines = [line for line in section.lines if line.total > 0 or not line.left_out_if_nothing]
    if all(line.left_out_if_nothing for line in lines):
        lines.sort(key=_least_total)
    return [(INDENT + line.label, [_cell(summary, section, each) for each in line.values]) for line in lines]


def _least_total(line: Line) -> float:
    return -line.total


def _section(section: Section, rows: Sequence[tuple[str, list[str]]], label_width: int) -> list[str]:
    """A title with its columns, then a line for each number."""
    widths = [max(len(each) for each in column) for column in zip(section.columns, *(cells for _, cells in rows), strict=True)]
    return [_aligned(label, label_width, cells, widths) for label, cells in ((section.title, section.columns), *rows)]


def _aligned(label: str, label_width: int, cells: Sequence[str], widths: Sequence[int]) -> str:
    columns = (GAP + cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return (label.ljust(label_width) + "".join(columns)).rstrip()


def _cell(summary: Summary, section: Section, values: Any) -> str:
    """One number of the summary; in words where it is about one partnership."""
    if np.isnan(values).all():
        return "not reached"
    if section.unit == "persons" or summary.partnerships > 1:
        return _spread(values, 100 if section.unit == "share" else 1)
    if summary.lives > 1:
        return f"{round(np.nansum(values))} of {summary.lives} lives"
    return ("yes" if values[0] else "no") if any(section.columns) else ""


def _spread(values: Any, scale: int) -> str:
    """Median and 90 % range over lives; the number alone if there is one life. Shares (scale 100) in per cent."""
    low, middle, high = (f"{round(each):,}" for each in np.nanpercentile(values * scale, [LOW, 50, HIGH]))
    mark = " %" if scale == 100 else ""
    return f"{middle}{mark}" if len(values) == 1 else f"{middle}{mark} ({low} to {high})"
