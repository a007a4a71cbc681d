"""The summary as it is read: aligned lines, medians over runs, and the range that holds 90 % of them."""

from collections.abc import Sequence

import numpy as np

from samvirke.analysis.comparison.reading import SURE
from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.summary.summary import Floats, Line, Section, Summary
from samvirke.model.language import Language, language_of

LOW, HIGH = 5, 95
INDENT = "  "
GAP = "    "


def summary_text(summary: Summary, language: str = "en") -> str:
    """An arm's summary, with what is needed to read it."""
    words = language_of(language)
    rows = {_title(section, words): _rows(summary, section, words) for section in summary.sections}
    shown = [section for section in summary.sections if rows[_title(section, words)]]
    width = max(len(label) for section in shown for label in (_title(section, words), *dict(rows[_title(section, words)])))
    parts = ["\n".join(_section(section, rows[_title(section, words)], width, words)) for section in shown]
    return "\n\n".join([*parts, "\n".join(_how_to_read(summary, words))])


def _title(section: Section, language: Language) -> str:
    heading = language.gettext(section.heading)
    return heading if section.month is None else language.gettext("{heading}, in month {month}", heading=heading, month=section.month)


def _how_to_read(summary: Summary, language: Language) -> list[str]:
    _, several, one_partnership = language.gettext, summary.replicates > 1, summary.partnerships == 1
    lines = []
    if any(section.unit == "share" for section in summary.sections):
        lines.append(_("As answered: by the contact person, 4 or 5 of 5. As it is: the simulated state, in the upper two fifths."))
    if several and one_partnership:
        lines.append(_("Runs: in brackets the 90 % interval of the share, per 100 runs."))
        lines.append(language.ngettext(
            "People: median and 90 % range of {n} run.", "People: median and 90 % range of {n} runs.", summary.replicates,
        ))  # fmt: skip
    elif several:
        lines.append(language.ngettext(
            "Each number is the median of {n} run; in brackets the range that holds 90 % of them.",
            "Each number is the median of {n} runs; in brackets the range that holds 90 % of them.", summary.replicates,
        ))  # fmt: skip
    return [*lines, _(OF_MANY_RUNS)]


def _rows(summary: Summary, section: Section, language: Language) -> list[tuple[str, list[str]]]:
    """Labels and cells: what never happened is left out where it may be, and there the most frequent stand first."""
    lines = [line for line in section.lines if line.total > 0 or not line.left_out_if_nothing]
    if all(line.left_out_if_nothing for line in lines):
        lines.sort(key=_least_total)
    return [(_label(line, language), [_cell(summary, section, each, language) for each in line.values]) for line in lines]


def _label(line: Line, language: Language) -> str:
    return INDENT * (2 if line.is_part else 1) + language.gettext(line.label)


def _least_total(line: Line) -> float:
    return -line.total


def _section(section: Section, rows: Sequence[tuple[str, list[str]]], label_width: int, language: Language) -> list[str]:
    """A title with its columns, then a line for each number."""
    heads = [language.gettext(each) for each in section.columns]
    widths = [max(len(each) for each in column) for column in zip(heads, *(cells for _, cells in rows), strict=True)]
    return [_aligned(label, label_width, cells, widths) for label, cells in ((_title(section, language), heads), *rows)]


def _aligned(label: str, label_width: int, cells: Sequence[str], widths: Sequence[int]) -> str:
    columns = (GAP + cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return (label.ljust(label_width) + "".join(columns)).rstrip()


def _cell(summary: Summary, section: Section, values: Floats, language: Language) -> str:
    """One number of the summary; in words where it is about one partnership."""
    _ = language.gettext
    if np.isnan(values).all():
        return _("not reached")
    if section.unit == "persons" or summary.partnerships > 1:
        return _spread(values, language, in_percent=section.unit == "share")
    if summary.replicates > 1:
        low, high = map(language.number, of_100(values))
        return language.ngettext(
            "{number} of {n} run ({low} to {high} of 100)", "{number} of {n} runs ({low} to {high} of 100)", summary.replicates,
            number=language.number(float(np.nansum(values))), low=low, high=high,
        )  # fmt: skip
    return (_("yes") if values[0] else _("no")) if any(section.columns) else ""


def of_100(values: Floats) -> tuple[float, float]:
    """The 90 % interval of a share, per 100 runs (Wilson 1927); runs in which it is not known are not counted."""
    n, share = int((~np.isnan(values)).sum()), float(np.nanmean(values))
    middle = (share + SURE**2 / (2 * n)) / (1 + SURE**2 / n)
    reach = SURE / (1 + SURE**2 / n) * (share * (1 - share) / n + SURE**2 / (4 * n * n)) ** 0.5
    return 100.0 * (middle - reach), 100.0 * (middle + reach)


def _spread(values: Floats, language: Language, *, in_percent: bool) -> str:
    """Median and 90 % range over runs; the number alone if there is one run."""
    low, middle, high = np.nanpercentile(100.0 * values if in_percent else values, [LOW, 50, HIGH])
    median = language.percent(middle / 100.0) if in_percent else language.number(middle)
    if len(values) == 1:
        return median
    return language.gettext("{median} ({low} to {high})", median=median, low=language.number(low), high=language.number(high))
