"""One line of the table of speed and size, and the two tables as they are printed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.table import Table


@dataclass(frozen=True)
class Row:
    """What is asked, what must be and what is aimed at, and what was reached.

    `holds` says whether the must was met, None where there was nothing to measure yet; `measured` has plain numbers.
    """

    what: str
    must: str
    aim: str
    reached: str
    holds: bool | None = None
    measured: dict[str, float] = field(default_factory=dict)


COLOURS = {True: "green", False: "red", None: "dim"}


def table_of_rows(rows: Iterable[Row]) -> Table:
    """The table of speed and size: green meets the must, red does not, grey could not be measured yet."""
    table = Table("what", "must", "aim", "reached", title="Speed and size")
    for row in rows:
        colour = COLOURS[row.holds]
        table.add_row(row.what, row.must, row.aim, f"[{colour}]{row.reached}[/{colour}]")
    return table
