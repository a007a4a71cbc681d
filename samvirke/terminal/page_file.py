"""A page that a command writes: whole or not at all, and refused before the work where it cannot be written."""

from pathlib import Path

from samvirke.model.errors import refused
from samvirke.model.scenario.text import reason_of


def refuse_what_cannot_be_a_page(path: Path | None) -> None:
    """Raise ScenarioError for a folder, or for a file in a folder that is not there."""
    if path is None:
        return
    if path.is_dir():
        raise refused(str(path), "is a folder; name a file with --out")
    if not path.parent.is_dir():
        raise refused(str(path), f"there is no folder {path.parent}; make it first, or name another file with --out")


def write_page(path: Path, text: str) -> None:
    """Write the page in one go. Raises ScenarioError where the file system does not let it."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise refused(str(path), f"cannot be written to: {reason_of(error)}") from error
