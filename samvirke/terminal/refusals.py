"""How a command ends when it cannot do what it was asked: one sentence on stderr and an exit code, never a traceback.

A `SamvirkeError` has both. Ctrl-C and SIGTERM cancel: the command ends soon, and what it began is removed. Python raises
KeyboardInterrupt wherever it happens to be, and in some places (a finalizer, a callback from compiled code) an exception goes nowhere;
so the cancellation is noted too, and checked where it cannot be lost.
"""

import functools
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread
from types import FrameType
from typing import Any, TypeVar

import typer

from samvirke.model.errors import ExportWarning, SamvirkeError

Command = TypeVar("Command", bound=Callable[..., None])
FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130
INTERRUPTION = ("Interrupted. Nothing half-finished is left.", INTERRUPTED)
NOTHING_WRITTEN = ("Interrupted; no file was written.", INTERRUPTED)

_cancelled = Event()
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def reports_errors(command: Command) -> Command:
    """The command, ending in a sentence and an exit code whatever goes wrong."""

    @functools.wraps(command)
    def ends_well(*arguments: Any, **options: Any) -> None:
        try:
            with _signals_handled(), _warnings_reported():
                _add_extensions()
                command(*arguments, **options)
        except typer.Exit:
            raise
        except typer.Abort:  # the input ended, or was broken off, where something was asked
            raise _end(*NOTHING_WRITTEN) from None
        except KeyboardInterrupt:
            raise _end(*INTERRUPTION) from None
        except BrokenPipeError:  # the reading end of the pipe was closed
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(FAILED) from None
        except MemoryError:
            raise _end("There is not enough memory. Fewer slots for citizens and volunteers need less.", FAILED) from None
        except Exception as error:  # noqa: BLE001  (the outermost handler: reported, never swallowed)
            raise _end(*(INTERRUPTION if is_cancelled() else _sentence(error))) from None

    return ends_well  # type: ignore[return-value]


def is_cancelled() -> bool:
    """Whether Ctrl-C or SIGTERM has come."""
    return _cancelled.is_set()


def stop_if_cancelled() -> None:
    """Raise KeyboardInterrupt if Ctrl-C or SIGTERM has come."""
    if is_cancelled():
        raise KeyboardInterrupt


def _add_extensions() -> None:
    """Import the modules named in SAMVIRKE_EXTENSIONS (commas between), which add extensions. Raises ExtensionError."""
    if named := [each.strip() for each in os.environ.get("SAMVIRKE_EXTENSIONS", "").split(",") if each.strip()]:
        from samvirke.model.extensions import import_extensions  # numba is not loaded for those who have none

        import_extensions(tuple(named))


@contextmanager
def _warnings_reported() -> Iterator[None]:
    """What could not be written besides the tables is reported in a sentence; other warnings are shown as Python shows them."""
    with warnings.catch_warnings():
        show = warnings.showwarning

        def say(message: Warning | str, category: type[Warning], *place: Any, **options: Any) -> None:
            if issubclass(category, ExportWarning):
                typer.echo(str(message), err=True)
            else:
                show(message, category, *place, **options)

        warnings.simplefilter("always", ExportWarning)
        warnings.showwarning = say
        yield


def _sentence(error: Exception) -> tuple[str, int]:
    if isinstance(error, SamvirkeError):
        return str(error), error.exit_code
    what = " ".join(str(error).split())
    return f"The run failed: {type(error).__name__}: {what}. This is a fault in samvirke; please report it.", FAILED


def _end(sentence: str, code: int) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(code)


@contextmanager
def _signals_handled() -> Iterator[None]:
    """Note a cancellation, and raise KeyboardInterrupt; afterwards signals do what they did before."""
    _cancelled.clear()
    if current_thread() is not main_thread():  # only there can signals be handled
        yield
        return
    before = {each: signal.signal(each, _note_and_raise) for each in _SIGNALS}
    hook, sys.unraisablehook = sys.unraisablehook, _without_interruptions
    try:
        yield
    finally:
        if not is_cancelled():  # what an interruption broke may be noticed as late as the end of the process
            sys.unraisablehook = hook
        for each, handler in before.items():
            signal.signal(each, handler)


def _without_interruptions(lost: Any) -> None:
    """Report an exception that goes nowhere, unless an interruption is the reason."""
    if not (isinstance(lost.exc_value, KeyboardInterrupt) or is_cancelled()):
        sys.__unraisablehook__(lost)


def _note_and_raise(number: int, frame: FrameType | None) -> None:
    del number, frame
    _cancelled.set()
    raise KeyboardInterrupt
