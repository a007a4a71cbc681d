"""A comparison as a run folder: the table of differences, and the same for a spreadsheet."""

from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.compare import Comparison
from analysis.comparison_words import sentences
from analysis.difference_table import table_of_differences, write_csv, write_xlsx
from analysis.manifest import manifest_of_comparison
from analysis.run_folder import Unfinished, new_run_folder

TABLE = "differences"


def comparison_to_folder(
    compared: Callable[[], Comparison],
    folder: Path,
    *,
    force: bool = False,
    command: Sequence[str] = (),
    language: str = "en",
    danish_csv: bool = False,
    also: Callable[[Comparison, Unfinished], None] | None = None,
) -> Comparison:
    """Compare, and write what came of it, whole or not at all; `also` may write files beside. Raises RunFolderError."""
    with new_run_folder(folder, (TABLE,), force=force) as unfinished:
        what = compared()
        unfinished.append({TABLE: table_of_differences(what.differences)})
        write_csv(what.differences, unfinished.beside("differences.csv"), danish=danish_csv)
        write_xlsx(what.differences, sentences(what.scenario, what.differences, language), unfinished.beside("differences.xlsx"))
        if also:
            also(what, unfinished)
        unfinished.describe(manifest_of_comparison(what, unfinished.rows, command))
    return what
