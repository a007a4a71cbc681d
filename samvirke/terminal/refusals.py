"""How a command ends when it cannot do what it was asked: one sentence on stderr and a number, never a traceback."""

import functools
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import typer

from samvirke.terminal.interruption import is_wished, listening

Command = TypeVar("Command", bound=Callable[..., None])
FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130
INTERRUPTION = ("Interrupted. Nothing half-finished is left.", INTERRUPTED)
NOTHING_WRITTEN = ("Interrupted; no file was written.", INTERRUPTED)
SAID_ALREADY = {
    "ScenarioError": BAD_INPUT, "RunFolderError": BAD_INPUT, "UnknownNameError": BAD_INPUT, "PictureError": BAD_INPUT,
    "PosteriorError": BAD_INPUT, "CalibrationError": BAD_INPUT, "OutOfRoomError": FAILED, "SweepStoppedError": FAILED,
    "AnswerError": BAD_INPUT, "PolicyError": BAD_INPUT,
}  # fmt: skip
"""Errors that are sentences for the user; by name, so that --help need not import their homes."""


class UnknownNameError(Exception):
    """A name that was typed and that there is not."""


def spoken(command: Command) -> Command:
    """The command, ending in a sentence and an exit code whatever goes wrong."""

    @functools.wraps(command)
    def ends_well(*arguments: Any, **options: Any) -> None:
        try:
            with listening():
                command(*arguments, **options)
        except typer.Exit:
            raise
        except typer.Abort:  # the input ended, or was broken off, where something was asked
            raise _end(*NOTHING_WRITTEN) from None
        except KeyboardInterrupt:
            raise _end(*INTERRUPTION) from None
        except BrokenPipeError:  # whoever read the output has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(FAILED) from None
        except MemoryError:
            raise _end("There is not enough memory. Fewer slots for citizens and volunteers need less.", FAILED) from None
        except Exception as error:  # noqa: BLE001  (the last door: it is said, never swallowed)
            raise _end(*(INTERRUPTION if is_wished() else _sentence(error))) from None

    return ends_well  # type: ignore[return-value]


def _sentence(error: Exception) -> tuple[str, int]:
    if type(error).__name__ in SAID_ALREADY:
        return str(error), SAID_ALREADY[type(error).__name__]
    what = " ".join(str(error).split())
    return f"The run failed: {type(error).__name__}: {what}. This is a fault in samvirke; please report it.", FAILED


def _end(sentence: str, code: int) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(code)
