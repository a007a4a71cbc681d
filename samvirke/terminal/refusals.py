"""How a command ends when it cannot do what it was asked: one sentence on stderr and a number, never a traceback."""

import functools
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import typer

from samvirke.model.errors import ExportWarning, SamvirkeError
from samvirke.terminal.interruption import is_wished, listening

Command = TypeVar("Command", bound=Callable[..., None])
FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130
INTERRUPTION = ("Interrupted. Nothing half-finished is left.", INTERRUPTED)
NOTHING_WRITTEN = ("Interrupted; no file was written.", INTERRUPTED)


def spoken(command: Command) -> Command:
    """The command, ending in a sentence and an exit code whatever goes wrong."""

    @functools.wraps(command)
    def ends_well(*arguments: Any, **options: Any) -> None:
        try:
            with listening(), _warnings_said():
                _add_extensions()
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


def _add_extensions() -> None:
    """Import the modules named in SAMVIRKE_EXTENSIONS (commas between), which add extensions. Raises ExtensionError."""
    if named := [each.strip() for each in os.environ.get("SAMVIRKE_EXTENSIONS", "").split(",") if each.strip()]:
        from samvirke.model.extensions import import_extensions  # numba is not loaded for those who have none

        import_extensions(tuple(named))


@contextmanager
def _warnings_said() -> Iterator[None]:
    """What could not be written besides the tables is said in its sentence; other warnings are shown as Python shows them."""
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
