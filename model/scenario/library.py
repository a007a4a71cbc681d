"""Where scenarios are: the built-in ones by name, all others by their path."""

import os
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path

from samvirke.model.errors import nearest_valid, refused
from samvirke.model.scenario.text import read_text, reason_of

DEFAULT_SCENARIO = "partnerskabspuljen"
TEMPLATE = "one-partnership"
SUFFIX = ".toml"
SCHEMA_LINE = "#:schema"


def built_in_folder() -> Path:
    """The folder of the scenarios that ship with samvirke."""
    return Path(str(files("samvirke.scenarios")))


def scenario_names() -> list[str]:
    """Names of the built-in scenarios, the default first."""
    names = sorted(file.stem for file in built_in_folder().glob(f"*{SUFFIX}"))
    return sorted(names, key=lambda name: name != DEFAULT_SCENARIO)


def find_scenario(name_or_path: str, folder: Path = Path()) -> Path:
    """The file of a scenario; a path is seen from `folder`. Raises ScenarioError with the nearest name."""
    if name_or_path in scenario_names():
        return built_in_folder() / f"{name_or_path}{SUFFIX}"
    written_out = folder / name_or_path
    for path in (written_out, folder / f"{name_or_path}{SUFFIX}"):
        if exists(path):
            return path
    known = [*scenario_names(), *_scenario_files_in(written_out.parent)]
    raise refused(name_or_path, f"there is no such scenario or file; {nearest_valid(name_or_path, known)}")


def find_data_file(name: str, folder: Path) -> Path | None:
    """A table that a scenario in `folder` names: beside it, else among the built-in ones; None if it is nowhere."""
    return next((path for path in (folder / name, built_in_folder() / name) if exists(path)), None)


def portable_name(path: Path) -> str:
    """What a resolved scenario keeps of a data file: its bare name if it is built in, else its full path."""
    resolved = Path(os.path.realpath(path))  # unlike Path.resolve(), no error for a link that leads to itself
    return resolved.name if resolved.parent == built_in_folder().resolve() else str(resolved)


def data_file(name: str) -> Path:
    """The path of `targets` or `posterior` of a resolved scenario."""
    return built_in_folder() / name


def exists(path: Path) -> bool:
    """Whether there is such a file or folder; False too for what cannot be a path."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_link(path: Path) -> bool:
    """Whether it is a symbolic link, wherever it leads; False too for what cannot be a path."""
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def _scenario_files_in(folder: Path) -> Iterable[str]:
    try:
        return sorted(str(file) for file in folder.glob(f"*{SUFFIX}"))
    except (OSError, ValueError):
        return []


def copy_template(name: str, destination: str | Path, *, force: bool = False) -> Path:
    """Copy the scenario `name` to `destination`, to be changed there; never over a file unless `force`.

    Returns the path of the copy. Raises ScenarioError.
    """
    lines = read_text(find_scenario(name), name).splitlines(keepends=True)
    return write_new(destination, lambda _: "".join(line for line in lines if not line.startswith(SCHEMA_LINE)), force=force)


def write_new(destination: str | Path, text: Callable[[str], str], *, force: bool = False) -> Path:
    """Write a new scenario file, its text made from its name; never over a file unless `force`, nor under a built-in name.

    Returns its path. Raises ScenarioError.
    """
    target = _with_suffix(Path(destination))
    if target.parent == Path() and target.stem in scenario_names():
        raise refused(str(target), f"{target.stem} is the name of a built-in scenario, which would be read in its place; choose another")
    if exists(target) and not force:
        raise refused(str(target), "there is a file of that name already; choose another, or say --force")
    content = text(target.stem)
    try:
        target.write_text(content, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise refused(str(target), f"cannot be written: {reason_of(error)}") from error
    return target


def _with_suffix(path: Path) -> Path:
    """The path of a scenario file, whether its author wrote `.toml` or not."""
    if not path.name:
        raise refused(f'"{path}"', "is no name for a file; choose one like my-place")
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
