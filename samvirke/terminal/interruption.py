"""Cancellation by Ctrl-C or SIGTERM: the command ends soon, and what it began is removed.

Python raises KeyboardInterrupt wherever it happens to be, and in some places (a finalizer, a callback from compiled code)
the exception is lost. So the signal is recorded too, and long work checks for it.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread
from types import FrameType
from typing import Any

_wished = Event()
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def listening() -> Iterator[None]:
    """Record a signal to stop, and raise KeyboardInterrupt; afterwards signals do what they did before."""
    _wished.clear()
    if current_thread() is not main_thread():  # only there can signals be handled
        yield
        return
    before = {each: signal.signal(each, _note_and_raise) for each in _SIGNALS}
    say_what_was_lost, sys.unraisablehook = sys.unraisablehook, _say_nothing_of_interruptions
    try:
        yield
    finally:
        if not is_wished():  # what an interruption broke may be noticed as late as the end of the process
            sys.unraisablehook = say_what_was_lost
        for each, handler in before.items():
            signal.signal(each, handler)


def is_wished() -> bool:
    """Whether a signal to stop has come."""
    return _wished.is_set()


def stop_if_wished() -> None:
    """Raise KeyboardInterrupt if a signal to stop has come."""
    if is_wished():
        raise KeyboardInterrupt


def _say_nothing_of_interruptions(lost: Any) -> None:
    if not (isinstance(lost.exc_value, KeyboardInterrupt) or is_wished()):
        sys.__unraisablehook__(lost)


def _note_and_raise(number: int, frame: FrameType | None) -> None:
    del number, frame
    _wished.set()
    raise KeyboardInterrupt
