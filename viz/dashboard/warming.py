"""The model made ready, once per server: compiled code is fetched, or made where there is none yet.

It begins with the server, or with the first page, never on import. Python waits for its thread before it ends: a daemon thread that is
stopped in the midst of compiled code would end the whole process with SIGABRT. Between its steps the thread checks whether it is still
needed, so the wait is short.
"""

import gc
from collections.abc import Callable
from threading import Event, Lock, Thread, main_thread

from samvirke.model.compilation import compile_ahead, must_compile
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.session import Session, titles

A_MOMENT = 3.0
"""Seconds without a notice: loading compiled code takes less."""

_ready = Event()
_stopped = Event()
_one_at_a_time = Lock()
_threads: list[Thread] = []


def begin() -> None:
    """Make ready in the background; does nothing where that has begun."""
    with _one_at_a_time:
        if not _threads:
            _threads.append(Thread(target=_warm_up, name="warming"))
            _threads[0].start()


def end() -> None:
    """Leave out what has not begun yet, and wait for what has."""
    _stopped.set()
    with _one_at_a_time:
        for thread in _threads:
            thread.join()


def ready_within(seconds: float) -> bool:
    """Whether everything is there, at the latest after so many seconds; begins where nothing has."""
    begin()
    return _ready.wait(seconds)


def wait() -> None:
    """Until everything is there."""
    _ready.wait()


def _warm_up() -> None:
    """Simulate what a page opens with, then what is asked for next. Nothing is imported here: a page must not meet half a module."""
    session, address = Session(), Address()
    try:
        if must_compile():
            _in_order(compile_ahead)
        _in_order(titles, lambda: session.run(address).frame(1))
    finally:  # what fails is shown on the page that needs it
        _ready.set()
        gc.freeze()  # what is there by now stays
        gc.enable()
    _in_order(lambda: session.all(address), lambda: session.without(address))


def _in_order(*steps: Callable[[], object]) -> None:
    """One step after the other, as long as the server runs."""
    for step in steps:
        if _stopped.is_set() or not main_thread().is_alive():
            return
        step()
