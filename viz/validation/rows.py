"""The table of every reported row: what it was used for, what is simulated, and where it comes from."""

from collections.abc import Sequence

from samvirke.analysis.survey.questionnaire import row_label
from samvirke.analysis.validation.predictive import Predicted
from samvirke.analysis.validation.validation import Validation
from samvirke.viz.page.pieces import table
from samvirke.viz.validation.tables import explained, head
from samvirke.viz.validation.words import NOTHING, Words

COLUMNS = ("row", "use", "reported", "n", "simulated", "median percent", "interval", "place")


def rows_table(validation: Validation, words: Words) -> str:
    """All rows: fitted, kept aside, interval and bound, start."""
    found = (*validation.fitted, *validation.validation, *validation.bounds, *validation.inputs)
    title = common_title([row.target.source for row in found])
    rows = [row_cells(row, title, words) for row in found]
    heads = [*head(words, *COLUMNS), f"{words.say('source')}: {title}".removesuffix(": ")]
    return explained("rows", table(heads, rows, words=(0, 1, 7, 8), marked=words.say("place outside"), kind="rows"), words)


def common_title(sources: Sequence[str]) -> str:
    """The author and title that all sources begin with; empty if they do not."""
    titles = {", ".join(source.split(", ")[:2]) for source in sources}
    return titles.pop() if len(titles) == 1 else ""


def row_cells(row: Predicted, title: str, words: Words) -> list[str]:
    """One row in words and figures."""
    target = row.target
    numbers = [words.number(target.percent), f"{target.n:.0f}", words.number(row.mean), words.number(row.median)]
    label = row_label(target, words.language)
    return [label, used_as(row, words), *numbers, words.range(row.low, row.high), place_of(row, words), _place(target.source, title)]


def _place(source: str, title: str) -> str:
    return source.removeprefix(title).removeprefix(", ") or NOTHING


def used_as(row: Predicted, words: Words) -> str:
    """What the row was used for."""
    use = "validation" if row.target.split == "validation" else row.target.role
    return words.say(f"use {use}", note=words.say("note interval"))


def place_of(row: Predicted, words: Words) -> str:
    """Inside or outside; for an upper bound, whether the simulated mean keeps to it."""
    if row.target.role == "upper_bound":
        return words.say("place within" if row.mean <= row.target.percent else "place beyond")
    return words.say("place inside" if row.inside else "place outside")
