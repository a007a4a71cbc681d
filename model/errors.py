"""The errors of samvirke: sentences for the user: where the error is, what it is, and what would be right.

All are `SamvirkeError`; each package declares its own beside what raises them, and samvirke/terminal/refusals.py is where a command ends
with the sentence and the exit code of one.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

LEAST_LIKENESS = 0.6  # of two names (difflib): below it a suggestion is a guess
FEWEST_LETTERS = 3
LONGEST_NAME = 100
MOST_CHOICES = 8


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. `where` is a file, or an option of the command line; `line` is 0 where there is none."""

    where: str
    what: str
    line: int = 0

    def __str__(self) -> str:
        place = f", line {self.line}" if self.line else ""
        return _on_one_line(f"{self.where}{place}: {self.what}")


class SamvirkeError(Exception):
    """The base of all errors whose message is shown to the user. `exit_code` is how a command ends that meets one."""

    exit_code = 1


class BadInputError(SamvirkeError):
    """Something that was typed, or a file that was named, and that cannot be used."""

    exit_code = 2


class UnknownNameError(BadInputError):
    """A name that was typed and that there is not."""


class ScenarioError(BadInputError):
    """A scenario that cannot be used, with all its problems at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["ScenarioError"], tuple[Sequence[Problem]]]:
        """How it goes from one process to another."""
        return type(self), (self.problems,)


class ExportWarning(UserWarning):
    """A picture, workbook or text file beside the tables of a run folder that could not be written."""


def refused(where: str, what: str, line: int = 0) -> ScenarioError:
    """The error of a single problem."""
    return ScenarioError([Problem(where, what, line)])


def nearest(name: object, names: Iterable[str]) -> str | None:
    """The one of `names` that looks like `name`, or is part of it or has it as a part; None if none is near."""
    typed, candidates = str(name)[:LONGEST_NAME], list(names)
    near = difflib.get_close_matches(typed, candidates, n=1, cutoff=LEAST_LIKENESS)
    return next(iter([*near, *_in_one_another(typed.lower(), candidates)]), None)


def _in_one_another(typed: str, candidates: Sequence[str]) -> list[str]:
    """Candidates that what was typed is a part of, or the other way round; the most alike first."""
    long_enough = [each for each in candidates if min(len(typed), len(each)) >= FEWEST_LETTERS]
    parts = [each for each in long_enough if typed in each.lower() or each.lower() in typed]
    return difflib.get_close_matches(typed, parts, n=1, cutoff=0.0)


def nearest_valid(name: object, names: Iterable[str]) -> str:
    """How a sentence about an unknown name ends: with the nearest name, or where none is near with the choices."""
    choices = list(dict.fromkeys(names))
    match = nearest(name, choices)
    return f'the nearest is "{match}"' if match is not None else _choices(choices)


def _choices(names: Sequence[str]) -> str:
    """The names themselves, as many as one reads; empty names cannot be chosen."""
    told = [each for each in names if each]
    if not told:
        return "there is none to choose from"
    some = ", ".join(f'"{each}"' for each in told[:MOST_CHOICES])
    more = len(told) - MOST_CHOICES
    rest = f" … and {more} more" if more > 0 else ""
    return f"the only choice is {some}" if len(told) == 1 else f"choices are {some}{rest}"


def between(low: float | None, high: float | None, meaning: str = "") -> str:
    """The rule of a number's bounds; at least one of them is given."""
    what = f": {meaning}" if meaning else ""
    if low is None or high is None:
        return f"must be at least {low:.15g}{what}" if high is None else f"must be at most {high:.15g}{what}"
    return f"must lie between {low:.15g} and {high:.15g}{what}"


def shown(value: Any) -> str:
    """A value as its author wrote it, cut where it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ … }" if value else "{}"
    if isinstance(value, list | tuple):
        return "[ … ]" if value else "[]"
    if isinstance(value, int) and abs(value) >= 10**20:
        return "a number of more than 20 digits"
    return _cut(f'"{value}"' if isinstance(value, str) else str(value))


def _on_one_line(text: str) -> str:
    """The text as a terminal can show it: what is not printable becomes a blank."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}…"
